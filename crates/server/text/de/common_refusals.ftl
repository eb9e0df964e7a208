# What the floor under all rooms refuses.

database-busy = Der Server hat gerade mehr zu tun, als er bewältigen kann.
    .next = Versuchen Sie es gleich noch einmal.
database-full = Es ist kein Speicherplatz mehr frei, um etwas zu speichern.
    .next = Gespeichertes lässt sich weiterhin lesen. Wer den Server betreibt, muss Platz auf dem Datenträger schaffen.
database-nul_in_text = Ein Text enthält ein Zeichen, das sich nicht speichern lässt (NUL).
    .next = Entfernen Sie es und senden Sie die Anfrage noch einmal.
database-newer = Diese Datenbank stammt von einer neueren Version ({ $database }), als dieses Programm kennt ({ $program }).
    .next = Starten Sie die neuere Version des Programms oder stellen Sie eine Sicherung von vor dem Upgrade wieder her.
jobs-queue_full = Es warten schon zu viele Aufgaben.
    .next = Versuchen Sie es später noch einmal.
outbox-bad_address = An diese Adresse lässt sich keine E-Mail senden.
    .next = Prüfen Sie die Adresse.
rate_limits-too_many =
    { $seconds ->
        [one] Zu viele Versuche. Warten Sie { $seconds } Sekunde.
       *[other] Zu viele Versuche. Warten Sie { $seconds } Sekunden.
    }
    .next = Versuchen Sie es dann noch einmal.
groups-unknown = { $which ->
    [named] Eine Gruppe „{ $resource }“ gibt es nicht.
   *[other] Diese Gruppe gibt es nicht.
}
    .next = Prüfen Sie die ID oder den Namen der Gruppe.
groups-unknown_name = Es gibt keine Gruppe namens „{ $name }“.
    .next = { $names ->
        [none] Schreiben Sie den Namen so, wie ihn die Liste der Gruppen zeigt.
       *[other] Meinten Sie eine von diesen: { $names }?
    }
sessions-not_found = Diese Sitzung gibt es nicht mehr.
    .next = Sehen Sie noch einmal in die Liste.
sessions-ended = Diese Sitzung ist beendet.
    .next = Melden Sie sich neu an.
sessions-confirm_first = Dafür ist Ihr Passwort nötig, weil Sie es vor längerer Zeit eingegeben haben.
    .next = Geben Sie es in dem Feld ein, das das Formular dafür hat, oder melden Sie sich erneut an.
feature_management-off = Ein Administrator hat diesen Bereich ausgeschaltet.
    .next = Wenn Sie ihn brauchen, bitten Sie einen Administrator, ihn in der Funktionsverwaltung einzuschalten.
one_time_links-not_valid = Dieser Link funktioniert nicht mehr.
    .next = Er wurde schon benutzt, ist abgelaufen oder durch einen neueren ersetzt. Fordern Sie eine neue E-Mail an.
one_time_links-wrong_code = Dieser Code stimmt nicht oder ist abgelaufen.
    .next = Sehen Sie in die neueste E-Mail oder fordern Sie eine weitere an.
api_tokens-bad_name = Ein Token braucht einen Namen mit 1 bis { $maximum } Zeichen.
    .next = Benennen Sie es nach dem Skript, das es verwenden wird.
api_tokens-bad_expiry = Ein Token gilt höchstens { $maximum } Tage oder unbegrenzt.
    .next = Wählen Sie eine Dauer aus der Liste.
api_tokens-bad_overlap = Das alte Token kann 0 bis { $maximum } Stunden weiter gelten.
    .next = Wählen Sie eine Zahl dazwischen.
api_tokens-bad_scope = Diesen Berechtigungsumfang gibt es nicht.
    .next = Wählen Sie einen aus der Liste.
api_tokens-too_many = Sie haben { $maximum } Token; mehr sind nicht möglich.
    .next = Widerrufen Sie die, die niemand verwendet.
api_tokens-not_found = Dieses Token gibt es nicht mehr.
    .next = Sehen Sie noch einmal in die Liste.
api_tokens-not_rotatable = Dieses Token wurde schon ausgetauscht.
    .next = Tauschen Sie das neuere aus.
api_v09-bad_key = Dieser x-api-key funktioniert hier nicht.
    .next = Prüfen Sie den Schlüssel, mit dem er signiert ist, sowie die E-Mail-Adresse und das Passwort darin.
api_v09-key_off = Der alte x-api-key ist hier ausgeschaltet.
    .next = Verwenden Sie ein Token aus „Mein Profil“ > „API-Token“ als `Authorization: Bearer`.
api_tokens-expires = Ihr Token läuft am { $when } ab.
api_tokens-beyond_own_scope = Dieses Token kann keines erzeugen, das mehr darf als es selbst.
    .next = Verlangen Sie einen engeren Umfang, oder erzeugen Sie das Token unter „Mein Profil“ > „API-Token“.
web-hidden_letter = Darin steht ein unsichtbares Zeichen: { $letter }.
    .next = Tippen Sie den Text neu ein, statt ihn einzufügen.
