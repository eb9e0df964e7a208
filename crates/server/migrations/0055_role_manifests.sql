-- Sections of a role's manifest that mean something to the platform and nothing here, as they were sent.
create table role_manifests (
    role_id text primary key references roles (id) on delete cascade,
    manifest text not null, -- a JSON object
    updated_at_ms bigint not null
);
