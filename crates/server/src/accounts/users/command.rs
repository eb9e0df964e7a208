//! `seatwarden users service`: service accounts and their tokens from the command line, beside the running server or
//! without it.

use std::process::ExitCode;

use seatwarden_base::Result;

use super::{
    actions::{self, NewService, Selection},
    listing::ListQuery,
};
use crate::{
    accounts::api_tokens::NewToken,
    command::Out,
    cx::{Cx, Origin},
    text::rfc3339,
};

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Add a service account.
    Add(NewService),
    /// Say which there are.
    List,
    /// Say which tokens one has.
    Tokens(String),
    /// Make a token.
    MakeToken {
        /// Whose: id, user name or address.
        user: String,
        /// Which.
        new: NewToken,
    },
    /// Make a successor of a token.
    Rotate {
        /// Whose: id, user name or address.
        user: String,
        /// Id of the token.
        token: String,
        /// For how long the old one goes on working.
        overlap_hours: i64,
    },
    /// End a token at once.
    Revoke {
        /// Whose: id, user name or address.
        user: String,
        /// Id of the token.
        token: String,
    },
}

/// Does what is asked for. A token is told this once, alone on the standard output.
pub(crate) async fn service(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let t = out.text();
    match order {
        Order::Add(new) => {
            let person = actions::create_service(cx, &new).await?.person;
            out.data(&[person.id, person.email].join("\t"));
        }
        Order::List => list(cx, out).await?,
        Order::Tokens(user) => {
            for token in actions::look(cx, &user).await?.api_tokens {
                let expires = token.expires_at_ms.map(rfc3339).unwrap_or_default();
                let last_use = token.last_used_at_ms.map(rfc3339).unwrap_or_default();
                let columns = [token.id, token.name, token.scope.words(), expires, last_use];
                out.data(&columns.join("\t"));
            }
        }
        Order::MakeToken { user, new } => {
            let created = actions::create_token(cx, &user, &new).await?;
            out.say(&t.users_cli_token(created.id));
            out.data(created.token.reveal());
        }
        Order::Rotate { user, token, overlap_hours } => {
            let created = actions::rotate_token(cx, &user, &token, overlap_hours).await?;
            out.say(&t.users_cli_token(created.id));
            out.data(created.token.reveal());
        }
        Order::Revoke { user, token } => {
            actions::revoke_token(cx, &user, &token).await?;
            out.say(&t.users_cli_revoked(token));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(cx: &Cx, out: &Out) -> Result<()> {
    let query = ListQuery { origin: Some(Origin::Service), ..ListQuery::default() };
    let mut selecting = actions::select(cx, Selection { query, ..Selection::default() }).await?;
    while let Some(step) = selecting.next().await? {
        for selected in step {
            let person = selected.user.person;
            let state = if person.active { "active" } else { "inactive" };
            let columns = [person.id.as_str(), &person.email, &person.role.name, state, &person.first_name];
            out.data(&columns.join("\t"));
        }
    }
    Ok(())
}
