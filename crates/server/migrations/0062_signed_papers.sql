-- License files that people carried away, by what signed them: a bulletin that revokes their signer can keep them.
-- What servers fetch over the network is not here: they get another one at their next renewal.
create table signed_papers (
    digest text collate "C" primary key,
    kid text collate "C" not null,
    file_id text collate "C" not null,
    signed_at_ms bigint not null,
    until_ms bigint not null
);
create index signed_papers_kid on signed_papers (kid, until_ms);
create index signed_papers_until_ms on signed_papers (until_ms);

-- Which mails about the end of a signer were sent: once for each end and each of the days before it.
create table signing_key_notices (
    kid text collate "C" not null references signing_keys (kid) on delete cascade,
    ends_at_ms bigint not null,
    days bigint not null,
    sent_at_ms bigint not null,
    primary key (kid, ends_at_ms, days)
);
