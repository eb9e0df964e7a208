//! The request context: who asks, when, in which language, with which database.
//! Everything an action needs is handed in through it.

use std::{
    ops::Deref,
    sync::{Arc, Mutex, OnceLock},
};

use axum::http::HeaderValue;
use seatwarden_base::{Kind, Refusal, Result, random::Random};
use seatwarden_license_file::Ability;

use crate::{
    accounts::seats::Seats,
    app::App,
    common::idempotency,
    license::Bought,
    text::{Language, Text},
};

mod legacy;
mod permissions;
mod person;
mod scopes;
mod token_kind;

pub use legacy::{LegacyPart, LegacyParts};
pub use permissions::{
    BEYOND_OWN_ROLE, BUILT_IN, BaseRole, CONFIRM_FIRST, LICENSE_ADDING, LICENSE_CHANGING, LICENSE_SCRIPTS,
    NEEDS_FULL_SCOPE, NOT_ALLOWED, NOT_IN_SCOPE, Permission, Permissions, Profile, Role, Standing, Stopped,
    TRIAL_FILES, TRIAL_SYSTEM, TRIAL_USERS,
};
pub use person::{Origin, Person, person_columns};
pub use scopes::{Scope, Scopes};
pub use token_kind::TokenKind;

const MINUTE_MS: i64 = 60_000;

/// Nobody is signed in.
pub const SIGN_IN_FIRST: Refusal = Refusal::new(Kind::Unauthenticated, "web.sign_in_first");

/// The pages are looked at as somebody else, so that nothing can be changed.
pub const VIEWING_ONLY: Refusal = Refusal::new(Kind::Forbidden, "web.viewing_only");
/// Nobody but its owner sees this, not even an administrator who looks as them.
pub const HIDDEN_FROM_VIEWER: Refusal = Refusal::new(Kind::Forbidden, "web.hidden_from_viewer");

/// The context of one request, command or job. Cheap to clone.
#[derive(Clone)]
pub struct Cx {
    app: Arc<App>,
    /// When the request arrived, in milliseconds since the Unix epoch. It does not move during the request.
    pub now_ms: i64,
    /// Who asks.
    pub caller: Caller,
    /// The reader's language.
    pub language: Language,
    /// What is known of the request itself.
    pub request: Arc<RequestFacts>,
    /// Why a credential that came with the request was not taken; whoever needs a caller passes it on.
    pub credential_refused: Option<Refusal>,
    /// Whether menus lead to My Profile: the master switch of Feature Management.
    pub shows_profile: bool,
    /// Whether Preferences, a tab of My Profile, is switched on: there whoever is signed in chooses a language.
    pub shows_preferences: bool,
    /// The seats, on pages of those who may see who holds one.
    pub seats: Option<Arc<Seats>>,
}

/// What is known of a request before anybody is identified.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct RequestFacts {
    /// Appears in the log, in the audit trail and on fault pages: 24 hex digits.
    pub id: String,
    /// Id and address of who asked, where the server does as the host what they are allowed to ask for but not to do
    /// themselves; the audit trail names them.
    pub asked_by: Option<(String, String)>,
    /// Address of the client; behind a trusted proxy the one it reports. Empty for commands and jobs.
    pub ip: String,
    /// `User-Agent` header, at most 300 characters, without control characters.
    pub user_agent: String,
    /// Whether the client reached us over TLS, directly or through a trusted proxy.
    pub secure: bool,
    /// `scheme://host` of this request, once its `Host` was found to be one of ours.
    pub origin: String,
    /// Whether an open page asks by itself, while nobody does anything: that is no use of a session.
    pub is_background: bool,
    /// Whether the call may change something, as far as its method and path tell.
    pub is_change: bool,
    /// Whether the client asks from another site, as far as the browser tells.
    pub cross_site: bool,
    /// What the forms of a browser without a session are tied to.
    pub form_key: FormKey,
    /// The cookie with the new token of the session, if this request renewed it: the old token is dead, so every
    /// answer carries it, a refusal too. A request that is done again renews it again, and the last one counts.
    pub renewed: Arc<Mutex<Option<HeaderValue>>>,
    /// The theme chosen in this browser; empty for as the system says.
    pub theme: String,
    /// Path and query of the page, to come back to.
    pub here: String,
    /// The old ways that the request uses.
    pub legacy: LegacyParts,
    /// The pattern of the path that answers, once that is found.
    pub route: OnceLock<Box<str>>,
    /// Id of the user to whom this call gives a token.
    pub signed_in_as: OnceLock<String>,
    /// The call that runs under an `Idempotency-Key`, if this is one.
    pub idempotent: OnceLock<idempotency::Run>,
    /// The versions of the thing that a change may have been made from, if the client says so.
    pub if_versions: Option<Vec<i64>>,
    /// Whether the client says that it reads problem documents (RFC 9457).
    pub reads_problems: bool,
    /// What is left of the calls that the script may make.
    pub quota: OnceLock<QuotaLeft>,
}

/// What the forms of a browser without a session are tied to: the value of a cookie, which is made when
/// the first such form is drawn.
#[derive(Clone, Debug, Default)]
pub struct FormKey {
    /// The browser has it already.
    pub known: Option<String>,
    /// Made during this request; the answer sets the cookie.
    pub made: OnceLock<String>,
}

/// What is left of the calls that a script may make in this minute.
#[derive(Clone, Copy, Debug)]
pub struct QuotaLeft {
    /// How many.
    pub calls: u32,
    /// For how many seconds.
    pub seconds: u32,
}

/// Who asks.
#[derive(Clone, Debug)]
pub enum Caller {
    /// Nobody is signed in.
    Anonymous,
    /// A person in a browser, or a script with a token, on behalf of a user.
    User(Arc<SignedIn>),
    /// The operator on the host, or the server itself; the word says which: `rescue`, `demo`, `jobs`.
    Host(&'static str),
}

/// A user who is signed in, and by what.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The user.
    pub person: Person,
    /// What proved it.
    pub proof: Proof,
    /// Who really sits there, if an administrator looks at the pages as the user.
    pub viewer: Option<Viewer>,
    /// What whoever really sits there chose to read, else what their groups say, as far as that was looked up: a script
    /// that chose nothing is not worth it.
    pub language: Option<Language>,
    /// What the user is told of themselves over the API, once it was asked for: as good as the person is.
    pub told: OnceLock<bytes::Bytes>,
}

/// An administrator who looks at the pages as somebody else; nothing can be changed meanwhile.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// The administrator, whose session it is.
    pub person: Person,
    /// When it ends, in milliseconds since the Unix epoch.
    pub until_ms: i64,
}

impl SignedIn {
    /// A user who is there in person.
    pub fn new(person: Person, proof: Proof) -> Self {
        let language = person.language.as_deref().and_then(Language::parse);
        Self { person, proof, viewer: None, language, told: OnceLock::new() }
    }

    /// Who really sits there.
    pub fn holder(&self) -> &Person {
        self.viewer.as_ref().map_or(&self.person, |viewer| &viewer.person)
    }
}

/// What proved who the caller is.
#[derive(Clone, Debug)]
pub enum Proof {
    /// A browser session.
    Session {
        /// Id of the session row (not the token).
        id: String,
        /// SHA-256 of its token; the key of its forms is derived from it.
        token_hash: [u8; 32],
        /// When the password was last given in this session, in milliseconds since the Unix epoch.
        confirmed_at_ms: i64,
        /// Whether the session gets a new token at its next page, because its user's rights changed.
        must_renew: bool,
    },
    /// A bearer token.
    Token {
        /// Id of the token row.
        id: String,
        /// What the token may do.
        scope: Scopes,
        /// Which sort of token it is.
        kind: TokenKind,
    },
    /// The legacy `x-api-key` header, which carries the password itself.
    ApiKey,
    /// A job that goes on with what the user began.
    Job {
        /// Whether they could give away the whole of an account then.
        is_whole: bool,
    },
}

impl Cx {
    /// A context for a request that nobody is identified for yet.
    pub fn new(app: Arc<App>, request: RequestFacts, language: Language) -> Self {
        let now_ms = app.clock.now_ms();
        let caller = Caller::Anonymous;
        Self {
            app,
            now_ms,
            caller,
            language,
            request: Arc::new(request),
            credential_refused: None,
            shows_profile: true,
            shows_preferences: true,
            seats: None,
        }
    }

    /// A context for the operator or the server itself.
    pub fn host(app: Arc<App>, what: &'static str) -> Result<Self> {
        let id = app.random.id(app.clock.now_ms())?;
        let language = app.default_language();
        let mut cx = Self::new(app, RequestFacts { id, ..RequestFacts::default() }, language);
        cx.caller = Caller::Host(what);
        Ok(cx)
    }

    /// The same request with a caller; the language follows the user's.
    #[must_use]
    pub fn with_caller(mut self, caller: Caller) -> Self {
        self.caller = caller;
        self
    }

    /// The application this request belongs to.
    pub fn app(&self) -> &Arc<App> {
        &self.app
    }

    /// The texts in the reader's language.
    pub fn text(&self) -> Text {
        Text::new(self.language)
    }

    /// A new id: 24 hex digits.
    pub fn new_id(&self) -> Result<String> {
        self.app.random.id(self.now_ms)
    }

    /// The source of randomness.
    pub fn random(&self) -> &Random {
        &self.app.random
    }

    /// The signed-in user, or the reason why there is none.
    pub fn signed_in(&self) -> Result<&SignedIn> {
        match &self.caller {
            Caller::User(signed_in) => Ok(signed_in),
            Caller::Anonymous | Caller::Host(_) => Err(self.nobody().into()),
        }
    }

    fn nobody(&self) -> Refusal {
        self.credential_refused.clone().unwrap_or(SIGN_IN_FIRST)
    }

    /// The signed-in person, or the reason why there is none.
    pub fn person(&self) -> Result<&Person> {
        Ok(&self.signed_in()?.person)
    }

    /// Refuses unless the caller may do this. The operator on the host may do everything.
    pub fn require(&self, permission: Permission) -> Result<()> {
        match &self.caller {
            Caller::Host(_) => Ok(()),
            Caller::Anonymous => Err(self.nobody().into()),
            Caller::User(signed_in) => {
                permissions::require(signed_in, permission, self.request.is_change)?;
                let by_script = matches!(signed_in.proof, Proof::Token { .. } | Proof::ApiKey);
                match self.profile().allow(signed_in.person.role.base, permission, by_script) {
                    Some(refusal) => Err(self.stopped(refusal).into()),
                    None => Ok(()),
                }
            }
        }
    }

    /// Refuses unless the caller may see their own account beyond who they are or, in a call that changes something, change
    /// what is theirs without any permission. Every scope of tokens lets a script ask who it is, and no more.
    pub fn require_own_account(&self) -> Result<()> {
        self.require(Permission::ReadOwnAccount)?;
        match &self.caller {
            Caller::User(signed_in) => permissions::require_own_account(signed_in, self.request.is_change),
            Caller::Anonymous | Caller::Host(_) => Ok(()),
        }
    }

    /// What this installation as a whole allows at this moment.
    pub fn profile(&self) -> Profile {
        let license = self.in_force();
        let stopped = |ability| !license.works(&ability, self.now_ms);
        Profile {
            is_trial: self.config.trial.enabled,
            license: Stopped {
                adding: stopped(Ability::AddUsers),
                changing: stopped(Ability::Change),
                scripts: stopped(Ability::Automate),
            },
        }
    }

    /// Refuses a change by a script once the license lets scripts change nothing any more. Pages are not meant.
    pub fn require_scripts(&self) -> Result<()> {
        let by_script = matches!(&self.caller, Caller::User(signed_in)
            if matches!(signed_in.proof, Proof::Token { .. } | Proof::ApiKey));
        if by_script && self.profile().license.scripts {
            return Err(self.stopped(LICENSE_SCRIPTS).into());
        }
        Ok(())
    }

    /// What was bought: the license says it, and without one the configuration.
    pub fn bought(&self) -> Bought {
        self.in_force().bought(&self.config)
    }

    /// A refusal of what the license stopped, with the day on which the license ended.
    pub fn stopped(&self, refusal: Refusal) -> Refusal {
        match self.in_force().ends_at_ms() {
            Some(at_ms) => refusal.with("date", self.text().date(at_ms)),
            None => refusal,
        }
    }

    /// Refuses if the caller may send no files here.
    pub fn require_files(&self) -> Result<()> {
        match &self.caller {
            Caller::User(signed_in) => self.profile().allow_files(signed_in.person.role.base),
            Caller::Host(_) | Caller::Anonymous => Ok(()),
        }
    }

    /// Whether the caller's role allows this, but the installation withholds it: menus go on showing it, and whoever
    /// opens it is told why.
    pub fn is_withheld(&self, permission: Permission) -> bool {
        let refused = self.require(permission);
        let withheld = [TRIAL_USERS, TRIAL_SYSTEM, LICENSE_ADDING, LICENSE_CHANGING, LICENSE_SCRIPTS];
        refused.is_err_and(|error| withheld.iter().any(|refusal| error.is(refusal)))
    }
}

impl Cx {
    /// Refuses with `roles.beyond_own` unless the caller's role is at least as strong as `role`: nobody gives or
    /// touches one that is stronger than their own. The operator on the host may.
    pub fn require_reach(&self, role: &Role) -> Result<()> {
        match &self.caller {
            Caller::Host(_) => Ok(()),
            _ if self.person()?.role.covers(role) => Ok(()),
            _ => Err(BEYOND_OWN_ROLE.into()),
        }
    }

    /// Refuses with `roles.needs_full_scope` a token that may less than its user, and what was begun with one.
    pub fn require_full_scope(&self) -> Result<()> {
        let Caller::User(signed_in) = &self.caller else { return Ok(()) };
        match signed_in.proof {
            Proof::Token { scope, .. } if scope != Scopes::FULL => Err(NEEDS_FULL_SCOPE.into()),
            Proof::Job { is_whole: false } => Err(NEEDS_FULL_SCOPE.into()),
            _ => Ok(()),
        }
    }

    /// Refuses with `sessions.confirm_first` unless the password was given in this session a short while ago
    /// (SE-05). The legacy `x-api-key` gives it with every call; a bearer token never does.
    pub fn require_confirmed(&self) -> Result<()> {
        // Whoever has the host has everything.
        if matches!(self.caller, Caller::Host(_)) {
            return Ok(());
        }
        let window_ms = i64::from(self.config.sessions.confirm_minutes) * MINUTE_MS;
        match &self.signed_in()?.proof {
            Proof::Session { confirmed_at_ms, .. } if self.now_ms - confirmed_at_ms < window_ms => Ok(()),
            Proof::ApiKey | Proof::Job { .. } => Ok(()),
            Proof::Session { .. } | Proof::Token { .. } => Err(CONFIRM_FIRST.into()),
        }
    }

    /// The same for what scripts may do as well with what they hold: only a browser is asked.
    pub fn require_confirmed_in_browser(&self) -> Result<()> {
        match &self.caller {
            Caller::User(signed_in) if matches!(signed_in.proof, Proof::Session { .. }) => {
                self.require_confirmed()
            }
            _ => Ok(()),
        }
    }

    /// The proof for whatever gives a way to the accounts of others ([`Role::reaches_others`]): a token needs every scope,
    /// because all that such an account may would be reached through it, and a browser the password of a short while ago
    /// (SE-05).
    pub fn require_whole(&self) -> Result<()> {
        self.require_full_scope()?;
        self.require_confirmed_in_browser()
    }

    /// Who looks at the pages as somebody else, if that is so.
    pub fn viewer(&self) -> Option<&Viewer> {
        match &self.caller {
            Caller::User(signed_in) => signed_in.viewer.as_ref(),
            Caller::Anonymous | Caller::Host(_) => None,
        }
    }

    /// Refuses with `web.hidden_from_viewer` if an administrator looks as the caller: for secrets.
    pub fn require_own_eyes(&self) -> Result<()> {
        if self.viewer().is_some() { Err(HIDDEN_FROM_VIEWER.into()) } else { Ok(()) }
    }

    /// Whether the caller may do this; for menus and buttons, which leave out what would be refused.
    pub fn may(&self, permission: Permission) -> bool {
        self.require(permission).is_ok()
    }
}

impl Deref for Cx {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}
