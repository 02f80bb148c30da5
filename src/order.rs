//! Order of numbers. Sorting is by a number: every other kind of sort would be another 5 to 9 KB of wasm.

/// Positions in the order of their keys, ascending; equal keys keep their order. NaN comes last.
pub(crate) fn ascending(keys: Vec<f64>) -> Vec<usize> {
    let mut order: Vec<(f64, usize)> = keys.into_iter().zip(0..).collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
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

    #[test]
    fn stable_and_ascending() {
        assert_eq!(ascending([2.0, 1.0, 2.0, f64::NAN, -1.0].to_vec()), [4, 1, 0, 2, 3]);
        assert_eq!(sorted(vec!["bb", "a", "cc", "d"], |word| word.len() as f64), ["a", "d", "bb", "cc"]);
    }
}
