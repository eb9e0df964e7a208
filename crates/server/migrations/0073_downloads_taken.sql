-- When a person began to take a file of a release, or its signature, last: all that they take of it soon after, part by
-- part, is one download. `what` is 'file' or 'signature'.
create table downloads_taken (
    user_id text collate "C" not null references users (id) on delete cascade,
    file_id text collate "C" not null references artifacts (id) on delete cascade,
    what text not null,
    began_at_ms bigint not null,
    primary key (user_id, file_id, what)
);
create index downloads_taken_file_id on downloads_taken (file_id);
