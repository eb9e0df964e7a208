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
