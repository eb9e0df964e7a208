-- Custom roles are edited, and a user who was made automatically has the role of the group it came in by.
alter table roles add column version bigint not null default 1;
alter table roles add column updated_at_ms bigint not null default 0;
alter table users add column role_group_id text null references groups (id) on delete set null;
create index users_role_group_id on users (role_group_id) where role_group_id is not null;
