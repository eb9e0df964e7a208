//! `seatwarden mails`: what failed, and trying it again, from the host.

use std::process::ExitCode;

use seatwarden_base::Result;

use super::{
    actions::{self, DeliveryFilter, retry},
    model::{MailState, Queued},
};
use crate::{command::Out, cx::Cx, text::rfc3339};

/// How many mails are read at once.
const STEP: i64 = 200;

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Say which mails failed.
    Failed,
    /// Try these again; all that can be if none is named.
    Retry {
        /// Their ids.
        ids: Vec<String>,
    },
}

/// Does what is asked for. The first mail that is refused ends it; those before it wait again by then.
pub(crate) async fn mails(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let t = out.text();
    match order {
        Order::Failed => failed(cx, out).await?,
        Order::Retry { ids } if ids.is_empty() => {
            let retried = retry::retry_all(cx).await?;
            out.say(&t.outbox_retried_all(retried.again, retried.ended));
        }
        Order::Retry { ids } => {
            for id in ids {
                retry::retry(cx, &id).await?;
                out.say(&t.outbox_retried());
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn failed(cx: &Cx, out: &Out) -> Result<()> {
    let mut filter = DeliveryFilter { state: Some(MailState::Failed), ..DeliveryFilter::default() };
    loop {
        let page = actions::deliveries(cx, &filter, STEP).await?;
        for mail in &page.mails {
            out.data(&line(mail));
        }
        if page.next.is_none() {
            return Ok(());
        }
        filter.before = page.next;
    }
}

fn line(mail: &Queued) -> String {
    let why = mail.last_error.as_deref().unwrap_or_default();
    [mail.id.as_str(), &rfc3339(mail.created_at_ms), &mail.kind, &mail.to_address, why].join("\t")
}
