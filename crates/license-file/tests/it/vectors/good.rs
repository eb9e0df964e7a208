//! Files that every reader must accept.

use seatwarden_license_file::*;

use super::{Case, Then, noon, raw::Raw};
use crate::support::{bulletin, key, license, parts, signer, signer_with, statement};

pub(super) fn lease() -> Lease {
    Lease {
        version: VERSION,
        id: "lease-8".to_owned(),
        issuer: "licenses.example.com".to_owned(),
        issued_at: noon(),
        lease_until: noon().plus_days(7),
        package: license().package.id,
        license: license().id,
        device: key("device").public().kid(),
        counter: 8,
        displaced: false,
        bulletin: 3,
    }
}

pub(super) fn answer() -> ClockAnswer {
    ClockAnswer {
        version: VERSION,
        id: "answer-1".to_owned(),
        issuer: "licenses.example.com".to_owned(),
        issued_at: noon(),
        challenge: "challenge-1".to_owned(),
        device: key("device").public().kid(),
    }
}

pub(super) fn voucher() -> License {
    License { machine: None, install_by: Some(noon().plus_days(30)), ..license() }
}

pub(super) fn return_of_license() -> Return {
    Return { version: VERSION, id: "return-1".to_owned(), made_at: noon(), license: license().id, counter: 9 }
}

pub(super) fn by_device<C: DeviceClaims>(claims: &C) -> String {
    sign_by_device(&key("device"), claims).unwrap()
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = licenses();
    cases.extend(other_words_of_the_vendor());
    cases.extend(words_of_devices());
    cases
}

fn licenses() -> Vec<Case> {
    let good = signer().sign(&license()).unwrap();
    let armored = armor::wrap(Kind::License, &good, &["License of Example Retail"]);
    let quoted: String = armored.lines().map(|line| format!("> {line} \r\n")).collect::<Vec<_>>().concat();
    let perpetual = License { valid_until: None, ..license() };
    let mut later = license();
    later.grace.ladder.insert(0, Step { from_day: 0, stops: vec![Ability::Other("dream".to_owned())] });
    let device = key("device").public();
    let kept = RevokedSigner { kid: signer().kid().to_owned(), keep: vec![digest(good.as_bytes())] };
    let word =
        sign_bulletin_by_root(&key("root"), &Bulletin { signers: vec![kept], ..bulletin(1000) }).unwrap();
    let by_standby = signer_with("standby root", "next signer", &statement("next signer"));
    let more =
        Raw::of(&good).content("{\"version\":1,", "{\"version\":1,\"a_later_claim\":{\"x\":[1.5,null]},");
    vec![
        Case::new("a license", Kind::License, good.clone()),
        Case::new("a license in armor", Kind::License, armored),
        Case::new("a license in armor, quoted in a mail", Kind::License, quoted),
        Case::new(
            "a license of a signer whom the standby root vouches for",
            Kind::License,
            by_standby.sign(&license()).unwrap(),
        ),
        Case::new("a perpetual license", Kind::License, signer().sign(&perpetual).unwrap()),
        Case::new(
            "a license with an ability that is not known yet",
            Kind::License,
            signer().sign(&later).unwrap(),
        ),
        Case::new("a license with a claim that is not known yet", Kind::License, more.sign(&key("signer"))),
        Case::new("a license that is kept although its signer was revoked", Kind::License, good.clone())
            .held(word),
        Case::new("a license on its machine", Kind::License, good)
            .then(Then::MayBeInstalled { device, now: noon() }),
        Case::new("a key for any machine, in time", Kind::License, signer().sign(&voucher()).unwrap())
            .then(Then::MayBeInstalled { device, now: noon().plus_days(30) }),
    ]
}

fn other_words_of_the_vendor() -> Vec<Case> {
    let device = key("device").public();
    let grant = Grant {
        version: VERSION,
        id: "grant-1".to_owned(),
        issuer: "licenses.example.com".to_owned(),
        issued_at: noon(),
        renew_by: noon().plus_days(30),
        package: license().package.id,
        key: key("next signer").public(),
        slots: 10,
        lease_days: 3,
    };
    let first = signer().sign(&Bulletin { files: vec!["a-file".to_owned()], ..bulletin(1) }).unwrap();
    let by_root = sign_bulletin_by_root(&key("standby root"), &bulletin(1_000_000)).unwrap();
    let said = RevokedSigner { kid: key("standby root").public().kid(), keep: Vec::new() };
    let word = Bulletin { signers: vec![said.clone()], ..bulletin(1) };
    let word = sign_bulletin_by_root(&key("root"), &word).unwrap();
    let repeats = Bulletin { signers: vec![said], by_roots: vec![word], ..bulletin(2) };
    let repeats = signer().sign(&repeats).unwrap();
    let statement = sign_statement(&key("root"), &statement("signer")).unwrap();
    vec![
        Case::new("a lease", Kind::Lease, signer().sign(&lease()).unwrap())
            .then(Then::IsFor { license: license().id, device }),
        Case::new("a bulletin", Kind::Bulletin, first.clone()),
        Case::new("a bulletin of a root, whose number is higher", Kind::Bulletin, by_root)
            .held(first)
            .then(Then::Advances),
        Case::new("a bulletin of a signer that repeats what a root said of a root", Kind::Bulletin, repeats),
        Case::new("a statement about a signer", Kind::Signer, statement),
        Case::new("a grant", Kind::Grant, signer().sign(&grant).unwrap()),
        Case::new("a clock answer", Kind::ClockAnswer, signer().sign(&answer()).unwrap())
            .then(Then::Answers { challenge: "challenge-1".to_owned(), device }),
    ]
}

fn words_of_devices() -> Vec<Case> {
    let salt = "c2FsdCBvZiBhIHRlc3Q";
    let request = Request {
        version: VERSION,
        id: "request-1".to_owned(),
        made_at: noon(),
        package: Some("RETAIL-PROD".to_owned()),
        name: "analytics-01".to_owned(),
        program: "1.0.0".to_owned(),
        salt: salt.to_owned(),
        parts: parts(salt),
    };
    let renewal = Renewal {
        version: VERSION,
        id: "renewal-1".to_owned(),
        made_at: noon(),
        license: license().id,
        counter: 8,
        bulletin: 3,
        parts: parts(salt),
        salt: None,
        program: "1.0.0".to_owned(),
    };
    let challenge = ClockChallenge {
        version: VERSION,
        id: "challenge-1".to_owned(),
        made_at: noon(),
        floor: noon().plus_days(15_000),
        license: license().id,
    };
    let device = key("device").public();
    let frees = Then::Frees { device, license: license().id, counter: 8, is_returned: false };
    vec![
        Case::new("a request", Kind::Request, by_device(&request)),
        Case::new("a renewal", Kind::Renewal, by_device(&renewal)),
        Case::new("a return", Kind::Return, by_device(&return_of_license())).then(frees),
        Case::new("a clock challenge", Kind::ClockChallenge, by_device(&challenge)),
    ]
}
