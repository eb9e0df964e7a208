-- What a group gives its members, and which groups are inside which.
alter table groups add column role_id text null references roles (id);
alter table groups add column session_minutes bigint null;
alter table groups add column excluded_from_sharing boolean not null default false;
alter table groups add column theme text not null default '';
alter table groups add column version bigint not null default 1;
create index groups_updated_at_ms_id on groups (updated_at_ms, id);
create index groups_role_id on groups (role_id);
-- Each sign-in looks for the shortest.
create index groups_session_minutes on groups (session_minutes) where session_minutes is not null;

create table group_subgroups (
    group_id text not null references groups (id) on delete cascade,
    subgroup_id text not null references groups (id) on delete cascade,
    primary key (group_id, subgroup_id)
);
create index group_subgroups_subgroup_id on group_subgroups (subgroup_id);
