-- Which mails about the end of a license were sent: once for each end and each of the days before it.
create table expiry_notices (
    package_id text collate "C" not null references packages (id) on delete cascade,
    ends_at_ms bigint not null,
    days bigint not null,
    sent_at_ms bigint not null,
    primary key (package_id, ends_at_ms, days)
);
