//! Whose list may be acted on by whom: nobody spoils that of somebody whose role may more.

use super::{ADMIN, SILENT, State, VIEWER, applied, apply, check, checked, find, read, remove, undo};
use crate::{
    accounts::{
        roles::{self, Choice, NewRole, RoleChange},
        users,
    },
    cx::{BEYOND_OWN_ROLE, Cx, Permission},
    testing::{PASSWORD, TestServer, assert_refused, email_of, new_user},
};

const HELPER: &str = "helper@house.example";

/// Somebody with a custom role that may import and take back, and less than an Admin.
async fn helper(server: &TestServer) -> Cx {
    let allowed = [
        Permission::ListUsers,
        Permission::AddUsers,
        Permission::ChangeUsers,
        Permission::DeleteUsers,
        Permission::ReadGroups,
    ];
    let change = RoleChange {
        display_name: "Helper".into(),
        choices: allowed.map(|it| (it, Choice::Allow)).to_vec(),
        ..RoleChange::default()
    };
    let role =
        roles::create(&server.host(), &NewRole { base: "dataAdmin".into(), change }).await.unwrap().role;
    let id = server.add(new_user(HELPER, &role.id)).await.person.id;
    server.cx_of(&id).await
}

#[tokio::test]
async fn nobody_acts_on_the_list_of_somebody_whose_role_may_more() {
    let server = TestServer::start().await;
    let (admin, helper) = (server.cx_as(ADMIN).await, helper(&server).await);
    let list = checked(&server, &admin, "email\na@house.example\n", SILENT).await;

    let other_columns = check(&helper, &list.id, None, list.columns.clone(), SILENT).await;
    assert_refused(other_columns, &BEYOND_OWN_ROLE);
    assert_refused(apply(&helper, &list.id, None).await, &BEYOND_OWN_ROLE);
    assert_refused(remove(&helper, &list.id).await, &BEYOND_OWN_ROLE);
    let done = applied(&server, &admin, "email\nb@house.example\n", SILENT).await;
    assert_refused(undo(&helper, &done.id, None).await, &BEYOND_OWN_ROLE);
    assert_refused(remove(&helper, &done.id).await, &BEYOND_OWN_ROLE);

    assert_eq!(find(&helper, &list.id).await.unwrap().state, State::Checked, "looking is for everybody");
    apply(&admin, &list.id, None).await.unwrap();
    server.run_jobs().await;
    let own = applied(&server, &helper, "email\nc@house.example\n", SILENT).await;
    undo(&admin, &own.id, None).await.unwrap();
    server.run_jobs().await;
    // Whoever acted last stands for it from now on.
    assert_refused(remove(&helper, &own.id).await, &BEYOND_OWN_ROLE);
    server.finish().await;
}

#[tokio::test]
async fn the_list_of_somebody_who_is_gone_or_of_the_operator_is_open_to_all_who_may_import() {
    let server = TestServer::start().await;
    let helper = helper(&server).await;
    let gone = server.add(new_user("gone@house.example", ADMIN.name())).await.person.id;
    let left = read(&server.cx_of(&gone).await, "email\na@house.example\n").await;
    let of_host = read(&server.host(), "email\nb@house.example\n").await;
    assert_refused(remove(&helper, &left.id).await, &BEYOND_OWN_ROLE);

    users::delete(&server.host(), &[gone]).await.unwrap();

    remove(&helper, &left.id).await.unwrap();
    remove(&helper, &of_host.id).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn page_and_api_say_so_and_offer_nothing_that_would_be_refused() {
    let server = TestServer::start().await;
    let admin = server.cx_as(ADMIN).await;
    helper(&server).await;
    let fresh = read(&admin, &format!("email\n{}\n", email_of(VIEWER))).await;
    let list = checked(&server, &admin, "email\na@house.example\n", SILENT).await;
    let mut browser = server.browser();
    browser.sign_in(HELPER, PASSWORD).await;
    let here = format!("/admin/users/import/{}", list.id);

    let columns = browser.get(&format!("/admin/users/import/{}", fresh.id)).await;
    let page = browser.get(&here).await;
    let asked = browser.submit_to(&here, &format!("{here}/remove"), &[]).await;
    let removed = browser.submit_to(&here, &format!("{here}/remove"), &[("confirmed", "yes")]).await;
    let key = server.x_api_key_of(HELPER, PASSWORD, server.now_ms() / 1000).await;
    let path = format!("/api/v1/imports/{}", list.id);
    let over_api = server.request("DELETE", &path).header("x-api-key", &key).send().await;

    let says = "so you can only look";
    assert!(columns.says(says) && !columns.says("Check the rows"), "{}", columns.body);
    assert!(page.says(says) && !page.says("Apply 1 row"), "{}", page.body);
    assert_eq!((asked.status, removed.status), (403, 403), "{}", removed.body);
    assert!(over_api.status == 403 && over_api.says("roles.beyond_own"), "{}", over_api.body);
    assert!(find(&admin, &list.id).await.is_ok());
    server.finish().await;
}
