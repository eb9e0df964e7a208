//! What stands under the top bar of every page while the license needs attention.

use seatwarden_license_file::State;

use super::{super::words, HERE};
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

/// The weightiest word about the license, for administrators; none while all is well.
pub fn banner(cx: &Cx) -> Option<Banner> {
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
