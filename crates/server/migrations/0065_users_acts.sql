-- Acts on so many users that a job does them: whom, how far it is, and who was left out and why.
create table users_acts (
    id text collate "C" primary key,
    actor_id text null,
    actor_name text not null,
    act text not null,
    target text not null,
    ids text not null,
    total bigint not null,
    position bigint not null,
    changed bigint not null,
    unchanged bigint not null,
    refused bigint not null,
    reasons text not null,
    state text not null,
    why text null,
    created_at_ms bigint not null
);
create index users_acts_created_at_ms on users_acts (created_at_ms);
