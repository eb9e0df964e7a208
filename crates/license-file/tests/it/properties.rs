//! What holds for any license and any bytes.

use proptest::{collection::vec, prelude::*};
use seatwarden_license_file::{
    Ability, Grace, Kind, License, Refused, Return, Revocations, Seats, Step, Time, Trust, armor, open,
    open_by_device,
};

use crate::support::{license, opened, roots, signer};

fn a_time() -> impl Strategy<Value = Time> {
    (0_i64..4_000_000_000).prop_map(Time::from_seconds)
}

fn a_step() -> impl Strategy<Value = Step> {
    let stoppable: Vec<Ability> = Ability::all().filter(|ability| !ability.never_stops()).collect();
    (0_u16..200, vec(prop::sample::select(stoppable), 0..4))
        .prop_map(|(from_day, stops)| Step { from_day, stops })
}

prop_compose! {
    fn a_license()(
        name in "[^\\p{Cc}\\u{200e}\\u{200f}\\u{2028}-\\u{202e}\\u{2066}-\\u{2069}]{0,40}",
        seats in any::<[u32; 3]>(),
        entitlements in vec("[a-z_]{1,20}", 0..8),
        rows in 0_u64..(1 << 53),
        lasts in 0_u16..90,
        until in prop::option::of(90_u16..400),
        days in 0_u16..200,
        mut ladder in vec(a_step(), 0..5),
    ) -> License {
        let license = license();
        ladder.sort_by_key(|step| step.from_day);
        ladder.dedup_by_key(|step| step.from_day);
        License {
            renew_by: license.issued_at.plus_days(lasts),
            valid_until: until.map(|days| license.issued_at.plus_days(days)),
            organisation: name,
            seats: Seats { administrators: seats[0], designers: seats[1], viewers: seats[2] },
            entitlements,
            limits: [("rows".to_owned(), rows)].into(),
            grace: Grace { days, ladder },
            ..license
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_signed_is_what_is_read(license in a_license()) {
        let file = signer().sign(&license).unwrap();
        let mailed = armor::wrap(Kind::License, &file, &[&license.organisation]).replace('\n', "\r\n> ");

        prop_assert_eq!(opened::<License>(&file).unwrap().claims, license.clone());
        prop_assert_eq!(opened::<License>(&mailed).unwrap().claims, license);
    }

    #[test]
    fn no_changed_byte_goes_unnoticed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let file = signer().sign(&license()).unwrap();
        let mut bytes = file.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let text = String::from_utf8_lossy(&bytes).into_owned();

        // Blanks around a file are no change.
        if text.trim() != file {
            prop_assert!(opened::<License>(&text).is_err(), "{} at {at}", byte);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_ladder_only_goes_down_and_some_things_never_stop(license in a_license(), mut times in vec(a_time(), 2..20)) {
        times.sort();
        let standings: Vec<_> = times.iter().map(|at| license.works(*at, None)).collect();

        for (earlier, later) in standings.iter().zip(standings.iter().skip(1)) {
            prop_assert!(earlier.state <= later.state, "{earlier:?} {later:?}");
            for ability in Ability::all() {
                prop_assert!(earlier.works(&ability) || !later.works(&ability), "{ability:?} came back");
                prop_assert!(later.works(&ability) || !ability.never_stops(), "{ability:?} stopped");
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>(), parts in vec("[A-Za-z0-9_=+/-]{0,40}", 0..6)) {
        let roots = roots();
        let trust = Trust { roots: &roots, revocations: &Revocations::NONE };

        for text in [text.clone(), parts.join("."), format!("-----BEGIN SEATWARDEN LICENSE-----\n{text}\n-----END")] {
            prop_assert!(open::<License>(&text, &trust).is_err());
            prop_assert!(open_by_device::<Return>(&text).is_err());
            let _ = armor::strip_all(&text);
        }
    }

    #[test]
    fn times_are_written_as_they_are_read(time in a_time(), text in "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z") {
        prop_assert_eq!(Time::parse(&time.to_string()), Ok(time));
        match Time::parse(&text) {
            Ok(time) => prop_assert_eq!(time.to_string(), text),
            Err(refused) => prop_assert_eq!(refused, Refused::Time),
        }
    }
}

#[test]
fn the_document_names_every_refusal() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/license-file.md");
    let document = std::fs::read_to_string(path).unwrap();

    for refused in Refused::ALL {
        let line = format!("| `{}` | {refused} |", refused.code());
        assert!(document.contains(&line), "the document lacks: {line}");
    }
    for kind in Kind::ALL {
        assert!(document.contains(&format!("| `{}` |", kind.typ())), "{kind:?}");
    }
}
