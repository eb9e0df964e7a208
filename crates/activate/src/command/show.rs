//! What came of a verb, for people and as JSON.

use seatwarden_license_file::{Comparison, License, Opened, Standing};
use serde_json::{Value, json};

use super::{Out, said};
use crate::{
    Activated, Change, Error, Explained, Foreseen, GivenBack, GivenSlot, Holding, Installation, Installed,
    LIMIT_ACTIVATIONS, Problem, Renewed, Result, Sent, Simulated, Text, Weight,
    doctor::{Level, Report},
    text::visible,
};

/// The sentence by which people know a full license.
const LIMIT_SENTENCE: &str = "Your license has exceeded its user limit";

/// Tells an error and what can be done next.
pub(super) fn error(out: &Out, error: &Error) {
    let t = out.text();
    if out.is_json {
        return out.json(&json!({ "error": error_json(t, error) }));
    }
    let (message, next) = t.of_error(error);
    let is_full = error.code() == LIMIT_ACTIVATIONS;
    // People search for this sentence; the license server says it in English only.
    if is_full && !message.starts_with(LIMIT_SENTENCE) {
        out.say(&t.activate_line_error(t.activate_limit_title()));
        out.say(&message);
    } else {
        out.say(&t.activate_line_error(message));
    }
    if let Error::Server(problem) = error {
        holders(out, problem);
    }
    if is_full {
        out.say(&t.activate_done_ways());
    }
    if let Some(next) = next {
        out.say(&t.activate_line_hint(next));
    }
}

fn error_json(t: Text, error: &Error) -> Value {
    let (message, next) = t.of_error(error);
    let server = if let Error::Server(problem) = error { Some(problem) } else { None };
    json!({ "code": error.code(), "message": message, "next": next, "server": server })
}

fn holders(out: &Out, problem: &Problem) {
    let t = out.text();
    if !problem.slots.is_empty() {
        out.say(&t.activate_done_slots());
    }
    for slot in &problem.slots {
        let number = slot.slot.map(|slot| slot.to_string()).unwrap_or_default();
        let (name, mode, seen) = (visible(&slot.name), visible(&slot.mode), visible(&slot.last_seen));
        out.say(&match &slot.frees_at {
            Some(frees) => t.activate_done_slot_frees(number, name, mode, seen, visible(frees)),
            None => t.activate_done_slot(number, name, mode, seen),
        });
    }
    if !problem.packages.is_empty() {
        out.say(&t.activate_done_packages());
    }
    for package in &problem.packages {
        out.say(&format!("  {}  {}", visible(&package.code), visible(&package.name)));
    }
}

fn count(t: Text, count: u32) -> String {
    if count == u32::MAX { t.activate_value_unlimited() } else { count.to_string() }
}

fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

pub(super) fn license_rows(t: Text, license: &License) -> Vec<(String, String)> {
    let (package, seats) = (&license.package, &license.seats);
    let limits: Vec<String> = license.limits.iter().map(|(name, limit)| format!("{name} {limit}")).collect();
    let kind = [&package.type_, &package.tier, &package.deployment, &package.environment];
    vec![
        (t.activate_label_package(), format!("{} ({})", package.name, package.code)),
        (t.activate_label_organisation(), license.organisation.clone()),
        (t.activate_label_holder(), license.holder.clone()),
        (
            t.activate_label_bought(),
            license.valid_until.map_or_else(|| t.activate_value_endless(), |until| until.to_string()),
        ),
        (t.activate_label_type(), listed(kind.into_iter().map(String::as_str))),
        (
            t.activate_label_seats(),
            t.activate_value_seats(
                count(t, seats.administrators),
                count(t, seats.designers),
                count(t, seats.viewers),
            ),
        ),
        (t.activate_label_limits(), limits.join(", ")),
        (t.activate_label_entitlements(), listed(license.entitlements.iter().map(String::as_str))),
    ]
}

fn state(t: Text, standing: &Standing) -> Vec<(String, String)> {
    let stopped: Vec<String> =
        standing.stopped().iter().map(|ability| t.word("ability", ability.word())).collect();
    vec![
        (t.activate_label_state(), t.word("state", &word(standing))),
        (t.activate_label_ends(), ends(t, standing)),
        (t.activate_label_stops(), stopped.join(", ")),
    ]
}

fn ends(t: Text, standing: &Standing) -> String {
    let day = standing.ends_at.to_string();
    match standing.days_left {
        left if left < 0 => t.activate_value_ended(left.saturating_neg(), day),
        left => t.activate_value_ends(left, day),
    }
}

fn word(standing: &Standing) -> String {
    serde_json::to_value(standing.state)
        .ok()
        .and_then(|word| Some(word.as_str()?.to_owned()))
        .unwrap_or_default()
}

/// The license of this installation, and how it stands.
pub(super) fn status(
    out: &Out,
    here: &Installation,
    held: &Holding,
    online: Option<&Result<Value>>,
    exit_code: u8,
) {
    let refused = online.and_then(|asked| asked.as_ref().err());
    if out.is_json {
        return out.json(&status_json(here, held, online, exit_code, out.text()));
    }
    let t = out.text();
    if let (Some(license), Some(standing)) = (held.claims(), &held.standing) {
        let mut rows = license_rows(t, license);
        rows.splice(3..3, state(t, standing));
        if let Some(lease) = &held.lease {
            let lease = t.activate_value_lease(
                license.leased_until(lease.claims.lease_until).to_string(),
                lease.claims.counter,
            );
            rows.push((t.activate_label_lease(), lease));
        }
        if let Some(next) = &held.next {
            let next = &next.claims;
            let ready = t.activate_value_from(next.package.name.as_str(), next.valid_from.to_string());
            rows.push((t.activate_label_next(), ready));
        }
        let contact = last_contact(here).unwrap_or_else(|| t.activate_value_never());
        rows.push((t.activate_label_contact(), contact));
        rows.push((t.activate_label_now(), held.clock.now.to_string()));
        rows.push((t.activate_label_device(), format!("{} {}", here.name, device(held))));
        out.table(&rows);
    }
    for trouble in &held.troubles {
        let (message, next) = t.of_trouble(trouble);
        out.say(&match trouble.weight {
            Weight::Warning => t.activate_line_warning(message),
            Weight::Invalid => t.activate_line_error(message),
        });
        if let Some(next) = next {
            out.say(&t.activate_line_hint(next));
        }
    }
    if let Some(refused) = refused {
        error(out, refused);
    }
}

fn device(held: &Holding) -> String {
    held.device().map(|key| key.kid()).unwrap_or_default()
}

/// When the license server last signed something for this machine.
fn last_contact(here: &Installation) -> Option<String> {
    let held = here.load().ok()?;
    let lease = held.lease.as_ref().map(|lease| lease.claims.issued_at);
    let license = held.claims().map(|license| license.issued_at);
    lease.max(license).map(|at| at.to_string())
}

fn status_json(
    here: &Installation,
    held: &Holding,
    online: Option<&Result<Value>>,
    exit_code: u8,
    t: Text,
) -> Value {
    let troubles: Vec<Value> = held
        .troubles
        .iter()
        .map(|trouble| {
            let (message, next) = t.of_trouble(trouble);
            json!({ "code": trouble.code, "message": message, "next": next })
        })
        .collect();
    let standing = held.standing.as_ref().map(|standing| {
        json!({
            "state": word(standing), "ends_at": standing.ends_at, "days_left": standing.days_left,
            "is_renewal_due": held.is_renewal_due(), "next_stop_at": standing.next_stop_at,
            "stopped": standing.stopped(),
        })
    });
    let comparison = held.comparison.as_ref().map(|comparison| match comparison {
        Comparison::Same => json!("same"),
        Comparison::Drifted { changed } => json!({ "changed": changed }),
        Comparison::Other => json!("other"),
    });
    json!({
        "verdict": held.verdict().word(), "exit_code": exit_code, "license": held.claims(),
        "standing": standing, "lease": held.lease.as_ref().map(|lease| &lease.claims),
        "next": held.next.as_ref().map(|next: &Opened<License>| &next.claims), "bulletin": held.bulletin_number(),
        "clock": { "state": held.clock.state, "now": held.clock.now, "wall": here.sight.wall },
        "machine": { "name": here.name, "device": held.device().map(|key| key.kid()), "comparison": comparison },
        "last_contact": last_contact(here), "troubles": troubles,
        "server": online.and_then(|asked| asked.as_ref().ok()),
        "server_error": online.and_then(|asked| asked.as_ref().err()).map(|error| error_json(t, error)),
    })
}

fn changes(out: &Out, all: &[Change]) {
    let t = out.text();
    if all.is_empty() {
        return out.say(&t.activate_done_no_changes());
    }
    out.say(&t.activate_done_changes());
    let or_none = |value: &str| if value.is_empty() { t.activate_value_none() } else { value.to_owned() };
    for change in all {
        let line =
            t.activate_value_change(change.what.as_str(), or_none(&change.before), or_none(&change.after));
        out.data(&format!("  {line}"));
    }
}

pub(super) fn activated(out: &Out, done: &Activated, email: &str) {
    let t = out.text();
    if out.is_json {
        return out.json(&json!({
            "license": done.license, "lease": done.lease, "new": done.is_new, "took_over": done.took_over,
            "left_sysadmin": done.left_sysadmin,
        }));
    }
    let until = done.license.leased_until(done.lease.lease_until);
    out.say(&t.activate_done_activated(done.license.package.name.as_str(), until.to_string()));
    if !done.is_new {
        out.say(&t.activate_done_again());
    }
    if done.left_sysadmin {
        out.say(&t.activate_done_sysadmin(email));
    }
}

pub(super) fn installed(out: &Out, done: &Installed) {
    let t = out.text();
    if out.is_json {
        return out.json(&json!({
            "license": done.license, "staged": done.is_staged, "changes": done.changes,
            "bulletin": done.took_bulletin, "lease": done.took_lease, "time": done.took_time,
        }));
    }
    if let Some(license) = &done.license {
        let name = license.package.name.as_str();
        out.say(&if done.is_staged {
            t.activate_done_staged(name, license.valid_from.to_string())
        } else {
            t.activate_done_installed(name)
        });
        if !done.changes.is_empty() {
            changes(out, &done.changes);
        }
    }
    let also = [
        (done.took_bulletin, t.activate_done_bulletin()),
        (done.took_lease, t.activate_done_lease()),
        (done.took_time, t.activate_done_time()),
        (
            done.license.is_none() && !(done.took_bulletin || done.took_lease || done.took_time),
            t.activate_done_nothing_new(),
        ),
    ];
    for (_, line) in also.iter().filter(|(is_so, _)| *is_so) {
        out.say(line);
    }
}

pub(super) fn renewed(out: &Out, done: &Renewed) {
    let t = out.text();
    if out.is_json {
        return out.json(&json!({
            "license": done.license, "lease": done.lease, "changes": done.changes, "staged": done.is_staged,
            "displaced": done.displaced, "clone_suspected": done.is_clone_suspected,
        }));
    }
    let until = done.license.leased_until(done.lease.lease_until).to_string();
    // Without a slot the lease stays as long as it was.
    let is_longer = done.displaced.is_none();
    out.say(&if is_longer { t.activate_done_renewed(until) } else { t.activate_done_not_renewed(until) });
    if !done.changes.is_empty() {
        changes(out, &done.changes);
    }
    if let Some(problem) = &done.displaced {
        out.say(&t.activate_line_warning(visible(&problem.detail)));
        if let Some(next) = &problem.next {
            out.say(&t.activate_line_hint(visible(next)));
        }
    }
    if done.is_clone_suspected {
        out.say(&t.activate_done_clone());
    }
}

pub(super) fn foreseen(out: &Out, seen: &Foreseen) {
    if out.is_json {
        let told =
            json!({ "changes": seen.changes, "lease_until": seen.lease_until, "has_slot": seen.has_slot });
        return out.json(&told);
    }
    changes(out, &seen.changes);
    if !seen.has_slot {
        out.say(&out.text().activate_done_no_slot());
    }
}

pub(super) fn given_back(out: &Out, done: &GivenBack) {
    let t = out.text();
    if out.is_json {
        let held_until = if let GivenSlot::HeldUntil(at) = &done.slot { Some(at) } else { None };
        return out.json(&json!({
            "license": done.license, "package": done.package, "free": done.slot == GivenSlot::Free,
            "held_until": held_until, "receipt": done.receipt,
        }));
    }
    match &done.slot {
        GivenSlot::Free => out.say(&t.activate_done_deactivated(done.package.as_str())),
        GivenSlot::HeldUntil(at) => out.say(&t.activate_done_held(done.package.as_str(), at.as_str())),
        GivenSlot::ByReceipt => {
            out.say(&t.activate_done_returned(done.package.as_str()));
            out.data(&done.receipt);
        }
    }
}

pub(super) fn explained(out: &Out, all: &[Explained]) {
    if out.is_json {
        return out.json(&json!(all));
    }
    let t = out.text();
    for file in all {
        let kind = file.kind.map_or("unknown", seatwarden_license_file::Kind::word);
        out.data(&t.word("word", kind));
        for check in &file.checks {
            let (mark, said) = if check.is_good {
                ("+", t.word("check", check.what))
            } else {
                ("-", t.word("check", &format!("not_{}", check.what)))
            };
            let about = check.about.as_ref().map(|about| format!(" ({about})")).unwrap_or_default();
            out.data(&format!("  {mark} {said}{about}"));
            if let Some(code) = check.code {
                let (message, next) = t.of_file(code, check.why.as_deref().unwrap_or_default());
                out.data(&format!("    {message}"));
                if let Some(next) = next {
                    out.data(&format!("    {}", t.activate_line_hint(next)));
                }
            }
        }
        for row in said::rows(t, file) {
            out.data(&format!("  {row}"));
        }
    }
}

pub(super) fn simulated(out: &Out, seen: &Simulated) {
    let t = out.text();
    if out.is_json {
        let works = |is_so: bool| {
            seen.abilities
                .iter()
                .filter(move |(_, works)| *works == is_so)
                .map(|(ability, _)| ability)
                .collect::<Vec<_>>()
        };
        let stops: Vec<Value> =
            seen.stops.iter().map(|(at, what)| json!({ "at": at, "what": what })).collect();
        return out.json(&json!({
            "at": seen.at, "license": seen.license, "state": word(&seen.standing), "ends_at": seen.standing.ends_at,
            "days_left": seen.standing.days_left, "works": works(true), "stopped": works(false), "stops": stops,
            "changes": seen.changes, "unreachable": seen.is_unreached,
        }));
    }
    let words = |is_so: bool| {
        let all = seen.abilities.iter().filter(|(_, works)| *works == is_so);
        all.map(|(ability, _)| t.word("ability", ability.word())).collect::<Vec<_>>().join(", ")
    };
    let mut rows = vec![(t.activate_label_now(), seen.at.to_string())];
    rows.extend(license_rows(t, &seen.license));
    rows.extend(state(t, &seen.standing).into_iter().take(2));
    rows.push((t.activate_label_works(), words(true)));
    rows.push((t.activate_label_stops(), words(false)));
    for (at, what) in &seen.stops {
        let what: Vec<String> = what.iter().map(|ability| t.word("ability", ability.word())).collect();
        rows.push((t.activate_label_later(), format!("{at}: {}", what.join(", "))));
    }
    out.table(&rows);
    out.say(&if seen.is_unreached { t.activate_done_unreached() } else { t.activate_done_reached() });
    if !seen.changes.is_empty() {
        changes(out, &seen.changes);
    }
}

pub(super) fn sent(out: &Out, all: &[Sent]) {
    if out.is_json {
        return out.json(&json!(all));
    }
    let t = out.text();
    if all.is_empty() {
        out.say(&t.activate_done_nothing_sent());
    }
    for one in all {
        out.data(&t.activate_done_sent(one.at.to_string(), visible(&one.to), visible(&one.what)));
        out.data(&format!("  {}", one.fields.join(", ")));
        for (name, value) in one.said.as_object().into_iter().flatten() {
            out.data(&format!("  {name}: {}", visible(&value.to_string())));
        }
    }
}

pub(super) fn doctor(out: &Out, report: &Report) {
    let t = out.text();
    let firewall =
        report.target.as_ref().map(|target| t.doctor_firewall(target.host.as_str(), target.port.to_string()));
    if out.is_json {
        let findings: Vec<Value> = report
            .findings
            .iter()
            .map(|finding| {
                let (message, next) = t.of_finding(finding);
                json!({ "code": finding.code, "level": finding.level, "message": message, "next": next })
            })
            .collect();
        return out
            .json(&json!({ "level": report.level(), "findings": findings, "firewall_request": firewall }));
    }
    let count = |level: Level| report.findings.iter().filter(|finding| finding.level == level).count();
    out.data(&match (count(Level::Wrong), count(Level::Warning)) {
        (0, warnings) if warnings > 0 => t.doctor_title_warnings(warnings),
        (wrong, _) => t.doctor_title(wrong),
    });
    for finding in &report.findings {
        let mark = match finding.level {
            Level::Good => "+",
            Level::Warning => "!",
            Level::Wrong => "-",
        };
        let (message, next) = t.of_finding(finding);
        let code = if finding.level == Level::Good { String::new() } else { format!(" [{}]", finding.code) };
        out.data(&format!("  {mark} {message}{code}"));
        if let Some(next) = next.filter(|_| finding.level != Level::Good) {
            out.data(&format!("    {}", t.activate_line_hint(next)));
        }
    }
    if let Some(request) = firewall.filter(|_| report.is_barred()) {
        out.data("");
        out.data(&t.doctor_firewall_head());
        out.data(&format!("  {request}"));
    }
}
