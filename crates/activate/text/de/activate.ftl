# Was auf dieser Maschine dagegen steht.
activate-no_server = Es ist kein Lizenzserver eingestellt
    .next = Setzen Sie `server_url` unter `[license]` in der Konfiguration, oder geben Sie `--server URL` an
activate-bad_server = `{ $url }` ist nicht die Adresse eines Lizenzservers
    .next = Schreiben Sie sie als `https://license.vendor.example`, ohne Pfad
activate-plain_http = `{ $host }` würde ohne TLS gerufen, und jeder auf dem Weg könnte das Passwort lesen
    .next = Schreiben Sie `https://` vor den Namen
activate-bad_proxy = `{ $url }` ist nicht die Adresse eines Proxys
    .next = Schreiben Sie sie als `http://proxy.example:3128`
activate-bad_ca_file = In `{ $path }` ist kein Zertifikat
    .next = Geben Sie eine Datei mit Zertifikaten im Format PEM an
activate-no_roots = Dieses Programm kennt keinen Hersteller, dessen Lizenzen es glauben soll
    .next = Legen Sie die öffentlichen Wurzelschlüssel Ihres Herstellers in `{ $path }`, einen je Zeile
activate-no_roots_file = Es gibt keine Datei `{ $path }` mit den Wurzelschlüsseln Ihres Herstellers
    .next = Legen Sie dort die öffentlichen Wurzelschlüssel Ihres Herstellers ab, einen je Zeile, oder setzen Sie `license.roots_file` darauf, wo sie liegen
activate-roots_open = Andere als der Administrator dürfen `{ $path }` schreiben
    .next = Geben Sie die Datei root, und nehmen Sie allen anderen das Recht zu schreiben: `chmod 644`
activate-roots_broken = `{ $path }` enthält keine Wurzelschlüssel: { $why }
    .next = Legen Sie die öffentlichen Wurzelschlüssel Ihres Herstellers hinein, einen je Zeile
activate-machine_unknown = Zu wenig unterscheidet diese Maschine von anderen: { $found } von 2 Merkmalen wurden gefunden
    .next = Geben Sie ihr einen eigenen Namen: `machine_id` unter `[license]`, oder SEATWARDEN_LICENSE__MACHINE_ID
activate-nothing_installed = Hier ist keine Lizenz installiert
    .next = Rufen Sie `activate` auf, oder auf einer Maschine ohne Netz `request` und `install`
activate-was_returned = Diese Lizenz hat diese Maschine zurückgegeben
    .next = Aktivieren Sie noch einmal; das gibt eine neue Datei
activate-changed_meanwhile = Ein anderes Programm hat die Lizenz hier geändert, während auf die Antwort gewartet wurde; die Antwort wurde nicht übernommen
    .next = Sehen Sie `status` an, und wiederholen Sie es, wenn es noch zu tun ist
activate-bad_answer = Der Lizenzserver hat etwas geantwortet, was dieses Programm nicht versteht
    .next = Aktualisieren Sie das Programm; bleibt es so, sagen Sie es Ihrem Hersteller
activate-key_open = Andere können den Schlüssel dieser Maschine lesen, `{ $path }`
    .next = `chmod 600`. Wenn ihn jemand kopiert haben kann, geben Sie die Lizenz zurück, entfernen Sie die Datei und aktivieren Sie noch einmal
activate-key_broken = Der Schlüssel dieser Maschine, `{ $path }`, ist beschädigt
    .next = Stellen Sie ihn aus einer Sicherung wieder her, oder entfernen Sie ihn und aktivieren Sie noch einmal
activate-folder_denied = `{ $path }` lässt sich nicht lesen oder schreiben: { $why }
    .next = Rufen Sie dies als Benutzer des Servers auf, oder als root
activate-folder_broken = `{ $path }` lässt sich nicht benutzen: { $why }
    .next = Sehen Sie nach dem Ordner und der Platte
activate-file_large = `{ $path }` ist größer als { $maximum } Bytes
    .next = Das ist keine Datei von uns: entfernen Sie sie
activate-disk_full = Für `{ $path }` ist kein Platz mehr: { $why }
    .next = Schaffen Sie Platz auf der Platte
activate-unreachable_name = Der Name `{ $host }` ist hier nicht bekannt: { $why }
    .next = Rufen Sie `doctor` auf, oder machen Sie ohne Netz weiter: `request`
activate-unreachable_connection = Unter `{ $host }` antwortet niemand: { $why }
    .next = Rufen Sie `doctor` auf, oder machen Sie ohne Netz weiter: `request`
activate-unreachable_proxy = Der Proxy lässt dies nicht zu `{ $host }` durch: { $why }
    .next = Rufen Sie `doctor` auf, oder machen Sie ohne Netz weiter: `request`
activate-unreachable_certificate = Dem Zertifikat von `{ $host }` vertraut diese Maschine nicht: { $why }
    .next = Rufen Sie `doctor` auf: es nennt, wer das Zertifikat gemacht hat
activate-unreachable_time = `{ $host }` hat zu lange gebraucht: { $why }
    .next = Rufen Sie `doctor` auf, oder machen Sie ohne Netz weiter: `request`
activate-unreachable_stranger = Für `{ $host }` hat etwas anderes als der Lizenzserver geantwortet: { $why }
    .next = Rufen Sie `doctor` auf: es sagt, was es war
activate-fault = Etwas ist kaputtgegangen bei: { $doing }: { $cause }
    .next = Versuchen Sie es noch einmal; wenn es bleibt, sagen Sie Ihrem Hersteller diese Worte
activate-bad_time = `{ $value }` ist kein Tag
    .next = Schreiben Sie ihn als `2027-03-01` oder `2027-03-01T12:00:00Z`
activate-early_time = `{ $value }` liegt vor 1970, und so eine Zeit kennt keine Lizenz
    .next = Geben Sie einen Tag ab dem 1970-01-01 an
activate-no_secret = Es wurde nichts angegeben
    .next = Tippen Sie es, wenn danach gefragt wird, oder geben Sie es auf der Standardeingabe
activate-cancelled = Es wurde nichts getan
    .next = Rufen Sie es wieder auf, wenn Sie haben, wonach gefragt wird
activate-unreadable = `{ $path }` lässt sich nicht lesen: { $why }
    .next = Sehen Sie nach dem Pfad
activate-unwritable = `{ $path }` lässt sich nicht schreiben: { $why }
    .next = Nennen Sie eine Datei in einem Ordner, in den Sie schreiben dürfen
activate-no_email = Wer sich mit einem Passwort anmeldet, nennt das Lizenzkonto
    .next = Geben Sie `--email NAME@FIRMA` an, oder nehmen Sie einen einmaligen Code aus dem Portal: `--code`

# What is wrong with the configuration, in the words of the server.
activate-unreadable_file = Die Konfigurationsdatei `{ $path }` lässt sich nicht lesen: { $cause }
    .next = Mit `--config` eine Datei nennen, die dieser Benutzer lesen darf
activate-bad_file = { $source }: Das ist kein TOML: { $cause }
    .next = Die Zeile berichtigen; Texte stehen in Anführungszeichen
activate-unknown_section = { $source }: Den Abschnitt `{ $section }` gibt es nicht
    .next =
        { $hint ->
            [none] `seatwarden config print` zeigt alle Optionen
           *[other] War `{ $hint }` gemeint?
        }
activate-unknown_option = { $source }: Die Option `{ $key }` gibt es nicht
    .next =
        { $hint ->
            [none] `seatwarden config print` zeigt alle Optionen
           *[other] War `{ $hint }` gemeint?
        }
activate-bad_value = { $source }: `{ $key }` nimmt diesen Wert nicht an
    .next =
        { $form ->
            [number] Eine ganze Zahl von { $least } bis { $most } angeben
            [choice] Eines davon angeben: { $choices }
           *[text] Einen Text in Anführungszeichen angeben
        }
activate-secret_twice = { $source }: `{ $key }` ist zweimal angegeben, als Wert und als Datei
    .next = Nur eines behalten: `{ $key }` oder `{ $key }_file`
activate-secret_file = { $source }: Die Datei `{ $path }` von `{ $key }` lässt sich nicht lesen: { $cause }
    .next = Eine Textdatei nennen, die dieser Benutzer lesen darf

activate-limit_title = Your license has exceeded its user limit (die Aktivierungen Ihrer Lizenz sind aufgebraucht)

# Schwierigkeiten.
activate-trouble_clock_jumped = Die Uhr dieser Maschine ist nach vorn gesprungen, und wird noch nicht geglaubt; es gilt { $believed }
    .next = Wenn die Uhr richtig geht, ist nichts zu tun: nach einem Tag wird sie geglaubt
activate-trouble_clock_suspect = Die Uhr dieser Maschine steht hinter dem, was sie schon gezeigt hat; es gilt { $believed }
    .next = Stellen Sie die Uhr. Wenn sie vorher falsch ging und jetzt richtig: `time recover`
activate-trouble_clock_behind = Die Uhr dieser Maschine steht vor einer Zeit, die der Hersteller unterschrieben hat; es gilt { $believed }
    .next = Stellen Sie die Uhr: bis dahin wird die Lizenz nicht erneuert
activate-trouble_ends_soon = Ohne eine weitere Antwort des Herstellers läuft diese Maschine bis { $until }
    .next = Erneuern Sie mit `renew`; ohne Netz stellen Sie mit `request` eine Anfrage und spielen die Antwort mit `install` ein
activate-trouble_clock_gone = Die Zeitmarke der Maschine wurde aus dem Ordner der Lizenz entfernt oder durch eine alte ersetzt
    .next = Fragen Sie mit `time recover` nach der Zeit und lassen Sie die Dateien dieses Ordners, wo sie sind.
activate-trouble_returned = Die Lizenz hier wurde zurückgegeben
    .next = Aktivieren Sie noch einmal
activate-trouble_nothing = In `{ $path }` ist keine Lizenz installiert
    .next = Rufen Sie `activate` auf, oder auf einer Maschine ohne Netz `request` und `install`
activate-trouble_license_gone = Die Lizenz, die in `{ $path }` installiert war, fehlt
    .next = Der Server legt sie binnen einer Minute zurück, solange er läuft. Ohne ihn `activate` ausführen: Das nimmt keinen zweiten Platz
activate-trouble_no_key = Der Schlüssel dieser Maschine ist weg; die Lizenz hier ist deshalb nichts wert
    .next = Stellen Sie den ganzen Ordner aus einer Sicherung wieder her, oder aktivieren Sie noch einmal
activate-trouble_other_machine = Die Lizenz hier ist für eine andere Maschine
    .next = Aktivieren Sie diese Maschine. Wenn es nach einer Reparatur dieselbe ist, geben Sie zuerst die alte im Portal frei
activate-trouble_unbound = Der Offline-Schlüssel hier wurde auf dieser Maschine nie installiert
    .next = Installieren Sie den Schlüssel noch einmal mit `install`
activate-trouble_lease_other = Die Frist hier gehört zu einer anderen Lizenz
    .next = Rufen Sie `renew` auf
activate-trouble_lease_gone = Die Frist dieser Lizenz fehlt hier
    .next = Der Server fragt binnen Minuten nach einer neuen; ohne ihn `renew` aufrufen
activate-trouble_displaced = Ein anderer Server hat den Platz von diesem; er läuft bis { $until }
    .next = Geben Sie vor diesem Tag im Portal einen Server frei

# Dateien, die abgelehnt werden; die nicht genannten sind beschädigt.
license_file-nothing = In diesem Text ist keine Lizenzdatei
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-too_long = Der Text ist zu lang für eine Lizenzdatei
    .next = Kopieren Sie nur die Datei
license_file-armor_open = Die letzte Zeile der Datei fehlt
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-signature = Die Unterschrift ist falsch: die Datei wurde verändert oder abgeschnitten
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-kind = Die Datei ist von anderer Art als die, die hier gebraucht wird
    .next = `explain` sagt, was sie ist
license_file-version = Die Datei hat ein neueres Format als dieses Programm
    .next = Aktualisieren Sie das Programm
license_file-root_unknown = Die Datei ist von keinem Hersteller, den dieses Programm kennt
    .next = Vergleichen Sie die Wurzelschlüssel Ihres Herstellers mit denen dieser Maschine: in `/etc/seatwarden/license-roots`, oder wo `license.roots_file` es sagt
license_file-signer_revoked = Der Schlüssel, der die Datei unterschrieben hat, wurde widerrufen
    .next = Holen Sie eine neue Datei aus dem Portal
license_file-file_revoked = Der Hersteller hat diese Datei widerrufen
    .next = Holen Sie eine neue Datei aus dem Portal, oder fragen Sie Ihren Hersteller
license_file-replaced = Die Datei ist älter als die, die hier installiert ist
    .next = Es ist nichts zu tun
license_file-machine = Die Datei ist für eine andere Maschine
    .next = Machen Sie auf dieser Maschine eine Anfrage, und bringen Sie deren Antwort
license_file-device = Die Datei kommt von einer anderen Maschine
    .next = Machen Sie sie auf dieser Maschine noch einmal
license_file-other_file = Die Datei gehört zu einer anderen Lizenz
    .next = Installieren Sie zuerst die Lizenz, für die sie ist
license_file-install_by = Der Offline-Schlüssel war früher zu installieren
    .next = Erzeugen Sie im Portal einen neuen
license_file-clock_behind = Die Uhr dieser Maschine steht vor einer Zeit, die der Hersteller unterschrieben hat
    .next = Stellen Sie die Uhr
license_file-challenge = Die Antwort gehört zu einer anderen Frage nach der Zeit
    .next = Rufen Sie `time recover` noch einmal auf, und bringen Sie die Antwort auf diese Frage
license_file-floor_forged = Die gespeicherte Zeit dieser Maschine ist beschädigt
    .next = Rufen Sie `renew` auf, oder `time recover`
license_file-armor_twice = In diesem Text sind zwei Dateien, gebraucht wird eine
    .next = Geben Sie immer nur eine Datei an
license_file-armor_label = Die erste und die letzte Zeile der Datei nennen verschiedene Arten
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-armor_character = In der Datei steht ein Zeichen, das nicht hineingehört
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-shape = Die Datei besteht nicht aus drei Teilen wie Lizenzdateien
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-base64_padding = Ein Teil der Datei endet mit Gleichheitszeichen, die Lizenzdateien nie haben
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-base64_alphabet = Ein Teil der Datei hat Zeichen, die Lizenzdateien nicht haben
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-base64_trailing = Ein Teil der Datei ist abgeschnitten
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-header_json = Der Kopf der Datei ist nicht zu lesen
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-header_twice = Der Kopf der Datei sagt etwas zweimal
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-header_field = Der Kopf der Datei enthält etwas, das dieses Programm nicht kennt
    .next = Aktualisieren Sie das Programm; bleibt es so, nennen Sie Ihrem Anbieter den Code
license_file-header_missing = Im Kopf der Datei fehlt etwas
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-alg_none = Die Datei ist nicht unterschrieben; jeder kann sie geschrieben haben
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-alg = Die Datei ist mit einem Verfahren unterschrieben, das dieses Programm nicht annimmt
    .next = Aktualisieren Sie das Programm; bleibt es so, nennen Sie Ihrem Anbieter den Code
license_file-crit = Die Datei verlangt etwas, das dieses Programm nicht kennt
    .next = Aktualisieren Sie das Programm; bleibt es so, nennen Sie Ihrem Anbieter den Code
license_file-typ = Die Datei ist von keiner Art, die dieses Programm kennt
    .next = Aktualisieren Sie das Programm; bleibt es so, nennen Sie Ihrem Anbieter den Code
license_file-signature_length = Die Unterschrift hat die falsche Länge: die Datei wurde abgeschnitten
    .next = Kopieren Sie alles, von der ersten Zeile mit Strichen bis zur letzten
license_file-signature_not_reduced = Die Unterschrift wurde nach dem Unterschreiben verändert
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-key_length = Ein Schlüssel in der Datei hat die falsche Länge
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-key_point = Ein Schlüssel in der Datei ist beschädigt
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-key_weak = Ein Schlüssel in der Datei schützt nichts: alles sähe damit unterschrieben aus
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-content_json = Der Inhalt der Datei ist nicht zu lesen
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-content_twice = Der Inhalt der Datei sagt etwas zweimal
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-claim = In der Datei fehlt etwas, oder es sagt, was es nicht sagen kann
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-time = Eine Zeit in der Datei ist nicht so geschrieben, wie sie es dort muss
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-time_order = Die Zeiten in der Datei widersprechen sich
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-too_many = Eine Liste oder ein Text in der Datei ist zu lang
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-text_control = Ein Text in der Datei hat Zeichen, die man nicht sieht
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-statement_signature = Die Erklärung des Anbieters, wer die Datei unterschrieb, ist gefälscht oder beschädigt
    .next = Vergleichen Sie die Wurzelschlüssel in `/etc/seatwarden/license-roots`, oder wo `license.roots_file` es sagt, mit denen Ihres Anbieters
license_file-statement_kind = Die Datei sagt nicht, wer sie unterschrieb
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-statement_key = Die Datei nennt einen anderen Unterzeichner als den, der es war
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben
license_file-statement_long = Der Unterzeichner der Datei wurde für zu lange Zeit benannt
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-signer_early = Die Datei wurde unterschrieben, bevor der Unterzeichner es durfte
    .next = Sehen Sie nach der Uhr dieser Maschine, und bitten Sie dann Ihren Anbieter um eine neue Datei
license_file-signer_expired = Die Datei wurde unterschrieben, als die Zeit des Unterzeichners vorbei war
    .next = Holen Sie eine neue Datei aus dem Portal
license_file-signer_scope = Der Unterzeichner darf Dateien dieser Art nicht unterschreiben
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-renew_by = Die Datei lässt bis zur nächsten Erneuerung mehr Zeit, als der Unterzeichner geben darf
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-bulletin_old = Eine neuere Sperrliste des Anbieters ist schon hier
    .next = Es ist nichts zu tun
license_file-bulletin_range = Der Unterzeichner der Sperrliste darf keine mit dieser Nummer unterschreiben
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-grace_stops = Die Datei würde anhalten, was keine Lizenz anhalten darf: anmelden, ansehen, exportieren
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-grace_order = Die Schritte nach dem Ende der Lizenz stehen in der Datei in falscher Reihenfolge
    .next = Hier lässt sich das nicht richten: nennen Sie Ihrem Anbieter den Code und bitten Sie um eine neue Datei
license_file-replayed = Diese Datei wurde schon einmal abgegeben
    .next = Es ist nichts zu tun
activate-in_file = In `{ $file }`: { $what }
activate-damaged = Die Datei ist beschädigt, oder keine von uns: { $why } ({ $code })
    .next = Holen Sie die Datei noch einmal von dort, woher Sie sie haben

# Der Doktor.
doctor-title = { $wrong ->
    [0] Nichts steht zwischen dieser Installation und ihrer Lizenz
    [one] { $wrong } Hindernis steht zwischen dieser Installation und ihrer Lizenz
   *[other] { $wrong } Hindernisse stehen zwischen dieser Installation und ihrer Lizenz
  }
doctor-title_warnings = { $count ->
    [one] Nichts steht zwischen dieser Installation und ihrer Lizenz, aber es gibt eine Warnung
   *[other] Nichts steht zwischen dieser Installation und ihrer Lizenz, aber es gibt { $count } Warnungen
  }
doctor-roots = Wurzelschlüssel des Herstellers: { $count }
doctor-folder = Der Ordner `{ $path }` lässt sich schreiben
doctor-folder_new = Der Ordner `{ $path }` wird angelegt
doctor-folder_open = Andere als der Besitzer können in `{ $path }` hinein
    .next = `chmod 700`
doctor-disk_low = Auf der Platte von `{ $path }` sind noch { $free } KiB frei
    .next = Schaffen Sie Platz: eine Frist, die sich nicht schreiben lässt, ist verloren
doctor-machine = Diese Maschine wird erkannt an: { $parts }
doctor-duplicate_id = `{ $part }` ist `{ $value }`, was viele Maschinen haben; es zählt nicht
    .next = Wenn diese Maschine aus einem Abbild entstand, geben Sie ihr eine eigene Kennung: `systemd-machine-id-setup`
doctor-container_unnamed = Dieser Container hat keinen Namen, und wird am Ordner erkannt, den er behält
    .next = Legen Sie den Ordner auf ein Volume, oder setzen Sie `machine_id` unter `[license]`: sonst nimmt jeder Start einen weiteren Platz
doctor-license = Lizenz `{ $package }`, bis { $until }
doctor-license_not_yet = Lizenz `{ $package }` gilt ab { $from }
    .next = Warten Sie auf diesen Tag, oder installieren Sie eine Lizenz, die heute gilt
doctor-license_grace = Lizenz `{ $package }` galt bis { $until }; die Nachfrist läuft bis { $grace }
    .next = Erneuern Sie sie vorher: `renew`, oder ohne Netz `request` und `install`
doctor-license_over = Lizenz `{ $package }` galt bis { $until }, und die Nachfrist ist vorbei
    .next = Erneuern Sie sie: `renew`, oder ohne Netz `request` und `install`
doctor-refused = Der Lizenzserver lehnt ab ({ $code }): { $why }
    .next = { $next ->
        [none] Sehen Sie die Lizenz im Portal an, oder fragen Sie Ihren Hersteller
       *[other] { $next }
    }
doctor-no_slot = Bei der nächsten Erneuerung ist für diese Maschine kein Platz da: andere Server haben alle. Sie läuft bis { $until }
    .next = Geben Sie im Portal einen Server frei, drücken Sie dort „Aktivierungen zurücksetzen“, rufen Sie `return` auf einem Server auf, der nicht gebraucht wird, oder lassen Sie die Grenze vom Hersteller anheben; `renew --dry-run` fragt noch einmal
doctor-offline = Es ist kein Lizenzserver eingestellt: Lizenzdateien werden von Hand gebracht
doctor-dns = Der Name `{ $host }` ist hier nicht bekannt: { $why }
    .next = Lassen Sie den Namen auflösen, sehen Sie nach /etc/resolv.conf, oder setzen Sie einen Proxy
doctor-dns_good = `{ $host }` ist { $addresses }
doctor-tcp_refused = `{ $host }` lehnt Verbindungen auf Port { $port } ab: { $why }
    .next = Sehen Sie nach der Adresse des Lizenzservers, oder bitten Sie, dass die Firewall es durchlässt
doctor-tcp_timeout = Unter `{ $host }`, Port { $port }, antwortet niemand: eine Firewall verschluckt es
    .next = Schicken Sie die Bitte unten an die, die Ihre Firewall betreuen
doctor-tcp_unreachable = Es gibt keinen Weg zu `{ $host }`, Port { $port }: { $why }
    .next = Schicken Sie die Bitte unten an die, die Ihre Firewall betreuen
doctor-tcp_forbidden = Diese Maschine selbst verbietet die Verbindung zu `{ $host }`, Port { $port }: { $why }
    .next = Sehen Sie nach der Firewall dieser Maschine und ihrer Sicherheitssoftware; erlauben Sie diesem Programm die Verbindung
doctor-security_software = Auf dieser Maschine läuft Sicherheitssoftware, die verwerfen, abbrechen oder mitlesen kann, was dieses Programm sendet: { $found }
    .next = Namen sind hier bekannt, das Netz geht also: Bitten Sie, wer diese Software betreut, `seatwarden-activate` und den Server zum Lizenzserver durchzulassen, oder sehen Sie in ihrem Protokoll nach diesem Moment
doctor-security_software_none = Neben einer Firewall kann Sicherheitssoftware auf dieser Maschine dieses Programm aufhalten; bekannte wurde keine gefunden
    .next = Erreicht alles andere auf dieser Maschine das Netz, suchen Sie nach einem Agenten, der Programme einzeln zulässt
doctor-tcp_good = `{ $host }` antwortet auf Port { $port }
doctor-proxy_dns = Der Name des Proxys, `{ $host }`, ist hier nicht bekannt: { $why }
    .next = Sehen Sie nach `proxy` unter `[license]`, oder nach HTTPS_PROXY
doctor-proxy_down = Der Proxy `{ $host }`, Port { $port }, antwortet nicht: { $why }
    .next = Sehen Sie nach `proxy` unter `[license]`, oder nach HTTPS_PROXY
doctor-proxy_auth = Der Proxy `{ $host }` will wissen, wer fragt (407, { $schemes })
    .next = { $tried ->
        [yes] Er nahm Namen und Passwort nicht an, die gesetzt sind: sehen Sie nach `proxy_user` und `proxy_password`. Er muss Basic erlauben
       *[other] Setzen Sie `proxy_user` und `proxy_password` unter `[license]`, oder lassen Sie ihn den Lizenzserver so durchlassen
      }
doctor-proxy_refused = Der Proxy `{ $host }` verweigert den Weg zu { $target } ({ $status })
    .next = Bitten Sie die, die den Proxy betreuen, dies durchzulassen: die Bitte steht unten
doctor-proxy_good = Der Proxy `{ $host }` lässt dies durch
doctor-tls_interception = Jemand liest mit: das Zertifikat für `{ $host }` hat `{ $issuer }` gemacht, und dem vertraut diese Maschine nicht
    .next = Wenn das der Filter Ihrer Firma ist, nehmen Sie den Lizenzserver davon aus, oder legen Sie dessen Zertifikat in eine Datei und nennen Sie sie als `ca_file` unter `[license]`. Wenn Sie ihn nicht kennen, geben Sie kein Passwort ein
doctor-tls_expired = Das Zertifikat von `{ $host }` gilt heute nicht, gemacht von `{ $issuer }`
    .next = Sehen Sie zuerst nach der Uhr dieser Maschine, und fragen Sie dann Ihren Hersteller
doctor-tls_name = Das Zertifikat ist nicht für `{ $host }`, sondern für `{ $subject }`, gemacht von `{ $issuer }`
    .next = Vielleicht hat ein Portal des Netzes an seiner Stelle geantwortet: melden Sie sich dort an, oder sehen Sie nach der Adresse
doctor-tls_broken = `{ $host }` spricht mit dieser Maschine kein TLS: { $why }
    .next = Ein Filter auf dem Weg kann die Verbindung brechen: schicken Sie die Bitte unten an die, die ihn betreuen
doctor-tls_good = Das Zertifikat für `{ $host }` ist gut, gemacht von `{ $issuer }`
doctor-captive_page = Eine Seite des Netzes antwortet anstelle des Lizenzservers ({ $status }): { $to }
    .next = Melden Sie sich zuerst beim Netz an, oder lassen Sie den Lizenzserver ohne das durchlassen
doctor-block_page = Ein Filter antwortet anstelle des Lizenzservers ({ $status }): { $begin }
    .next = Bitten Sie die, die den Filter betreuen, dies durchzulassen: die Bitte steht unten
doctor-rate_limited = { $seconds ->
    [none] Der Lizenzserver will eine Weile in Ruhe gelassen werden
    [one] Der Lizenzserver will { $seconds } Sekunde in Ruhe gelassen werden
   *[other] Der Lizenzserver will { $seconds } Sekunden in Ruhe gelassen werden
  }
    .next = Warten Sie, und sehen Sie nach, was ihn so oft ruft
doctor-not_a_license_server = Was antwortet, ist kein Lizenzserver: { $why }
    .next = Sehen Sie nach `server_url` unter `[license]`
doctor-server_broken = Der Lizenzserver ist gerade gestört ({ $status })
    .next = Warten Sie: Ihre Lizenz gilt weiter. Fragen Sie Ihren Hersteller, wenn es bleibt
doctor-no_answer = Der Lizenzserver hat nicht geantwortet: { $why }
    .next = Versuchen Sie es später noch einmal: Ihre Lizenz gilt weiter
doctor-answer_good = Der Lizenzserver antwortet
doctor-clock = Die Uhr geht falsch: hier ist es { $here }, beim Lizenzserver { $server }
    .next = Stellen Sie die Uhr, am besten über NTP
doctor-clock_good = Die Uhr geht richtig
doctor-firewall_head = Die Bitte an die, die Ihre Firewall betreuen:
doctor-firewall = Bitte erlauben Sie diesem Server ausgehendes HTTPS zu { $host }, TCP-Port { $port }. Das ist der Lizenzserver unserer Analyseplattform. Ein Host, ein Port; nichts kommt herein, kein anderer Host wird gerufen, und TLS soll nicht aufgebrochen werden.

# Wörter.
activate-word_license = Lizenz
activate-word_lease = Frist
activate-word_bulletin = Sperrliste
activate-word_signer = Erklärung über einen Unterzeichner
activate-word_grant = Erlaubnis für einen Verteiler
activate-word_clock_answer = Antwort über die Zeit
activate-word_request = Anfrage nach einer Lizenz
activate-word_renewal = Erneuerung
activate-word_return = Beleg einer Rückgabe
activate-word_clock_challenge = Frage nach der Zeit
activate-word_unknown = nichts, was dieses Programm kennt
activate-state_not_yet = noch nicht begonnen
activate-state_active = gültig
activate-state_expiring = gültig, endet bald
activate-state_grace = beendet, in der Nachfrist
activate-state_limited = beendet, eingeschränkt
activate-check_readable = Sie ist lesbar
activate-check_signature = Ihre Unterschrift ist gut
activate-check_device = Sie kommt von dieser Maschine
activate-check_machine = Sie ist für diese Maschine
activate-check_date = Sie gilt heute
activate-check_newer = Sie ist neuer als das, was hier ist
activate-check_same = Es ist genau die Datei, die hier ist
activate-check_not_readable = Sie ist nicht lesbar
activate-check_not_signature = Ihre Unterschrift ist nicht gut
activate-check_not_device = Sie kommt nicht von dieser Maschine
activate-check_not_machine = Sie ist nicht für diese Maschine
activate-check_not_date = Sie gilt heute nicht
activate-check_not_newer = Sie ist nicht neuer als das, was hier ist
activate-ability_sign_in = anmelden
activate-ability_view = Dashboards ansehen
activate-ability_export = Daten ausführen
activate-ability_remove_users = Benutzer entfernen
activate-ability_manage_license = Lizenz verwalten
activate-ability_add_users = Benutzer anlegen und Rollen erhöhen
activate-ability_create = Dashboards und Modelle anlegen
activate-ability_change = Dashboards und Modelle ändern
activate-ability_build = Modelle bauen
activate-ability_schedule = zeitgesteuerte Berichte
activate-ability_automate = Skripte, die etwas ändern
activate-ability_embed = einbetten
activate-label_package = Paket
activate-label_organisation = Organisation
activate-label_holder = Lizenznutzer
activate-label_type = Art
activate-label_state = Zustand
activate-label_ends = Ende
activate-label_bought = Gekauft bis
activate-label_lease = Frist
activate-label_seats = Sitze
activate-label_limits = Grenzen
activate-label_entitlements = Berechtigungen
activate-label_next = Liegt bereit
activate-label_device = Maschine
activate-label_now = Zeit, die gilt
activate-label_contact = Letzter Kontakt
activate-label_stops = Geht nicht
activate-label_works = Geht
activate-label_later = Endet später
activate-label_grace = Nachfrist
activate-label_signed = Unterschrieben
activate-label_begins = Beginnt
activate-label_file_works = Datei gilt bis
activate-label_install_by = Einzuspielen bis
activate-label_file = Datei
activate-label_replaces = Ersetzt
activate-value_ends = { $days ->
    [one] { $day } ({ $days } Tag)
   *[other] { $day } ({ $days } Tage)
  }
activate-value_ended = { $days ->
    [one] { $day } (seit { $days } Tag vorbei)
   *[other] { $day } (seit { $days } Tagen vorbei)
  }
activate-value_lease = bis { $until }, { $count } Mal erneuert
activate-value_seats = Administratoren { $administrators }, Designer { $designers }, Betrachter { $viewers }
activate-value_unlimited = ohne Grenze
activate-value_from = { $name }, ab { $day }
activate-value_change = { $what }: { $before } → { $after }
activate-value_none = keine
activate-value_never = nie
activate-value_endless = ohne Ende
activate-value_signed = { $at } von { $issuer }
activate-value_any_machine = jede, die sie einspielt
activate-value_grace = { $days ->
    [0] Nach dem Ende läuft nichts weiter.
    [one] { $days } Tag nach dem Ende.
   *[other] { $days } Tage nach dem Ende.
  }
activate-value_grace_step = { $day ->
    [0] Vom Ende an geht nicht mehr: { $what }.
    [one] Nach { $day } Tag geht nicht mehr: { $what }.
   *[other] Nach { $day } Tagen geht nicht mehr: { $what }.
  }
activate-line_error = Fehler: { $message }
activate-line_warning = Warnung: { $message }
activate-line_hint = Hinweis: { $next }

# Was getan wurde.
activate-done_activated = Aktiviert: { $name }, Frist bis { $until }
activate-done_again = Diese Maschine war schon aktiviert, und hat keinen zweiten Platz genommen
activate-done_sysadmin = Gibt es noch keinen Sys. Admin, wird es { $email }, mit dem Passwort des Lizenzkontos, sobald der Server startet
activate-done_offline = Ohne Netz geht es mit Dateien weiter:
activate-done_offline_steps = 1. Rufen Sie `request` auf, und bringen Sie den Text oder das Bild ins Portal, unter „Offline-Aktivierung“. 2. Bringen Sie die Antwort zurück, und rufen Sie `install` auf.
activate-done_slots = Wer die Aktivierungen hat:
activate-done_slot = { $slot }. { $name } ({ $mode }), gesehen { $seen }
activate-done_slot_frees = { $slot }. { $name } ({ $mode }), gesehen { $seen }, von selbst frei am { $frees }
activate-done_ways = Auswege: im Portal einen Server freigeben, dort „Aktivierungen zurücksetzen“ drücken, `return` auf einem Server aufrufen, der nicht gebraucht wird, oder beim Hersteller die Grenze erhöhen
activate-done_packages = Nennen Sie eines mit `--package CODE`:
activate-done_request = Bringen Sie dies ins Portal, unter „Offline-Aktivierung“:
activate-done_qr_wide = Das Terminal ist zu schmal für das Bild: schreiben Sie es mit `--qr DATEI.svg` in eine Datei
activate-done_installed = Installiert: { $name }
activate-done_staged = Bereitgelegt: { $name }, ab { $day }
activate-done_bulletin = Eine neuere Sperrliste wurde übernommen
activate-done_lease = Eine Frist wurde übernommen
activate-done_time = Die Zeit dieser Maschine wurde richtiggestellt
activate-done_nothing_new = Nichts darin ist neuer als das, was hier ist
activate-done_renewed = Erneuert bis { $until }
activate-done_not_renewed = Nicht erneuert: diese Maschine läuft bis { $until }
activate-done_clone = Eine andere Maschine scheint den Schlüssel von dieser zu haben: sehen Sie im Portal nach deren Servern
activate-done_changes = Was sich ändert:
activate-done_no_changes = Die Lizenz bleibt, wie sie ist
activate-done_no_slot = Für diese Maschine ist im Augenblick kein Platz
activate-done_deactivated = Zurückgegeben: der Platz von { $package } ist frei
activate-done_held = Zurückgegeben. Der Platz von { $package } ist bis { $until } belegt: so lange gilt noch eine andere Datei, die für diesen Rechner ausgegeben wurde
activate-done_returned = Zurückgegeben. Geben Sie diesen Beleg im Portal ab: erst dann ist der Platz von { $package } frei
activate-done_challenge = Bringen Sie diese Frage ins Portal, und die Antwort zu `install`:
activate-done_nothing_sent = Nichts hat diese Maschine verlassen
activate-done_reached = Angenommen: Der Lizenzserver ist erreichbar, und die Lizenz wird erneuert, bis das Gekaufte endet
activate-done_unreached = Angenommen: Der Lizenzserver ist nicht mehr zu erreichen
activate-done_sent = { $at } an { $to }: { $what }
activate-ask_password = Passwort des Lizenzkontos { $email }:{" "}
activate-ask_code = Aktivierungscode:{" "}

# Die Befehlszeile.
activate-cli = Bringt diese Installation mit ihrer Lizenz zum Laufen, und hält sie dort
activate-cli_heading = Diese Installation
activate-cli_status = Zeigt die Lizenz dieser Installation
activate-cli_status_online = Auch den Lizenzserver fragen
activate-cli_activate = Aktiviert diese Installation über das Netz
activate-cli_activate_email = Das Lizenzkonto; nach seinem Passwort wird gefragt, oder es kommt von der Standardeingabe
activate-cli_activate_code = Mit einem einmaligen Code aus dem Portal aktivieren, nach dem gefragt wird, oder der von der Standardeingabe kommt
activate-cli_activate_file = Die Datei installieren, die das Portal gab, statt über das Netz zu fragen
activate-cli_package = Der Code des Pakets, wenn das Konto mehrere hat
activate-cli_no_sysadmin = Dem Server keinen ersten Sys. Admin hinterlassen
activate-cli_deactivate = Gibt die Lizenz über das Netz zurück: der Platz ist sofort frei
activate-cli_request = Macht die Anfrage einer Maschine ohne Netz, als Text und als Bild
activate-cli_request_show = Alles zeigen, was die Maschine verlässt, und nichts anlegen
activate-cli_request_qr = Das Bild in diese Datei schreiben (SVG); `-` zeichnet es auf das Terminal
activate-cli_install = Installiert, was das Portal gab: eine Antwort, einen Offline-Schlüssel, die nächste Lizenz, eine Sperrliste
activate-cli_install_file = Die Datei; `-` oder nichts: die Standardeingabe
activate-cli_return = Gibt die Lizenz ohne Netz zurück, und druckt den Beleg für das Portal
activate-cli_renew = Erneuert die Frist jetzt
activate-cli_renew_dry_run = Nur zeigen, was sich ändern würde
activate-cli_doctor = Findet heraus, was zwischen dieser Installation und ihrer Lizenz steht
activate-cli_explain = Sagt, was eine Datei ist, was sie sagt, und ob sie gut ist
activate-cli_simulate = Zeigt, was an einem Tag geht, oder mit einer anderen Lizenz
activate-cli_simulate_at = Der Tag, als 2027-03-01
activate-cli_simulate_with = Die Lizenzdatei, die ausprobiert wird
activate-cli_simulate_unreachable = Als wäre der Lizenzserver nicht mehr zu erreichen
activate-cli_time = Stellt die Zeit dieser Maschine richtig, nachdem ihre Uhr weit vorging
activate-cli_time_recover = Fragt den Lizenzserver nach der Zeit; ohne Netz druckt es eine Frage für das Portal
activate-cli_time_offline = Die Frage drucken, ohne das Netz zu versuchen
activate-cli_show_sent = Zeigt alles, was diese Maschine verlassen hat
activate-cli_man = Druckt die Handbuchseite
activate-cli_completions = Druckt die Vervollständigungen einer Shell
activate-cli_shell = Die Shell
activate-cli_json = JSON ausgeben
activate-cli_config = Die Konfigurationsdatei; `seatwarden.toml` im Datenordner, wenn keine genannt ist
activate-cli_data_dir = Der Datenordner des Servers; die Lizenz liegt darunter in `license`
activate-cli_server = Die Adresse des Lizenzservers
activate-cli_proxy = Der Proxy, als http://proxy.example:3128; `none`: keiner
activate-cli_ca_file = Eine Datei mit Zertifikaten (PEM), denen außer denen des Systems vertraut wird
activate-cli_examples = Beispiele:
    {"  "}seatwarden-activate activate --email joan@acme.example    fragt nach dem Passwort
    {"  "}seatwarden-activate activate --code < code.txt            mit einem einmaligen Code
    {"  "}seatwarden-activate request --qr request.svg > request.txt
    {"  "}seatwarden-activate install answer.txt                    ohne Netz
    {"  "}seatwarden-activate status --json                         für Skripte
    {"  "}seatwarden-activate doctor                                wenn es nicht geht

    Rückgabewerte: 0 gut, 1 abgelehnt, oder eine Warnung von `status`; 2 eingeschränkt, 3 keine gültige
    Lizenz oder Datei, 4 Lizenzserver nicht erreicht, 64 falsche Argumente
