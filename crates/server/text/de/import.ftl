# Mehrere importieren: Aus Listen von Benutzern werden Benutzer.

import-too_large = In dieser Datei steckt mehr als { $megabytes } MB.
    .next = Teilen Sie sie in mehrere Dateien und importieren Sie eine nach der anderen.
import-nothing_given = Es wurde weder eine Datei gewählt noch eine Zeile eingefügt.
    .next = Wählen Sie eine Datei, oder fügen Sie Zeilen ein.
import-empty = Unter der Kopfzeile steht keine Zeile.
    .next = Wählen Sie eine Datei mit einem Benutzer pro Zeile, oder fügen Sie Zeilen ein.
import-empty_sheet = Auf dem ersten Blatt dieser Arbeitsmappe steht unter der Kopfzeile keine Zeile, und die anderen Blätter werden nicht gelesen.
    .next = Schieben Sie das Blatt mit den Benutzern an den Anfang, oder löschen Sie die Blätter davor, und speichern Sie.
import-not_utf8 = Dieser Text ist nicht in UTF-8, Namen kämen daher falsch an.
    .next = Speichern Sie ihn in der Tabellenkalkulation als „CSV UTF-8“ oder als Excel-Arbeitsmappe (.xlsx).
import-bad_csv = Ab Zeile { $line } lässt sich die Tabelle nicht lesen.
    .next = Suchen Sie nach einem Anführungszeichen, das nie geschlossen wird.
import-bad_json = Das JSON ist keine Liste von Objekten; ab Zeile { $line } ist es keine mehr.
    .next = Senden Sie ein Array mit einem Objekt pro Benutzer, dessen Schlüssel email, firstName und so weiter sind.
import-bad_workbook = Diese Arbeitsmappe lässt sich nicht lesen.
    .next = Speichern Sie sie noch einmal als Excel-Arbeitsmappe (.xlsx) ohne Passwort, oder als „CSV UTF-8“.
import-too_many_rows = Es sind mehr als { $maximum } Zeilen.
    .next = Teilen Sie die Datei in mehrere und importieren Sie eine nach der anderen.
import-too_many_columns = Es sind mehr als { $maximum } Spalten.
    .next = Löschen Sie die Spalten, in denen es nicht um Benutzer geht.
import-too_long = Eine Zelle in Zeile { $line } hat mehr als { $maximum } Zeichen.
    .next = Prüfen Sie, ob die Datei eine Liste von Benutzern ist.
import-unknown = Diesen Import gibt es nicht mehr.
    .next = Sehen Sie in der Liste der Importe nach; was niemand übernommen hat, wird nach einem Tag entfernt.
import-other_step = Dieser Import ist inzwischen bei einem anderen Schritt.
    .next = Sehen Sie sich seine Seite noch einmal an.
import-no_key = Keine Spalte enthält die E-Mail-Adresse oder den Benutzernamen.
    .next = Sagen Sie, welche Spalte es ist.
import-two_columns = Diese Spalten sollen dasselbe enthalten: { $columns }.
    .next = Wählen Sie eine davon und überspringen Sie die andere.
import-unknown_field = Dieses Feld gibt es nicht: { $field }.
    .next = Verwenden Sie email, userName, firstName, lastName, role, groups, language, active, password, hash oder origin.
import-other_origin = „{ $name }“: Ein Import fügt nur eigene Personen hinzu, damit niemand eingeladen wird, der keine ist.
    .next = Legen Sie Dienstkonten auf ihrer eigenen Seite an; Personen anderer Anmeldungen kommen mit ihrer ersten Anmeldung.
import-unknown_verdict = Es gibt kein Urteil „{ $name }“.
    .next = Verwenden Sie add, change, unchanged oder wrong, oder lassen Sie es für alle Zeilen weg.
import-busy = Im Moment werden andere Dateien gelesen.
    .next = Versuchen Sie es in einigen Sekunden noch einmal.
import-too_late = Die Frist, um diesen Import zurückzunehmen, ist vorbei.
    .next = Ändern oder löschen Sie die Benutzer einzeln oder über die Liste.
import-unknown_role = Es gibt keine Rolle „{ $name }“.
    .next = Schreiben Sie die Rolle so, wie die Seite „Rollen“ sie zeigt, oder ihren API-Namen oder ihre ID.
import-unknown_group = Es gibt keine Gruppe „{ $name }“.
    .next = Legen Sie zuerst die Gruppe an, oder lassen Sie den Import Gruppen anlegen.
import-bad_active = „{ $text }“ heißt weder ja noch nein.
    .next = Schreiben Sie true oder false.
import-bad_language = „{ $text }“ ist keine Sprache.
    .next = Schreiben Sie sie wie de-DE oder en.
import-nul_in_row = Eine Zelle dieser Zeile enthält ein Zeichen, das sich nicht speichern lässt (NUL).
    .next = Entfernen Sie es, oder speichern Sie die Tabelle aus dem Programm, das sie gemacht hat, noch einmal.
import-surplus = Diese Zeile hat mehr Zellen als die erste: „{ $cell }“ fiele weg, und ihre Werte stehen vielleicht unter falschen Überschriften.
    .next = Setzen Sie eine Zelle, die das Trennzeichen enthält, in Anführungszeichen, etwa "Smith, Jr.", oder geben Sie jeder Spalte eine Überschrift.
import-unsolved = Die Zelle unter „{ $column }“ sagt nichts Lesbares: Sie ist eine Formel ohne Ergebnis oder ein Objekt ohne ID und Namen.
    .next = Öffnen Sie die Arbeitsmappe in einer Tabellenkalkulation, prüfen Sie die Formel, speichern und senden Sie sie noch einmal, oder fügen Sie statt der Formeln Werte ein; in JSON schreiben Sie einen Text oder ein Objekt mit ID oder Namen.
import-passwords_forgotten = Die Liste stand { $hours } Stunden still, deshalb wurden die Passwörter darin gelöscht.
    .next = Importieren Sie die übrigen Zeilen als neue Liste.
import-language_not_offered = Die Sprache „{ $text }“ wird behalten, hier aber nicht angeboten: Die Person sieht die Seiten in der Sprache ihrer Gruppe oder des Servers.
    .next = Für eine angebotene Sprache schreiben Sie etwa de-DE oder en.
import-remark = Beachten
import-twice = In Zeile { $line } geht es um denselben Benutzer.
    .next = Behalten Sie eine der beiden Zeilen.
import-two_users = Die Adresse gehört einem Benutzer und der Benutzername einem anderen.
    .next = Berichtigen Sie die Zeile.
import-changed_since = Der Benutzer wurde seitdem geändert.
    .next = Sehen Sie sich den Benutzer an und entscheiden Sie von Hand.
import-gone_since = Den Benutzer gibt es nicht mehr.
    .next = Es bleibt nichts zu tun.

import-title = Mehrere importieren
import-lead = Viele Benutzer mit einer Liste hinzufügen und ändern. Nichts ändert sich, bevor Sie gesehen haben, was aus jeder Zeile würde.
import-file = Datei (CSV oder XLSX)
import-file_hint = Höchstens { $megabytes } MB und { $rows } Zeilen. Die erste Zeile nennt die Spalten, zum Beispiel:
import-pasted = Oder Zeilen hier einfügen
import-pasted_hint = Direkt aus einer Tabellenkalkulation. Eine bloße Liste von Adressen genügt.
import-pasted_left_out = Was Sie eingefügt haben, steht hier nicht noch einmal, weil es Passwörter enthalten kann oder sehr lang ist: Fügen Sie es erneut ein.
import-read = Liste lesen
import-former = Frühere Importe
import-former_lead = Was niemand übernimmt, wird nach { $hours } Stunden entfernt. Was übernommen wurde, lässt sich { $days } Tage lang zurücknehmen.
import-name_pasted = Eingefügte Zeilen
import-name_sent = Über die API gesendete Zeilen
import-when = Wann
import-who = Wer
import-rows = Zeilen
import-step = Schritt
import-state_reading = Wird gelesen
import-state_read = Spalten noch zu wählen
import-state_checking = Wird geprüft
import-state_checked = Geprüft, noch nichts geändert
import-state_applying = Wird übernommen
import-state_applied = Übernommen
import-state_undoing = Wird zurückgenommen
import-state_undone = Zurückgenommen
import-state_stopped = Angehalten
import-columns_lead = Was enthält jede Spalte? Wir haben es aus der Kopfzeile erraten.
import-column = Spalte
import-pass_over = Überspringen
import-field_email = E-Mail
import-field_user_name = Benutzername
import-field_first_name = Vorname
import-field_last_name = Nachname
import-field_role = Rolle
import-field_groups = Gruppen
import-field_language = Sprache
import-field_active = Aktiv (ja oder nein)
import-field_password = Passwort (nur neue Benutzer)
import-field_origin = Herkunft (nur eigene Personen werden hinzugefügt)
import-groups_stay = Diese Gruppen hat dieser Import angelegt; sie bleiben, weil jemand sie benutzt oder geändert hat:
import-samples_hidden = Nicht gezeigt: Das könnten Passwörter sein.
import-field_hash = Passwort als md5 (nur neue Benutzer)
import-options = Vorgehen
import-changes_existing = Benutzer ändern, die es schon gibt
import-changes_existing_hint = Gefunden nach E-Mail oder Benutzername. Eine leere Zelle lässt den Wert, wie er ist. Aus: Sie bleiben unverändert.
import-invites = Neue Benutzer ohne Passwort per E-Mail einladen
import-invites_hint = Aus: Sie werden ohne Nachricht hinzugefügt und können sich noch nicht mit einem Passwort anmelden.
import-makes_groups = Gruppen anlegen, die es noch nicht gibt
import-leaves_groups = Benutzer aus Gruppen nehmen, die ihre Zeile nicht nennt
import-leaves_groups_hint = Nur, wenn die Zeile mindestens eine Gruppe nennt.
import-takes_lookalikes = Adressen zulassen, die aussehen wie die von Administratoren
import-takes_lookalikes_hint = Auch solche, die Buchstaben mehrerer Alphabete mischen.
import-check = Zeilen prüfen
import-check_again = Spalten neu wählen
import-progress = Fortschritt
import-progress_rows = { $done } von { $rows } Zeilen
import-progress_lead = Es geht von selbst weiter, auch wenn Sie diese Seite verlassen. Diese Seite sieht alle paar Sekunden nach.
import-look_again = Noch einmal ansehen
import-verdicts = Was aus den Zeilen wird
import-verdict_add = Neu
import-verdict_change = Geändert
import-verdict_unchanged = Unverändert
import-verdict_wrong = Fehlerhaft
import-all_rows = Alle
import-line = Zeile
import-user = Benutzer
import-verdict = Ergebnis
import-why = Einzelheiten
import-shows_value = { $field }: { $value }
import-shows_change = { $field }: { $before } → { $after }
import-shows_none = keine
import-undone = Zurückgenommen
import-not_undone = Nicht zurückgenommen
import-undone_rows =
    { $count ->
        [one] { $count } Zeile wurde zurückgenommen.
       *[other] { $count } Zeilen wurden zurückgenommen.
    }
import-nothing_to_do = Keine Zeile würde etwas ändern.
import-no_rows = Keine Zeilen
import-no_rows_lead = Keine Zeile hat dieses Ergebnis.
import-apply_rows =
    { $count ->
        [one] { $count } Zeile übernehmen
       *[other] { $count } Zeilen übernehmen
    }
import-apply_title = Diese Liste übernehmen?
import-apply_question = Neue Benutzer: { $added }, geänderte: { $changed }. Fehlerhafte Zeilen werden ausgelassen.
import-mails_follow =
    { $count ->
        [one] Höchstens { $count } Einladung wird per E-Mail gesendet.
       *[other] Höchstens { $count } Einladungen werden per E-Mail gesendet.
    }
import-go_on = Fortsetzen
import-go_on_question = Bereits erledigte Zeilen bleiben, wie sie sind; die übrigen werden jetzt erledigt.
import-undo = Zurücknehmen
import-undo_title = Diesen Import zurücknehmen?
import-undo_question = Neue Benutzer werden gelöscht (und lassen sich { $days } Tage lang zurückholen), geänderte erhalten ihre früheren Werte. Wer seitdem geändert wurde, bleibt unverändert.
import-result = Ergebnis als CSV
import-see_users = Zu den Benutzern
import-remove = Liste entfernen
import-remove_title = Diese Liste entfernen?
import-remove_question = Die Benutzer bleiben, wie sie sind, aber das Ergebnis lässt sich nicht mehr ansehen und der Import nicht mehr zurücknehmen.
import-done_removed = Die Liste wurde entfernt.
import-next = Weiter
import-only_looking = Begonnen hat diese Liste jemand, dessen Rolle mehr erlaubt als Ihre eigene, darum können Sie nur ansehen.
import-stopped_why = Der Import wurde angehalten:
import-cli_done = { $added } neu, { $changed } geändert, { $unchanged } unverändert, { $wrong } fehlerhaft
import-cli_line = Zeile { $line }: { $why }
import-cli_row = Zeile { $line }, { $who }: { $what }
import-cli_add = neu
import-cli_change = geändert ({ $fields })
import-cli_unchanged = unverändert
import-cli_wrong = fehlerhaft: { $why }
import-cli_dry = Nichts wurde geändert, denn es war nur ein Probelauf.
import-cli_unreadable = Die Datei { $file } lässt sich nicht lesen: { $why }
    .next = Prüfen Sie den Pfad und ob dieses Konto die Datei lesen darf.
audit-event_import_upload = Eine Liste von Benutzern wurde hochgeladen
audit-event_import_check = Eine Liste von Benutzern wurde geprüft
audit-event_import_apply = Der Import einer Liste von Benutzern wurde begonnen
audit-event_import_finish = Eine Liste von Benutzern wurde importiert
audit-event_import_undo = Die Rücknahme eines Imports wurde begonnen
audit-event_import_finish_undo = Ein Import wurde zurückgenommen
audit-event_import_remove = Eine Liste von Benutzern wurde entfernt
import-lookalike = Diese Adresse sieht aus wie die in Zeile { $line }, hat aber andere Buchstaben.
    .next = Vergleichen Sie Buchstabe für Buchstabe; um beide zu nehmen, prüfen Sie noch einmal mit der Option für ähnliche Adressen.
import-passed_over = { $count ->
    [one] Diese Spalte wird übersprungen, obwohl sie nach einer aussieht, die gebraucht wird: { $columns }. Sagen Sie unten, was sie enthält, oder lassen Sie sie weg.
   *[other] Diese Spalten werden übersprungen, obwohl sie nach solchen aussehen, die gebraucht werden: { $columns }. Sagen Sie unten, was sie enthalten, oder lassen Sie sie weg.
}
import-former_shown = { $count ->
    [one] { $count } Liste gezeigt
   *[other] { $count } Listen gezeigt
}
