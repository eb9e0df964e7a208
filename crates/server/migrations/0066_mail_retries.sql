-- What became of a mail that did not leave: switched off, or failed, and then kept sealed for a while so that it can be
-- retried. A mail that is switched off stands as failed too, so that a node of the version before reads it.
alter table mails add column switched_off boolean not null default false;
-- when the link or password in it stops working; none if it holds neither
alter table mails add column secret_ends_at_ms bigint;
-- when it failed for good; its bodies are sealed from then on
alter table mails add column failed_at_ms bigint;
-- when somebody asked to try it again
alter table mails add column retried_at_ms bigint;

create index mails_failed on mails (created_at_ms) where state = 'failed';
