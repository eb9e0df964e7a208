//! What all pages share: the frame, the parts they are built from, and the assets they load.

pub mod assets;
pub mod frame;
pub mod parts;
pub mod style_page;
