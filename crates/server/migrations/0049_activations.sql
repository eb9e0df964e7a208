-- Machines on which a package was activated. A key without a machine (an offline key) stands in for one.
create table servers (
    id text collate "C" primary key,
    package_id text collate "C" not null references packages (id) on delete cascade,
    name text not null,
    device_key text collate "C" not null,
    parts text not null,   -- JSON: the salted parts of the fingerprint
    needed bigint not null, -- how many of them make it the same machine
    salt text not null,     -- what they are salted with
    version text not null,
    first_seen_at_ms bigint not null,
    last_seen_at_ms bigint not null,
    last_ip text not null,
    cloned_at_ms bigint null -- since when two machines seem to hold its key
);
create unique index servers_device_key_package_id_key on servers (device_key, package_id);

create table server_parts (
    package_id text collate "C" not null,
    part text collate "C" not null,
    server_id text collate "C" not null references servers (id) on delete cascade,
    primary key (package_id, part, server_id)
);
create index server_parts_server_id on server_parts (server_id);

-- One row each time a server began to count. `mode` is 'online', 'offline' or 'voucher'; `state` is 'charged',
-- 'carried', 'displaced', or how it ended: 'released', 'returned', 'destroyed', 'replaced', 'expired'. A charged row, and no other,
-- holds a slot; the number of a slot is never above what the package allowed when it was taken.
create table activations (
    id text collate "C" primary key,
    package_id text collate "C" not null references packages (id) on delete cascade,
    server_id text collate "C" not null references servers (id) on delete cascade,
    user_id text null,
    user_name text not null,
    mode text not null,
    state text not null,
    slot_no bigint null,
    slot_cap bigint null,
    epoch bigint not null,
    charged_at_ms bigint not null,
    lease_until_ms bigint not null,
    counter bigint not null,
    last_request text not null, -- SHA-256 of the request that was answered last
    file_id text not null,      -- of the license file that was given last
    over_at_ms bigint null,
    check ((state = 'charged') = (slot_no is not null)),
    check (slot_no is null or (slot_no >= 1 and slot_no <= slot_cap))
);
create unique index activations_package_id_slot_no_key on activations (package_id, slot_no);
create unique index activations_server_id_key on activations (server_id) where over_at_ms is null;
create index activations_server_id on activations (server_id) where slot_no is not null;
create index activations_package_id on activations (package_id, id) where over_at_ms is null;
create index activations_file_id on activations (file_id) where over_at_ms is null;
create index activations_slotless on activations (package_id, lease_until_ms) where slot_no is null;
create index activations_lease_until_ms on activations (package_id, lease_until_ms) where slot_no is not null;

-- Numbers of slots that were taken once and are free again.
create table free_slots (
    package_id text collate "C" not null references packages (id) on delete cascade,
    slot_no bigint not null,
    primary key (package_id, slot_no)
);

-- What came on paper or by file: requests of machines without a network, and receipts of those that gave their license
-- back. `kind` is 'request' or 'receipt'.
create table offline_requests (
    package_id text collate "C" not null references packages (id) on delete cascade,
    digest text collate "C" not null,
    kind text not null,
    activation_id text collate "C" not null,
    text text not null,
    user_id text null,
    at_ms bigint not null,
    primary key (package_id, digest)
);

-- Offline keys: one for each label.
create table vouchers (
    package_id text collate "C" not null references packages (id) on delete cascade,
    label_key text collate "C" not null,
    label text not null,
    activation_id text collate "C" not null,
    file_id text not null,
    issued_at_ms bigint not null,
    install_until_ms bigint not null,
    primary key (package_id, label_key)
);

-- Codes that activate once, instead of a password.
create table activation_codes (
    code_hash text collate "C" primary key,
    package_id text collate "C" not null references packages (id) on delete cascade,
    user_id text not null references users (id) on delete cascade,
    created_at_ms bigint not null,
    expires_at_ms bigint not null,
    used_at_ms bigint null,
    used_by_key text not null default '' -- the device key that used it: sent again, it is the same call
);
create index activation_codes_package_id on activation_codes (package_id, expires_at_ms);

-- What people did to slots: 'reset', 'override', 'release', 'return', 'destroyed'.
create table reset_events (
    id text collate "C" primary key,
    package_id text collate "C" not null references packages (id) on delete cascade,
    kind text not null,
    at_ms bigint not null,
    user_id text null,
    user_name text not null,
    used_before bigint not null,
    used_after bigint not null,
    servers text not null -- JSON: ids of the servers it touched
);
create index reset_events_package_id on reset_events (package_id, kind, at_ms);
