# Die Liste der Benutzer: Suche, Filter, gemerkte Ansichten, Sammelaktionen.

users-unknown_view = Diese Ansicht gibt es bei Ihnen nicht.
    .next = Sehen Sie in der Liste der Ansichten nach.
users-bad_view_name = Eine Ansicht braucht einen Namen mit höchstens { $maximum } Zeichen.
    .next = Wählen Sie einen kurzen Namen.
users-view_name_taken = Sie haben schon eine Ansicht mit diesem Namen.
    .next = Wählen Sie einen anderen Namen.
users-too_many_views = Sie können höchstens { $maximum } Ansichten behalten.
    .next = Löschen Sie eine, die Sie nicht mehr brauchen.
users-too_many_at_once = Das beträfe mehr als { $maximum } Benutzer auf einmal.
    .next = Setzen Sie mehr Filter und gehen Sie in Teilen vor.
users-unknown_act = Diese Aktion gibt es nicht.
    .next = { $audience ->
        [scripts] Senden Sie eines dieser Wörter: { $words }.
       *[other] Wählen Sie eine aus der Liste.
    }
users-choose_role = Es ist keine Rolle gewählt.
    .next = Wählen Sie die Rolle, die sie bekommen.
users-choose_group = Es ist keine Gruppe genannt.
    .next = Nennen Sie die Gruppe.
users-choose_whom = Es ist nicht gesagt, um wen es geht, oder auf mehr als eine Weise.
    .next = Senden Sie eines davon: ids, eine query mit mindestens einem Filter oder everybody als true.
users-nobody_chosen = Niemand ist angekreuzt.
    .next = Gehen Sie zurück und kreuzen Sie Benutzer an, oder wählen Sie alle passenden.
users-still_invited = Die Einladung ist noch nicht angenommen.
    .next = Senden Sie die Einladung noch einmal.
users-not_oneself = Das sind Sie selbst.
    .next = Bitten Sie einen anderen Administrator.
audit-event_users_save_view = Eine Benutzerliste wurde als Ansicht gemerkt
audit-event_users_change_view = Eine gemerkte Ansicht wurde geändert
audit-event_users_delete_view = Eine gemerkte Ansicht wurde gelöscht
audit-event_users_export = Die Liste der Benutzer wurde exportiert
audit-event_users_join_group = Der Benutzer wurde unter „Benutzer“ einer Gruppe hinzugefügt
audit-event_users_leave_group = Der Benutzer wurde unter „Benutzer“ aus einer Gruppe entfernt
users_list-search = ID, Benutzername, E-Mail, Name oder Token
users_list-find = Suchen
users_list-filters = Filter
users_list-any = Alle
users_list-apply = Anwenden
users_list-clear = Alle zeigen
users_list-beginnings = Zu einem oder zwei Buchstaben werden die gezeigt, deren Name oder Adresse so beginnt. Ab dem dritten Buchstaben wird auch innerhalb der Namen gesucht.
users_list-nobody_lead = Niemand passt zu dieser Suche und diesen Filtern.
users_list-gone_lead = Diese Liste fragt nach einer Gruppe oder Rolle, die es nicht mehr gibt. Nehmen Sie den Filter weg, oder wählen Sie einen anderen.
users_list-group_gone = Eine Gruppe, die es nicht mehr gibt
users_list-role_gone = Eine Rolle, die es nicht mehr gibt
users_list-mixed_scripts = Gemischte Alphabete in der Adresse
users_list-id = ID
users_list-may_sign_in = Aktiv
users_list-name = Name
users_list-groups = Gruppen
users_list-group = Gruppe
users_list-no_group = Es gibt keine Gruppe namens „{ $name }“ und keine, die das im Namen hat.
users_list-no_group_but = Es gibt keine Gruppe namens „{ $name }“. Diese haben es im Namen: { $names }.
users_list-origin = Herkunft
users_list-origin_local = Hier angelegt
users_list-origin_sso = Single Sign-On
users_list-seat = Platz
users_list-seat_administrators = Administratoren
users_list-seat_designers = Designer
users_list-seat_viewers = Betrachter
users_list-state = Status
users_list-state_active = Aktiv
users_list-state_invited = Eingeladen
users_list-state_locked = Gesperrt
users_list-days_since = Tage seit letzter Aktivität
users_list-created = Angelegt
users_list-columns = Spalten
users_list-idle = Nicht aktiv seit (Tagen)
users_list-everybody = Alle
users_list-previous = Zurück
users_list-next = Weiter
users_list-export = Exportieren
users_list-export_csv = CSV
users_list-export_excel = CSV für Excel
users_list-bulk = Mehrere auf einmal ändern
users_list-ticked = Angekreuzt: { $count }
users_list-all_fitting = Alle passenden ({ $counted })
users_list-act = Was tun
users_list-act_activate = Aktivieren
users_list-act_deactivate = Deaktivieren
users_list-act_role = Rolle ändern
users_list-act_join = In eine Gruppe aufnehmen
users_list-act_leave = Aus einer Gruppe nehmen
users_list-act_invite = Einladung noch einmal senden
users_list-act_end_sessions = Alle Sitzungen beenden
users_list-act_delete = Löschen
users_list-act_take_back = Frühere Rollen zurückgeben
users_list-act_bring_back = Gelöschte Benutzer zurückholen
users_list-act_undo = Rückgängig machen
users_list-unchanged = –
users_list-choose_role = Rolle wählen
users_list-idle_wrong = Geben Sie eine ganze Zahl von Tagen ein, mindestens 1.
users_list-look_first = Zeigen, was geschähe
users_list-bulk_deactivate = Wer deaktiviert wird, ist sofort abgemeldet und kann jederzeit wieder aktiviert werden.
users_list-bulk_delete = Wer gelöscht wird, ist sofort abgemeldet, und die API-Token gelten nicht mehr. Was diesen Personen gehört, bleibt unter ihrem Namen als ehemalige Benutzer erhalten und lässt sich unter „Besitz“ übergeben, vorher oder nachher. { $days } Tage lang lässt sich jede von ihnen unter „Gelöschte Benutzer“ zurückholen, und alle zusammen auf der Seite dieses Vorgangs.
users_list-bulk_bring_back = Alle kommen zurück, wie sie waren: Namen, Rolle, Gruppen, Sprache und Passwort, aktiv oder deaktiviert wie zuvor, mit dem, was ihnen gehörte und seither niemand bekam. Sitzungen und API-Token bleiben beendet. Wer erst eingeladen war, muss neu eingeladen werden.
users_list-bulk_back_left_out = Wer ausgelassen ist, lässt sich bis zum Ende der 30 Tage einzeln zurückholen, mit einer anderen Adresse oder einem anderen Benutzernamen, falls jemand anderes die bisherigen hat:
users_list-back = Zurück zur Liste
users_list-act_progress = { $done } von { $total } Benutzern
users_list-act_stopped = Es blieb bei { $done } von { $total } Benutzern stehen.
users_list-act_what = Vorgang
users_list-acts = Vorgänge mit vielen Benutzern
users_list-acts_lead = Was in den letzten 30 Tagen mit vielen Benutzern auf einmal getan wurde, das Neueste zuerst.
users_list-acts_none = Noch keine Vorgänge
users_list-acts_none_lead = Kreuzen Sie in der Liste Benutzer an und wählen Sie, was mit ihnen geschehen soll; dann steht es hier.
users_list-act_by = Von
users_list-act_at = Wann
users_list-act_changed = Geändert
users_list-act_left_out = Ausgelassen
users_list-act_running = Läuft
users_list-act_done = Fertig
users_list-act_is_stopped = Angehalten
users_list-act_stop = Anhalten
users_list-views = Ansichten
users_list-views_lead = Eine Ansicht merkt sich Suche, Filter, Reihenfolge und Spalten unter einem Namen.
users_list-views_none = Noch keine Ansichten
users_list-views_none_lead = Setzen Sie Filter in der Benutzerliste und merken Sie sie hier.
users_list-keep_view = Ansicht merken
users_list-view_name = Name
users_list-view_owner = Von
users_list-view_actions = Ändern oder löschen
users_list-view_shared = Alle Administratoren sehen sie
users_list-view_for_all = Meine, für alle Administratoren
users_list-view_for_me = Meine
users_list-view_save = Merken
users_list-view_change = Umbenennen oder teilen
users_list-view_delete = Löschen
users_list-view_delete_title = Ansicht { $name } löschen?
users_list-view_delete_text = Die Benutzer darin bleiben, wie sie sind.
users_list-counted_more = { $count ->
   *[other] { $count }+ Benutzer
}
users_list-idle_days = { $count ->
    [one] Seit { $count } Tag nicht aktiv
   *[other] Seit { $count } Tagen nicht aktiv
}
users_list-more_groups = { $count ->
    [one] und { $count } weitere
   *[other] und { $count } weitere
}
users_list-bulk_yes = { $count ->
    [one] { $count } Benutzer ändern
   *[other] { $count } Benutzer ändern
}
users_list-bulk_yes_deactivate = { $count ->
    [one] { $count } Benutzer deaktivieren
   *[other] { $count } Benutzer deaktivieren
}
users_list-bulk_yes_activate = { $count ->
    [one] { $count } Benutzer aktivieren
   *[other] { $count } Benutzer aktivieren
}
users_list-bulk_yes_end_sessions = { $count ->
    [one] Sitzungen von { $count } Benutzer beenden
   *[other] Sitzungen von { $count } Benutzern beenden
}
users_list-bulk_yes_invite = { $count ->
    [one] { $count } Einladung noch einmal senden
   *[other] { $count } Einladungen noch einmal senden
}
users_list-bulk_yes_delete = { $count ->
    [one] { $count } Benutzer löschen
   *[other] { $count } Benutzer löschen
}
users_list-bulk_unchanged = { $count ->
    [one] { $count } ist schon so.
   *[other] { $count } sind schon so.
}
users_list-bulk_refused = { $count ->
    [one] { $count } wird ausgelassen.
   *[other] { $count } werden ausgelassen.
}
users_list-bulk_reasons = { $count ->
    [one] Warum: { $count } davon
   *[other] Warum: { $count } davon
}
users_list-bulk_changed = { $all ->
    [one] { $changed } von { $all } Benutzer ändert sich.
   *[other] { $changed } von { $all } Benutzern ändern sich.
}
users_list-bulk_done = { $changed ->
    [one] { $changed } Benutzer geändert, { $refused } ausgelassen.
   *[other] { $changed } Benutzer geändert, { $refused } ausgelassen.
}
users_list-act_bring_these_back = { $count ->
    [one] Diesen Benutzer zurückholen
   *[other] Diese { $count } Benutzer zurückholen
}
users_list-bulk_yes_bring_back = { $count ->
    [one] { $count } Benutzer zurückholen
   *[other] { $count } Benutzer zurückholen
}
users_list-bulk_back = { $all ->
    [one] { $changed } von { $all } Benutzer kommt zurück.
   *[other] { $changed } von { $all } Benutzern kommen zurück.
}
users_list-bulk_back_already = { $count ->
    [one] { $count } ist schon zurück.
   *[other] { $count } sind schon zurück.
}
users_list-bulk_back_done = { $changed ->
    [one] { $changed } Benutzer ist zurück, { $refused } ausgelassen.
   *[other] { $changed } Benutzer sind zurück, { $refused } ausgelassen.
}
users-list_bulk_more = und { $count } weitere
users-list_unknown = „{ $word }“ ist hier nicht bekannt
users_list-view_of = { $name } (von { $owner })
users_list-view_delete_shared = Niemand sieht diese Ansicht mehr. Die Benutzer darin bleiben, wie sie sind.
users_list-bulk_done_delete = { $changed ->
    [one] { $changed } Benutzer gelöscht, { $refused } ausgelassen.
   *[other] { $changed } Benutzer gelöscht, { $refused } ausgelassen.
}
users_list-bulk_done_deactivate = { $changed ->
    [one] { $changed } Benutzer deaktiviert, { $refused } ausgelassen.
   *[other] { $changed } Benutzer deaktiviert, { $refused } ausgelassen.
}
users_list-bulk_done_activate = { $changed ->
    [one] { $changed } Benutzer aktiviert, { $refused } ausgelassen.
   *[other] { $changed } Benutzer aktiviert, { $refused } ausgelassen.
}
users_list-bulk_done_role = { $changed ->
    [one] { $changed } Benutzer hat jetzt die Rolle, { $refused } ausgelassen.
   *[other] { $changed } Benutzer haben jetzt die Rolle, { $refused } ausgelassen.
}
users_list-bulk_done_join = { $changed ->
    [one] { $changed } Benutzer in die Gruppe aufgenommen, { $refused } ausgelassen.
   *[other] { $changed } Benutzer in die Gruppe aufgenommen, { $refused } ausgelassen.
}
users_list-bulk_done_leave = { $changed ->
    [one] { $changed } Benutzer aus der Gruppe genommen, { $refused } ausgelassen.
   *[other] { $changed } Benutzer aus der Gruppe genommen, { $refused } ausgelassen.
}
users_list-bulk_done_invite = { $changed ->
    [one] { $changed } Einladung noch einmal gesendet, { $refused } ausgelassen.
   *[other] { $changed } Einladungen noch einmal gesendet, { $refused } ausgelassen.
}
users_list-bulk_done_end_sessions = { $changed ->
    [one] Sitzungen von { $changed } Benutzer beendet, { $refused } ausgelassen.
   *[other] Sitzungen von { $changed } Benutzern beendet, { $refused } ausgelassen.
}
users_list-bulk_done_take_back = { $changed ->
    [one] { $changed } Benutzer hat die frühere Rolle zurück, { $refused } ausgelassen.
   *[other] { $changed } Benutzer haben ihre früheren Rollen zurück, { $refused } ausgelassen.
}
users_list-bulk_owned = Ihnen gehört: { $what }.
users_list-bulk_owned_more = Ihnen gehört mindestens: { $what }.
users_list-bulk_owned_nothing = Diesen Personen gehört nichts, also kann nichts verloren gehen.
users_list-bulk_hand_over = Zuerst übergeben, was ihnen gehört
users_list-bulk_deactivate_instead = Wer deaktiviert ist, kann sich nicht anmelden, gibt den Platz frei und behält alles. Es lässt sich jederzeit zurücknehmen.
users_list-bulk_whole = Das gilt für alle passenden der Liste, nicht nur für die angekreuzten.
users_list-bulk_changed_delete = { $changed ->
    [one] { $changed } von { $all } Benutzern wird gelöscht.
   *[other] { $changed } von { $all } Benutzern werden gelöscht.
}
