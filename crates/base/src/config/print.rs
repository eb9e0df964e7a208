//! Shows a configuration: as a complete file, and as the reference.

use std::fmt::Write as _;

use super::{Form, Loaded, PREFIX, Root};

/// The whole configuration as a file: every option with its docstring, its value and where that is from.
/// Secrets show only that they are there, and so do name and password in an address.
pub fn print<R: Root>(loaded: &Loaded<R>) -> String {
    let mut file = String::new();
    for section in loaded.config.sections() {
        for line in section.doc() {
            let _ = writeln!(file, "#{line}");
        }
        let _ = writeln!(file, "[{}]", section.name());
        for setting in section.settings() {
            let option = format!("{}.{}", section.name(), setting.key);
            file.push('\n');
            for line in setting.doc {
                let _ = writeln!(file, "#{line}");
            }
            let (key, value) = (setting.key, section.shown(setting.key));
            let _ = writeln!(file, "{key} = {value}  # {}", loaded.origin(&option));
        }
        file.push('\n');
    }
    file
}

/// The reference of all options with their defaults, in Markdown, below the heading of the page.
pub fn reference_markdown<R: Root>() -> String {
    let defaults = R::default();
    let mut page = String::new();
    for section in defaults.sections() {
        let _ = writeln!(page, "\n## `[{}]`\n\n{}\n", section.name(), joined(section.doc()));
        for setting in section.settings() {
            let variable = format!("{PREFIX}{}__{}", section.name(), setting.key).to_uppercase();
            let value = section.shown(setting.key);
            let _ = writeln!(page, "### `{}`\n\n{}\n", setting.key, joined(setting.doc));
            let _ = writeln!(page, "- Default: `{value}`");
            let _ = writeln!(page, "- Form: {}", setting.form);
            let _ = writeln!(page, "- Environment: `{variable}`");
            if setting.form == Form::Secret {
                let _ = writeln!(page, "- From a file: `{}_file`, `{variable}_FILE`", setting.key);
            }
            page.push('\n');
        }
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

fn joined(doc: &[&str]) -> String {
    doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}
