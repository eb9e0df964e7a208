//! What the room of signing keys promises.

use seatwarden_license_file::{
    Ability, Grace, License, Opened, Package, PrivateKey, Refused, Revocations, Roots, Seats, State, Time,
    Trust, VERSION, armor, open,
};
use serde_json::json;

use super::{
    Revoking, actions, init, list, make_root,
    model::{
        KeyRole, MADE_ALREADY, NEEDS_ROOT, NO_SIGNER, NOT_OURS, SAME_HAND, Standing, UNKNOWN_ROOT,
        UNKNOWN_SIGNER,
    },
    offline, pin_root, read_root, revoke_files_in, revoke_signer, rotate, sign, vouched, wish,
};
use crate::{
    accounts::users,
    cx::BaseRole,
    testing::{DAY_MS, SECOND_MS, TestServer, assert_refused, new_user},
};

/// A license server with two roots and a signer; the private halves of the roots.
struct House {
    server: TestServer,
    roots: [PrivateKey; 2],
    /// What an installation has pinned.
    pinned: Roots,
    folder: tempfile::TempDir,
}

async fn house() -> House {
    let server = TestServer::start_with(|config| config.license_server.enabled = true).await;
    let roots = ["root-current.key", "root-standby.key"]
        .map(|name| read_root(&server.roots_folder().join(name)).unwrap());
    let pinned = Roots::new(&[roots[0].public(), roots[1].public()]).unwrap();
    House { server, roots, pinned, folder: tempfile::tempdir().unwrap() }
}

impl House {
    /// A license that is issued now.
    fn license(&self, id: &str) -> License {
        let now = Time::from_ms(self.server.now_ms());
        License {
            version: VERSION,
            id: id.to_owned(),
            issuer: "licenses.example.com".to_owned(),
            issued_at: now,
            valid_from: now,
            valid_until: Some(now.plus_days(60)),
            renew_by: now.plus_days(60),
            install_by: Some(now.plus_days(30)),
            organisation: "Acme".to_owned(),
            holder: "license@acme.example".to_owned(),
            package: Package {
                id: "p".to_owned(),
                code: "ACME".to_owned(),
                name: "Acme".to_owned(),
                type_: "subscription".to_owned(),
                tier: "grow".to_owned(),
                deployment: "on_prem".to_owned(),
                environment: "production".to_owned(),
                revision: 1,
            },
            seats: Seats::default(),
            limits: [].into(),
            entitlements: Vec::new(),
            machine: None,
            grace: Grace::usual(14),
            bulletin: 0,
            replaces: None,
        }
    }

    async fn issue(&self, id: &str) -> String {
        sign(&self.server.host(), &self.license(id)).await.unwrap()
    }

    /// Reads a file as a machine without a network does: with what it has pinned and holds, and nothing else.
    fn read(&self, file: &str, held: &Revocations) -> Result<Opened<License>, Refused> {
        open(file, &Trust { roots: &self.pinned, revocations: held })
    }

    /// What a machine holds once somebody carried the newest bulletin to it.
    async fn held(&self) -> Revocations {
        let (_, compact) = actions::bulletin(&self.server.host()).await.unwrap();
        let trust = Trust { roots: &self.pinned, revocations: &Revocations::NONE };
        Revocations::new(open(&compact.unwrap(), &trust).unwrap().claims)
    }

    async fn kid_of_signer(&self) -> String {
        let keys = actions::keys(&self.server.host()).await.unwrap();
        keys[0].key.kid()
    }
}

#[tokio::test]
async fn without_keys_nothing_is_signed_and_the_refusal_says_so() {
    let server = TestServer::start_with(|config| config.license_server.enabled = true).await;
    server.sql("delete from signer_statements").await;
    server.advance(2 * SECOND_MS);

    assert_refused(actions::check_ready(&server.host()).await, &NO_SIGNER);
    server.finish().await;
}

#[tokio::test]
async fn the_first_start_makes_two_roots_elsewhere_and_a_signer_here() {
    let house = house().await;

    let file = house.issue("one").await;

    assert_eq!(house.read(&file, &Revocations::NONE).unwrap().claims.id, "one");
    let secrets = house.server.app.config.secrets_dir();
    for path in walk(&secrets) {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        for root in &house.roots {
            assert!(!text.contains(root.reveal().as_str()), "{}", path.display());
        }
    }
    assert_refused(init(&house.server.host(), &[house.roots[0].public()]).await, &MADE_ALREADY);
    house.server.finish().await;
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[tokio::test]
async fn the_private_half_of_a_signer_is_sealed_and_readable_by_its_owner_only() {
    let house = house().await;
    let kid = house.kid_of_signer().await;

    let path = house.server.app.config.secrets_dir().join("signers").join(format!("{kid}.key"));

    let sealed = std::fs::read_to_string(&path).unwrap();
    assert!(PrivateKey::parse(sealed.trim()).is_err(), "{sealed}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    house.server.finish().await;
}

#[tokio::test]
async fn a_machine_without_a_network_accepts_the_next_signer_and_the_other_root() {
    let house = house().await;
    let host = house.server.host();
    let before = house.issue("before").await;

    for root in &house.roots {
        house.server.advance(30 * DAY_MS);
        let statement = rotate(&house.server.host(), root).await.unwrap();
        let file = house.issue("after").await;

        let opened = house.read(&file, &Revocations::NONE).unwrap();
        assert_eq!(opened.kid, statement.key.kid());
        assert!(house.read(&before, &Revocations::NONE).is_ok(), "the old file stays good");
    }
    assert_eq!(actions::keys(&host).await.unwrap().len(), 3);
    house.server.finish().await;
}

#[tokio::test]
async fn a_signer_that_has_expired_signs_no_more_and_the_next_takes_over_before() {
    let house = house().await;

    house.server.advance(91 * DAY_MS);

    assert_refused(sign(&house.server.host(), &house.license("late")).await, &NO_SIGNER);
    rotate(&house.server.host(), &house.roots[0]).await.unwrap();
    assert!(house.read(&house.issue("on").await, &Revocations::NONE).is_ok());
    let listed = list(&house.server.host()).await.unwrap();
    let of_signers = listed.iter().filter(|one| one.key.role == KeyRole::Signer).map(|one| one.standing);
    assert_eq!(of_signers.collect::<Vec<_>>(), [Standing::Valid, Standing::Expired]);
    house.server.finish().await;
}

#[tokio::test]
async fn a_root_that_is_elsewhere_vouches_by_a_carried_text() {
    let house = house().await;
    let host = house.server.host();
    house.server.advance(DAY_MS);
    let wished = wish(&house.server.host()).await.unwrap();
    let paper = house.folder.path().join("wish.json");
    std::fs::write(&paper, serde_json::to_string_pretty(&wished).unwrap()).unwrap();

    let root = house.server.roots_folder().join("root-standby.key");
    let (_, statement) = offline::vouch(&root, &paper).unwrap();
    let mailed: String = statement.lines().map(|line| format!("> {line}\r\n")).collect::<Vec<_>>().concat();

    assert_eq!(actions::import(&host, &mailed).await.unwrap(), 1);
    assert_eq!(actions::import(&host, &mailed).await.unwrap(), 0, "once is enough");
    let opened = house.read(&house.issue("new").await, &Revocations::NONE).unwrap();
    assert_eq!(opened.kid, wished.key.kid());
    house.server.finish().await;
}

#[tokio::test]
async fn statements_of_strangers_and_about_strangers_are_refused() {
    let house = house().await;
    let host = house.server.host();
    let stranger = PrivateKey::from_seed(&[7; 32]);

    let mut about_stranger = wish(&host).await.unwrap();
    let by_stranger = vouched(&stranger, &about_stranger).unwrap();
    about_stranger.key = stranger.public();
    let about_stranger = vouched(&house.roots[0], &about_stranger).unwrap();

    let refused = actions::import(&host, &by_stranger).await.unwrap_err();
    assert_eq!(refused.refusal().unwrap().values, [("code", Refused::RootUnknown.code().to_owned())]);
    assert_refused(actions::import(&host, &about_stranger).await, &NOT_OURS);
    assert_refused(rotate(&host, &stranger).await, &UNKNOWN_ROOT);
    assert!(actions::import(&host, "nothing").await.is_err());
    house.server.finish().await;
}

#[tokio::test]
async fn the_drill_of_a_stolen_signer() {
    let house = house().await;
    let honest = house.issue("honest").await;
    let stolen = house.kid_of_signer().await;
    let thief = stolen_signer(&house).await;
    let forged = thief.sign(&house.license("forged")).unwrap();
    assert!(house.read(&forged, &Revocations::NONE).is_ok(), "nobody knows yet");

    // The operator: another signer first, then the last word of a root.
    house.server.advance(DAY_MS);
    let keep = vec![seatwarden_license_file::digest(honest.as_bytes())];
    revoke_signer(&house.server.host(), &stolen, Some(&house.roots[1]), keep).await.unwrap();
    assert_refused(sign(&house.server.host(), &house.license("x")).await, &NO_SIGNER);
    rotate(&house.server.host(), &house.roots[0]).await.unwrap();
    let new = house.issue("new").await;

    // A machine without a network to which somebody carries the bulletin.
    let mut held = house.held().await;
    assert_eq!(house.read(&forged, &held).unwrap_err(), Refused::SignerRevoked);
    assert!(house.read(&honest, &held).is_ok(), "what the log knows stays good");
    assert!(house.read(&new, &held).is_ok());
    // The thief cannot take it back: no number of the stolen signer is high enough, and its bulletins count no more.
    let last = thief.statement().bulletins.unwrap().last;
    assert!(last < held.number());
    let mut word = held.bulletin().unwrap().clone();
    word.number = last;
    word.signers.clear();
    let trust = Trust { roots: &house.pinned, revocations: &held };
    let compact = thief.sign(&word).unwrap();
    assert!(open::<seatwarden_license_file::Bulletin>(&compact, &trust).is_err());
    assert_eq!(held.advance(word), Err(Refused::BulletinOld));
    house.server.finish().await;
}

#[tokio::test]
async fn a_stolen_root_is_revoked_by_the_other_and_its_signers_with_it() {
    let house = house().await;
    let file = house.issue("old").await;
    house.server.advance(DAY_MS);
    let host = house.server.host();

    revoke_signer(&host, &house.roots[0].public().kid(), Some(&house.roots[1]), Vec::new()).await.unwrap();

    let held = house.held().await;
    assert_eq!(house.read(&file, &held).unwrap_err(), Refused::SignerRevoked);
    assert_refused(sign(&host, &house.license("x")).await, &NO_SIGNER);
    assert_refused(rotate(&host, &house.roots[0]).await, &UNKNOWN_ROOT);
    rotate(&host, &house.roots[1]).await.unwrap();
    assert!(house.read(&house.issue("new").await, &held).is_ok());
    house.server.finish().await;
}

/// The signer as a thief has it who read the secrets and the memory of the server.
async fn stolen_signer(house: &House) -> seatwarden_license_file::Signer {
    let cx = house.server.host();
    let kept = cx.signing_keys.get(&cx).await.unwrap();
    kept.signers[0].clone()
}

#[tokio::test]
async fn a_signer_revokes_only_what_has_lower_numbers() {
    let house = house().await;
    let first = house.kid_of_signer().await;
    house.server.advance(DAY_MS);
    let second = rotate(&house.server.host(), &house.roots[0]).await.unwrap().key.kid();
    let host = house.server.host();

    assert_refused(revoke_signer(&host, &second, None, Vec::new()).await, &NEEDS_ROOT);
    assert_refused(revoke_signer(&host, "nobody", None, Vec::new()).await, &UNKNOWN_SIGNER);
    revoke_signer(&host, &first, None, Vec::new()).await.unwrap();

    let held = house.held().await;
    assert_eq!(held.bulletin().unwrap().signers[0].kid, first);
    let standing = |kid: &str, listed: &[super::Listed]| {
        listed.iter().find(|one| one.key.kid == kid).map(|one| one.standing)
    };
    let listed = list(&host).await.unwrap();
    assert_eq!(standing(&first, &listed), Some(Standing::Revoked));
    assert_eq!(standing(&second, &listed), Some(Standing::Valid));
    house.server.finish().await;
}

/// Lets whoever may write the next bulletin: its number.
async fn next_bulletin(house: &House) -> u64 {
    house.server.advance(2 * SECOND_MS);
    let cx = house.server.host();
    let mut tx = cx.db.write().await.unwrap();
    let until_ms = house.server.now_ms() + DAY_MS;
    revoke_files_in(&mut tx, &cx, &[("gone".to_owned(), until_ms)]).await.unwrap();
    tx.commit().await.unwrap();
    house.server.advance(2 * SECOND_MS);
    house.held().await.number()
}

#[tokio::test]
async fn the_word_of_a_root_leaves_numbers_to_the_signers_that_live_on() {
    let house = house().await;
    let host = || house.server.host();
    let old = stolen_signer(&house).await;
    let last = old.statement().bulletins.unwrap().last;
    house.server.advance(DAY_MS);
    let prepared = wish(&host()).await.unwrap();
    rotate(&host(), &house.roots[0]).await.unwrap();

    let by_root = revoke_signer(&host(), old.kid(), Some(&house.roots[1]), Vec::new()).await.unwrap();
    assert!(by_root > last, "the thief never has the last word");
    let text = vouched(&house.roots[0], &prepared).unwrap();
    actions::import(&host(), &text).await.unwrap();
    let next = next_bulletin(&house).await;
    assert!(next > by_root);

    // The prepared one has other numbers than the one after it, which can take its place.
    revoke_signer(&host(), &prepared.key.kid(), Some(&house.roots[1]), Vec::new()).await.unwrap();
    let held = house.held().await;
    assert!(held.number() > prepared.bulletins.unwrap().last);
    assert!(next_bulletin(&house).await > held.number());
    house.server.finish().await;
}

#[tokio::test]
async fn bulletins_name_revoked_files_until_they_end_and_their_numbers_rise() {
    let house = house().await;
    let file = house.issue("gone").await;
    let revoke = async |id: &str, days: i64| {
        let cx = house.server.host();
        let mut tx = cx.db.write().await.unwrap();
        let until_ms = house.server.now_ms() + days * DAY_MS;
        revoke_files_in(&mut tx, &cx, &[(id.to_owned(), until_ms)]).await.unwrap();
        tx.commit().await.unwrap();
        house.server.advance(2 * SECOND_MS);
        house.held().await
    };

    let first = revoke("gone", 5).await;
    assert_eq!(house.read(&file, &first).unwrap_err(), Refused::FileRevoked);
    house.server.advance(6 * DAY_MS);
    let second = revoke("other", 5).await;

    assert!(second.number() > first.number());
    assert_eq!(second.bulletin().unwrap().files, ["other"]);
    house.server.finish().await;
}

#[tokio::test]
async fn a_third_root_can_be_pinned_on_the_server() {
    let house = house().await;
    let host = house.server.host();
    let path = house.folder.path().join("next.key");
    let next = make_root(&path, &seatwarden_base::random::Random::system()).unwrap();

    pin_root(&host, &next.public()).await.unwrap();
    house.server.advance(DAY_MS);
    rotate(&house.server.host(), &next).await.unwrap();

    let file = house.issue("x").await;
    assert_eq!(house.read(&file, &Revocations::NONE).unwrap_err(), Refused::RootUnknown, "an old machine");
    let updated = Roots::new(&[house.roots[1].public(), next.public()]).unwrap();
    let trust = Trust { roots: &updated, revocations: &Revocations::NONE };
    assert!(open::<License>(&file, &trust).is_ok(), "an updated one");
    assert!(
        make_root(&path, &seatwarden_base::random::Random::system()).is_err(),
        "a root is never written over"
    );
    house.server.finish().await;
}

#[tokio::test]
async fn the_ladder_goes_down_with_the_clock_and_export_and_sign_in_stay() {
    let house = house().await;
    let file = house.issue("ladder").await;
    let license = house.read(&file, &Revocations::NONE).unwrap().claims;
    let mut seen = Vec::new();

    for _ in 0..80 {
        let standing = license.works(Time::from_ms(house.server.now_ms()), None);
        for ability in [Ability::SignIn, Ability::Export, Ability::View, Ability::ManageLicense] {
            assert!(standing.works(&ability), "{ability:?} {:?}", standing.state);
        }
        seen.push((standing.state, standing.works(&Ability::AddUsers), standing.works(&Ability::Schedule)));
        house.server.advance(DAY_MS);
    }

    seen.dedup();
    assert_eq!(
        seen,
        [
            (State::Active, true, true),
            (State::Expiring, true, true),
            (State::Grace, true, true),
            (State::Grace, false, true),
            (State::Limited, false, false),
        ]
    );
    house.server.finish().await;
}

#[tokio::test]
async fn key_set_and_bulletin_are_open_and_the_list_is_for_the_staff() {
    let house = house().await;
    let server = &house.server;
    let kid = house.kid_of_signer().await;

    let set = server.request("GET", "/.well-known/jwks.json").send().await;
    assert_eq!((set.status, &set.json()["keys"][0]["kid"]), (200, &json!(kid)));
    let bulletin = server.request("GET", "/api/v1/licensing/bulletin").send().await;
    assert_eq!(bulletin.json(), json!({ "number": 0, "bulletin": null }));
    assert_eq!(server.request("GET", "/api/v1/licensing/keys").send().await.status, 401);
    let token = server.token_of(BaseRole::Admin).await;
    let listed = server.request("GET", "/api/v1/licensing/keys").bearer(&token).send().await;
    assert_eq!(listed.json()["items"].as_array().unwrap().len(), 3, "{}", listed.body);

    let wished = wish(&server.host()).await.unwrap();
    let statement = vouched(&house.roots[0], &wished).unwrap();
    let import = |file: &str| {
        let given = json!({ "file": file });
        server.request("POST", "/api/v1/licensing/keys/import").bearer(&token).json(&given)
    };
    assert_eq!(import(&statement).send().await.status, 200);
    let refused =
        import(&armor::wrap(seatwarden_license_file::Kind::License, "e30.e30.e30", &[])).send().await;
    assert_eq!((refused.status, &refused.json()["code"]), (422, &json!("signing_keys.bad_file")));
    house.server.finish().await;
}

#[tokio::test]
async fn without_the_switch_none_of_it_is_there() {
    let server = TestServer::start().await;

    for path in ["/.well-known/jwks.json", "/api/v1/licensing/bulletin", "/api/v1/licensing/keys"] {
        assert_eq!(server.request("GET", path).send().await.status, 404, "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn whoever_may_approve_is_mailed_before_the_last_signer_ends_and_once_for_each_mark() {
    let house = house().await;
    let mails = async || {
        super::tell(&house.server.host()).await.unwrap();
        house.server.run_jobs().await;
        house.server.mails().iter().filter(|mail| mail.kind == "signing_keys.mail").count()
    };

    assert_eq!(mails().await, 0);
    house.server.advance(60 * DAY_MS);
    // The Sys. Admin and the Admin of the test server.
    assert_eq!(mails().await, 2);
    assert_eq!(mails().await, 2);
    let mut staff = house.server.browser_of(BaseRole::Admin).await;
    assert!(staff.get("/issuer/keys").await.says("The last key that may sign ends on"));
    // Another signer takes over: nobody has to do anything.
    rotate(&house.server.host(), &house.roots[0]).await.unwrap();
    house.server.advance(29 * DAY_MS);
    assert_eq!(mails().await, 2);
    house.server.advance(60 * DAY_MS);
    assert_eq!(mails().await, 4);
    house.server.advance(2 * DAY_MS);
    assert_eq!(mails().await, 6);
    let mut staff = house.server.browser_of(BaseRole::Admin).await;
    assert!(staff.get("/issuer/keys").await.says("No key may sign at the moment"));
    house.server.finish().await;
}

#[tokio::test]
async fn the_next_signer_is_prepared_and_its_statement_taken_on_the_page() {
    let house = house().await;
    let mut staff = house.server.browser_of(BaseRole::Admin).await;

    let shown = staff.submit_to("/issuer/keys", "/issuer/keys/prepare", &[]).await;
    assert!(shown.status == 200 && shown.says("bulletins"), "{} {}", shown.status, shown.body);
    let known: Vec<String> = list(&house.server.host())
        .await
        .unwrap()
        .into_iter()
        .filter(|listed| listed.standing == Standing::Waiting)
        .map(|listed| listed.key.kid)
        .collect();
    assert_eq!(known.len(), 1);
    let refused = staff.submit_to("/issuer/keys", "/issuer/keys/import", &[("text", "nonsense")]).await;
    assert_eq!(refused.status, 422);
    let next = wish(&house.server.host()).await.unwrap();
    let said = vouched(&house.roots[1], &next).unwrap();
    let taken = staff.submit_to("/issuer/keys", "/issuer/keys/import", &[("text", said.as_str())]).await;
    assert_eq!(taken.location(), "/issuer/keys?done=imported", "{}", taken.body);
    house.server.finish().await;
}

#[tokio::test]
async fn whoever_may_approve_prepares_and_revokes_signers_over_the_api() {
    let house = house().await;
    let old = house.kid_of_signer().await;
    let token = house.server.token_of(BaseRole::Admin).await;
    let ask = async |path: &str| {
        let path = format!("/api/v1/licensing/keys/{path}");
        house.server.request("POST", &path).bearer(&token).json(&json!({})).send().await
    };

    let alone = ask(&format!("{old}/revoke")).await;
    let prepared = ask("prepare").await;
    let wished: super::Wish = serde_json::from_str(&prepared.body).unwrap();
    house.server.advance(2 * SECOND_MS);
    actions::import(&house.server.host(), &vouched(&house.roots[0], &wished).unwrap()).await.unwrap();
    let waits = ask(&format!("{old}/revoke")).await;
    let again = ask(&format!("{old}/revoke")).await;
    let token = house.server.token_of(BaseRole::Super).await;
    let path = format!("/api/v1/licensing/keys/{old}/revoke");
    let revoked = house.server.request("POST", &path).bearer(&token).json(&json!({})).send().await;

    assert_eq!((waits.status, again.status), (202, 202), "{}", waits.body);
    assert_eq!(waits.json(), again.json());
    assert_eq!((alone.status, &alone.json()["code"]), (409, &json!("signing_keys.needs_root")));
    assert_eq!(prepared.status, 201, "{}", prepared.body);
    assert_eq!((revoked.status, &revoked.json()["kept"]), (200, &json!(0)), "{}", revoked.body);
    house.server.advance(2 * SECOND_MS);
    assert_eq!(house.held().await.bulletin().unwrap().signers[0].kid, old);
    house.server.finish().await;
}

#[tokio::test]
async fn a_signer_is_revoked_by_a_root_or_by_two_persons_and_never_by_one() {
    let house = house().await;
    let old = house.kid_of_signer().await;
    rotate(&house.server.host(), &house.roots[0]).await.unwrap();
    let wish = async |cx: &crate::cx::Cx, keeps_nothing: bool| {
        house.server.advance(2 * SECOND_MS);
        actions::revoke(cx, &old, None, keeps_nothing).await
    };
    let waits = |done: seatwarden_base::Result<Revoking>| matches!(done, Ok(Revoking::Waits(_)));
    let admin = house.server.cx_as(BaseRole::Admin).await;
    let new = new_user("mine@people.example", "admin");
    let mine = users::create(&admin, vec![new]).await.unwrap().remove(0).person.id;
    let other = house.server.add(new_user("other@people.example", "admin")).await.person.id;

    assert!(waits(wish(&house.server.host(), false).await));
    assert!(waits(wish(&house.server.host(), false).await), "the host is no second person");
    assert!(waits(wish(&admin, true).await), "that is another wish, and takes the place of the first");
    assert!(waits(wish(&admin, true).await));
    assert_refused(wish(&house.server.cx_of(&mine).await, true).await, &SAME_HAND);
    house.server.advance(8 * DAY_MS);
    assert!(waits(wish(&house.server.cx_of(&other).await, true).await), "a wish waits for a week");
    assert_eq!(actions::bulletin_number(&house.server.host()).await.unwrap(), 0);
    let done = wish(&house.server.cx_as(BaseRole::Admin).await, true).await.unwrap();

    assert!(matches!(done, Revoking::Done(_)), "{done:?}");
    house.server.advance(2 * SECOND_MS);
    assert_eq!(house.held().await.bulletin().unwrap().signers[0].kid, old);
    house.server.finish().await;
}
