create table passwords (
    user_id text primary key references users (id) on delete cascade,
    stored text not null, -- the hash with its parameters and the id of its pepper; see passwords/scheme.rs
    scheme text not null, -- 'argon2id', or 'md5>argon2id' until the first sign-in
    must_change boolean not null default false,
    expires_at_ms bigint null,
    set_at_ms bigint not null
);

-- One-time codes for whoever lost every other way in; only their hashes.
create table recovery_codes (
    code_hash bytea primary key,
    user_id text not null references users (id) on delete cascade,
    created_at_ms bigint not null,
    used_at_ms bigint null
);
create index recovery_codes_user_id on recovery_codes (user_id);
