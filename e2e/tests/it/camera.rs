//! A customer holds the code of a machine without a network in front of the camera, in a real browser.

use std::path::Path;

use seatwarden_e2e::{
    browser::{Driver, Hand},
    database::Engine,
    demo::Demo,
    eventually,
};

use super::activations;

/// The camera's picture, in dots of its own.
const WIDTH: usize = 640;
const HEIGHT: usize = 480;
/// How many of them a module of the code has on each side.
const MODULE: usize = 4;

#[tokio::test]
async fn the_camera_reads_what_a_machine_without_a_network_asks_for() {
    let demo = Demo::start(Engine::Sqlite).await;
    let driver = Driver::start().await;
    let request = activations::request(9, 9);
    let folder = tempfile::tempdir().unwrap();
    let film = folder.path().join("code.y4m");
    write_film(&film, &request);
    let portal = &demo.ready().portal;
    let browser = driver.open_with_camera(&demo.ready().vendor_url, Hand::Pointer, &film).await;
    browser.visit("/login").await;
    browser.fill("[name=username]", &portal.email).await;
    browser.fill("[name=password]", &portal.password).await;
    browser.press("form[action='/login'] button:not([type=button])").await;
    browser.arrive("/portal").await;

    browser.visit("/portal/offline?package=ACME-PROD").await;
    browser.press("[data-scan-start]").await;
    let read = eventually("the camera to read the code", async || {
        Some(browser.value("[name=text]").await).filter(|text| !text.is_empty())
    })
    .await;
    assert_eq!(read, request);
    eventually("the camera to be off", async || (!browser.shows("[data-scan] video").await).then_some(()))
        .await;
    browser.press("form[action='/portal/offline'] button.primary").await;

    browser.find(".qr").await;
    let answer = browser.words().await;
    assert!(answer.contains("BEGIN SEATWARDEN LICENSE"), "{answer}");
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    browser.close().await;
}

/// A film that shows nothing but the code of a text, as browsers take it in place of a camera (YUV4MPEG2).
fn write_film(path: &Path, text: &str) {
    let drawn = seatwarden_activate::qr_text(text).unwrap();
    let mut shades = vec![200_u8; WIDTH * HEIGHT];
    // Half a line of a terminal is a row of the code, and what a dark terminal leaves dark is dark.
    for (line, letters) in drawn.lines().enumerate() {
        for (column, letter) in letters.chars().enumerate() {
            for (row, is_dark) in [
                (2 * line, matches!(letter, ' ' | '\u{2584}')),
                (2 * line + 1, matches!(letter, ' ' | '\u{2580}')),
            ] {
                for dot in 0..MODULE * MODULE {
                    let (down, along) = (row * MODULE + dot / MODULE, column * MODULE + dot % MODULE);
                    let at = (down + 20) * WIDTH + along + 80;
                    if down + 20 < HEIGHT && along + 80 < WIDTH {
                        shades[at] = if is_dark { 16 } else { 235 };
                    }
                }
            }
        }
    }
    let mut film = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n").into_bytes();
    for _ in 0..5 {
        film.extend_from_slice(b"FRAME\n");
        film.extend_from_slice(&shades);
        // No colours.
        film.resize(film.len() + WIDTH * HEIGHT / 2, 128);
    }
    std::fs::write(path, film).unwrap();
}
