# Les locataires dans l’API.

tenants-unknown = Cette organisation n’existe pas.
    .next = Utilisez celui qui s’appelle system.

tenants-only_one = Il y a une seule organisation ; on ne peut ni en ajouter ni la supprimer.
    .next = Utilisez celle qui s’appelle system.
