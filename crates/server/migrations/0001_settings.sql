-- What an administrator sets while the server runs; one row per setting.
create table settings (
    key text primary key,
    value text not null, -- JSON
    updated_at_ms bigint not null
);
