//! What the keys of a license server are, and the refusals.

use seatwarden_base::{Kind as RefusalKind, Refusal};
use seatwarden_license_file::{Numbers, PrivateKey, PublicKey, Refused, SignerStatement, Time, VERSION};

/// Nothing can be signed now: no signer is valid.
pub const NO_SIGNER: Refusal = Refusal::new(RefusalKind::Busy, "signing_keys.no_signer").retry_after(300);
/// The file is refused; value `code`.
pub(super) const BAD_FILE: Refusal = Refusal::new(RefusalKind::Invalid, "signing_keys.bad_file");
/// There are roots already.
pub(super) const MADE_ALREADY: Refusal = Refusal::new(RefusalKind::Conflict, "signing_keys.made_already");
/// There is no signer with this id.
pub(super) const UNKNOWN_SIGNER: Refusal = Refusal::new(RefusalKind::NotFound, "signing_keys.unknown_signer");
/// The root is none of those that are pinned.
pub(super) const UNKNOWN_ROOT: Refusal = Refusal::new(RefusalKind::Conflict, "signing_keys.unknown_root");
/// The statement is about a key whose private half is not here.
pub(super) const NOT_OURS: Refusal = Refusal::new(RefusalKind::Conflict, "signing_keys.not_ours");
/// Only a root can do this; nobody else has a higher number than the signer.
pub(super) const NEEDS_ROOT: Refusal = Refusal::new(RefusalKind::Conflict, "signing_keys.needs_root");
/// Whoever asked for the revocation and whoever agrees may be one person.
pub(super) const SAME_HAND: Refusal = Refusal::new(RefusalKind::Forbidden, "signing_keys.same_hand");
/// The file cannot be read or written; values `file` and `why`.
pub(super) const UNREADABLE: Refusal = Refusal::new(RefusalKind::Invalid, "signing_keys.unreadable");
/// The file is there already; value `file`.
pub(super) const FILE_EXISTS: Refusal = Refusal::new(RefusalKind::Conflict, "signing_keys.file_exists");

/// How many signers are looked at: those valid now, and a few that lie ready.
pub(super) const SIGNERS_MAX: i64 = 64;
/// How many keys a list shows.
pub(super) const LIST_MAX: i64 = 500;
/// How many numbers of bulletins a signer gets.
pub(super) const NUMBERS: u64 = 10_000;
/// How many days a signer may let an installation run without another word: an offline key waits 30 days to be
/// installed, and then lasts 90.
const RENEW_DAYS_MAX: u16 = 120;
/// For how long what is kept in memory is believed.
pub(super) const FRESH_MS: i64 = 1_000;

/// What a refusal of the crate is here.
pub(super) fn bad_file(refused: Refused) -> Refusal {
    BAD_FILE.with("code", refused.code())
}

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRole {
    /// Vouches for signers.
    Root,
    /// Signs.
    Signer,
}

impl KeyRole {
    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Signer => "signer",
        }
    }

    pub(super) fn of_word(word: &str) -> Self {
        if word == Self::Root.word() { Self::Root } else { Self::Signer }
    }
}

/// Where a key stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Vouches, or signs.
    Valid,
    /// Made, but no root has vouched for it, or not yet for today.
    Waiting,
    /// Its statements have ended.
    Expired,
    /// A bulletin has revoked it.
    Revoked,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Valid, Self::Waiting, Self::Expired, Self::Revoked];

    /// The word in the API and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Waiting => "waiting",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }
}

/// A key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey {
    /// Its thumbprint.
    pub kid: String,
    /// What it is for.
    pub role: KeyRole,
    /// The public half, in base64url.
    pub public_key: String,
    /// In milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When a bulletin revoked it.
    pub revoked_at_ms: Option<i64>,
}

/// For how long a revocation that was asked for waits for a second person, in milliseconds.
pub(super) const ASKED_MS: i64 = 7 * 24 * 3_600_000;

/// A revocation of a signer that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The thumbprint of the signer.
    pub kid: String,
    /// Whether the files are revoked, too, that people carried away.
    pub keeps_nothing: bool,
    /// Id of who asked; none for the host.
    pub author_id: Option<String>,
    /// The name of who asked.
    pub author: String,
    /// In milliseconds since the Unix epoch.
    pub created_at_ms: i64,
}

/// What a root said about a signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) id: String,
    pub(super) kid: String,
    pub(super) root_kid: String,
    pub(super) compact: String,
    pub(super) valid_from_ms: i64,
    pub(super) valid_until_ms: i64,
    pub(super) numbers: Numbers,
}

/// A file that people carried away, as the server remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its digest, by which bulletins keep it.
    pub digest: String,
    /// The id of the license file.
    pub file_id: String,
    /// When it was signed, in milliseconds since the Unix epoch.
    pub signed_at_ms: i64,
    /// Until when it is good, in milliseconds since the Unix epoch.
    pub until_ms: i64,
}

/// Which files of a signer stay good when it is revoked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Their digests.
    pub digests: Vec<String>,
    /// The ids of files that no longer fit into a bulletin: they have to be made anew.
    pub beyond: Vec<String>,
}

/// How long what ended is remembered, in milliseconds.
pub(super) const REMEMBERED_MS: i64 = 400 * 24 * 3_600_000;
/// How many days before its end somebody is mailed who can see to another signer, the first mail first; at 0 it has
/// ended.
pub(super) const NOTICE_DAYS: [i64; 5] = [30, 14, 7, 1, 0];
/// How many people are mailed at most.
pub(super) const TOLD_MAX: i64 = 50;

/// Which mail is due at a moment: that of the nearest mark that was passed; none before the first.
pub fn due(ends_at_ms: i64, now_ms: i64) -> Option<i64> {
    let left_ms = ends_at_ms - now_ms;
    NOTICE_DAYS.into_iter().rev().find(|days| left_ms <= days * 24 * 3_600_000)
}

/// What a root is asked to say about a signer. It is no secret, and nobody signed it.
pub type Wish = SignerStatement;

/// The statement that a root is asked for.
pub(super) fn wish_for(id: String, issuer: String, now_ms: i64, key: PublicKey, first: u64) -> Wish {
    let now = Time::from_ms(now_ms);
    SignerStatement {
        version: VERSION,
        id,
        issuer,
        issued_at: now,
        valid_from: now,
        valid_until: now.plus_days(SignerStatement::DAYS_MAX),
        key,
        scope: SignerStatement::USUAL_SCOPE.iter().map(|kind| kind.word().to_owned()).collect(),
        renew_days_max: RENEW_DAYS_MAX,
        bulletins: Some(Numbers { first, last: first.saturating_add(NUMBERS - 1) }),
    }
}

/// The beginning of the file that holds the private half of a root.
const ROOT_FILE: &str = "seatwarden-root-1 ";

/// The file that holds the private half of a root.
pub(super) fn root_file(key: &PrivateKey) -> zeroize::Zeroizing<String> {
    zeroize::Zeroizing::new(format!("{ROOT_FILE}{}\n", key.reveal().as_str()))
}

/// Reads a file that holds the private half of a root.
pub(super) fn read_root_file(text: &str) -> Result<PrivateKey, Refusal> {
    let seed = text.trim().strip_prefix(ROOT_FILE.trim_end()).ok_or(bad_file(Refused::Nothing))?;
    PrivateKey::parse(seed.trim()).map_err(bad_file)
}
