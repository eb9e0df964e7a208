# The audit trail: what the command says, and every event in words.

audit-whole =
    { $count ->
        [one] La chaîne du journal est intacte : { $count } événement
        [many] La chaîne du journal est intacte : { $count } d’événements
       *[other] La chaîne du journal est intacte : { $count } événements
    }
audit-broken = La chaîne du journal est rompue à l’événement { $sequence }

audit-event_sign_in_succeed = Connexion réussie
audit-event_sign_in_fail = Échec d’une connexion
audit-event_sign_in_refuse = Connexion refusée
audit-event_sign_in_must_change = Invitation à choisir un nouveau mot de passe
audit-event_sessions_end = Fermeture d’une session
audit-event_sessions_end_others = Fermeture de toutes les autres sessions
audit-event_sessions_sign_out = Déconnexion
audit-event_passwords_change = Changement du mot de passe
audit-event_passwords_upgrade = Renforcement de la protection du mot de passe enregistré
audit-event_passwords_confirm_fail = Mot de passe actuel mal saisi
audit-event_password_reset_ask = Demande d’un e-mail pour choisir un nouveau mot de passe
audit-event_password_reset_mail = Envoi d’un e-mail pour choisir un nouveau mot de passe
audit-event_password_reset_choose = Choix d’un nouveau mot de passe au moyen d’un lien
audit-event_invitations_accept = Invitation acceptée
audit-event_email_change_ask = Demande de changement d’adresse e-mail
audit-event_email_change_undo = Annulation du changement d’adresse
audit-event_profile_change_names = Modification des informations personnelles
audit-event_profile_change_language = Changement de langue
audit-event_profile_change_email = Changement d’adresse e-mail
audit-event_recovery_codes_make = Création de nouveaux codes de récupération
audit-event_recovery_codes_use = Utilisation d’un code de récupération
audit-event_recovery_codes_fail = Code de récupération incorrect
audit-event_rescue_make_link = Création d’un lien de secours sur le serveur
audit-event_api_tokens_create = Création d’un jeton API
audit-event_api_tokens_renew = Régénération du jeton API
audit-event_api_tokens_rotate = Remplacement d’un jeton API
audit-event_api_tokens_revoke = Révocation d’un jeton API
audit-event_users_create = Ajout de l’utilisateur
audit-event_users_update = Modification de l’utilisateur
audit-event_users_activate = Activation de l’utilisateur
audit-event_users_delete = Suppression de l’utilisateur
audit-event_users_create_crowd = Ajout d’utilisateurs d’exemple
audit-event_feature_management_set = Activation ou désactivation de fonctionnalités
audit-event_setup_make_sysadmin = Configuration de l’installation
audit-event_sessions_revoke = Un administrateur a mis fin à une session
audit-event_sessions_revoke_user = Un administrateur a mis fin à toutes les sessions
audit-event_sessions_revoke_all = Un administrateur a mis fin aux sessions de tout le monde
audit-event_security_change = Un réglage de sécurité a été modifié
audit-event_security_show_key = L’ancienne clé a été affichée
audit-event_security_rotate_key = L’ancienne clé a été renouvelée
