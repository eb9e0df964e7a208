-- Since when more seats are used than the license gives, in milliseconds since the Unix epoch; null while that is not so.
alter table seat_counters add column over_since_ms bigint;
