//! What an import is: its columns, its options, its rows with their verdicts, and how far it is.

use seatwarden_base::{Kind, Refusal};
use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::text::KeptRefusal;

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
/// No column holds the e-mail address, nor one the user name.
pub(super) const NO_KEY: Refusal = Refusal::new(Kind::Invalid, "import.no_key").on("columns");
/// Two columns are to be the same thing; value `columns`, their heads.
pub(super) const TWO_COLUMNS: Refusal = Refusal::new(Kind::Invalid, "import.two_columns").on("columns");
/// A column is to be something that we do not know; value `field`.
pub(super) const UNKNOWN_FIELD: Refusal = Refusal::new(Kind::Invalid, "import.unknown_field").on("columns");
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
/// A row above is about the same user; value `line`.
pub(super) const TWICE: Refusal = Refusal::new(Kind::Conflict, "import.twice");
/// The address is one user's and the user name another's.
pub(super) const TWO_USERS: Refusal = Refusal::new(Kind::Conflict, "import.two_users");
/// The user was changed since, so that it is not taken back.
pub(super) const CHANGED_SINCE: Refusal = Refusal::new(Kind::Conflict, "import.changed_since");
/// The user is not there any more.
pub(super) const GONE_SINCE: Refusal = Refusal::new(Kind::Conflict, "import.gone_since");

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The e-mail address.
    Email,
    /// The user name.
    UserName,
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// The role, by id, API name or the name people see.
    Role,
    /// Groups, by id or name; several in one cell, or several columns.
    Groups,
    /// The language, as a locale.
    Language,
    /// Whether they may sign in.
    Active,
    /// A password in clear; for new users only.
    Password,
    /// The md5 of a password, as old scripts have it; for new users only.
    Hash,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Email,
        Self::UserName,
        Self::FirstName,
        Self::LastName,
        Self::Role,
        Self::Groups,
        Self::Language,
        Self::Active,
        Self::Password,
        Self::Hash,
    ];

    /// The word in the API and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::UserName => "userName",
            Self::FirstName => "firstName",
            Self::LastName => "lastName",
            Self::Role => "role",
            Self::Groups => "groups",
            Self::Language => "language",
            Self::Active => "active",
            Self::Password => "password",
            Self::Hash => "hash",
        }
    }

    /// The field of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    /// Whether its cells must never be shown.
    pub const fn is_secret(self) -> bool {
        matches!(self, Self::Password | Self::Hash)
    }

    /// How heads call it, without case, accents, blanks and signs, in the languages we speak.
    #[expect(clippy::too_many_lines, reason = "it is a table")]
    const fn spellings(self) -> &'static [&'static str] {
        match self {
            Self::Email => &[
                "email",
                "mail",
                "emailaddress",
                "mailaddress",
                "emailadresse",
                "mailadresse",
                "courriel",
                "adressemail",
                "adresseemail",
                "adressecourriel",
                "correo",
                "correoelectronico",
                "direcciondecorreo",
                "direcciondecorreoelectronico",
                "דואל",
                "דואראלקטרוני",
                "כתובתדואל",
                "אימייל",
            ],
            Self::UserName => &[
                "username",
                "login",
                "loginname",
                "user",
                "benutzername",
                "benutzer",
                "anmeldename",
                "nomdutilisateur",
                "identifiant",
                "utilisateur",
                "nombredeusuario",
                "usuario",
                "שםמשתמש",
                "שםהמשתמש",
            ],
            Self::FirstName => {
                &["firstname", "first", "givenname", "forename", "vorname", "prenom", "nombre", "שםפרטי"]
            }
            Self::LastName => &[
                "lastname",
                "last",
                "surname",
                "familyname",
                "nachname",
                "familienname",
                "nom",
                "nomdefamille",
                "apellido",
                "apellidos",
                "שםמשפחה",
            ],
            Self::Role => &["role", "roleid", "rolename", "rolle", "rol", "תפקיד"],
            Self::Groups => &[
                "groups",
                "group",
                "groupid",
                "groupids",
                "groupname",
                "groupnames",
                "gruppen",
                "gruppe",
                "groupe",
                "groupes",
                "grupo",
                "grupos",
                "קבוצה",
                "קבוצות",
            ],
            Self::Language => &["language", "locale", "lang", "sprache", "langue", "idioma", "שפה"],
            Self::Active => &["active", "isactive", "enabled", "aktiv", "actif", "activo", "פעיל"],
            Self::Password => &["password", "passwort", "kennwort", "motdepasse", "contrasena", "סיסמה"],
            Self::Hash => &["hash", "md5", "passwordhash"],
        }
    }

    /// What a head probably means: `E-Mail`, `groups/0`, `Prénom`.
    fn guess(head: &str) -> Option<Self> {
        let plain: String = head
            .nfkd()
            .filter(|letter| letter.is_alphanumeric() && !is_combining_mark(*letter))
            .flat_map(char::to_lowercase)
            .collect();
        let plain =
            plain.trim_end_matches(|letter: char| letter.is_ascii_digit() && plain.starts_with("group"));
        Self::ALL.into_iter().find(|field| field.spellings().contains(&plain))
    }
}

/// What each column holds, in their order; none for one that is passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns(pub Vec<Option<Field>>);

impl Columns {
    /// What the heads probably mean; of two that mean the same, the first. `first` is the first row: without
    /// heads, addresses are known by their sign.
    pub fn guess(heads: &[String], first: &[String]) -> Self {
        let mut columns: Vec<Option<Field>> = Vec::with_capacity(heads.len());
        for head in heads {
            let field = Field::guess(head);
            columns.push(field.filter(|field| *field == Field::Groups || !columns.contains(&Some(*field))));
        }
        if columns.iter().all(Option::is_none)
            && let Some(at) = first.iter().position(|cell| cell.contains('@'))
        {
            columns[at] = Some(Field::Email);
        }
        Self(columns)
    }

    /// Refuses what no import can be made of: `import.no_key`, `import.two_columns`.
    pub fn check(&self, heads: &[String]) -> Result<(), Refusal> {
        if self.0.len() != heads.len()
            || !self.0.iter().any(|it| matches!(it, Some(Field::Email | Field::UserName)))
        {
            return Err(NO_KEY);
        }
        for field in Field::ALL.into_iter().filter(|field| *field != Field::Groups) {
            let same = self.0.iter().zip(heads).filter(|(column, _)| **column == Some(field));
            let same: Vec<&str> = same.map(|(_, head)| head.as_str()).collect();
            if same.len() > 1 {
                return Err(TWO_COLUMNS.with("columns", same.join(", ")));
            }
        }
        Ok(())
    }

    /// Whether a column holds this.
    pub fn has(&self, field: Field) -> bool {
        self.0.contains(&Some(field))
    }

    /// The cells of a field in a row that are not empty.
    pub(super) fn cells<'a>(&self, cells: &'a [String], field: Field) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .zip(cells)
            .filter(move |(column, cell)| **column == Some(field) && !cell.is_empty())
            .map(|(_, cell)| cell.as_str())
    }

    /// The cell of a field in a row; empty if there is none.
    pub(super) fn cell<'a>(&self, cells: &'a [String], field: Field) -> &'a str {
        self.cells(cells, field).next().unwrap_or_default()
    }
}

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
}

impl Default for Options {
    fn default() -> Self {
        Self {
            changes_existing: true,
            invites: true,
            makes_groups: false,
            leaves_groups: false,
            takes_lookalikes: false,
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
    /// What is to be done, or was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Why it is wrong, or why it was not taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<KeptRefusal>,
    /// What is changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Field>,
    /// The user it is about, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// What undoing gives back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
    /// The version of the user after it was applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Whether it was applied.
    #[serde(default, skip_serializing_if = "is_false")]
    pub applied: bool,
    /// Whether it was looked at by undoing: `why` says if it was not taken back.
    #[serde(default, skip_serializing_if = "is_false")]
    pub undone: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it so")]
const fn is_false(yes: &bool) -> bool {
    !*yes
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
}

impl Import {
    /// How many parts there are.
    pub(super) fn parts(&self) -> i64 {
        let rows = i64::try_from(PART_ROWS).unwrap_or(i64::MAX);
        (self.rows + rows - 1) / rows
    }

    /// How many rows this step has done.
    pub fn done(&self) -> i64 {
        (self.position * i64::try_from(PART_ROWS).unwrap_or(i64::MAX)).min(self.rows)
    }
}

/// What a cell of [`Field::Active`] says; none if it says neither yes nor no.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "1" | "yes" | "y" | "active" | "ja" | "aktiv" | "oui" | "actif" | "si" | "sí" | "activo"
        | "x" | "wahr" | "vrai" | "verdadero" | "כן" | "פעיל" => Some(true),
        "false" | "0" | "no" | "n" | "inactive" | "nein" | "inaktiv" | "non" | "inactif" | "inactivo"
        | "falsch" | "faux" | "falso" | "לא" => Some(false),
        _ => None,
    }
}

/// Whether a cell of [`Field::Language`] can be a locale (BCP 47).
pub(super) fn is_locale(text: &str) -> bool {
    (2..=35).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(heads: &[&str]) -> Vec<Option<Field>> {
        let heads: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
        Columns::guess(&heads, &[]).0
    }

    #[test]
    fn columns_are_known_by_their_heads_in_many_spellings() {
        use Field::{Email, FirstName, Groups, LastName, Role, UserName};
        assert_eq!(
            guessed(&["email", "userName", "firstName", "lastName", "roleId", "groups/0", "groups/1"]),
            [Email, UserName, FirstName, LastName, Role, Groups, Groups].map(Some)
        );
        assert_eq!(
            guessed(&["E-Mail-Adresse", "Benutzername", "Vorname", "NACHNAME", "Rolle", "Gruppen"]),
            [Email, UserName, FirstName, LastName, Role, Groups].map(Some)
        );
        assert_eq!(guessed(&["Prénom", "Nom", "Courriel"]), [FirstName, LastName, Email].map(Some));
        assert_eq!(guessed(&["שם פרטי", "דוא\"ל"]), [FirstName, Email].map(Some));
        assert_eq!(guessed(&["mail", "E-mail", "shoe size"]), [Some(Email), None, None]);
    }

    #[test]
    fn without_heads_an_address_is_known_by_its_sign() {
        let heads = ["A".to_owned(), "B".to_owned()];
        let first = ["Ada".to_owned(), "ada@example.com".to_owned()];
        assert_eq!(Columns::guess(&heads, &first).0, [None, Some(Field::Email)]);
    }

    #[test]
    fn columns_without_a_key_or_with_two_of_a_kind_are_refused() {
        let heads = ["A", "B", "C"].map(str::to_owned);
        let check = |columns: &[Option<Field>]| Columns(columns.to_vec()).check(&heads[..columns.len()]);
        assert_eq!(check(&[Some(Field::FirstName), None]).unwrap_err().code, NO_KEY.code);
        assert_eq!(check(&[Some(Field::Email), Some(Field::Email)]).unwrap_err().code, TWO_COLUMNS.code);
        assert!(check(&[Some(Field::UserName), Some(Field::Groups), Some(Field::Groups)]).is_ok());
    }
}
