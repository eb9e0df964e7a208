//! What the portal promises: who gets there, and what license accounts see and do.

use super::super::tests::World;
use crate::{
    accounts::users,
    cx::{BaseRole, Origin},
    licensing::{
        activations,
        organisations::{self, MemberRole},
        packages,
    },
    testing::{PASSWORD, TestServer},
};

#[tokio::test]
async fn without_the_switch_nothing_of_the_license_server_is_there() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Super).await;

    for path in ["/portal", "/portal/users", "/issuer", "/portal/sign-up", "/portal/downloads"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    assert!(!browser.get("/").await.body.contains("/issuer"));
    server.finish().await;
}

#[tokio::test]
async fn the_staff_sees_the_issuers_section_and_the_portal_is_not_theirs() {
    let server = TestServer::start_with(|config| config.license_server.enabled = true).await;
    let mut staff = server.browser_of(BaseRole::Admin).await;

    let home = staff.get("/").await;

    assert!(home.status == 200 && home.body.contains("href=\"/issuer\""));
    assert_eq!(staff.get("/issuer").await.status, 200);
    assert_eq!(staff.get("/portal").await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn my_license_shows_a_card_for_each_package_with_what_one_wants_to_know() {
    let world = World::start().await;
    world.package("ACME-PROD", 200).await;
    world.package("ACME-DEV", 20).await;
    let mut owner = world.browser().await;

    let page = owner.get("/portal").await;

    for said in
        ["ACME-PROD license", "ACME-DEV license", "# of Activations", "0 of 2", "Type", "Subscription"]
    {
        assert!(page.says(said), "{said}");
    }
    for said in
        ["Expiration Date", "My Info", "Reset Activations", "Add User to License", "Generate Offline Key"]
    {
        assert!(page.says(said), "{said}");
    }
    for path in ["", "/reset", "/users", "/offline-key", "/history"] {
        let answer = owner.get(&format!("/portal/packages/ACME-PROD{path}")).await;
        assert_eq!(answer.status, 200, "{path}");
    }
    for path in
        ["/portal/users", "/portal/offline", "/portal/account", "/portal/contact", "/portal/downloads"]
    {
        assert_eq!(owner.get(path).await.status, 200, "{path}");
    }
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_key_counts_until_its_machine_is_declared_destroyed() {
    let world = World::start().await;
    let package = world.package("ACME", 200).await;
    let mut owner = world.browser().await;
    let page = "/portal/packages/ACME/offline-key";

    let refused = owner.submit(page, &[("label", " ")]).await;
    assert!(refused.status == 422 && refused.says("The label needs"), "{}", refused.status);
    let made = owner.submit(page, &[("label", "vault")]).await;
    assert!(made.body.contains("BEGIN SEATWARDEN"), "{}", made.body);
    assert!(owner.get("/portal").await.says("1 of 2"));
    let preview = owner.get("/portal/packages/ACME/reset").await;
    assert!(preview.says("keeps its slot"), "{}", preview.body);

    let servers = activations::servers(&world.server.host(), &package.id, "").await.unwrap();
    let path = format!("/portal/packages/ACME/servers/{}/destroyed", servers[0].id);
    assert_eq!(owner.submit(&path, &[("confirmed", "no")]).await.status, 200);
    let done = owner.submit(&path, &[("confirmed", "yes")]).await;
    assert_eq!(done.location(), "/portal/packages/ACME?done=destroyed");
    assert!(owner.get("/portal").await.says("0 of 2"));
    assert!(owner.get("/portal/packages/ACME/history").await.says("owner@acme.example"));
    world.server.finish().await;
}

#[tokio::test]
async fn the_history_says_what_was_changed_and_who_was_added() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let mut owner = world.browser().await;
    let users = "/portal/packages/ACME/users";
    owner.submit(users, &[("email", "ops@acme.example")]).await;
    let id = users::find(&world.server.host(), "ops@acme.example").await.unwrap().person.id;
    let organisation = world.organisation.clone();
    let who = [("organisation", organisation.as_str()), ("user", id.as_str()), ("confirmed", "yes")];
    owner.submit_to("/portal/users", "/portal/users/remove", &who).await;
    let less = packages::Change {
        state: Some(packages::State::Suspended),
        limits: packages::LimitsChange { servers: Some(1), ..packages::LimitsChange::default() },
        ..packages::Change::default()
    };
    packages::change(&world.server.host(), "ACME", None, less, "Order 12 was taken back").await.unwrap();

    let history = owner.get("/portal/packages/ACME/history").await;

    assert!(history.says("ops@acme.example"), "{}", history.body);
    for said in ["Servers: <bdi>2</bdi> → <bdi>1</bdi>", "<bdi>Active</bdi> → <bdi>Suspended</bdi>"] {
        assert!(history.body.contains(said), "{said}: {}", history.body);
    }
    assert!(!history.says("Order 12"), "why is the vendor's");
    world.server.finish().await;
}

#[tokio::test]
async fn a_revoked_license_offers_nothing_that_is_of_no_use_any_more() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let mut owner = world.browser().await;
    let root = world.server.roots_folder().join("root-current.key");
    let root = crate::licensing::signing_keys::read_root(&root).unwrap();
    let over = packages::Change { state: Some(packages::State::Revoked), ..packages::Change::default() };
    packages::change_by_root(&world.server.host(), "ACME", over, "Cancelled", &root).await.unwrap();

    for path in ["/portal", "/portal/packages/ACME", "/portal/packages/ACME/users"] {
        let page = owner.get(path).await;
        assert!(path != "/portal" || page.says("We have revoked this license."), "{}", page.body);
        for said in ["Reset Activations", "Add User to License", "Generate Offline Key", "One-time code"] {
            assert!(!page.says(said), "{path} {said}");
        }
    }
    world.server.finish().await;
}

#[tokio::test]
async fn a_reset_asks_first_and_not_twice_within_a_lease() {
    let world = World::start().await;
    let package = world.package("ACME", 200).await;
    let mut owner = world.browser().await;
    let path = "/portal/packages/ACME/reset";

    let done = owner.submit(path, &[("confirmed", "yes")]).await;
    assert_eq!(done.location(), "/portal/packages/ACME?done=reset");
    let again = owner.submit(path, &[("confirmed", "yes")]).await;
    assert_eq!(again.status, 409, "{}", again.body);

    let mut reading = world.server.app.db.read().await.unwrap();
    assert_eq!(packages::find_in(&mut reading, &package.id).await.unwrap().reset_epoch, 1);
    drop(reading);
    world.server.finish().await;
}

#[tokio::test]
async fn a_user_added_to_the_license_gets_an_account_and_may_activate_but_not_reset() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let mut owner = world.browser().await;
    let path = "/portal/packages/ACME/users";

    let added = owner.submit(path, &[("email", "ops@acme.example"), ("first_name", "Olga")]).await;
    assert_eq!(added.location(), "/portal/packages/ACME/users?done=added_mailed");
    assert!(owner.get(path).await.says("ops@acme.example"));
    world.server.run_jobs().await;
    // Whoever belongs to it already is not mailed, and nobody says so.
    let mails = world.server.mails().len();
    let known = owner.submit(path, &[("email", "owner@acme.example")]).await;
    assert_eq!(known.location(), "/portal/packages/ACME/users?done=added");
    assert!(!owner.get(known.location()).await.says("mail tells"));
    world.server.run_jobs().await;
    assert_eq!(world.server.mails().len(), mails);
    world.server.run_jobs().await;
    assert!(world.server.mail_to("ops@acme.example").text.contains("/login"));
    let person = users::find(&world.server.host(), "ops@acme.example").await.unwrap().person;
    assert_eq!(person.origin, Origin::License);
    let made = world.server.events_named("users.create").await;
    let made = made.iter().find(|event| event.subject_id == person.id).unwrap();
    assert_eq!((made.actor_name.as_str(), made.actor_id.is_some()), ("owner@acme.example", true));

    world.account("ops@acme.example", MemberRole::LicenseUser).await;
    let mut user = world.browser_of("ops@acme.example").await;
    assert!(user.get("/portal").await.says("Generate Offline Key"));
    assert_eq!(user.get("/portal/packages/ACME/reset").await.status, 403);
    assert_eq!(user.get("/portal/packages/ACME/users").await.status, 200);
    owner.get(path).await;
    owner.submit_to(path, &format!("{path}/remove"), &[("user", person.id.as_str())]).await;
    assert!(!user.get("/portal").await.says("Generate Offline Key"));
    world.server.finish().await;
}

#[tokio::test]
async fn a_stranger_learns_nothing_of_a_package() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let mut stranger = world.server.browser();
    assert!(stranger.get("/portal/packages/ACME").await.location().starts_with("/login"));
    let new = crate::licensing::sign_up::NewAccount { email: "x@other.example", ..Default::default() };
    let password = seatwarden_base::secret::Secret::new(PASSWORD);
    let host = world.server.host();
    crate::licensing::sign_up::make_customer(&host, "Other", &new, MemberRole::Owner, &password)
        .await
        .unwrap();

    let mut stranger = world.browser_of("x@other.example").await;

    for path in ["", "/reset", "/users", "/offline-key", "/history"] {
        assert_eq!(stranger.get(&format!("/portal/packages/ACME{path}")).await.status, 404, "{path}");
    }
    assert!(!stranger.get("/portal").await.says("ACME"));
    world.server.finish().await;
}

/// A customer tries every door of the portal and the API with the code, the id and the servers of another one's package.
#[tokio::test]
async fn whoever_names_the_package_of_another_customer_finds_nothing_and_changes_nothing() {
    let world = World::start().await;
    let package = world.package("ACME", 200).await;
    activations::offline_key(&world.owner().await, Some("ACME"), "vault").await.unwrap();
    let server = activations::servers(&world.server.host(), &package.id, "").await.unwrap()[0].id.clone();
    let new = crate::licensing::sign_up::NewAccount { email: "x@other.example", ..Default::default() };
    let password = seatwarden_base::secret::Secret::new(PASSWORD);
    let host = world.server.host();
    crate::licensing::sign_up::make_customer(&host, "Other", &new, MemberRole::Owner, &password)
        .await
        .unwrap();
    let before = world.server.events().await.len();
    let mut stranger = world.browser_of("x@other.example").await;
    let signed_in = world.server.events().await.len();
    assert!(signed_in > before);

    for key in ["ACME", "acme", package.id.as_str()] {
        let page = format!("/portal/packages/{key}");
        for path in ["", "/reset", "/users", "/offline-key", "/history"] {
            assert_eq!(stranger.get(&format!("{page}{path}")).await.status, 404, "{page}{path}");
        }
        for (path, fields) in [
            ("/reset", vec![("confirmed", "yes")]),
            ("/users", vec![("email", "x@other.example")]),
            ("/users/remove", vec![("user", "1")]),
            ("/offline-key", vec![("label", "mine")]),
        ] {
            let answer = stranger.submit_to("/portal", &format!("{page}{path}"), &fields).await;
            assert_eq!(answer.status, 404, "{page}{path}: {}", answer.body);
        }
        for act in ["release", "destroyed", "one-machine"] {
            let path = format!("{page}/servers/{server}/{act}");
            assert_eq!(stranger.get(&path).await.status, 404, "{path}");
            let answer = stranger.submit_to("/portal", &path, &[("confirmed", "yes")]).await;
            assert_eq!(answer.status, 404, "{path}");
        }
        let api = format!("/api/v1/licensing/packages/{key}");
        for (method, path) in [
            ("GET", "/servers".to_owned()),
            ("GET", "/offline-keys".to_owned()),
            ("POST", "/reset".to_owned()),
            ("POST", "/codes".to_owned()),
            ("POST", format!("/servers/{server}/release")),
            ("POST", format!("/servers/{server}/destroyed")),
            ("POST", format!("/servers/{server}/resolve-clone")),
        ] {
            let asked =
                stranger.request(method, &format!("{api}{path}")).header("sec-fetch-site", "same-origin");
            let asked = if method == "POST" { asked.json(&serde_json::json!({})) } else { asked };
            let answer = stranger.send(asked).await;
            assert_eq!(answer.status, 404, "{api}{path}: {}", answer.body);
        }
        let body = serde_json::json!({ "package": key, "label": "mine" });
        let asked =
            stranger.request("POST", "/api/v1/licensing/offline-key").header("sec-fetch-site", "same-origin");
        let answer = stranger.send(asked.json(&body)).await;
        assert_eq!(answer.status, 404, "{}", answer.body);
    }
    // A page of the own portal may not name it either.
    assert!(!stranger.get("/portal/offline?package=ACME").await.says("ACME license"));
    assert_eq!(world.server.events().await.len(), signed_in, "nothing happened");
    world.server.finish().await;
}

/// What hostile clients send to the calls that need no account: whatever it is, it is refused and breaks nothing.
#[tokio::test]
async fn odd_bodies_are_refused_and_never_a_breakdown() {
    let world = World::start_with(|config| config.license_server.address_calls_per_minute = 0).await;
    world.package("ACME", 200).await;
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    let long = format!("{{\"request\":\"{}\"}}", "A".repeat(200_000));
    let bodies = [
        "",
        "null",
        "[]",
        "7",
        "\"x\"",
        "{",
        "{\"request\":7}",
        "{\"request\":null}",
        "{\"request\":{}}",
        "{\"email\":[],\"password\":{}}",
        "{\"request\":\"a.b.c\",\"request\":\"d.e.f\"}",
        "{\"request\":\"\\u0000\",\"email\":\"a\\u0000@b\",\"password\":\"x\"}",
        "{\"package\":\"../../etc\",\"label\":\"=1+1\",\"email\":\"x@y\",\"password\":\"z\"}",
        "{\"receipt\":\"eyJhbGciOiJub25lIn0.e30.\"}",
        "{\"renewal\":\"eyJhbGciOiJub25lIn0.e30.\"}",
        "{\"code\":\"AAAAA-AAAAA-AAAAA-AAAAA\",\"request\":\"eyJhbGciOiJub25lIn0.e30.\"}",
        deep.as_str(),
        long.as_str(),
    ];
    for call in ["activate", "renew", "deactivate", "return", "offline-key", "offline-request"] {
        for body in bodies {
            for kind in ["application/json", "application/x-www-form-urlencoded", "text/plain"] {
                let path = format!("/api/v1/licensing/{call}");
                let asked = world.server.request("POST", &path).header("content-type", kind);
                let answer = asked.text(body).send().await;
                let shown: String = body.chars().take(60).collect();
                assert!(
                    (400..500).contains(&answer.status),
                    "{call} {kind} {shown}: {} {}",
                    answer.status,
                    answer.body
                );
            }
        }
    }
    for license in ["", "..", "%00", "'%20or%201=1", &"a".repeat(5_000)] {
        let path = format!("/api/v1/licensing/status?license={license}");
        let answer = world.server.request("GET", &path).send().await;
        assert!((400..500).contains(&answer.status), "{license}: {}", answer.status);
    }
    world.server.finish().await;
}

#[tokio::test]
async fn who_is_taken_out_sees_nothing_more_and_activates_nothing_even_when_added_again() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let mut owner = world.browser().await;
    owner.submit("/portal/packages/ACME/users", &[("email", "ops@acme.example")]).await;
    world.account("ops@acme.example", MemberRole::LicenseUser).await;
    let id = users::find(&world.server.host(), "ops@acme.example").await.unwrap().person.id;
    let mut user = world.browser_of("ops@acme.example").await;
    let organisation = world.organisation.clone();
    let who = [("organisation", organisation.as_str()), ("user", id.as_str())];

    let asked = owner.submit_to("/portal/users", "/portal/users/remove", &who).await;
    assert!(asked.says("Take ops@acme.example out of"), "{}", asked.body);
    assert_eq!(user.get("/portal/packages/ACME").await.status, 200);
    let sure = [who[0], who[1], ("confirmed", "yes")];
    let done = owner.submit_to("/portal/users", "/portal/users/remove", &sure).await;

    assert_eq!(done.location(), "/portal/users?done=member_removed");
    assert_eq!(user.get("/portal/packages/ACME").await.status, 404);
    let host = world.server.host();
    let mut tx = host.db.write().await.unwrap();
    organisations::add_member(&mut tx, &host, &organisation, &id, MemberRole::Viewer).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!user.get("/portal").await.says("Generate Offline Key"));
    // Whoever does not want to belong to it leaves.
    let leaves = user.submit_to("/portal/users", "/portal/users/remove", &sure).await;
    assert_eq!(leaves.location(), "/portal/users?done=member_removed");
    assert_eq!(user.get("/portal/packages/ACME").await.status, 404);
    world.server.finish().await;
}

#[tokio::test]
async fn a_still_of_the_camera_is_read_for_browsers_that_read_no_codes() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let mut owner = world.browser().await;
    let (page, scan) = ("/portal/offline", "/portal/offline/scan");
    let drawn = seatwarden_activate::qr_svg("what a machine asks").unwrap();

    let read = owner.send_form(page, scan, &[("file", &drawn)]).await;
    let nothing = owner.send_form(page, scan, &[("file", "<svg></svg>")]).await;
    let large = owner.send_form(page, scan, &[("file", &"x".repeat(600_000))]).await;
    let stranger = world.server.browser().send(world.server.browser().request("POST", scan)).await;

    assert_eq!((read.status, read.body.as_str()), (200, "what a machine asks"));
    assert_eq!((nothing.status, nothing.body.as_str()), (204, ""));
    assert_eq!(large.status, 422, "{}", large.body);
    assert!(stranger.status != 200 && stranger.status != 204, "{}", stranger.status);
    let mut refused = 0;
    for _ in 0..60 {
        let answer = owner.send_form(page, scan, &[("file", "<svg></svg>")]).await;
        refused += usize::from(answer.status == 429);
    }
    assert!(refused >= 20, "{refused}");
    world.server.finish().await;
}

#[tokio::test]
async fn adding_a_user_does_not_tell_whose_address_it_is_nor_whether_it_is_anybodys() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    world.server.add(crate::testing::new_user("colleague@vendor.example", "viewer")).await;
    let named = crate::testing::new_user("somebody@vendor.example", "viewer");
    world.server.add(users::NewUser { user_name: "name@vendor.example".into(), ..named }).await;
    let other = crate::licensing::sign_up::NewAccount {
        email: "known@other.example",
        first_name: "Knut",
        ..Default::default()
    };
    let password = seatwarden_base::secret::Secret::new(PASSWORD);
    let host = world.server.host();
    crate::licensing::sign_up::make_customer(&host, "Other", &other, MemberRole::Owner, &password)
        .await
        .unwrap();
    world.server.advance(1_000);
    let mut owner = world.browser().await;
    let page = "/portal/packages/ACME/users";
    let mut seen = Vec::new();
    for email in
        ["colleague@vendor.example", "name@vendor.example", "Stranger@nowhere.example", "Known@other.example"]
    {
        let typed = [("email", email), ("first_name", "Olga"), ("last_name", "Lind")];
        let odd = owner.submit(page, &[("email", email), ("first_name", &"x".repeat(500))]).await;
        assert_eq!(odd.status, 422, "{email}: {}", odd.body);
        let first = owner.submit(page, &typed).await;
        let again = owner.submit(page, &typed).await;
        let users = packages::license_users(&world.owner().await, "ACME").await.unwrap();
        let user = users.into_iter().find(|user| user.email == email).unwrap();
        let members = organisations::members(&world.owner().await, &world.organisation).await.unwrap();
        let member = members.into_iter().find(|member| member.email == email).unwrap();
        let history = owner.get("/portal/packages/ACME/history").await.says(email);
        seen.push((
            (first.status, first.location().to_owned(), again.location().to_owned(), history),
            (user.name, user.activations, member.name, member.role, member.last_login_at_ms, member.active),
        ));
        let removed = owner.submit_to(page, &format!("{page}/remove"), &[("user", &user.user_id)]).await;
        assert_eq!(removed.location(), format!("{page}?done=removed"), "{email}");
        let who =
            [("organisation", world.organisation.as_str()), ("user", &user.user_id), ("confirmed", "yes")];
        let out = owner.submit_to("/portal/users", "/portal/users/remove", &who).await;
        assert_eq!(out.location(), "/portal/users?done=member_removed", "{email}");
        let history = owner.get("/portal/packages/ACME/history").await;
        assert_eq!(history.body.matches(email).count(), 2, "{email}: {}", history.body);
    }

    for other in &seen[1..] {
        assert_eq!(&seen[0], other);
    }
    // The colleague acts for nobody, and is told.
    assert_eq!(world.server.number("select count(*) from memberships").await, 2);
    world.server.run_jobs().await;
    let mails = world.server.mails();
    let told = mails.iter().filter(|mail| mail.subject.contains("added your address")).count();
    assert_eq!(told, 1);
    let known = world.server.mail_to("known@other.example");
    assert_eq!(known.kind, "sign_up.added_mail");
    world.server.finish().await;
}

#[tokio::test]
async fn the_host_adds_a_user_to_a_license_as_the_portal_does() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let add = super::command::Order::Add {
        key: "ACME".into(),
        email: "ops@acme.example".into(),
        first_name: "Olga".into(),
        last_name: String::new(),
    };
    let mut out = crate::command::Out::new(crate::text::Text::default());
    super::command::users(&world.server.host(), &mut out, add).await.unwrap();

    let listed = packages::license_users(&world.server.host(), "ACME").await.unwrap();
    assert_eq!(listed.iter().map(|user| user.email.as_str()).collect::<Vec<_>>(), ["ops@acme.example"]);
    world.server.finish().await;
}

#[tokio::test]
async fn an_account_without_a_license_has_its_own_history_and_learns_no_names_from_it() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let new = crate::licensing::sign_up::NewAccount { email: "alone@nowhere.example", ..Default::default() };
    let password = seatwarden_base::secret::Secret::new(PASSWORD);
    let host = world.server.host();
    crate::licensing::sign_up::make_customer(&host, "Nowhere", &new, MemberRole::Owner, &password)
        .await
        .unwrap();
    let id = users::find(&world.server.host(), "alone@nowhere.example").await.unwrap().person.id;
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let french = users::UserPatch { language: Some("fr".into()), ..users::UserPatch::default() };
    users::update(&staff, &id, french).await.unwrap();
    let mut alone = world.browser_of("alone@nowhere.example").await;
    let mut owner = world.browser().await;

    let page = alone.get("/portal/history").await;
    let owners = owner.get("/portal/history").await;

    assert!(page.status == 200 && page.says("alone@nowhere.example"), "{}", page.body);
    assert!(page.body.contains("n’appartient à ce compte"), "{}", page.body);
    assert!(!page.says(&crate::testing::email_of(BaseRole::Admin)), "{}", page.body);
    assert!(owners.body.contains("/portal/packages/ACME/history"), "{}", owners.body);
    let mut staff = world.server.browser_of(BaseRole::Admin).await;
    assert_eq!(staff.get("/portal/history").await.status, 404);
    world.server.finish().await;
}
