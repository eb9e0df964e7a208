//! The one tenant stays one.

use futures_util::future::join_all;

use super::id;
use crate::testing::TestServer;

#[tokio::test]
async fn sixty_four_who_ask_first_are_told_the_same_tenant() {
    let server = TestServer::start().await;
    let cx = server.host();

    let told: Vec<String> =
        join_all((0..64).map(|_| id(&cx))).await.into_iter().map(|id| id.unwrap()).collect();

    assert!(told[0].len() == 24 && told.iter().all(|id| *id == told[0]), "{told:?}");
    server.finish().await;
}
