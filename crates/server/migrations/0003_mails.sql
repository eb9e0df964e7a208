-- Mails on their way out; each has a job that sends it. Bodies are blanked as soon as the mail has
-- left or failed for good, because they carry one-time links.
create table mails (
    id text not null,
    -- `room.mail`, at most 64 characters
    kind text not null,
    to_address text not null,
    to_name text,
    -- tag of BCP 47, at most 35 characters
    language text not null,
    subject text not null,
    text_body text not null,
    html_body text not null,
    state text not null,
    attempts bigint not null,
    created_at_ms bigint not null,
    sent_at_ms bigint,
    -- at most 500 characters
    last_error text,
    -- whom it is about, if it is a user; kept without a foreign key, a mail outlives its user
    user_id text,
    constraint mails_pkey primary key (id),
    constraint mails_state_check check (state in ('waiting', 'sent', 'failed'))
);

create index mails_created_at_ms on mails (created_at_ms);
create index mails_waiting on mails (created_at_ms) where state = 'waiting';
