//! `seatwarden license releases`: versions of the platform, from the host.

use std::{path::PathBuf, process::ExitCode};

use seatwarden_base::Result;
use serde_json::json;

use super::{
    actions, bodies,
    file::OnDisk,
    model::{NewRelease, Release, UNREADABLE},
};
use crate::{command::Out, cx::Cx};

/// What the command line asks for; releases are named by their version.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Say which releases there are.
    List { as_json: bool },
    /// Draft one; what is new stands in this file.
    Draft { version: String, notes: Option<PathBuf>, entitlement: String },
    /// Add files to a draft.
    Upload { version: String, files: Vec<PathBuf> },
    /// Sign its files anew.
    Sign { version: String },
    /// Let customers download it.
    Publish { version: String },
    /// Let nobody download it any more.
    Withdraw { version: String },
}

/// Does it. The data are the releases, or the files with their checksums.
pub(crate) async fn releases(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let t = out.text();
    match order {
        Order::List { as_json } => {
            for release in actions::list_all(cx).await? {
                if as_json {
                    out.data(&bodies::release(&release).to_string());
                } else {
                    say(out, &release);
                }
            }
        }
        Order::Draft { version, notes, entitlement } => {
            let unreadable = |path: &PathBuf, why: std::io::Error| {
                UNREADABLE.with("file", path.display()).with("why", why)
            };
            let notes = notes
                .map(|path| std::fs::read_to_string(&path).map_err(|why| unreadable(&path, why)))
                .transpose()?;
            let new = NewRelease { version, notes: notes.unwrap_or_default(), entitlement };
            say(out, &actions::create(cx, &new).await?);
        }
        Order::Upload { version, files } => {
            let release = actions::find_version(cx, &version).await?;
            for path in files {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                let source = OnDisk::open(&path)?;
                let kept = actions::add_file(cx, &release.id, &name.unwrap_or_default(), source).await?;
                out.data(&format!("{}  {}", kept.sha256, kept.file_name));
            }
        }
        Order::Sign { version } => {
            let release = actions::find_version(cx, &version).await?;
            let signed = actions::sign_again(cx, &release.id).await?;
            out.say(&t.downloads_cli_signed(signed.version.clone()));
            out.data(&json!(bodies::release(&signed)).to_string());
        }
        Order::Publish { version } => {
            let release = actions::find_version(cx, &version).await?;
            actions::publish(cx, &release.id).await?;
            out.say(&t.downloads_cli_published(release.version));
        }
        Order::Withdraw { version } => {
            let release = actions::find_version(cx, &version).await?;
            actions::withdraw(cx, &release.id).await?;
            out.say(&t.downloads_cli_withdrawn(release.version));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A release in columns: version, state, entitlement; below it its files.
fn say(out: &Out, release: &Release) {
    out.data(&format!("{}\t{}\t{}", release.version, release.state.word(), release.entitlement));
    for file in &release.files {
        out.data(&format!("\t{}\t{}\t{}", file.file_name, file.size, file.sha256));
    }
}
