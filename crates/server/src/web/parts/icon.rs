//! Icons: drawn on a grid of 20, in the colour of the text beside them.

use maud::{Markup, PreEscaped, Render, html};

/// Defines the icons from one table of names and shapes.
macro_rules! icons {
    ($($name:ident $shapes:literal)*) => {
        /// An icon, always decoration: the words beside it, or the label of its button, say what it means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is named after what it shows")]
        pub enum Icon { $($name),* }

        impl Icon {
            /// All icons, for the style page.
            pub const ALL: &[Self] = &[$(Self::$name),*];
        }

        const SHAPES: &[&str] = &[$($shapes),*];
    };
}

icons! {
    ArrowBack r#"<path d="M12 4.5 6.5 10l5.5 5.5"/>"#
    ArrowNext r#"<path d="M8 4.5 13.5 10 8 15.5"/>"#
    Activity r#"<path d="M2.5 10.5h3.2l2.3-6 4 11 2.3-5h3.2"/>"#
    Bell r#"<path d="M5.5 8.5a4.5 4.5 0 0 1 9 0c0 4 1.5 5 1.5 5H4s1.5-1 1.5-5ZM8.3 16.3a2 2 0 0 0 3.4 0"/>"#
    Camera r#"<path d="M3.5 6.5h3l1.5-2h4l1.5 2h3a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1Z"/><circle cx="10" cy="11" r="3"/>"#
    Check r#"<path d="m4.5 10.5 3.7 3.7 7.3-8.4"/>"#
    ChevronDown r#"<path d="m5.5 8 4.5 4.5L14.5 8"/>"#
    Clock r#"<circle cx="10" cy="10" r="7"/><path d="M10 6v4.2l2.8 1.8"/>"#
    Close r#"<path d="m5.5 5.5 9 9m0-9-9 9"/>"#
    Code r#"<path d="M6.5 6 2.5 10l4 4m7-8 4 4-4 4"/>"#
    Copy r#"<rect x="7" y="7" width="9.5" height="9.5" rx="2"/><path d="M13 4.6a2 2 0 0 0-1.5-1.1h-6a2 2 0 0 0-2 2v6A2 2 0 0 0 4.6 13"/>"#
    Danger r#"<path d="M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7Z"/><path d="M10 6.4v4.2m0 2.9v.1"/>"#
    Desktop r#"<rect x="2.5" y="3.5" width="15" height="10" rx="2"/><path d="M7 16.8h6m-3-3.3v3.3"/>"#
    Devices r#"<path d="M10 14H4a1.5 1.5 0 0 1-1.5-1.5v-7A1.5 1.5 0 0 1 4 4h10a1.5 1.5 0 0 1 1.5 1.5M5 17h5"/><rect x="12.5" y="8" width="5" height="9" rx="1.3"/>"#
    Download r#"<path d="M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13"/>"#
    Empty r#"<path d="M2.8 11 5 4.5A1.5 1.5 0 0 1 6.4 3.5h7.2A1.5 1.5 0 0 1 15 4.5l2.2 6.5v4a1.5 1.5 0 0 1-1.5 1.5H4.3A1.5 1.5 0 0 1 2.8 15ZM2.8 11h4l1 2.2h4.4l1-2.2h4"/>"#
    Eye r#"<path d="M2 10c1.8-3.3 4.6-5 8-5s6.2 1.7 8 5c-1.8 3.3-4.6 5-8 5s-6.2-1.7-8-5Z"/><circle cx="10" cy="10" r="2.4"/>"#
    EyeOff r#"<path d="M4.6 6.7A10 10 0 0 0 2 10c1.8 3.3 4.6 5 8 5 1.4 0 2.7-.3 3.8-.9M8 5.2A9 9 0 0 1 10 5c3.4 0 6.2 1.7 8 5a10 10 0 0 1-1.8 2.4M3.5 3l13 14"/>"#
    Folder r#"<path d="M2.5 15V5.5A1.5 1.5 0 0 1 4 4h3.6l2 2.3H16a1.5 1.5 0 0 1 1.5 1.5V15a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 15Z"/>"#
    Globe r#"<circle cx="10" cy="10" r="7.2"/><path d="M2.8 10h14.4M10 2.8c4 4.3 4 10.1 0 14.4-4-4.3-4-10.1 0-14.4Z"/>"#
    Groups r#"<rect x="2.5" y="3.5" width="6" height="6" rx="1.8"/><rect x="11.5" y="3.5" width="6" height="6" rx="1.8"/><rect x="7" y="11.5" width="6" height="6" rx="1.8"/><path d="M5.5 9.5v1.5m9-1.5v1.5"/>"#
    Home r#"<path d="M3 9.2 10 3l7 6.2M4.8 8v8.5h10.4V8M8.2 16.5V12h3.6v4.5"/>"#
    Info r#"<circle cx="10" cy="10" r="7.2"/><path d="M10 9.4v4m0-6.9v.1"/>"#
    Key r#"<circle cx="6.7" cy="13.3" r="3.7"/><path d="m9.4 10.6 7.1-7.1m-3 3 2.5 2.5M11 9l1.7 1.7"/>"#
    License r#"<path d="M9 13H4.5A1.5 1.5 0 0 1 3 11.5v-7A1.5 1.5 0 0 1 4.5 3h11A1.5 1.5 0 0 1 17 4.5V9M6.2 6.5h7.6M6.2 9.5h3.3"/><circle cx="13.7" cy="12.3" r="2.4"/><path d="m12.3 14.4-.6 3.1 2-1.1 2 1.1-.6-3.1"/>"#
    Lock r#"<rect x="3.8" y="8.8" width="12.4" height="8.2" rx="2"/><path d="M6.5 8.8V6.5a3.5 3.5 0 0 1 7 0v2.3M10 12v2"/>"#
    Logout r#"<path d="M8 3.5H5A1.5 1.5 0 0 0 3.5 5v10A1.5 1.5 0 0 0 5 16.5h3M8 10h9m-3.5-3.5L17 10l-3.5 3.5"/>"#
    Mail r#"<rect x="2.5" y="4.5" width="15" height="11" rx="2"/><path d="m3.5 6.5 6.5 5 6.5-5"/>"#
    Moon r#"<path d="M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z"/>"#
    More r#"<path d="M4.5 10h.1m5.4 0h.1m5.4 0h.1" class="dots"/>"#
    Phone r#"<rect x="5.5" y="2.5" width="9" height="15" rx="2"/><path d="M9.2 14.8h1.6"/>"#
    Plus r#"<path d="M10 4.5v11M4.5 10h11"/>"#
    Refresh r#"<path d="M16.5 8A7 7 0 0 0 4 6.5L3 8m.5 4A7 7 0 0 0 16 13.5l1-1.5M3 4v4h4m10 8v-4h-4"/>"#
    QrCode r#"<path d="M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2v2h-2zM16.5 11.5v2M11.5 16.5h2M16.5 16.5h0"/>"#
    Script r#"<rect x="2.5" y="3.5" width="15" height="13" rx="2"/><path d="m6 8 2.5 2L6 12m4.5.5H14"/>"#
    Search r#"<circle cx="8.8" cy="8.8" r="5.3"/><path d="m12.8 12.8 4 4"/>"#
    Shield r#"<path d="M10 2.5 16.5 5v4.5c0 4-2.7 6.8-6.5 8-3.8-1.2-6.5-4-6.5-8V5Z"/><path d="m7 9.8 2.2 2.2L13 7.8"/>"#
    Sliders r#"<path d="M2.5 6h6m4.5 0h4.5m-15 8h3m4.5 0h7.5"/><circle cx="10.7" cy="6" r="2.2"/><circle cx="7.7" cy="14" r="2.2"/>"#
    SortDown r#"<path d="M10 4v12m-4-4 4 4 4-4"/>"#
    SortUp r#"<path d="M10 16V4M6 8l4-4 4 4"/>"#
    Success r#"<circle cx="10" cy="10" r="7.2"/><path d="m6.7 10.3 2.3 2.3 4.3-5"/>"#
    Sun r#"<circle cx="10" cy="10" r="3.3"/><path d="M10 2v1.5m0 13V18m8-8h-1.5m-13 0H2m13.7-5.7-1.1 1.1m-9.2 9.2-1.1 1.1m11.4 0-1.1-1.1M5.4 5.4 4.3 4.3"/>"#
    Tablet r#"<rect x="3.5" y="2.5" width="13" height="15" rx="2"/><path d="M9 14.8h2"/>"#
    Trash r#"<path d="M3.5 5.5h13M7.5 5.5v-2h5v2m-7.7 0 .7 11h9l.7-11M8.5 8.8v4.5m3-4.5v4.5"/>"#
    User r#"<circle cx="10" cy="6.8" r="3.3"/><path d="M3.8 17c.5-3.3 2.9-5 6.2-5s5.7 1.7 6.2 5"/>"#
    UserFilled r#"<g fill="currentColor"><circle cx="10" cy="6.8" r="3.3"/><path d="M3.8 17c.5-3.3 2.9-5 6.2-5s5.7 1.7 6.2 5Z"/></g>"#
    Users r#"<circle cx="7.5" cy="7" r="2.9"/><path d="M2 16.5c.4-2.9 2.5-4.4 5.5-4.4s5.1 1.5 5.5 4.4M13 4.2a2.9 2.9 0 0 1 0 5.6M14.5 12.4c2 .6 3.2 2 3.5 4.1"/>"#
    Warning r#"<path d="M8.7 3.7 2.3 14.9a1.5 1.5 0 0 0 1.3 2.2h12.8a1.5 1.5 0 0 0 1.3-2.2L11.3 3.7a1.5 1.5 0 0 0-2.6 0Z"/><path d="M10 8v3.7m0 2.5v.1"/>"#
}

impl Icon {
    /// Whether it points along the line of text, and so turns round in a right-to-left language.
    const fn is_directional(self) -> bool {
        matches!(self, Self::ArrowBack | Self::ArrowNext | Self::Logout)
    }
}

impl Render for Icon {
    fn render(&self) -> Markup {
        let shapes = SHAPES.get(*self as usize).copied().unwrap_or_default();
        html! {
            svg.icon.flip[self.is_directional()] width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" {
                (PreEscaped(shapes))
            }
        }
    }
}
