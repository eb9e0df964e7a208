//! SQL of the table `roles`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use crate::cx::{BaseRole, Permissions, Role};

/// All roles, strongest first; at most 1,000.
pub(super) async fn list(tx: &mut Tx) -> Result<Vec<Role>> {
    let rows = tx
        .sql("select id, name, display_name, base_name, granted, withdrawn from roles order by rank, name limit 1000")
        .all()
        .await?;
    rows.iter().map(role).collect()
}

/// The role with this id or API name.
pub(super) async fn find(tx: &mut Tx, id_or_name: &str) -> Result<Option<Role>> {
    let row = tx
        .sql("select id, name, display_name, base_name, granted, withdrawn from roles where id = $1 or name = $1")
        .bind(id_or_name)
        .first()
        .await?;
    row.as_ref().map(role).transpose()
}

/// Adds a built-in role unless it is there.
pub(super) async fn insert_built_in(tx: &mut Tx, id: &str, base: BaseRole, rank: i64) -> Result<()> {
    tx.sql(
        "insert into roles (id, name, display_name, base_name, rank) values ($1, $2, $3, $2, $4) \
         on conflict (name) do nothing",
    )
    .bind(id)
    .bind(base.name())
    .bind(base.display_name())
    .bind(rank)
    .run()
    .await?;
    Ok(())
}

fn role(row: &Row) -> Result<Role> {
    let base: String = row.get(3)?;
    let base = BaseRole::named(&base).unwrap_or(BaseRole::Consumer);
    let (granted, withdrawn) = (row.get(4)?, row.get(5)?);
    Ok(Role {
        id: row.get(0)?,
        name: row.get(1)?,
        display_name: row.get(2)?,
        base,
        may: Permissions::of_role(base, Permissions::of_bits(granted), Permissions::of_bits(withdrawn)),
    })
}
