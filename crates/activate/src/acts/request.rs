//! Asking for a license: the file that this machine signs, as a text and as a picture.

use fast_qr::{ECL, QRBuilder};
use seatwarden_license_file::{
    ByDevice, Kind, PrivateKey, Request, VERSION, armor, open_by_device, sign_by_device,
};

use super::{Installation, Ready};
use crate::{Result, folder::Writing, random, wire};

/// How many empty dots stand around a picture.
const MARGIN: usize = 4;
/// The longest name of a machine, in bytes.
const NAME_MAX: usize = 100;

/// What a machine asks.
#[derive(Clone, Debug)]
pub struct Requested {
    /// The file in armor, to be pasted or uploaded in the portal.
    pub text: String,
    /// The file without armor, as the picture has it.
    pub compact: String,
    /// What it says: everything that leaves the machine.
    pub claims: Request,
}

impl Installation {
    /// Makes the file by which this machine asks for a license, to be carried to the portal. `package` is the code of the
    /// package, if the machine was told one.
    pub fn request(&self, package: Option<&str>) -> Result<Requested> {
        let writing = self.folder.write()?;
        let held = self.load_in(&writing)?;
        let ready = self.ensure(&writing, &held)?;
        let signed = self.sign_request(&ready, package)?;
        self.note_sent(&writing, "file", "request", &["request"], wire::said(&signed.claims))?;
        let lines = [self.name.as_str(), package.unwrap_or_default()];
        let summary: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let text = armor::wrap(Kind::Request, &signed.compact, &summary);
        Ok(Requested { text, compact: signed.compact, claims: signed.claims })
    }

    /// The public key of this device, which stands in the header of every file that it signs; none before the first one.
    pub fn device(&self) -> Result<Option<String>> {
        Ok(self.folder.device_key()?.map(|key| key.public().to_string()))
    }

    /// What [`Installation::request`] would say, without making a key or writing anything.
    pub fn request_preview(&self, package: Option<&str>) -> Result<Request> {
        let mut identity = self.identity()?;
        if identity.needs_own_name() {
            // One like the one that the request will draw for this folder.
            identity = identity.named_by_folder(Some(random::id()?));
        }
        let name = identity.given_name().map(crate::folder::salt_of_name);
        let known = self.load()?.salt.or(name).or_else(|| self.salt_of_machine(&identity));
        let salt = known.map_or_else(random::salt, Ok)?;
        self.request_claims(identity.parts(&salt), salt, package)
    }

    fn request_claims(
        &self,
        parts: Vec<seatwarden_license_file::Part>,
        salt: String,
        package: Option<&str>,
    ) -> Result<Request> {
        Ok(Request {
            version: VERSION,
            id: random::id()?,
            made_at: self.sight.wall,
            package: package.map(str::to_owned),
            name: fitting(&self.name),
            program: self.program.clone(),
            salt,
            parts,
        })
    }

    pub(super) fn sign_request(&self, ready: &Ready, package: Option<&str>) -> Result<ByDevice<Request>> {
        let parts = ready.identity.parts(&ready.salt);
        let claims = self.request_claims(parts, ready.salt.clone(), package)?;
        signed(&ready.key, &claims)
    }

    pub(super) fn note_sent(
        &self,
        writing: &Writing<'_>,
        to: &str,
        what: &str,
        fields: &[&str],
        mut said: serde_json::Value,
    ) -> Result<()> {
        // It stands in the header of whatever this device signs.
        if let (Some(said), Some(key)) = (said.as_object_mut(), writing.folder().device_key()?) {
            said.insert("device".to_owned(), key.public().to_string().into());
        }
        writing.add_sent(&wire::note(self.sight.wall, to, what, fields, said))
    }
}

/// Signs, and opens what was signed: nothing leaves the machine that a reader would refuse.
pub(super) fn signed<C: seatwarden_license_file::DeviceClaims>(
    key: &PrivateKey,
    claims: &C,
) -> Result<ByDevice<C>> {
    Ok(open_by_device(&sign_by_device(key, claims)?)?)
}

/// A name that a file can hold.
fn fitting(name: &str) -> String {
    let mut fits = String::new();
    for letter in name.chars().filter(|letter| !letter.is_control()) {
        if fits.len() + letter.len_utf8() > NAME_MAX {
            break;
        }
        fits.push(letter);
    }
    if fits.trim().is_empty() { "server".to_owned() } else { fits }
}

/// The rows of a QR code, with the margin around; none if the text is too long for one.
fn dots(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let blank = vec![false; code.size + 2 * MARGIN];
    let mut rows = vec![blank.clone(); MARGIN];
    for row in (0..code.size).map(|row| &code[row]) {
        let mut line = vec![false; MARGIN];
        line.extend(row.iter().take(code.size).map(|dot| dot.value()));
        line.extend([false; MARGIN]);
        rows.push(line);
    }
    rows.extend(vec![blank; MARGIN]);
    Some(rows)
}

/// A text as a QR code for a terminal: two rows a line, dark dots as spaces, for light letters on dark ground. None if
/// the text is too long for one.
pub fn qr_text(text: &str) -> Option<String> {
    let rows = dots(text)?;
    let mut drawn = String::new();
    for pair in rows.chunks(2) {
        let (upper, lower) = (pair.first()?, pair.get(1));
        for (column, is_dark) in upper.iter().enumerate() {
            let is_dark_below = lower.and_then(|row| row.get(column)).copied().unwrap_or_default();
            drawn.push(match (is_dark, is_dark_below) {
                (true, true) => ' ',
                (true, false) => '\u{2584}',
                (false, true) => '\u{2580}',
                (false, false) => '\u{2588}',
            });
        }
        drawn.push('\n');
    }
    Some(drawn)
}

/// A text as a QR code in a picture (SVG). None if the text is too long for one.
pub fn qr_svg(text: &str) -> Option<String> {
    use std::fmt::Write as _;

    let rows = dots(text)?;
    let side = rows.len();
    let mut path = String::new();
    for (row, line) in rows.iter().enumerate() {
        for (column, _) in line.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{column} {row}h1v1h-1z");
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{0}\" height=\"{0}\" \
         shape-rendering=\"crispEdges\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>\n",
        side * 6
    ))
}
