//! The kind of device a session runs on.

use super::{Icon, Words};
use maud::{Markup, Render, html};

/// A kind of device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A computer with a window system, and whatever cannot be told.
    Desktop,
    /// A phone.
    Phone,
    /// A tablet.
    Tablet,
    /// A program that calls the API.
    Script,
}

/// A device's icon in a tile, with its name for screen readers.
#[must_use]
pub struct DeviceIcon<'a> {
    device: Device,
    label: Words<'a>,
}

/// The icon of `device`; `label` is its kind in words.
pub fn device_icon<'a>(device: Device, label: impl Into<Words<'a>>) -> DeviceIcon<'a> {
    DeviceIcon { device, label: label.into() }
}

impl Render for DeviceIcon<'_> {
    fn render(&self) -> Markup {
        let icon = match self.device {
            Device::Desktop => Icon::Desktop,
            Device::Phone => Icon::Phone,
            Device::Tablet => Icon::Tablet,
            Device::Script => Icon::Script,
        };
        html! { span.device title=(self.label) { (icon) span.for-readers { (self.label) } } }
    }
}
