//! Reads JSON text into a tree.
//!
//! Our own reader, for two reasons. It keeps what a general one loses: the order of keys and their
//! repetition, and the decimals a number is written with. And it is small: it reads the numbers that
//! published figures have (up to 15 digits) exactly with one multiplication or division, and refuses the
//! rest, where a general reader carries big-number arithmetic (measured: 38 KB of wasm, 13 KB compressed).

use core::ops::Range;
use std::borrow::Cow;

/// Any JSON value of a [`Tree`].
#[derive(Clone, Copy)]
pub(super) enum Json<'j> {
    Null,
    Bool(bool),
    Number(Number),
    Text(&'j str),
    List(Items<'j>),
    /// Keys and values in turn. Keys may repeat.
    Object(Items<'j>),
}

/// The values of a list, one after the other.
#[derive(Clone, Copy)]
pub(super) struct Items<'j>(&'j [Node<'j>]);

impl Items<'_> {
    /// None at all.
    pub(super) const NONE: Items<'static> = Items(&[]);

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl<'j> Iterator for Items<'j> {
    type Item = Json<'j>;

    fn next(&mut self) -> Option<Json<'j>> {
        let (node, rest) = self.0.split_first()?;
        let (json, size) = match node {
            Node::Null => (Json::Null, 0),
            Node::Bool(value) => (Json::Bool(*value), 0),
            Node::Number(number) => (Json::Number(*number), 0),
            Node::Text(text) => (Json::Text(text), 0),
            Node::List(size) => (Json::List(Items(rest.get(..*size)?)), *size),
            Node::Object(size) => (Json::Object(Items(rest.get(..*size)?)), *size),
        };
        self.0 = rest.get(size..)?;
        Some(json)
    }
}

/// A value read. What a list or an object holds comes after it: so many nodes, keys and what is inside counted too.
/// One run of memory for all, since a large dataset has millions.
#[derive(Debug, PartialEq)]
enum Node<'t> {
    Null,
    Bool(bool),
    Number(Number),
    /// As it stands in what was read, unless it has escapes.
    Text(Cow<'t, str>),
    List(usize),
    Object(usize),
}

/// What was read.
pub(super) struct Tree<'t>(Vec<Node<'t>>);

impl Tree<'_> {
    /// The value that holds all others.
    pub(super) fn root(&self) -> Json<'_> {
        Items(&self.0).next().unwrap_or(Json::Null)
    }
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
pub(super) fn read(text: &str) -> Result<Tree<'_>, SyntaxError> {
    let mut reader = Reader { text, at: 0, nodes: Vec::new() };
    let done = reader.value(0).is_some();
    if done {
        reader.space();
    }
    if done && reader.at == text.len() {
        return Ok(Tree(reader.nodes));
    }
    let before = text.as_bytes().get(..reader.at).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count();
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count();
    Err(SyntaxError { line: line + 1, column: column + 1 })
}

/// The fields of an object's text, each with where its value stands in it, and where the closing brace stands.
pub(super) struct Fields {
    pub(super) fields: Vec<(String, Range<usize>)>,
    pub(super) end: usize,
}

/// Reads the fields of the object that a text is.
///
/// # Errors
/// Where the text is no JSON, or no object.
pub(super) fn fields(text: &str) -> Result<Fields, SyntaxError> {
    let tree = read(text)?;
    let Json::Object(_) = tree.root() else { return Err(SyntaxError { line: 1, column: 1 }) };
    let mut reader = Reader { text, at: 0, nodes: Vec::new() };
    let mut fields = Vec::new();
    reader.space();
    reader.at += 1;
    reader.space();
    while reader.peek() == Some(b'"') {
        let Some(key) = reader.string() else { break };
        reader.space();
        reader.at += 1;
        reader.space();
        let start = reader.at;
        if reader.value(1).is_none() {
            break;
        }
        fields.push((key.into_owned(), start..reader.at));
        reader.space();
        reader.take(b',');
        reader.space();
    }
    Ok(Fields { fields, end: reader.at })
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<Node<'t>>,
}

impl<'t> Reader<'t> {
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

    fn value(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        self.space();
        let node = match self.peek()? {
            b'{' => return self.inside(depth, b'}'),
            b'[' => return self.inside(depth, b']'),
            b'"' => Node::Text(self.string()?),
            b'-' | b'0'..=b'9' => Node::Number(self.number()?),
            b'n' => self.word("null", Node::Null)?,
            b't' => self.word("true", Node::Bool(true))?,
            b'f' => self.word("false", Node::Bool(false))?,
            _ => return None,
        };
        self.nodes.push(node);
        Some(())
    }

    fn word(&mut self, word: &str, node: Node<'t>) -> Option<Node<'t>> {
        self.text.get(self.at..)?.starts_with(word).then_some(())?;
        self.at += word.len();
        Some(node)
    }

    /// A list or an object, up to what closes it.
    fn inside(&mut self, depth: usize, close: u8) -> Option<()> {
        let place = self.nodes.len();
        self.nodes.push(Node::Null);
        self.at += 1;
        self.space();
        let mut more = !self.take(close);
        while more {
            if close == b'}' {
                self.space();
                let key = (self.peek()? == b'"').then(|| self.string())??;
                self.nodes.push(Node::Text(key));
                self.space();
                self.take(b':').then_some(())?;
            }
            self.value(depth + 1)?;
            self.space();
            more = !self.take(close);
            if more {
                self.take(b',').then_some(())?;
            }
        }
        let size = self.nodes.len() - place - 1;
        *self.nodes.get_mut(place)? = if close == b'}' { Node::Object(size) } else { Node::List(size) };
        Some(())
    }

    /// Steps over what needs no decoding, and stops at a quote, a backslash or what may not stand in a text.
    fn plain(&mut self) -> Option<&'t str> {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..)?;
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20));
        self.at += length.unwrap_or(rest.len());
        self.text.get(start..self.at)
    }

    fn string(&mut self) -> Option<Cow<'t, str>> {
        self.at += 1;
        let plain = self.plain()?;
        if self.take(b'"') {
            return Some(Cow::Borrowed(plain));
        }
        let mut out = plain.to_owned();
        while !self.take(b'"') {
            self.take(b'\\').then_some(())?;
            out.push(self.escape()?);
            out.push_str(self.plain()?);
        }
        Some(Cow::Owned(out))
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

    fn check(text: &str, expect: &[Node<'_>]) {
        assert_eq!(read(text).map(|tree| tree.0).unwrap_or_default(), expect, "{text}");
    }

    fn number(value: f64, decimals: u8) -> Node<'static> {
        Node::Number(Number { value, decimals })
    }

    fn text(text: &str) -> Node<'_> {
        Node::Text(Cow::Borrowed(text))
    }

    #[test]
    fn values() {
        check(" null ", &[Node::Null]);
        check("[true,false]", &[Node::List(2), Node::Bool(true), Node::Bool(false)]);
        check("{}", &[Node::Object(0)]);
        check(r#"{"a":1,"a":[ ]}"#, &[Node::Object(4), text("a"), number(1.0, 0), text("a"), Node::List(0)]);
        check(r#"[{"a":["b",2]},""]"#, &[Node::List(6), Node::Object(4), text("a"), Node::List(2), text("b"), number(2.0, 0), text("")]);
        check(r#""\u6dee\n\ud83d\ude00\/""#, &[text("淮\n😀/")]);
    }

    #[test]
    fn only_escapes_are_copied() {
        let borrowed = |text: &str| matches!(read(text).unwrap().0[..], [Node::Text(Cow::Borrowed(_))]);
        assert!(borrowed("\"淮北\"") && !borrowed(r#""淮\t北""#));
    }

    #[test]
    fn one_after_the_other() {
        let tree = read(r#"[1,[2,{"a":3}],"b",null]"#).unwrap();
        let Json::List(items) = tree.root() else { panic!("a list") };
        assert_eq!(items.count(), 4);
        let Some(Json::List(inner)) = items.clone().nth(1) else { panic!("a list") };
        let Some(Json::Object(mut fields)) = inner.clone().nth(1) else { panic!("an object") };
        assert!(matches!((fields.next(), fields.next(), fields.next()), (Some(Json::Text("a")), Some(Json::Number(_)), None)));
        assert!(matches!(items.clone().nth(2), Some(Json::Text("b"))));
    }

    #[test]
    fn numbers_are_nearest_and_keep_their_decimals() {
        check("31.69", &[number(31.69, 2)]);
        check("8.20", &[number(8.2, 2)]);
        check("-0", &[number(-0.0, 0)]);
        check("0.1", &[number(0.1, 1)]);
        check("1e3", &[number(1000.0, 0)]);
        check("2.5E-3", &[number(0.0025, 4)]);
        check("204181.23", &[number(204_181.23, 2)]);
        for odd in ["1e400", "1e-400", "12345678901234567890", "0.1234567890123456"] {
            assert!(matches!(read(odd).unwrap().root(), Json::Number(Number { value, .. }) if value.is_nan()), "{odd}");
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
        assert_eq!(read("{\n  \"a\": x}").err(), Some(SyntaxError { line: 2, column: 8 }));
        assert!(read(&"[".repeat(100_000)).is_err());
    }

    proptest! {
        #[test]
        fn agrees_with_a_general_reader(text in "[\\[\\]{}:,\"0-9a-z\\\\. eE+-]{0,40}|\\PC{0,40}|-?[0-9]{1,7}(\\.[0-9]{1,7})?([eE][+-]?[0-9]{1,1})?") {
            let general = serde_json::from_str::<serde_json::Value>(&text);
            let own = read(&text);
            if let (Some(Json::Number(number)), Ok(general)) = (own.as_ref().ok().map(Tree::root), &general) && !number.value.is_nan() {
                prop_assert_eq!(number.value, general.as_f64().unwrap());
            }
            // a general reader refuses numbers beyond a double; ours marks them
            prop_assert!(own.is_ok() == general.is_ok() || own.is_ok() && text.to_lowercase().contains('e'), "{}", text);
        }
    }
}
