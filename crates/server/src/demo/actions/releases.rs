//! What the sample customers download: versions of the platform, in files small enough for a demo, and dashboards.

use axum::body::Bytes;
use seatwarden_base::{Error, Result};

use crate::{
    cx::Cx,
    licensing::{
        downloads::{self, NewRelease},
        sample_dashboards::{self, NewSample},
    },
};

/// Version, what a license must open, what is new, and the files.
type Sample = (&'static str, &'static str, &'static str, &'static [&'static str]);

const SAMPLES: [Sample; 3] = [
    ("2026.2.3", "", "Faster exports.\nCorrections.", &["platform-2026.2.3-linux-x86_64.tar.gz"]),
    (
        "2026.4.1",
        "",
        "Dark theme for dashboards.\nSingle Sign On for more providers.",
        &["platform-2026.4.1-linux-x86_64.tar.gz", "platform-2026.4.1-windows-x86_64.zip"],
    ),
    (
        "2026.5.0-rc1",
        "big_data",
        "Preview of the engine for billions of rows.",
        &["platform-2026.5.0-rc1-linux-x86_64.tar.gz"],
    ),
];
/// How large a sample file is, in bytes.
const SIZE: usize = 48 * 1024;

/// Publishes the sample releases, unless they are there from an earlier demo.
pub(super) async fn make(cx: &Cx) -> Result<()> {
    for (version, entitlement, notes, files) in SAMPLES {
        let new = NewRelease {
            version: version.to_owned(),
            notes: notes.to_owned(),
            entitlement: entitlement.to_owned(),
        };
        let release = match downloads::create(cx, &new).await {
            Err(Error::Refusal(_)) => continue,
            made => made?,
        };
        for name in files {
            let line = format!("{name}: a sample of the demo, with nothing to install inside\n");
            let bytes: Vec<u8> = line.bytes().cycle().take(SIZE).collect();
            downloads::add_file(cx, &release.id, name, Bytes::from(bytes)).await?;
        }
        downloads::publish(cx, &release.id).await?;
    }
    Ok(())
}

/// Title, summary and description of the sample dashboards.
const DASHBOARDS: [(&str, &str, &str); 3] = [
    (
        "Sales by region",
        "Revenue and orders by region, month and product.",
        "Shows where revenue comes from and how it changes.\nNeeds a data model with orders, products and regions.",
    ),
    (
        "Marketing funnel",
        "From the first visit to the signed contract.",
        "Follows campaigns through every step of the funnel.\nNeeds a data model with visits, leads and contracts.",
    ),
    (
        "Hospital beds",
        "Occupancy by ward and day, with a look ahead.",
        "Shows free beds today and what is expected next week.\nNeeds a data model with admissions and wards.",
    ),
];

/// Publishes the sample dashboards, unless they are there from an earlier demo.
pub(super) async fn make_dashboards(cx: &Cx) -> Result<()> {
    for (title, summary, description) in DASHBOARDS {
        let content =
            serde_json::json!({ "title": title, "type": "dashboard", "widgets": [], "filters": [] });
        let new = NewSample {
            title: title.to_owned(),
            summary: summary.to_owned(),
            description: description.to_owned(),
            content: content.to_string().into_bytes(),
        };
        match sample_dashboards::add(cx, &new).await {
            Err(Error::Refusal(_)) => {}
            made => sample_dashboards::publish(cx, &made?.slug, true).await?,
        }
    }
    Ok(())
}
