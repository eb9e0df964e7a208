# Mails. $house is the installation's name.

one_time_links-code = Ou saisissez ce code sur la page où vous avez fait la demande, dans les { $minutes } minutes :

one_time_links-reset_subject = Votre mot de passe pour { $house }
one_time_links-reset_lead = Un nouveau mot de passe a été demandé pour votre compte sur { $house }. Si c’était vous, cliquez sur le bouton.
one_time_links-reset_button = Récupérer le mot de passe
one_time_links-reset_after = Le bouton fonctionne une seule fois, pendant { $minutes } minutes. Si ce n’était pas vous, ne faites rien : votre mot de passe reste inchangé.

one_time_links-invitation_subject = Votre compte sur { $house }
one_time_links-invitation_lead = Un compte a été créé pour vous sur { $house }. Votre nom d’utilisateur est { $user }. Choisissez votre mot de passe pour commencer.
one_time_links-invitation_button = Choisir un mot de passe
one_time_links-invitation_after =
    { $hours ->
        [one] Le bouton fonctionne une seule fois, pendant { $hours } heure.
       *[other] Le bouton fonctionne une seule fois, pendant { $hours } heures.
    }

one_time_links-confirm_subject = Confirmez votre adresse pour { $house }
one_time_links-confirm_lead = Cliquez sur le bouton pour utiliser l’adresse { $email } avec votre compte sur { $house }.
one_time_links-confirm_button = Confirmer l’adresse
one_time_links-confirm_after = Le bouton fonctionne pendant un jour. Si cela ne vous dit rien, ne faites rien.

one_time_links-undo_subject = Votre adresse sur { $house } a été changée
one_time_links-undo_lead = Votre compte sur { $house } a maintenant une autre adresse e-mail. Si ce n’était pas vous, annulez le changement avec le bouton.
one_time_links-undo_button = Annuler le changement
one_time_links-undo_after = Le bouton fonctionne pendant une semaine. Il vous déconnecte aussi partout.

one_time_links-handover_subject = Le compte de Sys. Admin sur { $house } est maintenant le vôtre
one_time_links-handover_lead = { $name } vous a remis le compte qui a le rôle de Sys. Admin sur { $house }. Il est à vous désormais, avec votre adresse comme nom d’utilisateur : { $user }. Choisissez votre mot de passe pour commencer.
one_time_links-handover_button = Choisir un mot de passe
one_time_links-handover_after = Le bouton fonctionne une fois, pendant { $hours } heures. S’il est trop tard, « Mot de passe oublié ? » sur la page de connexion envoie un nouveau lien à cette adresse. Si vous n’êtes au courant de rien, demandez à la personne qui vous l’a remis : elle peut annuler pendant une semaine.
