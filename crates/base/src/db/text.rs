//! SQL text for one database out of the text for both.

use super::Engine;

const COLLATE: &str = " collate \"C\"";

/// The text as SQLite reads it: `$1` becomes `?1`, because SQLite numbers `$1` by first appearance, and
/// ` collate "C"` goes, because it is what SQLite does anyway. Quoted text and comments stay as they are.
pub(super) fn for_sqlite(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['$', '\'', '"', '-', ' ']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with(COLLATE) {
            rest = &rest[COLLATE.len()..];
            continue;
        } else if rest.starts_with('$') && rest[1..].starts_with(|next: char| next.is_ascii_digit()) {
            out.push('?');
            rest = &rest[1..];
            continue;
        } else if rest.starts_with("--") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(quote) = rest.chars().next().filter(|first| matches!(first, '\'' | '"')) {
            rest[1..].find(quote).map_or(rest.len(), |end| end + 2)
        } else {
            1
        };
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// A migration as `engine` reads it. Lines between `-- sqlite only` or `-- postgres only` and `-- end` are
/// for that database alone.
pub(super) fn migration_for(engine: Engine, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut only = None;
    for line in text.lines() {
        match line.trim() {
            "-- sqlite only" => only = Some(Engine::Sqlite),
            "-- postgres only" => only = Some(Engine::Postgres),
            "-- end" => only = None,
            _ if only.is_none_or(|only| only == engine) => {
                out.push_str(line);
                out.push('\n');
            }
            _ => (),
        }
    }
    if engine == Engine::Sqlite { out.replace(COLLATE, "") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_renumbered_only_where_they_are_placeholders() {
        let text = "select '$1', \"a$2\", $2, $10 from t -- $3\nwhere x = $1 and y = '' and z='it''s $4' order by a - $1";

        let sqlite = for_sqlite(text);

        let wanted = "select '$1', \"a$2\", ?2, ?10 from t -- $3\nwhere x = ?1 and y = '' and z='it''s $4' order by a - ?1";
        assert_eq!(sqlite, wanted);
    }

    #[test]
    fn the_bytewise_order_needs_no_word_on_sqlite() {
        assert_eq!(
            for_sqlite("select a from t order by a collate \"C\" desc"),
            "select a from t order by a desc"
        );
    }

    #[test]
    fn a_migration_shows_each_database_its_own_lines() {
        let text = "create table t (a text collate \"C\");\n-- sqlite only\nselect 1;\n-- end\n-- postgres only\nselect 2;\n-- end\nselect 3;\n";

        assert_eq!(migration_for(Engine::Sqlite, text), "create table t (a text);\nselect 1;\nselect 3;\n");
        assert_eq!(
            migration_for(Engine::Postgres, text),
            "create table t (a text collate \"C\");\nselect 2;\nselect 3;\n"
        );
    }
}
