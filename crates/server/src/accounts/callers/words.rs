//! Callers in words: of which kind they are, which old ways they use, and what to change.

use super::model::CallerKind;
use crate::{
    cx::{LegacyPart, TokenKind},
    text::Text,
};

/// The name of a kind.
pub(super) fn kind(t: Text, kind: CallerKind) -> String {
    match kind {
        CallerKind::Token(TokenKind::Named) => t.callers_kind_named(),
        CallerKind::Token(TokenKind::Profile) => t.callers_kind_profile(),
        CallerKind::Token(TokenKind::SignIn) => t.callers_kind_sign_in(),
        CallerKind::ApiKey => t.callers_kind_api_key(),
    }
}

/// The name of an old way.
pub(super) fn part(t: Text, part: LegacyPart) -> String {
    match part {
        LegacyPart::XApiKey => t.callers_part_api_key(),
        LegacyPart::SignInToken => t.callers_part_sign_in(),
        LegacyPart::ProfileToken => t.callers_part_profile(),
        LegacyPart::VersionZeroNine => t.callers_part_v09(),
        LegacyPart::Md5Hash => t.callers_part_md5(),
        LegacyPart::FormLogin => t.callers_part_form(),
        LegacyPart::Slashes => t.callers_part_slashes(),
        LegacyPart::TextSwitch => t.callers_part_text_switch(),
        LegacyPart::UnknownParameter => t.callers_part_unknown_parameter(),
    }
}

/// What to change about an old way.
pub(super) fn advice(t: Text, part: LegacyPart) -> String {
    match part {
        LegacyPart::XApiKey => t.callers_advice_api_key(),
        LegacyPart::SignInToken => t.callers_advice_sign_in(),
        LegacyPart::ProfileToken => t.callers_advice_profile(),
        LegacyPart::VersionZeroNine => t.callers_advice_v09(),
        LegacyPart::Md5Hash => t.callers_advice_md5(),
        LegacyPart::FormLogin => t.callers_advice_form(),
        LegacyPart::Slashes => t.callers_advice_slashes(),
        LegacyPart::TextSwitch => t.callers_advice_text_switch(),
        LegacyPart::UnknownParameter => t.callers_advice_unknown_parameter(),
    }
}
