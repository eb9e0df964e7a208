-- Who was not here for a number of days, counted from their creation if they never were; see 0022.
create index users_away on users (coalesce(last_activity_at_ms, created_at_ms));
