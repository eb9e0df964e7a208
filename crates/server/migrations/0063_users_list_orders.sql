-- The list of users in the order of states and of origins, each by user name. Filters by either use the same.
create index users_active_invited_user_name_key_id on users (active, (invited_at_ms is not null), user_name_key, id);
drop index users_active_invited_id;
create index users_origin_user_name_key_id on users (origin, user_name_key, id);
drop index users_origin_id;
