-- Every license that ever counted here, and what became of it: rows are only added.
create table license_changes (
    id text primary key,
    at_ms bigint not null,
    kind text not null,
    package_code text not null,
    package_name text not null,
    revision bigint not null,
    license_id text not null,
    -- What the license said from then on, and what changed against the one before.
    license_json text not null,
    differences_json text not null,
    -- Who did it: a user's name as it was then; empty for the server itself.
    by_name text not null
);
create index license_changes_at on license_changes (at_ms, id);

-- Which warnings were mailed, so that each goes out once.
create table license_notices (
    id text primary key,
    told_at_ms bigint not null
);
