//! What a release is, and in which order versions stand.

use std::fmt::Write;

use seatwarden_base::{Kind, Refusal};

use crate::text::check_visible;

/// There is no such release or file, or no license of the caller opens it.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "downloads.unknown");
/// The version is empty, too long, or has other characters than letters, digits and `-_.+`.
pub(super) const BAD_VERSION: Refusal = Refusal::new(Kind::Invalid, "downloads.bad_version").on("version");
/// There is such a version already.
pub(super) const VERSION_TAKEN: Refusal =
    Refusal::new(Kind::Conflict, "downloads.version_taken").on("version");
/// The notes are too long.
pub(super) const BAD_NOTES: Refusal = Refusal::new(Kind::Invalid, "downloads.bad_notes").on("notes");
/// The name of the file is empty, too long, or no name.
pub(super) const BAD_FILE: Refusal = Refusal::new(Kind::Invalid, "downloads.bad_file").on("file");
/// The release has a file of that name already, or as many as there can be.
pub(super) const FILE_TAKEN: Refusal = Refusal::new(Kind::Conflict, "downloads.file_taken").on("file");
/// A file larger than the server takes; value `megabytes`.
pub(super) const TOO_LARGE: Refusal = Refusal::new(Kind::TooLarge, "downloads.too_large").on("file");
/// The disk of the server has no space left for a file.
pub(super) const DISK_FULL: Refusal = Refusal::new(Kind::Busy, "downloads.disk_full").retry_after(600);
/// The file cannot be read; values `file` and `why`.
pub(super) const UNREADABLE: Refusal = Refusal::new(Kind::Invalid, "downloads.unreadable");
/// The file on the disk is not the one whose checksum is known.
pub(super) const DAMAGED: Refusal = Refusal::new(Kind::Conflict, "downloads.damaged");
/// A release without a file is nothing to publish, and a withdrawn one stays so.
pub(super) const NOT_READY: Refusal = Refusal::new(Kind::Conflict, "downloads.not_ready");

/// How many releases are listed.
pub(super) const LIST_MAX: i64 = 200;
/// How many files a release has at most.
pub(super) const FILES_MAX: usize = 50;
/// Longest notes, in characters.
pub(super) const NOTES_MAX: usize = 4_000;
const VERSION_MAX: usize = 40;
const FILE_NAME_MAX: usize = 120;
const ENTITLEMENT_MAX: usize = 64;

/// Where a release stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReleaseState {
    /// The staff alone sees it.
    Draft,
    /// Customers download it.
    Published,
    /// It was published, and is no longer.
    Withdrawn,
}

impl ReleaseState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Published, Self::Withdrawn];

    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub(super) fn of_word(word: &str) -> Self {
        [Self::Published, Self::Withdrawn].into_iter().find(|it| it.word() == word).unwrap_or(Self::Draft)
    }
}

/// What is taken of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The file, or a part of it.
    File,
    /// Its signature.
    Signature,
}

impl What {
    /// The word in the table.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Signature => "signature",
        }
    }

    /// What the history calls it.
    pub(super) const fn event(self) -> &'static str {
        match self {
            Self::File => "downloads.download",
            Self::Signature => "downloads.download_signature",
        }
    }
}

/// What somebody takes, and whether from its beginning on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) what: What,
    pub(super) begins: bool,
}

/// Within this time, in milliseconds, all that one person takes of a file is one download: programs ask for several parts
/// at once, and begin anew.
pub(super) const ONE_DOWNLOAD_MS: i64 = 3_600_000;

impl Taken {
    /// Whether this is another download than the one that began then, if one did. A later part always goes on with it.
    pub(super) fn is_new(self, began_at_ms: Option<i64>, now_ms: i64) -> bool {
        began_at_ms.is_none_or(|began_at_ms| self.begins && began_at_ms <= now_ms - ONE_DOWNLOAD_MS)
    }
}

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// 24 hex digits.
    pub id: String,
    /// Its name.
    pub file_name: String,
    /// In bytes.
    pub size: i64,
    /// Its SHA-256, in hex digits.
    pub sha256: String,
    /// Its signature, in the format of minisign.
    pub signature: String,
}

/// A version of the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// 24 hex digits.
    pub id: String,
    /// What it is called: `2026.4.1`.
    pub version: String,
    /// What is new.
    pub notes: String,
    /// What a license must open; empty for any license in force.
    pub entitlement: String,
    /// Where it stands.
    pub state: ReleaseState,
    /// When it was published, in milliseconds since the Unix epoch.
    pub published_at_ms: Option<i64>,
    /// Its files, by name.
    pub files: Vec<Artifact>,
}

/// A release to be made.
#[derive(Clone, Debug, Default)]
pub struct NewRelease {
    /// What it is called.
    pub version: String,
    /// What is new.
    pub notes: String,
    /// What a license must open; may be empty.
    pub entitlement: String,
}

impl NewRelease {
    pub(super) fn checked(&self) -> Result<Self, Refusal> {
        let version = self.version.trim();
        let good = |letter: char| letter.is_ascii_alphanumeric() || "-_.+".contains(letter);
        if version.is_empty() || version.len() > VERSION_MAX || !version.chars().all(good) {
            return Err(BAD_VERSION.with("maximum", VERSION_MAX));
        }
        let notes = self.notes.replace("\r\n", "\n");
        let notes = notes.trim();
        if notes.chars().count() > NOTES_MAX {
            return Err(BAD_NOTES.with("maximum", NOTES_MAX));
        }
        let entitlement = check_visible(&self.entitlement, ENTITLEMENT_MAX).unwrap_or_default();
        Ok(Self { version: version.to_owned(), notes: notes.to_owned(), entitlement })
    }
}

/// The name of a file that can stand in a folder and a header.
pub(super) fn check_file_name(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    let good = |letter: char| letter.is_ascii_alphanumeric() || "-_.+".contains(letter);
    if name.is_empty() || name.len() > FILE_NAME_MAX || name.starts_with('.') || !name.chars().all(good) {
        return Err(BAD_FILE.with("maximum", FILE_NAME_MAX));
    }
    Ok(name.to_owned())
}

/// What sorts versions as people do: each run of digits has ten places, so that 10 comes after 9, and a version comes
/// after its previews.
pub(super) fn version_key(version: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    let (main, preview) = version.split_once('-').unwrap_or((version, "~"));
    for letter in main.chars().chain(['-']).chain(preview.chars()).chain(['.']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(key, "{digits:0>10}");
            digits.clear();
        }
        key.push(letter.to_ascii_lowercase());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_stand_in_the_order_in_which_they_came() {
        let order =
            ["2025.12", "2026.4.1-rc1", "2026.4.1-rc2", "2026.4.1", "2026.4.9", "2026.4.10", "2026.10"];
        assert!(order.windows(2).all(|pair| version_key(pair[0]) < version_key(pair[1])), "{order:?}");
    }

    #[test]
    fn a_file_name_is_one_piece_without_surprises() {
        assert_eq!(check_file_name(" platform-1.zip ").unwrap(), "platform-1.zip");
        for bad in ["", "..", ".hidden", "a b", "a\"b", "x/", "../../etc/passwd", "C:\\temp\\platform-1.zip"]
        {
            assert!(check_file_name(bad).is_err(), "{bad}");
        }
    }
}
