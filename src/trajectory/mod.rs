//! What follows from a promise: the path to it, where a place stands on that path, and where its pace leads.
//!
//! Time is in years on the axis of [`Period::end`](crate::dataset::Period::end): 2025.0 is the end of 2025.

mod alarm;
mod arrival;
mod catch_up;
mod convergence;
mod forecast;
mod held;
mod limit;
mod line;
mod method;
mod pace;
mod path;
mod projection;
mod promise;
mod quantile;
mod rank_history;
mod shape;
mod split;
mod status;
mod time_distance;
mod track;
mod volume;
mod what_if;

pub use alarm::{Alert, Counting, alerts};
pub use arrival::{Arrival, Bounds, Direction, Eta, Goal};
pub use catch_up::{CatchUp, Leader, Mover, NoCatchUp, catch_up};
pub use convergence::{Beta, Deviation, Dispersion, NoConvergence, Panel, beta, sigma};
pub use forecast::{Estimate, Forecast, ForecastMethod, Intercept, NoForecast, RangeKind, Trend};
pub use held::{Check, Grown, Held, RankHeld};
pub use limit::{Interval, Limit, Met, Side};
pub use method::{Colour, Grounds, Journey, Mark, Method, NoRuling, Ruling, Signal, Verdict, status};
pub use pace::{Pace, pace};
pub use path::{NoPath, Path, Point};
pub use projection::{NoProjection, Projection, Rate, last_k};
pub use promise::{Assessed, BurnDown, Caution, Due, Finding, NoFinding, Reach, assess};
pub use quantile::{normal, student};
pub use rank_history::{NoRankHistory, RankHistory, RankStep, StatedRank, StatedRanks, rank_history, ranked_periods, stated_ranks};
#[cfg(feature = "history")]
pub(crate) use rank_history::{same_length, same_places};
pub use shape::{Course, NoCourse, Shape};
pub use split::{Grower, NoSplit, Part, Rule, Split, split};
pub use status::{Assessment, NoAssessment, Status, eurostat};
pub use time_distance::{NoTimeDistance, TimeDistance, time_distance};
pub use track::{Actual, Start, StartBasis, Track, track};
pub use volume::{Span, Volume};
pub use what_if::{NoScenario, Outlook, Scenario, WhatIf, what_if};
