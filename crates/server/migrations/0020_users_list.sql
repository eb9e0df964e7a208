-- What the list of users shows, sorts by and is searched with; see docs/decisions/0013-search.md.
alter table users add column full_name_key text collate "C" not null default '';

-- sqlite only
alter table users add column last_activity_key bigint generated always as (coalesce(last_activity_at_ms, 0)) virtual;
-- The row's number in `users_search`; null until it is there.
alter table users add column search_number bigint null;
create unique index users_search_number_key on users (search_number);
create virtual table users_search using fts5 (
    search_text, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram case_sensitive 1'
);
update users set search_number = numbered.number
from (select id, row_number() over (order by created_at_ms, id) as number from users) as numbered
where numbered.id = users.id;
insert into users_search (rowid, search_text) select search_number, search_text from users;
-- end

-- postgres only
alter table users add column last_activity_key bigint generated always as (coalesce(last_activity_at_ms, 0)) stored;
-- A role that may not create extensions gets no index; search then reads the table.
do $$
begin
    create extension if not exists pg_trgm schema public;
exception when others then
    begin
        create extension if not exists pg_trgm;
    exception when others then
        raise notice 'pg_trgm is not available: %', sqlerrm;
    end;
end
$$;
do $$
declare
    place text;
begin
    select quote_ident(n.nspname) into place
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    if place is not null then
        execute 'create index users_search_text on users using gin (search_text ' || place || '.gin_trgm_ops)';
    end if;
exception when others then
    raise notice 'the index for searching users was not made: %', sqlerrm;
end
$$;
-- end

update users set full_name_key = lower(trim(first_name || ' ' || last_name));

create index users_full_name_key_id on users (full_name_key, id);
create index users_last_activity_key_id on users (last_activity_key, id);
create index users_created_at_ms_id on users (created_at_ms, id);
create index users_role_id_user_name_key_id on users (role_id, user_name_key, id);
drop index users_role_id;
create index users_origin_id on users (origin, id);
create index api_tokens_hint on api_tokens (hint);

-- The account that a counter of wrong passwords is about: a user's id, or the hash of a name that nobody has.
alter table password_failures add column account text null;
create index password_failures_blocked_until_ms on password_failures (blocked_until_ms) where account is not null;
