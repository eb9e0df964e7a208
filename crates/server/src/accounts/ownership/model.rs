//! What can be owned and what becomes of it, and the limits of both.

mod transfers;

use std::collections::BTreeMap;

use seatwarden_base::{Kind, Refusal, Result};
use serde::{Deserialize, Serialize};

pub use transfers::{Change, State, Transfer, What};

use crate::text::{check_visible, name_key};

/// There is no such object.
pub const UNKNOWN_OBJECT: Refusal = Refusal::new(Kind::NotFound, "ownership.unknown_object");
/// There is no such kind of object.
pub const UNKNOWN_KIND: Refusal = Refusal::new(Kind::Invalid, "ownership.unknown_kind").on("kind");
/// The id that the platform gave is empty, too long, or has signs that cannot be seen.
pub(super) const BAD_EXTERNAL_ID: Refusal =
    Refusal::new(Kind::Invalid, "ownership.bad_external_id").on("externalId");
/// The title is too long or has signs that cannot be seen.
pub(super) const BAD_TITLE: Refusal = Refusal::new(Kind::Invalid, "ownership.bad_title").on("title");
/// Nobody has this id, user name or address, or is called so.
pub const UNKNOWN_USER: Refusal = Refusal::new(Kind::Invalid, "ownership.unknown_user");
/// Several people are called so; values `name`, and `who`: by what each is told from the others.
pub const SEVERAL_USERS: Refusal = Refusal::new(Kind::Invalid, "ownership.several_users");
/// Somebody else owns the object; registering it never takes it away from them.
pub const OWNED_BY_OTHER: Refusal = Refusal::new(Kind::Conflict, "ownership.owned_by_other").on("owner");
/// Too many objects in one call.
pub const TOO_MANY: Refusal = Refusal::new(Kind::TooLarge, "ownership.too_many");
/// Nobody is named where a user is needed.
pub const USER_NEEDED: Refusal = Refusal::new(Kind::Invalid, "ownership.user_needed");
/// Giver and receiver are the same.
pub const SAME_OWNER: Refusal = Refusal::new(Kind::Invalid, "ownership.same_owner").on("to");
/// Some objects and a whole owner are named together, and nobody knows which of the two is meant.
pub(super) const BOTH_NAMED: Refusal = Refusal::new(Kind::Invalid, "ownership.both_named").on("objects");
/// No object was ticked.
pub(super) const NOTHING_CHOSEN: Refusal =
    Refusal::new(Kind::Invalid, "ownership.nothing_chosen").on("objects");
/// The table lacks one of its columns.
pub(super) const BAD_TABLE: Refusal = Refusal::new(Kind::Invalid, "ownership.bad_table").on("csv");
/// The table is neither UTF-8 nor UTF-16 with its mark.
pub(super) const NOT_TEXT: Refusal = Refusal::new(Kind::Invalid, "ownership.not_text").on("csv");
/// A quotation mark is opened in the table and never closed; value `line`.
pub(super) const OPEN_QUOTE: Refusal = Refusal::new(Kind::Invalid, "ownership.open_quote").on("csv");
/// The table has heads, and no row below them.
pub(super) const NO_ROWS: Refusal = Refusal::new(Kind::Invalid, "ownership.no_rows").on("csv");
/// The row of a table has more cells than there are heads, so that its values may stand under the wrong ones; value `cell`.
pub(super) const SURPLUS: Refusal = Refusal::new(Kind::Invalid, "ownership.surplus");
/// A row before says something else of the same object; value `line`, which.
pub(super) const NAMED_TWICE: Refusal = Refusal::new(Kind::Invalid, "ownership.named_twice").on("externalId");
/// There is no such transfer.
pub(super) const UNKNOWN_TRANSFER: Refusal = Refusal::new(Kind::NotFound, "ownership.unknown_transfer");
/// There is no such folder, or it is none.
pub(super) const UNKNOWN_FOLDER: Refusal =
    Refusal::new(Kind::Invalid, "ownership.unknown_folder").on("folder");
/// A folder cannot lie in itself, not even through others.
pub(super) const FOLDER_CIRCLE: Refusal =
    Refusal::new(Kind::Conflict, "ownership.folder_circle").on("folder");
/// Folders would lie in each other too deep.
pub(super) const TOO_DEEP: Refusal = Refusal::new(Kind::Conflict, "ownership.too_deep").on("folder");
/// The former owner keeps `view`, `edit` or `none`.
pub(super) const BAD_RULE: Refusal =
    Refusal::new(Kind::Invalid, "ownership.bad_rule").on("previousOwnerKeeps");

/// How many levels of folders there may be. The statements of `store/folders.rs` go two further.
pub(super) const LEVELS_MAX: i64 = 30;
/// Most objects that one list of the platform shows.
pub(super) const BROWSED_MAX: usize = 50_000;
/// Most objects in one call that registers.
pub const AT_ONCE_MAX: usize = 10_000;
/// Most objects that are handed over one by one.
pub const TICKED_MAX: usize = 200;
/// Longest id of the platform, in characters.
pub(super) const EXTERNAL_ID_MAX: usize = 200;
/// Longest title, in characters.
pub(super) const TITLE_MAX: usize = 300;
/// Most parties one object is shared with.
pub(super) const SHARES_MAX: usize = 100;
/// Longest id of somebody whom an object is shared with, in characters.
const PARTY_ID_MAX: usize = 64;
/// How many objects are registered, or change hands, in one transaction: some 20 ms on SQLite.
pub(super) const STEP: usize = 200;

/// What sort of thing is owned.
#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectKind {
    /// A dashboard.
    Dashboard,
    /// A folder of dashboards.
    Folder,
    /// A data model, live or not.
    DataModel,
    /// A connection to a source of data.
    Connection,
    /// An alert.
    Alert,
    /// A subscription to a report.
    Report,
    /// A notebook.
    Notebook,
    /// Anything else.
    Other,
}

impl ObjectKind {
    /// All kinds, in the order in which people see them.
    pub const ALL: [Self; 8] = [
        Self::Dashboard,
        Self::Folder,
        Self::DataModel,
        Self::Connection,
        Self::Alert,
        Self::Report,
        Self::Notebook,
        Self::Other,
    ];

    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dashboard => "dashboard",
            Self::Folder => "folder",
            Self::DataModel => "datamodel",
            Self::Connection => "connection",
            Self::Alert => "alert",
            Self::Report => "report",
            Self::Notebook => "notebook",
            Self::Other => "other",
        }
    }

    /// The kind of a word in any case; refuses with `ownership.unknown_kind`.
    pub fn of_word(word: &str) -> Result<Self, Refusal> {
        let word = word.trim();
        Self::ALL.into_iter().find(|kind| kind.word().eq_ignore_ascii_case(word)).ok_or(UNKNOWN_KIND)
    }
}

/// What the former owner keeps of an object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeps {
    /// May look at it.
    #[default]
    View,
    /// May change it.
    Edit,
    /// Nothing.
    Nothing,
}

impl Keeps {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::View, Self::Edit, Self::Nothing];

    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Edit => "edit",
            Self::Nothing => "none",
        }
    }

    /// What a word means, none being the usual; refuses with `ownership.bad_rule`.
    pub fn of_word(word: &str) -> Result<Self, Refusal> {
        if word.is_empty() {
            return Ok(Self::default());
        }
        Self::ALL.into_iter().find(|keeps| keeps.word() == word).ok_or(BAD_RULE)
    }
}

/// An object to be registered.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NewObject {
    /// One of the words of [`ObjectKind`].
    pub kind: String,
    /// The id that the platform gave it.
    #[serde(alias = "external_id")]
    pub external_id: String,
    /// What people call it; may be empty.
    pub title: String,
    /// Id, user name or address of the owner.
    pub owner: String,
    /// Who else may use it, all of them; none leaves that as it is.
    pub shares: Option<Vec<Share>>,
    /// The platform's id of the folder it lies in; empty for none, and none leaves it where it is.
    pub folder: Option<String>,
}

/// What is changed of an object that is registered already; what is not given stays.
#[derive(Clone, Debug, Default)]
pub(super) struct Edit {
    /// Another title.
    pub(super) title: Option<String>,
    /// The platform's id of another folder; empty for none.
    pub(super) folder: Option<String>,
}

/// Somebody who may use an object without owning it.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// `user` or `group`.
    #[serde(rename = "type")]
    pub party_kind: String,
    /// Id of the user or group.
    pub party_id: String,
    /// `view` or `edit`.
    pub rule: String,
    /// Whether they get its reports, too.
    #[serde(default)]
    pub subscribed: bool,
}

/// Checks who is to use an object. Refuses with `ownership.too_many` or `ownership.bad_rule`.
pub(super) fn check_shares(shares: &[Share]) -> Result<(), Refusal> {
    if shares.len() > SHARES_MAX {
        return Err(TOO_MANY.with("maximum", SHARES_MAX));
    }
    let is_share = |share: &Share| {
        matches!(share.party_kind.as_str(), "user" | "group")
            && matches!(share.rule.as_str(), "view" | "edit")
            && share.party_id.len() <= PARTY_ID_MAX
            && check_visible(&share.party_id, PARTY_ID_MAX).is_some_and(|id| !id.is_empty())
    };
    if shares.iter().all(is_share) { Ok(()) } else { Err(BAD_RULE.on("shares")) }
}

/// A checked object, ready to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checked {
    pub(super) kind: ObjectKind,
    pub(super) external_id: String,
    pub(super) title: String,
    pub(super) owner: String,
    pub(super) shares: Option<Vec<Share>>,
    pub(super) folder: Option<String>,
}

/// What a search looks through; begins with the title, for lists in the order of titles.
pub(super) fn search_text(title: &str, external_id: &str) -> String {
    format!("{}\n{}", name_key(title), name_key(external_id))
}

/// A title without blanks around; the id if it is empty. Refuses with `ownership.bad_title`.
pub(super) fn check_title(title: &str, external_id: &str) -> Result<String, Refusal> {
    let title = check_visible(title, TITLE_MAX).ok_or_else(|| BAD_TITLE.with("maximum", TITLE_MAX))?;
    Ok(if title.is_empty() { external_id.to_owned() } else { title })
}

impl NewObject {
    /// Checks what can be checked without the database.
    pub(super) fn check(self) -> Result<Checked, Refusal> {
        let kind = ObjectKind::of_word(&self.kind)?;
        let external_id = check_visible(&self.external_id, EXTERNAL_ID_MAX)
            .filter(|id| !id.is_empty())
            .ok_or_else(|| BAD_EXTERNAL_ID.with("maximum", EXTERNAL_ID_MAX))?;
        let title = check_title(&self.title, &external_id)?;
        check_shares(self.shares.as_deref().unwrap_or_default())?;
        let Self { owner, shares, folder, .. } = self;
        Ok(Checked { kind, external_id, title, owner, shares, folder })
    }
}

/// The content of somebody who leaves is not handed to an account that is switched off; value `name`.
pub const SWITCHED_OFF: Refusal = Refusal::new(Kind::Invalid, "ownership.switched_off").on("to");

/// Nothing is handed to who was invited and did not accept yet; values `name` and `typed`.
pub const ONLY_INVITED: Refusal = Refusal::new(Kind::Invalid, "ownership.only_invited").on("to");

/// Whose an object is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// Id of the user.
    pub id: String,
    /// What they are called, or were.
    pub name: String,
    /// User name; empty if the user was deleted.
    pub user_name: String,
    /// Address; empty if the user was deleted.
    pub email: String,
    /// Whether the user was deleted.
    pub is_former: bool,
    /// Whether it is a service account; only looked up of who is to get something.
    pub is_service: bool,
}

impl Owner {
    /// What they are called in the audit trail, where an id would tell nobody who it was: the name, and the user name.
    pub(super) fn in_trail(&self) -> String {
        if self.user_name.is_empty() || self.user_name == self.name {
            self.name.clone()
        } else {
            format!("{} ({})", self.name, self.user_name)
        }
    }
}

/// How an account stands to what it is to get.
pub(super) enum Standing {
    /// A person who can sign in.
    Person,
    /// A service account that is let in.
    Service,
    /// Somebody who did not accept the invitation yet.
    Invited,
    /// Somebody, or a service account, who is kept out.
    SwitchedOff,
}

/// A folder that something lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Our id.
    pub id: String,
    /// The id that the platform gave it.
    pub external_id: String,
}

/// A registered object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedObject {
    /// Our id.
    pub id: String,
    /// What sort of thing it is.
    pub kind: ObjectKind,
    /// The id that the platform gave it.
    pub external_id: String,
    /// What people call it.
    pub title: String,
    /// Whose it is.
    pub owner: Owner,
    /// The folder it lies in.
    pub folder: Option<Folder>,
    /// When it was registered, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When it last changed, in milliseconds since the Unix epoch.
    pub updated_at_ms: i64,
}

/// Which objects a list shows, newest first.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Id of the owner.
    pub owner_id: Option<String>,
    /// One kind only.
    pub kind: Option<ObjectKind>,
    /// Part of title or external id.
    pub search: Option<String>,
    /// Where the page before ended.
    pub after: Option<String>,
    /// How many, at most 200.
    pub limit: usize,
}

/// Where an object lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere.
    #[default]
    Anywhere,
    /// In no folder.
    Root,
    /// In some folder.
    AnyFolder,
    /// In the folder that the platform calls so.
    Folder(String),
}

/// What a list of the platform is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// When it was registered.
    #[default]
    Created,
    /// When it last changed.
    Updated,
    /// The title.
    Title,
}

/// Which objects of one kind a list of the platform shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Browse {
    /// Only those with these ids of the platform.
    pub(super) ids: Option<Vec<String>>,
    /// Only those with this title, whatever its case.
    pub(super) title: Option<String>,
    /// Part of title or external id.
    pub(super) search: Option<String>,
    /// Where they lie.
    pub(super) place: Place,
    /// In which order.
    pub(super) sort: Sort,
    /// Largest first.
    pub(super) is_down: bool,
    /// How many to pass over.
    pub(super) skip: usize,
    /// How many at most; never more than [`BROWSED_MAX`].
    pub(super) limit: Option<usize>,
}

/// One page of a list.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The objects.
    pub objects: Vec<OwnedObject>,
    /// Where the next page begins, if there may be one.
    pub next: Option<String>,
}

/// What became of one object of a call that registers many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is new.
    Added(String),
    /// It was there, and now has another title.
    Updated(String),
    /// It was there just so.
    Unchanged(String),
    /// It was not taken, and why.
    Refused(Refusal),
}

impl Verdict {
    /// The word in the API.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Updated(_) => "updated",
            Self::Unchanged(_) => "unchanged",
            Self::Refused(_) => "refused",
        }
    }
}

/// What becomes of one kind of object when its owner is deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stays, and its owner is shown as a former user.
    #[default]
    Keep,
    /// Somebody else gets it: id, user name or address.
    HandOver(String),
    /// It is taken out of the register.
    Remove,
}

/// What becomes of everything that a deleted user owns; what is not named is kept.
#[derive(Clone, Debug, Default)]
pub struct Fates(pub BTreeMap<ObjectKind, Fate>);

impl Fates {
    /// What becomes of a kind.
    pub fn of(&self, kind: ObjectKind) -> &Fate {
        self.0.get(&kind).unwrap_or(&Fate::Keep)
    }

    /// Whether anything is taken out of the register.
    pub fn removes(&self) -> bool {
        self.0.values().any(|fate| *fate == Fate::Remove)
    }

    /// Whether everything stays.
    pub fn keeps_all(&self) -> bool {
        self.0.values().all(|fate| *fate == Fate::Keep)
    }
}

/// What would become of one kind of what a user owns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The kind.
    pub kind: ObjectKind,
    /// How many there are.
    pub count: i64,
    /// What was decided.
    pub fate: Fate,
    /// Who would get them, if they are handed over.
    pub to: Option<Owner>,
    /// Id of the newest of them.
    pub(super) newest: String,
}

/// How many objects of each kind somebody owns; kinds without any are left out.
pub type Counts = Vec<(ObjectKind, i64)>;

/// Whether a refusal says that somebody was not named clearly, so that it is worth offering those who may be meant.
pub fn is_unclear(refusal: &Refusal) -> bool {
    [UNKNOWN_USER.code, SEVERAL_USERS.code].contains(&refusal.code)
}
