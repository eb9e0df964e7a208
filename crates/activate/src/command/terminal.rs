//! The terminal or the pipe: data on the standard output, everything else on the standard error, secrets without echo.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufRead, BufReader, IsTerminal, Read, Write},
    path::Path,
};

use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetwinsize, tcsetattr,
};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{Error, Result, Text, error::no};

/// The longest text that is taken, in bytes.
const INPUT_MAX: u64 = 512 * 1024;
/// The longest secret, in bytes.
const SECRET_MAX: usize = 4096;

/// Where a command says something.
pub(crate) struct Out {
    text: Text,
    /// Whether the data are JSON.
    pub(crate) is_json: bool,
}

impl Out {
    pub(super) const fn new(text: Text, is_json: bool) -> Self {
        Self { text, is_json }
    }

    /// The texts in the terminal's language.
    pub(crate) const fn text(&self) -> Text {
        self.text
    }

    /// A line of data. A reader that went away is no error.
    #[expect(clippy::unused_self, reason = "whoever says something must have been given the terminal")]
    pub(crate) fn data(&self, line: &str) {
        let _ = writeln!(io::stdout().lock(), "{}", line.trim_end_matches('\n'));
    }

    /// JSON as data.
    pub(crate) fn json(&self, value: &Value) {
        self.data(&serde_json::to_string_pretty(value).unwrap_or_default());
    }

    /// A line about what is going on.
    #[expect(clippy::unused_self, reason = "whoever says something must have been given the terminal")]
    pub(crate) fn say(&self, line: &str) {
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// Labels and values, the values below each other.
    pub(crate) fn table(&self, rows: &[(String, String)]) {
        let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
        for (label, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
            let blank = " ".repeat(width.saturating_sub(label.chars().count()));
            self.data(&format!("{label}{blank}  {value}"));
        }
    }
}

/// How many columns the terminal has; none if it is none.
pub(super) fn columns() -> Option<usize> {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return None;
    }
    tcgetwinsize(&stdout).ok().map(|size| usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

/// The text of a file, or of the standard input for none and `-`.
pub(super) fn given(path: Option<&Path>) -> Result<String> {
    let mut text = String::new();
    let path = path.filter(|path| path.as_os_str() != "-");
    let read = match path {
        Some(path) => File::open(path).and_then(|file| file.take(INPUT_MAX).read_to_string(&mut text)),
        None => io::stdin().lock().take(INPUT_MAX).read_to_string(&mut text),
    };
    let shown = path.map_or_else(|| "-".to_owned(), |path| path.display().to_string());
    read.map_err(|why| -> Error { no("activate.unreadable").with("path", shown).with("why", why).into() })?;
    Ok(text)
}

/// A secret: asked for on the terminal without showing it, or the first line of the standard input.
pub(super) fn secret(prompt: &str) -> Result<Zeroizing<String>> {
    let stdin = io::stdin();
    let line = if stdin.is_terminal() {
        let tty = OpenOptions::new().read(true).write(true).open("/dev/tty").ok();
        match tty {
            Some(tty) => ask(&tty, prompt)?,
            None => first_line(stdin.lock())?,
        }
    } else {
        first_line(stdin.lock())?
    };
    let secret = Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned());
    if secret.is_empty() { Err(no("activate.no_secret").into()) } else { Ok(secret) }
}

fn first_line(from: impl Read) -> Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    BufReader::new(from.take(SECRET_MAX as u64))
        .read_line(&mut line)
        .map_err(|why| no("activate.unreadable").with("path", "-").with("why", why))?;
    Ok(line)
}

/// What Ctrl-C and Ctrl-\ type, here with the power to end a line.
const CANCELS: [u8; 2] = [0x03, 0x1c];

/// The first line of a terminal that is quiet. Refuses if it was cancelled.
fn quiet_line(mut tty: &File) -> Result<Zeroizing<String>> {
    let broken = |why: io::Error| -> Error {
        no("activate.unreadable").with("path", "/dev/tty").with("why", why).into()
    };
    let mut line = Zeroizing::new(Vec::new());
    let mut part = Zeroizing::new([0_u8; 256]);
    // Whatever is read ends where a line ends.
    while !line.ends_with(b"\n") && line.len() < SECRET_MAX {
        let count = tty.read(part.as_mut_slice()).map_err(broken)?;
        line.extend(part.iter().take(count));
        if count == 0 || line.iter().any(|key| CANCELS.contains(key)) {
            return Err(no("activate.cancelled").into());
        }
    }
    let text = std::str::from_utf8(&line).map_err(|why| broken(io::Error::other(why)))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Shows what is typed again, whatever happens. As long as nothing is shown, Ctrl-C ends the line instead of the program,
/// which would leave the terminal as it is; signals that end it from outside put the terminal right first.
struct Quiet<'a> {
    tty: &'a File,
    before: Termios,
}

impl<'a> Quiet<'a> {
    fn new(tty: &'a File) -> io::Result<Self> {
        let before = tcgetattr(tty)?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ISIG);
        quiet.special_codes[SpecialCodeIndex::VEOL] = CANCELS[0];
        quiet.special_codes[SpecialCodeIndex::VEOL2] = CANCELS[1];
        signals::restore(Some((tty.try_clone()?, before.clone())));
        tcsetattr(tty, OptionalActions::Flush, &quiet)?;
        Ok(Self { tty, before })
    }
}

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        let _ = tcsetattr(self.tty, OptionalActions::Now, &self.before);
        signals::restore(None);
    }
}

/// Signals that end the program while nothing is shown: the terminal is put right, and then they end it as always.
mod signals {
    use std::{
        fs::File,
        io,
        sync::{Mutex, MutexGuard, OnceLock, PoisonError},
        thread,
    };

    use rustix::termios::{OptionalActions, Termios, tcsetattr};
    use signal_hook::{
        consts::{SIGHUP, SIGTERM},
        iterator::Signals,
        low_level::emulate_default_handler,
    };

    /// The terminal to put right, and how it was.
    type Terminal = (File, Termios);

    static TERMINAL: Mutex<Option<Terminal>> = Mutex::new(None);
    static WATCH: OnceLock<bool> = OnceLock::new();

    fn terminal() -> MutexGuard<'static, Option<Terminal>> {
        TERMINAL.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on this terminal is put right before a signal ends the program; none: there is nothing to put right.
    pub(super) fn restore(put_right: Option<Terminal>) {
        let is_quiet = put_right.is_some();
        *terminal() = put_right;
        // Where they cannot be watched they end the program at once, as they would without all this.
        if is_quiet {
            WATCH.get_or_init(|| watch().is_ok());
        }
    }

    /// Watches as long as the program runs: whoever stopped would leave signals that do nothing.
    fn watch() -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                // Held until the end: nothing makes the terminal quiet again.
                let held = terminal();
                if let Some((tty, before)) = held.as_ref() {
                    let _ = tcsetattr(tty, OptionalActions::Now, before);
                }
                let _ = emulate_default_handler(signal);
            }
        })?;
        Ok(())
    }
}

fn ask(mut tty: &File, prompt: &str) -> Result<Zeroizing<String>> {
    let broken = |why: io::Error| -> Error {
        no("activate.unreadable").with("path", "/dev/tty").with("why", why).into()
    };
    let quiet = Quiet::new(tty).map_err(broken)?;
    tty.write_all(prompt.as_bytes()).map_err(broken)?;
    let line = quiet_line(tty);
    drop(quiet);
    tty.write_all(b"\n").map_err(broken)?;
    line
}

#[cfg(test)]
mod tests {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

    use super::*;

    #[test]
    fn whoever_gives_up_at_the_hidden_prompt_sees_again_what_is_typed() {
        let mut outside = File::from(openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap());
        grantpt(&outside).unwrap();
        unlockpt(&outside).unwrap();
        let name = ptsname(&outside, Vec::new()).unwrap().into_string().unwrap();
        let tty = OpenOptions::new().read(true).write(true).open(name).unwrap();
        let mut type_at_prompt = |keys: &[u8]| {
            std::thread::scope(|scope| {
                let asking = scope.spawn(|| ask(&tty, "Password: "));
                let mut prompt = [0; 10];
                outside.read_exact(&mut prompt).unwrap();
                outside.write_all(keys).unwrap();
                let asked = asking.join().unwrap();
                // The end of the line that the prompt stands on.
                outside.read_exact(&mut [0; 2]).unwrap();
                asked
            })
        };
        let modes = || tcgetattr(&tty).unwrap().local_modes;
        let before = modes();

        let cancelled = type_at_prompt(b"half a pass\x03");
        let after = modes();
        let whole = type_at_prompt(b"wrong\x7f\x7f\x7f\x7f\x7fp\xc3\xa4ss\n");

        assert_eq!(cancelled.unwrap_err().code(), "activate.cancelled");
        assert!(before.contains(LocalModes::ECHO | LocalModes::ISIG));
        assert_eq!((after, modes()), (before, before));
        assert_eq!(whole.unwrap().as_str(), "päss\n");
    }
}
