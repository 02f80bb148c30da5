//! Tables of sentences: one enum a table, every entry in all languages, slots filled by name.
//!
//! What only the analysis says has tables of its own, so that the widget does not carry them.

use crate::dataset::Lang;

/// An entry of a table.
pub(super) trait Sentence: Copy {
    /// All sentences of a language as one text, a line each. (As a table of texts they weigh half as much
    /// again after brotli: the compressor finds less that repeats, and every entry is an address.)
    fn all(lang: Lang) -> &'static str;

    /// Its line.
    fn index(self) -> usize;

    /// Its text, with slots.
    fn template(self, lang: Lang) -> &'static str {
        Self::all(lang).split('\n').nth(self.index()).unwrap_or_default()
    }
}

/// Declares a table: `Name = "zh-Hans" | "zh-Hant" | "en";` an entry. An entry without use, or a use without one,
/// does not compile.
macro_rules! sentences {
    ($(#[$doc:meta])* $vis:vis enum $table:ident { $($name:ident = $hans:literal | $hant:literal | $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        $vis enum $table { $($name,)+ }

        impl $crate::words::sentence::Sentence for $table {
            fn all(lang: $crate::dataset::Lang) -> &'static str {
                match lang {
                    $crate::dataset::Lang::ZhHans => concat!($($hans, "\n",)+),
                    $crate::dataset::Lang::ZhHant => concat!($($hant, "\n",)+),
                    $crate::dataset::Lang::En => concat!($($en, "\n",)+),
                }
            }

            fn index(self) -> usize {
                self as usize
            }
        }

        #[cfg(test)]
        mod sentences_fit {
            use super::$table;

            #[test]
            fn in_every_language() {
                $crate::words::sentence::tests::check(&[$($table::$name,)+]);
            }
        }
    };
}
pub(super) use sentences;

/// The sentence with its slots filled. A slot without a value stays as it is, which a test finds.
pub(super) fn fill(template: &str, slots: &str, values: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        out.push_str(before);
        match slots.split(' ').zip(values).find(|(slot, _)| *slot == name) {
            Some((_, value)) => out.push_str(value),
            None => out.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use core::fmt::Debug;

    /// One line an entry; simplified and traditional with the same slots; English asks for nothing Chinese is not given.
    pub(in crate::words) fn check<S: Sentence + Debug>(all: &[S]) {
        for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
            assert_eq!(S::all(lang).lines().count(), all.len());
            assert!(all.iter().all(|entry| !entry.template(lang).is_empty()));
        }
        for entry in all {
            let chinese = slots(entry.template(Lang::ZhHans));
            assert_eq!(chinese, slots(entry.template(Lang::ZhHant)), "{entry:?}");
            assert!(slots(entry.template(Lang::En)).iter().all(|slot| chinese.contains(slot)), "{entry:?}");
        }
    }

    fn slots(template: &str) -> Vec<&str> {
        let mut names: Vec<&str> = template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
