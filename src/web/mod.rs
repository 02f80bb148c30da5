//! The browser: the only code that knows `web_sys`.
//!
//! JavaScript keeps what only it can do: custom element callbacks, observers, `fetch`. It hands text
//! and numbers in here, and all that is shown comes out of here.

#[cfg(feature = "analysis")]
mod analysis;
#[cfg(any(feature = "widget", feature = "choose", feature = "share", feature = "briefing"))]
mod api;
#[cfg(feature = "briefing")]
mod briefing;
#[cfg(feature = "choose")]
mod choose;
#[cfg(any(feature = "widget", feature = "choose", feature = "share", feature = "briefing"))]
mod dom;
#[cfg(feature = "widget")]
mod drag;
#[cfg(feature = "widget")]
mod element;
#[cfg(any(feature = "widget", feature = "choose", feature = "share", feature = "briefing"))]
mod font;
#[cfg(feature = "briefing")]
mod paper;
#[cfg(feature = "briefing")]
mod record;
#[cfg(feature = "share")]
mod share;
#[cfg(any(feature = "widget", feature = "share", feature = "briefing"))]
mod surface;
#[cfg(feature = "widget")]
mod told;
#[cfg(feature = "widget")]
mod toolbar;

/// A small allocator: the standard library's is 2.5 KB larger after brotli.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
