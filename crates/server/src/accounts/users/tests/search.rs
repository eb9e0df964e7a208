//! What the search of the list of users finds.

use seatwarden_base::db::Engine;

use super::{
    super::{
        Credential, ListQuery, NewUser, UserPatch, browse, count, delete, list_deleted, listing::PAGE,
        renew_search_texts, update,
    },
    list::{ADMIN, crowd, found},
};
use crate::{
    accounts::api_tokens,
    cx::BaseRole,
    testing::{NEW_PASSWORD, Script, TestServer, email_of, new_user},
};

#[tokio::test]
async fn two_letters_and_states_that_thousands_have_show_their_pages_in_order() {
    let server = TestServer::start().await;
    // 4,100 who have the letters, between 400 before and 400 after them; by turns invited and inactive.
    server
        .sql(
            "insert into users (id, email, email_key, user_name, user_name_key, role_id, search_text, active, \
             invited_at_ms, created_at_ms, updated_at_ms) \
             with recursive n(i) as (select 1000 union all select i + 1 from n where i < 5899), \
             named as (select i, case when i < 1400 then 'aa' when i < 5500 then 'mm' else 'zz' end || i as name from n) \
             select 'u' || i, name || '@crowd.example', name || '@crowd.example', name, name, \
             (select id from roles where name = 'consumer'), '', false, case when i % 2 = 1 then 1 end, 0, 0 from named",
        )
        .await;
    let cx = server.cx_as(ADMIN).await;
    let name = |i: u32| match i {
        0..1_400 => format!("aa{i}"),
        1_400..5_500 => format!("mm{i}"),
        _ => format!("zz{i}"),
    };
    let odd = |i: &u32| i % 2 == 1;

    for (query, mut all) in [
        ("search=mm", (1_400..5_500).collect::<Vec<u32>>()),
        ("state=invited", (1_000..5_900).filter(odd).collect()),
        ("state=inactive", (1_000..5_900).filter(|i| !odd(i)).collect()),
    ] {
        for is_down in [false, true] {
            let mut query = ListQuery { is_down, ..ListQuery::read(query) };
            let mut shown = Vec::new();
            for turn in 0..4 {
                let listing = browse(&cx, &query).await.unwrap();
                shown.extend(listing.users.iter().map(|one| one.user.user_name.clone()));
                query.page = if turn < 2 { listing.next.unwrap() } else { listing.previous.unwrap() };
            }
            let expected = [&all[..3 * PAGE], &all[PAGE..2 * PAGE]].concat();
            assert_eq!(shown, expected.into_iter().map(name).collect::<Vec<_>>(), "{query:?}");
            all.reverse();
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn a_search_finds_every_part_of_every_name_and_follows_changes() {
    let server = TestServer::start().await;
    let host = server.host();
    let made = server
        .add(NewUser {
            user_name: "zelda".into(),
            first_name: "Zelda \"Amazing\"".into(),
            last_name: "Höglund".into(),
            ..new_user("z.h@people.example", "consumer")
        })
        .await;
    let cx = server.cx_as(ADMIN).await;
    let id = made.person.id.clone();

    for search in [
        "zelda",
        "ZEL",
        "eld",
        "h%C3%B6gl",
        "H%C3%96GLUND",
        "z.h%40",
        "a%20%22amaz",
        "ze",
        "Z.",
        id.as_str(),
        "H%C3%B6glund%2C%20Zelda%20%22Amazing%22",
        "h%C3%B6glund%20%22amazing%22",
    ] {
        assert_eq!(found(&cx, &format!("search={search}")).await, ["zelda"], "{search}");
    }
    for search in ["zeldb", "amazing%22%20h%C3%B6z", "el", "%25", "___", "zzzzzz"] {
        assert_eq!(found(&cx, &format!("search={search}")).await, Vec::<String>::new(), "{search}");
    }
    let patch = UserPatch {
        first_name: Some("Admiral".into()),
        user_name: Some("lovelorn".into()),
        ..UserPatch::default()
    };
    update(&host, &id, patch).await.unwrap();
    assert_eq!(found(&cx, "search=admiral").await, ["lovelorn"]);
    assert_eq!(found(&cx, "search=amazing").await, Vec::<String>::new());
    delete(&host, &[id]).await.unwrap();
    assert_eq!(found(&cx, "search=admiral").await, Vec::<String>::new());
    server.finish().await;
}

#[tokio::test]
async fn whoever_was_activated_before_accepting_is_found_among_the_active() {
    let server = TestServer::start().await;
    let (host, cx) = (server.host(), server.cx_as(ADMIN).await);
    let invited = NewUser { credential: Credential::Invited, ..new_user("early@people.example", "consumer") };
    let id = server.add(invited).await.person.id;
    let active = |active| UserPatch { active: Some(active), ..UserPatch::default() };
    assert_eq!(found(&cx, "state=invited").await, ["early@people.example"]);

    update(&host, &id, active(true)).await.unwrap();
    server.run_jobs().await;

    assert_eq!(found(&cx, "state=active&search=early").await, ["early@people.example"]);
    assert!(found(&cx, "state=active").await.contains(&"early@people.example".to_owned()));
    assert_eq!(found(&cx, "state=invited").await, [""; 0]);
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let link = server.mail_to("early@people.example").link();
    assert_eq!(server.browser().submit(&link, &fields).await.status, 303, "the invitation works on");
    update(&host, &id, active(false)).await.unwrap();
    assert_eq!(found(&cx, "state=inactive").await, ["early@people.example"]);
    server.finish().await;
}

#[tokio::test]
async fn a_token_s_beginning_finds_its_holder() {
    let server = TestServer::start().await;
    let cx = server.cx_as(BaseRole::Contributor).await;
    let new = api_tokens::NewToken { name: "script".into(), scope: "full".into(), days: 0 };
    let token = api_tokens::create(&cx, &new).await.unwrap().token;
    let admin = server.cx_as(ADMIN).await;

    for length in [8, 12, 30] {
        let listed = found(&admin, &format!("search={}", &token.reveal()[..length])).await;
        assert_eq!(listed, [email_of(BaseRole::Contributor)], "{length}");
    }
    assert!(found(&admin, "search=swt_zzzzzzzz").await.is_empty());
    server.finish().await;
}

#[tokio::test]
async fn a_whole_token_finds_its_holder_and_its_secret_is_not_kept() {
    let server = TestServer::start().await;
    let cx = server.cx_as(BaseRole::Contributor).await;
    let new = api_tokens::NewToken { name: "script".into(), scope: "full".into(), days: 0 };
    let named = api_tokens::create(&cx, &new).await.unwrap().token;
    let (_, signed) = api_tokens::first_profile_token(&cx).await.unwrap();
    let mut admin = server.browser_of(ADMIN).await;
    let script = Script::of(&server, ADMIN).await;

    for token in [named.reveal(), signed.reveal()] {
        assert_eq!(
            found(&server.cx_as(ADMIN).await, &format!("search={token}")).await,
            [email_of(BaseRole::Contributor)]
        );
        let answer = script.get(&format!("/api/v1/users?search={token}")).await.json();
        assert_eq!(answer[0]["email"], email_of(BaseRole::Contributor), "{answer}");
        let led_on = admin.get(&format!("/admin/users?search=Bearer+{token}&sort=email")).await;
        assert_eq!(led_on.status, 303);
        let secret = &token[token.len() - 20..];
        assert!(!led_on.location().contains(secret), "{}", led_on.location());
        assert!(led_on.location().ends_with("&sort=email"), "{}", led_on.location());
        let list = admin.get(led_on.location()).await;
        assert!(list.status == 200 && list.says(&email_of(BaseRole::Contributor)) && !list.says(secret));
    }
    server.finish().await;
}

/// What a `vacuum` may do to the numbers of SQLite's rows.
async fn move_rows(server: &TestServer, statement: &'static str) {
    let mut tx = server.app.db.write().await.unwrap();
    if tx.engine() == Engine::Sqlite {
        tx.sql(statement).run().await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_search_finds_everybody_whatever_became_of_the_numbers_of_the_rows() {
    let server = TestServer::start().await;
    crowd(&server, 60).await;
    let cx = server.cx_as(ADMIN).await;
    let mut crowd = found(&cx, "search=crowd").await;
    assert_eq!(crowd.len(), PAGE);
    crowd.truncate(3);
    let names = crowd.iter().map(|name| format!("search={name}")).collect::<Vec<_>>();

    move_rows(&server, "update users set rowid = rowid + 10000").await;
    for (name, search) in crowd.iter().zip(&names) {
        assert_eq!(found(&cx, search).await, [name.as_str()]);
    }
    server.add(new_user("zebulon@moved.example", "consumer")).await;
    assert_eq!(found(&cx, "search=zebulon").await, ["zebulon@moved.example"]);

    // Now the next row has a smaller number than the index has given.
    move_rows(&server, "update users set rowid = rowid - 10000").await;
    for name in ["zenobia@moved.example", "zacharias@moved.example"] {
        server.add(new_user(name, "consumer")).await;
    }
    for (search, name) in [("zebul", "zebulon"), ("zenob", "zenobia"), ("zacha", "zacharias")] {
        assert_eq!(found(&cx, &format!("search={search}")).await, [format!("{name}@moved.example")]);
    }
    // Each of the rows is now another one's by number.
    move_rows(&server, "update users set rowid = rowid + 10000").await;
    move_rows(&server, "update users set rowid = rowid - 10000 + 1 - 2 * (rowid % 2)").await;
    assert_eq!(found(&cx, "search=moved.example").await.len(), 3);
    for (name, search) in crowd.iter().zip(&names) {
        assert_eq!(found(&cx, search).await, [name.as_str()]);
    }
    server.finish().await;
}

/// Adds users with these names, each with an address of its own in ASCII.
async fn add_named(server: &TestServer, names: &[(&str, &str)]) -> Vec<String> {
    let mut ids = Vec::new();
    for (number, (first_name, last_name)) in names.iter().enumerate() {
        let new = NewUser {
            user_name: format!("named{number}"),
            first_name: (*first_name).into(),
            last_name: (*last_name).into(),
            ..new_user(&format!("n{number}@people.example"), "consumer")
        };
        ids.push(server.add(new).await.person.id);
    }
    ids
}

const ACCENTED: [(&str, &str); 4] =
    [("Jürgen", "Müller"), ("JOSÉ", "Núñez"), ("Thị", "Nguyễn"), ("Сергей", "Йорданов")];

#[tokio::test]
async fn names_are_found_with_and_without_their_accents() {
    let server = TestServer::start().await;
    let ids = add_named(&server, &ACCENTED).await;
    add_named_like_others(&server).await;
    let cx = server.cx_as(ADMIN).await;

    for (search, name) in [
        ("muller", "named0"),
        ("Müller", "named0"),
        ("mu\u{308}ller", "named0"),
        ("MULLER, jurgen", "named0"),
        ("jose", "named1"),
        ("jose nunez", "named1"),
        ("NUÑ", "named1"),
        ("nguyen", "named2"),
        ("сергеи", "named3"),
        ("йорд", "named3"),
    ] {
        let typed = serde_urlencoded::to_string([("search", search)]).unwrap();
        assert_eq!(found(&cx, &typed).await, [name], "{search}");
        assert_eq!(count(&cx, Some(search)).await.unwrap(), 1, "{search}");
    }
    // Two letters look at the orders' own indexes, in which accents count.
    assert_eq!(found(&cx, "search=J%C3%BC").await, ["named0"]);
    assert_eq!(found(&cx, "search=Ju").await, Vec::<String>::new());

    delete(&server.host(), &ids[..1]).await.unwrap();
    assert_eq!(found(&cx, "search=muller").await, Vec::<String>::new());
    for search in ["muller", "müll"] {
        let (deleted, _) = list_deleted(&cx, search, None).await.unwrap();
        assert_eq!(deleted.len(), 1, "{search}");
    }
    server.finish().await;
}

/// A dot, a sound and a vowel of other scripts tell words apart.
async fn add_named_like_others(server: &TestServer) {
    for (address, name) in [("shin@letters.example", "שׁלומי"), ("sin@letters.example", "שׂלומי")]
    {
        let new = NewUser { first_name: name.into(), ..new_user(address, "consumer") };
        server.add(new).await;
    }
    let cx = server.cx_as(ADMIN).await;
    let typed = serde_urlencoded::to_string([("search", "שׁלומי")]).unwrap();
    assert_eq!(found(&cx, &typed).await, ["shin@letters.example"]);
}

/// Writes the search texts of some users as versions before accents were taken out of them did.
async fn age(server: &TestServer, ids: &[String], table: &'static str) {
    let mut tx = server.app.db.write().await.unwrap();
    for (id, (first_name, last_name)) in ids.iter().zip(ACCENTED) {
        let text = crate::text::name_key(&format!("x\n{first_name} {last_name}"));
        let update = match table {
            "users" => "update users set search_text = $2 where id = $1",
            _ => "update deleted_users set search_text = $2 where id = $1",
        };
        tx.sql(update).bind(id.as_str()).bind(text).run().await.unwrap();
        if tx.engine() == Engine::Sqlite {
            for statement in [
                "delete from users_search where rowid = (select search_number from users where id = $1)",
                "insert into users_search (rowid, search_text) select search_number, search_text from users where id = $1",
            ] {
                tx.sql(statement).bind(id.as_str()).run().await.unwrap();
            }
        }
    }
    tx.sql("delete from settings where key = 'users.search_form'").run().await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn whoever_was_there_before_is_found_without_accents_from_the_next_start_on() {
    let server = TestServer::start().await;
    let ids = add_named(&server, &ACCENTED).await;
    let cx = server.cx_as(ADMIN).await;
    age(&server, &ids, "users").await;
    assert_eq!(found(&cx, "search=muller").await, Vec::<String>::new());

    renew_search_texts(&server.host()).await.unwrap();

    for (search, name) in
        [("muller", "named0"), ("M%C3%BCller", "named0"), ("nunez", "named1"), ("nguyen", "named2")]
    {
        assert_eq!(found(&cx, &format!("search={search}")).await, [name], "{search}");
    }
    // What needs no change is not written, and what is done is not looked at again.
    let version = "select version from settings where key = 'users.search_form'";
    let before = server.number(version).await;
    server.sql("update users set search_text = 'é' where user_name = 'named0'").await;
    renew_search_texts(&server.host()).await.unwrap();
    assert_eq!(server.number(version).await, before);
    assert_eq!(server.number("select count(*) from users where search_text = 'é'").await, 1);
    server.finish().await;
}

#[tokio::test]
async fn texts_are_renewed_from_where_a_start_was_cut_off_and_of_deleted_users_too() {
    let server = TestServer::start().await;
    let ids = add_named(&server, &ACCENTED).await;
    let cx = server.cx_as(ADMIN).await;
    delete(&server.host(), &ids[1..2]).await.unwrap();
    // All are of one moment, so that their ids have any order.
    let searches = ["muller", "", "nguyen", "йорданов"];
    let mut left: Vec<(&String, &str)> = ids.iter().zip(searches).filter(|(_, it)| !it.is_empty()).collect();
    left.sort();
    age(&server, &ids, "users").await;
    age(&server, &ids, "deleted").await;
    let place = format!("{{\"form\":0,\"is_at_deleted\":false,\"after\":\"{}\"}}", left[0].0);
    let mut tx = server.app.db.write().await.unwrap();
    tx.sql("insert into settings (key, value, updated_at_ms) values ('users.search_form', $1, 0)")
        .bind(place)
        .run()
        .await
        .unwrap();
    tx.commit().await.unwrap();

    renew_search_texts(&server.host()).await.unwrap();

    // The first one was looked at before it was cut off.
    for (at, (_, search)) in left.iter().enumerate() {
        let typed = serde_urlencoded::to_string([("search", search)]).unwrap();
        assert_eq!(found(&cx, &typed).await.len(), usize::from(at > 0), "{search}");
    }
    assert_eq!(list_deleted(&cx, "jose nunez", None).await.unwrap().0.len(), 1);
    server.finish().await;
}
