# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = Admin
roles-data_admin = Admin des données
roles-data_designer = Concepteur de données
roles-contributor = Concepteur de tableaux de bord
roles-consumer = Lecteur

roles-unknown = Ce rôle n’existe pas.
    .next = Utilisez super, admin, dataAdmin, dataDesigner, contributor, consumer ou l’identifiant d’un rôle.
roles-not_allowed = Votre rôle ne le permet pas.
    .next = Adressez-vous à un administrateur.
roles-not_in_scope = Ce jeton n’est pas fait pour cela.
    .next = Créez un jeton de portée plus large dans « Mon profil » > « Jeton API ».
roles-needs_full_scope = Cela touche un compte qui en gère d’autres, ou le vôtre : il faut un jeton de portée complète, ou votre mot de passe donné il y a peu.
    .next = Utilisez un tel jeton, ou reconnectez-vous et recommencez.
roles-beyond_own = Ce rôle permet plus que le vôtre.
    .next = Demandez à une personne dont le rôle permet autant.

roles-title = Rôles
roles-lead = Ce que chacun peut faire. Un changement vaut dès le prochain clic.
roles-grid = Ce que chaque rôle permet
roles-grid_lead = Toujours et Jamais sont fixes ; les rôles personnalisés peuvent changer le reste.
roles-permission = Permission
roles-new = Nouveau rôle
roles-custom = Personnalisé
roles-based_on = Fondé sur { $role }
roles-users = Utilisateurs
roles-role = Rôle
roles-always = Toujours
roles-allow = Oui
roles-deny = Non
roles-never = Jamais
roles-none = Aucun rôle personnalisé
roles-none_lead = Un rôle personnalisé se fonde sur un rôle intégré et permet un peu plus ou un peu moins.
roles-copy = Copier
roles-copy_of = Copie de { $role }
roles-base = Fondé sur
roles-base_hint = Cela décide de ce qui peut changer et du type de place occupée. Impossible à changer plus tard.
roles-base_choose = Choisissez sur quoi il se fonde
roles-base_go_on = Continuer
roles-display_name = Nom
roles-display_name_hint = Ce que les gens lisent. Dans l’API, le rôle s’appelle custom_ suivi du nom.
roles-description = À quoi il sert
roles-permissions = Permissions
roles-permissions_lead = Là où vous laissez faire la base, le rôle suit { $role }.
roles-choice_base = Comme { $role } : { $standing }
roles-choice_allow = Permettre
roles-choice_deny = Ne pas permettre
roles-locked = Fixé par la base : { $standing }
roles-preview = Voir ce qui change
roles-diff_title = Ce qui change pour { $role }
roles-diff_gains = Gagne
roles-diff_loses = Perd
roles-diff_same = Ce que le rôle permet ne change pas.
roles-diff_from_base = Par rapport à { $role } :
roles-affected = { $count ->
    [0] Personne n’a encore ce rôle.
    [one] { $count } utilisateur est concerné, dès son prochain clic.
   *[other] { $count } utilisateurs sont concernés, dès leur prochain clic.
}
roles-affected_many = Plus de { NUMBER($count) } utilisateurs sont concernés, dès leur prochain clic.
roles-save = Enregistrer ces changements
roles-create = Créer ce rôle
roles-back = Modifier
roles-built_in_notice = Ce rôle fait partie du produit et reste tel quel. Copiez-le pour avoir le vôtre.
roles-changed_notice_title = Quelqu’un d’autre a modifié ce rôle entre-temps
roles-changed_notice = Voici ce que vous avez choisi. Continuez pour remplacer ce qui a été enregistré entre-temps :
roles-saved = Enregistré. Cela vaut dès le prochain clic.
roles-created = Le rôle a été créé.
roles-deleted = { $count ->
    [0] Le rôle a été supprimé.
    [one] Le rôle a été supprimé ; { $count } utilisateur a maintenant son rôle de base.
   *[other] Le rôle a été supprimé ; { $count } utilisateurs ont maintenant son rôle de base.
}
roles-delete = Supprimer le rôle
roles-delete_title = Supprimer le rôle { $role } ?
roles-delete_users = { $count ->
    [0] Personne ne l’a.
    [one] { $count } utilisateur reçoit le rôle { $base } à la place.
   *[other] { $count } utilisateurs reçoivent le rôle { $base } à la place.
}
roles-delete_users_many = Plus de { NUMBER($count) } utilisateurs reçoivent le rôle { $base } à la place.
roles-delete_seats = Ils gardent le même type de place.
roles-delete_groups = { $count ->
    [one] { $count } groupe donne ce rôle. Donnez-lui d’abord un autre rôle.
   *[other] { $count } groupes donnent ce rôle. Donnez-leur d’abord un autre rôle.
}

roles-built_in = Les rôles intégrés restent tels quels.
    .next = Copiez le rôle et modifiez la copie.
roles-name_taken = Un autre rôle porte ce nom.
    .next = Choisissez un autre nom.
roles-looks_built_in = Ce nom ressemble à celui du rôle intégré « { $name } ».
    .next = Choisissez un nom que personne ne confondra avec lui.
roles-bad_name = Le nom d’un rôle doit avoir de 1 à { $maximum } caractères visibles.
    .next = Choisissez-en un autre.
roles-bad_description = Une description a au plus { $maximum } caractères visibles.
    .next = Raccourcissez-la.
roles-fixed = La base de ce rôle ne permet pas de changer { $permission }.
    .next = Laissez faire la base, ou choisissez-en une autre.
roles-base_not_open = Il n’y a jamais qu’un Sys. Admin ; aucun autre rôle ne se fonde sur lui.
    .next = Choisissez une autre base.
roles-too_many = Il peut y avoir au plus { $maximum } rôles personnalisés.
    .next = Supprimez les rôles dont personne n’a besoin.
roles-changed_meanwhile = Quelqu’un d’autre vient de modifier ce rôle.
    .next = Regardez la modification et réessayez.
roles-given_by_groups = { $count ->
    [one] { $count } groupe donne ce rôle à ses utilisateurs.
   *[other] { $count } groupes donnent ce rôle à leurs utilisateurs.
}
    .next = Donnez d’abord un autre rôle à ces groupes.
roles-too_many_users = Plus de { $maximum } utilisateurs ont ce rôle.
    .next = Affichez sous « Utilisateurs » ceux qui ont ce rôle, choisissez « Tous ceux qui correspondent » et changez leur rôle ; supprimez ensuite celui-ci.

roles-permission_account_read = Voir son compte
    .meaning = Se connecter et voir ce qui est conservé sur soi.
roles-permission_account_change = Modifier son compte
    .meaning = Mon profil : noms, adresse, mot de passe, jetons, sessions.
roles-permission_users_read = Voir les utilisateurs
    .meaning = Voir les autres utilisateurs, leurs sessions et leurs jetons.
roles-permission_users_add = Ajouter des utilisateurs
    .meaning = Ajouter et inviter des utilisateurs, un par un ou par import.
roles-permission_users_change = Modifier les utilisateurs
    .meaning = Modifier, verrouiller et déverrouiller les utilisateurs, mettre fin à leurs sessions et jetons.
roles-permission_users_delete = Supprimer des utilisateurs
    .meaning = Supprimer des utilisateurs et les rétablir.
roles-permission_users_view_as = Voir comme un utilisateur
    .meaning = Voir les pages comme un autre utilisateur les voit.
roles-permission_groups_read = Voir les groupes
    .meaning = Voir les groupes et leurs membres.
roles-permission_groups_manage = Gérer les groupes
    .meaning = Créer, modifier et supprimer des groupes, et choisir leurs membres.
roles-permission_roles_manage = Gérer les rôles
    .meaning = Créer, modifier et supprimer des rôles personnalisés.
roles-permission_sessions_manage = Gérer les sessions
    .meaning = Voir qui est connecté et mettre fin à des sessions.
roles-permission_ownership_read = Voir les propriétaires
    .meaning = Voir qui possède quoi.
roles-permission_ownership_manage = Gérer les propriétaires
    .meaning = Enregistrer ce que chacun possède et le transmettre.
roles-permission_seats_read = Voir les places
    .meaning = Voir combien de places sont occupées, et par qui.
roles-permission_features_manage = Gérer les fonctionnalités
    .meaning = Activer et désactiver des parties du produit.
roles-permission_security_manage = Gérer la sécurité
    .meaning = Changer les règles des mots de passe, sessions, intégrations et accès API.
roles-permission_mail_manage = Gérer les e-mails
    .meaning = Changer l’envoi des e-mails et voir ce qui a été envoyé.
roles-permission_audit_read = Lire le journal d’audit
    .meaning = Voir qui a fait quoi, pour tous les utilisateurs.
roles-permission_sysadmin_manage = Gérer le Sys. Admin
    .meaning = Modifier l’utilisateur du Sys. Admin et transmettre le rôle.

roles-bad_manifest = Ceci ne peut pas faire partie de ce qu’un rôle autorise.
    .next = Envoyez un objet JSON de 12 niveaux au plus.
roles-manifest_too_large = Le manifeste d’un rôle est conservé jusqu’à { $maximum } octets.
    .next = Retirez les sections dont personne n’a besoin.
roles-unknown_part = Le manifeste du rôle n’a pas cette partie.
    .next = Lisez le manifeste entier avec includeManifest=true.
roles-permission_licenses_read = Voir les clients et les licences
    .meaning = Les clients d’un serveur de licences, leurs offres, serveurs et clés de signature.
roles-permission_licenses_manage = Gérer les clients et les licences
    .meaning = Ajouter des clients, émettre, renouveler et modifier des offres, publier des versions.
roles-permission_licenses_approve = Approuver les changements de licence
    .meaning = Approuver ce qu’une autre personne a demandé : limites plus hautes, révocation, clés.
roles-permission_license_manage = Gérer la licence de cette installation
    .meaning = Voir la licence, la changer, la renouveler et la rendre.
roles-trial_users = Dans l’essai en ligne, la gestion des utilisateurs n’est pas possible.
    .next = Pour gérer des utilisateurs, installez le produit : téléchargez-le dans le portail, ou écrivez-nous.
roles-trial_system = Dans l’essai en ligne, la configuration du système n’est pas possible.
    .next = Pour configurer le système, installez le produit : téléchargez-le dans le portail, ou écrivez-nous.
roles-trial_files = Dans l’essai en ligne, l’envoi de fichiers n’est pas possible.
    .next = Pour envoyer des fichiers, installez le produit : téléchargez-le dans le portail, ou écrivez-nous.
roles-license_adding = La licence s’est terminée le { $date } ; personne ne peut être ajouté.
    .next = Renouvelez la licence sous Admin > Utilisation de la licence, ou demandez-le à l’administrateur système.
roles-license_changing = La licence s’est terminée le { $date } ; ceci ne peut être modifié.
    .next = Renouvelez la licence sous Admin > Utilisation de la licence, ou demandez-le à l’administrateur système.
roles-license_scripts = La licence s’est terminée le { $date } ; les scripts ne peuvent plus que retirer des utilisateurs.
    .next = Renouvelez la licence sous Admin > Utilisation de la licence, ou demandez-le à l’administrateur système.
