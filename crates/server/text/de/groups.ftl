# Gruppen: die Liste, eine Gruppe, ihre Mitglieder, und was Gruppen ablehnen.

groups-wrong_type = Das Feld { $name } hat den falschen Typ.
    .next = Prüfen Sie den Typ seines Werts.
groups-title = Gruppen
groups-lead = Benutzer, die eine Sprache, ein Sitzungslimit und geteilte Inhalte gemeinsam haben.
groups-search = Nach Name oder ID suchen
groups-none = Keine Gruppen gefunden
groups-none_lead = Keine Gruppe passt zu dieser Suche.
groups-new = Neue Gruppe
groups-name = Gruppenname
groups-name_hint = Alle sehen ihn dort, wo etwas geteilt wird.
groups-members = Mitglieder
groups-inside_count = { $count ->
    [one] enthält eine Gruppe
   *[other] enthält { $count } Gruppen
}
groups-count_with_inside = { $count } mit enthaltenen Gruppen
groups-changed = Zuletzt geändert
groups-built_in = Eingebaut
groups-being_deleted_mark = Wird gelöscht
groups-being_brought_back_mark = Kommt zurück
groups-everyone = Alle
groups-admins = Administratoren
groups-counted = { $count ->
    [one] Eine Gruppe
   *[other] { $count } Gruppen
}
groups-counted_many = Mehr als { NUMBER($count) } Gruppen
groups-to_first = Erste Seite
groups-next = Nächste Seite

groups-settings = Einstellungen
groups-settings_lead = Was diese Gruppe ihren Mitgliedern gibt.
groups-role = Standardrolle
groups-role_hint = Für Benutzer, die wegen dieser Gruppe automatisch angelegt werden. Von Hand angelegte behalten ihre eigene Rolle.
groups-role_none = Wie der Server es vorsieht
groups-language = Standardsprache
groups-language_hint = Für Mitglieder, die keine gewählt haben. Die nächste Gruppe zählt, bei gleich nahen die dem Namen nach erste.
groups-language_none = Wie der Server es vorsieht
groups-session_minutes = Sitzungslimit in Minuten
groups-session_minutes_hint = Nach dieser Zeit ohne Nutzung werden Mitglieder abgemeldet. Es gilt das kürzeste Limit aller ihrer Gruppen: ein kürzeres sofort, ein längeres ab der nächsten Anmeldung. Leer lassen, um dem Server zu folgen.
groups-minutes = { $count ->
    [one] Eine Minute
   *[other] { $count } Minuten
}
groups-theme = Design
groups-theme_hint = Name des Designs, das Mitglieder sehen. Leer lassen für das übliche.
groups-excluded = Vom Teilen ausschließen
groups-excluded_hint = Die Gruppe wird beim Teilen nicht angeboten.
groups-yes = Ja
groups-no = Nein
groups-create = Gruppe anlegen
groups-derived_notice = Diese Gruppe gehört zum Produkt: Sie kann weder umbenannt noch gelöscht werden, und wer dazugehört, ergibt sich aus den Benutzern.
groups-being_deleted_notice = Diese Gruppe wird gerade gelöscht: Ihre Mitglieder verlassen sie nach und nach. Solange nimmt sie niemanden auf und lässt sich nicht ändern; ist sie weg, kann man sie 30 Tage lang zurückholen.
groups-being_brought_back_notice = Diese Gruppe wird gerade zurückgeholt: Ihre Mitglieder kommen nach und nach wieder hinein. Bis alle zurück sind, nimmt sie niemanden sonst auf und lässt sich nicht ändern.
groups-changed_notice_title = Jemand anderes hat diese Gruppe inzwischen geändert
groups-changed_notice = Unten steht, was Sie eingegeben haben. Speichern Sie noch einmal, um das zu ersetzen, was jetzt dort steht:

groups-inside = Enthaltene Gruppen
groups-inside_lead = Deren Mitglieder zählen als Mitglieder dieser Gruppe.
groups-members_with_inside = Mitglieder mit den enthaltenen Gruppen: { $count }
groups-inside_none = Diese Gruppe enthält keine andere.
groups-inside_add = Gruppe nach Namen hinzufügen
groups-inside_add_button = Gruppe hinzufügen
groups-inside_remove = Herausnehmen
groups-around = Enthalten in
groups-around_lead = Diese Gruppen zählen die Mitglieder dieser Gruppe zu den ihren.

groups-members_lead = In der Reihenfolge, in der ihre Konten angelegt wurden.
groups-members_counted = { $count ->
    [0] Noch niemand
    [one] Ein Mitglied
   *[other] { $count } Mitglieder
}
groups-members_counted_many = Mehr als { NUMBER($count) } Mitglieder
groups-members_direct = Eigene Mitglieder
groups-members_all = Mit enthaltenen Gruppen
groups-members_search = Mitglieder durchsuchen
groups-members_none = Hier ist noch niemand
groups-members_none_lead = Fügen Sie Personen nach Name oder Adresse hinzu, oder fügen Sie eine ganze Liste ein.
groups-members_only_inside = Diese Gruppe selbst hat keine Mitglieder
groups-members_only_inside_lead = In den enthaltenen Gruppen sind es { $count }.
groups-members_only_inside_show = Anzeigen
groups-members_no_match = Niemand passt
groups-members_no_match_lead = Suchen Sie nach etwas anderem.
groups-member = Mitglied
groups-member_email = E-Mail
groups-member_role = Rolle
groups-member_inactive = Inaktiv
groups-member_remove = Entfernen
groups-add_title = Personen hinzufügen
groups-find = Name, Benutzername oder E-Mail
groups-find_hint = Der Anfang genügt.
groups-find_button = Finden
groups-find_none = Niemand außerhalb dieser Gruppe hat einen Namen, Benutzernamen oder eine Adresse mit diesem Anfang.
groups-add = Hinzufügen
groups-paste = Viele einfügen
groups-paste_hint = Adressen oder Benutzernamen, einer pro Zeile oder durch Kommas getrennt; höchstens { NUMBER($maximum) }.
groups-paste_button = Alle hinzufügen
groups-added_some = { $count ->
    [one] Eine Person wurde hinzugefügt.
   *[other] { $count } Personen wurden hinzugefügt.
}
groups-removed_some = { $count ->
    [one] Eine Person wurde entfernt.
   *[other] { $count } Personen wurden entfernt.
}
groups-already_some = { $count ->
    [one] Eine war schon in der Gruppe.
   *[other] { $count } waren schon in der Gruppe.
}
groups-unknown_some = So heißt hier niemand:
groups-deleted_title = Gelöschte Gruppen
groups-deleted_lead = Sie können { $days } Tage lang zurückgeholt werden, mit Mitgliedern, Rolle, Sprache, Sitzungsgrenze und ihrem Platz unter anderen Gruppen.
groups-deleted_none = Keine Gruppe zum Zurückholen
groups-deleted_none_lead = Jede gelöschte Gruppe bleibt 30 Tage lang hier.
groups-undo_title = Die Gruppe { $name } zurückholen?
groups-undo_lead = Ihre Mitglieder kommen zurück, soweit sie noch Benutzer sind. Wer die Rolle von dieser Gruppe hatte, behält sie als eigene.
groups-undo_name = Ein anderer Name
groups-undo_name_hint = Nur wenn inzwischen eine andere Gruppe den Namen hat
groups-brought_back = Die Gruppe ist zurück
groups-delete_undo = Das lässt sich { $days } Tage lang rückgängig machen.
groups-unknown_deleted = Diese Gruppe kann nicht mehr zurückgeholt werden.
    .next = Sie wurde schon zurückgeholt, oder die 30 Tage sind vorbei.
groups-choose_hint = Tippen Sie den Namen. Ein Teil davon genügt, um die Gruppen zu sehen, die ihn enthalten.
groups-beyond_some = Die Rollen dieser Personen gehen über Ihre hinaus; sie bleiben unverändert:
groups-everyone_notice = Alle Benutzer gehören zu dieser Gruppe.
groups-admins_notice = Alle Benutzer mit einer Administratorrolle gehören zu dieser Gruppe.
groups-see_users = Benutzer ansehen

groups-delete = Gruppe löschen
groups-delete_title = Gruppe { $name } löschen?
groups-delete_users_stay = Kein Benutzer wird gelöscht.
groups-delete_members = { $count ->
    [0] Sie hat keine Mitglieder.
    [one] Ein Mitglied verlässt sie.
   *[other] { $count } Mitglieder verlassen sie.
}
groups-delete_members_many = Mehr als { NUMBER($count) } Mitglieder verlassen sie.
groups-delete_came_in = { $count ->
    [one] Ein Benutzer kam durch diese Gruppe und behält deren Rolle als eigene.
   *[other] { $count } Benutzer kamen durch diese Gruppe und behalten deren Rolle als eigene.
}
groups-delete_inside = Enthaltene Gruppen, die bleiben: { $names }
groups-delete_around = Gruppen, die ihre Mitglieder verlieren: { $names }
groups-delete_milder = Wenn nur nichts mehr mit ihr geteilt werden soll, schließen Sie sie stattdessen vom Teilen aus.
groups-delete_milder_link = Einstellungen öffnen
groups-created = Die Gruppe wurde angelegt.
groups-saved = Gespeichert.
groups-deleted = Die Gruppe wurde gelöscht, aber kein Benutzer.
groups-nested = Die Gruppe wurde hineingelegt.
groups-unnested = Die Gruppe wurde herausgenommen.

groups-name_taken = Eine andere Gruppe heißt schon so.
    .next = Wählen Sie einen anderen Namen.
groups-looks_built_in = Dieser Name sieht aus wie der der Gruppe „{ $name }“, die der Server führt.
    .next = Wählen Sie einen Namen, den niemand damit verwechselt.
groups-reserved_name = „{ $name }“ kann keine Gruppe heißen: In den Pfaden der API bedeutet das etwas anderes.
    .next = Wählen Sie einen anderen Namen.
groups-bad_name = Ein Gruppenname braucht 1 bis { $maximum } sichtbare Zeichen.
    .next = Wählen Sie einen anderen.
groups-derived = „Alle“ und „Administratoren“ ergeben sich aus den Benutzern selbst.
    .next = Nehmen Sie dafür eine eigene Gruppe.
groups-being_deleted = Die Gruppe { $name } wird gerade gelöscht.
    .next = Nehmen Sie eine andere Gruppe, oder holen Sie diese zurück, sobald sie weg ist: 30 Tage lang steht sie bei den gelöschten Gruppen.
groups-being_brought_back = Die Gruppe { $name } wird gerade zurückgeholt, und noch sind nicht alle Mitglieder wieder darin.
    .next = Warten Sie einen Augenblick und versuchen Sie es noch einmal.
groups-changed_meanwhile = Jemand anderes hat diese Gruppe gerade geändert.
    .next = Sehen Sie sich die Änderung an und speichern Sie noch einmal.
groups-bad_minutes = Das Limit ist eine ganze Zahl von Minuten von 1 bis { $maximum }.
    .next = Berichtigen Sie es, oder lassen Sie das Feld leer.
groups-bad_language = Diese Sprache sprechen wir noch nicht.
    .next = Wählen Sie eine aus der Liste.
groups-bad_theme = Der Name eines Designs hat höchstens { $maximum } sichtbare Zeichen.
    .next = Kürzen Sie ihn.
groups-no_sysadmin = Keine Gruppe kann jemanden zum Sys. Admin machen.
    .next = Wählen Sie eine andere Rolle.
groups-too_many = Es kann höchstens { $maximum } Gruppen geben.
    .next = Löschen Sie Gruppen, die niemand braucht.
groups-too_many_at_once = Das sind mehr als { $maximum } auf einmal.
    .next = Gehen Sie in mehreren Schritten vor.
groups-too_many_of_user = Ein Benutzer kann in höchstens { $maximum } Gruppen sein.
    .next = Legen Sie stattdessen Gruppen in Gruppen.
groups-unknown_expand = Es gibt nichts namens { $name }, das sich erweitern lässt.
    .next = Verwenden Sie role oder users.
groups-unknown_member = Es gibt keinen Benutzer „{ $name }“.
    .next = Prüfen Sie ID, Benutzernamen oder E-Mail-Adresse. Nichts wurde geändert.
groups-circle = Eine Gruppe kann sich nicht selbst enthalten, auch nicht über andere Gruppen.
    .next = Wählen Sie eine andere Gruppe.
groups-too_deep = Gruppen können auf höchstens { $maximum } Ebenen ineinander liegen.
    .next = Ordnen Sie sie weiter außen ein.
groups-too_many_inside = Höchstens { $maximum } Gruppen können direkt in einer liegen.
    .next = Fügen Sie eine weitere Gruppe dazwischen ein.
