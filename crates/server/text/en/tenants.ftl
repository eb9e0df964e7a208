# Tenants over the API.

tenants-unknown = There is no such tenant.
    .next = Use the one called system.

tenants-only_one = There is one tenant, and it can be neither joined by others nor deleted.
    .next = Use the one called system.
