-- Files that were given for a slot before the one that it has now, and may still work. A slot is held until the last one
-- for a machine without a network has ended, unless a receipt came for it or its machine was declared as destroyed.
create table earlier_files (
    file_id text collate "C" primary key,
    package_id text collate "C" not null references packages (id) on delete cascade,
    activation_id text collate "C" not null references activations (id) on delete cascade,
    device_key text collate "C" not null, -- the key of the machine that has it, or that of an offline key
    is_offline boolean not null,          -- it cannot be called back over the network
    is_elsewhere boolean not null,        -- another machine than the one that counts may run by it
    counter bigint not null,              -- how often that machine had renewed
    until_ms bigint not null,
    replaced_at_ms bigint not null
);
create index earlier_files_activation_id on earlier_files (activation_id);
create index earlier_files_package_id on earlier_files (package_id, until_ms) where is_elsewhere;
create index earlier_files_device_key on earlier_files (device_key) where is_elsewhere;
create index earlier_files_until_ms on earlier_files (until_ms);
