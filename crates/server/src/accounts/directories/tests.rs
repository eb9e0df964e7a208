//! What is promised of directories.

use serde_json::json;

use crate::{cx::BaseRole, testing::TestServer};

#[tokio::test]
async fn clients_that_ask_for_a_directory_are_told_that_none_is_connected() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;
    let user = json!([{ "userName": "ada", "ldapDomainId": "66f1c2a45d0e8b3f7a914c20" }]);

    for path in ["/api/v1/users/ad", "/api/v1/users/ad/bulk", "/api/users/ad", "/api/v1/ldap_domains/test"] {
        let answer = server.request("POST", path).bearer(&token).json(&user).send().await;
        assert_eq!(answer.error(), (22001, 404), "{path}");
    }
    let domains = server.request("GET", "/api/v1/ldap_domains?expand=users").bearer(&token).send().await;
    assert_eq!((domains.status, domains.json()), (200, json!([])));
    let found = server.request("GET", "/api/users/ad?search=a").bearer(&token).send().await;
    assert_eq!((found.status, found.json()), (200, json!([])));

    let viewer = server.token_of(BaseRole::Consumer).await;
    let refused = server.request("POST", "/api/v1/users/ad").bearer(&viewer).json(&user).send().await;
    assert_eq!(refused.status, 403);
    server.finish().await;
}
