-- Who changed the license, beside the name: `user`, `operator` at the command line, `setup`, or the `server` itself.
alter table license_changes add column by_kind text not null default 'server';
update license_changes set by_kind = 'user' where by_name <> '';
