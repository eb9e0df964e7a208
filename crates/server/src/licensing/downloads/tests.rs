//! What downloads promise.

use axum::body::Bytes;

use super::{
    NewRelease, add_file, create, list_mine,
    model::{FILE_TAKEN, NOT_READY, VERSION_TAKEN},
    publish, withdraw,
};
use crate::{
    cx::{BaseRole, NOT_ALLOWED},
    licensing::tests::World,
    testing::{DAY_MS, assert_refused},
};

fn version(version: &str, entitlement: &str) -> NewRelease {
    NewRelease { version: version.into(), notes: "New.".into(), entitlement: entitlement.into() }
}

#[tokio::test]
async fn a_release_is_downloaded_whole_and_in_parts_by_whoever_has_a_license_for_it() {
    let world = World::start().await;
    world.package("ACME", 400).await;
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let release = create(&staff, &version("2026.4.1", "")).await.unwrap();
    let file =
        add_file(&staff, &release.id, "platform.zip", Bytes::from_static(b"0123456789")).await.unwrap();
    let path = format!("/portal/downloads/{}", file.id);
    let mut owner = world.browser().await;
    assert_eq!(owner.get(&path).await.status, 404);
    publish(&staff, &release.id).await.unwrap();

    let page = owner.get("/portal/downloads").await;
    assert!(page.body.contains(&file.sha256) && page.body.contains(&path), "{}", page.body);
    let whole = owner.get(&path).await;
    assert_eq!((whole.status, whole.body.as_str()), (200, "0123456789"));
    assert_eq!(whole.header("accept-ranges"), "bytes");
    let part = owner.send(owner.request("GET", &path).header("range", "bytes=4-")).await;
    assert_eq!((part.status, part.body.as_str()), (206, "456789"));
    assert_eq!(part.header("content-range"), "bytes 4-9/10");
    let other = owner.request("GET", &path).header("range", "bytes=4-").header("if-range", "\"other\"");
    assert_eq!(owner.send(other).await.status, 200);
    assert_eq!(owner.send(owner.request("GET", &path).header("range", "bytes=90-")).await.status, 416);
    let signed = owner.get(&format!("{path}/signature")).await;
    assert!(signed.body.starts_with("untrusted comment:"), "{}", signed.body);

    world.server.advance(900 * DAY_MS);
    assert_eq!(world.browser().await.get(&path).await.status, 404);
    world.server.finish().await;
}

#[tokio::test]
async fn what_a_license_does_not_open_is_not_there_and_a_withdrawn_release_is_gone() {
    let world = World::start().await;
    world.package("ACME", 1).await;
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let mut releases = Vec::new();
    for (number, entitlement) in [("2026.2", ""), ("2026.10", ""), ("2026.11", "early_access")] {
        let release = create(&staff, &version(number, entitlement)).await.unwrap();
        add_file(&staff, &release.id, "platform.zip", Bytes::from_static(b"x")).await.unwrap();
        publish(&staff, &release.id).await.unwrap();
        releases.push(release.id);
    }
    let owner = world.owner().await;

    let (mine, closed) = list_mine(&owner).await.unwrap();
    let versions: Vec<&str> = mine.iter().map(|release| release.version.as_str()).collect();
    assert_eq!((versions, closed), (vec!["2026.10", "2026.2"], 1));
    withdraw(&staff, &releases[1]).await.unwrap();
    assert_eq!(list_mine(&owner).await.unwrap().0.len(), 1);

    assert_refused(create(&staff, &version("2026.2", "")).await, &VERSION_TAKEN);
    assert_refused(create(&owner, &version("3", "")).await, &NOT_ALLOWED);
    assert_refused(add_file(&staff, &releases[0], "b.zip", Bytes::from_static(b"x")).await, &NOT_READY);
    let draft = create(&staff, &version("2027.1", "")).await.unwrap();
    assert_refused(publish(&staff, &draft.id).await, &NOT_READY);
    add_file(&staff, &draft.id, "a.zip", Bytes::from_static(b"x")).await.unwrap();
    assert_refused(add_file(&staff, &draft.id, "a.zip", Bytes::from_static(b"y")).await, &FILE_TAKEN);
    world.server.finish().await;
}
