//! What is made before the server is compiled: typed texts, and the assets it carries inside itself. And how it is put
//! together afterwards.

#[path = "build/assets.rs"]
mod assets;
#[path = "build/plain.rs"]
mod plain;
#[path = "build/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    text::generate()?;
    assets::generate()?;
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|it| it == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("PROFILE", "release") {
        let order = format!("{}/build/start.ld", std::env::var("CARGO_MANIFEST_DIR")?);
        println!("cargo::rerun-if-changed={order}");
        println!("cargo::rustc-link-arg-bin=seatwarden=-Wl,-T,{order}");
    }
    Ok(())
}
