//! `seatwarden license customers`: organisations and their people, from the host.

use std::process::ExitCode;

use seatwarden_base::Result;
use serde_json::{Value, json};

use super::{actions, bodies};
use crate::{
    command::Out,
    cx::Cx,
    licensing::{
        organisations::{self, Organisation},
        packages,
        sign_up::NewAccount,
    },
    text::rfc3339,
};

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Say which customers there are.
    List { search: String, as_json: bool },
    /// Add one, with the account of its owner, who is mailed.
    Add { name: String, email: String, first_name: String, last_name: String },
    /// Give one, by id or name, another name.
    Rename { key: String, name: String },
    /// Show one by id or name.
    Show { key: String, as_json: bool },
}

/// Does it.
pub(crate) async fn customers(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    match order {
        Order::List { search, as_json } => list(cx, out, &search, as_json).await?,
        Order::Add { name, email, first_name, last_name } => {
            let owner =
                NewAccount { email: &email, first_name: &first_name, last_name: &last_name, language: None };
            let made = actions::add_customer(cx, &name, &owner).await?;
            out.say(&out.text().issuer_cli_added(made.name));
            out.data(&made.id);
        }
        Order::Rename { key, name } => {
            let customer = keyed(cx, &key).await?;
            organisations::rename(cx, &customer.id, customer.version, &name).await?;
            out.say(&out.text().issuer_cli_renamed(customer.name, name));
        }
        Order::Show { key, as_json } => show(cx, out, &key, as_json).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(cx: &Cx, out: &Out, search: &str, as_json: bool) -> Result<()> {
    let (mut name, mut after) = (String::new(), String::new());
    loop {
        let (found, next) = actions::customers(cx, search, (&name, &after)).await?;
        for (customer, members) in &found {
            out.data(&if as_json {
                bodies::customer(customer, *members).to_string()
            } else {
                format!("{}\t{}\t{members}\t{}", customer.id, customer.name, rfc3339(customer.created_at_ms))
            });
        }
        match next {
            Some(next) => (name, after) = next,
            None => return Ok(()),
        }
    }
}

/// The customer of an id or a name.
async fn keyed(cx: &Cx, key: &str) -> Result<Organisation> {
    match organisations::named(&mut cx.db.read().await?, key).await? {
        Some(named) => Ok(named),
        None => organisations::find(cx, key).await,
    }
}

async fn show(cx: &Cx, out: &Out, key: &str, as_json: bool) -> Result<()> {
    let customer = keyed(cx, key).await?;
    let members = organisations::members(cx, &customer.id).await?;
    let mut theirs = Vec::new();
    let mut after = String::new();
    loop {
        let (found, next) = packages::list(cx, &customer.id, &after).await?;
        theirs.extend(found);
        match next {
            Some(next) => after = next,
            None => break,
        }
    }
    if as_json {
        let mut body = bodies::customer(&customer, i64::try_from(members.len()).unwrap_or(i64::MAX));
        body["accounts"] = members.iter().map(bodies::member).collect();
        let shown = |package| packages::bodies::package(package, cx.now_ms);
        body["packages"] = json!(theirs.iter().map(shown).collect::<Vec<Value>>());
        out.data(&body.to_string());
        return Ok(());
    }
    out.data(&format!("{}\t{}", customer.id, customer.name));
    for member in &members {
        out.data(&format!("account\t{}\t{}\t{}", member.email, member.role.word(), member.name));
    }
    for package in &theirs {
        let standing = package.terms.standing(cx.now_ms).word();
        out.data(&format!("package\t{}\t{standing}\t{}", package.code, package.terms.name));
    }
    Ok(())
}
