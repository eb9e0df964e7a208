//! Changes that wait no more because another was made, or because the license is to be revoked.

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        mails,
        model::{Package, RequestState, State},
        store,
    },
    hand, shown,
};
use crate::{common::audit, cx::Cx};

/// What is overtaken of what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Waiting {
    /// Changes; a revocation that waits holds whatever else the license says.
    Changes,
    /// Everything: the license is revoked.
    All,
}

impl Waiting {
    /// What is overtaken once a package says this.
    pub(super) fn overtaken_by(after: &Package) -> Self {
        if after.terms.state == State::Revoked { Self::All } else { Self::Changes }
    }
}

/// Takes what waits out of the way of a package that is locked, inside the action that overtakes it, keeps it on record and
/// mails whoever asked for it.
pub(super) async fn overtake(tx: &mut Tx, cx: &Cx, package: &Package, waiting: Waiting) -> Result<()> {
    let (id, name) = hand(cx);
    for request in store::list_requests(tx, RequestState::Open, &package.id, 1).await? {
        if waiting == Waiting::Changes && request.terms.state == State::Revoked {
            continue;
        }
        let who = (id.as_deref(), name.as_str());
        store::set_decided(tx, &request.id, RequestState::Overtaken, who, cx.now_ms).await?;
        let wanted = Package { terms: request.terms.clone(), ..package.clone() };
        let event = audit::Event::new("packages.overtake", "package", &package.id);
        audit::record(tx, cx, event.before(shown(package, "")).after(shown(&wanted, &request.reason)))
            .await?;
        mails::overtaken(tx, cx, package, &request, &name).await?;
    }
    Ok(())
}
