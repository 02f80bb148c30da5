//! The outlook of everything in the bundled dataset: no panic, no number that is none, no sentence left open.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "clippy.toml lets tests do it, but not the functions they share")]

use std::{collections::BTreeMap, sync::Arc};

use duibiao::{
    dataset::{Dataset, Indicator, Lang, Measure, PeriodClass, Polarity, Region, Relax, parse_json},
    trajectory::{
        Arrival, Deviation, Direction, Forecast, ForecastMethod, Goal, Intercept, Leader, Mover, NoForecast, Panel, Point, Trend, beta,
        catch_up, rank_history, sigma, stated_ranks, time_distance,
    },
    words::Words,
};

fn bundled() -> Dataset {
    parse_json(include_str!("../www/data/huaibei-2023.json")).dataset.unwrap()
}

/// A series of one place: figures of one class of period, definition and scope; the first of each time.
struct Series {
    region: Arc<Region>,
    indicator: Arc<Indicator>,
    points: Vec<Point>,
}

fn all_series(dataset: &Dataset) -> Vec<Series> {
    let mut series: BTreeMap<String, Series> = BTreeMap::new();
    for figure in &dataset.observations {
        let Some(quantity) = &figure.quantity else { continue };
        let key =
            format!("{} {} {:?} {:?} {:?}", figure.indicator.id, figure.region.id, figure.period.class(), figure.definition, figure.scope);
        let (region, indicator) = (Arc::clone(&figure.region), Arc::clone(&figure.indicator));
        let one = series.entry(key).or_insert_with(|| Series { region, indicator, points: Vec::new() });
        let at = figure.period.end();
        if !one.points.iter().any(|point| point.at == at) {
            one.points.push(Point { at, value: quantity.value() });
        }
    }
    series.into_values().collect()
}

fn direction(indicator: &Indicator) -> Direction {
    if indicator.polarity == Polarity::Lower { Direction::Down } else { Direction::Up }
}

#[track_caller]
fn whole(say: impl Fn(Words) -> String) {
    for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
        let text = say(Words::new(lang));
        assert!(!text.is_empty() && !text.contains(['{', '}']) && !text.contains("NaN") && !text.contains("inf "), "{text}");
    }
}

#[test]
fn every_series_is_carried_forward_or_refused_with_a_reason() {
    let dataset = bundled();
    let (mut made, mut few) = (0, 0);
    for Series { indicator, points, .. } in all_series(&dataset) {
        let trend = Trend::fitting(&points);
        for method in [
            ForecastMethod::LastSteps { steps: 2, trend },
            ForecastMethod::LeastSquares(trend),
            ForecastMethod::TheilSen(trend, Intercept::Separate),
        ] {
            match Forecast::new(&points, method, 0.8) {
                Ok(forecast) => {
                    made += 1;
                    let value = forecast.latest().value;
                    let goal = Goal { value: value * 2.0, deadline: 2025.0, direction: direction(&indicator), strict: false };
                    let arrival = forecast.arrival(&goal).unwrap();
                    assert!(matches!(arrival, Arrival::Ahead { .. }) || value <= 0.0 || goal.direction == Direction::Down);
                    whole(|words| words.forecast_reading(&indicator, &forecast, 2025.0));
                    whole(|words| words.arrival_reading(&indicator, &goal, &arrival));
                }
                Err(reason) => {
                    assert!(matches!(reason, NoForecast::TooFewPoints { .. }), "{} {reason:?}", indicator.id);
                    few += 1;
                    whole(|words| words.no_forecast_reading(reason));
                }
            }
        }
    }
    assert!(made > 10 && few > 100, "{made} made, {few} refused");
}

#[test]
fn the_loss_rate_of_huzhou() {
    let dataset = bundled();
    let loss_rate = dataset.indicator("loss-rate").unwrap();
    let huzhou = dataset.region("huzhou").unwrap();
    let series = all_series(&dataset);
    let points =
        &series.iter().find(|one| one.indicator.id == loss_rate.id && one.region.id == huzhou.id && one.points.len() == 3).unwrap().points;
    let forecast = Forecast::new(points, ForecastMethod::LeastSquares(Trend::Geometric), 0.8).unwrap();
    assert_eq!(forecast.points().len(), 3);
    let estimate = forecast.at(2023.0).unwrap();
    let (low, high) = estimate.range.unwrap();
    // three points: one degree of freedom, and an interval that says how little that is
    assert!(low > 0.0 && low < estimate.value && estimate.value < high);
}

#[test]
fn every_pair_of_places_is_set_against_each_other() {
    let dataset = bundled();
    let series = all_series(&dataset);
    for own in &series {
        let Some(now) = own.points.iter().copied().max_by(|a, b| a.at.total_cmp(&b.at)) else { continue };
        for other in series.iter().filter(|other| other.indicator.id == own.indicator.id && other.region.id != own.region.id) {
            let direction = direction(&own.indicator);
            let distance = time_distance(&now, &other.points, Trend::Linear, direction);
            whole(|words| words.time_distance_reading(&own.indicator, &own.region, &other.region, &now, &distance));
            let pace = |points: &[Point]| points.first().zip(points.last()).and_then(|(from, to)| Mover::between(*from, *to));
            let Some(mover) = pace(&own.points) else { continue };
            let mut leaders: Vec<Leader> = other.points.iter().map(|point| Leader::Static(point.value)).collect();
            leaders.extend(pace(&other.points).map(Leader::Moving));
            for leader in leaders {
                let meeting = catch_up(&mover, &leader, direction);
                whole(|words| words.catch_up_reading(&own.indicator, &own.region, &other.region, &leader, &meeting));
            }
        }
    }
}

#[test]
fn every_indicator_is_asked_for_convergence_and_ranks() {
    let dataset = bundled();
    let series = all_series(&dataset);
    let (mut panels, mut histories, mut stated) = (0, 0, 0);
    for indicator in &dataset.indicators {
        let rows: Vec<Vec<Option<f64>>> = series
            .iter()
            .filter(|one| one.indicator.id == indicator.id)
            .map(|one| [2021.0, 2022.0].map(|at| one.points.iter().find(|point| point.at == at).map(|point| point.value)).to_vec())
            .collect();
        if let Ok(panel) = Panel::new(&[2021.0, 2022.0], &rows) {
            panels += 1;
            whole(|words| words.sigma_reading(indicator, panel.places(), Deviation::Sample, &sigma(&panel, Deviation::Sample)));
            whole(|words| words.beta_reading(indicator, &beta(&panel)));
        }
        for region in &dataset.regions {
            match rank_history(&dataset, indicator, region, &[], PeriodClass::Year, Relax::default()) {
                Ok(history) => {
                    histories += 1;
                    whole(|words| words.rank_history_reading(&history));
                }
                Err(reason) => whole(|words| words.no_rank_history_reading(reason)),
            }
            for ranks in stated_ranks(&dataset, indicator, region).unwrap_or_default() {
                stated += 1;
                assert_eq!(indicator.measure, Measure::Rank);
                whole(|words| words.stated_ranks_reading(indicator, region, &ranks));
            }
        }
    }
    let (appraisal, xuancheng) = (dataset.indicator("biz-env-rank").unwrap(), dataset.region("xuancheng").unwrap());
    let quarters = &stated_ranks(&dataset, appraisal, xuancheng).unwrap()[0];
    assert_eq!(quarters.steps.iter().map(|step| step.rank).collect::<Vec<_>>(), [2.0, 4.0, 4.0, 4.0]);
    assert!(panels > 0 && histories > 20 && stated > 10, "{panels} panels, {histories} histories, {stated} stated");
}
