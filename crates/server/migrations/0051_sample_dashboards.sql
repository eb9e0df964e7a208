-- Dashboards that customers take as a beginning. `content` is the file itself, which is small.
create table sample_dashboards (
    id text collate "C" primary key,
    slug text collate "C" not null,
    title text not null,
    summary text not null,
    description text not null,
    file_name text not null,
    content bytea not null,
    published boolean not null default false,
    created_at_ms bigint not null
);
create unique index sample_dashboards_slug_key on sample_dashboards (slug);
