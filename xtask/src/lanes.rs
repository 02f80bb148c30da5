//! The cores, compiled two at once.
//!
//! lane 0 ─▶ core ─▶ core ─▶ …      rustc takes one processor a core, and cargo locks a target directory
//! lane 1 ─▶ core ─▶ core ─▶ …      for as long: each lane has its own
//!              └▶ finish           beside them, in a thread a core

use crate::binaryen::Binaryen;
use crate::core::{Core, cores, sources, target_dir};
use crate::tools::{self, Result};
use std::sync::OnceLock;
use std::thread::{Scope, ScopedJoinHandle, scope};

/// Errors that go from thread to thread.
type Told<T = ()> = std::result::Result<T, String>;

/// What finishing a core needs of npm: installed while the first ones are compiled. None where there is no Node.js.
type Npm = OnceLock<Told<Option<Binaryen>>>;

/// Builds all cores, or those named, where the others have been built before. Whether there is a Node.js to do all of it.
pub fn build(named: &[&str]) -> Result<bool> {
    if let Some(name) = named.iter().find(|name| cores().all(|core| core.name != **name)) {
        let all = cores().map(|core| core.name).collect::<Vec<_>>().join(", ");
        return Err(format!("there is no core {name:?}: there are {all}").into());
    }
    let sources = sources()?;
    let wanted = |core: &&Core| {
        let is_asked_for = named.is_empty() || named.contains(&core.name);
        if is_asked_for { !core.is_made_of(sources) } else { !core.dir().join("stamp").exists() }
    };
    let of_lane = |lane| cores().filter(wanted).skip(lane).step_by(2).collect::<Vec<_>>();
    let npm = Npm::new();
    scope(|scope| -> Told {
        scope.spawn(|| installed(&npm).map(|_| ()));
        let mut first = of_lane(0).into_iter();
        let alone = compile(scope, 0, first.by_ref().take(1), sources, &npm)?;
        share_dependencies()?;
        let second = scope.spawn(|| compile(scope, 1, of_lane(1).into_iter(), sources, &npm));
        let first = compile(scope, 0, first, sources, &npm);
        let second = joined(second);
        alone.into_iter().chain(first?).chain(second?).try_for_each(joined)
    })?;
    Ok(installed(&npm)?.is_some())
}

/// Compiles cores one after the other. What follows from one goes on beside the next, in a thread of those returned.
fn compile<'scope>(
    scope: &'scope Scope<'scope, '_>,
    lane: usize,
    cores: impl Iterator<Item = &'static Core>,
    sources: u64,
    npm: &'scope Npm,
) -> Told<Vec<ScopedJoinHandle<'scope, Told>>> {
    let mut following = Vec::new();
    for core in cores {
        let of_core = move |error| format!("{}: {error}", core.name);
        let wasm = core.compile(lane).map_err(of_core)?;
        following.push(scope.spawn(move || core.finish(&wasm, sources, installed(npm)?).map_err(of_core)));
    }
    Ok(following)
}

/// Waits until npm has installed what a build needs.
fn installed(npm: &Npm) -> Told<Option<&Binaryen>> {
    let install = || if tools::ensure_npm()? { Binaryen::start().map(Some) } else { Ok(None) };
    npm.get_or_init(|| install().map_err(|error| error.to_string())).as_ref().map(Option::as_ref).map_err(String::clone)
}

/// What the cores stand on is compiled in the first lane: the second begins with a copy, times of files included, by which cargo knows
/// what is new. Without it cargo compiles it again.
fn share_dependencies() -> Told {
    let (from, to) = (target_dir(0), target_dir(1));
    if !from.exists() || to.exists() || !tools::is_on_path("cp") {
        return Ok(());
    }
    tools::run(tools::command("cp").arg("-a").args([from, to])).map_err(|error| error.to_string())
}

/// What a thread came to.
fn joined<T>(thread: ScopedJoinHandle<'_, Told<T>>) -> Told<T> {
    thread.join().unwrap_or_else(|_| Err("a thread of the build has panicked".to_owned()))
}
