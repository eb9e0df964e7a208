-- Lists of users can be read by last name.
alter table users add column last_name_key text collate "C" not null default '';
update users set last_name_key = lower(trim(last_name || ' ' || first_name));
create index users_last_name_key_id on users (last_name_key, id);
