# The sign-in page and the first page after it.

sign_in-title = Connexion
sign_in-name = Nom d’utilisateur/E-mail
sign_in-password = Mot de passe
sign_in-remember = Rester connecté
sign_in-button = Se connecter
sign_in-forgot = Mot de passe oublié ? Cliquez ici
sign_in-sign_up = Nouveau client ? Créer un compte
sign_in-password_was_set = Votre nouveau mot de passe est défini. Connectez-vous avec.
sign_in-signed_out = Vous êtes déconnecté.
sign_in-session_ended = Votre session est terminée : elle a expiré, vous vous êtes connecté trop souvent ailleurs, votre mot de passe a changé ou un administrateur y a mis fin. Votre dernier envoi n’a pas été enregistré. Connectez-vous pour continuer.
sign_in-setup_done = L’installation est prête. Connectez-vous avec le compte que vous venez de créer ; créez ensuite des codes de récupération.
sign_in-api_success = Connecté
sign_in-home_title = Accueil
sign_in-welcome = Bienvenue, { $name }
sign_in-home_lead = Votre compte sur cette installation.
sign_in-home_profile = Changez votre nom, votre langue et votre mot de passe, voyez où vous êtes connecté et gérez les jetons de vos scripts.
sign_in-open_profile = Ouvrir Mon profil

sign_in-wrong = Ce nom d’utilisateur ou ce mot de passe est incorrect.
    .next = Vérifiez les deux, ou choisissez un nouveau mot de passe avec « Mot de passe oublié ? ».
sign_in-reset_needed = Ce mot de passe a expiré.
    .next = Choisissez-en un nouveau avec « Mot de passe oublié ? ».

sign_in-locked = Ce compte est verrouillé.
    .next = Demandez à votre administrateur de le déverrouiller.

sign_in-no_sso = Aucune authentification unique (SSO) n’est configurée sur ce serveur.
    .next = Connectez-vous avec un mot de passe.
sign_in-home_samples = Données d’exemple
sign_in-home_samples_lead = Ce qui est enregistré sur cette instance d’essai, et à qui.
sign_in-home_sample_title = Titre
sign_in-home_sample_kind = Genre
sign_in-home_sample_owner = Propriétaire
sign_in-forgot_portal = Mot de passe oublié
