# My Profile.

profile-saved = Enregistré.
profile-read_only = Votre rôle ne vous permet pas de modifier votre compte. Si quelque chose est inexact, prévenez un administrateur.
profile-personal_information = Informations personnelles
profile-personal_lead = Votre nom tel que les autres le voient.
profile-first_name = Prénom
profile-last_name = Nom
profile-user_name = Nom d’utilisateur
profile-email_title = Adresse e-mail
profile-email_lead = Elle vous sert à vous connecter et à recevoir les e-mails. Une nouvelle adresse est utilisée dès que vous la confirmez depuis un e-mail.
profile-email = E-mail
profile-role = Rôle
profile-new_email = Nouvelle adresse e-mail
profile-change_email = Changer l’adresse
profile-email_asked = Consultez la boîte de réception de la nouvelle adresse pour la confirmer.
profile-current_password = Mot de passe actuel

profile-preferences = Préférences
profile-preferences_lead = Comment cette installation vous parle.
profile-language = Langue
profile-language_hint = Les pages et les e-mails suivent aussitôt.
profile-language_default = Selon l’installation

profile-password = Mot de passe
profile-password_lead = Quand vous le changez, vous recevez un e-mail.
profile-new_password = Nouveau mot de passe
profile-repeat_password = Nouveau mot de passe, encore une fois
profile-end_others = Me déconnecter partout ailleurs
profile-end_tokens = Mettre aussi fin à mes jetons API
profile-end_tokens_hint = À choisir si quelqu’un d’autre connaît peut-être votre mot de passe. Les scripts et les intégrations s’arrêtent jusqu’à ce qu’ils aient de nouveaux jetons.
profile-password_changed = Votre mot de passe est changé.
profile-rule_met = respecté
profile-rule_unmet = non respecté
profile-sso_password = Votre compte utilise l’authentification unique (SSO). Le mot de passe est géré par votre organisation.

profile-api_token = Jeton API
profile-api_token_lead = Avec un jeton, un script fait ce que vous avez le droit de faire, sans votre mot de passe.
profile-single_token = Votre jeton API
profile-single_token_hint = Pour les scripts et les clients qui attendent un jeton par utilisateur. Les scripts l’envoient dans l’en-tête Authorization, après le mot Bearer.
profile-single_token_none = Vous n’avez pas encore de jeton.
profile-token_make = Créer un jeton
profile-token_renew = Régénérer
profile-token_renew_title = Régénérer votre jeton API ?
profile-token_renew_text = L’ancien jeton cesse aussitôt de fonctionner, tout comme les jetons des scripts connectés par l’API. Les intégrations s’arrêtent jusqu’à ce qu’elles aient le nouveau jeton.
profile-token_renew_yes = Régénérer le jeton
profile-token_renewed = Vous avez un nouveau jeton. L’ancien ne fonctionne plus.
profile-named_tokens = Jetons nommés
profile-named_tokens_lead = Un par script, pour pouvoir arrêter chacun séparément.
profile-named_none = Aucun jeton nommé
profile-named_none_lead = Créez-en un par script ci-dessous : avec ce qu’il peut faire et quand il prend fin.
profile-token_create = Créer un jeton nommé
profile-token_new = Nouveau jeton
profile-token_once = Copiez le nouveau jeton maintenant. Il n’est affiché que cette fois.
profile-token_name = Nom
profile-token_name_hint = Le script ou le programme qui l’utilisera.
profile-token_scope = Peut faire
profile-token_expires = Fin
profile-token_never = Jamais
profile-token_last_used = Dernière utilisation
profile-token_unused = Pas encore
profile-token_callers =
    { $count ->
        [one] { $count } programme l’utilise
       *[other] { $count } programmes l’utilisent
    }
profile-token_actions = Actions
profile-token_rotate = Remplacer
profile-token_revoke = Révoquer
profile-token_revoked = Le jeton ne fonctionne plus.
profile-token_replaced = Remplacé, prend bientôt fin
profile-scope_full = Tout ce que je peux faire
profile-scope_manage_users = Voir et modifier les utilisateurs et les groupes dont ils font partie
profile-scope_read_users = Voir les utilisateurs
profile-scope_own_account = Voir mon propre compte

profile-sessions = Sessions
profile-sessions_lead = Les endroits où vous êtes connecté. Fermez ce que vous ne reconnaissez pas, puis changez votre mot de passe.
profile-session_device = Appareil
profile-session_place = Lieu
profile-session_first_seen = Première activité
profile-session_last_seen = Dernière activité
profile-session_sign_out = Déconnecter
profile-session_this_one = Celle-ci
profile-session_ended = La session est fermée.
profile-other_sessions_ended = Vous êtes déconnecté partout ailleurs.
profile-end_others_button = Déconnecter partout ailleurs
profile-end_others_title = Déconnecter partout ailleurs ?
profile-end_others_text =
    { $count ->
        [one] { $count } autre session prend fin aussitôt.
       *[other] { $count } autres sessions prennent fin aussitôt.
    }
profile-device_on = { $browser } sur { $system }
profile-device_computer = Ordinateur
profile-device_phone = Téléphone
profile-device_tablet = Tablette
profile-device_script = Script
profile-device_unknown = Appareil inconnu

profile-activity = Activité
profile-activity_lead = Ce que vous avez fait, et ce qui est arrivé à votre compte.
profile-activity_none = Rien pour l’instant
profile-activity_none_lead = Tout ce que vous faites ici et tout ce qui arrive à votre compte figurera ici.

profile-recovery_codes = Codes de récupération
profile-scope_change_account = Modifier mon propre compte
profile-scope_read_groups = Voir groupes et rôles
profile-scope_manage_groups = Modifier groupes et rôles
profile-scope_read_sessions = Voir qui est connecté
profile-scope_manage_sessions = Fermer des sessions
profile-scope_read_ownership = Voir qui possède quoi
profile-scope_manage_ownership = Enregistrer et transmettre ce que les gens possèdent
profile-scope_read_features = Voir quelles fonctionnalités sont actives
profile-scope_manage_features = Activer et désactiver des fonctionnalités
profile-scope_read_security = Voir règles, appelants et travail en arrière-plan
profile-scope_manage_security = Modifier règles, appelants et travail en arrière-plan
profile-scope_read_mail = Voir les réglages d’e-mail et les envois
profile-scope_manage_mail = Modifier les réglages d’e-mail, renvoyer des e-mails
profile-scope_read_license = Voir la licence et ses places
profile-scope_manage_license = Modifier la licence
profile-scope_read_audit = Lire le journal d’audit de tous
profile-scope_read_licensing = Voir les clients et leurs licences
profile-scope_manage_licensing = Émettre et modifier les licences de clients
profile-scope_chosen = Seulement ce qui est choisi ci-dessous
profile-scope_hint = Dès que quelque chose est choisi ci-dessous, le jeton ne peut que cela.
