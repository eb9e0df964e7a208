-- Which of the users on a page are locked is asked for these alone, because a flood of guesses locks thousands.
create index password_failures_account on password_failures (account) where account is not null;
