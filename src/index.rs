//! Names in use. One kind of map for all sections, and a plain one: the standard library's maps are 3 to 4 KB of wasm.

use std::sync::Arc;

/// Which name stands for which record; a name may be taken by a record that was faulty.
pub(crate) struct Index {
    names: Vec<(String, Option<usize>)>,
    /// A hash table of positions in `names`, counted from 1; 0 where there is none. At most half full,
    /// its length a power of two.
    slots: Vec<u32>,
}

/// FNV-1a.
fn hash(name: &str) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    for byte in name.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash as usize
}

impl Index {
    /// No names.
    pub(crate) const fn new() -> Index {
        Index { names: Vec::new(), slots: Vec::new() }
    }

    /// How many names there are.
    #[cfg(all(target_arch = "wasm32", any(feature = "widget", feature = "share")))]
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// Takes a name; false where it was taken.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        let free = !self.is_taken(name);
        if free {
            self.put(name, None);
        }
        free
    }

    /// Says where the record of a name stands.
    pub(crate) fn set(&mut self, name: &str, position: usize) {
        self.put(name, Some(position));
    }

    /// Whether any record has the name.
    pub(crate) fn is_taken(&self, name: &str) -> bool {
        self.seek(name).1.is_some()
    }

    /// The faultless record of that name.
    pub(crate) fn get<'r, T>(&self, records: &'r [Arc<T>], name: &str) -> Option<&'r Arc<T>> {
        records.get(self.position(name)?)
    }

    /// The position told of a name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.names.get(self.seek(name).1?)?.1
    }

    /// The slot of a name, or the free one where it belongs; and its place in `names`.
    fn seek(&self, name: &str) -> (usize, Option<usize>) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash(name) & mask;
        while let Some(place) = self.slots.get(slot).and_then(|place| (*place as usize).checked_sub(1)) {
            if self.names.get(place).is_some_and(|(known, _)| known == name) {
                return (slot, Some(place));
            }
            slot = (slot + 1) & mask;
        }
        (slot, None)
    }

    fn put(&mut self, name: &str, position: Option<usize>) {
        if let Some(known) = self.seek(name).1.and_then(|place| self.names.get_mut(place)) {
            known.1 = position;
            return;
        }
        self.names.push((name.to_owned(), position));
        let mut unsettled = self.names.len() - 1;
        if self.names.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.slots.len() * 2).max(16)];
            unsettled = 0;
        }
        for (place, (name, _)) in self.names.iter().enumerate().skip(unsettled) {
            let (slot, _) = self.seek(name);
            if let Some(free) = self.slots.get_mut(slot) {
                *free = place as u32 + 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put() {
        let mut index = Index::new();
        assert!(!index.is_taken("n7"));
        for n in 0..5000 {
            assert!(index.take(&format!("n{n}")));
            index.set(&format!("n{n}"), n);
        }
        let records: Vec<Arc<usize>> = (0..5000).map(Arc::new).collect();
        for n in 0..5000 {
            assert!(!index.take(&format!("n{n}")));
            assert_eq!(index.get(&records, &format!("n{n}")).map(|record| **record), Some(n));
        }
        assert!(index.take("other"));
        assert_eq!(index.get(&records, "other"), None);
    }
}
