# La liste des utilisateurs : recherche, filtres, vues conservées, actions groupées.

users-unknown_view = Vous n’avez pas de vue de ce nom.
    .next = Consultez la liste des vues.
users-bad_view_name = Une vue doit avoir un nom d’au plus { $maximum } caractères.
    .next = Choisissez un nom court.
users-view_name_taken = Vous avez déjà une vue de ce nom.
    .next = Choisissez un autre nom.
users-too_many_views = Vous pouvez conserver au plus { $maximum } vues.
    .next = Supprimez-en une dont vous n’avez plus besoin.
users-too_many_at_once = Cela toucherait plus de { $maximum } utilisateurs à la fois.
    .next = Ajoutez des filtres et procédez en plusieurs fois.
users-unknown_act = Cette action n’existe pas.
    .next = { $audience ->
        [scripts] Envoyez l’un de ces mots : { $words }.
       *[other] Choisissez-en une dans la liste.
    }
users-choose_role = Aucun rôle n’est choisi.
    .next = Choisissez le rôle qu’ils recevront.
users-choose_group = Aucun groupe n’est indiqué.
    .next = Indiquez le groupe.
users-choose_whom = Il n’est pas dit qui est concerné, ou c’est dit de plusieurs façons.
    .next = Envoyez l’un de ceux-ci : ids, une query avec au moins un filtre, ou everybody à true.
users-nobody_chosen = Personne n’est coché.
    .next = Revenez en arrière et cochez des utilisateurs, ou choisissez tous ceux qui correspondent.
users-still_invited = L’invitation n’a pas encore été acceptée.
    .next = Renvoyez l’invitation.
users-not_oneself = C’est vous.
    .next = Demandez à un autre administrateur.
audit-event_users_save_view = Une liste d’utilisateurs a été conservée comme vue
audit-event_users_change_view = Une vue conservée a été modifiée
audit-event_users_delete_view = Une vue conservée a été supprimée
audit-event_users_export = La liste des utilisateurs a été exportée
audit-event_users_join_group = L’utilisateur a été ajouté à un groupe, sous « Utilisateurs »
audit-event_users_leave_group = L’utilisateur a été retiré d’un groupe, sous « Utilisateurs »
users_list-search = Identifiant, nom d’utilisateur, e-mail, nom ou jeton
users_list-find = Rechercher
users_list-filters = Filtres
users_list-any = Tous
users_list-apply = Appliquer
users_list-clear = Tout afficher
users_list-beginnings = Avec une ou deux lettres, on voit ceux dont le nom ou l’adresse commence ainsi. À partir de la troisième lettre, la recherche porte aussi sur l’intérieur des noms.
users_list-nobody_lead = Personne ne correspond à cette recherche et à ces filtres.
users_list-gone_lead = Cette liste demande un groupe ou un rôle qui n’existe plus. Retirez ce filtre, ou choisissez-en un autre.
users_list-group_gone = Un groupe qui n’existe plus
users_list-role_gone = Un rôle qui n’existe plus
users_list-mixed_scripts = Alphabets mélangés dans l’adresse
users_list-id = ID
users_list-may_sign_in = Actif
users_list-name = Nom
users_list-groups = Groupes
users_list-group = Groupe
users_list-no_group = Il n’y a pas de groupe nommé « { $name } », ni aucun dont le nom le contient.
users_list-no_group_but = Il n’y a pas de groupe nommé « { $name } ». Ceux-ci l’ont dans leur nom : { $names }.
users_list-origin = Origine
users_list-origin_local = Créé ici
users_list-origin_sso = Authentification unique
users_list-seat = Place
users_list-seat_administrators = Administrateurs
users_list-seat_designers = Concepteurs
users_list-seat_viewers = Lecteurs
users_list-state = État
users_list-state_active = Actif
users_list-state_invited = Invité
users_list-state_locked = Verrouillé
users_list-days_since = Jours depuis la dernière activité
users_list-created = Créé
users_list-columns = Colonnes
users_list-idle = Inactif depuis (jours)
users_list-everybody = Tout le monde
users_list-previous = Précédent
users_list-next = Suivant
users_list-export = Exporter
users_list-export_csv = CSV
users_list-export_excel = CSV pour Excel
users_list-bulk = Modifier plusieurs à la fois
users_list-ticked = Cochés : { $count }
users_list-all_fitting = Tous ceux qui correspondent ({ $counted })
users_list-act = Action
users_list-act_activate = Activer
users_list-act_deactivate = Désactiver
users_list-act_role = Changer le rôle
users_list-act_join = Ajouter à un groupe
users_list-act_leave = Retirer d’un groupe
users_list-act_invite = Renvoyer l’invitation
users_list-act_end_sessions = Mettre fin à toutes les sessions
users_list-act_delete = Supprimer
users_list-act_take_back = Rendre les rôles précédents
users_list-act_bring_back = Rétablir des utilisateurs supprimés
users_list-act_undo = Annuler
users_list-unchanged = –
users_list-choose_role = Choisissez un rôle
users_list-idle_wrong = Saisissez un nombre entier de jours, au moins 1.
users_list-look_first = Voir ce qui se passerait
users_list-bulk_deactivate = Toute personne désactivée est déconnectée aussitôt et peut être réactivée à tout moment.
users_list-bulk_delete = Toute personne supprimée est déconnectée aussitôt et ses jetons d’API ne fonctionnent plus. Ce qu’elle possède reste, sous son nom d’ancien utilisateur, et peut être remis à quelqu’un dans Propriété, avant ou après. Pendant { $days } jours, chacune peut être rétablie dans Utilisateurs supprimés, et toutes ensemble sur la page de cette opération.
users_list-bulk_bring_back = Chacun revient tel qu’il était : noms, rôle, groupes, langue et mot de passe, actif ou désactivé comme avant, avec ce qu’il possédait et que personne n’a reçu depuis. Les sessions et les jetons API restent terminés. La personne seulement invitée doit l’être à nouveau.
users_list-bulk_back_left_out = Les personnes laissées de côté peuvent encore être rétablies une à une jusqu’à la fin de leurs 30 jours, avec une autre adresse ou un autre nom d’utilisateur si quelqu’un d’autre a maintenant les leurs :
users_list-back = Retour à la liste
users_list-act_progress = { $done } utilisateurs sur { $total }
users_list-act_stopped = Cela s’est arrêté à { $done } utilisateurs sur { $total }.
users_list-act_what = Opération
users_list-acts = Opérations sur plusieurs utilisateurs
users_list-acts_lead = Ce qui a été fait à plusieurs utilisateurs à la fois ces 30 derniers jours, le plus récent en premier.
users_list-acts_none = Aucune opération pour l’instant
users_list-acts_none_lead = Cochez des utilisateurs dans la liste et choisissez quoi en faire ; cela apparaîtra ici.
users_list-act_by = Par
users_list-act_at = Quand
users_list-act_changed = Modifiés
users_list-act_left_out = Laissés de côté
users_list-act_running = En cours
users_list-act_done = Terminée
users_list-act_is_stopped = Arrêtée
users_list-act_stop = Arrêter
users_list-views = Vues
users_list-views_lead = Une vue conserve la recherche, les filtres, l’ordre et les colonnes sous un nom.
users_list-views_none = Aucune vue pour l’instant
users_list-views_none_lead = Filtrez la liste des utilisateurs et conservez-la ici.
users_list-keep_view = Conserver cette vue
users_list-view_name = Nom
users_list-view_owner = De
users_list-view_actions = Modifier ou supprimer
users_list-view_shared = Visible par tous les administrateurs
users_list-view_for_all = À moi, pour tous les administrateurs
users_list-view_for_me = À moi
users_list-view_save = Conserver
users_list-view_change = Renommer ou partager
users_list-view_delete = Supprimer
users_list-view_delete_title = Supprimer la vue { $name } ?
users_list-view_delete_text = Les utilisateurs qu’elle montre ne changent pas.
users_list-counted_more = { $count ->
   *[other] { $count }+ utilisateurs
}
users_list-idle_days = { $count ->
    [one] Inactif depuis { $count } jour
   *[other] Inactif depuis { $count } jours
}
users_list-more_groups = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
users_list-bulk_yes = { $count ->
    [one] Modifier { $count } utilisateur
   *[other] Modifier { $count } utilisateurs
}
users_list-bulk_yes_deactivate = { $count ->
    [one] Désactiver { $count } utilisateur
   *[other] Désactiver { $count } utilisateurs
}
users_list-bulk_yes_activate = { $count ->
    [one] Activer { $count } utilisateur
   *[other] Activer { $count } utilisateurs
}
users_list-bulk_yes_end_sessions = { $count ->
    [one] Mettre fin aux sessions de { $count } utilisateur
   *[other] Mettre fin aux sessions de { $count } utilisateurs
}
users_list-bulk_yes_invite = { $count ->
    [one] Renvoyer { $count } invitation
   *[other] Renvoyer { $count } invitations
}
users_list-bulk_yes_delete = { $count ->
    [one] Supprimer { $count } utilisateur
   *[other] Supprimer { $count } utilisateurs
}
users_list-bulk_unchanged = { $count ->
    [one] { $count } est déjà ainsi.
   *[other] { $count } sont déjà ainsi.
}
users_list-bulk_refused = { $count ->
    [one] { $count } est laissé de côté.
   *[other] { $count } sont laissés de côté.
}
users_list-bulk_reasons = { $count ->
    [one] Pourquoi : { $count } d’entre eux
   *[other] Pourquoi : { $count } d’entre eux
}
users_list-bulk_changed = { $all ->
    [one] { $changed } utilisateur sur { $all } change.
   *[other] { $changed } utilisateurs sur { $all } changent.
}
users_list-bulk_done = { $changed ->
    [one] { $changed } utilisateur modifié, { $refused } de côté.
   *[other] { $changed } utilisateurs modifiés, { $refused } de côté.
}
users_list-act_bring_these_back = { $count ->
    [one] Rétablir cet utilisateur
   *[other] Rétablir ces { $count } utilisateurs
}
users_list-bulk_yes_bring_back = { $count ->
    [one] Rétablir { $count } utilisateur
   *[other] Rétablir { $count } utilisateurs
}
users_list-bulk_back = { $all ->
    [one] { $changed } utilisateur sur { $all } revient.
   *[other] { $changed } utilisateurs sur { $all } reviennent.
}
users_list-bulk_back_already = { $count ->
    [one] { $count } est déjà revenu.
   *[other] { $count } sont déjà revenus.
}
users_list-bulk_back_done = { $changed ->
    [one] { $changed } utilisateur est rétabli, { $refused } de côté.
   *[other] { $changed } utilisateurs sont rétablis, { $refused } de côté.
}
users-list_bulk_more = et { $count } de plus
users-list_unknown = « { $word } » n’est pas connu ici
users_list-view_of = { $name } (de { $owner })
users_list-view_delete_shared = Plus personne ne verra cette vue. Les utilisateurs qu’elle contient restent tels quels.
users_list-bulk_done_delete = { $changed ->
    [one] { $changed } utilisateur supprimé, { $refused } de côté.
   *[other] { $changed } utilisateurs supprimés, { $refused } de côté.
}
users_list-bulk_done_deactivate = { $changed ->
    [one] { $changed } utilisateur désactivé, { $refused } de côté.
   *[other] { $changed } utilisateurs désactivés, { $refused } de côté.
}
users_list-bulk_done_activate = { $changed ->
    [one] { $changed } utilisateur activé, { $refused } de côté.
   *[other] { $changed } utilisateurs activés, { $refused } de côté.
}
users_list-bulk_done_role = { $changed ->
    [one] { $changed } utilisateur a désormais ce rôle, { $refused } de côté.
   *[other] { $changed } utilisateurs ont désormais ce rôle, { $refused } de côté.
}
users_list-bulk_done_join = { $changed ->
    [one] { $changed } utilisateur ajouté au groupe, { $refused } de côté.
   *[other] { $changed } utilisateurs ajoutés au groupe, { $refused } de côté.
}
users_list-bulk_done_leave = { $changed ->
    [one] { $changed } utilisateur retiré du groupe, { $refused } de côté.
   *[other] { $changed } utilisateurs retirés du groupe, { $refused } de côté.
}
users_list-bulk_done_invite = { $changed ->
    [one] { $changed } invitation renvoyée, { $refused } de côté.
   *[other] { $changed } invitations renvoyées, { $refused } de côté.
}
users_list-bulk_done_end_sessions = { $changed ->
    [one] Fin des sessions de { $changed } utilisateur, { $refused } de côté.
   *[other] Fin des sessions de { $changed } utilisateurs, { $refused } de côté.
}
users_list-bulk_done_take_back = { $changed ->
    [one] { $changed } utilisateur a retrouvé son rôle précédent, { $refused } de côté.
   *[other] { $changed } utilisateurs ont retrouvé leur rôle précédent, { $refused } de côté.
}
users_list-bulk_owned = Ces personnes possèdent { $what }.
users_list-bulk_owned_more = Ces personnes possèdent au moins { $what }.
users_list-bulk_owned_nothing = Rien n’appartient à ces personnes, donc rien ne peut se perdre.
users_list-bulk_hand_over = Remettre d’abord à quelqu’un ce qu’elles possèdent
users_list-bulk_deactivate_instead = Une personne désactivée ne peut plus se connecter, libère sa place et garde tout. C’est réversible à tout moment.
users_list-bulk_whole = Cela vaut pour tous ceux qui correspondent à la liste, pas seulement pour ceux qui sont cochés.
users_list-bulk_changed_delete = { $changed ->
    [one] { $changed } utilisateur sur { $all } est supprimé.
   *[other] { $changed } utilisateurs sur { $all } sont supprimés.
}
