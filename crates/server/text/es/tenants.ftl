# Los inquilinos en la API.

tenants-unknown = No existe esa organización.
    .next = Use la llamada system.

tenants-only_one = Hay una sola organización; no se pueden añadir otras ni eliminarla.
    .next = Use la llamada system.
