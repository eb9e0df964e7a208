//! What acts on many users promise beside doing what their forecast said: they are about whom was seen, they tell what they
//! did, and they are found again.

use std::sync::Arc;

use serde_json::json;

use super::super::{
    Act, ActState, Begun, Chosen, Credential, ListQuery, NewUser, UserPatch, actions, begin_act, find,
    find_act, forecast, update,
};
use super::list::crowd;
use crate::{
    accounts::groups::{self, GroupChange},
    cx::{BaseRole, Caller, NEEDS_FULL_SCOPE, Proof, Scopes, SignedIn, TokenKind},
    testing::{DAY_MS, Script, TestServer, assert_refused, email_of, new_user},
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
    server.finish().await;
}

#[tokio::test]
async fn a_slip_of_a_script_makes_an_act_about_nobody_rather_than_about_everybody() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let viewer = server.id_of(BaseRole::Consumer);
    let send = async |more: serde_json::Value| {
        let mut wish = json!({ "act": "end_sessions" });
        wish.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        script.send("POST", "/api/v1/users/acts", wish).await
    };

    for query in [
        "idledays=90",
        "email=a@b.example",
        "active=false",
        "role=",
        "search=%20",
        "nonsense=1",
        "#",
        "state=nope",
        "role=viewer&role=admin",
        "role=viewer&page=2",
    ] {
        let slip = send(json!({ "query": query })).await;
        assert!(slip.status == 400 && slip.says("users.unknown_filter"), "{query}: {}", slip.body);
    }
    for whom in [
        json!({}),
        json!({ "query": "" }),
        json!({ "query": "sort=email&desc=1" }),
        json!({ "ids": [viewer], "query": "role=viewer" }),
        json!({ "ids": [viewer], "everybody": true }),
    ] {
        let slip = send(whom.clone()).await;
        assert!(slip.status == 422 && slip.says("users.choose_whom"), "{whom}: {}", slip.body);
    }
    let token = server.token_of(ADMIN).await;
    let explode = json!({ "act": "explode", "ids": [viewer] });
    let explode = server.request("POST", "/api/v1/users/acts").bearer(&token).json(&explode).send().await;
    assert_eq!((explode.status, &explode.json()["code"]), (422, &json!("users.unknown_act")));
    for word in Act::WORDS {
        assert!(explode.json()["next"].as_str().unwrap().contains(word), "{word}: {}", explode.body);
    }
    let typo = send(json!({ "ids": [viewer], "dryrun": true })).await;
    assert!(typo.status == 400 && typo.says("web.bad_json"), "{} {}", typo.status, typo.body);
    assert_eq!(server.events_named("users.end_sessions").await.len(), 0);
    let all = async |whom: serde_json::Value| {
        let mut whom = whom;
        whom["dryRun"] = json!(true);
        let answer = send(whom).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json()["all"].as_i64().unwrap()
    };
    assert_eq!(all(json!({ "query": "roleId=viewer&sort=email" })).await, 1);
    assert_eq!(send(json!({ "query": "role=wiewer" })).await.status, 404);
    assert_eq!(all(json!({ "query": "idleDays=1&seat=viewers" })).await, 0);
    assert_eq!(all(json!({ "everybody": true })).await, 6);
    server.finish().await;
}

#[tokio::test]
async fn a_long_act_may_no_more_than_the_token_that_began_it() {
    let server = TestServer::start().await;
    let change =
        GroupChange { name: Some("Chiefs".into()), role: Some("admin".into()), ..GroupChange::default() };
    let group = groups::create(&server.host(), vec![change]).await.unwrap().remove(0).id;
    crowd(&server, 1_001).await;
    let whole = server.cx_as(ADMIN).await;
    let scope = Scopes::of_words("users:read users:write").unwrap();
    let proof = Proof::Token { id: "t".into(), scope, kind: TokenKind::Named };
    let caller = Caller::User(Arc::new(SignedIn::new(whole.person().unwrap().clone(), proof)));
    let narrow = whole.clone().with_caller(caller);
    let join = Act::JoinGroup(group);
    let ids = Chosen::Fitting(Box::default());

    let refused = begin_act(&narrow, &join, &ids, None).await;
    assert_refused(refused, &NEEDS_FULL_SCOPE);
    let Begun::Running(_) = begin_act(&whole, &join, &ids, None).await.unwrap() else { panic!("it is long") };
    server.run_jobs().await;
    assert!(server.number("select count(*) from users_acts where state = 'done' and is_whole").await == 1);
    server.finish().await;
}

#[tokio::test]
async fn an_act_that_was_cut_off_while_somebody_waited_is_finished_once() {
    let server = TestServer::start().await;
    let mut ids = Vec::new();
    for at in 0..150 {
        ids.push(server.add(new_user(&format!("u{at}@crowd.example"), "consumer")).await.person.id);
    }
    let cx = server.cx_as(ADMIN).await;
    let act = begin_act(&cx, &Act::Deactivate, &Chosen::These(ids), None).await.unwrap();
    let Begun::Done(id, done) = act else { panic!("it is short") };
    assert_eq!((done.all, done.changed), (150, 150));
    // As a server that was killed after the first step leaves it.
    server.sql("update users_acts set state = 'running', position = 100, changed = 100").await;

    actions::resume_acts(&server.host()).await.unwrap();
    server.run_jobs().await;

    let act = find_act(&server.host(), &id).await.unwrap();
    assert_eq!((act.state, act.position, act.changed, act.unchanged), (ActState::Done, 150, 100, 50));
    server.finish().await;
}

#[tokio::test]
async fn a_change_of_many_roles_is_taken_back_from_whoever_still_has_the_new_one() {
    let server = TestServer::start().await;
    let mut ids = Vec::new();
    for (name, role) in [("a", "consumer"), ("b", "contributor"), ("c", "consumer")] {
        ids.push(server.add(new_user(&format!("{name}@crowd.example"), role)).await.person.id);
    }
    let cx = server.cx_as(ADMIN).await;
    let change = Act::ChangeRole("dataDesigner".into());
    let Begun::Done(id, _) = begin_act(&cx, &change, &Chosen::These(ids.clone()), None).await.unwrap() else {
        panic!("it is short")
    };
    let patch = UserPatch { role: Some("contributor".into()), ..UserPatch::default() };
    update(&cx, &ids[2], patch).await.unwrap();
    let roles = async || {
        let mut roles = Vec::new();
        for id in &ids {
            roles.push(find(&server.host(), id).await.unwrap().person.role.base);
        }
        roles
    };

    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/acts/{id}");
    let offered = admin.get(&page).await;
    let fields = [("act", "take_back"), ("of", id.as_str())];
    let asked = admin.submit_to(&page, "/admin/users/bulk", &fields).await;
    let before = roles().await;
    let done =
        admin.submit_to(&page, "/admin/users/bulk", &[&fields[..], &[("confirmed", "yes")]].concat()).await;

    assert!(offered.says("Undo"), "{}", offered.body);
    assert!(asked.says("2 of 3") && asked.says("another role by now"), "{}", asked.body);
    assert_eq!(before, [BaseRole::DataDesigner, BaseRole::DataDesigner, BaseRole::Contributor]);
    assert_eq!(roles().await, [BaseRole::Consumer, BaseRole::Contributor, BaseRole::Contributor]);
    assert_eq!(server.events_named("users.update").await.len(), 3 + 1 + 2);
    let told = admin.get(done.location()).await;
    assert!(
        told.says("2 users have their former roles back, 1 left out") && told.says("Undo"),
        "{}",
        told.body
    );

    let script = Script::of(&server, ADMIN).await;
    let taken_back = done.location().rsplit_once('/').unwrap().1;
    let wish = json!({ "act": "take_back", "of": taken_back });
    let again = script.send("POST", "/api/v1/users/acts", wish).await;
    assert_eq!((again.status, again.json()["changed"].as_i64()), (200, Some(2)), "{}", again.body);
    assert_eq!(roles().await, before);

    server.advance(31 * DAY_MS);
    server.run_periodic_jobs().await;
    assert_eq!(server.number("select count(*) from users_acts_roles").await, 0);
    let cx = server.cx_as(ADMIN).await;
    let late = begin_act(&cx, &Act::TakeBack(id.clone()), &Chosen::GivenBy(id), None).await;
    assert!(late.is_err_and(|error| error.refusal().unwrap().code == "users.nothing_to_take_back"));
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

#[tokio::test]
async fn whoever_takes_all_who_fit_is_told_that_it_is_not_about_the_ticked_ones() {
    let server = TestServer::start().await;
    let id = server.add(new_user("a@crowd.example", "consumer")).await.person.id;
    server.add(new_user("b@crowd.example", "consumer")).await;
    let mut admin = server.browser_of(ADMIN).await;
    let ticked = [("id", id.as_str()), ("act", "deactivate"), ("query", "search=crowd.example")];
    let told = "This is done to all who fit the list, not only to those who are ticked.";

    let list = admin.get("/admin/users").await;
    let these = admin.submit_to("/admin/users", "/admin/users/bulk", &ticked).await;
    let all = [&ticked[..], &[("whom", "all")]].concat();
    let all = admin.submit_to("/admin/users", "/admin/users/bulk", &all).await;

    assert!(list.says(told), "for whoever ticks both: {}", list.body);
    assert!(these.says("Deactivate 1 user") && !these.says(told), "{}", these.body);
    assert!(all.says("Deactivate 2 users") && all.says(told), "{}", all.body);
    server.finish().await;
}

#[tokio::test]
async fn invitations_are_mailed_again_to_all_who_are_named_or_to_none() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    invited(&server, "a@people.example").await;
    invited(&server, "c@people.example").await;
    let before = server.number("select count(*) from mails").await;

    let list = json!(["a@people.example", email_of(BaseRole::Consumer), "c@people.example"]);
    let refused = script.send("POST", "/api/users/resendinvite", list).await;
    assert_eq!(refused.status, 409, "{}", refused.body);
    assert_eq!(refused.json()["error"]["subErrors"][0]["index"], 1, "{}", refused.body);
    assert_eq!(server.number("select count(*) from mails").await, before);

    let list = json!(["c@people.example", "a@people.example", "C@people.example"]);
    let done = script.send("POST", "/api/users/resendinvite", list).await;
    assert_eq!(done.status, 200, "{}", done.body);
    assert_eq!(server.number("select count(*) from mails").await, before + 2);
    server.finish().await;
}

#[tokio::test]
async fn who_has_no_password_is_not_said_to_be_locked() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let id = invited(&server, "a@people.example").await;

    let refused = script.send("POST", &format!("/api/v1/users/{id}/lock"), json!({})).await;

    assert_eq!((refused.status, &refused.json()["code"]), (409, &json!("users.nothing_to_lock")));
    assert_eq!(server.events_named("users.lock").await.len(), 0);
    server.finish().await;
}
