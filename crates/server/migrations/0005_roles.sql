-- The roles: six built in, made at first start with ids of this installation's own.
create table roles (
    id text primary key,
    name text not null,
    display_name text not null,
    base_name text not null,
    description text not null default '',
    rank bigint not null
);
create unique index roles_name_key on roles (name);
