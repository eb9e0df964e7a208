//! A second database on the same PostgreSQL server: for the demo, which runs two installations at once.

use tokio_postgres::error::SqlState;

use super::{Postgres, fault};
use crate::{Error, Result, db::Options, secret::Secret};

/// A database beside another one.
#[derive(Clone, Debug)]
pub struct Beside {
    /// How it is opened.
    pub url: Secret,
    /// Whether it was not there before.
    pub is_new: bool,
    name: String,
}

/// Makes the database `<name>_<suffix>` beside the one of this URL, unless it is there. A fault if the user of the URL
/// may not make databases.
pub async fn create_beside(url: &Secret, suffix: &str) -> Result<Beside> {
    let (front, name, options) = parts(url.reveal())
        .ok_or_else(|| Error::fault("reading the database URL", "it names no database"))?;
    let name = format!("{name}_{suffix}");
    let is_new = run(url, &format!("create database {}", quoted(&name))).await?;
    Ok(Beside { url: Secret::new(format!("{front}/{name}{options}")), is_new, name })
}

impl Beside {
    /// Removes the database with everything in it. `url` is that of the one it stands beside.
    pub async fn drop_from(&self, url: &Secret) -> Result<()> {
        run(url, &format!("drop database if exists {} with (force)", quoted(&self.name))).await.map(drop)
    }
}

/// What stands before the name of the database, the name, and what stands behind it.
fn parts(url: &str) -> Option<(&str, &str, &str)> {
    let (_, rest) = url.split_once("://")?;
    let slash = url.len() - rest.len() + rest.find('/')?;
    let end = url[slash..].find('?').map_or(url.len(), |at| slash + at);
    let name = &url[slash + 1..end];
    (!name.is_empty()).then_some((&url[..slash], name, &url[end..]))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Whether it was done; false if the database is there already.
async fn run(url: &Secret, sql: &str) -> Result<bool> {
    let postgres = Postgres::open(url, 1, &Options::postgres(url.clone(), 1)).await?;
    let client = postgres.client().await?;
    let writing = client.batch_execute("set default_transaction_read_only = off").await;
    writing.map_err(|error| fault("getting ready to write", error))?;
    match client.batch_execute(sql).await {
        Ok(()) => Ok(true),
        // Somebody who does the same at this moment breaks the unique index of the names instead.
        Err(error)
            if [Some(&SqlState::DUPLICATE_DATABASE), Some(&SqlState::UNIQUE_VIOLATION)]
                .contains(&error.code()) =>
        {
            Ok(false)
        }
        Err(error) => Err(fault("making a database", error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_database_is_found_in_the_url() {
        assert_eq!(parts("postgres://u:p@h:5/db?x=1"), Some(("postgres://u:p@h:5", "db", "?x=1")));
        assert_eq!(parts("postgresql://h/db"), Some(("postgresql://h", "db", "")));
        assert_eq!(parts("postgres://h"), None);
        assert_eq!(parts("host=h dbname=db"), None);
    }
}
