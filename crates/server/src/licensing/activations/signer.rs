//! The key that signs license files.

use std::sync::{Arc, Mutex, PoisonError};

use seatwarden_base::{Error, Result};
use seatwarden_license_file::{
    IssuerClaims, Numbers, PrivateKey, Refused, Roots, Signer, SignerStatement, Time, VERSION, sign_statement,
};

use super::model::NO_SIGNER;
use crate::cx::Cx;

/// A signer that lives as long as the process.
#[derive(Debug, Default)]
pub(super) struct Lasting(Mutex<Option<Arc<Signer>>>);

fn broken(refused: Refused) -> Error {
    Error::fault("signing a license file", refused)
}

fn made(cx: &Cx) -> Result<Signer> {
    let (root, key) = (
        PrivateKey::from_seed(&cx.random().bytes::<32>()?),
        PrivateKey::from_seed(&cx.random().bytes::<32>()?),
    );
    let from = Time::from_ms(cx.now_ms);
    let statement = SignerStatement {
        version: VERSION,
        id: cx.new_id()?,
        issuer: "seatwarden".to_owned(),
        issued_at: from,
        valid_from: from,
        valid_until: from.plus_days(SignerStatement::DAYS_MAX),
        key: key.public(),
        scope: SignerStatement::USUAL_SCOPE.iter().map(|kind| kind.word().to_owned()).collect(),
        renew_days_max: 120,
        bulletins: Some(Numbers { first: 1, last: 999 }),
    };
    let text = sign_statement(&root, &statement).map_err(broken)?;
    Signer::new(key, &text, &Roots::new(&[root.public()]).map_err(broken)?).map_err(broken)
}

fn signer(cx: &Cx) -> Result<Arc<Signer>> {
    let mut kept = cx.activations.signer.0.lock().unwrap_or_else(PoisonError::into_inner);
    let now = Time::from_ms(cx.now_ms);
    match kept.as_ref().filter(|signer| signer.statement().covers(now).is_ok()) {
        Some(signer) => Ok(Arc::clone(signer)),
        None => {
            let signer = Arc::new(made(cx).map_err(|_| NO_SIGNER)?);
            *kept = Some(Arc::clone(&signer));
            Ok(signer)
        }
    }
}

/// Signs.
pub(super) async fn sign<C: IssuerClaims>(cx: &Cx, claims: &C) -> Result<String> {
    signer(cx)?.sign(claims).map_err(broken)
}

/// The number of the newest bulletin.
pub(super) async fn bulletin(_: &Cx) -> Result<u64> {
    Ok(0)
}

/// Refuses with `activations.no_signer` while nothing can be signed.
pub(super) async fn check_ready(cx: &Cx) -> Result<()> {
    signer(cx).map(drop)
}
