//! What administrators are mailed about the license.

use seatwarden_base::{Error, Result, db::Tx};

use super::{model::Notice, words};
use crate::{
    accounts::{
        notices::{self, Letter},
        seats::Taken,
    },
    common::outbox::{MailKind, MailSwitch},
    cx::{Cx, Person},
    license::{Difference, InForce},
    text::Text,
};

const MAIL: MailKind = MailKind::new("license_utilization.mail", MailSwitch::OwnLicense);

/// Where the page is.
const PAGE: &str = "/admin/license";
/// How many changes one mail lists.
const LISTED_MAX: usize = 20;

/// Queues the mail of a notice. A mailbox that cannot be written to stops nothing.
pub(super) async fn tell(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    notice: Notice,
    license: &InForce,
    seats: &[Taken],
) -> Result<()> {
    let sent = notices::send(tx, cx, person, &person.email, |t| letter(cx, t, notice, license, seats)).await;
    match sent {
        Err(Error::Refusal(refusal)) => {
            tracing::warn!(user = %person.id, why = refusal.code, "a notice about the license could not be queued");
            Ok(())
        }
        sent => sent,
    }
}

fn letter(cx: &Cx, t: Text, notice: Notice, license: &InForce, seats: &[Taken]) -> Letter {
    let house = cx.config.server.installation_name.clone();
    let date = t.date(license.ends_at_ms().unwrap_or_default());
    let lease_over = words::lease_over(t, license, cx.now_ms);
    let (subject, lead) = match notice {
        Notice::Ends { days } => (
            t.license_utilization_mail_ends_subject(days, house),
            t.license_utilization_mail_ends(days, date),
        ),
        Notice::FileEnds => {
            (t.license_utilization_mail_file_ends_subject(house), t.license_utilization_mail_file_ends(date))
        }
        Notice::Ended if lease_over.is_some() => {
            (t.license_utilization_mail_lease_subject(house), lease_over.unwrap_or_default())
        }
        Notice::Limited if lease_over.is_some() => {
            (t.license_utilization_mail_limited_subject(house), lease_over.unwrap_or_default())
        }
        Notice::Ended => {
            (t.license_utilization_mail_ended_subject(house), t.license_utilization_mail_ended(date))
        }
        Notice::Limited => {
            (t.license_utilization_mail_limited_subject(house), t.license_utilization_mail_limited(date))
        }
        Notice::Next => {
            let from = license.next.as_ref().map(|next| t.date(next.from_ms)).unwrap_or_default();
            (t.license_utilization_mail_next_subject(house), t.license_utilization_mail_next(from))
        }
        Notice::SeatsOver => {
            (t.license_utilization_mail_seats_subject(house), t.license_utilization_mail_seats())
        }
        Notice::Clock => {
            (t.license_utilization_mail_clock_subject(house), t.license_utilization_clock_suspect())
        }
        Notice::Clone => {
            (t.license_utilization_mail_clone_subject(house), t.license_utilization_clone_suspected())
        }
        Notice::Trouble if license.refusal().is_some() => (
            t.license_utilization_mail_refused_subject(house),
            words::trouble(t, license, license.now(cx.now_ms).ms()),
        ),
        Notice::Trouble => {
            let since = license.reached_at_ms().map(|at_ms| t.date(at_ms)).unwrap_or_default();
            let lead = if license.ends_at_ms().is_some_and(|at_ms| at_ms <= license.now(cx.now_ms).ms()) {
                t.license_utilization_trouble_over(since)
            } else {
                t.license_utilization_mail_trouble(date)
            };
            (t.license_utilization_mail_trouble_subject(house), lead)
        }
    };
    let mut paragraphs = vec![lead];
    match notice {
        Notice::SeatsOver => paragraphs.extend(seats.iter().filter_map(|seat| words::over(t, seat))),
        Notice::Next => paragraphs.extend(taken_away(cx, t, license)),
        _ => {}
    }
    Letter {
        kind: MAIL,
        subject,
        paragraphs,
        button: Some((t.license_utilization_title(), format!("{}{PAGE}", cx.public_url()))),
        code: None,
        after: vec![t.license_utilization_mail_after()],
        secret_ends_at_ms: None,
    }
}

fn taken_away(cx: &Cx, t: Text, license: &InForce) -> Vec<String> {
    let Some(next) = &license.next else { return Vec::new() };
    let lost = next.differences.iter().filter(|one| Difference::takes_away(one)).take(LISTED_MAX);
    let lost = lost.map(|lost| {
        let [what, before, after] = words::difference(t, lost);
        t.license_utilization_mail_difference(what, before, after)
    });
    lost.chain(words::locked(t, &cx.bought(), &next.differences)).collect()
}
