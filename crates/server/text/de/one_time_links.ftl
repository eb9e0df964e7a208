# Mails. $house is the installation's name.

one_time_links-greeting = Guten Tag { $name },
one_time_links-code = Oder geben Sie innerhalb von { $minutes } Minuten auf der Seite, auf der Sie die E-Mail angefordert haben, diesen Code ein:

one_time_links-reset_subject = Ihr Passwort für { $house }
one_time_links-reset_lead = für Ihr Konto bei { $house } wurde ein neues Passwort angefordert. Wenn Sie das waren, klicken Sie auf die Schaltfläche.
one_time_links-reset_button = Passwort wiederherstellen
one_time_links-reset_after = Die Schaltfläche funktioniert einmal, { $minutes } Minuten lang. Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.
one_time_links-organisation_after = Melden Sie sich so an, wie Ihre Organisation es Ihnen mitgeteilt hat. Wenn Sie diese E-Mail nicht angefordert haben, müssen Sie nichts tun.

one_time_links-invitation_subject = Ihr Konto bei { $house }
one_time_links-invitation_lead = für Sie wurde ein Konto bei { $house } angelegt. Ihr Benutzername ist { $user }. Wählen Sie zuerst Ihr Passwort.
one_time_links-invitation_button = Passwort wählen
one_time_links-invitation_after =
    { $hours ->
        [one] Die Schaltfläche funktioniert einmal, { $hours } Stunde lang.
       *[other] Die Schaltfläche funktioniert einmal, { $hours } Stunden lang.
    }

one_time_links-confirm_subject = Bestätigen Sie Ihre Adresse für { $house }
one_time_links-confirm_lead = klicken Sie auf die Schaltfläche, um die Adresse { $email } für Ihr Konto bei { $house } zu verwenden.
one_time_links-confirm_button = Adresse bestätigen
one_time_links-confirm_after = Die Schaltfläche funktioniert einen Tag lang. Wenn Sie davon nichts wissen, müssen Sie nichts tun.

one_time_links-undo_subject = Ihre Adresse bei { $house } wurde geändert
one_time_links-undo_lead = Ihr Konto bei { $house } hat jetzt eine andere E-Mail-Adresse. Wenn Sie das nicht waren, machen Sie es mit der Schaltfläche rückgängig.
one_time_links-undo_button = Änderung rückgängig machen
one_time_links-undo_after = Die Schaltfläche funktioniert eine Woche lang. Sie meldet Sie auch überall ab.

one_time_links-password_changed_subject = Ihr Passwort für { $house } wurde geändert
one_time_links-password_changed_lead = das Passwort Ihres Kontos bei { $house } wurde gerade geändert.
one_time_links-password_changed_after = Wenn Sie das nicht waren, wählen Sie auf der Anmeldeseite sofort „Passwort vergessen?“ und informieren Sie Ihren Administrator.

one_time_links-email_will_change_subject = Ihre Adresse bei { $house } soll geändert werden
one_time_links-email_will_change_lead = jemand, der unter Ihrem Namen bei { $house } angemeldet ist, möchte statt dieser Adresse { $email } verwenden.
one_time_links-email_will_change_after = Nichts ändert sich, bevor es von dort bestätigt wird. Wenn Sie das nicht waren, ändern Sie Ihr Passwort.
