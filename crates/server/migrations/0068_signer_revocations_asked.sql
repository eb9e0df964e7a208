-- Revocations of signers that somebody asked for without a root, until a second person asks for the same.
create table signer_revocations_asked (
    kid text collate "C" primary key references signing_keys (kid),
    keeps_nothing integer not null,
    author_id text,
    author_name text not null,
    created_at_ms bigint not null
);
