//! Files made by hand, so that anything can be wrong with them.

use data_encoding::BASE64URL_NOPAD;
use ed25519_dalek::{Signer, SigningKey};
use seatwarden_license_file::PrivateKey;

/// A file as texts: header and content, before they are signed.
#[derive(Clone)]
pub(super) struct Raw {
    pub(super) header: String,
    pub(super) content: String,
}

impl Raw {
    /// Takes a good file apart.
    pub(super) fn of(compact: &str) -> Self {
        let mut parts = compact.split('.').map(|part| {
            String::from_utf8_lossy(&BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).into_owned()
        });
        Self { header: parts.next().unwrap(), content: parts.next().unwrap() }
    }

    /// With this text of the header replaced; it must be there.
    pub(super) fn header(mut self, old: &str, new: &str) -> Self {
        assert!(self.header.contains(old), "{old} in {}", self.header);
        self.header = self.header.replacen(old, new, 1);
        self
    }

    /// With this text of the content replaced; it must be there.
    pub(super) fn content(mut self, old: &str, new: &str) -> Self {
        assert!(self.content.contains(old), "{old} in {}", self.content);
        self.content = self.content.replacen(old, new, 1);
        self
    }

    /// The two first parts.
    pub(super) fn signed_text(&self) -> String {
        let encode = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
        format!("{}.{}", encode(&self.header), encode(&self.content))
    }

    /// Signs it as it is.
    pub(super) fn sign(&self, key: &PrivateKey) -> String {
        let text = self.signed_text();
        let signature = raw_signature(key, text.as_bytes());
        format!("{text}.{}", BASE64URL_NOPAD.encode(&signature))
    }

    /// Adds any signature.
    pub(super) fn with_signature(&self, signature: &[u8]) -> String {
        format!("{}.{}", self.signed_text(), BASE64URL_NOPAD.encode(signature))
    }
}

pub(super) fn raw_signature(key: &PrivateKey, bytes: &[u8]) -> [u8; 64] {
    let seed = BASE64URL_NOPAD.decode(key.reveal().as_bytes()).unwrap();
    SigningKey::from_bytes(&seed.try_into().unwrap()).sign(bytes).to_bytes()
}

/// The same signature with the order of the group added to S: lenient readers take it as a second one.
pub(super) fn not_reduced(mut signature: [u8; 64]) -> [u8; 64] {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut carry = 0_u16;
    for (byte, order) in signature[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = u8::try_from(sum & 0xff).unwrap();
        carry = sum >> 8;
    }
    signature
}
