# The page behind an invitation.

invitations-title = Elija su contraseña
invitations-lead = Ha recibido una invitación a { $house } como { $email }. Elija una contraseña y después inicie sesión con ella.
invitations-accept = Establecer la contraseña
