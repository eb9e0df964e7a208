//! What the fuzzer reaches: the files of a folder, and the answers of a network without a network. Nobody else calls it.

use crate::{
    Installation, Language, Text, Verdict,
    doctor::network,
    wire::{Seen, judged},
};

/// The files of a folder that are read.
pub const FILES: [&str; 16] = [
    "device.key",
    "salt",
    "machine-id",
    "license.txt",
    "next-license.txt",
    "lease.txt",
    "bulletin.txt",
    "binding.txt",
    "clock",
    "clock-challenge.txt",
    "renewal.txt",
    "return.txt",
    "returned.json",
    "sent.jsonl",
    "first-sysadmin.json",
    "changed-by.json",
];

/// Does everything that reads the folder.
///
/// # Panics
/// If something counts that nobody signed, or if there is something wrong that no text tells.
pub fn folder(here: &Installation) {
    match here.load() {
        Ok(held) => {
            assert_eq!(held.verdict(), Verdict::Invalid, "nobody signed a license");
            assert!(held.license.is_none() && held.lease.is_none(), "nobody signed a file");
            for trouble in &held.troubles {
                assert!(!Text::default().of_trouble(trouble).0.is_empty(), "{}", trouble.code);
            }
        }
        Err(error) => told(&error),
    }
    let acts = [
        here.give_back().map(drop),
        here.simulate(None, None, true).map(drop),
        here.request_preview(None).map(drop),
        here.folder.sent().map(drop),
        here.folder.first_sysadmin().map(drop),
        here.folder.returned().map(drop),
    ];
    acts.iter().filter_map(|act| act.as_ref().err()).for_each(told);
}

fn told(error: &crate::Error) {
    for language in Language::ALL {
        assert!(!Text::new(language).of_error(error).0.is_empty(), "{error}");
    }
}

/// Reads an answer of a network, as a call and as the doctor do.
///
/// # Panics
/// If there is something wrong that no text tells, or a text would steer a terminal.
pub fn answer(here: &Installation, status: u16, kind: &str, head: &str, text: &str) {
    let seen = || Seen::new(status, kind.to_owned(), head.to_owned(), head.to_owned(), text.to_owned());
    let mut findings = Vec::new();
    network::answered(here, &seen(), &mut findings);
    for finding in &findings {
        let (message, _) = Text::default().of_finding(finding);
        assert!(!message.is_empty() && !message.contains('\u{1b}'), "{}", finding.code);
    }
    match judged(seen(), "license.vendor.example") {
        Ok(answer) => {
            if let Err(error) = here.read_answer(&answer) {
                told(&error);
            }
        }
        Err(error) => told(&error),
    }
}
