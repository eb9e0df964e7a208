//! Files that every reader must refuse, each with its own code.

use seatwarden_license_file::*;

use super::{
    Case, Then,
    good::{answer, by_device, lease, return_of_license, voucher},
    noon,
    raw::{Raw, not_reduced, raw_signature},
};
use crate::support::{bulletin, key, license, signer, signer_with, statement};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = armors();
    cases.extend(spellings());
    cases.extend(headers());
    cases.extend(signatures_and_keys());
    cases.extend(contents());
    cases.extend(claims());
    cases.extend(statements());
    cases.extend(authority());
    cases.extend(revocations());
    cases.extend(uses());
    cases
}

fn good() -> String {
    signer().sign(&license()).unwrap()
}

fn license_case(name: &str, text: String, refused: Refused) -> Case {
    Case::new(name, Kind::License, text).expect(refused)
}

/// A good license with one text of its content replaced, signed again.
fn content(name: &str, old: &str, new: &str, refused: Refused) -> Case {
    license_case(name, Raw::of(&good()).content(old, new).sign(&key("signer")), refused)
}

/// A good license with one text of its header replaced, signed again.
fn header(name: &str, old: &str, new: &str, refused: Refused) -> Case {
    license_case(name, Raw::of(&good()).header(old, new).sign(&key("signer")), refused)
}

fn armors() -> Vec<Case> {
    let armored = armor::wrap(Kind::License, &good(), &[]);
    let cut: String = armored.lines().take(10).map(|line| format!("{line}\n")).collect::<Vec<_>>().concat();
    vec![
        license_case("an empty text", String::new(), Refused::Nothing),
        license_case("a mail without a file", "Dear customer,\nsee below.\n".to_owned(), Refused::Nothing),
        license_case(
            "a text that is too long",
            format!("{}{armored}", "x\n".repeat(70_000)),
            Refused::TooLong,
        ),
        license_case("armor that never ends", cut, Refused::ArmorOpen),
        license_case("two files", format!("{armored}\n{armored}"), Refused::ArmorTwice),
        license_case(
            "armor that ends as another kind",
            armored.replace("END SEATWARDEN LICENSE", "END SEATWARDEN LEASE"),
            Refused::ArmorLabel,
        ),
        license_case("a foreign character", armored.replacen("eyJ", "eyé", 1), Refused::ArmorCharacter),
        license_case(
            "armor of another kind",
            armored.replace("SEATWARDEN LICENSE", "SEATWARDEN LEASE"),
            Refused::Kind,
        ),
    ]
}

fn spellings() -> Vec<Case> {
    let good = good();
    let (signed, signature) = good.rsplit_once('.').unwrap();
    // The last of 86 characters has four bits that mean nothing; they must be zero.
    let (most, last) = signature.split_at(85);
    let other = match last {
        "A" => "B",
        "Q" => "R",
        "g" => "h",
        _ => "x",
    };
    vec![
        license_case("two parts", signed.to_owned(), Refused::Shape),
        license_case("four parts", format!("{good}.e30"), Refused::Shape),
        license_case("padded base64", format!("{good}=="), Refused::Base64Padding),
        license_case(
            "base64 of the other alphabet",
            format!("{signed}.{}+/", &signature[..84]),
            Refused::Base64Alphabet,
        ),
        license_case(
            "a signature that is spelled otherwise",
            format!("{signed}.{most}{other}"),
            Refused::Base64Trailing,
        ),
        license_case(
            "a signature that is cut",
            format!("{signed}.{}", &signature[..80]),
            Refused::SignatureLength,
        ),
        license_case("bytes behind the signature", format!("{good}AAAA"), Refused::SignatureLength),
    ]
}

fn headers() -> Vec<Case> {
    let alg = r#""alg":"EdDSA""#;
    let typ = r#""typ":"seatwarden-license+jws""#;
    let unsigned = Raw::of(&good()).header("EdDSA", "none");
    let ring = key("signer").public().to_string();
    vec![
        license_case("none as algorithm", unsigned.with_signature(&[0; 64]), Refused::AlgNone),
        license_case("none as algorithm, and no signature", unsigned.with_signature(&[]), Refused::AlgNone),
        header("another spelling of none", "EdDSA", "NonE", Refused::AlgNone),
        header("the algorithm HS256", "EdDSA", "HS256", Refused::Alg),
        header("the algorithm ES256", "EdDSA", "ES256", Refused::Alg),
        header("the newer name of the algorithm", "EdDSA", "Ed25519", Refused::Alg),
        header("an algorithm that is a number", alg, r#""alg":1"#, Refused::HeaderField),
        header("no algorithm", &format!("{alg},"), "", Refused::HeaderMissing),
        header("an algorithm given twice", alg, &format!("{alg},{alg}"), Refused::HeaderTwice),
        header("no kind", &format!("{typ},"), "", Refused::HeaderMissing),
        header("the kind of a JWT", typ, r#""typ":"JWT""#, Refused::Typ),
        header("the kind in capitals", typ, r#""typ":"Seatwarden-License+JWS""#, Refused::Typ),
        header("a license that says it is a lease", typ, r#""typ":"seatwarden-lease+jws""#, Refused::Kind),
        header(
            "an unknown parameter",
            alg,
            &format!(r#"{alg},"jku":"https://example.com""#),
            Refused::HeaderField,
        ),
        header(
            "a key in the header",
            alg,
            &format!(r#"{alg},"jwk":{{"kty":"OKP","x":"{ring}"}}"#),
            Refused::HeaderField,
        ),
        header(
            "an extension that nobody knows",
            alg,
            &format!(r#"{alg},"crit":["exp"],"exp":1"#),
            Refused::Crit,
        ),
        header(
            "content that is not encoded",
            alg,
            &format!(r#"{alg},"b64":false,"crit":["b64"]"#),
            Refused::Crit,
        ),
        header("a header that is no JSON", "{", "", Refused::HeaderJson),
        header("a header with bytes behind it", "{", "{} {", Refused::HeaderJson),
        license_case(
            "a license signed as a device does",
            {
                let device = key("device").public();
                let raw = Raw {
                    header: format!(r#"{{"alg":"EdDSA","typ":"seatwarden-license+jws","key":"{device}"}}"#),
                    content: Raw::of(&good()).content,
                };
                raw.sign(&key("device"))
            },
            Refused::HeaderField,
        ),
        license_case(
            "a license that a root signed itself",
            {
                let kid = key("root").public().kid();
                let raw = Raw {
                    header: format!(r#"{{"alg":"EdDSA","typ":"seatwarden-license+jws","kid":"{kid}"}}"#),
                    content: Raw::of(&good()).content,
                };
                raw.sign(&key("root"))
            },
            Refused::HeaderMissing,
        ),
    ]
}

fn signatures_and_keys() -> Vec<Case> {
    let raw = Raw::of(&good());
    let signature = raw_signature(&key("signer"), raw.signed_text().as_bytes());
    let request = |key: &str| {
        let raw = Raw::of(&by_device(&return_of_license()));
        let old = crate::support::key("device").public().to_string();
        raw.header(&old, key).with_signature(&[0; 64])
    };
    let by_key =
        |name: &str, text: String, refused: Refused| Case::new(name, Kind::Return, text).expect(refused);
    // The neutral point: a lenient reader finds an all-zero signature of anything good under it.
    let neutral = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    // The same with its Y written as one more than the prime.
    let second_spelling = "7v_______________________________________38";
    let no_point = "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let not_least = "8P_______________________________________38";
    vec![
        license_case(
            "a changed content",
            raw.clone().content("400", "900").with_signature(&signature),
            Refused::Signature,
        ),
        license_case(
            "a changed header",
            raw.clone().header(",\"kid\"", ", \"kid\"").with_signature(&signature),
            Refused::Signature,
        ),
        license_case("the signature of a stranger", raw.sign(&key("stranger")), Refused::Signature),
        license_case("a signature of zeros", raw.with_signature(&[0; 64]), Refused::Signature),
        license_case(
            "a signature whose S is not reduced",
            raw.with_signature(&not_reduced(signature)),
            Refused::SignatureNotReduced,
        ),
        license_case("a signature of ones", raw.with_signature(&[0xff; 64]), Refused::SignatureNotReduced),
        by_key(
            "a key of 31 bytes",
            request("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            Refused::KeyLength,
        ),
        by_key("a key of small order", request(neutral), Refused::KeyWeak),
        by_key("a key of small order, spelled otherwise", request(second_spelling), Refused::KeyWeak),
        by_key("a key that is no point", request(no_point), Refused::KeyPoint),
        by_key("a key that is spelled otherwise", request(not_least), Refused::KeyPoint),
    ]
}

fn contents() -> Vec<Case> {
    let open = "{\"version\":1,";
    vec![
        content("content that is a list", "{\"version\"", "[{\"version\"", Refused::ContentJson),
        content("bytes behind the content", "\"bulletin\":0}", "\"bulletin\":0} {}", Refused::ContentJson),
        content("a claim that stands twice", open, "{\"version\":1,\"version\":1,", Refused::ContentTwice),
        content(
            "a claim that stands twice below",
            "\"viewers\":400",
            "\"viewers\":400,\"viewers\":4000",
            Refused::ContentTwice,
        ),
        content(
            "a claim that stands twice, once escaped",
            "\"viewers\":400",
            "\"viewers\":400,\"view\\u0065rs\":4000",
            Refused::ContentTwice,
        ),
        content("a newer version", open, "{\"version\":2,", Refused::Version),
        content("no version", open, "{", Refused::Claim),
        content("a version that is a text", open, "{\"version\":\"1\",", Refused::Claim),
        content("no seats", "\"seats\"", "\"chairs\"", Refused::Claim),
        content("seats below zero", "\"viewers\":400", "\"viewers\":-1", Refused::Claim),
        content("half a seat", "\"viewers\":400", "\"viewers\":400.5", Refused::Claim),
        content(
            "more seats than a number holds",
            "\"viewers\":400",
            "\"viewers\":99999999999",
            Refused::Claim,
        ),
        content(
            "a limit that some languages cannot count to",
            "1000000000",
            "9007199254740992",
            Refused::Claim,
        ),
    ]
}

fn claims() -> Vec<Case> {
    let name = "Example Retail Production";
    let until = "2027-11-21T12:00:00Z";
    let many = format!("[{}]", ["\"a\""; 200].join(","));
    vec![
        content("a time with an offset", until, "2027-11-21T12:00:00+00:00", Refused::Time),
        content("a day that never was", until, "2027-02-30T12:00:00Z", Refused::Time),
        content("a time with fractions", until, "2027-11-21T12:00:00.5Z", Refused::Time),
        content("an end before the beginning", until, "2026-01-01T00:00:00Z", Refused::TimeOrder),
        content("a renewal after the end", until, "2027-01-01T00:00:00Z", Refused::TimeOrder),
        content("a name that is too long", name, &"x".repeat(201), Refused::TooMany),
        content("too many entitlements", "[\"white_labeling\",\"big_data\"]", &many, Refused::TooMany),
        content("a name that steers terminals", name, "\\u001b[31mRetail", Refused::TextControl),
        content("a name that turns the line around", name, "Retail\\u202e", Refused::TextControl),
        content("a name with an Arabic letter mark", name, "Retail\\u061c", Refused::TextControl),
        content("a grace that stops signing in", "\"change\"", "\"change\",\"sign_in\"", Refused::GraceStops),
        content("a grace that stops exporting", "\"change\"", "\"change\",\"export\"", Refused::GraceStops),
        content("steps in the wrong order", "\"from_day\":7", "\"from_day\":14", Refused::GraceOrder),
        content("neither a machine nor a day of installation", "\"machine\"", "\"engine\"", Refused::Claim),
        content("more parts needed than there are", "\"need\":2", "\"need\":4", Refused::Claim),
    ]
}

fn statements() -> Vec<Case> {
    let raw = Raw::of(&good());
    let carried = signed_statement(&statement("signer"), "root");
    let with = |name: &str, other: &str, refused: Refused| {
        license_case(name, raw.clone().header(&carried, other).sign(&key("signer")), refused)
    };
    let changed = |name: &str, old: &str, new: &str, refused: Refused| {
        with(name, &Raw::of(&carried).content(old, new).sign(&key("root")), refused)
    };
    let until = "2027-01-30T00:00:00Z";
    let forged = Raw::of(&carried).sign(&key("stranger"));
    let unsigned = Raw::of(&carried).header("EdDSA", "none").with_signature(&[0; 64]);
    let key_text = key("signer").public().to_string();
    vec![
        with("a foreign root", &signed_statement(&statement("signer"), "stranger"), Refused::RootUnknown),
        with("a forged statement", &forged, Refused::StatementSignature),
        with("a statement that is not signed", &unsigned, Refused::AlgNone),
        with(
            "a statement about another signer",
            &signed_statement(&statement("next signer"), "root"),
            Refused::StatementKey,
        ),
        with("a license in the place of the statement", &good(), Refused::StatementKind),
        with("no statement", "", Refused::StatementKind),
        changed("a statement for more than 90 days", until, "2027-01-30T00:00:01Z", Refused::StatementLong),
        changed("a statement that ends before it begins", until, "2026-01-30T00:00:00Z", Refused::TimeOrder),
        changed(
            "a statement whose key is of small order",
            &key_text,
            "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            Refused::KeyWeak,
        ),
        changed("a statement whose key is too short", &key_text, "AQAA", Refused::KeyLength),
        changed("a statement of a newer version", "{\"version\":1,", "{\"version\":2,", Refused::Version),
        header(
            "the id of another signer",
            &key("signer").public().kid(),
            &key("next signer").public().kid(),
            Refused::StatementKey,
        ),
        Case::new("a license in the place of a statement about a signer", Kind::Signer, good())
            .expect(Refused::StatementKind),
    ]
}

fn signed_statement(statement: &SignerStatement, root: &str) -> String {
    sign_statement(&key(root), statement).unwrap()
}

fn authority() -> Vec<Case> {
    let issued = "\"issued_at\":\"2026-11-21T12:00:00Z\"";
    let mut narrow = statement("signer");
    narrow.scope = vec!["lease".to_owned(), "a_later_kind".to_owned()];
    let narrow = signed_statement(&narrow, "root");
    let mut week = statement("signer");
    week.renew_days_max = 7;
    let week = signed_statement(&week, "root");
    let raw = Raw::of(&good());
    let carried = signed_statement(&statement("signer"), "root");
    let with = |other: &str| raw.clone().header(&carried, other).sign(&key("signer"));
    let about_roots = RevokedSigner { kid: key("root").public().kid(), keep: Vec::new() };
    let bulletin_of = |number: u64, signers: Vec<RevokedSigner>| {
        let old = signer().sign(&bulletin(999)).unwrap();
        let content = serde_json::to_string(&Bulletin { signers, ..bulletin(number) }).unwrap();
        Raw { content, ..Raw::of(&old) }.sign(&key("signer"))
    };
    let bulletins =
        |name: &str, text: String| Case::new(name, Kind::Bulletin, text).expect(Refused::BulletinRange);
    vec![
        content(
            "signed before the signer was allowed to",
            issued,
            "\"issued_at\":\"2026-10-31T23:59:59Z\"",
            Refused::SignerEarly,
        ),
        license_case(
            "signed by an expired signer",
            {
                let late = raw.clone().content(issued, "\"issued_at\":\"2027-01-30T00:00:01Z\"");
                late.sign(&key("signer"))
            },
            Refused::SignerExpired,
        ),
        license_case("a kind that the signer may not sign", with(&narrow), Refused::SignerScope),
        license_case("more time than the signer may give", with(&week), Refused::RenewBy),
        bulletins("a bulletin with a number that the signer may not use", bulletin_of(1000, Vec::new())),
        bulletins("a bulletin of a signer about a root", bulletin_of(998, vec![about_roots])),
        bulletins("a bulletin of a signer with words that no root signed", with_words_of_nobody()),
    ]
}

/// What a signer says of a root, beside a bulletin that a signer wrote.
fn with_words_of_nobody() -> String {
    let old = signer().sign(&bulletin(999)).unwrap();
    let said = RevokedSigner { kid: key("standby root").public().kid(), keep: Vec::new() };
    let claims = Bulletin { signers: vec![said], by_roots: vec![old.clone()], ..bulletin(997) };
    Raw { content: serde_json::to_string(&claims).unwrap(), ..Raw::of(&old) }.sign(&key("signer"))
}

fn revocations() -> Vec<Case> {
    let by_root = |bulletin: &Bulletin| sign_bulletin_by_root(&key("standby root"), bulletin).unwrap();
    let revoked = |kid: String| RevokedSigner { kid, keep: vec!["another-file".to_owned()] };
    let no_signer =
        by_root(&Bulletin { signers: vec![revoked(key("signer").public().kid())], ..bulletin(1000) });
    let no_root = by_root(&Bulletin { signers: vec![revoked(key("root").public().kid())], ..bulletin(1001) });
    let no_file = by_root(&Bulletin { files: vec![license().id], ..bulletin(1002) });
    let last_word = signer().sign(&bulletin(999)).unwrap();
    vec![
        license_case("a revoked signer", good(), Refused::SignerRevoked).held(no_signer.clone()),
        license_case("a signer of a revoked root", good(), Refused::SignerRevoked).held(no_root),
        license_case("a revoked file", good(), Refused::FileRevoked).held(no_file),
        Case::new("the bulletin of a revoked signer", Kind::Bulletin, last_word.clone())
            .held(no_signer.clone())
            .expect(Refused::SignerRevoked),
        Case::new("a bulletin that is held already", Kind::Bulletin, last_word.clone())
            .held(last_word)
            .then(Then::Advances)
            .expect(Refused::BulletinOld),
        Case::new("an older bulletin", Kind::Bulletin, by_root(&bulletin(4)))
            .held(by_root(&bulletin(5)))
            .then(Then::Advances)
            .expect(Refused::BulletinOld),
    ]
}

fn uses() -> Vec<Case> {
    let device = key("device").public();
    let other = key("stranger").public();
    let mut newer = license();
    newer.package.revision += 1;
    let returned = by_device(&return_of_license());
    let frees = |device: PublicKey, license: &str, counter: u64, is_returned: bool| Then::Frees {
        device,
        license: license.to_owned(),
        counter,
        is_returned,
    };
    let of_return = |name: &str, then: Then, refused: Refused| {
        Case::new(name, Kind::Return, returned.clone()).then(then).expect(refused)
    };
    let id = license().id;
    let lease = signer().sign(&lease()).unwrap();
    let answer = signer().sign(&answer()).unwrap();
    let of_lease = |name: &str, license: &str, device: PublicKey, refused: Refused| {
        let then = Then::IsFor { license: license.to_owned(), device };
        Case::new(name, Kind::Lease, lease.clone()).then(then).expect(refused)
    };
    vec![
        license_case("a license for another machine", good(), Refused::Machine)
            .then(Then::MayBeInstalled { device: other, now: noon() }),
        license_case(
            "a key that is installed too late",
            signer().sign(&voucher()).unwrap(),
            Refused::InstallBy,
        )
        .then(Then::MayBeInstalled { device, now: noon().plus_days(31) }),
        license_case("a license older than the installed one", good(), Refused::Replaced)
            .then(Then::MayReplace { installed: signer().sign(&newer).unwrap() }),
        of_lease("a lease of another license", "another", device, Refused::OtherFile),
        of_lease("a lease of another device", &id, other, Refused::Device),
        Case::new("an answer to another challenge", Kind::ClockAnswer, answer)
            .then(Then::Answers { challenge: "challenge-2".to_owned(), device })
            .expect(Refused::Challenge),
        of_return("a return that was taken already", frees(device, &id, 8, true), Refused::Replayed),
        of_return("a return from before a renewal", frees(device, &id, 9, false), Refused::Replayed),
        of_return("a return of another device", frees(other, &id, 8, false), Refused::Device),
        of_return("a return of another license", frees(device, "another", 8, false), Refused::OtherFile),
        Case::new("a signer where a device should be", Kind::Return, {
            let raw = Raw::of(&good()).header("seatwarden-license+jws", "seatwarden-return+jws");
            raw.sign(&key("signer"))
        })
        .expect(Refused::HeaderField),
        license_case(
            "a license of a signer who is not known here",
            signer_with("stranger", "signer", &statement("signer")).sign(&license()).unwrap(),
            Refused::RootUnknown,
        ),
    ]
}
