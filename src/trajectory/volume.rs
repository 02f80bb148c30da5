//! Volumes: what is done of a yearly plan, or of a total over a span.

use std::sync::Arc;

use super::{
    limit::{Interval, Limit, Met, Side},
    method::{Journey, Method, NoRuling, Ruling, status},
    path::Point,
    promise::{Caution, NoFinding, caution_of, last_by},
    shape::{Course, NoCourse, Shape},
    track::Actual,
};
use crate::dataset::{Measure, Month, Observation, Period, Quantity};

/// How much of a promised volume is done.
#[derive(Clone, Debug)]
pub struct Volume {
    /// The volume promised.
    pub goal: Quantity,
    /// What is done, in the indicator's unit.
    pub total: Interval,
    /// The figures it is the sum of, in order of time, none of which cover the same month.
    pub parts: Vec<Arc<Observation>>,
    /// Whether it is as much as promised.
    pub met: Met,
    /// Done ÷ promised; `None` where that is zero.
    pub done: Option<f64>,
    /// What is left; 0 where it is done.
    pub left: f64,
    /// The months the figures cover; `None` of a stock, which covers none.
    pub span: Option<Span>,
}

/// Months covered, of months promised.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Span {
    /// The first month that counts.
    pub from: Month,
    /// The last month covered.
    pub to: Month,
    /// The last month promised.
    pub until: Month,
    /// The part of the time covered.
    pub elapsed: f64,
    /// 序时进度: done − elapsed, in percentage points ÷ 100; `None` where nothing is promised.
    pub deviation: Option<f64>,
    /// What must be done a month in the rest of the time; `None` where none is left.
    pub needed_a_month: Option<f64>,
}

impl Volume {
    /// Whether the figures cover all of the promised time.
    pub fn is_complete(&self) -> bool {
        self.span.is_none_or(|span| span.elapsed >= 1.0)
    }
}

impl Span {
    /// The months promised as a way from nothing to the goal, and the figure on it, on a time axis in years.
    fn ends(&self) -> (f64, f64, f64) {
        let end_of = |month: Month| f64::from(month.index() + 1) / 12.0 - 1.0;
        (f64::from(self.from.index()) / 12.0 - 1.0, end_of(self.to), end_of(self.until))
    }
}

impl Volume {
    /// The way from nothing to the goal in a shape, such as [`Shape::Linear`] for 序时进度 or [`Shape::Seasonal`]; `None` of a stock.
    pub fn course(&self, shape: Shape) -> Option<Result<Course, NoCourse>> {
        let (start, _, end) = self.span?.ends();
        let goal = Limit::of(&self.goal, Side::AtLeast, false).bound;
        Some(Course::new(Point { at: start, value: 0.0 }, Point { at: end, value: goal }, shape))
    }

    /// What is done as a point on that way; `None` of a stock.
    pub fn now(&self) -> Option<Point> {
        Some(Point { at: self.span?.ends().1, value: self.total.value })
    }

    /// The status by a method against a way in a shape; `None` of a stock and where there is no such way. A volume that is an
    /// interval with the goal in it has none.
    pub fn status(&self, method: Method, shape: Shape) -> Option<Result<Ruling, NoRuling>> {
        let journey = Journey::along(&self.course(shape)?.ok()?, self.now()?, false);
        Some(journey.knowing(self.met).and_then(|journey| status(method, &journey)))
    }
}

/// A volume planned for the period of the deadline. A deadline that is a day asks for the months of that year up to it.
pub(super) fn planned(
    figures: Vec<Actual>,
    measure: Measure,
    deadline: Period,
    goal: &Quantity,
    strict: bool,
    cautions: &mut Vec<Caution>,
) -> Result<Volume, NoFinding> {
    let (from, to) = deadline.months();
    let from = if matches!(deadline, Period::Day(..)) { Month { year: to.year, month: 1 } } else { from };
    counted(figures, measure, from, deadline, goal, strict, cautions)
}

/// A total since `from`. Without it, since the first figure, which the cautions say.
pub(super) fn cumulative(
    figures: Vec<Actual>,
    measure: Measure,
    from: Option<Period>,
    deadline: Period,
    goal: &Quantity,
    strict: bool,
    cautions: &mut Vec<Caution>,
) -> Result<Volume, NoFinding> {
    if measure == Measure::Stock && from.is_none() {
        cautions.push(Caution::SinceUnknown);
    }
    let start = match from {
        Some(period) => period.months().0,
        None => {
            let end = deadline.end();
            let first = figures.iter().filter(|figure| figure.point.at <= end).min_by_key(|figure| figure.observation.period.months().0);
            let first = first.ok_or(NoFinding::OtherPeriod)?.observation.period;
            if measure == Measure::Flow {
                cautions.push(Caution::SinceFirst(first));
            }
            first.months().0
        }
    };
    counted(figures, measure, start, deadline, goal, strict, cautions)
}

fn counted(
    figures: Vec<Actual>,
    measure: Measure,
    from: Month,
    deadline: Period,
    goal: &Quantity,
    strict: bool,
    cautions: &mut Vec<Caution>,
) -> Result<Volume, NoFinding> {
    let to = deadline.months().1;
    let parts = match measure {
        Measure::Flow => tiles(&figures, from, to)?,
        // a stock is the total itself
        Measure::Stock => vec![last_by(&figures, deadline)?],
        Measure::Ratio | Measure::Growth | Measure::Rank | Measure::Index => {
            let whole = figures.iter().find(|figure| figure.observation.period == deadline);
            vec![whole.ok_or(NoFinding::NotAdditive)?]
        }
    };
    let last = parts.last().ok_or(NoFinding::OtherPeriod)?;
    caution_of(&last.observation, deadline, cautions);
    let total = Interval::sum(&parts.iter().map(|part| Interval::of(&part.quantity)).collect::<Vec<Interval>>());
    let total = total.ok_or(NoFinding::TooLarge)?;
    let limit = Limit::of(goal, Side::AtLeast, strict);
    let done = Some(total.value / limit.bound).filter(|done| done.is_finite());
    let left = Some((limit.bound - total.value).max(0.0)).filter(|left| left.is_finite()).ok_or(NoFinding::TooLarge)?;
    let span = (measure == Measure::Flow).then(|| {
        let covered = last.observation.period.months().1;
        let (months, of) = (months(from, covered), months(from, to));
        let elapsed = f64::from(months) / f64::from(of.max(1));
        Span {
            from,
            to: covered,
            until: to,
            elapsed,
            deviation: done.map(|done| done - elapsed),
            needed_a_month: (of > months).then(|| left / f64::from(of - months)),
        }
    });
    Ok(Volume {
        goal: *goal,
        total,
        met: limit.check(&total),
        parts: parts.iter().map(|part| Arc::clone(&part.observation)).collect(),
        done,
        left,
        span,
    })
}

/// Months from one to another, both included.
fn months(from: Month, to: Month) -> u16 {
    (to.index() + 1).saturating_sub(from.index())
}

/// Figures that follow each other without gap or overlap from a month on, as far as they reach; of several ways to the same
/// month the one with the fewest figures.
///
/// # Errors
/// [`NoFinding::Overlap`] and [`NoFinding::Gap`] where a figure reaches farther than all that fits together.
fn tiles(figures: &[Actual], from: Month, to: Month) -> Result<Vec<&Actual>, NoFinding> {
    let span = |actual: &Actual| {
        let (first, last) = actual.observation.period.months();
        (first.index(), last.index() + 1)
    };
    let (begin, end) = (from.index(), to.index() + 1);
    let inside: Vec<&Actual> = figures
        .iter()
        .filter(|actual| !matches!(actual.observation.period, Period::Day(..)))
        .filter(|actual| span(actual).0 >= begin && span(actual).1 <= end)
        .collect();
    // ways[month]: the figures that lead from the beginning to that month; figures are in order of their ends
    let mut ways: Vec<(u16, Vec<&Actual>)> = vec![(begin, Vec::new())];
    for actual in &inside {
        let (first, last) = span(actual);
        let shorter = |ways: &[(u16, Vec<&Actual>)], count: usize| ways.iter().all(|(month, way)| *month != last || way.len() > count);
        let Some(way) = ways.iter().filter(|(month, _)| *month == first).map(|(_, way)| way).min_by_key(|way| way.len()) else { continue };
        if shorter(&ways, way.len() + 1) {
            let mut way = way.clone();
            way.push(actual);
            ways.push((last, way));
        }
    }
    let reach = ways.iter().map(|(month, _)| *month).max().unwrap_or(begin);
    let best = ways.into_iter().filter(|(month, _)| *month == reach).map(|(_, way)| way).min_by_key(Vec::len).unwrap_or_default();
    let beyond = inside.iter().find(|actual| span(actual).1 > reach);
    match (beyond, best.last()) {
        (None, Some(_)) => Ok(best),
        (None, None) => Err(NoFinding::OtherPeriod),
        (Some(beyond), Some(last)) if span(beyond).0 < reach => Err(NoFinding::Overlap(last.observation.period, beyond.observation.period)),
        (Some(beyond), _) => Err(NoFinding::Gap(beyond.observation.period)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::parse_json,
        trajectory::{Assessed, Colour, Finding, Mark, Signal, Verdict, assess},
    };
    use proptest::prelude::*;

    fn assessed(kind: &str, measure: &str, figures: &[(&str, &str)]) -> Assessed {
        let observations: Vec<String> = figures
            .iter()
            .map(|(period, text)| format!(r#"{{"region": "a", "indicator": "i", "period": "{period}", "text": "{text}", "source": "s"}}"#))
            .collect();
        let text = format!(
            r#"{{"version": 1, "title": "t", "sources": [{{"id": "s", "title": "s"}}], "regions": [{{"id": "a", "name": "甲", "kind": "city"}}],
            "indicators": [{{"id": "i", "name": "量", "unit": "万吨", "polarity": "higher", "measure": "{measure}"}}],
            "observations": [{}], "targets": [{{"id": "t", "region": "a", "indicator": "i", "source": "s", {kind}}}]}}"#,
            observations.join(",")
        );
        let parsed = parse_json(&text);
        let issues: Vec<&str> = parsed.issues.iter().map(|issue| issue.code.as_str()).collect();
        let dataset = parsed.dataset.unwrap_or_else(|| panic!("{issues:?} in {text}"));
        assess(&dataset, dataset.target("t").unwrap(), Period::parse("2026-11-22").unwrap())
    }

    const PLAN: &str = r#""kind": "plan", "text": "100万吨", "deadline": "2024""#;

    fn volume(kind: &str, figures: &[(&str, &str)]) -> Volume {
        match assessed(kind, "flow", figures).finding {
            Ok(Finding::Volume(volume)) => volume,
            other => panic!("{other:?}"),
        }
    }

    fn refused(kind: &str, measure: &str, figures: &[(&str, &str)], expect: NoFinding) {
        assert_eq!(assessed(kind, measure, figures).finding.err(), Some(expect), "{figures:?}");
    }

    #[test]
    fn a_plan_against_the_time_gone() {
        let half = volume(PLAN, &[("2024-01/2024-06", "40万吨")]);
        let span = half.span.unwrap();
        assert_eq!((half.met, half.done, half.left), (Met::No, Some(0.4), 60.0));
        assert_eq!((span.elapsed, span.needed_a_month), (0.5, Some(10.0)));
        assert!((span.deviation.unwrap() + 0.1).abs() < 1e-12 && !half.is_complete());
        let whole = volume(PLAN, &[("2023", "300万吨"), ("2024-H1", "40万吨"), ("2024", "100万吨")]);
        assert_eq!((whole.met, whole.parts.len(), whole.is_complete()), (Met::Yes, 1, true));
        // nothing is left of the time, and nothing more than the plan is left of it
        let span = whole.span.unwrap();
        assert_eq!((span.needed_a_month, span.deviation, whole.left), (None, Some(0.0), 0.0));
        assert_eq!(
            (span.from, span.to, span.until),
            (Month { year: 2024, month: 1 }, Month { year: 2024, month: 12 }, Month { year: 2024, month: 12 })
        );
        let over = volume(PLAN, &[("2024-01/2024-06", "140万吨")]);
        assert_eq!((over.left, over.done, over.span.unwrap().needed_a_month), (0.0, Some(1.4), Some(0.0)));
        let quarters = volume(PLAN, &[("2024-Q1", "30万吨"), ("2024-Q2", "30万吨"), ("2024-01/2024-05", "55万吨"), ("2024-07", "50万吨")]);
        assert_eq!((quarters.met, quarters.parts.len(), quarters.total.value), (Met::Yes, 3, 110.0));
    }

    #[test]
    fn a_plan_by_three_colours() {
        let signal = Signal { mark: Mark::Deviation, yellow: 0.0, red: 0.15 };
        let colour =
            |figure: &str| volume(PLAN, &[("2024-01/2024-06", figure)]).status(Method::ThreeColour(signal), Shape::Linear).unwrap();
        let verdict = |figure: &str| colour(figure).map(|ruling| ruling.verdict);
        assert_eq!(verdict("50万吨"), Ok(Verdict::Colour(Colour::Green)));
        assert_eq!(verdict("40万吨"), Ok(Verdict::Colour(Colour::Yellow)));
        assert_eq!(verdict("30万吨"), Ok(Verdict::Colour(Colour::Red)));
        assert_eq!(verdict("超100万吨"), Ok(Verdict::Colour(Colour::Green)));
        assert_eq!(verdict("约100万吨"), Err(NoRuling::Undecided));
        let half = volume(PLAN, &[("2024-01/2024-06", "40万吨")]);
        let seasonal = half.course(Shape::Seasonal(vec![0.1, 0.3, 0.3, 0.3])).unwrap().unwrap();
        assert!((seasonal.value_at(half.now().unwrap().at) - 40.0).abs() < 1e-9);
        assert_eq!((seasonal.start().at, seasonal.end().at), (2023.0, 2024.0));
    }

    #[test]
    fn strictly_and_inclusively() {
        let strict = r#""kind": "plan", "text": "100万吨", "strict": true, "deadline": "2024""#;
        assert_eq!(volume(strict, &[("2024", "100万吨")]).met, Met::No);
        assert_eq!(volume(strict, &[("2024", "超100万吨")]).met, Met::Yes);
        assert_eq!(volume(PLAN, &[("2024", "约100万吨")]).met, Met::Undecided);
    }

    #[test]
    fn a_total_over_a_span() {
        let since = r#""kind": "cumulative", "text": "1000万吨", "from": "2022", "deadline": "2025""#;
        let total = volume(since, &[("2021", "999万吨"), ("2022", "200万吨"), ("2023", "250万吨"), ("2024-H1", "150万吨")]);
        assert_eq!((total.total.value, total.parts.len(), total.span.unwrap().elapsed), (600.0, 3, 0.625));
        let open = assessed(r#""kind": "cumulative", "text": "1000万吨", "deadline": "2025""#, "flow", &[("2023", "200万吨")]);
        assert!(open.cautions.contains(&Caution::SinceFirst(Period::Year(2023))));
        let stock = assessed(
            r#""kind": "cumulative", "text": "1000万吨", "deadline": "2025""#,
            "stock",
            &[("2023", "200万吨"), ("2024", "300万吨")],
        );
        assert!(stock.cautions.contains(&Caution::SinceUnknown));
        assert!(matches!(stock.finding, Ok(Finding::Volume(volume)) if volume.total.value == 300.0));
    }

    #[test]
    fn the_months_a_plan_asks_for() {
        // a day asks for the months of its year up to it
        let day = volume(r#""kind":"plan","text":"100万吨","deadline":"2024-06-30""#, &[("2023", "90万吨"), ("2024-Q1", "25万吨")]);
        assert_eq!((day.total.value, day.span.unwrap().elapsed, day.span.unwrap().needed_a_month), (25.0, 0.5, Some(25.0)));
        let quarter = volume(r#""kind":"plan","text":"100万吨","deadline":"2024-Q2""#, &[("2024-Q1", "25万吨"), ("2024-04", "40万吨")]);
        assert_eq!((quarter.total.value, quarter.span.unwrap().elapsed), (40.0, 1.0 / 3.0));
        let since = r#""kind":"cumulative","text":"100万吨","from":"2023-07","deadline":"2024""#;
        let total = volume(since, &[("2023", "90万吨"), ("2023-07/2023-12", "25万吨"), ("2024-H1", "50万吨")]);
        assert_eq!((total.total.value, total.parts.len(), total.span.unwrap().elapsed), (75.0, 2, 12.0 / 18.0));
        let course = total.course(Shape::Linear).unwrap().unwrap();
        assert_eq!((course.start(), course.end()), (Point { at: 2022.5, value: 0.0 }, Point { at: 2024.0, value: 100.0 }));
        assert_eq!(total.now(), Some(Point { at: 2023.5, value: 75.0 }));
    }

    #[test]
    fn of_several_ways_the_farthest_with_the_fewest_figures() {
        let parts = |figures: &[(&str, &str)]| {
            let found = volume(PLAN, figures);
            (found.parts.iter().map(|part| part.period.to_string()).collect::<Vec<_>>().join(" "), found.total.value)
        };
        let quarters = [("2024-Q1", "1万吨"), ("2024-Q2", "2万吨")];
        assert_eq!(parts(&quarters), ("2024-Q1 2024-Q2".to_owned(), 3.0));
        assert_eq!(parts(&[&quarters[..], &[("2024-H1", "4万吨")]].concat()), ("2024-H1".to_owned(), 4.0));
        assert_eq!(parts(&[&[("2024-H1", "4万吨")], &quarters[..]].concat()), ("2024-H1".to_owned(), 4.0));
        assert_eq!(
            parts(&[("2024-01/2024-02", "1万吨"), ("2024-Q1", "2万吨"), ("2024-03", "5万吨"), ("2024-Q2", "4万吨")]),
            ("2024-Q1 2024-Q2".to_owned(), 6.0)
        );
        // days cover no month
        assert_eq!(parts(&[("2024-Q1", "1万吨"), ("2024-04-30", "9万吨")]), ("2024-Q1".to_owned(), 1.0));
    }

    #[test]
    fn what_does_not_add_up_is_held_as_it_is() {
        let ratio = |figures: &[(&str, &str)]| match assessed(PLAN, "ratio", figures).finding {
            Ok(Finding::Volume(volume)) => (volume.total.value, volume.span),
            other => panic!("{other:?}"),
        };
        assert_eq!(ratio(&[("2023", "90万吨"), ("2024", "70万吨"), ("2024-H1", "60万吨")]), (70.0, None));
        let stock = assessed(PLAN, "stock", &[("2023", "90万吨"), ("2024-06", "70万吨"), ("2025", "60万吨")]);
        let Ok(Finding::Volume(stock)) = stock.finding else { panic!() };
        assert_eq!((stock.total.value, stock.span, stock.is_complete()), (70.0, None, true));
        assert!(stock.course(Shape::Linear).is_none() && stock.now().is_none());
        let nothing = volume(r#""kind":"plan","text":"0万吨","deadline":"2024""#, &[("2024-H1", "5万吨")]);
        assert_eq!((nothing.done, nothing.left, nothing.span.unwrap().deviation), (None, 0.0, None));
    }

    #[test]
    fn nothing_is_counted_twice() {
        let since = r#""kind": "cumulative", "text": "1000万吨", "from": "2022", "deadline": "2025""#;
        let (year, span) = (Period::Year(2022), Period::parse("2022-07/2023-06").unwrap());
        refused(since, "flow", &[("2022", "200万吨"), ("2022-07/2023-06", "250万吨")], NoFinding::Overlap(year, span));
        refused(since, "flow", &[("2022", "200万吨"), ("2024", "250万吨")], NoFinding::Gap(Period::Year(2024)));
        refused(PLAN, "flow", &[("2024-Q2", "20万吨")], NoFinding::Gap(Period::Quarter(2024, 2)));
        refused(PLAN, "flow", &[("2023", "20万吨")], NoFinding::OtherPeriod);
        refused(PLAN, "flow", &[], NoFinding::NoFigure);
        refused(PLAN, "ratio", &[("2024-H1", "20万吨")], NoFinding::NotAdditive);
    }

    proptest! {
        #[test]
        fn months_add_up_to_the_year(values in proptest::collection::vec(0u32..1000, 1..=12)) {
            let figures: Vec<(String, String)> = values.iter().enumerate().map(|(index, value)| (format!("2024-{:02}", index + 1), format!("{value}万吨"))).collect();
            let figures: Vec<(&str, &str)> = figures.iter().map(|(period, text)| (period.as_str(), text.as_str())).collect();
            let volume = volume(PLAN, &figures);
            prop_assert_eq!(volume.total.value, f64::from(values.iter().sum::<u32>()));
            prop_assert_eq!(volume.span.unwrap().elapsed, values.len() as f64 / 12.0);
        }
    }
}
