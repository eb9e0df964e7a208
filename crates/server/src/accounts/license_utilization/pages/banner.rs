//! What stands under the top bar of every page while the license needs attention.

use seatwarden_license_file::State;

use super::{super::words, HERE, SEATS};
use crate::{
    cx::{Cx, Permission},
    license::{ClockWord, Ended, Next},
    web::parts::Tone,
};

/// A word about the license, and where to do something about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    /// How bad it is.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// The words of the link.
    pub label: String,
    /// Where it leads.
    pub href: &'static str,
}

/// What administrators must know: the weightiest word about the license, and seats that are over; nothing while all is well.
pub fn banners(cx: &Cx) -> Vec<Banner> {
    of_license(cx).into_iter().chain(of_seats(cx)).collect()
}

/// More seats are used than there are.
fn of_seats(cx: &Cx) -> Option<Banner> {
    let (t, seats) = (cx.text(), cx.seats.as_ref()?);
    let over_since_ms = seats.over_since_ms;
    let over: Vec<String> =
        seats.all.iter().filter(|taken| taken.over() > 0).map(|taken| words::used(t, taken)).collect();
    if over.is_empty() {
        return None;
    }
    let seats = over.join(", ");
    let text = match over_since_ms {
        Some(since_ms) => t.license_utilization_banner_over_since(t.date(since_ms), seats),
        None => t.license_utilization_banner_over(seats),
    };
    let text = format!("{text} {}", t.license_utilization_over_lead());
    Some(Banner { tone: Tone::Warning, text, label: t.license_utilization_banner_free(), href: SEATS })
}

/// The weightiest word about the license.
fn of_license(cx: &Cx) -> Option<Banner> {
    let license = cx.in_force();
    if !license.is_activated() || !cx.may(Permission::ReadSeats) {
        return None;
    }
    let t = cx.text();
    let date = t.date(license.ends_at_ms().unwrap_or_default());
    let whole = |title: String, text: String| format!("{title}. {text}");
    let lease_over = words::lease_over(t, &license, cx.now_ms);
    let (tone, text) = match (license.ended, license.state(cx.now_ms)) {
        _ if lease_over.is_some() => {
            (Tone::Danger, whole(t.license_utilization_lease_over_title(), lease_over.unwrap_or_default()))
        }
        (Some(Ended::GivenBack), _) => (
            Tone::Danger,
            whole(t.license_utilization_given_back_title(), t.license_utilization_given_back(date)),
        ),
        (Some(Ended::Revoked), _) => {
            (Tone::Danger, whole(t.license_utilization_revoked_title(), t.license_utilization_revoked(date)))
        }
        (None, Some(State::Limited)) => {
            (Tone::Danger, whole(t.license_utilization_limited_title(), t.license_utilization_limited(date)))
        }
        (None, Some(State::Grace)) => {
            let days = license.license.as_ref().map_or(0, |file| i64::from(file.grace.days));
            let until = t.date(license.ends_at_ms().unwrap_or_default() + days * 24 * 3_600_000);
            (
                Tone::Danger,
                whole(t.license_utilization_grace_title(), t.license_utilization_grace(date, until)),
            )
        }
        _ if license.is_clone_suspected => (Tone::Warning, t.license_utilization_clone_suspected()),
        _ if matches!(license.clock, ClockWord::Suspect | ClockWord::Behind) => {
            (Tone::Warning, t.license_utilization_clock_suspect())
        }
        _ if license.is_displaced => (Tone::Warning, t.license_utilization_displaced(date)),
        _ if license.next.as_ref().is_some_and(Next::takes_away) => {
            let from_ms = license.next.as_ref().map_or(0, |next| next.from_ms);
            (Tone::Warning, t.license_utilization_banner_next(t.date(from_ms)))
        }
        (None, Some(State::Active | State::Expiring))
            if license.file_ends_soon_at_ms(cx.now_ms).is_some() =>
        {
            (Tone::Warning, t.license_utilization_file_ends(date))
        }
        (None, Some(State::Expiring)) => {
            let date = license.expires_at_ms().map(|at_ms| t.date(at_ms)).unwrap_or_default();
            let text = t.license_utilization_expiring(license.days_until_it_expires(cx.now_ms), date);
            (Tone::Warning, whole(t.license_utilization_expiring_title(), text))
        }
        _ => return None,
    };
    Some(Banner { tone, text, label: t.license_utilization_banner_more(), href: HERE })
}
