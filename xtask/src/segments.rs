//! wasm2js writes data segments in base64, which hides from a compressor what repeats. Written as a
//! string with one character a byte, the JavaScript core is some 3 % smaller after brotli.

use crate::tools::Result;

const DECODER: &str = "  function base64DecodeToExistingUint8Array(uint8Array, offset, b64) {";
const CALL: &str = "base64DecodeToExistingUint8Array(bufferView, ";

/// The script with its segments as text. It must be read as UTF-8, as modules always are.
pub fn as_text(script: &str) -> Result<String> {
    let changed = || "wasm2js writes data segments in a new way: see xtask/src/segments.rs".to_owned();
    // its own decoder stays for the minifier to drop, under a name that nothing calls
    let copy = "  function copySegment(memory, at, text) {
    for (var i = 0; i < text.length; i++) memory[at + i] = text.charCodeAt(i);
  }
  function unusedBase64(uint8Array, offset, b64) {";
    let (before, after) = script.split_once(DECODER).ok_or_else(changed)?;
    let script = format!("{before}{copy}{after}");

    let mut pieces = script.split(CALL);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        // 1048576, "YXR0ZW1w…"); …
        let mut parts = piece.splitn(3, '"');
        let (Some(offset), Some(base64), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(changed().into());
        };
        text += &format!("copySegment(bufferView, {offset}\"");
        for byte in bytes(base64).ok_or_else(changed)? {
            match byte {
                b'"' | b'\\' => text.extend(['\\', char::from(byte)]),
                b' '..=b'~' | 0xa0.. => text.push(char::from(byte)),
                _ => text += &format!("\\x{byte:02x}"),
            }
        }
        text.push('"');
        text += rest;
    }
    Ok(text)
}

fn bytes(base64: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(base64.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in base64.trim_end_matches('=').bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_becomes_its_character() {
        let script = format!("{DECODER} }}\n  {CALL}7, \"AP9BIlzkuK0=\");\n");
        let text = as_text(&script).unwrap();
        let expected = "copySegment(bufferView, 7, \"\\x00\u{ff}A\\\"\\\\\u{e4}\u{b8}\u{ad}\");\n";
        assert!(text.ends_with(expected), "{text}");
    }
}
