//! The list of noted figures taken out of a dataset's text and put into it, with every other byte left as it is.

use core::ops::Range;

use super::tree::{self, Fields};

/// The field of the list.
const FIELD: &str = "noted";

/// The list of figures heard on the spot as it stands in a dataset's JSON text; `None` where there is none.
pub fn noted_of(text: &str) -> Option<&str> {
    let range = tree::fields(json(text)).ok()?.noted()?;
    json(text).get(range).filter(|list| list.starts_with('['))
}

/// A dataset's JSON text with this list of figures heard on the spot, itself JSON text, in place of the one it has, or
/// behind its other fields. Every other byte stays as it is. `None` where the text is no JSON object, or the list none.
///
/// ```
/// use duibiao::dataset::{noted_of, with_noted};
///
/// let text = with_noted(r#"{"version": 1.0, "title": "t"}"#, "[]").unwrap();
/// assert_eq!(text, r#"{"version": 1.0, "title": "t","noted":[]}"#);
/// assert_eq!(noted_of(&text), Some("[]"));
/// ```
pub fn with_noted(text: &str, noted: &str) -> Option<String> {
    let noted = noted.trim_matches([' ', '\n', '\r', '\t']);
    let is_list = noted.starts_with('[') && tree::read(noted).is_ok();
    let found = tree::fields(json(text)).ok().filter(|_| is_list)?;
    // a mark before the text is not part of it
    let mark = text.len() - json(text).len();
    let (range, lead) = match (found.noted(), found.fields.last()) {
        (Some(range), _) => (range, ""),
        (None, Some((_, last))) => (last.end..last.end, r#","noted":"#),
        (None, None) => (found.end..found.end, r#""noted":"#),
    };
    let (before, after) = (text.get(..mark + range.start)?, text.get(mark + range.end..)?);
    Some([before, lead, noted, after].concat())
}

fn json(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

impl Fields {
    /// Where the list stands. Of fields with one key the first is the one that counts, as it is for the door.
    fn noted(&self) -> Option<Range<usize>> {
        self.fields.iter().find(|(key, _)| key == FIELD).map(|(_, range)| range.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_list_and_nothing_else() {
        let check = |text: &str, expect: Option<&str>| assert_eq!(with_noted(text, " [1]\n").as_deref(), expect, "{text}");
        check("{}", Some(r#"{"noted":[1]}"#));
        check(" { } ", Some(r#" { "noted":[1]} "#));
        check("\u{feff}{\"a\": 1.50 }\n", Some("\u{feff}{\"a\": 1.50,\"noted\":[1] }\n"));
        check(r#"{"noted": null, "a": {"noted": [2]}}"#, Some(r#"{"noted": [1], "a": {"noted": [2]}}"#));
        check(
            r#"{"a": "\"noted\": []", "\u006eoted" : [ "]" ] , "noted": 3}"#,
            Some(r#"{"a": "\"noted\": []", "\u006eoted" : [1] , "noted": 3}"#),
        );
        for broken in ["", "[]", "null", "{", r#"{"a"}"#, "{} {}", r#"{"a":1,}"#] {
            check(broken, None);
        }
        assert_eq!(with_noted("{}", "{}"), None);
        assert_eq!(with_noted("{}", "[1"), None);
        assert_eq!(with_noted("{}", "[1], \"a\": [2]"), None);
        assert_eq!(noted_of(r#"{"noted": null}"#), None);
        assert_eq!(noted_of(r#"{"noted": [ 1.50 ] }"#), Some("[ 1.50 ]"));
    }

    proptest! {
        #[test]
        fn any_text_survives(
            key in "\\PC{0,6}",
            number in "-?[1-9][0-9]{0,5}(\\.[0-9]{1,5})?",
            space in "[ \n\t]{0,3}",
            notes in prop::collection::vec(prop_oneof!["\\PC{0,12}", Just("</script>\u{2028}\u{2029}\"\\😀𠮷".to_owned())], 0..4),
        ) {
            let list = serde_json::to_string(&notes).unwrap();
            let outside = |noted: &str| format!(r#"{{{space}"title":{space}{},"x":{number}{noted}{space}}}{space}"#, serde_json::to_string(&key).unwrap());
            let text = with_noted(&outside(""), &list).unwrap();
            prop_assert_eq!(&text, &outside(&format!(",\"noted\":{list}")));
            prop_assert_eq!(noted_of(&text), Some(list.as_str()));
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(value["noted"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect::<Vec<_>>(), notes);
            prop_assert_eq!(with_noted(&text, &list), Some(text.clone()));
            prop_assert_eq!(with_noted(&text, "[]").and_then(|text| with_noted(&text, &list)), Some(text));
        }
    }
}
