-- Groups of users. `kind` is 'plain', or 'everyone' / 'admins' for the two whose members are derived.
create table groups (
    id text primary key,
    name text not null,
    name_key text collate "C" not null,
    kind text not null default 'plain',
    language text null,
    created_at_ms bigint not null,
    updated_at_ms bigint not null
);
create unique index groups_name_key_key on groups (name_key);

create table users (
    id text primary key,
    email text not null,
    email_key text collate "C" not null,
    user_name text not null,
    user_name_key text collate "C" not null,
    first_name text not null default '',
    last_name text not null default '',
    role_id text not null references roles (id),
    is_sysadmin boolean not null default false,
    active boolean not null default true,
    origin text not null default 'local', -- 'local' or 'sso'
    language text null,
    ui_settings text not null default '{}',
    search_text text not null,
    created_at_ms bigint not null,
    updated_at_ms bigint not null,
    last_login_at_ms bigint null,
    last_activity_at_ms bigint null,
    version bigint not null default 1
);
create index users_user_name_key_id on users (user_name_key, id);
create index users_email_key_id on users (email_key, id);
create index users_role_id on users (role_id);
-- There is at most one Sys. Admin, whatever the code above may think.
create unique index users_is_sysadmin_key on users (is_sysadmin) where is_sysadmin;

-- Every name that signs somebody in: a user's e-mail address and user name. One table, so that
-- nobody's user name can be somebody else's address.
create table sign_in_names (
    name_key text collate "C" primary key,
    user_id text not null references users (id) on delete cascade
);
create index sign_in_names_user_id on sign_in_names (user_id);

create table group_members (
    group_id text not null references groups (id) on delete cascade,
    user_id text not null references users (id) on delete cascade,
    primary key (group_id, user_id)
);
create index group_members_user_id on group_members (user_id);
