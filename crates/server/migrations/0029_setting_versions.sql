-- So that the second of two administrators who change the same setting is told.
alter table settings add column version bigint not null default 1;
