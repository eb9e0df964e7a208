-- Who did what to whom. Rows are only ever added; each carries the hash of the one before.
create table audit_events (
    sequence bigint primary key,
    at_ms bigint not null,
    event text not null,
    actor_id text null,
    actor_name text not null,
    on_behalf_of text null,
    subject_kind text not null,
    subject_id text not null,
    before_json text null,
    after_json text null,
    ip text not null,
    user_agent text not null,
    request_id text not null,
    hash bytea not null
);
create index audit_events_subject_id_sequence on audit_events (subject_id, sequence);
create index audit_events_actor_id_sequence on audit_events (actor_id, sequence);

-- The end of the chain. Its one row, made at first start, is the lock under which the next event is written.
create table audit_head (
    id bigint primary key,
    sequence bigint not null,
    hash bytea not null
);
