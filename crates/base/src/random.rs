//! The one source of randomness; tests may hand in a seeded one.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use data_encoding::HEXLOWER;
use ring::{
    digest,
    rand::{SecureRandom, SystemRandom},
};

use crate::{Error, Result};

/// Gives random bytes: from the operating system, or repeatable ones in tests.
#[derive(Clone, Debug)]
pub struct Random(Source);

#[derive(Clone, Debug)]
enum Source {
    System(SystemRandom),
    Seeded { seed: u64, drawn: Arc<AtomicU64> },
}

impl Default for Random {
    fn default() -> Self {
        Self::system()
    }
}

impl Random {
    /// The operating system's generator.
    pub fn system() -> Self {
        Self(Source::System(SystemRandom::new()))
    }

    /// A repeatable generator, for tests only.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded { seed, drawn: Arc::default() })
    }

    /// Fills `bytes`. A fault if the operating system has no randomness to give.
    pub fn fill(&self, bytes: &mut [u8]) -> Result<()> {
        match &self.0 {
            Source::System(system) => system
                .fill(bytes)
                .map_err(|_| Error::fault("drawing random bytes", "the system has none to give")),
            Source::Seeded { seed, drawn } => {
                for chunk in bytes.chunks_mut(32) {
                    let count = drawn.fetch_add(1, Ordering::SeqCst);
                    let block =
                        digest::digest(&digest::SHA256, &[seed.to_le_bytes(), count.to_le_bytes()].concat());
                    chunk.copy_from_slice(&block.as_ref()[..chunk.len()]);
                }
                Ok(())
            }
        }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// A new id: 24 hex digits, the form that clients of the original product expect
    /// (contract part 1.2). The first eight say the second it was made, so that ids
    /// made later sort later; the other sixteen are random.
    pub fn id(&self, now_ms: i64) -> Result<String> {
        let mut bytes = [0; 12];
        self.fill(&mut bytes[4..])?;
        let seconds = u32::try_from(now_ms.div_euclid(1000)).unwrap_or_default();
        bytes[..4].copy_from_slice(&seconds.to_be_bytes());
        Ok(HEXLOWER.encode(&bytes))
    }
}
