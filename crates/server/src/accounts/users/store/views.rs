//! SQL of the table `user_views`.

use seatwarden_base::{
    OnTaken, Result,
    db::{Row, Tx},
};

use super::super::listing::{SavedView, VIEW_NAME_TAKEN};

fn view(row: &Row) -> Result<SavedView> {
    Ok(SavedView {
        id: row.get(0)?,
        owner_id: row.get(1)?,
        name: row.get(2)?,
        query: row.get(3)?,
        shared: row.get(4)?,
        owner_name: row.get(5)?,
    })
}

/// The views of an administrator and those that others share, by name; at most `limit`.
pub(in super::super) async fn list(tx: &mut Tx, owner_id: &str, limit: i64) -> Result<Vec<SavedView>> {
    // Joined, SQLite would go through all users to find their views.
    let rows = tx
        .sql(
            "select v.id, v.owner_id, v.name, v.query, v.shared, \
             (select u.user_name from users u where u.id = v.owner_id) from user_views v \
             where v.owner_id = $1 or v.shared order by v.name_key, v.id limit $2",
        )
        .bind(owner_id)
        .bind(limit)
        .brief()
        .all()
        .await?;
    rows.iter().map(view).collect()
}

/// How many views an administrator has.
pub(in super::super) async fn count(tx: &mut Tx, owner_id: &str) -> Result<i64> {
    tx.sql("select count(*) from user_views where owner_id = $1").bind(owner_id).one().await?.get(0)
}

/// One of an administrator's own views.
pub(in super::super) async fn find(tx: &mut Tx, owner_id: &str, id: &str) -> Result<Option<SavedView>> {
    let row = tx
        .sql(
            "select v.id, v.owner_id, v.name, v.query, v.shared, u.user_name from user_views v \
             join users u on u.id = v.owner_id where v.id = $1 and v.owner_id = $2",
        )
        .bind(id)
        .bind(owner_id)
        .first()
        .await?;
    row.as_ref().map(view).transpose()
}

/// A view that somebody shares.
pub(in super::super) async fn find_shared(tx: &mut Tx, id: &str) -> Result<Option<SavedView>> {
    let row = tx
        .sql(
            "select v.id, v.owner_id, v.name, v.query, v.shared, u.user_name from user_views v \
             join users u on u.id = v.owner_id where v.id = $1 and v.shared",
        )
        .bind(id)
        .first()
        .await?;
    row.as_ref().map(view).transpose()
}

/// Adds a view. Refuses with `users.view_name_taken`.
pub(in super::super) async fn insert(
    tx: &mut Tx,
    view: &SavedView,
    name_key: &str,
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "insert into user_views (id, owner_id, name, name_key, query, shared, created_at_ms, updated_at_ms) \
         values ($1, $2, $3, $4, $5, $6, $7, $7)",
    )
    .bind(view.id.as_str())
    .bind(view.owner_id.as_str())
    .bind(view.name.as_str())
    .bind(name_key)
    .bind(view.query.as_str())
    .bind(view.shared)
    .bind(now_ms)
    .run()
    .await
    .on_taken("user_views_owner_id_name_key_key", VIEW_NAME_TAKEN)?;
    Ok(())
}

/// Gives a view another name, and shares it or not. Refuses with `users.view_name_taken`.
pub(in super::super) async fn set(tx: &mut Tx, view: &SavedView, name_key: &str, now_ms: i64) -> Result<()> {
    tx.sql("update user_views set name = $2, name_key = $3, shared = $4, updated_at_ms = $5 where id = $1")
        .bind(view.id.as_str())
        .bind(view.name.as_str())
        .bind(name_key)
        .bind(view.shared)
        .bind(now_ms)
        .run()
        .await
        .on_taken("user_views_owner_id_name_key_key", VIEW_NAME_TAKEN)?;
    Ok(())
}

/// Removes a view.
pub(in super::super) async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    tx.sql("delete from user_views where id = $1").bind(id).run().await?;
    Ok(())
}
