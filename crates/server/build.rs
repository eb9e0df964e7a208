//! What is made before the server is compiled.

#[path = "build/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    text::generate()
}
