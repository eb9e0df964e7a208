//! `seatwarden rescue`.

use std::process::ExitCode;

use seatwarden_base::Result;

use super::actions;
use crate::{accounts::setup, command::Out, cx::Cx};

/// Prints a one-time link for the Sys. Admin, on the standard output alone.
pub(crate) async fn rescue(cx: &Cx, out: &mut Out) -> Result<ExitCode> {
    // Whoever lost the secrets begins with new ones here.
    setup::check_secrets(cx, true).await?;
    let (email, url) = actions::rescue(cx).await?;
    let t = out.text();
    out.say(&t.rescue_lead(email, cx.config.password_reset.link_minutes));
    out.data(url.reveal());
    Ok(ExitCode::SUCCESS)
}
