-- The token that made a token, with which it ends: whoever takes a token away takes what it made.
alter table api_tokens add column made_by text null references api_tokens (id) on delete cascade on update cascade;
create index api_tokens_made_by on api_tokens (made_by) where made_by is not null;
