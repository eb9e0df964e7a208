-- Whoever signs in over the API drops the oldest of many tokens: which these are is told by the index alone.
drop index api_tokens_user_id;
create index api_tokens_user_id_kind on api_tokens (user_id, kind, created_at_ms, id);
