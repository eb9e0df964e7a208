//! Every call is made with a token of every scope: whatever the documents say a scope does not allow is refused.

use serde_json::json;

use super::{
    super::openapi::{Access, Operation},
    documents::operations,
    routes::filled,
};
use crate::{
    accounts::api_tokens::{self, NewToken},
    cx::{BaseRole, Scope},
    testing::TestServer,
};

fn is_checked(operation: &Operation, scope: Scope) -> bool {
    operation.access == Access::SignedIn && !operation.scopes().contains(&scope.word())
}

#[tokio::test]
async fn no_call_lets_in_a_token_whose_scope_does_not_allow_it() {
    let server = TestServer::start_with(|config| {
        config.license_server.enabled = true;
        config.api_tokens.calls_per_minute = 0;
    })
    .await;
    let mut wrong = Vec::new();
    let mut walked = 0;
    for scope in Scope::ALL.iter().copied() {
        let new = NewToken { name: "walker".into(), scope: scope.word().into(), days: 1 };
        let cx = server.cx_as(BaseRole::Super).await;
        let created = api_tokens::create(&cx, &new).await.unwrap();
        for operation in operations().filter(|operation| is_checked(operation, scope)) {
            walked += 1;
            let request = server.request(operation.method, &filled(operation.path));
            let request = request.bearer(created.token.reveal());
            let answer = match &operation.body {
                Some(body) => request.json(body.example.as_ref().unwrap_or(&json!({}))).send().await,
                None => request.send().await,
            };
            if answer.status != 403 {
                wrong.push(format!(
                    "{} {} {}: {}",
                    operation.method,
                    operation.path,
                    scope.word(),
                    answer.status
                ));
            }
        }
        api_tokens::revoke(&cx, &created.id).await.unwrap();
    }
    assert!(walked > 1_000, "{walked}");
    server.abandon().await;
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
