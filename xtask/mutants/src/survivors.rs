//! Mutants that may survive, and why: `survivors.txt` beside this crate. A reason is a paragraph of lines that begin with `#`; the names of
//! the mutants that it is the reason for follow.

use std::collections::BTreeMap;

/// The reason of each mutant that has one.
pub fn explained(text: &str) -> BTreeMap<&str, String> {
    let mut reason = String::new();
    let mut is_open = false;
    let mut all = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix('#') {
            Some(part) => {
                if !is_open {
                    reason.clear();
                }
                reason += part;
                is_open = true;
            }
            None => {
                is_open = false;
                all.insert(line, reason.trim().to_owned());
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_holds_until_the_next() {
        let found = explained("# both sides\n# are equal\na\nb\n\n# a guard\nc\n");
        let expect = [("a", "both sides are equal"), ("b", "both sides are equal"), ("c", "a guard")];
        assert!(found.iter().map(|(name, reason)| (*name, reason.as_str())).eq(expect));
    }
}
