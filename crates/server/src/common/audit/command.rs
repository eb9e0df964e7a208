//! `seatwarden audit verify`.

use std::process::ExitCode;

use seatwarden_base::Result;

use super::{Verdict, verify as walk};
use crate::{command::Out, cx::Cx};

/// Walks the chain of events and says whether it is whole; the exit code says the same.
pub(crate) async fn verify(cx: &Cx, out: &mut Out) -> Result<ExitCode> {
    let t = out.text();
    match walk(&cx.db).await? {
        Verdict::Whole { events } => {
            out.data(&t.audit_whole(events));
            Ok(ExitCode::SUCCESS)
        }
        Verdict::Broken { sequence } => {
            out.data(&t.audit_broken(sequence));
            Ok(ExitCode::FAILURE)
        }
    }
}
