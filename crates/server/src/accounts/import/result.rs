//! The result as a file: every row with its verdict and the reason, and with what came in.

use axum::response::Response;

use super::{
    actions,
    columns::{Field, may_be_secret},
    file::COLUMNS_MAX,
    model::{Import, Row, Verdict},
};
use crate::{
    cx::Cx,
    text::Text,
    web::{
        csv::{CSV, add_line, join_names, split_names},
        download,
    },
};

/// The heads of what is always there, the same in every language, so that scripts can rely on them.
const HEADS: [&str; 17] = [
    "line",
    "email",
    "userName",
    "verdict",
    "changes",
    "reason",
    "userId",
    "undone",
    "role",
    "groups",
    "roleBefore",
    "groupsBefore",
    "emailBefore",
    "userNameBefore",
    "firstNameBefore",
    "lastNameBefore",
    "advice",
];
/// What came in beside that and is written out as it came, under heads that an import understands. Never passwords.
const MORE: [Field; 5] = [Field::FirstName, Field::LastName, Field::Language, Field::Active, Field::Origin];
/// Whether a head is one of ours and not of the table that came in, so that nobody misses it when it is passed over.
pub(super) fn is_own_head(head: &str) -> bool {
    HEADS.contains(&head)
}

/// What stands for a cell beyond the heads that may be a password.
const HIDDEN: &str = "***";

/// The file: corrected, it can be sent as an import again.
pub(super) fn file(cx: &Cx, import: Import) -> Response {
    download(cx, "import.csv", CSV, move |cx, pieces| async move {
        let (mut piece, mut number) = (Vec::new(), 0);
        let mut rows = actions::export(&cx, &import, number).await?;
        let table = Table::of(&import, rows.as_deref().unwrap_or_default());
        add_line(&mut piece, table.heads());
        while let Some(part) = rows {
            for row in &part {
                let cells = table.line(cx.text(), row);
                add_line(&mut piece, cells.iter().map(String::as_str));
            }
            if !pieces.send(std::mem::take(&mut piece)).await {
                return Ok(());
            }
            number += 1;
            rows = actions::export(&cx, &import, number).await?;
        }
        pieces.send(piece).await;
        Ok(())
    })
}

/// Which columns of an import the file has.
struct Table<'a> {
    import: &'a Import,
    fields: Vec<Field>,
    /// Places and heads of columns that nobody reads.
    others: Vec<(usize, &'a str)>,
}

impl<'a> Table<'a> {
    /// The columns of an import whose first rows are these. Those that may hold passwords are left out, as are more than an
    /// import can have.
    fn of(import: &'a Import, first: &[Row]) -> Self {
        let fields: Vec<Field> = MORE.into_iter().filter(|field| import.columns.has(*field)).collect();
        let cells = |at: usize| first.iter().filter_map(move |row| row.cells.get(at)).map(String::as_str);
        let places = import.heads.iter().map(String::as_str).enumerate();
        let others = places
            .filter(|(at, _)| import.columns.0.get(*at).copied().flatten().is_none())
            .filter(|(at, head)| !is_own_head(head) && !may_be_secret(head, cells(*at)))
            // One is left for a cell beyond the heads.
            .take(COLUMNS_MAX.saturating_sub(HEADS.len() + fields.len() + 1))
            .collect();
        Self { import, fields, others }
    }

    fn heads(&self) -> impl Iterator<Item = &'a str> {
        let fields = self.fields.iter().map(|field| field.word());
        HEADS.into_iter().chain(fields).chain(self.others.iter().map(|(_, head)| *head))
    }

    fn line(&self, t: Text, row: &Row) -> Vec<String> {
        let mut cells = always(t, self.import, row).to_vec();
        cells.extend(self.fields.iter().map(|field| self.import.columns.cell(&row.cells, *field).to_owned()));
        cells.extend(self.others.iter().map(|(at, head)| {
            let cell = row.cells.get(*at).map_or("", String::as_str);
            // The first rows did not tell.
            if may_be_secret(head, [cell].into_iter()) { String::new() } else { cell.to_owned() }
        }));
        // They stand beyond the heads here too: sent again as it is, the row is wrong again, and nothing moves unnoticed.
        let room = COLUMNS_MAX.saturating_sub(cells.len());
        cells.extend(row.surplus.iter().take(room).map(|cell| {
            if may_be_secret("", [cell.as_str()].into_iter()) { HIDDEN.to_owned() } else { cell.clone() }
        }));
        cells
    }
}

fn always(t: Text, import: &Import, row: &Row) -> [String; 17] {
    let cell = |field| import.columns.cell(&row.cells, field).to_owned();
    let changes: Vec<&str> = row.changes.iter().map(|field| field.word()).collect();
    let (why, advice) =
        row.why.as_ref().or(row.remark.as_ref()).map(|why| t.kept_refusal(why)).unwrap_or_default();
    let shows = row.shows.as_deref().cloned().unwrap_or_default();
    let role = |of: &Option<(String, String)>| of.as_ref().map(|(name, shown)| t.role_name(name, shown));
    let groups =
        |of: &Option<Vec<String>>| of.as_ref().map(|names| join_names(names.iter().map(String::as_str)));
    let text = |field| shows.text_before(field).unwrap_or_default().to_owned();
    // What was not understood stands there as it came, so that it can be corrected.
    let came = || {
        let names: Vec<String> =
            import.columns.cells(&row.cells, Field::Groups).flat_map(split_names).collect();
        join_names(names.iter().map(String::as_str))
    };
    [
        row.line.to_string(),
        cell(Field::Email),
        cell(Field::UserName),
        row.verdict.map_or("", Verdict::word).to_owned(),
        changes.join(" "),
        why,
        row.user_id.clone().unwrap_or_default(),
        if row.undone { (row.why.is_none()).to_string() } else { String::new() },
        role(&shows.role).unwrap_or_else(|| cell(Field::Role)),
        groups(&shows.groups).unwrap_or_else(came),
        role(&shows.role_before).unwrap_or_default(),
        groups(&shows.groups_before).unwrap_or_default(),
        text(Field::Email),
        text(Field::UserName),
        text(Field::FirstName),
        text(Field::LastName),
        advice.unwrap_or_default(),
    ]
}
