//! `seatwarden license trials`: trial licenses and visitors of the Online Trial, from the host.

use std::process::ExitCode;

use seatwarden_base::Result;
use serde_json::{Map, Value};

use super::{actions, api_v1::visitor, model::Visitors};
use crate::{
    command::Out,
    cx::Cx,
    licensing::packages::{bodies::Sent, command::told},
    text::rfc3339,
    web::bad_json,
};

/// What the command line asks for; trial licenses themselves are listed by `license packages list --type trial`.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Say who went to the Online Trial.
    Visitors { as_json: bool },
    /// Give a trial license some days more.
    Extend { key: String, days: i64, reason: String },
    /// Make a paid license of it: fields as the API takes them.
    Convert { key: String, fields: Map<String, Value> },
}

/// Does it.
pub(crate) async fn trials(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    match order {
        Order::Visitors { as_json } => visitors(cx, out, as_json).await?,
        Order::Extend { key, days, reason } => {
            told(cx, out, actions::extend(cx, &key, days, &reason).await?);
        }
        Order::Convert { key, fields } => {
            let sent: Sent =
                serde_json::from_value(Value::Object(fields)).map_err(|cause| bad_json(&cause))?;
            let reason = sent.reason().to_owned();
            told(cx, out, actions::convert(cx, &key, sent.change()?, &reason).await?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn visitors(cx: &Cx, out: &Out, as_json: bool) -> Result<()> {
    let mut after = None;
    loop {
        let Visitors { items, next } = actions::visitors(cx, after).await?;
        for one in &items {
            let name = one.organisation.as_ref().map_or("", |(_, name)| name);
            out.data(&if as_json {
                visitor(one).to_string()
            } else {
                format!("{}\t{name}\t{}\t{}", one.email, one.visits, rfc3339(one.last_at_ms))
            });
        }
        match next {
            Some(next) => after = Some(next),
            None => return Ok(()),
        }
    }
}
