//! Trials: trial licenses, each with its end and what can become of it; and who went to the Online Trial.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use crate::{
    cx::{Cx, Permission},
    licensing::{
        organisations,
        packages::{self, Change, Changed, Kind, LimitsChange, Package, Tier},
        portal::pages::{shown_here, standing_tone, standing_word, tier_word},
        trials::{self, EXTEND_DAYS_MAX, Visitors},
    },
    text::{day_end_ms, rfc3339},
    web::{
        Form, WebResult, field_error,
        issuer::{IssuerPage, view},
        parts::{
            Icon, badge, button, column, empty, field, form, link_button, moment, page_header, pager, panel,
            select, table,
        },
        place, problems, read_place, see_other,
    },
};

const HERE: &str = IssuerPage::Trials.path();
pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(list))
        .route("/issuer/trials/{code}", get(show))
        .route("/issuer/trials/{code}/extend", post(extend))
        .route("/issuer/trials/{code}/convert", post(convert))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    after: String,
    visitors: String,
}

async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let (licenses, next) = packages::list_of_kind(&cx, Kind::Trial, &asked.after).await?;
    let visitors = trials::visitors(&cx, read_place(&asked.visitors)?).await?;
    let t = cx.text();
    let next = next.map(|after| format!("{HERE}?after={after}"));
    let mut rows = table(t.issuer_trial_licenses())
        .column(column(t.portal_package()))
        .column(column(t.issuer_customer()))
        .column(column(t.portal_expiration()))
        .column(column(t.issuer_state()))
        .column(column(t.portal_actions()).actions());
    for package in &licenses {
        rows = rows.row(license_row(&cx, package).await?);
    }
    let view = view(&cx, IssuerPage::Trials, t.issuer_trials(), None);
    Ok(view.page(html! {
        (page_header(t.issuer_trials()).lead(html! { (t.issuer_trials_lead()) }))
        @if licenses.is_empty() {
            (empty(t.issuer_no_trials(), t.issuer_no_trials_lead()).icon(Icon::Key)
                .action(link_button(t.issuer_customers(), "/issuer")))
        } @else {
            (panel(html! { (rows) @if next.is_some() { (pager(t.issuer_trial_licenses(), "").next(t.portal_older_next(), next)) } })
                .title(t.issuer_trial_licenses()).flush())
        }
        (came(&cx, &visitors))
    }))
}

async fn license_row(cx: &Cx, package: &Package) -> Result<[Markup; 5]> {
    let organisation = organisations::find(cx, &package.organisation_id).await?;
    let t = cx.text();
    let standing = package.terms.standing(cx.now_ms);
    Ok([
        html! {
            a href=(format!("/issuer/packages/{}", package.code)) { bdi { (package.terms.name) } }
            span.quiet-line { bdi { (package.code) } }
        },
        html! { bdi { a href=(format!("/issuer/customers/{}", organisation.id)) { (organisation.name) } } },
        html! {
            @if let Some(at_ms) = package.terms.valid_until_ms { (moment(t.date(at_ms), rfc3339(at_ms))) }
            @else { (t.portal_never()) }
        },
        html! { (badge(standing_tone(standing), standing_word(t, standing))) },
        html! {
            @if cx.may(Permission::LicensesManage) {
                (link_button(t.issuer_trial_extend_or_convert(), format!("{HERE}/{}", package.code)).small())
            }
        },
    ])
}

fn came(cx: &Cx, visitors: &Visitors) -> Markup {
    let t = cx.text();
    if visitors.items.is_empty() {
        return html! { (empty(t.issuer_no_visitors(), t.issuer_no_visitors_lead()).icon(Icon::Users)) };
    }
    let at = |at_ms: i64| html! { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) };
    let mut rows = table(t.issuer_visitors())
        .column(column(t.portal_email()))
        .column(column(t.issuer_customer()))
        .column(column(t.issuer_visits()).numeric())
        .column(column(t.issuer_first_visit()))
        .column(column(t.issuer_last_visit()))
        .column(column(t.portal_actions()).actions());
    for visitor in &visitors.items {
        rows = rows.row([
            html! {
                a href=(format!("/admin/users/{}", visitor.user_id)) { bdi { (visitor.email) } }
                @if !visitor.name.is_empty() { span.quiet-line { bdi { (visitor.name) } } }
            },
            html! {
                @if let Some((id, name)) = &visitor.organisation {
                    bdi { a href=(format!("/issuer/customers/{id}")) { (name) } }
                }
            },
            html! { (t.number(visitor.visits)) },
            at(visitor.first_at_ms),
            at(visitor.last_at_ms),
            html! {
                @if let Some((id, _)) = visitor.organisation.as_ref().filter(|_| cx.may(Permission::LicensesManage)) {
                    (link_button(t.issuer_issue_trial(), format!("/issuer/customers/{id}/new-package?type=trial")).small())
                }
            },
        ]);
    }
    let next = visitors.next.as_ref().map(|(at_ms, id)| format!("{HERE}?visitors={}", place(*at_ms, id)));
    html! {
        (panel(html! { (rows) @if next.is_some() { (pager(t.issuer_visitors(), "").next(t.portal_older_next(), next)) } })
            .title(t.issuer_visitors()).flush())
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    days: String,
    tier: String,
    valid_until: String,
    servers: String,
    reason: String,
}

async fn show(cx: Cx, Path(code): Path<String>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let package = trials::trial(&cx, &code).await?;
    Ok(page(&cx, &package, &Typed::default(), None).await?)
}

fn after(package: &Package, changed: &Changed) -> Response {
    let word = match changed {
        Changed::Done(_) => "changed",
        Changed::Nothing(_) => "unchanged",
        Changed::Waits(_) => "waits",
    };
    see_other(&format!("/issuer/packages/{}?done={word}", package.code))
}

async fn extend(cx: Cx, Path(code): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let package = trials::trial(&cx, &code).await?;
    // What is no number is out of the limits, and refused by its field.
    let days = typed.days.trim().parse().unwrap_or(-1);
    match shown_here(trials::extend(&cx, &package.id, days, &typed.reason).await)? {
        Ok(changed) => Ok(after(&package, &changed)),
        Err(refusal) => Ok(page(&cx, &package, &typed, Some((Act::Extend, &refusal))).await?),
    }
}

async fn convert(cx: Cx, Path(code): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let package = trials::trial(&cx, &code).await?;
    let servers = typed.servers.trim().parse().unwrap_or(-1);
    let wish = Change {
        tier: Tier::of_word(&typed.tier),
        valid_until_ms: Some(day_end_ms(&typed.valid_until)),
        limits: LimitsChange { servers: Some(servers), ..LimitsChange::default() },
        ..Change::default()
    };
    match shown_here(trials::convert(&cx, &package.id, wish, &typed.reason).await)? {
        Ok(changed) => Ok(after(&package, &changed)),
        Err(refusal) => Ok(page(&cx, &package, &typed, Some((Act::Convert, &refusal))).await?),
    }
}

/// Which of the two forms was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Extend,
    Convert,
}

async fn page(
    cx: &Cx,
    package: &Package,
    typed: &Typed,
    refused: Option<(Act, &Refusal)>,
) -> Result<Response> {
    let organisation = organisations::find(cx, &package.organisation_id).await?;
    let t = cx.text();
    let of = |act: Act| refused.filter(|(refused, _)| *refused == act).map(|(_, refusal)| refusal);
    let title = t.issuer_trial_of(package.terms.name.clone());
    let view = view(cx, IssuerPage::Trials, title.clone(), None).refused(refused.map(|it| it.1));
    let standing = package.terms.standing(cx.now_ms);
    Ok(view.page(html! {
        (page_header(title).lead(html! {
            (badge(standing_tone(standing), standing_word(t, standing))) " "
            a href=(format!("/issuer/packages/{}", package.code)) { bdi { (package.code) } } " · "
            a href=(format!("/issuer/customers/{}", organisation.id)) { bdi { (organisation.name) } }
            @if let Some(at_ms) = package.terms.valid_until_ms { " · " (moment(t.date(at_ms), rfc3339(at_ms))) }
        }))
        (extend_form(cx, package, typed, of(Act::Extend), view.csrf()))
        (convert_form(cx, package, typed, of(Act::Convert), view.csrf()))
    }))
}

fn extend_form(cx: &Cx, package: &Package, typed: &Typed, refusal: Option<&Refusal>, csrf: &str) -> Markup {
    let t = cx.text();
    let days = if typed.days.is_empty() { "14" } else { typed.days.as_str() };
    let body = html! {
        (field("days", t.issuer_trial_days()).number().value(days).required()
            .hint(t.issuer_trial_days_hint(EXTEND_DAYS_MAX)).error(field_error(t, refusal, "days")))
        (field("reason", t.issuer_reason()).id("extend-reason").value(typed.reason.as_str()).max_length(300).required()
            .error(field_error(t, refusal, "reason")))
        div.actions { (button(t.issuer_trial_extend()).primary()) }
    };
    let action = format!("{HERE}/{}/extend", package.code);
    html! {
        (panel(form(action, csrf).problems(t.web_problems(), problems(t, refusal)).body(body))
            .title(t.issuer_trial_extend()))
    }
}

fn convert_form(cx: &Cx, package: &Package, typed: &Typed, refusal: Option<&Refusal>, csrf: &str) -> Markup {
    let t = cx.text();
    let chosen = if typed.tier.is_empty() { package.terms.tier.word() } else { typed.tier.as_str() };
    let mut tier = select("tier", t.portal_tier()).value(chosen);
    for one in Tier::ALL {
        tier = tier.option(one.word(), tier_word(t, *one));
    }
    let a_year = rfc3339(cx.now_ms + 365 * 24 * 3_600_000);
    let until = if typed.valid_until.is_empty() {
        a_year.chars().take(10).collect()
    } else {
        typed.valid_until.clone()
    };
    let servers = if typed.servers.is_empty() {
        package.terms.limits.servers.to_string()
    } else {
        typed.servers.clone()
    };
    let body = html! {
        div.row {
            (tier)
            (field("valid_until", t.portal_expiration()).date().value(until).required()
                .error(field_error(t, refusal, "validUntil")))
        }
        (field("servers", t.portal_servers()).number().value(servers).required()
            .hint(t.issuer_trial_servers_hint()).error(field_error(t, refusal, "limits.servers")))
        (field("reason", t.issuer_reason()).id("convert-reason").value(typed.reason.as_str()).max_length(300).required()
            .hint(t.issuer_reason_hint()).error(field_error(t, refusal, "reason")))
        div.actions { (button(t.issuer_trial_convert()).primary()) }
    };
    let action = format!("{HERE}/{}/convert", package.code);
    html! {
        (panel(form(action, csrf).problems(t.web_problems(), problems(t, refusal)).body(body))
            .title(t.issuer_trial_convert()).lead(html! { (t.issuer_trial_convert_lead()) }))
    }
}
