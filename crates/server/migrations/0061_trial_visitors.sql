-- License accounts that went to the Online Trial by the portal, so that the vendor knows whom to write to.
create table trial_visitors (
    user_id text collate "C" primary key references users (id) on delete cascade,
    first_at_ms bigint not null,
    last_at_ms bigint not null,
    visits bigint not null
);
create index trial_visitors_last_at_ms on trial_visitors (last_at_ms, user_id);
