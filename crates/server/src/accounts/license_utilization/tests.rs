//! What the license promises.

mod doors;
mod ladder;
mod signed;
mod support;

use serde_json::json;

use super::{actions::look, tell_due};
use crate::{
    accounts::users::{UserPatch, update},
    cx::BaseRole,
    license::{Ended, InForce, Next, differences},
    testing::{DAY_MS, PASSWORD, TestServer, email_of},
};
use support::{in_force, license, plain, take_up};

#[tokio::test]
async fn without_a_license_the_page_of_the_platform_tells_what_is_configured() {
    let server = TestServer::start_with(|config| config.seats.designers = 7).await;
    let token = server.token_of(BaseRole::Super).await;

    let info = server.request("GET", "/api/v1/account/get_license_info").bearer(&token).send().await.json();
    let own = server.request("GET", "/api/v1/license").bearer(&token).send().await.json();

    assert_eq!((&info["maxDesigners"], &info["maxAdmins"]), (&json!(7), &json!(-1)));
    assert_eq!(
        (&own["activated"], &own["state"], &own["license"]),
        (&json!(false), &json!(null), &json!(null))
    );
    server.finish().await;
}

#[tokio::test]
async fn what_the_license_says_counts_for_everybody_at_once_and_stands_in_the_trail() {
    let server = TestServer::start_with(|config| config.seats.designers = 2).await;
    let token = server.token_of(BaseRole::Super).await;

    let changed = take_up(&server.host(), in_force(&license([5, 10, 20]))).await.unwrap();
    let again = take_up(&server.host(), in_force(&license([5, 10, 20]))).await.unwrap();

    assert!(changed && !again);
    let info = server.request("GET", "/api/v1/account/get_license_info").bearer(&token).send().await.json();
    assert_eq!(
        [&info["maxAdmins"], &info["maxDesigners"], &info["maxViewers"]],
        [&json!(5), &json!(10), &json!(20)]
    );
    assert_eq!((&info["bigData"], &info["highAvailability"]), (&json!(true), &json!(false)));
    let own = server.request("GET", "/api/v1/license").bearer(&token).send().await.json();
    assert_eq!((&own["state"], &own["license"]["user"]), (&json!("active"), &json!("owner@acme.example")));
    assert_eq!(server.events_named("license_utilization.activate").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn other_administrators_see_the_counters_and_not_the_license() {
    let server = TestServer::start().await;
    take_up(&server.host(), in_force(&license([5, 10, 20]))).await.unwrap();
    let token = server.token_of(BaseRole::Admin).await;

    let own = server.request("GET", "/api/v1/license").bearer(&token).send().await.json();
    let history = server.request("GET", "/api/v1/license/history").bearer(&token).send().await;

    assert_eq!((&own["license"], &own["seats"][0]["limit"]), (&json!(null), &json!(5)));
    assert_eq!(history.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn the_history_says_what_each_license_changed() {
    let server = TestServer::start().await;
    let host = server.host();
    take_up(&host, in_force(&license([5, 10, 20]))).await.unwrap();
    server.advance(DAY_MS);
    let mut less = license([5, 8, 20]);
    less.entitlements.clear();
    (less.package.tier, less.package.environment) = ("launch".into(), "trial".into());
    less.package.revision += 1;
    take_up(&server.host(), in_force(&less)).await.unwrap();
    server.advance(DAY_MS);
    let ended =
        InForce { ended: Some(Ended::GivenBack), ended_at_ms: Some(server.now_ms()), ..in_force(&less) };
    take_up(&server.host(), ended).await.unwrap();
    let token = server.token_of(BaseRole::Super).await;

    let items =
        server.request("GET", "/api/v1/license/history").bearer(&token).send().await.json()["items"].clone();

    let kinds: Vec<_> = items.as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["given_back", "changed", "activated"]);
    let whats: Vec<_> =
        items[1]["differences"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert_eq!(whats, ["tier", "environment", "seats.designers", "entitlements.big_data"]);
    assert!(items[1]["differences"][2]["takesAway"].as_bool().unwrap());
    let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
    assert!(page.says("Tier: Grow before, Launch since then"), "{}", page.body);
    assert!(page.says("Environment: Production before, Trial since then"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn administrators_are_mailed_once_of_what_comes() {
    let server = TestServer::start().await;
    let mut soon = license([1, 2, 5]);
    soon.valid_until = Some(seatwarden_license_file::Time::from_ms(server.now_ms() + 20 * DAY_MS));
    soon.renew_by = soon.valid_until.unwrap();
    take_up(&server.host(), in_force(&soon)).await.unwrap();

    let mut known = std::collections::BTreeSet::new();
    let first = tell_due(&server.host(), &mut known).await.unwrap();
    let again = tell_due(&server.host(), &mut known).await.unwrap();
    let other_node = tell_due(&server.host(), &mut std::collections::BTreeSet::new()).await.unwrap();
    server.run_jobs().await;

    // That it ends, and that three administrators are more than one.
    assert_eq!((first, again, other_node), (2, 0, 0));
    let subjects: Vec<String> = server.mails().iter().map(|mail| mail.subject.clone()).collect();
    assert_eq!(
        subjects.iter().filter(|subject| subject.contains("ends in 30 days")).count(),
        2,
        "{subjects:?}"
    );
    assert!(subjects.iter().any(|subject| subject.contains("more seats are used")), "{subjects:?}");
    server.advance(7 * DAY_MS);
    assert_eq!(tell_due(&server.host(), &mut known).await.unwrap(), 1);
    server.finish().await;
}

#[tokio::test]
async fn a_lower_tier_is_told_before_with_the_features_that_it_locks() {
    let server = TestServer::start().await;
    let (now, mut less) = (license([50, 50, 50]), license([50, 50, 50]));
    less.package.tier = "launch".into();
    let next = Next { from_ms: server.now_ms() + DAY_MS, differences: differences(&now, &less) };
    take_up(&server.host(), InForce { next: Some(next), ..in_force(&now) }).await.unwrap();

    let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
    tell_due(&server.host(), &mut std::collections::BTreeSet::new()).await.unwrap();
    server.run_jobs().await;

    assert!(page.says("The next license takes something away") && page.says("Less"), "{}", page.body);
    assert!(page.says("Can be switched on no more then: ") && page.says("Notebooks"), "{}", page.body);
    let mails = server.mails();
    let mail = mails.iter().find(|mail| mail.subject.contains("takes something away")).unwrap();
    assert!(mail.text.contains("Notebooks"), "{}", mail.text);
    server.finish().await;
}

#[tokio::test]
async fn a_lease_that_ended_is_not_told_as_a_license_that_ended() {
    let server = TestServer::start().await;
    let mut bought = license([50, 50, 50]);
    bought.renew_by = seatwarden_license_file::Time::from_ms(server.now_ms() + DAY_MS);
    let leased = InForce { lease_until: Some(bought.renew_by), ..in_force(&bought) };
    take_up(&server.host(), leased.clone()).await.unwrap();
    for (days, rest) in [(2, "The grace runs until"), (20, "The grace is over, too.")] {
        server.advance(days * DAY_MS);

        let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
        tell_due(&server.host(), &mut std::collections::BTreeSet::new()).await.unwrap();
        server.run_jobs().await;

        let said = "so the lease ended on";
        assert_eq!(page.body.matches(said).count(), 2, "banner and page: {}", page.body);
        assert!(page.says("The license itself runs until") && page.says(rest), "{}", page.body);
        assert!(!page.says("The license has ended"), "{}", page.body);
        assert!(server.mails().iter().any(|mail| mail.text.contains(said) && mail.text.contains(rest)));
    }
    let returned = InForce { ended: Some(Ended::GivenBack), ended_at_ms: Some(server.now_ms()), ..leased };
    take_up(&server.host(), returned).await.unwrap();
    let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
    assert!(page.says("was given back") && !page.says("Runs without the license server"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn a_license_server_that_refuses_is_not_said_to_be_out_of_reach() {
    let server = TestServer::start().await;
    let refused = InForce {
        trouble: "NOT_ACTIVATED".into(),
        trouble_told: ["This server is not activated.".into(), "Activate it again.".into()],
        trouble_since_ms: server.now_ms(),
        ..in_force(&license([50, 50, 50]))
    };
    take_up(&server.host(), refused.clone()).await.unwrap();

    let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
    server.advance(3 * DAY_MS);
    tell_due(&server.host(), &mut std::collections::BTreeSet::new()).await.unwrap();
    server.run_jobs().await;

    assert!(page.says("not activated. Activate it again. Everything works until"), "{}", page.body);
    assert!(!page.says("was not reached"), "{}", page.body);
    let mails = server.mails();
    let mail = mails.iter().find(|mail| mail.subject.contains("is not renewed")).unwrap();
    assert!(mail.text.contains("Activate it again."), "{}", mail.text);
    let unreached = InForce { trouble: "activate.unreachable_name".into(), ..refused };
    take_up(&server.host(), unreached).await.unwrap();
    let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;
    assert!(page.says("was not reached since"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn seats_over_the_limit_are_a_banner_for_administrators_until_they_are_not() {
    let server = TestServer::start().await;
    let id = server.add(plain("one@people.example", "contributor")).await.person.id;
    take_up(&server.host(), in_force(&license([50, 50, 50]))).await.unwrap();
    let designers = server.cx_as(BaseRole::Super).await;
    let designers = look(&designers).await.unwrap().seats[1].used;
    let less = license([50, u32::try_from(designers - 1).unwrap(), 50]);
    server.advance(DAY_MS);
    let since = server.host().text().date(server.now_ms());
    take_up(&server.host(), in_force(&license([50, 50, 50]))).await.unwrap();
    let mut admin = server.browser_of(BaseRole::Admin).await;
    let before = admin.get("/admin/groups").await;

    take_up(&server.host(), InForce { text: "less".into(), ..in_force(&less) }).await.unwrap();
    server.advance(3 * DAY_MS);
    // Another license that gives as little does not begin anew.
    take_up(&server.host(), InForce { text: "again".into(), ..in_force(&less) }).await.unwrap();
    let over = server.browser_of(BaseRole::Admin).await.get("/admin/groups").await;
    let over_page = server.browser_of(BaseRole::Admin).await.get("/admin/license").await;
    let viewer = server.browser_of(BaseRole::Consumer).await.get("/").await;
    update(&server.host(), &id, UserPatch { active: Some(false), ..UserPatch::default() }).await.unwrap();
    let after = server.browser_of(BaseRole::Admin).await.get("/admin/groups").await;

    let said = format!(
        "More seats are used than there are since {since}: Designers {designers} of {}. Nobody is locked out",
        designers - 1
    );
    assert!(over.says(&said), "{said}: {}", over.body);
    assert!(over.body.contains("href=\"/admin/license#seats\""), "{}", over.body);
    for page in [before, viewer, after] {
        assert!(page.status == 200 && !page.says("More seats are used"), "{}", page.body);
    }
    let seats = over_page.body.split("id=\"seats\"").nth(1).unwrap();
    assert!(seats.contains("href=\"/admin/users\"") && seats.contains("one over"), "{seats}");
    server.finish().await;
}

#[tokio::test]
async fn seats_over_a_limit_of_the_configuration_are_a_banner_without_a_day() {
    let server = TestServer::start_with(|config| config.seats.administrators = 3).await;
    // As if one more was there before somebody set that limit.
    server.sql("update seat_counters set administrators = 4").await;

    let page = server.browser_of(BaseRole::Admin).await.get("/admin/groups").await;

    server.sql("update seat_counters set administrators = 3").await;
    assert!(page.says("More seats are used than there are: Administrators 4 of 3. Nobody"), "{}", page.body);
    assert!(!page.says("than there are since"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn warnings_are_not_below_a_word_that_all_is_well() {
    let server = TestServer::start().await;
    take_up(&server.host(), in_force(&license([50, 50, 50]))).await.unwrap();
    let mut browser = server.browser_of(BaseRole::Super).await;
    let well = browser.get("/admin/license").await;
    take_up(&server.host(), InForce { is_clone_suspected: true, ..in_force(&license([50, 50, 50])) })
        .await
        .unwrap();
    let warned = browser.get("/admin/license").await;
    take_up(&server.host(), in_force(&license([1, 50, 50]))).await.unwrap();
    let over = browser.get("/admin/license").await;

    assert!(over.says("Everything works, but there is a warning."), "{}", over.body);
    assert!(well.says("Everything works."), "{}", well.body);
    assert!(warned.says("Everything works, but there is a warning.") && !warned.says("Everything works."));
    server.finish().await;
}

#[tokio::test]
async fn dormant_holders_are_named_and_the_caller_is_not() {
    let server = TestServer::start().await;
    server.add(plain("gone@people.example", "contributor")).await;
    server.advance(40 * DAY_MS);
    server.browser().sign_in(&email_of(BaseRole::Contributor), PASSWORD).await;
    server.write_used().await;

    let view = look(&server.cx_as(BaseRole::Super).await).await.unwrap();

    let designers: Vec<&str> = view.dormant[1].iter().map(|one| one.email.as_str()).collect();
    assert!(designers.contains(&"gone@people.example"), "{designers:?}");
    assert!(view.dormant[0].iter().all(|one| one.email != email_of(BaseRole::Super)));
    update(&server.host(), "gone@people.example", UserPatch { active: Some(false), ..UserPatch::default() })
        .await
        .unwrap();
    let view = look(&server.cx_as(BaseRole::Super).await).await.unwrap();
    assert!(view.dormant[1].iter().all(|one| one.email != "gone@people.example"));
    server.finish().await;
}

#[tokio::test]
async fn one_click_frees_a_seat() {
    let server = TestServer::start().await;
    let id = server.add(plain("gone@people.example", "contributor")).await.person.id;
    server.advance(40 * DAY_MS);
    let mut browser = server.browser_of(BaseRole::Super).await;

    let page = browser.get("/admin/license").await;
    let freed = browser.submit_to("/admin/license", "/admin/license/free", &[("user", &id)]).await;
    let again = browser.submit_to("/admin/license", "/admin/license/free", &[("user", "nobody")]).await;

    assert!(page.says("gone") || page.says("Grace Hopper"), "{}", page.body);
    assert_eq!(freed.location(), "/admin/license?done=freed", "{}", freed.body);
    assert_eq!(again.location(), "/admin/license");
    assert!(browser.get("/admin/license?done=freed").await.says("The seat is free"));
    server.finish().await;
}

#[tokio::test]
async fn every_page_opens_and_the_diagnosis_runs() {
    let server = TestServer::start().await;
    let mut soon = license([1, 50, 50]);
    soon.valid_until = Some(seatwarden_license_file::Time::from_ms(server.now_ms() + 5 * DAY_MS + 1));
    // The lease goes on being renewed; what was bought ends.
    let in_force = InForce { is_clone_suspected: true, trouble_since_ms: server.now_ms(), ..in_force(&soon) };
    take_up(&server.host(), in_force).await.unwrap();
    let mut browser = server.browser_of(BaseRole::Super).await;

    for path in [
        "/admin/license",
        "/admin/license/request",
        "/admin/license/return",
        "/admin/license/diagnosis",
        "/admin/license/simulation?at=2027-03-01&designers=1&unreached=on",
    ] {
        let page = browser.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.body);
    }
    let page = browser.get("/admin/license").await;
    let diagnosis = browser.submit("/admin/license/diagnosis", &[]).await;

    assert!(page.says("The license ends soon") && page.says("5 days are left"), "{}", page.body);
    assert!(page.says("Administrators: 2 over") && page.says("seems to run"), "{}", page.body);
    assert_eq!(diagnosis.status, 200, "{}", diagnosis.body);
    assert!(diagnosis.body.contains("activate.no_server"), "{}", diagnosis.body);
    server.finish().await;
}

#[tokio::test]
async fn the_row_limit_has_a_line_also_where_there_is_none() {
    let server = TestServer::start().await;
    let mut unlimited = license([9, 9, 9]);
    unlimited.limits.clear();
    take_up(&server.host(), in_force(&unlimited)).await.unwrap();

    let page = server.browser_of(BaseRole::Super).await.get("/admin/license").await;

    let line = page.body.split("Row Limit").nth(1).unwrap_or_default();
    let value: String = line.split("<dd").nth(1).unwrap_or_default().chars().take(40).collect();
    assert!(value.contains("Unlimited"), "{value}");
    server.finish().await;
}

#[tokio::test]
async fn who_lives_on_files_by_hand_is_not_renewed_and_is_not_offered_it() {
    let server = TestServer::start().await;
    let mut bought = license([5, 10, 20]);
    bought.renew_by = seatwarden_license_file::Time::from_ms(server.now_ms() + 20 * DAY_MS);
    let leased = InForce { lease_until: Some(bought.renew_by), ..in_force(&bought) };
    let mut browser = server.browser_of(BaseRole::Super).await;
    let at = seatwarden_license_file::Time::from_ms(server.now_ms() + 30 * DAY_MS).to_string();
    let path = format!("/admin/license/simulation?at={}", &at[..10]);

    take_up(&server.host(), in_force(&bought)).await.unwrap();
    let (page, then) = (browser.get("/admin/license").await, browser.get(&path).await);
    take_up(&server.host(), leased).await.unwrap();
    let (leased_page, leased_then) = (browser.get("/admin/license").await, browser.get(&path).await);

    assert!(!page.says("Renew now") && !page.says("renews by itself"), "{}", page.body);
    assert!(page.says("Give the license back"), "{}", page.body);
    assert!(then.says("reached no more") && then.says("grace"), "{}", then.body);
    assert!(leased_page.says("Renew now"), "{}", leased_page.body);
    assert!(leased_then.says("the license server is reached"), "{}", leased_then.body);
    server.finish().await;
}

#[tokio::test]
async fn a_day_to_come_and_other_seats_are_told_and_change_nothing() {
    let server = TestServer::start().await;
    let mut bought = license([5, 10, 20]);
    // The license server signs it anew before that, as long as it was bought.
    bought.renew_by = seatwarden_license_file::Time::from_ms(server.now_ms() + 20 * DAY_MS);
    let leased = InForce { lease_until: Some(bought.renew_by), ..in_force(&bought) };
    take_up(&server.host(), leased).await.unwrap();
    let token = server.token_of(BaseRole::Super).await;
    let ask = async |query: &str| {
        let path = format!("/api/v1/license/simulation{query}");
        server.request("GET", &path).bearer(&token).send().await
    };
    let day = |days: i64| seatwarden_license_file::Time::from_ms(server.now_ms() + days * DAY_MS).to_string();

    let now = ask("").await.json();
    let renewed = ask(&format!("?at={}", day(50))).await.json();
    let alone = ask(&format!("?at={}&unreached=true", day(30))).await.json();
    let over = ask(&format!("?at={}&administrators=1", day(115))).await.json();

    assert_eq!((&now["state"], &now["differences"]), (&json!("active"), &json!([])));
    assert_eq!(
        (&renewed["state"], &alone["state"], &over["state"]),
        (&json!("active"), &json!("grace"), &json!("limited"))
    );
    assert!(alone["stopped"].as_array().unwrap().contains(&json!("add_users")), "{alone}");
    assert!(over["works"].as_array().unwrap().contains(&json!("sign_in")), "{over}");
    assert_eq!(
        (&over["seats"][0]["limit"], &over["differences"][0]["what"]),
        (&json!(1), &json!("seats.administrators"))
    );
    assert!(over["seats"][0]["over"].as_i64().unwrap() > 0, "{over}");
    for (query, code) in [
        ("?at=tomorrow", "license_utilization.bad_day"),
        ("?at=1969-01-01", "license_utilization.early_day"),
        ("?at=1969-12-31T23:59:59Z", "license_utilization.early_day"),
        ("?designers=-1", "license_utilization.bad_seats"),
        ("?viewers=99999999999", "license_utilization.bad_seats"),
    ] {
        let refused = ask(query).await;
        assert_eq!((refused.status, &refused.json()["code"]), (422, &json!(code)), "{query}");
    }
    assert_eq!(server.app.in_force().seats().unwrap(), [Some(5), Some(10), Some(20)]);
    let mut browser = server.browser_of(BaseRole::Super).await;
    let page = browser.get(&format!("/admin/license/simulation?at={}&designers=0", &day(115)[..10])).await;
    assert!(page.status == 200 && page.says("ended, limited") && page.says("adding users"), "{}", page.body);
    assert_eq!(browser.get("/admin/license/simulation?at=x").await.status, 422);
    server.finish().await;
}
