# Les locataires dans l’API.

tenants-unknown = Cette organisation n’existe pas.
    .next = Utilisez celui qui s’appelle system.
