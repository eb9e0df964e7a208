-- Who is active, inactive or invited, and whom an administrator locked, without reading everybody.
create index users_active_invited_id on users (active, (invited_at_ms is not null), id);
create index passwords_locked_at_ms on passwords (user_id) where locked_at_ms is not null;
