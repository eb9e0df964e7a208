//! Whatever lies in the folder, nothing panics, and nothing that was not signed counts.

use proptest::prelude::*;
use seatwarden_activate::Verdict;

use crate::support::{Vendor, World};

const FILES: [&str; 10] = [
    "license.txt",
    "next-license.txt",
    "lease.txt",
    "bulletin.txt",
    "binding.txt",
    "clock",
    "renewal.txt",
    "clock-challenge.txt",
    "salt",
    "device.key",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_any_file_are_a_trouble_and_no_license(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0..FILES.len()) {
        let vendor = Vendor::new();
        let world = World::new(&vendor);
        std::fs::create_dir_all(world.here.folder.path()).unwrap();
        std::fs::write(world.here.folder.path().join(FILES[at]), &bytes).unwrap();

        let held = world.here.load().unwrap();

        prop_assert_eq!(held.verdict(), Verdict::Invalid);
        prop_assert!(held.license.is_none());
    }

    #[test]
    fn a_file_that_was_changed_anywhere_counts_for_nothing_more(cut in 0_usize..2_000, byte in any::<u8>()) {
        let vendor = Vendor::new();
        let world = World::licensed(&vendor);
        let path = world.here.folder.path().join("license.txt");
        let mut text = std::fs::read(&path).unwrap();
        let at = cut % text.len();
        text[at] = byte;
        std::fs::write(&path, &text).unwrap();

        let held = world.here.load().unwrap();

        // The very same license, or none: what is between the lines of the armor may differ.
        let claims = held.claims().map(|license| (license.seats, license.renew_by));
        let whole = World::licensed(&vendor).here.load().unwrap();
        prop_assert!(claims.is_none() || claims == whole.claims().map(|license| (license.seats, license.renew_by)));
    }

    #[test]
    fn explaining_never_panics(text in "\\PC{0,200}") {
        let vendor = Vendor::new();
        let trust = World::new(&vendor).here.trust;

        let told = seatwarden_activate::explain(&text, &trust, None);

        prop_assert!(told.iter().all(|file| !file.is_good()));
    }
}
