# The page behind an invitation.

invitations-title = Choisissez votre mot de passe
invitations-lead = Vous êtes invité sur { $house } avec l’adresse { $email }. Choisissez un mot de passe, puis connectez-vous avec.
invitations-accept = Définir le mot de passe
