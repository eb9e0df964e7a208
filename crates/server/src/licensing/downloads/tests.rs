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
    testing::{DAY_MS, HOUR_MS, assert_refused},
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
    owner.send(owner.request("HEAD", &path)).await;

    let events = world.server.events_named("downloads.download").await;
    assert_eq!(events.len(), 1, "its parts are one download");
    let history = owner.get("/portal/packages/ACME/history").await;
    for said in
        ["A file of a release was downloaded", "The signature of a file was downloaded", "platform.zip"]
    {
        assert!(history.says(said), "{said}: {}", history.body);
    }
    world.server.advance(2 * HOUR_MS);
    let mut owner = world.browser().await;
    owner.send(owner.request("GET", &path).header("range", "bytes=4-")).await;
    assert_eq!(world.server.events_named("downloads.download").await.len(), 1, "it goes on");
    owner.get(&path).await;
    assert_eq!(world.server.events_named("downloads.download").await.len(), 2);

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

#[tokio::test]
async fn a_script_adds_files_over_the_api_and_no_name_leads_out_of_the_folder() {
    let world = World::start_with(|config| config.license_server.release_file_bytes_max = 1_000).await;
    let token = world.server.token_of(BaseRole::Admin).await;
    let ask = async |method: &str, path: &str, body: &str| {
        let path = format!("/api/v1/licensing/releases{path}");
        world.server.request(method, &path).bearer(&token).text(body).send().await
    };
    let made = ask("POST", "", "{\"version\":\"2026.9\"}").await;
    let id = made.json()["id"].as_str().unwrap().to_owned();

    let kept = ask("PUT", &format!("/{id}/files/a.zip"), "bytes").await;
    assert_eq!((kept.status, &kept.json()["size"]), (201, &serde_json::json!(5)), "{}", kept.body);
    for name in ["..%2F..%2Fevil.zip", "..%5Cevil2.zip", "%2Fetc%2Fevil3.zip"] {
        let answer = ask("PUT", &format!("/{id}/files/{name}"), "x").await;
        assert_eq!(answer.status, 422, "{name}: {}", answer.body);
    }
    for name in ["..", ".hidden", "a%00b", "a%20b", "a%0d%0aSet-Cookie"] {
        let answer = ask("PUT", &format!("/{id}/files/{name}"), "x").await;
        assert!((400..500).contains(&answer.status), "{name}: {} {}", answer.status, answer.body);
    }
    let large = ask("PUT", &format!("/{id}/files/large.zip"), &"x".repeat(1_001)).await;
    assert_eq!(large.status, 413, "{}", large.body);
    let folder = super::file::folder(&world.server.app.config);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "what was refused left nothing");
    assert_eq!(ask("POST", &format!("/{id}/publish"), "").await.status, 204);
    assert_eq!(ask("PUT", &format!("/{id}/files/late.zip"), "x").await.status, 409);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    world.server.finish().await;
}

#[tokio::test]
async fn files_are_added_on_the_page_and_signed_again_only_if_they_are_what_they_were() {
    let world = World::start().await;
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let release = create(&staff, &version("2026.4.1", "")).await.unwrap();
    let mut browser = world.server.browser_of(BaseRole::Admin).await;
    let csrf = browser.get("/issuer/releases").await.csrf().unwrap();
    let form = |csrf: &str| {
        format!(
            "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--x\r\nContent-Disposition: \
             form-data; name=\"release\"\r\n\r\n{}\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; \
             filename=\"C:\\temp\\a.zip\"\r\n\r\nsome bytes\r\n--x--\r\n",
            release.id
        )
    };
    let send = |text: String| {
        let asked = browser.request("POST", "/issuer/releases/files");
        asked.header("content-type", "multipart/form-data; boundary=x").text(&text)
    };

    assert_eq!(send(form("wrong")).send().await.status, 403);
    let added = send(form(&csrf)).send().await;
    assert_eq!(added.location(), "/issuer/releases?done=file", "{}", added.body);
    let found = super::find_version(&staff, "2026.4.1").await.unwrap();
    assert_eq!((found.files.len(), found.files[0].file_name.as_str(), found.files[0].size), (1, "a.zip", 10));
    let again = super::sign_again(&staff, &found.id).await.unwrap();
    assert_eq!(again.files[0].sha256, found.files[0].sha256);
    let kept = super::file::folder(&world.server.app.config).join(&found.files[0].id);
    std::fs::write(kept, b"other bytes").unwrap();
    assert_refused(super::sign_again(&staff, &found.id).await, &super::model::DAMAGED);
    world.server.finish().await;
}

#[tokio::test]
async fn a_customer_lists_and_downloads_releases_by_script_whole_and_in_parts() {
    let world = World::start().await;
    world.package("ACME", 400).await;
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let release = create(&staff, &version("2026.4.1", "")).await.unwrap();
    let file =
        add_file(&staff, &release.id, "platform.zip", Bytes::from_static(b"0123456789")).await.unwrap();
    publish(&staff, &release.id).await.unwrap();
    let mut owner = world.browser().await;

    let listed = owner.get("/api/v1/licensing/downloads").await.json();
    assert_eq!(listed["items"][0]["files"][0]["sha256"], file.sha256.as_str());
    assert!(listed["publicKey"].as_str().is_some() && listed["closed"] == 0, "{listed}");
    let path = format!("/api/v1/licensing/downloads/{}", file.id);
    let whole = owner.get(&path).await;
    assert_eq!((whole.status, whole.body.as_str()), (200, "0123456789"));
    assert_eq!(whole.header("etag"), format!("\"{}\"", file.sha256));
    let part = owner.send(owner.request("GET", &path).header("range", "bytes=4-6")).await;
    assert_eq!((part.status, part.body.as_str(), part.header("content-range")), (206, "456", "bytes 4-6/10"));
    let viewer = world.server.token_of(BaseRole::Consumer).await;
    assert_eq!(world.server.request("GET", &path).bearer(&viewer).send().await.status, 404);

    world.server.advance(900 * DAY_MS);
    assert_eq!(world.browser().await.get(&path).await.status, 404);
    world.server.finish().await;
}
