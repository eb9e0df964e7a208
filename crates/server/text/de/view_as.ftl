# Seiten als jemand anderes ansehen.

view_as-title = Ansehen als { $name }
view_as-lead = Sie sehen die Seiten so, wie { $name } sie sieht. Ändern können Sie dabei nichts.
view_as-told = Das Audit-Protokoll hält beide Namen und den Grund fest. Nach Ablauf der Zeit endet es von selbst.
view_as-reason = Grund
view_as-reason_hint = Zum Beispiel die Nummer einer Supportanfrage
view_as-minutes = Wie lange
view_as-start = Beginnen
view_as-no_reason = Ein Grund mit 1 bis { $maximum } Zeichen ist nötig.
    .next = Schreiben Sie, warum Sie nachsehen müssen.
view_as-bad_time = Die Zeit muss 1 bis { $maximum } Minuten betragen.
    .next = Wählen Sie eine aus der Liste.
view_as-browser_only = Nur ein Mensch im Browser kann Seiten als jemand anderes ansehen.
    .next = Melden Sie sich mit einem Browser an.
view_as-sysadmin = Niemand sieht Seiten als Sys. Admin an.
    .next = Wählen Sie jemand anderen.
view_as-equal = Niemand sieht Seiten als jemand an, der gleich viel darf.
    .next = Wählen Sie jemanden, der weniger darf, oder fragen Sie diese Person.
view_as-yourself = Das sind schon Ihre eigenen Seiten.
    .next = Wählen Sie jemand anderen.
view_as-inactive = Dieses Konto ist nicht aktiv und sieht keine Seiten.
    .next = Reaktivieren Sie das Konto zuerst.
