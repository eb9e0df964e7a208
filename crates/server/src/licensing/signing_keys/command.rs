//! `seatwarden license keys …`: the keys of a license server, from its host, and from the machine of the roots.

use std::{
    io::Read,
    path::{Path, PathBuf},
    process::ExitCode,
};

use seatwarden_base::{Result, random::Random};
use seatwarden_license_file::PublicKey;

use super::{
    actions::{self, Revoking},
    model::{KeyRole, UNREADABLE, bad_file},
    offline,
};
use crate::{command::Out, cx::Cx, text::rfc3339};

/// The longest text that is taken from the standard input, in bytes.
const INPUT_MAX: u64 = 256 * 1024;

/// What the command line asks of the host of the server.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Make two roots in this folder and the first signer.
    Start(PathBuf),
    /// Pin roots that were made elsewhere.
    Init(Vec<String>),
    /// Make a signer; the root in this file vouches for it, or what to say is printed.
    Rotate(Option<PathBuf>),
    /// Show all keys.
    List,
    /// Revoke a signer, by the root in this file or by another signer.
    Revoke {
        /// Its id.
        kid: String,
        /// The file of the root.
        root: Option<PathBuf>,
        /// Whether also the files are revoked that the server knows to have handed out.
        keeps_nothing: bool,
    },
    /// Take what was signed elsewhere: a file, or the standard input.
    Import(Option<PathBuf>),
    /// Pin one more root.
    Pin(String),
}

/// What the command line asks of the machine of the roots, which needs no server.
#[derive(Clone, Debug)]
pub(crate) enum OfflineOrder {
    /// Make a root: its private half goes into this file.
    MakeRoot(PathBuf),
    /// Say what is wished: the file of the root, the file of the wish.
    Vouch(PathBuf, PathBuf),
}

/// Does it where the root is. The data are a public key, or a statement.
pub(crate) fn offline(out: &Out, order: &OfflineOrder) -> Result<ExitCode> {
    let t = out.text();
    match order {
        OfflineOrder::MakeRoot(path) => {
            let key = offline::make_root(path, &Random::system())?;
            out.say(&t.signing_keys_cli_root_made(path.display().to_string()));
            out.data(&key.public().to_string());
        }
        OfflineOrder::Vouch(root, wish) => {
            let (wish, statement) = offline::vouch(root, wish)?;
            out.say(&t.signing_keys_cli_vouched(wish.key.kid(), wish.valid_until.to_string()));
            out.data(&statement);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Does it on the host of the server.
pub(crate) async fn keys(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let t = out.text();
    match order {
        Order::Start(folder) => {
            for path in actions::start(cx, &folder).await? {
                out.data(&path.display().to_string());
            }
            out.say(&t.signing_keys_cli_started());
            let roots = actions::list(cx).await?.into_iter().map(|listed| listed.key);
            let roots: Vec<String> =
                roots.filter(|key| key.role == KeyRole::Root).map(|key| key.public_key).collect();
            tell_roots(out, &roots);
        }
        Order::Init(roots) => {
            actions::init(cx, &public_keys(&roots)?).await?;
            out.say(&t.signing_keys_cli_pinned());
            tell_roots(out, &roots);
        }
        Order::Pin(root) => {
            for root in public_keys(&[root])? {
                actions::pin_root(cx, &root).await?;
            }
            out.say(&t.signing_keys_cli_pinned());
        }
        Order::Rotate(Some(root)) => {
            let statement = actions::rotate(cx, &offline::read_root(&root)?).await?;
            out.say(&t.signing_keys_cli_rotated(statement.valid_until.to_string()));
            out.data(&statement.key.kid());
        }
        Order::Rotate(None) => {
            let wish = actions::wish(cx).await?;
            out.say(&t.signing_keys_cli_wish());
            out.data(&serde_json::to_string_pretty(&wish).unwrap_or_default());
        }
        Order::List => list(cx, out).await?,
        Order::Revoke { kid, root, keeps_nothing } => {
            let root = root.map(|path| offline::read_root(&path)).transpose()?;
            let revoked = match actions::revoke(cx, &kid, root.as_ref(), keeps_nothing).await? {
                Revoking::Done(revoked) => revoked,
                Revoking::Waits(_) => {
                    out.say(&t.signing_keys_cli_waits());
                    return Ok(ExitCode::SUCCESS);
                }
            };
            out.say(&t.signing_keys_cli_kept(i64::try_from(revoked.kept).unwrap_or(i64::MAX)));
            for file_id in revoked.not_kept {
                out.say(&t.signing_keys_cli_not_kept(file_id));
            }
            out.say(&t.signing_keys_cli_revoked(kid, revoked.number.to_string()));
            if let (_, Some(bulletin)) = actions::bulletin(cx).await? {
                out.data(&bulletin);
            }
        }
        Order::Import(file) => {
            let taken = actions::import(cx, &given(file.as_deref())?).await?;
            out.say(&t.signing_keys_cli_imported(taken.to_string()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(cx: &Cx, out: &Out) -> Result<()> {
    for listed in actions::list(cx).await? {
        let until = listed.valid_ms.map(|(_, until_ms)| rfc3339(until_ms)).unwrap_or_default();
        // The last column is what installations believe by; of a signer they need none.
        let public = if listed.key.role == KeyRole::Root { listed.key.public_key.as_str() } else { "" };
        out.data(&format!(
            "{}\t{}\t{}\t{until}\t{public}",
            listed.key.kid,
            listed.key.role.word(),
            listed.standing.word()
        ));
    }
    Ok(())
}

/// What goes into `license-roots` of the installations.
fn tell_roots(out: &Out, roots: &[String]) {
    out.say(&out.text().signing_keys_cli_roots());
    for root in roots {
        out.say(&format!("  {root}"));
    }
}

fn public_keys(texts: &[String]) -> Result<Vec<PublicKey>> {
    texts
        .iter()
        .map(|text| PublicKey::parse(text.trim()).map_err(|refused| bad_file(refused).into()))
        .collect()
}

fn given(file: Option<&Path>) -> Result<String> {
    if let Some(path) = file {
        return offline::read_text(path);
    }
    let mut text = String::new();
    let read = std::io::stdin().lock().take(INPUT_MAX).read_to_string(&mut text);
    read.map_err(|why| UNREADABLE.with("file", "-").with("why", why))?;
    Ok(text)
}
