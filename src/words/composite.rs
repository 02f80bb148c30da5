//! Composite indicators in words.

mod peers;
mod phrase;
mod rare;
mod remark;

use std::sync::Arc;

use super::Words;
use crate::{
    benchmark::{
        Rank,
        composite::{
            Composite, CompositeOf, EntropyForm, GapParts, Gathered, Mean, Method, NoScore, Normalisation, PercentileForm, Reference,
            Robustness, Score, Scoring, Spread, Standards, TopsisScale, Weighting, gap_parts,
        },
    },
    dataset::{Indicator, Region, decimal::count},
};
use phrase::CompositePhrase as Say;

/// As many indicators are named; of more only the first.
const NAMED: usize = 4;

impl Words {
    /// What a composite indicator says: who leads, where the own place stands, whether its rank holds, what makes the
    /// gap to the leader (of the leader: to the next), and what had to be left out.
    pub fn composite_reading(self, of: &CompositeOf, home: Option<&Region>, robustness: Option<&Robustness>) -> String {
        let mut told = vec![self.composite_lead(of)];
        match home.map(|home| (home, of.gathered.row(home))) {
            Some((home, Some(row))) => {
                told.push(self.composite_home(of, home, row));
                if of.composite.score(row).is_some() {
                    told.extend(robustness.into_iter().flat_map(|robustness| self.composite_holds(of, home, row, robustness)));
                    told.extend(self.composite_gap(of, row));
                }
            }
            Some((home, None)) => told.push(self.say(Say::HomeAbsent, "home", &[self.place(home)])),
            None => {}
        }
        told.extend(self.composite_remarks(of));
        self.join(&told)
    }

    /// How a composite is made, in a sentence or two: normalisation, aggregation, coverage.
    pub fn composite_method(self, method: &Method) -> String {
        let least = self.percent(method.coverage.least);
        let scoring = match &method.scoring {
            Scoring::Topsis(TopsisScale::Vector) => self.plain(Say::ByTopsisVector),
            Scoring::Topsis(TopsisScale::MinMax) => self.plain(Say::ByTopsisMinMax),
            Scoring::Mean(mean, normalisation) => {
                let normalised = match normalisation {
                    Normalisation::MinMax | Normalisation::SpanTo(Reference::Leader) => self.plain(Say::MinMax),
                    Normalisation::ZScore => self.plain(Say::ZScore),
                    Normalisation::PercentileRank(PercentileForm::Below) => self.plain(Say::PercentileBelow),
                    Normalisation::RatioTo(Reference::Leader) => self.plain(Say::RatioLeader),
                    Normalisation::Efficacy(Standards::Observed) => self.plain(Say::EfficacyObserved),
                    rare => self.rare_normalisation(rare),
                };
                let phrase = if matches!(mean, Mean::Arithmetic) { Say::ByArithmetic } else { Say::ByGeometric };
                self.say(phrase, "normalised", &[&normalised])
            }
        };
        self.join(&[scoring, self.say(Say::ByCoverage, "least", &[&least])])
    }

    /// The weights a composite used, by indicator; those that took no part are left out.
    pub fn weights_reading(self, of: &CompositeOf) -> String {
        let mut weights = Vec::new();
        for (comparison, weight) in of.gathered.comparisons.iter().zip(&of.composite.weights) {
            if *weight > 0.0 {
                weights.push((Arc::clone(&comparison.indicator), *weight));
            }
        }
        self.weights_told(&of.method.weighting, &weights)
    }

    /// Where weights come from, and the share of each indicator.
    pub(in crate::words) fn weights_told(self, weighting: &Weighting, weights: &[(Arc<Indicator>, f64)]) -> String {
        let mut told = Vec::new();
        for (indicator, weight) in weights {
            told.push(self.say(Say::Weight, "indicator weight", &[self.indicator(indicator), &self.percent(*weight)]));
        }
        let list = told.join(self.comma());
        let phrase = match weighting {
            _ if told.is_empty() => Say::WeightsNone,
            Weighting::Equal => {
                let each = weights.iter().fold(0.0, |most: f64, (_, weight)| most.max(*weight));
                return self.say(Say::WeightsEqual, "n each", &[&count(told.len()), &self.percent(each)]);
            }
            Weighting::Given(_) => Say::WeightsGiven,
            Weighting::Entropy(EntropyForm::RawShares) => Say::WeightsEntropyRaw,
            Weighting::Entropy(EntropyForm::MinMaxFirst) => Say::WeightsEntropyMinMax,
            Weighting::Critic => Say::WeightsCritic,
        };
        self.say(phrase, "list", &[&list])
    }

    pub(in crate::words) fn composite_lead(self, of: &CompositeOf) -> String {
        let ranked = of.composite.ranked();
        let Some((first, score)) = ranked.first() else { return self.plain(Say::NoScores) };
        let (mut used, mut leaders) = (Vec::new(), Vec::new());
        for (column, weight) in of.composite.weights.iter().enumerate() {
            if *weight > 0.0 {
                used.push(column);
            }
        }
        for (row, score) in &ranked {
            if score.rank == 1 {
                leaders.extend(self.name_of(&of.gathered, *row));
            }
        }
        let indicators = self.indicators_of(&of.gathered, &used);
        let (n, score) = (count(ranked.len()), self.composite_score(&of.method, score.value));
        match ranked.len() {
            1 => self.say(Say::LeadOnly, "leader score", &[self.name_of(&of.gathered, *first).unwrap_or_default(), &score]),
            _ if leaders.len() > 1 => {
                self.say(Say::LeadTied, "n indicators leaders score", &[&n, &indicators, &self.list(&leaders), &score])
            }
            _ => self.say(Say::Lead, "n indicators leader score", &[&n, &indicators, &self.list(&leaders), &score]),
        }
    }

    pub(in crate::words) fn composite_home(self, of: &CompositeOf, home: &Region, row: usize) -> String {
        let home = self.place(home);
        let Some(place) = of.composite.places.get(row) else { return String::new() };
        match &place.score {
            Ok(score) => {
                let rank = self.rank(at(score.rank));
                self.say(Say::Home, "home score rank", &[home, &self.composite_score(&of.method, score.value), &rank])
            }
            Err(NoScore::Coverage) if place.coverage == 0.0 => self.say(Say::HomeAbsent, "home", &[home]),
            Err(NoScore::Coverage) => {
                let (coverage, least) = (self.percent(place.coverage), self.percent(of.method.coverage.least));
                self.say(Say::HomeCoverage, "home coverage least", &[home, &coverage, &least])
            }
            Err(NoScore::NoIndicator | NoScore::NoSpread) => self.say(Say::HomeNone, "home", &[home]),
        }
    }

    /// The range of ranks under random weights, and without each of the indicators.
    pub(in crate::words) fn composite_holds(self, of: &CompositeOf, home: &Region, row: usize, robustness: &Robustness) -> Vec<String> {
        let mut told = Vec::new();
        if let Some(Some(Spread { median, best, worst, .. })) = robustness.spread.get(row) {
            let rank = self.rank(Rank { point: *median, best: *best, worst: *worst });
            let draws = self.number(f64::from(robustness.draws.count), 0);
            let phrase = if best == worst { Say::HoldsAt } else { Say::HoldsBetween };
            told.push(self.say(phrase, "home draws rank median", &[self.place(home), &draws, &rank, &self.rank(at(*median))]));
        }
        let most = robustness.without.iter().filter_map(|without| {
            let gained = (*without.gained.get(row)?)?;
            Some((without.column, (*without.ranks.get(row)?)?, gained))
        });
        // the largest move; of equals the first
        let most = most.reduce(|most, next| if next.2.abs() > most.2.abs() { next } else { most });
        if let Some((column, rank, gained)) = most
            && let Some(indicator) = self.column_of(&of.gathered, column)
        {
            let phrase = if gained == 0 { Say::WithoutNone } else { Say::Without };
            told.push(self.say(phrase, "indicator home rank", &[indicator, self.place(home), &self.rank(at(rank))]));
        }
        told
    }

    /// What makes the gap to the leader; of a place that leads alone, to the next.
    pub(in crate::words) fn composite_gap(self, of: &CompositeOf, row: usize) -> Option<String> {
        let ranked = of.composite.ranked();
        let own = of.composite.score(row)?;
        let other = ranked.iter().find(|(other, score)| *other != row && score.rank != own.rank)?;
        let ahead = own.rank == 1;
        let (first, second) = if ahead { (row, other.0) } else { (other.0, row) };
        let GapParts { parts, total, one_sided, ratio } = gap_parts(&of.composite, first, second).ok()?;
        // a part that only one of the two has says nothing about who is better
        let mut shared = Vec::new();
        for (column, part) in parts.into_iter().enumerate() {
            if let Some(part) = part.filter(|_| !one_sided.contains(&column)) {
                shared.push((column, part));
            }
        }
        let shared = crate::order::sorted(shared, |(_, part)| -part);
        // the two largest of a sign
        let largest = |parts: &mut dyn Iterator<Item = &(usize, f64)>, sign: f64| {
            let mut told = Vec::new();
            for (column, part) in parts.filter(|(_, part)| part * sign > 0.0).take(2) {
                let indicator = self.column_of(&of.gathered, *column).unwrap_or_default();
                // parts of a logarithm have no points
                told.push(match ratio {
                    Some(_) => indicator.to_owned(),
                    None => self.say(Say::Part, "indicator points", &[indicator, &self.composite_score(&of.method, part.abs())]),
                });
            }
            told.join(self.comma())
        };
        let (wide, narrow) = (largest(&mut shared.iter(), 1.0), largest(&mut shared.iter().rev(), -1.0));
        let gap = match ratio {
            Some(_) => value_of(&of.composite, first)? - value_of(&of.composite, second)?,
            None => total,
        };
        let gap = self.composite_score(&of.method, gap);
        let phrase = match (ahead, wide.is_empty(), narrow.is_empty()) {
            (true, true, _) => Say::Ahead,
            (true, false, true) => Say::AheadBy,
            (true, false, false) => Say::AheadByLess,
            (false, true, _) => Say::Behind,
            (false, false, true) => Say::BehindBy,
            (false, false, false) => Say::BehindByLess,
        };
        let other = self.name_of(&of.gathered, other.0)?;
        let mut told = vec![self.say(phrase, "other gap wide narrow", &[other, &gap, &wide, &narrow])];
        if !one_sided.is_empty() {
            let mut names = Vec::new();
            for column in &one_sided {
                names.extend(self.column_of(&of.gathered, *column));
            }
            told.push(self.say(Say::OneSided, "names", &[&self.list(&names)]));
        }
        Some(self.join(&told))
    }

    /// A score in the scale readers know: what runs from 0 to 1 as 0 to 100, closeness to three decimals.
    pub fn composite_score(self, method: &Method, score: f64) -> String {
        match &method.scoring {
            Scoring::Topsis(_) => self.number(score, 3),
            Scoring::Mean(_, Normalisation::ZScore) => self.number(score, 2),
            Scoring::Mean(_, Normalisation::Efficacy(_)) => self.number(score, 1),
            Scoring::Mean(..) => self.number(score * 100.0, 1),
        }
    }

    /// 败诉率、工业产值2项指标, or of many 败诉率等9项指标.
    pub(super) fn indicators_of(self, gathered: &Gathered, columns: &[usize]) -> String {
        let mut names = Vec::new();
        for column in columns {
            names.extend(self.column_of(gathered, *column));
        }
        let n = count(names.len());
        match names.split_first() {
            None => self.plain(Say::NoIndicators),
            Some((only, [])) => (*only).to_owned(),
            Some((first, _)) if names.len() > NAMED => self.say(Say::IndicatorsMany, "first n", &[first, &n]),
            Some(_) => self.say(Say::IndicatorsFew, "names n", &[&self.list(&names), &n]),
        }
    }

    pub(super) fn column_of(self, gathered: &Gathered, column: usize) -> Option<&str> {
        gathered.comparisons.get(column).map(|comparison| self.indicator(&comparison.indicator))
    }

    pub(super) fn name_of(self, gathered: &Gathered, row: usize) -> Option<&str> {
        gathered.places.get(row).map(|place| self.place(place))
    }
}

/// A rank beyond doubt.
fn at(rank: u32) -> Rank {
    Rank { point: rank, best: rank, worst: rank }
}

fn value_of(composite: &Composite, row: usize) -> Option<f64> {
    composite.score(row).map(|Score { value, .. }| *value)
}
