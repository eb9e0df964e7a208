//! Whoever comes without a credential hears of that alone, whatever else is wrong with the call.

use super::{super::openapi::Access, documents::operations, routes::filled};
use crate::testing::TestServer;

/// What is wrong in the query for every call that has such a parameter.
const WRONG_QUERY: &str = "limit=abc&skip=-1&expand=nothing&sort=nothing&orderby=nothing&active=maybe&idleDays=x&days=x&from=x&\
                           after=%FF&search=%FF&ids=%00&state=nothing&kind=nothing&structure=nothing&users=%FF";

#[tokio::test]
async fn without_a_credential_nothing_else_of_a_call_is_looked_at() {
    let server = TestServer::start_with(|config| config.license_server.enabled = true).await;
    let mut wrong = Vec::new();

    for operation in operations().filter(|it| it.access == Access::SignedIn) {
        let path = filled(operation.path);
        let unreadable = operation.path.split('/').map(|it| if it.starts_with('{') { "%FF%FE" } else { it });
        let unreadable = unreadable.collect::<Vec<_>>().join("/");
        for path in [format!("{path}?{WRONG_QUERY}"), path.clone(), unreadable] {
            for (name, value) in [
                ("if-match", "\"v1-0\""),
                ("idempotency-key", ""),
                ("content-type", "text/plain"),
                ("authorization", "Bearer"),
            ] {
                let request = server.request(operation.method, &path).header(name, value).text("{\"a\":");
                let answer = request.send().await;
                if answer.status != 401 {
                    wrong.push(format!(
                        "{} {path} {name}: {} {}",
                        operation.method, answer.status, answer.body
                    ));
                }
            }
        }
    }

    server.abandon().await;
    assert!(wrong.is_empty(), "{} of them\n{}\n", wrong.len(), wrong.join("\n"));
}
