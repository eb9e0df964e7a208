//! Serves the style page alone: `cargo run -p seatwarden --example style_page -- 127.0.0.1:4100`.

use axum::Router;
use axum::http::{HeaderValue, header::CONTENT_SECURITY_POLICY};
use axum::middleware::map_response;
use axum::response::Response;
use seatwarden::web::{assets, style_page};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

async fn with_policy(mut response: Response) -> Response {
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:4100".into());
    let pages: Router = Router::new().merge(assets::router()).merge(style_page::router());
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener, pages.layer(map_response(with_policy))).await
}
