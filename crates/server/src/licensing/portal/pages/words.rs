//! What the words of packages and activations are called, and the table of servers.

use maud::{Markup, html};

use crate::{
    cx::Cx,
    licensing::{
        activations::{Displaced, Fate, Mode, ServerView, Why},
        packages::{Deployment, Environment, Kind, Standing, Tier},
    },
    text::{Text, rfc3339},
    web::parts::{Table, Tone, badge, column, moment, panel, table},
};

/// What a type of license is called.
pub fn kind_word(t: Text, kind: Kind) -> String {
    match kind {
        Kind::Subscription => t.portal_kind_subscription(),
        Kind::Perpetual => t.portal_kind_perpetual(),
        Kind::Trial => t.portal_kind_trial(),
        Kind::Internal => t.portal_kind_internal(),
    }
}

/// What a tier is called.
pub fn tier_word(t: Text, tier: Tier) -> String {
    match tier {
        Tier::Launch => t.portal_tier_launch(),
        Tier::Grow => t.portal_tier_grow(),
        Tier::Enterprise => t.portal_tier_enterprise(),
    }
}

/// What a deployment is called.
pub fn deployment_word(t: Text, deployment: Deployment) -> String {
    match deployment {
        Deployment::Cloud => t.portal_deployment_cloud(),
        Deployment::OnPremises => t.portal_deployment_on_premises(),
    }
}

/// What an environment is called.
pub fn environment_word(t: Text, environment: Environment) -> String {
    match environment {
        Environment::Production => t.portal_environment_prod(),
        Environment::Development => t.portal_environment_dev(),
        Environment::Backup => t.portal_environment_backup(),
        Environment::Trial => t.portal_environment_trial(),
    }
}

/// What a standing is called.
pub fn standing_word(t: Text, standing: Standing) -> String {
    match standing {
        Standing::Future => t.portal_standing_future(),
        Standing::Active => t.portal_standing_active(),
        Standing::Expiring => t.portal_standing_expiring(),
        Standing::Grace => t.portal_standing_grace(),
        Standing::Limited => t.portal_standing_limited(),
        Standing::Suspended => t.portal_standing_suspended(),
        Standing::Revoked => t.portal_standing_revoked(),
    }
}

/// How bad a standing is.
pub const fn standing_tone(standing: Standing) -> Tone {
    match standing {
        Standing::Active => Tone::Success,
        Standing::Future => Tone::Info,
        Standing::Expiring | Standing::Grace | Standing::Suspended => Tone::Warning,
        Standing::Limited | Standing::Revoked => Tone::Danger,
    }
}

/// How a server reaches the license server, in words.
pub fn mode_word(t: Text, mode: Mode) -> String {
    match mode {
        Mode::Online => t.portal_mode_online(),
        Mode::Offline => t.portal_mode_offline(),
        Mode::Voucher => t.portal_mode_voucher(),
    }
}

/// Why a server counts, or does not, in a sentence.
pub fn why_word(t: Text, server: &ServerView, why: Why) -> String {
    match why {
        Why::Running => t.portal_why_running(),
        Why::Lapsed => t.portal_why_lapsed(),
        Why::Offline => t.portal_why_offline(),
        Why::OfflineKey => t.portal_why_offline_key(),
        Why::NotCounted => t.portal_why_not_counted(),
        Why::Waiting => t.portal_why_waiting(),
        Why::Released => t.portal_why_released(t.date(server.lease_until_ms)),
    }
}

/// What a reset would do to a server, in a sentence.
pub fn fate_word(t: Text, server: &ServerView, fate: Fate) -> String {
    match fate {
        Fate::Stays => t.portal_fate_stays(),
        Fate::Contends => t.portal_fate_contends(t.date(server.lease_until_ms)),
        Fate::Keeps => t.portal_fate_keeps(),
        Fate::Lapsed => t.portal_fate_lapsed(),
        Fate::Ends => t.portal_fate_ends(t.date(server.lease_until_ms)),
    }
}

/// A moment in the past.
pub(super) fn when(cx: &Cx, at_ms: i64) -> Markup {
    html! { (moment(cx.text().ago(at_ms, cx.now_ms), rfc3339(at_ms))) }
}

/// A day.
pub(super) fn day(cx: &Cx, at_ms: i64) -> Markup {
    html! { (moment(cx.text().date(at_ms), rfc3339(at_ms))) }
}

/// The servers of a package: where each runs, when it was heard of, why it counts and when its slot is free again.
/// `act` draws what can be done with one.
pub fn servers_table(cx: &Cx, servers: &[ServerView], act: impl Fn(&ServerView) -> Markup) -> Table<'static> {
    let t = cx.text();
    let mut rows = table(t.portal_servers())
        .column(column(t.portal_server()))
        .column(column(t.portal_mode()))
        .column(column(t.portal_last_seen()))
        .column(column(t.portal_why()))
        .column(column(t.portal_frees_at()))
        .column(column(t.portal_activated_by()))
        .column(column(t.portal_actions()).actions());
    for server in servers {
        let why = server.why(cx.now_ms);
        let tone = match why {
            Why::Running | Why::Offline | Why::OfflineKey => Tone::Plain,
            Why::Lapsed | Why::NotCounted | Why::Released => Tone::Info,
            Why::Waiting => Tone::Warning,
        };
        rows = rows.row([
            html! {
                bdi { (server.name) }
                @if !server.version.is_empty() { span.quiet-line { bdi { (server.version) } } }
                @if server.cloned_at_ms.is_some() { " " (badge(Tone::Danger, t.portal_cloned())) }
            },
            html! { (badge(tone, mode_word(t, server.mode))) },
            html! {
                (when(cx, server.last_seen_at_ms))
                @if !server.last_ip.is_empty() { span.quiet-line { bdi { (server.last_ip) } } }
            },
            html! { (why_word(t, server, why)) },
            html! { @if let Some(at_ms) = server.frees_at_ms() { (day(cx, at_ms)) } @else { (t.portal_no_slot()) } },
            html! { bdi { (server.user_name) } },
            act(server),
        ]);
    }
    rows
}

/// The machines whose places others took: why each counts still, and until when. Nothing if there is none.
pub fn displaced_panel(cx: &Cx, displaced: &[Displaced]) -> Markup {
    let t = cx.text();
    if displaced.is_empty() {
        return Markup::default();
    }
    let mut rows = table(t.portal_displaced())
        .column(column(t.portal_server()))
        .column(column(t.portal_mode()))
        .column(column(t.portal_why()))
        .column(column(t.portal_counts_until()));
    for one in displaced {
        let since = t.date(one.since_ms);
        let why = match one.mode {
            Mode::Online => t.portal_why_displaced(since),
            Mode::Offline | Mode::Voucher => t.portal_why_displaced_offline(since),
        };
        rows = rows.row([
            html! { bdi { (one.name) } },
            html! { (badge(Tone::Info, mode_word(t, one.mode))) },
            html! { (why) },
            day(cx, one.until_ms),
        ]);
    }
    html! { (panel(rows).title(t.portal_displaced()).lead(html! { (t.portal_displaced_lead()) }).flush()) }
}
