//! What groups promise.

use super::{Member, language_of};
use crate::{
    cx::BaseRole,
    testing::{Browser, TestServer},
    text::Language,
};

async fn language(server: &TestServer, role: BaseRole) -> Option<Language> {
    let mut tx = server.app.db.read().await.unwrap();
    language_of(&mut tx, Member { id: server.id_of(role), role }).await.unwrap()
}

async fn add_group(server: &TestServer, name: &str, language: &str) {
    let mut tx = server.app.db.write().await.unwrap();
    tx.sql(
        "insert into groups (id, name, name_key, language, created_at_ms, updated_at_ms) \
         values ($1, $1, $1, $2, 0, 0)",
    )
    .bind(name)
    .bind(language)
    .run()
    .await
    .unwrap();
    super::store::insert_member(&mut tx, name, server.id_of(BaseRole::Admin)).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_language_of_everyone_is_for_all_and_one_of_admins_for_administrators() {
    let server = TestServer::start().await;
    assert_eq!(language(&server, BaseRole::Admin).await, None);
    server.sql("update groups set language = 'de-DE' where kind = 'everyone'").await;
    assert_eq!(language(&server, BaseRole::Admin).await, Some(Language::De));

    server.sql("update groups set language = 'fr-FR' where kind = 'admins'").await;

    assert_eq!(language(&server, BaseRole::Admin).await, Some(Language::Fr));
    assert_eq!(language(&server, BaseRole::Consumer).await, Some(Language::De));
    server.finish().await;
}

#[tokio::test]
async fn ones_own_groups_come_before_the_derived_ones_in_the_order_of_their_names() {
    let server = TestServer::start().await;
    server.sql("update groups set language = 'de-DE' where kind <> 'plain'").await;
    add_group(&server, "b", "fr-FR").await;
    assert_eq!(language(&server, BaseRole::Admin).await, Some(Language::Fr));

    add_group(&server, "a", "es-ES").await;

    assert_eq!(language(&server, BaseRole::Admin).await, Some(Language::Es));
    assert_eq!(language(&server, BaseRole::Consumer).await, Some(Language::De), "who is in neither");
    server.finish().await;
}

async fn shown(browser: &mut Browser<'_>) -> String {
    let request = browser.request("GET", "/").header("accept-language", "fr");
    browser.send(request).await.header("content-language").to_owned()
}

#[tokio::test]
async fn ones_own_language_comes_before_the_groups_then_the_servers_then_the_browsers() {
    for (servers, without_group) in [("es", "es"), ("", "fr")] {
        let server = TestServer::start_with(|config| servers.clone_into(&mut config.server.language)).await;
        let mut browser = server.browser_of(BaseRole::Consumer).await;

        assert_eq!(shown(&mut browser).await, without_group);
        server.sql("update groups set language = 'de-DE' where kind = 'everyone'").await;
        assert_eq!(shown(&mut browser).await, "de");
        server.sql("update users set language = 'he-IL'").await;
        assert_eq!(shown(&mut browser).await, "he");

        server.finish().await;
    }
}
