//! Figures as Chinese government documents write them: 659余亿元, 1%以上, 两千多, 2—5个工作日.
//!
//! [`parse`] reads a figure into [`Written`], its syntax, which prints back exactly as [`fold`]
//! leaves the text; [`Written::quantity`] says what interval it stands for. A text is one figure
//! from end to end: nothing is skipped to find one.
use std::fmt;

use super::quantity::{Qualifier, Quantity, Stated};
use super::unit::{Base, Dimension, Scale, Unit, half_width};

mod numeral;
mod reader;
#[cfg(test)]
mod tests;
mod words;

use numeral::{Meaning, Number};
use reader::Reader;
use words::Word;

/// The longest text read, in characters after folding. The longest real figure has about 20.
pub const LONGEST: usize = 64;

/// Why a text is not a figure. Each variant holds where the part it is about begins, in
/// characters of the text as [`fold`] leaves it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotationError {
    /// no number where one must stand
    NoNumber(usize),
    /// digits or numerals that do not form a number: 1..2, 12,34, 三五, a space between digits
    BadNumber(usize),
    /// more digits than a double holds (15), or more characters than a figure has
    TooLong(usize),
    /// a word that is no unit: 五大, 1e5, 每万人
    UnknownUnit(usize),
    /// a numeral without its digit and without a qualifier: 亿元 is a unit, 超亿元 a figure
    NoDigit(usize),
    /// qualifiers that contradict each other: 超20%以下
    Contradiction(usize),
    /// a range whose ends are in the wrong order, or in different units
    BadRange(usize),
    /// an ordinal that is not a whole place in a list: 第1.5位, 第2批
    BadOrdinal(usize),
}

impl NotationError {
    /// Where, in characters of the folded text.
    pub fn at(self) -> usize {
        match self {
            NotationError::NoNumber(at)
            | NotationError::BadNumber(at)
            | NotationError::TooLong(at)
            | NotationError::UnknownUnit(at)
            | NotationError::NoDigit(at)
            | NotationError::Contradiction(at)
            | NotationError::BadRange(at)
            | NotationError::BadOrdinal(at) => at,
        }
    }
}

/// A figure as written, without loss: `to_string()` gives the folded text back.
#[derive(Clone, PartialEq, Debug)]
pub struct Written {
    prefix: Option<Word>,
    ordinal: Option<Ordinal>,
    lower: Option<Lower>,
    figure: Part,
    suffix: Option<Word>,
}

/// The lower end of a range and the sign after it.
#[derive(Clone, PartialEq, Debug)]
struct Lower {
    part: Part,
    sign: &'static str,
    /// in the unit of the upper end
    stated: Stated,
}

/// A number with what stands directly around it.
#[derive(Clone, PartialEq, Debug)]
struct Part {
    number: Number,
    infix: Option<(Word, Place)>,
    scale: Scale,
    base: Option<Base>,
}

/// Where a qualifying word stands inside a figure.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Place {
    /// 659余亿元, 300多个
    AfterNumber,
    /// 3千多笔
    AfterScale,
    /// 2个多月
    InsideUnit,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Ordinal {
    /// 第5: the fifth place
    Place,
    /// 前10: some place from the first to the tenth
    Top,
}

/// The normalisation under which figures are read and printed: full-width forms of ASCII become
/// half-width, white space and zero-width characters are dropped.
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).map(half_width).collect()
}

/// Reads a figure. The text is folded first; it must be a figure from end to end.
pub fn parse(text: &str) -> Result<Written, NotationError> {
    let folded = fold(text);
    if folded.chars().nth(LONGEST).is_some() {
        return Err(NotationError::TooLong(LONGEST));
    }
    if let Some(at) = space_inside_number(text) {
        return Err(NotationError::BadNumber(at));
    }
    Reader { whole: &folded }.figure()
}

impl Written {
    /// The unit as written; `None` where none is (a bare number, or only a scale as in 两千万).
    pub fn unit(&self) -> Option<Unit> {
        let base = match self.figure.number.meaning {
            Meaning::Percent => Some(Base::PERCENT),
            Meaning::Permille => Some(Base::PERMILLE),
            Meaning::Fraction => Some(Base::FRACTION),
            Meaning::Place => Some(Base::RANK),
            Meaning::Plain if self.ordinal.is_some() => Some(Base::RANK),
            Meaning::Plain => self.figure.base,
        };
        base.map(|base| Unit::new(self.figure.scale, base))
    }

    /// How the words around the number qualify it. 约 beside another word only softens it
    /// (约300余家 is over 300); of two that agree, the first counts (超1000余家).
    pub fn qualifier(&self) -> Qualifier {
        if self.lower.is_some() {
            return Qualifier::Range;
        }
        let plain = |q: &Qualifier| !matches!(q, Qualifier::Exact | Qualifier::About);
        self.qualifiers().find(plain).or_else(|| self.qualifiers().find(|q| *q != Qualifier::Exact)).unwrap_or(Qualifier::Exact)
    }

    /// The interval the figure stands for. `default_unit` is its indicator's unit: it counts
    /// where the text writes none, and where the text writes only a scale it gives the base
    /// (5.32万 of an indicator in 亿元 is 5.32万元).
    pub fn quantity(&self, default_unit: Option<Unit>) -> Quantity {
        let unit = match (self.unit(), default_unit) {
            (Some(unit), _) if self.counts_persons(default_unit) => Unit::new(unit.scale(), Base::PERSONS),
            (Some(unit), _) => unit,
            (None, Some(unit)) if self.figure.scale == Scale::One => unit,
            // there are no 亿 of a per cent or of a place in a list
            (None, Some(unit)) if unit.dimension().has_scales() => unit.with_scale(self.figure.scale),
            (None, Some(_)) => Unit::new(self.figure.scale, Base::BARE),
            (None, None) => Unit::new(self.figure.scale, Base::BARE),
        };
        let stated = self.figure.number.stated;
        if let Some(lower) = &self.lower {
            return Quantity::range(lower.stated, stated, unit);
        }
        let quantity = Quantity::stated(self.qualifier(), stated, unit);
        match self.ordinal {
            Some(Ordinal::Top) => quantity.with_bounds(1.0, quantity.value()).unwrap_or(quantity),
            _ => quantity,
        }
    }

    /// Whether a 位 means persons: nobody is in 400多位, and an indicator in 人 has no places.
    fn counts_persons(&self, default_unit: Option<Unit>) -> bool {
        let counted = self.figure.infix.is_some() || self.figure.scale != Scale::One;
        let of_people = default_unit.is_some_and(|unit| unit.dimension() == Dimension::People);
        self.ordinal.is_none() && self.figure.base == Some(Base::RANK) && (counted || of_people)
    }

    fn qualifiers(&self) -> impl Iterator<Item = Qualifier> {
        let infix = self.figure.infix.map(|(word, _)| word);
        let top = self.ordinal.filter(|o| *o == Ordinal::Top).map(|_| ("", Qualifier::AtMost));
        [self.prefix, top, infix, self.suffix].into_iter().flatten().map(|word| word.1)
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.prefix.map_or("", |word| word.0))?;
        f.write_str(self.ordinal.map_or("", Ordinal::written))?;
        if let Some(Lower { part, sign, .. }) = &self.lower {
            write!(f, "{part}{sign}")?;
        }
        write!(f, "{}{}", self.figure, self.suffix.map_or("", |word| word.0))
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let infix = |place| match self.infix {
            Some((word, here)) if here == place => word.0,
            _ => "",
        };
        f.write_str(&self.number.text)?;
        f.write_str(infix(Place::AfterNumber))?;
        f.write_str(self.scale.written())?;
        f.write_str(infix(Place::AfterScale))?;
        let base = self.base.map_or("", Base::written);
        match base.strip_prefix('个') {
            Some(rest) => write!(f, "个{}{rest}", infix(Place::InsideUnit)),
            None => f.write_str(base),
        }
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Where, in folded characters, two parts of one number would join over a dropped space:
/// 12 34 may be two cells of a table, and must not become 1234.
fn space_inside_number(text: &str) -> Option<usize> {
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let (mut at, mut gap, mut last) = (0, false, ' ');
    for c in text.chars() {
        if is_space(c) {
            gap = true;
            continue;
        }
        let c = half_width(c);
        if gap && of_number(last) && of_number(c) {
            return Some(at);
        }
        (at, gap, last) = (at + 1, false, c);
    }
    None
}
