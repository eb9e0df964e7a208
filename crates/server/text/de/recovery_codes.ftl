# Recovery codes.

recovery_codes-lead = Zehn Codes für den Tag, an dem jeder andere Zugang verloren ist. Jeder funktioniert einmal. Drucken Sie sie aus und bewahren Sie sie so auf, dass sie nicht zusammen mit einem Passwortmanager verloren gehen.
recovery_codes-once = Diese Codes werden nur dieses eine Mal angezeigt. Frühere Codes funktionieren nicht mehr.
recovery_codes-left =
    { $count ->
        [0] Sie haben keinen unbenutzten Code.
        [one] Sie haben { $count } unbenutzten Code.
       *[other] Sie haben { $count } unbenutzte Codes.
    }
recovery_codes-make = Neue Codes erstellen
recovery_codes-use_title = Wiederherstellungscode verwenden
recovery_codes-use_lead = Jeder Code funktioniert einmal. Damit wählen Sie ein neues Passwort.
recovery_codes-code = Wiederherstellungscode
recovery_codes-use = Weiter

recovery_codes-wrong = Dieser Code stimmt nicht oder wurde schon verwendet.
    .next = Versuchen Sie einen anderen, oder bitten Sie den Betreiber des Servers, `seatwarden rescue` auszuführen.
recovery_codes-reminder_title = Sie haben keine Wiederherstellungscodes
recovery_codes-reminder = Sie sind Sys. Admin. Wenn Sie Passwort und Postfach verlieren, führen diese Codes ohne fremde Hilfe zurück.
recovery_codes-make_now = Wiederherstellungscodes erzeugen
recovery_codes-later = In { $days } Tagen erinnern
