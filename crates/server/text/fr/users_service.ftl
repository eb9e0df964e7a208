# Service accounts: the users of scripts.

users-service_account = Un compte de service n’a ni mot de passe, ni adresse où arrive du courrier.
    .next = Créez-lui un jeton API ; pour lui fermer l’accès, désactivez-le ou mettez fin à ses jetons. Son adresse se termine par @service.invalid.
users-license_account = Un compte de licence garde son rôle.
    .next = Ses droits dépendent des organisations pour lesquelles il agit ; voir Émetteur > Clients.
users-not_a_service = Seuls les comptes de service reçoivent leurs jetons d’autres personnes.
    .next = Laissez l’utilisateur créer le jeton sous Mon profil > Jeton API.
api_tokens-not_by_named = Un jeton API nommé n’affiche ni ne crée le jeton de Mon profil, qui peut lui survivre.
    .next = Connectez-vous avec le mot de passe, ou utilisez le jeton de Mon profil lui-même.
api_tokens-named_only = Un compte de service n’a que des jetons API nommés.
    .next = Demandez-en un à un administrateur, ou créez-en un sur la page du compte de service.

users_list-origin_service = Compte de service
users_list-origin_license = Compte de licence
users-service_add = Ajouter un compte de service
users-service_lead = Pour les scripts : pas de mot de passe, pas d’e-mail, pas de place. Il n’est admis qu’avec des jetons API, que vous créez sur sa page.
users-service_name = Nom
users-service_name_hint = Ce que fait le script : « Synchronisation nocturne »
users-service_name_missing = Le compte de service n’a pas encore de nom.
    .next = Dites en quelques mots ce que fait son script.
users-service_tokens_lead = Chaque jeton a un nom, une portée et une date de fin ; il n’est affiché qu’une fois. Le remplacer crée un successeur, et l’ancien fonctionne encore une semaine.
users-service_added = Le compte de service est ajouté. Créez un jeton pour son script.

users-cli_token = Le jeton { $id } est créé. Copiez-le maintenant ; il n’est affiché que cette fois
users-cli_revoked = Le jeton { $id } a pris fin
