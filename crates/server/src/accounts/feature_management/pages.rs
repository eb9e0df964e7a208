//! Admin > Feature Management: every switch, by section.

use std::collections::{BTreeMap, BTreeSet};

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::{FEATURES, Feature, Features, Section, actions, deployment_name, tier_name};
use crate::{
    common::settings::CHANGED_MEANWHILE,
    cx::Cx,
    license::Bought,
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{Icon, Tone, badge, button, form, hidden, notice, page_header, panel, switch},
        problems, see_other,
    },
};

const HERE: &str = AdminPage::FeatureManagement.path();

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route(HERE, get(show).post(save))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let features = actions::list(&cx).await?;
    Ok(page(&cx, &features, &features, None, &asked.done))
}

/// The names of the switches that were on when a form was drawn: what differs from them was changed in it.
const WAS_ON: &str = "was_on";

/// What the form asks for: only what was changed in it, so that the work of others stays. A form that does not say
/// how it was drawn asks for everything it shows.
fn wanted(cx: &Cx, typed: &BTreeMap<String, String>) -> BTreeMap<String, bool> {
    let was_on: Option<BTreeSet<&str>> = typed.get(WAS_ON).map(|names| names.split(' ').collect());
    FEATURES
        .iter()
        .map(|feature| (feature, name(feature)))
        .map(|(feature, name)| (feature, typed.contains_key(&name), name))
        .filter(|(feature, on, _)| *on || feature.lock(&cx.bought()).is_none())
        .filter(|(_, on, name)| was_on.as_ref().is_none_or(|was_on| was_on.contains(name.as_str()) != *on))
        .map(|(feature, on, _)| (feature.key.to_owned(), on))
        .collect()
}

/// A switch that is on sends `<key>=on`, one that is off sends nothing; those that are locked cannot send.
async fn save(cx: Cx, Form(typed): Form<BTreeMap<String, String>>) -> WebResult {
    let version = typed.get("version").and_then(|version| version.parse().ok()).unwrap_or(-1);
    let wanted = wanted(&cx, &typed);
    match actions::set(&cx, Some(version), &wanted).await {
        Ok(_) => Ok(see_other(&format!("{HERE}?done=saved"))),
        Err(Error::Refusal(refusal)) if refusal.code == CHANGED_MEANWHILE.code => {
            let stored = actions::list(&cx).await?;
            let mut shown = stored.clone();
            for (feature, on) in FEATURES.iter().filter_map(|it| Some((it, *wanted.get(it.key)?))) {
                shown.set(feature, on);
            }
            let others = changed_by_others(&typed, &stored, &cx.bought());
            Ok(page(&cx, &shown, &stored, Some((&refusal, &others)), ""))
        }
        Err(other) => Err(other.into()),
    }
}

/// What stands differently from how it stood when the form was drawn.
fn changed_by_others(
    typed: &BTreeMap<String, String>,
    stored: &Features,
    bought: &Bought,
) -> Vec<&'static Feature> {
    let Some(names) = typed.get(WAS_ON) else { return Vec::new() };
    let was_on: BTreeSet<&str> = names.split(' ').collect();
    let all = FEATURES.iter();
    all.filter(|it| was_on.contains(name(it).as_str()) != stored.is_on(it, bought)).collect()
}

fn name(feature: &Feature) -> String {
    feature.key.replace('.', "-")
}

/// The page with the switches as typed; after a conflict what others changed meanwhile, and what is only typed so
/// far, are listed apart on top.
fn page(
    cx: &Cx,
    shown: &Features,
    stored: &Features,
    conflict: Option<(&Refusal, &[&Feature])>,
    done: &str,
) -> axum::response::Response {
    let t = cx.text();
    let license = cx.bought();
    let refusal = conflict.map(|(refusal, _)| refusal);
    let others = conflict.map(|(_, others)| others).unwrap_or_default();
    let was_on: Vec<String> = FEATURES.iter().filter(|it| stored.is_on(it, &license)).map(name).collect();
    let said = (done == "saved").then(|| t.feature_management_saved());
    let view =
        admin::view(cx, AdminPage::FeatureManagement, t.feature_management_title(), said).refused(refusal);
    let differ: Vec<&Feature> =
        FEATURES.iter().filter(|feature| shown.is_set(feature) != stored.is_set(feature)).collect();
    let body = html! {
        (hidden("version", stored.version.to_string()))
        (hidden(WAS_ON, was_on.join(" ")))
        (told(t, t.feature_management_changed(), others, stored))
        (told(t, t.feature_management_typed(), &differ, shown))
        @for section in Section::ALL { (section_panel(cx, section, shown)) }
        div.actions { (button(t.web_save()).primary()) }
    };
    view.page(html! {
        (page_header(t.feature_management_title()).lead(html! { (t.feature_management_lead()) }))
        p { (t.feature_management_license(tier_name(license.tier).to_owned(), deployment_name(license.deployment).to_owned())) }
        (form(HERE, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(body))
    })
}

/// How some switches stand, under a heading; nothing if there are none.
fn told(t: Text, title: String, which: &[&Feature], stand: &Features) -> Markup {
    html! {
        @if !which.is_empty() {
            (notice(Tone::Warning, html! {
                ul {
                    @for feature in which {
                        @let now = if stand.is_set(feature) { t.feature_management_now_on(label(t, feature.key)) }
                            else { t.feature_management_now_off(label(t, feature.key)) };
                        li { (now) }
                    }
                }
            }).title(title))
        }
    }
}

fn section_panel(cx: &Cx, section: Section, features: &Features) -> Markup {
    let t = cx.text();
    let title = match section {
        Section::UserProfile => t.feature_management_user_profile(),
        Section::Analytics => t.feature_management_section_analytics(),
        Section::Data => t.feature_management_section_data(),
        Section::Sharing => t.feature_management_section_sharing(),
        Section::Administration => t.feature_management_section_administration(),
    };
    let of_section = FEATURES.iter().filter(|feature| feature.section == section);
    html! {
        (panel(html! { div.switches { @for feature in of_section { (row(cx, feature, features)) } } }).title(title))
    }
}

fn row(cx: &Cx, feature: &Feature, features: &Features) -> Markup {
    let t = cx.text();
    let locks = feature.locks(&cx.bought()).into_iter().map(|lock| {
        // Scripts know its key; people know its name.
        let (why, next) = t.refusal(&lock.with("feature", label(t, feature.key)));
        format!("{why} {}", next.unwrap_or_default())
    });
    let lock = Some(locks.collect::<Vec<_>>().join(" ")).filter(|lock| !lock.is_empty());
    let name = name(feature);
    let is_part = feature.key.contains('.');
    let control = switch(&name, label(t, feature.key)).checked(features.is_on(feature, &cx.bought()));
    let control = match (&lock, hint(t, feature.key)) {
        (Some(why), _) => control.disabled(true).hint(why.as_str()),
        (None, Some(hint)) => control.hint(hint),
        (None, None) => control,
    };
    html! {
        div.part[is_part] {
            (control)
            @if lock.is_some() { p.locked { (Icon::Lock) " " (badge(Tone::Plain, t.feature_management_locked())) } }
        }
    }
}

/// The name of a feature.
pub fn label(t: Text, key: &str) -> String {
    match key {
        "userProfile" => t.feature_management_user_profile(),
        "userProfile.personalInformation" => t.profile_personal_information(),
        "userProfile.preferences" => t.profile_preferences(),
        "userProfile.password" => t.profile_password(),
        "userProfile.apiToken" => t.profile_api_token(),
        "userProfile.sessions" => t.profile_sessions(),
        "alerting" => t.feature_management_alerting(),
        "pivot" => t.feature_management_pivot(),
        "sharedFormulas" => t.feature_management_shared_formulas(),
        "filterRelations" => t.feature_management_filter_relations(),
        "nlq" => t.feature_management_nlq(),
        "aiAssistant" => t.feature_management_ai_assistant(),
        "liveQuery" => t.feature_management_live_query(),
        "connectionManagement" => t.feature_management_connection_management(),
        "notebooks" => t.feature_management_notebooks(),
        "customCode" => t.feature_management_custom_code(),
        "buildDestination" => t.feature_management_build_destination(),
        "embedCode" => t.feature_management_embed_code(),
        "exportingXlsxV2" => t.feature_management_exporting_xlsx(),
        "exportingCsv" => t.feature_management_exporting_csv(),
        "customFonts" => t.feature_management_custom_fonts(),
        "newAdminUI" => t.feature_management_new_admin(),
        "versionHistory" => t.feature_management_version_history(),
        "gitIntegration" => t.feature_management_git_integration(),
        "multiTenancy" => t.feature_management_multi_tenancy(),
        other => other.to_owned(),
    }
}

fn hint(t: Text, key: &str) -> Option<String> {
    Some(match key {
        "userProfile" => t.feature_management_user_profile_hint(),
        "userProfile.apiToken" => t.feature_management_api_token_hint(),
        "alerting" => t.feature_management_alerting_hint(),
        "pivot" => t.feature_management_pivot_hint(),
        "sharedFormulas" => t.feature_management_shared_formulas_hint(),
        "filterRelations" => t.feature_management_filter_relations_hint(),
        "nlq" => t.feature_management_nlq_hint(),
        "aiAssistant" => t.feature_management_ai_assistant_hint(),
        "liveQuery" => t.feature_management_live_query_hint(),
        "connectionManagement" => t.feature_management_connection_management_hint(),
        "notebooks" => t.feature_management_notebooks_hint(),
        "customCode" => t.feature_management_custom_code_hint(),
        "buildDestination" => t.feature_management_build_destination_hint(),
        "embedCode" => t.feature_management_embed_code_hint(),
        "exportingXlsxV2" => t.feature_management_exporting_xlsx_hint(),
        "exportingCsv" => t.feature_management_exporting_csv_hint(),
        "customFonts" => t.feature_management_custom_fonts_hint(),
        "newAdminUI" => t.feature_management_new_admin_hint(),
        "versionHistory" => t.feature_management_version_history_hint(),
        "gitIntegration" => t.feature_management_git_integration_hint(),
        "multiTenancy" => t.feature_management_multi_tenancy_hint(),
        _ => return None,
    })
}
