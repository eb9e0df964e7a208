# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = Admin
roles-data_admin = Daten-Admin
roles-data_designer = Daten-Designer
roles-contributor = Dashboard-Designer
roles-consumer = Betrachter

roles-unknown = Diese Rolle gibt es nicht.
    .next = Verwenden Sie super, admin, dataAdmin, dataDesigner, contributor, consumer oder die ID einer Rolle.
roles-not_allowed = Ihre Rolle erlaubt das nicht.
    .next = Fragen Sie einen Administrator.
roles-not_in_scope = Dieses Token ist dafür nicht gedacht.
    .next = Erstellen Sie unter „Mein Profil“ > „API-Token“ ein Token mit größerem Berechtigungsumfang.
roles-needs_full_scope = Dies reicht bis zu einem Konto, das andere verwaltet, oder zu Ihrem eigenen: Es braucht ein Token mit vollem Umfang oder Ihr kürzlich eingegebenes Passwort.
    .next = Verwenden Sie ein solches Token, oder melden Sie sich neu an und wiederholen Sie es.
roles-beyond_own = Diese Rolle erlaubt mehr als Ihre eigene.
    .next = Bitten Sie jemanden, dessen Rolle ebenso viel erlaubt.

roles-title = Rollen
roles-lead = Was Personen dürfen. Eine Änderung gilt ab ihrem nächsten Klick.
roles-grid = Was jede Rolle erlaubt
roles-grid_lead = Immer und Nie stehen fest; den Rest können eigene Rollen ändern.
roles-permission = Berechtigung
roles-new = Neue Rolle
roles-custom = Eigene
roles-based_on = Beruht auf { $role }
roles-users = Benutzer
roles-role = Rolle
roles-always = Immer
roles-allow = Ja
roles-deny = Nein
roles-never = Nie
roles-none = Noch keine eigenen Rollen
roles-none_lead = Eine eigene Rolle beruht auf einer eingebauten und erlaubt etwas mehr oder weniger.
roles-copy = Kopieren
roles-copy_of = Kopie von { $role }
roles-base = Beruht auf
roles-base_hint = Das bestimmt, was sich ändern lässt und welche Art von Platz die Rolle belegt. Später lässt es sich nicht ändern.
roles-base_choose = Wählen Sie, worauf sie beruht
roles-base_go_on = Weiter
roles-display_name = Name
roles-display_name_hint = Was Personen lesen. In der API heißt die Rolle custom_, gefolgt vom Namen.
roles-description = Wofür sie da ist
roles-permissions = Berechtigungen
roles-permissions_lead = Wo Sie es der Grundlage überlassen, folgt die Rolle { $role }.
roles-choice_base = Wie { $role }: { $standing }
roles-choice_allow = Erlauben
roles-choice_deny = Nicht erlauben
roles-locked = Durch die Grundlage festgelegt: { $standing }
roles-preview = Änderungen ansehen
roles-diff_title = Was sich für { $role } ändert
roles-diff_gains = Kommt hinzu
roles-diff_loses = Fällt weg
roles-diff_same = Was die Rolle erlaubt, bleibt gleich.
roles-diff_from_base = Verglichen mit { $role }:
roles-affected = { $count ->
    [0] Noch hat niemand diese Rolle.
    [one] Ein Benutzer ist betroffen, ab dem nächsten Klick.
   *[other] { $count } Benutzer sind betroffen, ab ihrem nächsten Klick.
}
roles-affected_many = Mehr als { NUMBER($count) } Benutzer sind betroffen, ab ihrem nächsten Klick.
roles-save = Änderungen speichern
roles-create = Rolle anlegen
roles-back = Etwas ändern
roles-built_in_notice = Diese Rolle gehört zum Produkt und bleibt, wie sie ist. Kopieren Sie sie, um eine eigene zu haben.
roles-changed_notice_title = Jemand anderes hat diese Rolle inzwischen geändert
roles-changed_notice = Unten steht, was Sie gewählt haben. Fahren Sie fort, um zu ersetzen, was inzwischen gespeichert wurde:
roles-saved = Gespeichert. Es gilt ab dem nächsten Klick.
roles-created = Die Rolle wurde angelegt.
roles-deleted = { $count ->
    [0] Die Rolle wurde gelöscht.
    [one] Die Rolle wurde gelöscht; ein Benutzer hat jetzt die Rolle, auf der sie beruhte.
   *[other] Die Rolle wurde gelöscht; { $count } Benutzer haben jetzt die Rolle, auf der sie beruhte.
}
roles-delete = Rolle löschen
roles-delete_title = Rolle { $role } löschen?
roles-delete_users = { $count ->
    [0] Niemand hat sie.
    [one] Ein Benutzer bekommt stattdessen die Rolle { $base }.
   *[other] { $count } Benutzer bekommen stattdessen die Rolle { $base }.
}
roles-delete_users_many = Mehr als { NUMBER($count) } Benutzer bekommen stattdessen die Rolle { $base }.
roles-delete_seats = Sie behalten dieselbe Art von Platz.
roles-delete_groups = { $count ->
    [one] Eine Gruppe vergibt diese Rolle. Geben Sie ihr zuerst eine andere.
   *[other] { $count } Gruppen vergeben diese Rolle. Geben Sie ihnen zuerst eine andere.
}

roles-built_in = Eingebaute Rollen bleiben, wie sie sind.
    .next = Kopieren Sie die Rolle und ändern Sie die Kopie.
roles-name_taken = Eine andere Rolle heißt schon so.
    .next = Wählen Sie einen anderen Namen.
roles-looks_built_in = Dieser Name sieht aus wie der der eingebauten Rolle „{ $name }“.
    .next = Wählen Sie einen Namen, den niemand damit verwechselt.
roles-bad_name = Ein Rollenname braucht 1 bis { $maximum } sichtbare Zeichen.
    .next = Wählen Sie einen anderen.
roles-bad_description = Eine Beschreibung hat höchstens { $maximum } sichtbare Zeichen.
    .next = Kürzen Sie sie.
roles-fixed = Die Grundlage dieser Rolle lässt nicht zu, dass { $permission } geändert wird.
    .next = Überlassen Sie es der Grundlage, oder wählen Sie eine andere.
roles-base_not_open = Es gibt immer nur einen Sys. Admin, darum beruht keine andere Rolle darauf.
    .next = Wählen Sie eine andere Grundlage.
roles-too_many = Es kann höchstens { $maximum } eigene Rollen geben.
    .next = Löschen Sie Rollen, die niemand braucht.
roles-changed_meanwhile = Jemand anderes hat diese Rolle gerade geändert.
    .next = Sehen Sie sich die Änderung an und versuchen Sie es noch einmal.
roles-given_by_groups = { $count ->
    [one] Eine Gruppe gibt ihren Benutzern diese Rolle.
   *[other] { $count } Gruppen geben ihren Benutzern diese Rolle.
}
    .next = Geben Sie diesen Gruppen zuerst eine andere Rolle.
roles-too_many_users = Mehr als { $maximum } Benutzer haben diese Rolle.
    .next = Zeigen Sie unter „Benutzer“ alle mit dieser Rolle an, wählen Sie „Alle passenden“ und ändern Sie deren Rolle; löschen Sie danach diese.

roles-permission_account_read = Eigenes Konto sehen
    .meaning = Sich anmelden und sehen, was über einen selbst gespeichert ist.
roles-permission_account_change = Eigenes Konto ändern
    .meaning = Mein Profil: Namen, Adresse, Passwort, Token, Sitzungen.
roles-permission_users_read = Benutzer sehen
    .meaning = Andere Benutzer, ihre Sitzungen und Token sehen.
roles-permission_users_add = Benutzer hinzufügen
    .meaning = Benutzer hinzufügen und einladen, einzeln und durch Import.
roles-permission_users_change = Benutzer ändern
    .meaning = Benutzer bearbeiten, sperren und entsperren, ihre Sitzungen und Token beenden.
roles-permission_users_delete = Benutzer löschen
    .meaning = Benutzer löschen und zurückholen.
roles-permission_users_view_as = Als Benutzer ansehen
    .meaning = Die Seiten so sehen, wie ein anderer Benutzer sie sieht.
roles-permission_groups_read = Gruppen sehen
    .meaning = Gruppen sehen, und wer darin ist.
roles-permission_groups_manage = Gruppen verwalten
    .meaning = Gruppen anlegen, ändern und löschen, und ihre Mitglieder bestimmen.
roles-permission_roles_manage = Rollen verwalten
    .meaning = Eigene Rollen anlegen, ändern und löschen.
roles-permission_sessions_manage = Sitzungen verwalten
    .meaning = Sehen, wer angemeldet ist, und Sitzungen beenden.
roles-permission_ownership_read = Besitz sehen
    .meaning = Sehen, wem was gehört.
roles-permission_ownership_manage = Besitz verwalten
    .meaning = Eintragen, was Personen gehört, und es übergeben.
roles-permission_seats_read = Plätze sehen
    .meaning = Sehen, wie viele Plätze belegt sind, und von wem.
roles-permission_features_manage = Funktionen verwalten
    .meaning = Teile des Produkts ein- und ausschalten.
roles-permission_security_manage = Sicherheit verwalten
    .meaning = Regeln für Passwörter, Sitzungen, Einbettung und API-Zugang ändern.
roles-permission_mail_manage = E-Mail verwalten
    .meaning = Ändern, wie E-Mails verschickt werden, und sehen, was verschickt wurde.
roles-permission_audit_read = Audit-Protokoll lesen
    .meaning = Sehen, wer was getan hat, bei allen Benutzern.
roles-permission_sysadmin_manage = Sys. Admin verwalten
    .meaning = Den Benutzer des Sys. Admin ändern und die Rolle übergeben.

roles-bad_manifest = Das kann kein Teil dessen sein, was eine Rolle erlaubt.
    .next = Senden Sie ein JSON-Objekt mit höchstens 12 Ebenen.
roles-manifest_too_large = Das Manifest einer Rolle wird bis { $maximum } Byte aufbewahrt.
    .next = Lassen Sie Abschnitte weg, die niemand braucht.
roles-unknown_part = Das Manifest der Rolle hat keinen solchen Teil.
    .next = Lesen Sie das ganze Manifest mit includeManifest=true.
roles-permission_licenses_read = Kunden und Lizenzen sehen
    .meaning = Kunden eines Lizenzservers, ihre Pakete, Server und Signaturschlüssel.
roles-permission_licenses_manage = Kunden und Lizenzen verwalten
    .meaning = Kunden hinzufügen, Pakete ausstellen, verlängern und ändern, Versionen veröffentlichen.
roles-permission_licenses_approve = Lizenzänderungen freigeben
    .meaning = Freigeben, was jemand anderes beantragt hat: höhere Grenzen, Widerruf, Schlüssel.
roles-permission_license_manage = Die Lizenz dieser Installation verwalten
    .meaning = Die Lizenz sehen, wechseln, erneuern und zurückgeben.
roles-trial_users = Im Online-Test ist die Benutzerverwaltung nicht möglich.
    .next = Um Benutzer zu verwalten, installieren Sie das Produkt: Laden Sie es im Portal herunter oder schreiben Sie uns dort.
roles-trial_system = Im Online-Test ist die Systemkonfiguration nicht möglich.
    .next = Um das System zu konfigurieren, installieren Sie das Produkt: Laden Sie es im Portal herunter oder schreiben Sie uns dort.
roles-trial_files = Im Online-Test sind Datei-Uploads nicht möglich.
    .next = Um Dateien hochzuladen, installieren Sie das Produkt: Laden Sie es im Portal herunter oder schreiben Sie uns dort.
roles-license_adding = Die Lizenz endete am { $date }; deshalb kann niemand hinzugefügt werden.
    .next = Erneuern Sie die Lizenz unter Admin > Lizenznutzung, oder bitten Sie den Systemadministrator darum.
roles-license_changing = Die Lizenz endete am { $date }; deshalb lässt sich das nicht ändern.
    .next = Erneuern Sie die Lizenz unter Admin > Lizenznutzung, oder bitten Sie den Systemadministrator darum.
roles-license_scripts = Die Lizenz endete am { $date }; deshalb können Skripte nichts ändern als Benutzer entfernen.
    .next = Erneuern Sie die Lizenz unter Admin > Lizenznutzung, oder bitten Sie den Systemadministrator darum.
