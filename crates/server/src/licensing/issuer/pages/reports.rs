//! Reports as pages, and as CSV files.

use axum::{
    Router,
    extract::Path,
    http::{HeaderValue, header},
    response::IntoResponse,
    routing::get,
};
use maud::{Markup, html};

use crate::{
    cx::{Cx, Permission},
    licensing::{
        portal::pages::{kind_word, standing_tone, standing_word, tier_word},
        reports::{self, Cell, Column, Report, Which, bodies},
    },
    text::{Text, rfc3339},
    web::{
        WebResult,
        csv::CSV,
        issuer::{IssuerPage, view},
        parts::{
            Icon, Tone, badge, column, empty, link_button, meter, moment, notice, page_header, panel, table,
            tabs,
        },
    },
};

const HERE: &str = IssuerPage::Reports.path();
/// How many rows the page shows; the file has all of them.
const SHOWN: usize = 200;

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(first))
        .route("/issuer/reports/{report}", get(show))
        .route("/issuer/reports/{report}/csv", get(as_csv))
}

async fn first(cx: Cx) -> WebResult {
    page(&cx, Which::Expiring).await
}

async fn show(cx: Cx, Path(word): Path<String>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    page(&cx, Which::of_word(&word)?).await
}

async fn as_csv(cx: Cx, Path(word): Path<String>) -> WebResult {
    cx.require(Permission::LicensesRead)?;
    let report = reports::exported(&cx, Which::of_word(&word)?).await?;
    let mut response = bodies::csv(&report).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(CSV));
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{}.csv\"", report.which.word()));
    headers.extend(name.map(|name| (header::CONTENT_DISPOSITION, name)));
    Ok(response)
}

async fn page(cx: &Cx, which: Which) -> WebResult {
    let report = reports::make(cx, which).await?;
    let t = cx.text();
    let view = view(cx, IssuerPage::Reports, title(t, which), None);
    let mut pages = tabs(t.issuer_reports());
    for other in Which::ALL {
        pages = pages.tab(title(t, other), format!("{HERE}/{}", other.word()), other == which);
    }
    let all = i64::try_from(report.rows.len()).unwrap_or(i64::MAX);
    let is_part = report.is_cut || report.rows.len() > SHOWN;
    Ok(view.page(html! {
        (page_header(t.issuer_reports()).lead(html! { (lead(t, which)) }).actions(html! {
            (link_button(t.issuer_report_csv(), format!("{HERE}/{}/csv", which.word())).icon(Icon::Download).download())
        }))
        (pages)
        @if is_part { (notice(Tone::Info, html! { p { (t.issuer_report_part(i64::try_from(SHOWN).unwrap_or_default(), all)) } })) }
        @if report.rows.is_empty() { (empty(t.issuer_report_empty(), t.issuer_report_empty_lead()).icon(Icon::Check)) }
        @else { (panel(rows(cx, &report)).flush()) }
    }))
}

fn title(t: Text, which: Which) -> String {
    match which {
        Which::Expiring => t.issuer_report_expiring(),
        Which::Activations => t.issuer_report_activations(),
        Which::Slots => t.issuer_report_slots(),
        Which::Lapsed => t.issuer_report_lapsed(),
        Which::Seats => t.issuer_report_seats(),
    }
}

fn lead(t: Text, which: Which) -> String {
    match which {
        Which::Expiring => t.issuer_report_expiring_lead(),
        Which::Activations => t.issuer_report_activations_lead(),
        Which::Slots => t.issuer_report_slots_lead(),
        Which::Lapsed => t.issuer_report_lapsed_lead(),
        Which::Seats => t.issuer_report_seats_lead(),
    }
}

fn head(t: Text, column: Column) -> String {
    match column {
        Column::Name => t.portal_name(),
        Column::Package => t.portal_code(),
        Column::Organisation => t.issuer_customer(),
        Column::Type => t.portal_type(),
        Column::Tier => t.portal_tier(),
        Column::ValidUntil => t.portal_expiration(),
        Column::DaysLeft => t.issuer_days_left(),
        Column::Standing => t.issuer_state(),
        Column::Month => t.issuer_month(),
        Column::Activations => t.portal_activations(),
        Column::Used => t.issuer_used(),
        Column::Allowed => t.issuer_allowed(),
        Column::Percent => t.issuer_percent(),
        Column::Server => t.portal_server(),
        Column::LastSeen => t.portal_last_seen(),
        Column::LeaseUntil => t.issuer_lease_ended(),
        Column::ActivatedBy => t.portal_activated_by(),
        Column::Packages => t.issuer_packages(),
        Column::Servers => t.portal_servers(),
        Column::Administrators => t.portal_administrators(),
        Column::Designers => t.portal_designers(),
        Column::Viewers => t.portal_viewers(),
        Column::Unlimited => t.issuer_without_limit(),
    }
}

fn rows(cx: &Cx, report: &Report) -> Markup {
    let t = cx.text();
    let columns = report.which.columns();
    let mut rows = table(title(t, report.which));
    for one in columns {
        let is_number = report.rows.iter().take(1).any(|cells| {
            let at = columns.iter().position(|other| other == one);
            matches!(at.and_then(|at| cells.get(at)), Some(Cell::Count(_)))
        });
        let head = column(head(t, *one));
        rows = rows.column(if is_number && *one != Column::Percent { head.numeric() } else { head });
    }
    for (index, cells) in report.rows.iter().take(SHOWN).enumerate() {
        rows = rows.row(columns.iter().zip(cells).map(|(column, cell)| drawn(cx, *column, cell, index)));
    }
    html! { (rows) }
}

fn drawn(cx: &Cx, column: Column, cell: &Cell, index: usize) -> Markup {
    let t = cx.text();
    match (cell, column) {
        (Cell::Text(code), Column::Package) => {
            html! { bdi { a href=(format!("/issuer/packages/{code}")) { (code) } } }
        }
        (Cell::Text(text), _) => html! { bdi { (text) } },
        (Cell::Count(count), Column::Percent) => {
            let percent = u64::try_from(*count).unwrap_or_default();
            let words = t.issuer_percent_of(*count);
            html! { (meter(&format!("percent-{index}"), "", words, percent, 100)) }
        }
        (Cell::Count(count), _) => html! { (t.number(*count)) },
        (Cell::At(at_ms), Column::LastSeen) => {
            html! { (moment(t.ago(*at_ms, cx.now_ms), rfc3339(*at_ms))) }
        }
        (Cell::At(at_ms), _) => html! { (moment(t.date(*at_ms), rfc3339(*at_ms))) },
        (Cell::Type(kind), _) => html! { (kind_word(t, *kind)) },
        (Cell::Tier(tier), _) => html! { (tier_word(t, *tier)) },
        (Cell::Standing(standing), _) => {
            html! { (badge(standing_tone(*standing), standing_word(t, *standing))) }
        }
    }
}
