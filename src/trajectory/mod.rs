//! What follows from a promise: the path to it, where a place stands on that path, and where its pace leads.
//!
//! Time is in years on the axis of [`Period::end`](crate::dataset::Period::end): 2025.0 is the end of 2025.

mod arrival;
mod catch_up;
mod convergence;
mod forecast;
mod line;
mod pace;
mod path;
mod projection;
mod quantile;
mod rank_history;
mod status;
mod time_distance;
mod track;

pub use arrival::{Arrival, Bounds, Direction, Eta, Goal};
pub use catch_up::{CatchUp, Leader, Mover, NoCatchUp, catch_up};
pub use convergence::{Beta, Deviation, Dispersion, NoConvergence, Panel, beta, sigma};
pub use forecast::{Course, Estimate, Forecast, ForecastMethod, Intercept, NoForecast, RangeKind};
pub use pace::{Pace, pace};
pub use path::{NoPath, Path, Point};
pub use projection::{NoProjection, Projection, Rate, last_k};
pub use quantile::{normal, student};
pub use rank_history::{NoRankHistory, RankHistory, RankStep, StatedRank, StatedRanks, rank_history, stated_ranks};
pub use status::{Assessment, NoAssessment, Status, eurostat};
pub use time_distance::{NoTimeDistance, TimeDistance, time_distance};
pub use track::{Actual, Start, StartBasis, Track, track};
