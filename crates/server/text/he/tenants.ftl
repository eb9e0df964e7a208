# דיירים ב-API.

tenants-unknown = אין ארגון כזה.
    .next = יש להשתמש בארגון בשם system.
