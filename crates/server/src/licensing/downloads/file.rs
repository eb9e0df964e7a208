//! Files on the disk: taken in with their digests, and sent whole or in part (RFC 9110, section 14).

use std::{
    fs,
    io::{ErrorKind, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use axum::body::Bytes;
use data_encoding::HEXLOWER;
use ring::digest;
use seatwarden_base::{Error, Result};

use super::{
    minisign::Digested,
    model::{DISK_FULL, TOO_LARGE, UNREADABLE},
};
use crate::{
    config::Config,
    files,
    web::{FileField, Pieces},
};

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

/// Where the bytes of a file come from, piece by piece.
pub trait Source: Send {
    /// The next piece; none at the end. Refuses with what went wrong on the way.
    fn next(&mut self) -> impl Future<Output = Result<Option<Bytes>>> + Send;
}

/// Bytes that are there already.
impl Source for Bytes {
    async fn next(&mut self) -> Result<Option<Bytes>> {
        let all = std::mem::take(self);
        Ok((!all.is_empty()).then_some(all))
    }
}

/// A file of a form.
impl Source for FileField<'_> {
    async fn next(&mut self) -> Result<Option<Bytes>> {
        FileField::next(self).await
    }
}

/// A file of this machine.
pub struct OnDisk(Option<fs::File>);

impl OnDisk {
    /// Opens it. Refuses with `downloads.unreadable`.
    pub fn open(path: &Path) -> Result<Self> {
        let file =
            fs::File::open(path).map_err(|why| UNREADABLE.with("file", path.display()).with("why", why))?;
        Ok(Self(Some(file)))
    }
}

impl Source for OnDisk {
    async fn next(&mut self) -> Result<Option<Bytes>> {
        let Some(mut file) = self.0.take() else { return Ok(None) };
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; PIECE];
            let got = file.read(&mut piece);
            got.map(|got| {
                piece.truncate(got);
                (file, piece)
            })
        });
        let read = read.await.map_err(|cause| Error::fault("reading a file", cause))?;
        let (file, piece) = read.map_err(fault("reading a file"))?;
        if piece.is_empty() {
            return Ok(None);
        }
        self.0 = Some(file);
        Ok(Some(piece.into()))
    }
}

/// What is added to the name of a file until all of it is there.
const HALF: &str = ".part";
/// How much of a file that is refused is read and thrown away, in bytes, and for how long.
const DRAIN_MAX_BYTES: u64 = 64 * 1024 * 1024;
const DRAIN_TIME: Duration = Duration::from_secs(5);
/// How old what nobody knows is before it is removed, in seconds: whoever still writes it is faster.
const FORGOTTEN_SECONDS: u64 = 24 * 3_600;

/// A file that is coming in. What is not finished is removed.
struct Incoming {
    file: fs::File,
    half: PathBuf,
    whole: PathBuf,
    is_whole: bool,
    sha256: digest::Context,
    blake2b: Digested,
    size: u64,
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if !self.is_whole {
            // What stays behind after a power cut is swept later.
            let _ = fs::remove_file(&self.half);
        }
    }
}

/// A full disk is told as such; everything else is a fault.
fn written(cause: std::io::Error) -> Error {
    match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => DISK_FULL.into(),
        _ => Error::fault("keeping a download", cause),
    }
}

impl Incoming {
    fn begin(folder: &Path, id: &str) -> Result<Self> {
        files::make_private_directory(folder)?;
        files::close_directory(folder).map_err(written)?;
        let half = folder.join(format!("{id}{HALF}"));
        let file = files::create_private(&half).map_err(written)?;
        Ok(Self {
            file,
            half,
            whole: folder.join(id),
            is_whole: false,
            sha256: digest::Context::new(&digest::SHA256),
            blake2b: Digested::default(),
            size: 0,
        })
    }

    fn add(&mut self, piece: &[u8]) -> Result<()> {
        self.file.write_all(piece).map_err(written)?;
        self.sha256.update(piece);
        self.blake2b.add(piece);
        self.size += piece.len() as u64;
        Ok(())
    }

    fn finish(mut self) -> Result<Taken> {
        self.file.sync_all().map_err(written)?;
        fs::rename(&self.half, &self.whole).map_err(written)?;
        self.is_whole = true;
        let sha256 = std::mem::replace(&mut self.sha256, digest::Context::new(&digest::SHA256)).finish();
        Ok(Taken {
            size: i64::try_from(self.size).unwrap_or(i64::MAX),
            sha256: HEXLOWER.encode(sha256.as_ref()),
            blake2b: std::mem::take(&mut self.blake2b).finish(),
        })
    }
}

async fn slowly<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|cause| Error::fault("keeping a download", cause))?
}

/// Writes a file piece by piece under a name of ours, and takes its digests on the way: no more of it than a piece is
/// in memory. Refuses with `downloads.too_large`, `downloads.disk_full`, or as the source does; then nothing stays.
pub(super) async fn take(
    folder: PathBuf,
    id: String,
    source: &mut impl Source,
    maximum: u64,
) -> Result<Taken> {
    let taken = write(folder, id, source, maximum).await;
    if taken.as_ref().is_err_and(|error| error.refusal().is_some()) {
        // Who is cut off in the middle of sending may never read why.
        let _ = tokio::time::timeout(DRAIN_TIME, drain(source)).await;
    }
    taken
}

async fn write(folder: PathBuf, id: String, source: &mut impl Source, maximum: u64) -> Result<Taken> {
    let mut incoming = slowly(move || Incoming::begin(&folder, &id)).await?;
    while let Some(piece) = source.next().await? {
        if incoming.size + piece.len() as u64 > maximum {
            return Err(TOO_LARGE.with("megabytes", maximum / 1_000_000).into());
        }
        incoming = slowly(move || {
            incoming.add(&piece)?;
            Ok(incoming)
        })
        .await?;
    }
    slowly(move || incoming.finish()).await
}

/// Reads what is still sent, up to a limit, and throws it away.
async fn drain(source: &mut impl Source) {
    let mut left = DRAIN_MAX_BYTES;
    while let Ok(Some(piece)) = source.next().await {
        left = left.saturating_sub(piece.len() as u64);
        if left == 0 {
            return;
        }
    }
}

/// The digests of a file that is kept.
pub(super) async fn digests(source: &mut impl Source) -> Result<Taken> {
    let (mut sha256, mut blake2b, mut size) =
        (digest::Context::new(&digest::SHA256), Digested::default(), 0_u64);
    while let Some(piece) = source.next().await? {
        sha256.update(&piece);
        blake2b.add(&piece);
        size += piece.len() as u64;
    }
    Ok(Taken {
        size: i64::try_from(size).unwrap_or(i64::MAX),
        sha256: HEXLOWER.encode(sha256.finish().as_ref()),
        blake2b: blake2b.finish(),
    })
}

/// Removes what lies in the folder under a name of ours and belongs to no release: what was cut off. `is_known` tells
/// which ids do.
pub(super) fn sweep(folder: &Path, is_known: impl Fn(&str) -> bool) -> Result<usize> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(0),
        Err(cause) => return Err(Error::fault("looking through the downloads", cause)),
    };
    let mut gone = 0;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let id = name.strip_suffix(HALF).unwrap_or(&name);
        let is_ours = id.len() == 24 && id.bytes().all(|letter| letter.is_ascii_hexdigit());
        let is_old = entry
            .metadata()
            .and_then(|about| about.modified())
            .ok()
            .and_then(|at| at.elapsed().ok())
            .is_some_and(|age| age.as_secs() > FORGOTTEN_SECONDS);
        if is_ours
            && is_old
            && (name.ends_with(HALF) || !is_known(id))
            && fs::remove_file(entry.path()).is_ok()
        {
            gone += 1;
        }
    }
    Ok(gone)
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

    const ID: &str = "0123456789abcdef01234567";

    /// Breaks off after some pieces.
    struct CutOff(u8);

    impl Source for CutOff {
        async fn next(&mut self) -> Result<Option<Bytes>> {
            if self.0 == 0 {
                return Err(Error::fault("reading", "the connection broke"));
            }
            self.0 -= 1;
            Ok(Some(Bytes::from_static(b"some bytes")))
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[tokio::test]
    async fn a_file_that_is_cut_off_or_too_large_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let take = async |mut source: CutOff, maximum| {
            take(folder.path().to_owned(), ID.to_owned(), &mut source, maximum).await
        };

        assert!(take(CutOff(3), 1_000).await.is_err());
        assert!(take(CutOff(3), 15).await.is_err_and(|error| error.is(&TOO_LARGE)));
        assert!(names(folder.path()).is_empty());
    }

    #[tokio::test]
    async fn a_file_comes_in_piece_by_piece_and_has_the_digests_of_the_whole() {
        let folder = tempfile::tempdir().unwrap();
        let bytes: Vec<u8> = (0..=255).cycle().take(3 * PIECE + 7).collect();
        fs::write(folder.path().join("given"), &bytes).unwrap();
        let mut source = OnDisk::open(&folder.path().join("given")).unwrap();

        let taken = take(folder.path().join("kept"), ID.to_owned(), &mut source, 10_000_000).await.unwrap();

        assert_eq!(fs::read(folder.path().join("kept").join(ID)).unwrap(), bytes);
        for path in [folder.path().join("kept"), folder.path().join("kept").join(ID)] {
            let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions());
            assert_eq!(mode & 0o077, 0, "{} is for nobody else", path.display());
        }
        assert_eq!(taken.size, i64::try_from(bytes.len()).unwrap());
        assert_eq!(taken.sha256, HEXLOWER.encode(digest::digest(&digest::SHA256, &bytes).as_ref()));
        let mut whole = Digested::default();
        whole.add(&bytes);
        assert_eq!(taken.blake2b, whole.finish());
    }

    #[test]
    fn what_a_crash_left_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let other = "ffffffffffffffffffffffff";
        let half = format!("{ID}{HALF}");
        for name in [ID, other, &half, "notes.txt"] {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            file.set_modified(std::time::UNIX_EPOCH).unwrap();
        }
        let fresh = format!("aaaaaaaaaaaaaaaaaaaaaaaa{HALF}");
        fs::write(folder.path().join(&fresh), b"x").unwrap();

        assert_eq!(sweep(folder.path(), |id| id == ID).unwrap(), 2);

        let mut left = names(folder.path());
        left.sort();
        assert_eq!(left, [ID, &fresh, "notes.txt"]);
    }

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
