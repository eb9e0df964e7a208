//! What is made before the server is compiled: typed texts, and the assets it carries inside itself. And how it is put
//! together afterwards.

#[path = "build/assets.rs"]
mod assets;
#[path = "build/order.rs"]
mod order;
#[path = "build/plain.rs"]
mod plain;
#[path = "build/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    text::generate()?;
    assets::generate()?;
    order::tell_linker()
}
