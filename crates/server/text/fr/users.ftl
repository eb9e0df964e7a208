# What users may not be.

users-unknown = Cet utilisateur n’existe pas.
    .next = Vérifiez l’identifiant, le nom d’utilisateur ou l’adresse e-mail.
users-email_taken = { $what ->
    [email] Un autre utilisateur a cette adresse e-mail.
    [userName] Un autre utilisateur a ce nom d’utilisateur.
   *[other] Un autre utilisateur a cette adresse e-mail ou ce nom d’utilisateur.
}
    .next = Choisissez autre chose.
users-sysadmin_email_taken = Un autre utilisateur a cette adresse, le Sys. Admin ne peut donc pas encore l’avoir.
    .next = Connectez-vous en tant que Sys. Admin et ouvrez Admin > Sys. Admin > Remettre ce compte à une autre personne : cela donne une autre adresse à cet utilisateur et déplace ce qui lui appartient, en une étape. Un script change d’abord l’adresse de cet utilisateur.
users-unknown_filter = Ce filtre ne connaît pas « { $text } ».
    .next = Il accepte l’un de ceux-ci : { $words }.
users-others_by_now = Ce ne sont plus les mêmes utilisateurs que ceux que vous avez vus.
    .next = Regardez les nouveaux nombres et confirmez encore une fois.
users-other_role_by_now = L’utilisateur a maintenant un autre rôle que celui donné par l’opération.
    .next = Changez le rôle de cet utilisateur à la main s’il n’est pas juste.
users-nothing_to_take_back = Il n’y a rien à annuler : l’opération n’a donné d’autre rôle à personne et n’a supprimé personne, ou elle n’est plus conservée.
    .next = Les opérations sont conservées 30 jours. Changez les rôles à la main ; rétablissez les utilisateurs dans Utilisateurs supprimés.
users-act_over = Cette opération n’est plus en cours.
    .next = Voyez sur sa page ce qu’elle a fait.
users-act_stopped = { $name } l’a arrêtée.
    .next = Relancez-la pour ceux qui restent.
users-unknown_act_done = Cette opération n’existe pas, ou plus.
    .next = Les résultats sont conservés 30 jours.
users-bad_email = Cela ne peut pas être une adresse e-mail.
    .next = Écrivez-la comme name@example.com.
users-bad_user_name = Un nom d’utilisateur doit avoir de 1 à 254 caractères visibles.
    .next = Choisissez-en un autre.
users-name_is_address = Un nom d’utilisateur ne peut pas être l’adresse e-mail de quelqu’un d’autre.
    .next = Choisissez un nom sans @, ou votre propre adresse.
users-bad_name = Un nom a { $maximum } caractères visibles au plus.
    .next = Raccourcissez-le.
users-bad_language = « { $text } » n’est pas une langue.
    .next = Écrivez-la comme de-DE ou en.
users-missing_field = Le champ { $name } manque.
    .next = Ajoutez-le et renvoyez la requête.
users-one_sysadmin = Il y a déjà un Sys. Admin, et il n’y en a jamais qu’un.
    .next = Choisissez un autre rôle, ou transférez le rôle de Sys. Admin.
users-last_sysadmin = Le Sys. Admin ne peut être ni supprimé ni désactivé, et ne peut recevoir un autre rôle.
    .next = Transférez d’abord le rôle à quelqu’un d’autre.
users-sysadmin_only = Seul le Sys. Admin peut modifier le Sys. Admin.
    .next = Adressez-vous au Sys. Admin.
users-too_many = Cela fait plus de { $maximum } utilisateurs à la fois.
    .next = Envoyez-les en plusieurs requêtes.
users-too_many_passwords = Un appel accepte au plus { $maximum } utilisateurs avec un mot de passe.
    .next = Envoyez ceux qui ont un mot de passe en plusieurs appels ; sans mot de passe, jusqu’à 20 000 passent en une fois.
users-bad_sort = Les utilisateurs ne peuvent pas être triés par « { $name } ».
    .next = Utilisez userName, email, firstName, lastName, roleId, created, lastUpdated ou lastActivity.
users-unknown_kind = Il n’y a pas de jetons du type « { $kind } ».
    .next = Utilisez api, odbc ou sso.
users-bad_role = « { $name } » n’est ni l’identifiant ni le nom d’un rôle.
    .next = Consultez les rôles sous /api/roles.
users-twice_in_list = La même adresse ou le même nom d’utilisateur figure deux fois dans la liste.
    .next = Envoyez chaque utilisateur une seule fois.
users-settings_too_large = Ces réglages de l’interface sont trop volumineux.
    .next = Conservez-en moins.
users-changed_meanwhile = Quelqu’un d’autre vient de modifier cet utilisateur.
    .next = Regardez la modification et réessayez.
users-unknown_language = Nous ne parlons pas encore cette langue.
    .next = Choisissez-en une dans la liste.
users-not_an_array = Le corps de la requête doit être une liste.
    .next = Mettez les éléments entre crochets.
users-wrong_type = Le champ { $name } n’a pas le bon type.
    .next = Vérifiez le type de sa valeur.
users-unknown_expand = Il n’y a rien qui s’appelle { $name } à développer.
    .next = Utilisez role ou groups.
users-bad_id = Ceci n’est pas l’identifiant d’un utilisateur.
    .next = Envoyez les 24 chiffres hexadécimaux de _id, ou une adresse e-mail.
users-bad_number = Ce paramètre doit être un nombre non négatif.
    .next = Corrigez-le et renvoyez la requête.

users-title = Utilisateurs
users-lead = Toutes les personnes qui peuvent se connecter ici, et celles qui ont été invitées.
users-user_name = Nom d’utilisateur
users-email = E-mail
users-role = Rôle
users-last_active = Dernière activité
users-search = Rechercher par nom, e-mail ou identifiant
users-none = Personne ne correspond
users-counted = { $count ->
    [one] { $count } utilisateur
   *[other] { $count } utilisateurs
}
users-state_inactive = Inactif

users-own_role = Vous ne pouvez pas modifier votre propre rôle.
    .next = Demandez à un autre administrateur.
users-not_yourself = Vous ne pouvez pas vous verrouiller, vous désactiver ni vous supprimer vous-même.
    .next = Demandez à un autre administrateur.
users-not_active = Cet utilisateur ne peut pas encore, ou ne peut plus, se connecter : aucun lien vers un nouveau mot de passe n’est envoyé.
    .next = Réactivez-le d’abord ; s’il est invité, renvoyez l’invitation.
users-nothing_to_lock = Cet utilisateur n’a pas de mot de passe ici : il n’y a rien à verrouiller.
    .next = Pour l’empêcher d’entrer, désactivez-le ; si une invitation est en attente, annulez-la.
users-not_invited = Cet utilisateur n’a pas d’invitation en attente.
    .next = Regardez l’état du compte.
users-lookalike = Cette adresse ressemble beaucoup à celle de l’administrateur { $other }.
    .next = Comparez lettre par lettre, puis confirmez que c’est bien elle.
users-mixed_scripts = Cette adresse mélange des lettres d’alphabets différents : { $letters }.
    .next = Saisissez-la de nouveau, ou confirmez que c’est bien elle.
users-email_checked = J’ai vérifié cette adresse

users-add = Ajouter un utilisateur
users-add_lead = Seule l’adresse e-mail est nécessaire.
users-first_name = Prénom
users-last_name = Nom
users-user_name_hint = L’adresse e-mail si vide
users-sysadmin_email_hint = Une autre adresse signifie une autre personne : enregistrer mène alors à l’étape qui transmet le compte.
users-language = Langue
users-language_default = Selon le groupe ou le serveur
users-groups = Groupes
users-groups_hint = Le nom d’un groupe par ligne
users-credential = Mode de connexion
users-credential_invited = Inviter par e-mail
users-credential_password = Avec le mot de passe ci-dessous
users-credential_hint = La personne invitée choisit son mot de passe ; avec un mot de passe défini ici, aucun e-mail n’est envoyé.
users-credential_unmailed = Les e-mails d’invitation ne quittent pas ce serveur en ce moment (voir Admin > E-mail) : définissez ici un mot de passe et communiquez-le à la personne.
users-password = Mot de passe
users-added = L’utilisateur a été ajouté.
users-invited = L’invitation est en route.
users-invited_off = Les e-mails d’invitation ne quittent pas ce serveur en ce moment : aucun lien n’a été envoyé. Corrigez cela dans Admin > E-mail, puis renvoyez l’invitation.
users-saved = Enregistré.
users-change_password = Changer le mot de passe
users-change_password_hint = Un mot de passe défini ici met fin aussitôt à toutes les sessions et à tous les jetons API de cet utilisateur.
users-password_invited = Pas maintenant : la personne choisit son premier mot de passe par l’invitation. Renvoyez-la avec le bouton ci-dessus.
users-password_none = Pas maintenant : il n’y a pas encore de mot de passe. Envoyez une invitation avec le bouton ci-dessus ; elle permet d’en choisir un.
users-password_inactive = Pas maintenant : cet utilisateur est désactivé et ne peut pas se connecter. Réactivez-le d’abord avec le bouton ci-dessous.
users-new_password = Nouveau mot de passe
users-send_link = Envoyer plutôt un lien qui permet de le choisir
users-send_link_hint = Rien ne prend fin pour l’instant. Quand il l’aura choisi, toutes ses sessions prendront fin ; ses jetons API seulement s’il le demande.
users-account_locked = Compte verrouillé
users-lock_hint = Un utilisateur verrouillé ne peut pas se connecter et garde sa place. Ses sessions prennent fin ; ses jetons API fonctionnent toujours.
users-locked_by_guessing = Après des mots de passe erronés ; prend fin tout seul dans { $left }. Décochez et enregistrez pour déverrouiller maintenant.
users-locked_by_administrator = Par un administrateur, { $ago }. Décochez et enregistrez pour déverrouiller.

users-tabs = Utilisateur
users-tab_account = Compte
users-tab_activity = Activité
users-tab_sessions = Sessions
users-tab_tokens = Jetons API
users-state = État
users-state_active = Actif
users-state_invited = Invité
users-state_locked = Verrouillé
users-never = Jamais
users-access = Rôle et place
users-effective_role = Rôle effectif
users-why = Pourquoi
users-role_by_hand = Attribué à la main
users-role_by_group = Attribué par le groupe { $group }
users-seat = Place
users-seat_none = Aucune ; seuls les utilisateurs actifs en occupent une
users-beyond_own = Le rôle de cet utilisateur permet plus que le vôtre : vous pouvez seulement regarder.
users-view_as = Voir comme…
users-end_access = Mettre fin à l’accès
users-end_access_lead = Désactiver libère la place et peut être annulé à tout moment.
users-end_access_inactive = Cet utilisateur est désactivé : personne ne se connecte avec le compte, et il n’occupe aucune place. Le réactiver en occupe une de nouveau.
users-end_access_invited = Personne ne s’est encore connecté avec ce compte, et il n’occupe aucune place. Annuler l’invitation ci-dessus y met fin.
users-deactivate = Désactiver
users-deactivate_title = Désactiver { $name } ?
users-reactivate = Réactiver
users-deactivated = L’utilisateur a été désactivé.
users-reactivated = L’utilisateur est de nouveau actif.
users-delete = Supprimer…
users-invitation = Invitation
users-invitation_lead = Envoyée { $ago }, pas encore acceptée.
users-invitation_until = Son lien fonctionne jusqu’au { $until }.
users-invitation_not_arrived = Si l’e-mail n’est pas arrivé, faites chercher dans les indésirables, puis renvoyez-le : l’ancien lien prend alors fin.
users-invitation_over = Son lien ne fonctionne plus. Renvoyez l’invitation.
users-invite_again = Envoyer de nouveau
users-cancel_invitation = Annuler l’invitation
users-invitation_cancelled = L’invitation a été annulée ; son lien ne fonctionne plus.

users-sessions_none = Connecté nulle part
users-sessions_none_lead = Une session apparaît ici quand cet utilisateur se connecte avec un navigateur.
users-end_session = Terminer
users-end_sessions = Mettre fin à toutes les sessions
users-session_ended = La session a pris fin.
users-sessions_ended = Toutes les sessions ont pris fin.
users-tokens_none = Aucun jeton API
users-tokens_none_lead = Les jetons que cet utilisateur crée sous Mon profil apparaissent ici.
users-token_single = Jeton API unique
users-token_sign_in = Issu d’une connexion par l’API
users-token_revoked = Le jeton a été révoqué.
users-activity_none = Rien ne s’est encore passé
users-activity_none_lead = Ce que fait cet utilisateur, et ce qui arrive à son compte, apparaît ici.
users-changed_title = Quelqu’un d’autre a modifié cet utilisateur entre-temps
users-changed_lead = Voici ce qui a changé depuis que vous avez ouvert le formulaire. Les champs que vous n’aviez pas touchés le montrent déjà ; dans les autres, enregistrer de nouveau met ce que vous avez saisi.
users-changed_nothing = C’est la même chose que votre saisie. Enregistrez de nouveau pour être sûr.
users-deactivate_text = 
    { $sessions ->
        [one] { $sessions } session prend fin,
       *[other] { $sessions } sessions prennent fin,
    } { $tokens ->
        [one] { $tokens } jeton API cesse de fonctionner et la place se libère. Vous pouvez revenir en arrière à tout moment.
       *[other] { $tokens } jetons API cessent de fonctionner et la place se libère. Vous pouvez revenir en arrière à tout moment.
    }
users-end_sessions_text = { $count ->
        [one] { $count } session prend fin aussitôt.
       *[other] { $count } sessions prennent fin aussitôt.
    }
users-sso_password = Cet utilisateur se connecte par authentification unique (SSO). Le mot de passe est géré par l’organisation.
    .next = Faites-le changer là où l’organisation gère ses mots de passe.
users-invitation_failed = Créée { $ago }, mais son e-mail n’est pas parti. La raison figure sous E-mail > Envois.
users-invitation_off = Créée { $ago }, mais non envoyée : ces e-mails sont désactivés sous E-mail.
users-invitation_waiting = Créée { $ago }, pas encore acceptée ; son e-mail attend de partir.
users-link_sent = Un lien a été envoyé à { $email }. Le mot de passe reste le même jusqu’à ce qu’il serve.
users-link_sent_only = Un lien a été envoyé à { $email }. Le mot de passe saisi n’a pas été défini.
