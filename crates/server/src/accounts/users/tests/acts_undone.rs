//! What taking back an act that deleted many promises: whom that act deleted comes back, each once and as one by one, and
//! whoever cannot is named with the reason.

use serde_json::json;

use super::super::{
    Act, ActState, Begun, Chosen, OtherNames, UserPatch, actions, begin_act, bring_back, delete, find,
    find_act, forecast, resume_acts, update,
};
use super::list::crowd;
use crate::{
    accounts::{
        groups::{self, GroupChange},
        ownership::{self, NewObject, ObjectKind},
        roles::{self, Choice, NewRole, RoleChange},
    },
    cx::{BaseRole, Cx, NOT_ALLOWED, Permission},
    testing::{DAY_MS, PASSWORD, Script, TestServer, assert_refused, email_of, new_user},
};

const ADMIN: BaseRole = BaseRole::Admin;

/// Ids of new users with these names.
async fn add(server: &TestServer, names: &[&str], role: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for name in names {
        ids.push(server.add(new_user(&format!("{name}@crowd.example"), role)).await.person.id);
    }
    ids
}

/// The id of an act that deleted these.
async fn deleted(cx: &Cx, ids: &[String]) -> String {
    match begin_act(cx, &Act::Delete, &Chosen::These(ids.to_vec()), None).await.unwrap() {
        Begun::Done(id, done) => {
            assert_eq!(done.changed, ids.len(), "{:?}", done.reasons);
            id
        }
        Begun::Running(id) | Begun::Stopped(id) => panic!("it is not done: {id}"),
    }
}

fn back(act_id: &str) -> (Act, Chosen) {
    (Act::BringBack(act_id.to_owned()), Chosen::DeletedBy(act_id.to_owned()))
}

async fn is_there(server: &TestServer, id: &str) -> bool {
    find(&server.host(), id).await.is_ok()
}

#[tokio::test]
async fn all_whom_an_act_deleted_come_back_from_its_page_with_what_they_had_and_nobody_else() {
    let server = TestServer::start().await;
    let group = GroupChange { name: Some("Sales".into()), ..GroupChange::default() };
    let group = groups::create(&server.host(), vec![group]).await.unwrap().remove(0).id;
    let ids = add(&server, &["a", "b"], "contributor").await;
    let other = add(&server, &["other"], "consumer").await.remove(0);
    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    update(&server.host(), &ids[1], off).await.unwrap();
    let cx = server.cx_as(ADMIN).await;
    begin_act(&cx, &Act::JoinGroup(group.clone()), &Chosen::These(ids.clone()), None).await.unwrap();
    let object = NewObject {
        kind: ObjectKind::Report.word().to_owned(),
        external_id: "1".to_owned(),
        owner: ids[0].clone(),
        ..NewObject::default()
    };
    ownership::register(&server.host(), vec![object]).await.unwrap();
    let mut admin = server.browser_of(ADMIN).await;
    let mut fields = vec![("act", "delete"), ("query", ""), ("confirmed", "yes")];
    fields.extend(ids.iter().map(|id| ("id", id.as_str())));
    delete(&cx, std::slice::from_ref(&other)).await.unwrap();

    let done = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;
    let page = done.location().to_owned();
    let act_id = page.rsplit_once('/').unwrap().1.to_owned();
    let offered = admin.get(&page).await;
    let fields = [("act", "bring_back"), ("of", act_id.as_str())];
    let asked = admin.submit_to(&page, "/admin/users/bulk", &fields).await;
    let before = is_there(&server, &ids[0]).await;
    let confirmed = [&fields[..], &[("confirmed", "yes")]].concat();
    let done = admin.submit_to(&page, "/admin/users/bulk", &confirmed).await;
    let told = admin.get(done.location()).await;

    assert!(offered.says("Bring these 2 users back"), "{}", offered.body);
    assert!(asked.says("2 of 2 users come back") && asked.says("a@crowd.example"), "{}", asked.body);
    assert!(asked.says("Bring 2 users back") && asked.says(&format!("href=\"{page}\"")), "{}", asked.body);
    assert!(!before, "a look brings nobody back");
    assert!(told.says("2 users are back, 0 left out"), "{}", told.body);
    for (id, active) in [(&ids[0], true), (&ids[1], false)] {
        let user = find(&server.host(), id).await.unwrap();
        assert_eq!((user.person.active, user.person.role.base), (active, BaseRole::Contributor));
        assert!(user.groups.contains(&group));
    }
    let owned = ownership::counts_of(&mut server.app.db.read().await.unwrap(), &ids[0]).await.unwrap();
    assert_eq!(owned, [(ObjectKind::Report, 1)]);
    assert_eq!(server.number("select count(*) from former_owners").await, 1, "that of the other one");
    server.browser().sign_in("a@crowd.example", PASSWORD).await;
    assert!(!is_there(&server, &other).await, "something else deleted that one");
    assert_eq!(server.events_named("users.bring_back").await.len(), 2);
    assert!(!admin.get(&page).await.says("Bring these"), "nobody is left");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_cannot_come_back_is_named_with_the_reason_and_all_others_come() {
    let server = TestServer::start().await;
    let names = ["again", "back", "taken", "named", "fine"];
    let ids = add(&server, &names, "consumer").await;
    let name = UserPatch { user_name: Some("Grace".into()), ..UserPatch::default() };
    update(&server.host(), &ids[3], name).await.unwrap();
    let cx = server.cx_as(ADMIN).await;
    let act_id = deleted(&cx, &ids).await;
    for id in &ids[..2] {
        bring_back(&cx, id, &OtherNames::default()).await.unwrap();
    }
    delete(&cx, &ids[..1]).await.unwrap();
    add(&server, &["taken"], "consumer").await;
    let name = UserPatch { user_name: Some("GRACE".into()), ..UserPatch::default() };
    update(&server.host(), server.id_of(BaseRole::Consumer), name).await.unwrap();

    let (act, chosen) = back(&act_id);
    let said = forecast(&cx, &act, &chosen).await.unwrap();
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/acts/{act_id}");
    let offered = admin.get(&page).await;
    let fields = [("act", "bring_back"), ("of", act_id.as_str())];
    let asked = admin.submit_to(&page, "/admin/users/bulk", &fields).await;
    let Begun::Done(_, done) = begin_act(&cx, &act, &chosen, Some(&said.fingerprint)).await.unwrap() else {
        panic!("it is short")
    };

    assert_eq!((said.all, said.changed, said.unchanged, said.refused), (5, 1, 1, 3));
    assert_eq!((done.all, done.changed, done.unchanged, done.refused), (5, 1, 1, 3));
    let reasons = |reasons: &[(String, seatwarden_base::Refusal)]| {
        let mut reasons: Vec<_> = reasons.iter().map(|(name, why)| (name.clone(), why.code)).collect();
        reasons.sort_unstable();
        reasons
    };
    let expected = [
        ("Grace".to_owned(), "users.email_taken"),
        ("again@crowd.example".to_owned(), "users.deleted_again"),
        ("taken@crowd.example".to_owned(), "users.email_taken"),
    ];
    assert_eq!((reasons(&said.reasons), reasons(&done.reasons)), (expected.to_vec(), expected.to_vec()));
    assert!(offered.says("Bring these 3 users back"), "{}", offered.body);
    assert!(
        asked.says("1 is back already") && asked.says("Another user has this user name"),
        "{}",
        asked.body
    );
    assert!(asked.says("/admin/users/deleted"), "{}", asked.body);
    assert!(is_there(&server, &ids[4]).await && !is_there(&server, &ids[0]).await);
    server.finish().await;
}

#[tokio::test]
async fn whose_time_is_over_stays_away_whether_or_not_the_record_is_gone() {
    let server = TestServer::start().await;
    let ids = add(&server, &["late", "gone", "fine"], "consumer").await;
    let cx = server.cx_as(ADMIN).await;
    let act_id = deleted(&cx, &ids).await;
    server.sql("update deleted_users set ends_at_ms = 0 where email = 'late@crowd.example'").await;
    server.sql("delete from deleted_users where email = 'gone@crowd.example'").await;

    let (act, chosen) = back(&act_id);
    let Begun::Done(_, done) = begin_act(&cx, &act, &chosen, None).await.unwrap() else {
        panic!("it is short")
    };

    assert_eq!((done.changed, done.refused), (1, 2));
    let mut named: Vec<&str> = done.reasons.iter().map(|(name, _)| name.as_str()).collect();
    named.sort_unstable();
    let mut expected = [ids[1].as_str(), "late@crowd.example"];
    expected.sort_unstable();
    assert_eq!(named, expected, "of whom nothing is left, the id is");
    assert!(done.reasons.iter().all(|(_, why)| why.code == "users.undo_over"), "{:?}", done.reasons);
    server.advance(31 * DAY_MS);
    server.run_periodic_jobs().await;
    let cx = server.cx_as(ADMIN).await;
    let late = begin_act(&cx, &act, &chosen, None).await;
    assert!(late.is_err_and(|error| error.refusal().unwrap().code == "users.nothing_to_take_back"));
    server.finish().await;
}

#[tokio::test]
async fn as_many_come_back_as_seats_are_free() {
    let server = TestServer::start_with(|config| config.seats.viewers = 3).await;
    let ids = add(&server, &["a", "b"], "consumer").await;
    let cx = server.cx_as(ADMIN).await;
    let act_id = deleted(&cx, &ids).await;
    add(&server, &["instead"], "consumer").await;

    let (act, chosen) = back(&act_id);
    let said = forecast(&cx, &act, &chosen).await.unwrap();
    let Begun::Done(_, done) = begin_act(&cx, &act, &chosen, None).await.unwrap() else {
        panic!("it is short")
    };

    assert_eq!((said.changed, said.refused, done.changed, done.refused), (1, 1, 1, 1));
    assert_eq!((said.reasons[0].1.code, done.reasons[0].1.code), ("seats.none_left", "seats.none_left"));
    assert_eq!(server.number("select viewers from seat_counters").await, 3);
    assert_eq!(server.number("select count(*) from deleted_users").await, 1, "who is left out stays there");
    server.finish().await;
}

#[tokio::test]
async fn only_who_may_bring_one_back_may_bring_many_back() {
    let server = TestServer::start().await;
    let change = RoleChange {
        display_name: "Keeper".into(),
        choices: vec![(Permission::DeleteUsers, Choice::Deny)],
        ..RoleChange::default()
    };
    let role = roles::create(&server.host(), &NewRole { base: "admin".into(), change }).await.unwrap().role;
    let keeper_id = server.add(new_user("keeper@people.example", &role.id)).await.person.id;
    let ids = add(&server, &["viewer"], "consumer").await;
    let chief = add(&server, &["chief"], "admin").await;
    let act_id = deleted(&server.cx_as(ADMIN).await, &[ids, chief].concat()).await;
    let change = RoleChange {
        display_name: "Helper".into(),
        choices: vec![(Permission::ManageRoles, Choice::Deny)],
        ..RoleChange::default()
    };
    let role = roles::create(&server.host(), &NewRole { base: "admin".into(), change }).await.unwrap().role;
    let helper_id = server.add(new_user("helper@people.example", &role.id)).await.person.id;
    let mut keeper = server.browser();
    keeper.sign_in("keeper@people.example", PASSWORD).await;
    let page = format!("/admin/users/acts/{act_id}");

    let offered = keeper.get(&page).await;
    let fields = [("act", "bring_back"), ("of", act_id.as_str()), ("confirmed", "yes")];
    let refused = keeper.submit_to(&page, "/admin/users/bulk", &fields).await;
    let (act, chosen) = back(&act_id);
    let by_keeper = begin_act(&server.cx_of(&keeper_id).await, &act, &chosen, None).await;

    assert!(offered.status == 200 && !offered.says("Bring these"), "{}", offered.body);
    assert_eq!(refused.status, 403, "{}", refused.body);
    assert_refused(by_keeper, &NOT_ALLOWED);
    assert_eq!(server.number("select count(*) from deleted_users").await, 2);
    let by_helper = begin_act(&server.cx_of(&helper_id).await, &act, &chosen, None).await.unwrap();
    let Begun::Done(_, done) = by_helper else { panic!("it is short") };
    assert_eq!((done.changed, done.refused, done.reasons[0].1.code), (1, 1, "roles.beyond_own"));
    assert_eq!(done.reasons[0].0, "chief@crowd.example");
    server.finish().await;
}

#[tokio::test]
async fn an_act_that_is_taken_back_twice_at_once_brings_each_back_once() {
    let server = TestServer::start().await;
    crowd(&server, 300).await;
    let cx = server.cx_as(ADMIN).await;
    let all = ListOf::crowd(&server).await;
    let act_id = deleted(&cx, &all.0).await;
    let taken = server.number("select viewers + designers + administrators from seat_counters").await;

    let (act, chosen) = back(&act_id);
    let (one, two) = tokio::join!(begin_act(&cx, &act, &chosen, None), begin_act(&cx, &act, &chosen, None));
    server.run_jobs().await;

    let (one, two) = (one.unwrap(), two.unwrap());
    let changed = |begun: &Begun| match begun {
        Begun::Done(_, done) => done.changed,
        Begun::Running(_) | Begun::Stopped(_) => panic!("it is short"),
    };
    assert_eq!(changed(&one) + changed(&two), 300);
    assert_eq!(server.number("select count(*) from deleted_users").await, 0);
    assert_eq!(server.events_named("users.bring_back").await.len(), 300);
    let active = server.number("select count(*) from users where active").await;
    let seats = server.number("select viewers + designers + administrators from seat_counters").await;
    assert_eq!((seats, taken), (active, 6), "every seat is counted once");
    server.finish().await;
}

/// Ids of a crowd.
struct ListOf(Vec<String>);

impl ListOf {
    async fn crowd(server: &TestServer) -> Self {
        let mut tx = server.app.db.read().await.unwrap();
        let rows = tx.sql("select id from users where email like '%@crowd.example' limit 5000").all().await;
        Self(rows.unwrap().iter().map(|row| row.get(0).unwrap()).collect())
    }
}

#[tokio::test]
async fn a_long_way_back_goes_on_after_a_stop_and_a_name_that_two_of_them_had_is_given_once() {
    let server = TestServer::start().await;
    let first = add(&server, &["first"], "consumer").await.remove(0);
    let last = add(&server, &["last"], "consumer").await.remove(0);
    crowd(&server, 1_001).await;
    let mut ids = ListOf::crowd(&server).await.0;
    ids.retain(|id| *id != first && *id != last);
    let ids = [vec![first.clone()], ids, vec![last.clone()]].concat();
    let cx = server.cx_as(ADMIN).await;
    let begun = begin_act(&cx, &Act::Delete, &Chosen::These(ids.clone()), None).await.unwrap();
    let Begun::Running(act_id) = begun else { panic!("it is long") };
    actions::step_act(&server.host(), &act_id, &mut None).await.unwrap();
    let email = UserPatch { email: Some("first@crowd.example".into()), ..UserPatch::default() };
    update(&server.host(), &last, UserPatch { user_name: Some("first@crowd.example".into()), ..email })
        .await
        .unwrap();
    server.run_jobs().await;
    assert_eq!(find_act(&server.host(), &act_id).await.unwrap().changed, 1_003);

    let (act, chosen) = back(&act_id);
    let said = forecast(&cx, &act, &chosen).await.unwrap();
    let begun = begin_act(&cx, &act, &chosen, Some(&said.fingerprint)).await.unwrap();
    let Begun::Running(back_id) = begun else { panic!("it is long") };
    // The server is killed after two steps, and nothing of it is left but the database.
    for _ in 0..2 {
        actions::step_act(&server.host(), &back_id, &mut None).await.unwrap();
    }
    server.sql("delete from jobs").await;
    let half = find_act(&server.host(), &back_id).await.unwrap();
    resume_acts(&server.host()).await.unwrap();
    server.run_jobs().await;

    assert_eq!((half.state, half.position, half.changed), (ActState::Running, 200, 200));
    let act = find_act(&server.host(), &back_id).await.unwrap();
    assert_eq!((act.state, act.changed, act.refused), (ActState::Done, 1_002, 1));
    assert_eq!(act.reasons[0].1.code, "users.email_taken");
    assert_eq!(server.events_named("users.bring_back").await.len(), 1_002);
    assert_eq!(server.number("select count(*) from deleted_users").await, 1);
    let names =
        server.number("select count(*) from sign_in_names where name_key = 'first@crowd.example'").await;
    assert_eq!(names, 1);
    server.finish().await;
}

#[tokio::test]
async fn scripts_take_a_deletion_of_many_back_after_a_dry_run() {
    let server = TestServer::start().await;
    let ids = add(&server, &["a", "b"], "consumer").await;
    let cx = server.cx_as(ADMIN).await;
    let act_id = deleted(&cx, &ids).await;
    let script = Script::of(&server, ADMIN).await;
    let send = async |wish| script.send("POST", "/api/v1/users/acts", wish).await;

    let said = send(json!({ "act": "take_back", "of": act_id, "dryRun": true })).await;
    let before = is_there(&server, &ids[0]).await;
    let with_ids = send(json!({ "act": "take_back", "of": act_id, "ids": ids })).await;
    let unknown = send(json!({ "act": "bring_back", "of": "nothing" })).await;
    let wish = json!({ "act": "take_back", "of": act_id, "fingerprint": said.json()["fingerprint"] });
    let done = send(wish).await;
    let again = send(json!({ "act": "bring_back", "of": act_id })).await;

    assert_eq!((said.status, &said.json()["changed"]), (200, &json!(2)), "{}", said.body);
    assert!(!before, "a dry run brings nobody back");
    assert_eq!((with_ids.status, &with_ids.json()["code"]), (422, &json!("users.choose_whom")));
    assert_eq!((unknown.status, &unknown.json()["code"]), (409, &json!("users.nothing_to_take_back")));
    assert_eq!((done.status, &done.json()["act"]), (200, &json!("bring_back")), "{}", done.body);
    assert_eq!((&done.json()["changed"], &done.json()["refused"]), (&json!(2), &json!(0)));
    assert!(is_there(&server, &ids[0]).await && is_there(&server, &ids[1]).await);
    assert_eq!((&again.json()["changed"], &again.json()["unchanged"]), (&json!(0), &json!(2)));
    assert_eq!(find(&server.host(), &email_of(ADMIN)).await.unwrap().person.role.base, ADMIN);
    server.finish().await;
}
