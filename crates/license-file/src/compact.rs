//! JWS compact: three parts in strict base64url, and a header of which every parameter is known.

use data_encoding::{BASE64URL_NOPAD, DecodeKind};
use serde_json::{Map, Value};

use crate::{
    Kind, PrivateKey, PublicKey, Refused,
    json::{self, Wrong},
};

/// The longest text that is looked at, in bytes.
pub const TEXT_MAX: usize = 64 * 1024;
/// The one `alg`. Older libraries know Ed25519 by this name only.
const ALG: &str = "EdDSA";
/// Length of a signature, in bytes.
const SIGNATURE_LENGTH: usize = 64;

/// What the header says about the key that signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SignedBy {
    /// A signer, with the statement of a root about it.
    Signer { kid: String, statement: String },
    /// A root itself.
    Root { kid: String },
    /// A device, by its own key.
    Device { key: PublicKey },
}

/// A file taken apart; nothing in it is trusted yet.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub(crate) kind: Kind,
    pub(crate) signed_by: SignedBy,
    signed: &'a str,
    content: &'a str,
    signature: Vec<u8>,
}

impl<'a> Parts<'a> {
    /// Takes a file apart.
    pub(crate) fn split(compact: &'a str) -> Result<Self, Refused> {
        if compact.len() > TEXT_MAX {
            return Err(Refused::TooLong);
        }
        let (signed, signature) = compact.rsplit_once('.').ok_or(Refused::Shape)?;
        let (head, content) = signed.split_once('.').ok_or(Refused::Shape)?;
        if content.contains('.') {
            return Err(Refused::Shape);
        }
        let header = json::object(&decode(head)?).map_err(|wrong| match wrong {
            Wrong::Shape => Refused::HeaderJson,
            Wrong::Twice => Refused::HeaderTwice,
        })?;
        let (kind, signed_by) = read_header(&header)?;
        let signature = decode(signature)?;
        if signature.len() != SIGNATURE_LENGTH {
            return Err(Refused::SignatureLength);
        }
        Ok(Self { kind, signed_by, signed, content, signature })
    }

    /// Checks the signature, and gives what was signed.
    pub(crate) fn content(&self, key: &PublicKey) -> Result<Map<String, Value>, Refused> {
        key.verify(self.signed.as_bytes(), &self.signature)?;
        json::object(&decode(self.content)?).map_err(|wrong| match wrong {
            Wrong::Shape => Refused::ContentJson,
            Wrong::Twice => Refused::ContentTwice,
        })
    }
}

/// The id of the key that a file of a root or a signer says it is signed by; nothing is checked yet.
pub fn kid(compact: &str) -> Result<String, Refused> {
    match Parts::split(compact)?.signed_by {
        SignedBy::Signer { kid, .. } | SignedBy::Root { kid } => Ok(kid),
        SignedBy::Device { .. } => Err(Refused::HeaderField),
    }
}

/// What a file says that it is; nothing is checked yet.
pub fn kind(compact: &str) -> Result<Kind, Refused> {
    Ok(Parts::split(compact)?.kind)
}

/// What the header says, once nothing in it is unknown.
fn read_header(header: &Map<String, Value>) -> Result<(Kind, SignedBy), Refused> {
    let text = |name: &str| match header.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(Refused::HeaderField),
    };
    match text("alg")?.ok_or(Refused::HeaderMissing)? {
        ALG => {}
        none if none.eq_ignore_ascii_case("none") => return Err(Refused::AlgNone),
        _ => return Err(Refused::Alg),
    }
    if header.contains_key("crit") {
        return Err(Refused::Crit);
    }
    if header.keys().any(|name| !["alg", "typ", "kid", "key", "signer"].contains(&name.as_str())) {
        return Err(Refused::HeaderField);
    }
    let kind = Kind::from_typ(text("typ")?.ok_or(Refused::HeaderMissing)?).ok_or(Refused::Typ)?;
    let signed_by = match (text("kid")?, text("signer")?, text("key")?) {
        (Some(id), Some(statement), None) => {
            SignedBy::Signer { kid: id.to_owned(), statement: statement.to_owned() }
        }
        (Some(id), None, None) => SignedBy::Root { kid: id.to_owned() },
        (None, None, Some(key)) => SignedBy::Device { key: PublicKey::parse(key)? },
        (None, _, None) => return Err(Refused::HeaderMissing),
        (_, _, Some(_)) => return Err(Refused::HeaderField),
    };
    Ok((kind, signed_by))
}

/// Reads base64url without padding, in its one spelling.
pub(crate) fn decode(text: &str) -> Result<Vec<u8>, Refused> {
    BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|error| match error.kind {
        _ if text.ends_with('=') => Refused::Base64Padding,
        DecodeKind::Symbol | DecodeKind::Padding => Refused::Base64Alphabet,
        DecodeKind::Length | DecodeKind::Trailing => Refused::Base64Trailing,
    })
}

/// Writes and signs a file.
pub(crate) fn sign(
    kind: Kind,
    signed_by: &SignedBy,
    content: &[u8],
    key: &PrivateKey,
) -> Result<String, Refused> {
    let quoted = |text: &str| Value::from(text).to_string();
    let rest = match signed_by {
        SignedBy::Signer { kid, statement } => {
            format!(r#""kid":{},"signer":{}"#, quoted(kid), quoted(statement))
        }
        SignedBy::Root { kid } => format!(r#""kid":{}"#, quoted(kid)),
        SignedBy::Device { key } => format!(r#""key":"{key}""#),
    };
    let header = format!(r#"{{"alg":"{ALG}","typ":"{}",{rest}}}"#, kind.typ());
    let mut text = BASE64URL_NOPAD.encode(header.as_bytes());
    text.push('.');
    BASE64URL_NOPAD.encode_append(content, &mut text);
    let signature = key.sign(text.as_bytes());
    text.push('.');
    BASE64URL_NOPAD.encode_append(&signature, &mut text);
    if text.len() > TEXT_MAX { Err(Refused::TooLong) } else { Ok(text) }
}
