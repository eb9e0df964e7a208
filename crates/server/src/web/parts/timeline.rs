//! What happened, newest first: audit events, the history of an activation.

use super::{Icon, Moment, Tone};
use maud::{Markup, Render, html};

/// One thing that happened.
#[must_use]
pub struct Event<'a> {
    title: Markup,
    at: Moment<'a>,
    tone: Tone,
    icon: Option<Icon>,
    detail: Option<Markup>,
}

/// Something that happened `at` a moment.
pub fn event(title: impl Render, at: Moment<'_>) -> Event<'_> {
    Event { title: title.render(), at, tone: Tone::Plain, icon: None, detail: None }
}

impl Event<'_> {
    /// What its colour means.
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// A picture of what happened.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// More about it: who, from where, what changed.
    pub fn detail(self, detail: impl Render) -> Self {
        Self { detail: Some(detail.render()), ..self }
    }
}

/// A list of events.
#[must_use]
pub struct Timeline<'a> {
    events: Vec<Event<'a>>,
}

/// An empty list of events.
pub fn timeline<'a>() -> Timeline<'a> {
    Timeline { events: Vec::new() }
}

impl<'a> Timeline<'a> {
    /// One more event.
    pub fn event(mut self, event: Event<'a>) -> Self {
        self.events.push(event);
        self
    }
}

impl Render for Timeline<'_> {
    fn render(&self) -> Markup {
        html! {
            ol.timeline {
                @for event in &self.events {
                    li.(event.tone.class()) {
                        span.mark { (event.icon.unwrap_or(event.tone.icon())) }
                        div {
                            p.title { (event.title) }
                            @if let Some(detail) = &event.detail { div.detail { (detail) } }
                        }
                        (event.at)
                    }
                }
            }
        }
    }
}
