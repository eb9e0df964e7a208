//! What the pages promise where there are more groups than a list can show.

use super::super::{find, look};
use crate::{
    accounts::groups::{self, GroupChange},
    cx::BaseRole,
    testing::{TestServer, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;

/// Makes groups called `Team 0000` and so on, and one that comes after all of them.
async fn make_many(server: &TestServer, count: usize) -> String {
    let change = |name: String| GroupChange { name: Some(name), ..GroupChange::default() };
    let many = (0..count).map(|at| change(format!("Team {at:04}"))).collect();
    groups::create(&server.host(), many).await.unwrap();
    groups::create(&server.host(), vec![change("Zebra, North".into())]).await.unwrap().remove(0).id
}

async fn groups_of(server: &TestServer) -> Vec<String> {
    let look = look(&server.host(), server.id_of(VIEWER)).await.unwrap();
    look.groups.into_iter().map(|group| group.name).collect()
}

#[tokio::test]
async fn the_groups_of_a_user_are_typed_and_shown_by_name_and_an_unknown_one_is_refused_at_its_field() {
    let server = TestServer::start().await;
    make_many(&server, 61).await;
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{}", server.id_of(VIEWER));
    let role = server.text("select id from roles where name = $1", "consumer").await;
    let tag = || async { find(&server.host(), server.id_of(VIEWER)).await.unwrap().tag().to_string() };
    let fields = |groups: &'static str, tag: String| {
        [
            ("email", email_of(VIEWER)),
            ("role_id", role.clone()),
            ("groups", groups.to_owned()),
            ("version", tag),
        ]
    };
    let send = async |admin: &mut crate::testing::Browser<'_>, groups| {
        let fields = fields(groups, tag().await);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.submit(&page, &fields).await
    };

    let unknown = send(&mut admin, "Team 0001\nzebra").await;
    assert_eq!(unknown.status, 422, "{}", unknown.body);
    assert!(
        unknown.says("There is no group called “zebra”") && unknown.says("Zebra, North"),
        "{}",
        unknown.body
    );
    assert!(unknown.says("Team 0001\nzebra</textarea>"), "{}", unknown.body);
    assert_eq!(groups_of(&server).await, [""; 0]);
    let saved = send(&mut admin, "team 0001\n\nZEBRA, North\nTeam 0001").await;

    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(groups_of(&server).await, ["Team 0001", "Zebra, North"]);
    let shown = admin.get(&page).await;
    assert!(shown.says("Team 0001\nZebra, North</textarea>"), "{}", shown.body);
    let refused =
        admin.submit("/admin/users/new", &[("email", "new@people.example"), ("groups", "nowhere")]).await;
    assert!(refused.status == 422 && refused.says("There is no group called “nowhere”"), "{}", refused.body);
    server.finish().await;
}

#[tokio::test]
async fn every_group_can_be_filtered_by_and_joined_however_many_there_are() {
    let server = TestServer::start().await;
    let last = make_many(&server, 250).await;
    groups::add_members(&server.host(), &last, &[email_of(VIEWER)]).await.unwrap();
    let mut admin = server.browser_of(ADMIN).await;

    let all = admin.get("/admin/users").await;
    assert!(all.says("list=\"group-names\"") && all.says("<datalist id=\"group-names\">"), "{}", all.body);
    let found = admin.get("/admin/users?group=zebra%2C+north").await;
    assert!(found.says(&email_of(VIEWER)) && !found.says(&email_of(BaseRole::Contributor)), "{}", found.body);
    assert_eq!(found.field("field-group").as_deref(), Some("Zebra, North"));
    assert!(found.says(&format!("group={last}")), "addresses name it by its id");
    let unknown = admin.get("/admin/users?group=zeb").await;
    assert!(
        unknown.status == 200 && unknown.says("These have it in their names: Zebra, North"),
        "{}",
        unknown.body
    );
    assert!(!unknown.says(&email_of(VIEWER)), "nobody fits");

    let viewer = server.id_of(BaseRole::Contributor).to_owned();
    let mut fields = vec![("whom", "ticked"), ("id", viewer.as_str()), ("act", "join"), ("group", "zeb")];
    let asked = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;
    assert!(asked.status == 422 && asked.says("Did you mean one of these: Zebra, North?"), "{}", asked.body);
    fields[3].1 = "Zebra, North";
    let question = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;
    assert_eq!(question.status, 200, "{}", question.body);
    assert!(question.says("<bdi>Zebra, North</bdi>"), "it names the group: {}", question.body);
    fields.push(("confirmed", "yes"));
    let done = admin.submit_to("/admin/users", "/admin/users/bulk", &fields).await;

    assert!(done.location().ends_with("done=1.0.join"), "{} {}", done.location(), done.body);
    let inside = groups::ids_inside(&mut server.app.db.read().await.unwrap(), &last, 10).await.unwrap();
    assert!(inside.contains(&viewer));
    server.finish().await;
}

#[tokio::test]
async fn a_group_is_put_inside_of_another_by_a_name_that_is_offered_or_found() {
    let server = TestServer::start().await;
    let outer = make_many(&server, 250).await;
    let mut admin = server.browser_of(ADMIN).await;
    let (page, inside) = (format!("/admin/groups/{outer}"), format!("/admin/groups/{outer}/inside"));

    assert!(admin.get(&page).await.says("<option value=\"Team 0100\">"));
    let unknown = admin.submit_to(&page, &inside, &[("subgroup", "0249")]).await;
    assert!(
        unknown.status == 422 && unknown.says("Did you mean one of these: Team 0249?"),
        "{}",
        unknown.body
    );
    let put = admin.submit_to(&page, &inside, &[("subgroup", "team 0249")]).await;

    assert!(put.location().ends_with("done=nested"), "{}", put.body);
    assert!(admin.get(&page).await.says(">Team 0249<"));
    server.finish().await;
}

#[tokio::test]
async fn a_group_on_its_way_out_is_marked_among_those_of_a_user_and_kept_by_their_form() {
    let server = TestServer::start().await;
    let id = make_many(&server, 1).await;
    groups::add_members(&server.host(), &id, &[email_of(VIEWER)]).await.unwrap();
    server.sql("update groups set under_way = 'delete' where name = 'Zebra, North'").await;
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{}", server.id_of(VIEWER));
    let role = server.text("select id from roles where name = $1", "consumer").await;
    let tag = find(&server.host(), server.id_of(VIEWER)).await.unwrap().tag().to_string();

    let shown = admin.get(&page).await;
    let listed = admin.get("/admin/users?column=groups").await;
    assert!(listed.says("Zebra, North") && listed.says("Being deleted"), "{}", listed.body);
    assert!(shown.says("Being deleted"), "{}", shown.body);
    let kept = format!("type=\"hidden\" name=\"groups\" value=\"{id}\"");
    assert!(shown.says(&kept), "{}", shown.body);
    server.sql("update groups set under_way = 'bring_back' where name = 'Zebra, North'").await;
    assert!(admin.get(&page).await.says("Coming back"));

    // It goes while the form is open: nobody typed its name, so nobody is told that there is no such group.
    server.sql("delete from groups where name = 'Zebra, North'").await;
    let email = email_of(VIEWER);
    let fields = [
        ("email", email.as_str()),
        ("first_name", "Renamed"),
        ("role_id", &role),
        ("groups", &id),
        ("drawn_groups", &id),
        ("version", &tag),
    ];
    let saved = admin.submit(&page, &fields).await;
    assert!(!saved.says("There is no group called"), "{} {}", saved.status, saved.body);
    server.finish().await;
}
