//! Where code lies in the program. The system reads a program in blocks of 64 KiB, and a function that runs once at the
//! start brings its whole block into memory for good. What every start goes through therefore lies together; elsewhere it
//! would be spread over the whole program (decision 0043).

use std::{env, error::Error, fmt::Write as _, fs};

/// Which functions a start runs, a name a line, without the hash that compilers append. `cargo xtask start-order` writes
/// it; a name that no longer fits costs memory and nothing else.
const ORDER: &str = "build/start_order.txt";
/// Set while the order is found: then the program is linked without one.
const OFF: &str = "SEATWARDEN_NO_START_ORDER";

/// Tells the linker of a release for Linux.
pub(crate) fn tell_linker() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={ORDER}");
    println!("cargo::rerun-if-env-changed={OFF}");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|it| it == value);
    if !is("CARGO_CFG_TARGET_OS", "linux") || !is("PROFILE", "release") || env::var_os(OFF).is_some() {
        return Ok(());
    }
    let path = format!("{}/start.ld", env::var("OUT_DIR")?);
    fs::write(&path, script(&fs::read_to_string(ORDER)?)?)?;
    println!("cargo::rustc-link-arg-bin=seatwarden=-Wl,-T,{path}");
    Ok(())
}

fn script(order: &str) -> Result<String, std::fmt::Error> {
    let mut script = String::from("SECTIONS\n{\n  .text.start :\n  {\n");
    for name in order.lines() {
        // Code that the compiler takes for seldom reached has sections of its own.
        for section in ["text", "text.unlikely"] {
            if name.starts_with("_ZN") {
                writeln!(script, "    *(.{section}.{name}17h*)")?;
            } else {
                writeln!(script, "    *(.{section}.{name} .{section}.{name}.*)")?;
            }
        }
    }
    script.push_str("  }\n}\nINSERT BEFORE .text;\n");
    Ok(script)
}
