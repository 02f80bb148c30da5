//! What holds for any figures.

use super::*;
use crate::dataset::Polarity;
use proptest::prelude::*;

fn polarity() -> impl Strategy<Value = Polarity> {
    prop_oneof![3 => Just(Polarity::Higher), 3 => Just(Polarity::Lower), 1 => (-50.0..50.0f64).prop_map(Polarity::Nearest)]
}

/// Any number a matrix takes: extreme ones, small whole ones that tie, and ordinary ones.
fn cell() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        1 => Just(None),
        2 => (-3i32..4).prop_map(|value| Some(f64::from(value))),
        2 => (-1e3..1e3f64).prop_map(Some),
        1 => prop_oneof![Just(0.0), Just(5e-324), Just(-1e100), Just(1e100), Just(1e-200), -1e100..1e100f64, -1e-300..1e-300f64].prop_map(Some),
    ]
}

fn any_matrix() -> impl Strategy<Value = Matrix> {
    (1usize..6, 1usize..8).prop_flat_map(|(columns, rows)| {
        let cells = prop::collection::vec(prop::collection::vec(cell(), columns), rows);
        (prop::collection::vec(polarity(), columns), cells).prop_map(|(polarity, cells)| Matrix::new(&polarity, &cells).unwrap())
    })
}

/// Complete ordinary figures above zero, with their polarities.
fn complete() -> impl Strategy<Value = (Vec<Polarity>, Vec<Vec<f64>>)> {
    (1usize..5, 2usize..8).prop_flat_map(|(columns, rows)| {
        let polarity = prop::collection::vec(prop_oneof![Just(Polarity::Higher), Just(Polarity::Lower)], columns);
        (polarity, prop::collection::vec(prop::collection::vec((1u32..400).prop_map(|value| f64::from(value) / 4.0), columns), rows))
    })
}

fn matrix(polarity: &[Polarity], rows: &[Vec<f64>]) -> Matrix {
    let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.iter().map(|value| Some(*value)).collect()).collect();
    Matrix::new(polarity, &rows).unwrap()
}

fn bounds(columns: usize) -> Vec<Bounds> {
    vec![Bounds { low: -60.0, high: 60.0 }; columns]
}

fn normalisations(columns: usize) -> Vec<Normalisation> {
    vec![
        Normalisation::MinMax,
        Normalisation::PercentileRank(PercentileForm::Below),
        Normalisation::PercentileRank(PercentileForm::MeanRank),
        Normalisation::RatioTo(Reference::Leader),
        Normalisation::Goalposts(bounds(columns)),
        Normalisation::Efficacy(Standards::Observed),
        Normalisation::Efficacy(Standards::Given(bounds(columns))),
        Normalisation::RatioTo(Reference::Row(0)),
        Normalisation::SpanTo(Reference::Row(0)),
        Normalisation::ZScore,
    ]
}

fn methods(columns: usize) -> Vec<Method> {
    let mut scorings = vec![Scoring::Topsis(TopsisScale::Vector), Scoring::Topsis(TopsisScale::MinMax)];
    for normalisation in normalisations(columns) {
        scorings.push(Scoring::Mean(Mean::Arithmetic, normalisation.clone()));
        scorings.push(Scoring::Mean(Mean::Geometric { floor: 0.01 }, normalisation));
    }
    let mut methods = Vec::new();
    for weighting in
        [Weighting::Equal, Weighting::Entropy(EntropyForm::RawShares), Weighting::Entropy(EntropyForm::MinMaxFirst), Weighting::Critic]
    {
        for scoring in &scorings {
            for coverage in [Coverage::default(), Coverage { least: 0.0, by: CoverageBy::Weight }] {
                methods.push(Method { weighting: weighting.clone(), scoring: scoring.clone(), coverage });
            }
        }
    }
    methods
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

/// Scores and ranks, row by row.
fn outcome(composite: &Composite) -> Vec<Option<(f64, u32)>> {
    composite.places.iter().map(|place| place.score.as_ref().ok().map(|score| (score.value, score.rank))).collect()
}

fn agree(a: &[Option<(f64, u32)>], b: &[Option<(f64, u32)>]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|pair| match pair {
            (Some(a), Some(b)) => near(a.0, b.0) && a.1 == b.1,
            (None, None) => true,
            _ => false,
        })
}

fn check_finite(composite: &Composite) {
    assert!(composite.weights.iter().all(|weight| weight.is_finite() && *weight >= 0.0));
    let scored = composite.ranked().len() as u32;
    for place in &composite.places {
        assert!((0.0..=1.0 + 1e-12).contains(&place.coverage));
        let Ok(score) = &place.score else { continue };
        assert!(score.value.is_finite() && (1..=scored).contains(&score.rank));
        let parts: f64 = score.contributions.iter().flatten().sum();
        assert!(score.contributions.iter().flatten().all(|part| part.is_finite()));
        match composite.frame.rule {
            frame::Rule::Sum => assert_eq!(parts, score.value),
            frame::Rule::Log => assert_eq!(libm::exp(parts), score.value),
            frame::Rule::Closeness => assert!(score.contributions.is_empty() && (0.0..=1.0).contains(&score.value)),
        }
    }
    for spread in rank_spread(composite, &Draws { count: 20, concentration: 0.5, seed: 3 }).into_iter().flatten().flatten() {
        assert!(spread.best <= spread.median && spread.median <= spread.worst && spread.worst as usize <= spread.shares.len());
        assert!(near(spread.shares.iter().sum(), 1.0));
    }
    for left_out in leave_one_out(composite) {
        assert_eq!(left_out.ranks.len(), composite.places.len());
    }
    for (first, second) in [(0, 1), (1, 0), (0, 9)] {
        if let (Ok(gap), Some(a), Some(b)) = (gap_parts(composite, first, second), composite.score(first), composite.score(second)) {
            assert_eq!(gap.parts.iter().flatten().sum::<f64>(), gap.total);
            let expect = if composite.frame.rule == frame::Rule::Log { libm::log(a.value / b.value) } else { a.value - b.value };
            // parts may be far larger than the gap they cancel out to
            let size: f64 = gap.parts.iter().flatten().map(|part| part.abs()).sum();
            assert!((gap.total - expect).abs() <= 1e-9 * (1e-3 + size.max(a.value.abs()).max(b.value.abs())), "{gap:?} {a:?} {b:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn no_panic_and_nothing_infinite(matrix in any_matrix()) {
        for method in methods(matrix.columns()) {
            if let Ok(composite) = compose(&matrix, &method) {
                check_finite(&composite);
            }
        }
    }

    #[test]
    fn the_order_of_rows_and_columns_does_not_matter((polarity, rows) in complete(), turn in 0usize..7) {
        let whole = matrix(&polarity, &rows);
        let mut turned_rows = rows.clone();
        turned_rows.rotate_left(turn % rows.len());
        let mut turned_polarity = polarity.clone();
        turned_polarity.rotate_left(turn % polarity.len());
        for row in &mut turned_rows {
            row.rotate_left(turn % polarity.len());
        }
        let turned = matrix(&turned_polarity, &turned_rows);
        for method in methods(polarity.len()) {
            let names_a_row = matches!(method.scoring, Scoring::Mean(_, Normalisation::RatioTo(Reference::Row(_)) | Normalisation::SpanTo(_)));
            if names_a_row && turn % rows.len() != 0 {
                continue;
            }
            match (compose(&whole, &method), compose(&turned, &method)) {
                (Ok(a), Ok(b)) => {
                    let mut expect = outcome(&a);
                    expect.rotate_left(turn % rows.len());
                    prop_assert!(agree(&expect, &outcome(&b)), "{:?}\n{:?}\n{:?}", method, expect, outcome(&b));
                }
                (a, b) => prop_assert_eq!(a.is_err(), b.is_err()),
            }
        }
    }

    #[test]
    fn units_do_not_matter((polarity, rows) in complete(), factor in prop_oneof![Just(1e4), Just(1e-4), Just(7.0)], column in 0usize..5) {
        let mut rescaled = rows.clone();
        for row in &mut rescaled {
            if let Some(cell) = row.get_mut(column) {
                *cell *= factor;
            }
        }
        for method in methods(polarity.len()) {
            if matches!(&method.scoring, Scoring::Mean(_, Normalisation::Goalposts(_) | Normalisation::Efficacy(Standards::Given(_)))) {
                continue;
            }
            match (compose(&matrix(&polarity, &rows), &method), compose(&matrix(&polarity, &rescaled), &method)) {
                (Ok(a), Ok(b)) => prop_assert!(agree(&outcome(&a), &outcome(&b)), "{:?}", method),
                (a, b) => prop_assert_eq!(a.is_err(), b.is_err()),
            }
        }
    }

    #[test]
    fn a_better_figure_never_worsens_the_rank((polarity, rows) in complete(), row in 0usize..8, column in 0usize..5, by in 1u32..200) {
        let (row, column) = (row % rows.len(), column % polarity.len());
        let mut better = rows.clone();
        let step = f64::from(by) / 4.0;
        let cell = &mut better[row][column];
        *cell = if polarity[column] == Polarity::Higher { *cell + step } else { (*cell - step).max(0.25).min(*cell) };
        // ZScore is last: an outlier shrinks all other distances
        for normalisation in normalisations(polarity.len()).into_iter().take(9) {
            // to a row that is itself the worst, a whole column drops out
            if matches!(normalisation, Normalisation::SpanTo(_)) {
                continue;
            }
            for mean in [Mean::Arithmetic, Mean::Geometric { floor: 0.01 }] {
                let method = Method { scoring: Scoring::Mean(mean, normalisation.clone()), ..Method::default() };
                let rank = |rows: &[Vec<f64>]| outcome(&compose(&matrix(&polarity, rows), &method).unwrap())[row].map(|(_, rank)| rank);
                let (before, after) = (rank(&rows), rank(&better));
                prop_assert!(after.is_none() || before.is_none() || after <= before, "{:?} {:?} {:?}", method, before, after);
            }
        }
    }

    #[test]
    fn between_fixed_ideals_closeness_grows((polarity, mut rows) in complete(), row in 0usize..8, column in 0usize..5, share in 0.0..1.0f64) {
        // two rows hold the best and the worst of every column
        rows.push(vec![0.0; polarity.len()]);
        rows.push(vec![101.0; polarity.len()]);
        let (row, column) = (row % (rows.len() - 2), column % polarity.len());
        let mut better = rows.clone();
        let goal = if polarity[column] == Polarity::Higher { 101.0 } else { 0.0 };
        better[row][column] += (goal - rows[row][column]) * share;
        let method = Method { scoring: Scoring::Topsis(TopsisScale::MinMax), ..Method::default() };
        let of = |rows: &[Vec<f64>]| outcome(&compose(&matrix(&polarity, rows), &method).unwrap())[row].unwrap();
        let (before, after) = (of(&rows), of(&better));
        prop_assert!(after.0 >= before.0 - 1e-12 && after.1 <= before.1);
    }

    #[test]
    fn quantiles_are_of_the_draws((polarity, rows) in complete(), seed in any::<u64>()) {
        let composite = compose(&matrix(&polarity, &rows), &Method::default()).unwrap();
        let draws = Draws { count: 60, concentration: 2.0, seed };
        let Ok(found) = rank_spread(&composite, &draws) else { return Ok(()) };
        prop_assert_eq!(&found, &rank_spread(&composite, &draws).unwrap());
        for spread in found.into_iter().flatten() {
            // the draws again, in order: the 5 % quantile of 60 is the 3rd, the median the 30th, the 95 % the 57th
            let mut all = Vec::new();
            for (at, share) in spread.shares.iter().enumerate() {
                all.extend(vec![at as u32 + 1; (share * 60.0).round() as usize]);
            }
            prop_assert_eq!((all.len(), all[2], all[29], all[56]), (60, spread.best, spread.median, spread.worst));
        }
    }
}

#[test]
fn a_large_composite_is_quick() {
    let mut random = Random::new(5);
    let rows: Vec<Vec<f64>> = (0..300).map(|_| (0..100).map(|_| random.unit()).collect()).collect();
    let composite =
        compose(&matrix(&[Polarity::Higher; 100], &rows), &Method { weighting: Weighting::Critic, ..Method::default() }).unwrap();
    let spread = rank_spread(&composite, &Draws { count: 10, concentration: 100.0, seed: 1 }).unwrap();
    assert_eq!(spread.iter().flatten().count(), 300);
}

#[test]
fn draws_are_checked() {
    let composite = compose(&matrix(&[Polarity::Higher], &[vec![1.0], vec![2.0]]), &Method::default()).unwrap();
    let check = |count, concentration, expect| assert_eq!(rank_spread(&composite, &Draws { count, concentration, seed: 0 }), Err(expect));
    check(0, 1.0, DrawsError::Count);
    check(1_000_001, 1.0, DrawsError::Count);
    // as many as there may be, so that it is the concentration that is wrong
    check(1_000_000, 0.0, DrawsError::Concentration);
    check(10, f64::NAN, DrawsError::Concentration);
    check(10, f64::INFINITY, DrawsError::Concentration);
    let constant = compose(&matrix(&[Polarity::Higher], &[vec![1.0], vec![1.0]]), &Method::default()).unwrap();
    assert_eq!(rank_spread(&constant, &Draws { count: 9, concentration: 1.0, seed: 0 }), Err(DrawsError::NoWeight));
    assert_eq!(constant.remarks, [Remark::SetAside { column: 0, why: SetAside::Constant }]);
    assert_eq!(constant.places[0].score, Err(NoScore::NoIndicator));
}

#[test]
fn a_place_that_a_draw_leaves_without_weight_comes_last() {
    // the second leads in all it has; draws this far apart give one of the indicators everything
    let rows = [vec![Some(0.0), Some(1.0)], vec![Some(1.0), None], vec![Some(0.0), Some(0.0)]];
    let method = Method { coverage: Coverage { least: 0.5, by: CoverageBy::Count }, ..Method::default() };
    let composite = compose(&Matrix::new(&[Polarity::Higher; 2], &rows).unwrap(), &method).unwrap();
    let spread = rank_spread(&composite, &Draws { count: 100, concentration: 0.001, seed: 1 }).unwrap();
    let second = spread[1].as_ref().unwrap();
    assert_eq!((second.best, second.worst, second.shares[1]), (1, 3, 0.0));
}

#[test]
fn methods_that_do_not_fit_say_so() {
    let two = matrix(&[Polarity::Higher, Polarity::Nearest(2.0)], &[vec![1.0, 1.0], vec![2.0, 3.0]]);
    let check = |method: Method, expect| assert_eq!(compose(&two, &method), Err(expect), "{method:?}");
    let scoring = |mean, normalisation| Method { scoring: Scoring::Mean(mean, normalisation), ..Method::default() };
    check(scoring(Mean::Geometric { floor: 0.01 }, Normalisation::ZScore), CompositeError::GeometricOfZScores);
    check(scoring(Mean::Geometric { floor: f64::NAN }, Normalisation::MinMax), CompositeError::Aggregation(AggregateError::Floor));
    check(scoring(Mean::Arithmetic, Normalisation::RatioTo(Reference::Row(2))), CompositeError::Normalisation(NormaliseError::NoSuchRow));
    check(scoring(Mean::Arithmetic, Normalisation::Goalposts(bounds(1))), CompositeError::Normalisation(NormaliseError::BoundsCount));
    let wrong = vec![Bounds { low: 0.0, high: 1.0 }, Bounds { low: 0.0, high: 2.0 }];
    check(scoring(Mean::Arithmetic, Normalisation::Goalposts(wrong)), CompositeError::Normalisation(NormaliseError::Bounds { column: 1 }));
    check(Method { weighting: Weighting::Given(vec![1.0]), ..Method::default() }, CompositeError::Weighting(WeightError::Count));
    let coverage = Coverage { least: 1.5, by: CoverageBy::Count };
    check(Method { coverage, ..Method::default() }, CompositeError::Aggregation(AggregateError::Coverage));
}

#[test]
fn what_is_to_be_known_is_remarked() {
    let rows = [
        vec![Some(5.0), Some(7.0), Some(80.0), Some(2.0)],
        vec![Some(9.0), Some(7.0), None, Some(1.0)],
        vec![Some(1.0), Some(7.0), Some(30.0), Some(3.0)],
    ];
    let matrix = Matrix::new(&[Polarity::Higher; 4], &rows).unwrap();
    let method = Method {
        weighting: Weighting::Given(vec![1.0, 1.0, 1.0, 0.0]),
        scoring: Scoring::Mean(Mean::Geometric { floor: 0.05 }, Normalisation::Goalposts(vec![Bounds { low: 1.0, high: 60.0 }; 4])),
        coverage: Coverage { least: 0.6, by: CoverageBy::Count },
    };
    let composite = compose(&matrix, &method).unwrap();
    let expect = [
        Remark::Constant { column: 1 },
        Remark::NoWeight { column: 3 },
        Remark::Truncated { row: 0, column: 2 },
        Remark::Clipped { row: 0, column: 3 },
        Remark::Clipped { row: 1, column: 3 },
        Remark::Clipped { row: 2, column: 0 },
        Remark::Clipped { row: 2, column: 3 },
        Remark::Incomplete { row: 1 },
    ];
    assert_eq!(composite.remarks, expect);
}
