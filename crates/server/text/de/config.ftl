# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = Fehler: { $message }
config-hint = Tipp: { $next }

# $cause is one of these words, or what the system says.
config-cause =
    { $cause ->
        [missing] nicht vorhanden
        [denied] dieser Benutzer darf das nicht
        [read_only] auf diesem Datenträger lässt sich nur lesen
        [folder] es ist ein Ordner
        [no_folder] es ist eine Datei, gebraucht wird ein Ordner
        [large] zu groß
        [no_text] kein Text
       *[other] { $cause }
    }
config-unreadable_file = Die Konfigurationsdatei `{ $path }` lässt sich nicht lesen: { config-cause }
    .next = Mit `--config` eine Datei nennen, die dieser Benutzer lesen darf
config-bad_file = { $source }: Das ist kein TOML: { $cause }
    .next = Die Zeile berichtigen; Texte stehen in Anführungszeichen
config-unknown_section = { $source }: Den Abschnitt `{ $section }` gibt es nicht
    .next =
        { $hint ->
            [none] `seatwarden config print` zeigt alle Optionen
           *[other] War `{ $hint }` gemeint?
        }
config-unknown_key = { $source }: Die Option `{ $key }` gibt es nicht
    .next =
        { $hint ->
            [none] `seatwarden config print` zeigt alle Optionen
           *[other] War `{ $hint }` gemeint?
        }
# $form is one of the words below; $least and $most bound a number, $choices lists the words of a choice.
config-bad_value = { $source }: `{ $key }` nimmt diesen Wert nicht an
    .next =
        { $form ->
            [number] Eine ganze Zahl von { $least } bis { $most } angeben
            [switch] `true` oder `false` angeben
            [list] Eine Liste von Texten angeben: `["eins", "zwei"]`, in der Umgebung `eins,zwei`
            [choice] Eines davon angeben: { $choices }
           *[text] Einen Text in Anführungszeichen angeben
        }
config-secret_twice = { $source }: `{ $key }` ist zweimal angegeben, als Wert und als Datei
    .next = Nur eines behalten: `{ $key }` oder `{ $key }_file`
config-secret_file = { $source }: Die Datei `{ $path }` von `{ $key }` lässt sich nicht lesen: { config-cause }
    .next = Eine Textdatei nennen, die dieser Benutzer lesen darf
config-hidden_secret = { $source }: `{ $key }` ist das Wort, das für ein verborgenes Geheimnis steht
    .next = Das Geheimnis selbst angeben oder mit `{ $key }_file` seine Datei

# These are checked between values; $key is an option, and so are $because and $limit.
config-bad_address = `{ $key }` ist keine Adresse mit Port: `{ $value }`
    .next = Etwas wie `127.0.0.1:8081` oder `[::1]:8081` angeben
config-bad_network = `{ $key }` enthält etwas, das weder Adresse noch Netz ist: `{ $value }`
    .next = Etwas wie `10.0.0.7` oder `10.0.0.0/8` angeben
config-bad_url = `{ $key }` ist keine URL ohne Pfad: `{ $value }`
    .next = Etwas wie `https://accounts.example.com` angeben
config-insecure_url = `{ $key }` ist nicht durch TLS geschützt: `{ $value }`
    .next = `https://` verwenden; `http://` geht nur für `localhost`
config-bad_language = `server.language` ist keine Sprache, die der Server spricht: `{ $value }`
    .next = Eines davon angeben: { $known }
config-bad_filter = `server.log_filter` ist nicht lesbar: `{ $value }`
    .next = Etwas wie `info` oder `info,seatwarden=debug` angeben
config-missing = `{ $key }` ist leer, wird aber wegen `{ $because }` gebraucht
    .next = `{ $key }` setzen oder `{ $because }` ändern
config-too_long = `{ $key }` ist länger als `{ $limit }`
    .next = `{ $key }` kürzer oder `{ $limit }` länger machen
config-not_one_word = `{ $key }` muss ein einziges Wort sein: `{ $value }`
    .next = Zum Beispiel `accounts.example.com` angeben
config-too_short = `{ $key }` ist kürzer als { $minimum } Zeichen
    .next = Mindestens { $minimum } Zeichen angeben, zum Beispiel was `openssl rand -hex 32` ausgibt
config-bad_mail_address = `{ $key }` ist keine E-Mail-Adresse: `{ $value }`
    .next = Etwas wie `accounts@example.com` angeben
config-not_one_line = `{ $key }` ist länger als { $maximum } Zeichen oder mehr als eine Zeile
    .next = Einen kurzen Namen angeben
# $why: slow, long or pattern; $reason says it in English.
config-bad_rule =
    { $why ->
        [slow] `{ $key }` braucht bei manchen Passwörtern zu lange
        [long] `{ $key }` ist zu lang: Höchstens 500 Zeichen sind möglich
        [rounds] `{ $key }` wiederholt zu viel: Die Anzahlen in geschweiften Klammern sind, miteinander malgenommen, zu groß
       *[unreadable] `{ $key }` ist nicht als regulärer Ausdruck lesbar: { $reason }
    }
    .next = Berichtigen; was eine Regel bewirkt, zeigt die Probe unter Admin > Sicherheit
config-bad_contact = `{ $key }` ist weder eine Mailadresse noch eine Seite: `{ $value }`
    .next = geben Sie etwas an wie `security@example.com` oder `https://example.com/report`
config-bad_link = `{ $key }` ist nicht die Adresse einer Seite: `{ $value }`
    .next = Etwas wie `https://portal.example.com` angeben
config-bad_proxy = `{ $key }` ist nicht die Adresse eines Proxys, den dieses Programm nutzen kann: `{ $value }`
    .next = Etwas wie `http://proxy.example:3128` angeben, oder `none`; andere Schemata spricht es nicht
config-bad_host = `{ $key }` enthält etwas, das kein Hostname ist: `{ $value }`
    .next = Jeden Namen allein angeben, ohne Schema, Port und Stern: `accounts.example.com`
config-bad_path = `{ $key }` ist kein Pfad: `{ $value }`
    .next = Mit einem Schrägstrich beginnen: `/api/offline-key`
config-path_taken = `{ $key }` ist der Pfad eines anderen Aufrufs der API: `{ $value }`
    .next = Einen Pfad angeben, den die API-Referenz nicht hat

# What is named outside of the configuration: files, folders, the database.
config-bad_database_url = `{ $key }` ist nicht die Adresse eines PostgreSQL-Servers
    .next = Etwas wie `postgres://name:password@host/database` angeben, oder für SQLite leer lassen
config-file_unreadable = `{ $key }`: Die Datei `{ $path }` lässt sich nicht öffnen: { config-cause }
    .next =
        { $cause ->
            [missing] Den Pfad in `{ $key }` berichtigen
            [denied] Als Benutzer des Servers ausführen, oder diesem Benutzer das Recht auf die Datei geben
           *[other] In `{ $key }` eine Datei nennen, die dieser Benutzer öffnen darf
        }
# $form: certificates, key, pair, places or list.
config-wrong_file =
    { $form ->
        [certificates] `{ $key }`: In `{ $path }` stehen keine Zertifikate in PEM
        [key] `{ $key }`: In `{ $path }` steht kein privater Schlüssel in PEM
        [pair] `{ $key }`: Der Schlüssel in `{ $path }` gehört nicht zum Zertifikat
        [places] `{ $key }`: `{ $path }` ist keine Ortsdatenbank (MaxMind DB)
       *[list] `{ $key }`: `{ $path }` ist kein Text in UTF-8
    }
    .next = In `{ $key }` die richtige Datei nennen
config-bad_folder = `{ $key }`: Der Ordner `{ $path }` ist nicht brauchbar: { config-cause }
    .next =
        { $cause ->
            [denied] Als Benutzer des Servers ausführen, oder diesem Benutzer den Ordner geben
           *[other] In `{ $key }` einen Ordner nennen, in den dieser Benutzer schreiben darf
        }
