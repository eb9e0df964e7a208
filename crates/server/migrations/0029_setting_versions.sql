-- So that the second of two administrators who change the same setting is told.
alter table settings add column version bigint not null default 1;
-- Who would be affected by another password policy is counted without reading every password.
create index passwords_must_change on passwords (user_id) where must_change;
create index passwords_md5 on passwords (user_id) where scheme = 'md5>argon2id';
