//! What becomes of offers that nobody accepts.

use serde_json::json;

use super::{ADMIN, SUPER, forget_mails, password, sysadmin};
use crate::{
    accounts::{
        sysadmin_transfer::{
            actions::{accept, end_offer, offer},
            model::{NO_OFFER, NOT_ADMIN},
        },
        users::{self, NewUser, UserPatch},
    },
    cx::Origin,
    testing::{DAY_MS, PASSWORD, TestServer, assert_refused, email_of, new_user},
};

#[tokio::test]
async fn an_offer_to_somebody_who_is_no_admin_any_more_says_so() {
    let server = TestServer::start().await;
    let mut old = server.browser_of(SUPER).await;
    let to = email_of(ADMIN);
    let fields = [("to", to.as_str()), ("current_password", PASSWORD)];
    old.submit_to("/admin/sysadmin", "/admin/sysadmin/offer", &fields).await;
    let token = server.token_of(SUPER).await;
    let can_be_accepted = async || {
        let open = server.request("GET", "/api/v1/sysadmin/offer").bearer(&token).send().await;
        open.json()["offer"]["canBeAccepted"].as_bool().unwrap()
    };
    assert!(old.get("/admin/sysadmin").await.says("can accept it until") && can_be_accepted().await);

    let weaker = UserPatch { role: Some("consumer".into()), ..UserPatch::default() };
    users::update(&server.host(), &to, weaker).await.unwrap();

    let waiting = old.get("/admin/sysadmin").await;
    assert!(waiting.says("is not an active Admin any more"), "{}", waiting.body);
    assert!(!waiting.says("can accept it until") && !can_be_accepted().await);
    let taken_back = old.submit_to("/admin/sysadmin", "/admin/sysadmin/end-offer", &[]).await;
    assert_eq!(taken_back.status, 303);
    server.finish().await;
}

#[tokio::test]
async fn who_could_never_accept_is_offered_nothing_and_a_deactivated_admin_is_to_be_reactivated() {
    let server = TestServer::start().await;
    let service = json!({ "name": "Nightly sync", "role": "admin" });
    let key = server.x_api_key(ADMIN).await;
    let made = server.request("POST", "/api/v1/users/service-accounts").header("x-api-key", &key);
    let made = made.json(&service).send().await;
    assert_eq!(made.status, 201, "{}", made.body);
    let service = made.json()["_id"].as_str().unwrap().to_owned();
    let sso =
        server.add(NewUser { origin: Some(Origin::Sso), ..new_user("sso@people.example", "admin") }).await;
    let asleep = server.add(new_user("asleep@people.example", "admin")).await.person.id;
    let sleep = UserPatch { active: Some(false), ..UserPatch::default() };
    users::update(&server.host(), &asleep, sleep).await.unwrap();
    let token = server.token_of(SUPER).await;
    let mut page = server.browser_of(SUPER).await;

    for (to, code, next) in [
        (
            &service,
            "sysadmin_transfer.no_password",
            "Offer the role to an Admin who signs in with a password.",
        ),
        (&sso.person.id, "sysadmin_transfer.no_password", "Offer the role to an Admin who signs in"),
        (&asleep, "sysadmin_transfer.inactive", "Reactivate them first"),
    ] {
        let body = json!({ "to": to, "currentPassword": PASSWORD });
        let request = server.request("POST", "/api/v1/sysadmin/offer").bearer(&token).json(&body);
        let refused = request.send().await;
        assert_eq!((refused.status, &refused.json()["code"]), (422, &json!(code)), "{}", refused.body);
        assert!(refused.json()["field"] == "to" && refused.says(next), "{}", refused.body);
        let fields = [("to", to.as_str()), ("current_password", PASSWORD)];
        let shown = page.submit_to("/admin/sysadmin", "/admin/sysadmin/offer", &fields).await;
        assert!(shown.status == 422 && shown.says(next), "{}", shown.body);
    }
    assert_eq!(server.number("select count(*) from sysadmin_offers").await, 0);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn an_offer_is_taken_back_declined_or_runs_out() {
    let server = TestServer::start().await;
    let (from, to) = (server.cx_as(SUPER).await, server.cx_as(ADMIN).await);

    offer(&from, &email_of(ADMIN), &password()).await.unwrap();
    forget_mails(&server).await;
    end_offer(&from).await.unwrap();
    assert_refused(accept(&to, &password()).await, &NO_OFFER);
    server.run_jobs().await;
    assert_eq!(server.mail_to(&email_of(ADMIN)).kind, "sysadmin_transfer.withdrawn_mail");

    offer(&from, &email_of(ADMIN), &password()).await.unwrap();
    forget_mails(&server).await;
    end_offer(&to).await.unwrap();
    assert_refused(end_offer(&from).await, &NO_OFFER);
    server.run_jobs().await;
    assert_eq!(server.mail_to(&email_of(SUPER)).kind, "sysadmin_transfer.declined_mail");

    offer(&from, &email_of(ADMIN), &password()).await.unwrap();
    server.advance(7 * DAY_MS);
    let late = server.cx_as(ADMIN).await;
    assert_refused(accept(&late, &password()).await, &NO_OFFER);
    offer(&server.cx_as(SUPER).await, &email_of(ADMIN), &password()).await.unwrap();
    let lost = UserPatch { role: Some("consumer".into()), ..Default::default() };
    users::update(&server.host(), &email_of(ADMIN), lost).await.unwrap();
    assert_refused(accept(&server.cx_as(ADMIN).await, &password()).await, &NOT_ADMIN);

    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    server.run_jobs().await;
    server.finish().await;
}
