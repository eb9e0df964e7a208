-- What a user may do has changed: the session gets a new token at its next page.
alter table sessions add column must_renew boolean not null default false;
