# The pages behind the mails about a new address.

email_change-confirm_title = Neue Adresse bestätigen
email_change-confirm_lead = Ab jetzt gehen E-Mails an { $email }, und Sie melden sich damit an.
email_change-confirm = Diese Adresse verwenden
email_change-confirmed = Ihre neue Adresse gilt jetzt. Die alte wurde benachrichtigt und kann die Änderung eine Woche lang rückgängig machen.
email_change-undo_title = Änderung der Adresse rückgängig machen
email_change-undo_lead = Ihre Adresse lautet dann wieder { $email }, und Sie werden überall abgemeldet. Wir senden eine E-Mail dorthin, mit der Sie ein neues Passwort wählen.
email_change-undo = Änderung rückgängig machen
email_change-undone = Ihre alte Adresse gilt wieder. Sehen Sie in deren Postfach, um ein neues Passwort zu wählen.
