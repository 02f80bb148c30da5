//! What was said on the spot, held against what is published.

use std::sync::Arc;

use crate::dataset::{Dataset, Observation};

/// A figure said on the spot, and how it stands to the published ones.
#[derive(Clone, PartialEq, Debug)]
pub struct NotedCheck {
    /// What was said.
    pub noted: Arc<Observation>,
    /// How it stands to what is published.
    pub state: NotedState,
    /// Whether something else was said of the same that cannot be true as well.
    pub disputed: bool,
}

/// How a figure said on the spot stands to the published ones. Two agree where both can be true: 超850亿 and 850.06亿.
#[derive(Clone, PartialEq, Debug)]
pub enum NotedState {
    /// Nothing is published of this place, indicator and period, by this definition.
    New,
    /// It agrees with what is published.
    Agrees {
        /// The published figure.
        published: Arc<Observation>,
    },
    /// Both cannot be true.
    Differs {
        /// The published figure.
        published: Arc<Observation>,
    },
}

/// Holds every figure said on the spot against the published one of the same place, indicator and period, in the order
/// in which they are noted. Of several published ones, the first of the same definition counts, else the first.
///
/// ```
/// # use duibiao::{benchmark::{NotedState, check_noted}, dataset::parse_json};
/// # let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],"regions":[{"id":"a","name":"甲","kind":"city"}],
/// #   "indicators":[{"id":"i","name":"产值","unit":"亿元","polarity":"higher","measure":"flow"}],
/// #   "observations":[{"region":"a","indicator":"i","period":"2023","text":"850.06亿元","source":"s"}],
/// #   "noted":[{"region":"a","indicator":"i","period":"2023","text":"超850亿"},{"region":"a","indicator":"i","period":"2023","text":"900"},
/// #     {"region":"a","indicator":"i","period":"2024","text":"约900亿"}]}"#;
/// let dataset = parse_json(text).dataset.unwrap();
/// let found = check_noted(&dataset);
/// assert!(matches!(found[0].state, NotedState::Agrees { .. }) && matches!(found[1].state, NotedState::Differs { .. }));
/// assert!(matches!(found[2].state, NotedState::New) && found[1].disputed && !found[2].disputed);
/// ```
pub fn check_noted(dataset: &Dataset) -> Vec<NotedCheck> {
    let noted = dataset.observations.noted();
    let differ = |a: &Observation, b: &Observation| a.quantity.zip(b.quantity).is_some_and(|(a, b)| !a.may_be_said_as(&b));
    let check = |heard: &Arc<Observation>| {
        let others = || dataset.figures_of(&heard.indicator).filter(|other| other.quantity.is_some() && other.speaks_of_the_same(heard));
        let published = || others().filter(|other| !other.is_noted());
        let by_definition = published().find(|other| other.definition == heard.definition && other.scope == heard.scope);
        let state = match by_definition.or_else(|| published().next()).cloned() {
            None => NotedState::New,
            Some(published) if differ(heard, &published) => NotedState::Differs { published },
            Some(published) => NotedState::Agrees { published },
        };
        let disputed = others().any(|other| other.is_noted() && differ(heard, other));
        NotedCheck { noted: Arc::clone(heard), state, disputed }
    };
    noted.iter().map(check).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::parse_json;

    /// Figures published, and one heard, each as what it names; and the place among the published of the one that counts.
    fn check(published: &[&str], heard: &str, expect: usize) {
        let figure = |named: &str, source: &str| {
            let names = named.split_whitespace().map(|name| name.split_once('=').unwrap());
            let names: String = names.map(|(field, name)| format!(r#","{field}":"{name}""#)).collect();
            format!(r#"{{"region":"a","indicator":"i","period":"2023","text":"第5位"{source}{names}}}"#)
        };
        let published: Vec<String> =
            published.iter().enumerate().map(|(at, named)| figure(named, &format!(r#","source":"s","locator":"{at}""#))).collect();
        let text = format!(
            r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{{"id":"a","name":"a","kind":"city"}}],
            "indicators":[{{"id":"i","name":"i","unit":"位","polarity":"lower","measure":"rank"}}],"observations":[{}],"noted":[{}]}}"#,
            published.join(","),
            figure(heard, "")
        );
        let parsed = parse_json(&text);
        assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
        let found = check_noted(&parsed.dataset.unwrap());
        let NotedState::Agrees { published: found } = &found[0].state else { panic!("{found:?}") };
        assert_eq!(found.locator.as_deref(), Some(expect.to_string().as_str()), "{published:?} {heard}");
    }

    #[test]
    fn the_published_figure_of_the_same_definition_and_scope_counts() {
        check(&["", "definition=甲"], "definition=甲", 1);
        check(&["definition=甲", ""], "definition=甲", 0);
        check(&["", "scope=全省"], "scope=全省", 1);
        check(&["scope=全省", ""], "scope=全省", 0);
        check(&["definition=甲", "scope=全省", "definition=甲 scope=全省"], "definition=甲 scope=全省", 2);
        // else the first that does not contradict it
        check(&["definition=乙", "scope=全国", "", "definition=甲"], "definition=甲 scope=全省", 2);
    }
}
