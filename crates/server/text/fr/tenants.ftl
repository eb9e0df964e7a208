# Les locataires dans l’API.

tenants-unknown = Ce locataire n’existe pas.
    .next = Utilisez celui qui s’appelle system.
