-- Admin lists all sessions, those used last first.
create index sessions_seen_at_ms_id on sessions (seen_at_ms, id collate "C");
