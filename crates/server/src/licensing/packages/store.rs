//! SQL of the tables `packages`, `package_revisions`, `license_users`, `withheld_license_users` and
//! `change_requests`.

use seatwarden_base::{
    Error, OnTaken, Result,
    db::{Engine, Row, Tx},
};

use super::model::{
    CODE_TAKEN, ChangeRequest, Kind, LicenseUser, Package, RequestState, Revision, Terms, WAITS_ALREADY,
};
use crate::{
    licensing::organisations::{Sight, added_as},
    text::name_key,
};

macro_rules! packages {
    ($which:literal) => {
        concat!(
            "select p.id, p.organisation_id, p.code, p.terms, p.lowered_at_ms, p.reset_epoch, p.last_reset_at_ms, \
             p.revision, p.created_at_ms from packages p ",
            $which
        )
    };
}

fn read(row: &Row) -> Result<Package> {
    let terms: String = row.get(3)?;
    Ok(Package {
        id: row.get(0)?,
        organisation_id: row.get(1)?,
        code: row.get(2)?,
        terms: terms_of(&terms)?,
        lowered_at_ms: row.get(4)?,
        reset_epoch: row.get(5)?,
        last_reset_at_ms: row.get(6)?,
        revision: row.get(7)?,
        created_at_ms: row.get(8)?,
    })
}

fn terms_of(text: &str) -> Result<Terms> {
    serde_json::from_str(text).map_err(|cause| Error::fault("reading the terms of a package", cause))
}

fn text_of(terms: &Terms) -> Result<String> {
    serde_json::to_string(terms).map_err(|cause| Error::fault("writing the terms of a package", cause))
}

/// The package with this id or code. What looks like an id is one first.
pub(super) async fn find(tx: &mut Tx, id_or_code: &str) -> Result<Option<Package>> {
    if id_or_code.len() == 24 && id_or_code.bytes().all(|letter| letter.is_ascii_hexdigit()) {
        let row = tx.sql(packages!("where p.id = $1")).brief().bind(id_or_code).first().await?;
        if let Some(row) = row {
            return read(&row).map(Some);
        }
    }
    let row = tx.sql(packages!("where p.code_key = $1")).brief().bind(name_key(id_or_code)).first().await?;
    row.as_ref().map(read).transpose()
}

const LOCK_SQLITE: &str = packages!("where p.id = $1");
const LOCK_POSTGRES: &str = packages!("where p.id = $1 for update");

/// The package with this id, which nobody else locks or changes until the transaction ends. On SQLite the one writer
/// is enough.
pub(super) async fn find_locked(tx: &mut Tx, id: &str) -> Result<Option<Package>> {
    let lock = if tx.engine() == Engine::Postgres { LOCK_POSTGRES } else { LOCK_SQLITE };
    let row = tx.sql(lock).bind(id).first().await?;
    row.as_ref().map(read).transpose()
}

/// Packages by id, from the one after this on; of one organisation unless that is empty.
pub(super) async fn list(
    tx: &mut Tx,
    organisation_id: &str,
    after: &str,
    limit: i64,
) -> Result<Vec<Package>> {
    let rows = if organisation_id.is_empty() {
        tx.sql(packages!("where p.id > $1 order by p.id limit $2")).bind(after).bind(limit).all().await?
    } else {
        tx.sql(packages!("where p.id > $1 and p.organisation_id = $3 order by p.id limit $2"))
            .bind(after)
            .bind(limit)
            .bind(organisation_id)
            .all()
            .await?
    };
    rows.iter().map(read).collect()
}

/// Packages of a type by id, from the one after this on.
pub(super) async fn list_of_kind(tx: &mut Tx, kind: Kind, after: &str, limit: i64) -> Result<Vec<Package>> {
    let rows = tx
        .sql(packages!("where p.kind = $3 and p.id > $1 order by p.id limit $2"))
        .bind(after)
        .bind(limit)
        .bind(kind.word())
        .all()
        .await?;
    rows.iter().map(read).collect()
}

/// The packages of the organisations that a user acts for. Reads `memberships`.
pub(super) async fn list_of_user(tx: &mut Tx, user_id: &str, limit: i64) -> Result<Vec<Package>> {
    let rows = tx
        .sql(packages!(
            "join memberships m on m.organisation_id = p.organisation_id where m.user_id = $1 order by p.id limit $2"
        ))
        .bind(user_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(read).collect()
}

/// The packages that a user may activate: all of an organisation that they own, and those they were added to. Reads
/// `memberships`.
pub(super) async fn list_activatable(tx: &mut Tx, user_id: &str, limit: i64) -> Result<Vec<Package>> {
    let rows = tx
        .sql(packages!(
            "join memberships m on m.organisation_id = p.organisation_id where m.user_id = $1 \
             and (m.role = 'owner' or exists (select 1 from license_users l where l.package_id = p.id \
             and l.user_id = $1)) order by p.id limit $2"
        ))
        .bind(user_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(read).collect()
}

/// Adds a package. Refuses with `packages.code_taken`.
pub(super) async fn insert(tx: &mut Tx, package: &Package) -> Result<()> {
    tx.sql(
        "insert into packages (id, organisation_id, code, code_key, state, max_servers, terms, revision, \
         created_at_ms, updated_at_ms, kind) values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8, $9)",
    )
    .bind(package.id.as_str())
    .bind(package.organisation_id.as_str())
    .bind(package.code.as_str())
    .bind(name_key(&package.code))
    .bind(package.terms.state.word())
    .bind(package.terms.limits.servers)
    .bind(text_of(&package.terms)?)
    .bind(package.created_at_ms)
    .bind(package.terms.kind.word())
    .run()
    .await
    .on_taken("packages_code_key_key", CODE_TAKEN)?;
    Ok(())
}

/// Writes the newest terms of a package that is locked, and since when fewer servers count.
pub(super) async fn set_terms(tx: &mut Tx, package: &Package, now_ms: i64) -> Result<()> {
    tx.sql(
        "update packages set terms = $2, state = $3, max_servers = $4, lowered_at_ms = $5, revision = $6, \
         updated_at_ms = $7, kind = $8 where id = $1",
    )
    .bind(package.id.as_str())
    .bind(text_of(&package.terms)?)
    .bind(package.terms.state.word())
    .bind(package.terms.limits.servers)
    .bind(package.lowered_at_ms)
    .bind(package.revision)
    .bind(now_ms)
    .bind(package.terms.kind.word())
    .run()
    .await?;
    Ok(())
}

/// Counts a reset of a package that is locked.
pub(super) async fn set_reset(tx: &mut Tx, package_id: &str, now_ms: i64) -> Result<()> {
    tx.sql("update packages set reset_epoch = reset_epoch + 1, last_reset_at_ms = $2 where id = $1")
        .bind(package_id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(())
}

/// Who stands behind a revision.
pub(super) struct Hands<'a> {
    pub(super) author_id: Option<&'a str>,
    pub(super) author: &'a str,
    pub(super) approver_id: Option<&'a str>,
    pub(super) approver: &'a str,
}

/// Adds a revision.
pub(super) async fn insert_revision(
    tx: &mut Tx,
    package: &Package,
    reason: &str,
    hands: &Hands<'_>,
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "insert into package_revisions (package_id, number, at_ms, terms, reason, author_id, author_name, \
         approver_id, approver_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(package.id.as_str())
    .bind(package.revision)
    .bind(now_ms)
    .bind(text_of(&package.terms)?)
    .bind(reason)
    .bind(hands.author_id)
    .bind(hands.author)
    .bind(hands.approver_id)
    .bind(hands.approver)
    .run()
    .await?;
    Ok(())
}

/// The revisions of a package, oldest first.
pub(super) async fn list_revisions(tx: &mut Tx, package_id: &str, limit: i64) -> Result<Vec<Revision>> {
    let rows = tx
        .sql(
            "select number, at_ms, terms, reason, author_name, approver_name from package_revisions \
             where package_id = $1 order by number limit $2",
        )
        .bind(package_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let terms: String = row.get(2)?;
            Ok(Revision {
                number: row.get(0)?,
                at_ms: row.get(1)?,
                terms: terms_of(&terms)?,
                reason: row.get(3)?,
                author: row.get(4)?,
                approver: row.get(5)?,
            })
        })
        .collect()
}

/// Adds a license user; false if they are one already.
pub(super) async fn insert_user(tx: &mut Tx, package_id: &str, user_id: &str, now_ms: i64) -> Result<bool> {
    let written = tx
        .sql(
            "insert into license_users (package_id, user_id, added_at_ms) values ($1, $2, $3) \
             on conflict (package_id, user_id) do nothing",
        )
        .bind(package_id)
        .bind(user_id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(written == 1)
}

/// Removes a license user; false if they were none.
pub(super) async fn delete_user(tx: &mut Tx, package_id: &str, user_id: &str) -> Result<bool> {
    let gone = tx
        .sql("delete from license_users where package_id = $1 and user_id = $2")
        .bind(package_id)
        .bind(user_id)
        .run()
        .await?;
    Ok(gone == 1)
}

/// Whether a user is a license user of a package.
pub(super) async fn find_user(tx: &mut Tx, package_id: &str, user_id: &str) -> Result<bool> {
    let row = tx
        .sql("select 1 from license_users where package_id = $1 and user_id = $2")
        .bind(package_id)
        .bind(user_id)
        .first()
        .await?;
    Ok(row.is_some())
}

/// How many license users a package has.
pub(super) async fn count_users(tx: &mut Tx, package_id: &str) -> Result<i64> {
    tx.sql("select count(*) from license_users where package_id = $1").bind(package_id).one().await?.get(0)
}

/// The license users of a package, by address, as they are or as customers see them. Reads `users` and `memberships`, and
/// counts `activations`.
pub(super) async fn list_users(
    tx: &mut Tx,
    package_id: &str,
    sight: Sight,
    limit: i64,
) -> Result<Vec<LicenseUser>> {
    let rows = tx
        .sql(
            "select u.id, u.email, u.first_name, u.last_name, l.added_at_ms, (select count(*) from activations a \
             where a.package_id = l.package_id and a.user_id = l.user_id and a.over_at_ms is null \
             and a.slot_no is not null), u.last_login_at_ms >= m.created_at_ms or u.created_at_ms >= m.created_at_ms, \
             coalesce(m.added_email, ''), coalesce(m.added_name, '') \
             from license_users l join users u on u.id = l.user_id join packages p on p.id = l.package_id \
             left join memberships m on m.organisation_id = p.organisation_id and m.user_id = l.user_id \
             where l.package_id = $1 order by u.email_key, u.id limit $2",
        )
        .bind(package_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let is_shown = sight == Sight::Staff || row.get::<Option<bool>>(6)?.unwrap_or_default();
            let (email, name) = added_as(row, [1, 2, 3], [7, 8], is_shown)?;
            Ok(LicenseUser {
                user_id: row.get(0)?,
                email,
                name,
                added_at_ms: row.get(4)?,
                activations: row.get(5)?,
            })
        })
        .collect()
}

/// Adds a change that waits. Refuses with `packages.waits_already`.
pub(super) async fn insert_request(tx: &mut Tx, request: &ChangeRequest) -> Result<()> {
    tx.sql(
        "insert into change_requests (id, package_id, base_revision, terms, reason, state, author_id, \
         author_name, created_at_ms) values ($1, $2, $3, $4, $5, 'open', $6, $7, $8)",
    )
    .bind(request.id.as_str())
    .bind(request.package_id.as_str())
    .bind(request.base_revision)
    .bind(text_of(&request.terms)?)
    .bind(request.reason.as_str())
    .bind(request.author_id.as_deref())
    .bind(request.author.as_str())
    .bind(request.created_at_ms)
    .run()
    .await
    .on_taken("change_requests_package_id_key", WAITS_ALREADY)?;
    Ok(())
}

macro_rules! requests {
    ($which:literal) => {
        concat!(
            "select id, package_id, base_revision, terms, reason, state, author_id, author_name, created_at_ms, \
             decided_by_name, decided_at_ms from change_requests ",
            $which
        )
    };
}

fn read_request(row: &Row) -> Result<ChangeRequest> {
    let (terms, state): (String, String) = (row.get(3)?, row.get(5)?);
    Ok(ChangeRequest {
        id: row.get(0)?,
        package_id: row.get(1)?,
        base_revision: row.get(2)?,
        terms: terms_of(&terms)?,
        reason: row.get(4)?,
        state: RequestState::of_word(&state).unwrap_or(RequestState::Rejected),
        author_id: row.get(6)?,
        author: row.get(7)?,
        created_at_ms: row.get(8)?,
        decided_by: row.get(9)?,
        decided_at_ms: row.get(10)?,
    })
}

/// The change with this id.
pub(super) async fn find_request(tx: &mut Tx, id: &str) -> Result<Option<ChangeRequest>> {
    let row = tx.sql(requests!("where id = $1")).bind(id).first().await?;
    row.as_ref().map(read_request).transpose()
}

/// Changes in a state, newest first; of one package unless that is empty.
pub(super) async fn list_requests(
    tx: &mut Tx,
    state: RequestState,
    package_id: &str,
    limit: i64,
) -> Result<Vec<ChangeRequest>> {
    let rows = tx
        .sql(requests!("where state = $1 and ($2 = '' or package_id = $2) order by id desc limit $3"))
        .bind(state.word())
        .bind(package_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(read_request).collect()
}

/// Decides a change; false if somebody did already.
pub(super) async fn set_decided(
    tx: &mut Tx,
    id: &str,
    state: RequestState,
    by: (Option<&str>, &str),
    now_ms: i64,
) -> Result<bool> {
    let changed = tx
        .sql(
            "update change_requests set state = $2, decided_by_id = $3, decided_by_name = $4, decided_at_ms = $5 \
             where id = $1 and state = 'open'",
        )
        .bind(id)
        .bind(state.word())
        .bind(by.0)
        .bind(by.1)
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Takes an account off every license of an organisation.
pub(super) async fn delete_user_of(tx: &mut Tx, organisation_id: &str, user_id: &str) -> Result<()> {
    tx.sql(
        "delete from license_users where user_id = $2 \
         and package_id in (select id from packages where organisation_id = $1)",
    )
    .bind(organisation_id)
    .bind(user_id)
    .run()
    .await?;
    Ok(())
}

/// The organisation with this id; else the oldest of this name, those first that nobody chose the name of by signing up.
/// With whether one did. Reads `organisations`.
pub(super) async fn find_organisation(
    tx: &mut Tx,
    id: &str,
    name_key: &str,
) -> Result<Option<(String, bool)>> {
    let row = tx
        .sql(
            "select id, case when id = $1 then 0 else is_signed_up end from organisations \
             where id = $1 or name_key = $2 order by 2, id limit 1",
        )
        .bind(id)
        .bind(name_key)
        .first()
        .await?;
    row.map(|row| Ok((row.get(0)?, row.get::<i64>(1)? != 0))).transpose()
}

/// Shows a withheld address as a license user; false if it is shown already.
pub(super) async fn insert_withheld(
    tx: &mut Tx,
    package_id: &str,
    member_id: &str,
    now_ms: i64,
) -> Result<bool> {
    let written = tx
        .sql(
            "insert into withheld_license_users (package_id, member_id, added_at_ms) values ($1, $2, $3) \
             on conflict (package_id, member_id) do nothing",
        )
        .bind(package_id)
        .bind(member_id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(written == 1)
}

/// Shows a withheld address no longer; false if it was not.
pub(super) async fn delete_withheld(tx: &mut Tx, package_id: &str, member_id: &str) -> Result<bool> {
    let gone = tx
        .sql("delete from withheld_license_users where package_id = $1 and member_id = $2")
        .bind(package_id)
        .bind(member_id)
        .run()
        .await?;
    Ok(gone == 1)
}

/// The withheld addresses of a package, as license users without a server. Reads `withheld_members`.
pub(super) async fn list_withheld(tx: &mut Tx, package_id: &str, limit: i64) -> Result<Vec<LicenseUser>> {
    let rows = tx
        .sql(
            "select m.id, m.email, m.name, l.added_at_ms from withheld_license_users l \
             join withheld_members m on m.id = l.member_id where l.package_id = $1 \
             order by m.email_key, m.id limit $2",
        )
        .bind(package_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            Ok(LicenseUser {
                user_id: row.get(0)?,
                email: row.get(1)?,
                name: row.get(2)?,
                added_at_ms: row.get(3)?,
                activations: 0,
            })
        })
        .collect()
}
