//! What a report is: a table whose columns have names and whose cells know what they are.

use seatwarden_base::{Kind, Refusal};

use crate::licensing::packages::{Kind as PackageKind, Standing, Tier};

/// There is no such report; value `words`.
pub(super) const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "reports.unknown");

/// How many rows a report has at most.
pub(super) const ROWS_MAX: usize = 10_000;
/// How many months the report of activations goes back.
pub(super) const MONTHS: usize = 12;
/// Within how many days a license ends that the report of expiring ones tells of.
pub(super) const EXPIRING_DAYS: i64 = 90;

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Licenses that end within 90 days, or are in their grace.
    Expiring,
    /// How many servers began to count, by month.
    Activations,
    /// How many activations of each license are used, the fullest first.
    Slots,
    /// Servers that count although their lease has ended.
    Lapsed,
    /// What was sold, by tier.
    Seats,
}

impl Which {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Expiring, Self::Activations, Self::Slots, Self::Lapsed, Self::Seats];

    /// The word in addresses and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Expiring => "expiring",
            Self::Activations => "activations",
            Self::Slots => "slots",
            Self::Lapsed => "lapsed",
            Self::Seats => "seats",
        }
    }

    /// The report of a word. Refuses with `reports.unknown`.
    pub fn of_word(word: &str) -> Result<Self, Refusal> {
        let words = || Self::ALL.map(Self::word).join(", ");
        Self::ALL.into_iter().find(|which| which.word() == word).ok_or_else(|| UNKNOWN.with("words", words()))
    }

    /// Its columns.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Expiring => &[
                Column::Name,
                Column::Package,
                Column::Organisation,
                Column::Type,
                Column::Tier,
                Column::ValidUntil,
                Column::DaysLeft,
                Column::Standing,
            ],
            Self::Activations => &[Column::Month, Column::Activations],
            Self::Slots => &[
                Column::Name,
                Column::Package,
                Column::Organisation,
                Column::Used,
                Column::Allowed,
                Column::Percent,
            ],
            Self::Lapsed => &[
                Column::Server,
                Column::Package,
                Column::Organisation,
                Column::LastSeen,
                Column::LeaseUntil,
                Column::ActivatedBy,
            ],
            Self::Seats => &[
                Column::Tier,
                Column::Packages,
                Column::Servers,
                Column::Administrators,
                Column::Designers,
                Column::Viewers,
                Column::Unlimited,
            ],
        }
    }
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name of a license.
    Name,
    /// The code of a license.
    Package,
    /// The name of a customer.
    Organisation,
    /// The type of a license.
    Type,
    /// Its tier.
    Tier,
    /// Its last day.
    ValidUntil,
    /// Days until then; less than zero after it.
    DaysLeft,
    /// What it is worth now.
    Standing,
    /// A month.
    Month,
    /// Servers that began to count.
    Activations,
    /// Servers that count.
    Used,
    /// Servers that may count.
    Allowed,
    /// How much of it is used.
    Percent,
    /// The name of a server.
    Server,
    /// When it was heard of last.
    LastSeen,
    /// When its lease ended.
    LeaseUntil,
    /// With whose account it was activated.
    ActivatedBy,
    /// How many licenses.
    Packages,
    /// Servers that they are for.
    Servers,
    /// Seats, where they are counted.
    Administrators,
    /// Seats, where they are counted.
    Designers,
    /// Seats, where they are counted.
    Viewers,
    /// How many licenses have no limit for one kind of seats at least.
    Unlimited,
}

impl Column {
    /// The word in the API and in the head of a CSV file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Package => "package",
            Self::Organisation => "organisation",
            Self::Type => "type",
            Self::Tier => "tier",
            Self::ValidUntil => "validUntil",
            Self::DaysLeft => "daysLeft",
            Self::Standing => "standing",
            Self::Month => "month",
            Self::Activations => "activations",
            Self::Used => "used",
            Self::Allowed => "allowed",
            Self::Percent => "percent",
            Self::Server => "server",
            Self::LastSeen => "lastSeen",
            Self::LeaseUntil => "leaseUntil",
            Self::ActivatedBy => "activatedBy",
            Self::Packages => "packages",
            Self::Servers => "servers",
            Self::Administrators => "administrators",
            Self::Designers => "designers",
            Self::Viewers => "viewers",
            Self::Unlimited => "unlimited",
        }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words of people, or a code.
    Text(String),
    /// A number.
    Count(i64),
    /// A moment, in milliseconds since the Unix epoch.
    At(i64),
    /// A type.
    Type(PackageKind),
    /// A tier.
    Tier(Tier),
    /// A standing.
    Standing(Standing),
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which one it is.
    pub which: Which,
    /// Its rows, with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// Whether there are more rows than a report has.
    pub is_cut: bool,
}

/// The first moments of the last months and of the next one, the oldest first, with the name of each month.
pub(super) fn months(now_ms: i64) -> Vec<(String, i64)> {
    let now = time::OffsetDateTime::from_unix_timestamp(now_ms.div_euclid(1_000))
        .unwrap_or(time::OffsetDateTime::UNIX_EPOCH);
    let this = i64::from(now.year()) * 12 + i64::from(u8::from(now.month())) - 1;
    let before = i64::try_from(MONTHS).unwrap_or_default() - 1;
    (this - before..=this + 1)
        .filter_map(|month| {
            let name = format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1);
            let first_ms = crate::text::day_ms(&format!("{name}-01"))?;
            Some((name, first_ms))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_lead_to_this_one_and_every_word_means_one_report() {
        let now_ms = crate::text::day_ms("2026-02-28").unwrap_or_default();
        let months = months(now_ms);

        let names: Vec<&str> = months.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!((names.first(), names.last()), (Some(&"2025-03"), Some(&"2026-03")));
        assert_eq!(names.len(), MONTHS + 1);
        for which in Which::ALL {
            assert_eq!(Which::of_word(which.word()), Ok(which));
            let words: std::collections::BTreeSet<_> = which.columns().iter().map(|it| it.word()).collect();
            assert_eq!(words.len(), which.columns().len());
        }
        assert!(Which::of_word("../etc").is_err());
    }
}
