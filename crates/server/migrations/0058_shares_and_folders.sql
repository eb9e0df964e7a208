-- Whether whoever an object is shared with gets its reports, too.
alter table object_shares add column subscribed boolean not null default false;

-- In which folder an object lies; none at the root. What lies in a folder that is taken out lies at the root again.
alter table owned_objects add column parent_id text null references owned_objects (id) on delete set null;
create index owned_objects_parent_id on owned_objects (parent_id, id) where parent_id is not null;
-- Lists of the platform are read by title, which the search text begins with.
create index owned_objects_title on owned_objects (kind, search_text, id) where removed_at_ms is null;
