//! `seatwarden license users`: Add User to License, from the host.

use std::process::ExitCode;

use seatwarden_base::Result;

use super::actions;
use crate::{
    command::Out,
    cx::Cx,
    licensing::{packages, sign_up::NewAccount},
    text::rfc3339,
};

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Say who may activate a license beside the owners.
    List { key: String, as_json: bool },
    /// Let somebody activate it; an account is made and mailed if there is none.
    Add { key: String, email: String, first_name: String, last_name: String },
}

/// Does it.
pub(crate) async fn users(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    match order {
        Order::List { key, as_json } => {
            for user in packages::license_users(cx, &key).await? {
                out.data(&if as_json {
                    packages::bodies::user(&user).to_string()
                } else {
                    let added_at = rfc3339(user.added_at_ms);
                    format!(
                        "{}\t{}\t{}\t{added_at}\t{}",
                        user.user_id, user.email, user.activations, user.name
                    )
                });
            }
        }
        Order::Add { key, email, first_name, last_name } => {
            let new =
                NewAccount { email: &email, first_name: &first_name, last_name: &last_name, language: None };
            let is_mailed = actions::add_user(cx, &key, &new).await?;
            let t = out.text();
            out.say(&if is_mailed {
                t.portal_cli_user_mailed(email)
            } else {
                t.portal_cli_user_added(email)
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}
