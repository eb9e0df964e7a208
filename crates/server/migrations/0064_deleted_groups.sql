-- Groups that were deleted and can still be brought back, with their members. `record` is JSON of what the group gave
-- and of the groups inside and around it. The groups themselves are gone from `groups`, so every other query stays
-- right.
create table deleted_groups (
    id text primary key,
    name text not null,
    name_key text not null,
    members bigint not null,
    record text not null,
    deleted_by text not null,
    deleted_at_ms bigint not null,
    ends_at_ms bigint not null
);
create index deleted_groups_deleted_at_ms on deleted_groups (deleted_at_ms, id);
create index deleted_groups_ends_at_ms on deleted_groups (ends_at_ms);

create table deleted_group_members (
    group_id text not null,
    user_id text not null,
    primary key (group_id, user_id)
);
