-- Links in mails, each with a typed code as its alternative; only hashes are kept.
create table one_time_links (
    id text primary key,
    purpose text not null,
    user_id text not null references users (id) on delete cascade,
    token_hash bytea not null,
    code_hash bytea null,
    code_expires_at_ms bigint null,
    code_tries bigint not null default 0,
    request_hash bytea null, -- binds the typed code to the browser that asked
    payload text not null default '{}',
    created_at_ms bigint not null,
    expires_at_ms bigint not null,
    used_at_ms bigint null
);
create unique index one_time_links_token_hash_key on one_time_links (token_hash);
create index one_time_links_user_id_purpose on one_time_links (user_id, purpose);
create index one_time_links_request_hash on one_time_links (request_hash);
create index one_time_links_expires_at_ms on one_time_links (expires_at_ms);
