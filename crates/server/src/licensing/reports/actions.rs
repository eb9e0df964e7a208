//! Making reports.

use std::{cmp::Reverse, collections::BTreeMap};

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::{
    model::{Cell, EXPIRING_DAYS, ROWS_MAX, Report, Which, months},
    store::{self, Lapsed},
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
    licensing::packages::{self, Kind, Package, Standing, State, Tier},
};

const DAY_MS: i64 = 24 * 3_600_000;

/// Makes a report of this moment. For the vendor's staff.
pub async fn make(cx: &Cx, which: Which) -> Result<Report> {
    cx.require(Permission::LicensesRead)?;
    let mut tx = cx.db.read().await?;
    let mut rows = match which {
        Which::Expiring => expiring(&mut tx, cx.now_ms).await?,
        Which::Activations => activations(&mut tx, cx.now_ms).await?,
        Which::Slots => slots(&mut tx).await?,
        Which::Lapsed => lapsed(&mut tx, cx.now_ms).await?,
        Which::Seats => seats(&mut tx, cx.now_ms).await?,
    };
    let is_cut = rows.len() > ROWS_MAX;
    rows.truncate(ROWS_MAX);
    Ok(Report { which, rows, is_cut })
}

/// The same, once it is recorded that somebody took it along as a file.
pub async fn exported(cx: &Cx, which: Which) -> Result<Report> {
    let report = make(cx, which).await?;
    let mut tx = cx.db.write().await?;
    let event = audit::Event::new("reports.export", "report", which.word());
    audit::record(&mut tx, cx, event.after(json!({ "rows": report.rows.len() }))).await?;
    tx.commit().await?;
    Ok(report)
}

async fn every_package(tx: &mut Tx, mut look: impl FnMut(Package)) -> Result<()> {
    let mut after = String::new();
    loop {
        let found = packages::walk(tx, &after).await?;
        match found.last() {
            Some(last) => after.clone_from(&last.id),
            None => return Ok(()),
        }
        found.into_iter().for_each(&mut look);
    }
}

async fn names(tx: &mut Tx) -> Result<BTreeMap<String, String>> {
    Ok(store::list_names(tx).await?.into_iter().collect())
}

fn name_of(names: &BTreeMap<String, String>, package: &Package) -> Cell {
    Cell::Text(names.get(&package.organisation_id).cloned().unwrap_or_default())
}

async fn expiring(tx: &mut Tx, now_ms: i64) -> Result<Vec<Vec<Cell>>> {
    let mut ending = Vec::new();
    every_package(tx, |package| {
        let terms = &package.terms;
        let Some(until_ms) = terms.valid_until_ms.filter(|_| terms.state == State::Active) else { return };
        if until_ms <= now_ms + EXPIRING_DAYS * DAY_MS && until_ms > now_ms - terms.grace_ms() {
            ending.push((until_ms, package));
        }
    })
    .await?;
    ending.sort_by(|one, other| (one.0, &one.1.id).cmp(&(other.0, &other.1.id)));
    let names = names(tx).await?;
    let row = |(until_ms, package): &(i64, Package)| {
        vec![
            Cell::Text(package.terms.name.clone()),
            Cell::Text(package.code.clone()),
            name_of(&names, package),
            Cell::Type(package.terms.kind),
            Cell::Tier(package.terms.tier),
            Cell::At(*until_ms),
            Cell::Count((until_ms - now_ms).div_euclid(DAY_MS)),
            Cell::Standing(package.terms.standing(now_ms)),
        ]
    };
    Ok(ending.iter().map(row).collect())
}

async fn activations(tx: &mut Tx, now_ms: i64) -> Result<Vec<Vec<Cell>>> {
    let months = months(now_ms);
    let mut rows = Vec::new();
    for pair in months.windows(2) {
        let [(month, from_ms), (_, to_ms)] = pair else { continue };
        let count = store::count_activations(tx, *from_ms, *to_ms).await?;
        rows.push(vec![Cell::Text(month.clone()), Cell::Count(count)]);
    }
    rows.reverse();
    Ok(rows)
}

async fn slots(tx: &mut Tx) -> Result<Vec<Vec<Cell>>> {
    let used: BTreeMap<String, i64> = store::list_used(tx).await?.into_iter().collect();
    let mut found = Vec::new();
    every_package(tx, |package| {
        let used = used.get(&package.id).copied().unwrap_or_default();
        if used > 0 || package.terms.state == State::Active {
            let percent = used.saturating_mul(100) / package.terms.limits.servers.max(1);
            found.push((percent, used, package));
        }
    })
    .await?;
    found.sort_by(|one, other| {
        let key =
            |(percent, used, package): &(i64, i64, Package)| (Reverse((*percent, *used)), package.id.clone());
        key(one).cmp(&key(other))
    });
    let names = names(tx).await?;
    let row = |(percent, used, package): &(i64, i64, Package)| {
        vec![
            Cell::Text(package.terms.name.clone()),
            Cell::Text(package.code.clone()),
            name_of(&names, package),
            Cell::Count(*used),
            Cell::Count(package.terms.limits.servers),
            Cell::Count(*percent),
        ]
    };
    Ok(found.iter().map(row).collect())
}

async fn lapsed(tx: &mut Tx, now_ms: i64) -> Result<Vec<Vec<Cell>>> {
    let limit = i64::try_from(ROWS_MAX).unwrap_or(i64::MAX) + 1;
    let row = |server: Lapsed| {
        vec![
            Cell::Text(server.server),
            Cell::Text(server.package),
            Cell::Text(server.organisation),
            Cell::At(server.last_seen_at_ms),
            Cell::At(server.lease_until_ms),
            Cell::Text(server.activated_by),
        ]
    };
    Ok(store::list_lapsed(tx, now_ms, limit).await?.into_iter().map(row).collect())
}

/// What was sold of one tier.
#[derive(Clone, Copy, Default)]
struct Sold {
    packages: i64,
    servers: i64,
    seats: [i64; 3],
    unlimited: i64,
}

/// What is in force and was paid for: no trials, and nothing of the vendor's own.
async fn seats(tx: &mut Tx, now_ms: i64) -> Result<Vec<Vec<Cell>>> {
    let mut sold = [Sold::default(); Tier::ALL.len()];
    every_package(tx, |package| {
        let terms = &package.terms;
        let in_force =
            matches!(terms.standing(now_ms), Standing::Active | Standing::Expiring | Standing::Grace);
        let is_paid = matches!(terms.kind, Kind::Subscription | Kind::Perpetual);
        let at = Tier::ALL.iter().position(|tier| *tier == terms.tier);
        let Some(of) = at.and_then(|at| sold.get_mut(at)).filter(|_| in_force && is_paid) else { return };
        let seats = [terms.seats.administrators, terms.seats.designers, terms.seats.viewers];
        of.packages += 1;
        of.servers = of.servers.saturating_add(terms.limits.servers);
        for (sum, count) in of.seats.iter_mut().zip(seats) {
            *sum = sum.saturating_add(count.unwrap_or_default());
        }
        of.unlimited += i64::from(seats.contains(&None));
    })
    .await?;
    let row = |(tier, of): (&Tier, Sold)| {
        let mut row = vec![Cell::Tier(*tier), Cell::Count(of.packages), Cell::Count(of.servers)];
        row.extend(of.seats.map(Cell::Count));
        row.push(Cell::Count(of.unlimited));
        row
    };
    Ok(Tier::ALL.iter().zip(sold).map(row).collect())
}
