-- Who owns what on the platform: it registers its objects here, and nothing of their content. `kind` is one of
-- the words of ownership/model.rs. The owner is no foreign key: what a deleted user owned stays theirs.
-- `removed_at_ms` is set while a deletion of the owner can still be undone.
create table owned_objects (
    id text primary key,
    kind text not null,
    external_id text not null,
    title text not null,
    search_text text not null,
    owner_id text not null,
    created_at_ms bigint not null,
    updated_at_ms bigint not null,
    removed_at_ms bigint null
);
create unique index owned_objects_kind_external_id_key on owned_objects (kind, external_id);
create index owned_objects_kind on owned_objects (kind, id) where removed_at_ms is null;
create index owned_objects_owner_id on owned_objects (owner_id, id) where removed_at_ms is null;
create index owned_objects_owner_id_kind on owned_objects (owner_id, kind, id) where removed_at_ms is null;
create index owned_objects_removed on owned_objects (owner_id, id) where removed_at_ms is not null;

-- Who else may use an object: 'user' or 'group', and 'view' or 'edit'. Kept so that a former owner keeps access.
create table object_shares (
    object_id text not null references owned_objects (id) on delete cascade,
    party_kind text not null,
    party_id text not null,
    rule text not null,
    primary key (object_id, party_kind, party_id)
);

-- What deleted users were called, for what they still own.
create table former_owners (
    user_id text primary key,
    name text not null,
    since_ms bigint not null
);

-- `what` is 'hand_over', 'remove' or 'restore'; `state` is 'running', 'done' or 'stopped'. No `from_user_id`
-- means objects that were chosen one by one, no `kind` means all kinds.
create table ownership_transfers (
    id text primary key,
    what text not null,
    from_user_id text null,
    from_name text not null,
    to_user_id text null,
    to_name text not null,
    kind text null,
    keeps text not null, -- what the former owner keeps: 'view', 'edit' or 'none'
    actor_id text null,
    actor_name text not null,
    state text not null,
    total bigint not null,
    moved bigint not null,
    counts text not null, -- JSON: how many of each kind were moved
    created_at_ms bigint not null,
    finished_at_ms bigint null
);

-- One row for each object that changed hands, for the platform to follow. The counter is taken in the
-- transaction of the change and held until its commit, so that nobody who follows misses a row.
create table ownership_changes (
    sequence bigint primary key,
    transfer_id text not null,
    what text not null,
    object_id text not null,
    kind text not null,
    external_id text not null,
    title text not null,
    from_user_id text not null,
    to_user_id text null,
    keeps text not null,
    at_ms bigint not null
);
create table ownership_counter (
    slot bigint primary key check (slot = 1),
    last_sequence bigint not null
);
insert into ownership_counter (slot, last_sequence) values (1, 0);
