# Downloads: versions of the platform.

downloads-title = Download
downloads-lead = Versionen der Plattform, die Ihre Lizenzen öffnen, die neueste zuerst.
downloads-none = Nichts herunterzuladen
downloads-none_lead = Eine gültige Lizenz öffnet die Downloads. Schreiben Sie uns, wenn Sie hier etwas erwartet haben.
downloads-closed =
    { $count ->
        [one] Es gibt eine Version, die Ihre Lizenzen nicht öffnen
       *[other] Es gibt { NUMBER($count) } Versionen, die Ihre Lizenzen nicht öffnen
    }
downloads-version = Version { $version }
downloads-latest = Neueste
downloads-sha256 = SHA-256:
downloads-get = Herunterladen
downloads-signature = Signatur
downloads-bytes = { NUMBER($count) } Byte
downloads-kilobytes = { NUMBER($count) } kB
downloads-megabytes = { NUMBER($count) } MB
downloads-check = Prüfen, was Sie heruntergeladen haben
downloads-check_lead = Die Prüfsumme zeigt, dass die Datei ganz angekommen ist, die Signatur, dass sie von uns kommt.
downloads-public_key = Unser öffentlicher Schlüssel
downloads-unknown = Diese Version oder Datei gibt es für Sie nicht.
    .next = Öffnen Sie Download: Dort steht, was Ihre Lizenzen öffnen.
    .host = `seatwarden license releases list` listet alle Versionen auf.
downloads-bad_version = Eine Version hat 1 bis { NUMBER($maximum) } Buchstaben, Ziffern und Zeichen aus -_.+.
    .next = Nennen Sie sie etwa 2026.4.1.
downloads-version_taken = Diese Version gibt es bereits.
    .next = Geben Sie ihr eine andere Nummer.
downloads-bad_notes = Die Hinweise sind länger als { NUMBER($maximum) } Zeichen.
    .next = Kürzen Sie sie.
downloads-bad_file = Ein Dateiname hat 1 bis { NUMBER($maximum) } Buchstaben, Ziffern und Zeichen aus -_.+.
    .next = Benennen Sie die Datei um und senden Sie sie erneut.
downloads-file_taken = Die Version hat bereits eine solche Datei oder so viele wie möglich.
    .next = Geben Sie der Datei einen anderen Namen oder legen Sie eine andere Version an.
downloads-not_ready = Die Version ist dafür nicht im richtigen Zustand.
    .next = Dateien kommen in Entwürfe; ein Entwurf mit Datei wird veröffentlicht; Veröffentlichtes wird zurückgezogen.
audit-event_downloads_create = Eine Version wurde entworfen
audit-event_downloads_add_file = Einer Version wurde eine Datei hinzugefügt
audit-event_downloads_publish = Eine Version wurde veröffentlicht
audit-event_downloads_withdraw = Eine Version wurde zurückgezogen
downloads-too_large = Die Datei ist größer, als dieser Server annimmt ({ $megabytes } MB).
    .next = Teilen Sie sie, oder lassen Sie license_server.release_file_bytes_max erhöhen. Nichts davon wurde behalten.
downloads-disk_full = Auf der Platte des Servers ist kein Platz mehr für diese Datei.
    .next = Schaffen Sie Platz im Ordner der Downloads, und senden Sie die Datei noch einmal. Nichts davon wurde behalten.
downloads-unreadable = { $file } kann nicht gelesen werden: { $why }
    .next = Prüfen Sie den Pfad, und ob Sie die Datei lesen dürfen.
downloads-damaged = { $file } auf der Platte ist nicht die Datei, die hinzugefügt wurde.
    .next = Ziehen Sie die Version zurück, und finden Sie heraus, wer den Ordner der Downloads änderte.
downloads-cli_signed = Die Dateien von { $version } sind neu signiert
downloads-cli_published = { $version } ist veröffentlicht
downloads-cli_withdrawn = { $version } ist zurückgezogen
audit-event_downloads_sign_again = Die Dateien einer Version wurden neu signiert
audit-event_downloads_download = Eine Datei einer Version wurde heruntergeladen
audit-event_downloads_download_signature = Die Signatur einer Datei wurde heruntergeladen
