-- Whom an act on many users gave another role, so that it can be taken back; forgotten with the act.
create table users_acts_roles (
    act_id text collate "C" not null references users_acts (id) on delete cascade,
    user_id text not null,
    before_id text not null,
    after_id text not null,
    primary key (act_id, user_id)
);
