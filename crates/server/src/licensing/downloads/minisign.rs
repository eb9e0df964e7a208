//! Signatures in the format of minisign, which people can check with a tool of their own. The key is made once and kept
//! with the other secrets of the server.

use std::path::Path;

use blake2::{Blake2b512, Digest};
use data_encoding::{BASE64, HEXUPPER};
use ring::signature::{Ed25519KeyPair, KeyPair};
use seatwarden_base::{Error, Result, random::Random};

use crate::files;

const KEY_FILE: &str = "release-signing.key";
const SEED: usize = 32;
const ID: usize = 8;

/// The key that signs releases.
pub(super) struct ReleaseKey {
    pair: Ed25519KeyPair,
    id: [u8; ID],
}

impl ReleaseKey {
    /// Reads the key of this folder, or makes it.
    pub(super) fn open(folder: &Path, random: &Random) -> Result<Self> {
        let fault = |cause: String| Error::fault("reading the key that signs releases", cause);
        files::make_private_directory(folder)?;
        let path = folder.join(KEY_FILE);
        let made = random.bytes::<{ SEED + ID }>()?;
        files::write_private_once(&path, &made)?;
        let kept = std::fs::read(&path).map_err(|cause| fault(cause.to_string()))?;
        let (seed, id) = kept.split_at_checked(SEED).ok_or_else(|| fault("it is cut off".to_owned()))?;
        let id = id.try_into().map_err(|_| fault("it has another length".to_owned()))?;
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|cause| fault(cause.to_string()))?;
        Ok(Self { pair, id })
    }

    /// The public key, as minisign reads it.
    pub(super) fn public(&self) -> String {
        BASE64.encode(&[b"Ed".as_slice(), &self.id, self.pair.public_key().as_ref()].concat())
    }

    /// The signature of a file whose `BLAKE2b` digest is this, as minisign reads it; the comment is signed as well.
    pub(super) fn sign(&self, digest: &[u8], comment: &str) -> String {
        let signature = self.pair.sign(digest);
        let line = BASE64.encode(&[b"ED".as_slice(), &self.id, signature.as_ref()].concat());
        let whole = self.pair.sign(&[signature.as_ref(), comment.as_bytes()].concat());
        let mut id = self.id;
        id.reverse();
        format!(
            "untrusted comment: signature from key {}\n{line}\ntrusted comment: {comment}\n{}\n",
            HEXUPPER.encode(&id),
            BASE64.encode(whole.as_ref())
        )
    }
}

/// The digest that is signed, piece by piece.
#[derive(Default)]
pub(super) struct Digested(Blake2b512);

impl Digested {
    pub(super) fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use ring::signature::{ED25519, UnparsedPublicKey};

    use super::*;

    #[test]
    fn a_signature_fits_its_file_its_comment_and_the_public_key() {
        let folder = tempfile::tempdir().unwrap();
        let key = ReleaseKey::open(folder.path(), &Random::system()).unwrap();
        let again = ReleaseKey::open(folder.path(), &Random::system()).unwrap();
        let mut digested = Digested::default();
        digested.add(b"some bytes");
        let digest = digested.finish();

        let text = key.sign(&digest, "file:platform.zip");

        assert_eq!(key.public(), again.public());
        let public = BASE64.decode(key.public().as_bytes()).unwrap();
        let verifier = UnparsedPublicKey::new(&ED25519, &public[10..]);
        let lines: Vec<&str> = text.lines().collect();
        let signature = BASE64.decode(lines[1].as_bytes()).unwrap();
        assert_eq!((&signature[..2], &signature[2..10]), (b"ED".as_slice(), &public[2..10]));
        verifier.verify(&digest, &signature[10..]).unwrap();
        let signed = [&signature[10..], b"file:platform.zip"].concat();
        verifier.verify(&signed, &BASE64.decode(lines[3].as_bytes()).unwrap()).unwrap();
    }
}
