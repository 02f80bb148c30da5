//! The JSON door: text in, a dataset out, and everything that is wrong with it.

mod facts;
mod names;
mod noted;
mod promises;
mod record;
mod splice;
mod tree;

use super::{
    Dataset, Parsed,
    decimal::shortest,
    issue::{Issue, IssueCode, Place},
};
pub use noted::read_noted;
use record::{At, Issues, Record};
pub use splice::{noted_of, with_noted};
use tree::Json;

/// The format version this core reads.
pub const VERSION: f64 = 1.0;

/// The most observations one dataset may hold.
pub const MAX_OBSERVATIONS: usize = 600_000;

/// Reads a dataset from JSON text in the format of `dataset.schema.json`.
///
/// Every problem is reported, not the first only. The dataset is there exactly when there is none:
/// a figure that cannot be read is never dropped in silence.
pub fn parse_json(text: &str) -> Parsed {
    let mut issues = Issues::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let tree = match tree::read(text) {
        Ok(tree) => tree,
        Err(error) => {
            let place = Place::Text { line: error.line, column: error.column };
            return Parsed { dataset: None, issues: vec![Issue { code: IssueCode::Syntax, place, found: String::new() }] };
        }
    };
    let dataset = Record::new(tree.root(), At::Root, &mut issues).and_then(|mut root| {
        let dataset = read(&mut root);
        root.finish();
        dataset
    });
    let dataset = dataset.filter(|_| issues.0.is_empty());
    Parsed { dataset, issues: issues.0 }
}

fn read(root: &mut Record<'_, '_>) -> Option<Dataset> {
    match root.need("version") {
        Some(Json::Number(version)) if version.value == VERSION => {}
        Some(Json::Number(version)) => root.fault(IssueCode::Version, "version", shortest(version.value)),
        Some(_) => root.fault(IssueCode::Type, "version", "number"),
        None => {}
    }
    root.text("$schema");
    let title = root.need_local("title");
    let sources = names::sources(root);
    let regions = names::regions(root);
    let indicators = names::indicators(root);
    let known = facts::Known { sources: &sources, regions: &regions, indicators: &indicators };
    let observations = facts::observations(root, &known);
    let targets = promises::targets(root, &known);
    // what relations say of figures that were not read cannot be judged
    root.leave(&["relations"]);
    let relations = observations.as_ref().map(|observations| facts::relations(root, observations)).unwrap_or_default();
    let views = promises::views(root, &known, &targets);
    Some(Dataset {
        title: title?,
        sources: sources.in_order,
        regions: regions.in_order,
        indicators: indicators.in_order,
        observations: observations?.in_order.into(),
        targets: targets.in_order,
        relations,
        views,
    })
}
