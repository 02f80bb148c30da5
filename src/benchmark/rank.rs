//! Ranks of figures that are intervals.

use crate::dataset::{Polarity, Quantity};

/// A place in a ranking. `best ≤ point ≤ worst`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rank {
    /// By the numbers as stated; ties share the smallest (competition ranking 1224,
    /// `method="min"` of pandas and scipy).
    pub point: u32,
    /// 1 + the number of figures certainly better.
    pub best: u32,
    /// n − the number of figures certainly worse.
    pub worst: u32,
}

impl Rank {
    /// Whether the published qualifiers leave the rank open.
    pub fn is_open(self) -> bool {
        self.best != self.worst
    }
}

/// How good a figure is: an interval in which larger is better.
#[derive(Clone, Copy)]
pub(super) struct Merit {
    pub(super) point: f64,
    pub(super) low: f64,
    pub(super) high: f64,
    /// Whether the lower end itself is excluded, and the upper.
    pub(super) open: (bool, bool),
}

impl Merit {
    pub(super) fn of(quantity: &Quantity, polarity: Polarity) -> Merit {
        let (point, low, high) = (quantity.value(), quantity.low(), quantity.high());
        let open = (quantity.low_open(), quantity.high_open());
        match polarity {
            Polarity::Higher | Polarity::None => Merit { point, low, high, open },
            Polarity::Lower => Merit { point: -point, low: -high, high: -low, open: (open.1, open.0) },
            Polarity::Nearest(best) => {
                let (a, b) = ((low - best).abs(), (high - best).abs());
                // of two ends equally far, one that is reached is enough
                let both_open = open.0 && open.1;
                let (far, near) = if a > b {
                    ((a, open.0), (b, open.1))
                } else if a < b {
                    ((b, open.1), (a, open.0))
                } else {
                    ((a, both_open), (a, both_open))
                };
                let near = if low <= best && best <= high { (0.0, false) } else { near };
                Merit { point: -(point - best).abs(), low: -far.0, high: -near.0, open: (far.1, near.1) }
            }
        }
    }

    fn certainly_above(self, other: Merit) -> bool {
        self.low > other.high || (self.low == other.high && (self.open.0 || other.open.1))
    }
}

/// Ranks figures that are all in one unit, in the order given.
///
/// Under [`Polarity::None`] the largest comes first; whether to call that a rank is the caller's choice.
pub fn rank(figures: &[&Quantity], polarity: Polarity) -> Vec<Rank> {
    let mut merits = Vec::new();
    for figure in figures {
        merits.push(Merit::of(figure, polarity));
    }
    let mut ranks = Vec::with_capacity(merits.len());
    for merit in &merits {
        let (mut better, mut certain, mut behind, mut ties) = (0u32, 0u32, 0u32, 0u32);
        for other in &merits {
            better += u32::from(other.point > merit.point);
            certain += u32::from(other.certainly_above(*merit));
            behind += u32::from(merit.certainly_above(*other));
            ties += u32::from(exact_tie(*other, *merit));
        }
        let point = 1 + better;
        // figures equal beyond doubt share a rank and do not push each other down
        let worst = (merits.len() as u32 - behind).saturating_sub(ties.saturating_sub(1)).max(point);
        ranks.push(Rank { point, best: 1 + certain, worst });
    }
    ranks
}

/// Two figures without width that are the same number.
fn exact_tie(a: Merit, b: Merit) -> bool {
    a.low == a.high && b.low == b.high && a.low == b.low && a.point == b.point
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Unit, notation};
    use proptest::prelude::*;

    fn quantities(texts: &[&str]) -> Vec<Quantity> {
        texts.iter().map(|text| notation::parse(text).unwrap().quantity(None)).collect()
    }

    fn check(texts: &[&str], polarity: Polarity, expect: &[(u32, u32, u32)]) {
        let quantities = quantities(texts);
        let figures: Vec<&Quantity> = quantities.iter().collect();
        let ranks: Vec<_> = rank(&figures, polarity).iter().map(|rank| (rank.point, rank.best, rank.worst)).collect();
        assert_eq!(ranks, expect, "{texts:?}");
    }

    #[test]
    fn ties_share_the_smallest_rank() {
        check(&["5家", "3家", "3家", "1家"], Polarity::Higher, &[(1, 1, 1), (2, 2, 2), (2, 2, 2), (4, 4, 4)]);
    }

    #[test]
    fn lower_is_better_for_a_loss_rate() {
        check(&["15.12%", "3.08%", "7.5%"], Polarity::Lower, &[(3, 3, 3), (1, 1, 1), (2, 2, 2)]);
    }

    #[test]
    fn a_qualifier_leaves_the_rank_open() {
        // 超850 lies in [850, 860), so 855 may be on either side of it; 860 is certainly ahead
        check(&["超850亿元", "855亿元", "860亿元"], Polarity::Higher, &[(3, 2, 3), (2, 2, 3), (1, 1, 1)]);
    }

    #[test]
    fn nearness_to_a_value() {
        check(&["1.4倍", "1.1倍", "2倍"], Polarity::Nearest(1.35), &[(1, 1, 1), (2, 2, 2), (3, 3, 3)]);
    }

    #[test]
    fn of_two_ends_as_far_from_the_best_one_is_reached() {
        // 近20 may be 20 but not 10, 超10 may be 10 but not 20: both may be as far from 15 as 20 is
        check(&["近20家", "20家"], Polarity::Nearest(15.0), &[(1, 1, 2), (1, 1, 2)]);
        check(&["超10家", "20家"], Polarity::Nearest(15.0), &[(1, 1, 2), (1, 1, 2)]);
        // but not as far as 21
        check(&["近20家", "21家"], Polarity::Nearest(15.0), &[(1, 1, 1), (2, 2, 2)]);
        check(&["超10家", "21家"], Polarity::Nearest(15.0), &[(1, 1, 1), (2, 2, 2)]);
    }

    #[test]
    fn an_excluded_end_as_near_to_the_best_as_another_figure() {
        // 超850 does not come to 860, 近850 not to 840
        check(&["超850亿元", "860亿元"], Polarity::Nearest(900.0), &[(2, 2, 2), (1, 1, 1)]);
        check(&["近850亿元", "840亿元"], Polarity::Nearest(800.0), &[(2, 2, 2), (1, 1, 1)]);
        // nor further away than that
        check(&["超850亿元", "860亿元"], Polarity::Nearest(800.0), &[(1, 1, 1), (2, 2, 2)]);
        check(&["近850亿元", "840亿元"], Polarity::Nearest(900.0), &[(1, 1, 1), (2, 2, 2)]);
    }

    #[test]
    fn nothing_to_rank() {
        check(&[], Polarity::Higher, &[]);
        check(&["7家"], Polarity::Lower, &[(1, 1, 1)]);
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_point(values in prop::collection::vec((-1000i32..1000, 0u8..4), 0..12), polarity in 0u8..4) {
            let polarity = [Polarity::Higher, Polarity::Lower, Polarity::Nearest(3.0), Polarity::None][usize::from(polarity)];
            let words = ["", "超", "近", "约"];
            let texts: Vec<String> = values.iter().map(|(value, word)| format!("{}{value}家", words[usize::from(*word)])).collect();
            let quantities: Vec<Quantity> = texts.iter().filter_map(|text| Some(notation::parse(text).ok()?.quantity(None))).collect();
            let figures: Vec<&Quantity> = quantities.iter().collect();
            for rank in rank(&figures, polarity) {
                prop_assert!(1 <= rank.best && rank.best <= rank.point && rank.point <= rank.worst && rank.worst as usize <= figures.len());
            }
        }

        #[test]
        fn raising_a_value_never_worsens_its_rank(values in prop::collection::vec(-1000i32..1000, 1..12), add in 1i32..500) {
            let make = |values: &[i32]| values.iter().map(|value| Quantity::exact(f64::from(*value), 0, Unit::PERCENT).unwrap()).collect::<Vec<_>>();
            let before = make(&values);
            let mut raised = values.clone();
            raised[0] += add;
            let after = make(&raised);
            let first = |list: &[Quantity]| rank(&list.iter().collect::<Vec<_>>(), Polarity::Higher)[0];
            prop_assert!(first(&after).point <= first(&before).point);
        }
    }
}
