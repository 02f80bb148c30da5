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

    /// The stated figure's digits, down to its last decimal, and the place value of the last. `None` for more than fit 64 bits,
    /// any order of which fits 128.
    fn digits(&self) -> Option<(Vec<i128>, Fraction)> {
        let stated = &self.equation.stated;
        let steps = stated.value.over(stated.step)?.size();
        let mut rest = steps.is_whole().then(|| u64::try_from(steps.floor()))?.ok()?;
        let mut digits = Vec::new();
        // 0.94 has a zero to swap with
        while rest > 0 || digits.len() <= usize::from(self.written.decimals()) {
            digits.push(i128::from(rest % 10));
            rest /= 10;
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
        // nothing is what is left of numbers on both sides of it
        let low = if stated.value > Fraction::ZERO { stated.value } else { stated.value.minus(stated.step)? };
        let high = if stated.value < Fraction::ZERO { stated.value } else { stated.value.plus(stated.step)? };
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
mod tests;
