//! A vendor who signs, machines made of files, and a clock that a test moves.

use std::{fs, path::PathBuf};

use seatwarden_activate::{Connection, Folder, Installation, Sight, Trust, machine::Place};
use seatwarden_license_file::{
    Bulletin, ClockAnswer, ClockChallenge, Grace, Kind, Lease, License, Machine, Package, PrivateKey,
    PublicKey, Request, RevokedSigner, Roots, Seats, Signer, SignerStatement, Time, VERSION, armor,
    fingerprint::usual_need, open_by_device, sign_statement,
};
use tempfile::TempDir;

/// When everything here begins.
pub(crate) const START: &str = "2027-01-01T00:00:00Z";

pub(crate) fn time(text: &str) -> Time {
    Time::parse(text).unwrap()
}

/// Whoever sells licenses.
pub(crate) struct Vendor {
    pub(crate) signer: Signer,
    pub(crate) roots: Roots,
}

impl Vendor {
    pub(crate) fn new() -> Self {
        Self::of_root(1)
    }

    /// The same vendor with the signer that comes next, and the bulletin that revokes this one.
    pub(crate) fn after_theft(&self) -> (Self, String) {
        let next = Self::of(1, 150);
        let bulletin = Bulletin {
            version: VERSION,
            id: "bulletin-1".into(),
            issuer: "https://license.vendor.example".into(),
            issued_at: time(START),
            number: 1,
            signers: vec![RevokedSigner { kid: self.signer.statement().key.kid(), keep: Vec::new() }],
            files: Vec::new(),
            by_roots: Vec::new(),
        };
        let bulletin = armor::wrap(Kind::Bulletin, &next.signer.sign(&bulletin).unwrap(), &[]);
        (next, bulletin)
    }

    /// A vendor with another root.
    pub(crate) fn of_root(seed: u8) -> Self {
        Self::of(seed, seed + 100)
    }

    fn of(seed: u8, signer: u8) -> Self {
        Self::signing_from(seed, signer, time("2026-12-01T00:00:00Z"))
    }

    /// A vendor whose signer may sign from this time on: for programs, which look at the machine's clock.
    pub(crate) fn signing_at(at: Time) -> Self {
        Self::signing_from(1, 101, at)
    }

    fn signing_from(seed: u8, signer: u8, from: Time) -> Self {
        let (root, key) = (PrivateKey::from_seed(&[seed; 32]), PrivateKey::from_seed(&[signer; 32]));
        let roots = Roots::new(&[root.public()]).unwrap();
        let statement = SignerStatement {
            version: VERSION,
            id: "signer-1".into(),
            issuer: "https://license.vendor.example".into(),
            issued_at: from,
            valid_from: from,
            valid_until: from.plus_days(89),
            key: key.public(),
            scope: SignerStatement::USUAL_SCOPE.iter().map(|kind| kind.word().to_owned()).collect(),
            renew_days_max: 90,
            bulletins: Some(seatwarden_license_file::Numbers { first: 1, last: 100 }),
        };
        let statement = sign_statement(&root, &statement).unwrap();
        Self { signer: Signer::new(key, &statement, &roots).unwrap(), roots }
    }

    /// A license, as the answer to a request.
    pub(crate) fn license(&self, request: &str, change: impl FnOnce(&mut License)) -> String {
        let asked = open_by_device::<Request>(request).unwrap();
        let mut license = license();
        license.machine = Some(Machine {
            device: asked.device.kid(),
            name: asked.claims.name,
            salt: asked.claims.salt,
            need: usual_need(&asked.claims.parts),
            parts: asked.claims.parts,
        });
        license.install_by = None;
        change(&mut license);
        armor::wrap(Kind::License, &self.signer.sign(&license).unwrap(), &["Acme Production"])
    }

    /// A key that any machine may install.
    pub(crate) fn voucher(&self, change: impl FnOnce(&mut License)) -> String {
        let mut license = license();
        change(&mut license);
        armor::wrap(Kind::License, &self.signer.sign(&license).unwrap(), &[])
    }

    pub(crate) fn lease(&self, device: &PublicKey, change: impl FnOnce(&mut Lease)) -> String {
        let mut lease = Lease {
            version: VERSION,
            id: "lease-1".into(),
            issuer: "https://license.vendor.example".into(),
            issued_at: time(START),
            lease_until: time(START).plus_days(7),
            package: "package-1".into(),
            license: "license-1.1".into(),
            device: device.kid(),
            counter: 1,
            displaced: false,
            bulletin: 0,
        };
        change(&mut lease);
        self.signer.sign(&lease).unwrap()
    }

    pub(crate) fn bulletin(&self, number: u64, files: &[&str]) -> String {
        let bulletin = Bulletin {
            version: VERSION,
            id: format!("bulletin-{number}"),
            issuer: "https://license.vendor.example".into(),
            issued_at: time(START),
            number,
            signers: Vec::new(),
            files: files.iter().map(ToString::to_string).collect(),
            by_roots: Vec::new(),
        };
        armor::wrap(Kind::Bulletin, &self.signer.sign(&bulletin).unwrap(), &[])
    }

    pub(crate) fn time_answer(&self, challenge: &str, at: &str) -> String {
        let asked = open_by_device::<ClockChallenge>(challenge).unwrap();
        let answer = ClockAnswer {
            version: VERSION,
            id: "answer-1".into(),
            issuer: "https://license.vendor.example".into(),
            issued_at: time(at),
            challenge: asked.claims.id,
            device: asked.device.kid(),
        };
        armor::wrap(Kind::ClockAnswer, &self.signer.sign(&answer).unwrap(), &[])
    }
}

/// What the licenses of these tests say, unless a test wants otherwise.
fn license() -> License {
    License {
        version: VERSION,
        id: "license-1.1".into(),
        issuer: "https://license.vendor.example".into(),
        issued_at: time(START),
        valid_from: time("2026-12-01T00:00:00Z"),
        valid_until: Some(time("2027-12-31T00:00:00Z")),
        renew_by: time(START).plus_days(90),
        install_by: Some(time(START).plus_days(30)),
        organisation: "Acme".into(),
        holder: "joan@acme.example".into(),
        package: Package {
            id: "package-1".into(),
            code: "ACME".into(),
            name: "Acme Production".into(),
            type_: "subscription".into(),
            tier: "enterprise".into(),
            deployment: "on_prem".into(),
            environment: "production".into(),
            revision: 1,
        },
        seats: Seats { administrators: 2, designers: 5, viewers: u32::MAX },
        limits: [("servers".to_owned(), 3)].into(),
        entitlements: vec!["white_labeling".into()],
        machine: None,
        grace: Grace::usual(14),
        bulletin: 0,
        replaces: None,
    }
}

/// A machine with its disk.
pub(crate) struct World {
    pub(crate) disk: TempDir,
    pub(crate) here: Installation,
}

impl World {
    pub(crate) fn new(vendor: &Vendor) -> Self {
        Self::named(vendor, "")
    }

    pub(crate) fn named(vendor: &Vendor, machine_id: &str) -> Self {
        let disk = tempfile::tempdir().unwrap();
        let root = disk.path().join("root");
        put(&root, "etc/machine-id", "5f1e1d0c9b8a79685746352413021100\n");
        put(&root, "sys/class/dmi/id/product_uuid", "4c4c4544-0051-3510-8052-b4c04f4a3132\n");
        card(&root, "b4:2e:99:01:02:03");
        let here = Installation {
            folder: Folder::new(disk.path().join("license")),
            trust: Trust { roots: vendor.roots.clone(), built_at: time("2026-11-01T00:00:00Z") },
            sight: Sight { wall: time(START), boot: "boot-1".into(), since_boot: 1_000 },
            place: Place { root, environment: [].into(), machine_id: machine_id.to_owned() },
            connection: Connection::default(),
            program: "seatwarden 0.1.0".into(),
            name: "accounts-1".into(),
        };
        Self { disk, here }
    }

    /// A machine with a license, carried by hand.
    pub(crate) fn licensed(vendor: &Vendor) -> Self {
        let world = Self::new(vendor);
        let request = world.here.request(None).unwrap();
        world.here.install(&vendor.license(&request.text, |_| {})).unwrap();
        world
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.here.place.root.clone()
    }

    /// Time passes: the clock on the wall and the one of the kernel both go on.
    pub(crate) fn pass(&mut self, seconds: i64) {
        self.here.sight.wall = self.here.sight.wall.plus_seconds(seconds);
        self.here.sight.since_boot += u64::try_from(seconds).unwrap();
    }

    /// Somebody sets the clock.
    pub(crate) fn set_clock(&mut self, wall: &str) {
        self.here.sight.wall = time(wall);
    }

    pub(crate) fn code(&self) -> Vec<&'static str> {
        self.here.load().unwrap().troubles.iter().map(|trouble| trouble.code).collect()
    }
}

pub(crate) fn put(root: &std::path::Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Puts a network card in, in the place of the one before.
pub(crate) fn card(root: &std::path::Path, address: &str) {
    put(root, "sys/class/net/eno1/address", address);
    fs::create_dir_all(root.join("sys/class/net/eno1/device")).unwrap();
}
