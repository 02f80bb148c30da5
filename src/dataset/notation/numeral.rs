//! The number of a figure: Arabic digits, Chinese numerals, fractions and a few words.
use super::super::quantity::{Stated, last_place};
use super::NotationError;

/// A number as written, with its value. The sign is part of both.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Number {
    pub(super) text: String,
    pub(super) stated: Stated,
    pub(super) meaning: Meaning,
}

/// What unit the way of writing a number implies.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Meaning {
    /// none
    Plain,
    /// 百分之八
    Percent,
    /// 千分之三
    Permille,
    /// 三分之一, 一半
    Fraction,
    /// 榜首
    Place,
}

impl Number {
    /// Whether the writing itself says what the number is a part or place of, so that no unit
    /// can follow.
    pub(super) fn has_unit(&self) -> bool {
        self.meaning != Meaning::Plain
    }

    /// Whether more than a sign is written; 超亿元 leaves its one to be understood.
    pub(super) fn is_written(&self) -> bool {
        !self.text.is_empty() && SIGNS.iter().all(|(sign, _)| self.text != *sign)
    }
}

/// A value before its sign: units, step, decimals.
#[derive(Clone, Copy)]
struct Magnitude {
    units: i64,
    step: i64,
    decimals: u8,
}

/// A word that is a number, `units / parts`.
struct Word {
    text: &'static str,
    units: i64,
    parts: i64,
    meaning: Meaning,
}

static WORDS: &[Word] = &[
    Word { text: "一半", units: 1, parts: 2, meaning: Meaning::Fraction },
    Word { text: "半数", units: 1, parts: 2, meaning: Meaning::Fraction },
    Word { text: "榜首", units: 1, parts: 1, meaning: Meaning::Place },
    Word { text: "首位", units: 1, parts: 1, meaning: Meaning::Place },
    Word { text: "清零", units: 0, parts: 1, meaning: Meaning::Plain },
];

static SIGNS: &[(&str, i64)] = &[("-", -1), ("−", -1), ("负", -1), ("+", 1)];

/// Arabic digits of one number; more would not survive in a double.
const DIGITS: usize = 15;

/// Reads the number `text` begins with, and gives what is left. `at` is where `text` stands, for
/// the errors. A trailing 万 or 亿 of a Chinese numeral is left to be the scale.
pub(super) fn read(text: &str, at: usize) -> Result<(Number, &str), NotationError> {
    if let Some(found) = WORDS.iter().find_map(|word| word.strip(text)) {
        return Ok(found);
    }
    let (sign, unsigned) = SIGNS.iter().find_map(|(word, sign)| Some((*sign, text.strip_prefix(word)?))).unwrap_or((1, text));
    // by character: the search for a text in a text is another kilobyte of wasm, also behind `contains('亿')`
    let split = unsigned.match_indices('分').find_map(|(at, _)| {
        let (parts, behind) = unsigned.split_at_checked(at)?;
        Some((parts, behind.strip_prefix("分之")?))
    });
    let parts = split.and_then(|(parts, behind)| Some((denominator(parts)?, behind)));
    let (meaning, parts, behind) = match parts {
        Some((100, behind)) => (Meaning::Percent, 1, behind),
        Some((1000, behind)) => (Meaning::Permille, 1, behind),
        Some((parts, behind)) => (Meaning::Fraction, parts, behind),
        None => (Meaning::Plain, 1, unsigned),
    };
    let (magnitude, rest) = magnitude(behind, at)?;
    let (units, step, decimals) = (sign * magnitude.units, magnitude.step, magnitude.decimals);
    let stated = match meaning {
        // 三分之一点五 is no fraction
        Meaning::Fraction if decimals > 0 => return Err(NotationError::BadNumber(at)),
        Meaning::Fraction => Stated::fraction(units, parts),
        _ => Stated::with_step(units, step, decimals),
    };
    let stated = stated.ok_or(NotationError::TooLong(at))?;
    let length = text.len().saturating_sub(rest.len());
    let text = text.get(..length).unwrap_or("").to_owned();
    Ok((Number { text, stated, meaning }, rest))
}

impl Word {
    fn strip<'t>(&self, text: &'t str) -> Option<(Number, &'t str)> {
        let rest = text.strip_prefix(self.text)?;
        let stated = Stated::fraction(self.units, self.parts)?;
        let number = Number { text: self.text.to_owned(), stated, meaning: self.meaning };
        Some((number, rest))
    }
}

fn denominator(text: &str) -> Option<i64> {
    let parts = match text {
        "万" => 10_000,
        _ if text.bytes().all(|b| b.is_ascii_digit()) => text.parse().ok()?,
        _ => whole(text)?.0,
    };
    (1..=1_000_000).contains(&parts).then_some(parts)
}

fn magnitude(text: &str, at: usize) -> Result<(Magnitude, &str), NotationError> {
    let is_arabic = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let (arabic, rest) = split_while(text, is_arabic);
    if !arabic.is_empty() {
        return Ok((self::arabic(arabic, at)?, rest));
    }
    let (run, rest) = split_while(text, |c| digit(c).is_some() || place(c).is_some() || matches!(c, '万' | '亿'));
    if !run.is_empty() {
        return chinese(run, text, rest).ok_or(NotationError::BadNumber(at));
    }
    let half = Magnitude { units: 5, step: 5, decimals: 1 };
    let rest = text.strip_prefix('半').ok_or(NotationError::NoNumber(at))?;
    Ok((half, rest))
}

/// 5,320 or 0.5: thousands in threes or not at all, digits on both sides of the point.
fn arabic(text: &str, at: usize) -> Result<Magnitude, NotationError> {
    let (integer, decimals) = match text.split_once('.') {
        Some((integer, decimals)) => (integer, Some(decimals)),
        None => (text, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut groups = integer.split(',');
    let first = groups.next().unwrap_or("");
    let grouped = has(integer, ',');
    if !digits(first)
        || (grouped && first.len() > 3)
        || !groups.all(|group| group.len() == 3 && digits(group))
        || !decimals.is_none_or(digits)
    {
        return Err(NotationError::BadNumber(at));
    }
    let decimals = decimals.unwrap_or("");
    let all = integer.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit);
    if all.clone().count() > DIGITS {
        return Err(NotationError::TooLong(at));
    }
    let units = all.fold(0, |units, b| units * 10 + i64::from(b - b'0'));
    let decimals = decimals.len() as u8;
    let step = if decimals > 0 { 1 } else { last_place(units) };
    Ok(Magnitude { units, step, decimals })
}

/// Whether a scale word can multiply a number as written: 一万三千 can be in 亿 but not in 万.
pub(super) fn may_scale(number: &str, scale: &str) -> bool {
    !has(number, '亿') && (!has(number, '万') || scale == "亿")
}

/// `run` is the numerals `text` begins with, `rest` what follows them.
fn chinese<'t>(run: &str, text: &'t str, rest: &'t str) -> Option<(Magnitude, &'t str)> {
    let numeral = run.trim_end_matches(['万', '亿']);
    let scale = run.get(numeral.len()..)?;
    // 三千万 is 三千 in 万, but in 一亿三千万 the 万 does not scale the 亿
    if !scale.is_empty() && may_scale(numeral, scale) {
        // 超亿元, 近万家: the scale stands alone for one of it
        let (units, step) = if numeral.is_empty() { (1, 1) } else { whole(numeral)? };
        return Some((Magnitude { units, step, decimals: 0 }, text.get(numeral.len()..)?));
    }
    let (mut units, mut step) = whole(run)?;
    let fraction = rest.strip_prefix('点').unwrap_or("");
    let (fraction, behind) = split_while(fraction, |c| digit(c).is_some());
    if fraction.is_empty() {
        return Some((Magnitude { units, step, decimals: 0 }, rest));
    }
    let mut decimals = 0;
    for digit in fraction.chars().filter_map(digit) {
        units = units.checked_mul(10)?.checked_add(digit)?;
        decimals += 1;
        step = 1;
    }
    Some((Magnitude { units, step, decimals }, behind))
}

/// An integer in Chinese numerals and the place value of its last digit: 一亿三千万, 三万五, 百.
fn whole(text: &str) -> Option<(i64, i64)> {
    match text.split_once('亿') {
        Some((above, below)) => joined(myriads(above, false)?, 100_000_000, below, myriads),
        None => myriads(text, false),
    }
}

fn myriads(text: &str, inner: bool) -> Option<(i64, i64)> {
    match text.split_once('万') {
        Some((above, below)) => joined(section(above, inner)?, 10_000, below, section),
        None => section(text, inner),
    }
}

/// `above` times `unit` and what stands below it; 三万五 is short for 三万五千.
fn joined(above: (i64, i64), unit: i64, below: &str, read: fn(&str, bool) -> Option<(i64, i64)>) -> Option<(i64, i64)> {
    let mut chars = below.chars();
    let (value, step) = match (chars.next(), chars.next()) {
        (None, _) => (0, above.1 * unit),
        (Some(c), None) if digit(c).is_some_and(|d| d > 0) => (digit(c)? * unit / 10, unit / 10),
        _ => read(below, true)?,
    };
    Some((above.0 * unit + value, step))
}

fn has(text: &str, wanted: char) -> bool {
    text.chars().any(|c| c == wanted)
}

/// A number below 10,000. An `inner` one follows a higher section: it may begin with 零, and
/// does not begin with a place that stands for one of it, as 千 and 百 alone do.
fn section(text: &str, inner: bool) -> Option<(i64, i64)> {
    if matches!(text, "零" | "〇") && !inner {
        return Some((0, 1));
    }
    let (mut total, mut last, mut pending, mut zero) = (0, 10_000, None, false);
    for c in text.chars() {
        let begun = total > 0 || inner;
        match (place(c), digit(c), pending) {
            (Some(place), ..) if place < last => {
                let implied = place == 10 || !(begun || zero);
                total += place * pending.take().or(implied.then_some(1))?;
                (last, zero) = (place, false);
            }
            (None, Some(0), None) if begun && !zero => zero = true,
            (None, Some(d), None) if d > 0 => pending = Some(d),
            _ => return None,
        }
    }
    match pending {
        None => (total > 0 && !zero).then_some((total, last)),
        // 两千三 is short for 两千三百, 两千零三 is not
        Some(d) if (100..10_000).contains(&last) && !zero => Some((total + d * last / 10, last / 10)),
        Some(d) => Some((total + d, 1)),
    }
}

fn digit(c: char) -> Option<i64> {
    let digits = ["零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"];
    let index = digits.iter().position(|same| has(same, c))?;
    i64::try_from(index).ok()
}

fn place(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// The characters `text` begins with that are `wanted`, and the rest.
fn split_while(text: &str, wanted: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|c| !wanted(c)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}
