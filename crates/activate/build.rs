//! Makes typed texts of the message files, as the server does.

#[path = "../server/build/plain.rs"]
mod plain;
#[path = "../server/build/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    text::generate()
}
