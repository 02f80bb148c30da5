//! Peers against scipy and scikit-learn.

use duibiao::benchmark::{PeerDistance, composite::Table, peers};

use super::fixture::{agree, cases, full, matrix};

#[test]
fn nearest_neighbours() {
    for case in cases(include_str!("peers.json")) {
        let table = Table::new(&matrix(&case["cells"])).unwrap();
        let distance = match case["distance"].as_str().unwrap() {
            "euclidean" => PeerDistance::StandardisedEuclidean,
            "manhattan" => PeerDistance::StandardisedManhattan,
            _ => PeerDistance::Gower,
        };
        let count = |name: &str| case[name].as_u64().unwrap() as usize;
        let ours = peers(&table, count("of"), count("count"), distance, case["least"].as_f64().unwrap());
        if case["rows"].is_null() {
            assert!(ours.is_err(), "{case}");
            continue;
        }
        let ours = ours.unwrap();
        assert_eq!(ours.nearest.iter().map(|peer| peer.row as f64).collect::<Vec<_>>(), full(&case["rows"]), "{case}");
        for (ours, theirs) in ours.nearest.iter().zip(full(&case["distances"])) {
            agree(Some(ours.distance), Some(theirs), &case.to_string());
        }
    }
}
