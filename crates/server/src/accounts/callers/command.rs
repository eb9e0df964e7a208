//! `seatwarden callers`: the scripts that call the API, from the command line, beside the running server or without it.

use std::process::ExitCode;

use seatwarden_base::Result;

use super::{
    actions,
    api_v1::item,
    model::{Caller, Filter},
};
use crate::{command::Out, cx::Cx, text::rfc3339, web::read_place};

/// How many callers are read at once.
const STEP: i64 = 200;

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Say who calls.
    List {
        /// Which of them.
        filter: Filter,
        /// As lines of JSON instead of columns.
        as_json: bool,
    },
    /// Switch callers off, or on again.
    Switch {
        /// Their ids.
        ids: Vec<String>,
        /// Whether they are off from now on.
        off: bool,
    },
}

/// Does what is asked for. The first caller that is refused ends it; those before it are switched by then.
pub(crate) async fn callers(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    match order {
        Order::List { filter, as_json } => list(cx, out, Filter { limit: STEP, ..filter }, as_json).await?,
        Order::Switch { ids, off } => {
            let t = out.text();
            for id in ids {
                actions::set_off(cx, &id, off).await?;
                out.say(&if off { t.callers_cli_off(id) } else { t.callers_cli_on(id) });
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(cx: &Cx, out: &Out, mut filter: Filter, as_json: bool) -> Result<()> {
    loop {
        let page = actions::list(cx, &filter).await?;
        for caller in &page.callers {
            out.data(&if as_json { item(out.text(), caller).to_string() } else { line(caller) });
        }
        let Some((at_ms, id)) = page.next else { return Ok(()) };
        filter.after = read_place(&crate::web::place(at_ms, &id))?;
    }
}

/// A caller in columns: id, `on` or `off`, kind, user, token, address, calls, last seen, old ways, program.
fn line(caller: &Caller) -> String {
    let parts: Vec<&str> = caller.parts.iter().map(|part| part.word()).collect();
    [
        caller.id.clone(),
        if caller.off_at_ms.is_some() { "off" } else { "on" }.to_owned(),
        caller.kind.word().to_owned(),
        caller.person.email.clone(),
        caller.token_name.clone(),
        caller.ip.clone(),
        caller.calls.to_string(),
        rfc3339(caller.last_seen_at_ms),
        parts.join(","),
        caller.user_agent.clone(),
    ]
    .join("\t")
}
