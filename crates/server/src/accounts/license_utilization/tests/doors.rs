//! Seats at every door, with the limits of a license, for many at once.

use super::{in_force, license, plain, take_up};
use crate::{
    accounts::{
        import,
        seats::{NONE_LEFT, check, list},
        users::{
            Credential, NewUser, OtherNames, UserPatch, bring_back, check_new, create, create_in, delete,
            invite_again, update,
        },
    },
    cx::{BaseRole, Origin},
    testing::{NEW_PASSWORD, TestServer, assert_refused},
};

fn active(active: bool) -> UserPatch {
    UserPatch { active: Some(active), ..UserPatch::default() }
}

fn role(name: &str) -> UserPatch {
    UserPatch { role: Some(name.to_owned()), ..UserPatch::default() }
}

/// A server whose license has so many seats for Designers; two are taken by the sample users.
async fn with_designers(designers: u32) -> TestServer {
    // What is configured counts no more.
    let server = TestServer::start_with(|config| config.seats.designers = 90).await;
    take_up(&server.host(), in_force(&license([500, designers, 500]))).await.unwrap();
    server
}

async fn designers(server: &TestServer) -> (i64, Option<i64>) {
    let [_, designers, _] = list(&server.host()).await.unwrap();
    (designers.used, designers.limit)
}

#[tokio::test]
async fn a_license_that_is_lowered_locks_nobody_out_and_lets_nobody_else_in() {
    let server = with_designers(5).await;
    let host = server.host();
    for name in ["a", "b", "c"] {
        server.add(plain(&format!("{name}@people.example"), "contributor")).await;
    }

    take_up(&host, in_force(&license([500, 2, 500]))).await.unwrap();

    assert_eq!(designers(&server).await, (5, Some(2)));
    server.browser_of(BaseRole::Contributor).await;
    update(&host, "a@people.example", UserPatch { first_name: Some("Ann".into()), ..UserPatch::default() })
        .await
        .unwrap();
    assert_refused(create(&host, vec![plain("d@people.example", "contributor")]).await, &NONE_LEFT);
    for name in ["a", "b", "c"] {
        update(&host, &format!("{name}@people.example"), active(false)).await.unwrap();
        assert_refused(create(&host, vec![plain("d@people.example", "contributor")]).await, &NONE_LEFT);
    }
    update(&host, server.id_of(BaseRole::DataDesigner), role("consumer")).await.unwrap();
    // A freed seat is usable at once.
    create(&host, vec![plain("d@people.example", "contributor")]).await.unwrap();
    assert_eq!(designers(&server).await, (2, Some(2)));
    server.finish().await;
}

#[tokio::test]
async fn a_kind_of_seat_that_the_license_does_not_have_is_not_without_limit() {
    let server = TestServer::start().await;
    take_up(&server.host(), in_force(&license([500, 0, u32::MAX]))).await.unwrap();

    let designer = create(&server.host(), vec![plain("a@people.example", "contributor")]).await;

    assert_refused(designer, &NONE_LEFT);
    create(&server.host(), vec![plain("b@people.example", "consumer")]).await.unwrap();
    assert_eq!(list(&server.host()).await.unwrap().map(|seat| seat.limit), [Some(500), Some(0), None]);
    server.finish().await;
}

/// What a door does with one seat more; `number` tells the tries apart. True if it let somebody in.
async fn knock(server: &TestServer, door: &str, number: usize, token: &str) -> bool {
    let host = server.host();
    let email = format!("{}{number}@people.example", door.replace(' ', "-"));
    let body = serde_json::json!({
        "email": email, "userName": email, "roleId": "contributor", "password": NEW_PASSWORD,
    });
    let status = match door {
        "v0.9" => {
            let answer = server.request("POST", "/api/users").bearer(token).json(&body).send().await;
            assert!(answer.status == 200 || answer.error() == (2007, 400), "{}", answer.body);
            answer.status
        }
        "v1" => {
            let answer = server.request("POST", "/api/v1/users").bearer(token).json(&body).send().await;
            assert!(answer.status == 201 || answer.error() == (2007, 400), "{}", answer.body);
            answer.status
        }
        "page" => {
            let done = create(&server.cx_as(BaseRole::Admin).await, vec![plain(&email, "contributor")]).await;
            return is_in(done);
        }
        "sso" => return arrive(&host, &email).await,
        "role" => {
            create(&host, vec![plain(&email, "consumer")]).await.unwrap();
            let done = update(&host, &email, role("dataDesigner")).await;
            return is_in(done);
        }
        "reactivation" => {
            create(&host, vec![NewUser { active: Some(false), ..plain(&email, "contributor") }])
                .await
                .unwrap();
            let done = update(&host, &email, active(true)).await;
            return is_in(done);
        }
        "coming back" => {
            let made =
                create(&host, vec![NewUser { active: Some(false), ..plain(&email, "contributor") }]).await;
            let id = made.unwrap().remove(0).person.id;
            delete(&host, std::slice::from_ref(&email)).await.unwrap();
            bring_back(&host, &id, &OtherNames::default()).await.unwrap();
            let done = update(&host, &email, active(true)).await;
            return is_in(done);
        }
        other => panic!("no door {other}"),
    };
    status < 300
}

fn is_in<T>(done: seatwarden_base::Result<T>) -> bool {
    match done {
        Ok(_) => true,
        Err(error) => {
            assert!(error.is(&NONE_LEFT), "{error}");
            false
        }
    }
}

/// Whoever comes in by Single Sign On is made so, inside the action that signs them in.
async fn arrive(host: &crate::cx::Cx, email: &str) -> bool {
    let new = NewUser { active: Some(true), origin: Some(Origin::Sso), ..plain(email, "contributor") };
    let new = check_new(new).unwrap();
    let mut tx = host.db.write().await.unwrap();
    match create_in(&mut tx, host, new, None).await {
        Ok(_) => {
            tx.commit().await.unwrap();
            true
        }
        Err(error) => {
            assert!(error.is(&NONE_LEFT), "{error}");
            false
        }
    }
}

async fn sixty_four_at(door: &'static str) {
    let server = with_designers(12).await;
    let token = server.token_of(BaseRole::Admin).await;
    let tries = (0..64).map(|number| knock(&server, door, number, &token));

    let let_in = futures_util::future::join_all(tries).await.into_iter().filter(|done| *done).count();

    assert_eq!(let_in, 10, "{door}: two seats were taken already");
    assert_eq!(designers(&server).await, (12, Some(12)));
    assert!(check(&server.host()).await.unwrap(), "the ledger is right");
    // The freed seat is usable at once.
    update(&server.host(), server.id_of(BaseRole::DataDesigner), active(false)).await.unwrap();
    assert!(knock(&server, door, 64, &token).await, "{door}");
    assert!(!knock(&server, door, 65, &token).await, "{door}");
    server.finish().await;
}

#[tokio::test]
async fn sixty_four_at_the_page_get_exactly_what_the_license_has() {
    sixty_four_at("page").await;
}

#[tokio::test]
async fn sixty_four_over_v09_get_exactly_what_the_license_has() {
    sixty_four_at("v0.9").await;
}

#[tokio::test]
async fn sixty_four_over_v1_get_exactly_what_the_license_has() {
    sixty_four_at("v1").await;
}

#[tokio::test]
async fn sixty_four_by_single_sign_on_get_exactly_what_the_license_has() {
    sixty_four_at("sso").await;
}

#[tokio::test]
async fn sixty_four_rows_of_an_import_get_exactly_what_the_license_has() {
    let server = with_designers(12).await;
    let cx = server.cx_as(BaseRole::Admin).await;
    let mut table = "email,role\n".to_owned();
    for number in 0..64 {
        table.extend([format!("row{number}@people.example,contributor\n")]);
    }
    let options = import::Options {
        changes_existing: false,
        invites: false,
        makes_groups: false,
        leaves_groups: false,
        takes_lookalikes: false,
        ..import::Options::default()
    };
    let read = import::upload(&cx, "people.csv", table.into()).await.unwrap();
    import::check(&cx, &read.id, Some(read.version), read.columns.clone(), options).await.unwrap();
    server.run_jobs().await;
    let checked = import::find(&cx, &read.id).await.unwrap();
    import::apply(&cx, &read.id, Some(checked.version)).await.unwrap();
    server.run_jobs().await;

    let applied = import::find(&cx, &read.id).await.unwrap();

    assert_eq!((applied.counts.0[0], designers(&server).await), (10, (12, Some(12))));
    assert!(check(&server.host()).await.unwrap());
    server.finish().await;
}

#[tokio::test]
async fn sixty_four_who_accept_their_invitations_get_exactly_what_the_license_has() {
    let server = with_designers(12).await;
    let emails: Vec<String> = (0..64).map(|number| format!("guest{number}@people.example")).collect();
    for email in &emails {
        server.add(NewUser { credential: Credential::Invited, ..plain(email, "contributor") }).await;
    }
    server.run_jobs().await;
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let tries = emails.iter().map(|email| {
        let (path, server) = (server.mail_to(email).link(), &server);
        async move { server.browser().submit(&path, &fields).await.status }
    });

    let answers = futures_util::future::join_all(tries).await;

    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 10, "{answers:?}");
    assert!(answers.iter().all(|status| [303, 409].contains(status)), "{answers:?}");
    assert_eq!(designers(&server).await, (12, Some(12)));
    server.finish().await;
}

#[tokio::test]
async fn sixty_four_changes_of_role_get_exactly_what_the_license_has() {
    sixty_four_at("role").await;
}

#[tokio::test]
async fn sixty_four_reactivations_get_exactly_what_the_license_has() {
    sixty_four_at("reactivation").await;
}

#[tokio::test]
async fn sixty_four_who_come_back_get_exactly_what_the_license_has() {
    sixty_four_at("coming back").await;
}

#[tokio::test]
async fn an_invitation_is_refused_where_no_seat_is_and_takes_one_when_it_is_accepted() {
    let server = with_designers(3).await;
    let host = server.host();
    let invited = |email: &str| NewUser { credential: Credential::Invited, ..plain(email, "contributor") };
    server.add(invited("first@people.example")).await;
    let second = server.add(invited("second@people.example")).await.person;
    server.run_jobs().await;
    let (first, path) =
        (server.mail_to("first@people.example").link(), server.mail_to("second@people.example").link());
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];

    assert_eq!(server.browser().submit(&first, &fields).await.status, 303);
    let full = server.browser().submit(&path, &fields).await;
    let again = invite_again(&host, &second.id).await;

    assert_eq!(full.status, 409, "{}", full.body);
    assert!(full.says("There is no seat free for you right now"));
    assert!(again.is_err());
    assert_refused(create(&host, vec![invited("third@people.example")]).await, &NONE_LEFT);
    update(&host, "first@people.example", active(false)).await.unwrap();
    assert_eq!(server.browser().submit(&path, &fields).await.status, 303);
    server.finish().await;
}
