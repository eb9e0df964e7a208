# Les sessions de tout le monde, pour les administrateurs.

sessions-unknown_user = Cet utilisateur n’existe pas.
    .next = Consultez de nouveau la liste.

sessions-title = Sessions
sessions-lead = Qui est connecté en ce moment. Toute personne déconnectée arrive sur la page de connexion au prochain clic.
sessions-search = Rechercher par nom d’utilisateur, e-mail ou adresse
sessions-role = Rôle
sessions-all_roles = Tous les rôles
sessions-show = Afficher
sessions-user_name = Nom d’utilisateur
sessions-name = Nom
sessions-domain = Domaine
sessions-current = Sessions en cours
sessions-duration = Durée de la session
sessions-device = Appareil
sessions-unknown_device = Appareil inconnu
sessions-last_seen = Dernière activité
sessions-own = Vous
sessions-none = Aucune session ne correspond
sessions-none_lead = Cherchez le début d’un nom ou d’une adresse, ou choisissez un autre rôle.
sessions-show_all = Tout afficher
sessions-counted =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
sessions-counted_more = { NUMBER($count) }+ sessions
sessions-revoke = Terminer
sessions-revoked = La session est terminée.
sessions-revoked_many =
    { $count ->
        [0] Il ne restait aucune session à terminer.
        [one] { $count } session est terminée.
       *[other] { $count } sessions sont terminées.
    }
sessions-revoke_user = Terminer toutes les sessions
sessions-revoke_user_title = Terminer toutes les sessions de { $name } ?
sessions-revoke_effect =
    { $count ->
        [0] Il n’y a pas de session en ce moment.
        [one] { $count } session se termine aussitôt.
       *[other] { $count } sessions se terminent aussitôt.
    } Si la vôtre est parmi elles, elle reste.
sessions-revoke_tokens = Les jetons API continuent de fonctionner. Pour bloquer tout à fait quelqu’un, désactivez l’utilisateur.
sessions-revoke_all = Terminer toutes sauf la mienne
sessions-revoke_all_title = Terminer toutes les sessions sauf la vôtre ?
sessions-revoke_all_effect =
    { $count ->
        [one] { $count } session se termine aussitôt.
       *[other] { $count } sessions se terminent aussitôt.
    } Celles des personnes dont le rôle permet plus que le vôtre restent.
sessions-revoke_all_effect_more = Plus de { $count } sessions se terminent aussitôt. Celles des personnes dont le rôle permet plus que le vôtre restent.
