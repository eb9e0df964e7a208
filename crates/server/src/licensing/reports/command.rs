//! `seatwarden license reports`: the same tables as on the page of the staff.

use std::process::ExitCode;

use seatwarden_base::Result;

use super::{actions, bodies, model::Which};
use crate::{command::Out, cx::Cx};

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The word of the report.
    pub which: String,
    /// As JSON instead of CSV.
    pub as_json: bool,
}

/// Makes a report and prints it.
pub(crate) async fn report(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let report = actions::exported(cx, Which::of_word(&order.which)?).await?;
    if order.as_json {
        out.data(&bodies::body(&report).to_string());
    } else {
        out.data(&String::from_utf8_lossy(&bodies::csv(&report)));
    }
    Ok(ExitCode::SUCCESS)
}
