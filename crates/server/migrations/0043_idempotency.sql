-- Calls that carry an `Idempotency-Key`: what was asked, whether its act was committed, and the answer, sealed because
-- there may be a new token in it.
create table idempotency_keys (
    user_id text not null references users (id) on delete cascade,
    key_hash text not null,
    request_hash text not null,
    run text not null,
    acted boolean not null default false,
    status bigint null, -- of the answer; null until it is known
    sealed text null,   -- of the answer; null if it was too large to keep
    started_at_ms bigint not null,
    expires_at_ms bigint not null,
    primary key (user_id, key_hash)
);
create index idempotency_keys_expires_at_ms on idempotency_keys (expires_at_ms);
