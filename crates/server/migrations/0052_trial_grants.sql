-- Grants of the Online Trial that were used, so that none is used twice. Kept until they would have run out.
create table trial_grants (
    id text collate "C" primary key,
    expires_at_ms bigint not null
);
create index trial_grants_expires_at_ms on trial_grants (expires_at_ms);
