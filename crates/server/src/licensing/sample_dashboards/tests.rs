//! What sample dashboards promise.

use serde_json::json;

use super::{
    NewSample, add,
    command::{Order, samples},
    model::{BAD_FILE, TAKEN},
    publish,
};
use crate::{
    cx::{BaseRole, NOT_ALLOWED},
    licensing::tests::World,
    testing::assert_refused,
};

fn sample(title: &str) -> NewSample {
    NewSample {
        title: title.into(),
        summary: "Sales in short.".into(),
        description: "One.\nTwo.".into(),
        content: b"{\"widgets\":[]}".to_vec(),
    }
}

#[tokio::test]
async fn a_sample_is_listed_explained_and_downloaded_once_it_is_published() {
    let world = World::start().await;
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let made = add(&staff, &sample("Sales by region")).await.unwrap();
    let mut owner = world.browser().await;
    let page = "/portal/sample-dashboards";
    assert_eq!(owner.get(&format!("{page}/{}", made.slug)).await.status, 404);

    publish(&staff, &made.slug, true).await.unwrap();

    assert!(owner.get(page).await.body.contains("/portal/sample-dashboards/sales-by-region"));
    assert!(owner.get(&format!("{page}/sales-by-region")).await.says("Two."));
    let file = owner.get(&format!("{page}/sales-by-region/file")).await;
    assert_eq!(file.body, "{\"widgets\":[]}");
    assert!(file.header("content-disposition").contains("sales-by-region.dash"));
    assert_refused(add(&staff, &sample("Sales  by region")).await, &TAKEN);
    assert_refused(add(&staff, &NewSample { content: b"{".to_vec(), ..sample("x") }).await, &BAD_FILE);
    assert_refused(add(&world.owner().await, &sample("Mine")).await, &NOT_ALLOWED);
    world.server.finish().await;
}

#[tokio::test]
async fn a_customer_lists_and_downloads_samples_by_script_with_checksum_and_in_parts() {
    let world = World::start().await;
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let made = add(&staff, &sample("Sales by region")).await.unwrap();
    let mut owner = world.browser().await;
    let path = format!("/api/v1/licensing/sample-dashboards/{}", made.slug);
    assert_eq!(owner.get(&path).await.status, 404);
    publish(&staff, &made.slug, true).await.unwrap();

    let listed = owner.get("/api/v1/licensing/sample-dashboards").await.json();
    let shown = owner.get(&path).await.json();
    let whole = owner.get(&format!("{path}/file")).await;
    let part = owner.send(owner.request("GET", &format!("{path}/file")).header("range", "bytes=2-8")).await;

    assert_eq!(listed["items"][0]["slug"], made.slug.as_str());
    assert_eq!((whole.body.as_str(), &shown["size"]), ("{\"widgets\":[]}", &14.into()));
    assert_eq!(whole.header("etag"), format!("\"{}\"", shown["sha256"].as_str().unwrap()));
    assert_eq!((part.status, part.body.as_str()), (206, "widgets"));
    world.server.finish().await;
}

#[tokio::test]
async fn a_script_of_the_staff_adds_a_sample_and_shows_it() {
    let world = World::start().await;
    let token = world.server.token_of(BaseRole::Admin).await;
    let path = "/api/v1/licensing/sample-dashboards";
    let ask = async |method: &str, path: &str, body: serde_json::Value| {
        world.server.request(method, path).bearer(&token).json(&body).send().await
    };
    let sent = json!({ "title": "Sales by region", "summary": "In short.", "file": "{\"widgets\":[]}" });

    let made = ask("POST", path, sent.clone()).await;
    let twice = ask("POST", path, sent).await;
    let broken = ask("POST", path, json!({ "title": "X", "summary": "X", "file": "{" })).await;
    let mut owner = world.browser().await;
    let before = owner.get(&format!("{path}/sales-by-region")).await.status;
    let shown = ask("POST", &format!("{path}/sales-by-region/publish"), json!({})).await;
    let file = owner.get(&format!("{path}/sales-by-region/file")).await;
    let hidden = ask("POST", &format!("{path}/sales-by-region/hide"), json!({})).await;

    assert_eq!((made.status, &made.json()["slug"]), (201, &json!("sales-by-region")), "{}", made.body);
    assert_eq!((twice.status, broken.status), (409, 422), "{}", broken.body);
    assert_eq!((before, shown.status, hidden.status), (404, 204, 204), "{}", shown.body);
    assert_eq!(file.body, "{\"widgets\":[]}");
    assert_eq!(owner.get(&format!("{path}/sales-by-region")).await.status, 404);
    world.server.finish().await;
}

#[tokio::test]
async fn the_host_adds_a_sample_from_a_file_and_shows_it() {
    let world = World::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sales.dash");
    std::fs::write(&file, "{}").unwrap();
    let host = world.server.host();
    let mut out = crate::command::Out::new(crate::text::Text::default());
    let add = |file: &std::path::Path| Order::Add {
        file: file.to_owned(),
        title: "Sales".into(),
        summary: "In short.".into(),
        description: None,
    };

    let lost = samples(&host, &mut out, add(&folder.path().join("nowhere"))).await.unwrap_err();
    samples(&host, &mut out, add(&file)).await.unwrap();
    samples(&host, &mut out, Order::Publish { slug: "sales".into(), is_shown: true }).await.unwrap();

    assert_eq!(lost.refusal().unwrap().code, "sample_dashboards.cli_unreadable");
    assert_eq!(world.browser().await.get("/portal/sample-dashboards/sales/file").await.body, "{}");
    world.server.finish().await;
}
