//! The places most like one, among bare numbers or in a dataset.

use serde::Serialize;

use super::{
    compare::region,
    fault::{Failure, FaultCode, Faults},
    gather::{GatheredShown, not_gathered, question},
    input::{Fields, lang_of},
    value::Value,
};
use crate::{
    benchmark::{self, PeerDistance, Peers, PeersError},
    dataset::{Dataset, Lang},
    words::Words,
};

/// The nearest rows.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PeersShown {
    nearest: Vec<PeerShown>,
    left_out: Vec<usize>,
    set_aside: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
struct PeerShown {
    row: usize,
    distance: f64,
    coverage: f64,
}

/// The nearest places of a dataset, and the figures they were found by.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct PeersOfShown {
    #[serde(flatten)]
    peers: PeersShown,
    #[serde(flatten)]
    gathered: GatheredShown,
    reading: String,
}

/// How near is measured: `{ count?, distance?, coverage? }`.
struct Measure {
    count: usize,
    distance: PeerDistance,
    least: f64,
}

/// `peers({ values, of, count?, distance?, coverage? })`.
pub(crate) fn peers(input: &Value) -> Result<PeersShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let mut last = u32::MAX;
        let table = fields.must("values", |item| {
            last = u32::try_from(item.rows().saturating_sub(1)).unwrap_or(u32::MAX);
            item.table()
        });
        let of = fields.must("of", |item| item.whole(0, last));
        let measure = measure(&fields);
        fields.end();
        Some((table?, of?, measure))
    };
    let read = read();
    let (table, of, Measure { count, distance, least }) = faults.check(lang, read)?;
    let found = benchmark::peers(&table, of, count, distance, least).map_err(|error| no_peers(lang, error, "/values", "/of"))?;
    Ok(PeersShown::of(&found))
}

/// `peersOf(data, { home, indicators, places?, period?, relax?, count?, distance?, coverage? })`.
pub(crate) fn peers_of(dataset: &Dataset, input: &Value) -> Result<PeersOfShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let home = fields.must("home", |item| region(dataset, &item));
        let question = question(dataset, &fields, None);
        let measure = measure(&fields);
        fields.end();
        Some((home?, question?, measure))
    };
    let read = read();
    let (home, question, Measure { count, distance, least }) = faults.check(lang, read)?;
    let found = benchmark::peers_of(dataset, &question, &home, count, distance, least);
    let (gathered, found) = found.map_err(|error| no_peers(lang, error, "/indicators", "/home"))?;
    Ok(PeersOfShown {
        peers: PeersShown::of(&found),
        reading: Words::new(lang).peers_reading(&gathered, &found, &home, distance),
        gathered: GatheredShown::of(&gathered, lang),
    })
}

fn measure(fields: &Fields<'_>) -> Measure {
    let words = [
        ("standardised-euclidean", PeerDistance::StandardisedEuclidean),
        ("standardised-manhattan", PeerDistance::StandardisedManhattan),
        ("gower", PeerDistance::Gower),
    ];
    Measure {
        count: fields.may("count", |item| item.whole(1, 100_000)).unwrap_or(5),
        distance: fields.may("distance", |item| item.word(&words)).unwrap_or(PeerDistance::StandardisedEuclidean),
        least: fields.may("coverage", |item| item.within(0.0, 1.0)).unwrap_or(0.75),
    }
}

fn no_peers(lang: Lang, error: PeersError, values: &str, home: &str) -> Failure {
    let (path, found) = match error {
        PeersError::NothingVaries => (values, "nothing-varies"),
        PeersError::Coverage => (home, "coverage"),
        PeersError::NoSuchRow => (home, "no-figures"),
        PeersError::LeastCoverage => ("/coverage", ""),
        PeersError::Gather(error) => return not_gathered(lang, error),
    };
    Failure::one(lang, FaultCode::Unfit, path, found)
}

impl PeersShown {
    fn of(found: &Peers) -> PeersShown {
        let nearest = found.nearest.iter().map(|peer| PeerShown { row: peer.row, distance: peer.distance, coverage: peer.coverage });
        PeersShown { nearest: nearest.collect(), left_out: found.left_out.clone(), set_aside: found.set_aside.clone() }
    }
}
