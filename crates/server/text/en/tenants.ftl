# Tenants over the API.

tenants-unknown = There is no such tenant.
    .next = Use the one called system.
