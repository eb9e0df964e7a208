//! What the fuzz targets may see of this room.

use std::{io, pin::pin};

use futures_util::FutureExt as _;
use tokio::io::AsyncReadExt as _;

use super::lines::Lines;

/// Reads bytes from a line-wise connection, at most `room` of them at a time; what each read gave. The
/// promise: together they are the bytes, and none goes on behind the end of a line.
pub fn pieces(bytes: &[u8], room: usize) -> io::Result<Vec<Vec<u8>>> {
    let mut lines = pin!(Lines::new(bytes));
    let mut pieces = Vec::new();
    let mut buffer = vec![0; room.max(1)];
    loop {
        // Bytes in memory are always at hand.
        let count = lines.read(&mut buffer).now_or_never().unwrap_or(Ok(0))?;
        if count == 0 {
            return Ok(pieces);
        }
        pieces.push(buffer[..count].to_vec());
    }
}
