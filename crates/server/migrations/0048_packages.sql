-- What customers bought. A package is one license; the row holds what its newest revision says and what activations
-- lock. `type`, `tier`, `deployment`, `environment` and `state` are words of packages/model.
create table packages (
    id text collate "C" primary key,
    organisation_id text not null references organisations (id),
    code text not null,
    code_key text collate "C" not null,
    state text not null,
    max_servers bigint not null check (max_servers >= 0),
    lowered_at_ms bigint null, -- since when there may be fewer servers than before
    terms text not null,       -- JSON: those of the newest revision
    reset_epoch bigint not null default 0,
    last_reset_at_ms bigint null,
    revision bigint not null,
    created_at_ms bigint not null,
    updated_at_ms bigint not null
);
create unique index packages_code_key_key on packages (code_key);
create index packages_organisation_id on packages (organisation_id, id);

-- Every state a license was ever in; rows are added and never changed.
create table package_revisions (
    package_id text collate "C" not null references packages (id) on delete cascade,
    number bigint not null,
    at_ms bigint not null,
    terms text not null,
    reason text not null,
    author_id text null,
    author_name text not null,
    approver_id text null,
    approver_name text not null,
    primary key (package_id, number)
);

-- The accounts that activate a package beside the owners of its organisation.
create table license_users (
    package_id text collate "C" not null references packages (id) on delete cascade,
    user_id text not null references users (id) on delete cascade,
    added_at_ms bigint not null,
    primary key (package_id, user_id)
);
create index license_users_user_id on license_users (user_id);

-- Changes that a second person has to approve. `state` is 'open', 'approved' or 'rejected'.
create table change_requests (
    id text collate "C" primary key,
    package_id text collate "C" not null references packages (id) on delete cascade,
    base_revision bigint not null,
    terms text not null,
    reason text not null,
    state text not null,
    author_id text null,
    author_name text not null,
    created_at_ms bigint not null,
    decided_by_id text null,
    decided_by_name text not null default '',
    decided_at_ms bigint null
);
create index change_requests_state on change_requests (state, id);
create unique index change_requests_package_id_key on change_requests (package_id) where state = 'open';
