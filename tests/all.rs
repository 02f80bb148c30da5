//! All tests of the public interface, as one program: each of its own would take as long to link as to run.
//! `cargo test --test all choices` runs those of one file.

mod bundled;
mod choices;
mod comparability;
mod composite;
mod crosscheck;
mod door;
mod messages;
mod noted;
mod oracles;
mod outlook;
mod promises;
mod snapshots;
mod support;
mod trial;
mod views_crosscheck;
mod views_ladder;
mod views_profile;
mod views_promises;
mod views_score;
mod views_time;

#[test]
fn no_file_is_left_out() {
    let own = include_str!("all.rs");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for entry in std::fs::read_dir(folder).expect("the folder of this file") {
        let path = entry.expect("an entry of it").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        let is_module = path.extension().is_some_and(|kind| kind == "rs") || path.join("mod.rs").exists();
        assert!(!is_module || name == "all" || own.contains(&format!("\nmod {name};")), "{name} is not in all.rs");
    }
}
