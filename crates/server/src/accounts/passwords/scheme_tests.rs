//! Tests of `scheme.rs`.

use data_encoding::HEXLOWER;
use proptest::prelude::*;

use super::*;
use crate::accounts::passwords::stored::WEAK_PARAMETERS;

const OLD_KEY: [u8; 32] = [1; 32];
const NEW_KEY: [u8; 32] = [2; 32];

struct Setup {
    arena: Arena,
    random: Random,
    hasher: Hasher,
}

impl Setup {
    fn new() -> Self {
        let random = Random::seeded(1);
        let hasher = Hasher::for_tests(&random);
        Self { arena: Arena::default(), random, hasher }
    }

    fn with_peppers(peppers: Peppers) -> Self {
        let random = Random::seeded(1);
        let hasher = Hasher::unchecked(Parameters::for_tests(), peppers, &random).unwrap();
        Self { arena: Arena::default(), random, hasher }
    }

    fn hash(&mut self, password: &str) -> Stored {
        self.hasher.hash(&mut self.arena, &self.random, &Secret::new(password)).unwrap()
    }

    fn wrap(&mut self, password: &str) -> Stored {
        let md5 = Md5Hex::of_password(password);
        self.hasher.wrap_md5(&mut self.arena, &self.random, &md5).unwrap()
    }

    fn verify(&mut self, stored: &Stored, password: &str) -> Verdict {
        self.hasher.verify(&mut self.arena, Some(stored), &Secret::new(password)).unwrap()
    }
}

#[test]
fn the_slow_hash_is_argon2id_as_the_reference_implementation_computes_it() {
    let mut arena = Arena::default();
    let parameters = Parameters { memory_kib: 256, passes: 2, lanes: 1 };

    let raw = stretch(&mut arena, &parameters, b"somesalt", b"password").unwrap();

    assert_eq!(
        HEXLOWER.encode(raw.as_slice()),
        "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"
    );
}

#[test]
fn memory_that_was_used_before_changes_no_hash() {
    let mut arena = Arena::default();
    let large = Parameters { memory_kib: 256, passes: 2, lanes: 1 };
    let first = stretch(&mut arena, &large, b"somesalt", b"password").unwrap();
    stretch(&mut arena, &Parameters { memory_kib: 512, ..large }, b"somesalt", b"other").unwrap();

    let again = stretch(&mut arena, &large, b"somesalt", b"password").unwrap();

    assert_eq!(first, again);
}

#[test]
fn the_stored_code_is_the_hmac_of_scheme_and_hash() {
    let mut setup = Setup::with_peppers(Peppers::new("k", &OLD_KEY).unwrap());
    let stored = setup.hash("correct horse");
    let record = Record::read(&stored).unwrap();
    let raw = stretch(&mut setup.arena, &record.parameters, &record.salt, b"correct horse").unwrap();
    let key = hmac::Key::new(hmac::HMAC_SHA256, &OLD_KEY);
    let expected = hmac::sign(&key, &[b"argon2id\0".as_slice(), raw.as_slice()].concat());

    assert_eq!(record.code, expected.as_ref());
}

#[test]
fn the_same_password_is_stored_differently_each_time() {
    let mut setup = Setup::new();

    assert_ne!(setup.hash("correct horse"), setup.hash("correct horse"));
}

#[test]
fn a_password_typed_with_other_code_points_for_the_same_letters_is_right() {
    let mut setup = Setup::new();
    let stored = setup.hash("cafe\u{301} de\u{301}ja\u{300} vu");

    assert!(setup.verify(&stored, "caf\u{e9} d\u{e9}j\u{e0} vu").ok);
    assert!(!setup.verify(&stored, "cafe deja vu").ok);
}

#[test]
fn nothing_is_trimmed_and_no_case_is_folded() {
    let mut setup = Setup::new();
    let stored = setup.hash(" Correct Horse ");

    for wrong in ["Correct Horse", " Correct Horse", " correct horse ", ""] {
        assert!(!setup.verify(&stored, wrong).ok, "{wrong}");
    }
}

#[test]
fn a_password_of_256_code_points_is_taken_whole_and_a_longer_one_is_refused() {
    let mut setup = Setup::new();
    let longest = "\u{1f511}".repeat(256);
    let stored = setup.hash(&longest);

    assert!(setup.verify(&stored, &longest).ok);
    assert!(!setup.verify(&stored, &"\u{1f511}".repeat(255)).ok);
    let too_long = Secret::new("\u{1f511}".repeat(257));
    let error = setup.hasher.hash(&mut setup.arena, &setup.random, &too_long).unwrap_err();
    assert_eq!(*error.refusal().unwrap(), TOO_LONG.with("maximum", 256));
    assert!(!setup.verify(&stored, too_long.reveal()).ok);
}

#[test]
fn a_record_of_an_older_pepper_key_is_read_and_wants_a_new_hash() {
    let mut old = Setup::with_peppers(Peppers::new("old", &OLD_KEY).unwrap());
    let stored = old.hash("correct horse");
    let peppers = Peppers::new("new", &NEW_KEY).unwrap().with_old("old", &OLD_KEY).unwrap();
    let mut new = Setup::with_peppers(peppers);

    assert_eq!(new.verify(&stored, "correct horse"), Verdict { ok: true, needs_rehash: true });
    assert_eq!(new.verify(&stored, "wrong horse"), Verdict::WRONG);
    let renewed = new.hash("correct horse");
    assert_eq!(new.verify(&renewed, "correct horse"), Verdict { ok: true, needs_rehash: false });
}

#[test]
fn without_its_pepper_key_no_record_can_be_checked() {
    let stored = Setup::with_peppers(Peppers::new("old", &OLD_KEY).unwrap()).hash("correct horse");
    let mut new = Setup::with_peppers(Peppers::new("new", &NEW_KEY).unwrap());
    let password = Secret::new("correct horse");

    let error = new.hasher.verify(&mut new.arena, Some(&stored), &password).unwrap_err();

    assert!(error.refusal().is_none());
}

#[test]
fn another_key_under_the_same_id_fits_no_password() {
    let stored = Setup::with_peppers(Peppers::new("k", &OLD_KEY).unwrap()).hash("correct horse");
    let mut other = Setup::with_peppers(Peppers::new("k", &NEW_KEY).unwrap());

    assert_eq!(other.verify(&stored, "correct horse"), Verdict::WRONG);
}

#[test]
fn a_short_pepper_key_a_bad_id_and_a_doubled_id_are_refused() {
    assert!(Peppers::new("k", &[0; 31]).unwrap_err().is(&BAD_PEPPER));
    for id in ["", "a$b", "a,b", "a=b", &"a".repeat(33)] {
        assert!(Peppers::new(id, &OLD_KEY).unwrap_err().is(&BAD_PEPPER), "{id}");
    }
    assert!(Peppers::new("k", &OLD_KEY).unwrap().with_old("k", &NEW_KEY).unwrap_err().is(&BAD_PEPPER));
}

#[test]
fn a_hasher_below_the_floor_does_not_start() {
    let peppers = Peppers::new("k", &OLD_KEY).unwrap();
    let random = Random::seeded(1);

    let error = Hasher::new(Parameters::for_tests(), peppers.clone(), &random).unwrap_err();

    assert!(error.is(&WEAK_PARAMETERS));
    assert!(Hasher::new(Parameters::default(), peppers, &random).is_ok());
}

#[test]
fn a_weaker_record_wants_a_new_hash_and_a_stronger_one_stays() {
    let mut setup = Setup::new();
    let stored = setup.hash("correct horse");
    let cost = Parameters::for_tests();

    setup.hasher.parameters = Parameters { passes: cost.passes + 1, ..cost };
    assert!(setup.verify(&stored, "correct horse").needs_rehash);
    assert!(setup.hasher.needs_rehash(&stored).unwrap());
    setup.hasher.parameters = Parameters { memory_kib: cost.memory_kib * 2, ..cost };
    let stronger = setup.hash("correct horse");
    setup.hasher.parameters = cost;
    assert_eq!(setup.verify(&stronger, "correct horse"), Verdict { ok: true, needs_rehash: false });
}

#[test]
fn the_owner_of_an_md5_record_signs_in_with_the_password_and_gets_a_new_hash() {
    let mut setup = Setup::new();
    let digits = Md5Hex::parse("900150983CD24FB0D6963F7D28E17F72").unwrap();
    let stored = setup.hasher.wrap_md5(&mut setup.arena, &setup.random, &digits).unwrap();

    assert_eq!(stored.scheme.name(), "md5>argon2id");
    assert!(!stored.text.contains("900150983cd24fb0d6963f7d28e17f72"));
    assert_eq!(setup.verify(&stored, "abc"), Verdict { ok: true, needs_rehash: true });
    assert_eq!(setup.verify(&stored, "abd"), Verdict::WRONG);
}

#[test]
fn the_md5_itself_opens_nothing_not_even_in_a_relabelled_record() {
    let mut setup = Setup::new();
    let mut stored = setup.wrap("abc");
    let md5 = "900150983cd24fb0d6963f7d28e17f72";

    assert_eq!(setup.verify(&stored, md5), Verdict::WRONG);
    stored.scheme = Scheme::Argon2id;
    stored.text = stored.text.replace("norm=none", "norm=nfc");
    assert_eq!(setup.verify(&stored, md5), Verdict::WRONG);
}

#[test]
fn an_unknown_user_costs_the_same_memory_and_never_gets_in() {
    let mut known = Setup::new();
    let stored = known.hash("correct horse");
    let mut known_arena = Arena::default();
    let mut unknown_arena = Arena::default();
    let password = Secret::new("correct horse");

    known.hasher.verify(&mut known_arena, Some(&stored), &password).unwrap();
    let verdict = known.hasher.verify(&mut unknown_arena, None, &password).unwrap();

    assert_eq!(verdict, Verdict::WRONG);
    assert_eq!(unknown_arena.bytes(), known_arena.bytes());
    assert_eq!(known.hasher.dummy.parameters, Record::read(&stored).unwrap().parameters);
}

#[test]
fn nothing_secret_is_shown() {
    let setup = Setup::new();

    let shown = format!("{:?}", setup.hasher);

    assert!(shown.contains("test"), "{shown}");
    assert!(!shown.contains("0101") && !shown.contains("[1, 1"), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_right_password_is_always_right_and_another_never(
        password in "\\PC{0,64}",
        other in "\\PC{0,64}",
        legacy in any::<bool>(),
    ) {
        let mut setup = Setup::new();
        let stored = if legacy { setup.wrap(&password) } else { setup.hash(&password) };
        prop_assert!(setup.verify(&stored, &password).ok);
        let same = password.nfc().eq(other.nfc());
        prop_assert_eq!(setup.verify(&stored, &other).ok, if legacy { password == other } else { same });
    }

    #[test]
    fn no_text_makes_it_panic(password in any::<String>()) {
        let mut setup = Setup::new();
        let stored = setup.hash("correct horse");
        let _ = normalise(&Secret::new(password.clone()));
        prop_assert!(!setup.verify(&stored, &password).ok);
    }
}
