-- Whose view an administrator keeps for a deleted one: it goes back to them alone.
alter table user_views add column heir_of text;
