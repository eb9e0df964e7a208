//! An installation against a license server, over HTTP: from the first activation to giving the license back.

use std::fs;

use seatwarden_activate::{Author, Installation, Who};
use seatwarden_base::secret::Secret;
use seatwarden_license_file::{PublicKey, Roots, Time};
use serde_json::json;

use crate::{
    accounts::{
        license_utilization::{
            Account, ChangeKind, activate,
            agent::Agent,
            follow,
            hand::{self, Given},
            look,
        },
        seats::NONE_LEFT,
        setup::{self, Opening},
        users::{self, Credential, NewUser, create},
    },
    cx::{BaseRole, Cx},
    license::Ended,
    licensing::{
        activations,
        packages::{self, Change, Limits, Package, Seats},
        signing_keys::{self, KeyRole},
        tests::{OWNER, World},
    },
    testing::{DAY_MS, HOUR_MS, PASSWORD, TestServer, assert_refused, new_user},
};

/// A vendor that answers over HTTP, with a package.
struct Vendor {
    world: World,
    package: Package,
    url: String,
}

impl Vendor {
    async fn start(servers: i64, seats: [i64; 3]) -> Self {
        let world = World::start().await;
        let package = world.package("ACME", 730).await;
        let [administrators, designers, viewers] = seats.map(Some);
        let wish = Change {
            seats: Seats { administrators, designers, viewers }.into(),
            limits: Limits { servers, ..Limits::default() }.into(),
            ..Change::default()
        };
        world.change("ACME", wish).await;
        let url = world.server.listen().await;
        Self { world, package, url }
    }

    /// What an installation knows of the vendor, on a machine of this name.
    async fn given(&self, machine: &str) -> Given {
        given(&self.world.server, &self.url, machine).await
    }

    async fn used(&self) -> i64 {
        activations::usage(&self.world.server.host(), &self.package.id).await.unwrap().used
    }

    /// Another revision of the package.
    async fn change(&self, seats: [i64; 3]) {
        let [administrators, designers, viewers] = seats.map(Some);
        let wish = Change { seats: Seats { administrators, designers, viewers }.into(), ..Change::default() };
        self.world.change("ACME", wish).await;
    }
}

/// What an installation on a machine of this name knows of a vendor that answers there.
pub(super) async fn given(vendor: &TestServer, url: &str, machine: &str) -> Given {
    let listed = signing_keys::list(&vendor.host()).await.unwrap();
    let roots: Vec<PublicKey> = listed
        .iter()
        .filter(|listed| listed.key.role == KeyRole::Root)
        .map(|listed| PublicKey::parse(&listed.key.public_key).unwrap())
        .collect();
    Given {
        roots: Roots::new(&roots).unwrap(),
        server_url: url.to_owned(),
        machine_id: machine.into(),
        is_clock_own: true,
    }
}

fn owner() -> Account {
    Account { email: OWNER.into(), password: Secret::new(PASSWORD), ..Account::default() }
}

async fn activated(vendor: &Vendor) -> TestServer {
    let server = TestServer::start_licensed(vendor.given("bi-1").await).await;
    activate(&server.host(), &owner()).await.unwrap();
    server
}

/// Both clocks go on.
fn advance(vendor: &Vendor, server: &TestServer, by_ms: i64) {
    vendor.world.server.advance(by_ms);
    server.advance(by_ms);
}

fn limits(server: &TestServer) -> [Option<i64>; 3] {
    server.app.in_force().seats().unwrap()
}

fn plain(email: &str, role: &str) -> NewUser {
    NewUser { credential: Credential::None, ..new_user(email, role) }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_activation_makes_the_sysadmin_with_the_license_password_and_never_a_second_one() {
    let vendor = Vendor::start(3, [4, 4, 4]).await;
    let server = TestServer::start_empty_licensed(vendor.given("bi-1").await).await;
    let secret = server.setup_secret.reveal().to_owned();
    let fields = [("secret", secret.as_str()), ("license_email", OWNER), ("license_password", PASSWORD)];

    let page = server.browser().get("/setup").await;
    let stranger = server
        .browser()
        .submit_to("/setup", "/setup/activate", &[("secret", "AAAAA"), fields[1], fields[2]])
        .await;
    let wrong = server
        .browser()
        .submit_to("/setup", "/setup/activate", &[fields[0], fields[1], ("license_password", "not that one")])
        .await;
    let done = server.browser().submit_to("/setup", "/setup/activate", &fields).await;

    assert!(page.says("Or begin with the license"), "{}", page.body);
    assert_eq!((stranger.status, wrong.status), (401, 401), "{}", wrong.body);
    assert_eq!(done.status, 303, "{}", done.body);
    let mut browser = server.browser();
    assert_eq!(browser.sign_in(OWNER, PASSWORD).await.status, 303);
    assert_eq!(browser.get("/admin/license").await.status, 200);
    assert_eq!(limits(&server), [Some(4); 3]);
    let again = server.browser().submit_to("/login", "/setup/activate", &fields).await;
    assert_eq!(again.status, 404, "{}", again.body);
    // The license password changes; the Sys. Admin's stays.
    let sysadmin = server.number("select count(*) from users where is_sysadmin").await;
    assert_eq!((sysadmin, vendor.used().await), (1, 1));
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sysadmin_that_the_small_program_left_is_taken_up_once_and_overwrites_nobody() {
    let vendor = Vendor::start(3, [4, 4, 4]).await;
    let first = seatwarden_activate::first_sysadmin(OWNER, PASSWORD, Time::from_ms(0)).unwrap();
    for is_new in [true, false] {
        let given = vendor.given("bi-1").await;
        let server = if is_new {
            TestServer::start_empty_licensed(given).await
        } else {
            TestServer::start_licensed(given).await
        };
        let folder = server.app.license_hand.folder();
        folder.write().unwrap().set_first_sysadmin(&first).unwrap();

        setup::take_up_first_sysadmin(&server.host()).await.unwrap();
        setup::take_up_first_sysadmin(&server.host()).await.unwrap();

        assert_eq!(folder.first_sysadmin().unwrap(), None);
        let answer = server.browser().sign_in(OWNER, PASSWORD).await;
        assert_eq!(answer.status == 303, is_new, "{}", answer.body);
        let stored = server.text("select stored from passwords where $1 <> '' limit 1", "x").await;
        assert!(stored.contains("keyid="), "with a pepper");
        assert_eq!(server.number("select count(*) from users where is_sysadmin").await, 1);
        server.finish().await;
    }
    vendor.world.server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_with_a_license_names_the_sysadmin_and_no_secret() {
    let vendor = Vendor::start(3, [4, 4, 4]).await;
    let first = seatwarden_activate::first_sysadmin(OWNER, PASSWORD, Time::from_ms(0)).unwrap();
    let server = TestServer::start_empty_licensed(vendor.given("bi-1").await).await;

    let before = setup::open_or_take_up(&server.host()).await.unwrap();
    let folder = server.app.license_hand.folder();
    folder.write().unwrap().set_first_sysadmin(&first).unwrap();
    let taken_up = setup::open_or_take_up(&server.host()).await.unwrap();
    let after = setup::open_or_take_up(&server.host()).await.unwrap();

    assert!(matches!(before, Opening::Secret(_)), "{before:?}");
    assert!(matches!(&taken_up, Opening::Licensed(email) if email == OWNER), "{taken_up:?}");
    assert!(matches!(after, Opening::Nothing), "{after:?}");
    assert_eq!(server.browser().sign_in(OWNER, PASSWORD).await.status, 303);
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn seats_of_the_license_count_and_a_renewal_brings_others() {
    let vendor = Vendor::start(3, [4, 3, 4]).await;
    let server = activated(&vendor).await;
    create(&server.host(), vec![plain("a@people.example", "contributor")]).await.unwrap();
    assert_refused(create(&server.host(), vec![plain("b@people.example", "contributor")]).await, &NONE_LEFT);

    vendor.change([4, 5, 4]).await;
    let mut browser = server.browser_of(BaseRole::Super).await;
    let look = browser.submit_to("/admin/license", "/admin/license/renew", &[("act", "look")]).await;
    let before = limits(&server);
    let renewed = browser.submit_to("/admin/license", "/admin/license/renew", &[("act", "renew")]).await;

    assert!(look.says("Designers") && look.says("5"), "{}", look.body);
    assert_eq!(before, [Some(4), Some(3), Some(4)], "looking changes nothing");
    assert_eq!(renewed.location(), "/admin/license?done=renewed", "{}", renewed.body);
    assert_eq!(limits(&server), [Some(4), Some(5), Some(4)]);
    create(&server.host(), vec![plain("b@people.example", "contributor")]).await.unwrap();
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agent_renews_after_half_of_the_lease_and_lives_through_a_lost_license_server() {
    let vendor = Vendor::start(3, [4, 4, 4]).await;
    let server = activated(&vendor).await;
    let mut agent = Agent::default();
    let first = server.app.in_force().lease_until.unwrap();

    advance(&vendor, &server, 3 * DAY_MS);
    Box::pin(agent.look(&server.host())).await.unwrap();
    assert_eq!(server.app.in_force().lease_until, Some(first), "not due yet");
    advance(&vendor, &server, 30 * HOUR_MS);
    Box::pin(agent.look(&server.host())).await.unwrap();
    let second = server.app.in_force().lease_until.unwrap();
    assert!(second > first);

    // The license server says no from now on: nothing stops before the date that was signed.
    packages::suspend(&vendor.world.server.host(), "ACME", "unpaid").await.unwrap();
    for _ in 0..13 {
        advance(&vendor, &server, DAY_MS / 2);
        Box::pin(agent.look(&server.host())).await.unwrap();
        create(&server.host(), vec![]).await.unwrap();
    }
    let license = server.app.in_force();
    assert!(!license.trouble.is_empty() && license.trouble_since_ms > 0);
    server.run_jobs().await;
    let mails = server.mails();
    let told: Vec<_> = mails.iter().filter(|mail| mail.subject.contains("is not renewed")).collect();
    assert_eq!(told.len(), 2, "the Sys. Admin and the Admin, once each");
    assert!(told[0].text.contains("suspended this license. Contact the vendor."), "{}", told[0].text);
    vendor.world.server.abandon().await;
    server.finish().await;
}

/// What the history says, the newest first: what became of the license, and by whom.
async fn history(cx: &Cx) -> Vec<(ChangeKind, Author)> {
    look(cx).await.unwrap().history.into_iter().map(|change| (change.kind, change.by)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_lost_the_file_of_its_lease_asks_for_another_by_itself_and_takes_no_second_slot() {
    let vendor = Vendor::start(1, [4, 4, 4]).await;
    let server = activated(&vendor).await;
    let file = server.app.license_hand.folder().path().join("lease.txt");
    let until = server.app.in_force().lease_until.unwrap();
    for (round, damage) in [None, Some("nonsense")].into_iter().enumerate() {
        let mut agent = Agent::default();
        match damage {
            None => fs::remove_file(&file).unwrap(),
            Some(text) => fs::write(&file, text).unwrap(),
        }

        // The license server is away at first: the lease goes on as it was signed.
        packages::suspend(&vendor.world.server.host(), "ACME", "unpaid").await.unwrap();
        Box::pin(agent.look(&server.host())).await.unwrap();
        let lost = server.app.in_force();
        let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
        packages::resume(&vendor.world.server.host(), "ACME", "paid").await.unwrap();
        advance(&vendor, &server, HOUR_MS);
        Box::pin(agent.look(&server.host())).await.unwrap();

        assert!(lost.lease_until >= Some(until) && lost.lease_lost_at_ms > 0, "{lost:?}");
        assert!(page.says("is missing or damaged since"), "{}", page.body);
        let found = server.app.in_force();
        assert!(found.lease_until > lost.lease_until && found.lease_lost_at_ms == 0, "{found:?}");
        assert!(found.trouble.is_empty() && !found.is_clone_suspected, "{found:?}");
        assert!(fs::read_to_string(&file).unwrap().contains("BEGIN"));
        assert_eq!(vendor.used().await, 1);
        assert_eq!(server.events_named("license_utilization.lose_lease").await.len(), round + 1);
        assert_eq!(server.events_named("license_utilization.replace_lease").await.len(), round + 1);
        let changes = history(&server.cx_as(BaseRole::Super).await).await;
        assert_eq!(changes[0], (ChangeKind::LeaseReplaced, Author::default()));
    }
    let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
    assert!(page.says("Lease lost and given anew") && !page.says("missing or damaged"), "{}", page.body);
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_license_file_that_was_taken_away_or_damaged_is_put_back_and_stands_in_the_trail() {
    let vendor = Vendor::start(1, [4, 4, 4]).await;
    let server = activated(&vendor).await;
    let file = server.app.license_hand.folder().path().join("license.txt");
    let (whole, before) = (fs::read_to_string(&file).unwrap(), server.app.in_force());
    let (used, changes) = (vendor.used().await, history(&server.cx_as(BaseRole::Super).await).await);
    for (round, damage) in [None, Some("nonsense"), Some(&whole[..whole.len() / 2])].into_iter().enumerate() {
        match damage {
            None => fs::remove_file(&file).unwrap(),
            Some(text) => fs::write(&file, text).unwrap(),
        }

        advance(&vendor, &server, 60_000);
        Box::pin(Agent::default().look(&server.host())).await.unwrap();

        assert_eq!(fs::read_to_string(&file).unwrap(), whole);
        let after = server.app.in_force();
        assert_eq!(
            (&after.text, after.lease_until, &after.trouble),
            (&before.text, before.lease_until, &String::new())
        );
        assert_eq!(server.events_named("license_utilization.put_back").await.len(), round + 1);
    }
    assert_eq!(vendor.used().await, used);
    assert_eq!(history(&server.cx_as(BaseRole::Super).await).await, changes, "it is the same license");

    // Beside a key that is not the one of this license nothing is put back.
    let folder = server.app.license_hand.folder();
    fs::remove_file(folder.key_path()).unwrap();
    fs::remove_file(&file).unwrap();
    follow(&server.host()).await.unwrap();
    assert!(!file.exists());
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_license_that_was_given_back_at_the_command_line_is_not_put_back() {
    let vendor = Vendor::start(1, [4, 4, 4]).await;
    let server = activated(&vendor).await;
    let given_back =
        server.app.license_hand.try_act(&server.host(), Installation::give_back).await.unwrap().unwrap();

    follow(&server.host()).await.unwrap();

    assert!(!given_back.license.is_empty());
    assert!(!server.app.license_hand.folder().path().join("license.txt").exists());
    assert_eq!(server.app.in_force().ended, Some(Ended::GivenBack));
    assert!(server.events_named("license_utilization.put_back").await.is_empty());
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_is_lost_is_told_before_the_lease_ends_and_the_machine_activates_again() {
    let vendor = Vendor::start(1, [4, 4, 4]).await;
    let server = activated(&vendor).await;
    let mut agent = Agent::default();
    fs::remove_dir_all(server.app.license_hand.folder().path()).unwrap();

    advance(&vendor, &server, 4 * DAY_MS);
    Box::pin(agent.look(&server.host())).await.unwrap();
    let early = server.app.in_force();
    advance(&vendor, &server, 17 * HOUR_MS);
    Box::pin(agent.look(&server.host())).await.unwrap();
    let told = server.app.in_force();
    let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
    advance(&vendor, &server, 49 * HOUR_MS);
    Box::pin(agent.look(&server.host())).await.unwrap();
    server.run_jobs().await;

    assert!(early.trouble.is_empty() && told.ends_at_ms() > Some(server.now_ms()), "{early:?} {told:?}");
    assert_eq!(told.trouble, "license_utilization.unheard");
    assert!(page.says("that holds the license has not been heard of since"), "{}", page.body);
    assert!(
        page.says("Everything works, but there is a warning.") && !page.says("was refused"),
        "{}",
        page.body
    );
    let mails = server.mails();
    let mail = mails.iter().find(|mail| mail.subject.contains("is not renewed")).unwrap();
    assert!(mail.text.contains("release it in the portal"), "{}", mail.text);
    activate(&server.host(), &owner()).await.unwrap();
    let again = server.app.in_force();
    assert!(again.trouble.is_empty() && again.lease_until > told.lease_until, "{again:?}");
    assert_eq!(vendor.used().await, 1, "the same machine takes no second slot");
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_names_who_changed_the_license() {
    let vendor = Vendor::start(3, [4, 4, 4]).await;
    let server = TestServer::start_empty_licensed(vendor.given("bi-1").await).await;
    let secret = server.setup_secret.reveal().to_owned();
    let fields = [("secret", secret.as_str()), ("license_email", OWNER), ("license_password", PASSWORD)];
    server.browser().submit_to("/setup", "/setup/activate", &fields).await;
    let mut browser = server.browser();
    assert_eq!(browser.sign_in(OWNER, PASSWORD).await.status, 303);
    let sysadmin = server.text("select id from users where $1 <> '' limit 1", "x").await;
    let name = users::find(&server.host(), &sysadmin).await.unwrap().person.display_name();

    // Somebody on the page, then the agent.
    advance(&vendor, &server, 60_000);
    vendor.change([4, 5, 4]).await;
    let renewed = browser.submit_to("/admin/license", "/admin/license/renew", &[("act", "renew")]).await;
    assert_eq!(renewed.status, 303, "{}", renewed.body);
    vendor.change([4, 6, 4]).await;
    advance(&vendor, &server, 103 * HOUR_MS);
    Box::pin(Agent::default().look(&server.host())).await.unwrap();
    // Somebody at the command line, beside the server, which looks a minute later.
    advance(&vendor, &server, 60_000);
    vendor.change([4, 7, 4]).await;
    let by_hand = |here: &Installation| {
        let mut here = here.clone();
        here.folder = here.folder.by(Author::OPERATOR);
        here.renew()
    };
    server.app.license_hand.try_act(&server.host(), by_hand).await.unwrap().unwrap();
    follow(&server.host()).await.unwrap();

    let said = history(&server.cx_of(&sysadmin).await).await;
    let said: Vec<_> = said.iter().map(|(_, by)| (by.who, by.name.as_str())).collect();
    let [operator, agent, setup] = [Who::Operator, Who::Server, Who::Setup].map(|who| (who, ""));
    assert_eq!(said, [operator, agent, (Who::User, name.as_str()), setup]);
    let mut browser = server.browser();
    browser.sign_in(OWNER, PASSWORD).await;
    let page = browser.get("/admin/license").await;
    for said in ["by the operator at the command line", "by the server itself", "with its set-up secret"] {
        assert!(page.says(said), "{said}: {}", page.body);
    }
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_away_is_told_a_day_before_it_comes() {
    let vendor = Vendor::start(3, [4, 9, 4]).await;
    let server = activated(&vendor).await;
    let mut agent = Agent::default();
    vendor.change([4, 2, 4]).await;

    advance(&vendor, &server, 102 * HOUR_MS);
    Box::pin(agent.look(&server.host())).await.unwrap();
    server.run_jobs().await;
    let told = server.mails().iter().filter(|mail| mail.subject.contains("takes something away")).count();
    let page = server.browser_of(BaseRole::Admin).await.get("/admin/users").await;
    let meanwhile = limits(&server);
    advance(&vendor, &server, 25 * HOUR_MS);
    Box::pin(agent.look(&server.host())).await.unwrap();

    assert_eq!((told, meanwhile), (2, [Some(4), Some(9), Some(4)]));
    assert!(page.says("takes something away"), "{}", page.body);
    assert_eq!(limits(&server), [Some(4), Some(2), Some(4)]);
    assert!(server.app.in_force().next.is_none());
    vendor.world.server.finish().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_firewall_a_request_is_carried_and_its_answer_pasted_and_the_license_comes_back_by_receipt()
{
    let vendor = Vendor::start(3, [4, 4, 4]).await;
    let given = Given { server_url: String::new(), ..vendor.given("bi-1").await };
    let server = TestServer::start_licensed(given).await;
    let mut browser = server.browser_of(BaseRole::Super).await;

    let made = browser.submit_to("/admin/license", "/admin/license/request", &[("package", "")]).await;
    assert!(made.status == 200 && made.body.contains("<svg class=\"qr\""), "{}", made.body);
    let request = between(&made.body, "-----BEGIN", "-----END");
    let theirs = vendor.world.owner().await;
    let (_, answer) = activations::submit_request(&theirs, Some("ACME"), &request).await.unwrap();
    let token = server.token_of(BaseRole::Super).await;
    let nothing = server
        .request("POST", "/api/v1/account/set_offline_license")
        .bearer(&token)
        .json(&json!({}))
        .send()
        .await;
    let wrong =
        server.request("POST", "/api/v1/license/install").bearer(&token).json(&json!({ "key": "no key" }));
    let wrong = wrong.send().await;
    let right = json!({ "key": answer });
    let right = server
        .request("POST", "/api/v1/account/set_offline_license")
        .bearer(&token)
        .json(&right)
        .send()
        .await;

    assert_eq!((nothing.status, wrong.status), (400, 409), "{} {}", nothing.body, wrong.body);
    assert_eq!(right.status, 200, "{}", right.body);
    assert_eq!((&right.json()["maxAdmins"], limits(&server)), (&json!(4), [Some(4); 3]));

    let fields = [("how", "offline"), ("current_password", PASSWORD)];
    let receipt = browser.submit_to("/admin/license/return", "/admin/license/return", &fields).await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    let receipt = between(&receipt.body, "-----BEGIN", "-----END");
    activations::return_receipt(&theirs, &receipt).await.unwrap();
    assert_eq!(vendor.used().await, 0);
    let license = server.app.in_force();
    assert_eq!(license.ended, Some(Ended::GivenBack));
    let refused =
        create(&server.cx_as(BaseRole::Admin).await, vec![plain("a@people.example", "consumer")]).await;
    assert_refused(refused, &crate::cx::LICENSE_ADDING);
    vendor.world.server.finish().await;
    server.finish().await;
}

/// A file in armor out of a page.
pub(super) fn between(body: &str, from: &str, to: &str) -> String {
    let start = body.rfind(from).unwrap();
    let end = start + body[start..].find(to).unwrap();
    let line = body[end..].find('\n').or_else(|| body[end..].find('<')).unwrap_or(body.len() - end);
    let text = body[start..end + line].split('<').next().unwrap();
    text.replace("&quot;", "\"").replace("&amp;", "&")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_license_says_the_sentence_that_people_know_and_who_holds_the_slots() {
    let vendor = Vendor::start(1, [4, 4, 4]).await;
    let server = activated(&vendor).await;
    let second = TestServer::start_licensed(vendor.given("bi-2").await).await;
    let mut browser = second.browser_of(BaseRole::Super).await;

    let fields = [("email", OWNER), ("license_password", PASSWORD)];
    let full = browser.submit_to("/admin/license", "/admin/license/change", &fields).await;
    let fields = [("email", OWNER), ("license_password", "not that one")];
    let wrong = browser.submit_to("/admin/license", "/admin/license/change", &fields).await;

    assert_eq!((full.status, wrong.status), (409, 401), "{}", full.body);
    assert!(full.says("Your license has exceeded its user limit"), "{}", full.body);
    assert!(!full.body.contains(PASSWORD));
    let freed = server.browser_of(BaseRole::Super).await;
    let mut freed = freed;
    let fields = [("how", "online"), ("current_password", PASSWORD)];
    let out = freed.submit_to("/admin/license/return", "/admin/license/return", &fields).await;
    assert_eq!(out.location(), "/admin/license?done=signed-out", "{}", out.body);
    let fields = [("email", OWNER), ("license_password", PASSWORD)];
    let free = browser.submit_to("/admin/license", "/admin/license/change", &fields).await;
    assert_eq!(free.location(), "/admin/license?done=applied", "{}", free.body);
    assert_eq!(vendor.used().await, 1);
    vendor.world.server.finish().await;
    server.finish().await;
    second.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_command_line_installed_counts_within_the_minute_and_a_folder_that_is_gone_stops_nothing() {
    let vendor = Vendor::start(3, [4, 4, 4]).await;
    let server = activated(&vendor).await;
    let folder = server.app.license_hand.folder().path().to_owned();

    fs::remove_dir_all(&folder).unwrap();
    follow(&server.host()).await.unwrap();
    assert_eq!(limits(&server), [Some(4); 3], "as it was signed");
    // The same machine is activated again, by its name: no second slot.
    server.app.license_hand.act(&server.host(), wish_and_activate).await.unwrap();
    Box::pin(Agent::default().look(&server.host())).await.unwrap();

    assert_eq!((vendor.used().await, limits(&server)), (1, [Some(4); 3]));
    vendor.world.server.finish().await;
    server.finish().await;
}

fn wish_and_activate(
    installation: &Installation,
) -> seatwarden_activate::Result<seatwarden_activate::Activated> {
    let credentials = seatwarden_activate::Credentials::Password {
        email: OWNER.into(),
        password: PASSWORD.to_owned().into(),
    };
    installation.activate(&seatwarden_activate::Wish { credentials, package: None, leaves_sysadmin: false })
}

#[tokio::test(flavor = "multi_thread")]
async fn only_one_of_two_folders_speaks_for_the_installation() {
    let vendor = Vendor::start(3, [4, 4, 4]).await;
    let server = activated(&vendor).await;
    let device = server.app.in_force().device.clone();
    // Another node's folder, with an older license, in the place of ours.
    let other = TestServer::start_licensed(vendor.given("bi-2").await).await;
    activate(&other.host(), &owner()).await.unwrap();
    let config = &other.app.config;
    let hand = hand::Hand::new(config, Some(vendor.given("bi-2").await));

    assert!(hand.exists());
    follow(&server.host()).await.unwrap();

    assert_eq!(server.app.in_force().device, device);
    assert_ne!(other.app.in_force().device, device);
    vendor.world.server.finish().await;
    server.finish().await;
    other.finish().await;
}
