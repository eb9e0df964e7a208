# דיירים ב-API.

tenants-unknown = אין ארגון כזה.
    .next = יש להשתמש בארגון בשם system.

tenants-only_one = יש ארגון אחד בלבד; אי אפשר להוסיף אחרים או למחוק אותו.
    .next = יש להשתמש בארגון בשם system.
