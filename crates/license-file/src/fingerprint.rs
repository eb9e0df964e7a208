//! What tells one machine from another: parts, salted per license, of which some may change.

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// How many bytes of the code are kept: enough to compare, too few to say what they came from.
const KEPT: usize = 8;

/// What a part was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// What the administrator gave to a container: enough by itself.
    Explicit,
    /// The machine id of the operating system.
    OsMachineId,
    /// The UUID in the firmware.
    ProductUuid,
    /// The UUID of the root volume.
    RootVolume,
    /// The id of the instance in a cloud.
    CloudInstance,
    /// A permanent address of a network card.
    NetworkCard,
    /// The cluster and the name of the workload in it.
    Workload,
    /// A part that this program does not know.
    #[serde(other)]
    Unknown,
}

impl PartKind {
    /// The word that is salted together with the value.
    pub fn word(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::OsMachineId => "os_machine_id",
            Self::ProductUuid => "product_uuid",
            Self::RootVolume => "root_volume",
            Self::CloudInstance => "cloud_instance",
            Self::NetworkCard => "network_card",
            Self::Workload => "workload",
            Self::Unknown => "unknown",
        }
    }
}

/// One part of a fingerprint: its kind, and 64 bits of its salted value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Part {
    /// What it was made from.
    pub kind: PartKind,
    /// 64 bits of HMAC-SHA-256 with the salt over `kind|value`, in base64url.
    pub code: String,
}

impl Part {
    /// Makes a part of a value, which does not leave this function.
    pub fn new(salt: &str, kind: PartKind, value: &str) -> Self {
        let code = Hmac::<Sha256>::new_from_slice(salt.as_bytes()).map(|mut mac| {
            mac.update(kind.word().as_bytes());
            mac.update(b"|");
            mac.update(value.trim().as_bytes());
            let bytes = mac.finalize().into_bytes();
            BASE64URL_NOPAD.encode(bytes.get(..KEPT).unwrap_or_default())
        });
        Self { kind, code: code.unwrap_or_default() }
    }

    pub(crate) fn is_sound(&self) -> bool {
        BASE64URL_NOPAD.decode(self.code.as_bytes()).is_ok_and(|bytes| bytes.len() == KEPT)
    }
}

/// How many parts must be the same later: two, or all if there are fewer; one if the administrator named the machine.
pub fn usual_need(parts: &[Part]) -> u8 {
    let is_named = parts.iter().any(|part| part.kind == PartKind::Explicit);
    if is_named || parts.len() < 2 { 1 } else { 2 }
}

/// How a machine compares with the one that a license is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Every part is the same.
    Same,
    /// Enough parts are the same; these are not. Send what is seen now with the next renewal.
    Drifted {
        /// The kinds that are gone or another.
        changed: Vec<PartKind>,
    },
    /// Too few parts are the same: another machine.
    Other,
}

/// Compares the parts of a license with those seen now, which were salted alike.
pub(crate) fn compare(issued: &[Part], need: u8, seen: &[Part]) -> Comparison {
    let mut kept: Vec<&Part> = issued.iter().filter(|part| seen.contains(part)).collect();
    let changed: Vec<PartKind> =
        issued.iter().filter(|part| !seen.contains(part)).map(|part| part.kind).collect();
    kept.sort();
    kept.dedup();
    // The name that an administrator gave decides alone, in both directions.
    let named = issued.iter().find(|part| part.kind == PartKind::Explicit);
    if named.is_some_and(|part| !seen.contains(part)) || kept.len() < usize::from(need.max(1)) {
        Comparison::Other
    } else if changed.is_empty() {
        Comparison::Same
    } else {
        Comparison::Drifted { changed }
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    fn parts(values: &[(PartKind, &str)]) -> Vec<Part> {
        values.iter().map(|(kind, value)| Part::new("salt", *kind, value)).collect()
    }

    const MACHINE: [(PartKind, &str); 3] = [
        (PartKind::OsMachineId, "0123456789abcdef"),
        (PartKind::RootVolume, "disk-1"),
        (PartKind::NetworkCard, "00:11:22:33:44:55"),
    ];

    #[test]
    fn a_machine_stays_itself_when_one_of_three_parts_changes() {
        let issued = parts(&MACHINE);
        let seen = parts(&[MACHINE[0], (PartKind::RootVolume, "disk-2"), MACHINE[2]]);

        let need = usual_need(&issued);

        assert_eq!(compare(&issued, need, &issued), Comparison::Same);
        assert_eq!(
            compare(&issued, need, &seen),
            Comparison::Drifted { changed: vec![PartKind::RootVolume] }
        );
        assert_eq!(compare(&issued, need, &seen[1..]), Comparison::Other);
        assert_eq!(compare(&issued, need, &[]), Comparison::Other);
    }

    #[test]
    fn one_part_given_twice_counts_once() {
        let twice = parts(&[MACHINE[0], MACHINE[0], MACHINE[1]]);

        assert_eq!(compare(&twice, 2, &twice[..2]), Comparison::Other);
    }

    #[test]
    fn a_machine_that_was_named_is_known_by_its_name_alone() {
        let issued = parts(&[(PartKind::Explicit, "pod-1"), MACHINE[0]]);
        let moved = parts(&[(PartKind::Explicit, "pod-1"), (PartKind::OsMachineId, "another")]);

        let need = usual_need(&issued);

        assert!(matches!(compare(&issued, need, &moved), Comparison::Drifted { .. }));
        assert_eq!(
            compare(&issued, need, &parts(&[(PartKind::Explicit, "pod-2"), MACHINE[0]])),
            Comparison::Other
        );
    }

    #[test]
    fn the_salt_separates_licenses_and_the_kind_separates_parts() {
        let part = Part::new("salt", PartKind::RootVolume, "value");

        assert_ne!(part.code, Part::new("other", PartKind::RootVolume, "value").code);
        assert_ne!(part.code, Part::new("salt", PartKind::OsMachineId, "value").code);
        assert_eq!(part, Part::new("salt", PartKind::RootVolume, " value\n"));
    }
}
