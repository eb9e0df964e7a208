use super::*;
use axum::body::Body;
use axum::http::{Method, Request, header::CONTENT_LENGTH};
use tower::ServiceExt;

const CSS_LIMIT: usize = 40 * 1024;
const CSS_GZIP_LIMIT: usize = 10 * 1024;
const JS_GZIP_LIMIT: usize = 4 * 1024;

async fn ask(method: Method, path: &str, header: Option<(&str, &str)>) -> Response {
    let mut request = Request::builder().method(method).uri(path);
    if let Some((name, value)) = header {
        request = request.header(name, value);
    }
    router::<()>().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

fn file(ending: &str) -> &'static Asset {
    FILES.iter().find(|asset| asset.name.ends_with(ending)).unwrap()
}

#[tokio::test]
async fn an_asset_is_kept_for_a_year() {
    let answer = ask(Method::GET, APP_CSS, None).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(answer.headers()[CONTENT_TYPE], "text/css; charset=utf-8");
    assert!(!answer.headers().contains_key(CONTENT_ENCODING));
}

#[tokio::test]
async fn a_packed_asset_goes_to_those_who_take_it() {
    for (offer, packed) in [("gzip, br", true), ("br;q=1, *", true), ("gzip;q=0, *", false), ("br", false)] {
        let answer = ask(Method::GET, APP_JS, Some(("accept-encoding", offer))).await;
        assert_eq!(answer.headers().contains_key(CONTENT_ENCODING), packed, "{offer}");
        assert_eq!(answer.headers()[VARY], "accept-encoding");
    }
}

#[tokio::test]
async fn head_tells_the_size_without_the_body() {
    let answer = ask(Method::HEAD, LOGO_SVG, None).await;
    assert_eq!(answer.headers()[CONTENT_LENGTH], file(".svg").raw.len().to_string());
    let body = axum::body::to_bytes(answer.into_body(), 1).await.unwrap();
    assert!(body.is_empty());
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let etag = ask(Method::GET, APP_CSS, None).await.headers()[ETAG].to_str().unwrap().to_owned();
    let answer = ask(Method::GET, APP_CSS, Some(("if-none-match", &etag))).await;
    assert_eq!(answer.status(), StatusCode::NOT_MODIFIED);
    let answer = ask(Method::GET, APP_CSS, Some(("if-none-match", "\"older\""))).await;
    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test]
async fn an_unknown_asset_is_not_found() {
    for path in ["/assets/app.css", "/assets/..%2fbuild.rs", "/assets/"] {
        assert_eq!(ask(Method::GET, path, None).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn the_assets_stay_small() {
    assert!(file(".css").raw.len() < CSS_LIMIT, "{}", file(".css").raw.len());
    assert!(file(".css").gzip.len() < CSS_GZIP_LIMIT, "{}", file(".css").gzip.len());
    assert!(file(".js").gzip.len() < JS_GZIP_LIMIT, "{}", file(".js").gzip.len());
}

#[test]
fn the_style_sheet_mirrors_by_itself() {
    let css = std::str::from_utf8(file(".css").raw).unwrap();
    let rules: String =
        css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rule)| rule)).collect();
    for word in rules.split(|letter: char| !letter.is_ascii_alphabetic()) {
        assert!(!matches!(word, "left" | "right"), "a physical side: {word}");
    }
}
