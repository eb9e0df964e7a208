-- What a custom role gives beyond its base, and what it takes away: one bit a permission, as numbered in
-- cx/permissions.rs. A built-in role has neither.
alter table roles add column granted bigint not null default 0;
alter table roles add column withdrawn bigint not null default 0;
