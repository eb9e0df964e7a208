-- Whoever was activated by hand is invited no more, or no filter by state would find them.
update users set invited_at_ms = null where active and invited_at_ms is not null;
