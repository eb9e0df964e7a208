//! The mail server, a test of it, and which mails are sent.

use axum::{
    Router,
    extract::Query,
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, Result, mail::SmtpSecurity, secret::Secret};
use serde::Deserialize;

use super::{
    super::{
        actions::{change_switches, choices, send_test, set_server},
        kinds::MailSwitches,
        model::{MailServer, WayOut, port_of},
    },
    SETTINGS, view,
};
use crate::{
    common::settings::{self, Versioned},
    cx::{Cx, Permission},
    web::{
        Form, WebResult, field_error,
        parts::{Tone, button, field, form, hidden, notice, page_header, panel, select, switch},
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route(SETTINGS, get(show))
        .route("/admin/email/server", post(save_server))
        .route("/admin/email/switches", post(save_switches))
        .route("/admin/email/test", post(test))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
}

async fn show(cx: Cx, Query(asked): Query<Done>) -> WebResult {
    let t = cx.text();
    let done = match asked.done.as_str() {
        "server" => Some(t.outbox_server_saved()),
        "switches" => Some(t.outbox_switches_saved()),
        "test" => Some(t.outbox_test_sent()),
        _ => None,
    };
    Ok(page(&cx, Typed::default(), None, done).await?)
}

/// Which form was refused.
#[derive(Default)]
enum About {
    #[default]
    Server,
    Test,
    Switches,
}

/// What was typed before a form was refused.
#[derive(Default)]
struct Typed {
    about: About,
    server: Option<ServerForm>,
    test: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct ServerForm {
    way: String,
    host: String,
    port: String,
    security: String,
    user_name: String,
    password: Secret,
    from_address: String,
    from_name: String,
    version: i64,
}

impl ServerForm {
    fn of(server: &MailServer) -> Self {
        Self {
            way: if server.way == WayOut::Smtp { "smtp" } else { "" }.to_owned(),
            host: server.host.clone(),
            port: if server.port == 0 { String::new() } else { server.port.to_string() },
            security: word(server.security).to_owned(),
            user_name: server.user_name.clone(),
            password: Secret::default(),
            from_address: server.from_address.clone(),
            from_name: server.from_name.clone(),
            version: server.version,
        }
    }

    /// What was typed. Refuses with `outbox.bad_port`.
    fn server(&self) -> Result<MailServer> {
        let security = SECURITIES.into_iter().find(|security| word(*security) == self.security);
        Ok(MailServer {
            way: if self.way == "smtp" { WayOut::Smtp } else { WayOut::Configured },
            host: self.host.trim().to_owned(),
            port: port_of(&self.port)?,
            security: security.unwrap_or_default(),
            user_name: self.user_name.trim().to_owned(),
            sealed_password: String::new(),
            from_address: self.from_address.trim().to_owned(),
            from_name: self.from_name.trim().to_owned(),
            version: self.version,
        })
    }
}

const SECURITIES: [SmtpSecurity; 4] =
    [SmtpSecurity::Starttls, SmtpSecurity::Tls, SmtpSecurity::Opportunistic, SmtpSecurity::None];

const fn word(security: SmtpSecurity) -> &'static str {
    match security {
        SmtpSecurity::Starttls => "starttls",
        SmtpSecurity::Tls => "tls",
        SmtpSecurity::Opportunistic => "opportunistic",
        SmtpSecurity::None => "none",
    }
}

async fn save_server(cx: Cx, Form(typed): Form<ServerForm>) -> WebResult {
    let password = Some(&typed.password).filter(|password| !password.is_empty());
    let saved = match typed.server() {
        Ok(server) => set_server(&cx, server, password).await,
        Err(refused) => Err(refused),
    };
    match saved {
        Ok(()) => Ok(see_other(&format!("{SETTINGS}?done=server"))),
        Err(Error::Refusal(refusal)) if refusal.code.starts_with("outbox.") => {
            let typed = Typed { server: Some(typed), ..Typed::default() };
            Ok(page(&cx, typed, Some(&refusal), None).await?)
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Deserialize)]
struct TestForm {
    #[serde(default)]
    email: String,
}

async fn test(cx: Cx, Form(typed): Form<TestForm>) -> WebResult {
    match send_test(&cx, typed.email.trim()).await {
        Ok(_) => Ok(see_other(&format!("{SETTINGS}?done=test"))),
        Err(Error::Refusal(refusal)) if refusal.code.starts_with("outbox.") => {
            let typed = Typed { about: About::Test, test: Some(typed.email), ..Typed::default() };
            Ok(page(&cx, typed, Some(&refusal), None).await?)
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SwitchesForm {
    all: Option<String>,
    invitations: Option<String>,
    password_recovery: Option<String>,
    password_changes: Option<String>,
    sign_ins: Option<String>,
    api_tokens: Option<String>,
    own_license: Option<String>,
    licenses_ending: Option<String>,
    version: i64,
}

async fn save_switches(cx: Cx, Form(typed): Form<SwitchesForm>) -> WebResult {
    let is_issuer = cx.config.license_server.enabled;
    let saved = change_switches(&cx, Some(typed.version), |switches| {
        *switches = MailSwitches {
            all: typed.all.is_some(),
            invitations: typed.invitations.is_some(),
            password_recovery: typed.password_recovery.is_some(),
            password_changes: typed.password_changes.is_some(),
            sign_ins: typed.sign_ins.is_some(),
            api_tokens: typed.api_tokens.is_some(),
            own_license: typed.own_license.is_some(),
            // Shown on a license server only, so elsewhere an empty box means nothing.
            licenses_ending: if is_issuer {
                typed.licenses_ending.is_some()
            } else {
                switches.licenses_ending
            },
        };
    });
    match saved.await {
        Ok(_) => Ok(see_other(&format!("{SETTINGS}?done=switches"))),
        // What stands now is shown, and nothing was typed that would be missed.
        Err(Error::Refusal(refusal)) if refusal.code == settings::CHANGED_MEANWHILE.code => {
            let typed = Typed { about: About::Switches, ..Typed::default() };
            Ok(page(&cx, typed, Some(&refusal), None).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(cx: &Cx, typed: Typed, refusal: Option<&Refusal>, done: Option<String>) -> Result<Response> {
    let (server, switches) = choices(cx).await?;
    let t = cx.text();
    let (view, tabs) = view(cx, SETTINGS, done);
    let view = view.refused(refusal);
    let shown = typed.server.unwrap_or_else(|| ServerForm::of(&server));
    let to = match typed.test {
        Some(typed) => typed,
        None => cx.person()?.email.clone(),
    };
    let (server_refusal, test_refusal, switches_refusal) = match typed.about {
        About::Server => (refusal, None, None),
        About::Test => (None, refusal, None),
        About::Switches => (None, None, refusal),
    };
    let server_form = form("/admin/email/server", view.csrf())
        .problems(t.web_problems(), problems(t, server_refusal))
        .body(server_fields(cx, &shown, &server, server_refusal));
    let test_form = form("/admin/email/test", view.csrf())
        .problems(t.web_problems(), problems(t, test_refusal))
        .body(html! {
            (field("email", t.outbox_test_to()).email().value(to).max_length(254).required()
                .error(field_error(t, test_refusal, "email")))
            div.actions { (button(t.outbox_test_send())) }
        });
    let switches_form = form("/admin/email/switches", view.csrf())
        .problems(t.web_problems(), problems(t, switches_refusal))
        .body(switches_fields(cx, &switches));
    Ok(view.page(html! {
        (page_header(t.outbox_email()).lead(html! { (t.outbox_email_lead()) }))
        (tabs)
        @if cx.mail_route.keeps_mails() { (notice(Tone::Info, html! { (t.outbox_demo_keeps()) " " a href="/inbox" { (t.outbox_title()) } })) }
        @else if !cx.may(Permission::ManageSysAdmin) { (notice(Tone::Info, html! { p { (t.outbox_server_is_sysadmins()) } })) }
        @else { (panel(server_form).title(t.outbox_server()).lead(html! { (t.outbox_server_lead()) })) }
        (panel(test_form).title(t.outbox_test()).lead(html! { (t.outbox_test_lead()) }))
        (panel(switches_form).title(t.outbox_switches()).lead(html! { (t.outbox_switches_lead()) }))
    }))
}

fn server_fields(cx: &Cx, shown: &ServerForm, kept: &MailServer, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    let password_hint =
        if kept.sealed_password.is_empty() { t.outbox_password_none() } else { t.outbox_password_kept() };
    html! {
        (hidden("version", shown.version.to_string()))
        (select("way", t.outbox_way()).option("", t.outbox_way_configured(cx.mail_route.name()))
            .option("smtp", t.outbox_way_smtp()).value(shown.way.as_str()))
        (field("host", t.outbox_host()).value(shown.host.as_str()).max_length(253)
            .error(field_error(t, refusal, "host")))
        (field("port", t.outbox_port()).value(shown.port.as_str()).max_length(5).hint(t.outbox_port_hint())
            .error(field_error(t, refusal, "port")))
        (select("security", t.outbox_security())
            .option("starttls", t.outbox_security_starttls())
            .option("tls", t.outbox_security_tls())
            .option("opportunistic", t.outbox_security_opportunistic())
            .option("none", t.outbox_security_none())
            .value(shown.security.as_str()))
        (field("user_name", t.outbox_user_name()).value(shown.user_name.as_str()).max_length(254)
            .autocomplete("off").hint(t.outbox_user_name_hint()).error(field_error(t, refusal, "user_name")))
        (field("password", t.outbox_password()).new_password(t.web_show_password()).autocomplete("off")
            .hint(password_hint).error(field_error(t, refusal, "password")))
        (field("from_address", t.outbox_from_address()).email().value(shown.from_address.as_str())
            .max_length(254).autocomplete("off").hint(t.outbox_from_hint(cx.mail_route.configured().from.as_str()))
            .error(field_error(t, refusal, "from_address")))
        (field("from_name", t.outbox_from_name()).value(shown.from_name.as_str()).max_length(100)
            .hint(t.outbox_from_hint(cx.mail_route.configured().from_name.as_str()))
            .error(field_error(t, refusal, "from_name")))
        div.actions { (button(t.web_save()).primary()) }
    }
}

fn switches_fields(cx: &Cx, switches: &Versioned<MailSwitches>) -> Markup {
    let t = cx.text();
    let version = switches.version.to_string();
    let switches = switches.value;
    html! {
        (hidden("version", version))
        (switch("all", t.outbox_switch_all()).checked(switches.all).hint(t.outbox_switch_all_hint()))
        (switch("invitations", t.outbox_switch_invitations()).checked(switches.invitations))
        (switch("password_recovery", t.outbox_switch_password_recovery()).checked(switches.password_recovery)
            .hint(t.outbox_switch_password_recovery_hint()))
        (switch("password_changes", t.outbox_switch_password_changes()).checked(switches.password_changes)
            .hint(t.outbox_switch_notices_hint()))
        (switch("sign_ins", t.outbox_switch_sign_ins()).checked(switches.sign_ins)
            .hint(t.outbox_switch_notices_hint()))
        (switch("api_tokens", t.outbox_switch_api_tokens()).checked(switches.api_tokens)
            .hint(t.outbox_switch_notices_hint()))
        (switch("own_license", t.outbox_switch_own_license()).checked(switches.own_license)
            .hint(t.outbox_switch_own_license_hint()))
        @if cx.config.license_server.enabled {
            (switch("licenses_ending", t.outbox_switch_licenses_ending()).checked(switches.licenses_ending)
                .hint(t.outbox_switch_licenses_ending_hint()))
        }
        p.hint { (t.outbox_switch_always()) }
        div.actions { (button(t.web_save()).primary()) }
    }
}
