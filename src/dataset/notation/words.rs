//! The words that qualify a figure, and the signs of a range.
use super::super::quantity::Qualifier;

/// A qualifying word.
pub(super) type Word = (&'static str, Qualifier);

/// Words before the number. Where one begins another, the longer first.
pub(super) static PREFIXES: &[Word] = &[
    ("超过", Qualifier::Over),
    ("超出", Qualifier::Over),
    ("超", Qualifier::Over),
    ("逾", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("多于", Qualifier::Over),
    ("大于", Qualifier::Over),
    ("高于", Qualifier::Over),
    (">=", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    (">", Qualifier::Over),
    ("不低于", Qualifier::AtLeast),
    ("不少于", Qualifier::AtLeast),
    ("不小于", Qualifier::AtLeast),
    ("至少", Qualifier::AtLeast),
    ("最少", Qualifier::AtLeast),
    ("最低", Qualifier::AtLeast),
    ("接近", Qualifier::Nearly),
    ("将近", Qualifier::Nearly),
    ("近", Qualifier::Nearly),
    ("不足", Qualifier::Nearly),
    ("不到", Qualifier::Nearly),
    ("不超过", Qualifier::AtMost),
    ("不高于", Qualifier::AtMost),
    ("不大于", Qualifier::AtMost),
    ("不多于", Qualifier::AtMost),
    ("低于", Qualifier::AtMost),
    ("少于", Qualifier::AtMost),
    ("小于", Qualifier::AtMost),
    ("至多", Qualifier::AtMost),
    ("最多", Qualifier::AtMost),
    ("最高", Qualifier::AtMost),
    ("<=", Qualifier::AtMost),
    ("≤", Qualifier::AtMost),
    ("<", Qualifier::AtMost),
    ("约为", Qualifier::About),
    ("约", Qualifier::About),
    ("大约", Qualifier::About),
    ("≈", Qualifier::About),
    ("达到", Qualifier::Exact),
    ("达", Qualifier::Exact),
];

/// Words inside the figure.
pub(super) static INFIXES: &[Word] = &[("余", Qualifier::Over), ("多", Qualifier::Over), ("来", Qualifier::About)];

/// Words behind the unit. Where one ends another, the longer first.
pub(super) static SUFFIXES: &[Word] = &[
    ("及以上", Qualifier::AtLeast),
    ("以上", Qualifier::AtLeast),
    ("及以下", Qualifier::AtMost),
    ("以下", Qualifier::AtMost),
    ("以内", Qualifier::AtMost),
    ("之内", Qualifier::AtMost),
    ("内", Qualifier::AtMost),
    ("左右", Qualifier::About),
    ("上下", Qualifier::About),
    ("余", Qualifier::Over),
    ("多", Qualifier::Over),
];

/// Signs between the ends of a range. Where one begins another, the longer first.
pub(super) static RANGE_SIGNS: &[&str] = &["——", "—", "–", "-", "~", "〜", "至", "到"];
