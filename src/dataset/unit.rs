//! Units as Chinese government figures write them: a scale word (万, 亿) before a base unit (元, 亩, 家).
//!
//! Two units convert when their dimensions are equal. Conversions between powers of ten are
//! decimal: 3.97亿元 is 397000000元, with no error in the last place.
use std::fmt;

mod table;
#[cfg(test)]
mod tests;

use table::{BARE, Row, TABLE};

/// A scale and a base: 亿元 is the scale 亿 on the base 元.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Unit {
    scale: Scale,
    base: Base,
}

/// The multiplier word before a base unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Scale {
    /// no word: ×1
    #[default]
    One,
    /// 百: ×10²
    Bai,
    /// 千: ×10³
    Qian,
    /// 万: ×10⁴
    Wan,
    /// 十万: ×10⁵
    ShiWan,
    /// 百万: ×10⁶
    BaiWan,
    /// 千万: ×10⁷
    QianWan,
    /// 亿: ×10⁸
    Yi,
    /// 十亿: ×10⁹
    ShiYi,
    /// 百亿: ×10¹⁰
    BaiYi,
    /// 千亿: ×10¹¹
    QianYi,
    /// 万亿: ×10¹²
    WanYi,
}

/// A unit without its scale, such as 元, 家 or %. Counting words are kept apart (家 is not 户)
/// although they convert, so that a figure prints back as written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Base(u8);

/// What a unit measures. Units convert within a dimension and never across.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Dimension {
    /// a number without a unit
    Bare,
    /// a part of a whole: %, ‰, 成, 三分之一; base unit is the whole
    Share,
    /// a difference between two percentages
    PercentagePoint,
    /// 倍
    Multiple,
    /// a place in a list
    Rank,
    /// points of an index or an assessment
    Score,
    /// an amount of one currency; base unit is one of it
    Money(Currency),
    /// land and floor space; base unit ㎡
    Area,
    /// persons
    People,
    /// persons or firms counted once for each time: 人次
    Visits,
    /// things, whatever their counting word
    Count,
    /// working days, which no calendar converts without its holidays
    Workdays,
    /// minutes to weeks; base unit the hour
    Time,
    /// months and years, of no fixed number of days; base unit the month
    Months,
    /// base unit 千克
    Mass,
    /// energy stated as 吨标煤
    CoalEquivalent,
    /// base unit 立方米
    Volume,
    /// base unit 千瓦时
    Energy,
    /// base unit 千瓦
    Power,
    /// containers of any length
    Boxes,
    /// containers in twenty-foot equivalents
    Teu,
    /// base unit 米
    Length,
    /// base unit 吨公里
    Freight,
    /// base unit one of the currency per ㎡: 万元/亩
    MoneyPerArea(Currency),
    /// base unit one of the currency per person
    MoneyPerPerson(Currency),
    /// base unit one thing per person: 件/万人
    CountPerPeople,
    /// base unit 微克/立方米
    Concentration,
}

impl Dimension {
    /// Whether figures of it are told in 万 and 亿.
    pub(super) fn has_scales(self) -> bool {
        !matches!(self, Dimension::Share | Dimension::PercentagePoint | Dimension::Rank)
    }
}

/// A currency. Exchange rates are not the core's to know, so currencies never convert.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Currency {
    /// 元
    Cny,
    /// 美元
    Usd,
    /// 欧元
    Eur,
    /// 港元
    Hkd,
    /// 日元
    Jpy,
    /// 英镑
    Gbp,
}

/// Each scale with its word and its power of ten; where one word begins another, the longer first.
static SCALES: &[(Scale, &str, u8)] = &[
    (Scale::WanYi, "万亿", 12),
    (Scale::QianYi, "千亿", 11),
    (Scale::BaiYi, "百亿", 10),
    (Scale::ShiYi, "十亿", 9),
    (Scale::Yi, "亿", 8),
    (Scale::QianWan, "千万", 7),
    (Scale::BaiWan, "百万", 6),
    (Scale::ShiWan, "十万", 5),
    (Scale::Wan, "万", 4),
    (Scale::Qian, "千", 3),
    (Scale::Bai, "百", 2),
];

impl Unit {
    /// No unit at all.
    pub const BARE: Unit = Unit::new(Scale::One, Base::BARE);
    /// A share as a bare fraction, such as 三分之一. It has no written form of its own.
    pub const FRACTION: Unit = Unit::new(Scale::One, Base::FRACTION);
    /// %
    pub const PERCENT: Unit = Unit::new(Scale::One, Base::PERCENT);
    /// ‰
    pub const PERMILLE: Unit = Unit::new(Scale::One, Base::PERMILLE);
    /// 个百分点
    pub const PERCENTAGE_POINT: Unit = Unit::new(Scale::One, Base::PERCENTAGE_POINT);
    /// 倍
    pub const MULTIPLE: Unit = Unit::new(Scale::One, Base::MULTIPLE);
    /// 位, a place in a list
    pub const RANK: Unit = Unit::new(Scale::One, Base::RANK);

    /// A base under a scale.
    pub const fn new(scale: Scale, base: Base) -> Unit {
        Unit { scale, base }
    }

    /// Reads a unit as written, such as 亿元, 万平方米, %, 万 or the empty text (no unit).
    /// Full-width letters and signs are read as half-width, white space is ignored.
    /// `None` when a word is not in the table.
    pub fn parse(text: &str) -> Option<Unit> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
        // whole words first: 千克 and 千瓦时 are bases, not 千 of something
        if let Some(base) = Base::parse(&text) {
            return Some(Unit::new(Scale::One, base));
        }
        let (scale, rest) = Scale::strip(&text)?;
        Base::parse(rest).map(|base| Unit::new(scale, base))
    }

    /// The unit as written in simplified Chinese; `Unit::parse` reads it back, except for
    /// [`Unit::FRACTION`], which is written as nothing, and [`Base::PERSONS`].
    pub fn written(self) -> String {
        [self.scale.written(), self.base.written()].concat()
    }

    /// The scale: 万 of 万元.
    pub const fn scale(self) -> Scale {
        self.scale
    }

    /// The base: 元 of 万元.
    pub const fn base(self) -> Base {
        self.base
    }

    /// The same base under another scale.
    pub const fn with_scale(self, scale: Scale) -> Unit {
        Unit::new(scale, self.base)
    }

    /// What the unit measures.
    pub fn dimension(self) -> Dimension {
        self.base.row().dimension
    }

    /// How many of the dimension's base units one of these is: 亿元 → 1e8, 亩 → 2000/3.
    pub fn factor(self) -> f64 {
        let row = self.base.row();
        row.numerator as f64 * power_of_ten(self.scale.exponent()) / row.denominator as f64
    }

    /// [`Unit::factor`] as a fraction, which loses nothing.
    pub(crate) fn size(self) -> (u64, u64) {
        let row = self.base.row();
        (row.numerator.saturating_mul(10_u64.pow(u32::from(self.scale.exponent()))), row.denominator)
    }

    /// Whether figures in the two units measure the same thing.
    pub fn converts_to(self, other: Unit) -> bool {
        self.dimension() == other.dimension()
    }

    /// `value` of this unit in the unit `to`. `None` across dimensions, for a value that is not
    /// finite, and where the result would not be.
    ///
    /// A value of at most 15 significant digits is taken as the decimal it was written as, so
    /// the result is the double nearest to the true quotient.
    pub fn convert(self, value: f64, to: Unit) -> Option<f64> {
        if !self.converts_to(to) {
            return None;
        }
        let result = if self.factor() == to.factor() {
            value
        } else {
            let (mut numerator, denominator) = ratio(self, to);
            match decimal(value) {
                Some((digits, mut decimals)) => {
                    while decimals > 0 && numerator % 10 == 0 {
                        numerator /= 10;
                        decimals -= 1;
                    }
                    digits * numerator as f64 / (denominator as f64 * power_of_ten(decimals))
                }
                None => value * numerator as f64 / denominator as f64,
            }
        };
        result.is_finite().then_some(result)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.scale.written())?;
        f.write_str(self.base.written())
    }
}

impl Scale {
    /// The word, empty for ×1.
    pub fn written(self) -> &'static str {
        let row = SCALES.iter().find(|(scale, ..)| *scale == self);
        row.map_or("", |(_, word, _)| word)
    }

    /// The power of ten: 4 for 万, 8 for 亿.
    pub fn exponent(self) -> u8 {
        let row = SCALES.iter().find(|(scale, ..)| *scale == self);
        row.map_or(0, |(.., exponent)| *exponent)
    }

    /// Takes the longest scale word off the front of `text`.
    pub(super) fn strip(text: &str) -> Option<(Scale, &str)> {
        SCALES.iter().find_map(|(scale, word, _)| Some((*scale, text.strip_prefix(word)?)))
    }
}

impl Base {
    /// No unit.
    pub const BARE: Base = Base(0);
    /// The whole of which a fraction is a share.
    pub const FRACTION: Base = Base(1);
    /// %
    pub const PERCENT: Base = Base(2);
    /// ‰
    pub const PERMILLE: Base = Base(3);
    /// 个百分点
    pub const PERCENTAGE_POINT: Base = Base(4);
    /// 倍
    pub const MULTIPLE: Base = Base(5);
    /// 位, a place in a list
    pub const RANK: Base = Base(6);
    /// 位 as a polite count of persons (400多位员工). Not read from its word alone, which is
    /// [`Base::RANK`].
    pub const PERSONS: Base = Base(7);

    /// The base with exactly this word; the empty word is [`Base::BARE`].
    pub fn parse(word: &str) -> Option<Base> {
        let index = TABLE.iter().position(|row| row.written == word)?;
        u8::try_from(index).ok().map(Base)
    }

    /// The word, as in the table.
    pub fn written(self) -> &'static str {
        self.row().written
    }

    fn row(self) -> &'static Row {
        TABLE.get(usize::from(self.0)).unwrap_or(&BARE)
    }
}

impl fmt::Debug for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base({} {})", self.0, self.written())
    }
}

/// Full-width forms of ASCII (１ ． ％ Ａ) as ASCII; every other character as it is.
pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Powers of ten that a double holds exactly.
static POWERS: [f64; 23] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

/// 10 to the given power, at most 10²².
pub(crate) fn power_of_ten(exponent: u8) -> f64 {
    POWERS.get(usize::from(exponent)).copied().unwrap_or(1e22)
}

/// `from` in units of `to`, as a fraction in lowest terms.
fn ratio(from: Unit, to: Unit) -> (u64, u64) {
    let (row, other) = (from.base.row(), to.base.row());
    let shared = from.scale.exponent().min(to.scale.exponent());
    let scale = |unit: Unit| 10_u64.pow(u32::from(unit.scale.exponent() - shared));
    // the largest product, 10⁶ · 2000 · 10¹², stays far below u64::MAX only after reduction
    let (a, b) = reduced(row.numerator * other.denominator, row.denominator * other.numerator);
    let (p, q) = reduced(scale(from), b);
    let (r, s) = reduced(a, scale(to));
    (p.saturating_mul(r), q.saturating_mul(s))
}

fn reduced(a: u64, b: u64) -> (u64, u64) {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    // x is the greatest common divisor, zero only for 0/0
    (a / x.max(1), b / x.max(1))
}

/// The integer and the number of decimals of the shortest decimal that reads as `value`, or
/// `None` when it has more than 15 decimals or more digits than a double holds.
pub(crate) fn decimal(value: f64) -> Option<(f64, u8)> {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2⁵³
    (0..=15).find_map(|decimals| {
        let power = power_of_ten(decimals);
        let digits = (value * power).round();
        (digits.abs() < EXACT && digits / power == value).then_some((digits, decimals))
    })
}
