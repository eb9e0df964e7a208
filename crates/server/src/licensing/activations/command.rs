//! `seatwarden license servers`: the servers of a license and their slots, from the host.

use std::process::ExitCode;

use seatwarden_base::{Kind, Refusal, Result};

use super::{actions, bodies, model::Preview};
use crate::{command::Out, cx::Cx, text::rfc3339};

/// A reset was looked at, and not confirmed.
const UNCONFIRMED: Refusal = Refusal::new(Kind::Invalid, "activations.cli_unconfirmed");

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Say which servers there are, and why each counts.
    List { key: String, as_json: bool },
    /// Free the slot of one.
    Release { key: String, server: String },
    /// Say what a reset would do, and do it if it is confirmed.
    Reset { key: String, is_confirmed: bool, overrides: bool },
}

/// Does it.
pub(crate) async fn servers(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    match order {
        Order::List { key, as_json } => list(cx, out, &key, as_json).await?,
        Order::Release { key, server } => {
            actions::release(cx, &key, &server).await?;
            out.say(&out.text().activations_cli_released(server));
        }
        Order::Reset { key, is_confirmed: false, .. } => {
            preview(out, &actions::preview(cx, &key).await?);
            return Err(UNCONFIRMED.into());
        }
        Order::Reset { key, overrides, .. } => {
            preview(out, &actions::reset(cx, &key, overrides).await?);
            out.say(&out.text().activations_cli_reset(key));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Servers in columns: id, name, how it reaches us, why it counts, from when on another may have its slot, with whose
/// account. Below them those whose places others took.
async fn list(cx: &Cx, out: &Out, key: &str, as_json: bool) -> Result<()> {
    let mut after = String::new();
    loop {
        let servers = actions::servers(cx, key, &after).await?;
        for server in &servers {
            out.data(&if as_json {
                bodies::server(server, cx.now_ms).to_string()
            } else {
                let frees_at = server.frees_at_ms().map(rfc3339).unwrap_or_default();
                let why = server.why(cx.now_ms).word();
                let (mode, user) = (server.mode.word(), &server.user_name);
                format!("{}\t{}\t{mode}\t{why}\t{frees_at}\t{user}", server.id, server.name)
            });
        }
        match actions::next_after(&servers) {
            Some(next) => next.clone_into(&mut after),
            None => break,
        }
    }
    for one in actions::displaced(cx, key).await? {
        out.data(&if as_json {
            bodies::displaced(&one).to_string()
        } else {
            let (mode, until) = (one.mode.word(), rfc3339(one.until_ms));
            format!("{}\t{}\t{mode}\tdisplaced\t{until}\t", one.server_id, one.name)
        });
    }
    Ok(())
}

/// What becomes of each server by a reset: id, name, how it reaches us, its fate, until when it may run.
fn preview(out: &Out, preview: &Preview) {
    let t = out.text();
    for (server, fate) in &preview.servers {
        let (mode, until) = (server.mode.word(), rfc3339(server.lease_until_ms));
        out.data(&format!("{}\t{}\t{mode}\t{}\t{until}", server.id, server.name, fate.word()));
    }
    out.say(&t.activations_cli_preview(preview.used_before, preview.used_after));
    if let Some(at_ms) = preview.possible_at_ms {
        out.say(&t.activations_cli_possible_at(rfc3339(at_ms)));
    }
}
