# Mails that tell what happened to an account. $house is the installation's name.

notices-greeting = Bonjour { $name },

notices-organisation_after = Connectez-vous comme votre organisation vous l’a indiqué. Si vous n’avez pas demandé cet e-mail, ne faites rien.

notices-password_changed_subject = Votre mot de passe pour { $house } a été changé
notices-password_changed_lead = Le mot de passe de votre compte sur { $house } vient d’être changé.
notices-password_changed_after = Si ce n’était pas vous, utilisez tout de suite « Mot de passe oublié ? » sur la page de connexion et prévenez votre administrateur.
notices-password_set_lead = Un administrateur a donné un autre mot de passe à votre compte sur { $house }. Vous êtes déconnecté partout et vos jetons API ont pris fin.
notices-password_set_after = Votre administrateur vous donnera le mot de passe. Vous pouvez aussi choisir le vôtre avec « Mot de passe oublié ? » sur la page de connexion.

notices-email_will_change_subject = Votre adresse sur { $house } va changer
notices-email_will_change_lead = Quelqu’un qui est connecté à votre compte sur { $house } veut utiliser l’adresse { $email } à la place de celle-ci.
notices-email_will_change_after = Rien ne change tant que ce n’est pas confirmé depuis cette adresse. Si ce n’était pas vous, changez votre mot de passe.
notices-email_changed_subject = Votre adresse chez { $house } a été changée
notices-email_taken_lead = un administrateur a donné à votre compte chez { $house } l’adresse { $email } au lieu de celle-ci. Les mails vont désormais là-bas, et les liens envoyés ici ne fonctionnent plus.
notices-email_taken_after = Si vous ne vous y attendiez pas, prévenez votre administrateur.
notices-email_given_lead = votre compte chez { $house } a désormais cette adresse. Connectez-vous avec elle à partir de maintenant ; votre mot de passe ne change pas.
notices-email_given_after = Si vous n’y avez pas de compte, quelqu’un s’est trompé d’adresse : prévenez ceux qui gèrent le service.

notices-new_device_subject = Connexion à { $house } avec un nouveau navigateur
notices-new_device_lead = Quelqu’un vient de se connecter à votre compte sur { $house } avec un navigateur qui n’avait encore jamais servi à cela.
notices-failures_subject = Votre compte sur { $house } : connexion après des mots de passe erronés
notices-failures_lead =
    { $failures ->
        [one] Quelqu’un vient de se connecter à votre compte sur { $house } avec le bon mot de passe, après { $failures } essai erroné.
       *[other] Quelqu’un vient de se connecter à votre compte sur { $house } avec le bon mot de passe, après { $failures } essais erronés.
    }
notices-device = Appareil : { $device }
notices-address = Adresse : { $address }
notices-time = Heure : { $time }
notices-sessions_button = Voir où vous êtes connecté
notices-sign_in_after = Si c’était vous, ne faites rien. Sinon, fermez cette session et changez tout de suite votre mot de passe.
notices-sign_in_after_without_page = Si c’était vous, ne faites rien. Sinon, changez tout de suite votre mot de passe et prévenez votre administrateur, qui peut fermer cette session.
# $url is the address of “Forgot your password?”.
notices-shut_out = Si vous ne pouvez plus vous connecter, choisissez un nouveau mot de passe sur { $url } et prévenez votre administrateur.

notices-token_subject = Un jeton API de votre compte sur { $house }
notices-token_made = Le jeton API « { $name } » vient d’être créé pour votre compte sur { $house }.
notices-token_rotated = Le jeton API « { $name } » de votre compte sur { $house } vient de recevoir un successeur. L’ancien prend fin dans quelques jours.
notices-token_revoked = Le jeton API « { $name } » de votre compte sur { $house } vient d’être révoqué. Il ne fonctionne plus.
notices-token_renewed = Le jeton API du profil de votre compte sur { $house } vient d’être régénéré. L’ancien ne fonctionne plus.
notices-tokens_button = Voir vos jetons API
notices-token_after = Si c’était vous, ne faites rien. Sinon, révoquez ce que vous ne reconnaissez pas et changez votre mot de passe, en mettant fin à vos sessions et à vos jetons API.
notices-token_after_without_page = Si c’était vous, ne faites rien. Sinon, changez votre mot de passe et prévenez votre administrateur, qui peut mettre fin à vos sessions et à vos jetons API.

notices-recovery_subject = Codes de récupération de votre compte sur { $house }
notices-recovery_made = De nouveaux codes de récupération viennent d’être créés pour votre compte sur { $house }. Les codes précédents ne fonctionnent plus.
notices-recovery_used = Un code de récupération de votre compte sur { $house } vient d’être utilisé. La personne qui l’a utilisé peut choisir un nouveau mot de passe.
notices-recovery_after = Si c’était vous, ne faites rien. Sinon, changez tout de suite votre mot de passe, en mettant fin à vos sessions et à vos jetons API, et créez de nouveaux codes de récupération.
# $url is the address of “Forgot your password?”.
notices-recovery_shut_out = Si vous ne pouvez plus vous connecter, choisissez un nouveau mot de passe sur { $url } en mettant fin à vos jetons API, ou demandez `seatwarden rescue` à la personne qui gère le serveur.
