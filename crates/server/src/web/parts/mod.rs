//! The parts every page is built from, one file each. A part holds no words of its own: they are
//! handed in, already in the reader's language. Each part is a builder that maud can render.

mod avatar;
mod badge;
mod button;
mod checkbox;
mod chips;
mod code_block;
mod confirmation;
mod control;
mod copy_field;
mod definitions;
mod device;
mod empty;
mod field;
mod form;
mod icon;
mod mark;
mod menu;
mod meter;
mod moment;
mod notice;
mod page_header;
mod pager;
mod panel;
mod policy;
mod progress;
mod qr;
mod said;
mod search;
mod select;
mod stepper;
mod table;
mod tabs;
mod timeline;
mod toast;

pub use avatar::{Avatar, avatar};
pub use badge::{Badge, badge};
pub use button::{Button, LinkButton, button, link_button};
pub use checkbox::{Checkbox, checkbox, switch};
pub use chips::{Chips, chips};
pub use code_block::{CodeBlock, code_block};
pub use confirmation::{Confirmation, confirmation};
pub use control::field_id;
pub use copy_field::{CopyField, CopyWords, copy_field};
pub use definitions::{Definitions, definitions};
pub use device::{Device, DeviceIcon, device_icon};
pub use empty::{Empty, empty};
pub use field::{Field, field};
pub use form::{Confirm, Form, Hidden, Problem, form, hidden};
pub use icon::Icon;
pub use mark::{Mark, mark};
pub use menu::{Menu, menu};
pub use meter::{Meter, meter};
pub use moment::{Moment, moment};
pub use notice::{Notice, notice};
pub use page_header::{PageHeader, page_header};
pub use pager::{Pager, pager};
pub use panel::{Panel, panel};
pub use policy::{Policy, Rule, policy};
pub use progress::{Progress, progress};
pub use qr::{Qr, qr};
pub use said::{Said, said};
pub use search::{Search, search};
pub use select::{Select, select};
pub use stepper::{Stepper, stepper};
pub use table::{Column, Sort, Table, column, table};
pub use tabs::{Tabs, tabs};
pub use timeline::{Event, Timeline, event, timeline};
pub use toast::{Toast, toast};

use std::borrow::Cow;

/// Words for people: a `&str`, a `String` or a `Cow<str>`, already in the reader's language.
pub type Words<'a> = Cow<'a, str>;

/// What a part's colour means. Colour never says it alone: the words or an icon say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Good to know.
    Info,
    /// It worked, or all is well.
    Success,
    /// Needs attention soon.
    Warning,
    /// Failed, or destroys something.
    Danger,
}

impl Tone {
    /// The CSS class that sets the tone's colours.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Plain => "tone-plain",
            Self::Info => "tone-info",
            Self::Success => "tone-success",
            Self::Warning => "tone-warning",
            Self::Danger => "tone-danger",
        }
    }

    /// The icon that says the same as the colour.
    pub(super) const fn icon(self) -> Icon {
        match self {
            Self::Plain | Self::Info => Icon::Info,
            Self::Success => Icon::Success,
            Self::Warning => Icon::Warning,
            Self::Danger => Icon::Danger,
        }
    }
}
