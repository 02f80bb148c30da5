//! Answers as they go over to JavaScript: words of eight bytes, and one text that has all texts of the answer one after another.
//!
//! A finite number is its own eight bytes. What is none is a NaN, which no answer has: three bits say what it is, and its lower
//! half which, how many, or of which shape. After a list come its items, after a record its fields, in the order of the
//! shape's keys. The other way is `www/packed.js`. As JSON, an answer of 300 × 100 numbers took nine times as long to read.

use std::fmt::Error;

use serde::{Serialize, Serializer, ser};

/// An answer packed.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Packed {
    /// The answer, two numbers a word, the lower half first; then the lengths of the texts in UTF-16; then each shape beyond the one
    /// without keys: the shape it has one key more than, and the length of that key, which stands behind the texts; last how many texts
    /// and how many such shapes there are.
    pub(crate) words: Vec<u32>,
    /// All texts, then all keys.
    pub(crate) text: String,
}

/// What a word is that is no number; its lower half says more.
#[derive(Clone, Copy)]
enum Kind {
    /// `null`, also for a number that is not finite.
    Null,
    False,
    True,
    /// Which text.
    Text,
    /// How many items follow.
    List,
    /// Of which shape the record is whose fields follow.
    Record,
}

/// The upper half of a NaN.
const NAN: u32 = 0x7ff8_0000;

/// The keys of records: those of another shape, and one.
struct Shape {
    of: u32,
    key: String,
    /// The shapes that have one key more.
    next: Vec<u32>,
}

/// Packs an answer.
///
/// # Errors
/// [`Error`] where a key is no text, or for bytes and for tuples with a name: no answer has such.
pub(crate) fn pack<T: Serialize>(answer: &T) -> Result<Packed, Error> {
    let root = Shape { of: 0, key: String::new(), next: Vec::new() };
    let mut packer = Packer { words: Vec::new(), text: String::new(), lengths: Vec::new(), shapes: vec![root] };
    answer.serialize(&mut packer)?;
    let Packer { mut words, mut text, lengths, shapes } = packer;
    let counts = [count(lengths.len()), count(shapes.len() - 1)];
    words.extend(lengths);
    for shape in shapes.iter().skip(1) {
        words.extend([shape.of, utf16(&shape.key)]);
        text.push_str(&shape.key);
    }
    words.extend(counts);
    Ok(Packed { words, text })
}

struct Packer {
    words: Vec<u32>,
    text: String,
    lengths: Vec<u32>,
    shapes: Vec<Shape>,
}

/// As many as the memory of wasm can hold.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn utf16(text: &str) -> u32 {
    count(if text.is_ascii() { text.len() } else { text.encode_utf16().count() })
}

impl Packer {
    fn word(&mut self, kind: Kind, which: u32) {
        self.words.extend([which, NAN | kind as u32]);
    }

    /// The shape with one key more.
    fn with(&mut self, of: u32, key: &str) -> u32 {
        let known = |shape: &u32| self.shapes.get(*shape as usize).is_some_and(|shape| shape.key == key);
        if let Some(next) = self.shapes.get(of as usize).and_then(|shape| shape.next.iter().copied().find(known)) {
            return next;
        }
        let new = count(self.shapes.len());
        self.shapes.push(Shape { of, key: key.to_owned(), next: Vec::new() });
        if let Some(shape) = self.shapes.get_mut(of as usize) {
            shape.next.push(new);
        }
        new
    }

    fn open(&mut self, kind: Kind) -> Open<'_> {
        let at = self.words.len();
        self.word(kind, 0);
        Open { packer: self, at, which: 0 }
    }
}

/// A list or a record whose items or fields are still coming.
struct Open<'p> {
    packer: &'p mut Packer,
    /// Where its word stands.
    at: usize,
    /// How many items there are, or the shape so far.
    which: u32,
}

impl Open<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        self.which += 1;
        item.serialize(&mut *self.packer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, field: &T) -> Result<(), Error> {
        self.which = self.packer.with(self.which, key);
        field.serialize(&mut *self.packer)
    }

    fn close(self) {
        if let Some(word) = self.packer.words.get_mut(self.at) {
            *word = self.which;
        }
    }
}

impl<'p> Serializer for &'p mut Packer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'p>;
    type SerializeTuple = Open<'p>;
    type SerializeTupleStruct = ser::Impossible<(), Error>;
    type SerializeTupleVariant = ser::Impossible<(), Error>;
    type SerializeMap = Open<'p>;
    type SerializeStruct = Open<'p>;
    type SerializeStructVariant = ser::Impossible<(), Error>;

    fn serialize_bool(self, flag: bool) -> Result<(), Error> {
        self.word(if flag { Kind::True } else { Kind::False }, 0);
        Ok(())
    }

    fn serialize_i8(self, number: i8) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Result<(), Error> {
        self.serialize_f64(number as f64)
    }

    fn serialize_u8(self, number: u8) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        self.serialize_f64(number as f64)
    }

    fn serialize_f32(self, number: f32) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Error> {
        if !number.is_finite() {
            return self.serialize_unit();
        }
        let bits = number.to_bits();
        self.words.extend([bits as u32, (bits >> 32) as u32]);
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Result<(), Error> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.word(Kind::Text, count(self.lengths.len()));
        self.lengths.push(utf16(text));
        self.text.push_str(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.word(Kind::Null, 0);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, key: &'static str, value: &T) -> Result<(), Error> {
        let mut record = self.open(Kind::Record);
        record.field(key, value)?;
        record.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'p>, Error> {
        Ok(self.open(Kind::List))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'p>, Error> {
        Ok(self.open(Kind::List))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'p>, Error> {
        Ok(self.open(Kind::Record))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'p>, Error> {
        Ok(self.open(Kind::Record))
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}

macro_rules! lists {
    ($($kind:ident)+) => {$(
        impl ser::$kind for Open<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
                self.item(item)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        }
    )+};
}

lists! { SerializeSeq SerializeTuple }

impl ser::SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, field: &T) -> Result<(), Error> {
        self.field(key, field)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

/// What a flattened struct is.
impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let (all, texts, start) = (self.packer.words.len(), self.packer.lengths.len(), self.packer.text.len());
        key.serialize(&mut *self.packer)?;
        let Packer { words, text, lengths, .. } = &mut *self.packer;
        if lengths.len() != texts + 1 {
            return Err(Error);
        }
        // it was packed like any text, and is none of the answer's
        words.truncate(all);
        lengths.truncate(texts);
        let key = text.split_off(start);
        self.which = self.packer.with(self.which, &key);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.packer)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Map, Number, Value as Json, json};

    /// What was packed, read as `www/packed.js` reads it.
    pub(in crate::api) fn unpacked(packed: &Packed) -> Json {
        let (words, letters) = (&packed.words, packed.text.encode_utf16().collect::<Vec<u16>>());
        let [.., texts, shapes] = words[..] else { panic!("no counts") };
        let (texts, shapes) = (texts as usize, shapes as usize);
        let heads = words.len() - 2 - texts - 2 * shapes;
        let mut at = 0;
        let mut take = |length: u32| {
            at += length as usize;
            String::from_utf16(&letters[at - length as usize..at]).unwrap()
        };
        let texts: Vec<String> = words[heads..heads + texts].iter().map(|length| take(*length)).collect();
        let mut keys: Vec<Vec<String>> = vec![Vec::new()];
        for shape in words[heads + texts.len()..words.len() - 2].chunks_exact(2) {
            let more = [keys[shape[0] as usize].clone(), vec![take(shape[1])]].concat();
            keys.push(more);
        }
        // all letters are of some text, and below all words of the answer
        assert_eq!(at, letters.len());
        let mut at = 0;
        let all = read(words, &texts, &keys, &mut at);
        assert_eq!(at, heads);
        all
    }

    fn read(words: &[u32], texts: &[String], keys: &[Vec<String>], at: &mut usize) -> Json {
        let (which, high) = (words[*at], words[*at + 1]);
        *at += 2;
        let number = f64::from_bits(u64::from(high) << 32 | u64::from(which));
        if !number.is_nan() {
            return Json::Number(Number::from_f64(number).unwrap());
        }
        match high & 7 {
            0 => Json::Null,
            1 => Json::Bool(false),
            2 => Json::Bool(true),
            3 => Json::String(texts[which as usize].clone()),
            4 => (0..which).map(|_| read(words, texts, keys, at)).collect(),
            5 => keys[which as usize].iter().map(|key| (key.clone(), read(words, texts, keys, at))).collect::<Map<_, _>>().into(),
            other => panic!("no kind {other}"),
        }
    }

    fn check(answer: Json) {
        assert_eq!(unpacked(&pack(&answer).unwrap()), answer);
    }

    #[test]
    fn what_is_packed_is_what_was_there() {
        for answer in [json!(null), json!(true), json!(false), json!(1.5), json!(-0.0), json!(""), json!([]), json!({})] {
            check(answer);
        }
        check(
            json!({ "a": [1.0, null, 2.0], "b": { "a": "\u{7701}\u{0}\u{1f600}", "c": [] }, "c": [{ "a": 1.0 }, { "a": 2.0 }, { "b": 2.0 }, {}] }),
        );
    }

    #[test]
    fn what_is_not_finite_is_missing() {
        for number in [f64::NAN, -f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(unpacked(&pack(&number).unwrap()), Json::Null);
        }
    }

    #[test]
    fn records_alike_share_a_shape() {
        #[derive(Serialize)]
        struct Pair {
            a: u32,
            b: Option<&'static str>,
        }
        let packed = pack(&[Pair { a: 1, b: None }, Pair { a: 2, b: Some("x") }]).unwrap();
        // each key once, and the one text
        assert_eq!(packed.text, "xab");
        assert_eq!(unpacked(&packed), json!([{ "a": 1.0, "b": null }, { "a": 2.0, "b": "x" }]));
    }

    #[test]
    fn a_key_is_a_text() {
        assert_eq!(pack(&std::collections::BTreeMap::from([(1, 2)])), Err(Error));
    }

    fn any_json() -> impl Strategy<Value = Json> {
        let number = prop::num::f64::NORMAL.prop_map(|number| json!(number));
        let leaf = prop_oneof![Just(Json::Null), any::<bool>().prop_map(Json::Bool), number, any::<String>().prop_map(Json::String)];
        leaf.prop_recursive(4, 60, 6, |inner| {
            let record = prop::collection::vec(("[abc]{0,2}", inner.clone()), 0..5);
            prop_oneof![
                prop::collection::vec(inner, 0..6).prop_map(Json::Array),
                record.prop_map(|fields| Json::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_answer_comes_over_whole(answer in any_json()) {
            check(answer);
        }
    }
}
