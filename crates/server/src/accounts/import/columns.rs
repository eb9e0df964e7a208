//! What the columns of an import hold, and how their heads and cells are read.

use seatwarden_base::{Kind, Refusal};
use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::model::Row;
use crate::text::is_locale;

/// No column holds the e-mail address, nor one the user name.
pub(super) const NO_KEY: Refusal = Refusal::new(Kind::Invalid, "import.no_key").on("columns");
/// Two columns are to be the same thing; value `columns`, their heads.
pub(super) const TWO_COLUMNS: Refusal = Refusal::new(Kind::Invalid, "import.two_columns").on("columns");

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
    /// Where the user comes from, as an export says it: only people of our own are added.
    Origin,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
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
        Self::Origin,
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
            Self::Origin => "origin",
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
            Self::Origin => &["origin", "herkunft", "origine", "origen", "מקור"],
        }
    }

    /// What a head probably means: `E-Mail`, `groups/0`, `Prénom`.
    pub(super) fn guess(head: &str) -> Option<Self> {
        let plain = plain(head);
        let plain =
            plain.trim_end_matches(|letter: char| letter.is_ascii_digit() && plain.starts_with("group"));
        Self::ALL.into_iter().find(|field| field.spellings().contains(&plain))
    }
}

/// A head without case, accents, blanks and signs.
fn plain(head: &str) -> String {
    head.nfkd()
        .filter(|letter| letter.is_alphanumeric() && !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Parts of heads that speak of secrets, in the languages we speak.
const SECRET_HEADS: [&str; 14] = [
    "pass",
    "pwd",
    "pw",
    "kennwort",
    "geheim",
    "secret",
    "token",
    "hash",
    "md5",
    "motdepasse",
    "contrasena",
    "clave",
    "pin",
    "סיסמ",
];
/// From how many characters on a cell may be a password by its look.
const SECRET_LENGTH_MIN: usize = 8;

/// Whether a column that nobody said anything about may hold passwords, by its head or the look of its cells: those are
/// not shown to whoever looks over somebody's shoulder.
pub(super) fn may_be_secret<'a>(head: &str, mut cells: impl Iterator<Item = &'a str>) -> bool {
    let head = plain(head);
    SECRET_HEADS.iter().any(|part| if part.len() < 4 { head == *part } else { head.contains(part) })
        || cells.any(looks_secret)
}

/// Whether a text mixes letters, digits and signs as passwords and digests do, and addresses and dates do not.
fn looks_secret(text: &str) -> bool {
    if text.len() >= 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return true;
    }
    if text.chars().count() < SECRET_LENGTH_MIN || text.contains(char::is_whitespace) || is_locale(text) {
        return false;
    }
    let is_address = text.split_once('@').is_some_and(|(_, host)| host.contains('.'));
    let kinds: [fn(char) -> bool; 4] = [
        char::is_lowercase,
        char::is_uppercase,
        |letter| letter.is_ascii_digit(),
        // Names and codes are joined by these.
        |letter| letter.is_ascii_punctuation() && !"-_'.".contains(letter),
    ];
    !is_address && kinds.into_iter().filter(|kind| text.contains(*kind)).count() >= 3
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

    /// The password of a row as it came, blanks and apostrophes with it; empty if there is none.
    pub(super) fn password<'a>(&self, row: &'a Row) -> &'a str {
        let place = self.0.iter().position(|column| *column == Some(Field::Password));
        let came = row.as_came.iter().find(|(at, _)| Some(*at) == place);
        came.map_or_else(|| self.cell(&row.cells, Field::Password), |(_, came)| came)
    }

    /// The cell of a field in a row; empty if there is none.
    pub(super) fn cell<'a>(&self, cells: &'a [String], field: Field) -> &'a str {
        self.cells(cells, field).next().unwrap_or_default()
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
    fn a_column_that_may_hold_passwords_is_known_by_its_head_or_its_look() {
        let is_secret = |head: &str, cell: &'static str| may_be_secret(head, [cell].into_iter());
        assert!(
            is_secret("Initial-Passwort", "") && is_secret("PIN", "1234") && is_secret("Zugangs-Token", "")
        );
        assert!(is_secret("C", "Tr0ub4dor&3") && is_secret("", "5f4dcc3b5aa765d61d8327deb882cf99"));
        for (head, cell) in
            [("Shipping", "DHL"), ("Cost center", "2026-11-23"), ("D", "ada.l@people.example")]
        {
            assert!(!is_secret(head, cell), "{head} {cell}");
        }
        assert!(!is_secret("Town", "Sankt-Gallen") && !is_secret("Language", "de-CH-1996"));
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
