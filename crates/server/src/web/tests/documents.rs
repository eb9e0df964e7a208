//! The documents of the API name every route, say truly who may, and are committed as they are.

use std::{collections::BTreeSet, fs, path::PathBuf};

use super::{
    super::openapi::{Access, Operation, Version, document, parts, printed},
    routes::real_routes,
    routes_table::ROUTES,
};
use crate::{cx::BUILT_IN, testing::TestServer};

/// Says that the committed documents are to be written, not compared.
const WRITE: &str = "UPDATE_GENERATED";

pub(super) fn operations() -> impl Iterator<Item = &'static Operation> {
    parts().iter().flat_map(|part| &part.operations)
}

#[test]
fn every_call_of_the_api_is_in_exactly_one_document() {
    let real: BTreeSet<(String, String)> =
        real_routes().into_iter().filter(|(_, path)| path.starts_with("/api/")).collect();
    let mut told = Vec::new();
    for version in Version::ALL {
        for (path, methods) in document(version)["paths"].as_object().unwrap() {
            let methods = methods.as_object().unwrap().keys();
            told.extend(methods.map(|method| (method.to_uppercase(), path.clone())));
        }
    }

    let once: BTreeSet<(String, String)> = told.iter().cloned().collect();

    let missing: Vec<_> = real.difference(&once).collect();
    let invented: Vec<_> = once.difference(&real).collect();
    assert!(missing.is_empty(), "say in `api_document.rs` of its room what it does: {missing:?}");
    assert!(invented.is_empty(), "no such route; take it out of `api_document.rs`: {invented:?}");
    assert_eq!((told.len(), operations().count()), (once.len(), once.len()), "a call is told of twice");
}

#[test]
fn the_documents_say_truly_who_may_call() {
    let mut wrong = Vec::new();
    for operation in operations() {
        let mut lines = ROUTES.into_iter().flatten();
        let line = lines.find(|line| (line.0, line.1) == (operation.method, operation.path)).unwrap();
        // Who gets in, who may not, and whether somebody without a credential is asked for one.
        let signs: String = match operation.access {
            Access::Open => "+".repeat(7),
            Access::SignedIn => {
                let roles = operation.roles();
                let may = BUILT_IN.iter().map(|role| if roles.contains(&role.name()) { '+' } else { '-' });
                may.chain(['?']).collect()
            }
        };
        // `0` is a thing that was not there, for somebody who may ask; a sign-in that fails asks for another.
        let found = line.2.replace('0', "+").replace("???????", "+++++++");
        if found != signs {
            wrong.push(format!("{} {}: told as {signs}, is {found}", operation.method, operation.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_committed_documents_are_those_of_the_code() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/api");
    for version in Version::ALL {
        let file = folder.join(format!("openapi-{}.json", version.word()));
        let now = printed(version).unwrap();
        if std::env::var_os(WRITE).is_some() {
            fs::write(&file, &now).unwrap();
        }

        let committed = fs::read_to_string(&file).unwrap_or_default();

        assert!(
            committed == now,
            "{} is old; `{WRITE}=1 cargo xtask test --only sqlite documents` writes it",
            file.display()
        );
    }
}

#[test]
fn every_reference_of_a_document_leads_somewhere_and_every_id_is_one_calls_own() {
    for version in Version::ALL {
        let text = printed(version).unwrap();
        let document = document(version);
        for piece in text.split("\"$ref\": \"#").skip(1) {
            let place = piece.split('"').next().unwrap();
            assert!(document.pointer(place).is_some(), "{place} is not there");
        }
        let ids: Vec<String> = operations().filter(|it| version.has(it.path)).map(Operation::id).collect();
        let own: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), own.len(), "{ids:?}");
    }
}

#[test]
fn what_a_call_says_is_complete() {
    for operation in operations() {
        let at = format!("{} {}", operation.method, operation.path);
        assert!(
            !operation.summary.is_empty() && !operation.summary.ends_with('.'),
            "{at}: {}",
            operation.summary
        );
        assert_eq!(
            operation.answers.is_empty(),
            operation.is_refused,
            "{at} has an answer, or is always refused"
        );
        for (place, _) in &operation.path_words {
            assert!(operation.places().any(|known| known == *place), "{at} has no {place}");
        }
    }
}

#[tokio::test]
async fn the_documents_are_served_to_everybody() {
    let server = TestServer::start_empty().await;

    for version in Version::ALL {
        let path = format!("/api/openapi/{}.json", version.word());
        let answer = server.request("GET", &path).send().await;
        assert_eq!((answer.status, answer.json()), (200, document(version)));
    }
    let other = server.request("GET", "/api/openapi/v7.json").send().await;

    assert_eq!(other.status, 404);
    server.finish().await;
}
