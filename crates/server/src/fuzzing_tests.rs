use std::{collections::BTreeSet, fs, path::PathBuf};

use proptest::prelude::*;

use super::*;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz").join(name)
}

fn names_in(name: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder(name)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.map(|name| name.trim_end_matches(".rs").to_owned()).collect()
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder("seeds").join(target)).unwrap();
    entries.map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect()
}

#[test]
fn every_target_has_a_program_and_seeds() {
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let manifest = fs::read_to_string(folder("Cargo.toml")).unwrap();

    assert_eq!(names_in("fuzz_targets"), targets);
    assert_eq!(names_in("seeds"), targets);
    for name in targets {
        assert!(!seeds(&name).is_empty(), "{name}");
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} is not in the manifest");
    }
}

#[test]
fn every_seed_keeps_the_promise_of_its_target_whole_cut_off_and_doubled() {
    for (name, target) in TARGETS {
        for seed in seeds(name) {
            target(&seed);
            target(&seed.repeat(2));
            for end in 0..seed.len().min(400) {
                target(&seed[..end]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_bytes_break_a_promise(bytes in prop::collection::vec(any::<u8>(), 0..600), text in any::<String>()) {
        for (_, target) in TARGETS {
            target(&bytes);
            target(text.as_bytes());
        }
    }

}

proptest! {
    // Every case damages every seed.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_damaged_seed_breaks_a_promise(at in any::<prop::sample::Index>(), byte in any::<u8>(), put in any::<String>()) {
        for (name, target) in TARGETS {
            for mut seed in seeds(name).into_iter().filter(|seed| !seed.is_empty()) {
                let at = at.index(seed.len());
                seed[at] = byte;
                target(&seed);
                seed.splice(at..at, put.bytes());
                target(&seed);
            }
        }
    }
}
