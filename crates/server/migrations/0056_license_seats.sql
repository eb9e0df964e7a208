-- What the license says of seats, beside the counters that it limits: a seat is taken and checked in one statement.
alter table seat_counters add column is_licensed boolean not null default false;
alter table seat_counters add column administrators_max bigint;
alter table seat_counters add column designers_max bigint;
alter table seat_counters add column viewers_max bigint;
-- From when on nobody else gets in.
alter table seat_counters add column closes_at_ms bigint;
