//! Who may say what: roots, signers, bulletins, devices.

use seatwarden_license_file::*;

use crate::support::{at, bulletin, key, license, opened, roots, signer, signer_with, statement};

#[test]
fn a_license_is_read_as_it_was_signed() {
    let file = signer().sign(&license()).unwrap();

    let opened: Opened<License> = opened(&file).unwrap();

    assert_eq!(opened.claims, license());
    assert_eq!(opened.kid, key("signer").public().kid());
    assert_eq!(opened.digest, digest(file.as_bytes()));
}

#[test]
fn a_new_signer_is_accepted_by_a_machine_that_never_heard_of_it() {
    for root in ["root", "standby root"] {
        let file = signer_with(root, "next signer", &statement("next signer")).sign(&license()).unwrap();

        assert_eq!(opened::<License>(&file).unwrap().claims, license(), "{root}");
    }
}

#[test]
fn a_foreign_root_is_refused() {
    let file = signer_with("stranger", "signer", &statement("signer")).sign(&license()).unwrap();

    assert_eq!(opened::<License>(&file).unwrap_err(), Refused::RootUnknown);
}

#[test]
fn a_file_of_one_kind_never_passes_as_another() {
    let answer = ClockAnswer {
        version: VERSION,
        id: "a".to_owned(),
        issuer: "x".to_owned(),
        issued_at: license().issued_at,
        challenge: "c".to_owned(),
        device: key("device").public().kid(),
    };

    let file = signer().sign(&answer).unwrap();

    assert!(opened::<ClockAnswer>(&file).is_ok());
    assert_eq!(opened::<License>(&file).unwrap_err(), Refused::Kind);
    assert_eq!(opened::<Bulletin>(&file).unwrap_err(), Refused::Kind);
    assert_eq!(open_by_device::<Return>(&file).unwrap_err(), Refused::Kind);
}

#[test]
fn a_signer_signs_what_its_statement_allows_and_nothing_else() {
    let mut narrow = statement("signer");
    narrow.scope = vec!["lease".to_owned()];
    assert_eq!(signer_with("root", "signer", &narrow).sign(&license()).unwrap_err(), Refused::SignerScope);

    let mut long = license();
    long.renew_by = long.issued_at.plus_days(91);
    assert_eq!(signer().sign(&long).unwrap_err(), Refused::RenewBy);

    let mut late = license();
    late.issued_at = at("2027-01-30T00:00:01Z");
    assert_eq!(signer().sign(&late).unwrap_err(), Refused::SignerExpired);
    assert_eq!(signer().sign(&bulletin(1000)).unwrap_err(), Refused::BulletinRange);
}

#[test]
fn a_statement_lasts_ninety_days_at_most() {
    let mut long = statement("signer");
    long.valid_until = long.valid_from.plus_days(90).plus_seconds(1);

    assert_eq!(sign_statement(&key("root"), &long).unwrap_err(), Refused::StatementLong);
}

#[test]
fn the_newest_bulletin_is_the_whole_truth_and_numbers_only_rise() {
    let mut held = Revocations::NONE;
    let mut first = bulletin(5);
    first.files = vec![license().id];
    let file = signer().sign(&license()).unwrap();

    held.advance(opened::<Bulletin>(&signer().sign(&first).unwrap()).unwrap().claims).unwrap();

    let roots = roots();
    let read = |held: &Revocations| open::<License>(&file, &Trust { roots: &roots, revocations: held }).err();
    assert_eq!(read(&held), Some(Refused::FileRevoked));
    assert_eq!(held.advance(bulletin(4)), Err(Refused::BulletinOld));
    assert_eq!(held.advance(bulletin(5)), Err(Refused::BulletinOld));
    held.advance(bulletin(6)).unwrap();
    assert_eq!(read(&held), None);
}

#[test]
fn a_stolen_signer_is_shut_out_and_what_the_log_knows_stays_good() {
    let thief = signer();
    let honest_file = thief.sign(&license()).unwrap();
    let mut forged = license();
    forged.id = "forged".to_owned();
    let forged_file = thief.sign(&forged).unwrap();
    let mut word = bulletin(1000);
    word.signers =
        vec![RevokedSigner { kid: thief.kid().to_owned(), keep: vec![digest(honest_file.as_bytes())] }];

    let mut held = Revocations::NONE;
    let by_root = sign_bulletin_by_root(&key("root"), &word).unwrap();
    held.advance(opened::<Bulletin>(&by_root).unwrap().claims).unwrap();

    let roots = roots();
    let trust = Trust { roots: &roots, revocations: &held };
    assert_eq!(open::<License>(&forged_file, &trust).unwrap_err(), Refused::SignerRevoked);
    assert!(open::<License>(&honest_file, &trust).is_ok());
    let last_word = thief.sign(&bulletin(999)).unwrap();
    assert_eq!(open::<Bulletin>(&last_word, &trust).unwrap_err(), Refused::SignerRevoked);
    let mut next = statement("next signer");
    next.bulletins = Some(Numbers { first: 1001, last: 1999 });
    let next = signer_with("root", "next signer", &next).sign(&license()).unwrap();
    assert!(open::<License>(&next, &trust).is_ok());
}

#[test]
fn only_a_root_may_speak_about_roots() {
    let mut word = bulletin(7);
    word.signers = vec![RevokedSigner { kid: key("standby root").public().kid(), keep: Vec::new() }];
    let roots = roots();
    let by_root = sign_bulletin_by_root(&key("root"), &word).unwrap();

    let mut held = Revocations::NONE;
    held.advance(opened::<Bulletin>(&by_root).unwrap().claims).unwrap();

    // The signer of these tests knows its own root only, so that it signs what a reader refuses.
    let by_signer = signer().sign(&word).unwrap();
    assert_eq!(opened::<Bulletin>(&by_signer).unwrap_err(), Refused::BulletinRange);
    let file = signer_with("standby root", "signer", &statement("signer")).sign(&license()).unwrap();
    let trust = Trust { roots: &roots, revocations: &held };
    assert_eq!(open::<License>(&file, &trust).unwrap_err(), Refused::SignerRevoked);
}

#[test]
fn after_a_root_revoked_the_other_signers_go_on_writing_bulletins_and_the_revoked_root_is_not_heard() {
    let said = RevokedSigner { kid: key("root").public().kid(), keep: Vec::new() };
    let word = Bulletin { signers: vec![said.clone()], ..bulletin(1) };
    let word = sign_bulletin_by_root(&key("standby root"), &word).unwrap();
    let mut next = statement("next signer");
    next.bulletins = Some(Numbers { first: 1000, last: 1999 });
    let statement = sign_statement(&key("standby root"), &next).unwrap();
    let next = Signer::new(key("next signer"), &statement, &roots()).unwrap();
    let repeats = Bulletin { signers: vec![said.clone()], by_roots: vec![word.clone()], ..bulletin(1000) };

    let file = next.sign(&repeats).unwrap();

    let held = Revocations::new(opened::<Bulletin>(&file).unwrap().claims);
    let roots = roots();
    let trust = Trust { roots: &roots, revocations: &held };
    assert!(open::<License>(&next.sign(&license()).unwrap(), &trust).is_ok());
    assert_eq!(
        open::<License>(&signer().sign(&license()).unwrap(), &trust).unwrap_err(),
        Refused::SignerRevoked
    );
    let later = Bulletin { number: 1001, ..repeats.clone() };
    assert!(open_bulletin(&next.sign(&later).unwrap(), &trust).is_ok());
    let own_word = sign_bulletin_by_root(&key("root"), &bulletin(u64::MAX)).unwrap();
    assert_eq!(open_bulletin(&own_word, &trust).unwrap_err(), Refused::SignerRevoked);
    let of_its_signer = signer().sign(&bulletin(999)).unwrap();
    assert_eq!(open_bulletin(&of_its_signer, &trust).unwrap_err(), Refused::SignerRevoked);
    // Nothing but a root's own word will do: not without it, not about the other, not with a file that it did not keep.
    let without = Bulletin { by_roots: Vec::new(), ..repeats.clone() };
    assert_eq!(next.sign(&without).unwrap_err(), Refused::BulletinRange);
    let other = RevokedSigner { kid: key("standby root").public().kid(), keep: Vec::new() };
    assert_eq!(
        next.sign(&Bulletin { signers: vec![other], ..repeats.clone() }).unwrap_err(),
        Refused::BulletinRange
    );
    let kept = RevokedSigner { keep: vec!["a-file".to_owned()], ..said };
    assert_eq!(next.sign(&Bulletin { signers: vec![kept], ..repeats }).unwrap_err(), Refused::BulletinRange);
}

#[test]
fn a_device_proves_itself_and_a_return_counts_once() {
    let device = key("device");
    let claims = Return {
        version: VERSION,
        id: "r".to_owned(),
        made_at: license().issued_at,
        license: license().id,
        counter: 8,
    };
    let charge = Charge { device: device.public(), license: license().id, counter: 7, is_returned: false };

    let file = sign_by_device(&device, &claims).unwrap();

    let opened = open_by_device::<Return>(&file).unwrap();
    let frees = |charge: &Charge| opened.claims.frees(&opened.device, charge);
    assert_eq!(opened.device, device.public());
    assert_eq!(frees(&charge), Ok(()));
    assert_eq!(frees(&Charge { is_returned: true, ..charge.clone() }), Err(Refused::Replayed));
    assert_eq!(frees(&Charge { counter: 8, ..charge.clone() }), Err(Refused::Replayed));
    assert_eq!(frees(&Charge { device: key("x").public(), ..charge.clone() }), Err(Refused::Device));
    assert_eq!(frees(&Charge { license: "other".to_owned(), ..charge }), Err(Refused::OtherFile));
}

#[test]
fn an_older_file_does_not_replace_a_newer_one() {
    let installed = license();
    let mut older = license();
    older.package.revision -= 1;

    assert_eq!(older.may_replace(&installed), Err(Refused::Replaced));
    assert_eq!(installed.may_replace(&older), Ok(()));
}

#[test]
fn a_voucher_is_installed_in_time_and_a_license_on_its_machine() {
    let mut voucher = license();
    voucher.machine = None;
    voucher.install_by = Some(voucher.issued_at.plus_days(30));
    let device = key("device").public();

    assert!(signer().sign(&voucher).is_ok() && voucher.is_voucher());
    assert_eq!(voucher.may_be_installed(&device, voucher.issued_at.plus_days(30)), Ok(()));
    assert_eq!(voucher.may_be_installed(&device, voucher.issued_at.plus_days(31)), Err(Refused::InstallBy));
    assert_eq!(license().may_be_installed(&device, license().issued_at), Ok(()));
    assert_eq!(
        license().may_be_installed(&key("other").public(), license().issued_at),
        Err(Refused::Machine)
    );
}

#[test]
fn private_keys_do_not_print() {
    let key = key("secret of a test");

    assert!(!format!("{key:?} {:?}", signer()).contains(key.reveal().as_str()));
    assert_eq!(PrivateKey::parse(&key.reveal()).unwrap().public(), key.public());
}

#[test]
fn every_refusal_has_a_code_of_its_own() {
    let mut codes: Vec<&str> = Refused::ALL.iter().map(|refused| refused.code()).collect();
    codes.sort_unstable();
    codes.dedup();

    assert_eq!(codes.len(), Refused::ALL.len());
    assert!(codes.iter().all(|code| code.starts_with("license_file.")));
}
