-- Work to be done later, written in the transaction of the deed that asks for it.
create table jobs (
    id text not null,
    -- `room.verb`, at most 64 characters; says which handler runs it
    kind text not null,
    -- JSON, at most 64 KiB; never a secret
    payload text not null,
    state text not null,
    -- not before this moment
    run_at_ms bigint not null,
    -- tries begun so far, and how many there may be
    attempts bigint not null,
    attempts_max bigint not null,
    -- while running: until when, and by whom; after that moment anybody may take it over
    lease_until_ms bigint,
    lease_owner text,
    -- why the last try failed, at most 500 characters
    last_error text,
    created_at_ms bigint not null,
    finished_at_ms bigint,
    -- of a job that exists once, such as a periodic one: its name, at most 128 characters
    unique_key text,
    constraint jobs_pkey primary key (id),
    constraint jobs_state_check check (state in ('waiting', 'running', 'done', 'dead'))
);

create unique index jobs_unique_key_key on jobs (unique_key);
create index jobs_run_at_ms on jobs (run_at_ms, id) where state = 'waiting';
create index jobs_lease_until_ms on jobs (lease_until_ms) where state = 'running';
create index jobs_finished_at_ms on jobs (finished_at_ms) where finished_at_ms is not null;
