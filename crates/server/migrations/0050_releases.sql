-- What customers download: versions of the platform, and the files of each. `state` is 'draft', 'published' or
-- 'withdrawn'; an empty entitlement is any license in force.
create table releases (
    id text collate "C" primary key,
    version text not null,
    version_key text collate "C" not null,
    notes text not null default '',
    entitlement text not null default '',
    state text not null,
    author_name text not null,
    created_at_ms bigint not null,
    published_at_ms bigint null,
    row_version bigint not null default 1
);
create unique index releases_version_key_key on releases (version_key);

create table artifacts (
    id text collate "C" primary key,
    release_id text collate "C" not null references releases (id) on delete cascade,
    file_name text not null,
    size bigint not null,
    sha256 text not null,
    signature text not null, -- in the format of minisign
    created_at_ms bigint not null
);
create unique index artifacts_release_id_file_name_key on artifacts (release_id, file_name);
