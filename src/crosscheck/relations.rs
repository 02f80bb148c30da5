//! The ties figures can have, and what each computes.

use super::{
    exact::Fraction,
    verdict::{Agreement, Magnitude, Obstacle, Outcome, is_countable},
};
use crate::dataset::{Dimension, Quantity};

/// A tie between figures: what the figures put in give, and how the stated one must stand to it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Operation {
    /// The figures but the last, added up ÷ the last.
    Ratio,
    /// Base, later value: later ÷ base − 1.
    Growth,
    /// The first − the second.
    Difference,
    /// All added up.
    Sum,
    /// Value, increase: value ÷ (value − increase) − 1, the growth rate an increase stands for.
    Increase,
    /// A count and its growth rate: the rate nearest the stated one that a whole base can give.
    WholeBase,
    /// A part, which is no larger than its whole, the stated figure.
    Part,
    /// Another statement of the same fact.
    Same,
}

/// Checks a stated figure against what others give.
///
/// `inputs` in the order [`Operation`] names; units may differ in scale. The result is in the stated figure's unit.
///
/// # Errors
/// [`Obstacle`]: units that do not go together, no inputs, a base that is or may be zero, digits beyond exact arithmetic.
///
/// ```
/// use duibiao::{crosscheck::{Agreement, Operation, Verdict, check}, dataset::notation};
/// let figure = |text| notation::parse(text).map(|written| written.quantity(None));
/// let (settled, problems, rate) = (figure("248个")?, figure("251个")?, figure("98.8%")?);
/// let outcome = check(Operation::Ratio, &[settled, problems], &rate).expect("units agree");
/// assert_eq!(outcome.verdict(), Verdict::Consistent(Agreement::Rounded));
/// # Ok::<(), notation::NotationError>(())
/// ```
pub fn check(operation: Operation, inputs: &[Quantity], stated: &Quantity) -> Result<Outcome, Obstacle> {
    let equation = Equation::of(operation, inputs, stated)?;
    let result = equation.result()?;
    outcome(&equation, result, stated).ok_or(Obstacle::Digits)
}

fn outcome(equation: &Equation, result: Computed, stated: &Quantity) -> Option<Outcome> {
    let size = equation.stated.size;
    let shown = |fraction: Fraction| fraction.over(size).map(Fraction::to_f64);
    let (by_arithmetic, within_inputs) = equation.agreement(&result);
    let (least, most) = equation.stated.accepts()?;
    Some(Outcome {
        stated: stated.value(),
        accepted: (shown(least)?, shown(most)?),
        computed: shown(result.value)?,
        range: (shown(result.low)?, shown(result.high)?),
        difference: shown(result.value.minus(equation.stated.value)?)?,
        unit: stated.unit(),
        by_arithmetic,
        within_inputs,
    })
}

/// A tie with its figures in base units.
#[derive(Clone, Debug)]
pub(super) struct Equation {
    pub(super) operation: Operation,
    pub(super) inputs: Vec<Magnitude>,
    pub(super) stated: Magnitude,
}

/// What the inputs give as stated, and the least and the most they can give.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Computed {
    pub(super) value: Fraction,
    pub(super) low: Fraction,
    pub(super) high: Fraction,
}

impl Equation {
    pub(super) fn of(operation: Operation, inputs: &[Quantity], stated: &Quantity) -> Result<Equation, Obstacle> {
        let inputs = inputs.iter().map(Magnitude::of).collect::<Result<Vec<_>, _>>()?;
        let equation = Equation { operation, inputs, stated: Magnitude::of(stated)? };
        if equation.inputs.is_empty() {
            return Err(Obstacle::Missing);
        }
        if equation.units_agree() { Ok(equation) } else { Err(Obstacle::Units) }
    }

    fn units_agree(&self) -> bool {
        let mut dimensions = self.inputs.iter().map(|input| input.dimension);
        let (Some(first), Some(last)) = (dimensions.next(), dimensions.next_back()) else {
            let alone = self.inputs.first().is_some_and(|input| match self.operation {
                Operation::Sum | Operation::Part | Operation::Same => alike(input.dimension, self.stated.dimension),
                Operation::WholeBase => input.counted && is_rate(self.stated.dimension),
                _ => false,
            });
            return alone;
        };
        let all = dimensions.all(|dimension| alike(dimension, first));
        let two = self.inputs.len() == 2;
        all && match self.operation {
            Operation::Ratio => is_quotient(first, last, self.stated.dimension),
            Operation::Growth | Operation::Increase => two && alike(first, last) && is_rate(self.stated.dimension),
            Operation::Difference => {
                let points = first == Dimension::Share && self.stated.dimension == Dimension::PercentagePoint;
                two && alike(first, last) && (points || alike(first, self.stated.dimension))
            }
            Operation::Sum => alike(first, last) && alike(first, self.stated.dimension),
            Operation::WholeBase | Operation::Part | Operation::Same => false,
        }
    }

    /// What the inputs give, in the base unit of the result.
    pub(super) fn result(&self) -> Result<Computed, Obstacle> {
        if self.lacks_a_base() {
            return Err(Obstacle::ZeroBase);
        }
        if self.operation == Operation::WholeBase {
            let base = self.nearest_base().ok_or(Obstacle::ZeroBase)?;
            let rate = self.growth_from(base).ok_or(Obstacle::Digits)?;
            return Ok(Computed { value: rate, low: rate, high: rate });
        }
        self.computed().ok_or(Obstacle::Digits)
    }

    /// Whether it would divide by what is or may be zero, or grow from nothing or less.
    fn lacks_a_base(&self) -> bool {
        match (self.operation, self.inputs.as_slice()) {
            (Operation::Ratio, [.., denominator]) => denominator.low <= Fraction::ZERO && denominator.high >= Fraction::ZERO,
            (Operation::Growth, [base, ..]) => base.low <= Fraction::ZERO,
            (Operation::Increase, [value, increase, ..]) => value.low <= increase.high,
            _ => false,
        }
    }

    fn computed(&self) -> Option<Computed> {
        let value = self.apply(&|input| input.value, &|input| input.value)?;
        let mut ends = Vec::new();
        let (low, high): (&Pick, &Pick) = (&|input| input.low, &|input| input.high);
        // each operation is monotone in each of its two sides, so that its extremes lie at the corners
        for (left, right) in [(low, low), (low, high), (high, low), (high, high)] {
            ends.push(self.apply(left, right)?);
        }
        Some(Computed { value, low: *ends.iter().min()?, high: *ends.iter().max()? })
    }

    /// The operation on one number of each figure: of those on the left side, and of the last, which is the right.
    fn apply(&self, left: &Pick, right: &Pick) -> Option<Fraction> {
        let (last, before) = self.inputs.split_last()?;
        let right = right(last);
        let left = before.iter().try_fold(Fraction::ZERO, |sum, input| sum.plus(left(input)))?;
        match self.operation {
            Operation::Ratio => left.over(right),
            Operation::Growth => right.over(left)?.minus(Fraction::ONE),
            Operation::Difference => left.minus(right),
            Operation::Increase => left.over(left.minus(right)?)?.minus(Fraction::ONE),
            Operation::Sum | Operation::Part | Operation::Same => left.plus(right),
            Operation::WholeBase => None,
        }
    }

    pub(super) fn agreement(&self, result: &Computed) -> (Option<Agreement>, bool) {
        if self.operation == Operation::Part {
            let no_larger = (result.value <= self.stated.value).then_some(Agreement::Exact);
            return (no_larger, result.low <= self.stated.high);
        }
        let by_arithmetic = self.stated.agreement(result.value);
        if self.operation == Operation::Same {
            // two figures next to each other meet in the half between them, which rounds to one of them only
            let accepts = self.stated.accepts();
            return (
                by_arithmetic,
                by_arithmetic.is_some() || accepts.is_some_and(|(least, most)| result.low < most && least < result.high),
            );
        }
        (by_arithmetic, self.stated.meets(result.low, result.high))
    }

    /// The whole base from which the count grows at a rate nearest the stated one; of two as near, the smaller.
    fn nearest_base(&self) -> Option<i128> {
        let value = self.inputs.first()?.value;
        let times = self.stated.value.plus(Fraction::ONE)?;
        let below = if times > Fraction::ZERO { value.over(times)?.floor() } else { return None };
        let distance = |base: i128| Some(self.growth_from(base)?.minus(self.stated.value)?.size());
        let candidates = [below, below + 1].into_iter().filter(|base| *base >= 1);
        candidates.filter_map(|base| Some((distance(base)?, base))).min().map(|(_, base)| base)
    }

    fn growth_from(&self, base: i128) -> Option<Fraction> {
        self.inputs.first()?.value.over(Fraction::whole(base))?.minus(Fraction::ONE)
    }
}

/// One number of a figure.
type Pick = dyn Fn(&Magnitude) -> Fraction;

/// Whether two dimensions add up. Whoever ties persons to cases has said that they count alike.
fn alike(a: Dimension, b: Dimension) -> bool {
    a == b || (is_countable(a) && is_countable(b))
}

/// What a growth rate can be stated in.
fn is_rate(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Share | Dimension::Multiple | Dimension::PercentagePoint)
}

/// Whether one dimension divided by another gives the third.
fn is_quotient(numerator: Dimension, denominator: Dimension, result: Dimension) -> bool {
    match result {
        Dimension::Share | Dimension::Multiple | Dimension::Bare => alike(numerator, denominator),
        Dimension::MoneyPerArea(currency) => numerator == Dimension::Money(currency) && denominator == Dimension::Area,
        Dimension::MoneyPerPerson(currency) => numerator == Dimension::Money(currency) && denominator == Dimension::People,
        Dimension::CountPerPeople => numerator == Dimension::Count && denominator == Dimension::People,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        crosscheck::Verdict,
        dataset::{Unit, notation},
    };
    use proptest::prelude::*;

    fn figure(text: &str) -> Quantity {
        notation::parse(text).unwrap().quantity(None)
    }

    fn check(operation: Operation, inputs: &[&str], stated: &str) -> Result<Verdict, Obstacle> {
        let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
        super::check(operation, &inputs, &figure(stated)).map(|outcome| outcome.verdict())
    }

    #[test]
    fn each_operation() {
        use Operation::{Difference, Growth, Increase, Part, Ratio, Same, Sum, WholeBase};
        let agrees = |agreement| Ok(Verdict::Consistent(agreement));
        assert_eq!(check(Ratio, &["50人", "30人", "100人"], "80%"), agrees(Agreement::Exact));
        assert_eq!(check(Ratio, &["1亿元", "3亿元"], "三分之一"), agrees(Agreement::Exact));
        assert_eq!(check(Ratio, &["300万元", "2亩"], "150万元/亩"), agrees(Agreement::Exact));
        assert_eq!(check(Growth, &["80家", "100家"], "25%"), agrees(Agreement::Exact));
        assert_eq!(check(Growth, &["80家", "100家"], "0.25倍"), agrees(Agreement::Exact));
        assert_eq!(check(Growth, &["100家", "87家"], "-13%"), agrees(Agreement::Exact));
        assert_eq!(check(Difference, &["15.62%", "6.86%"], "8.76个百分点"), agrees(Agreement::Exact));
        assert_eq!(check(Sum, &["60亩", "177.18亩", "360.81亩"], "598亩"), agrees(Agreement::Rounded));
        assert_eq!(check(Sum, &["5家"], "5家"), agrees(Agreement::Exact));
        assert_eq!(check(Sum, &["1.2亿元", "1.2亿元"], "2.5亿元"), agrees(Agreement::WithinInputs));
        assert_eq!(check(Increase, &["455家", "91家"], "25%"), agrees(Agreement::Exact));
        assert_eq!(check(WholeBase, &["27家"], "17.4%"), agrees(Agreement::Rounded));
        assert_eq!(check(WholeBase, &["8名"], "600%"), Ok(Verdict::Inconsistent));
        assert_eq!(check(Part, &["超850亿元"], "855亿元"), agrees(Agreement::Exact));
        assert_eq!(check(Part, &["12家"], "11家"), Ok(Verdict::Inconsistent));
        assert_eq!(check(Same, &["464.24亿元"], "464.2亿元"), agrees(Agreement::Rounded));
        assert_eq!(check(Same, &["22个"], "32个"), Ok(Verdict::Inconsistent));
    }

    #[test]
    fn units_that_lead_to_each_other() {
        use Operation::{Difference, Growth, Increase, Part, Ratio, Same, Sum, WholeBase};
        let fit = |operation, inputs: &[&str], stated: &str, expect: bool| {
            let found = check(operation, inputs, stated);
            assert_eq!(found != Err(Obstacle::Units), expect, "{operation:?} {inputs:?} {stated}: {found:?}");
        };
        for (numerator, denominator, result) in [
            ("亿元", "亩", "万元/亩"),
            ("亿元", "人", "元/人"),
            ("家", "万人", "家/万人"),
            ("亩", "平方公里", "%"),
            ("人", "家", "倍"),
            ("个", "家", ""),
        ] {
            let [numerator, denominator, result] = [numerator, denominator, result].map(|unit| format!("2{unit}"));
            fit(Ratio, &[&numerator, &denominator], &result, true);
            fit(Ratio, &[&numerator, &numerator, &denominator], &result, true);
            fit(Ratio, &[&numerator, "2天", &denominator], &result, false);
            fit(Ratio, &[&numerator], &result, false);
            // nothing but that over this
            fit(Ratio, &["2天", &denominator], &result, false);
            fit(Ratio, &[&numerator, "2天"], &result, false);
            fit(Ratio, &[&numerator, &denominator], "2天", false);
        }
        fit(Ratio, &["2亿美元", "2亩"], "2万元/亩", false);
        fit(Ratio, &["2亿美元", "2人"], "2元/人", false);
        for operation in [Growth, Increase] {
            for rate in ["2%", "2倍", "2个百分点"] {
                fit(operation, &["5亿元", "3亿元"], rate, true);
            }
            fit(operation, &["5亿元", "3亿元"], "2亿元", false);
            fit(operation, &["5亿元", "3家"], "2%", false);
            fit(operation, &["5亿元", "3亿元", "1亿元"], "2%", false);
            fit(operation, &["5亿元"], "2%", false);
        }
        fit(Difference, &["5%", "3%"], "2个百分点", true);
        fit(Difference, &["5%", "3%"], "2%", true);
        fit(Difference, &["5家", "3人"], "2家", true);
        fit(Difference, &["5家", "3家"], "2个百分点", false);
        fit(Difference, &["5家", "3亩"], "2家", false);
        fit(Difference, &["5家", "3家"], "2亩", false);
        fit(Difference, &["5家", "3家", "1家"], "1家", false);
        fit(Sum, &["5家", "3人", "1人次"], "9家", true);
        fit(Sum, &["5家", "3亩", "1家"], "9家", false);
        fit(Sum, &["5家", "3家"], "8亩", false);
        fit(WholeBase, &["5家"], "25%", true);
        fit(WholeBase, &["5家"], "25亩", false);
        // no whole base of what is not counted one by one
        fit(WholeBase, &["5亩"], "25%", false);
        fit(WholeBase, &["5万家"], "25%", false);
        for operation in [Part, Same] {
            fit(operation, &["5家"], "5人", true);
            fit(operation, &["5家"], "5亩", false);
            fit(operation, &["5家", "5家"], "5家", false);
        }
    }

    #[test]
    fn at_the_ends_of_what_figures_stand_for() {
        use Operation::{Part, Same};
        let within = Ok(Verdict::Consistent(Agreement::WithinInputs));
        assert_eq!(check(Part, &["5.31亿元"], "5.3亿元"), within);
        // the least the part may be is the most the whole may be
        assert_eq!(check(Part, &["5.4亿元"], "5.3亿元"), within);
        assert_eq!(check(Part, &["5.36亿元"], "5.3亿元"), Ok(Verdict::Inconsistent));
        // two statements next to each other have only the half between them in common, and it rounds to one of them
        assert_eq!(check(Same, &["5.4亿元"], "5.3亿元"), Ok(Verdict::Inconsistent));
        assert_eq!(check(Same, &["5.3亿元"], "5.4亿元"), Ok(Verdict::Inconsistent));
        assert_eq!(check(Same, &["超5亿元"], "5.4亿元"), within);
        assert_eq!(check(Same, &["5亿元"], "5.4亿元"), within);
        assert_eq!(check(Same, &["5亿元"], "4.6亿元"), within);
    }

    #[test]
    fn the_numbers_of_an_outcome() {
        let outcome = |operation, inputs: &[&str], stated: &str| {
            let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
            super::check(operation, &inputs, &figure(stated)).unwrap()
        };
        let growth = outcome(Operation::Growth, &["80家", "100家"], "24%");
        assert_eq!((growth.stated, growth.computed, growth.difference), (24.0, 25.0, 1.0));
        assert_eq!((growth.accepted, growth.range, growth.unit), ((23.5, 24.5), (25.0, 25.0), Unit::PERCENT));
        let sum = outcome(Operation::Sum, &["1.2亿元", "3000万元"], "1亿元");
        assert_eq!((sum.computed, sum.difference, sum.range), (1.5, 0.5, (1.44995, 1.55005)));
        // least with the smaller part and the larger whole
        let ratio = outcome(Operation::Ratio, &["2.5亿元", "1.5亿元"], "160%");
        assert_eq!((ratio.range.0, ratio.range.1), (245.0 / 1.55, 255.0 / 1.45));
        let difference = outcome(Operation::Difference, &["15.6%", "6.8%"], "8.9个百分点");
        assert_eq!((difference.computed, difference.range), (8.8, (8.7, 8.9)));
    }

    #[test]
    fn the_whole_base_nearest_to_a_rate() {
        let computed =
            |count: &str, rate: &str| super::check(Operation::WholeBase, &[figure(count)], &figure(rate)).map(|outcome| outcome.computed);
        assert_eq!(computed("3家", "100%"), Ok(50.0));
        assert_eq!(computed("27家", "35%"), Ok(35.0));
        // 1 and 2 give 300 % and 100 %, as near to 200 %: the smaller
        assert_eq!(computed("4家", "200%"), Ok(300.0));
        // a base below one is none
        assert_eq!(computed("1家", "300%"), Ok(0.0));
        assert_eq!(computed("3家", "-25%"), Ok(-25.0));
    }

    #[test]
    fn bases_that_may_be_nothing() {
        use Operation::{Growth, Increase, Ratio};
        let lacks = |operation, inputs: &[&str]| check(operation, inputs, "50%") == Err(Obstacle::ZeroBase);
        // 近1 may come down to 0
        assert!(lacks(Ratio, &["5家", "近1家"]) && !lacks(Ratio, &["5家", "约1家"]) && !lacks(Ratio, &["5亿元", "-2亿元"]));
        assert!(lacks(Growth, &["近1家", "5家"]) && lacks(Growth, &["-2亿元", "5亿元"]) && !lacks(Growth, &["约1家", "5家"]));
        assert!(!lacks(Growth, &["5家", "0家"]) && !lacks(Ratio, &["0家", "5家"]));
        // the increase may be all there is, or more
        assert!(lacks(Increase, &["6家", "5家以上"]) && lacks(Increase, &["5家", "6家"]) && !lacks(Increase, &["7家", "5家以上"]));
    }

    #[test]
    fn what_cannot_be_checked() {
        assert_eq!(check(Operation::Ratio, &["5家", "0家"], "50%"), Err(Obstacle::ZeroBase));
        assert_eq!(check(Operation::Growth, &["0家", "5家"], "50%"), Err(Obstacle::ZeroBase));
        assert_eq!(check(Operation::Increase, &["5家", "5家"], "50%"), Err(Obstacle::ZeroBase));
        assert_eq!(check(Operation::WholeBase, &["5家"], "-100%"), Err(Obstacle::ZeroBase));
        assert_eq!(check(Operation::Sum, &["5家", "3亿元"], "8家"), Err(Obstacle::Units));
        assert_eq!(check(Operation::Part, &["5亿元"], "8亿美元"), Err(Obstacle::Units));
        assert_eq!(check(Operation::Sum, &[], "8家"), Err(Obstacle::Missing));
    }

    proptest! {
        #[test]
        fn any_figures_give_finite_numbers_or_a_reason(
            values in prop::collection::vec((any::<f64>(), 0u8..20, 0usize..6), 0..5), stated in any::<f64>(), operation in 0usize..8
        ) {
            use Operation::{Difference, Growth, Increase, Part, Ratio, Same, Sum, WholeBase};
            let operation = [Ratio, Growth, Difference, Sum, Increase, WholeBase, Part, Same][operation];
            let units = ["家", "%", "亿元", "个百分点", "倍", "亩"].map(|unit| Unit::parse(unit).unwrap());
            let inputs: Vec<Quantity> = values.iter().filter_map(|(value, decimals, unit)| Quantity::exact(*value, *decimals, units[*unit])).collect();
            for unit in units {
                let Some(stated) = Quantity::exact(stated, 2, unit) else { continue };
                if let Ok(outcome) = super::check(operation, &inputs, &stated) {
                    let (low, high) = outcome.range;
                    prop_assert!([outcome.computed, outcome.difference, low, high].into_iter().all(f64::is_finite));
                }
            }
        }

        #[test]
        fn a_true_tie_rounded_anyhow_is_never_inconsistent(
            values in prop::collection::vec((1i64..900_000, 0i32..4), 2..6), decimals in 0u8..4, operation in 0usize..4
        ) {
            use Operation::{Difference, Growth, Ratio, Sum};
            let operation = [Ratio, Growth, Difference, Sum][operation];
            let two = matches!(operation, Growth | Difference);
            let values = if two { &values[..2] } else { &values };
            let money = Unit::parse("亿元").unwrap();
            let rounded = |value: Fraction, decimals: i32| {
                let step = Fraction::ten_to(-decimals).unwrap();
                Fraction::whole(value.over(step).unwrap().rounded()).times(step).unwrap().to_f64()
            };
            let truths: Vec<Fraction> = values.iter().map(|(value, _)| Fraction::new(i128::from(*value), 1000).unwrap()).collect();
            let quantity = |(truth, (_, decimals)): (&Fraction, &(i64, i32))| Quantity::exact(rounded(*truth, *decimals), *decimals as u8, money);
            let inputs: Vec<Quantity> = truths.iter().zip(values).filter_map(quantity).collect();
            let sum = |parts: &[Fraction]| parts.iter().fold(Fraction::ZERO, |sum, part| sum.plus(*part).unwrap());
            let hundred = Fraction::whole(100);
            let (truth, unit) = match operation {
                Ratio => (sum(&truths[..truths.len() - 1]).over(truths[truths.len() - 1]).unwrap().times(hundred).unwrap(), Unit::PERCENT),
                Growth => (truths[1].over(truths[0]).unwrap().minus(Fraction::ONE).unwrap().times(hundred).unwrap(), Unit::PERCENT),
                Difference => (truths[0].minus(truths[1]).unwrap(), money),
                _ => (sum(&truths), money),
            };
            let stated = Quantity::exact(rounded(truth, i32::from(decimals)), decimals, unit).unwrap();
            match super::check(operation, &inputs, &stated) {
                Ok(outcome) => prop_assert!(matches!(outcome.verdict(), Verdict::Consistent(_)), "{inputs:?} {stated:?} {outcome:?}"),
                Err(obstacle) => prop_assert_eq!(obstacle, Obstacle::ZeroBase),
            }
        }

        #[test]
        fn sums_keep_their_verdict_when_scaled_or_reordered(parts in prop::collection::vec(0u32..100_000, 1..8), off in -3i32..4, turn in 0usize..8) {
            let verdict = |scale: f64, decimals: u8, parts: &[u32]| {
                let money = Unit::parse("亿元").unwrap();
                let quantity = |units: f64| Quantity::exact(units * scale / 1000.0, decimals, money).unwrap();
                let inputs: Vec<Quantity> = parts.iter().map(|part| quantity(f64::from(*part))).collect();
                let whole = f64::from(parts.iter().sum::<u32>()) + f64::from(off);
                super::check(Operation::Sum, &inputs, &quantity(whole)).unwrap().verdict()
            };
            let mut turned = parts.clone();
            turned.rotate_left(turn % parts.len());
            let first = verdict(1.0, 3, &parts);
            prop_assert_eq!(first, verdict(10.0, 2, &parts));
            prop_assert_eq!(first, verdict(1000.0, 0, &parts));
            prop_assert_eq!(first, verdict(1.0, 3, &turned));
        }
    }
}
