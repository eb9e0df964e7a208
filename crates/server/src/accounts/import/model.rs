//! What an import is: its options, its rows with their verdicts, and how far it is.

use seatwarden_base::{Kind, Refusal};
use serde::{Deserialize, Deserializer, Serialize};

use super::columns::{Columns, Field};
use crate::{accounts::users::User, text::KeptRefusal};

/// How many rows are checked, applied or undone in one transaction.
pub(super) const PART_ROWS: usize = 200;
/// How many rows one page shows.
pub(super) const PAGE_ROWS: usize = 100;
/// How long an import that nobody applied is kept, in hours.
pub const UNAPPLIED_HOURS: i64 = 24;
/// How many imports the list shows.
pub(super) const LISTED_MAX: i64 = 50;
/// Longest name of a file that is kept, in characters.
pub(super) const NAME_MAX: usize = 120;

/// There is no such import, or not any more.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "import.unknown");
/// The import is at another step than the one that was asked for.
pub const OTHER_STEP: Refusal = Refusal::new(Kind::Conflict, "import.other_step");
/// A column is to be something that we do not know; value `field`.
pub(super) const UNKNOWN_FIELD: Refusal = Refusal::new(Kind::Invalid, "import.unknown_field").on("columns");
/// The row is about somebody who is no person of our own; value `name`.
pub(super) const OTHER_ORIGIN: Refusal = Refusal::new(Kind::Invalid, "import.other_origin");
/// There is no such verdict; value `name`.
pub(super) const UNKNOWN_VERDICT: Refusal =
    Refusal::new(Kind::Invalid, "import.unknown_verdict").on("verdict");
/// Another upload is being read just now.
pub(super) const BUSY: Refusal = Refusal::new(Kind::Busy, "import.busy").retry_after(5);
/// The time to take it back is over.
pub(super) const TOO_LATE: Refusal = Refusal::new(Kind::Conflict, "import.too_late");

/// The row names a role that is not there; value `name`.
pub(super) const UNKNOWN_ROLE: Refusal = Refusal::new(Kind::Invalid, "import.unknown_role").on("role");
/// The row names a group that is not there; value `name`.
pub(super) const UNKNOWN_GROUP: Refusal = Refusal::new(Kind::Invalid, "import.unknown_group").on("groups");
/// The row says neither yes nor no; value `text`.
pub(super) const BAD_ACTIVE: Refusal = Refusal::new(Kind::Invalid, "import.bad_active").on("active");
/// The row's language is no locale; value `text`.
pub(super) const BAD_LANGUAGE: Refusal = Refusal::new(Kind::Invalid, "import.bad_language").on("language");
/// A cell of the row holds a NUL.
pub(super) const NUL_IN_ROW: Refusal = Refusal::new(Kind::Invalid, "import.nul_in_row");
/// The row has more cells than there are heads, so that its values may stand under the wrong ones; value `cell`.
pub(super) const SURPLUS: Refusal = Refusal::new(Kind::Invalid, "import.surplus");
/// A cell of the row is a formula without a result; value `column`.
pub(super) const UNSOLVED: Refusal = Refusal::new(Kind::Invalid, "import.unsolved");
/// A remark: the row's language is not offered here; value `text`.
pub(super) const LANGUAGE_NOT_OFFERED: Refusal =
    Refusal::new(Kind::Invalid, "import.language_not_offered").on("language");
/// A row above is about the same user; value `line`.
pub(super) const TWICE: Refusal = Refusal::new(Kind::Conflict, "import.twice");
/// The address looks like that of a row above, but has other letters; value `line`.
pub(super) const LOOKALIKE: Refusal = Refusal::new(Kind::Conflict, "import.lookalike").on("email");
/// The address is one user's and the user name another's.
pub(super) const TWO_USERS: Refusal = Refusal::new(Kind::Conflict, "import.two_users");
/// The list stood still for too long, so its passwords are gone and its rows cannot be done; value `hours`.
pub(super) const PASSWORDS_FORGOTTEN: Refusal =
    Refusal::new(Kind::Conflict, "import.passwords_forgotten").on("password");
/// The user was changed since, so that it is not taken back.
pub(super) const CHANGED_SINCE: Refusal = Refusal::new(Kind::Conflict, "import.changed_since");
/// The user is not there any more.
pub(super) const GONE_SINCE: Refusal = Refusal::new(Kind::Conflict, "import.gone_since");

/// How an import goes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a check mark on the page")]
pub struct Options {
    /// Whether users who are there already are changed, or left alone.
    pub changes_existing: bool,
    /// Whether new users without a password are invited by mail; otherwise they cannot sign in with one yet.
    pub invites: bool,
    /// Whether groups that are not there yet are made.
    pub makes_groups: bool,
    /// Whether users leave groups that their row does not name, if it names any.
    pub leaves_groups: bool,
    /// Whether addresses that look like an administrator's, or mix alphabets, are taken.
    pub takes_lookalikes: bool,
    /// Whether users who manage others may be made, or given a password, an address or such a role; whoever began the dry
    /// run showed for it what every other door asks for. Set by the server.
    pub reaches_administrators: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            changes_existing: true,
            invites: true,
            makes_groups: false,
            leaves_groups: false,
            takes_lookalikes: false,
            reaches_administrators: false,
        }
    }
}

/// At which step an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The file is being read.
    Reading,
    /// Somebody has to say what the columns are.
    Read,
    /// The dry run is under way.
    Checking,
    /// Every row has its verdict; nothing was changed yet.
    Checked,
    /// The rows are being applied.
    Applying,
    /// All rows are applied.
    Applied,
    /// The rows are being taken back.
    Undoing,
    /// All rows are taken back.
    Undone,
    /// Applying had to stop, because whoever began it may not do it any more.
    Stopped,
}

impl State {
    pub(super) const ALL: [Self; 9] = [
        Self::Reading,
        Self::Read,
        Self::Checking,
        Self::Checked,
        Self::Applying,
        Self::Applied,
        Self::Undoing,
        Self::Undone,
        Self::Stopped,
    ];

    /// The word in the API and in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Read => "read",
            Self::Checking => "checking",
            Self::Checked => "checked",
            Self::Applying => "applying",
            Self::Applied => "applied",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
            Self::Stopped => "stopped",
        }
    }

    /// The state of a word; an unknown one is stopped.
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.word() == word).unwrap_or(Self::Stopped)
    }

    /// Whether a job is at work.
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Reading | Self::Checking | Self::Applying | Self::Undoing)
    }
}

/// What is to be done with a row, or was done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// A new user.
    Add,
    /// A user who is there gets other values.
    Change,
    /// A user who is there has all these values, or is left alone.
    Unchanged,
    /// It cannot be done; the row says why.
    Wrong,
}

impl Verdict {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Self; 4] = [Self::Add, Self::Change, Self::Unchanged, Self::Wrong];

    /// The word in the API and in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Change => "change",
            Self::Unchanged => "unchanged",
            Self::Wrong => "wrong",
        }
    }

    /// The verdict of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}

/// How many rows have which verdict, in the order of [`Verdict::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub [i64; 4]);

impl Counts {
    /// How many have this one.
    pub const fn of(self, verdict: Verdict) -> i64 {
        self.0[verdict as usize]
    }

    /// The counts of some rows.
    pub(super) fn of_rows(rows: &[Row]) -> Self {
        let mut counts = Self::default();
        for verdict in rows.iter().filter_map(|row| row.verdict) {
            counts.0[verdict as usize] += 1;
        }
        counts
    }

    /// These counts with some rows more and others less.
    #[must_use]
    pub(super) fn plus(mut self, more: Self, less: Self) -> Self {
        for (sum, (more, less)) in self.0.iter_mut().zip(more.0.into_iter().zip(less.0)) {
            *sum += more - less;
        }
        self
    }
}

/// A row of the file with what became of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u32,
    /// Its cells; those of passwords are emptied once they were used.
    pub cells: Vec<String>,
    /// Cells as they came, by place, where they were read without blanks around or an apostrophe in front: those of passwords
    /// are taken so, and are emptied with them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_came: Vec<(usize, String)>,
    /// The cells beyond the heads.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub surplus: Vec<String>,
    /// Places of cells that hold a formula without its result.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsolved: Vec<usize>,
    /// What is to be done, or was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Why it is wrong, or why it was not taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<KeptRefusal>,
    /// What is to be known about it though it is right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<KeptRefusal>,
    /// What is changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Field>,
    /// Role and groups in words; none if neither is given or changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shows: Option<Box<Shows>>,
    /// The user it is about, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// What undoing gives back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
    /// The version of the user after it was applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// The user after it was applied, with what changes beside the version; none for rows applied before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Left>,
    /// Whether it was applied.
    #[serde(default, skip_serializing_if = "is_false")]
    pub applied: bool,
    /// Whether it was looked at by undoing: `why` says if it was not taken back.
    #[serde(default, skip_serializing_if = "is_false")]
    pub undone: bool,
}

/// Rows that were read before all cells beyond the heads were kept have the first one alone.
fn one_or_many<'de, D: Deserializer<'de>>(given: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Given {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Given::deserialize(given)? {
        Given::One(cell) => vec![cell],
        Given::Many(cells) => cells,
    })
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it so")]
const fn is_false(yes: &bool) -> bool {
    !*yes
}

/// Role and groups that a row gives in words, and what a user had before who is there already.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shows {
    /// API name and shown name of the role; none if it stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<(String, String)>,
    /// The same of the role before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role_before: Option<(String, String)>,
    /// Names of the groups; none if they stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// The same of the groups before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups_before: Option<Vec<String>>,
    /// What names, address and language were that the row changes; what they will be stands in its cells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts_before: Vec<(Field, String)>,
}

impl Shows {
    /// What a field was that holds a text; none if the row leaves it as it is.
    pub fn text_before(&self, field: Field) -> Option<&str> {
        self.texts_before.iter().find(|(of, _)| *of == field).map(|(_, was)| was.as_str())
    }
}

/// What a row left of a user that changes without the user's version: whoever was put into a group since, or whose
/// invitation was cancelled or sent again, was changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Version and groups, as [`User::tag`] says them.
    tag: i64,
    /// Since when the invitation is open, in milliseconds since the Unix epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    invited_at_ms: Option<i64>,
}

impl Left {
    /// That of a user as they are now.
    pub(super) fn of(user: &User) -> Self {
        Self { tag: user.tag(), invited_at_ms: user.invited_at_ms }
    }
}

/// The values that a user had before the row was applied: those that it changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Before {
    pub(super) email: Option<String>,
    pub(super) user_name: Option<String>,
    pub(super) first_name: Option<String>,
    pub(super) last_name: Option<String>,
    /// Id.
    pub(super) role: Option<String>,
    /// Ids.
    pub(super) groups: Option<Vec<String>>,
    /// Empty for none.
    pub(super) language: Option<String>,
    pub(super) active: Option<bool>,
}

/// An import.
#[derive(Clone, Debug)]
pub struct Import {
    /// Its id.
    pub id: String,
    /// What the file is called; empty if it was pasted or sent.
    pub name: String,
    /// Whether it came over the API.
    pub over_api: bool,
    /// Who began it, or applied it last; none for the operator on the host.
    pub actor_id: Option<String>,
    /// Their name at that time.
    pub actor_name: String,
    /// At which step it is.
    pub state: State,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// What the columns hold.
    pub columns: Columns,
    /// How it goes about.
    pub options: Options,
    /// How many rows there are.
    pub rows: i64,
    /// How many parts of rows this step has done.
    pub position: i64,
    /// The verdicts so far.
    pub counts: Counts,
    /// How many rows were taken back.
    pub undone: i64,
    /// Why it was stopped, if it was.
    pub why: Option<KeptRefusal>,
    /// When it was uploaded, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When it was applied, in milliseconds since the Unix epoch.
    pub applied_at_ms: Option<i64>,
    /// Counts up with every step that somebody asks for.
    pub version: i64,
    /// Ids of the groups that it made.
    pub made_groups: Vec<String>,
}

impl Import {
    /// How many parts there are.
    pub(super) fn parts(&self) -> i64 {
        let rows = i64::try_from(PART_ROWS).unwrap_or(i64::MAX);
        (self.rows + rows - 1) / rows
    }

    /// How many rows this step has done. Rows are taken back from the last part on, which may be a short one.
    pub fn done(&self) -> i64 {
        let of_parts = |parts: i64| (parts * i64::try_from(PART_ROWS).unwrap_or(i64::MAX)).min(self.rows);
        match self.state {
            State::Undoing => self.rows - of_parts(self.parts() - self.position),
            _ => of_parts(self.position),
        }
    }
}
