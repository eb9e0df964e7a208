-- Scripts that call the API: each credential, from each address, by each program. Kept up by the server, which
-- gathers calls in memory and writes them together.
create table callers (
    id text collate "C" primary key,
    kind text not null, -- 'named', 'profile', 'sign_in' or 'api_key'
    user_id text not null references users (id) on delete cascade,
    token_id text not null, -- of 'named' and 'profile'; else empty
    token_name text not null,
    ip text not null,
    user_agent text not null,
    search_text text not null,
    calls bigint not null,
    first_seen_at_ms bigint not null,
    last_seen_at_ms bigint not null,
    off_at_ms bigint null
);
create index callers_last_seen_at_ms_id on callers (last_seen_at_ms, id);
create index callers_user_id on callers (user_id, last_seen_at_ms);
create index callers_off_at_ms on callers (off_at_ms) where off_at_ms is not null;

-- What a caller asked for, by method and pattern of the path.
create table caller_calls (
    caller_id text collate "C" not null references callers (id) on delete cascade,
    method text not null,
    route text not null,
    calls bigint not null,
    last_seen_at_ms bigint not null,
    primary key (caller_id, method, route)
);

-- Old ways that a caller used: each is one bit, so that the sum over a caller's rows is the set of them.
create table caller_parts (
    caller_id text collate "C" not null references callers (id) on delete cascade,
    part bigint not null,
    calls bigint not null,
    last_seen_at_ms bigint not null,
    primary key (caller_id, part)
);
