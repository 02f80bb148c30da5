//! Reads JSON text into a tree.
//!
//! Our own reader, for two reasons. It keeps what a general one loses: the order of keys and their
//! repetition, and the decimals a number is written with. And it is small: it reads the numbers that
//! published figures have (up to 15 digits) exactly with one multiplication or division, and refuses the
//! rest, where a general reader carries big-number arithmetic (measured: 38 KB of wasm, 13 KB compressed).

/// Any JSON value. Keys may repeat.
#[derive(Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// A number and the decimals it is written with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// The nearest double; NaN where the number has more than 15 digits or is beyond 10^±22.
    pub(super) value: f64,
    /// Digits after the point.
    pub(super) decimals: u8,
}

/// Where the text stops being JSON: line and column in bytes, both from 1.
#[derive(Debug, PartialEq)]
pub(super) struct SyntaxError {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// Nesting beyond this is refused; the format needs five.
const DEEPEST: usize = 64;

/// Reads one JSON value and nothing after it (RFC 8259).
pub(super) fn read(text: &str) -> Result<Json, SyntaxError> {
    let mut reader = Reader { text, at: 0 };
    let tree = reader.value(0).filter(|_| {
        reader.space();
        reader.at == text.len()
    });
    tree.ok_or_else(|| {
        let before = text.as_bytes().get(..reader.at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count();
        SyntaxError { line: line + 1, column: column + 1 }
    })
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Steps over a byte if it is the next one.
    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > DEEPEST {
            return None;
        }
        self.space();
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.string().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number().map(Json::Number),
            _ => {
                let words = [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
                let (word, value) =
                    words.into_iter().find(|(word, _)| self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)))?;
                self.at += word.len();
                Some(value)
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut fields = Vec::new();
        self.at += 1;
        self.space();
        if self.take(b'}') {
            return Some(Json::Object(fields));
        }
        loop {
            self.space();
            let key = (self.peek() == Some(b'"')).then(|| self.string())??;
            self.space();
            self.take(b':').then_some(())?;
            fields.push((key, self.value(depth + 1)?));
            self.space();
            if self.take(b'}') {
                return Some(Json::Object(fields));
            }
            self.take(b',').then_some(())?;
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        let mut items = Vec::new();
        self.at += 1;
        self.space();
        if self.take(b']') {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.take(b']') {
                return Some(Json::List(items));
            }
            self.take(b',').then_some(())?;
        }
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | ..0x20) {
                self.at += 1;
            }
            out.push_str(self.text.get(start..self.at)?);
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(out);
                }
                b'\\' => {
                    self.at += 1;
                    out.push(self.escape()?);
                }
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hex()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                // the second half of a surrogate pair must follow
                (self.take(b'\\') && self.take(b'u')).then_some(())?;
                let second = self.hex().filter(|second| (0xdc00..0xe000).contains(second))?;
                return char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            _ => return None,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let mut value = 0;
        for _ in 0..4 {
            value = value * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(value)
    }

    fn number(&mut self) -> Option<Number> {
        let negative = self.take(b'-');
        let (mut digits, mut seen, mut exponent) = (0u64, 0u32, 0i32);
        let mut digit = |reader: &mut Self| -> bool {
            let Some(byte @ b'0'..=b'9') = reader.peek() else { return false };
            reader.at += 1;
            if seen > 0 || byte != b'0' {
                seen = seen.saturating_add(1);
            }
            digits = digits.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
            true
        };
        let leading_zero = self.peek() == Some(b'0');
        digit(self).then_some(())?;
        while digit(self) {
            (!leading_zero).then_some(())?;
        }
        let mut decimals = 0i32;
        if self.take(b'.') {
            digit(self).then_some(())?;
            decimals = 1;
            while digit(self) {
                decimals = decimals.saturating_add(1);
            }
        }
        if self.take(b'e') || self.take(b'E') {
            let down = self.take(b'-');
            if !down {
                self.take(b'+');
            }
            matches!(self.peek(), Some(b'0'..=b'9')).then_some(())?;
            while let Some(byte @ b'0'..=b'9') = self.peek() {
                self.at += 1;
                exponent = exponent.saturating_mul(10).saturating_add(i32::from(byte - b'0'));
            }
            if down {
                exponent = -exponent;
            }
        }
        let power = exponent.saturating_sub(decimals);
        let magnitude = if digits == 0 { 0.0 } else { scaled(digits, seen, power) };
        let value = if negative { -magnitude } else { magnitude };
        Some(Number { value, decimals: decimals.saturating_sub(exponent).clamp(0, 255) as u8 })
    }
}

/// digits × 10^power, exact to the last bit: both are exact doubles, and one operation rounds once.
fn scaled(digits: u64, seen: u32, power: i32) -> f64 {
    if seen > 15 || !(-22..=22).contains(&power) {
        return f64::NAN;
    }
    let ten = (0..power.unsigned_abs()).fold(1.0, |ten, _| ten * 10.0);
    if power < 0 { digits as f64 / ten } else { digits as f64 * ten }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: Option<Json>) {
        assert_eq!(read(text).ok(), expect, "{text}");
    }

    fn number(value: f64, decimals: u8) -> Option<Json> {
        Some(Json::Number(Number { value, decimals }))
    }

    #[test]
    fn values() {
        check(" null ", Some(Json::Null));
        check("[true,false]", Some(Json::List(vec![Json::Bool(true), Json::Bool(false)])));
        check("{}", Some(Json::Object(vec![])));
        check(
            r#"{"a":1,"a":[]}"#,
            Some(Json::Object(vec![("a".into(), Json::Number(Number { value: 1.0, decimals: 0 })), ("a".into(), Json::List(vec![]))])),
        );
        check(r#""\u6dee\n\ud83d\ude00\/""#, Some(Json::Text("淮\n😀/".into())));
    }

    #[test]
    fn numbers_are_nearest_and_keep_their_decimals() {
        check("31.69", number(31.69, 2));
        check("8.20", number(8.2, 2));
        check("-0", number(-0.0, 0));
        check("0.1", number(0.1, 1));
        check("1e3", number(1000.0, 0));
        check("2.5E-3", number(0.0025, 4));
        check("204181.23", number(204_181.23, 2));
        for odd in ["1e400", "1e-400", "12345678901234567890", "0.1234567890123456"] {
            assert!(matches!(read(odd), Ok(Json::Number(Number { value, .. })) if value.is_nan()), "{odd}");
        }
    }

    #[test]
    fn refused_with_its_place() {
        for bad in [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "01",
            "1.",
            "+1",
            ".5",
            "nul",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\t\"",
            "[1] 2",
            "{a:1}",
            "'a'",
            "NaN",
            "1e",
            "-",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert_eq!(read("{\n  \"a\": x}"), Err(SyntaxError { line: 2, column: 8 }));
        assert!(read(&"[".repeat(100_000)).is_err());
    }

    proptest! {
        #[test]
        fn agrees_with_a_general_reader(text in "[\\[\\]{}:,\"0-9a-z\\\\. eE+-]{0,40}|\\PC{0,40}|-?[0-9]{1,7}(\\.[0-9]{1,7})?([eE][+-]?[0-9]{1,1})?") {
            let general = serde_json::from_str::<serde_json::Value>(&text);
            let own = read(&text);
            if let (Ok(Json::Number(number)), Ok(general)) = (&own, &general) && !number.value.is_nan() {
                prop_assert_eq!(number.value, general.as_f64().unwrap());
            }
            // a general reader refuses numbers beyond a double; ours marks them
            prop_assert!(own.is_ok() == general.is_ok() || own.is_ok() && text.to_lowercase().contains('e'), "{}", text);
        }
    }
}
