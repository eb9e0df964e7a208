//! What a slot is, what holds it, and when it is free again (rules D3 of the design).

use seatwarden_base::{Kind, Refusal};

/// As many servers count as the license allows. Its value `slots` is JSON for programs.
pub const LIMIT: Refusal = Refusal::new(Kind::Conflict, "activations.limit");
/// The license is over, and its grace as well.
pub(super) const LICENSE_EXPIRED: Refusal = Refusal::new(Kind::Forbidden, "activations.license_expired");
/// The vendor holds the license.
pub(super) const LICENSE_SUSPENDED: Refusal = Refusal::new(Kind::Forbidden, "activations.license_suspended");
/// The vendor took the license back.
pub(super) const LICENSE_REVOKED: Refusal = Refusal::new(Kind::Forbidden, "activations.license_revoked");
/// The license has not begun.
pub(super) const NOT_YET_VALID: Refusal = Refusal::new(Kind::Forbidden, "activations.not_yet_valid");
/// The file is known, but another machine holds it.
pub(super) const DEVICE_MISMATCH: Refusal = Refusal::new(Kind::Forbidden, "activations.device_mismatch");
/// The server is not activated, or not any more.
pub(super) const UNKNOWN_SERVER: Refusal = Refusal::new(Kind::NotFound, "activations.unknown_server");
/// The clock of the machine is a day or more off.
pub(super) const CLOCK_SUSPECT: Refusal = Refusal::new(Kind::Invalid, "activations.clock_suspect");
/// The signature of the file is wrong: it was changed or cut.
pub(super) const FILE_SIGNATURE: Refusal =
    Refusal::new(Kind::Invalid, "activations.file_signature").on("request");
/// The file is of another kind.
pub(super) const FILE_KIND: Refusal = Refusal::new(Kind::Invalid, "activations.file_kind").on("request");
/// The file cannot be read; value `why`.
pub(super) const FILE_UNREADABLE: Refusal =
    Refusal::new(Kind::Invalid, "activations.file_unreadable").on("request");
/// What the file is about was replaced, returned or handed in already.
pub(super) const FILE_REPLACED: Refusal = Refusal::new(Kind::Conflict, "activations.file_replaced");
/// The receipt tells a lower number than the machine had: it was put back, or a copy renewed since.
pub(super) const COUNTER_BEHIND: Refusal = Refusal::new(Kind::Conflict, "activations.counter_behind");
/// The code or the offline key was used by another machine.
pub(super) const VOUCHER_USED: Refusal = Refusal::new(Kind::Conflict, "activations.voucher_used");
/// The account may activate several packages; value `packages` is JSON for programs.
pub(super) const CHOOSE_PACKAGE: Refusal =
    Refusal::new(Kind::Conflict, "activations.choose_package").on("package");
/// The account may activate no package.
pub(super) const NO_PACKAGE: Refusal = Refusal::new(Kind::Forbidden, "activations.no_package");
/// The last reset is less than a lease ago; value `when`.
pub const RESET_TOO_SOON: Refusal = Refusal::new(Kind::Conflict, "activations.reset_too_soon");
/// As many servers run without a slot as the license allows; value `when`.
pub const RELEASE_TOO_SOON: Refusal = Refusal::new(Kind::Conflict, "activations.release_too_soon");
/// As many servers run without a slot as the license allows, so none more takes the place of another; value `when`.
pub(super) const TAKEOVER_TOO_SOON: Refusal = Refusal::new(Kind::Conflict, "activations.takeover_too_soon");
/// A lost machine was declared as often as a year allows; value `maximum`.
pub(super) const TOO_MANY_DESTROYED: Refusal = Refusal::new(Kind::Conflict, "activations.too_many_destroyed");
/// Only a return, its end or a declaration frees what runs without a network.
pub(super) const IS_OFFLINE: Refusal = Refusal::new(Kind::Conflict, "activations.is_offline");
/// What has a network is released, and not declared as destroyed.
pub(super) const IS_ONLINE: Refusal = Refusal::new(Kind::Conflict, "activations.is_online");
/// Machines without a network gave the license back as often as a year allows; value `maximum`.
pub(super) const TOO_MANY_RETURNED: Refusal = Refusal::new(Kind::Conflict, "activations.too_many_returned");
/// A receipt for an offline key that no machine was seen with, from somebody who may not activate the package.
pub(super) const KEY_NOT_BOUND: Refusal = Refusal::new(Kind::Forbidden, "activations.key_not_bound");
/// The label is empty, too long, or has characters that cannot be seen.
pub(super) const BAD_LABEL: Refusal = Refusal::new(Kind::Invalid, "activations.bad_label").on("label");
/// The activation code is wrong, used up or over; value `portal`.
pub(super) const WRONG_CODE: Refusal = Refusal::new(Kind::Unauthenticated, "activations.wrong_code");
/// Whoever made the code is switched off, or may not activate the package any more.
pub(super) const CODE_VOID: Refusal = Refusal::new(Kind::Forbidden, "activations.code_void");
/// The portal does not know the account with this password; value `portal`.
pub(super) const WRONG_PASSWORD: Refusal = Refusal::new(Kind::Unauthenticated, "activations.wrong_password");
/// The password of the license account has run out; value `portal`.
pub(super) const PASSWORD_OVER: Refusal = Refusal::new(Kind::Unauthenticated, "activations.password_over");
/// The license account is locked; value `portal`.
pub(super) const ACCOUNT_LOCKED: Refusal = Refusal::new(Kind::Unauthenticated, "activations.account_locked");
/// As many codes wait to be used as may.
pub(super) const TOO_MANY_CODES: Refusal = Refusal::new(Kind::Conflict, "activations.too_many_codes");

/// The sentence that people look for when the counter of activations is full. Scripts compare it, so it stays English.
pub const LEGACY_MESSAGE: &str = "Your license has exceeded its user limit";

const DAY_MS: i64 = 24 * 3_600_000;
/// How long a file for a machine without a network lasts.
pub(super) const OFFLINE_MS: i64 = 90 * DAY_MS;
/// Until when an offline key must be installed.
pub(super) const INSTALL_MS: i64 = 30 * DAY_MS;
/// How long after its lease a server keeps its slot if nobody else needs it.
pub(super) const RELEASE_AFTER_MS: i64 = 7 * DAY_MS;
/// How far the clock of a machine that asks over the network may be off.
pub(super) const CLOCK_OFF_MS: i64 = DAY_MS;
/// How far the counter of a machine may be ahead of ours: this server may have been set back to a backup.
pub(super) const AHEAD_MAX: i64 = 10_000;
/// How many machines without a network may be declared as destroyed in a year.
pub const DESTROYED_A_YEAR_MAX: i64 = 3;
/// How many machines without a network may give a license back in a year, for a package of few servers; one of more
/// servers may as often as it has servers.
pub(super) const RETURNED_A_YEAR_MAX: i64 = 12;
pub(super) const YEAR_MS: i64 = 365 * DAY_MS;
/// How long an activation code can be used.
pub(super) const CODE_MS: i64 = 7 * DAY_MS;
/// How many codes of a package wait at most.
pub(super) const CODES_MAX: i64 = 100;
/// Longest label of an offline key, in characters.
pub(super) const LABEL_MAX: usize = 100;
/// Longest name of a server that is kept, in characters.
pub(super) const NAME_MAX: usize = 100;
/// How many parts of a fingerprint are compared.
pub(super) const PARTS_MAX: usize = 6;
/// How many holders of slots a refusal names.
pub(super) const HOLDERS_MAX: i64 = 20;
/// How many servers that run without a slot are looked at.
pub(super) const SLOTLESS_MAX: i64 = 10_000;
/// How many servers a page of a list has.
pub(super) const PAGE: i64 = 1_000;
/// How many activations come together in one transaction at most.
pub(super) const TOGETHER_MAX: usize = 64;
/// How many wait at the desk of one package at most.
pub(super) const LINE_MAX: usize = 4_096;

/// How the server reaches us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Over the network.
    Online,
    /// By files that somebody carries.
    Offline,
    /// Not at all yet: an offline key that waits for a machine.
    Voucher,
}

impl Mode {
    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Offline => "offline",
            Self::Voucher => "voucher",
        }
    }

    pub(super) fn of_word(word: &str) -> Self {
        [Self::Online, Self::Voucher].into_iter().find(|mode| mode.word() == word).unwrap_or(Self::Offline)
    }
}

/// Where an activation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerState {
    /// It holds a slot.
    Charged,
    /// A reset took its slot; it runs on and takes one at its next renewal, if one is free.
    Carried,
    /// None was free at its renewal; it runs until its lease ends.
    Displaced,
    /// Somebody released it.
    Released,
    /// It was given back.
    Returned,
    /// Its machine was declared as destroyed.
    Destroyed,
    /// It was released, and counts again since.
    Replaced,
    /// Its lease or file ended.
    Expired,
}

impl ServerState {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Charged,
        Self::Carried,
        Self::Displaced,
        Self::Released,
        Self::Returned,
        Self::Destroyed,
        Self::Replaced,
        Self::Expired,
    ];

    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Charged => "charged",
            Self::Carried => "carried",
            Self::Displaced => "displaced",
            Self::Released => "released",
            Self::Returned => "returned",
            Self::Destroyed => "destroyed",
            Self::Replaced => "replaced",
            Self::Expired => "expired",
        }
    }

    pub(super) fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.word() == word).unwrap_or(Self::Expired)
    }
}

/// Why a server counts, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It runs: its lease has not ended.
    Running,
    /// Its lease ended, but nobody needed the slot yet.
    Lapsed,
    /// It runs without a network: only its file's end, a return or a declaration frees it.
    Offline,
    /// An offline key that may be installed anywhere.
    OfflineKey,
    /// It does not count: a reset took its slot, and its lease goes on.
    NotCounted,
    /// It does not count, and there was no slot at its renewal.
    Waiting,
    /// It does not count: somebody released it, and its lease goes on.
    Released,
}

impl Why {
    /// The word in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Lapsed => "lapsed",
            Self::Offline => "offline",
            Self::OfflineKey => "offline_key",
            Self::NotCounted => "not_counted",
            Self::Waiting => "waiting",
            Self::Released => "released",
        }
    }

    /// All words.
    pub const WORDS: [&'static str; 7] =
        ["running", "lapsed", "offline", "offline_key", "not_counted", "waiting", "released"];
}

/// A server of a package with what it holds, as it stands in the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerView {
    /// Id of the server.
    pub id: String,
    /// Of which package.
    pub package_id: String,
    /// Its name.
    pub name: String,
    /// The public key by which it proves itself; empty in an offline key that nobody installed over the network.
    pub device_key: String,
    /// The version of the program on it.
    pub version: String,
    /// In milliseconds since the Unix epoch, like all times here.
    pub first_seen_at_ms: i64,
    /// When it was heard of last.
    pub last_seen_at_ms: i64,
    /// From where.
    pub last_ip: String,
    /// Since when two machines seem to hold its key.
    pub cloned_at_ms: Option<i64>,
    /// Id of the activation.
    pub activation_id: String,
    /// With whose account it was activated.
    pub user_id: Option<String>,
    /// The address of that account, as it was then.
    pub user_name: String,
    /// How it reaches us.
    pub mode: Mode,
    /// Where it stands.
    pub state: ServerState,
    /// The number of its slot, if it holds one.
    pub slot_no: Option<i64>,
    /// In which count between two resets it was activated.
    pub epoch: i64,
    /// Since when it counts.
    pub charged_at_ms: i64,
    /// Until when it may run.
    pub lease_until_ms: i64,
    /// How often its lease was renewed.
    pub counter: i64,
    /// Hash of the request that was answered last.
    pub last_request: String,
    /// Id of the license file that was given last.
    pub file_id: String,
    /// JSON of its fingerprint's parts.
    pub parts: String,
    /// What they are salted with.
    pub salt: String,
}

impl ServerView {
    /// Why it counts, or does not.
    pub fn why(&self, now_ms: i64) -> Why {
        match (self.state, self.mode) {
            (ServerState::Displaced, _) => Why::Waiting,
            (ServerState::Released, _) => Why::Released,
            (ServerState::Charged, Mode::Voucher) => Why::OfflineKey,
            (ServerState::Charged, Mode::Offline) => Why::Offline,
            (ServerState::Charged, Mode::Online) if self.lease_until_ms > now_ms => Why::Running,
            (ServerState::Charged, Mode::Online) => Why::Lapsed,
            _ => Why::NotCounted,
        }
    }

    /// From when on another server may have its slot, if nothing else happens; none if it holds no slot.
    pub fn frees_at_ms(&self) -> Option<i64> {
        self.slot_no.map(|_| self.lease_until_ms)
    }

    /// Whether it may run now.
    pub const fn is_live(&self, now_ms: i64) -> bool {
        self.lease_until_ms > now_ms
    }
}

/// A machine that may still run although another one took its place: it counts beside the slots until its file or lease
/// ends, or comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Displaced {
    /// Id of the server that both of them are, or were.
    pub server_id: String,
    /// The name of that server.
    pub name: String,
    /// How it reaches us.
    pub mode: Mode,
    /// Id of the license file that it has.
    pub file_id: String,
    /// When its place was taken, in milliseconds since the Unix epoch.
    pub since_ms: i64,
    /// Until when it may run and counts, in milliseconds since the Unix epoch.
    pub until_ms: i64,
}

/// How many slots a package has, and what holds them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// How many servers may count.
    pub maximum: i64,
    /// How many do: the number of activations that people see.
    pub used: i64,
    /// How many of them hold a slot without a network.
    pub offline: i64,
    /// How many may run without a slot, since a reset or since they were released.
    pub uncounted: i64,
}

/// What a reset would do to a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It runs on, and there will be a slot for it at its next renewal if nobody else takes it.
    Stays,
    /// It runs on until its lease ends; there may be no slot then, because more servers run than the license allows.
    Contends,
    /// Nothing changes: it has no network, and cannot be told.
    Keeps,
    /// Its lease is over.
    Lapsed,
    /// It runs until its lease ends: it was released before.
    Ends,
}

impl Fate {
    /// The word in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stays => "stays",
            Self::Contends => "contends",
            Self::Keeps => "keeps",
            Self::Lapsed => "lapsed",
            Self::Ends => "ends",
        }
    }

    /// All words.
    pub const WORDS: [&'static str; 5] = ["stays", "contends", "keeps", "lapsed", "ends"];
}

/// What a reset would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// How many slots are used now.
    pub used_before: i64,
    /// How many would be used after it: those without a network.
    pub used_after: i64,
    /// From when on a reset is possible without the vendor; none if it is now.
    pub possible_at_ms: Option<i64>,
    /// The servers, a thousand at most, and what would become of each.
    pub servers: Vec<(ServerView, Fate)>,
    /// How many more there are.
    pub more: i64,
}

/// What a reset does to each of these servers, and to as many `others` that hold or want a slot and are not among them.
pub(super) fn fates(servers: &[ServerView], others: i64, maximum: i64, now_ms: i64) -> Vec<Fate> {
    let keeps = |server: &ServerView| server.state == ServerState::Charged && server.mode != Mode::Online;
    let offline = servers.iter().filter(|server| keeps(server)).count();
    let running = servers.iter().filter(|server| !keeps(server) && server.is_live(now_ms)).count();
    let all = i64::try_from(offline + running).unwrap_or(i64::MAX).saturating_add(others);
    let fits = all <= maximum;
    servers
        .iter()
        .map(|server| match server {
            server if keeps(server) => Fate::Keeps,
            server if !server.is_live(now_ms) => Fate::Lapsed,
            _ if fits => Fate::Stays,
            _ => Fate::Contends,
        })
        .collect()
}

/// What happened when a server asked for a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It took a free one.
    Taken,
    /// It had one already.
    Kept,
    /// It had one with another key.
    TookOver,
    /// It ran without one since a reset.
    Adopted,
    /// The same request was answered before.
    Replayed,
}

impl How {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Kept => "kept",
            Self::TookOver => "took_over",
            Self::Adopted => "adopted",
            Self::Replayed => "replayed",
        }
    }
}
