-- Admin looks for the few sessions from one address among many.
create index sessions_ip on sessions (ip collate "C");
