-- Admin lists all sessions, those used last first.
create index sessions_seen_at_ms_id on sessions (seen_at_ms, id collate "C");
-- Who would be affected by another password policy is counted without reading every password.
create index passwords_must_change on passwords (user_id) where must_change;
create index passwords_md5 on passwords (user_id) where scheme = 'md5>argon2id';
