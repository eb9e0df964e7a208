//! Names and addresses that are made to look like others (RC-04): letters of several alphabets in one word, and words
//! that give the same picture as another.

use unicode_normalization::UnicodeNormalization;

use super::names::name_key;

/// The alphabets whose letters pass for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    FullWidth,
}

const fn script(letter: char) -> Option<Script> {
    match letter {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Script::Latin),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Script::Greek),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        '\u{530}'..='\u{58f}' => Some(Script::Armenian),
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => Some(Script::FullWidth),
        _ => None,
    }
}

/// Letters that look like Latin ones, each row those of one Latin letter. What Unicode itself takes for the
/// same letter (full width, accents) is not in it, nor what ASCII itself has ([`ascii_picture`]).
const ALIKE: [(char, &str); 25] = [
    ('a', "аαɑ"),
    ('b', "Ььβ"),
    ('c', "сϲ"),
    ('d', "ԁđ"),
    ('e', "еεҽ"),
    ('g', "ɡց"),
    ('h', "һհħ"),
    ('j', "јϳ"),
    ('k', "кκ"),
    ('l', "ıӏіιɩł"),
    ('m', "м"),
    ('n', "пηռո"),
    ('o', "оοօø"),
    ('p', "рρ"),
    ('q', "ԛզ"),
    ('r', "гɾ"),
    ('s', "ѕ"),
    ('t', "тτ"),
    ('u', "υսʋ"),
    ('v', "νѵ"),
    ('w', "ԝωա"),
    ('x', "хχ"),
    ('y', "уγү"),
    ('z', "ᴢ"),
    ('f', "ƒ"),
];

/// Letters that no address in English has and that pass for one of ASCII: the dotless i, and those of phonetics.
const STAND_INS: &str = "ıɑɡɩɾʋ";

/// The letters that do not belong: those of the rarer alphabets in words that mix several, and those that stand in for
/// letters of ASCII where all others are of ASCII. Empty if there are none.
pub fn mixed_letters(text: &str) -> Vec<char> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut strangers: Vec<char> = text.chars().filter(|letter| !letter.is_ascii()).collect();
    // Words in Turkish have other letters of that language beside it.
    if !strangers.iter().all(|letter| STAND_INS.contains(*letter)) {
        strangers.clear();
    }
    for word in text.split(|letter: char| !letter.is_alphabetic()) {
        let scripts: Vec<Script> = word.chars().filter_map(script).collect();
        let Some(first) = scripts.first() else { continue };
        if scripts.iter().all(|script| script == first) {
            continue;
        }
        let count = |script| scripts.iter().filter(|other| **other == script).count();
        let home = if scripts.contains(&Script::Latin) && count(Script::Latin) * 2 >= scripts.len() {
            Script::Latin
        } else {
            scripts.iter().copied().max_by_key(|script| count(*script)).unwrap_or(Script::Latin)
        };
        strangers.extend(word.chars().filter(|letter| script(*letter).is_some_and(|script| script != home)));
    }
    strangers.dedup();
    strangers
}

/// What a character of ASCII passes for: of two that look the same, one.
const fn ascii_picture(letter: char) -> char {
    match letter {
        'i' | '1' | '|' => 'l',
        '0' => 'o',
        other => other,
    }
}

/// The picture that a name or an address gives: two that look the same have the same one.
pub fn picture(text: &str) -> String {
    if text.is_ascii() {
        // Nearly all are, and each is compared with those of all administrators.
        let plain: String =
            text.trim().chars().map(|letter| ascii_picture(letter.to_ascii_lowercase())).collect();
        return plain.replace("rn", "m").replace("vv", "w");
    }
    let plain: String = name_key(text)
        .nfkd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .map(|letter| {
            if letter.is_ascii() {
                return ascii_picture(letter);
            }
            let row = ALIKE.iter().find(|(_, alike)| alike.contains(letter));
            row.map_or(letter, |(latin, _)| *latin)
        })
        .collect();
    plain.replace("rn", "m").replace("vv", "w")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mix_alphabets_are_found() {
        assert_eq!(mixed_letters("p\u{430}ul@house.example"), ['\u{430}']);
        assert_eq!(mixed_letters("ada@h\u{3bf}use.example"), ['\u{3bf}']);
        assert_eq!(mixed_letters("\u{438}\u{432}\u{430}n@house.example"), ['n']);
        assert_eq!(mixed_letters("admin\u{131}@house.example"), ['\u{131}']);
        assert_eq!(mixed_letters("\u{251}dmin@house.example"), ['\u{251}']);
        for fine in [
            "ayd\u{131}n.\u{15f}ahin@ev.example",
            "jürgen.müller@haus.example",
            "иван@пример.example",
            "ada.иван@x.org",
            "דנה@house.example",
        ] {
            assert!(mixed_letters(fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn letters_of_ascii_look_the_same_with_and_without_others_beside_them() {
        for letter in (' '..='~').map(String::from) {
            let beside = picture(&format!("x{letter}x\u{5d0}"));
            assert_eq!(format!("{}\u{5d0}", picture(&format!("x{letter}x"))), beside, "{letter}");
        }
    }

    #[test]
    fn addresses_that_look_alike_give_the_same_picture() {
        for alike in [
            "\u{430}dmin@house.example",
            "adrnin@house.example",
            "admln@house.example",
            "adm1n@house.example",
            "ádmin@house.example",
            "admin@h0use.example",
            "\u{ff41}dmin@house.example",
        ] {
            assert_eq!(picture(alike), picture("admin@house.example"), "{alike}");
        }
        assert_ne!(picture("admina@house.example"), picture("admin@house.example"));
        assert_ne!(picture("admin@mouse.example"), picture("admin@house.example"));
    }
}
