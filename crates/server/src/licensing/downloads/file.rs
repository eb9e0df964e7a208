//! Files on the disk: taken in with their digests, and sent whole or in part (RFC 9110, section 14).

use std::{
    fs,
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;
use ring::digest;
use seatwarden_base::{Error, Result};

use super::minisign::Digested;
use crate::{config::Config, web::Pieces};

/// How much is read at once, in bytes.
const PIECE: usize = 128 * 1024;

/// The folder of the files.
pub(super) fn folder(config: &Config) -> PathBuf {
    match config.license_server.downloads_folder.as_str() {
        "" => config.data_dir().join("downloads"),
        folder => PathBuf::from(folder),
    }
}

fn fault(doing: &'static str) -> impl Fn(std::io::Error) -> Error {
    move |cause| Error::fault(doing, cause)
}

/// What was found while a file was taken in.
pub(super) struct Taken {
    pub(super) size: i64,
    pub(super) sha256: String,
    pub(super) blake2b: Vec<u8>,
}

/// Writes the bytes of a file under a name of ours, and takes their digests. Slow.
pub(super) fn take(folder: &Path, id: &str, bytes: &[u8]) -> Result<Taken> {
    fs::create_dir_all(folder).map_err(fault("making the folder of downloads"))?;
    let mut file = fs::File::create_new(folder.join(id)).map_err(fault("keeping a download"))?;
    file.write_all(bytes).map_err(fault("keeping a download"))?;
    file.sync_all().map_err(fault("keeping a download"))?;
    let mut digested = Digested::default();
    digested.add(bytes);
    Ok(Taken {
        size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        sha256: HEXLOWER.encode(digest::digest(&digest::SHA256, bytes).as_ref()),
        blake2b: digested.finish(),
    })
}

/// A part of a file: its first byte, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) from: u64,
    pub(super) length: u64,
}

/// What somebody asked for who sent a `Range`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of it: there is no range, or one that we do not read.
    Whole,
    /// A part.
    Part(Part),
    /// A part that the file does not have.
    Beyond,
}

/// Reads a `Range` header. Several ranges at once are answered with the whole file, as anybody may.
pub(super) fn wanted(range: Option<&str>, size: u64) -> Wanted {
    let Some(range) = range.and_then(|range| range.trim().strip_prefix("bytes=")) else {
        return Wanted::Whole;
    };
    let Some((first, last)) = range.split_once('-').filter(|_| !range.contains(',')) else {
        return Wanted::Whole;
    };
    let (first, last) = (first.trim(), last.trim());
    let part = match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(from), _) if from >= size => return Wanted::Beyond,
        (Ok(from), Ok(to)) if to >= from => Part { from, length: to.min(size - 1) - from + 1 },
        (Ok(from), Err(_)) if last.is_empty() => Part { from, length: size - from },
        (Err(_), Ok(0)) if first.is_empty() => return Wanted::Beyond,
        (Err(_), Ok(count)) if first.is_empty() => {
            let length = count.min(size);
            Part { from: size - length, length }
        }
        _ => return Wanted::Whole,
    };
    if part.length == 0 { Wanted::Beyond } else { Wanted::Part(part) }
}

/// Sends a part of a file, piece by piece.
pub(super) async fn send(path: PathBuf, part: Part, pieces: Pieces) -> Result<()> {
    let mut file = fs::File::open(&path).map_err(fault("opening a download"))?;
    file.seek(SeekFrom::Start(part.from)).map_err(fault("reading a download"))?;
    let mut left = part.length;
    while left > 0 {
        let size = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; size];
            let got = file.read(&mut piece);
            got.map(|got| {
                piece.truncate(got);
                (file, piece)
            })
        });
        let read = read.await.map_err(|cause| Error::fault("reading a download", cause))?;
        let (back, piece) = read.map_err(fault("reading a download"))?;
        file = back;
        if piece.is_empty() {
            return Err(Error::fault("reading a download", "the file is shorter than it was"));
        }
        left = left.saturating_sub(piece.len() as u64);
        // Whoever has gone away does not need the rest.
        if !pieces.send(piece).await {
            return Ok(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        let part = |from, length| Wanted::Part(Part { from, length });
        for (range, expected) in [
            (None, Wanted::Whole),
            (Some("bytes=0-0"), part(0, 1)),
            (Some("bytes=2-"), part(2, 8)),
            (Some("bytes=2-4"), part(2, 3)),
            (Some("bytes=2-400"), part(2, 8)),
            (Some("bytes=-3"), part(7, 3)),
            (Some("bytes=-30"), part(0, 10)),
            (Some("bytes=10-"), Wanted::Beyond),
            (Some("bytes=-0"), Wanted::Beyond),
            (Some("bytes=4-2"), Wanted::Whole),
            (Some("bytes=0-1,3-4"), Wanted::Whole),
            (Some("pages=1"), Wanted::Whole),
            (Some("bytes=a-b"), Wanted::Whole),
        ] {
            assert_eq!(wanted(range, 10), expected, "{range:?}");
        }
        assert_eq!(wanted(Some("bytes=0-"), 0), Wanted::Beyond);
    }
}
