//! What seats promise.

use super::{NONE_LEFT, Seat, check, list};
use crate::{
    accounts::users::{
        Credential, NewUser, OtherNames, UserPatch, bring_back, create, delete, pass_sysadmin, update,
    },
    cx::{BUILT_IN, BaseRole},
    testing::{NEW_PASSWORD, TestServer, assert_refused, email_of, new_user},
};

const NEW: &str = "new@people.example";

/// A user without a password: nothing to hash.
fn plain(email: &str, role: &str) -> NewUser {
    NewUser { credential: Credential::None, ..new_user(email, role) }
}

fn role(name: &str) -> UserPatch {
    UserPatch { role: Some(name.to_owned()), ..UserPatch::default() }
}

fn active(active: bool) -> UserPatch {
    UserPatch { active: Some(active), ..UserPatch::default() }
}

async fn used(server: &TestServer) -> [i64; 3] {
    list(&server.host()).await.unwrap().map(|taken| taken.used)
}

/// Fails unless the ledger says what a count of all users says.
async fn assert_exact(server: &TestServer) {
    assert!(check(&server.host()).await.unwrap(), "the ledger is wrong");
}

/// A server with so many seats for Designers; two are taken by the sample users.
async fn with_designers(designers: u32) -> TestServer {
    TestServer::start_with(|config| config.seats.designers = designers).await
}

#[test]
fn each_role_takes_the_seat_of_its_kind() {
    let seats = BUILT_IN.map(Seat::of);

    let (administrators, designers) = (Seat::Administrators, Seat::Designers);
    assert_eq!(seats, [administrators, administrators, administrators, designers, designers, Seat::Viewers]);
}

#[tokio::test]
async fn every_active_user_takes_a_seat_and_nobody_else() {
    let server = TestServer::start().await;
    assert_eq!(used(&server).await, [3, 2, 1]);
    let host = server.host();

    let added = create(&host, vec![plain(NEW, "admin"), plain("b@people.example", "")]).await.unwrap();
    assert_eq!(used(&server).await, [4, 2, 2]);
    update(&host, NEW, role("dataDesigner")).await.unwrap();
    assert_eq!(used(&server).await, [3, 3, 2]);
    update(&host, NEW, active(false)).await.unwrap();
    update(&host, NEW, role("consumer")).await.unwrap();
    assert_eq!(used(&server).await, [3, 2, 2]);
    update(&host, NEW, active(true)).await.unwrap();
    assert_eq!(used(&server).await, [3, 2, 3]);
    delete(&host, &added.iter().map(|user| user.person.id.clone()).collect::<Vec<_>>()).await.unwrap();

    assert_eq!(used(&server).await, [3, 2, 1]);
    assert_exact(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn no_door_leads_past_the_last_seat() {
    let server = with_designers(2).await;
    let host = server.host();
    server.add(plain(NEW, "consumer")).await;
    server.add(NewUser { active: Some(false), ..plain("off@people.example", "contributor") }).await;
    let body =
        serde_json::json!({ "email": "x@people.example", "roleId": "designer", "password": NEW_PASSWORD });
    let token = server.token_of(BaseRole::Admin).await;

    assert_refused(create(&host, vec![plain("x@people.example", "contributor")]).await, &NONE_LEFT);
    assert_refused(update(&host, NEW, role("dataDesigner")).await, &NONE_LEFT);
    assert_refused(update(&host, "off@people.example", active(true)).await, &NONE_LEFT);
    let invited = NewUser { credential: Credential::Invited, ..plain("x@people.example", "contributor") };
    assert_refused(create(&host, vec![invited]).await, &NONE_LEFT);
    let answer = server.request("POST", "/api/users").bearer(&token).json(&body).send().await;
    assert_eq!(answer.error(), (2007, 400), "{}", answer.body);

    // From one Designer's role to the other nothing is taken.
    update(&host, server.id_of(BaseRole::Contributor), role("dataDesigner")).await.unwrap();
    assert_eq!(used(&server).await, [3, 2, 2]);
    assert_exact(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn who_is_invited_gets_no_role_that_has_no_seat_left() {
    let server = with_designers(2).await;
    let host = server.host();
    let invited = |email: &str, role: &str| NewUser { credential: Credential::Invited, ..plain(email, role) };
    create(&host, vec![invited(NEW, "consumer")]).await.unwrap();

    assert_refused(update(&host, NEW, role("contributor")).await, &NONE_LEFT);
    update(&host, NEW, role("admin")).await.unwrap();
    update(&host, server.id_of(BaseRole::Contributor), role("consumer")).await.unwrap();
    update(&host, NEW, role("contributor")).await.unwrap();

    assert_eq!(used(&server).await, [3, 1, 2], "who is invited takes none");
    assert_exact(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn users_of_one_call_find_seats_all_or_none() {
    let server = with_designers(3).await;
    let two = vec![plain("a@people.example", "contributor"), plain("b@people.example", "designer")];

    assert_refused(create(&server.host(), two).await, &NONE_LEFT);

    assert_eq!(used(&server).await, [3, 2, 1]);
    server.finish().await;
}

#[tokio::test]
async fn a_refusal_says_how_many_there_are_and_who_was_away_longest() {
    let server = with_designers(2).await;
    let refused = create(&server.cx_as(BaseRole::Admin).await, vec![plain(NEW, "contributor")]).await;

    let error = refused.unwrap_err();
    let (message, next) = server.host().text().refusal(error.refusal().unwrap());

    assert_eq!(message, "Not enough seats are left: Designers 2 of 2 used.");
    assert!(next.unwrap().ends_with("Away longest: Grace Hopper, Grace Hopper."));
    assert_eq!(error.refusal().unwrap().field, Some("roleId"));

    let token = server.token_of(BaseRole::Admin).await;
    let body = serde_json::json!([{ "email": NEW, "roleId": "contributor" }]);
    let of_v09 = server.request("POST", "/api/users").bearer(&token).json(&body).send().await;
    let message = of_v09.json()["error"]["message"].as_str().unwrap_or_default().to_owned();
    assert!(message.starts_with("Not enough seats are left: Designers 2 of 2 used. "), "{message}");
    assert!(message.ends_with("Away longest: Grace Hopper, Grace Hopper."), "{message}");
    server.finish().await;
}

#[tokio::test]
async fn whoever_is_refused_a_seat_is_not_among_those_who_could_free_one() {
    let server = TestServer::start_with(|config| config.seats.administrators = 3).await;

    let refused = create(&server.cx_as(BaseRole::Admin).await, vec![plain(NEW, "admin")]).await.unwrap_err();
    let (_, next) = server.host().text().refusal(refused.refusal().unwrap());

    // Of the three the Sys. Admin's seat cannot be freed, and one of the others is the caller.
    assert!(next.unwrap().ends_with("Away longest: Grace Hopper."));
    server.finish().await;
}

#[tokio::test]
async fn an_invitation_takes_its_seat_when_it_is_accepted() {
    let server = with_designers(3).await;
    let host = server.host();
    server.add(NewUser { credential: Credential::Invited, ..plain(NEW, "contributor") }).await;
    assert_eq!(used(&server).await, [3, 2, 1]);
    server.run_jobs().await;
    let path = server.mail_to(NEW).link();
    server.add(plain("faster@people.example", "contributor")).await;
    let mut browser = server.browser();
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];

    let full = browser.submit(&path, &fields).await;
    assert_eq!(full.status, 409, "{}", full.body);
    assert!(full.says("There is no seat free for you right now") && !full.says("Away longest"));
    update(&host, "faster@people.example", active(false)).await.unwrap();
    let free = browser.submit(&path, &fields).await;

    assert_eq!(free.status, 303, "{}", free.body);
    assert_eq!(used(&server).await, [3, 3, 1]);
    assert_exact(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn a_limit_below_what_is_used_locks_nobody_out() {
    let server = with_designers(3).await;
    let host = server.host();
    let names = UserPatch { first_name: Some("Flo".into()), ..UserPatch::default() };

    // As if there had been five seats when they were taken.
    server.sql("update seat_counters set designers = 5").await;

    server.browser_of(BaseRole::DataDesigner).await;
    update(&host, server.id_of(BaseRole::DataDesigner), names).await.unwrap();
    update(&host, server.id_of(BaseRole::Contributor), role("dataDesigner")).await.unwrap();
    update(&host, server.id_of(BaseRole::Contributor), active(false)).await.unwrap();
    assert_eq!(used(&server).await, [3, 4, 1]);
    assert_refused(create(&host, vec![plain(NEW, "contributor")]).await, &NONE_LEFT);
    server.finish().await;
}

#[tokio::test]
async fn sixty_four_at_once_take_exactly_the_seats_there_are() {
    let server = with_designers(12).await;
    server.add(plain(NEW, "consumer")).await;
    let tries = (0..64).map(|number| {
        let host = server.host();
        tokio::spawn(async move {
            let email = format!("user{number}@people.example");
            match number % 4 {
                // Deleted and deactivated ones give their seats back, and somebody else may take them.
                0 => {
                    create(&host, vec![plain(&email, "contributor")]).await?;
                    update(&host, &email, active(false)).await?;
                    update(&host, &email, active(true)).await.map(|_| ())
                }
                1 => {
                    create(&host, vec![plain(&email, "consumer")]).await?;
                    update(&host, &email, role("dataDesigner")).await.map(|_| ())
                }
                2 => {
                    create(&host, vec![plain(&email, "contributor")]).await?;
                    delete(&host, &[email]).await.map(|_| ())
                }
                _ => create(&host, vec![plain(&email, "contributor"), plain(&format!("x{email}"), "admin")])
                    .await
                    .map(|_| ()),
            }
        })
    });
    for done in futures_util::future::join_all(tries).await {
        match done.unwrap() {
            Ok(()) => {}
            Err(error) => assert!(error.is(&NONE_LEFT), "{error}"),
        }
    }

    let [_, designers, _] = list(&server.host()).await.unwrap();
    assert_eq!((designers.limit, designers.used), (Some(12), 12));
    assert_exact(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn two_who_delete_the_same_user_free_one_seat() {
    let server = TestServer::start().await;
    server.add(plain(NEW, "contributor")).await;

    // Named twice in one call, they are one.
    let tries = (0..16).map(|number| {
        let host = server.host();
        let who = vec![NEW.to_owned(); 1 + number % 2];
        tokio::spawn(async move { delete(&host, &who).await.is_ok() })
    });
    let done = futures_util::future::join_all(tries).await;

    assert_eq!(done.into_iter().filter(|done| *done.as_ref().unwrap()).count(), 1);
    assert_exact(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn passing_the_sysadmin_on_takes_the_seat_of_an_administrator() {
    for (administrators, fits) in [(4, true), (3, false)] {
        let server = TestServer::start_with(|config| config.seats.administrators = administrators).await;
        let (from, to) = (server.id_of(BaseRole::Super), server.id_of(BaseRole::Consumer));

        let mut tx = server.app.db.write().await.unwrap();
        let passed = pass_sysadmin(&mut tx, &server.host(), from, to).await;

        if fits {
            passed.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(used(&server).await, [4, 2, 0]);
        } else {
            assert_refused(passed, &NONE_LEFT);
            drop(tx);
        }
        assert_exact(&server).await;
        server.finish().await;
    }
}

#[tokio::test]
async fn a_deleted_user_takes_a_seat_by_coming_back() {
    let server = with_designers(3).await;
    let host = server.host();
    let gone = server.add(plain(NEW, "contributor")).await.person;
    delete(&host, &[NEW.to_owned()]).await.unwrap();
    server.add(plain("faster@people.example", "contributor")).await;

    assert_refused(bring_back(&host, &gone.id, &OtherNames::default()).await, &NONE_LEFT);
    update(&host, "faster@people.example", active(false)).await.unwrap();
    bring_back(&host, &gone.id, &OtherNames::default()).await.unwrap();

    assert_eq!(used(&server).await, [3, 3, 1]);
    assert_exact(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn a_wrong_ledger_is_put_right_at_the_start_and_told() {
    let server = TestServer::start().await;
    server.sql("update seat_counters set viewers = 900").await;

    assert!(!check(&server.host()).await.unwrap());

    assert_eq!(used(&server).await, [3, 2, 1]);
    let told = server.events_named("seats.rebuild").await;
    assert_eq!(told.len(), 1);
    assert!(told[0].before_json.as_ref().unwrap().contains("900"));
    assert_exact(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn administrators_see_the_counters_on_the_page_and_over_the_api() {
    let server = with_designers(5).await;
    for (role, sees) in
        [(BaseRole::Super, true), (BaseRole::DataAdmin, true), (BaseRole::DataDesigner, false)]
    {
        let token = server.token_of(role).await;
        let answer = server.request("GET", "/api/v1/seats").bearer(&token).send().await;
        assert_eq!(answer.status, if sees { 200 } else { 403 }, "{}", email_of(role));
    }
    let token = server.token_of(BaseRole::Admin).await;

    let items = server.request("GET", "/api/v1/seats").bearer(&token).send().await.json()["items"].clone();
    let page = server.browser_of(BaseRole::Admin).await.get("/admin/users").await;

    let designers = serde_json::json!({ "seat": "designers", "used": 2, "limit": 5, "left": 3 });
    assert_eq!(items[1], designers);
    assert_eq!(items[2], serde_json::json!({ "seat": "viewers", "used": 1, "limit": null, "left": null }));
    assert!(page.says("2 of 5 used") && page.says("1 used, no limit"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn an_open_page_asks_for_the_counters_again_and_that_keeps_no_session_alive() {
    let server = with_designers(5).await;
    let mut browser = server.browser_of(BaseRole::Admin).await;
    assert!(browser.get("/admin/users").await.says("data-refresh=\"/admin/seats\""));
    assert!(browser.get("/admin/license").await.says("data-refresh=\"/admin/seats\""));
    let first = browser.get("/admin/seats").await;
    let tag = first.header("etag").to_owned();
    assert!(first.says("2 of 5 used") && !first.says("<html"), "{}", first.body);

    let same = browser.request("GET", "/admin/seats").header("if-none-match", &tag).send().await;
    server.add(plain("designer@people.example", "contributor")).await;
    let other = browser.request("GET", "/admin/seats").header("if-none-match", &tag).send().await;

    assert_eq!((same.status, same.body.as_str()), (304, ""));
    assert!(other.status == 200 && other.says("3 of 5 used"), "{}", other.body);
    let idle_minutes = i64::from(server.app.config.sessions.idle_minutes);
    for _ in 0..idle_minutes {
        server.advance(60_000);
        server.write_used().await;
        browser.request("GET", "/admin/seats").send().await;
    }
    assert!(!browser.is_signed_in().await);
    server.finish().await;
}
