-- Whether whoever began the act could give away the whole of an account then: a job has no token or browser to ask.
alter table users_acts add column is_whole boolean not null default false;
