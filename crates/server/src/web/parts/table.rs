//! A table whose heads can sort and stay in sight; on narrow screens each row becomes a card.

use std::cell::Cell;

use super::{super::drawn::drawn, Icon, Words};
use maud::{Markup, PreEscaped, Render, html};

/// How a column is sorted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// It can be, but is not.
    None,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// One column of a table.
#[must_use]
pub struct Column<'a> {
    label: Words<'a>,
    sort: Option<(Sort, Words<'a>)>,
    class: Option<&'static str>,
}

/// A column headed `label`.
pub fn column<'a>(label: impl Into<Words<'a>>) -> Column<'a> {
    Column { label: label.into(), sort: None, class: None }
}

impl<'a> Column<'a> {
    /// Can be sorted: how it is now, and the address that sorts by it (or the other way round).
    pub fn sort(self, now: Sort, href: impl Into<Words<'a>>) -> Self {
        Self { sort: Some((now, href.into())), ..self }
    }

    /// Holds numbers, set at the end of the cell.
    pub fn numeric(self) -> Self {
        Self { class: Some("numeric"), ..self }
    }

    /// Holds the row's buttons; its head is only read to screen readers.
    pub fn actions(self) -> Self {
        Self { class: Some("row-actions"), ..self }
    }

    fn head(&self, before: &Markup) -> Markup {
        let aria = self.sort.as_ref().and_then(|(now, _)| match now {
            Sort::None => None,
            Sort::Ascending => Some("ascending"),
            Sort::Descending => Some("descending"),
        });
        html! {
            th class=[self.class] scope="col" role="columnheader" aria-sort=[aria] {
                (before)
                @if let Some((now, href)) = &self.sort {
                    a href=(href) {
                        (self.label)
                        @match now {
                            Sort::None => {},
                            Sort::Ascending => (Icon::SortUp),
                            Sort::Descending => (Icon::SortDown),
                        }
                    }
                } @else if self.class == Some("row-actions") { span.for-readers { (self.label) } }
                @else { span { (self.label) } }
            }
        }
    }
}

/// A table.
#[must_use]
pub struct Table<'a> {
    caption: Words<'a>,
    columns: Vec<Column<'a>>,
    /// The labels of the columns, drawn once for all rows.
    labels: Vec<Markup>,
    /// The rows, drawn one by one: a thousand small cells are not kept until the end.
    rows: String,
    tick_all: Option<Words<'a>>,
}

/// A table called `caption`, which is read to screen readers.
pub fn table<'a>(caption: impl Into<Words<'a>>) -> Table<'a> {
    Table {
        caption: caption.into(),
        columns: Vec::new(),
        labels: Vec::new(),
        rows: String::new(),
        tick_all: None,
    }
}

impl<'a> Table<'a> {
    /// One more column. The first one names the row. All columns come before the rows.
    pub fn column(mut self, column: Column<'a>) -> Self {
        self.labels.push(html! { (column.label) });
        self.columns.push(column);
        self
    }

    /// One more row, with a cell for each column.
    pub fn row(mut self, cells: impl IntoIterator<Item = impl Render>) -> Self {
        let columns = self.columns.iter().zip(&self.labels);
        let cells = Cell::new(Some(cells.into_iter().zip(columns).enumerate()));
        let row = drawn(|page| {
            html! {
                (page)
                tr role="row" {
                    @for (index, (cell, (column, label))) in cells.take().into_iter().flatten() {
                        @if index == 0 { th scope="row" role="rowheader" { (cell) } }
                        @else { td class=[column.class] role="cell" data-label=(label) { (cell) } }
                    }
                }
            }
        });
        row.render_to(&mut self.rows);
        self
    }

    /// A box in the head that ticks the boxes in the first cells of all rows; only scripts can do that, so
    /// without them there is none.
    pub fn tick_all(self, label: impl Into<Words<'a>>) -> Self {
        Self { tick_all: Some(label.into()), ..self }
    }

    fn heads(&self) -> Markup {
        let nothing = Markup::default();
        let tick_all = self.tick_all.as_ref().map_or_else(Markup::default, |label| {
            html! { label.tick.needs-script title=(label) { input type="checkbox" autocomplete="off" data-tick-all; span { (label) } } }
        });
        html! {
            @for (index, column) in self.columns.iter().enumerate() {
                (column.head(if index == 0 { &tick_all } else { &nothing }))
            }
        }
    }
}

impl Render for Table<'_> {
    fn render_to(&self, page: &mut String) {
        let table = drawn(|page| {
            html! {
                (page)
                div.table {
                    table role="table" {
                        caption.for-readers { (self.caption) }
                        thead role="rowgroup" { tr role="row" { (self.heads()) } }
                        tbody role="rowgroup" { (PreEscaped(&self.rows)) }
                    }
                }
            }
        });
        table.render_to(page);
    }
}
