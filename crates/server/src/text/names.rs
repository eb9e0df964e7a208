//! How names that people type are compared, searched and checked, the same in every room.

use std::ops::RangeInclusive;

use seatwarden_base::{Kind, Refusal};
use unicode_normalization::UnicodeNormalization;

/// The form in which names and addresses are compared: NFC, lower case, without blanks around.
pub fn name_key(name: &str) -> String {
    let name = name.trim();
    if name.is_ascii() {
        // Most are, and lists compare thousands of them.
        return name.to_ascii_lowercase();
    }
    name.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// The form in which names are searched: as [`name_key`] has them, without accents, so that who types none finds those with
/// them. Exact names and orders go by [`name_key`]. What is nothing but accents stays as it is.
pub fn search_key(name: &str) -> String {
    let key = name_key(name);
    if key.is_ascii() {
        return key;
    }
    let plain = without_accents(&key);
    match plain.trim() {
        "" => key,
        plain => plain.to_owned(),
    }
}

/// A text in NFC without the marks that Latin, Greek and Cyrillic letters carry (U+0300 to U+036F). The marks of other
/// scripts are letters of their own to those who read them, and stay.
pub fn without_accents(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)).nfc().collect()
}

/// The other spellings under which an address is the same mailbox: its domain in the letters of DNS and in those of a
/// language (UTS 46), each as [`name_key`] has it. Empty for nearly all addresses, and for what is none.
pub fn other_spellings(address: &str) -> Vec<String> {
    let key = name_key(address);
    let Some((local, domain)) = key.rsplit_once('@').filter(|(_, domain)| is_international(domain)) else {
        return Vec::new();
    };
    let Ok(ascii) = idna::domain_to_ascii(domain) else { return Vec::new() };
    let (unicode, _) = idna::domain_to_unicode(&ascii);
    let mut others = vec![format!("{local}@{ascii}"), name_key(&format!("{local}@{unicode}"))];
    others.dedup();
    others.retain(|other| *other != key);
    others
}

/// Whether two addresses are one mailbox, however each is spelled.
pub fn is_same_address(one: &str, other: &str) -> bool {
    let spellings = |address: &str| [vec![name_key(address)], other_spellings(address)].concat();
    name_key(one) == name_key(other) || spellings(one).iter().any(|key| spellings(other).contains(key))
}

/// Whether a domain has another spelling than its own.
pub fn is_international(domain: &str) -> bool {
    !domain.is_ascii()
        || domain.split('.').any(|label| label.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("xn--")))
}

/// Whether a text can be a locale (BCP 47): `de`, `pt-BR`, `zh_Hans_CN`. Those of other servers are, also where we do not
/// speak the language.
pub fn is_locale(text: &str) -> bool {
    let mut parts = text.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let is_language = matches!(language.len(), 2 | 3) && language.bytes().all(|it| it.is_ascii_alphabetic());
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric());
    text.len() <= 35 && is_language && parts.all(is_part)
}

/// Whether a text has the form of the ids of users, groups and roles: 24 hex digits in any case (contract part 1.2).
pub fn is_id(text: &str) -> bool {
    text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// An id as it is kept, whatever the case it was sent in; anything else as it is.
pub fn id_key(text: &str) -> String {
    if is_id(text) { text.to_ascii_lowercase() } else { text.to_owned() }
}

/// What an id or a name is looked for by, as the one and as the other. What has the form of an id is no name: who asks for
/// something that is gone must not get another one that is called like its id.
pub fn id_and_name(key: &str) -> (String, String) {
    if is_id(key) { (id_key(key), String::new()) } else { (key.to_owned(), name_key(key)) }
}

/// Characters that cannot be seen, or that turn the text around them: names made of them would deceive. Those that join
/// letters or keep them apart are none of them: scripts and pictures need them.
pub fn is_hidden(letter: char) -> bool {
    const MARKS: [RangeInclusive<char>; 10] = [
        '\u{ad}'..='\u{ad}',
        // Marks of direction and their overrides, and the ends of lines and paragraphs.
        '\u{61c}'..='\u{61c}',
        '\u{200e}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        // Blanks without a width, and signs that only programs read.
        '\u{180e}'..='\u{180e}',
        '\u{200b}'..='\u{200b}',
        '\u{2060}'..='\u{206f}',
        '\u{feff}'..='\u{feff}',
        '\u{fff9}'..='\u{fffb}',
        '\u{e0000}'..='\u{e007f}',
    ];
    letter.is_control() || MARKS.iter().any(|marks| marks.contains(&letter))
}

/// Something has a character that cannot be seen, or one that turns the text around; value `letter`, its code point.
pub const HIDDEN_LETTER: Refusal = Refusal::new(Kind::Invalid, "web.hidden_letter");

/// Refuses a text with a character that cannot be seen, with `web.hidden_letter`: nobody finds it by themselves.
pub fn hidden_letter(text: &str) -> Option<Refusal> {
    let letter = text.trim().chars().find(|letter| is_hidden(*letter))?;
    Some(HIDDEN_LETTER.with("letter", format!("U+{:04X}", u32::from(letter))))
}

/// A name of a person or an organisation in NFC, without blanks around and without marks of direction: lists in Hebrew or
/// Arabic carry those along, nobody sees them, and names without them deceive nobody. Names that decide anything (user
/// names, codes, groups) are refused with them instead.
pub fn undirected(name: &str) -> String {
    const MARKS: [RangeInclusive<char>; 4] =
        ['\u{61c}'..='\u{61c}', '\u{200e}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];
    let seen: String =
        name.chars().filter(|letter| !MARKS.iter().any(|marks| marks.contains(letter))).collect();
    seen.trim().nfc().collect()
}

/// A text in NFC without blanks around; none if it is longer than `maximum` characters or has hidden ones.
pub fn check_visible(text: &str, maximum: usize) -> Option<String> {
    let text: String = text.trim().nfc().collect();
    (text.chars().count() <= maximum && !text.chars().any(is_hidden)).then_some(text)
}

/// The `like` pattern for a part of a compared text, with `!` as the escape.
pub fn part_pattern(part: &str) -> String {
    let mut pattern = String::from("%");
    for letter in name_key(part).chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_without_blanks_around_and_never_with_hidden_signs() {
        assert_eq!(check_visible("  Ju\u{308}rgen ", 6).as_deref(), Some("J\u{fc}rgen"));
        assert_eq!(check_visible("1234567", 6), None);
        for hidden in
            ['\u{61c}', '\u{ad}', '\u{200e}', '\u{200f}', '\u{2028}', '\u{202e}', '\u{206a}', '\u{e0041}']
        {
            assert_eq!(check_visible(&format!("a{hidden}b"), 6), None, "{hidden:?}");
        }
        // Persian words and families of pictures need these.
        assert!(check_visible("\u{645}\u{6cc}\u{200c}\u{62e} \u{1f468}\u{200d}\u{1f469}", 12).is_some());
    }

    #[test]
    fn names_lose_their_marks_of_direction_and_nothing_else() {
        let pasted = "\u{202b} \u{200f}\u{5d3}\u{5e0}\u{5d4}\u{200e} \u{2068}Cohen\u{2069}\u{202c} ";

        assert_eq!(undirected(pasted), "\u{5d3}\u{5e0}\u{5d4} Cohen");
        // What joins letters belongs to the name, and what else is hidden stays to be refused.
        let kept = "\u{645}\u{6cc}\u{200c}\u{62e}\u{ad}\u{feff}";
        assert_eq!(undirected(kept), kept);
    }

    #[test]
    fn an_address_has_the_spellings_of_its_domain_and_no_others() {
        let (ascii, unicode) = ("x@xn--mnchen-3ya.example", "x@m\u{fc}nchen.example");

        assert_eq!(other_spellings(unicode), [ascii]);
        assert_eq!(other_spellings("X@XN--mnchen-3ya.example"), [unicode]);
        assert_eq!(other_spellings("a@demo\u{3002}example"), ["a@demo.example"]);
        for alone in ["ada@house.example", "J\u{fc}rgen@house.example", "ada", "a@xn--.example"] {
            assert_eq!(other_spellings(alone), [""; 0], "{alone}");
        }
        assert!(is_same_address(ascii, unicode) && is_same_address("a@demo\u{ff0e}x", "a@demo\u{3002}x"));
        assert!(!is_same_address(ascii, "x@munchen.example"));
    }

    #[test]
    fn a_locale_begins_with_a_language() {
        for good in ["de", "en-US", "zh_Hans_CN", "tlh", "ja-JP", "de-DE-1996"] {
            assert!(is_locale(good), "{good}");
        }
        for bad in ["", "e", "english", "en-", "-US", "en US", "d\u{e9}", "1-2", "en-abcdefghi"] {
            assert!(!is_locale(bad), "{bad}");
        }
    }

    #[test]
    fn an_id_is_read_in_any_case_and_is_never_a_name() {
        let id = "0123456789ABCDEF01234567";
        assert_eq!(id_and_name(id), (id.to_ascii_lowercase(), String::new()));
        assert_eq!(id_and_name(" Ada"), (" Ada".to_owned(), "ada".to_owned()));
    }

    #[test]
    fn accents_make_no_difference_to_a_search_and_the_marks_of_other_scripts_do() {
        for (name, plain) in [
            (" M\u{fc}ller", "muller"),
            ("Mu\u{308}ller", "muller"),
            ("JOS\u{c9}", "jose"),
            ("Nguy\u{1ec5}n", "nguyen"),
            ("\u{130}rem", "irem"),
            ("\u{10c}apek", "capek"),
        ] {
            assert_eq!(search_key(name), plain, "{name}");
        }
        // A dot in Hebrew, a voiced sound in Japanese, a vowel in Hindi, a syllable in Korean, and letters of their own.
        for kept in [
            "\u{5e9}\u{5c1}\u{5dc}\u{5d5}\u{5dd}",
            "\u{304c}\u{30d7}",
            "\u{915}\u{93f}",
            "\u{d55c}\u{ae00}",
            "s\u{f8}ren",
            "wei\u{df}",
            "\u{301}",
        ] {
            assert_eq!(search_key(kept), kept);
        }
    }

    proptest::proptest! {
        /// What is stored and what is typed meet, however often either went through.
        #[test]
        fn a_search_key_is_its_own(typed in "\\PC{0,20}") {
            let key = search_key(&typed);
            proptest::prop_assert_eq!(search_key(&key), key.clone());
            proptest::prop_assert_eq!(name_key(&key), key);
        }
    }

    #[test]
    fn signs_that_like_understands_are_searched_to_the_letter() {
        assert_eq!(part_pattern(" 50%_A! "), "%50!%!_a!!%");
    }
}
