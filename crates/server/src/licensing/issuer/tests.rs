//! What the pages of the staff promise.

use super::super::tests::World;
use crate::{
    cx::BaseRole,
    licensing::{activations, packages, signing_keys},
    testing::{DAY_MS, START_MS, email_of},
};

/// What a form about terms carries.
const TERMS: [(&str, &str); 14] = [
    ("name", "Borealis Production"),
    ("kind", "subscription"),
    ("tier", "grow"),
    ("deployment", "on_premises"),
    ("environment", "prod"),
    ("valid_from", "2026-01-02"),
    ("valid_until", "2027-01-01"),
    ("administrators", "2"),
    ("designers", "5"),
    ("viewers", ""),
    ("servers", "2"),
    ("lease_days", "7"),
    ("grace_days", "14"),
    ("reason", "Order 7"),
];

fn with(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<_> =
        TERMS.into_iter().filter(|(name, _)| !changes.iter().any(|it| it.0 == *name)).collect();
    all.extend(changes);
    all
}

#[tokio::test]
async fn the_staff_adds_a_customer_and_issues_a_package_that_its_owner_sees() {
    let world = World::start().await;
    let mut staff = world.server.browser_of(BaseRole::Admin).await;

    let refused = staff
        .submit_to("/issuer", "/issuer/customers", &[("organisation", "Borealis"), ("email", "x")])
        .await;
    assert_eq!(refused.status, 422);
    let fields = [("organisation", "Borealis"), ("email", "owner@borealis.example")];
    let added = staff.submit_to("/issuer", "/issuer/customers", &fields).await;
    let customer = added.location().split('?').next().unwrap().to_owned();
    assert!(customer.starts_with("/issuer/customers/"), "{}", added.body);
    world.server.run_jobs().await;
    assert!(world.server.mail_to("owner@borealis.example").text.contains("Borealis"));
    let page = format!("{customer}/new-package");
    let wrong = staff.submit(&page, &with(&[("code", "BOREALIS"), ("servers", "many")])).await;
    assert!(wrong.status == 422 && wrong.says("Borealis Production"), "{}", wrong.status);
    let issued = staff.submit(&page, &with(&[("code", "BOREALIS")])).await;

    assert_eq!(issued.location(), "/issuer/packages/BOREALIS?done=issued", "{}", issued.body);
    assert!(staff.get(&customer).await.says("Borealis Production"));
    assert!(staff.get("/issuer?search=bore").await.says("Borealis"));
    let mut reading = world.server.app.db.read().await.unwrap();
    let package = packages::find_in(&mut reading, "BOREALIS").await.unwrap();
    drop(reading);
    assert_eq!((package.terms.seats.viewers, package.terms.limits.servers), (None, 2));
    world.server.finish().await;
}

#[tokio::test]
async fn more_of_anything_waits_for_a_second_person_and_less_does_not() {
    let world = World::start().await;
    let package = world.package("ACME", 200).await;
    let mut asking = world.server.browser_of(BaseRole::Admin).await;
    let mut second = world.server.browser_of(BaseRole::Super).await;
    let page = "/issuer/packages/ACME";

    let more = asking.submit(page, &with(&[("servers", "9"), ("administrators", "2")])).await;
    assert_eq!(more.location(), "/issuer/packages/ACME?done=waits", "{}", more.body);
    let own = asking.get("/issuer/changes").await;
    assert!(own.says("9") && !own.body.contains("/approve"), "{}", own.body);
    let waiting = second.get("/issuer/changes").await;
    let (_, rest) = waiting.body.split_once("action=\"/issuer/changes/").unwrap();
    let id = rest.split('/').next().unwrap().to_owned();
    let stolen = asking.submit_to("/issuer/changes", &format!("/issuer/changes/{id}/approve"), &[]).await;
    assert_eq!(stolen.status, 403);
    let done = second.submit_to("/issuer/changes", &format!("/issuer/changes/{id}/approve"), &[]).await;
    assert_eq!(done.location(), "/issuer/changes?done=approve", "{}", done.body);

    assert_eq!(activations::usage(&world.server.host(), &package.id).await.unwrap().maximum, 9);
    let less = asking.submit(page, &with(&[("servers", "1"), ("administrators", "2")])).await;
    assert_eq!(less.location(), "/issuer/packages/ACME?done=changed", "{}", less.body);
    let held =
        asking.submit_to(page, &format!("{page}/act"), &[("act", "suspend"), ("reason", "Unpaid")]).await;
    assert_eq!(held.location(), "/issuer/packages/ACME?done=changed");
    assert!(world.browser().await.get("/portal").await.says("Suspended"));
    world.server.finish().await;
}

#[tokio::test]
async fn every_page_of_the_staff_opens_and_none_for_customers() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let mut staff = world.server.browser_of(BaseRole::Admin).await;
    let mut owner = world.browser().await;

    let paths: Vec<String> = [
        "/issuer",
        "/issuer/changes",
        "/issuer/trials",
        "/issuer/reports",
        "/issuer/reports/activations",
        "/issuer/reports/slots",
        "/issuer/reports/lapsed",
        "/issuer/reports/seats",
        "/issuer/releases",
        "/issuer/sample-dashboards",
        "/issuer/keys",
        "/issuer/history",
        "/issuer/history?search=ACME",
        "/issuer/packages/ACME",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([format!("/issuer/customers/{}", world.organisation)])
    .collect();
    for path in &paths {
        assert_eq!(owner.get(path).await.status, 403, "{path}");
    }
    for language in ["en", "de", "fr", "es", "he"] {
        staff.set_cookie("language", language);
        for path in &paths {
            let page = staff.get(path).await;
            let is_theirs = page.body.contains(&format!("lang=\"{language}\""));
            assert!(page.status == 200 && is_theirs, "{language} {path}: {}", page.status);
        }
    }
    staff.set_cookie("language", "en");
    let file = staff.get("/issuer/reports/slots/csv").await;
    assert!(file.header("content-disposition").contains("slots.csv") && file.says("ACME license"));
    assert_eq!(staff.get("/issuer/reports/nonsense").await.status, 404);
    let history = staff.get("/issuer/history").await;
    assert!(history.says("The package was issued") && history.says("ACME"), "{}", history.body);
    let drafted = staff.submit("/issuer/releases", &[("version", "2026.4.1"), ("notes", "New")]).await;
    assert_eq!(drafted.location(), "/issuer/releases?done=drafted");
    assert!(staff.get("/issuer/releases").await.says("2026.4.1"));
    world.server.finish().await;
}

#[tokio::test]
async fn the_staff_gives_a_customer_another_name_by_page_and_by_script() {
    let world = World::start().await;
    let mut staff = world.server.browser_of(BaseRole::Admin).await;
    let fields = [("organisation", "Borealis"), ("email", "owner@borealis.example")];
    let added = staff.submit_to("/issuer", "/issuer/customers", &fields).await;
    let page = added.location().split('?').next().unwrap().to_owned();
    let id = page.rsplit('/').next().unwrap().to_owned();
    let path = format!("/api/v1/licensing/customers/{id}");
    let token = world.server.token_of(BaseRole::Admin).await;
    let ask = async |body: &str| world.server.request("PATCH", &path).bearer(&token).text(body).send().await;
    let version = staff.get(&path).await.json()["version"].to_string();

    let renamed =
        staff.submit_to(&page, &format!("{page}/rename"), &[("name", "Aurora"), ("version", &version)]).await;
    assert_eq!(renamed.location(), format!("{page}?done=renamed"), "{}", renamed.body);
    assert!(staff.get("/issuer").await.says("Aurora"));
    let stale = [("name", "Third"), ("version", version.as_str())];
    let stale = staff.submit_to(&page, &format!("{page}/rename"), &stale).await;
    assert!(stale.status == 409 && stale.says("Somebody else changed"), "{}", stale.body);
    let again = ask(r#"{"name": "Polaris"}"#).await;
    assert_eq!((again.status, &again.json()["name"]), (200, &"Polaris".into()), "{}", again.body);
    assert_eq!(ask(&format!(r#"{{"name": "Late", "version": {version}}}"#)).await.status, 409);
    assert_eq!(ask(r#"{"name": " "}"#).await.status, 422);
    assert_eq!(world.server.events_named("organisations.rename").await.len(), 2);
    let viewer = world.server.token_of(BaseRole::Consumer).await;
    assert_eq!(world.server.request("PATCH", &path).bearer(&viewer).text("{}").send().await.status, 403);
    world.server.run_jobs().await;
    world.server.finish().await;
}

#[tokio::test]
async fn whoever_asked_for_a_change_is_mailed_when_another_overtakes_it() {
    let world = World::start().await;
    world.package("ACME", 200).await;
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let more = packages::LimitsChange { servers: Some(9), ..packages::LimitsChange::default() };
    let wish = packages::Change { limits: more, ..packages::Change::default() };
    let waits = packages::change(&staff, "ACME", None, wish, "Order 8").await.unwrap();
    assert!(matches!(waits, packages::Changed::Waits(_)));
    world.server.run_jobs().await;
    world.server.empty_mailboxes();

    for days in [800, 900] {
        let until = START_MS + days * DAY_MS;
        packages::renew(&world.server.host(), "ACME", until, "one more year").await.unwrap();
    }
    world.server.run_jobs().await;

    let mails = world.server.kept_mails();
    assert_eq!(mails.len(), 1, "the second renewal overtakes nothing: {mails:?}");
    let (address, mail) = &mails[0];
    assert_eq!(
        (address.as_str(), mail.kind.as_str()),
        (&*email_of(BaseRole::Admin), "packages.overtaken_mail")
    );
    assert!(mail.text.contains("(ACME)") && mail.text.contains("Order 8"), "{mail:?}");
    assert!(mail.link().starts_with("/issuer/packages/"));
    world.server.finish().await;
}

#[tokio::test]
async fn two_persons_revoke_a_signer_on_the_page() {
    let world = World::start().await;
    let old = signing_keys::keys(&world.server.host()).await.unwrap()[0].key.kid();
    let root = signing_keys::read_root(&world.server.roots_folder().join("root-current.key")).unwrap();
    signing_keys::rotate(&world.server.host(), &root).await.unwrap();
    world.server.advance(2_000);
    let page = "/issuer/keys";
    let (kid, sure) = (("kid", old.as_str()), ("confirmed", "yes"));
    let mut first = world.server.browser_of(BaseRole::Admin).await;
    let mut second = world.server.browser_of(BaseRole::Super).await;

    let question = first.submit_to(page, "/issuer/keys/revoke", &[kid]).await;
    assert!(question.says("Revoke this signer?"), "{}", question.body);
    for _ in 0..2 {
        let asked = first.submit_to(page, "/issuer/keys/revoke", &[kid, sure]).await;
        assert_eq!(asked.location(), "/issuer/keys?done=asked", "{}", asked.body);
    }
    assert_eq!(signing_keys::bulletin_number(&world.server.host()).await.unwrap(), 0);
    let seen = second.get(page).await;
    assert!(seen.says(&format!("{} wants it revoked", email_of(BaseRole::Admin))), "{}", seen.body);
    let done = second.submit_to(page, "/issuer/keys/revoke", &[kid, sure]).await;

    assert_eq!(done.location(), "/issuer/keys?done=revoked", "{}", done.body);
    world.server.advance(2_000);
    assert!(signing_keys::has_revoked_signers(&world.server.host()).await.unwrap());
    assert!(!second.get(page).await.says("wants it revoked"));
    world.server.finish().await;
}
