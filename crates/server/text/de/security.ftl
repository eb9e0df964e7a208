# Sicherheit: die Regeln, die Administratoren festlegen.

security-out_of_range = Dies muss eine ganze Zahl von { $minimum } bis { $maximum } sein.
    .next = Wählen Sie eine Zahl dazwischen.
security-idle_too_long = Eine Sitzung kann nicht länger untätig sein, als sie dauert.
    .next = Machen Sie die erste Zahl kleiner oder die zweite größer.
security-unknown_role = Eine Rolle { $role } gibt es nicht.
    .next = Verwenden Sie super, admin, dataAdmin, dataDesigner, contributor oder consumer, oder den API-Namen oder die ID einer eigenen Rolle.
security-no_role_chosen = Für diese Grenzen ist keine Rolle gewählt.
    .next = Wählen Sie die eigene Rolle, für die sie gelten, oder leeren Sie die Felder.
security-unknown_name = Eine Einstellung { $name } gibt es nicht.
    .next = Die Namen stehen in der Antwort, wenn Sie die Einstellungen lesen.
security-shown_before = Der Schlüssel wurde schon gezeigt. Er wird nur einmal gezeigt.
    .next = Erzeugen Sie einen neuen mit „Erneuern“; der alte kann noch eine Weile gelten.

security-title = Sicherheit
security-saved = Gespeichert. Es gilt sofort.
security-was_reset = Es gilt wieder, was konfiguriert ist.
security-reset = Auf Standard zurücksetzen
security-changed = Was jetzt dort steht
security-now = { $name }: { $value }
security-now_on = { $name }: an
security-now_empty = { $name }: leer oder aus
security-passwords = Passwörter
security-passwords_lead = Was ein neues Passwort erfüllen muss. Bestehende Passwörter gelten weiter, bis sie geändert werden.
security-minimum_length = Mindestzahl der Zeichen
security-minimum_length_hint = 8 bis 64. Länge schützt besser als Sonderzeichen und Ziffern.
security-nist_preset = NIST-Vorgabe
security-nist_preset_hint = Wie NIST SP 800-63B-4 es verlangt: 15 Zeichen für ein Passwort als einzigen Faktor, keine Regeln zur Zusammensetzung, kein Ablaufen.
security-replace_given = Vergebene Passwörter werden ersetzt
security-replace_given_hint = Wer ein Passwort von einem Administrator, aus einer Liste oder von einem Skript bekommen hat, wählt bei der nächsten Anmeldung im Browser ein eigenes. Skripte, die sich damit anmelden, laufen weiter.
security-regex = Eigene Regel Ihrer Organisation
security-regex_hint = Ein regulärer Ausdruck, wie JavaScript ihn kennt. Lassen Sie das Feld leer, wenn Sie keinen brauchen.
security-message = Was den Personen über die Regel gesagt wird
security-message_hint = Ein Satz. Er steht unter dem Feld, in dem ein Passwort gewählt wird.
security-tester = Vor dem Speichern ausprobieren
security-try_password = Ein Passwort zum Ausprobieren
security-try_hint = Es wird gegen die Regeln oben geprüft, ob gespeichert oder nicht. Es wird nirgends aufbewahrt.
security-try = Ausprobieren
security-affected = Wen betrifft es?
security-affected_nobody = Niemanden: Diese Regeln lassen jedes Passwort zu, das die geltenden Regeln zulassen.
security-affected_text = Niemand wird abgemeldet. Gespeicherte Passwörter lassen sich nicht lesen, also kann niemand sagen, welche die neuen Regeln verletzen; sie gelten für jedes neue Passwort.
security-affected_with = Haben ein Passwort und behalten es
security-affected_md5 = Davon als md5 importiert und bei der ersten Anmeldung geprüft
security-affected_must_change = Davon müssen bei der nächsten Anmeldung ein anderes Passwort wählen
security-affected_without = Wählen ihr erstes Passwort nach den neuen Regeln
security-users =
    { $count ->
        [one] Ein Benutzer
       *[other] { $count } Benutzer
    }
security-users_more = Mehr als { $count } Benutzer
security-foresee = Wie viele Sitzungen würden enden?
security-would_end = { $count ->
    [0] Jetzt würde keine Sitzung enden.
    [one] Eine Sitzung würde enden, sobald dies gespeichert ist.
   *[other] { $count } Sitzungen würden enden, sobald dies gespeichert ist.
}
security-would_end_more = Mindestens { NUMBER($count) } Sitzungen würden enden, sobald dies gespeichert ist.
security-lockout = Sperre
security-lockout_lead = Zu viele falsche Passwörter sperren ein Konto für eine Weile. Ein Browser, der sich dort schon angemeldet hat, wird nie aufgehalten.
security-lockout_enabled = Konten nach Fehlversuchen sperren
security-lockout_enabled_hint = Auch ohne Sperre wartet, wer rät, nach jedem falschen Passwort länger.
security-lockout_attempts = Zahl der Fehlversuche bis zur Sperre
security-lockout_minutes = Dauer der Sperre (Minuten)
security-lockout_period = Fehlversuche zählen zusammen innerhalb von, in Minuten
security-sessions = Sitzungsgrenzen
security-sessions_lead = Niedrigere Grenzen verkürzen binnen Sekunden auch laufende Sitzungen. Höhere gelten für neue Sitzungen.
security-idle_minutes = Endet nach so vielen Minuten ohne Anfrage
security-absolute_hours = Endet in jedem Fall nach so vielen Stunden
security-session_only_cookie = Niemanden angemeldet lassen
security-session_only_cookie_hint = Nimmt „Angemeldet bleiben“ von der Anmeldeseite. Jede Sitzung endet mit ihrem Browser.
security-remember_idle_days = Angemeldet bleiben: endet nach so vielen Tagen ohne Anfrage
security-remember_absolute_days = Angemeldet bleiben: endet in jedem Fall nach so vielen Tagen
security-per_user_max = Gleichzeitige Sitzungen je Benutzer
security-role_limits = Niedriger für manche Rollen
security-role_limits_hint = Für die, die viel dürfen, etwa 15 Minuten, 8 Stunden und 2 Sitzungen. Das verkürzt auch „Angemeldet bleiben“. Eigene Rollen folgen der eingebauten Rolle, auf der sie beruhen, solange sie keine eigenen Grenzen haben. Leer oder höher als oben: wie oben.
security-role_idle = { $role }: Minuten ohne Anfrage
security-role_absolute = { $role }: Stunden in jedem Fall
security-role_per_user = { $role }: gleichzeitige Sitzungen
security-of_role_idle = Minuten ohne Anfrage
security-of_role_absolute = Stunden in jedem Fall
security-of_role_per_user = Gleichzeitige Sitzungen
security-role_chosen = Gewählte Rolle
security-role_more = Grenzen für eine weitere eigene Rolle
security-role_more_hint = Was leer bleibt, ist wie bei der eingebauten Rolle, auf der sie beruht. Die Zahl dieser Rolle gilt auch dann, wenn die der eingebauten niedriger ist.
security-role_none = Keine weitere
security-role_above = Die Grenze für alle, { $limit }, ist niedriger und gilt.
security-role_above_remembered = Die Grenze für alle, { $limit }, ist niedriger und gilt. Diese Zahl verkürzt nur „Angemeldet bleiben“.
security-embedding = Einbettung
security-embedding_lead = Wessen Seiten unsere zeigen und wessen Skripte die API aufrufen dürfen. Niemandes, solange niemand genannt ist.
security-frame_ancestors = Websites, die unsere Seiten einbetten dürfen
security-frame_ancestors_hint = Eine je Zeile: https://portal.example.com, https://*.example.com für alles darunter (nie unter einer Endung, die sich Fremde teilen, wie *.co.uk) oder * für alle. Eingebettet werden nur die Startseite und die Seiten zum Anmelden, nie die Verwaltung, Mein Profil oder die Lizenzseiten.
security-cors_origins = Erlaubte CORS-Ursprünge
security-cors_origins_hint = Einer je Zeile, jeder genau: https://app.example.com. Ein einzelner * lässt jede Website die API aufrufen, ohne Cookies.
security-cors_credentials = Diese Skripte dürfen die Cookies der Angemeldeten verwenden
security-cors_credentials_hint = Nicht zusammen mit *. Skripte, die ein Token senden, brauchen es nicht.
security-cross_site_cookies = Websiteübergreifende Cookies für die Einbettung
security-cross_site_cookies_hint = SameSite=None statt Lax, für alle, die sich von jetzt an anmelden. Braucht TLS. Formulare bleiben geschützt.
security-headers_now = Die Header, die gesendet werden
security-headers_preview = Die Header, die gesendet würden
security-preview = Header ansehen
security-api_access = API-Zugang
security-api_access_lead = Der alte x-api-key überträgt mit jedem Aufruf ein Passwort. Nehmen Sie lieber API-Token, und schalten Sie ihn aus, wenn ihn niemand mehr benutzt.
security-api_key = Der Header x-api-key
security-api_key_enabled = Den alten x-api-key annehmen
security-api_key_enabled_hint = Ausgeschaltet wird jeder Aufruf damit sofort abgelehnt.
security-iat_window = Höchstes Alter eines signierten Aufrufs in Sekunden
security-iat_window_hint = 300 ist ein guter Wert. 0: Das Alter wird nicht geprüft.
security-key = Signaturschlüssel
security-key_lead = Womit Skripte ihre Aufrufe signieren.
security-key_once = Kopieren Sie den Schlüssel jetzt. Er wird nur dieses eine Mal gezeigt.
security-key_weak = Dieser Schlüssel wurde mitgebracht und ist kürzer als die hier erzeugten. Wechseln Sie ihn, und lassen Sie beide gelten, bis jedes Skript den neuen hat.
security-key_made = Erzeugt
security-key_made_at_setup = Mit der Installation
security-key_last_use = Zuletzt benutzt
security-key_unused = Noch nicht
security-key_user = der Benutzer
security-key_previous = Der Schlüssel davor gilt bis
security-show_key = Schlüssel zeigen
security-rotate = Erneuern
security-rotate_title = Einen neuen Schlüssel erzeugen?
security-rotate_text = Skripte müssen mit dem neuen Schlüssel signieren, sobald die Zeit des alten vorbei ist. Ein Schlüssel, der schon am Auslaufen war, endet sofort.
security-overlap = Der alte Schlüssel gilt noch
security-overlap_hint = In dieser Zeit gelten beide.
security-overlap_none = gar nicht

security-not_told = Es gibt keinen Schlüssel mitzuteilen: Er wird einmal mitgeteilt, und das ist geschehen.
    .next = Erzeugen Sie mit generate einen neuen; der bisherige endet dann.
security-bad_key = Ein Schlüssel braucht { $minimum } bis { $maximum } Hexadezimalziffern.
    .next = Lassen Sie den Server mit generate einen erzeugen.
security-no_sso = Single Sign On lässt sich hier nicht einschalten.
    .next = Lassen Sie enabled auf false.
security-language_stays = Die Sprache des Servers steht in seiner Konfiguration: { $language }.
    .next = Ändern Sie dort server.language, oder lassen Sie alle ihre eigene wählen.
