//! What strangers send. Always a clear refusal, never a fault, and no secret in the log.

mod forms;
mod json;
mod keys;
mod secrets;
mod sites;
mod wire;

use seatwarden_e2e::{demo::Demo, http::Answer};

/// Panics unless the answer is a refusal that says something.
#[track_caller]
fn must_be_refused(what: &str, answer: &Answer) {
    assert!((400..500).contains(&answer.status), "{what}: answered with {}: {}", answer.status, answer.body);
    assert!(!answer.body.is_empty(), "{what}: a refusal {} without a word", answer.status);
}

/// Panics if the answer is a fault.
#[track_caller]
fn must_not_be_a_fault(what: &str, answer: &Answer) {
    assert!(answer.status < 500, "{what}: answered with {}: {}", answer.status, answer.body);
}

/// Panics if the server logged a fault, or any of these.
fn must_not_be_logged(demo: &Demo, secrets: &[String]) {
    let log = demo.log();
    assert!(log.lines().count() > 5, "there is no log to look through");
    for line in log.lines() {
        assert!(!line.contains(" ERROR ") && !line.contains("panicked"), "{line}");
        for secret in secrets.iter().filter(|secret| secret.len() >= 8) {
            assert!(!line.contains(secret.as_str()), "`{secret}` stands in the log: {line}");
        }
    }
}

fn nasty() -> Vec<String> {
    let long = "ä".repeat(50_000);
    [
        "\0",
        "a\0b",
        "long-enough-\0-for-a-password",
        "\u{ffff}",
        "\u{202e}",
        "\u{fffd}",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "\r\nSet-Cookie: a=b",
        "%00",
        "{{7*7}}",
        "-1",
        "99999999999999999999",
        "\u{1f600}",
        " ",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([long, "a@".repeat(2_000)])
    .collect()
}
