# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = Fehler: { $message }
config-hint = Tipp: { $next }

config-unreadable_file = Die Konfigurationsdatei `{ $path }` lässt sich nicht lesen: { $cause }
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
config-secret_file = { $source }: Die Datei `{ $path }` von `{ $key }` lässt sich nicht lesen: { $cause }
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
