-- What is done to a group in steps, because it has many members: 'delete'; null if nothing is. Those whose
-- deletion was on its way already are told by the members that are kept of them.
alter table groups add column under_way text null;
update groups set under_way = 'delete' where id in (select group_id from deleted_group_members);
