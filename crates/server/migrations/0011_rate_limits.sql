-- Counters that hold across nodes. `full_at_ms` is when the bucket would be full again.
create table rate_limits (
    key text primary key,
    full_at_ms bigint not null
);
create index rate_limits_full_at_ms on rate_limits (full_at_ms);

-- Wrong passwords in a row, by account name as typed (known or not) and by account and network.
create table password_failures (
    key text primary key,
    failures bigint not null,
    last_at_ms bigint not null,
    blocked_until_ms bigint not null
);
create index password_failures_last_at_ms on password_failures (last_at_ms);
