# דיירים ב-API.

tenants-unknown = אין דייר כזה.
    .next = יש להשתמש בדייר בשם system.
