//! Grades: bands from the best down, by cut-offs or by quantiles (亩均论英雄: A, B, C, D).

use super::{
    quantile::{QuantileType, quantile},
    rank::Merit,
};
use crate::dataset::{Polarity, Quantity};

/// Where one band ends and the next begins, from the best down. Each list has one entry fewer than there are bands.
#[derive(Clone, PartialEq, Debug)]
pub enum Bands {
    /// Values in the figures' unit: falling where higher is better, rising where lower is. Where nearest to a value is
    /// best, distances from it, rising. A figure at a cut-off is in the better band (达到 meets).
    Cuts(Vec<f64>),
    /// Parts of all figures, rising: 0.2, 0.7, 0.95 for the best fifth, the next half, the next quarter and the rest.
    /// The cut-offs are quantiles of the figures as stated, counted from the best; a figure at one is in the better band.
    Quantiles {
        /// The parts, from the best.
        parts: Vec<f64>,
        /// The convention of the quantiles. [`QuantileType::InvertedCdf`] gives 前20% of ten figures as two.
        convention: QuantileType,
    },
}

/// The band of a figure, counted from the best: 0 is A. `best ≤ point ≤ worst`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grade {
    /// By the number as stated.
    pub point: u8,
    /// The best band it may be in.
    pub best: u8,
    /// The worst band it may be in.
    pub worst: u8,
}

/// Grades, and the cut-offs that made them.
#[derive(Clone, PartialEq, Debug)]
pub struct Grading {
    /// One a figure, in the order given.
    pub grades: Vec<Grade>,
    /// The cut-offs from the best down, in the figures' unit (distances where nearest to a value is best). Two are
    /// equal where a quantile falls among ties; the band between them is empty.
    pub cuts: Vec<f64>,
}

/// Why there are no grades.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoGrade {
    /// Neither way is better.
    NoPolarity,
    /// No cut-off is given, or more than 25, which is more than the letters have.
    Count,
    /// The cut-off at this position does not follow the one before it, or is no value or part at all.
    Cut(usize),
    /// The figure at this position is in another unit than the first.
    Unit(usize),
    /// There are no figures to take quantiles of, or none at a finite distance from the best value.
    Empty,
}

impl Grade {
    /// Whether the published qualifier leaves the band open.
    pub fn is_open(self) -> bool {
        self.best != self.worst
    }

    /// The letter of a band: 0 is A. `None` past Z.
    ///
    /// ```
    /// assert_eq!(duibiao::benchmark::Grade::letter(3), Some('D'));
    /// ```
    pub fn letter(band: u8) -> Option<char> {
        (band < 26).then(|| char::from(b'A' + band))
    }
}

/// Puts figures that are all in one unit into bands.
///
/// An interval that a cut-off runs through gets every band it may be in. Under quantiles, the cut-offs are those of
/// the figures as stated.
///
/// # Errors
/// [`NoGrade`].
///
/// ```
/// use duibiao::{benchmark::{Bands, Grade, grade}, dataset::{Polarity, notation}};
/// let figures = ["25万元/亩", "超18万元/亩", "9万元/亩"].map(|text| notation::parse(text).unwrap().quantity(None));
/// let figures: Vec<_> = figures.iter().collect();
/// let grading = grade(&figures, Polarity::Higher, &Bands::Cuts(vec![20.0, 18.5, 5.0])).unwrap();
/// let letters: Vec<_> = grading.grades.iter().map(|grade| Grade::letter(grade.point).unwrap()).collect();
/// assert_eq!(letters, ['A', 'C', 'C']);
/// assert_eq!((grading.grades[1].best, grading.grades[1].worst), (1, 2));
/// ```
pub fn grade(figures: &[&Quantity], polarity: Polarity, bands: &Bands) -> Result<Grading, NoGrade> {
    if polarity == Polarity::None {
        return Err(NoGrade::NoPolarity);
    }
    if let Some(first) = figures.first() {
        let other = figures.iter().position(|figure| figure.unit() != first.unit());
        other.map_or(Ok(()), |position| Err(NoGrade::Unit(position)))?;
    }
    let merits: Vec<Merit> = figures.iter().map(|figure| Merit::of(figure, polarity)).collect();
    // merits fall from band to band, whatever the polarity
    let merit_of = |cut: f64| if polarity == Polarity::Higher { cut } else { -cut };
    let cuts = match bands {
        Bands::Cuts(cuts) => checked(cuts, |cut, before| {
            let falls = before.is_none_or(|before| merit_of(cut) < merit_of(before));
            cut.is_finite() && falls && (cut >= 0.0 || !matches!(polarity, Polarity::Nearest(_)))
        })?
        .to_vec(),
        Bands::Quantiles { parts, convention } => {
            let parts = checked(parts, |part, before| 0.0 < part && part < 1.0 && before.is_none_or(|before| before < part))?;
            let from_the_best: Vec<f64> = merits.iter().map(|merit| -merit.point).collect();
            let mut cuts = Vec::new();
            for part in parts {
                cuts.push(merit_of(-quantile(&from_the_best, *part, *convention).ok_or(NoGrade::Empty)?));
            }
            cuts
        }
    };
    let count = |misses: &dyn Fn(f64) -> bool| cuts.iter().filter(|cut| misses(merit_of(**cut))).count() as u8;
    let mut grades = Vec::new();
    for merit in &merits {
        let best = count(&|cut| merit.high < cut || (merit.high == cut && merit.open.1));
        let point = count(&|cut| merit.point < cut);
        let worst = count(&|cut| merit.low < cut);
        grades.push(Grade { point, best: best.min(point), worst: worst.max(point) });
    }
    Ok(Grading { grades, cuts })
}

/// The list, where it has one to 25 entries that each follow the one before.
fn checked(list: &[f64], follows: impl Fn(f64, Option<f64>) -> bool) -> Result<&[f64], NoGrade> {
    if list.is_empty() || list.len() > 25 {
        return Err(NoGrade::Count);
    }
    let mut before = None;
    for (position, entry) in list.iter().enumerate() {
        if !follows(*entry, before) {
            return Err(NoGrade::Cut(position));
        }
        before = Some(*entry);
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Unit, notation};
    use proptest::prelude::*;

    fn check(texts: &[&str], polarity: Polarity, bands: Bands, expect: Result<&[&str], NoGrade>) {
        let quantities: Vec<Quantity> = texts.iter().map(|text| notation::parse(text).unwrap().quantity(None)).collect();
        let found = grade(&quantities.iter().collect::<Vec<_>>(), polarity, &bands);
        let letters = found.map(|grading| {
            let written = |grade: &Grade| (grade.best..=grade.worst).filter_map(Grade::letter).collect::<String>();
            grading.grades.iter().map(written).collect::<Vec<_>>()
        });
        let letters = letters.as_ref().map(|letters| letters.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(letters, expect.as_ref().map(|expect| expect.to_vec()), "{texts:?} {bands:?}");
    }

    fn cuts(cuts: &[f64]) -> Bands {
        Bands::Cuts(cuts.to_vec())
    }

    fn parts(parts: &[f64], convention: QuantileType) -> Bands {
        Bands::Quantiles { parts: parts.to_vec(), convention }
    }

    #[test]
    fn a_figure_at_the_cut_is_in_the_better_band() {
        check(&["20家", "19家", "10家", "9家"], Polarity::Higher, cuts(&[20.0, 10.0]), Ok(&["A", "B", "B", "C"]));
        check(&["5%", "10%", "10.1%"], Polarity::Lower, cuts(&[5.0, 10.0]), Ok(&["A", "B", "C"]));
        check(&["1.4倍", "1.2倍", "2倍"], Polarity::Nearest(1.4), cuts(&[0.0, 0.3]), Ok(&["A", "B", "C"]));
    }

    #[test]
    fn an_interval_across_a_cut_gets_both_bands() {
        // 超850 is below 860, so the cut at 860 cannot be met; 近850 goes up to 850
        check(&["超850亿元"], Polarity::Higher, cuts(&[860.0, 800.0]), Ok(&["B"]));
        check(&["超850亿元"], Polarity::Higher, cuts(&[859.0, 800.0]), Ok(&["AB"]));
        check(&["近850亿元"], Polarity::Higher, cuts(&[850.0, 800.0]), Ok(&["AB"]));
        // an end that may be reached does meet the cut there
        check(&["约850亿元"], Polarity::Higher, cuts(&[855.0, 800.0]), Ok(&["AB"]));
        check(&["约850亿元"], Polarity::Higher, cuts(&[860.0, 845.0]), Ok(&["B"]));
        check(&["约850亿元"], Polarity::Lower, cuts(&[846.0, 848.0, 852.0]), Ok(&["ABCD"]));
    }

    #[test]
    fn the_best_fifth() {
        let texts = ["1家", "2家", "3家", "4家", "5家", "6家", "7家", "8家", "9家", "10家"];
        let expect = ["D", "C", "C", "B", "B", "B", "B", "B", "A", "A"];
        check(&texts, Polarity::Higher, parts(&[0.2, 0.7, 0.9], QuantileType::InvertedCdf), Ok(&expect));
        let reversed: Vec<&str> = expect.iter().rev().copied().collect();
        check(&texts, Polarity::Lower, parts(&[0.2, 0.7, 0.9], QuantileType::InvertedCdf), Ok(&reversed));
    }

    #[test]
    fn ties_leave_a_band_empty() {
        check(&["5家", "5家", "5家", "5家"], Polarity::Higher, parts(&[0.2, 0.7], QuantileType::Linear), Ok(&["A", "A", "A", "A"]));
        check(&["5家"], Polarity::Lower, parts(&[0.5], QuantileType::Linear), Ok(&["A"]));
    }

    #[test]
    fn what_cannot_be_graded() {
        check(&["5家"], Polarity::None, cuts(&[1.0]), Err(NoGrade::NoPolarity));
        check(&["5家"], Polarity::Higher, cuts(&[]), Err(NoGrade::Count));
        check(&["5家"], Polarity::Higher, cuts(&[1.0, 2.0]), Err(NoGrade::Cut(1)));
        check(&["5家"], Polarity::Lower, cuts(&[2.0, 2.0]), Err(NoGrade::Cut(1)));
        check(&["5家"], Polarity::Lower, cuts(&[f64::NAN]), Err(NoGrade::Cut(0)));
        check(&["5家"], Polarity::Nearest(1.0), cuts(&[-2.0]), Err(NoGrade::Cut(0)));
        check(&["5家"], Polarity::Higher, parts(&[0.0], QuantileType::Linear), Err(NoGrade::Cut(0)));
        check(&["5家"], Polarity::Higher, parts(&[1.0], QuantileType::Linear), Err(NoGrade::Cut(0)));
        check(&["5家"], Polarity::Higher, parts(&[0.5, 0.5], QuantileType::Linear), Err(NoGrade::Cut(1)));
        check(&["5家", "5亿元"], Polarity::Higher, cuts(&[1.0]), Err(NoGrade::Unit(1)));
        check(&[], Polarity::Higher, parts(&[0.5], QuantileType::Linear), Err(NoGrade::Empty));
        check(&[], Polarity::Higher, cuts(&[1.0]), Ok(&[]));
    }

    #[test]
    fn as_many_bands_as_letters() {
        let rising = |count: u8| cuts(&(1..=count).map(f64::from).collect::<Vec<_>>());
        check(&["1家", "26家"], Polarity::Lower, rising(25), Ok(&["A", "Z"]));
        check(&["1家", "26家"], Polarity::Lower, rising(26), Err(NoGrade::Count));
        assert_eq!((Grade::letter(25), Grade::letter(26)), (Some('Z'), None));
    }

    proptest! {
        #[test]
        fn a_better_figure_never_has_a_worse_grade(values in prop::collection::vec(-100i32..100, 1..20), which in 0u8..3, part in 0.05..0.5) {
            let polarity = [Polarity::Higher, Polarity::Lower, Polarity::Nearest(3.0)][usize::from(which)];
            let figures: Vec<Quantity> = values.iter().map(|value| Quantity::exact(f64::from(*value), 0, Unit::PERCENT).unwrap()).collect();
            let figures: Vec<&Quantity> = figures.iter().collect();
            let ranks = super::super::rank(&figures, polarity);
            for convention in [QuantileType::Linear, QuantileType::InvertedCdf, QuantileType::Hazen] {
                let grading = grade(&figures, polarity, &parts(&[part, part * 1.5, part + 0.49], convention)).unwrap();
                prop_assert!(grading.cuts.iter().all(|cut| cut.is_finite()));
                for (grade, rank) in grading.grades.iter().zip(&ranks) {
                    prop_assert!(grade.best == grade.point && grade.point == grade.worst);
                    for (other, behind) in grading.grades.iter().zip(&ranks) {
                        prop_assert!(rank.point > behind.point || grade.point <= other.point);
                    }
                }
            }
        }

        #[test]
        fn any_input_is_graded_or_refused(values in prop::collection::vec((any::<f64>(), 0.0..9.0), 0..6), cuts in prop::collection::vec(any::<f64>(), 0..4), best in any::<f64>()) {
            let figures: Vec<Quantity> = values.iter().filter_map(|(value, width)| {
                let point = Quantity::exact(*value, 1, Unit::PERCENT)?;
                Some(point.with_bounds(value - width, value + width).unwrap_or(point))
            }).collect();
            let figures: Vec<&Quantity> = figures.iter().collect();
            for polarity in [Polarity::Higher, Polarity::Lower, Polarity::Nearest(best), Polarity::None] {
                for bands in [Bands::Cuts(cuts.clone()), parts(&cuts, QuantileType::Linear), parts(&[0.5], QuantileType::Linear)] {
                    let Ok(grading) = grade(&figures, polarity, &bands) else { continue };
                    prop_assert!(grading.cuts.iter().all(|cut| cut.is_finite()));
                    prop_assert!(grading.grades.iter().all(|grade| grade.best <= grade.point && grade.point <= grade.worst));
                }
            }
        }
    }
}
