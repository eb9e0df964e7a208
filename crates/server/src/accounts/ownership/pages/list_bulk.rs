//! Handing over what is ticked, or whatever fits the list: first what it would do, then the deed.

use axum::response::Response;
use seatwarden_base::{Error, Refusal, Result};

use super::{
    super::{
        actions,
        hand_over::{Scope, Wish},
        model::{Keeps, is_unclear},
    },
    HERE,
    list::{Asked, Typed, href, page, sought},
    question::{Question, SEEN, decide},
};
use crate::{
    cx::Cx,
    web::{Form, WebResult},
};

/// The form as it came.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn all(&self, name: &str) -> Vec<String> {
        let named = self.0.iter().filter(|(key, _)| key == name);
        named.map(|(_, value)| value.trim().to_owned()).collect()
    }

    fn one(&self, name: &str) -> String {
        self.all(name).pop().unwrap_or_default()
    }

    /// The list that the form stood under.
    fn asked(&self) -> Asked {
        Asked {
            search: self.one("search"),
            owner: self.one("owner"),
            kind: self.one("kind"),
            after: self.one("after"),
            ..Asked::default()
        }
    }

    async fn wish(&self, cx: &Cx) -> Result<Wish> {
        let keeps = Keeps::of_word(&self.one("keeps"))?;
        let scope = if self.one("whom") == "all" {
            let found = sought(cx, &self.asked()).await?;
            match found.unclear() {
                Some(refusal) => return Err(refusal.into()),
                None => Scope::Fitting(found.filter),
            }
        } else {
            Scope::These(self.all("object"))
        };
        Ok(Wish { scope, to: self.one("to"), keeps })
    }
}

pub(super) async fn hand_over(cx: Cx, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    let fields = Fields(fields);
    match answer(&cx, &fields).await {
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => refused(&cx, &fields, &refusal).await,
        answered => Ok(answered?),
    }
}

/// What it would do, or the transfer that does it.
async fn answer(cx: &Cx, fields: &Fields) -> Result<Response> {
    let wish = fields.wish(cx).await?;
    let is_carried = |name: &str| {
        matches!(name, "object" | "whom" | "to" | "keeps" | "search" | "owner" | "kind" | "after")
    };
    let carried = fields.0.iter().filter(|(name, _)| is_carried(name));
    let asked = fields.asked();
    let back = href(&asked, &asked.after);
    let asks = Question {
        title: cx.text().ownership_hand_over(),
        action: HERE,
        carried: carried.map(|(name, value)| (name.as_str(), value.as_str())).collect(),
        back: &back,
        again: false,
        chooses_keeps: false,
    };
    decide(cx, &wish, (&fields.one("confirmed"), &fields.one(SEEN)), asks).await
}

/// The list once more, with what was wrong.
async fn refused(cx: &Cx, fields: &Fields, refusal: &Refusal) -> WebResult {
    let to = fields.one("to");
    let is_unknown = is_unclear(refusal) && refusal.field == Some("to");
    let typed = Typed {
        ticked: fields.all("object"),
        all: fields.one("whom") == "all",
        candidates: if is_unknown { actions::candidates(cx, &to).await? } else { Vec::new() },
        to,
        keeps: fields.one("keeps"),
        refusal: Some(refusal),
    };
    page(cx, &fields.asked(), &typed).await
}
