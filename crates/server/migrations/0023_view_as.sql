-- Looking at the pages as another user does, for a while and in one session.
alter table sessions add column view_as_user_id text null references users (id) on delete set null;
alter table sessions add column view_as_until_ms bigint null;
create index sessions_view_as_user_id on sessions (view_as_user_id) where view_as_user_id is not null;

-- An administrator's lock: the password is right and yet signs nobody in.
alter table passwords add column locked_at_ms bigint null;

-- Since when an invitation is open; null once it was accepted or cancelled.
alter table users add column invited_at_ms bigint null;
update users set invited_at_ms = created_at_ms
where not active and not exists (select 1 from passwords p where p.user_id = users.id);
