-- By which act on many users somebody was deleted, so that the whole act can be taken back. Whom it deleted stands in
-- `users_acts_roles` as well, with the role before and none after.
alter table deleted_users add column act_id text;
create index deleted_users_act_id on deleted_users (act_id) where act_id is not null;
