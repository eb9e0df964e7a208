-- Scripts ask for users in the order of their last change (contract part 3: `sort` takes a field).
create index users_updated_at_ms_id on users (updated_at_ms, id);
