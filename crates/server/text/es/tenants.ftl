# Los inquilinos en la API.

tenants-unknown = No existe ese inquilino.
    .next = Use el llamado system.
