# Die Skripte, die die API aufrufen.

callers-unknown = Diesen Aufrufer gibt es nicht.
    .next = Sehen Sie noch einmal in der Liste nach; Aufrufer, die lange nicht gesehen wurden, werden vergessen.
callers-switched_off = Ein Administrator hat diesen Aufrufer abgeschaltet.
    .next = Bitten Sie einen Administrator, ihn unter Admin > Aufrufer wieder einzuschalten, und fragen Sie, was am Skript zu ändern ist.
callers-bad_kind = Diese Art von Aufrufer gibt es nicht.
    .next = Verwenden Sie `named`, `profile`, `sign_in` oder `api_key`.
callers-too_many_off = Es sind schon { $maximum } Aufrufer abgeschaltet.
    .next = Schalten Sie einige wieder ein, oder beenden Sie stattdessen deren Token.

callers-title = Aufrufer
callers-lead = Die Skripte, die die API aufrufen: mit welchen Zugangsdaten, von wo und mit welchem Programm. Was sie tun, erscheint nach etwa einer Minute.
callers-search = Nach Benutzer, Token, Adresse oder Programm suchen
callers-filter = Anzeigen
callers-all = Alle
callers-with_legacy = Zu ändern
callers-off = Abgeschaltet
callers-kind_named = API-Token
callers-kind_profile = Token des Profils
callers-kind_sign_in = Anmeldung über die API
callers-kind_api_key = x-api-key
callers-none = Keine passenden Aufrufer
callers-none_lead = Ein Skript erscheint hier etwa eine Minute nach seinem ersten Aufruf.
callers-show_all = Alle anzeigen
callers-caller = Aufrufer
callers-user = Benutzer
callers-from = Von
callers-calls = Aufrufe
callers-to_change = Was zu ändern ist
callers-last_seen = Zuletzt gesehen
callers-first_seen = Zuerst gesehen
callers-no_agent = Ein Programm ohne Namen
callers-nothing_to_change = Nichts
callers-nothing_to_change_lead = Dieses Skript verwendet nichts Veraltetes.
callers-about = Über diesen Aufrufer
callers-let_in_by = Zugelassen durch
callers-address = Adresse
callers-agent = Programm
callers-called = Was aufgerufen wurde
callers-call = Aufruf
callers-no_route = Eine Adresse, die es nicht gibt
callers-used_in =
    { $count ->
        [one] In einem Aufruf
       *[other] In { $count } Aufrufen
    }

callers-part_api_key = x-api-key
callers-part_sign_in = Anmeldung für ein Token
callers-part_profile = Token des Profils
callers-part_v09 = API v0.9
callers-part_md5 = md5-Passwort
callers-part_form = Anmeldung mit Formular
callers-part_slashes = Überzählige Schrägstriche
callers-part_text_switch = Schalter als Text
callers-part_unknown_parameter = Unbekannte Parameter
callers-advice_api_key = Der Header enthält das Passwort des Benutzers: Wer einen einzigen Aufruf mitliest, kann sich anmelden. Erstellen Sie ein API-Token mit Namen, Umfang und Ablauf (Mein Profil > API-Token) und senden Sie es als `Authorization: Bearer …`.
callers-advice_sign_in = Das Skript bewahrt das Passwort eines Benutzers auf, um sich anzumelden. Erstellen Sie ein API-Token mit Namen, Umfang und Ablauf (Mein Profil > API-Token) und lassen Sie den Anmeldeaufruf weg.
callers-advice_profile = Das Token des Profils darf alles, was sein Benutzer darf, und ist ein einziges für alle Skripte. Erstellen Sie für jedes Skript ein eigenes API-Token mit Namen, Umfang und Ablauf.
callers-advice_v09 = Das Skript ruft die alte API auf. Dieselben Aufrufe gibt es unter `/api/v1`, mit Problemdokumenten, seitenweisen Listen und besseren Prüfungen.
callers-advice_md5 = Das Skript übergibt Passwörter als md5, was zu viel über sie verrät. Laden Sie die Benutzer stattdessen ein, oder senden Sie kein Passwort und lassen Sie sie per E-Mail eines wählen.
callers-advice_form = Der Anmeldeaufruf erwartet JSON: `{"{"}"username": …, "password": …{"}"}` mit `Content-Type: application/json`.
callers-advice_slashes = In den Adressen stehen überzählige Schrägstriche. Hier geht das, aber andere Server und Proxys finden solche Adressen womöglich nicht; setzen Sie je einen Schrägstrich zwischen die Teile und keinen ans Ende.
callers-advice_text_switch = In Inhalten stehen Schalter als Text, etwa `"true"`. Senden Sie `true` und `false`, wie JSON sie kennt.
callers-advice_unknown_parameter = Das Skript sendet in Adressen Parameter, die diese Aufrufe nicht haben; sie werden übergangen, sodass eine Liste länger sein kann, als das Skript annimmt. Vergleichen Sie sie mit der API-Referenz.

callers-switch = Schalter
callers-switch_off = Diesen Aufrufer abschalten
callers-switch_off_lead = Diese Zugangsdaten werden von dieser Adresse mit diesem Programm ab dem nächsten Aufruf mit 403 abgewiesen, unter Angabe des Grundes. Andere Programme mit denselben Zugangsdaten laufen weiter; um auch sie anzuhalten, beenden Sie das Token oder deaktivieren Sie den Benutzer.
callers-switch_on = Diesen Aufrufer einschalten
callers-switch_on_lead = Der Aufrufer wird sofort wieder zugelassen.
callers-is_off_now = Der Aufrufer ist abgeschaltet.
callers-is_on_now = Der Aufrufer ist wieder eingeschaltet.
callers-off_since = Abgeschaltet

callers-cli_off = Aufrufer { $id } ist abgeschaltet
callers-cli_on = Aufrufer { $id } ist wieder an
