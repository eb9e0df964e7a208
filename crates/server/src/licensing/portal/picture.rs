//! The QR code in a picture that somebody uploads: PNG, JPEG, or the SVG that the activation application draws
//! (decision 0036).

use std::{io::Cursor, sync::Arc};

use seatwarden_base::{Kind, Refusal, Result};
use tokio::sync::Semaphore;
use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

/// There is no code in the picture, or it cannot be read; value `maximum` is the most dots that a picture may have.
pub(super) const NO_CODE: Refusal = Refusal::new(Kind::Invalid, "portal.no_code").on("file");

/// The largest picture, in dots: that of a telephone's camera.
const DOTS_MAX: usize = 16_000_000;
/// The widest and highest picture.
const SIDE_MAX: usize = 8_192;
/// How many millions of dots the largest picture has, to be told.
const TOLD_MAX: i64 = 16;
/// How many dots of a drawn code's side become one: the reader wants some around each corner.
const SCALE: usize = 4;
/// The widest code that is drawn, with its margin.
const DRAWN_MAX: usize = 250;
/// One picture is read at a time: it takes as many bytes as it has dots, and some.
static READING: Semaphore = Semaphore::const_new(1);

/// A picture without colours.
struct Gray {
    width: usize,
    height: usize,
    dots: Vec<u8>,
}

/// Whether a file is a picture, of a kind that is read here or of another: no text is looked for in it.
pub fn is_picture(bytes: &[u8]) -> bool {
    is_png(bytes) || is_jpeg(bytes) || is_svg(bytes) || is_of_another_kind(bytes)
}

/// GIF, WebP, TIFF, HEIC and AVIF: in these no code is found.
fn is_of_another_kind(bytes: &[u8]) -> bool {
    let begins = [b"GIF87a".as_slice(), b"GIF89a", b"II*\0", b"MM\0*"];
    let names = |at: usize, name: &[u8; 4]| bytes.get(at..at + 4) == Some(name);
    begins.iter().any(|begin| bytes.starts_with(begin))
        || (names(0, b"RIFF") && names(8, b"WEBP"))
        || names(4, b"ftyp")
}

fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
}

fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xd8, 0xff])
}

fn is_svg(bytes: &[u8]) -> bool {
    let begin = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    String::from_utf8_lossy(begin).contains("<svg")
}

/// What the code in a picture says; beside the runtime, because it takes long. Refuses with `portal.no_code`.
pub(super) async fn read(bytes: Arc<[u8]>) -> Result<String> {
    let Ok(_turn) = READING.acquire().await else { return Err(no_code().into()) };
    Ok(read_in_turn(bytes).await.ok_or_else(no_code)?)
}

/// The same if no other picture is read at this moment; none if there is one, or no code.
pub(super) async fn read_if_idle(bytes: Arc<[u8]>) -> Option<String> {
    let _turn = READING.try_acquire().ok()?;
    read_in_turn(bytes).await
}

async fn read_in_turn(bytes: Arc<[u8]>) -> Option<String> {
    // What a reader of pictures stumbles over is no code.
    tokio::task::spawn_blocking(move || code_in(&bytes)).await.ok().flatten()
}

/// The refusal of a picture.
pub(super) fn no_code() -> Refusal {
    NO_CODE.with("maximum", TOLD_MAX)
}

/// What the code in a picture says; none if there is none, or the picture is too large or broken.
pub fn code_in(bytes: &[u8]) -> Option<String> {
    let gray = if is_png(bytes) {
        png(bytes)?
    } else if is_jpeg(bytes) {
        jpeg(bytes)?
    } else if is_svg(bytes) {
        svg(bytes)?
    } else {
        return None;
    };
    let dot = |x: usize, y: usize| gray.dots.get(y * gray.width + x).copied().unwrap_or(u8::MAX);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(gray.width, gray.height, dot);
    picture.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
}

fn fits(width: usize, height: usize) -> bool {
    (1..=SIDE_MAX).contains(&width) && (1..=SIDE_MAX).contains(&height) && width * height <= DOTS_MAX
}

fn png(bytes: &[u8]) -> Option<Gray> {
    let limits = png::Limits { bytes: 5 * DOTS_MAX };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width, reader.info().height);
    let (width, height) = (usize::try_from(width).ok()?, usize::try_from(height).ok()?);
    let size = reader.output_buffer_size().filter(|size| fits(width, height) && *size <= 4 * DOTS_MAX)?;
    let mut buffer = vec![0; size];
    let frame = reader.next_frame(&mut buffer).ok()?;
    let samples = frame.color_type.samples();
    let dots = buffer.chunks_exact(samples).take(width * height).map(shade).collect();
    Some(Gray { width, height, dots })
}

/// How bright a dot is: what can be seen through is white.
fn shade(dot: &[u8]) -> u8 {
    let light = |red: u8, green: u8, blue: u8| {
        let sum = 2 * u32::from(red) + 5 * u32::from(green) + u32::from(blue);
        u8::try_from(sum / 8).unwrap_or(u8::MAX)
    };
    match dot {
        [_, alpha] | [_, _, _, alpha] if *alpha < 128 => u8::MAX,
        [gray] | [gray, _] => *gray,
        [red, green, blue, ..] => light(*red, *green, *blue),
        [] => u8::MAX,
    }
}

fn jpeg(bytes: &[u8]) -> Option<Gray> {
    let options = DecoderOptions::default()
        .set_max_width(SIDE_MAX)
        .set_max_height(SIDE_MAX)
        .jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    if !fits(width, height) {
        return None;
    }
    let dots = decoder.decode().ok()?;
    (dots.len() == width * height).then_some(Gray { width, height, dots })
}

/// The drawings of our own programs: a square of squares, one for each dark dot.
fn svg(bytes: &[u8]) -> Option<Gray> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (_, rest) = text.split_once("viewBox=\"0 0 ")?;
    let side: usize = rest.split(' ').next()?.parse().ok().filter(|side| (1..=DRAWN_MAX).contains(side))?;
    let (_, rest) = text.split_once("<path d=\"")?;
    let (path, _) = rest.split_once('"')?;
    let width = side * SCALE;
    let mut dots = vec![u8::MAX; width * width];
    for dot in path.split('M').filter(|dot| !dot.is_empty()) {
        let (column, row) = dot.strip_suffix("h1v1h-1z")?.split_once(' ')?;
        let (column, row): (usize, usize) = (column.parse().ok()?, row.parse().ok()?);
        if column >= side || row >= side {
            return None;
        }
        for line in row * SCALE..(row + 1) * SCALE {
            dots.get_mut(line * width + column * SCALE..line * width + (column + 1) * SCALE)?.fill(0);
        }
    }
    Some(Gray { width, height: width, dots })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_other_kinds_are_pictures_without_a_code() {
        let webp = [b"RIFF\x10\0\0\0WEBPVP8 ".as_slice(), &[0; 40]].concat();
        let heic = [b"\0\0\0\x18ftypheic".as_slice(), &[0; 40]].concat();
        for picture in [b"GIF89a\x01\0\x01\0".as_slice(), &webp, &heic] {
            assert!(is_picture(picture) && code_in(picture).is_none());
        }
        assert!(!is_picture(b"-----BEGIN SEATWARDEN REQUEST-----"));
    }

    /// What a machine asks has about so many characters.
    fn request() -> String {
        "eyJhbGciOiJFZERTQSJ9.".repeat(36)
    }

    /// A picture of a code in a format that is no drawing.
    fn png_of(gray: &Gray, is_coloured: bool) -> Vec<u8> {
        let mut bytes = Vec::new();
        let (width, height) = (u32::try_from(gray.width).unwrap(), u32::try_from(gray.height).unwrap());
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_depth(png::BitDepth::Eight);
        let dots = if is_coloured {
            encoder.set_color(png::ColorType::Rgba);
            gray.dots.iter().flat_map(|dot| [*dot, *dot, *dot, 255]).collect()
        } else {
            encoder.set_color(png::ColorType::Grayscale);
            gray.dots.clone()
        };
        encoder.write_header().unwrap().write_image_data(&dots).unwrap();
        bytes
    }

    #[test]
    fn the_code_of_a_request_is_read_from_a_drawing_and_from_a_picture() {
        let text = request();
        let drawn = seatwarden_activate::qr_svg(&text).unwrap();
        assert_eq!(code_in(drawn.as_bytes()).as_deref(), Some(text.as_str()));

        let gray = svg(drawn.as_bytes()).unwrap();
        for is_coloured in [false, true] {
            let picture = png_of(&gray, is_coloured);
            assert!(is_picture(&picture));
            assert_eq!(code_in(&picture).as_deref(), Some(text.as_str()));
            assert_eq!(code_in(&picture[..picture.len() / 2]), None);
        }
    }

    #[test]
    fn pictures_without_a_code_or_too_large_are_refused() {
        let white = |width, height| Gray { width, height, dots: vec![255; width * height] };
        assert_eq!(code_in(&png_of(&white(64, 64), false)), None);
        assert_eq!(code_in(&png_of(&white(SIDE_MAX + 1, 1), false)), None);
        let large = "<svg viewBox=\"0 0 9999 9999\"><path d=\"M0 0h1v1h-1z\"/></svg>";
        for broken in [large, "<svg viewBox=\"0 0 9 9\"><path d=\"M10 0h1v1h-1z\"/></svg>", "<svg>", ""] {
            assert_eq!(code_in(broken.as_bytes()), None, "{broken}");
        }
        assert_eq!(code_in(b"\xff\xd8\xff\xe0"), None);
        assert!(!is_picture(b"-----BEGIN SEATWARDEN REQUEST-----"));
    }
}
