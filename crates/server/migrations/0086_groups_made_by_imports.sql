-- Ids of the groups that an import made, as JSON: they go with it if they are empty still.
alter table imports add column made_groups text not null default '[]';
