//! `seatwarden license packages`, `changes` and `import`: what the staff does on its pages, from the host. What needs a
//! second person waits for one, unless the file of a root is named.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use seatwarden_base::{Kind as RefusalKind, Refusal, Result};
use serde_json::{Map, Value};

use super::{
    actions::{self, Changed, Given, import as import_table},
    bodies::{self, Sent},
    model::{Change, Kind, NO_REQUEST, Package, RequestState, State},
};
use crate::{command::Out, cx::Cx, licensing::signing_keys, text::rfc3339, web::bad_json};

/// The file is not there or cannot be read; values `file` and `why`.
const UNREADABLE: Refusal = Refusal::new(RefusalKind::Invalid, "packages.cli_unreadable");

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The table.
    pub file: PathBuf,
    /// Only says what would become of it.
    pub is_dry_run: bool,
    /// Why; stands in every revision.
    pub reason: String,
}

/// Brings a table in, all of it or nothing, and says what became of it.
pub(crate) async fn import(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let unreadable = |why: std::io::Error| UNREADABLE.with("file", order.file.display()).with("why", why);
    let table = std::fs::read(&order.file).map_err(unreadable)?;
    let Given { issued, changed, unchanged, waiting, waiting_lines, new_customers } =
        import_table(cx, &table, &order.reason, order.is_dry_run).await?;
    let t = out.text();
    let [issued, changed, unchanged, waiting] =
        [issued, changed, unchanged, waiting].map(|count| t.number(count));
    out.say(&t.packages_cli_done(issued, changed, unchanged, waiting));
    if !waiting_lines.is_empty() {
        let lines: Vec<String> = waiting_lines.iter().map(ToString::to_string).collect();
        out.say(&t.packages_cli_waiting_lines(lines.join(", ")));
    }
    if !new_customers.is_empty() {
        out.say(&t.packages_cli_new_customers(new_customers.join(", ")));
    }
    if order.is_dry_run {
        out.say(&t.packages_cli_dry());
    }
    Ok(ExitCode::SUCCESS)
}

/// Terms as they were typed; what was not typed stays, or is as usual.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    /// Fields of the API that are texts, words, days and lists.
    pub fields: Map<String, Value>,
    /// `administrators`, `designers`, `viewers`; null for no limit.
    pub seats: Map<String, Value>,
    /// `servers`, `rows`, `cores`; null for no limit.
    pub limits: Map<String, Value>,
}

impl Typed {
    /// What the API would have been sent.
    fn sent(self) -> Result<Sent> {
        let mut fields = self.fields;
        fields.insert("seats".to_owned(), Value::Object(self.seats));
        fields.insert("limits".to_owned(), Value::Object(self.limits));
        serde_json::from_value(Value::Object(fields)).map_err(|cause| bad_json(&cause).into())
    }
}

/// What `license packages` and `license changes` are to do.
#[derive(Clone, Debug)]
pub(crate) enum Work {
    /// Say which packages there are: of an organisation, of a type.
    List { organisation: String, kind: Option<String>, as_json: bool },
    /// Show one.
    Show { key: String, as_json: bool },
    /// Issue one.
    Issue(Typed),
    /// Change one; the root in this file agrees.
    Change { key: String, typed: Typed, root: Option<PathBuf> },
    /// Hold one, let it go on, take it back for good; the root in this file agrees.
    SetState { key: String, state: State, reason: String, root: Option<PathBuf> },
    /// Say which changes wait.
    Changes { as_json: bool },
    /// Agree to one with the root in this file.
    Approve { id: String, root: PathBuf },
    /// Do not agree to one.
    Reject { id: String },
}

/// Does it. The data are the package, or the change that waits.
pub(crate) async fn work(cx: &Cx, out: &mut Out, work: Work) -> Result<ExitCode> {
    match work {
        Work::List { organisation, kind, as_json } => list(cx, out, &organisation, kind, as_json).await?,
        Work::Show { key, as_json } => show(cx, out, &key, as_json).await?,
        Work::Issue(typed) => {
            let package = actions::issue(cx, typed.sent()?.package(cx.now_ms)?).await?;
            out.say(&out.text().packages_cli_issued(package.code.clone()));
            out.data(&line(cx, &package));
        }
        Work::Change { key, typed, root } => {
            let sent = typed.sent()?;
            let reason = sent.reason().to_owned();
            told(cx, out, change(cx, &key, sent.change()?, &reason, root.as_deref()).await?);
        }
        Work::SetState { key, state, reason, root } => {
            let wish = Change { state: Some(state), ..Change::default() };
            told(cx, out, change(cx, &key, wish, &reason, root.as_deref()).await?);
        }
        Work::Changes { as_json } => changes(cx, out, as_json).await?,
        Work::Approve { id, root } => {
            let root = signing_keys::read_root(&root)?;
            told(cx, out, Changed::Done(actions::approve_by_root(cx, &id, &root).await?));
        }
        Work::Reject { id } => {
            if id.is_empty() {
                return Err(NO_REQUEST.into());
            }
            actions::reject(cx, &id).await?;
            out.say(&out.text().packages_cli_rejected());
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn change(cx: &Cx, key: &str, wish: Change, reason: &str, root: Option<&Path>) -> Result<Changed> {
    match root {
        None => actions::change(cx, key, None, wish, reason).await,
        Some(path) => {
            let root = signing_keys::read_root(path)?;
            actions::change_by_root(cx, key, wish, reason, &root).await
        }
    }
}

/// Says what a change led to.
pub(crate) fn told(cx: &Cx, out: &Out, changed: Changed) {
    let t = out.text();
    match changed {
        Changed::Done(package) => {
            out.say(&t.packages_cli_changed(package.code.clone()));
            out.data(&line(cx, &package));
        }
        Changed::Nothing(package) => {
            out.say(&t.packages_cli_unchanged(package.code.clone()));
            out.data(&line(cx, &package));
        }
        Changed::Waits(request) => {
            out.say(&t.packages_cli_waits(request.id.clone()));
            out.data(&request.id);
        }
    }
}

/// A package in columns: code, standing, type, tier, environment, end, servers, name.
fn line(cx: &Cx, package: &Package) -> String {
    let terms = &package.terms;
    [
        package.code.clone(),
        terms.standing(cx.now_ms).word().to_owned(),
        terms.kind.word().to_owned(),
        terms.tier.word().to_owned(),
        terms.environment.word().to_owned(),
        terms.valid_until_ms.map(rfc3339).unwrap_or_default(),
        terms.limits.servers.to_string(),
        terms.name.clone(),
    ]
    .join("\t")
}

async fn list(cx: &Cx, out: &Out, organisation: &str, kind: Option<String>, as_json: bool) -> Result<()> {
    let kind = kind.and_then(|word| Kind::of_word(&word));
    let mut after = String::new();
    loop {
        let (packages, next) = match kind {
            Some(kind) if organisation.is_empty() => actions::list_of_kind(cx, kind, &after).await?,
            _ => actions::list(cx, organisation, &after).await?,
        };
        for package in packages.iter().filter(|package| kind.is_none_or(|kind| package.terms.kind == kind)) {
            out.data(&if as_json {
                bodies::package(package, cx.now_ms).to_string()
            } else {
                line(cx, package)
            });
        }
        match next {
            Some(next) => after = next,
            None => return Ok(()),
        }
    }
}

async fn show(cx: &Cx, out: &Out, key: &str, as_json: bool) -> Result<()> {
    let package = actions::find(cx, key).await?;
    let revisions = actions::revisions(cx, &package.id).await?;
    let mut body = bodies::package(&package, cx.now_ms);
    body["revisions"] = revisions.iter().map(bodies::revision).collect();
    if as_json {
        out.data(&body.to_string());
        return Ok(());
    }
    let Value::Object(fields) = body else { return Ok(()) };
    for (name, value) in fields.iter().filter(|(name, _)| *name != "revisions") {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        out.data(&format!("{name}\t{value}"));
    }
    for revision in &revisions {
        let (number, by) = (revision.number, &revision.author);
        out.data(&format!("revision {number}\t{}\t{by}\t{}", rfc3339(revision.at_ms), revision.reason));
    }
    Ok(())
}

async fn changes(cx: &Cx, out: &Out, as_json: bool) -> Result<()> {
    for request in actions::list_requests(cx, RequestState::Open, "").await? {
        if as_json {
            out.data(&bodies::request(&request).to_string());
            continue;
        }
        let code = actions::find(cx, &request.package_id).await?.code;
        let at = rfc3339(request.created_at_ms);
        out.data(&format!("{}\t{code}\t{at}\t{}\t{}", request.id, request.author, request.reason));
    }
    Ok(())
}
