//! What the list of users promises: search, filters, order, pages, views, acts on many, the file.

use super::super::{
    Act, ActState, Begun, Chosen, Count, ListQuery, Listing, NewUser, Order, Page, actions, begin_act,
    browse, change_view, create_crowd, delete, delete_view, find, find_act, forecast, resume_acts, save_view,
    views,
};
use crate::{
    accounts::{groups, seats},
    cx::{BUILT_IN, BaseRole, Cx, NOT_ALLOWED, Origin},
    testing::{DAY_MS, TestServer, assert_refused, email_of, new_user},
};

pub(super) const ADMIN: BaseRole = BaseRole::Admin;

pub(super) fn names(listing: &Listing) -> Vec<String> {
    listing.users.iter().map(|one| one.user.user_name.clone()).collect()
}

pub(super) async fn found(cx: &Cx, query: &str) -> Vec<String> {
    names(&browse(cx, &ListQuery::read(query)).await.unwrap())
}

/// Does an act that is done while its page waits.
async fn apply_act(cx: &Cx, act: &Act, chosen: &Chosen) -> seatwarden_base::Result<super::super::Forecast> {
    match begin_act(cx, act, chosen, None).await? {
        Begun::Done(_, done) => Ok(done),
        Begun::Running(id) | Begun::Stopped(id) => panic!("it is not done: {id}"),
    }
}

pub(super) async fn crowd(server: &TestServer, count: u32) {
    let mut tx = server.app.db.write().await.unwrap();
    create_crowd(&mut tx, &server.host(), 1, count).await.unwrap();
    tx.commit().await.unwrap();
}

/// Every name, by walking forward page by page; and by walking back from the end.
async fn walked(cx: &Cx, query: &ListQuery) -> (Vec<String>, Vec<String>) {
    let (mut asked, mut forward) = (query.clone(), Vec::new());
    let mut last;
    loop {
        last = browse(cx, &asked).await.unwrap();
        forward.extend(names(&last));
        match last.next.clone() {
            Some(next) => asked.page = next,
            None => break,
        }
    }
    let mut backward = names(&last);
    while let Some(previous) = last.previous.clone() {
        last = browse(cx, &ListQuery { page: previous, ..query.clone() }).await.unwrap();
        backward = [names(&last), backward].concat();
    }
    (forward, backward)
}

#[tokio::test]
async fn every_order_shows_everybody_once_forward_and_backward() {
    let server = TestServer::start().await;
    crowd(&server, 333).await;
    let cx = server.cx_as(ADMIN).await;
    for order in Order::ALL {
        for is_down in [false, true] {
            for filter in [
                "",
                "search=crowd",
                "search=cr",
                "state=active",
                "seat=designers",
                "group=Admins",
                "idle=30&origin=local",
            ] {
                let query = ListQuery { order: *order, is_down, ..ListQuery::read(filter) };

                let (forward, backward) = walked(&cx, &query).await;

                let mut once = forward.clone();
                once.sort();
                once.dedup();
                assert_eq!(once.len(), forward.len(), "{order:?} {is_down} {filter}");
                assert_eq!(forward, backward, "{order:?} {is_down} {filter}");
                if filter.is_empty() {
                    assert_eq!(forward.len(), 333 + 6);
                }
            }
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn a_list_that_is_walked_and_one_that_is_sorted_show_the_same() {
    let server = TestServer::start().await;
    crowd(&server, 5_000).await;
    let cx = server.cx_as(ADMIN).await;
    for sort in ["user_name", "role", "state", "origin", "last_active"] {
        // More than 2,000 are active, so the list is walked; few are invited, so they are sorted.
        let (active, _) = walked(&cx, &ListQuery::read(&format!("sort={sort}&state=active"))).await;
        let (invited, _) = walked(&cx, &ListQuery::read(&format!("sort={sort}&state=invited"))).await;
        let (inactive, _) = walked(&cx, &ListQuery::read(&format!("sort={sort}&state=inactive"))).await;
        let (all, _) = walked(&cx, &ListQuery::read(&format!("sort={sort}"))).await;

        assert_eq!((active.len(), invited.len(), inactive.len()), (4_750 + 6, 125, 125), "{sort}");
        assert_eq!(all.len(), 5_006);
        let rest: Vec<String> =
            all.into_iter().filter(|name| !invited.contains(name) && !inactive.contains(name)).collect();
        assert_eq!(rest, active, "{sort}");
    }
    server.finish().await;
}

#[tokio::test]
async fn filters_say_what_the_columns_say() {
    let server = TestServer::start().await;
    let invited = NewUser { credential: super::super::Credential::Invited, ..NewUser::default() };
    server.add(NewUser { email: "i@people.example".into(), ..invited }).await;
    server.add(NewUser { active: Some(false), ..new_user("off@people.example", "consumer") }).await;
    server.add(NewUser { origin: Some(Origin::Sso), ..new_user("sso@people.example", "contributor") }).await;
    let mut viewer = server.browser_of(BaseRole::Consumer).await;
    server.advance(40 * DAY_MS);
    server.add(new_user("new@people.example", "consumer")).await;
    let cx = server.cx_as(ADMIN).await;

    assert_eq!(found(&cx, "idle=1&search=new@").await, [""; 0], "nobody is away who was just added");
    assert_eq!(found(&cx, "idle=1&sort=last_active&search=off@").await, ["off@people.example"]);
    server.sql("delete from users where email = 'new@people.example'").await;
    assert_eq!(found(&cx, "state=invited").await, ["i@people.example"]);
    assert_eq!(found(&cx, "state=inactive").await, ["off@people.example"]);
    assert_eq!(found(&cx, "origin=sso").await, ["sso@people.example"]);
    assert_eq!(found(&cx, "seat=administrators").await.len(), 3);
    for nobody in ["seat=viewers&search=off@", "seat=viewers&search=i@people"] {
        assert_eq!(found(&cx, nobody).await, [""; 0], "only who is active holds a seat");
    }
    assert_eq!(
        found(&cx, "group=Admins&sort=role&desc=1").await.first(),
        Some(&email_of(BaseRole::DataAdmin))
    );
    assert_eq!(found(&cx, "seat=designers&origin=sso").await, ["sso@people.example"]);
    assert_eq!(found(&cx, "idle=41&seat=viewers&state=active").await, Vec::<String>::new());
    assert_eq!(found(&cx, "idle=39&seat=viewers&state=active").await, [email_of(BaseRole::Consumer)]);
    let shown = browse(&cx, &ListQuery::read("seat=viewers&state=active")).await.unwrap();
    assert_eq!(shown.users[0].user.days_since(cx.now_ms), Some(40));
    assert_eq!(shown.count, Count { known: 1, more: false });
    assert!(browse(&cx, &ListQuery::read("group=nowhere")).await.is_err());
    for unknown in ["state=shut", "origin=moon", "idle=0", "seat=sofa", "search=a&state=shut"] {
        assert_eq!(found(&cx, unknown).await, [""; 0], "{unknown}: everybody would be taken for these");
    }
    viewer.get("/").await;
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn two_thousand_are_counted_and_no_more() {
    let server = TestServer::start().await;
    crowd(&server, 2_500).await;
    let cx = server.cx_as(ADMIN).await;
    let count = async |query: &str| browse(&cx, &ListQuery::read(query)).await.unwrap().count;

    assert_eq!(count("").await, Count { known: 2_000, more: true });
    assert_eq!(count("search=crowd.example").await, Count { known: 2_000, more: true });
    assert!(!count("search=@people.example").await.more);
    assert!(!count("seat=administrators").await.more);
    assert_eq!(super::super::count(&cx, Some("crowd.example")).await.unwrap(), 2_500, "the API counts all");
    // Rare, common and very common parts are looked for in different ways, and are the same users.
    for part in ["wal", "ind", "ist", "and", "123", "zzq"] {
        let all = usize::try_from(super::super::count(&cx, Some(part)).await.unwrap()).unwrap();
        assert_eq!(
            count(&format!("search={part}")).await,
            Count { known: all, more: false },
            "{part}: {all}"
        );
    }
    server.finish().await;
}

#[tokio::test]
async fn a_page_goes_on_although_its_last_user_is_gone() {
    let server = TestServer::start().await;
    crowd(&server, 120).await;
    let cx = server.cx_as(ADMIN).await;
    let first = browse(&cx, &ListQuery::read("sort=created")).await.unwrap();
    let next = first.next.clone().unwrap();
    delete(&server.host(), &[first.users[49].user.id.clone()]).await.unwrap();

    let second = browse(&cx, &ListQuery { page: next, ..ListQuery::read("sort=created") }).await.unwrap();

    assert!(names(&second).iter().all(|name| !names(&first).contains(name)));
    assert_eq!(second.users.len(), 50);
    let lost = ListQuery { page: Page::After("nobody".into()), ..ListQuery::default() };
    assert_eq!(browse(&cx, &lost).await.unwrap().previous, None, "begins anew");
    server.finish().await;
}

#[tokio::test]
async fn views_are_kept_renamed_shared_and_deleted_by_their_owner() {
    let server = TestServer::start().await;
    let (admin, other) = (server.cx_as(ADMIN).await, server.cx_as(BaseRole::DataAdmin).await);
    let query = ListQuery::read("state=invited&sort=created&desc=1&after=x");

    save_view(&admin, "Open invitations", &query, false).await.unwrap();
    assert!(save_view(&admin, "open INVITATIONS", &query, false).await.is_err());
    assert!(save_view(&admin, " ", &query, false).await.is_err());
    assert!(views(&other).await.unwrap().is_empty());
    let view = views(&admin).await.unwrap().remove(0);
    assert_eq!(view.query, "state=invited&sort=created&desc=1");
    change_view(&admin, &view.id, "Invited", true).await.unwrap();

    assert_eq!(views(&other).await.unwrap()[0].name, "Invited");
    assert!(change_view(&other, &view.id, "Mine", false).await.is_err());
    assert!(delete_view(&other, &view.id).await.is_err());
    delete_view(&admin, &view.id).await.unwrap();
    assert!(views(&admin).await.unwrap().is_empty());
    for number in 0..50 {
        save_view(&admin, &format!("View {number}"), &query, false).await.unwrap();
    }
    assert!(save_view(&admin, "One too many", &query, false).await.is_err());
    assert_refused(views(&server.cx_as(BaseRole::Consumer).await).await, &NOT_ALLOWED);
    server.finish().await;
}

#[tokio::test]
async fn an_act_on_many_does_what_its_forecast_said() {
    let server = TestServer::start().await;
    crowd(&server, 400).await;
    let cx = server.cx_as(ADMIN).await;
    let all = Chosen::Fitting(Box::default());
    let group = groups::choices(&mut server.app.db.read().await.unwrap(), "").await.unwrap().list;
    let group = group.into_iter().find(|(group, _)| group.name == "Finance").unwrap().0.id;
    let role = cx.person().unwrap().role.clone();
    for act in [
        // Whoever is deactivated is invited no more.
        Act::read("invite", "", "").unwrap(),
        Act::read("deactivate", "", "").unwrap(),
        Act::read("activate", "", "").unwrap(),
        Act::read("role", "contributor", "").unwrap(),
        Act::read("join", "", &group).unwrap(),
        Act::read("leave", "", &group).unwrap(),
        Act::read("end_sessions", "", "").unwrap(),
    ] {
        let said = forecast(&cx, &act, &all).await.unwrap();
        let done = apply_act(&cx, &act, &all).await.unwrap();

        assert_eq!(said.all, 406, "{act:?}");
        assert!(said.changed > 0, "{act:?}");
        let counts = |it: &super::super::Forecast| (it.changed, it.unchanged, it.refused);
        assert_eq!(counts(&said), counts(&done), "{act:?}");
        let sysadmin = find(&server.host(), server.id_of(BaseRole::Super)).await.unwrap().person;
        assert!(sysadmin.active && sysadmin.role.base == BaseRole::Super, "{act:?}");
        let own = find(&server.host(), server.id_of(ADMIN)).await.unwrap().person;
        assert!(own.active && own.role == role, "{act:?}");
        if !matches!(act, Act::Invite | Act::EndSessions) {
            assert_eq!(forecast(&cx, &act, &all).await.unwrap().changed, 0, "{act:?}");
        }
    }
    assert!(!server.events_named("users.invite").await.is_empty());
    assert_refused(forecast(&cx, &Act::Activate, &Chosen::These(vec![])).await, &actions::NOBODY_CHOSEN);
    let sysadmin = Act::read("role", "super", "").unwrap();
    assert_refused(forecast(&server.host(), &sysadmin, &all).await, &super::super::ONE_SYSADMIN);
    assert!(Act::read("fire", "", "").is_err() && Act::read("role", "", "").is_err());
    let viewer = server.cx_as(BaseRole::DataAdmin).await;
    assert_refused(apply_act(&viewer, &Act::Activate, &all).await, &NOT_ALLOWED);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn who_has_no_name_is_reached_page_by_page_and_short_names_are_found() {
    let server = TestServer::start().await;
    for number in 0..120 {
        server.add(NewUser { email: format!("n{number}@nameless.example"), ..NewUser::default() }).await;
    }
    let wu = NewUser {
        first_name: "Li".into(),
        last_name: "Wu".into(),
        ..new_user("u1@people.example", "consumer")
    };
    server.add(wu).await;
    let taro = NewUser { first_name: "太郎".into(), ..new_user("t1@people.example", "consumer") };
    server.add(taro).await;
    let cx = server.cx_as(ADMIN).await;

    for query in ["sort=name", "sort=name&desc=1", "search=nameless.example&sort=name"] {
        let query = ListQuery::read(query);
        let (forward, backward) = walked(&cx, &query).await;
        assert_eq!(forward, backward, "{query:?}");
        assert!(forward.len() >= 120, "{}", forward.len());
    }
    for (search, address) in [("Wu", "u1"), ("li", "u1"), ("太郎", "t1"), ("太", "t1")] {
        let found = found(&cx, &format!("search={search}")).await;
        assert_eq!(found, [format!("{address}@people.example")], "{search}");
    }
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_forecast_foresees_where_the_seats_end() {
    let server = TestServer::start_with(|config| config.seats.designers = 15).await;
    crowd(&server, 60).await;
    let cx = server.cx_as(ADMIN).await;
    let all = Chosen::Fitting(Box::default());
    let mut lacked = 0;
    for act in [
        Act::ChangeRole("contributor".into()),
        Act::Deactivate,
        Act::ChangeRole("contributor".into()),
        Act::Activate,
        Act::ChangeRole("consumer".into()),
    ] {
        let said = forecast(&cx, &act, &all).await.unwrap();
        let done = apply_act(&cx, &act, &all).await.unwrap();

        assert_eq!((said.changed, said.refused), (done.changed, done.refused), "{act:?}");
        let told = |it: &super::super::Forecast| {
            it.reasons.iter().map(|(name, why)| (name.clone(), why.code)).collect::<Vec<_>>()
        };
        assert_eq!(told(&said), told(&done), "{act:?}");
        lacked += said.reasons.iter().filter(|(_, why)| why.code == seats::NONE_LEFT.code).count();
    }
    assert!(lacked > 60, "{lacked}");
    server.finish().await;
}

#[tokio::test]
async fn the_page_is_for_administrators_and_shows_what_the_address_asks_for() {
    let server = TestServer::start().await;
    crowd(&server, 60).await;
    for role in BUILT_IN {
        let mut browser = server.browser_of(role).await;
        for path in ["/admin/users?sort=email&desc=1", "/admin/users/views"] {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, if role.is_admin() { 200 } else { 403 }, "{role:?} {path}");
        }
    }
    let mut admin = server.browser_of(ADMIN).await;

    let page = admin.get("/admin/users?sort=email&desc=1&column=created").await;
    assert!(page.says("aria-sort=\"descending\"") || page.says("rel=\"next\""));
    assert!(page.says("rel=\"next\"") && !page.says("rel=\"prev\""));
    let none = admin.get("/admin/users?search=%3Cscript%3Enobody").await;
    assert!(none.says("Nobody fits") && !none.says("<script>nobody"));
    assert_eq!(none.field("field-search").as_deref(), Some("&lt;script&gt;nobody"));
    let strange = admin.get("/admin/users?idle=x&sort=x&state=x&after=x&column=x&role=x").await;
    assert_eq!(strange.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn an_act_on_many_asks_first_and_keeps_what_was_ticked() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let (viewer, sysadmin) = (server.id_of(BaseRole::Consumer), server.id_of(BaseRole::Super));
    let fields = [
        ("whom", "ticked"),
        ("act", "deactivate"),
        ("id", viewer),
        ("id", sysadmin),
        ("query", "sort=email"),
    ];

    let asked = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;
    assert_eq!(asked.status, 200);
    assert!(
        asked.says("1 of 2") && asked.says(viewer) && asked.says("Only the Sys. Admin"),
        "{}",
        asked.body
    );
    let person = find(&server.host(), viewer).await.unwrap().person;
    assert!(person.active, "nothing happened yet");
    let named = format!("<li><bdi>{}</bdi></li>", person.user_name);
    assert_eq!(asked.body.matches(&named).count(), 1, "whoever changes is named: {}", asked.body);
    assert!(asked.says("data-back=\"/admin/users?sort=email\""), "{}", asked.body);
    let fields = [&fields[..], &[("confirmed", "yes")]].concat();
    let done = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;

    assert!(done.location().starts_with("/admin/users/acts/"), "{}", done.location());
    let told = admin.get(done.location()).await;
    assert!(
        told.says("1 user was deactivated, 1 left out.") && told.says("Only the Sys. Admin"),
        "{}",
        told.body
    );
    assert!(told.says("owner@people.example") || told.says("<bdi>"), "whoever was left out is named");
    assert!(!find(&server.host(), viewer).await.unwrap().person.active);
    server.finish().await;
}

#[tokio::test]
async fn changing_the_role_of_many_asks_for_the_role_and_names_it() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let viewer = server.id_of(BaseRole::Consumer);
    let fields = [("whom", "ticked"), ("act", "role"), ("id", viewer), ("role", "")];
    let unsaid = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;
    let fields = [("whom", "ticked"), ("act", "role"), ("id", viewer), ("role", "designer")];
    let asked = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;

    assert!(unsaid.says("Choose a role</option>"), "{}", unsaid.body);
    assert!(unsaid.says("No role is chosen.") && !unsaid.says("There is no such role"), "{}", unsaid.body);
    assert!(asked.status == 200 && asked.says("<bdi>Dashboard Designer</bdi>"), "{}", asked.body);
    server.finish().await;
}

#[test]
fn an_act_on_a_group_asks_for_the_group() {
    for act in ["join", "leave"] {
        let unsaid = Act::read(act, "", "").unwrap_err();

        assert_eq!((unsaid.code, unsaid.field), ("users.choose_group", Some("group")));
    }
}

#[tokio::test]
async fn the_bar_of_the_list_takes_those_ticked_and_all_who_fit() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let viewer = server.id_of(BaseRole::Consumer);
    let page = admin.get("/admin/users").await;
    let all = [("whom", "all"), ("act", "end_sessions"), ("id", viewer), ("query", "role=consumer")];
    let asked = admin.submit_to("/admin/users", "/admin/users/bulk", &all).await;

    assert!(page.says("data-ticked=\"Ticked: #\"") && page.says("Change several at once"), "{}", page.body);
    assert_eq!(page.body.matches("data-tick-all").count(), 1, "one box in the head ticks all on the page");
    assert!(page.says("All who fit (6 users)"), "{}", page.body);
    assert!(asked.says("of 1 user"), "all who fit the search, and nobody else: {}", asked.body);
    server.finish().await;
}

#[tokio::test]
async fn whoever_may_only_look_gets_nothing_to_tick() {
    let server = TestServer::start().await;
    let mut reader = server.browser_of(BaseRole::DataAdmin).await;

    let page = reader.get("/admin/users").await;

    assert!(!page.says("data-tick-all") && !page.says("All who fit"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn days_that_are_no_number_are_said_and_can_be_taken_away() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;

    let page = admin.get("/admin/users?idle=abc").await;

    assert!(page.says("Enter a whole number of days"), "{}", page.body);
    assert_eq!(page.field("field-idle").as_deref(), Some("abc"));
    assert!(page.says("href=\"/admin/users?idle=30\""), "{}", page.body);
    assert!(!page.says("idle=30&amp;idle"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn an_act_on_more_than_a_thousand_is_done_by_a_job_that_tells_how_far_it_is() {
    let server = TestServer::start().await;
    crowd(&server, 1_500).await;
    let mut admin = server.browser_of(ADMIN).await;
    let fields = [("whom", "all"), ("act", "deactivate"), ("confirmed", "yes")];
    let active = "select count(*) from users where active";
    let before = server.number(active).await;

    let begun = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;
    let here = begun.location().to_owned();
    assert!(here.starts_with("/admin/users/acts/"), "{here} {}", begun.body);
    let working = admin.get(&here).await;
    assert_eq!((working.status, working.header("refresh")), (200, "3"), "{}", working.body);
    assert!(working.says("0 of 1,506 users"), "{}", working.body);
    assert_eq!(server.number(active).await, before, "nobody waited for it");
    server.run_jobs().await;
    let done = admin.get(&here).await;

    assert_eq!(server.number(active).await, 2, "all but the Sys. Admin and whoever asked");
    assert!(done.says("left out") && done.header("refresh").is_empty(), "{}", done.body);
    assert_eq!(server.events_named("users.begin_act").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn an_act_that_was_cut_off_goes_on_and_stops_when_whoever_began_it_may_no_more() {
    let server = TestServer::start().await;
    crowd(&server, 1_500).await;
    let cx = server.cx_as(ADMIN).await;
    let all = Chosen::Fitting(Box::default());
    let active = "select count(*) from users where active";
    let before = server.number(active).await;
    let Begun::Running(id) = begin_act(&cx, &Act::Deactivate, &all, None).await.unwrap() else {
        panic!("done at once")
    };

    let step = actions::step_act(&server.host(), &id, &mut None).await.unwrap();
    let after_one = server.number(active).await;
    server.sql("update users set active = false where email = 'admin@people.example'").await;
    resume_acts(&server.host()).await.unwrap();
    server.run_jobs().await;

    assert_eq!(step, actions::ActStep::More);
    assert!((before - 100..before).contains(&after_one), "{before} {after_one}");
    assert_eq!(server.number(active).await, after_one - 1);
    let stopped = find_act(&server.host(), &id).await.unwrap();
    assert_eq!((stopped.state, stopped.position), (ActState::Stopped, 100));
    server.finish().await;
}

#[tokio::test]
async fn a_view_is_kept_from_the_page_and_a_refused_name_is_shown_again() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let long = "x".repeat(61);
    let page = "/admin/users/views?state=invited";

    let refused =
        admin.submit_to(page, "/admin/users/views", &[("name", &long), ("query", "state=invited")]).await;
    assert_eq!((refused.status, refused.field("field-name")), (422, Some(long)));
    let fields = [("name", "Invited"), ("query", "state=invited"), ("shared", "on")];
    let kept = admin.submit_to(page, "/admin/users/views", &fields).await;

    assert_eq!(kept.location(), "/admin/users?state=invited");
    assert!(server.browser_of(BaseRole::DataAdmin).await.get("/admin/users").await.says(">Invited<"));
    server.finish().await;
}

#[tokio::test]
async fn the_file_holds_what_is_shown_and_nothing_a_spreadsheet_would_compute() {
    let server = TestServer::start().await;
    server
        .add(NewUser {
            first_name: "=HYPERLINK(1)".into(),
            last_name: "\"x\"".into(),
            ..new_user("evil@people.example", "")
        })
        .await;
    let mut admin = server.browser_of(ADMIN).await;
    let fields = [("query", "search=people.example&column=name&column=state"), ("mark", "1")];

    let file = admin.submit_to("/admin/users", "/admin/users/export", &fields).await;

    assert_eq!((file.status, file.header("content-type")), (200, "text/csv; charset=utf-8"));
    let heads = "\u{feff}Id,Username,Email,First name,Last name,Role,Groups,Language,Active,State\r\n";
    assert!(file.body.starts_with(heads), "{}", file.body);
    assert!(file.says(",\"'=HYPERLINK(1)\",\"\"\"x\"\"\",Viewer,Everyone,,true,Active\r\n"), "{}", file.body);
    assert_eq!(server.events_named("users.export").await.len(), 1);
    let mut viewer = server.browser_of(BaseRole::Consumer).await;
    let csrf = viewer.get("/profile/personal-information").await.csrf().unwrap();
    let request = viewer.request("POST", "/admin/users/export").header("sec-fetch-site", "same-origin");
    let refused = viewer.send(request.form(&[("csrf", csrf.as_str())])).await;
    assert_eq!(refused.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn a_filter_that_is_not_known_and_a_search_for_nothing_that_can_be_typed_are_said_on_the_page() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(BaseRole::Admin).await;

    for filter in ["state=nope", "seat=nope", "origin=nope"] {
        let page = admin.get(&format!("/admin/users?{filter}")).await;
        assert!(page.says("nope” is not known here"), "{filter}: {}", page.body);
    }
    let page = admin.get("/admin/users?search=a%00b").await;
    assert!(page.status == 200 && page.says("Nobody fits"), "{}", page.body);
    server.finish().await;
}
