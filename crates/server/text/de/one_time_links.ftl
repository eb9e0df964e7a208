# Mails. $house is the installation's name.

one_time_links-code = Oder geben Sie innerhalb von { $minutes } Minuten auf der Seite, auf der Sie die E-Mail angefordert haben, diesen Code ein:

one_time_links-reset_subject = Ihr Passwort für { $house }
one_time_links-reset_lead = für Ihr Konto bei { $house } wurde ein neues Passwort angefordert. Wenn Sie das waren, klicken Sie auf die Schaltfläche.
one_time_links-reset_button = Passwort wiederherstellen
one_time_links-reset_after = Die Schaltfläche funktioniert einmal, { $minutes } Minuten lang. Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.

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

one_time_links-handover_subject = Das Konto des Sys. Admin bei { $house } gehört jetzt Ihnen
one_time_links-handover_lead = { $name } hat Ihnen das Konto mit der Rolle des Sys. Admin bei { $house } gegeben. Es gehört ab jetzt Ihnen, mit Ihrer Adresse als Benutzernamen: { $user }. Wählen Sie zuerst Ihr Passwort.
one_time_links-handover_button = Passwort wählen
one_time_links-handover_after = Der Knopf funktioniert einmal, { $hours } Stunden lang. Wenn es dafür zu spät ist, schickt „Passwort vergessen?“ auf der Anmeldeseite einen neuen Link an diese Adresse. Wenn Sie davon nichts wissen, fragen Sie die Person, die es Ihnen gegeben hat: Sie kann es eine Woche lang zurücknehmen.
