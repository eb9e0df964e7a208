//! Every way in which a file can be refused, each with its code.

use std::{error::Error, fmt};

macro_rules! refusals {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $text:literal;)+) => {
        /// Why a file is refused. The code is stable; the text is for people and may change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Refused {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Refused {
            /// All of them, in the order of the document.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code that scripts may rely on for ever.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

refusals! {
    /// The text is longer than [`crate::compact::TEXT_MAX`].
    TooLong = "license_file.too_long", "the file is longer than 64 KiB";
    /// There is no file in the text.
    Nothing = "license_file.nothing", "there is no license file in this text";
    /// The armor begins and never ends.
    ArmorOpen = "license_file.armor_open", "the last line of the file is missing: copy all of it";
    /// There are two files in a text that should hold one.
    ArmorTwice = "license_file.armor_twice", "there are two files in this text";
    /// The two lines of the armor name different kinds.
    ArmorLabel = "license_file.armor_label", "the first and the last line of the file name different kinds";
    /// A character that no file has.
    ArmorCharacter = "license_file.armor_character", "there is a character in the file that does not belong there";
    /// Not three parts with dots between them.
    Shape = "license_file.shape", "the file is not made of three parts";
    /// Base64 with padding.
    Base64Padding = "license_file.base64_padding", "a part is written with padding";
    /// Base64 with characters of another alphabet.
    Base64Alphabet = "license_file.base64_alphabet", "a part is written with another alphabet";
    /// Base64 that is cut off, or has bits where none belong.
    Base64Trailing = "license_file.base64_trailing", "a part is cut off, or is not written in the one way";
    /// The header is not a JSON object.
    HeaderJson = "license_file.header_json", "the header is not JSON";
    /// A name stands twice in an object of the header.
    HeaderTwice = "license_file.header_twice", "the header says one thing twice";
    /// The header has a parameter that the format does not know, or one of another type.
    HeaderField = "license_file.header_field", "the header has a part that does not belong there";
    /// The header lacks a parameter.
    HeaderMissing = "license_file.header_missing", "a part of the header is missing";
    /// `alg` is `none`.
    AlgNone = "license_file.alg_none", "the file is not signed";
    /// `alg` is another than `EdDSA`.
    Alg = "license_file.alg", "the file is signed by another method than Ed25519";
    /// The header demands an extension.
    Crit = "license_file.crit", "the file demands an extension that nobody knows";
    /// `typ` is none of the kinds.
    Typ = "license_file.typ", "the file is of no known kind";
    /// The file is of another kind than asked for.
    Kind = "license_file.kind", "the file is of another kind than the one expected here";
    /// The signature has another length than 64 bytes.
    SignatureLength = "license_file.signature_length", "the signature has the wrong length";
    /// The number S of the signature is not the smallest one that it could be.
    SignatureNotReduced = "license_file.signature_not_reduced", "the signature is not written in the one way";
    /// The signature does not fit the content and the key.
    Signature = "license_file.signature", "the signature is wrong: the file was changed or cut";
    /// A key of another length than 32 bytes.
    KeyLength = "license_file.key_length", "a key has the wrong length";
    /// A key that is no point, or is not written in the one way.
    KeyPoint = "license_file.key_point", "a key is none";
    /// A key of small order: everything would verify under it.
    KeyWeak = "license_file.key_weak", "a key is worthless";
    /// The content is not a JSON object.
    ContentJson = "license_file.content_json", "the content is not JSON";
    /// A name stands twice in an object of the content.
    ContentTwice = "license_file.content_twice", "the content says one thing twice";
    /// A claim is missing, of another type, or outside of its range.
    Claim = "license_file.claim", "a claim is missing, or says what it cannot say";
    /// The content is of a version that is not ours.
    Version = "license_file.version", "the file is of a newer format: update the program";
    /// A time is not written as RFC 3339 in UTC with whole seconds.
    Time = "license_file.time", "a time is not written as RFC 3339 in UTC";
    /// Times stand in an impossible order.
    TimeOrder = "license_file.time_order", "the times of the file contradict each other";
    /// A list or text is longer than it may be.
    TooMany = "license_file.too_many", "a list or text in the file is too long";
    /// A text holds characters that steer a terminal or a page.
    TextControl = "license_file.text_control", "a text in the file has control characters";
    /// The statement names a root that is not pinned.
    RootUnknown = "license_file.root_unknown", "the signer is not one of the vendor's: its root is unknown";
    /// The statement of the signer is not signed by the root that it names.
    StatementSignature = "license_file.statement_signature", "the statement about the signer is forged or damaged";
    /// What stands in the place of the statement is a file of another kind, or none.
    StatementKind = "license_file.statement_kind", "there is no statement about the signer";
    /// The statement is about another key than the file names.
    StatementKey = "license_file.statement_key", "the statement is about another signer";
    /// The statement is valid for more than 90 days.
    StatementLong = "license_file.statement_long", "the statement about the signer is valid for too long";
    /// The file was signed before the statement became valid.
    SignerEarly = "license_file.signer_early", "the signer was not allowed to sign yet";
    /// The file was signed after the statement ended.
    SignerExpired = "license_file.signer_expired", "the signer was not allowed to sign any more";
    /// The signer may not sign files of this kind.
    SignerScope = "license_file.signer_scope", "the signer may not sign files of this kind";
    /// The signer may not give so much time until the next renewal.
    RenewBy = "license_file.renew_by", "the signer may not give so much time until the next renewal";
    /// A bulletin has revoked the signer.
    SignerRevoked = "license_file.signer_revoked", "the signer was revoked";
    /// A bulletin has revoked the file.
    FileRevoked = "license_file.file_revoked", "the file was revoked";
    /// A bulletin with this number or a higher one is held already.
    BulletinOld = "license_file.bulletin_old", "a newer bulletin is known already";
    /// The signer may not sign bulletins with this number.
    BulletinRange = "license_file.bulletin_range", "the signer may not write bulletins with this number";
    /// The grace would stop what never stops.
    GraceStops = "license_file.grace_stops", "the file would stop what never stops: signing in, viewing, exporting";
    /// The steps of the grace are out of order.
    GraceOrder = "license_file.grace_order", "the steps of the grace are out of order";
    /// The file is older than the one it would replace.
    Replaced = "license_file.replaced", "the file is older than the one installed";
    /// The file is for another machine.
    Machine = "license_file.machine", "the file is for another machine";
    /// The file was signed by another device than the one expected.
    Device = "license_file.device", "the file comes from another machine than the one expected";
    /// The return was taken already, or its counter is too low.
    Replayed = "license_file.replayed", "this was handed in before";
    /// The return, renewal or answer is about another file.
    OtherFile = "license_file.other_file", "it is about another file";
    /// The answer is to another challenge.
    Challenge = "license_file.challenge", "it answers another question";
    /// The voucher was to be installed earlier.
    InstallBy = "license_file.install_by", "the key was to be installed earlier: get a new one";
    /// The clock of the machine stands before a time that was signed.
    ClockBehind = "license_file.clock_behind", "the clock of this machine is behind: set it";
    /// The stored time of this machine was changed by somebody else.
    FloorForged = "license_file.floor_forged", "the stored time of this machine is damaged";
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.text())
    }
}

impl Error for Refused {}
