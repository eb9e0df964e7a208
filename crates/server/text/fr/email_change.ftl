# The pages behind the mails about a new address.

email_change-confirm_title = Confirmez votre nouvelle adresse
email_change-confirm_lead = Désormais, les e-mails sont envoyés à { $email }, et vous vous connectez avec cette adresse.
email_change-confirm = Utiliser cette adresse
email_change-confirmed = Votre nouvelle adresse est en service. L’ancienne a été prévenue et permet d’annuler ce changement pendant une semaine.
email_change-undo_title = Annuler le changement d’adresse
email_change-undo_lead = Votre adresse redevient { $email }, et vous êtes déconnecté partout. Nous y envoyons un e-mail avec lequel vous choisirez un nouveau mot de passe.
email_change-undo = Annuler le changement
email_change-undone = Votre ancienne adresse est de nouveau en service. Consultez sa boîte de réception pour choisir un nouveau mot de passe.
