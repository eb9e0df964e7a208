-- Whether a customer made the organisation by signing up: then anybody may have chosen its name.
alter table organisations add column is_signed_up integer not null default 0;
