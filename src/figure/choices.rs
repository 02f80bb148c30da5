//! What a reader has chosen, as a text that an address can carry: `1;indicator=gdp;period=2022`.

use super::Names;

/// Of the texts written here. A text of another version, or of none, is as good as empty.
const VERSION: &str = "1";

/// Names by key, for those that come from an address or from attributes.
macro_rules! keys {
    ($count:literal: $($key:ident)+) => {
        impl Names {
            /// The keys of all names, in the order they are written.
            pub const KEYS: [&'static str; $count] = [$(stringify!($key),)+];

            /// The name of a key.
            pub fn get(&self, key: &str) -> Option<&str> {
                match key {
                    $(stringify!($key) => self.$key.as_deref(),)+
                    _ => None,
                }
            }

            /// Sets the name of a key; one that is not a key changes nothing.
            pub fn set(&mut self, key: &str, value: Option<String>) {
                match key {
                    $(stringify!($key) => self.$key = value,)+
                    _ => {}
                }
            }
        }
    };
}

keys! { 20: view indicator period places home benchmark target shape weights weighting normalisation aggregation start factor years plan growth since relax sort }

impl Names {
    /// The keys of what is tried out on a promise.
    pub const TRIAL: [&'static str; 5] = ["start", "factor", "years", "plan", "growth"];

    /// Stands for nobody, no period and the like, where an empty name says nothing at all.
    pub const NONE: &'static str = "-";

    /// Reads what [`Names::write`] wrote, now or in an earlier version. Keys it does not know are left out, so that a
    /// link made by a newer page opens here too.
    pub fn read(text: &str) -> Names {
        let mut names = Names::default();
        let mut parts = text.split(';');
        if parts.next() != Some(VERSION) {
            return names;
        }
        for (key, value) in parts.filter_map(|part| part.split_once('=')) {
            names.set(key, Some(unescaped(value)));
        }
        names
    }

    /// As text; empty where there is no name.
    pub fn write(&self) -> String {
        let mut text = String::new();
        for key in Names::KEYS {
            let Some(value) = self.get(key) else { continue };
            if text.is_empty() {
                text.push_str(VERSION);
            }
            text.extend([";", key, "="]);
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
    pub fn over(mut self, under: &Names) -> Names {
        let apart = self.indicator.is_some() && self.indicator != under.indicator;
        for key in Names::KEYS {
            if self.get(key).is_none() && !(apart && matches!(key, "period" | "since" | "places" | "target" | "relax")) {
                self.set(key, under.get(key).map(str::to_owned));
            }
        }
        self
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

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn written_and_read() {
        let check = |text: &str, names: &Names| {
            assert_eq!(names.write(), text);
            assert_eq!(&Names::read(text), names);
        };
        check("", &Names::default());
        check("1;indicator=gdp;period=2022", &Names { indicator: some("gdp"), period: some("2022"), ..Names::default() });
        check("1;places=a,b;home=-", &Names { places: some("a,b"), home: some(Names::NONE), ..Names::default() });
        check("1;home=100%25%3B%253B", &Names { home: some("100%;%3B"), ..Names::default() });
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
        fn any_names_come_back(values in proptest::collection::vec(proptest::option::of(".*"), Names::KEYS.len())) {
            let mut names = Names::default();
            for (key, value) in Names::KEYS.into_iter().zip(values) {
                names.set(key, value);
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
        let author = Names { indicator: some("gdp"), period: some("2022"), places: some("a,b"), home: some("a"), ..Names::default() };
        let check = |chosen: &str, expect: &str| assert_eq!(Names::read(chosen).over(&author).write(), expect);
        check("", "1;indicator=gdp;period=2022;places=a,b;home=a");
        check("1;period=2023", "1;indicator=gdp;period=2023;places=a,b;home=a");
        check("1;indicator=exports", "1;indicator=exports;home=a");
        check("1;indicator=gdp", "1;indicator=gdp;period=2022;places=a,b;home=a");
        check("1;places=-", "1;indicator=gdp;period=2022;places=-;home=a");
    }
}
