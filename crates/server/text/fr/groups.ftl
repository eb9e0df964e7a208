# Groupes : la liste, un groupe, ses membres, et ce que les groupes refusent.

groups-wrong_type = Le champ { $name } n’a pas le bon type.
    .next = Vérifiez le type de sa valeur.
groups-title = Groupes
groups-lead = Des utilisateurs qui ont en commun une langue, une limite de session et ce qui est partagé avec eux.
groups-search = Rechercher par nom ou identifiant
groups-none = Aucun groupe trouvé
groups-none_lead = Aucun groupe ne correspond à cette recherche.
groups-new = Nouveau groupe
groups-name = Nom du groupe
groups-name_hint = Tout le monde le voit là où l’on partage.
groups-members = Membres
groups-inside_count = { $count ->
    [one] contient { $count } groupe
   *[other] contient { $count } groupes
}
groups-count_with_inside = { $count } avec les groupes contenus
groups-changed = Dernière modification
groups-built_in = Intégré
groups-being_deleted_mark = Suppression en cours
groups-being_brought_back_mark = Rétablissement en cours
groups-everyone = Tout le monde
groups-admins = Administrateurs
groups-counted = { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
}
groups-counted_many = Plus de { NUMBER($count) } groupes
groups-to_first = Première page
groups-next = Page suivante

groups-settings = Réglages
groups-settings_lead = Ce que ce groupe donne à ses membres.
groups-role = Rôle par défaut
groups-role_hint = Pour les utilisateurs créés automatiquement grâce à ce groupe. Ceux créés à la main gardent leur propre rôle.
groups-role_none = Selon le serveur
groups-language = Langue par défaut
groups-language_hint = Pour les membres qui n’en ont pas choisi. Le groupe le plus proche l’emporte ; à distance égale, le premier par nom.
groups-language_none = Selon le serveur
groups-session_minutes = Limite de session en minutes
groups-session_minutes_hint = Après cette durée sans activité, les membres sont déconnectés. La limite la plus courte de tous leurs groupes s’applique : une plus courte aussitôt, une plus longue dès la prochaine connexion. Laissez vide pour suivre le serveur.
groups-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
groups-theme = Thème graphique
groups-theme_hint = Nom du thème que voient les membres. Laissez vide pour le thème habituel.
groups-excluded = Exclure du partage
groups-excluded_hint = Le groupe n’est pas proposé lors d’un partage.
groups-yes = Oui
groups-no = Non
groups-create = Créer le groupe
groups-derived_notice = Ce groupe fait partie du produit : on ne peut ni le renommer ni le supprimer, et ses membres découlent des utilisateurs.
groups-being_deleted_notice = Ce groupe est en cours de suppression : ses membres le quittent peu à peu. En attendant, il n’accueille personne et ne peut pas être modifié ; une fois supprimé, il peut être rétabli pendant 30 jours.
groups-being_brought_back_notice = Ce groupe est en cours de rétablissement : ses membres y reviennent peu à peu. Tant qu’ils ne sont pas tous revenus, il n’accueille personne d’autre et ne peut pas être modifié.
groups-changed_notice_title = Quelqu’un d’autre a modifié ce groupe entre-temps
groups-changed_notice = Voici ce que vous avez saisi. Enregistrez de nouveau pour remplacer ce qui s’y trouve maintenant :

groups-inside = Groupes contenus
groups-inside_lead = Leurs membres comptent comme membres de ce groupe.
groups-members_with_inside = Membres avec les groupes contenus : { $count }
groups-inside_none = Ce groupe n’en contient aucun autre.
groups-inside_add = Ajouter un groupe par son nom
groups-inside_add_button = Ajouter le groupe
groups-inside_remove = Retirer
groups-around = Contenu dans
groups-around_lead = Ces groupes comptent les membres de celui-ci parmi les leurs.

groups-members_lead = Dans l’ordre de création des comptes.
groups-members_counted = { $count ->
    [0] Personne pour l’instant
    [one] { $count } membre
   *[other] { $count } membres
}
groups-members_counted_many = Plus de { NUMBER($count) } membres
groups-members_direct = Membres directs
groups-members_all = Avec les groupes contenus
groups-members_search = Rechercher parmi les membres
groups-members_none = Personne pour l’instant
groups-members_none_lead = Ajoutez des personnes par nom ou adresse, ou collez toute une liste.
groups-members_only_inside = Ce groupe n’a pas de membres directs
groups-members_only_inside_lead = Les groupes contenus en ont { $count }.
groups-members_only_inside_show = Les afficher
groups-members_no_match = Personne ne correspond
groups-members_no_match_lead = Cherchez autre chose.
groups-member = Membre
groups-member_email = E-mail
groups-member_role = Rôle
groups-member_inactive = Inactif
groups-member_remove = Retirer
groups-add_title = Ajouter des personnes
groups-find = Nom, nom d’utilisateur ou e-mail
groups-find_hint = Le début de l’un d’eux suffit.
groups-find_button = Trouver
groups-find_none = Personne hors de ce groupe n’a un nom, un nom d’utilisateur ou une adresse qui commence ainsi.
groups-add = Ajouter
groups-paste = Coller une liste
groups-paste_hint = Adresses ou noms d’utilisateur, un par ligne ou séparés par des virgules ; { NUMBER($maximum) } au plus.
groups-paste_button = Tout ajouter
groups-added_some = { $count ->
    [one] { $count } personne a été ajoutée.
   *[other] { $count } personnes ont été ajoutées.
}
groups-removed_some = { $count ->
    [one] { $count } personne a été retirée.
   *[other] { $count } personnes ont été retirées.
}
groups-already_some = { $count ->
    [one] { $count } était déjà dans le groupe.
   *[other] { $count } étaient déjà dans le groupe.
}
groups-unknown_some = Personne ici ne s’appelle :
groups-deleted_title = Groupes supprimés
groups-deleted_lead = Ils peuvent être rétablis pendant { $days } jours, avec membres, rôle, langue, limite de session et leur place parmi les autres groupes.
groups-deleted_none = Aucun groupe à rétablir
groups-deleted_none_lead = Tout groupe supprimé reste ici 30 jours.
groups-undo_title = Rétablir le groupe { $name } ?
groups-undo_lead = Ses membres reviennent s’ils sont encore utilisateurs. Qui tenait son rôle de ce groupe le garde comme le sien.
groups-undo_name = Un autre nom
groups-undo_name_hint = Seulement si un autre groupe a désormais ce nom
groups-brought_back = Le groupe est rétabli
groups-delete_undo = Cela peut être annulé pendant { $days } jours.
groups-unknown_deleted = Ce groupe ne peut plus être rétabli.
    .next = Il a déjà été rétabli, ou les 30 jours sont passés.
groups-choose_hint = Tapez le nom. Une partie suffit pour voir les groupes qui la contiennent.
groups-beyond_some = Ces personnes ont un rôle au-delà du vôtre et n’ont pas été modifiées :
groups-everyone_notice = Tous les utilisateurs sont dans ce groupe.
groups-admins_notice = Tous les utilisateurs ayant un rôle d’administrateur sont dans ce groupe.
groups-see_users = Voir les utilisateurs

groups-delete = Supprimer le groupe
groups-delete_title = Supprimer le groupe { $name } ?
groups-delete_users_stay = Aucun utilisateur n’est supprimé.
groups-delete_members = { $count ->
    [0] Il n’a aucun membre.
    [one] { $count } membre le quitte.
   *[other] { $count } membres le quittent.
}
groups-delete_members_many = Plus de { NUMBER($count) } membres le quittent.
groups-delete_came_in = { $count ->
    [one] { $count } utilisateur est arrivé par ce groupe et garde son rôle comme rôle propre.
   *[other] { $count } utilisateurs sont arrivés par ce groupe et gardent son rôle comme rôle propre.
}
groups-delete_inside = Groupes contenus qui restent : { $names }
groups-delete_around = Groupes qui perdent ses membres : { $names }
groups-delete_milder = Si vous voulez seulement cesser de partager avec lui, excluez-le plutôt du partage.
groups-delete_milder_link = Ouvrir ses réglages
groups-created = Le groupe a été créé.
groups-saved = Enregistré.
groups-deleted = Le groupe a été supprimé, aucun utilisateur ne l’a été.
groups-nested = Le groupe a été ajouté à l’intérieur.
groups-unnested = Le groupe a été retiré.

groups-name_taken = Un autre groupe porte ce nom.
    .next = Choisissez-en un autre.
groups-looks_built_in = Ce nom ressemble à celui du groupe « { $name } », que tient le serveur.
    .next = Choisissez un nom que personne ne confondra avec lui.
groups-reserved_name = Un groupe ne peut pas s’appeler « { $name } » : dans les chemins de l’API, cela désigne autre chose.
    .next = Choisissez un autre nom.
groups-bad_name = Le nom d’un groupe doit avoir de 1 à { $maximum } caractères visibles.
    .next = Choisissez-en un autre.
groups-derived = « Tout le monde » et « Administrateurs » découlent des utilisateurs eux-mêmes.
    .next = Utilisez pour cela un groupe à vous.
groups-being_deleted = Le groupe { $name } est en cours de suppression.
    .next = Prenez un autre groupe, ou rétablissez celui-ci une fois supprimé : pendant 30 jours, il figure parmi les groupes supprimés.
groups-being_brought_back = Le groupe { $name } est en cours de rétablissement, et tous ses membres n’y sont pas encore revenus.
    .next = Attendez un instant et réessayez.
groups-changed_meanwhile = Quelqu’un d’autre vient de modifier ce groupe.
    .next = Regardez la modification et enregistrez de nouveau.
groups-bad_minutes = La limite est un nombre entier de minutes, de 1 à { $maximum }.
    .next = Corrigez-la, ou laissez-la vide.
groups-bad_language = Nous ne parlons pas encore cette langue.
    .next = Choisissez-en une dans la liste.
groups-bad_theme = Le nom d’un thème a au plus { $maximum } caractères visibles.
    .next = Raccourcissez-le.
groups-no_sysadmin = Aucun groupe ne peut faire de quelqu’un le Sys. Admin.
    .next = Choisissez un autre rôle.
groups-too_many = Il peut y avoir au plus { $maximum } groupes.
    .next = Supprimez les groupes dont personne n’a besoin.
groups-too_many_at_once = C’est plus de { $maximum } à la fois.
    .next = Procédez en plusieurs étapes.
groups-too_many_of_user = Un utilisateur peut être dans { $maximum } groupes au plus.
    .next = Mettez plutôt des groupes dans des groupes.
groups-unknown_expand = Il n’y a rien qui s’appelle { $name } à développer.
    .next = Utilisez role ou users.
groups-unknown_member = Il n’y a pas d’utilisateur « { $name } ».
    .next = Vérifiez l’identifiant, le nom d’utilisateur ou l’adresse e-mail. Rien n’a été modifié.
groups-circle = Un groupe ne peut pas se contenir lui-même, pas même à travers d’autres groupes.
    .next = Choisissez un autre groupe.
groups-too_deep = Les groupes peuvent s’emboîter sur { $maximum } niveaux au plus.
    .next = Placez-le plus à l’extérieur.
groups-too_many_inside = Un groupe peut en contenir directement { $maximum } au plus.
    .next = Ajoutez un groupe intermédiaire.
