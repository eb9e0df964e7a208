-- From where, and by which program, a token was used; so that one sees who still uses a rotated token.
create table api_token_callers (
    token_id text not null references api_tokens (id) on delete cascade,
    ip text not null,
    user_agent text not null,
    last_used_at_ms bigint not null,
    primary key (token_id, ip, user_agent)
);
