# Deleting users, and bringing them back.

users-name_not_typed = Tapez le nom « { $name } » pour retirer des éléments du registre.
    .next = Ou gardez-les, ou transférez-les.
users-unknown_deleted = Cet utilisateur ne peut plus être rétabli.
    .next = Il a déjà été rétabli, ou les 30 jours sont passés.
users-undo_over = Les { $days } jours pendant lesquels cet utilisateur pouvait être rétabli sont passés.
    .next = Ajoutez l’utilisateur à nouveau.
users-deleted_again = Cet utilisateur est revenu entre-temps, puis a été supprimé autrement que par cette opération.
    .next = Si c’était aussi une erreur, rétablissez l’utilisateur dans Utilisateurs supprimés.
users-last_owner = { $name } n’a pas d’autre propriétaire que cet utilisateur, et une organisation en garde toujours un.
    .next = Faites d’abord de quelqu’un d’autre un propriétaire.
users-delete_user = Supprimer l’utilisateur
users-delete_title = Supprimer { $name } ?
users-delete_lead = Voyez ce qui prendrait fin, et dites ce que devient ce qui appartient à cette personne.
users-deactivate_instead = Désactiver plutôt
users-deactivate_instead_title = La voie plus douce
users-deactivate_lead = Un utilisateur désactivé ne peut plus se connecter, libère sa place et garde tout. C’est réversible à tout moment.
users-delete_ends = Ce qui prend fin
users-delete_sessions = Sessions
users-delete_tokens = Jetons API
users-delete_groups = Groupes
users-delete_owns_nothing = Rien n’appartient à cette personne, donc rien ne peut se perdre.
users-delete_owns = Que devient ce qui appartient à { $name } ?
users-delete_kept = Ce qui appartient à { $name } reste, au nom d’un ancien utilisateur.
users-delete_kind = { $kind } : { $count }
users-delete_keep = Garder sous l’ancien nom
users-delete_hand_over = Transférer
users-delete_remove = Retirer du registre
users-delete_to = Qui reçoit ce qui est transféré
users-delete_to_kind = { $kind } : quelqu’un d’autre
users-delete_type_name = Tapez « { $name } »
users-delete_type_name_hint = Seulement si quelque chose est retiré du registre
users-delete_undo = Cela peut être annulé pendant { $days } jours, sauf pour les sessions et les jetons. Ce qui a été transféré reste alors où il est.
users-deleted_done = L’utilisateur a été supprimé. Vous pouvez l’annuler ici.
users-deleted_title = Utilisateurs supprimés
users-deleted_lead = Ils peuvent être rétablis pendant { $days } jours, avec groupes, rôle, mot de passe et ce qui leur appartient.
users-deleted_none = Personne à rétablir
users-deleted_none_lead = Les utilisateurs supprimés restent ici 30 jours.
users-deleted_at = Supprimé
users-deleted_by = Par
users-deleted_until = Jusqu’au
users-undo = Annuler la suppression
users-undo_title = Rétablir { $name } ?
users-undo_lead = Le compte revient tel qu’il était, à ceci près :
users-undo_back = Noms, rôle, groupes, langue et mot de passe reviennent, et l’utilisateur est actif ou désactivé comme avant.
users-undo_ended = Les sessions et les jetons API restent terminés. La personne seulement invitée doit l’être à nouveau.
users-undo_owned = Ce que l’utilisateur possédait et que personne n’a reçu depuis lui appartient de nouveau. Ce qui a été transféré reste au nouveau propriétaire ; un administrateur peut le rendre.
users-undo_owned_link = Vers la propriété des objets
users-undo_taken = Quelqu’un d’autre a maintenant cette adresse e-mail ou ce nom d’utilisateur. Les deux peuvent rester si cet utilisateur en reçoit un autre.
users-undo_email = Une autre adresse e-mail
users-undo_email_hint = Vide : celle qu’il avait
users-undo_user_name = Un autre nom d’utilisateur
users-delete_would = Ce qui se passerait
users-delete_would_end =
    { $sessions ->
        [one] { $sessions } session prend fin,
       *[other] { $sessions } sessions prennent fin,
    } { $tokens ->
        [one] { $tokens } jeton API cesse de fonctionner.
       *[other] { $tokens } jetons API cessent de fonctionner.
    }
users-delete_would_go = Passe à { $name }
users-delete_would_stay = Reste sous l’ancien nom { $name }
users-delete_would_leave = Sort du registre
users-undone = { $name } est de retour.
users-undone_given =
    { $count ->
        [one] Un objet a été transféré lors de la suppression. Il reste à son nouveau propriétaire.
       *[other] { $count } objets ont été transférés lors de la suppression. Ils restent à leurs nouveaux propriétaires.
    }
users-undone_many =
    { $count ->
        [one] { $count } utilisateur a été rétabli.
       *[other] { $count } utilisateurs ont été rétablis.
    }
users-undone_left_out =
    { $count ->
        [one] Un utilisateur n’a pas pu être rétabli :
       *[other] { $count } utilisateurs n’ont pas pu être rétablis :
    }
