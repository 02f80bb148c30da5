//! What a promise is called and what it asks, in a few words.

use crate::{
    dataset::{Qualifier, Quantity, Target, TargetKind, decimal::count, decimal::shortest},
    words::{Words, sentence::sentences, target::sign},
};

sentences! {
    /// What is asked where it is no plain value.
    enum Asked {
        ToZero = "清零" | "清零" | "zero";
        Top = "前{n}位" | "前{n}位" | "top {n}";
        TopBoth = "保{n}争{best}" | "保{n}爭{best}" | "no. {n}, at best {best}";
        TimesBase = "基期的{k}倍" | "基期的{k}倍" | "{k} × baseline";
    }
}

/// What a promise is called: its title, or its indicator.
pub(in crate::words) fn name(words: Words, target: &Target) -> &str {
    match (&target.title, &target.indicator) {
        (Some(title), _) => title.get(words.lang),
        (None, Some(indicator)) => words.indicator(indicator),
        (None, None) => "",
    }
}

/// What a promise asks, short: 8万平方米, ≤8%, 1.2–1.5倍, 前3位, 清零.
#[inline(never)]
pub(in crate::words) fn asked(words: Words, target: &Target) -> String {
    let bare = |quantity: &Quantity| words.full_number(quantity.value(), quantity.decimals(), quantity.unit());
    match &target.kind {
        TargetKind::Reach { value, .. } | TargetKind::Cumulative { value, .. } | TargetKind::Plan(value) => match value.qualifier() {
            Qualifier::Range => words.full_figure(value, ""),
            _ => [sign(target), &bare(value)].concat(),
        },
        TargetKind::AtLeast(value) | TargetKind::AtMost(value) => [sign(target), &bare(value)].concat(),
        TargetKind::Growth(rate) => [if target.strict { ">" } else { "≥" }, &bare(rate)].concat(),
        TargetKind::Corridor { low, high } => {
            let amount = |quantity: &Quantity| words.amount(quantity.value(), quantity.decimals(), quantity.unit());
            words.with_unit(&[amount(low), amount(high)].join("–"), high.unit())
        }
        TargetKind::Zero => words.plain(Asked::ToZero),
        TargetKind::Rank { commit, stretch: None, .. } => words.say(Asked::Top, "n", &[&count((*commit).into())]),
        TargetKind::Rank { commit, stretch: Some(best), .. } => {
            words.say(Asked::TopBoth, "n best", &[&count((*commit).into()), &count((*best).into())])
        }
        TargetKind::Multiply(multiple) => words.say(Asked::TimesBase, "k", &[&shortest(multiple.factor)]),
        TargetKind::Deliver => String::new(),
    }
}
