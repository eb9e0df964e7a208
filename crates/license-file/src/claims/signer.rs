//! The statement of a root about a signer, which every file of the signer carries.

use serde::{Deserialize, Serialize};

use super::{Claims, check_id, check_name, check_order, check_version};
use crate::{Kind, PublicKey, Refused, Time};

/// Numbers from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// The lowest.
    pub first: u64,
    /// The highest.
    pub last: u64,
}

impl Numbers {
    /// Whether the number is one of them.
    pub fn contains(&self, number: u64) -> bool {
        (self.first..=self.last).contains(&number)
    }
}

/// That a key may sign files of these kinds, for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignerStatement {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this statement.
    pub id: String,
    /// The vendor's server that holds the key.
    pub issuer: String,
    /// When it was signed.
    pub issued_at: Time,
    /// From when on the signer may sign.
    pub valid_from: Time,
    /// Until when; at most [`SignerStatement::DAYS_MAX`] days later.
    pub valid_until: Time,
    /// The key of the signer.
    pub key: PublicKey,
    /// The words of the kinds that it may sign; words that this program does not know allow nothing.
    pub scope: Vec<String>,
    /// How many days without another word of the vendor it may give.
    pub renew_days_max: u16,
    /// The numbers of the bulletins it may sign. Later signers get higher ones, so that nobody who stole a key can
    /// have the last word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bulletins: Option<Numbers>,
}

impl SignerStatement {
    /// The longest validity, in days.
    pub const DAYS_MAX: u16 = 90;
    /// The kinds that a signer usually signs.
    pub const USUAL_SCOPE: [Kind; 5] =
        [Kind::License, Kind::Lease, Kind::Bulletin, Kind::Grant, Kind::ClockAnswer];

    /// Whether the signer may sign files of this kind.
    pub fn allows(&self, kind: Kind) -> bool {
        self.scope.iter().any(|word| word == kind.word())
    }

    /// Whether a file signed then is good: refused if it was too early or too late.
    pub fn covers(&self, issued_at: Time) -> Result<(), Refused> {
        if issued_at < self.valid_from {
            Err(Refused::SignerEarly)
        } else if issued_at > self.valid_until {
            Err(Refused::SignerExpired)
        } else {
            Ok(())
        }
    }
}

impl Claims for SignerStatement {
    const KIND: Kind = Kind::Signer;
    const TIMES: &'static [&'static str] = &["/issued_at", "/valid_from", "/valid_until"];
    const KEYS: &'static [&'static str] = &["/key"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        check_id(&self.id)?;
        check_name(&self.issuer)?;
        super::check_list(&self.scope, 32)?;
        for word in &self.scope {
            check_id(word)?;
        }
        check_order(&[Some(self.valid_from), Some(self.valid_until)])?;
        if self.valid_until > self.valid_from.plus_days(Self::DAYS_MAX) {
            return Err(Refused::StatementLong);
        }
        if self.bulletins.is_some_and(|numbers| numbers.first == 0 || numbers.first > numbers.last) {
            return Err(Refused::Claim);
        }
        Ok(())
    }
}
