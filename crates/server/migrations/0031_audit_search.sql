-- Finding the rare event among millions.
create index audit_events_event_sequence on audit_events (event, sequence);
