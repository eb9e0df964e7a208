//! Makes what the server carries inside itself.

#[path = "build/assets.rs"]
mod assets;

fn main() -> std::io::Result<()> {
    assets::generate()
}
