-- The Sys. Admin, once more: this row holds on to the user, so that no statement that deletes the user or takes
-- the mark away can succeed while the row is there. Only the act that passes the role on moves it.
create unique index users_id_is_sysadmin_key on users (id, is_sysadmin);
create table the_sysadmin (
    slot bigint primary key check (slot = 1),
    user_id text not null,
    is_sysadmin boolean not null default true check (is_sysadmin),
    foreign key (user_id, is_sysadmin) references users (id, is_sysadmin)
);
insert into the_sysadmin (slot, user_id) select 1, id from users where is_sysadmin;

-- The one offer of the role that is open, if there is one.
create table sysadmin_offers (
    slot bigint primary key check (slot = 1),
    id text not null,
    from_user_id text not null references users (id) on delete cascade,
    to_user_id text not null references users (id) on delete cascade,
    created_at_ms bigint not null,
    expires_at_ms bigint not null
);
