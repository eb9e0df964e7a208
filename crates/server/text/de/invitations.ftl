# The page behind an invitation.

invitations-title = Passwort wählen
invitations-lead = Sie wurden als { $email } zu { $house } eingeladen. Wählen Sie ein Passwort und melden Sie sich dann damit an.
invitations-accept = Passwort festlegen
