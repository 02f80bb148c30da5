//! Names in use. One kind of map for all sections: each further kind would be 4 KB of wasm.

use std::{collections::BTreeMap, sync::Arc};

/// Which name stands for which record; a name may be taken by a record that was faulty.
#[derive(Default)]
pub(super) struct Index(BTreeMap<String, Option<usize>>);

impl Index {
    /// Takes a name; false where it was taken.
    pub(super) fn take(&mut self, name: &str) -> bool {
        let free = !self.is_taken(name);
        if free {
            self.0.insert(name.to_owned(), None);
        }
        free
    }

    /// Says where the record of a name stands.
    pub(super) fn set(&mut self, name: &str, position: usize) {
        self.0.insert(name.to_owned(), Some(position));
    }

    /// Whether any record has the name.
    pub(super) fn is_taken(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The faultless record of that name.
    pub(super) fn get<'r, T>(&self, records: &'r [Arc<T>], name: &str) -> Option<&'r Arc<T>> {
        records.get((*self.0.get(name)?)?)
    }
}
