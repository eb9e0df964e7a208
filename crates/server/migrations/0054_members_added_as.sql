-- As which address and name a customer added somebody who had an account already: they are shown so until they signed in,
-- so that nobody learns whose account it is, nor how it is spelled there.
alter table memberships add column added_email text not null default '';
alter table memberships add column added_name text not null default '';
