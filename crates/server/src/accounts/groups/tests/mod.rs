//! What groups promise.

mod deleted;
mod under_way;

use super::{
    CHANGED_MEANWHILE, DERIVED, GroupChange, GroupKind, NAME_TAKEN, Sort, Wanted, WantedMembers,
    model::{BAD_MINUTES, CIRCLE, NO_SYSADMIN, TOO_DEEP},
};
use crate::{
    accounts::{
        groups,
        roles::{self, Choice, NewRole, RoleChange, Why},
        users,
    },
    cx::{BEYOND_OWN_ROLE, BaseRole, Cx, NOT_ALLOWED, Permission},
    testing::{Answer, MINUTE_MS, PASSWORD, TestServer, assert_refused, email_of, new_user},
    text::Language,
};

mod api;
mod list;

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;

fn named(name: &str) -> GroupChange {
    GroupChange { name: Some(name.to_owned()), ..GroupChange::default() }
}

/// Makes a group; answers its id.
async fn make(cx: &Cx, change: GroupChange) -> String {
    groups::create(cx, vec![change]).await.unwrap().remove(0).id
}

async fn names(cx: &Cx, wanted: Wanted) -> Vec<String> {
    let page = groups::list(cx, &wanted).await.unwrap();
    page.items.into_iter().map(|listed| listed.group.name).collect()
}

#[tokio::test]
async fn everyone_and_admins_are_there_and_stay_as_they_are() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let viewer = server.id_of(VIEWER).to_owned();

    for name in ["Everyone", "Admins"] {
        let group = groups::find(&cx, name).await.unwrap();
        assert_ne!(group.kind, GroupKind::Plain);
        assert_refused(groups::delete(&cx, std::slice::from_ref(&group.id)).await, &DERIVED);
        assert_refused(groups::update(&cx, &group.id, None, &named("Other")).await, &DERIVED);
        assert_refused(groups::add_members(&cx, &group.id, std::slice::from_ref(&viewer)).await, &DERIVED);
        let inner = make(&cx, named(&format!("In {name}"))).await;
        assert_refused(groups::add_subgroup(&cx, &group.id, &inner).await, &DERIVED);
        assert_refused(groups::add_subgroup(&cx, &inner, &group.id).await, &DERIVED);
    }
    let people = groups::list(&cx, &Wanted { search: "everyone".into(), ..Wanted::default() }).await.unwrap();
    assert_eq!(people.items[0].members, 6);
    server.finish().await;
}

#[tokio::test]
async fn two_groups_never_share_a_name_whatever_its_case() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let sales = make(&cx, named("Sales")).await;
    make(&cx, named("Buying")).await;

    assert_refused(groups::create(&cx, vec![named("New"), named(" SALES ")]).await, &NAME_TAKEN);
    assert_refused(groups::update(&cx, &sales, None, &named("buying")).await, &NAME_TAKEN);

    assert_eq!(groups::find(&cx, "sales").await.unwrap().id, sales);
    assert!(groups::find(&cx, "New").await.is_err(), "all or none are made");
    server.finish().await;
}

#[tokio::test]
async fn the_list_is_read_page_by_page_in_either_order() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    for number in 0..7 {
        server.advance(MINUTE_MS);
        make(&server.cx_as(ADMIN).await, named(&format!("Team {number}"))).await;
    }

    let mut found = Vec::new();
    let mut wanted = Wanted { search: "team".into(), limit: Some(3), ..Wanted::default() };
    loop {
        let page = groups::list(&cx, &wanted).await.unwrap();
        assert_eq!(page.total, 7);
        found.extend(page.items.into_iter().map(|listed| listed.group.name));
        let Some(next) = page.next else { break };
        wanted.after = next;
    }
    let changed = names(&cx, Wanted { sort: Sort::Changed, limit: Some(2), ..Wanted::default() }).await;

    assert_eq!(found, (0..7).map(|number| format!("Team {number}")).collect::<Vec<_>>());
    assert_eq!(changed, ["Team 6", "Team 5"]);
    server.finish().await;
}

#[tokio::test]
async fn a_circle_of_groups_is_refused_and_so_is_too_deep_a_nest() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let mut chain = Vec::new();
    for number in 0..9 {
        chain.push(make(&cx, named(&format!("Level {number}"))).await);
    }
    for pair in chain[..8].windows(2) {
        groups::add_subgroup(&cx, &pair[0], &pair[1]).await.unwrap();
    }

    assert_refused(groups::add_subgroup(&cx, &chain[0], &chain[0]).await, &CIRCLE);
    assert_refused(groups::add_subgroup(&cx, &chain[5], &chain[0]).await, &CIRCLE);
    assert_refused(groups::add_subgroup(&cx, &chain[7], &chain[8]).await, &TOO_DEEP);
    assert_refused(groups::add_subgroup(&cx, &chain[8], &chain[0]).await, &TOO_DEEP);

    groups::remove_subgroup(&cx, &chain[0], &chain[1]).await.unwrap();
    groups::add_subgroup(&cx, &chain[7], &chain[8]).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn members_of_groups_inside_count_once() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let (outer, inner) = (make(&cx, named("Outer")).await, make(&cx, named("Inner")).await);
    groups::add_subgroup(&cx, &outer, "inner").await.unwrap();
    let [viewer, designer] = [VIEWER, BaseRole::Contributor].map(email_of);
    groups::add_members(&cx, &outer, std::slice::from_ref(&viewer)).await.unwrap();
    groups::add_members(&cx, &inner, &[viewer.clone(), designer.to_uppercase()]).await.unwrap();

    let with_inner = WantedMembers { inside: true, ..WantedMembers::default() };
    let own = groups::members(&cx, &outer, WantedMembers::default()).await.unwrap();
    let all = groups::members(&cx, &outer, with_inner).await.unwrap();
    let found =
        groups::members(&cx, &outer, WantedMembers { search: "contrib", ..with_inner }).await.unwrap();

    assert_eq!((own.total, all.total, all.items.len()), (1, 2, 2));
    assert_eq!(found.items[0].email, designer);
    server.finish().await;
}

#[tokio::test]
async fn a_group_of_groups_shows_how_many_are_in_it_with_them() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let [outer, inner, other] = ["Outer", "Inner", "Other"].map(|name| make(&cx, named(name)));
    let (outer, inner, other) = (outer.await, inner.await, other.await);
    groups::add_subgroup(&cx, &outer, &inner).await.unwrap();
    groups::add_subgroup(&cx, &outer, &other).await.unwrap();
    let [viewer, designer] = [VIEWER, BaseRole::Contributor].map(email_of);
    groups::add_members(&cx, &inner, &[viewer.clone(), designer]).await.unwrap();
    groups::add_members(&cx, &other, &[viewer]).await.unwrap();
    let mut browser = server.browser_of(ADMIN).await;

    let counted = groups::count_inside(&cx, &[&outer, &inner]).await.unwrap();
    let list = browser.get("/admin/groups").await;
    let page = browser.get(&format!("/admin/groups/{outer}")).await;
    let members = browser.get(&format!("/admin/groups/{outer}/members")).await;

    assert_eq!((counted[&outer], counted[&inner]), (2, 2), "each user counts once");
    assert_eq!(list.body.matches("2 with groups inside").count(), 1, "{}", list.body);
    assert!(page.says("Members with the groups inside: 2"), "{}", page.body);
    assert!(members.says("The groups inside have 2.") && members.says("members?of=all"), "{}", members.body);
    server.finish().await;
}

#[tokio::test]
async fn who_is_in_many_groups_inside_hides_nobody_from_the_count() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let outer = make(&cx, named("Outer")).await;
    let same = [VIEWER, BaseRole::Contributor].map(email_of);
    for name in ["A", "B", "C", "D"] {
        let inner = make(&cx, named(name)).await;
        groups::add_subgroup(&cx, &outer, &inner).await.unwrap();
        groups::add_members(&cx, &inner, &same).await.unwrap();
    }
    groups::add_members(&cx, "D", &[email_of(BaseRole::DataDesigner)]).await.unwrap();
    let mut tx = server.app.db.read().await.unwrap();

    let mut counted = Vec::new();
    for maximum in [10, 3, 2] {
        counted.extend(super::store::count_inside(&mut tx, &[&outer], (4, maximum)).await.unwrap());
    }

    let counts: Vec<i64> = counted.into_iter().map(|(_, count)| count).collect();
    assert_eq!(counts, [3, 3, 2], "exact up to the maximum, though only four memberships are read at first");
    drop(tx);
    server.finish().await;
}

#[tokio::test]
async fn whoever_cannot_be_added_is_told_of_and_the_others_are_added() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make(&cx, named("Team")).await;
    let who = [VIEWER, BaseRole::Super].map(email_of);
    let who = [&who[..], &["nobody@people.example".to_owned(), email_of(VIEWER)]].concat();

    let added = groups::add_members(&cx, &group, &who).await.unwrap();
    let again = groups::add_members(&cx, &group, &who[..1]).await.unwrap();

    assert_eq!(added.done, [server.id_of(VIEWER)]);
    assert_eq!(added.unknown, ["nobody@people.example"]);
    assert_eq!(added.beyond, [email_of(BaseRole::Super)], "nobody touches who may more than they");
    assert_eq!((again.done.len(), again.already), (0, 1));
    let removed = groups::remove_members(&cx, &group, &who[..1]).await.unwrap();
    assert_eq!(removed.done.len(), 1);
    assert_eq!(server.events_named("groups.add_members").await.len(), 1);
    for event in ["groups.join", "groups.leave"] {
        let told = server.events_named(event).await;
        assert_eq!(
            (told.len(), told[0].subject_id.as_str()),
            (1, server.id_of(VIEWER)),
            "in their own trail"
        );
    }
    server.finish().await;
}

#[tokio::test]
async fn suggestions_begin_as_was_typed_and_leave_members_out() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make(&cx, named("Team")).await;

    let before = groups::suggest(&cx, &group, "CON").await.unwrap();
    groups::add_members(&cx, &group, &[email_of(VIEWER)]).await.unwrap();
    let after = groups::suggest(&cx, &group, "con").await.unwrap();

    let emails = |people: Vec<crate::cx::Person>| people.into_iter().map(|it| it.email).collect::<Vec<_>>();
    assert_eq!(emails(before), [email_of(VIEWER), email_of(BaseRole::Contributor)]);
    assert_eq!(emails(after), [email_of(BaseRole::Contributor)]);
    assert!(groups::suggest(&cx, &group, " ").await.unwrap().is_empty());
    let mary = users::NewUser {
        first_name: "Mary".into(),
        last_name: "Somerville".into(),
        ..new_user("ms@people.example", "consumer")
    };
    server.add(mary).await;
    for part in ["mary", "Somer", "mary som", "ms@"] {
        assert_eq!(
            emails(groups::suggest(&cx, &group, part).await.unwrap()),
            ["ms@people.example"],
            "{part}"
        );
    }
    server.finish().await;
}

#[tokio::test]
async fn saving_the_same_groups_again_writes_no_membership() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let ids = [make(&cx, named("One")).await, make(&cx, named("Two")).await, make(&cx, named("Three")).await];
    let viewer = server.id_of(VIEWER);
    let mut tx = server.app.db.write().await.unwrap();
    let set =
        async |tx: &mut _, groups: &[String]| groups::set_members_of(tx, &cx, viewer, groups).await.unwrap();

    let first = set(&mut tx, &ids[..2]).await;
    let same = set(&mut tx, &[ids[1].clone(), "ONE".into(), "Everyone".into()]).await;
    let other = set(&mut tx, &[ids[2].clone(), ids[1].clone()]).await;
    tx.commit().await.unwrap();

    let after = users::find(&cx, viewer).await.unwrap().groups;
    assert_eq!((first, same, other), (2, 0, 2));
    assert!(after.contains(&ids[1]) && after.contains(&ids[2]) && !after.contains(&ids[0]), "{after:?}");
    server.finish().await;
}

#[tokio::test]
async fn the_nearest_group_gives_the_language_and_of_equally_near_ones_the_first_by_name() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let speaking = |name: &str, locale: &str| GroupChange { language: Some(locale.into()), ..named(name) };
    let everyone = groups::find(&cx, "Everyone").await.unwrap().id;
    let language = async || {
        let mut tx = server.app.db.read().await.unwrap();
        groups::language_of(&mut tx, server.id_of(VIEWER)).await.unwrap()
    };
    assert_eq!(language().await, None);

    let french = GroupChange { language: Some("fr-FR".into()), ..GroupChange::default() };
    groups::update(&cx, &everyone, None, &french).await.unwrap();
    assert_eq!(language().await, Some(Language::Fr));

    let outer = make(&cx, speaking("A outer", "es-ES")).await;
    let own = make(&cx, named("Own")).await;
    groups::add_subgroup(&cx, &outer, &own).await.unwrap();
    groups::add_members(&cx, &own, &[email_of(VIEWER)]).await.unwrap();
    assert_eq!(language().await, Some(Language::Es), "a group around comes before Everyone");

    for group in [speaking("M", "de-DE"), speaking("B", "he-IL")] {
        let id = make(&cx, group).await;
        groups::add_members(&cx, &id, &[email_of(VIEWER)]).await.unwrap();
    }
    assert_eq!(language().await, Some(Language::He), "own groups come first, by name");
    server.finish().await;
}

#[tokio::test]
async fn the_shortest_session_limit_of_all_groups_holds() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let limited =
        |name: &str, minutes: &str| GroupChange { session_minutes: Some(minutes.into()), ..named(name) };
    let (long, outer) = (make(&cx, limited("Long", "60")).await, make(&cx, limited("Outer", "5")).await);
    groups::add_subgroup(&cx, &outer, &long).await.unwrap();
    groups::add_members(&cx, &long, &[email_of(VIEWER)]).await.unwrap();
    assert_refused(groups::create(&cx, vec![limited("Bad", "0")]).await, &BAD_MINUTES);

    let mut inside = server.browser_of(VIEWER).await;
    let mut outside = server.browser_of(BaseRole::Contributor).await;
    server.advance(4 * MINUTE_MS);
    assert!(inside.is_signed_in().await);
    server.write_used().await;
    server.advance(5 * MINUTE_MS);

    assert!(!inside.is_signed_in().await);
    assert!(outside.is_signed_in().await);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_user_made_automatically_takes_the_role_of_the_group_and_keeps_one_given_by_hand() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let change = GroupChange { role: Some("designer".into()), ..named("Field") };
    let group = make(&cx, change).await;
    let by_hand = server.add(new_user("hand@people.example", "viewer")).await.person.id;
    groups::add_members(&cx, &group, std::slice::from_ref(&by_hand)).await.unwrap();
    let arrived = server.add(new_user("sso@people.example", "viewer")).await.person.id;
    let effective = async |id: &str| {
        let mut tx = server.app.db.read().await.unwrap();
        let (role, why) = roles::effective(&mut tx, id).await.unwrap();
        (role.base, why)
    };

    let mut tx = server.app.db.write().await.unwrap();
    users::take_role(&mut tx, &server.host(), &arrived, "field").await.unwrap();
    tx.commit().await.unwrap();

    let by_group = Why::Group { id: group.clone(), name: "Field".into() };
    assert_eq!(effective(&by_hand).await, (VIEWER, Why::Own));
    assert_eq!(effective(&arrived).await, (BaseRole::Contributor, by_group));
    assert_eq!(groups::effect(&cx, &group).await.unwrap().came_in, 1);
    let patch = users::UserPatch { role: Some("dataDesigner".into()), ..users::UserPatch::default() };
    users::update(&cx, &arrived, patch).await.unwrap();
    assert_eq!(effective(&arrived).await, (BaseRole::DataDesigner, Why::Own));
    server.finish().await;
}

#[tokio::test]
async fn deleting_a_group_deletes_no_user_and_leaves_the_role() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make(&cx, GroupChange { role: Some("designer".into()), ..named("Field") }).await;
    groups::add_members(&cx, &group, &[email_of(VIEWER)]).await.unwrap();
    let mut tx = server.app.db.write().await.unwrap();
    users::take_role(&mut tx, &server.host(), server.id_of(VIEWER), &group).await.unwrap();
    tx.commit().await.unwrap();
    let count = server.number("select count(*) from users").await;

    groups::delete(&cx, &["FIELD".into(), group]).await.unwrap();

    assert_eq!(server.number("select count(*) from users").await, count);
    assert_eq!(server.number("select count(*) from group_members").await, 0);
    let viewer = users::find(&cx, server.id_of(VIEWER)).await.unwrap();
    assert_eq!(viewer.person.role.base, BaseRole::Contributor);
    assert_eq!(server.events_named("groups.delete").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn nobody_uses_a_group_to_give_more_than_they_may_themselves() {
    let server = TestServer::start().await;
    let admin = server.cx_as(ADMIN).await;
    let strong = make(&admin, GroupChange { role: Some("admin".into()), ..named("Strong") }).await;
    let plain = make(&admin, named("Plain")).await;
    // A Data Admin who may manage groups, by a custom role.
    let more = [Permission::ManageGroups, Permission::ChangeUsers].map(|it| (it, Choice::Allow));
    let change =
        RoleChange { display_name: "Keeper".into(), choices: more.to_vec(), ..RoleChange::default() };
    let role = roles::create(&admin, &NewRole { base: "dataAdmin".into(), change }).await.unwrap().role;
    let patch = users::UserPatch { role: Some(role.id), ..users::UserPatch::default() };
    users::update(&admin, server.id_of(BaseRole::DataAdmin), patch).await.unwrap();
    let cx = server.cx_as(BaseRole::DataAdmin).await;
    let viewer = email_of(VIEWER);

    assert_refused(groups::add_members(&cx, &strong, std::slice::from_ref(&viewer)).await, &BEYOND_OWN_ROLE);
    assert_refused(groups::add_subgroup(&cx, &strong, &plain).await, &BEYOND_OWN_ROLE);
    let role = GroupChange { role: Some("admin".into()), ..GroupChange::default() };
    assert_refused(groups::update(&cx, &plain, None, &role).await, &BEYOND_OWN_ROLE);
    assert_refused(groups::update(&cx, &strong, None, &named("Mine")).await, &BEYOND_OWN_ROLE);
    assert_refused(groups::delete(&cx, std::slice::from_ref(&strong)).await, &BEYOND_OWN_ROLE);
    let patch = users::UserPatch { groups: Some(vec![strong]), ..users::UserPatch::default() };
    assert_refused(users::update(&cx, &viewer, patch).await, &BEYOND_OWN_ROLE);
    assert_eq!(groups::add_members(&cx, &plain, &[viewer]).await.unwrap().done.len(), 1);
    let role = GroupChange { role: Some("super".into()), ..GroupChange::default() };
    assert_refused(groups::update(&admin, &plain, None, &role).await, &NO_SYSADMIN);
    server.finish().await;
}

#[tokio::test]
async fn of_two_editors_the_second_is_shown_what_changed_and_loses_nothing() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make(&cx, named("Team")).await;
    let path = format!("/admin/groups/{group}");
    let mut browser = server.browser_of(ADMIN).await;
    let version = browser.get(&path).await;
    assert!(version.says("name=\"version\" value=\"1\""));
    groups::update(&cx, &group, Some(1), &named("Renamed by the other")).await.unwrap();

    let fields = [("version", "1"), ("name", "Mine"), ("session_minutes", "30")];
    let late = browser.submit(&path, &fields).await;
    assert_refused(groups::update(&cx, &group, Some(1), &named("Lost")).await, &CHANGED_MEANWHILE);

    assert_eq!(late.status, 409);
    assert!(late.says("Renamed by the other") && late.says("value=\"Mine\""), "{}", late.body);
    assert!(late.says("name=\"version\" value=\"2\""));
    let again = browser.submit(&path, &[("version", "2"), ("name", "Mine")]).await;
    assert_eq!(again.location(), format!("{path}?done=saved"));
    server.finish().await;
}

#[tokio::test]
async fn a_group_is_made_filled_nested_and_deleted_on_its_pages() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;

    let made = browser.submit("/admin/groups/new", &[("name", "Team"), ("language", "de-DE")]).await;
    let members = made.location().split('?').next().unwrap().to_owned();
    let path = members.trim_end_matches("/members").to_owned();
    let found = browser.get(&format!("{members}?find=cons")).await;
    assert!(found.says(&email_of(VIEWER)), "{}", found.body);
    let who = format!("{}\nnobody@x.example, {}", email_of(VIEWER), email_of(BaseRole::Contributor));
    let pasted = browser.submit(&members, &[("who", &who)]).await;
    let nobody = browser.submit(&members, &[("who", "nobody@x.example")]).await;
    let one = browser.submit(&members, &[("who", &email_of(BaseRole::DataDesigner))]).await;
    let removed =
        browser.submit_to(&members, &format!("{members}/remove"), &[("who", server.id_of(VIEWER))]).await;
    browser.submit("/admin/groups/new", &[("name", "Inner")]).await;
    let nested = browser.submit_to(&path, &format!("{path}/inside"), &[("subgroup", "inner")]).await;
    let circle = browser.submit_to(&path, &format!("{path}/inside"), &[("subgroup", "Team")]).await;
    let asked = browser.submit_to(&path, &format!("{path}/delete"), &[]).await;
    let deleted = browser.submit_to(&path, &format!("{path}/delete"), &[("confirmed", "yes")]).await;

    assert!(pasted.status == 200 && pasted.says("2 people were added."), "{}", pasted.body);
    assert!(pasted.says("Nobody here is called:"), "{}", pasted.body);
    let box_of = |answer: &Answer| {
        let (_, rest) = answer.body.split_once("<textarea").unwrap();
        rest.split_once("</textarea>").unwrap().0.split_once('>').unwrap().1.trim().to_owned()
    };
    assert_eq!(box_of(&pasted), "nobody@x.example", "the wrong line stays to be corrected");
    assert!(
        nobody.status == 422 && box_of(&nobody) == "nobody@x.example",
        "nothing came of it: {}",
        nobody.body
    );
    assert!(one.location().ends_with("?done=added.1") && removed.location().ends_with("?done=removed.1"));
    assert!(nested.location().ends_with("?done=nested"));
    assert!(
        circle.status == 409 && circle.says("value=\"Team\"") && circle.says("A group cannot contain itself")
    );
    assert!(asked.says("2 members leave it.") && asked.says("No user is deleted."), "{}", asked.body);
    assert_eq!(deleted.location(), "/admin/groups/deleted?done=deleted");
    assert!(!browser.get("/admin/groups").await.says(">Team<"));
    server.finish().await;
}

#[tokio::test]
async fn a_refused_group_says_why_at_its_field_and_keeps_what_was_typed() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;

    let fields = [("name", "Team"), ("session_minutes", "soon"), ("theme", "Night")];
    let refused = browser.submit("/admin/groups/new", &fields).await;

    assert_eq!(refused.status, 422);
    assert!(
        refused.says("value=\"soon\"") && refused.says("value=\"Night\"") && refused.says("value=\"Team\"")
    );
    assert_eq!(refused.body.matches("aria-invalid=\"true\"").count(), 1);
    server.finish().await;
}

#[tokio::test]
async fn an_empty_search_says_no_groups_found() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;

    assert!(browser.get("/admin/groups?search=zebra").await.says("No Groups Found"));
    assert!(browser.get("/admin/groups").await.says(">Everyone<"));
    server.finish().await;
}

#[tokio::test]
async fn who_may_only_read_groups_sees_them_and_no_way_to_change_them() {
    let server = TestServer::start().await;
    let group = make(&server.cx_as(ADMIN).await, named("Team")).await;
    let mut reader = server.browser_of(BaseRole::DataAdmin).await;
    let cx = server.cx_as(BaseRole::DataAdmin).await;

    let page = reader.get(&format!("/admin/groups/{group}")).await;

    assert!(
        page.status == 200 && page.says("Team") && !page.says("name=\"session_minutes\""),
        "{}",
        page.body
    );
    assert_refused(groups::create(&cx, vec![named("Mine")]).await, &NOT_ALLOWED);
    assert_eq!(server.browser_of(VIEWER).await.get("/admin/groups").await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn thousands_of_groups_and_a_large_one_are_read_in_bounded_pages() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let many = (0..2_000).map(|number| named(&format!("Group {number:05}"))).collect();
    groups::create(&cx, many).await.unwrap();
    let large = make(&cx, named("Large")).await;
    let mut tx = server.app.db.write().await.unwrap();
    users::create_crowd(&mut tx, &server.host(), 1, 3_000).await.unwrap();
    tx.commit().await.unwrap();
    server
        .sql(
            "insert into group_members (group_id, user_id) select g.id, u.id from groups g, users u \
             where g.name = 'Large' and u.email like '%crowd%'",
        )
        .await;

    let page = groups::list(&cx, &Wanted { search: "large".into(), ..Wanted::default() }).await.unwrap();
    let all = groups::list(&cx, &Wanted::default()).await.unwrap();
    let first = groups::members(&cx, &large, WantedMembers::default()).await.unwrap();
    let after = WantedMembers { after: first.next.as_deref().unwrap(), ..WantedMembers::default() };
    let second = groups::members(&cx, &large, after).await.unwrap();

    assert_eq!(page.items[0].members, 2_001, "counting stops");
    assert_eq!((all.items.len(), all.total), (50, 2_001));
    assert_eq!((first.items.len(), first.total, second.items.len()), (50, 2_001, 50));
    assert!(first.items[49].id < second.items[0].id);
    let mut browser = server.browser();
    browser.sign_in(&email_of(ADMIN), PASSWORD).await;
    assert!(browser.get("/admin/groups?search=large").await.says("2,000+"));
    server.finish().await;
}

#[tokio::test]
async fn members_of_a_group_are_sent_while_they_are_read_and_make_one_whole_answer() {
    let server = TestServer::start().await;
    let mut tx = server.app.db.write().await.unwrap();
    users::create_crowd(&mut tx, &server.host(), 1, 1_234).await.unwrap();
    tx.commit().await.unwrap();
    let token = server.token_of(BaseRole::Admin).await;
    let ask = async |path: &str| server.request("GET", path).bearer(&token).send().await;

    let listed = ask("/api/v1/groups?expand=users,role").await.json();
    let one = ask("/api/v1/groups/Everyone?expand=users").await.json();
    let alone = ask("/api/groups/everyone/users").await.json();

    let of =
        |name: &str| listed.as_array().unwrap().iter().find(|group| group["name"] == name).unwrap().clone();
    let ids = |users: &serde_json::Value| -> std::collections::BTreeSet<String> {
        users.as_array().unwrap().iter().map(|user| user["_id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&of("Everyone")["users"]).len(), 1_240);
    assert_eq!(of("Everyone"), one);
    assert_eq!(ids(&one["users"]), ids(&alone));
    assert!(of("Admins")["users"].as_array().unwrap().len() >= 3);
    let empty = ask("/api/v1/groups?name=nothing&expand=users").await;
    assert_eq!((empty.status, empty.body.as_str()), (200, "[]"));
    server.finish().await;
}
