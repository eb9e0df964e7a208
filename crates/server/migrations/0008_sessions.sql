create table sessions (
    id text primary key,
    token_hash bytea not null,
    user_id text not null references users (id) on delete cascade,
    created_at_ms bigint not null,
    seen_at_ms bigint not null,
    idle_ms bigint not null,
    expires_at_ms bigint not null,
    confirmed_at_ms bigint not null, -- when the password was last given
    remembered boolean not null,
    ip text not null,
    user_agent text not null
);
create unique index sessions_token_hash_key on sessions (token_hash);
create index sessions_user_id on sessions (user_id);
create index sessions_expires_at_ms on sessions (expires_at_ms);
