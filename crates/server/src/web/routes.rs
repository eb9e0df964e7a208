//! Every room's routes in one router.

use axum::{Router, extract::DefaultBodyLimit};

use super::{
    admin, assets, choices, edge,
    openapi::{self, Part},
    style_page, well_known,
};
use crate::{
    accounts::{
        callers, directories, email_change, feature_management, groups, import, invitations,
        license_utilization, ownership, password_reset, platform, profile, recovery_codes, roles, seats,
        security, sessions, setup, sign_in, sysadmin_transfer, tenants, users, view_as,
    },
    common::{api_reader, audit, background_work, health, outbox},
    config::Config,
    licensing,
};

/// All pages and the API; those of the license server only where it is one.
pub fn router(config: &Config) -> Router {
    let licensing = if config.license_server.enabled { licensing::router() } else { Router::new() };
    Router::new()
        .merge(assets::router())
        .merge(choices::router())
        .merge(well_known::router())
        .merge(style_page::router())
        .merge(admin::router())
        .merge(openapi::router())
        .merge(api_reader::pages::router())
        .merge(health::router())
        .merge(health::api_v1::router())
        .merge(audit::pages::router())
        .merge(audit::api_v1::router())
        .merge(audit::api_v2::router())
        .merge(outbox::pages::router())
        .merge(outbox::api_platform::router())
        .merge(outbox::api_v1::router())
        .merge(background_work::pages::router())
        .merge(background_work::api_v1::router())
        .merge(roles::pages::router())
        .merge(roles::api_v09::router())
        .merge(tenants::router())
        .merge(directories::router())
        .merge(groups::pages::router())
        .merge(groups::api_v1::router())
        .merge(groups::api_v09::router())
        .merge(setup::pages::router())
        .merge(sign_in::pages::router())
        .merge(sign_in::api_v1::router())
        .merge(sign_in::api_v09::router())
        .merge(password_reset::pages::router())
        .merge(password_reset::api_v1::router())
        .merge(invitations::pages::router())
        .merge(invitations::api_v1::router())
        .merge(email_change::pages::router())
        .merge(recovery_codes::pages::router())
        .merge(profile::pages::router())
        .merge(profile::api_v1::router())
        .merge(profile::api_platform::router())
        .merge(sessions::pages::router())
        .merge(sessions::api_v1::router())
        .merge(feature_management::pages::router())
        .merge(feature_management::api_v1::router())
        .merge(callers::pages::router())
        .merge(callers::api_v1::router())
        .merge(security::pages::router())
        .merge(security::api_v1::router())
        .merge(security::api_platform::router())
        .merge(security::api_key::router())
        .merge(platform::api_v09_router())
        .merge(platform::api_v1_router())
        .merge(users::pages::router())
        .merge(users::api_v09::router())
        .merge(users::api_v1::router())
        .merge(import::pages::router())
        .merge(import::api_v1::router())
        .merge(ownership::pages::router())
        .merge(ownership::api_v1::router())
        .merge(ownership::api_platform::router())
        .merge(sysadmin_transfer::pages::router())
        .merge(sysadmin_transfer::api_v1::router())
        .merge(seats::pages::router())
        .merge(seats::api_v1::router())
        .merge(license_utilization::pages::router())
        .merge(license_utilization::api_v1::router())
        .merge(view_as::pages::router())
        .merge(licensing::trials::pages::entry_router())
        .merge(licensing)
        // The edge limits every body, as the operator configured it.
        .layer(DefaultBodyLimit::disable())
        .fallback(edge::not_found)
}

/// What every room says of its calls of the API, in the order in which the documents show it.
pub(super) fn api_parts() -> Vec<Part> {
    vec![
        sign_in::api_document::part(),
        profile::api_document::single_token_part(),
        callers::api_document::part(),
        profile::api_document::part(),
        password_reset::api_document::part(),
        invitations::api_document::part(),
        users::api_document::part(),
        sysadmin_transfer::api_document::part(),
        import::api_document::part(),
        groups::api_document::part(),
        roles::api_document::part(),
        seats::api_document::part(),
        license_utilization::api_document::part(),
        sessions::api_document::part(),
        ownership::api_document::part(),
        audit::api_document::part(),
        security::api_document::part(),
        outbox::api_document::part(),
        background_work::api_document::part(),
        feature_management::api_document::part(),
        tenants::api_document::part(),
        directories::api_document::part(),
        platform::api_document::part(),
        licensing::signing_keys::api_document::part(),
        licensing::packages::api_document::part(),
        licensing::activations::api_document::part(),
        licensing::trials::api_document::part(),
        licensing::reports::api_document::part(),
        licensing::downloads::api_document::part(),
        licensing::sample_dashboards::api_document::part(),
        licensing::issuer::api_document::part(),
        health::api_document::part(),
    ]
}
