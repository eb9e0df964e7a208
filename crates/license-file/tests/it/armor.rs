//! Files survive mail programs and clipboards.

use seatwarden_license_file::{Kind, License, Refused, armor};

use crate::support::{license, opened, signer};

fn armored() -> String {
    let file = signer().sign(&license()).unwrap();
    armor::wrap(Kind::License, &file, &["License of Example Retail", "valid until 2027-11-21"])
}

#[test]
fn a_summary_stands_above_and_is_marked_as_not_signed() {
    let text = armored();

    let above = text.split("-----BEGIN").next().unwrap();
    assert!(above.contains("Example Retail") && above.contains("not signed"), "{above}");
    assert!(
        text.lines().skip_while(|line| !line.starts_with("-----")).all(|line| line.len() <= 64),
        "{text}"
    );
    assert_eq!(opened::<License>(&text).unwrap().claims, license());
}

#[test]
fn a_summary_cannot_pass_for_a_file() {
    let file = signer().sign(&license()).unwrap();

    let text = armor::wrap(Kind::License, &file, &["-----BEGIN SEATWARDEN LICENSE-----", "two\nlines"]);

    assert!(opened::<License>(&text).is_ok(), "{text}");
}

#[test]
fn what_mail_programs_do_does_no_harm() {
    let text = armored();
    let changed = [
        text.replace('\n', "\r\n"),
        text.lines().map(|line| format!("> {line}\n")).collect::<Vec<_>>().concat(),
        text.lines().map(|line| format!(">> > {line}  \r\n")).collect::<Vec<_>>().concat(),
        text.lines().map(|line| format!("\t| {line}\u{a0}\n")).collect::<Vec<_>>().concat(),
        text.replace('\n', "\n\n"),
        format!("Dear customer,\n\nhere it is:\n{text}\n-- \nYour vendor\n> -----\n"),
        text.replace("-----", "—--"),
        text.replace("-----", "***-----***"),
        format!("\u{feff}{text}"),
        text.lines()
            .map(|line| if line.len() == 64 { format!("{line} \n") } else { format!("{line}\n") })
            .collect(),
    ];

    for text in changed {
        assert_eq!(opened::<License>(&text).map(|opened| opened.claims), Ok(license()), "{text}");
    }
}

#[test]
fn a_file_without_armor_is_read_too() {
    let file = signer().sign(&license()).unwrap();

    assert!(opened::<License>(&file).is_ok());
    assert!(opened::<License>(&format!("  {file}\r\n")).is_ok());
}

#[test]
fn armor_that_is_cut_or_doubled_is_refused() {
    let text = armored();
    let last = text.trim_end().rfind('\n').unwrap();

    assert_eq!(opened::<License>(&text[..last]).unwrap_err(), Refused::ArmorOpen);
    assert_eq!(opened::<License>(&format!("{text}{text}")).unwrap_err(), Refused::ArmorTwice);
    assert_eq!(
        opened::<License>(&text.replace("END SEATWARDEN LICENSE", "END SEATWARDEN LEASE")).unwrap_err(),
        Refused::ArmorLabel
    );
    assert_eq!(
        opened::<License>(&text.replace("SEATWARDEN LICENSE", "SEATWARDEN LEASE")).unwrap_err(),
        Refused::Kind
    );
    assert_eq!(opened::<License>("Dear customer, ...").unwrap_err(), Refused::Nothing);
    assert_eq!(opened::<License>("").unwrap_err(), Refused::Nothing);
    assert_eq!(opened::<License>(&"x".repeat(200_000)).unwrap_err(), Refused::TooLong);
}

#[test]
fn two_files_in_one_mail_are_found() {
    let text = armored();

    let found = armor::strip_all(&format!("first\n{text}\nsecond\n{text}")).unwrap();

    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|(kind, file)| *kind == Kind::License && opened::<License>(file).is_ok()));
}
