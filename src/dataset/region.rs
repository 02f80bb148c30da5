//! Places: provinces, cities, counties, zones and parks.

use super::text::LocalText;

/// A place that has figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Region {
    /// Unique in the dataset.
    pub id: String,
    /// Full name, such as 淮北市.
    pub name: LocalText,
    /// Name for labels, such as 淮北; the full name where the dataset gives no shorter.
    pub short: LocalText,
    /// What kind of place it is.
    pub kind: RegionKind,
    /// Id of the place it belongs to.
    pub parent: Option<String>,
    /// GB/T 2260 code, six digits.
    pub code: Option<String>,
    /// Other names in use.
    pub aliases: Vec<String>,
}

impl Region {
    /// Whether this is its id, its code or one of its names in any language.
    pub fn is_called(&self, name: &str) -> bool {
        let named =
            |text: &LocalText| [Some(&text.zh_hans), text.zh_hant.as_ref(), text.en.as_ref()].into_iter().flatten().any(|own| own == name);
        self.id == name
            || self.code.as_deref() == Some(name)
            || named(&self.name)
            || named(&self.short)
            || self.aliases.iter().any(|own| own == name)
    }
}

/// Kinds of places.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RegionKind {
    /// The whole country.
    Nation,
    /// A province or a municipality directly under the central government.
    Province,
    /// A prefecture-level city.
    City,
    /// A county, district or county-level city.
    County,
    /// A development zone.
    Zone,
    /// A park, incubator or other small area.
    Park,
}

impl RegionKind {
    /// Its name in the format.
    pub fn as_str(self) -> &'static str {
        RegionKind::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    pub(super) const WORDS: &'static [(&'static str, RegionKind)] = &[
        ("nation", RegionKind::Nation),
        ("province", RegionKind::Province),
        ("city", RegionKind::City),
        ("county", RegionKind::County),
        ("zone", RegionKind::Zone),
        ("park", RegionKind::Park),
    ];
}
