//! The kinds of files. Each has its own `typ`, so that a file of one kind never passes as another.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal, $typ:literal, $label:literal;)+) => {
        /// What a file is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word for it in the scope of a signer.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// What the header says in `typ`.
            pub fn typ(self) -> &'static str {
                match self { $(Self::$name => $typ,)+ }
            }

            /// What stands in the first and last line of the armor.
            pub fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)+ }
            }
        }
    };
}

kinds! {
    /// What an installation may do, and until when.
    License = "license", "seatwarden-license+jws", "LICENSE";
    /// That an activation goes on for a while.
    Lease = "lease", "seatwarden-lease+jws", "LEASE";
    /// Which signers and files are revoked.
    Bulletin = "bulletin", "seatwarden-bulletin+jws", "BULLETIN";
    /// That a key may sign, by a root.
    Signer = "signer", "seatwarden-signer+jws", "SIGNER";
    /// That a relay may give out leases.
    Grant = "grant", "seatwarden-grant+jws", "GRANT";
    /// The trusted time, as answer to a challenge.
    ClockAnswer = "clock_answer", "seatwarden-clock-answer+jws", "CLOCK ANSWER";
    /// A machine asks for a license.
    Request = "request", "seatwarden-request+jws", "REQUEST";
    /// A machine asks for its next lease.
    Renewal = "renewal", "seatwarden-renewal+jws", "RENEWAL";
    /// A machine gives its license back.
    Return = "return", "seatwarden-return+jws", "RETURN";
    /// A machine asks for the trusted time.
    ClockChallenge = "clock_challenge", "seatwarden-clock-challenge+jws", "CLOCK CHALLENGE";
}

impl Kind {
    /// The kind with this `typ`.
    pub fn from_typ(typ: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.typ() == typ)
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}
