//! Licenses for tests, without a vendor.

use std::collections::BTreeMap;

use seatwarden_activate::Author;
use seatwarden_base::Result;
use seatwarden_license_file::{Grace, License, Package, Seats, Time, VERSION};

use super::super::actions;
use crate::{
    accounts::users::{Credential, NewUser},
    common::settings,
    cx::Cx,
    license::InForce,
    testing::{DAY_MS, START_MS, new_user},
};

/// A user without a password: nothing to hash.
pub(super) fn plain(email: &str, role: &str) -> NewUser {
    NewUser { credential: Credential::None, ..new_user(email, role) }
}

/// A license with so many seats for administrators, designers and viewers, for a hundred days and a grace of fourteen.
pub(super) fn license(seats: [u32; 3]) -> License {
    let ends_at = Time::from_ms(START_MS + 100 * DAY_MS);
    let [administrators, designers, viewers] = seats;
    License {
        version: VERSION,
        id: "file-1.1".into(),
        issuer: "https://vendor.example".into(),
        issued_at: Time::from_ms(START_MS),
        valid_from: Time::from_ms(START_MS - DAY_MS),
        valid_until: Some(ends_at),
        renew_by: ends_at,
        install_by: None,
        organisation: "Acme".into(),
        holder: "owner@acme.example".into(),
        package: Package {
            id: "package-1".into(),
            code: "ACME".into(),
            name: "Acme Production".into(),
            type_: "subscription".into(),
            tier: "grow".into(),
            deployment: "on_premises".into(),
            environment: "production".into(),
            revision: 1,
        },
        seats: Seats { administrators, designers, viewers },
        limits: BTreeMap::from([("rows".to_owned(), 1_000_000)]),
        entitlements: vec!["big_data".into()],
        machine: None,
        grace: Grace::usual(14),
        bulletin: 0,
        replaces: None,
    }
}

/// The same as a node writes it down.
pub(super) fn in_force(license: &License) -> InForce {
    InForce {
        text: format!("{}-{}", license.id, license.package.revision),
        license: Some(license.clone()),
        device: "device-1".into(),
        machine: "bi-1".into(),
        ..InForce::default()
    }
}

/// Writes down what a node sees, as it would if it looked now.
pub(super) async fn take_up(cx: &Cx, seen: InForce) -> Result<bool> {
    let known = settings::get_versioned(&mut cx.db.read().await?).await?;
    actions::take_up(cx, &known, seen, &Author::default()).await
}
