-- The keys of a license server: the public roots, whose private halves are elsewhere, and the signers, whose private
-- halves are sealed files beside the other secrets. `role` is one of the words of signing_keys/model.rs.
create table signing_keys (
    kid text collate "C" primary key,
    role text not null,
    public_key text not null,
    created_at_ms bigint not null,
    revoked_at_ms bigint,
    version bigint not null default 1
);

-- What roots say about signers, as it was signed.
create table signer_statements (
    id text collate "C" primary key,
    kid text collate "C" not null references signing_keys (kid),
    root_kid text collate "C" not null references signing_keys (kid),
    compact text not null,
    valid_from_ms bigint not null,
    valid_until_ms bigint not null,
    bulletin_first bigint not null,
    bulletin_last bigint not null,
    created_at_ms bigint not null
);
create index signer_statements_valid_until_ms on signer_statements (valid_until_ms);
create index signer_statements_kid on signer_statements (kid);
create index signer_statements_root_kid on signer_statements (root_kid);

create table bulletins (
    number bigint primary key,
    compact text not null,
    kid text collate "C" not null,
    issued_at_ms bigint not null
);

-- Files that bulletins name until their own end.
create table revoked_files (
    id text collate "C" primary key,
    until_ms bigint not null,
    created_at_ms bigint not null
);
create index revoked_files_until_ms on revoked_files (until_ms);
