//! What would make an inconsistent figure fit. Each hint has been checked by arithmetic; none says what happened.

use super::{
    exact::Fraction,
    relations::{Computed, Equation, Operation},
    verdict::{Agreement, Magnitude},
};
use crate::{
    dataset::{Dimension, Quantity, Unit},
    order::sorted,
};

/// A change under which the figures agree: "would fit if …", never a correction.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hint {
    /// What would be changed.
    pub kind: HintKind,
    /// The figure that would fit, in `unit`.
    pub value: f64,
    /// The unit of `value`.
    pub unit: Unit,
    /// The decimals `value` is written with.
    pub decimals: u8,
    /// How well the figures would agree then.
    pub agreement: Agreement,
}

/// Kinds of changes, in the order of rank.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum HintKind {
    /// The stated growth rate is the ratio of the later to the earlier value (增长 for 增长到); `value` is the growth.
    RatioForGrowth,
    /// The stated ratio is a growth rate (增长到 for 增长); `value` is the ratio.
    GrowthForRatio,
    /// The stated rate is a difference in percentage points, or the other way.
    PercentagePoints,
    /// Two digits side by side in the stated figure are swapped.
    DigitsSwapped,
    /// The stated figure is off by this power of ten.
    PowerOfTen(i8),
    /// The stated figure is off by one in its last digit.
    OffByOne,
    /// Another figure of the same place and indicator in place of this input; `figure` is its position among the
    /// alternatives given.
    OtherFigure {
        /// Position among the inputs.
        input: usize,
        /// Position among the alternatives.
        figure: usize,
    },
    /// An input that counts things is off by one.
    InputOffByOne {
        /// Position among the inputs.
        input: usize,
    },
    /// The only whole base or denominator that gives the stated rate.
    WholeBase,
    /// The only whole part that gives the stated share.
    WholePart,
    /// Two digits of the stated figure that are not side by side are swapped.
    FarDigitsSwapped,
    /// Further decimals were dropped, and the figures put in were rounded.
    Truncated,
}

/// A figure that may stand in for an input.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Alternative {
    /// Position among the inputs.
    pub input: usize,
    /// The figure.
    pub quantity: Quantity,
}

/// Everything that would make the stated figure fit, the most telling first: by kind in the order of [`HintKind`],
/// those that agree only in truncation after the others. None where the figures agree or cannot be checked.
///
/// ```
/// use duibiao::{crosscheck::{HintKind, Operation, hints}, dataset::notation};
/// let figure = |text| notation::parse(text).map(|written| written.quantity(None));
/// let found = hints(Operation::Growth, &[figure("52家")?, figure("123家")?], &figure("236%")?, &[]);
/// assert_eq!((found[0].kind, found[0].value), (HintKind::RatioForGrowth, 136.0));
/// # Ok::<(), notation::NotationError>(())
/// ```
pub fn hints(operation: Operation, inputs: &[Quantity], stated: &Quantity, alternatives: &[Alternative]) -> Vec<Hint> {
    let Ok(equation) = Equation::of(operation, inputs, stated) else { return Vec::new() };
    let Ok(result) = equation.result() else { return Vec::new() };
    if operation == Operation::Part || matches!(equation.agreement(&result), (Some(_), _) | (_, true)) {
        return Vec::new();
    }
    let search = Search { equation, result, inputs, written: stated };
    let mut found = Vec::new();
    found.extend(search.growth_and_ratio());
    found.extend(search.percentage_points());
    found.extend(search.swapped_digits());
    found.extend(search.powers_of_ten());
    found.extend(search.off_by_one());
    found.extend(search.other_figures(alternatives));
    found.extend(search.inputs_off_by_one());
    found.extend(search.whole_inputs());
    found.extend(search.truncated());
    let weak = |hint: &Hint| matches!(hint.agreement, Agreement::Truncated | Agreement::WithinInputs);
    sorted(found, |hint| if weak(hint) { 100.0 } else { 0.0 } + rank(hint.kind))
}

/// The order of kinds; those alike are found in theirs.
fn rank(kind: HintKind) -> f64 {
    match kind {
        HintKind::RatioForGrowth => 0.0,
        HintKind::GrowthForRatio => 1.0,
        HintKind::PercentagePoints => 2.0,
        HintKind::DigitsSwapped => 3.0,
        HintKind::PowerOfTen(_) => 4.0,
        HintKind::OffByOne => 5.0,
        HintKind::OtherFigure { .. } => 6.0,
        HintKind::InputOffByOne { .. } => 7.0,
        HintKind::WholeBase => 8.0,
        HintKind::WholePart => 9.0,
        HintKind::FarDigitsSwapped => 10.0,
        HintKind::Truncated => 11.0,
    }
}

struct Search<'q> {
    equation: Equation,
    result: Computed,
    inputs: &'q [Quantity],
    written: &'q Quantity,
}

impl Search<'_> {
    fn hint(&self, kind: HintKind, value: Fraction, decimals: u8, agreement: Agreement) -> Option<Hint> {
        let value = value.over(self.equation.stated.size)?.to_f64();
        Some(Hint { kind, value, unit: self.written.unit(), decimals, agreement })
    }

    /// How the tie holds with another figure stated in place of the one that is.
    fn with_stated(&self, stated: Magnitude) -> Option<Agreement> {
        let equation = Equation { stated, ..self.equation.clone() };
        // what is computed depends on what is stated in one case only
        let result = if equation.operation == Operation::WholeBase { equation.result().ok()? } else { self.result };
        equation.agreement(&result).0
    }

    fn with_input(&self, input: usize, magnitude: Magnitude) -> Option<Agreement> {
        let mut equation = self.equation.clone();
        *equation.inputs.get_mut(input)? = magnitude;
        let result = equation.result().ok()?;
        equation.agreement(&result).0
    }

    fn growth_and_ratio(&self) -> Option<Hint> {
        use Operation::{Growth, Increase, Ratio, WholeBase};
        let (stated, decimals) = (&self.equation.stated, self.written.decimals());
        match self.equation.operation {
            Growth | Increase => {
                let agreement = stated.agreement(self.result.value.plus(Fraction::ONE)?)?;
                self.hint(HintKind::RatioForGrowth, stated.value.minus(Fraction::ONE)?, decimals, agreement)
            }
            WholeBase => {
                let growth = stated.value.minus(Fraction::ONE)?;
                let agreement = self.with_stated(stated.stating(growth, stated.step))?;
                self.hint(HintKind::RatioForGrowth, growth, decimals, agreement)
            }
            Ratio if stated.dimension == Dimension::Share || stated.dimension == Dimension::Multiple => {
                let agreement = stated.agreement(self.result.value.minus(Fraction::ONE)?)?;
                self.hint(HintKind::GrowthForRatio, stated.value.plus(Fraction::ONE)?, decimals, agreement)
            }
            _ => None,
        }
    }

    /// Of two shares, the other kind of change than the one stated.
    fn percentage_points(&self) -> Option<Hint> {
        let [first, second] = self.equation.inputs.as_slice() else { return None };
        // they are alike, or there would be no equation
        if first.dimension != Dimension::Share {
            return None;
        }
        let (change, unit) = match self.equation.operation {
            Operation::Growth => (second.value.minus(first.value)?, Unit::PERCENTAGE_POINT),
            Operation::Difference => (first.value.over(second.value)?.minus(Fraction::ONE)?, Unit::PERCENT),
            _ => return None,
        };
        let stated = &self.equation.stated;
        let hint = self.hint(HintKind::PercentagePoints, stated.value, self.written.decimals(), stated.agreement(change)?)?;
        Some(Hint { unit, ..hint })
    }

    fn swapped_digits(&self) -> Vec<Hint> {
        let Some((digits, step)) = self.digits() else { return Vec::new() };
        let mut found = Vec::new();
        for (left, a) in digits.iter().enumerate() {
            for (right, _) in digits.iter().enumerate().skip(left + 1).filter(|(_, b)| *b != a) {
                let mut swapped = digits.clone();
                swapped.swap(left, right);
                let number = swapped.iter().fold(0_i128, |number, digit| number * 10 + digit);
                let Some(value) = Fraction::whole(number).times(step) else { continue };
                let value = if self.equation.stated.value < Fraction::ZERO { value.negative() } else { value };
                let kind = if right == left + 1 { HintKind::DigitsSwapped } else { HintKind::FarDigitsSwapped };
                let hint = self
                    .with_stated(self.equation.stated.stating(value, step))
                    .and_then(|agreement| self.hint(kind, value, self.written.decimals(), agreement));
                // a leading zero is written before a decimal point only
                found.extend(hint.filter(|_| swapped.first() != Some(&0) || swapped.len() == usize::from(self.written.decimals()) + 1));
            }
        }
        found
    }

    /// The stated figure's digits, down to its last decimal, and the place value of the last.
    fn digits(&self) -> Option<(Vec<i128>, Fraction)> {
        let stated = &self.equation.stated;
        let steps = stated.value.over(stated.step)?.size();
        let mut rest = steps.is_whole().then(|| steps.floor())?;
        let mut digits = Vec::new();
        while rest > 0 && digits.len() < 18 {
            digits.push(rest % 10);
            rest /= 10;
        }
        // 0.94 has a zero to swap with
        while digits.len() <= usize::from(self.written.decimals()) && digits.len() < 18 {
            digits.push(0);
        }
        digits.reverse();
        Some((digits, stated.step))
    }

    fn powers_of_ten(&self) -> Vec<Hint> {
        let Some((mut digits, mut step)) = self.digits() else { return Vec::new() };
        let (mut decimals, ten) = (i32::from(self.written.decimals()), Fraction::whole(10));
        // zeros at the end are not told to be significant after a shift
        while digits.last() == Some(&0) {
            digits.pop();
            let Some(larger) = step.times(ten) else { return Vec::new() };
            (step, decimals) = (larger, decimals - 1);
        }
        let significant = digits.iter().skip_while(|digit| **digit == 0).count();
        if significant < 2 {
            return Vec::new();
        }
        let shifted = |shift: i32| {
            let power = Fraction::ten_to(shift)?;
            let (value, step) = (self.equation.stated.value.times(power)?, step.times(power)?);
            let agreement = self.with_stated(self.equation.stated.stating(value, step))?;
            let decimals = u8::try_from((decimals - shift).max(0)).ok()?;
            self.hint(HintKind::PowerOfTen(i8::try_from(shift).ok()?), value, decimals, agreement)
        };
        (-8..=8).filter(|shift| *shift != 0).filter_map(shifted).collect()
    }

    fn off_by_one(&self) -> Option<Hint> {
        let stated = &self.equation.stated;
        [stated.step, stated.step.negative()].into_iter().find_map(|one| {
            let value = stated.value.plus(one)?;
            let agreement = self.with_stated(stated.stating(value, stated.step)).filter(|agreement| *agreement <= Agreement::Rounded)?;
            self.hint(HintKind::OffByOne, value, self.written.decimals(), agreement)
        })
    }

    fn other_figures(&self, alternatives: &[Alternative]) -> Vec<Hint> {
        let mut found = Vec::new();
        for (figure, Alternative { input, quantity }) in alternatives.iter().enumerate() {
            let current = self.inputs.get(*input).filter(|current| *current != quantity && current.unit().converts_to(quantity.unit()));
            let Some((_, magnitude)) = current.zip(Magnitude::of(quantity).ok()) else { continue };
            if let Some(agreement) = self.with_input(*input, magnitude) {
                let kind = HintKind::OtherFigure { input: *input, figure };
                found.push(Hint { kind, value: quantity.value(), unit: quantity.unit(), decimals: quantity.decimals(), agreement });
            }
        }
        found
    }

    /// Of a sum or a difference, every input off by one is the result off by one, which is told already.
    fn inputs_off_by_one(&self) -> Vec<Hint> {
        if !matches!(self.equation.operation, Operation::Ratio | Operation::Growth | Operation::Increase | Operation::WholeBase) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (input, (magnitude, quantity)) in self.equation.inputs.iter().zip(self.inputs).enumerate().filter(|(_, (m, _))| m.counted) {
            for one in [Fraction::ONE, Fraction::ONE.negative()] {
                let Some(value) = magnitude.value.plus(one) else { continue };
                let changed = Magnitude { value, low: value, high: value, ..*magnitude };
                if let Some(agreement) = self.with_input(input, changed).filter(|agreement| *agreement <= Agreement::Rounded) {
                    let kind = HintKind::InputOffByOne { input };
                    found.push(Hint { kind, value: value.to_f64(), unit: quantity.unit(), decimals: 0, agreement });
                }
            }
        }
        found
    }

    fn whole_inputs(&self) -> Vec<Hint> {
        let (Some((low, high)), Some((last, before))) = (self.equation.stated.accepts(), self.equation.inputs.split_last()) else {
            return Vec::new();
        };
        let (Some(unit), Some(denominator)) = (self.inputs.first().map(Quantity::unit), self.inputs.last().map(Quantity::unit)) else {
            return Vec::new();
        };
        let count = |kind, number: Option<i128>, unit| {
            let agreement = Agreement::Rounded;
            Some(Hint { kind, value: Fraction::whole(number?).to_f64(), unit, decimals: 0, agreement })
        };
        let (low_times, high_times) = (low.plus(Fraction::ONE), high.plus(Fraction::ONE));
        let times = low_times.zip(high_times);
        let found = match (self.equation.operation, before) {
            (Operation::Growth, [base]) if base.counted => {
                let only = times.and_then(|(low, high)| only_between(last.value.over(high)?, last.value.over(low)?));
                [count(HintKind::WholeBase, only, unit), None]
            }
            (Operation::Increase, [value]) if value.counted => {
                let only = times.and_then(|(low, high)| only_between(value.value.over(high)?, value.value.over(low)?));
                [count(HintKind::WholeBase, only, unit), None]
            }
            (Operation::Ratio, parts) if parts.iter().all(|part| part.counted) => {
                let sum = parts.iter().try_fold(Fraction::ZERO, |sum, part| sum.plus(part.value));
                let base = last.counted.then(|| only_between(sum?.over(high)?, sum?.over(low)?)).flatten();
                let part = only_between_products(low, high, last);
                [count(HintKind::WholeBase, base, denominator), count(HintKind::WholePart, part, unit)]
            }
            _ => [None, None],
        };
        found.into_iter().flatten().filter(|hint| hint.value > 0.0).collect()
    }

    /// The inputs before they were rounded may give a result that loses its further decimals.
    fn truncated(&self) -> Option<Hint> {
        let stated = &self.equation.stated;
        let next = if stated.value < Fraction::ZERO { stated.value.minus(stated.step) } else { stated.value.plus(stated.step) }?;
        let (low, high) = (stated.value.min(next), stated.value.max(next));
        let meets = !stated.spread && self.result.low < high && low < self.result.high;
        let hint = self.hint(HintKind::Truncated, stated.value, self.written.decimals(), Agreement::WithinInputs);
        hint.filter(|_| meets && self.equation.operation != Operation::Same)
    }
}

/// The only integer between two numbers, both included.
fn only_between(low: Fraction, high: Fraction) -> Option<i128> {
    let least = low.negative().floor();
    (-least == high.floor()).then(|| high.floor())
}

fn only_between_products(low: Fraction, high: Fraction, factor: &Magnitude) -> Option<i128> {
    let whole = factor.counted.then_some(factor.value)?;
    only_between(low.times(whole)?, high.times(whole)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::notation;
    use proptest::prelude::*;

    fn figure(text: &str) -> Quantity {
        notation::parse(text).unwrap().quantity(None)
    }

    /// The most telling hint.
    fn check(operation: Operation, inputs: &[&str], stated: &str, expect: Option<(HintKind, f64)>) {
        let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
        let found = hints(operation, &inputs, &figure(stated), &[]);
        assert_eq!(found.first().map(|hint| (hint.kind, hint.value)), expect, "{stated}: {found:?}");
    }

    #[test]
    fn each_kind() {
        use Operation::{Difference, Growth, Increase, Ratio, Sum, WholeBase};
        check(Growth, &["52家", "123家"], "236%", Some((HintKind::RatioForGrowth, 136.0)));
        check(Ratio, &["30家", "20家"], "50%", Some((HintKind::GrowthForRatio, 150.0)));
        check(Growth, &["10%", "15%"], "5%", Some((HintKind::PercentagePoints, 5.0)));
        check(Difference, &["15%", "10%"], "50%", Some((HintKind::PercentagePoints, 50.0)));
        check(Ratio, &["7274人", "88人", "7401人"], "99.74%", Some((HintKind::DigitsSwapped, 99.47)));
        check(Sum, &["21家", "32家"], "503家", None);
        check(Sum, &["421家", "32家"], "354家", Some((HintKind::FarDigitsSwapped, 453.0)));
        check(Sum, &["421家", "32家"], "4530家", Some((HintKind::PowerOfTen(-1), 453.0)));
        check(Ratio, &["248个", "251个"], "9.88%", Some((HintKind::PowerOfTen(1), 98.8)));
        check(Sum, &["421家", "32家"], "454家", Some((HintKind::OffByOne, 453.0)));
        check(Increase, &["716家", "260家"], "57.36%", Some((HintKind::InputOffByOne { input: 1 }, 261.0)));
        check(WholeBase, &["8名"], "600%", Some((HintKind::InputOffByOne { input: 0 }, 7.0)));
        check(Growth, &["470家", "716家"], "57.36%", Some((HintKind::WholeBase, 455.0)));
        check(Ratio, &["1.0亿元", "2.6亿元"], "35%", Some((HintKind::Truncated, 35.0)));
    }

    #[test]
    fn a_whole_base_is_looked_for_anew() {
        // 27 from 23 is 17.4 %
        check(Operation::WholeBase, &["27家"], "71.4%", Some((HintKind::DigitsSwapped, 17.4)));
        check(Operation::WholeBase, &["27家"], "117.4%", Some((HintKind::RatioForGrowth, 17.4)));
    }

    #[test]
    fn growth_for_a_ratio_of_like_things() {
        check(Operation::Ratio, &["30家", "20家"], "0.5倍", Some((HintKind::GrowthForRatio, 1.5)));
        // a bare number is no growth
        let inputs = [figure("30家"), figure("20家")];
        let bare = Quantity::exact(0.5, 1, Unit::BARE).unwrap();
        let found = hints(Operation::Ratio, &inputs, &bare, &[]);
        assert!(found.iter().all(|hint| hint.kind != HintKind::GrowthForRatio), "{found:?}");
    }

    #[test]
    fn swapped_digits_are_a_number_one_would_write() {
        use Operation::{Growth, Ratio, Sum};
        // the zero before the point is a digit to swap with
        check(Ratio, &["49家", "10000家"], "0.94%", Some((HintKind::DigitsSwapped, 0.49)));
        check(Ratio, &["904家", "10000家"], "0.94%", Some((HintKind::DigitsSwapped, 9.04)));
        check(Ratio, &["490亩", "10000亩"], "0.94%", Some((HintKind::FarDigitsSwapped, 4.9)));
        check(Ratio, &["14家", "10000家"], "1.04%", Some((HintKind::DigitsSwapped, 0.14)));
        // 01.4 % and 01 are not written
        check(Ratio, &["14家", "1000家"], "10.4%", Some((HintKind::WholePart, 104.0)));
        check(Sum, &["1家", "0家"], "10家", None);
        check(Growth, &["100家", "79家"], "-12%", Some((HintKind::DigitsSwapped, -21.0)));
    }

    #[test]
    fn shifted_points() {
        use Operation::{Ratio, Sum};
        let shift = |operation, inputs: &[&str], stated: &str| {
            let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
            let found = hints(operation, &inputs, &figure(stated), &[]);
            found.iter().find(|hint| matches!(hint.kind, HintKind::PowerOfTen(_))).map(|hint| (hint.kind, hint.value, hint.decimals))
        };
        assert_eq!(shift(Ratio, &["248个", "251个"], "9.88%"), Some((HintKind::PowerOfTen(1), 98.8, 1)));
        assert_eq!(shift(Ratio, &["248个", "251个"], "988%"), Some((HintKind::PowerOfTen(-1), 98.8, 1)));
        // zeros at the end are not told to be significant
        assert_eq!(shift(Sum, &["421家", "32家"], "4530家"), Some((HintKind::PowerOfTen(-1), 453.0, 0)));
        assert_eq!(shift(Sum, &["421家", "32家"], "45300家"), Some((HintKind::PowerOfTen(-2), 453.0, 0)));
        assert_eq!(shift(Sum, &["4210家", "320家"], "45.3家"), Some((HintKind::PowerOfTen(2), 4530.0, 0)));
        assert_eq!(shift(Ratio, &["98家", "1000家"], "98%"), Some((HintKind::PowerOfTen(-1), 9.8, 1)));
        // one digit is too little to recognise
        assert_eq!(shift(Ratio, &["5家", "100家"], "50%"), None);
        assert_eq!(shift(Ratio, &["5家", "100家"], "0.5%"), None);
    }

    #[test]
    fn whole_numbers_are_of_things_counted() {
        use Operation::{Growth, Increase, Ratio};
        let whole = |operation, inputs: &[&str], stated: &str| {
            let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
            let found = hints(operation, &inputs, &figure(stated), &[]);
            let kinds = |hint: &Hint| matches!(hint.kind, HintKind::WholeBase | HintKind::WholePart | HintKind::InputOffByOne { .. });
            found.iter().filter(|hint| kinds(hint)).map(|hint| (hint.kind, hint.value, hint.decimals)).collect::<Vec<_>>()
        };
        let (base, part) = (HintKind::WholeBase, HintKind::WholePart);
        assert_eq!(whole(Growth, &["470家", "716家"], "57.36%"), [(base, 455.0, 0)]);
        assert_eq!(whole(Growth, &["4.70亿元", "7.16亿元"], "57.36%"), []);
        assert_eq!((whole(Growth, &["470亩", "716亩"], "57.36%"), whole(Increase, &["716亩", "200亩"], "57.36%")), (vec![], vec![]));
        assert_eq!(whole(Ratio, &["5亩", "100亩"], "50%"), []);
        assert_eq!(whole(Increase, &["716家", "200家"], "57.36%"), [(base, 455.0, 0)]);
        assert_eq!(whole(Increase, &["7.16亿元", "2.00亿元"], "57.36%"), []);
        assert_eq!(whole(Ratio, &["5家", "100家"], "50%"), [(base, 10.0, 0), (part, 50.0, 0)]);
        assert_eq!(whole(Ratio, &["3家", "2家", "100家"], "50%"), [(base, 10.0, 0), (part, 50.0, 0)]);
        // nothing is no whole part
        assert_eq!(whole(Ratio, &["1家", "200家"], "0.0%"), [(HintKind::InputOffByOne { input: 0 }, 0.0, 0)]);
        // two parts would do, and two bases
        assert_eq!(whole(Ratio, &["5家", "300家"], "50%"), [(base, 10.0, 0)]);
        assert_eq!(whole(Ratio, &["99家", "300家"], "50%"), []);
        assert_eq!(whole(Ratio, &["5.0亿元", "300.0亿元"], "50%"), []);
        // one more or less in a count
        assert_eq!(whole(Ratio, &["3家", "8家"], "50%"), [(HintKind::InputOffByOne { input: 0 }, 4.0, 0), (base, 6.0, 0), (part, 4.0, 0)]);
        assert_eq!(whole(Ratio, &["4家", "7家"], "50%"), [(HintKind::InputOffByOne { input: 1 }, 8.0, 0), (base, 8.0, 0)]);
    }

    #[test]
    fn figures_that_may_stand_in() {
        let inputs = [figure("80家"), figure("100家")];
        let other = |input, text: &str| Alternative { input, quantity: figure(text) };
        let found = |alternatives: &[Alternative]| {
            let found = hints(Operation::Growth, &inputs, &figure("60%"), alternatives);
            found
                .iter()
                .filter(|hint| matches!(hint.kind, HintKind::OtherFigure { .. }))
                .map(|hint| (hint.kind, hint.value))
                .collect::<Vec<_>>()
        };
        assert_eq!(found(&[other(0, "62.5家"), other(1, "128家")]).len(), 2);
        assert_eq!(found(&[other(0, "70家"), other(1, "128家")]), [(HintKind::OtherFigure { input: 1, figure: 1 }, 128.0)]);
        // no position, no unit, nothing new
        assert_eq!(found(&[other(2, "128家"), other(1, "128人"), other(0, "80家")]), []);
    }

    #[test]
    fn further_decimals_dropped() {
        use Operation::{Growth, Ratio};
        let truncated = |operation, inputs: &[&str], stated: &str| {
            let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
            hints(operation, &inputs, &figure(stated), &[]).iter().any(|hint| hint.kind == HintKind::Truncated)
        };
        // 1.0 ÷ 2.6 lies between 0.358 and 0.412 and may be cut to 35 %
        assert!(truncated(Ratio, &["1.0亿元", "2.6亿元"], "35%"));
        assert!(!truncated(Ratio, &["1.0亿元", "2.6亿元"], "34%"));
        assert!(!truncated(Ratio, &["1.0亿元", "2.6亿元"], "42%"));
        // the next number in full has no decimals to drop
        assert!(!truncated(Ratio, &["36家", "100家"], "35%") && !truncated(Growth, &["100家", "64家"], "-35%"));
        // towards zero also below it: 1.7 ÷ 2.7 − 1 lies between −0.4 and −0.3396
        assert!(truncated(Growth, &["2.7亿元", "1.7亿元"], "-33%"));
        assert!(!truncated(Growth, &["2.7亿元", "1.7亿元"], "-32%"));
        assert!(!truncated(Ratio, &["1.0亿元", "2.6亿元"], "约30%"));
    }

    #[test]
    fn points_and_per_cent_need_two_shares() {
        use Operation::{Difference, Growth, Ratio};
        let unit = |operation, inputs: &[&str], stated: &str| {
            let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
            let found = hints(operation, &inputs, &figure(stated), &[]);
            found.iter().find(|hint| hint.kind == HintKind::PercentagePoints).map(|hint| hint.unit)
        };
        assert_eq!(unit(Growth, &["10%", "15%"], "5%"), Some(Unit::PERCENTAGE_POINT));
        assert_eq!(unit(Difference, &["15%", "10%"], "50个百分点"), Some(Unit::PERCENT));
        assert_eq!(unit(Growth, &["10家", "15家"], "5%"), None);
        assert_eq!(unit(Difference, &["15家", "10家"], "50家"), None);
        assert_eq!(unit(Ratio, &["10%", "15%"], "5%"), None);
    }

    #[test]
    fn none_where_figures_agree_or_cannot_be_checked() {
        check(Operation::Ratio, &["248个", "251个"], "98.8%", None);
        check(Operation::Ratio, &["248个", "0个"], "98.8%", None);
        check(Operation::Sum, &["248个", "5亿元"], "253个", None);
        check(Operation::Part, &["12家"], "11家", None);
    }

    proptest! {
        #[test]
        fn any_figures_give_finite_hints(
            values in prop::collection::vec((prop_oneof![any::<f64>(), -1e6..1e6], 0u8..20, 0usize..4), 1..4),
            stated in prop_oneof![any::<f64>(), -1e6..1e6], decimals in 0u8..20, operation in 0usize..8
        ) {
            use Operation::{Difference, Growth, Increase, Part, Ratio, Same, Sum, WholeBase};
            let operation = [Ratio, Growth, Difference, Sum, Increase, WholeBase, Part, Same][operation];
            let units = ["家", "%", "亿元", "个百分点"].map(|unit| Unit::parse(unit).unwrap());
            let quantity = |value: f64, decimals, unit: usize| Quantity::exact(value, decimals, units[unit]);
            let inputs: Vec<Quantity> = values.iter().filter_map(|(value, decimals, unit)| quantity(*value, *decimals, *unit)).collect();
            let others: Vec<Alternative> = inputs.iter().enumerate().map(|(input, quantity)| Alternative { input, quantity: *quantity }).collect();
            for unit in 0..units.len() {
                let Some(stated) = quantity(stated, decimals, unit) else { continue };
                prop_assert!(hints(operation, &inputs, &stated, &others).iter().all(|hint| hint.value.is_finite()));
            }
        }
    }
}
