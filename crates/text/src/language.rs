//! The languages the product speaks, and how one is chosen from what a client sends.

/// How much of an `Accept-Language` header is read, in bytes.
const HEADER_MAX: usize = 512;
/// How many entries of an `Accept-Language` header are weighed.
const ENTRIES_MAX: usize = 32;

/// A language with a complete set of texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, the source of the others.
    #[default]
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Hebrew, written from right to left.
    He,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 5] = [Self::En, Self::De, Self::Fr, Self::Es, Self::He];

    /// The two-letter code (ISO 639-1), as in `lang="he"`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::He => "he",
        }
    }

    /// The locale id that clients of the original product send and read.
    pub const fn locale(self) -> &'static str {
        match self {
            Self::En => "en-US",
            Self::De => "de-DE",
            Self::Fr => "fr-FR",
            Self::Es => "es-ES",
            Self::He => "he-IL",
        }
    }

    /// The language's own name, as its speakers write it in a list of languages.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::He => "עברית",
        }
    }

    /// The direction of writing: `ltr` or `rtl`, as in `dir="rtl"`.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::He => "rtl",
            _ => "ltr",
        }
    }

    /// Reads a code or locale id leniently: `de`, `de-DE`, `DE_at`, `es-AR`. `None` if we do not speak it.
    pub fn parse(id: &str) -> Option<Self> {
        let first = id.trim().split(['-', '_']).next()?;
        // `iw` is what old clients send for Hebrew (ISO 639 changed it in 1989).
        if first.eq_ignore_ascii_case("iw") {
            return Some(Self::He);
        }
        Self::ALL.into_iter().find(|language| first.eq_ignore_ascii_case(language.code()))
    }

    /// The best language for an `Accept-Language` header (RFC 9110, section 12.5.4); `None` if the header
    /// names none that we speak. Reads no more than a bounded part of it.
    pub fn negotiate(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        let head = header.get(..HEADER_MAX).unwrap_or(if header.len() > HEADER_MAX { "" } else { header });
        for entry in head.split(',').take(ENTRIES_MAX) {
            let mut pieces = entry.split(';');
            let Some(language) = pieces.next().and_then(Self::parse) else { continue };
            let quality = pieces
                .find_map(|piece| piece.trim().strip_prefix("q="))
                .map_or(1.0, |quality| quality.trim().parse().unwrap_or(0.0));
            if quality > 0.0 && best.is_none_or(|(_, found)| quality > found) {
                best = Some((language, quality));
            }
        }
        best.map(|(language, _)| language)
    }
}
