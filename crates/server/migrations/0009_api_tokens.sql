-- `kind` is 'profile' (the single legacy token of My Profile), 'sign_in' (from the API's login call)
-- or 'named'. The first two are signed claims that can be signed again, so nothing secret is stored;
-- a named token is stored as the hash of its secret.
create table api_tokens (
    id text primary key,
    user_id text not null references users (id) on delete cascade,
    kind text not null,
    name text not null,
    scope text not null,
    secret_hash bytea null,
    hint text not null,
    key_id text null,
    created_at_ms bigint not null,
    expires_at_ms bigint null,
    replaced_by text null,
    last_used_at_ms bigint null,
    last_used_ip text not null default '',
    last_used_agent text not null default ''
);
create unique index api_tokens_secret_hash_key on api_tokens (secret_hash);
create unique index api_tokens_profile_user_id_key on api_tokens (user_id) where kind = 'profile';
create index api_tokens_user_id on api_tokens (user_id, created_at_ms);
