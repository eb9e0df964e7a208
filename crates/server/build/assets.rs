//! Hashes and compresses `src/web/assets/*` and writes the table that `web::assets` serves from.

use flate2::{Compression, write::GzEncoder};
use std::fmt::Write as _;
use std::io::{Error, Result, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "src/web/assets";

/// Writes `$OUT_DIR/assets.rs`: `FILES`, sorted by name, and one address constant a file (`APP_CSS`).
pub(crate) fn generate() -> Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| Error::other("no OUT_DIR"))?);
    let mut table = String::new();
    let mut addresses = String::new();
    let mut sources = fs::read_dir(FOLDER)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    sources.sort();
    for source in sources {
        let asset = Asset::read(&source)?;
        let (plain, packed) = (out.join(&asset.name), out.join(format!("{}.gz", asset.name)));
        fs::write(&plain, &asset.bytes)?;
        fs::write(&packed, asset.gzip()?)?;
        asset.describe(&plain, &packed, &mut table, &mut addresses)?;
    }
    let code = format!("static FILES: &[Asset] = &[\n{table}];\n{addresses}");
    fs::write(out.join("assets.rs"), code)
}

struct Asset {
    stem: String,
    extension: String,
    name: String,
    content_type: &'static str,
    bytes: Vec<u8>,
}

impl Asset {
    fn read(path: &Path) -> Result<Self> {
        let part = |part: Option<&std::ffi::OsStr>| {
            part.and_then(|part| part.to_str())
                .map(str::to_owned)
                .ok_or_else(|| Error::other("odd file name"))
        };
        let (stem, extension) = (part(path.file_stem())?, part(path.extension())?);
        let content_type = match extension.as_str() {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            _ => return Err(Error::other(format!("no content type for .{extension}"))),
        };
        let bytes = match extension.as_str() {
            // Its lines are set in, and its marks apart, for those who write them.
            "css" => fs::read_to_string(path)?
                .lines()
                .flat_map(|line| [line.trim(), "\n"])
                .collect::<String>()
                .replace("; }", "}")
                .replace(" { ", "{")
                .replace("; ", ";")
                .replace(": ", ":")
                .into(),
            // Its lines are set in and explained for those who write them; no line stands inside a text.
            "js" => fs::read_to_string(path)?
                .lines()
                .map(str::trim)
                .filter(|line| !line.starts_with("//"))
                .flat_map(|line| [line, "\n"])
                .collect::<String>()
                .into(),
            _ => fs::read(path)?,
        };
        let digest = ring::digest::digest(&ring::digest::SHA256, &bytes);
        let hash = digest.as_ref().iter().take(6).fold(String::new(), |mut hash, byte| {
            let _ = write!(hash, "{byte:02x}");
            hash
        });
        let name = format!("{stem}.{hash}.{extension}");
        Ok(Self { stem, extension, name, content_type, bytes })
    }

    fn gzip(&self) -> Result<Vec<u8>> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&self.bytes)?;
        encoder.finish()
    }

    fn describe(
        &self,
        source: &Path,
        packed: &Path,
        table: &mut String,
        addresses: &mut String,
    ) -> Result<()> {
        let (name, content_type) = (&self.name, self.content_type);
        let (raw, gzip) = (literal(&fs::canonicalize(source)?)?, literal(packed)?);
        writeln!(
            table,
            "    Asset {{ name: {name:?}, content_type: {content_type:?}, raw: include_bytes!({raw}), gzip: include_bytes!({gzip}) }},"
        )
        .map_err(Error::other)?;
        let constant = format!("{}_{}", self.stem, self.extension).to_uppercase().replace('-', "_");
        writeln!(
            addresses,
            "/// The address of `{}.{}`.\npub const {constant}: &str = \"/assets/{name}\";",
            self.stem, self.extension
        )
        .map_err(Error::other)
    }
}

/// The path as a Rust string literal.
fn literal(path: &Path) -> Result<String> {
    let text = path.to_str().ok_or_else(|| Error::other("a path that is not UTF-8"))?;
    Ok(format!("{text:?}"))
}
