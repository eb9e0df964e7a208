//! Slots: giving them to those who ask, in one transaction that holds the package. The one place where servers begin to
//! count.

use std::sync::Arc;

use seatwarden_base::{
    Error, Refusal, Result,
    db::{Tx, Value},
};
use serde_json::json;

use super::{
    super::{
        bodies,
        model::{
            HOLDERS_MAX, How, LICENSE_EXPIRED, LICENSE_REVOKED, LICENSE_SUSPENDED, LIMIT, Mode,
            NOT_YET_VALID, ServerState, ServerView,
        },
        store::{self, Known},
    },
    earlier,
};
use crate::{
    app::App,
    common::{audit, idempotency},
    cx::Cx,
    licensing::packages::{self, Package, Standing, Terms},
};

/// A machine that asks for a slot. Its ids are made before, so that nothing but the database is waited for while the
/// package is held.
#[derive(Clone)]
pub(in super::super) struct Ask {
    pub(super) cx: Cx,
    pub(super) device_key: String,
    pub(super) name: String,
    pub(super) version: String,
    /// The parts of the fingerprint that are compared.
    pub(super) parts: Vec<String>,
    pub(super) needed: i64,
    /// All of them as JSON, and what they are salted with.
    pub(super) parts_json: String,
    pub(super) salt: String,
    pub(super) digest: String,
    pub(super) mode: Mode,
    pub(super) user: (Option<String>, String),
    pub(super) server_id: String,
    pub(super) activation_id: String,
    pub(super) file_id: String,
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Ask").field("server", &self.name).finish_non_exhaustive()
    }
}

impl Ask {
    /// Whether two may be about one machine, so that one must see what became of the other.
    pub(in super::super) fn may_be_same(&self, other: &Self) -> bool {
        self.device_key == other.device_key || self.parts.iter().any(|part| other.parts.contains(part))
    }
}

/// A slot that was given.
#[derive(Clone, Debug)]
pub(in super::super) struct Granted {
    pub(super) package: Package,
    pub(super) server: ServerView,
    pub(super) how: How,
}

/// Why nothing can be activated or renewed now, if so. What is over may be renewed through its grace, but not activated.
pub(super) fn refusal_of(terms: &Terms, now_ms: i64, is_new: bool) -> Option<Refusal> {
    match terms.standing(now_ms) {
        Standing::Active | Standing::Expiring => None,
        Standing::Grace if !is_new => None,
        Standing::Grace | Standing::Limited => Some(LICENSE_EXPIRED),
        Standing::Suspended => Some(LICENSE_SUSPENDED),
        Standing::Revoked => Some(LICENSE_REVOKED),
        Standing::Future => Some(NOT_YET_VALID),
    }
}

/// Serves those who came together for one package: all that can be decided is committed once.
pub(in super::super) async fn serve_together(
    app: &Arc<App>,
    package_id: &str,
    asks: &[Ask],
) -> Vec<Result<Granted>> {
    match together(app, package_id, asks).await {
        Ok(answers) => answers,
        Err(error) => asks.iter().map(|_| Err(again(&error))).collect(),
    }
}

/// The same error for one more of those whom it hit.
fn again(error: &Error) -> Error {
    match error {
        Error::Refusal(refusal) => refusal.as_ref().clone().into(),
        Error::Fault(fault) => Error::fault(fault.doing, fault.cause.to_string()),
    }
}

async fn together(app: &Arc<App>, package_id: &str, asks: &[Ask]) -> Result<Vec<Result<Granted>>> {
    let mut tx = app.db.write().await?;
    let package = packages::lock(&mut tx, package_id).await?;
    let answers = charge(&mut tx, &package, asks).await?;
    tx.commit().await?;
    Ok(answers)
}

/// Gives slots of a package that is locked, and records it. Whoever gets none is answered with `activations.limit`, or
/// with what stands against the license.
pub(super) async fn charge(tx: &mut Tx, package: &Package, asks: &[Ask]) -> Result<Vec<Result<Granted>>> {
    let Some(first) = asks.first() else { return Ok(Vec::new()) };
    let now_ms = first.cx.now_ms;
    if let Some(refusal) = refusal_of(&package.terms, now_ms, true) {
        return Ok(asks.iter().map(|_| Err(refusal.clone().into())).collect());
    }
    let mut plans = plans(tx, package, asks).await?;
    // Those who hold a slot first: what is renewed now has not lapsed.
    for (plan, ask) in plans.iter_mut().zip(asks) {
        let Plan::Keep { server, before: Some(before), .. } = plan else { continue };
        match earlier::replace(tx, &ask.cx, package, before, server).await? {
            Some(refusal) => *plan = Plan::Refuse(refusal),
            None => keep(tx, package, ask, server).await?,
        }
    }
    let wanted = plans.iter().filter(|plan| matches!(plan, Plan::Adopt { .. } | Plan::Take(_))).count();
    let mut free = numbers(tx, package, wanted, now_ms).await?.into_iter();
    let (mut granted, mut new) = (Vec::with_capacity(asks.len()), Vec::new());
    for (plan, ask) in plans.into_iter().zip(asks) {
        granted.push(match plan {
            Plan::Refuse(refusal) => Err(Some(refusal)),
            Plan::Keep { server, how, .. } => Ok((*server, how)),
            Plan::Adopt { mut server, before } => match free.next() {
                Some(slot) => {
                    server.slot_no = Some(slot);
                    earlier::replace(tx, &ask.cx, package, &before, &mut server).await?;
                    keep(tx, package, ask, &server).await?;
                    Ok((*server, How::Adopted))
                }
                None => Err(None),
            },
            Plan::Take(known) => match free.next() {
                Some(slot) => {
                    let server = taken(package, ask, known.as_deref(), slot);
                    new.push((ask, server.clone(), known.is_some()));
                    Ok((server, How::Taken))
                }
                None => Err(None),
            },
        });
    }
    insert(tx, package, new).await?;
    answers(tx, package, asks, granted).await
}

/// What is to become of one who asks.
enum Plan {
    /// It holds a slot; what it was before, unless its request was answered already.
    Keep { server: Box<ServerView>, before: Option<Box<ServerView>>, how: How },
    /// It runs without one since a reset.
    Adopt { server: Box<ServerView>, before: Box<ServerView> },
    /// It would take the place of one that runs, and as many run without a slot as may.
    Refuse(Refusal),
    /// It holds nothing; its server, if it was seen before.
    Take(Option<String>),
}

/// Looks all of them up together: by their keys, and those that nobody knows by what the machine is made of.
async fn plans(tx: &mut Tx, package: &Package, asks: &[Ask]) -> Result<Vec<Plan>> {
    let keys: Vec<&str> = asks.iter().map(|ask| ask.device_key.as_str()).collect();
    let by_key = store::find_known(tx, &package.id, &keys).await?;
    let is_searched = |(ask, known): &(&Ask, &Option<Known>)| known.is_none() && !ask.parts.is_empty();
    let searched = asks.iter().zip(&by_key).filter(is_searched);
    let machines: Vec<&[String]> = searched.map(|(ask, _)| ask.parts.as_slice()).collect();
    let mut by_parts = store::find_same_machines(tx, &package.id, &machines).await?.into_iter();
    let mut plans = Vec::with_capacity(asks.len());
    for (ask, known) in asks.iter().zip(by_key) {
        let is_same_key = known.is_some();
        let known = if is_searched(&(ask, &known)) { by_parts.next().flatten() } else { known };
        plans.push(plan(package, ask, known, is_same_key));
    }
    Ok(plans)
}

fn plan(package: &Package, ask: &Ask, known: Option<Known>, is_same_key: bool) -> Plan {
    match known {
        None => Plan::Take(None),
        Some(Known { server_id, live: None }) => Plan::Take(Some(server_id)),
        Some(Known { live: Some(live), .. }) => {
            let is_answered = is_same_key && live.last_request == ask.digest && live.slot_no.is_some();
            match (is_answered, live.slot_no) {
                (true, _) => Plan::Keep { server: Box::new(live), before: None, how: How::Replayed },
                (false, Some(_)) => {
                    let how = if is_same_key { How::Kept } else { How::TookOver };
                    let server = Box::new(given(package, ask, live.clone()));
                    Plan::Keep { server, before: Some(Box::new(live)), how }
                }
                (false, None) => Plan::Adopt {
                    server: Box::new(given(package, ask, live.clone())),
                    before: Box::new(live),
                },
            }
        }
    }
}

/// A server as it is once it has its new file.
fn given(package: &Package, ask: &Ask, before: ServerView) -> ServerView {
    let (mode, lease_until_ms) = running_on(&package.terms, ask.mode, &before, ask.cx.now_ms);
    ServerView {
        name: ask.name.clone(),
        device_key: ask.device_key.clone(),
        version: ask.version.clone(),
        last_seen_at_ms: ask.cx.now_ms,
        last_ip: ask.cx.request.ip.clone(),
        cloned_at_ms: None,
        mode,
        state: ServerState::Charged,
        epoch: package.reset_epoch,
        lease_until_ms,
        counter: 0,
        last_request: ask.digest.clone(),
        file_id: ask.file_id.clone(),
        parts: ask.parts_json.clone(),
        salt: ask.salt.clone(),
        ..before
    }
}

/// Until when a server may run that asks now: a lease; for one without a network as long as a file lasts. Never longer
/// than the license and its grace.
pub(super) fn until_ms(terms: &Terms, mode: Mode, now_ms: i64) -> i64 {
    let length_ms = if mode == Mode::Online { terms.lease_ms() } else { super::super::model::OFFLINE_MS };
    let end_ms = terms.valid_until_ms.map_or(i64::MAX, |until_ms| until_ms.saturating_add(terms.grace_ms()));
    (now_ms + length_ms).min(end_ms)
}

/// How a server runs that gets another file, and until when. What it was given for a machine without a network cannot be
/// called back, so until that ends it counts as one without (rule D3.8).
pub(super) fn running_on(terms: &Terms, mode: Mode, before: &ServerView, now_ms: i64) -> (Mode, i64) {
    let until_ms = until_ms(terms, mode, now_ms);
    match before.mode {
        Mode::Offline | Mode::Voucher if mode == Mode::Online && before.lease_until_ms > until_ms => {
            (Mode::Offline, before.lease_until_ms)
        }
        Mode::Online | Mode::Offline | Mode::Voucher => (mode, until_ms.max(before.lease_until_ms)),
    }
}

async fn keep(tx: &mut Tx, package: &Package, ask: &Ask, server: &ServerView) -> Result<()> {
    store::set_activation(tx, server, package.terms.limits.servers).await?;
    store::set_server(tx, server, ask.needed).await?;
    store::delete_parts(tx, &server.id).await?;
    store::insert_parts(tx, part_rows(&package.id, &server.id, &ask.parts)).await
}

pub(super) fn part_rows(package_id: &str, server_id: &str, parts: &[String]) -> Vec<Vec<Value>> {
    parts.iter().map(|part| vec![package_id.into(), part.as_str().into(), server_id.into()]).collect()
}

/// A server that takes a slot.
fn taken(package: &Package, ask: &Ask, server_id: Option<&str>, slot: i64) -> ServerView {
    let blank = ServerView {
        id: server_id.unwrap_or(&ask.server_id).to_owned(),
        package_id: package.id.clone(),
        name: String::new(),
        device_key: String::new(),
        version: String::new(),
        first_seen_at_ms: ask.cx.now_ms,
        last_seen_at_ms: ask.cx.now_ms,
        last_ip: String::new(),
        cloned_at_ms: None,
        activation_id: ask.activation_id.clone(),
        user_id: ask.user.0.clone(),
        user_name: ask.user.1.clone(),
        mode: ask.mode,
        state: ServerState::Charged,
        slot_no: Some(slot),
        epoch: package.reset_epoch,
        charged_at_ms: ask.cx.now_ms,
        lease_until_ms: 0,
        counter: 0,
        last_request: String::new(),
        file_id: String::new(),
        parts: String::new(),
        salt: String::new(),
    };
    given(package, ask, blank)
}

/// Writes those who began to count: all of them with three statements.
async fn insert(tx: &mut Tx, package: &Package, new: Vec<(&Ask, ServerView, bool)>) -> Result<()> {
    let (mut servers, mut parts, mut activations) = (Vec::new(), Vec::new(), Vec::new());
    for (ask, server, is_known) in new {
        if is_known {
            store::set_replaced(tx, &server.id).await?;
            store::set_server(tx, &server, ask.needed).await?;
            store::delete_parts(tx, &server.id).await?;
        } else {
            servers.push(vec![
                server.id.as_str().into(),
                package.id.as_str().into(),
                server.name.into(),
                server.device_key.into(),
                server.parts.into(),
                ask.needed.into(),
                server.salt.into(),
                server.version.into(),
                server.first_seen_at_ms.into(),
                server.last_seen_at_ms.into(),
                server.last_ip.into(),
            ]);
        }
        parts.extend(part_rows(&package.id, &server.id, &ask.parts));
        activations.push(vec![
            server.activation_id.into(),
            package.id.as_str().into(),
            server.id.into(),
            server.user_id.into(),
            server.user_name.into(),
            server.mode.word().into(),
            server.slot_no.into(),
            package.terms.limits.servers.into(),
            server.epoch.into(),
            server.charged_at_ms.into(),
            server.lease_until_ms.into(),
            server.counter.into(),
            server.last_request.into(),
            server.file_id.into(),
        ]);
    }
    store::insert_servers(tx, servers).await?;
    store::insert_parts(tx, parts).await?;
    store::insert_activations(tx, activations).await
}

/// Records what was given, and tells everybody their answer.
async fn answers(
    tx: &mut Tx,
    package: &Package,
    asks: &[Ask],
    granted: Vec<std::result::Result<(ServerView, How), Option<Refusal>>>,
) -> Result<Vec<Result<Granted>>> {
    let full =
        if granted.iter().any(|it| matches!(it, Err(None))) { Some(full(tx, package).await?) } else { None };
    let (mut answers, mut acts) = (Vec::with_capacity(asks.len()), Vec::new());
    for (ask, granted) in asks.iter().zip(granted) {
        let (server, how) = match granted {
            Ok(granted) => granted,
            Err(refusal) => {
                answers.push(Err(refusal.or_else(|| full.clone()).unwrap_or(LIMIT).into()));
                continue;
            }
        };
        match idempotency::acted(tx, &ask.cx).await {
            Ok(()) => answers.push(Ok(Granted { package: package.clone(), server: server.clone(), how })),
            // The same call runs elsewhere at this moment; the slot is the machine's in any case.
            Err(error) if error.refusal().is_some() => answers.push(Err(error)),
            Err(fault) => return Err(fault),
        }
        if how != How::Replayed {
            let event = audit::Event::new("activations.activate", "package", &package.id);
            let after = json!({
                "server": server.id, "name": server.name, "slot": server.slot_no, "how": how.word(),
                "mode": server.mode.word(), "user": server.user_name,
            });
            acts.push((&ask.cx, event.after(after)));
        }
    }
    audit::record_together(tx, acts).await?;
    Ok(answers)
}

/// The refusal of one more than the license allows: it names who holds the slots, and when each is free.
pub(super) async fn full(tx: &mut Tx, package: &Package) -> Result<Refusal> {
    let holders = store::list_holders(tx, &package.id, HOLDERS_MAX).await?;
    let slots: Vec<_> = holders.iter().map(bodies::slot).collect();
    Ok(LIMIT
        .with("name", &package.terms.name)
        .with("maximum", package.terms.limits.servers)
        .with("package", &package.code)
        .with("slots", json!(slots)))
}

/// Numbers of slots for so many: the lowest that are free. Before anybody is left without one, those whose lease has
/// ended lose theirs. Fewer than wanted if there are no more.
pub(super) async fn numbers(tx: &mut Tx, package: &Package, wanted: usize, now_ms: i64) -> Result<Vec<i64>> {
    if wanted == 0 {
        return Ok(Vec::new());
    }
    let mut found = Found::read(tx, package, wanted).await?;
    if found.available() < count(wanted) {
        // Slots above a cap that was lowered free nothing, so more of them may have to go.
        let lacking = count(wanted) - found.available() + found.above;
        if evict(tx, package, now_ms, lacking, now_ms).await? > 0 {
            found = Found::read(tx, package, wanted).await?;
        }
    }
    let take = usize::try_from(found.available()).unwrap_or_default().min(wanted);
    let known = found.free.len().min(take);
    found.free.truncate(known);
    store::delete_free(tx, &package.id, &found.free).await?;
    let fresh = (found.highest + 1..).take(take - known);
    found.free.extend(fresh);
    Ok(found.free)
}

struct Found {
    free: Vec<i64>,
    highest: i64,
    above: i64,
    cap: i64,
}

impl Found {
    async fn read(tx: &mut Tx, package: &Package, wanted: usize) -> Result<Self> {
        let cap = package.terms.limits.servers;
        let (highest, above) = store::count_above(tx, &package.id, cap).await?;
        let free = store::list_free(tx, &package.id, cap, count(wanted).saturating_add(above)).await?;
        Ok(Self { free, highest, above, cap })
    }

    /// How many may begin to count: what is free up to the cap, less what is held above it.
    fn available(&self) -> i64 {
        (count(self.free.len()) + (self.cap - self.highest).max(0) - self.above).max(0)
    }
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// Ends at most so many activations whose lease or file ended before a time; answers how many.
pub(super) async fn evict(
    tx: &mut Tx,
    package: &Package,
    before_ms: i64,
    most: i64,
    now_ms: i64,
) -> Result<i64> {
    let mut evicted = 0;
    for (id, _, slot_no) in store::list_lapsed(tx, &package.id, before_ms, most).await? {
        // A server may have renewed its lease at this very moment.
        if store::set_expired(tx, &id, before_ms, now_ms).await? {
            store::insert_free(tx, &package.id, slot_no).await?;
            evicted += 1;
        }
    }
    Ok(evicted)
}
