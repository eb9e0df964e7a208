-- The customers of a license server, and which license accounts act for them. `role` is one of the words of
-- organisations/model.rs.
create table organisations (
    id text collate "C" primary key,
    name text not null,
    name_key text collate "C" not null,
    created_at_ms bigint not null,
    updated_at_ms bigint not null,
    version bigint not null default 1
);
create index organisations_name_key_id on organisations (name_key, id);

create table memberships (
    organisation_id text collate "C" not null references organisations (id) on delete cascade,
    user_id text not null references users (id) on delete cascade,
    role text not null,
    created_at_ms bigint not null,
    primary key (organisation_id, user_id)
);
create index memberships_user_id on memberships (user_id);
