//! What the portal promises: who gets there, and what license accounts see and do.

use super::super::tests::World;
use crate::{
    accounts::users,
    cx::{BaseRole, Origin},
    licensing::{activations, organisations::MemberRole, packages},
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
    assert_eq!(added.location(), "/portal/packages/ACME/users?done=added");
    assert!(owner.get(path).await.says("ops@acme.example"));
    world.server.run_jobs().await;
    assert!(world.server.mail_to("ops@acme.example").text.contains("/login"));
    let person = users::find(&world.server.host(), "ops@acme.example").await.unwrap().person;
    assert_eq!(person.origin, Origin::License);

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
