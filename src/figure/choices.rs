//! What a reader has chosen, as a text that an address can carry: `1;indicator=gdp;period=2022`.

/// Of the texts written here. A text of another version, or of none, is as good as empty.
const VERSION: &str = "1";

macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident = $word:literal;)+) => {
        /// What can be named, in the order it is written in.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Key { $($(#[$doc])* $key,)+ }

        impl Key {
            /// All there are.
            pub const ALL: &'static [Key] = &[$(Key::$key,)+];

            /// What each is called.
            const WORDS: &'static [&'static str] = &[$($word,)+];
        }
    };
}

keys! {
    /// A view's id, or the name of a drawing.
    View = "view";
    /// An indicator's id or name.
    Indicator = "indicator";
    /// A period as written.
    Period = "period";
    /// Places by id, code or name, separated by commas, spaces or 、.
    Places = "places";
    /// A place.
    Home = "home";
    /// A place.
    Benchmark = "benchmark";
    /// A target's id.
    Target = "target";
    /// `geometric` or `linear`.
    Shape = "shape";
    /// A whole number an indicator of the view, in their order, separated by commas.
    Weights = "weights";
    /// A word of [`WeightingWord`](crate::dataset::WeightingWord), such as `entropy`.
    Weighting = "weighting";
    /// A word of [`NormalisationWord`](crate::dataset::NormalisationWord), such as `min-max`.
    Normalisation = "normalisation";
    /// A word of [`AggregationWord`](crate::dataset::AggregationWord), such as `topsis`.
    Aggregation = "aggregation";
    /// What is tried out on the promise (see [`Trial`](crate::dataset::Trial)): where it starts, as a number in the indicator's unit.
    Start = "start";
    /// How many times the base it leads to.
    Factor = "factor";
    /// In how many years, a whole number.
    Years = "years";
    /// What is to be reached on the way, by year: `2023:1300,2024:1700`.
    Plan = "plan";
    /// The growth a year to carry the latest figure forward with, in per cent.
    Growth = "growth";
    /// The earlier period that change is measured from.
    Since = "since";
    /// Rules of comparability given up, separated by commas: `definition`, `year`; or `-` for none.
    Relax = "relax";
    /// The order of rows: `listed`, an indicator, or `-` for the view's own.
    Sort = "sort";
}

impl Key {
    /// What it is called, in addresses, attributes and options.
    pub fn as_str(self) -> &'static str {
        Key::WORDS.get(self as usize).copied().unwrap_or_default()
    }

    /// The key called so.
    pub fn parse(word: &str) -> Option<Key> {
        Key::ALL.get(Key::WORDS.iter().position(|known| *known == word)?).copied()
    }
}

/// Names as an author writes them; empty text is as good as none, and `-` ([`Names::NONE`]) asks for none.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Names {
    by_key: [Option<String>; Key::ALL.len()],
}

impl Names {
    /// What is tried out on a promise.
    pub const TRIAL: [Key; 5] = [Key::Start, Key::Factor, Key::Years, Key::Plan, Key::Growth];

    /// What another indicator does not take over.
    pub(super) const OF_INDICATOR: [Key; 5] = [Key::Period, Key::Since, Key::Places, Key::Target, Key::Relax];

    /// Stands for nobody, no period and the like, where an empty name says nothing at all.
    pub const NONE: &'static str = "-";

    /// The name of a key.
    pub fn get(&self, key: Key) -> Option<&str> {
        self.by_key.get(key as usize)?.as_deref()
    }

    /// Sets the name of a key, or takes it away.
    pub fn set(&mut self, key: Key, name: Option<String>) {
        if let Some(own) = self.by_key.get_mut(key as usize) {
            *own = name;
        }
    }

    /// These names and one more.
    #[must_use]
    pub fn with(mut self, key: Key, name: &str) -> Names {
        self.set(key, Some(name.to_owned()));
        self
    }

    /// Reads what [`Names::write`] wrote, now or in an earlier version. Keys it does not know are left out, so that a
    /// link made by a newer page opens here too.
    pub fn read(text: &str) -> Names {
        let mut names = Names::default();
        let mut parts = text.split(';');
        if parts.next() != Some(VERSION) {
            return names;
        }
        for (key, value) in parts.filter_map(|part| part.split_once('=')) {
            if let Some(key) = Key::parse(key) {
                names.set(key, Some(unescaped(value)));
            }
        }
        names
    }

    /// As text; empty where there is no name.
    pub fn write(&self) -> String {
        let mut text = String::new();
        for key in Key::ALL {
            let Some(value) = self.get(*key) else { continue };
            if text.is_empty() {
                text.push_str(VERSION);
            }
            text.extend([";", key.as_str(), "="]);
            for letter in value.chars() {
                match letter {
                    '%' => text.push_str("%25"),
                    ';' => text.push_str("%3B"),
                    _ => text.push(letter),
                }
            }
        }
        text
    }

    /// These names, and those of `under` where these say nothing. An indicator of its own takes over neither the period nor
    /// the places nor the promise of another.
    #[must_use]
    pub fn over(&self, under: &Names) -> Names {
        let mut names = Names::default();
        let own = self.get(Key::Indicator);
        let apart = own.is_some() && own != under.get(Key::Indicator);
        for key in Key::ALL {
            let taken_over = under.get(*key).filter(|_| !(apart && Names::OF_INDICATOR.contains(key)));
            names.set(*key, self.get(*key).or(taken_over).map(str::to_owned));
        }
        names
    }
}

/// A value as it was before `write`. (By hand: the standard library's search for a text is 2 KB.)
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut parts = value.split('%');
    text.extend(parts.next());
    for part in parts {
        let (sign, rest) = match (part.strip_prefix("3B"), part.strip_prefix("25")) {
            (Some(rest), _) => (";", rest),
            (_, Some(rest)) => ("%", rest),
            _ => ("%", part),
        };
        text.extend([sign, rest]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn written_and_read() {
        let check = |text: &str, names: &Names| {
            assert_eq!(names.write(), text);
            assert_eq!(&Names::read(text), names);
        };
        check("", &Names::default());
        check("1;indicator=gdp;period=2022", &Names::default().with(Key::Indicator, "gdp").with(Key::Period, "2022"));
        check("1;places=a,b;home=-", &Names::default().with(Key::Places, "a,b").with(Key::Home, Names::NONE));
        check("1;home=100%25%3B%253B", &Names::default().with(Key::Home, "100%;%3B"));
    }

    #[test]
    fn what_an_address_may_hold() {
        let check = |text: &str, expect: &str| assert_eq!(Names::read(text).write(), expect, "{text}");
        // another version, no version, a key of the future, a key twice, no value
        check("2;indicator=gdp", "");
        check("indicator=gdp", "");
        check("1;sound=on;indicator=gdp", "1;indicator=gdp");
        check("1;indicator=a;indicator=b", "1;indicator=b");
        check("1;indicator;=;", "");
        check("1;home=%", "1;home=%25");
    }

    proptest! {
        #[test]
        fn any_names_come_back(values in proptest::collection::vec(proptest::option::of(".*"), Key::ALL.len())) {
            let mut names = Names::default();
            for (key, value) in Key::ALL.iter().zip(values) {
                names.set(*key, value);
            }
            prop_assert_eq!(&Names::read(&names.write()), &names);
        }

        #[test]
        fn any_text_is_read(text in ".*") {
            let names = Names::read(&text);
            prop_assert_eq!(&Names::read(&names.write()), &names);
        }
    }

    #[test]
    fn over_the_authors_names() {
        let author = Names::default().with(Key::Indicator, "gdp").with(Key::Period, "2022").with(Key::Places, "a,b").with(Key::Home, "a");
        let check = |chosen: &str, expect: &str| assert_eq!(Names::read(chosen).over(&author).write(), expect);
        check("", "1;indicator=gdp;period=2022;places=a,b;home=a");
        check("1;period=2023", "1;indicator=gdp;period=2023;places=a,b;home=a");
        check("1;indicator=exports", "1;indicator=exports;home=a");
        check("1;indicator=gdp", "1;indicator=gdp;period=2022;places=a,b;home=a");
        check("1;places=-", "1;indicator=gdp;period=2022;places=-;home=a");
    }
}
