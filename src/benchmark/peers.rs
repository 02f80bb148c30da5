//! Peers: the places most like one, on indicators that describe circumstances (population, area, income).

use super::composite::{CompositeOfError, CompositeQuestion, Gathered, Table, extent, gather, in_order, mean_and_deviation};
use crate::{
    dataset::{Dataset, Region},
    order::ascending,
};

/// How far two places are apart over several indicators.
///
/// Where one of them lacks figures, the indicators both have stand for all: sums are scaled up by all ÷ shared (as
/// scikit-learn's `nan_euclidean_distances` does), means are over the shared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PeerDistance {
    /// √Σ((a − b) ÷ s)², s the standard deviation of the sample (n − 1): scipy's `seuclidean`.
    StandardisedEuclidean,
    /// Σ|a − b| ÷ s: scipy's `cityblock` of z-scores.
    StandardisedManhattan,
    /// Mean of |a − b| ÷ (max − min): 0 to 1 (Gower 1971).
    Gower,
}

/// The places most like one.
#[derive(Clone, PartialEq, Debug)]
pub struct Peers {
    /// From the nearest; equally near ones (within 1e-12 of the farthest) in the order of the rows.
    pub nearest: Vec<Peer>,
    /// Rows that share too few indicators with it to be compared, in their order.
    pub left_out: Vec<usize>,
    /// Columns without spread, which tell nothing and took no part.
    pub set_aside: Vec<usize>,
}

/// A place like another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Peer {
    /// Its row.
    pub row: usize,
    /// How far it is; no unit.
    pub distance: f64,
    /// The share of the indicators with spread that both have, 0 to 1.
    pub coverage: f64,
}

/// Why there are no peers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PeersError {
    /// The place is no row.
    NoSuchRow,
    /// No column has spread.
    NothingVaries,
    /// The place itself lacks too many indicators.
    Coverage,
    /// The least coverage is not a share from 0 to 1.
    LeastCoverage,
    /// The dataset has no such figures.
    Gather(CompositeOfError),
}

/// The `count` rows nearest to one row. Which way an indicator is better plays no part; deviations and extents are
/// those of all rows, that one included. `least` is the share of the indicators two places must both have, 0 to 1.
///
/// # Errors
/// [`PeersError`].
///
/// ```
/// use duibiao::benchmark::{PeerDistance, peers, composite::Table};
/// // population in 万人 and GDP per head in 万元
/// let table = Table::new(&[vec![Some(197.0), Some(6.8)], vec![Some(370.0), Some(13.0)], vec![Some(215.0), Some(7.1)]]).unwrap();
/// let found = peers(&table, 0, 1, PeerDistance::StandardisedEuclidean, 0.75).unwrap();
/// assert_eq!(found.nearest[0].row, 2);
/// ```
pub fn peers(table: &Table, of: usize, count: usize, distance: PeerDistance, least: f64) -> Result<Peers, PeersError> {
    if of >= table.rows() {
        return Err(PeersError::NoSuchRow);
    }
    if !(0.0..=1.0).contains(&least) {
        return Err(PeersError::LeastCoverage);
    }
    let mut set_aside = Vec::new();
    // what one unit of difference is in each column; None where it has no spread
    let mut scales = Vec::new();
    for column in 0..table.columns() {
        let values = table.column(column);
        let scale = match distance {
            PeerDistance::Gower => extent(&values).map(|(least, most)| most - least),
            PeerDistance::StandardisedEuclidean | PeerDistance::StandardisedManhattan => {
                mean_and_deviation(&values).map(|(_, deviation)| deviation)
            }
        };
        let scale = scale.filter(|scale| *scale > 0.0);
        if scale.is_none() {
            set_aside.push(column);
        }
        scales.push(scale);
    }
    let all = (table.columns() - set_aside.len()) as f64;
    if all == 0.0 {
        return Err(PeersError::NothingVaries);
    }
    let own = table.row(of);
    let has = own.iter().zip(&scales).filter(|(cell, scale)| !cell.is_nan() && scale.is_some()).count() as f64;
    if has == 0.0 || has / all < least {
        return Err(PeersError::Coverage);
    }
    let mut candidates = Vec::new();
    let mut left_out = Vec::new();
    for row in (0..table.rows()).filter(|row| *row != of) {
        let (mut sum, mut shared) = (0.0, 0.0);
        for ((a, b), scale) in own.iter().zip(table.row(row)).zip(&scales) {
            let Some(scale) = scale.filter(|_| !a.is_nan() && !b.is_nan()) else { continue };
            // the difference first: equal differences give equal distances, to the last bit
            let apart = (a - b).abs() / scale;
            sum += if distance == PeerDistance::StandardisedEuclidean { apart * apart } else { apart };
            shared += 1.0;
        }
        let coverage = shared / all;
        if shared == 0.0 || coverage < least {
            left_out.push(row);
            continue;
        }
        let distance = match distance {
            PeerDistance::StandardisedEuclidean => (sum / coverage).sqrt(),
            PeerDistance::StandardisedManhattan => sum / coverage,
            PeerDistance::Gower => sum / shared,
        };
        candidates.push(Peer { row, distance, coverage });
    }
    let far: Vec<f64> = candidates.iter().map(|peer| -peer.distance).collect();
    let farthest = far.iter().fold(0.0, |most: f64, far| most.max(-far));
    let mut levelled = vec![0.0; far.len()];
    for (position, far) in in_order(&far, farthest) {
        if let Some(place) = levelled.get_mut(position) {
            *place = -far;
        }
    }
    let nearest = ascending(levelled).into_iter().filter_map(|position| candidates.get(position).copied()).take(count).collect();
    Ok(Peers { nearest, left_out, set_aside })
}

/// The peers of a place on indicators of a dataset, where only comparable figures are used. The rows of the answer are
/// those of the figures gathered, which come with it.
///
/// # Errors
/// [`PeersError`].
pub fn peers_of(
    dataset: &Dataset,
    question: &CompositeQuestion,
    home: &Region,
    count: usize,
    distance: PeerDistance,
    least: f64,
) -> Result<(Gathered, Peers), PeersError> {
    let gathered = gather(dataset, question).map_err(PeersError::Gather)?;
    let of = gathered.row(home).ok_or(PeersError::NoSuchRow)?;
    let found = peers(&gathered.table, of, count, distance, least)?;
    Ok((gathered, found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [PeerDistance; 3] = [PeerDistance::StandardisedEuclidean, PeerDistance::StandardisedManhattan, PeerDistance::Gower];

    fn check(rows: &[&[f64]], of: usize, least: f64, expect: Result<&[usize], PeersError>) {
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.iter().map(|value| Some(*value)).collect()).collect();
        let table = Table::new(&rows).unwrap();
        for distance in ALL {
            let found = peers(&table, of, 9, distance, least).map(|found| found.nearest.iter().map(|peer| peer.row).collect::<Vec<_>>());
            assert_eq!(found.as_deref().map_err(|error| *error), expect, "{distance:?}");
        }
    }

    #[test]
    fn the_equally_near_keep_their_order() {
        check(&[&[0.3], &[0.4], &[0.2], &[0.9], &[0.3]], 0, 0.75, Ok(&[4, 1, 2, 3]));
        check(&[&[5.0, 1.0], &[7.0, 1.0]], 0, 0.75, Ok(&[1]));
    }

    #[test]
    fn distances_by_hand() {
        // the second place lacks the second figure, so its distance is scaled up; deviations are √3 and √8
        let table = Table::new(&[vec![Some(0.0), Some(0.0)], vec![Some(3.0), None], vec![Some(0.0), Some(4.0)]]).unwrap();
        let check = |distance, expect: [(usize, f64, f64); 2]| {
            let found = peers(&table, 0, 9, distance, 0.5).unwrap().nearest;
            assert_eq!(found.len(), 2);
            for (found, (row, distance, coverage)) in found.iter().zip(expect) {
                assert_eq!((found.row, found.coverage), (row, coverage));
                assert!((found.distance - distance).abs() < 1e-12, "{found:?}, not {distance}");
            }
        };
        check(PeerDistance::Gower, [(2, 0.5, 1.0), (1, 1.0, 0.5)]);
        check(PeerDistance::StandardisedManhattan, [(2, 2.0f64.sqrt(), 1.0), (1, 12.0f64.sqrt(), 0.5)]);
        check(PeerDistance::StandardisedEuclidean, [(2, 2.0f64.sqrt(), 1.0), (1, 6.0f64.sqrt(), 0.5)]);
        assert_eq!(peers(&table, 0, 1, PeerDistance::Gower, 0.5).unwrap().nearest.len(), 1);
        assert_eq!(peers(&table, 0, 9, PeerDistance::Gower, 0.6).unwrap().left_out, [1]);
    }

    #[test]
    fn reasons_instead_of_guesses() {
        check(&[&[1.0]], 1, 0.75, Err(PeersError::NoSuchRow));
        check(&[&[1.0], &[1.0]], 0, 0.75, Err(PeersError::NothingVaries));
        check(&[&[1.0], &[2.0]], 0, f64::NAN, Err(PeersError::LeastCoverage));
        let table = Table::new(&[vec![None, Some(1.0)], vec![Some(2.0), Some(3.0)], vec![Some(4.0), None]]).unwrap();
        assert_eq!(peers(&table, 0, 9, PeerDistance::Gower, 0.75), Err(PeersError::Coverage));
        assert_eq!(peers(&table, 1, 9, PeerDistance::Gower, 0.75).unwrap().left_out, [0, 2]);
    }

    proptest! {
        #[test]
        fn finite_and_in_order(
            cells in prop::collection::vec(prop::collection::vec(prop_oneof![
                Just(None), (-3i32..4).prop_map(|value| Some(f64::from(value))), (-1e100..1e100f64).prop_map(Some), (-1e-300..1e-300f64).prop_map(Some),
            ], 3), 1..9),
            of in 0usize..9,
            least in 0.0..1.0f64,
        ) {
            let table = Table::new(&cells).unwrap();
            for distance in ALL {
                let Ok(found) = peers(&table, of, 20, distance, least) else { continue };
                prop_assert_eq!(found.nearest.len() + found.left_out.len() + 1, cells.len());
                prop_assert!(found.nearest.iter().all(|peer| peer.distance.is_finite() && peer.coverage >= least && peer.row != of));
                let farthest = found.nearest.last().map_or(0.0, |peer| peer.distance);
                prop_assert!(found.nearest.windows(2).all(|pair| pair[0].distance <= pair[1].distance + 1e-11 * farthest));
            }
        }

        #[test]
        fn units_do_not_matter(cells in prop::collection::vec(prop::collection::vec((0i32..50).prop_map(f64::from), 3), 2..9)) {
            let table = |factor: f64| {
                let rows: Vec<Vec<Option<f64>>> = cells.iter().map(|row| vec![Some(row[0] * factor), Some(row[1]), Some(row[2])]).collect();
                Table::new(&rows).unwrap()
            };
            for distance in ALL {
                let order = |factor| peers(&table(factor), 0, 9, distance, 0.5).map(|found| found.nearest.iter().map(|peer| peer.row).collect::<Vec<_>>());
                prop_assert_eq!(order(1.0), order(1e4));
            }
        }
    }
}
