//! 目标轨迹 in words: title, subtitle, labels, reading.

mod phrase;

use super::{Words, number::difference_unit, phrase::Phrase, target::sign};
use crate::{
    dataset::{PathShape, TargetKind, Unit, decimal::shortest},
    figure::{PathNote, TrajectoryChart, TrajectoryFinding},
    trajectory::{Actual, Rate, StartBasis, Status},
};
use phrase::Course;

impl Words {
    /// The same without the unit, for the drawing.
    pub(crate) fn goal_label(self, chart: &TrajectoryChart) -> String {
        let goal = &chart.track.goal;
        let value = [sign(&chart.track.target), &self.amount(goal.value(), goal.decimals(), goal.unit())].concat();
        let phrase = if chart.trial.changes_promise() { Course::TriedGoal } else { Course::Goal };
        self.say(phrase, "value", &[&value])
    }

    pub(super) fn trajectory_title(self, chart: &TrajectoryChart) -> String {
        let title = self.tried_title(chart).unwrap_or_else(|| self.track_title(chart));
        if chart.trial.is_any() { self.say(Course::Tried, "title", &[&title]) } else { title }
    }

    /// What a growth that is tried out leads to.
    fn tried_title(self, chart: &TrajectoryChart) -> Option<String> {
        let growth = self.percent(chart.trial.growth?);
        let goal = self.target_figure(&chart.track.target, &chart.track.goal);
        let (phrase, year, late) = match chart.finding {
            TrajectoryFinding::InTime => (Course::TriedInTime, String::new(), String::new()),
            TrajectoryFinding::Late { arrival, years } => (Course::TriedLate, self.year_of(arrival), self.late(years)),
            TrajectoryFinding::Away => (Course::TriedAway, String::new(), String::new()),
            _ => return None,
        };
        Some(self.say(phrase, "growth goal year late", &[&growth, &goal, &year, &late]))
    }

    /// Over how long the pace is taken.
    fn paced_over(self, chart: &TrajectoryChart) -> String {
        let years = chart.track.projection.as_ref().map_or(1.0, |projection| f64::round(projection.from.at - projection.since.at).max(1.0));
        if self.is_english() && years <= 1.0 { self.plain(Course::OneYear) } else { self.years(years) }
    }

    fn track_title(self, chart: &TrajectoryChart) -> String {
        let track = &chart.track;
        let goal = self.target_figure(&track.target, &track.goal);
        let deadline = self.period(track.target.deadline);
        let feat = chart.multiple.map(|(factor, _)| self.feat(factor)).unwrap_or_default();
        let has_feat = chart.multiple.is_some();
        match chart.finding {
            TrajectoryFinding::Achieved { at } => {
                let value = track.latest().map(|latest| self.full_figure(&latest.quantity, &latest.observation.text)).unwrap_or_default();
                self.say(Course::Achieved, "year value", &[&self.year_of(at), &value])
            }
            TrajectoryFinding::Level { at, kept } => {
                let value = track.latest().map(|latest| self.full_figure(&latest.quantity, &latest.observation.text)).unwrap_or_default();
                let phrase = if kept { Course::Kept } else { Course::Broken };
                self.say(phrase, "year value goal", &[&self.year_of(at), &value, &goal])
            }
            TrajectoryFinding::InTime if has_feat => self.say(Course::InTimeMultiple, "span feat", &[&self.paced_over(chart), &feat]),
            TrajectoryFinding::InTime => self.say(Course::InTime, "span goal", &[&self.paced_over(chart), &goal]),
            TrajectoryFinding::Late { arrival, years } => {
                let phrase = if has_feat { Course::LateMultiple } else { Course::Late };
                self.say(
                    phrase,
                    "span year feat goal late",
                    &[&self.paced_over(chart), &self.year_of(arrival), &feat, &goal, &self.late(years)],
                )
            }
            TrajectoryFinding::Away => self.say(Course::Away, "span", &[&self.paced_over(chart)]),
            TrajectoryFinding::Behind { gap, ahead } => {
                let gap = self.full_difference(gap, chart.decimals, track.indicator.unit);
                self.say(if ahead { Course::Ahead } else { Course::Behind }, "gap", &[&gap])
            }
            TrajectoryFinding::Path { growth: Some(growth) } => {
                let growing = self.percent(growth.abs());
                let years = chart.multiple.map(|(_, years)| self.years(years)).unwrap_or_default();
                let phrase = match (chart.multiple, growth < 0.0) {
                    (Some(_), false) => Course::PathMultiple,
                    (_, false) => Course::PathGrowth,
                    (_, true) => Course::PathFall,
                };
                capitalised(self.say(phrase, "year goal growth feat years", &[&deadline, &goal, &growing, &feat, &years]))
            }
            TrajectoryFinding::Path { growth: None } | TrajectoryFinding::Target => {
                self.say(Course::PathPlain, "year goal", &[&deadline, &goal])
            }
        }
    }

    pub(super) fn trajectory_subtitle(self, chart: &TrajectoryChart) -> Vec<String> {
        let track = &chart.track;
        let subject =
            [self.place(&track.target.region), self.indicator(&chart.track.indicator)].join(if self.is_english() { ": " } else { "" });
        let unit = self.unit(chart.track.indicator.unit);
        let comma = if self.is_english() { ", " } else { "，" };
        let subject = if unit.is_empty() { subject } else { [subject, unit].join(comma) };
        let goal = [sign(&track.target), &self.amount(track.goal.value(), track.goal.decimals(), track.goal.unit())].concat();
        let growth = track.path.as_ref().ok().and_then(|path| path.growth());
        let year = self.period(track.target.deadline);
        let target = match (chart.multiple, growth) {
            // the title says the rest
            (Some(_), Some(_)) if matches!(chart.finding, TrajectoryFinding::Path { .. }) => self.start_in_subtitle(chart),
            (Some((factor, years)), Some(growth)) => self.say(
                Course::TargetByMultiple,
                "year goal years feat growth",
                &[&year, &goal, &self.years(years), &self.feat(factor), &self.percent(growth)],
            ),
            _ => self.say(Course::TargetBy, "year goal", &[&year, &goal]),
        };
        let target = if chart.trial.changes_promise() { self.say(Course::TriedSubtitle, "target", &[&target]) } else { target };
        vec![subject, target]
    }

    /// The baseline, for a subtitle under a title that already tells the target.
    fn start_in_subtitle(self, chart: &TrajectoryChart) -> String {
        let Some(start) = chart.track.start else { return String::new() };
        let value = self.amount(start.point.value, chart.decimals, chart.track.indicator.unit);
        let phrase = if start.basis == StartBasis::Implied { Course::ImpliedBase } else { Course::StatedBase };
        self.say(phrase, "year value", &[&self.year_of(start.point.at), &value])
    }

    pub(super) fn trajectory_reading(self, chart: &TrajectoryChart) -> Vec<String> {
        let track = &chart.track;
        let unit = track.indicator.unit;
        let full = |value: f64| self.full_number(value, chart.decimals, unit);
        let target = &track.target;
        let keep = matches!(target.kind, TargetKind::AtLeast(_) | TargetKind::AtMost(_));
        let mut sentences = vec![self.say(
            match keep {
                _ if chart.trial.changes_promise() => Course::ReadTriedPromise,
                true => Course::ReadPromiseKeep,
                false => Course::ReadPromise,
            },
            "place year indicator goal",
            &[
                self.place(&target.region),
                &self.period(target.deadline),
                self.indicator(&chart.track.indicator),
                &self.target_figure(target, &track.goal),
            ],
        )];
        if chart.trial.is_any() {
            sentences.insert(0, self.plain(Course::ReadTried));
        }
        if let Some(start) = track.start {
            let phrase = match start.basis {
                _ if chart.trial.changes_promise() => Course::ReadTriedBase,
                StartBasis::Implied => Course::ReadImplied,
                StartBasis::Stated => Course::ReadStated,
                StartBasis::Observed => Course::ReadObserved,
            };
            let feat = chart.multiple.map(|(factor, years)| self.fold(factor, years)).unwrap_or_default();
            sentences.push(self.say(phrase, "feat start base", &[&feat, &self.year_of(start.point.at), &full(start.point.value)]));
        }
        if let Some(sentence) = self.path_sentence(chart) {
            sentences.push(sentence);
        }
        match (track.latest(), track.pace) {
            (Some(latest), Some(pace)) => {
                let ahead = track.is_ahead() == Some(true);
                let phrase = match (track.is_level(), ahead) {
                    (true, true) => Course::ReadLatestKept,
                    (true, false) => Course::ReadLatestBroken,
                    (false, _) if pace.gap == 0.0 => Course::ReadLatestEven,
                    (false, true) => Course::ReadLatestAhead,
                    (false, false) => Course::ReadLatestBehind,
                };
                sentences.push(self.say(
                    phrase,
                    "latest year value expected gap",
                    &[
                        &if latest.observation.is_noted() { self.latest_noted() } else { self.plain(Course::LatestPublished) },
                        &self.period(latest.observation.period),
                        &self.full_figure(&latest.quantity, &latest.observation.text),
                        &full(pace.expected),
                        &self.full_difference(pace.gap, chart.decimals, unit),
                    ],
                ));
                if let Some((progress, deviation)) = pace.progress.zip(pace.deviation).filter(|_| !track.is_level()) {
                    let (progress, elapsed, deviation) =
                        (self.percent(progress), self.percent(pace.elapsed), self.signed(deviation * 100.0, 1, Unit::PERCENT));
                    sentences.push(self.say(Course::ReadProgress, "progress elapsed deviation", &[&progress, &elapsed, &deviation]));
                }
                if !track.is_level() {
                    sentences.append(&mut self.outlook(chart));
                }
            }
            (None, _) => {
                sentences.push(self.plain(Course::ReadNoActuals));
                sentences.extend(self.tried_sentence(chart));
            }
            (Some(_), None) => {}
        }
        sentences
    }

    /// Where a growth that is tried out leads.
    fn tried_sentence(self, chart: &TrajectoryChart) -> Option<String> {
        let growth = self.percent(chart.trial.growth?);
        let arrival = chart.track.projection.as_ref().ok()?.arrival;
        let phrase = if arrival.is_some() { Course::ReadTriedArrival } else { Course::ReadTriedNoArrival };
        Some(self.say(phrase, "growth year", &[&growth, &arrival.map(|at| self.year_of(at)).unwrap_or_default()]))
    }

    /// What the path asks for, year by year.
    fn path_sentence(self, chart: &TrajectoryChart) -> Option<String> {
        const MOST_STEPS: usize = 6;
        let path = chart.track.path.as_ref().ok()?;
        let (first, last) = (f64::floor(path.start().at) as i32 + 1, f64::floor(path.end().at) as i32);
        let mut steps = Vec::new();
        for year in (first..=last).take(MOST_STEPS) {
            let at = f64::from(year);
            let value = self.amount(path.value_at(at), chart.decimals, chart.track.indicator.unit);
            steps.push(self.say(Course::ReadStep, "year value", &[&self.year_of(at), &value]));
        }
        if steps.is_empty() || last - first >= MOST_STEPS as i32 || path.start().value == path.end().value {
            return None;
        }
        let steps = steps.join(self.comma());
        Some(match path.growth().filter(|growth| path.shape() == PathShape::Geometric && *growth > 0.0 && path.points().count() == 2) {
            Some(growth) => self.say(Course::ReadPathGrowth, "growth steps", &[&self.percent(growth), &steps]),
            None => self.say(Course::ReadPathSteps, "steps", &[&steps]),
        })
    }

    /// A pace: a percentage, or an amount with its sign.
    fn rate(self, chart: &TrajectoryChart, rate: Rate) -> String {
        match rate {
            Rate::Growth(growth) => self.percent(growth),
            Rate::Change(change) => {
                let unit = chart.track.indicator.unit;
                let decimals = chart.decimals + u8::from(change != f64::round(change));
                self.with_unit(&self.signed(change, decimals, unit), difference_unit(unit))
            }
        }
    }

    /// What it takes a year from now on: a percentage, or an amount; and whether it is a fall.
    fn required(self, chart: &TrajectoryChart) -> Option<(String, bool)> {
        let pace = chart.track.pace?;
        if let Some(growth) = pace.required_growth {
            return Some((self.percent(growth.abs()), growth < 0.0));
        }
        let unit = chart.track.indicator.unit;
        pace.required_increase.map(|amount| (self.full_difference(amount, chart.decimals, unit), amount < 0.0))
    }

    /// Status, arrival, and what it takes.
    fn outlook(self, chart: &TrajectoryChart) -> Vec<String> {
        let track = &chart.track;
        let mut sentences = Vec::new();
        if let Some(Ok(assessment)) = track.assessment {
            sentences.push(self.say(Course::ReadStatus, "status", &[&self.plain(status(assessment.status))]));
            if assessment.status == Status::Achieved {
                return sentences;
            }
        }
        match &track.projection {
            _ if chart.trial.growth.is_some() => sentences.extend(self.tried_sentence(chart)),
            Ok(projection) => {
                let span = self.paced_over(chart);
                let growth = self.rate(chart, projection.rate);
                sentences.push(match projection.arrival {
                    Some(arrival) => self.say(Course::ReadArrival, "years growth year", &[&span, &growth, &self.year_of(arrival)]),
                    None => self.say(Course::ReadNoArrival, "years growth", &[&span, &growth]),
                });
            }
            Err(_) => sentences.push(self.plain(Course::ReadTooFew)),
        }
        if let Some((growth, falls)) = self.required(chart) {
            let phrase = if falls { Course::ReadRequiredFall } else { Course::ReadRequired };
            sentences.push(self.say(phrase, "growth", &[&growth]));
        }
        sentences
    }

    /// The label of the start: 1,000 推算基期.
    pub(crate) fn start_label(self, chart: &TrajectoryChart) -> Option<String> {
        let start = chart.track.start?;
        let value = self.amount(start.point.value, chart.decimals, chart.track.indicator.unit);
        match start.basis {
            _ if chart.trial.changes_promise() => Some(self.say(Course::TriedStart, "value", &[&value])),
            StartBasis::Implied => Some(self.say(Course::ImpliedStart, "value", &[&value])),
            StartBasis::Stated => Some(self.say(Course::StatedStart, "value", &[&value])),
            StartBasis::Observed => None,
        }
    }

    /// The label of the path line.
    pub(crate) fn path_label(self, shape: PathShape) -> String {
        self.plain(if shape == PathShape::Geometric { Course::PathGeometric } else { Course::PathLinear })
    }

    /// How far the latest figure is from the path: ▼ 落后路径 157（9.9%）.
    pub(crate) fn pace_label(self, chart: &TrajectoryChart) -> Option<String> {
        let pace = chart.track.pace.filter(|pace| pace.gap != 0.0 && !chart.track.is_level())?;
        let ahead = chart.track.is_ahead() == Some(true);
        let gap = self.amount(pace.gap.abs(), chart.decimals, chart.track.indicator.unit);
        let share = pace.gap_share.map(|share| self.percent(share.abs())).unwrap_or_default();
        Some(self.say(if ahead { Course::AheadBy } else { Course::BehindBy }, "gap share", &[&gap, &share]))
    }

    /// Where the pace leads and what it takes, a line each.
    pub(crate) fn outlook_labels(self, chart: &TrajectoryChart) -> Vec<String> {
        let track = &chart.track;
        let mut lines = Vec::new();
        if track.is_level() {
            return lines;
        }
        if let Ok(projection) = &track.projection {
            if let Some(arrival) = projection.arrival.filter(|_| !matches!(chart.finding, TrajectoryFinding::Achieved { .. })) {
                lines.push(self.say(Course::ReachedIn, "year", &[&self.year_of(arrival)]));
            }
            if let Some(growth) = chart.trial.growth {
                lines.push(self.say(Course::TriedGrowth, "growth", &[&self.percent(growth)]));
            } else {
                let span = self.paced_over(chart);
                let growth = self.rate(chart, projection.rate);
                lines.push(self.say(Course::RecentGrowth, "years growth", &[span.trim_end_matches('年'), &growth]));
            }
        }
        match (self.required(chart), &track.path) {
            (Some(_), _) if matches!(chart.finding, TrajectoryFinding::Achieved { .. }) => {}
            (Some((growth, falls)), _) => {
                let phrase = if falls { Course::RequiredFall } else { Course::RequiredGrowth };
                lines.push(self.say(phrase, "growth", &[&growth]));
            }
            (None, Ok(path)) if track.actuals.is_empty() => {
                lines.extend(
                    path.growth()
                        .filter(|growth| *growth > 0.0)
                        .map(|growth| self.say(Course::YearlyGrowth, "growth", &[&self.percent(growth)])),
                );
                lines.push(self.plain(Course::NoActuals));
            }
            _ => {}
        }
        lines
    }

    /// What is told of a published point: place, period, value, path, gap.
    pub(crate) fn actual_told(self, chart: &TrajectoryChart, place: &str, actual: &Actual, mine: bool) -> Vec<String> {
        let mut told = vec![[place, &self.period(actual.observation.period)].join(if self.is_english() { ", " } else { " " })];
        told.push(self.full_figure(&actual.quantity, &actual.observation.text));
        if let Ok(path) = chart.track.path.as_ref()
            && mine
        {
            let unit = chart.track.indicator.unit;
            told.push(self.say(Course::PointPath, "value", &[&self.full_number(path.value_at(actual.point.at), chart.decimals, unit)]));
        }
        told.push(self.source_line(&actual.observation.source, actual.observation.locator.as_deref()));
        told
    }

    /// What is told of a point of the path, the baseline or the target.
    pub(crate) fn path_told(self, chart: &TrajectoryChart, at: f64, value: f64) -> Vec<String> {
        let track = &chart.track;
        let value = self.full_number(value, chart.decimals, track.indicator.unit);
        let is = |point: Option<f64>| point == Some(at);
        let (nature, is_tried) = if is(Some(track.target.deadline.end())) {
            (Phrase::Target, chart.trial.changes_promise())
        } else if is(track.start.map(|start| start.point.at)) {
            let is_implied = track.start.is_some_and(|start| start.basis == StartBasis::Implied);
            (if is_implied { Phrase::ImpliedBaseline } else { Phrase::StatedBaseline }, chart.trial.changes_promise())
        } else {
            (Phrase::OnPath, chart.trial.changes_path())
        };
        let mut told = vec![[self.year_of(at), self.plain(nature)].join(" "), value];
        if is_tried {
            told.push(self.plain(Course::ReadTried));
        } else {
            told.push(self.source_line(&track.target.source, track.target.locator.as_deref()));
        }
        told
    }

    /// A remark below.
    pub(super) fn path_note(self, note: &PathNote) -> String {
        match note {
            PathNote::ImpliedBaseline { period, factor } => {
                self.say(Course::NoteImplied, "year factor", &[&self.year_of(*period), &self.fraction_of(*factor)])
            }
            PathNote::Trial => self.plain(Course::NoteTrial),
            PathNote::ObservedBaseline { period } => self.say(Course::NoteObserved, "year", &[&self.year_of(*period)]),
            PathNote::OnTrackBand => self.plain(Course::NoteBand),
            PathNote::LinearPath => self.plain(Course::NoteLinear),
            PathNote::PartialYears { periods } => {
                let mut told = Vec::new();
                for period in periods {
                    told.push(self.period(*period));
                }
                self.say(Course::NotePartial, "periods", &[&told.join(self.comma())])
            }
        }
    }

    /// The divisor of 二分之一.
    fn fraction_of(self, factor: f64) -> String {
        const NUMERALS: [(f64, &str); 4] = [(2.0, "二"), (3.0, "三"), (4.0, "四"), (5.0, "五")];
        match NUMERALS.iter().find(|(value, _)| *value == factor) {
            Some((_, numeral)) if !self.is_english() => (*numeral).to_owned(),
            _ => shortest(factor),
        }
    }
}

fn status(status: Status) -> Course {
    match status {
        Status::Achieved => Course::StatusAchieved,
        Status::OnTrack => Course::StatusOnTrack,
        Status::Moderate => Course::StatusModerate,
        Status::Insufficient => Course::StatusInsufficient,
        Status::MovingAway => Course::StatusAway,
    }
}

/// An English sentence begins with a capital; Chinese is left as it is.
fn capitalised(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
