//! Which mutant is switched on: the number in `MUTANT`, none without. With `MUTANT_TRACE`, a file, those that are reached are written
//! to it.

use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

const UNKNOWN: u32 = u32::MAX;
const TRACED: u32 = u32::MAX - 1;
const NONE: u32 = u32::MAX - 2;

static ACTIVE: AtomicU32 = AtomicU32::new(UNKNOWN);
static REACHED: Mutex<Vec<bool>> = Mutex::new(Vec::new());

/// Whether mutant `id` is switched on.
pub fn on(id: u32) -> bool {
    match ACTIVE.load(Relaxed) {
        active if active < NONE => active == id,
        NONE => false,
        TRACED => {
            trace(id);
            false
        }
        _ => {
            begin();
            on(id)
        }
    }
}

/// Marks the place of a mutant for who reads the compiler's errors.
pub const fn here(_id: u32) {}

/// What one of two gives, for functions that do not say which type they give.
pub enum Either<A, B> {
    /// The one.
    A(A),
    /// The other.
    B(B),
}

impl<T, A: Iterator<Item = T>, B: Iterator<Item = T>> Iterator for Either<A, B> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match self {
            Either::A(a) => a.next(),
            Either::B(b) => b.next(),
        }
    }
}

fn begin() {
    let number = std::env::var("MUTANT").ok().and_then(|id| id.parse().ok());
    let active = if std::env::var_os("MUTANT_TRACE").is_some() { TRACED } else { number.unwrap_or(NONE) };
    if number.is_some() {
        // the first failure is enough, and what shrinks it takes long
        std::panic::set_hook(Box::new(|_| std::process::exit(101)));
    }
    ACTIVE.store(active, Relaxed);
}

fn trace(id: u32) {
    let Ok(mut reached) = REACHED.lock() else { return };
    let at = id as usize;
    if reached.len() <= at {
        reached.resize(at + 1, false);
    }
    if !std::mem::replace(&mut reached[at], true) {
        let file = std::env::var_os("MUTANT_TRACE").and_then(|path| std::fs::OpenOptions::new().append(true).create(true).open(path).ok());
        if let Some(mut file) = file {
            let _ = writeln!(file, "{id}");
        }
    }
}
