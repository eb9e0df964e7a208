//! What a file says, line by line: a license in the words of `status`, any other file under the names of its claims.

use seatwarden_license_file::{Grace, Kind, License, Machine, Time};
use serde_json::Value;

use super::show::license_rows;
use crate::{Explained, Text, text::visible};

/// The lines of a file. None if its signature is not good.
pub(super) fn rows(t: Text, file: &Explained) -> Vec<String> {
    let license = file.says.as_object().filter(|_| file.kind == Some(Kind::License));
    let license = license.and_then(|_| serde_json::from_value::<License>(file.says.clone()).ok());
    match license {
        Some(license) => of_license(t, &license),
        None => file.says.as_object().into_iter().flatten().map(|(name, value)| claim(name, value)).collect(),
    }
}

fn claim(name: &str, value: &Value) -> String {
    format!("{name}: {}", visible(&flat(value)))
}

/// A value without the marks of JSON.
fn flat(value: &Value) -> String {
    let join = |all: Vec<String>| all.join(", ");
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(all) => join(all.iter().map(flat).collect()),
        Value::Object(all) => {
            join(all.iter().map(|(name, value)| format!("{name} {}", flat(value))).collect())
        }
        other => other.to_string(),
    }
}

fn of_license(t: Text, license: &License) -> Vec<String> {
    let mut rows = license_rows(t, license);
    let day = |time: Option<Time>| time.map(|time| time.to_string()).unwrap_or_default();
    rows.extend([
        (t.activate_label_grace(), grace(t, &license.grace)),
        (
            t.activate_label_signed(),
            t.activate_value_signed(license.issued_at.to_string(), visible(&license.issuer)),
        ),
        (t.activate_label_begins(), license.valid_from.to_string()),
        (t.activate_label_file_works(), license.renew_by.to_string()),
        (t.activate_label_install_by(), day(license.install_by)),
        (t.activate_label_device(), machine(t, license.machine.as_ref())),
        (t.activate_label_file(), visible(&license.id)),
        (t.activate_label_replaces(), visible(license.replaces.as_deref().unwrap_or_default())),
    ]);
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    let told = rows.iter().filter(|(_, value)| !value.is_empty());
    told.map(|(label, value)| {
        let blank = " ".repeat(width.saturating_sub(label.chars().count()));
        format!("{label}{blank}  {value}")
    })
    .collect()
}

fn machine(t: Text, machine: Option<&Machine>) -> String {
    machine.map_or_else(
        || t.activate_value_any_machine(),
        |bound| visible(&format!("{} {}", bound.name, bound.device)),
    )
}

/// How long all or some of it works after the end, and what stops when.
fn grace(t: Text, grace: &Grace) -> String {
    let mut told = vec![t.activate_value_grace(u32::from(grace.days))];
    told.extend(grace.ladder.iter().map(|step| {
        let stops: Vec<String> = step.stops.iter().map(|ability| t.ability(ability)).collect();
        t.activate_value_grace_step(u32::from(step.from_day), stops.join(", "))
    }));
    told.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn the_grace_is_told_in_sentences_of_the_readers_language() {
        let told = |language: Language| grace(Text::new(language), &Grace::usual(14));

        let english = told(Language::En);
        assert!(english.starts_with("14 days after the end. After 7 days stop: adding users"), "{english}");
        assert!(told(Language::De).starts_with("14 Tage nach dem Ende. Nach 7 Tagen geht nicht mehr: "));
        for language in Language::ALL {
            let said = told(language);
            assert!(!said.contains('{') && !said.contains("add_users") && !said.contains("  "), "{said}");
        }
    }

    #[test]
    fn claims_have_no_marks_of_json() {
        let value = serde_json::json!({ "servers": 3, "parts": ["a", "b"], "none": null });

        assert_eq!(claim("limits", &value), "limits: none , parts a, b, servers 3");
    }
}
