//! Order of numbers. Sorting is by a number, and by merging: the standard library's sorts are 4 to 9 KB of wasm each.

/// Positions in the order of their keys, ascending; equal keys keep their order. NaN comes last.
pub(crate) fn ascending(keys: Vec<f64>) -> Vec<usize> {
    let mut order: Vec<(f64, usize)> = keys.into_iter().zip(0..).collect();
    let mut sorted = 1;
    while sorted < order.len() {
        let mut merged = Vec::with_capacity(order.len());
        for pair in order.chunks(sorted * 2) {
            let (mut left, mut right) = pair.split_at(sorted.min(pair.len()));
            while let ([first, others @ ..], [second, others_right @ ..]) = (left, right) {
                if first.0.total_cmp(&second.0).is_le() {
                    merged.push(*first);
                    left = others;
                } else {
                    merged.push(*second);
                    right = others_right;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        sorted *= 2;
    }
    order.into_iter().map(|(_, position)| position).collect()
}

/// The items in the order of their keys, ascending; equal keys keep their order.
pub(crate) fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> f64) -> Vec<T> {
    let mut keys = Vec::new();
    for item in &items {
        keys.push(key(item));
    }
    let order = ascending(keys);
    let mut items = items;
    for position in 0..items.len() {
        items.swap(position, whereabouts(&order, position));
    }
    items
}

/// Where the item for a position is, after those before it have been swapped into theirs.
fn whereabouts(order: &[usize], position: usize) -> usize {
    let mut from = position;
    loop {
        from = order.get(from).copied().unwrap_or(position);
        if from >= position {
            return from;
        }
    }
}

/// `f64::clamp` without its panic, whose message would bring float formatting with its tables. NaN stays NaN.
#[allow(clippy::manual_clamp, reason = "see above")]
pub(crate) fn clamp(value: f64, low: f64, high: f64) -> f64 {
    let value = if value < low { low } else { value };
    if value > high { high } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stable_and_ascending() {
        assert_eq!(ascending([2.0, 1.0, 2.0, f64::NAN, -1.0].to_vec()), [4, 1, 0, 2, 3]);
        assert_eq!(sorted(vec!["bb", "a", "cc", "d"], |word| word.len() as f64), ["a", "d", "bb", "cc"]);
    }
    proptest! {
        #[test]
        fn as_the_standard_library(keys in proptest::collection::vec((-3i8..3).prop_map(f64::from), 0..40)) {
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by(|a, b| keys[*a].total_cmp(&keys[*b]));
            prop_assert_eq!(ascending(keys), expected);
        }
    }
}
