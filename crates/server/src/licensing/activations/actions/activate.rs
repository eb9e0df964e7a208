//! A server asks for a slot over the network.

use std::sync::Arc;

use seatwarden_base::{Error, Result, db::Tx, secret::Secret};
use serde_json::json;

use super::{
    super::{
        desk,
        model::{
            ACCOUNT_LOCKED, CHOOSE_PACKAGE, CLOCK_OFF_MS, CLOCK_SUSPECT, CODE_VOID, How, Mode, NO_PACKAGE,
            PASSWORD_OVER, ServerView, VOUCHER_USED, WRONG_CODE, WRONG_PASSWORD,
        },
        paper::{self, Wish},
        store,
    },
    Ask, Granted,
    codes::hash_of,
    hand,
};
use crate::{
    accounts::{sign_in, users},
    common::rate_limits::{self, Limit},
    cx::{Caller, Cx, Permission, Proof, SignedIn},
    licensing::packages::{self, Package, Right},
    text::name_key,
};

/// Wrong codes from one network: ten, then one a minute.
const CODES_PER_ADDRESS: Limit = Limit { burst: 10, interval_ms: 60_000 };

/// A server that may run.
#[derive(Clone, Debug)]
pub struct Activated {
    /// What it was activated with.
    pub package: Package,
    /// The server.
    pub server: ServerView,
    /// Whether it began to count by this call.
    pub is_new: bool,
    /// Whether it took over from a server with the same fingerprint and another key.
    pub took_over: bool,
    /// The license file.
    pub license: String,
    /// Its first lease.
    pub lease: String,
}

/// The same call by somebody who gives e-mail address and password. Guessing is limited, and known and unknown
/// addresses get the same answer after the same work, as at the door of the pages.
pub async fn identify(cx: &Cx, email: &str, password: &Secret) -> Result<Cx> {
    // However an address is spelled, it is one account.
    cx.quota.take_of(
        ("activations.account", name_key(email).as_str()),
        cx.config.license_server.account_calls_per_minute,
        cx.now_ms,
    )?;
    let (person, _) =
        sign_in::by_api_key(cx, email, password).await.map_err(|error| at_the_portal(cx, error))?;
    Ok(cx.clone().with_caller(Caller::User(Arc::new(SignedIn::new(person, Proof::ApiKey)))))
}

/// What is wrong with a license account, in words that say whose account it is: they are read at an installation, which has
/// accounts of its own.
fn at_the_portal(cx: &Cx, error: Error) -> Error {
    let known = [
        (sign_in::WRONG, WRONG_PASSWORD),
        (sign_in::RESET_NEEDED, PASSWORD_OVER),
        (sign_in::LOCKED, ACCOUNT_LOCKED),
    ];
    match known.into_iter().find(|(at_the_door, _)| error.is(at_the_door)) {
        Some((_, here)) => here.with("portal", portal(cx)).into(),
        None => error,
    }
}

/// Where the portal is.
fn portal(cx: &Cx) -> String {
    format!("{}/portal", cx.public_url())
}

/// Activates a server: it gets a slot, or the one it has, and its license file. `package` is a code or id; without it
/// the one that the request names, or the only one that the caller may activate. Sent again it changes nothing. Refuses
/// with `activations.limit`, with what stands against the license, the account or the request.
pub async fn activate(cx: &Cx, package: Option<&str>, text: &str) -> Result<Activated> {
    cx.require(Permission::ChangeOwnAccount)?;
    let wish = paper::read_request(text)?;
    check_clock(cx, wish.made_at_ms)?;
    let mut reading = cx.db.read().await?;
    let package = wanted(&mut reading, cx, package.or(wish.package.as_deref())).await?;
    drop(reading);
    at_the_desk(cx, &package, wish).await
}

/// Activates a server with a one-time code. The machine that used it may send the same again, until what it
/// gave has ended. Refuses with
/// `activations.wrong_code`, `activations.code_void` or `activations.voucher_used`, or as [`activate`] does.
pub async fn activate_by_code(cx: &Cx, code: &Secret, text: &str) -> Result<Activated> {
    let wish = paper::read_request(text)?;
    check_clock(cx, wish.made_at_ms)?;
    let mut reading = cx.db.read().await?;
    let address = rate_limits::key("activations.code", &rate_limits::network(&cx.request.ip));
    rate_limits::check(&mut reading, &address, CODES_PER_ADDRESS, cx.now_ms).await?;
    let hash = hash_of(code.reveal());
    let Some(found) = store::find_code(&mut reading, &hash, cx.now_ms).await? else {
        drop(reading);
        let mut tx = cx.db.write().await?;
        rate_limits::take(&mut tx, &address, CODES_PER_ADDRESS, cx.now_ms).await?;
        tx.commit().await?;
        return Err(WRONG_CODE.with("portal", portal(cx)).into());
    };
    if !found.used_by.is_empty() && found.used_by != wish.device_key {
        return Err(VOUCHER_USED.into());
    }
    let package = packages::find_in(&mut reading, &found.package_id).await?;
    if let Some(used_at_ms) = found.used_at_ms
        && store::has_ended_since(&mut reading, &package.id, &wish.device_key, used_at_ms).await?
    {
        // What it gave was released or given back since; it does not give it twice.
        return Err(VOUCHER_USED.into());
    }
    drop(reading);
    let cx = by_its_maker(cx, &found.user_id, &package).await?;
    // Used up before the slot is given, so that no two machines get one by it.
    let mut tx = cx.db.write().await?;
    if !store::set_code_used(&mut tx, &hash, &wish.device_key, cx.now_ms).await? {
        return Err(VOUCHER_USED.into());
    }
    tx.commit().await?;
    let device_key = wish.device_key.clone();
    let activated = at_the_desk(&cx, &package, wish).await;
    if matches!(activated, Err(Error::Refusal(_))) && found.used_by.is_empty() {
        // It gave nothing, and a slot may be free later, or for another machine.
        let mut tx = cx.db.write().await?;
        store::set_code_unused(&mut tx, &hash, &device_key).await?;
        tx.commit().await?;
    }
    activated
}

/// The same call by whoever made the code. Refuses with `activations.code_void` if they may not activate the package any
/// more: whoever types the code can do nothing about that but ask for another one.
async fn by_its_maker(cx: &Cx, user_id: &str, package: &Package) -> Result<Cx> {
    let void = |error: Error| match error {
        Error::Refusal(_) => CODE_VOID.into(),
        fault @ Error::Fault(_) => fault,
    };
    let mut reading = cx.db.read().await?;
    let person = users::find_in(&mut reading, user_id).await.map_err(void)?.person;
    if !person.active {
        return Err(CODE_VOID.into());
    }
    let theirs = cx.clone().with_caller(Caller::User(Arc::new(SignedIn::new(person, Proof::ApiKey))));
    packages::require_right(&mut reading, &theirs, package, Right::Activate).await.map_err(void)?;
    Ok(theirs)
}

/// The clock of a machine that asks over the network may be a day off.
pub(super) fn check_clock(cx: &Cx, made_at_ms: i64) -> Result<()> {
    if (cx.now_ms - made_at_ms).abs() > CLOCK_OFF_MS { Err(CLOCK_SUSPECT.into()) } else { Ok(()) }
}

/// The package that is meant, once the caller may activate it.
pub(super) async fn wanted(tx: &mut Tx, cx: &Cx, key: Option<&str>) -> Result<Package> {
    if let Some(key) = key.filter(|key| !key.is_empty()) {
        let package = packages::find_in(tx, key).await?;
        packages::require_right(tx, cx, &package, Right::Activate).await?;
        return Ok(package);
    }
    let id = cx.person()?.id.clone();
    let mut mine = packages::activatable(tx, &id).await?;
    match (mine.pop(), mine.is_empty()) {
        (None, _) => Err(NO_PACKAGE.into()),
        (Some(only), true) => Ok(only),
        (Some(last), false) => {
            mine.push(last);
            let shown: Vec<_> = mine
                .iter()
                .map(|package| json!({ "code": package.code, "name": package.terms.name }))
                .collect();
            Err(CHOOSE_PACKAGE.with("packages", json!(shown)).into())
        }
    }
}

async fn at_the_desk(cx: &Cx, package: &Package, wish: Wish) -> Result<Activated> {
    // Before a slot is given: what cannot be signed must not cost one.
    paper::check_ready(cx).await?;
    let ask = ask(cx, package, wish, Mode::Online)?;
    let granted = desk::ask(cx.app(), &package.id, ask).await?;
    signed(cx, granted).await
}

/// What the machine says, and the ids of all that may be made for it.
pub(super) fn ask(cx: &Cx, package: &Package, wish: Wish, mode: Mode) -> Result<Ask> {
    Ok(Ask {
        cx: cx.clone(),
        device_key: wish.device_key,
        name: wish.name,
        version: wish.version,
        parts: wish.parts,
        needed: wish.needed,
        parts_json: wish.parts_json,
        salt: wish.salt,
        digest: wish.digest,
        mode,
        user: hand(cx),
        server_id: cx.new_id()?,
        activation_id: cx.new_id()?,
        file_id: paper::file_id(&cx.new_id()?, package.revision),
    })
}

/// The files for a slot that was given.
pub(super) async fn signed(cx: &Cx, granted: Granted) -> Result<Activated> {
    let Granted { package, server, how } = granted;
    let license = paper::license(cx, &package, &server, None).await?;
    let lease = paper::lease(cx, &package, &server, false).await?;
    Ok(Activated {
        is_new: matches!(how, How::Taken),
        took_over: how == How::TookOver,
        package,
        server,
        license,
        lease,
    })
}
