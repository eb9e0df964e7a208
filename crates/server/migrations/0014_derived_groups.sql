-- Every page of a user without a language looks for that of Everyone and Admins.
create index groups_derived on groups (kind) where kind <> 'plain';
