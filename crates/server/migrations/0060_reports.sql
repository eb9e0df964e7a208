-- The type of a package beside its terms, so that trials are found without reading all packages; and what reports look
-- for: when servers began to count, and whose lease ended.
alter table packages add column kind text not null default 'subscription';
update packages set kind = case
    when terms like '%"type":"perpetual"%' then 'perpetual'
    when terms like '%"type":"trial"%' then 'trial'
    when terms like '%"type":"internal"%' then 'internal'
    else 'subscription' end;
create index packages_kind on packages (kind, id);
create index activations_charged_at_ms on activations (charged_at_ms);
create index activations_lapsed on activations (lease_until_ms, id) where slot_no is not null;
