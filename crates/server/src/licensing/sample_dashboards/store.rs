//! SQL of the table `sample_dashboards`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::Sample;

fn sample(row: &Row) -> Result<Sample> {
    Ok(Sample {
        id: row.get(0)?,
        slug: row.get(1)?,
        title: row.get(2)?,
        summary: row.get(3)?,
        description: row.get(4)?,
        file_name: row.get(5)?,
        is_published: row.get(6)?,
    })
}

/// Sample dashboards by title; published ones only, unless all are wanted.
pub(super) async fn list(tx: &mut Tx, all: bool, limit: i64) -> Result<Vec<Sample>> {
    let rows = tx
        .sql(
            "select id, slug, title, summary, description, file_name, published from sample_dashboards \
             where $1 or published order by title, id limit $2",
        )
        .bind(all)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(sample).collect()
}

/// A sample dashboard with its file.
pub(super) async fn find(tx: &mut Tx, slug: &str) -> Result<Option<(Sample, Vec<u8>)>> {
    let row = tx
        .sql(
            "select id, slug, title, summary, description, file_name, published, content from sample_dashboards \
             where slug = $1",
        )
        .bind(slug)
        .first()
        .await?;
    row.map(|row| Ok((sample(&row)?, row.get(7)?))).transpose()
}

/// How many there are.
pub(super) async fn count(tx: &mut Tx) -> Result<i64> {
    tx.sql("select count(*) from sample_dashboards").one().await?.get(0)
}

/// Adds a sample dashboard; false if its place is taken.
pub(super) async fn insert(tx: &mut Tx, sample: &Sample, content: &[u8], now_ms: i64) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into sample_dashboards (id, slug, title, summary, description, file_name, content, published, \
             created_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (slug) do nothing",
        )
        .bind(sample.id.as_str())
        .bind(sample.slug.as_str())
        .bind(sample.title.as_str())
        .bind(sample.summary.as_str())
        .bind(sample.description.as_str())
        .bind(sample.file_name.as_str())
        .bind(content)
        .bind(sample.is_published)
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// Shows or hides a sample dashboard; false if there is none.
pub(super) async fn set_published(tx: &mut Tx, slug: &str, published: bool) -> Result<bool> {
    let changed = tx
        .sql("update sample_dashboards set published = $2 where slug = $1")
        .bind(slug)
        .bind(published)
        .run()
        .await?;
    Ok(changed == 1)
}
