//! What is known by name or by what it refers to. One kind of map for all, and a plain one: the standard library's maps
//! are 3 to 4 KB of wasm.

use std::sync::Arc;

/// A hash table of places in a list that is kept elsewhere.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Hash and place, counted from 1; 0 where there is none. At most half full, its length a power of two.
    slots: Vec<(u32, u32)>,
    count: usize,
}

impl Table {
    /// No places.
    pub(crate) const fn new() -> Table {
        Table { slots: Vec::new(), count: 0 }
    }

    /// The place put under a hash that is the `same` as what is sought.
    pub(crate) fn find(&self, hash: u32, mut same: impl FnMut(usize) -> bool) -> Option<usize> {
        let mut slot = spread(hash);
        loop {
            let (known, place) = *self.slots.get(slot & self.slots.len().wrapping_sub(1))?;
            let place = (place as usize).checked_sub(1)?;
            if known == hash && same(place) {
                return Some(place);
            }
            slot += 1;
        }
    }

    /// Puts a place that is not there yet under a hash.
    pub(crate) fn put(&mut self, hash: u32, place: usize) {
        self.count += 1;
        if self.count * 2 > self.slots.len() {
            let larger = vec![(0, 0); (self.slots.len() * 2).max(16)];
            for (hash, place) in core::mem::replace(&mut self.slots, larger) {
                if place > 0 {
                    self.settle(hash, place);
                }
            }
        }
        self.settle(hash, place as u32 + 1);
    }

    fn settle(&mut self, hash: u32, place: u32) {
        let (mut slot, mask) = (spread(hash), self.slots.len().wrapping_sub(1));
        while let Some(entry) = self.slots.get_mut(slot & mask) {
            if entry.1 == 0 {
                *entry = (hash, place);
                return;
            }
            slot += 1;
        }
    }
}

/// Every bit of a hash in the lower ones too.
fn spread(hash: u32) -> usize {
    let mixed = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    (mixed ^ (mixed >> 13)) as usize
}

/// The hash of a text: FNV-1a.
fn hash_text(text: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}

/// The hash of a number, and of what was hashed before it.
pub(crate) fn hash_number(before: u32, number: u64) -> u32 {
    let folded = (number ^ (number >> 32)) as u32;
    (before.rotate_left(5) ^ folded).wrapping_mul(0x9e37_79b9)
}

/// Sequences of numbers, each known by the place it came at.
#[derive(Default)]
pub(crate) struct Sequences {
    known: Vec<Vec<u64>>,
    table: Table,
}

impl Sequences {
    /// Takes one; false where it was there.
    pub(crate) fn insert(&mut self, sequence: Vec<u64>) -> bool {
        let free = self.place(&sequence).is_none();
        if free {
            self.table.put(hash_sequence(&sequence), self.known.len());
            self.known.push(sequence);
        }
        free
    }

    /// How many came before it.
    pub(crate) fn place(&self, sequence: &[u64]) -> Option<usize> {
        self.table.find(hash_sequence(sequence), |place| self.known.get(place).is_some_and(|known| known == sequence))
    }
}

fn hash_sequence(sequence: &[u64]) -> u32 {
    sequence.iter().fold(0, |hash, number| hash_number(hash, *number))
}

/// Things by a pair of numbers.
pub(crate) struct Keyed<T> {
    /// In the order first met, each in the order given.
    pub(crate) groups: Vec<([u64; 2], Vec<T>)>,
    table: Table,
}

impl<T> Keyed<T> {
    /// Nothing.
    pub(crate) fn new() -> Keyed<T> {
        Keyed { groups: Vec::new(), table: Table::new() }
    }

    /// Puts a thing into the group of its key.
    pub(crate) fn put(&mut self, key: [u64; 2], thing: T) {
        let hash = hash_sequence(&key);
        let known = self.table.find(hash, |place| self.groups.get(place).is_some_and(|(known, _)| *known == key));
        match known.and_then(|place| self.groups.get_mut(place)) {
            Some((_, group)) => group.push(thing),
            None => {
                self.table.put(hash, self.groups.len());
                self.groups.push((key, vec![thing]));
            }
        }
    }
}

/// What tells one record from another while both are there.
pub(crate) fn address<T>(record: &T) -> usize {
    core::ptr::from_ref(record).addr()
}

/// Which name stands for which record; a name may be taken by a record that was faulty.
pub(crate) struct Index {
    names: Vec<(String, Option<usize>)>,
    table: Table,
}

impl Index {
    /// No names.
    pub(crate) const fn new() -> Index {
        Index { names: Vec::new(), table: Table::new() }
    }

    /// How many names there are.
    #[cfg(all(target_arch = "wasm32", any(feature = "widget", feature = "choose", feature = "share")))]
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
        self.find(name).is_some()
    }

    /// The faultless record of that name.
    pub(crate) fn get<'r, T>(&self, records: &'r [Arc<T>], name: &str) -> Option<&'r Arc<T>> {
        records.get(self.position(name)?)
    }

    /// The position told of a name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.names.get(self.find(name)?)?.1
    }

    /// The place of a name in `names`.
    fn find(&self, name: &str) -> Option<usize> {
        self.table.find(hash_text(name), |place| self.names.get(place).is_some_and(|(known, _)| known == name))
    }

    fn put(&mut self, name: &str, position: Option<usize>) {
        if let Some(known) = self.find(name).and_then(|place| self.names.get_mut(place)) {
            known.1 = position;
            return;
        }
        self.table.put(hash_text(name), self.names.len());
        self.names.push((name.to_owned(), position));
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

    #[test]
    fn places_under_one_hash_are_told_apart() {
        let mut table = Table::new();
        let numbers: Vec<usize> = (0..100).map(|n| n * 7).collect();
        for (place, number) in numbers.iter().enumerate() {
            let hash = (number % 3) as u32;
            assert_eq!(table.find(hash, |place| numbers[place] == *number), None);
            table.put(hash, place);
        }
        for (place, number) in numbers.iter().enumerate() {
            assert_eq!(table.find((number % 3) as u32, |place| numbers[place] == *number), Some(place));
        }
    }
}
