//! Every statement of every store prepares on the database at hand, with as many values as it has
//! placeholders.

use seatwarden_base::db::{Db, Engine, Migration, Options};

use super::{
    assert_bites, assert_tidy, sample,
    source::{Source, closing, files, product},
};

/// A statement of a store.
#[derive(Debug)]
struct Statement {
    place: String,
    sql: String,
    /// The only engine it is for, if it is for one only.
    engine: Option<Engine>,
    /// How many values are bound; `None` if that is decided elsewhere.
    bound: Option<usize>,
}

impl Statement {
    /// The highest `$n`, or what is wrong with the numbers.
    fn placeholders(&self) -> Result<usize, String> {
        let mut used: Vec<usize> = self
            .sql
            .split('$')
            .skip(1)
            .filter_map(|rest| {
                let end = rest.find(|next: char| !next.is_ascii_digit()).unwrap_or(rest.len());
                rest[..end].parse().ok()
            })
            .collect();
        used.sort_unstable();
        used.dedup();
        let most = used.last().copied().unwrap_or_default();
        if used.len() == most {
            Ok(most)
        } else {
            Err(format!("{}: the placeholders have a gap", self.place))
        }
    }
}

/// All statements of the stores, and the calls of `.sql(…)` that cannot be read.
fn statements(sources: &[Source]) -> (Vec<Statement>, Vec<String>) {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    let is_store = |path: &str| path.ends_with("/store.rs") || path.contains("/store/");
    for source in sources.iter().filter(|source| is_store(&source.path)) {
        for (at, call) in source.code.match_indices(".sql(") {
            let open = at + call.len() - 1;
            let end = closing(&source.code, open);
            let texts = texts_of(sources, source, open, end);
            if texts.is_empty() {
                unread.push(format!("{}: cannot find the text of the statement", source.place(at)));
            }
            let bound = bound(&source.code[end..]);
            let place = source.place(at);
            found.extend(texts.into_iter().map(|(engine, sql)| Statement {
                place: place.clone(),
                sql,
                engine,
                bound,
            }));
        }
    }
    (found, unread)
}

/// The literals in the argument, and those of the constants that it names, directly or through a `let`. A
/// constant that ends in `_SQLITE` or `_POSTGRES` is for that engine alone. A macro of the store's own, in its
/// file or in the `store.rs` above, puts its first literal before the one it is given: `users!("where id = $1")`. In a
/// `concat!` literals and macros without arguments, of any store, are joined as they come.
fn texts_of(sources: &[Source], source: &Source, open: usize, end: usize) -> Vec<(Option<Engine>, String)> {
    let literals = source.literals.iter().filter(|literal| (open..end).contains(&literal.start));
    if source.code[open + 1..end].trim_start().starts_with("concat!") {
        let own = literals.map(|literal| (literal.start, literal.text.as_str()));
        let mut pieces: Vec<(usize, &str)> = own.chain(of_macros(sources, source, open, end)).collect();
        pieces.sort_unstable();
        return vec![(None, pieces.into_iter().map(|(_, text)| text).collect())];
    }
    let head = head_of_macro(sources, source, &source.code[open..end]);
    let mut texts: Vec<(Option<Engine>, String)> =
        literals.map(|literal| (None, format!("{head}{}", literal.text))).collect();
    for word in source.code[open..end].split(|next: char| !next.is_ascii_alphanumeric() && next != '_') {
        let engine = [("_SQLITE", Engine::Sqlite), ("_POSTGRES", Engine::Postgres)];
        let engine = engine.into_iter().find(|(ending, _)| word.ends_with(ending)).map(|(_, engine)| engine);
        if let Some(at) = source.code.find(&format!("const {word}: &str =")).filter(|_| !word.is_empty()) {
            let literal = source.literals.iter().find(|literal| literal.start > at);
            texts.extend(literal.map(|literal| {
                let value = source.code[at..literal.start].rsplit('=').next().unwrap_or_default();
                (engine, format!("{}{}", head_of_macro(sources, source, value), literal.text))
            }));
        } else if let Some(at) =
            source.code[..open].rfind(&format!("let {word} =")).filter(|_| !word.is_empty())
        {
            let behind = at + "let ".len() + word.len();
            let length = source.code[behind..].find(';').unwrap_or_default();
            texts.extend(texts_of(sources, source, behind, behind + length));
        }
    }
    texts
}

/// The first literal of each macro that is called without arguments here, with the place of the call.
fn of_macros<'a>(
    sources: &'a [Source],
    source: &'a Source,
    open: usize,
    end: usize,
) -> impl Iterator<Item = (usize, &'a str)> {
    let code = &source.code[open..end];
    code.match_indices("!()").filter_map(move |(at, _)| {
        let word = code[..at].rsplit(|it: char| !it.is_ascii_alphanumeric() && it != '_').next()?;
        let literal = sources.iter().find_map(|other| {
            let defined = other.code.find(&format!("macro_rules! {word} {{"))?;
            other.literals.iter().find(|literal| literal.start > defined)
        })?;
        Some((open + at, literal.text.as_str()))
    })
}

/// The first literal of the macro that an argument calls; empty if it calls none.
fn head_of_macro<'a>(sources: &'a [Source], source: &'a Source, argument: &str) -> &'a str {
    if !argument.contains('!') {
        return "";
    }
    let word = argument.trim_start_matches(['(', ' ']).split('!').next().unwrap_or_default().trim();
    let above = source.path.rsplit_once('/').map(|(folder, _)| format!("{folder}.rs")).unwrap_or_default();
    let own = std::iter::once(source).chain(sources.iter().filter(|other| other.path == above));
    let literal = own.into_iter().find_map(|source| {
        let at = source.code.find(&format!("macro_rules! {word} {{"))?;
        source.literals.iter().find(|literal| literal.start > at)
    });
    literal.map_or("", |literal| literal.text.as_str())
}

/// How many `.bind(…)` follow directly, if the statement is run in the same chain.
fn bound(mut rest: &str) -> Option<usize> {
    let mut count = 0;
    loop {
        rest = rest.trim_start();
        if !rest.starts_with(".bind(") {
            let is_run =
                [".run(", ".all(", ".first(", ".one(", ".point("].iter().any(|run| rest.starts_with(run));
            return is_run.then_some(count);
        }
        rest = &rest[closing(rest, ".bind".len())..];
        count += 1;
    }
}

/// Statements that bind more or fewer values than they have placeholders.
fn miscounted(statements: &[Statement]) -> Vec<String> {
    let mut violations = Vec::new();
    for statement in statements {
        match (statement.placeholders(), statement.bound) {
            (Err(violation), _) => violations.push(violation),
            (Ok(most), Some(bound)) if most != bound => {
                violations.push(format!("{}: {most} placeholders, {bound} values", statement.place));
            }
            _ => {}
        }
    }
    violations
}

async fn unprepared(db: &Db, statements: &[Statement]) -> Vec<String> {
    let mut violations = Vec::new();
    let here = |statement: &&Statement| statement.engine.is_none_or(|engine| engine == db.engine());
    for statement in statements.iter().filter(here) {
        match db.describe(&statement.sql).await {
            Err(error) => violations.push(format!("{}: {error}", statement.place)),
            Ok(described) if Ok(described.parameters) != statement.placeholders() => {
                violations.push(format!("{}: the database counts {}", statement.place, described.parameters));
            }
            Ok(_) => {}
        }
    }
    violations
}

/// Prepares every statement of every `store.rs` on a migrated database; what does not fit, or nothing.
pub(crate) async fn unprepared_statements(db: &Db) -> Vec<String> {
    unprepared(db, &statements(&product()).0).await
}

#[test]
fn every_statement_binds_what_it_needs() {
    let (found, unread) = statements(&product());

    assert_tidy(&[unread, miscounted(&found)].concat());
}

/// The migrations as they stand in their folder.
fn migrations() -> Vec<Migration> {
    let found = files(&["crates/server/migrations"], &[".sql"]);
    let series = found.into_iter().map(|source| {
        let name = source.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".sql");
        let (version, name) = name.split_once('_').unwrap();
        Migration { version: version.parse().unwrap(), name: name.to_owned().leak(), sql: source.text.leak() }
    });
    series.collect()
}

#[tokio::test]
async fn every_statement_prepares_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(Options::sqlite(folder.path().join("a.db"))).await.unwrap();
    db.migrate(&migrations(), 0).await.unwrap();

    assert_tidy(&unprepared_statements(&db).await);
    db.close().await;
}

const STORE: &str = r##"
const FIND: &str = "select 1 \
    where 1 = $1";
const NOW_SQLITE: &str = "select unixepoch()";
macro_rules! rows { ($which:literal) => { concat!("select 1 from a ", $which) }; }
fn f() {
    tx.sql(FIND).bind(f(a, b)).first().await;
    tx.sql(r#"select 1"#).run().await;
    tx.sql("select 'x' where 1 = $1 and 2 = $2").bind(1).run().await;
    tx.sql("select 1 where 1 = $2").bind(1).bind(2).run().await;
    let later = tx.sql("select 1 where 1 = $1");
    let text = if yes { NOW_SQLITE } else { "select 3" };
    tx.sql(text).run().await;
    tx.sql(handed_in).run().await;
    tx.sql(if yes { "select 1" } else { "select 2" }).all().await;
    tx.sql(rows!("where 1 = $1")).bind(1).all().await;
    tx.sql(concat!("select ", one!(), " where 1 = $1")).bind(1).all().await;
}
macro_rules! one { () => { "(select 1)" }; }
"##;

#[test]
fn a_miscounted_statement_is_found() {
    let (found, unread) = statements(&[sample("crates/server/src/a/store.rs", STORE)]);

    assert_eq!(found.len(), 11, "{found:?}");
    assert_eq!((found[10].sql.as_str(), found[10].bound), ("select (select 1) where 1 = $1", Some(1)));
    assert_eq!((found[9].sql.as_str(), found[9].bound), ("select 1 from a where 1 = $1", Some(1)));
    assert_eq!((found[0].sql.as_str(), found[0].bound), ("select 1 where 1 = $1", Some(1)));
    assert_eq!(found[4].bound, None);
    assert_eq!((found[5].engine, found[6].engine), (None, Some(Engine::Sqlite)));
    assert_bites(&miscounted(&found), 2);
    assert_bites(&unread, 1);
}

#[tokio::test]
async fn a_statement_that_does_not_prepare_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(Options::sqlite(folder.path().join("a.db"))).await.unwrap();
    let good = sample("a/store.rs", r#"tx.sql("select $1 + 1").bind(1).one()"#);
    let bad = sample("a/store.rs", r#"tx.sql("select id from nowhere").all()"#);

    assert_tidy(&unprepared(&db, &statements(&[good]).0).await);
    assert_bites(&unprepared(&db, &statements(&[bad]).0).await, 1);
    db.close().await;
}
