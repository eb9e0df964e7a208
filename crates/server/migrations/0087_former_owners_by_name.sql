-- Former owners are found by their names, and shares by whom they are for. Names of before are as good as the database
-- folds them.
alter table former_owners add column name_key text collate "C" not null default '';
update former_owners set name_key = lower(name);
create index former_owners_name_key on former_owners (name_key);
create index object_shares_party_id on object_shares (party_id, party_kind);
