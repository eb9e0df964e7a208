# Organisations: the customers of a license server.

organisations-unknown = Diese Organisation gibt es nicht.
    .next = Öffnen Sie Meine Lizenz: Dort stehen die Organisationen, für die Sie handeln.
    .host = `seatwarden license customers list` listet alle Organisationen auf.
organisations-owners_only = Das darf nur ein Eigentümer der Organisation.
    .next = Bitten Sie einen der Eigentümer; sie stehen auf der Seite Benutzer.
organisations-bad_name = Der Name der Organisation braucht 1 bis { NUMBER($maximum) } sichtbare Zeichen.
    .next = Geben Sie einen Namen ohne verborgene Zeichen ein.
organisations-member_already = Dieses Konto handelt bereits für die Organisation.
    .next = Es ist nichts zu tun.
organisations-no_member = Dieses Konto handelt nicht für die Organisation.
    .next = Laden Sie die Seite neu, um zu sehen, wer es tut.
organisations-last_owner = Die Organisation hätte keinen Eigentümer mehr.
    .next = Fügen Sie zuerst einen anderen Eigentümer hinzu.
organisations-too_many_members = Eine Organisation hat höchstens { NUMBER($maximum) } Konten.
    .next = Entfernen Sie jemanden, der keinen Zugang mehr braucht.
organisations-no_license_account = Diese Adresse gehört jemandem, der kein Lizenzkonto hat.
    .next = Verwenden Sie eine andere Adresse.
organisations-changed_meanwhile = Jemand anderes hat die Organisation inzwischen geändert.
    .next = Sehen Sie nach, was jetzt dort steht, und ändern Sie es dann erneut.
audit-event_organisations_create = Die Organisation wurde angelegt
audit-event_organisations_rename = Die Organisation bekam einen anderen Namen
audit-event_organisations_add_member = Ein Konto handelt nun für die Organisation
audit-event_organisations_remove_member = Ein Konto handelt nicht mehr für die Organisation
audit-event_organisations_withhold_member = Eine Adresse, die kein Lizenzkonto ist, wurde hinzugefügt und handelt für niemanden
