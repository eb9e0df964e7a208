-- A transfer may take back another one (`back_of`), or hand over whatever fits a search. `place` is how far a step came
-- in such a transfer: the id of the last object looked at, or the number of the last change taken back.
alter table ownership_transfers add column back_of text null;
alter table ownership_transfers add column search text null;
alter table ownership_transfers add column place text null;
-- Which objects a transfer moved, and which former owners an object has.
create index ownership_changes_transfer_id on ownership_changes (transfer_id, sequence);
create index ownership_changes_object_id on ownership_changes (object_id, from_user_id);
