-- Lists of users that an administrator keeps: search, filters, order and columns as the address has them.
create table user_views (
    id text primary key,
    owner_id text not null references users (id) on delete cascade,
    name text not null,
    name_key text collate "C" not null,
    query text not null,
    shared boolean not null default false,
    created_at_ms bigint not null,
    updated_at_ms bigint not null
);
create unique index user_views_owner_id_name_key_key on user_views (owner_id, name_key);
create index user_views_shared on user_views (shared, name_key);
