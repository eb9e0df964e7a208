-- Users who were deleted and can still be brought back. `record` is JSON of the user's row, password record and
-- groups; nobody signs in with it. The users themselves are gone from `users`, so every other query stays right.
create table deleted_users (
    id text primary key,
    email text not null,
    user_name text not null,
    display_name text not null,
    search_text text not null,
    record text not null,
    deleted_by text not null,
    deleted_at_ms bigint not null,
    ends_at_ms bigint not null
);
create index deleted_users_deleted_at_ms on deleted_users (deleted_at_ms, id);
create index deleted_users_ends_at_ms on deleted_users (ends_at_ms);
