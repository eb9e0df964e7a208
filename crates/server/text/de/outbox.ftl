# The inbox of the demo.

outbox-title = Posteingang
outbox-lead = Diese Demo versendet keine E-Mails. Sie werden stattdessen hier aufbewahrt.
outbox-none = Noch keine E-Mails
outbox-none_lead = Wählen Sie auf der Anmeldeseite „Passwort vergessen?“, dann erscheint hier eine E-Mail.
outbox-subject = Betreff
outbox-to = An
outbox-when = Wann
outbox-text = Als Text
outbox-show_html = Anzeigen wie in einem E-Mail-Programm
outbox-back = Zurück zum Posteingang

outbox-email = E-Mail
outbox-email_lead = Wie E-Mails diesen Server verlassen, welche gesendet werden und was aus ihnen wurde.
outbox-settings = Einstellungen
outbox-deliveries = Zustellungen
outbox-demo_keeps = Diese Demo versendet keine E-Mails. Sie liegen im
outbox-server = Mailserver
outbox-server_lead = Was Sie hier wählen, gilt sofort und auf jedem Knoten.
outbox-server_saved = Der Mailserver ist gespeichert. Senden Sie einen Test, um zu sehen, ob es klappt.
outbox-way = Versandweg
outbox-way_configured = Wie in der Konfiguration ({ $way })
outbox-way_smtp = Über den Mailserver unten
outbox-host = Host
outbox-port = Port
outbox-port_hint = Leer für den üblichen: 587 mit STARTTLS, 465 mit TLS.
outbox-security = Verschlüsselung
outbox-security_starttls = STARTTLS, sonst keine E-Mail
outbox-security_tls = TLS von Anfang an
outbox-security_opportunistic = STARTTLS, falls angeboten
outbox-security_none = Keine, für einen Mailserver auf demselben Rechner
outbox-user_name = Benutzername
outbox-user_name_hint = Leer, um ohne Anmeldung zu senden.
outbox-password = Passwort
outbox-password_none = Es ist keines hinterlegt.
outbox-password_kept = Es ist eines hinterlegt. Leer lassen, um es zu behalten; für einen anderen Host muss es neu eingegeben werden.
outbox-from_address = Absenderadresse
outbox-from_name = Absendername
outbox-from_hint = Leer für „{ $configured }“.
outbox-test = Test
outbox-test_lead = Sendet jetzt gleich eine E-Mail und sagt Ihnen, was der Mailserver antwortet.
outbox-test_to = An
outbox-test_send = Test-E-Mail senden
outbox-test_sent = Der Mailserver hat die Test-E-Mail angenommen.
outbox-test_subject = Test-E-Mail von { $house }
outbox-test_mail = Dies ist ein Test. E-Mails von { $house } erreichen Sie.
outbox-switches = Welche E-Mails gesendet werden
outbox-switches_lead = Was ausgeschaltet ist, steht unter Zustellungen als ausgeschaltet und wird auch später nicht gesendet.
outbox-switches_saved = Die Schalter sind gespeichert.
outbox-switch_all = E-Mails senden
outbox-switch_all_hint = Aus: Es geht gar keine E-Mail hinaus, und niemand kann sich registrieren.
outbox-switch_invitations = Einladungen
outbox-switch_password_recovery = Passwort-Wiederherstellung
outbox-switch_password_recovery_hint = Aus: Wer sein Passwort vergessen hat, kommt per E-Mail nicht wieder hinein.
outbox-switch_notices_hint = Daran bemerkt man ein gestohlenes Konto.
outbox-deliveries_lead = Jede E-Mail der letzten 90 Tage, ohne ihren Text. Der Text einer fehlgeschlagenen bleibt sieben Tage versiegelt, damit Sie sie erneut senden können.
outbox-search = Nach Adresse suchen
outbox-state = Status
outbox-any_state = Alle
outbox-state_waiting = Wartet
outbox-state_sent = Gesendet
outbox-state_failed = Fehlgeschlagen
outbox-attempts = { $count ->
    [one] nach einem Versuch
   *[other] nach { $count } Versuchen
}
outbox-no_deliveries = Keine solchen E-Mails
outbox-no_deliveries_lead = E-Mails erscheinen hier, sobald sie angefordert werden.
outbox-changed_meanwhile = Jemand anderes hat die E-Mail-Einstellungen gerade geändert.
    .next = Laden Sie die Seite neu, sehen Sie sich die Änderung an und versuchen Sie es noch einmal.
outbox-not_taken = Die E-Mail wurde nicht angenommen: { $cause }
    .next = Prüfen Sie Host, Port, Verschlüsselung und Passwort und versuchen Sie es noch einmal.
outbox-server_is_sysadmins = Nur der Sys. Admin wählt den Mailserver: Wer ihn hat, liest jeden Link zu einem neuen Passwort.
    .next = Fragen Sie den Sys. Admin. Die Mails selbst und das Protokoll stehen Ihnen offen.
outbox-kept_here = Diese Installation behält ihre E-Mails, statt sie zu senden.
    .next = Starten Sie den Server ohne die Demo, um einen Mailserver zu benutzen.

outbox-not_chosen = Es wurde kein Mailserver gewählt; E-Mails gehen hinaus, wie die Konfiguration es sagt.
    .next = Wählen Sie einen mit POST oder unter E-Mail.
outbox-has_server = Es ist bereits ein Mailserver gewählt.
    .next = Ändern Sie ihn mit PATCH oder entfernen Sie ihn zuerst mit DELETE.
outbox-no_server = Es ist kein Mailserver gewählt, der sich ändern ließe.
    .next = Wählen Sie einen mit POST.
outbox-switch_password_changes = Geänderte Passwörter
outbox-switch_sign_ins = Anmeldungen von einem neuen Gerät oder nach vielen Fehlversuchen
outbox-switch_api_tokens = Erstellte oder beendete API-Token
outbox-switch_own_license = Lizenz dieser Installation
outbox-switch_own_license_hint = Aus: Dass die Lizenz endet oder Plätze ausgehen, erfahren Administratoren nur auf den Seiten.
outbox-switch_licenses_ending = Lizenzen von Kunden, die bald enden
outbox-switch_licenses_ending_hint = Aus: Weder Kunden noch Ihre Mitarbeiter erfahren es per E-Mail.
outbox-switch_always = E-Mails, ohne die jemand festsäße, haben keinen eigenen Schalter: neue Lizenzkonten, Änderungen einer Adresse, Passwörter, die ein Administrator oder eine Änderung beendet hat, die Rolle des Sys. Admin, Signaturschlüssel und Schlüssel, die zwei Rechner haben.
outbox-state_off = Ausgeschaltet
outbox-retry = Erneut senden
outbox-retry_all = Alle fehlgeschlagenen erneut senden
outbox-retried = Die E-Mail wartet darauf, erneut gesendet zu werden.
outbox-retried_all = { $again ->
    [one] { $again } E-Mail wartet
   *[other] { $again } E-Mails warten
  } darauf, erneut gesendet zu werden; { $ended ->
    [one] { $ended } enthält
   *[other] { $ended } enthalten
  } einen Link, der nicht mehr gilt.
outbox-retried_some = { $again ->
    [one] { $again } E-Mail wartet
   *[other] { $again } E-Mails warten
  } darauf, erneut gesendet zu werden. Es gibt weitere: Drücken Sie noch einmal.
outbox-row_ended = Der Link darin gilt nicht mehr.
outbox-row_gone = Ihr Text wird nicht mehr aufbewahrt.
outbox-not_failed = Eine solche fehlgeschlagene E-Mail gibt es nicht.
    .next = Laden Sie die Liste neu; vielleicht wurde sie schon erneut gesendet.
outbox-text_gone = Der Text dieser E-Mail wird nicht mehr aufbewahrt.
    .next = Tun Sie noch einmal, worum es ging: Laden Sie den Benutzer etwa erneut ein.
outbox-secret_ended = Der Link oder das Passwort in dieser E-Mail gilt nicht mehr.
    .next = Erzeugen Sie etwas Neues: Laden Sie den Benutzer erneut ein, oder fordern Sie unter „Passwort vergessen“ ein neues Passwort an.
outbox-switched_off = E-Mails sind hier ausgeschaltet, und ohne seine E-Mail ist dies nichts wert.
    .next = Ein Administrator kann sie unter E-Mail einschalten.
outbox-no_way_out = E-Mails haben keinen Weg aus diesem Server, und ohne seine E-Mail ist dies nichts wert.
    .next = Der Sys. Admin wählt unter E-Mail einen Mailserver; versuchen Sie es dann noch einmal.
outbox-bad_host = Das ist kein Host: weder ein Name noch eine IP-Adresse.
    .next = Schreiben Sie ihn ohne Port und ohne „smtp://“, etwa smtp.example.com.
outbox-bad_port = Ein Port ist eine Zahl von 1 bis 65535.
    .next = Berichtigen Sie ihn, oder lassen Sie ihn leer für den üblichen.
outbox-bad_from = Die Absenderadresse ist keine E-Mail-Adresse.
    .next = Berichtigen Sie sie, oder lassen Sie sie leer für die der Konfiguration.
outbox-bad_from_name = Der Absendername hat mehr als { $maximum } Zeichen oder mehr als eine Zeile.
    .next = Kürzen Sie ihn und speichern Sie noch einmal.
outbox-bad_sign_in = Benutzername und Passwort des Mailservers sind je eine Zeile mit höchstens { $maximum } Zeichen.
    .next = Tippen Sie den Text neu ein, statt ihn einzufügen.
outbox-unknown_state = Einen Zustand „{ $name }“ hat keine Mail.
    .next = Verwenden Sie waiting, sent, failed oder off, oder lassen Sie es für alle weg.
outbox-half_sign_in = Benutzername und Passwort des Mailservers gehören zusammen: Eines davon fehlt.
    .next = Geben Sie beide ein, oder lassen Sie beide leer, um ohne Anmeldung zu senden.
