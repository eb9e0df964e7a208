# The audit trail: what the command says, and every event in words.

audit-whole =
    { $count ->
        [one] La chaîne d’audit est intacte : { $count } événement
        [many] La chaîne d’audit est intacte : { $count } d’événements
       *[other] La chaîne d’audit est intacte : { $count } événements
    }
audit-broken = La chaîne d’audit est rompue à l’événement { $sequence }

audit-event_sign_in_succeed = Connexion réussie
audit-event_sign_in_fail = Échec d’une connexion
audit-event_sign_in_refuse = Connexion refusée
audit-event_sign_in_must_change = Demande de choisir un nouveau mot de passe
audit-event_sessions_end = Fermeture d’une session
audit-event_sessions_end_others = Fermeture de toutes les autres sessions
audit-event_sessions_sign_out = Déconnexion
audit-event_passwords_change = Changement du mot de passe
audit-event_passwords_upgrade = Renforcement de la protection du mot de passe enregistré
audit-event_passwords_confirm_fail = Mot de passe actuel mal saisi
audit-event_passwords_confirm = Nouvelle saisie du mot de passe
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
audit-event_callers_switch_off = Un appelant de l’API a été désactivé
audit-event_callers_switch_on = Un appelant de l’API a été réactivé
audit-event_users_create = Ajout de l’utilisateur
audit-event_users_update = Modification de l’utilisateur
audit-event_users_activate = Activation de l’utilisateur
audit-event_users_delete = Suppression de l’utilisateur
audit-event_ownership_register = Des objets ont été enregistrés
audit-event_ownership_unregister = Un objet a été retiré du registre
audit-event_ownership_transfer = Un objet a été transféré
audit-event_ownership_remove = Un objet a été retiré avec son propriétaire
audit-event_ownership_restore = Un objet a été rétabli
audit-event_users_bring_back = L’utilisateur a été rétabli
audit-event_users_forget = L’utilisateur supprimé a été retiré définitivement
audit-event_sysadmin_transfer_offer = Le rôle de Sys. Admin a été proposé
audit-event_sysadmin_transfer_withdraw = L’offre du rôle a été retirée
audit-event_sysadmin_transfer_decline = L’offre du rôle a été refusée
audit-event_sysadmin_transfer_accept = Le rôle de Sys. Admin a été transmis
audit-event_sysadmin_transfer_give_account = Le compte du Sys. Admin a été remis à une autre personne
audit-event_users_create_crowd = Ajout d’utilisateurs d’exemple
audit-event_feature_management_set = Activation ou désactivation de fonctionnalités
audit-event_groups_create = Le groupe a été créé
audit-event_groups_update = Le groupe a été modifié
audit-event_groups_delete = Le groupe a été supprimé
audit-event_groups_add_members = Des membres ont été ajoutés au groupe
audit-event_groups_remove_members = Des membres ont été retirés du groupe
audit-event_groups_add_subgroup = Un groupe a été ajouté dans le groupe
audit-event_groups_remove_subgroup = Un groupe a été retiré du groupe
audit-event_roles_create = Le rôle a été créé
audit-event_roles_update = Le rôle a été modifié
audit-event_roles_delete = Le rôle a été supprimé
audit-event_users_take_role = Le rôle du groupe a été repris
audit-event_setup_make_sysadmin = Configuration de l’installation
audit-event_sessions_revoke = Un administrateur a mis fin à une session
audit-event_sessions_revoke_user = Un administrateur a mis fin à toutes les sessions
audit-event_sessions_revoke_all = Un administrateur a mis fin aux sessions de tout le monde
audit-event_security_change = Un réglage de sécurité a été modifié
audit-event_security_show_key = L’ancienne clé a été affichée
audit-event_security_rotate_key = L’ancienne clé a été renouvelée
audit-event_security_set_key = L’ancienne clé a été remplacée par une clé fournie
audit-event_platform_keep = Un réglage pour les clients de la plateforme a été conservé
audit-event_seats_rebuild = Nouveau décompte des places
audit-event_view_as_start = Pages vues comme cet utilisateur
audit-event_view_as_stop = Fin de la vue comme cet utilisateur
audit-event_users_lock = Verrouillage du compte
audit-event_users_unlock = Déverrouillage du compte
audit-event_users_send_link = Envoi d’un lien vers un nouveau mot de passe
audit-event_users_invite = Nouvel envoi de l’invitation
audit-event_users_cancel_invitation = Annulation de l’invitation
audit-event_users_end_session = Un administrateur a mis fin à une session
audit-event_users_end_sessions = Un administrateur a mis fin à toutes les sessions
audit-event_users_revoke_token = Un administrateur a révoqué un jeton API

audit-title = Audit
audit-lead = Qui a fait quoi à qui. Rien ici ne peut être modifié, et ce qui manquerait se verrait.
audit-export_csv = En CSV
audit-export_json_lines = En JSON Lines
audit-chain = Chaîne des événements
audit-chain_whole = Intacte
audit-chain_broken = Rompue
audit-not_proved = { $count ->
    [one] { $count } événement jusqu’ici. La chaîne n’a pas encore été vérifiée.
   *[other] { $count } événements jusqu’ici. La chaîne n’a pas encore été vérifiée.
}
audit-proved = { NUMBER($proved) } événements sur { NUMBER($count) } sont tels qu’ils ont été écrits ; vérifiés
audit-broken_next = Conservez une copie de la base de données, comparez-la à une sauvegarde et cherchez qui y a accès.
audit-prove = Vérifier la chaîne maintenant
audit-proving = La chaîne est en cours de vérification. Rechargez cette page dans un instant.
audit-search = Rechercher
audit-search_hint = Une partie d’un nom ou d’une valeur, ou un identifiant ou une adresse en entier.
audit-event = Événement
audit-any_event = Tous les événements
audit-from = Du
audit-to = Au
audit-one_user = Seulement ce que cette personne a fait, ou ce qui lui est arrivé :
audit-show = Afficher
audit-clear = Effacer
audit-none = Aucun événement de ce genre
audit-none_lead = Élargissez la recherche, ou effacez-la.
audit-none_here = Rien dans cette partie de la chaîne. Les événements plus anciens n’ont pas encore été parcourus.
audit-about_user = Tout sur cette personne
audit-more = Événement { NUMBER($sequence) }
audit-when = Quand
audit-subject = Objet
audit-agent = Programme
audit-request = Requête
audit-event_audit_export = Export du journal d’audit dans un fichier
audit-event_outbox_set_server = Modification du serveur de messagerie
audit-event_outbox_set_switches = Activation ou désactivation d’e-mails
audit-event_outbox_test = Envoi d’un e-mail d’essai
audit-event_users_end_access = Fin des sessions et des jetons de l’utilisateur
