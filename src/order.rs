//! Order of numbers. Sorting is by a number: every other kind of sort would be another 5 to 9 KB of wasm.

/// Positions in the order of their keys, ascending; equal keys keep their order. NaN comes last.
pub(crate) fn ascending(keys: impl Iterator<Item = f64>) -> Vec<usize> {
    let mut order: Vec<(f64, usize)> = keys.zip(0..).collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    order.into_iter().map(|(_, position)| position).collect()
}

/// The items in the order of their keys, ascending; equal keys keep their order.
pub(crate) fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> f64) -> Vec<T> {
    let order = ascending(items.iter().map(key));
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|position| slots.get_mut(position)?.take()).collect()
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
        assert_eq!(ascending([2.0, 1.0, 2.0, f64::NAN, -1.0].into_iter()), [4, 1, 0, 2, 3]);
        assert_eq!(sorted(vec!["bb", "a", "cc", "d"], |word| word.len() as f64), ["a", "d", "bb", "cc"]);
    }
}
