//! What the list of groups promises, on the page and as a file.

use super::{ADMIN, VIEWER, make, named};
use crate::{
    accounts::{groups, users},
    cx::BaseRole,
    testing::{TestServer, email_of, new_user},
};

const PAGE: &str = "/admin/groups";

#[tokio::test]
async fn what_the_list_shows_is_taken_along_as_csv() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    // More than one step of the file.
    let many = (0..203).map(|number| named(&format!("=Team {number:03}"))).collect();
    let made = groups::create(&cx, many).await.unwrap();
    make(&cx, named("Other")).await;
    groups::add_members(&cx, &made[7].id, &[email_of(VIEWER), email_of(ADMIN)]).await.unwrap();
    let mut browser = server.browser_of(BaseRole::DataAdmin).await;
    assert!(browser.get(&format!("{PAGE}?search=team")).await.says("/admin/groups/export?search=team"));

    let some = browser.get(&format!("{PAGE}/export?search=team")).await;
    let derived = browser.get(&format!("{PAGE}/export?search=everyone")).await;

    assert_eq!(some.header("content-disposition"), "attachment; filename=\"groups.csv\"");
    assert!(some.body.starts_with("id,name,builtIn,usersCount,"), "{}", some.body);
    assert_eq!(some.body.lines().count(), 204);
    let line = format!("{},\"'=Team 007\",false,2,0,", made[7].id);
    assert!(some.body.contains(&line), "{line}\n{}", some.body);
    assert!(derived.body.contains(",Everyone,true,6,"), "{}", derived.body);
    assert_eq!(server.events_named("groups.export").await.len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn the_groups_of_the_server_are_called_in_the_language_of_the_reader() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let everyone = groups::find(&server.host(), "Everyone").await.unwrap().id;

    for (language, name, admins) in [
        ("de", "Alle", "Administratoren"),
        ("es", "Todos", "Administradores"),
        ("fr", "Tout le monde", "Administrateurs"),
        ("he", "כולם", "מנהלים"),
        ("en", "Everyone", "Admins"),
    ] {
        browser.submit_to("/", "/language", &[("language", language), ("back", "/")]).await;
        let list = browser.get(PAGE).await;
        for name in [name, admins] {
            assert!(list.says(&format!("<bdi>{name}</bdi>")), "{language}: {}", list.body);
        }
        for page in [format!("{PAGE}/{everyone}"), format!("{PAGE}/{everyone}/members")] {
            let page = browser.get(&page).await;
            let title = page.body.split_once("<h1").unwrap().1.split_once("</h1>").unwrap().0;
            assert!(title.contains(name), "{language}: {title}");
        }
        let users = browser.get(&format!("/admin/users?group={everyone}")).await;
        assert!(users.says(&format!(">{name}</option>")), "{language}: {}", users.body);
        assert!(language == "en" || !users.says(">Everyone<"), "{language}: {}", users.body);
    }
    let token = server.token_of(ADMIN).await;
    let api = server.request("GET", &format!("/api/v1/groups/{everyone}")).bearer(&token).send().await;
    assert_eq!(api.json()["name"], "Everyone", "scripts know it by one name");
    server.finish().await;
}

#[tokio::test]
async fn a_member_who_has_not_accepted_yet_is_called_invited_and_not_inactive() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make(&cx, named("Team")).await;
    let invited = users::NewUser {
        credential: users::Credential::Invited,
        ..new_user("new@people.example", "consumer")
    };
    let off = users::NewUser { active: Some(false), ..new_user("off@people.example", "consumer") };
    let mut browser = server.browser_of(ADMIN).await;
    let path = format!("/admin/groups/{group}/members");

    let invited = server.add(invited).await.person.id;
    groups::add_members(&cx, &group, &[invited]).await.unwrap();
    let one = browser.get(&path).await;
    let off = server.add(off).await.person.id;
    groups::add_members(&cx, &group, &[off]).await.unwrap();
    let both = browser.get(&path).await;

    assert!(one.says(">Invited<") && !one.says(">Inactive<"), "{}", one.body);
    assert!(both.says(">Invited<") && both.says(">Inactive<"), "{}", both.body);
    server.finish().await;
}

#[tokio::test]
async fn too_many_pasted_names_are_refused_in_the_form_that_still_has_them() {
    let server = TestServer::start().await;
    let group = make(&server.cx_as(ADMIN).await, named("Sales")).await;
    let mut browser = server.browser_of(ADMIN).await;
    let path = format!("/admin/groups/{group}/members");
    let pasted: Vec<String> = (0..2_001).map(|number| format!("u{number}@people.example")).collect();

    let refused = browser.submit(&path, &[("who", &pasted.join("\n"))]).await;

    assert_eq!(refused.status, 413);
    assert!(refused.says("u0@people.example") && refused.says("u2000@people.example"));
    assert!(refused.says("href=\"#field-who\"") || refused.says("2,000"), "{}", refused.body);
    server.finish().await;
}

#[tokio::test]
async fn users_who_are_in_hundreds_of_groups_are_read_together() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let many = (0..300).map(|number| named(&format!("Team {number:03}"))).collect();
    groups::create(&cx, many).await.unwrap();
    let mut tx = server.app.db.write().await.unwrap();
    users::create_crowd(&mut tx, &server.host(), 1, 400).await.unwrap();
    tx.commit().await.unwrap();
    // More rows than a statement gives.
    server
        .sql(
            "insert into group_members (group_id, user_id) select g.id, u.id from groups g, users u \
             where g.name like 'Team%' and u.email like '%crowd%'",
        )
        .await;

    let file = server.browser_of(ADMIN).await.submit_to("/admin/users", "/admin/users/export", &[]).await;

    let whole = |line: &&str| (0..300).all(|number| line.contains(&format!("Team {number:03}")));
    assert_eq!(file.body.lines().filter(whole).count(), 400, "{}", file.status);
    server.finish().await;
}
