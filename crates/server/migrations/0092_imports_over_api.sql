-- Whether a program sent the list: without a name, it is not one that was pasted.
alter table imports add column over_api boolean not null default false;
