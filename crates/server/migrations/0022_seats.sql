-- How many seats are taken, in one row: whoever takes or frees one holds it until the commit.
create table seat_counters (
    id bigint primary key,
    administrators bigint not null,
    designers bigint not null,
    viewers bigint not null
);
insert into seat_counters (id, administrators, designers, viewers)
select 1,
    count(case when r.base_name in ('super', 'admin', 'dataAdmin') then 1 end),
    count(case when r.base_name in ('dataDesigner', 'contributor') then 1 end),
    count(case when r.base_name = 'consumer' then 1 end)
from users u join roles r on r.id = u.role_id where u.active;

-- Who holds a seat of a role, the longest away first.
create index users_role_id_away on users (role_id, coalesce(last_activity_at_ms, created_at_ms)) where active;
