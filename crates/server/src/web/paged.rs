//! Pages of our own lists on v1: `items` and `next` in the body, and the addresses of the next and the first page in
//! `Link` (RFC 8288). Lists go on from a key, so there is no way back from a page to the one before it.

use std::fmt::Display;

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::json;

use super::json::Json;

/// Where the next page begins, on its way from a handler to the edge, which knows the address.
#[derive(Clone, Debug)]
struct NextPage {
    parameter: &'static str,
    place: Option<String>,
}

/// A page of a list; `next` is what `parameter` takes for the one behind it.
pub fn paged<T: Serialize, P: Serialize + Display>(
    items: &[T],
    parameter: &'static str,
    next: Option<&P>,
) -> Response {
    let place = next.map(ToString::to_string);
    linked(Json(json!({ "items": items, "next": next })).into_response(), parameter, place)
}

/// The same for an answer that says in its own way where the next page begins.
pub fn linked(mut response: Response, parameter: &'static str, place: Option<String>) -> Response {
    response.extensions_mut().insert(NextPage { parameter, place });
    response
}

/// Adds the addresses of other pages to a page.
pub(super) fn tell(path: &str, query: Option<&str>, response: &mut Response) {
    let Some(NextPage { parameter, place }) = response.extensions_mut().remove() else { return };
    let given: Vec<(String, String)> =
        serde_urlencoded::from_str(query.unwrap_or_default()).unwrap_or_default();
    let others: Vec<_> = given.iter().filter(|(name, _)| name != parameter).cloned().collect();
    let mut links = Vec::new();
    if let Some(place) = place {
        let pairs: Vec<_> = others.iter().cloned().chain([(parameter.to_owned(), place)]).collect();
        links.push(link(path, &pairs, "next"));
    }
    if others.len() < given.len() {
        links.push(link(path, &others, "first"));
    }
    if let Ok(value) = HeaderValue::from_str(&links.join(", "))
        && !links.is_empty()
    {
        response.headers_mut().insert(header::LINK, value);
    }
}

fn link(path: &str, pairs: &[(String, String)], relation: &str) -> String {
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("<{path}{mark}{query}>; rel=\"{relation}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(query: Option<&str>, next: Option<&str>) -> String {
        let mut page = paged::<u8, &str>(&[], "after", next.as_ref());
        tell("/api/v1/callers", query, &mut page);
        let link = page.headers().get(header::LINK);
        link.map(|link| link.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    #[test]
    fn a_page_links_to_the_next_and_the_first_one() {
        assert_eq!(told(None, None), "");
        assert_eq!(
            told(Some("limit=2&search=a%20b"), Some("7.x")),
            "</api/v1/callers?limit=2&search=a+b&after=7.x>; rel=\"next\""
        );
        assert_eq!(
            told(Some("after=7.x"), Some("5.y")),
            "</api/v1/callers?after=5.y>; rel=\"next\", </api/v1/callers>; rel=\"first\""
        );
    }
}
