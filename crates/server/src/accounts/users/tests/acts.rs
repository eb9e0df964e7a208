//! What acts on many users promise beside doing what their forecast said: they are about whom was seen, they tell what they
//! did, and they are found again.

use serde_json::json;

use super::super::{
    Act, ActState, Begun, Chosen, Credential, ListQuery, NewUser, actions, begin_act, find, find_act,
    forecast,
};
use super::list::crowd;
use crate::{
    cx::BaseRole,
    testing::{Script, TestServer, assert_refused, email_of, new_user},
};

const ADMIN: BaseRole = BaseRole::Admin;

async fn invited(server: &TestServer, email: &str) -> String {
    let new = NewUser { credential: Credential::Invited, ..new_user(email, "consumer") };
    server.add(new).await.person.id
}

#[tokio::test]
async fn an_act_is_done_to_those_who_were_looked_at_or_asked_for_again() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    server.add(new_user("a@crowd.example", "consumer")).await;
    let query = || Chosen::Fitting(Box::new(ListQuery::read("search=crowd.example")));
    let seen = forecast(&cx, &Act::Deactivate, &query()).await.unwrap().fingerprint;
    let mut admin = server.browser_of(ADMIN).await;
    let fields = [("whom", "all"), ("act", "deactivate"), ("query", "search=crowd.example")];
    let asked = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;
    assert!(asked.says(&format!("value=\"{seen}\"")), "{}", asked.body);

    let late = server.add(new_user("b@crowd.example", "consumer")).await.person.id;
    let refused = begin_act(&cx, &Act::Deactivate, &query(), Some(&seen)).await;
    let fields = [&fields[..], &[("confirmed", "yes"), ("seen", &seen)]].concat();
    let again = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;

    assert_refused(refused, &actions::OTHERS_BY_NOW);
    assert!(
        again.status == 200 && again.says("Others match by now") && again.says("2 of 2"),
        "{}",
        again.body
    );
    assert!(find(&server.host(), &late).await.unwrap().person.active, "nobody was changed");
    let seen = forecast(&cx, &Act::Deactivate, &query()).await.unwrap().fingerprint;
    let done = begin_act(&cx, &Act::Deactivate, &query(), Some(&seen)).await.unwrap();
    assert!(matches!(done, Begun::Done(_, done) if done.changed == 2));
    server.finish().await;
}

#[tokio::test]
async fn inviting_many_again_keeps_the_rules_of_inviting_one_and_its_forecast_knows_them() {
    let server = TestServer::start_with(|config| config.seats.viewers = 2).await;
    let cx = server.cx_as(ADMIN).await;
    let id = invited(&server, "i@crowd.example").await;
    server.add(new_user("last@crowd.example", "consumer")).await;
    let chosen = Chosen::These(vec![id.clone()]);

    let said = forecast(&cx, &Act::Invite, &chosen).await.unwrap();
    let Begun::Done(_, done) = begin_act(&cx, &Act::Invite, &chosen, None).await.unwrap() else {
        panic!("not done")
    };

    assert_eq!((said.changed, said.refused, done.changed, done.refused), (0, 1, 0, 1));
    assert_eq!(said.reasons[0].1.code, "seats.none_left");
    assert_eq!(done.reasons[0].1.code, "seats.none_left");
    assert!(server.events_named("users.invite").await.is_empty());
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn deactivating_who_is_invited_ends_the_invitation_in_the_list_as_well() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let id = invited(&server, "i@crowd.example").await;

    let chosen = Chosen::These(vec![id.clone()]);
    let said = forecast(&cx, &Act::Deactivate, &chosen).await.unwrap();
    begin_act(&cx, &Act::Deactivate, &chosen, None).await.unwrap();

    assert_eq!((said.changed, said.unchanged), (1, 0));
    assert_eq!(find(&server.host(), &id).await.unwrap().invited_at_ms, None);
    assert_eq!(server.events_named("users.cancel_invitation").await.len(), 1);
    assert_eq!(server.number("select count(*) from one_time_links").await, 0);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn acts_are_listed_with_those_they_left_out_and_a_running_one_can_be_stopped() {
    let server = TestServer::start().await;
    crowd(&server, 1_200).await;
    let mut admin = server.browser_of(ADMIN).await;
    let cx = server.cx_as(ADMIN).await;
    let all = Chosen::Fitting(Box::default());
    let Begun::Running(id) = begin_act(&cx, &Act::Deactivate, &all, None).await.unwrap() else {
        panic!("done at once")
    };
    let mut known = None;
    actions::step_act(&server.host(), &id, &mut known).await.unwrap();

    assert!(admin.get("/admin/users").await.says("/admin/users/acts"));
    let listed = admin.get("/admin/users/acts").await;
    assert!(listed.status == 200 && listed.says(&id) && listed.says("Running"), "{}", listed.body);
    let page = format!("/admin/users/acts/{id}");
    let stopped = admin.submit_to(&page, &format!("{page}/stop"), &[]).await;
    assert_eq!(stopped.location(), page);
    let step = actions::step_act(&server.host(), &id, &mut known).await.unwrap();
    server.run_jobs().await;

    let act = find_act(&server.host(), &id).await.unwrap();
    assert_eq!((act.state, act.position, step), (ActState::Stopped, 100, actions::ActStep::More));
    assert!(admin.get(&page).await.says("stopped it"));
    let again = admin.submit_to("/admin/users", &format!("{page}/stop"), &[]).await;
    assert_eq!(again.status, 409, "{}", again.body);
    assert_eq!(server.events_named("users.stop_act").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn scripts_rehearse_an_act_on_many_and_do_it() {
    let server = TestServer::start().await;
    let id = server.add(new_user("a@crowd.example", "consumer")).await.person.id;
    let script = Script::of(&server, ADMIN).await;
    let sysadmin = server.id_of(BaseRole::Super);
    let wish = json!({ "act": "deactivate", "ids": [id, sysadmin], "dryRun": true });

    let said = script.send("POST", "/api/v1/users/acts", wish).await;
    assert_eq!((said.status, said.json()["changed"].as_i64()), (200, Some(1)), "{}", said.body);
    assert!(find(&server.host(), &id).await.unwrap().person.active, "a rehearsal changes nobody");
    let wish =
        json!({ "act": "deactivate", "ids": [id, sysadmin], "fingerprint": said.json()["fingerprint"] });
    let done = script.send("POST", "/api/v1/users/acts", wish).await;

    assert_eq!((done.status, done.json()["state"].as_str()), (200, Some("done")), "{}", done.body);
    assert_eq!(done.json()["reasons"][0]["code"], "users.sysadmin_only");
    let path = format!("/api/v1/users/acts/{}", done.json()["id"].as_str().unwrap());
    assert_eq!(script.get(&path).await.json()["changed"], 1);
    assert_eq!(script.get("/api/v1/users/acts").await.json()["items"][0]["act"], "deactivate");
    let typo =
        script.send("POST", "/api/v1/users/acts", json!({ "act": "deactivate", "dryrun": true })).await;
    assert!(typo.status >= 400, "{}", typo.body);
    server.finish().await;
}

#[tokio::test]
async fn scripts_lock_unlock_and_look_at_a_user_by_routes_of_our_own() {
    let server = TestServer::start().await;
    let viewer = server.id_of(BaseRole::Consumer);
    let script = Script::of(&server, ADMIN).await;
    let path = |rest: &str| format!("/api/v1/users/{viewer}/{rest}");
    let is_locked = async || {
        let answer = script.get(&format!("/api/v1/account/lockout_status/{viewer}")).await;
        answer.json()["blocked"].as_bool().unwrap()
    };

    let lock = script.send("POST", &path("lock"), json!(null)).await;
    assert_eq!((lock.status, is_locked().await), (204, true), "{}", lock.body);
    let unlock = script.send("POST", &path("unlock"), json!(null)).await;
    assert_eq!((unlock.status, is_locked().await), (204, false), "{}", unlock.body);
    let link = script.send("POST", &path("password-link"), json!(null)).await;
    assert_eq!(link.status, 204, "{}", link.body);
    let id = invited(&server, "i@crowd.example").await;
    let cancelled = script.send("DELETE", &format!("/api/v1/users/{id}/invitation"), json!(null)).await;
    assert_eq!(cancelled.status, 204, "{}", cancelled.body);
    server.browser_of(BaseRole::Consumer).await;
    let sessions = script.get(&path("sessions")).await;
    assert_eq!(sessions.json()["items"].as_array().map(Vec::len), Some(1), "{}", sessions.body);
    let role = script.get(&path("role")).await;
    assert_eq!((role.json()["why"].as_str(), role.json()["name"].as_str()), (Some("own"), Some("consumer")));
    let lost = script.get("/api/v1/users/deleted?after=garbage").await;
    assert_eq!(lost.status, 400, "{}", lost.body);
    let typo = script.get("/api/v1/mails?state=typo").await;
    assert!(typo.status >= 400 && typo.says("outbox.unknown_state"), "{}", typo.body);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_link_to_a_new_password_goes_to_nobody_who_cannot_sign_in() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let id = server.id_of(BaseRole::Consumer);
    let link = async || script.send("POST", &format!("/api/v1/users/{id}/password-link"), json!(null)).await;
    let set_active = async |active: bool| {
        let answer = script.send("PATCH", &format!("/api/v1/users/{id}"), json!({ "active": active })).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    };
    assert_eq!(link().await.status, 204);
    server.run_jobs().await;
    let before = server.mail_to(&email_of(BaseRole::Consumer)).link();
    server.empty_mailboxes();

    set_active(false).await;
    let refused = link().await;
    server.run_jobs().await;

    assert_eq!((refused.status, &refused.json()["code"]), (409, &json!("users.not_active")));
    assert!(refused.says("Reactivate the user first"), "{}", refused.body);
    assert_eq!(server.mails().len(), 0);
    assert_eq!(server.browser().get(&before).await.status, 404, "the link of before ended");
    set_active(true).await;
    assert_eq!(link().await.status, 204);
    server.run_jobs().await;
    let made = server.mail_to(&email_of(BaseRole::Consumer)).link();
    // As a version did that ended no links.
    server.sql("update users set active = false where user_name = 'consumer@people.example'").await;
    assert_eq!(server.browser().get(&made).await.status, 404);
    server.finish().await;
}
