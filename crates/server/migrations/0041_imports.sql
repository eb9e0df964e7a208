-- Import Many: lists of users that were uploaded, what each column holds, and what becomes of each row.
create table imports (
    id text collate "C" primary key,
    name text not null,
    actor_id text null,
    actor_name text not null,
    state text not null,
    heads text not null,
    columns text not null,
    options text not null,
    row_count bigint not null,
    position bigint not null,
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    wrong bigint not null default 0,
    undone bigint not null default 0,
    why text null,
    created_at_ms bigint not null,
    applied_at_ms bigint null,
    version bigint not null default 0
);
create index imports_created_at_ms on imports (created_at_ms);

-- Some hundred rows each, sealed because there may be passwords among them; with the verdicts, counted.
create table import_parts (
    import_id text collate "C" not null references imports (id) on delete cascade,
    number bigint not null,
    sealed text not null,
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    wrong bigint not null default 0,
    primary key (import_id, number)
);
