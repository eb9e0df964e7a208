# Who owns what on the platform.

ownership-unknown_object = Dieses Objekt ist nicht registriert.
    .next = Sehen Sie noch einmal in die Liste.
ownership-unknown_kind = Diese Art von Objekt gibt es nicht.
    .next = Verwenden Sie dashboard, folder, datamodel, connection, alert, report, notebook oder other.
ownership-bad_external_id = Die ID braucht 1 bis { $maximum } sichtbare Zeichen.
    .next = Kopieren Sie sie aus der Plattform.
ownership-bad_title = Ein Titel darf höchstens { $maximum } sichtbare Zeichen haben.
    .next = Kürzen Sie ihn.
ownership-unknown_user = Niemand heißt hier genau „{ $name }“.
    .next = Wählen Sie jemanden aus der Liste, oder schreiben Sie E-Mail-Adresse oder Benutzernamen ganz aus.
ownership-several_users = Mehrere heißen „{ $name }“: { $who }.
    .next = Schreiben Sie E-Mail-Adresse oder Benutzernamen der gemeinten Person, oder ihre ID.
ownership-owned_by_other = Dieses Objekt gehört { $name }.
    .next = Übergeben Sie es, statt es zu registrieren.
ownership-too_many = Das sind mehr als { $maximum } auf einmal.
    .next = Senden Sie sie in mehreren Schritten.
ownership-same_owner = Es bliebe bei derselben Person.
    .next = Wählen Sie jemand anderen.
ownership-both_named = Einzelne Objekte und alles von einem Eigentümer sind zusammen genannt.
    .next = Senden Sie entweder objects, oder from mit oder ohne kind.
ownership-nothing_chosen = Kein Objekt ist angekreuzt.
    .next = Kreuzen Sie an, was übergeben werden soll.
ownership-not_text = Diese Tabelle ist nicht in UTF-8, sodass Titel falsch ankämen.
    .next = Speichern Sie sie in der Tabellenkalkulation als „CSV UTF-8“ oder als „Unicode-Text“.
ownership-bad_table = Der Tabelle fehlt die Spalte { $column }.
    .next = Ihre erste Zeile muss die Spalten kind, external_id, title und owner nennen.
ownership-open_quote = Das Anführungszeichen, das in Zeile { $line } beginnt, wird nie geschlossen.
    .next = Schließen Sie es, oder verdoppeln Sie die, die zum Text gehören.
ownership-no_rows = Die Tabelle hat keine Zeile unter ihren Überschriften.
    .next = Wählen Sie eine Tabelle mit einer Zeile je Objekt.
ownership-surplus = Diese Zeile hat mehr Zellen als die erste: „{ $cell }“ fiele weg, und ihre Werte stehen vielleicht unter falschen Überschriften.
    .next = Setzen Sie eine Zelle, die das Trennzeichen enthält, in Anführungszeichen, etwa "Smith, Jr.", oder geben Sie jeder Spalte eine Überschrift.
ownership-named_twice = Zeile { $line } sagt über dasselbe Objekt etwas anderes.
    .next = Lassen Sie eine Zeile je Objekt stehen.
ownership-unknown_transfer = Diese Übergabe gibt es nicht.
    .next = Sehen Sie in der Liste der Übergaben nach.
ownership-bad_rule = Dieses Recht ist nicht bekannt.
    .next = Verwenden Sie view, edit oder none.
ownership-unknown_folder = Es gibt keinen Ordner „{ $name }“.
    .next = Registrieren Sie zuerst den Ordner.
ownership-folder_circle = Ein Ordner kann nicht in sich selbst liegen.
    .next = Wählen Sie einen Ordner außerhalb.
ownership-too_deep = Ordner liegen höchstens { $maximum } tief ineinander.
    .next = Wählen Sie einen Ordner weiter oben.
ownership-kind_dashboard = Dashboard
ownership-kind_folder = Ordner
ownership-kind_datamodel = Datenmodell
ownership-kind_connection = Verbindung
ownership-kind_alert = Warnung
ownership-kind_report = Bericht
ownership-kind_notebook = Notebook
ownership-kind_other = Sonstiges
ownership-title = Besitz
ownership-lead = Wem welches Dashboard, welcher Ordner und welches Datenmodell gehört. Der Inhalt selbst bleibt auf der Plattform. Frühere Besitzer, die noch ansehen oder bearbeiten dürfen, stehen hier { $days } Tage lang dabei.
ownership-register = Objekt registrieren
ownership-register_lead = Tragen Sie ein, was auf der Plattform liegt. Meist tut die Plattform das selbst.
ownership-upload = Aus Tabelle registrieren
ownership-upload_lead = Bis zu 10.000 Zeilen. Richtige Zeilen werden übernommen, auch wenn andere falsch sind, und ein zweites Mal ändert nichts.
ownership-upload_columns = Die erste Zeile nennt die Spalten:
ownership-upload_file = CSV-Datei
ownership-upload_text = Oder die Tabelle hier einfügen
ownership-upload_do = Registrieren, was in der Tabelle steht
ownership-upload_result = Was aus jeder Zeile wurde
ownership-upload_result_lead = Abgelehnte Zeilen stehen vorn. Berichtigen Sie sie und senden Sie die Tabelle noch einmal.
ownership-line = Zeile
ownership-verdict = Ergebnis
ownership-verdict_added = Neu
ownership-verdict_updated = Geändert
ownership-verdict_unchanged = Unverändert
ownership-verdict_refused = Abgelehnt
ownership-object = Objekt
ownership-object_title = Titel
ownership-external_id = ID auf der Plattform
ownership-external_id_hint = Wie sie in der Adresse des Objekts steht.
ownership-kind = Art
ownership-owner = Besitzer
ownership-changed = Geändert
ownership-actions = Aktionen
ownership-all_kinds = Alle Arten
ownership-search = Nach Titel oder ID suchen
ownership-filter = Anzeigen
ownership-none = Nichts passt
ownership-none_lead = Es ist noch nichts registriert, oder nichts, das zum Filter passt.
ownership-shown =
    { $count ->
        [one] Ein Objekt gezeigt
       *[other] { $count } Objekte gezeigt
    }
ownership-former = Ehemaliger Benutzer { $name }
ownership-owns = Was dieser Person gehört
ownership-owns_nothing = Dieser Person gehört nichts.
ownership-count = Anzahl
ownership-person_hint = E-Mail-Adresse, Benutzername oder ein Teil des Namens
ownership-meant = Gemeint sein könnten:
ownership-of_former = Dies gehörte { $name }; das Konto wurde gelöscht.
ownership-from = Von
ownership-from_several = Mehrere Besitzer
ownership-to = An wen
ownership-keeps = Der bisherige Besitzer
ownership-keeps_view = darf weiter ansehen
ownership-keeps_edit = darf weiter bearbeiten
ownership-keeps_none = behält nichts
ownership-hand_over = Übergeben
ownership-hand_over_all = Von einem Benutzer übergeben
ownership-hand_over_all_lead = Alles, was jemandem gehört, oder alles einer Art, auch von ehemaligen Benutzern.
ownership-go_on = Weiter
ownership-ticked = Angekreuztes übergeben
ownership-unregister = Austragen
ownership-unregister_title = Objekt aus dem Register nehmen?
ownership-unregister_text = „{ $title }“ bleibt auf der Plattform, wie es ist, aber niemand steht mehr als Besitzer da.
ownership-done_registered = Registriert
ownership-done_unregistered = Aus dem Register genommen
ownership-transfer = Übergabe
ownership-transfers = Übergaben
ownership-transfers_lead = Was zuletzt den Besitzer gewechselt hat. Die Plattform folgt dem über die API. { $days } Tage lang lässt es sich zurückgeben.
ownership-transfers_none = Noch nichts übergeben
ownership-transfers_none_lead = Übergaben erscheinen hier, sobald es welche gibt.
ownership-when = Wann
ownership-what = Was
ownership-by = Durch
ownership-what_hand_over = Übergeben
ownership-what_remove = Aus dem Register genommen
ownership-what_restore = Wieder zugeordnet
ownership-state = Status
ownership-state_running = Läuft
ownership-state_done = Fertig
ownership-state_stopped = Angehalten: Empfänger gelöscht oder Besitzer zurück
ownership-moved = { $moved } von { $total }
ownership-moved_none = Kein Objekt hat den Besitzer gewechselt.
ownership-moved_kinds = Was übergeben wurde
ownership-look_again = Noch einmal ansehen
ownership-switched_off = Das Konto von { $name } ist deaktiviert: Niemand würde sich um das Übergebene kümmern.
    .next = Wählen Sie jemanden, der sich anmelden kann, oder aktivieren Sie das Konto zuerst.
ownership-only_invited = { $name } wurde eingeladen und hat noch nicht angenommen: Niemand würde sich um das Übergebene kümmern.
    .next = Wählen Sie jemanden, der sich anmelden kann, oder warten Sie, bis die Einladung angenommen ist.
ownership-user_needed = Dieses Feld wird gebraucht: Es nennt einen Benutzer.
    .next = Schreiben Sie E-Mail-Adresse, Benutzernamen oder ID.
ownership-to_service = { $name } ist ein Dienstkonto: Skripte benutzen es, und kein Mensch meldet sich dort an, um sich um das Übergebene zu kümmern.
ownership-counted_dashboard = { $count ->
    [one] { $count } Dashboard
   *[other] { $count } Dashboards
}
ownership-counted_folder = { $count ->
    [one] { $count } Ordner
   *[other] { $count } Ordner
}
ownership-counted_datamodel = { $count ->
    [one] { $count } Datenmodell
   *[other] { $count } Datenmodelle
}
ownership-counted_connection = { $count ->
    [one] { $count } Verbindung
   *[other] { $count } Verbindungen
}
ownership-counted_alert = { $count ->
    [one] { $count } Warnung
   *[other] { $count } Warnungen
}
ownership-counted_report = { $count ->
    [one] { $count } Bericht
   *[other] { $count } Berichte
}
ownership-counted_notebook = { $count ->
    [one] { $count } Notebook
   *[other] { $count } Notebooks
}
ownership-counted_other = { $count ->
    [one] { $count } sonstiges Objekt
   *[other] { $count } sonstige Objekte
}
ownership-others_by_now = Inzwischen sind es andere Objekte als die, die Sie gesehen haben.
    .next = Sehen Sie sich die neuen Zahlen an und bestätigen Sie noch einmal.
ownership-too_many_fit = Mehr als { $maximum } Objekte passen, und so viele werden nicht zusammen übergeben.
    .next = Engen Sie den Filter ein, oder übergeben Sie alles von einem Besitzer.
ownership-still_running = Diese Übergabe läuft noch.
    .next = Warten Sie, bis sie fertig ist.
ownership-not_handed_over = Hier wurde nichts übergeben.
    .next = Wählen Sie eine Übergabe, bei der Objekte den Besitzer gewechselt haben.
ownership-nothing_left = Davon kann nichts den Besitzer wechseln.
    .next = Sehen Sie sich an, was geschähe und warum nichts möglich ist.
ownership-passed_on = Es gehört inzwischen { $name }.
    .next = Kreuzen Sie es in der Liste an, wenn es noch einmal den Besitzer wechseln soll.
ownership-owner_gone = Das Konto von { $name }, wem es vorher gehörte, wurde gelöscht.
    .next = Holen Sie den Benutzer erst zurück, oder übergeben Sie es jemand anderem.
ownership-would = Was geschähe
ownership-would_change = { $all ->
    [one] { $changed } von { $all } Objekt wechselt den Besitzer.
   *[other] { $changed } von { $all } Objekten wechseln den Besitzer.
}
ownership-would_stay = { $count ->
    [one] { $count } ist schon beim Empfänger.
   *[other] { $count } sind schon bei ihren Empfängern.
}
ownership-yes = { $count ->
    [one] { $count } Objekt übergeben
   *[other] { $count } Objekte übergeben
}
ownership-and_others = und andere
ownership-all_fitting = Alle, die passen ({ $counted })
ownership-counted_all = { $count ->
    [one] { $count } Objekt
   *[other] { $count } Objekte
}
ownership-counted_more = { $count ->
    [one] mehr als { $count } Objekt
   *[other] mehr als { $count } Objekte
}
ownership-kept_view = Gehörte vorher { $name }, darf es weiter ansehen
ownership-kept_edit = Gehörte vorher { $name }, darf es weiter bearbeiten
ownership-hand_back = Zurückgeben
ownership-hand_back_until = Lässt sich bis zum { $date } zurückgeben.
ownership-hand_back_over = Die { $days } Tage, in denen es sich zurückgeben ließ, sind vorbei.
ownership-what_hand_back = Zurückgegeben
ownership-to_former = Wem es vorher gehörte
ownership-back_of = Macht rückgängig
ownership-back_of_this = eine frühere Übergabe
ownership-moved_objects = Wer was bekam
ownership-moved_more = Weiter
ownership-owner_now = Besitzer jetzt
ownership-transfers_shown = { $count ->
    [one] { $count } Übergabe gezeigt
   *[other] { $count } Übergaben gezeigt
}
audit-event_ownership_export = Die Liste der Objekte wurde exportiert
