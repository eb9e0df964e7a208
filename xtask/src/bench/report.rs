//! The figures, their promises, and how both are shown.

use std::fmt::Write;

use serde::Serialize;

use crate::Result;

/// What the product promises of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Promise {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

impl Promise {
    fn is_kept(self, value: f64) -> bool {
        match self {
            Self::AtMost(limit) => value <= limit,
            Self::AtLeast(limit) => value >= limit,
        }
    }
}

#[derive(Debug, Serialize)]
struct Figure {
    topic: String,
    name: String,
    value: f64,
    unit: &'static str,
    promise: Option<Promise>,
    kept: Option<bool>,
}

#[derive(Debug, Serialize)]
struct Trouble {
    topic: String,
    what: String,
}

/// All figures of a run.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    figures: Vec<Figure>,
    troubles: Vec<Trouble>,
    #[serde(skip)]
    topic: String,
}

impl Report {
    /// Figures from now on belong to this topic.
    pub(super) fn topic(&mut self, topic: &str) {
        topic.clone_into(&mut self.topic);
    }

    /// A figure that is only told.
    pub(super) fn tell(&mut self, name: &str, value: f64, unit: &'static str) {
        self.add(name, value, unit, None);
    }

    /// A figure with a promise.
    pub(super) fn check(&mut self, name: &str, value: f64, unit: &'static str, promise: Promise) {
        self.add(name, value, unit, Some(promise));
    }

    fn add(&mut self, name: &str, value: f64, unit: &'static str, promise: Option<Promise>) {
        let kept = promise.map(|promise| promise.is_kept(value));
        self.figures.push(Figure {
            topic: self.topic.clone(),
            name: name.to_owned(),
            value,
            unit,
            promise,
            kept,
        });
    }

    /// A measurement could not be finished; counts as a broken promise.
    pub(super) fn broke_off(&mut self, what: &str) {
        self.troubles.push(Trouble { topic: self.topic.clone(), what: what.to_owned() });
    }

    /// Whether everything was measured and every promise holds.
    pub(super) fn is_kept(&self) -> bool {
        self.troubles.is_empty() && self.figures.iter().all(|figure| figure.kept != Some(false))
    }

    /// The figures for a terminal.
    pub(super) fn table(&self) -> String {
        let mut table = String::new();
        for figure in &self.figures {
            let promise = match figure.promise {
                None => String::new(),
                Some(Promise::AtMost(limit)) => format!("at most {limit}"),
                Some(Promise::AtLeast(limit)) => format!("at least {limit}"),
            };
            let verdict = match figure.kept {
                None => "",
                Some(true) => "kept",
                Some(false) => "BROKEN",
            };
            let Figure { topic, name, value, unit, .. } = figure;
            // Writing into memory cannot fail.
            let _ = writeln!(table, "{topic:<16} {name:<46} {value:>12.3} {unit:<6} {promise:<16} {verdict}");
        }
        for Trouble { topic, what } in &self.troubles {
            let _ = writeln!(table, "{topic:<16} BROKE OFF: {what}");
        }
        table
    }

    /// The figures for a program.
    pub(super) fn json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)?)
    }
}

/// A count as a figure.
#[expect(clippy::cast_precision_loss, reason = "nothing here is counted to 2^53")]
pub(super) const fn real(count: usize) -> f64 {
    count as f64
}

/// The middle one; 0 of nothing.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match (values.len(), values.len() / 2) {
        (0, _) => 0.0,
        (length, middle) if length % 2 == 1 => values[middle],
        (_, middle) => f64::midpoint(values[middle - 1], values[middle]),
    }
}

/// The value that `percent` of a hundred do not exceed; 0 of nothing. Sorts.
pub(super) fn percentile(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let rank = (values.len() * percent).div_ceil(100).max(1);
    values.get(rank - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_broken_promise_breaks_the_run() {
        let mut report = Report::default();
        report.check("fast", 1.0, "ms", Promise::AtMost(1.0));
        report.tell("told", 100.0, "ms");
        assert!(report.is_kept());

        report.check("many", 0.5, "", Promise::AtLeast(0.6));
        assert!(!report.is_kept());
        assert!(report.table().contains("BROKEN"));
    }

    #[test]
    fn what_could_not_be_measured_breaks_the_run() {
        let mut report = Report::default();
        report.broke_off("the server did not start");

        assert!(!report.is_kept());
    }

    #[test]
    fn middle_and_percentiles_are_what_they_say() {
        let mut hundred: Vec<f64> = (1..=100).rev().map(f64::from).collect();

        assert!((median(vec![3.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
        assert!((median(vec![4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < 1e-9);
        assert!((percentile(&mut hundred, 99) - 99.0).abs() < 1e-9);
        assert!((percentile(&mut hundred, 50) - 50.0).abs() < 1e-9);
        assert!(percentile(&mut [], 50).abs() < 1e-9);
    }
}
