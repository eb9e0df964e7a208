//! Keys and files for tests.

use seatwarden_license_file::*;

pub(crate) const DAY: i64 = 86_400;

pub(crate) fn at(text: &str) -> Time {
    Time::parse(text).unwrap()
}

/// A key that is the same in every run.
pub(crate) fn key(name: &str) -> PrivateKey {
    let mut seed = [0; 32];
    for (at, byte) in name.bytes().enumerate().take(32) {
        seed[at] = byte;
    }
    PrivateKey::from_seed(&seed)
}

pub(crate) fn roots() -> Roots {
    Roots::new(&[key("root").public(), key("standby root").public()]).unwrap()
}

pub(crate) const NOW: &str = "2026-11-21T12:00:00Z";

pub(crate) fn statement(signer: &str) -> SignerStatement {
    SignerStatement {
        version: VERSION,
        id: format!("statement-{}", signer.replace(' ', "-")),
        issuer: "licenses.example.com".to_owned(),
        issued_at: at("2026-11-01T00:00:00Z"),
        valid_from: at("2026-11-01T00:00:00Z"),
        valid_until: at("2027-01-30T00:00:00Z"),
        key: key(signer).public(),
        scope: SignerStatement::USUAL_SCOPE.iter().map(|kind| kind.word().to_owned()).collect(),
        renew_days_max: 90,
        bulletins: Some(Numbers { first: 1, last: 999 }),
    }
}

pub(crate) fn signer_with(root: &str, signer: &str, statement: &SignerStatement) -> Signer {
    let statement = sign_statement(&key(root), statement).unwrap();
    Signer::new(key(signer), &statement, &Roots::new(&[key(root).public()]).unwrap()).unwrap()
}

pub(crate) fn signer() -> Signer {
    signer_with("root", "signer", &statement("signer"))
}

pub(crate) fn parts(salt: &str) -> Vec<Part> {
    vec![
        Part::new(salt, PartKind::OsMachineId, "8f6b7d5c9a4e4f0d8c2b1a0f9e8d7c6b"),
        Part::new(salt, PartKind::ProductUuid, "4c4c4544-0042-3510-8051-b4c04f4d3732"),
        Part::new(salt, PartKind::RootVolume, "6d9b3f2e-5a1c-4a8e-9f77-0c1d2e3f4a5b"),
    ]
}

pub(crate) fn license() -> License {
    let salt = "c2FsdCBvZiBhIHRlc3Q";
    License {
        version: VERSION,
        id: "65f0c0ffee0000000000000a".to_owned(),
        issuer: "licenses.example.com".to_owned(),
        issued_at: at(NOW),
        valid_from: at(NOW),
        valid_until: Some(at("2027-11-21T12:00:00Z")),
        renew_by: at("2027-02-19T12:00:00Z"),
        install_by: None,
        organisation: "Example Retail".to_owned(),
        holder: "analytics@retail.example.com".to_owned(),
        package: Package {
            id: "65f0c0ffee0000000000000b".to_owned(),
            code: "RETAIL-PROD".to_owned(),
            name: "Example Retail Production".to_owned(),
            type_: "subscription".to_owned(),
            tier: "enterprise".to_owned(),
            deployment: "on_prem".to_owned(),
            environment: "production".to_owned(),
            revision: 3,
        },
        seats: Seats { administrators: 5, designers: 20, viewers: 400 },
        limits: [("servers".to_owned(), 3), ("rows".to_owned(), 1_000_000_000)].into(),
        entitlements: vec!["white_labeling".to_owned(), "big_data".to_owned()],
        machine: Some(Machine {
            device: key("device").public().kid(),
            name: "analytics-01".to_owned(),
            salt: salt.to_owned(),
            parts: parts(salt),
            need: 2,
        }),
        grace: Grace::usual(14),
        bulletin: 0,
        replaces: None,
    }
}

pub(crate) fn bulletin(number: u64) -> Bulletin {
    Bulletin {
        version: VERSION,
        id: format!("bulletin-{number}"),
        issuer: "licenses.example.com".to_owned(),
        issued_at: at(NOW),
        number,
        signers: Vec::new(),
        files: Vec::new(),
        by_roots: Vec::new(),
    }
}

/// Opens with the roots of the tests.
pub(crate) fn opened<C: IssuerClaims>(text: &str) -> Result<Opened<C>, Refused> {
    open(text, &Trust { roots: &roots(), revocations: &Revocations::NONE })
}
