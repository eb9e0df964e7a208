//! The form that makes a call from its page: as whoever is signed in, or with a token that is kept nowhere.

use maud::{Markup, html};
use serde_json::Value;

use super::super::samples::place_sample;
use crate::{
    cx::Cx,
    web::{
        assets,
        openapi::Operation,
        parts::{button, field, panel},
    },
};

/// The form; there only with scripts.
pub(super) fn panel_of(cx: &Cx, operation: &Operation) -> Markup {
    let t = cx.text();
    let asks = operation.is_change();
    let media = operation.body.as_ref().and_then(|body| body.forms.first()).map(|(media, _)| *media);
    let form = html! {
        form.form method="dialog" data-try=(operation.path) data-method=(operation.method) data-media=[media]
            data-failed=(t.api_reader_try_failed())
            data-confirm=[asks.then(|| t.api_reader_try_confirm())]
            data-confirm-text=[asks.then(|| t.api_reader_try_confirm_text())]
            data-confirm-yes=[asks.then(|| t.api_reader_try_send())] data-confirm-no=[asks.then(|| t.web_cancel())] {
            @for name in operation.places() {
                @let named = format!("path.{name}");
                (field(&named, name).code_text().value(place_sample(name)).required())
            }
            @if !operation.query.is_empty() {
                details {
                    summary { (t.api_reader_parameters()) }
                    div.fields {
                        @for parameter in &operation.query {
                            @let named = format!("query.{}", parameter.name);
                            (field(&named, parameter.name).code_text())
                        }
                    }
                }
            }
            @if let Some(body) = &operation.body {
                (field("body", t.api_reader_body()).text_area(8).value(shown(body.example.as_ref())))
            }
            (field("token", t.api_reader_try_token()).code_text().hint(t.api_reader_try_token_hint()))
            div.actions { (button(t.api_reader_try_send()).primary()) }
        }
        output.tried hidden data-tried {
            p { strong data-status {} }
            pre dir="ltr" tabindex="0" { code data-answer {} }
        }
        script type="module" src=(assets::API_READER_JS) {}
    };
    html! {
        div.needs-script { (panel(form).title(t.api_reader_try()).lead(html! { (t.api_reader_try_lead()) })) }
    }
}

fn shown(example: Option<&Value>) -> String {
    match example {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(json) => serde_json::to_string_pretty(json).unwrap_or_default(),
    }
}
