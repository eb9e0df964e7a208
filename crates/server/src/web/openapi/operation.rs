//! One call of the API, as its room describes it beside the code that answers it.

use serde_json::Value;

use super::{
    Version,
    schema::{self, Schema, anything},
};
use crate::{
    cx::{BUILT_IN, BaseRole, Permission, Scope, Standing},
    web::is_change,
};

/// Who may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody; nothing is asked.
    Open,
    /// Whoever is signed in, and has the permissions that the call needs.
    SignedIn,
}

/// A part of the query or of the path.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub text: &'static str,
    /// What it may be.
    pub schema: Schema,
}

/// What is sent.
#[derive(Clone, Debug)]
pub struct Body {
    /// Each form in which it may come, by its media type.
    pub forms: Vec<(&'static str, Schema)>,
    /// Whether the call is refused without it.
    pub is_required: bool,
    /// A body that works.
    pub example: Option<Value>,
}

/// An answer when all is well.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its HTTP status.
    pub status: u16,
    /// What it means.
    pub text: &'static str,
    /// Its JSON, or text; none if it has no body.
    pub schema: Option<Schema>,
    /// The media type of its body.
    pub media: &'static str,
}

/// What a token must reach beyond the permissions of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nothing else.
    Permissions,
    /// Its user's own account.
    OwnAccount,
    /// All that its user may: the scope `full`.
    Everything,
}

/// One call.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The HTTP method in capitals.
    pub method: &'static str,
    /// The path with its placeholders.
    pub path: &'static str,
    /// The part of the API it belongs to; set by its room.
    pub tag: &'static str,
    /// What it does, in one line.
    pub summary: &'static str,
    /// What else is to be known.
    pub description: &'static str,
    /// Who may call.
    pub access: Access,
    /// What the caller must be allowed.
    pub permissions: Vec<Permission>,
    /// What a token must reach.
    pub reach: Reach,
    /// What the placeholders of the path mean, where that is worth a word.
    pub path_words: Vec<(&'static str, &'static str)>,
    /// What the query takes.
    pub query: Vec<Parameter>,
    /// Whether it answers with an `ETag`, and looks at `If-Match` or `If-None-Match`.
    pub is_versioned: bool,
    /// What is sent; none if nothing is read.
    pub body: Option<Body>,
    /// The answers when all is well; none if it is always refused.
    pub answers: Vec<Answer>,
    /// Whether it exists only to say no, to everybody and whatever is sent.
    pub is_refused: bool,
    /// Refusals that would follow from the rest and cannot come.
    pub impossible: Vec<u16>,
    /// Refusals beyond those that follow from the rest, with their reasons.
    pub refusals: Vec<(u16, &'static str)>,
}

macro_rules! methods {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        $($(#[$doc])* pub fn $name(path: &'static str, summary: &'static str) -> Operation {
            Operation::new($word, path, summary)
        })*
    };
}

methods! {
    /// A GET of this path.
    get = "GET";
    /// A POST to this path.
    post = "POST";
    /// A PUT to this path.
    put = "PUT";
    /// A PATCH of this path.
    patch = "PATCH";
    /// A DELETE of this path.
    delete = "DELETE";
}

impl Operation {
    const fn new(method: &'static str, path: &'static str, summary: &'static str) -> Self {
        Self {
            method,
            path,
            tag: "",
            summary,
            description: "",
            access: Access::SignedIn,
            permissions: Vec::new(),
            reach: Reach::Permissions,
            path_words: Vec::new(),
            query: Vec::new(),
            is_versioned: false,
            body: None,
            answers: Vec::new(),
            is_refused: false,
            impossible: Vec::new(),
            refusals: Vec::new(),
        }
    }

    /// With more than one line about it.
    #[must_use]
    pub const fn tells(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// Open to everybody.
    #[must_use]
    pub const fn open(mut self) -> Self {
        self.access = Access::Open;
        self
    }

    /// Open to whoever has this permission, and any other that is named.
    #[must_use]
    pub fn needs(mut self, permission: Permission) -> Self {
        self.permissions.push(permission);
        self
    }

    /// The caller must be allowed to see their own account, and a token must reach it.
    #[must_use]
    pub fn needs_own_account(mut self) -> Self {
        self.reach = Reach::OwnAccount;
        self.needs(Permission::ReadOwnAccount)
    }

    /// A token that may less than its user is refused.
    #[must_use]
    pub const fn needs_full_scope(mut self) -> Self {
        self.reach = Reach::Everything;
        self
    }

    /// What a placeholder of the path stands for.
    #[must_use]
    pub fn place(mut self, name: &'static str, text: &'static str) -> Self {
        self.path_words.push((name, text));
        self
    }

    /// Takes this in its query. An order may be one that there is not.
    #[must_use]
    pub fn query(mut self, name: &'static str, schema: Schema, text: &'static str) -> Self {
        self.query.push(Parameter { name, text, schema });
        if matches!(name, "sort" | "orderby") { self.refuses(422, "There is no such order") } else { self }
    }

    /// Answers with an `ETag`; a GET looks at `If-None-Match`, a change at `If-Match`.
    #[must_use]
    pub fn versioned(mut self) -> Self {
        self.is_versioned = true;
        if self.is_change() {
            self.refuses(412, "Somebody changed it since `If-Match` was read")
        } else {
            self.answers_with(304, "`If-None-Match` has this version already", None)
        }
    }

    /// Needs this JSON.
    #[must_use]
    pub fn takes(self, schema: Schema) -> Self {
        self.body(vec![("application/json", schema)], true)
    }

    /// Reads this JSON, if anything is sent.
    #[must_use]
    pub fn may_take(self, schema: Schema) -> Self {
        self.body(vec![("application/json", schema)], false)
    }

    /// Needs a body in one of these forms.
    #[must_use]
    pub fn takes_forms(self, forms: Vec<(&'static str, Schema)>) -> Self {
        self.body(forms, true)
    }

    fn body(mut self, forms: Vec<(&'static str, Schema)>, is_required: bool) -> Self {
        self.body = Some(Body { forms, is_required, example: None });
        self
    }

    /// A body that works.
    #[must_use]
    pub fn like(mut self, example: Value) -> Self {
        if let Some(body) = &mut self.body {
            body.example = Some(example);
        }
        self
    }

    /// Answers 200 with this.
    #[must_use]
    pub fn answers(self, text: &'static str, schema: Schema) -> Self {
        self.answers_with(200, text, Some(schema))
    }

    /// Answers 201 with this.
    #[must_use]
    pub fn makes(self, text: &'static str, schema: Schema) -> Self {
        self.answers_with(201, text, Some(schema))
    }

    /// Answers 202 with this; the work goes on.
    #[must_use]
    pub fn begins(self, text: &'static str, schema: Schema) -> Self {
        self.answers_with(202, text, Some(schema))
    }

    /// Answers 204, without a body.
    #[must_use]
    pub fn is_done(self, text: &'static str) -> Self {
        self.answers_with(204, text, None)
    }

    fn answers_with(mut self, status: u16, text: &'static str, schema: Option<Schema>) -> Self {
        self.answers.push(Answer { status, text, schema, media: "application/json" });
        self
    }

    /// Answers 200 with a table.
    #[must_use]
    pub fn answers_csv(mut self, text: &'static str) -> Self {
        self.answers.push(Answer { status: 200, text, schema: Some(schema::text()), media: "text/csv" });
        self
    }

    /// Answers 200 with a file of this media type.
    #[must_use]
    pub fn sends(mut self, text: &'static str, media: &'static str) -> Self {
        self.answers.push(Answer { status: 200, text, schema: Some(anything()), media });
        self
    }

    /// Answers 206 with a part of a file of this media type, and 416 without a body if it has no such part.
    #[must_use]
    pub fn sends_part(mut self, text: &'static str, media: &'static str) -> Self {
        self.answers.push(Answer { status: 206, text, schema: Some(anything()), media });
        self.answers_with(416, "The file has no such part", None)
    }

    /// May be refused with this status, for these reasons.
    #[must_use]
    pub fn refuses(mut self, status: u16, text: &'static str) -> Self {
        self.refusals.push((status, text));
        self
    }

    /// Always refused with this status, for this reason, whatever is sent.
    #[must_use]
    pub fn is_always_refused(mut self, status: u16, text: &'static str) -> Self {
        self.is_refused = true;
        self.refuses(status, text)
    }

    /// Never refused with this status, though such calls usually may be.
    #[must_use]
    pub fn never_refuses(mut self, status: u16) -> Self {
        self.impossible.push(status);
        self
    }

    /// The names of the placeholders, in their order.
    pub fn places(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|piece| piece.strip_prefix('{')?.strip_suffix('}'))
    }

    /// What a placeholder stands for.
    pub fn place_text(&self, name: &str) -> &'static str {
        let own = self.path_words.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
        own.unwrap_or(match name {
            "user" => "Id, user name or e-mail address of a user",
            "group" => "Id or name of a group",
            "role" => "Id or name of a role",
            "token" => "The token of the link in the mail",
            _ => "The id",
        })
    }

    /// The built-in roles that may call, strongest first.
    pub fn roles(&self) -> Vec<&'static str> {
        let has = |standing| matches!(standing, Standing::Always | Standing::Allow);
        let may = |role: &BaseRole| self.permissions.iter().all(|it| has(it.standing(*role)));
        BUILT_IN.into_iter().filter(may).map(BaseRole::name).collect()
    }

    /// The scopes of tokens with which one may call, widest first.
    pub fn scopes(&self) -> Vec<&'static str> {
        let is_change = is_change(self.method, self.path);
        let may = |scope: &Scope| {
            let reaches = match self.reach {
                Reach::Permissions => true,
                Reach::OwnAccount => scope.reaches_own_account(is_change),
                Reach::Everything => *scope == Scope::Full,
            };
            reaches && self.permissions.iter().all(|it| scope.allows(*it, is_change))
        };
        Scope::ALL.iter().copied().filter(may).map(Scope::word).collect()
    }

    /// Whether it changes something.
    pub fn is_change(&self) -> bool {
        self.method != "GET"
    }

    /// Whether an `Idempotency-Key` may come with it: what changes something on v1 by POST.
    pub fn may_be_sent_again(&self) -> bool {
        self.method == "POST" && self.access == Access::SignedIn && Version::V1.has(self.path)
    }

    /// A name without spaces that no other call has: `getUsersByUserDeletion`.
    pub fn id(&self) -> String {
        let mut id = self.method.to_ascii_lowercase();
        for piece in self.path.split('/').filter(|piece| !matches!(*piece, "" | "api" | "v1")) {
            let (by, name) = match piece.strip_prefix('{') {
                Some(name) => ("By", name.trim_end_matches('}')),
                None => ("", piece),
            };
            id.push_str(by);
            for word in name.split(['_', '-', '.']) {
                let mut letters = word.chars();
                id.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                id.push_str(letters.as_str());
            }
        }
        id
    }

    /// Every status it may be refused with; each with its own reason, where it has one.
    pub fn refused_with(&self) -> Vec<(u16, Option<&'static str>)> {
        let mut statuses = vec![400, 429, 500, 503];
        if self.access != Access::Open {
            // 403 also tells a script that it is switched off.
            statuses.extend([401, 403]);
        }
        if self.is_change() {
            statuses.push(403);
        }
        // Only a license server answers the calls of licensing.
        if self.path.contains('{') || self.path.starts_with("/api/v1/licensing/") {
            statuses.push(404);
        }
        if self.body.is_some() {
            statuses.extend([408, 413, 422]);
        }
        if self.may_be_sent_again() {
            statuses.extend([409, 413, 422]);
        }
        statuses.extend(self.refusals.iter().map(|(status, _)| *status));
        statuses.sort_unstable();
        statuses.dedup();
        statuses.retain(|status| !self.impossible.contains(status));
        let reason = |status| self.refusals.iter().find(|(own, _)| *own == status).map(|(_, text)| *text);
        statuses.into_iter().map(|status| (status, reason(status))).collect()
    }
}

/// What one room adds to the documents.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is called.
    pub tag: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// Its calls.
    pub operations: Vec<Operation>,
    /// Schemas with names.
    pub schemas: Vec<(&'static str, Schema)>,
}

impl Part {
    /// A part with these calls.
    pub fn new(tag: &'static str, about: &'static str, operations: Vec<Operation>) -> Self {
        let operations = operations.into_iter().map(|operation| Operation { tag, ..operation }).collect();
        Self { tag, about, operations, schemas: Vec::new() }
    }

    /// With a schema that its calls name.
    #[must_use]
    pub fn schema(mut self, name: &'static str, schema: Schema) -> Self {
        self.schemas.push((name, schema));
        self
    }
}
