-- Addresses that a customer added and that belong to somebody who is no license account: they act for nobody, and are shown
-- to the customer as if they had been added, so that nobody learns whose addresses are known here.
create table withheld_members (
    id text collate "C" primary key,
    organisation_id text collate "C" not null references organisations (id) on delete cascade,
    email text not null,
    email_key text collate "C" not null,
    name text not null,
    added_at_ms bigint not null
);
create unique index withheld_members_organisation_id_email_key_key on withheld_members (organisation_id, email_key);

create table withheld_license_users (
    package_id text collate "C" not null references packages (id) on delete cascade,
    member_id text collate "C" not null references withheld_members (id) on delete cascade,
    added_at_ms bigint not null,
    primary key (package_id, member_id)
);
create index withheld_license_users_member_id on withheld_license_users (member_id);
