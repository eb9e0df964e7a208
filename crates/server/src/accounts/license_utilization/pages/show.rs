//! What the page shows, part by part.

use maud::{Markup, Render, html};
use seatwarden_activate::Who;
use seatwarden_base::Refusal;
use seatwarden_license_file::{Ability, License, State};

use super::{
    super::{
        actions::{View, is_by_hand},
        words,
    },
    Typed,
};
use crate::{
    accounts::{
        feature_management::{deployment_name, tier_name},
        passwords::pages::own_password,
        seats::{Seat, pages as seat_pages},
    },
    cx::{Cx, Permission},
    license::{ClockWord, Difference, Ended, InForce},
    text::{Text, rfc3339},
    web::{
        admin::AdminPage,
        field_error,
        parts::{
            Icon, Problem, Tone, badge, button, column, definitions, event, field, field_id, form, hidden,
            link_button, moment, notice, panel, table, timeline,
        },
        problems,
    },
};

/// Entitlements and limits that have a line of their own.
const NAMED: [&str; 2] = ["high_availability", "big_data"];

/// The limit that is told also where there is none: Row Limit (S34).
const ROWS: &str = "rows";

/// How the license stands, and what of it needs attention.
pub(super) fn standing(cx: &Cx, shown: &View) -> Markup {
    let t = cx.text();
    let license = &shown.license;
    let (tone, title, text) = stands(cx, license);
    let stops = license.stops_at_ms(&Ability::AddUsers).filter(|_| tone == Tone::Danger);
    let mut warnings: Vec<(Tone, String)> = Vec::new();
    match license.clock {
        ClockWord::Good => {}
        ClockWord::Jumped => warnings.push((Tone::Info, t.license_utilization_clock_jumped())),
        ClockWord::Suspect | ClockWord::Behind => {
            warnings.push((Tone::Warning, t.license_utilization_clock_suspect()));
        }
    }
    if license.is_clone_suspected {
        warnings.push((Tone::Warning, t.license_utilization_clone_suspected()));
    }
    let until = license.leased_until_ms().map(|until_ms| t.date(until_ms)).unwrap_or_default();
    if license.is_displaced {
        warnings.push((Tone::Warning, t.license_utilization_displaced(until)));
    }
    if license.lease_lost_at_ms > 0 {
        let since = t.date_time(license.lease_lost_at_ms);
        warnings.push((Tone::Warning, t.license_utilization_lease_lost(since)));
    }
    if license.trouble_since_ms > 0 {
        warnings.push((Tone::Warning, words::trouble(t, license, license.now(cx.now_ms).ms())));
    }
    // Too few seats are told beside the seats.
    let over = usize::from(shown.seats.iter().any(|taken| taken.over() > 0));
    let text = match over + warnings.iter().filter(|(tone, _)| *tone == Tone::Warning).count() {
        count if count > 0 && tone == Tone::Success => t.license_utilization_active_warnings(count),
        _ => text,
    };
    html! {
        (notice(tone, html! {
            p { (text) }
            @if let Some(at_ms) = stops {
                @if license.works(&Ability::AddUsers, cx.now_ms) { p { (t.license_utilization_stops(t.date(at_ms))) } }
                @else { p { (t.license_utilization_stopped_adding()) } }
            }
        }).title(title))
        @for (tone, text) in warnings { (notice(tone, html! { p { (text) } })) }
    }
}

fn stands(cx: &Cx, license: &InForce) -> (Tone, String, String) {
    let t = cx.text();
    let Some(file) = &license.license else {
        return (Tone::Info, t.license_utilization_none_title(), t.license_utilization_none());
    };
    let ends_at_ms = license.ends_at_ms().unwrap_or_default();
    let date = t.date(ends_at_ms);
    if let (Some(ended), Some(at_ms)) = (license.ended, license.ended_at_ms) {
        let at = t.date(at_ms);
        return match ended {
            Ended::GivenBack => (
                Tone::Warning,
                t.license_utilization_given_back_title(),
                t.license_utilization_given_back(at),
            ),
            Ended::Revoked => {
                (Tone::Danger, t.license_utilization_revoked_title(), t.license_utilization_revoked(at))
            }
        };
    }
    if let Some(text) = words::lease_over(t, license, cx.now_ms) {
        return (Tone::Danger, t.license_utilization_lease_over_title(), text);
    }
    match license.state(cx.now_ms) {
        Some(State::NotYet) => {
            let from = t.date(file.valid_from.ms());
            (Tone::Info, t.license_utilization_not_yet_title(), t.license_utilization_not_yet(from))
        }
        Some(State::Expiring) => {
            let (days, date) = (license.days_until_it_expires(cx.now_ms), expires(t, license));
            (
                Tone::Warning,
                t.license_utilization_expiring_title(),
                t.license_utilization_expiring(days, date),
            )
        }
        Some(State::Grace) => {
            let until = t.date(ends_at_ms + i64::from(file.grace.days) * 24 * 3_600_000);
            (Tone::Danger, t.license_utilization_grace_title(), t.license_utilization_grace(date, until))
        }
        Some(State::Limited) => {
            (Tone::Danger, t.license_utilization_limited_title(), t.license_utilization_limited(date))
        }
        _ if license.file_ends_soon_at_ms(cx.now_ms).is_some() => {
            (Tone::Warning, t.license_utilization_file_ends_title(), t.license_utilization_file_ends(date))
        }
        _ => (Tone::Success, t.license_utilization_active_title(), t.license_utilization_active()),
    }
}

/// The day until which the license was bought.
fn expires(t: Text, license: &InForce) -> String {
    license.expires_at_ms().map(|at_ms| t.date(at_ms)).unwrap_or_default()
}

/// The counters, and who could free a seat by one click.
pub(super) fn seats(cx: &Cx, shown: &View, csrf: &str) -> Markup {
    let t = cx.text();
    let over: Vec<String> = shown.seats.iter().filter_map(|taken| words::over(t, taken)).collect();
    let dormant: Vec<_> = Seat::ALL
        .iter()
        .flat_map(|seat| shown.dormant[*seat as usize].iter().map(move |one| (*seat, one)))
        .collect();
    let may_free = cx.may(Permission::ChangeUsers);
    let mut rows = table(t.license_utilization_dormant())
        .column(column(t.license_utilization_name()))
        .column(column(t.license_utilization_seat()))
        .column(column(t.license_utilization_last_seen()));
    if may_free {
        rows = rows.column(column(t.license_utilization_free()).actions());
    }
    for (seat, one) in &dormant {
        let mut cells = vec![
            html! { a href=(format!("/admin/users/{}", one.id)) { bdi { (one.name) } } },
            html! { (seat_pages::label(t, *seat)) },
            html! { (moment(t.ago(one.seen_at_ms, cx.now_ms), rfc3339(one.seen_at_ms))) },
        ];
        if may_free {
            cells.push(html! {
                (form("/admin/license/free", csrf).inline().body(html! {
                    (hidden("user", one.id.as_str()))
                    (button(t.license_utilization_free()).small())
                }))
            });
        }
        rows = rows.row(cells);
    }
    html! {
        (panel(html! {
            (seat_pages::live(t, &shown.seats))
            @if !over.is_empty() {
                (notice(Tone::Warning, html! {
                    ul { @for one in &over { li { (one) } } }
                    p { (t.license_utilization_over_lead()) }
                    @if may_free {
                        p { (t.license_utilization_over_ways()) " " a href=(AdminPage::Users.path()) { (t.web_admin_users()) } }
                    }
                }))
            }
        }).title(t.license_utilization_seats()).id("seats"))
        @if dormant.is_empty() { p.quiet-line { (t.license_utilization_dormant_none()) } }
        @else {
            (panel(rows).title(t.license_utilization_dormant())
                .lead(html! { (t.license_utilization_dormant_lead()) }))
        }
    }
}

/// What will be different.
pub(super) fn next(cx: &Cx, shown: &View) -> Markup {
    let t = cx.text();
    let Some(next) = &shown.license.next else { return Markup::default() };
    let from = t.date(next.from_ms);
    html! {
        (panel(differences(cx, &next.differences)).title(t.license_utilization_next_title())
            .lead(html! { (t.license_utilization_next_lead(from)) }))
    }
}

/// A table of what is different.
pub(super) fn differences(cx: &Cx, all: &[Difference]) -> Markup {
    let t = cx.text();
    if all.is_empty() {
        return html! { p { (t.license_utilization_next_same()) } };
    }
    let mut rows = table(t.license_utilization_next_title())
        .column(column(t.license_utilization_what()))
        .column(column(t.license_utilization_before()))
        .column(column(t.license_utilization_after()));
    for one in all {
        let [what, before, after] = words::difference(t, one);
        rows = rows.row([
            html! {
                (what) " "
                @if one.takes_away() { (badge(Tone::Warning, t.license_utilization_takes_away())) }
            },
            html! { (before) },
            html! { (after) },
        ]);
    }
    html! {
        (rows)
        @if let Some(locked) = words::locked(t, &cx.bought(), all) { p { (locked) } }
    }
}

/// What the license says.
pub(super) fn license(cx: &Cx, shown: &View) -> Markup {
    let t = cx.text();
    let Some(file) = &shown.license.license else { return Markup::default() };
    let license = &shown.license;
    let expiration = file.valid_until.map_or_else(
        || html! { (t.license_utilization_never()) },
        |until| html! { (moment(words::expiration(t, until.ms()), rfc3339(until.ms()))) },
    );
    let (package, bought) = (&file.package, cx.bought());
    let mut facts = definitions()
        .row(t.license_utilization_expiration(), expiration)
        .row(t.license_utilization_trial(), html! { (words::switch(t, license.is_trial())) })
        .row(t.license_utilization_user(), html! { bdi { (file.holder) } })
        .row(t.license_utilization_organisation(), html! { bdi { (file.organisation) } })
        .row(
            t.license_utilization_package(),
            html! { bdi { (package.name) } " (" bdi { (package.code) } ")" },
        )
        .row(t.license_utilization_tier(), html! { (tier_name(bought.tier)) })
        .row(t.license_utilization_deployment(), html! { (deployment_name(bought.deployment)) })
        .row(t.license_utilization_environment(), html! { (words::environment(t, &package.environment)) });
    for (name, value) in lines_of(t, file) {
        facts = facts.row(name, html! { (value) });
    }
    // What was given back or revoked runs no longer, whatever its lease says.
    if let Some(until_ms) = license.leased_until_ms().filter(|_| license.ended.is_none()) {
        facts = facts
            .row(t.license_utilization_lease(), html! { (moment(t.date_time(until_ms), rfc3339(until_ms))) });
    }
    if let Some(at_ms) = license.file_ends_at_ms() {
        let until = html! { (moment(t.date_time(at_ms), rfc3339(at_ms))) };
        facts = facts.row(t.license_utilization_file_until(), until);
    }
    if let Some(at) = license.leased_at {
        facts = facts.row(
            t.license_utilization_contact(),
            html! { (moment(t.ago(at.ms(), cx.now_ms), rfc3339(at.ms()))) },
        );
    }
    if !license.machine.is_empty() {
        facts = facts.row(t.license_utilization_machine(), html! { bdi { (license.machine) } });
    }
    panel(facts).title(t.license_utilization_details()).render()
}

/// What is switched on and how much there may be. High Availability, Big Data and the Row Limit are told also when they are not there,
/// as the page of the platform does.
fn lines_of(t: Text, file: &License) -> Vec<(String, String)> {
    let has = |word: &str| file.entitlements.iter().any(|name| name == word);
    let mut lines: Vec<(String, String)> =
        NAMED.iter().map(|word| (words::named(t, word), words::switch(t, has(word)))).collect();
    if !file.limits.contains_key(ROWS) {
        lines.push((words::named(t, ROWS), t.license_utilization_unlimited()));
    }
    for (word, count) in &file.limits {
        lines.push((words::named(t, word), t.number(i64::try_from(*count).unwrap_or(i64::MAX))));
    }
    let others: Vec<String> = file
        .entitlements
        .iter()
        .filter(|word| !NAMED.contains(&word.as_str()))
        .map(|word| words::named(t, word))
        .collect();
    if !others.is_empty() {
        lines.push((t.license_utilization_entitlements(), others.join(", ")));
    }
    lines
}

/// Change License, Behind a Firewall, and what else can be done.
pub(super) fn forms(cx: &Cx, shown: &View, typed: &Typed, refusal: Option<&Refusal>, csrf: &str) -> Markup {
    let t = cx.text();
    let (of_change, of_key) = if typed.is_of_key { (None, refusal) } else { (refusal, None) };
    let is_active = shown.license.is_activated() && shown.license.ended.is_none();
    let renews = is_active && !is_by_hand(cx, &shown.license);
    html! {
        (panel(form("/admin/license/change", csrf).problems(t.web_problems(), problems(t, of_change))
            .body(change_fields(cx, typed, of_change)))
            .title(t.license_utilization_change()).lead(html! { (t.license_utilization_change_lead()) }))
        (panel(html! {
            (form("/admin/license/install", csrf).with_files().problems(t.web_problems(), problems_of_key(t, of_key)).body(html! {
                (field("key", t.license_utilization_key()).text_area(5).value(typed.key.as_str())
                    .error(field_error(t, of_key, "key")))
                (field("file", t.license_utilization_file()).file())
                (own_password(cx, &field_id(KEY_PASSWORD), of_key))
                div.actions {
                    (button(t.license_utilization_apply()).primary())
                    (link_button(t.license_utilization_request(), "/admin/license/request").icon(Icon::QrCode))
                }
            }))
        }).title(t.license_utilization_firewall()).lead(html! { (t.license_utilization_firewall_lead()) }))
        @if renews {
            (panel(html! {
                div.actions {
                    (form("/admin/license/renew", csrf).inline().body(html! {
                        (button(t.license_utilization_renew_look()).sends("act", "look"))
                    }))
                    (form("/admin/license/renew", csrf).inline().body(html! {
                        (button(t.license_utilization_renew()).primary().sends("act", "renew").icon(Icon::Refresh))
                    }))
                }
            }).title(t.license_utilization_renew()).lead(html! { (t.license_utilization_renew_lead()) }))
        }
        (panel(html! {
            div.actions {
                (link_button(t.license_utilization_doctor(), "/admin/license/diagnosis").icon(Icon::Activity))
                @if is_active { (link_button(t.license_utilization_simulate(), super::simulation::PATH)) }
                @if is_active { (link_button(t.license_utilization_return(), "/admin/license/return").danger()) }
            }
        }).title(t.license_utilization_more()))
    }
}

/// The own password stands in both forms; the second one has a name of its own for its id.
const KEY_PASSWORD: &str = "key_password";

/// What is wrong with the form for keys, each leading to its field.
fn problems_of_key(t: Text, refusal: Option<&Refusal>) -> Vec<Problem<'static>> {
    match refusal {
        Some(refusal) if refusal.field == Some("current_password") => {
            vec![Problem::on(KEY_PASSWORD, t.refusal(refusal).0)]
        }
        _ => problems(t, refusal),
    }
}

fn change_fields(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    html! {
        div.row {
            (field("email", t.license_utilization_email()).email().autocomplete("off").value(typed.email.as_str())
                .max_length(254).error(field_error(t, refusal, "email")))
            (field("license_password", t.license_utilization_password()).current_password(t.web_show_password())
                .autocomplete("off").error(field_error(t, refusal, "licensePassword")))
        }
        (field("code", t.license_utilization_code()).code_text().max_length(64)
            .hint(t.license_utilization_code_hint()))
        (field("package", t.license_utilization_package()).code_text().value(typed.package.as_str()).max_length(64)
            .hint(t.license_utilization_package_hint()))
        (own_password(cx, &field_id("current_password"), refusal))
        div.actions { (button(t.license_utilization_apply()).primary()) }
    }
}

/// Every license that ever counted here.
pub(super) fn history(cx: &Cx, shown: &View) -> Markup {
    let t = cx.text();
    let mut events = timeline();
    for change in &shown.history {
        let of = t.license_utilization_history_of(
            change.package_name.clone(),
            change.package_code.clone(),
            change.revision.to_string(),
        );
        let by = match change.by.who {
            Who::Server => t.license_utilization_history_server(),
            Who::Operator => t.license_utilization_history_operator(),
            Who::Setup => t.license_utilization_history_setup(),
            Who::User => t.license_utilization_history_by(change.by.name.clone()),
        };
        let detail = html! {
            p { bdi { (of) } ", " (by) }
            @if !change.differences.is_empty() {
                ul {
                    @for one in &change.differences {
                        @let [what, before, after] = words::difference(t, one);
                        li { (t.license_utilization_history_difference(what, before, after)) }
                    }
                }
            }
        };
        let at = moment(t.date_time(change.at_ms), rfc3339(change.at_ms));
        events = events.event(event(html! { (words::kind(t, change.kind)) }, at).detail(detail));
    }
    html! {
        (panel(html! {
            @if shown.history.is_empty() { p { (t.license_utilization_history_none()) } } @else { (events) }
        }).title(t.license_utilization_history()))
    }
}
