//! What is counted.

use std::{
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    time::Duration,
};

use axum::http::StatusCode;
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::{ConstCounter, Counter},
        family::Family,
        gauge::{ConstGauge, Gauge},
        histogram::Histogram,
    },
    registry::Registry,
};
use seatwarden_base::{Error, Result};

use crate::{app::App, web::Face};

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    face: &'static str,
    status: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kept {
    scheme: &'static str,
}

/// Figures since the start of the process.
pub struct Health {
    requests: Family<Answered, Counter>,
    seconds: Histogram,
    connections: AtomicU64,
}

impl Default for Health {
    fn default() -> Self {
        let buckets = [0.000_1, 0.000_5, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0];
        Self { requests: Family::default(), seconds: Histogram::new(buckets), connections: AtomicU64::new(0) }
    }
}

impl Health {
    /// Counts one answer.
    pub fn count(&self, face: Face, status: StatusCode, took: Duration) {
        let face = match face {
            Face::Page => "page",
            Face::V1 => "v1",
            Face::V09 => "v0.9",
            Face::Asset => "asset",
            Face::Probe => "probe",
        };
        let status = match status.as_u16() {
            100..300 => "2xx",
            300..400 => "3xx",
            400..500 => "4xx",
            _ => "5xx",
        };
        self.requests.get_or_create(&Answered { face, status }).inc();
        self.seconds.observe(took.as_secs_f64());
    }

    /// A connection was opened.
    pub fn opened(&self) {
        self.connections.fetch_add(1, Relaxed);
    }

    /// A connection was closed.
    pub fn closed(&self) {
        self.connections.fetch_sub(1, Relaxed);
    }

    /// Everything in the text form of Prometheus.
    pub async fn text(&self, app: &App) -> Result<String> {
        let password_records = app.passwords.records.by_scheme(&app.db, app.clock.now_ms()).await;
        let mut registry = Registry::with_prefix("seatwarden");
        registry.register("requests", "Requests answered, by face and status", self.requests.clone());
        registry.register("request_seconds", "Time to answer a request, in seconds", self.seconds.clone());
        registry.register(
            "connections",
            "Connections open now",
            ConstGauge::new(i64::try_from(self.connections.load(Relaxed)).unwrap_or(i64::MAX)),
        );
        let database = app.db.figures();
        let counters = [
            ("database_actions", "Write transactions made durable", database.actions_committed),
            ("database_commits", "Commits of the database itself", database.groups_committed),
            ("database_reads", "Reads answered", database.reads),
            ("database_busy", "Callers refused because the database was busy", database.busy_refusals),
        ];
        for (name, help, value) in counters {
            registry.register(name, help, ConstCounter::new(value));
        }
        let waiting = i64::try_from(database.writes_waiting).unwrap_or(i64::MAX);
        registry.register(
            "database_writes_waiting",
            "Write transactions in line now",
            ConstGauge::new(waiting),
        );
        let hashing = app.passwords.pool.figures();
        let counters = [
            ("passwords_hashed", "Slow hashes done", hashing.done),
            ("passwords_busy", "Slow hashes refused because too many waited", hashing.refused + hashing.late),
            (
                "passwords_waited_micros",
                "Time slow hashes waited in all, in microseconds",
                hashing.waited_micros,
            ),
        ];
        for (name, help, value) in counters {
            registry.register(name, help, ConstCounter::new(value));
        }
        let records = Family::<Kept, Gauge>::default();
        for (scheme, count) in password_records {
            records.get_or_create(&Kept { scheme }).set(count);
        }
        let help = "Passwords kept by each scheme, counted every ten minutes";
        registry.register("password_records", help, records);
        let mut text = String::new();
        encode(&mut text, &registry).map_err(|cause| Error::fault("writing the metrics", cause))?;
        Ok(text)
    }
}
