//! SQL of the tables `organisations`, `memberships` and `withheld_members`; reads `users` for names.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::{Member, MemberRole, Membership, Organisation, Sight};

fn organisation(row: &Row) -> Result<Organisation> {
    Ok(Organisation {
        id: row.get(0)?,
        name: row.get(1)?,
        created_at_ms: row.get(2)?,
        version: row.get(3)?,
        is_signed_up: row.get::<i64>(4)? != 0,
    })
}

/// The organisation with this id.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<Organisation>> {
    let row = tx
        .sql("select id, name, created_at_ms, version, is_signed_up from organisations where id = $1")
        .brief()
        .bind(id)
        .first()
        .await?;
    row.as_ref().map(organisation).transpose()
}

/// The organisation that was made first of those with this name.
pub(super) async fn find_named(tx: &mut Tx, name_key: &str) -> Result<Option<Organisation>> {
    let row = tx
        .sql(
            "select id, name, created_at_ms, version, is_signed_up from organisations where name_key = $1 \
             order by created_at_ms, id limit 1",
        )
        .bind(name_key)
        .first()
        .await?;
    row.as_ref().map(organisation).transpose()
}

/// Adds an organisation.
pub(super) async fn insert(tx: &mut Tx, organisation: &Organisation, name_key: &str) -> Result<()> {
    tx.sql(
        "insert into organisations (id, name, name_key, created_at_ms, updated_at_ms, version, is_signed_up) \
         values ($1, $2, $3, $4, $4, $5, $6)",
    )
    .bind(organisation.id.as_str())
    .bind(organisation.name.as_str())
    .bind(name_key)
    .bind(organisation.created_at_ms)
    .bind(organisation.version)
    .bind(i64::from(organisation.is_signed_up))
    .run()
    .await?;
    Ok(())
}

/// Gives an organisation another name, unless somebody else changed it meanwhile. Returns whether it was written.
pub(super) async fn set_name(
    tx: &mut Tx,
    organisation: &Organisation,
    name_key: &str,
    now_ms: i64,
) -> Result<bool> {
    let changed = tx
        .sql(
            "update organisations set name = $2, name_key = $3, updated_at_ms = $4, version = version + 1 \
             where id = $1 and version = $5",
        )
        .bind(organisation.id.as_str())
        .bind(organisation.name.as_str())
        .bind(name_key)
        .bind(now_ms)
        .bind(organisation.version)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Organisations by name, from the one after this name and id; those whose name is like the pattern, if there is one.
/// Each with how many members it has.
pub(super) async fn list(
    tx: &mut Tx,
    pattern: Option<&str>,
    after: (&str, &str),
    limit: i64,
) -> Result<Vec<(Organisation, i64)>> {
    let rows = tx
        .sql(
            "select o.id, o.name, o.created_at_ms, o.version, o.is_signed_up, \
             (select count(*) from memberships m where m.organisation_id = o.id) from organisations o \
             where (o.name_key > $1 or (o.name_key = $1 and o.id > $2)) \
             and (cast($3 as text) is null or o.name_key like cast($3 as text) escape '!') \
             order by o.name_key, o.id limit $4",
        )
        .bind(after.0)
        .bind(after.1)
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| Ok((organisation(row)?, row.get(5)?))).collect()
}

/// The organisations that a user acts for, by name.
pub(super) async fn list_of(tx: &mut Tx, user_id: &str, limit: i64) -> Result<Vec<Membership>> {
    let rows = tx
        .sql(
            "select o.id, o.name, o.created_at_ms, o.version, o.is_signed_up, m.role from memberships m \
             join organisations o on o.id = m.organisation_id where m.user_id = $1 \
             order by o.name_key, o.id limit $2",
        )
        .bind(user_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let role: String = row.get(5)?;
            Ok(Membership { organisation: organisation(row)?, role: MemberRole::of_word(&role) })
        })
        .collect()
}

/// What a user may do for an organisation; none if they have nothing to do with it.
pub(super) async fn find_role(
    tx: &mut Tx,
    organisation_id: &str,
    user_id: &str,
) -> Result<Option<MemberRole>> {
    let row = tx
        .sql("select role from memberships where organisation_id = $1 and user_id = $2")
        .brief()
        .bind(organisation_id)
        .bind(user_id)
        .first()
        .await?;
    let Some(row) = row else { return Ok(None) };
    let role: String = row.get(0)?;
    Ok(Some(MemberRole::of_word(&role)))
}

/// The members of an organisation, by address, as they are; or as customers see them ([`added_as`]).
pub(super) async fn list_members(
    tx: &mut Tx,
    organisation_id: &str,
    sight: Sight,
    limit: i64,
) -> Result<Vec<Member>> {
    let rows = tx
        .sql(
            "select u.id, u.email, u.first_name, u.last_name, m.role, u.active, \
             case when u.last_login_at_ms >= m.created_at_ms then u.last_login_at_ms end, \
             u.last_login_at_ms >= m.created_at_ms or u.created_at_ms >= m.created_at_ms, \
             m.added_email, m.added_name \
             from memberships m join users u on u.id = m.user_id where m.organisation_id = $1 \
             order by u.email_key, u.id limit $2",
        )
        .bind(organisation_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let is_shown = sight == Sight::Staff || row.get::<Option<bool>>(7)?.unwrap_or_default();
            let role: String = row.get(4)?;
            let (email, name) = added_as(row, [1, 2, 3], [8, 9], is_shown)?;
            Ok(Member {
                user_id: row.get(0)?,
                email,
                name,
                role: MemberRole::of_word(&role),
                active: row.get(5)?,
                last_login_at_ms: row.get(6)?,
            })
        })
        .collect()
}

/// Address and name of an account, of these columns. Unless they are shown, those under which it was added: adding an
/// address must not tell whose it is, nor whether it is anybody's.
pub fn added_as(
    row: &Row,
    [email, first, last]: [usize; 3],
    [added_email, added_name]: [usize; 2],
    is_shown: bool,
) -> Result<(String, String)> {
    let typed: String = row.get(added_email)?;
    if is_shown {
        let (first, last): (String, String) = (row.get(first)?, row.get(last)?);
        return Ok((row.get(email)?, format!("{first} {last}").trim().to_owned()));
    }
    Ok((if typed.is_empty() { row.get(email)? } else { typed }, row.get(added_name)?))
}

/// Notes as which address and name a member was added.
pub(super) async fn set_added_as(
    tx: &mut Tx,
    organisation_id: &str,
    user_id: &str,
    (email, name): (&str, &str),
) -> Result<()> {
    tx.sql("update memberships set added_email = $3, added_name = $4 where organisation_id = $1 and user_id = $2")
        .bind(organisation_id)
        .bind(user_id)
        .bind(email)
        .bind(name)
        .run()
        .await?;
    Ok(())
}

/// The address under which the customer sees a member, or one whose address is withheld.
pub(super) async fn find_shown_address(
    tx: &mut Tx,
    organisation_id: &str,
    member_id: &str,
) -> Result<Option<String>> {
    let row = tx
        .sql(
            "select case when m.added_email = '' or u.last_login_at_ms >= m.created_at_ms then u.email \
             else m.added_email end from memberships m join users u on u.id = m.user_id \
             where m.organisation_id = $1 and m.user_id = $2 \
             union all select email from withheld_members where organisation_id = $1 and id = $2",
        )
        .bind(organisation_id)
        .bind(member_id)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// How many members an organisation has, and how many of them are owners.
pub(super) async fn count_members(tx: &mut Tx, organisation_id: &str) -> Result<(i64, i64)> {
    let row = tx
        .sql(
            "select count(*), coalesce(sum(case when role = 'owner' then 1 else 0 end), 0) from memberships \
             where organisation_id = $1",
        )
        .bind(organisation_id)
        .one()
        .await?;
    Ok((row.get(0)?, row.get(1)?))
}

/// Notes that the members of an organisation change; the row is locked until the transaction ends.
pub(super) async fn set_changed(tx: &mut Tx, organisation_id: &str, now_ms: i64) -> Result<()> {
    tx.sql("update organisations set updated_at_ms = $2, version = version + 1 where id = $1")
        .bind(organisation_id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(())
}

/// Adds a member; false if the user is one already.
pub(super) async fn insert_member(
    tx: &mut Tx,
    organisation_id: &str,
    user_id: &str,
    role: MemberRole,
    now_ms: i64,
) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into memberships (organisation_id, user_id, role, created_at_ms) values ($1, $2, $3, $4) \
             on conflict (organisation_id, user_id) do nothing",
        )
        .bind(organisation_id)
        .bind(user_id)
        .bind(role.word())
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// Removes a member; false if the user was none.
pub(super) async fn delete_member(tx: &mut Tx, organisation_id: &str, user_id: &str) -> Result<bool> {
    let deleted = tx
        .sql("delete from memberships where organisation_id = $1 and user_id = $2")
        .bind(organisation_id)
        .bind(user_id)
        .run()
        .await?;
    Ok(deleted == 1)
}

/// The id under which an address is withheld from an organisation.
pub(super) async fn find_withheld(
    tx: &mut Tx,
    organisation_id: &str,
    email_key: &str,
) -> Result<Option<String>> {
    let row = tx
        .sql("select id from withheld_members where organisation_id = $1 and email_key = $2")
        .bind(organisation_id)
        .bind(email_key)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// How many addresses are withheld from an organisation.
pub(super) async fn count_withheld(tx: &mut Tx, organisation_id: &str) -> Result<i64> {
    let row = tx.sql("select count(*) from withheld_members where organisation_id = $1");
    row.bind(organisation_id).one().await?.get(0)
}

/// Withholds an address, unless it is; `member` has the id and the name under which it is shown.
pub(super) async fn insert_withheld(
    tx: &mut Tx,
    organisation_id: &str,
    member: &Member,
    email_key: &str,
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "insert into withheld_members (id, organisation_id, email, email_key, name, added_at_ms) \
         values ($1, $2, $3, $4, $5, $6) on conflict (organisation_id, email_key) do nothing",
    )
    .bind(member.user_id.as_str())
    .bind(organisation_id)
    .bind(member.email.as_str())
    .bind(email_key)
    .bind(member.name.as_str())
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// The addresses that are withheld from an organisation, as members that never signed in.
pub(super) async fn list_withheld(tx: &mut Tx, organisation_id: &str, limit: i64) -> Result<Vec<Member>> {
    let rows = tx
        .sql(
            "select id, email, name from withheld_members where organisation_id = $1 order by email_key, id \
             limit $2",
        )
        .bind(organisation_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Member {
                user_id: row.get(0)?,
                email: row.get(1)?,
                name: row.get(2)?,
                role: MemberRole::LicenseUser,
                active: true,
                last_login_at_ms: None,
            })
        })
        .collect()
}

/// Withholds an address no longer; false if it was not.
pub(super) async fn delete_withheld(tx: &mut Tx, organisation_id: &str, id: &str) -> Result<bool> {
    let deleted = tx
        .sql("delete from withheld_members where organisation_id = $1 and id = $2")
        .bind(organisation_id)
        .bind(id)
        .run()
        .await?;
    Ok(deleted == 1)
}
