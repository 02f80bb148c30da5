//! Figures heard on the spot: who said them and when, in place of a document.

use std::sync::Arc;

use super::{names::Named, record::Record};
use crate::dataset::{
    indicator::Indicator,
    issue::{Issue, IssueCode, Place},
    notation,
    period::Period,
    quantity::Quantity,
    source::{Noted, Source},
    text::LocalText,
};

/// What the fields `by` and `at` tell: one source a person and day, and the time of day as its section. `heard` are the
/// sources made so far; the new one gets an id that no document has.
pub(super) fn source(
    record: &mut Record<'_, '_>,
    documents: &Named<Source>,
    heard: &mut Vec<Arc<Source>>,
) -> (Option<Arc<Source>>, Option<String>) {
    let by = record.owned("by");
    let (mut at, mut time) = (None, None);
    if let Some(text) = record.text("at") {
        let (day, rest) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        at = Period::parse(day).filter(|period| matches!(period, Period::Day(..)) && rest.is_none_or(is_time));
        time = rest.map(str::to_owned);
        if at.is_none() {
            record.fault(IssueCode::Period, "at", text);
            return (None, None);
        }
    }
    let mut name = vec!["noted".to_owned()];
    name.extend(by.clone());
    name.extend(at.map(Period::written));
    let noted = Some(Noted { by, at });
    if let Some(known) = heard.iter().find(|source| source.noted == noted) {
        return (Some(Arc::clone(known)), time);
    }
    let mut id = name.join(" ");
    while documents.is_declared(&id) || heard.iter().any(|source| source.id == id) {
        id.push('+');
    }
    let source = Arc::new(Source { id, title: LocalText::default(), publisher: None, date: None, url: None, noted });
    heard.push(Arc::clone(&source));
    (Some(source), time)
}

/// Whether a text is a time of day, from 00:00 to 23:59.
fn is_time(text: &str) -> bool {
    matches!(text.as_bytes(), [tens @ b'0'..=b'2', ones @ b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9'] if (*tens, *ones) < (b'2', b'4'))
}

/// Reads a figure as someone types it for an indicator, in whose unit the answer is: the unit may be left out, and
/// 万 or 亿 count as they are typed. The door reads the same texts in the same way.
///
/// # Errors
/// What is wrong with the text, as the door would say it, of the input as a whole.
///
/// ```
/// # let text = r#"{"version":1,"title":"t","indicators":[{"id":"i","name":"产值","unit":"亿元","polarity":"higher","measure":"flow"}]}"#;
/// use duibiao::dataset::{IssueCode, parse_json, read_noted};
///
/// let dataset = parse_json(text).dataset.unwrap();
/// let read = |text| read_noted(text, &dataset.indicators[0]).map(|quantity| (quantity.low(), quantity.high()));
/// assert_eq!(read("超850亿"), Ok((850.0, 860.0)));
/// assert_eq!(read("850"), Ok((850.0, 850.0)));
/// assert_eq!(read("850人").unwrap_err().code, IssueCode::UnitMismatch);
/// ```
pub fn read_noted(text: &str, indicator: &Indicator) -> Result<Quantity, Issue> {
    let issue = |code, found: String| Issue { code, place: Place::Whole, found };
    if text.trim().is_empty() {
        return Err(issue(IssueCode::Empty, String::new()));
    }
    let written = notation::parse(text).map_err(|_| issue(IssueCode::Figure, text.to_owned()))?;
    let quantity = written.quantity(Some(indicator.unit));
    let units = || [quantity.unit().written(), indicator.unit.written()].join(" → ");
    quantity.in_unit(indicator.unit).ok_or_else(|| issue(IssueCode::UnitMismatch, units()))
}
