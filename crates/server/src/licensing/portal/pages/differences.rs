//! What is different between two terms, in words.

use maud::{Markup, html};

use super::{deployment_word, environment_word, kind_word, standing_word, tier_word};
use crate::{
    licensing::packages::{Standing, State, Terms},
    text::Text,
};

fn state_word(t: Text, state: State) -> String {
    let standing = match state {
        State::Active => Standing::Active,
        State::Suspended => Standing::Suspended,
        State::Revoked => Standing::Revoked,
    };
    standing_word(t, standing)
}

/// What two terms say differently, each in words.
pub fn differences(t: Text, before: &Terms, after: &Terms) -> Vec<(String, String, String)> {
    let count = |count: Option<i64>| count.map_or_else(|| t.portal_unlimited(), |count| t.number(count));
    let until = |at_ms: Option<i64>| at_ms.map_or_else(|| t.portal_never(), |at_ms| t.date(at_ms));
    let names = |terms: &Terms| terms.entitlements.iter().cloned().collect::<Vec<_>>().join(", ");
    let state = |terms: &Terms| state_word(t, terms.state);
    let both = |read: &dyn Fn(&Terms) -> String| (read(before), read(after));
    let rows = [
        (t.portal_name(), both(&|terms| terms.name.clone())),
        (t.portal_type(), both(&|terms| kind_word(t, terms.kind))),
        (t.portal_tier(), both(&|terms| tier_word(t, terms.tier))),
        (t.portal_deployment(), both(&|terms| deployment_word(t, terms.deployment))),
        (t.portal_environment(), both(&|terms| environment_word(t, terms.environment))),
        (t.issuer_state(), both(&state)),
        (t.portal_valid_from(), both(&|terms| t.date(terms.valid_from_ms))),
        (t.portal_expiration(), both(&|terms| until(terms.valid_until_ms))),
        (t.portal_administrators(), both(&|terms| count(terms.seats.administrators))),
        (t.portal_designers(), both(&|terms| count(terms.seats.designers))),
        (t.portal_viewers(), both(&|terms| count(terms.seats.viewers))),
        (t.portal_servers(), both(&|terms| t.number(terms.limits.servers))),
        (t.portal_rows(), both(&|terms| count(terms.limits.rows))),
        (t.portal_cores(), both(&|terms| count(terms.limits.cores))),
        (t.portal_entitlements(), both(&names)),
        (t.portal_lease(), both(&|terms| t.portal_days(terms.lease_days))),
        (t.portal_grace(), both(&|terms| t.portal_days(terms.grace_days))),
    ];
    rows.into_iter()
        .filter(|(_, (before, after))| before != after)
        .map(|(label, (before, after))| (label, before, after))
        .collect()
}

/// The differences below an event of a history, a line each.
pub fn difference_lines(t: Text, before: &Terms, after: &Terms) -> Markup {
    html! {
        @for (label, before, after) in differences(t, before, after) {
            span.quiet-line { (label) ": " bdi { (before) } " → " bdi { (after) } }
        }
    }
}
