# Los inquilinos en la API.

tenants-unknown = No existe esa organización.
    .next = Use la llamada system.
