//! `seatwarden license samples`: sample dashboards, from the host.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use seatwarden_base::{Kind, Refusal, Result};

use super::{actions, api_v1::shown, model::NewSample};
use crate::{command::Out, cx::Cx};

/// The file is not there or cannot be read; values `file` and `why`.
const UNREADABLE: Refusal = Refusal::new(Kind::Invalid, "sample_dashboards.cli_unreadable");

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Say which there are.
    List { as_json: bool },
    /// Add one; the description is in a file.
    Add { file: PathBuf, title: String, summary: String, description: Option<PathBuf> },
    /// Show one to customers, or hide it.
    Publish { slug: String, is_shown: bool },
}

/// Does it.
pub(crate) async fn samples(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let t = out.text();
    match order {
        Order::List { as_json } => {
            for sample in actions::list_all(cx).await? {
                let state = if sample.is_published { "published" } else { "draft" };
                out.data(&if as_json {
                    let mut body = shown(&sample);
                    body["state"] = state.into();
                    body.to_string()
                } else {
                    format!("{}\t{state}\t{}\t{}", sample.slug, sample.title, sample.summary)
                });
            }
        }
        Order::Add { file, title, summary, description } => {
            let content = read(&file)?;
            let description = description.map(|path| read(&path)).transpose()?.unwrap_or_default();
            let description = String::from_utf8_lossy(&description).into_owned();
            let made = actions::add(cx, &NewSample { title, summary, description, content }).await?;
            out.say(&t.sample_dashboards_cli_added(made.title));
            out.data(&made.slug);
        }
        Order::Publish { slug, is_shown } => {
            actions::publish(cx, &slug, is_shown).await?;
            let said = if is_shown {
                t.sample_dashboards_cli_published(slug)
            } else {
                t.sample_dashboards_cli_hidden(slug)
            };
            out.say(&said);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let unreadable = |why: std::io::Error| UNREADABLE.with("file", path.display()).with("why", why);
    Ok(std::fs::read(path).map_err(unreadable)?)
}
