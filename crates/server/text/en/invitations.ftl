# The page behind an invitation.

invitations-title = Choose your password
invitations-lead = You were invited to { $house } as { $email }. Choose a password, then sign in with it.
invitations-accept = Set the password
