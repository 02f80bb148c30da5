//! Takes a folded text apart into a [`Written`].
use super::super::quantity::{Qualifier, Stated};
use super::super::unit::{Base, Scale};
use super::numeral::{self, Meaning};
use super::words::{INFIXES, PREFIXES, RANGE_SIGNS, SUFFIXES, Word};
use super::{Lower, NotationError, Ordinal, Part, Place, Written};

/// The recursive descent: every method takes the text that is left and knows where it stands by
/// how much of the whole that is.
pub(super) struct Reader<'a> {
    pub(super) whole: &'a str,
}

impl Reader<'_> {
    pub(super) fn figure(&self) -> Result<Written, NotationError> {
        let (prefix, rest) = strip_front(PREFIXES, self.whole);
        let (ordinal, rest) = Ordinal::strip(rest);
        let (lower, figure, suffix) = match self.part_and_suffix(rest) {
            Ok((figure, suffix)) => (None, figure, suffix),
            Err(error) => {
                let (part, sign, upper) = self.range(rest).ok_or(error)?;
                let (figure, suffix) = upper?;
                let ordered = |lower: &Stated| lower.value() <= figure.number.stated.value();
                let stated = part.range_to(&figure).filter(ordered).ok_or(NotationError::BadRange(self.at(rest)))?;
                (Some(Lower { part, sign, stated }), figure, suffix)
            }
        };
        let written = Written { prefix, ordinal, lower, figure, suffix };
        self.checked(written, rest)
    }

    /// Splits at the first sign with a figure before it.
    fn range(&self, text: &str) -> Option<RangeEnds> {
        // from the second character on: a sign at the front belongs to the number
        text.char_indices().skip(1).find_map(|(index, _)| {
            let (before, behind) = text.split_at_checked(index)?;
            let sign = RANGE_SIGNS.iter().find(|sign| behind.starts_with(**sign))?;
            let (from, rest) = self.part(before).ok()?;
            let to = self.part_and_suffix(behind.strip_prefix(sign)?);
            rest.is_empty().then_some((from, *sign, to))
        })
    }

    /// A number with its unit and a suffix, to the end of the text.
    fn part_and_suffix(&self, text: &str) -> Result<(Part, Option<Word>), NotationError> {
        let (part, rest) = self.part(text)?;
        if rest.is_empty() {
            return Ok((part, None));
        }
        let suffix = SUFFIXES.iter().find(|word| word.0 == rest);
        let error = NotationError::UnknownUnit(self.at(rest));
        suffix.map(|word| (part, Some(*word))).ok_or(error)
    }

    /// A number, infix, scale and unit; what is left is empty or a suffix.
    fn part<'t>(&self, text: &'t str) -> Result<(Part, &'t str), NotationError> {
        let (number, rest) = numeral::read(text, self.at(text))?;
        let (word, behind) = strip_front(INFIXES, rest);
        let infix = word.map(|word| (word, Place::AfterNumber));
        let mut part = Part { number, infix, scale: Scale::One, base: None };
        // whole words first: 3千克 is three of 千克, 5余千瓦时 five of 千瓦时
        if let Some((base, rest)) = strip_base(behind) {
            part.base = base;
            return Ok((part, rest));
        }
        let Some((scale, mut rest)) = Scale::strip(behind) else {
            return self.split_unit(part, behind);
        };
        if !numeral::may_scale(&part.number.text, scale.written()) {
            return Err(NotationError::BadNumber(self.at(text)));
        }
        part.scale = scale;
        if infix.is_none() {
            let (word, behind) = strip_front(INFIXES, rest);
            part.infix = word.map(|word| (word, Place::AfterScale));
            rest = behind;
        }
        match strip_base(rest) {
            Some((base, rest)) => {
                part.base = base;
                Ok((part, rest))
            }
            None => self.split_unit(part, rest),
        }
    }

    /// 2个多月: the infix stands inside the unit 个月.
    fn split_unit<'t>(&self, mut part: Part, text: &'t str) -> Result<(Part, &'t str), NotationError> {
        let error = NotationError::UnknownUnit(self.at(text));
        let behind = text.strip_prefix('个').filter(|_| part.infix.is_none()).ok_or(error)?;
        let (word, behind) = strip_front(INFIXES, behind);
        let joined = ["个", behind].concat();
        let (base, rest) = word.and_then(|_| strip_base(&joined)).ok_or(error)?;
        part.base = base;
        part.infix = word.map(|word| (word, Place::InsideUnit));
        // `rest` is the end of `joined`, and so as long an end of `text`
        let end = text.len().saturating_sub(rest.len());
        Ok((part, text.get(end..).unwrap_or("")))
    }

    /// What can only be judged of the figure as a whole. `number` is the text from its number on.
    fn checked(&self, written: Written, number: &str) -> Result<Written, NotationError> {
        let at = self.at(number);
        if let Some(lower) = &written.lower {
            let soft = |q| matches!(q, Qualifier::Exact | Qualifier::About | Qualifier::AtMost);
            if lower.part.infix.is_some() || !written.qualifiers().all(soft) {
                return Err(NotationError::Contradiction(at));
            }
            if written.ordinal == Some(Ordinal::Top) {
                return Err(NotationError::BadOrdinal(at));
            }
        }
        let upward = |q: Qualifier| matches!(q, Qualifier::Over | Qualifier::AtLeast);
        let downward = |q: Qualifier| matches!(q, Qualifier::Nearly | Qualifier::AtMost);
        if written.qualifiers().any(upward) && written.qualifiers().any(downward) {
            return Err(NotationError::Contradiction(at));
        }
        let lower = written.lower.iter().map(|lower| &lower.part);
        for part in lower.chain([&written.figure]) {
            if part.number.has_unit() && (part.base.is_some() || part.scale != Scale::One) {
                return Err(NotationError::UnknownUnit(at));
            }
            if written.ordinal.is_some() && !part.is_place() {
                return Err(NotationError::BadOrdinal(at));
            }
            let qualified = written.qualifiers().any(|q| q != Qualifier::Exact);
            if !qualified && part.is_unit(number) {
                return Err(NotationError::NoDigit(at));
            }
        }
        Ok(written)
    }

    /// Where `rest`, an end of the whole, begins.
    fn at(&self, rest: &str) -> usize {
        let before = self.whole.len().saturating_sub(rest.len());
        self.whole.char_indices().take_while(|(at, _)| *at < before).count()
    }
}

type RangeEnds = (Part, &'static str, Result<(Part, Option<Word>), NotationError>);

impl Part {
    /// This as the lower end of a range to `to`, in the other's scale. `None` when the units
    /// differ.
    fn range_to(&self, to: &Part) -> Option<Stated> {
        let bare = self.base.is_none() && self.scale == Scale::One;
        if self.number.meaning != to.number.meaning || (self.base.is_some() && self.base != to.base) {
            return None;
        }
        if bare {
            return Some(self.number.stated);
        }
        let shift = i16::from(self.scale.exponent()) - i16::from(to.scale.exponent());
        self.number.stated.shifted(i8::try_from(shift).ok()?)
    }

    fn is_place(&self) -> bool {
        let place = self.base.is_none_or(|base| matches!(base.written(), "位" | "名" | "名次"));
        let whole = self.number.meaning == Meaning::Plain && self.number.stated.per_one == 1;
        place && whole && self.number.stated.units >= 1 && self.scale == Scale::One && self.infix.is_none()
    }

    /// Whether `text`, from which this was read, would rather be a unit: 万元, 千克.
    fn is_unit(&self, text: &str) -> bool {
        !self.number.is_written() || Base::parse(text).is_some_and(|base| base != Base::BARE)
    }
}

impl Ordinal {
    pub(super) fn written(self) -> &'static str {
        match self {
            Ordinal::Place => "第",
            Ordinal::Top => "前",
        }
    }

    fn strip(text: &str) -> (Option<Ordinal>, &str) {
        let found =
            [Ordinal::Place, Ordinal::Top].into_iter().find_map(|ordinal| Some((Some(ordinal), text.strip_prefix(ordinal.written())?)));
        found.unwrap_or((None, text))
    }
}

/// Takes the first of `words` that `text` begins with off its front.
fn strip_front<'t>(words: &[Word], text: &'t str) -> (Option<Word>, &'t str) {
    let found = words.iter().find_map(|word| Some((Some(*word), text.strip_prefix(word.0)?)));
    found.unwrap_or((None, text))
}

/// A unit with nothing or one suffix behind it; of a suffix alone or of nothing, no unit.
fn strip_base(text: &str) -> Option<(Option<Base>, &str)> {
    let suffixes = SUFFIXES.iter().map(|word| word.0);
    [""].into_iter().chain(suffixes).find_map(|suffix| {
        let word = text.strip_suffix(suffix)?;
        let base = Base::parse(word)?;
        let rest = text.strip_prefix(word)?;
        Some(((base != Base::BARE).then_some(base), rest))
    })
}
