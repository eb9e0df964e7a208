//! What a sample dashboard is.

use seatwarden_base::{Kind, Refusal};

use crate::text::check_visible;

/// There is no such sample dashboard.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "sample_dashboards.unknown");
/// A text is missing or too long.
pub(super) const BAD_TEXT: Refusal = Refusal::new(Kind::Invalid, "sample_dashboards.bad_text").on("title");
/// There is one with such a title already, or as many as there can be.
pub(super) const TAKEN: Refusal = Refusal::new(Kind::Conflict, "sample_dashboards.taken").on("title");
/// The file is empty, too large, or no JSON.
pub(super) const BAD_FILE: Refusal = Refusal::new(Kind::Invalid, "sample_dashboards.bad_file").on("file");

/// How many there are at most.
pub(super) const LIST_MAX: i64 = 200;
/// The largest file, in bytes.
pub(super) const FILE_MAX: usize = 1_000_000;
const TITLE_MAX: usize = 80;
const SUMMARY_MAX: usize = 200;
const DESCRIPTION_MAX: usize = 4_000;

/// A sample dashboard, without its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// 24 hex digits.
    pub id: String,
    /// Its place in addresses.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// All about it.
    pub description: String,
    /// What the file is called.
    pub file_name: String,
    /// Whether customers see it.
    pub is_published: bool,
}

/// A sample dashboard to be added.
#[derive(Clone, Debug, Default)]
pub struct NewSample {
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// All about it.
    pub description: String,
    /// The file: JSON.
    pub content: Vec<u8>,
}

impl NewSample {
    /// The sample under this id, or the rule that is broken.
    pub(super) fn checked(&self, id: String) -> Result<Sample, Refusal> {
        let line = |text: &str, maximum| {
            check_visible(text, maximum)
                .filter(|text| !text.is_empty())
                .ok_or_else(|| BAD_TEXT.with("maximum", maximum))
        };
        let title = line(&self.title, TITLE_MAX)?;
        let description = self.description.replace("\r\n", "\n").trim().to_owned();
        if description.chars().count() > DESCRIPTION_MAX {
            return Err(BAD_TEXT.with("maximum", DESCRIPTION_MAX));
        }
        let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(&self.content).is_ok();
        if !is_json || self.content.len() > FILE_MAX {
            return Err(BAD_FILE.with("maximum", FILE_MAX));
        }
        let slug = slug(&title);
        let slug = if slug.is_empty() { id.clone() } else { slug };
        Ok(Sample {
            file_name: format!("{slug}.dash"),
            summary: line(&self.summary, SUMMARY_MAX)?,
            is_published: false,
            id,
            slug,
            title,
            description,
        })
    }
}

/// A title as it stands in an address: `sales-by-region`.
fn slug(title: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    let mapped: String = title.chars().map(plain).collect();
    mapped.split('-').filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_piece_of_an_address() {
        assert_eq!(slug("Sales by Region (2026)"), "sales-by-region-2026");
        assert_eq!(slug("מכירות"), "");
    }
}
