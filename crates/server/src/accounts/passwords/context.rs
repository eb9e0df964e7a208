//! Words that must not make up a password because a stranger knows them: the product,
//! the host, the person's names and mail (PW-05).

use super::blocklist::{WORD_LENGTH_MIN, fold, unleet};

/// Most words that are looked for.
pub const WORDS_MAX: usize = 64;
/// Longest word that is looked for, in characters.
pub const WORD_LENGTH_MAX: usize = 64;

/// Where a word comes from; its name is a value in the refusal's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// The name of this product or of the platform it serves.
    Product,
    /// The name of the organisation.
    Organisation,
    /// A part of the server's host name.
    Host,
    /// The person's first or last name.
    Name,
    /// The person's user name.
    UserName,
    /// A part of the person's mail address.
    Email,
}

impl WordKind {
    /// The name that the text's selector uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Organisation => "organisation",
            Self::Host => "host",
            Self::Name => "name",
            Self::UserName => "user_name",
            Self::Email => "email",
        }
    }
}

/// What is known about the person who chooses a password.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Whether a second factor is enforced for the account (PW-01).
    pub second_factor_enforced: bool,
    words: Vec<(WordKind, Vec<char>)>,
}

impl Context {
    /// Nothing known; only a password stands between the account and a stranger.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, with a second factor that is enforced or not.
    #[must_use]
    pub fn second_factor_enforced(mut self, enforced: bool) -> Self {
        self.second_factor_enforced = enforced;
        self
    }

    /// The same with every word of `text` of at least 4 characters, with all of them written
    /// together, and with the text as it is. Words beyond the 64th are left out.
    #[must_use]
    pub fn with(mut self, kind: WordKind, text: &str) -> Self {
        let folded = fold(text);
        let parts = || folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
        for part in parts() {
            self.add(kind, part.chars().collect());
        }
        self.add(kind, parts().flat_map(str::chars).collect());
        self.add(kind, folded.trim().chars().collect());
        self
    }

    /// The same with the parts of the host of a public address, without its last label:
    /// `https://bi.acme.example:8081/` gives `acme`.
    #[must_use]
    pub fn with_base_url(self, url: &str) -> Self {
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let host = host.split_once(':').map_or(host, |(host, _)| host);
        self.with_labels(WordKind::Host, host)
    }

    /// The same with the parts of a mail address, without the last label of its domain.
    #[must_use]
    pub fn with_email(self, email: &str) -> Self {
        match email.rsplit_once('@') {
            Some((local, domain)) => self.with(WordKind::Email, local).with_labels(WordKind::Email, domain),
            None => self.with(WordKind::Email, email),
        }
    }

    fn with_labels(self, kind: WordKind, host: &str) -> Self {
        let labels = host.rsplit_once('.').map_or(host, |(labels, _)| labels);
        labels.split('.').fold(self, |context, label| context.with(kind, label))
    }

    fn add(&mut self, kind: WordKind, word: Vec<char>) {
        let fits = (WORD_LENGTH_MIN..=WORD_LENGTH_MAX).contains(&word.len());
        let has_letter = word.iter().any(|letter| letter.is_alphabetic());
        let is_new = self.words.iter().all(|(_, known)| *known != word);
        if fits && has_letter && is_new && self.words.len() < WORDS_MAX {
            self.words.push((kind, word));
        }
    }

    /// The word that a password (normalised) is made of, the longest of several: nothing but digits and signs is left
    /// without such words, or they are more than half of the password. Case does not matter, nor do digits in the
    /// place of letters (`4nn4b3ll3`).
    pub fn word_in(&self, password: &str) -> Option<WordKind> {
        let password: Vec<char> = fold(password).chars().collect();
        let alone = self.words.iter().find(|(_, word)| is_made_of(&password, &[word]));
        if let Some((kind, _)) = alone {
            return Some(*kind);
        }
        // Each may leave letters that belong to another one: first and last name, say.
        let mut words: Vec<&(WordKind, Vec<char>)> = self.words.iter().collect();
        words.sort_by_key(|(_, word)| std::cmp::Reverse(word.len()));
        let all: Vec<&[char]> = words.iter().map(|(_, word)| word.as_slice()).collect();
        let longest =
            words.into_iter().find(|(_, word)| password.windows(word.len()).any(|part| is_at(part, word)));
        longest.filter(|_| is_made_of(&password, &all)).map(|(kind, _)| *kind)
    }
}

/// Whether a password is made of these words, each as often as it likes; at each place the first that is there counts.
fn is_made_of(password: &[char], words: &[impl AsRef<[char]>]) -> bool {
    let mut taken = 0;
    let mut letters_left = false;
    let mut rest = password;
    while let Some((first, others)) = rest.split_first() {
        let found = words.iter().map(AsRef::as_ref).find(|word| is_at(rest, word));
        if let Some(word) = found {
            taken += word.len();
            rest = rest.get(word.len()..).unwrap_or_default();
        } else {
            letters_left |= first.is_alphabetic();
            rest = others;
        }
    }
    taken > 0 && (!letters_left || taken * 2 > password.len())
}

/// Whether a text begins with a word.
fn is_at(text: &[char], word: &[char]) -> bool {
    let same = |left: char, right: char| {
        left == right || ['i', 'l'].into_iter().any(|one| unleet(left, one) == unleet(right, one))
    };
    text.get(..word.len()).is_some_and(|part| part.iter().zip(word).all(|(left, right)| same(*left, *right)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn anna() -> Context {
        Context::new()
            .with(WordKind::Product, "Seatwarden")
            .with_base_url("https://bi.acme-widgets.example:8081/app?x=1")
            .with(WordKind::Name, "Annabelle")
            .with(WordKind::Name, "O'Neill Çelik")
            .with(WordKind::UserName, "anna_77")
            .with_email("a.oneill+bi@research.globex.example")
    }

    #[test]
    fn a_word_with_digits_and_signs_around_it_is_found() {
        for (password, kind) in [
            ("seatwarden", WordKind::Product),
            ("!!SeatWarden2026", WordKind::Product),
            ("acme.1234567", WordKind::Host),
            ("AcmeWidgets1", WordKind::Host),
            ("annabelle-1985", WordKind::Name),
            ("ÇELIK9999", WordKind::Name),
            ("anna_1234567", WordKind::UserName),
            ("globex!!!!", WordKind::Email),
        ] {
            assert_eq!(anna().word_in(password), Some(kind), "{password}");
        }
    }

    #[test]
    fn digits_in_the_place_of_letters_hide_no_word() {
        assert_eq!(anna().word_in("4nn@b3LL3-1985"), Some(WordKind::Name));
        assert_eq!(anna().word_in("s3@tw4rd3n!1"), Some(WordKind::Product));
    }

    #[test]
    fn a_word_that_is_most_of_the_password_is_found() {
        assert_eq!(anna().word_in("annabellekitten"), Some(WordKind::Name));
        assert_eq!(anna().word_in("xannaxannax"), Some(WordKind::UserName));
    }

    #[test]
    fn words_that_make_up_a_password_only_together_are_found() {
        let context = Context::new()
            .with(WordKind::Name, "Charles")
            .with(WordKind::Name, "Minard")
            .with_email("cm@x.y");

        assert_eq!(context.word_in("Charles Minard1"), Some(WordKind::Name));
        assert_eq!(context.word_in("minard+charles+minard"), Some(WordKind::Name));
        assert_eq!(context.word_in("Charles draws maps of Minard"), None);
    }

    #[test]
    fn a_word_in_a_long_password_does_no_harm() {
        assert_eq!(anna().word_in("annabelle rides her green bicycle"), None);
        assert_eq!(anna().word_in("correct horse battery staple"), None);
    }

    #[test]
    fn short_words_and_the_last_label_are_not_looked_for() {
        let context = Context::new().with(WordKind::Name, "Bo").with_email("al@ab.museum");

        assert_eq!(context.word_in("bo12345678"), None);
        assert_eq!(context.word_in("museum12345"), None);
    }

    #[test]
    fn no_more_words_are_kept_than_the_limit() {
        let many: Vec<String> = (0..200).map(|number| format!("word{number}")).collect();
        let context = Context::new().with(WordKind::Name, &many.join(" "));

        assert_eq!(context.words.len(), WORDS_MAX);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(word in any::<String>(), password in any::<String>()) {
            let context = Context::new().with(WordKind::Name, &word).with_base_url(&word).with_email(&word);
            let _ = context.word_in(&password);
        }

        #[test]
        fn a_name_alone_is_always_found(name in "[a-zA-Zà-öø-ÿ'-]{4,30}", digits in "[0-9!.]{0,6}") {
            let context = Context::new().with(WordKind::Name, &name);
            let password = format!("{}{digits}", name.to_uppercase());
            prop_assume!(name.chars().any(char::is_alphabetic));
            prop_assume!(name.to_uppercase().to_lowercase() == name.to_lowercase());
            prop_assert!(context.word_in(&password).is_some());
        }
    }
}
