//! The views beyond ranking and trajectory in words: a file each with title, subtitle, reading, and the labels of table and notes.

#[cfg(feature = "composite")]
pub(super) mod composite;
#[cfg(feature = "crosscheck")]
pub(super) mod crosscheck;
#[cfg(feature = "gap")]
pub(super) mod gap;
#[cfg(feature = "history")]
pub(super) mod history;
#[cfg(feature = "ladder")]
pub(super) mod ladder;
#[cfg(feature = "milestones")]
pub(super) mod milestones;
#[cfg(feature = "profile")]
pub(super) mod profile;
#[cfg(feature = "progress")]
pub(super) mod progress;
#[cfg(any(feature = "progress", feature = "milestones"))]
mod promised;
#[cfg(feature = "quadrant")]
pub(super) mod quadrant;
#[cfg(feature = "scorecard")]
pub(super) mod scorecard;
#[cfg(any(feature = "composite", feature = "profile"))]
pub(super) mod scored;
#[cfg(any(feature = "scorecard", feature = "gap"))]
mod several;
