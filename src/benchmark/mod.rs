//! What follows from figures of one time: who can be compared, who stands where, and how far apart.
//!
//! Conventions are named where published ones differ: competition ranking (1224), ranks of
//! intervals, median as the mean of the two middle values.

mod comparability;
pub mod composite;
mod derive;
mod gap;
mod grade;
mod growth;
mod interval;
mod ladder;
mod noted;
mod peers;
mod position;
mod quadrant;
mod quantile;
mod rank;
mod share;

pub use comparability::{Comparison, Difference, Entry, Question, Standing, compare};
pub use derive::{Computed, Derivation, NotComputed, Refusal, Underivable, derive};
pub use gap::{Gap, gap, mean, median};
pub use grade::{Bands, Grade, Grading, NoGrade, grade};
pub use growth::{GrowthBase, NoGrowth, Reading, SmallBase, growth_base, reference_growth, year_before};
pub use interval::{Certainty, Interval};
pub use ladder::{Ladder, LadderQuestion, Overlap, Shortfall, Tier, TierCount, TierPlan, ladder, shortfall};
pub use noted::{NotedCheck, NotedState, check_noted};
pub use peers::{Peer, PeerDistance, Peers, PeersError, peers, peers_of};
pub use position::{Distance, Position, percentile, position};
pub use quadrant::{ChangeMeasure, NoChange, Side, change, side};
pub use quantile::{QuantileType, quantile};
pub use rank::{Rank, rank};
pub use share::{HhiScale, NoShare, Specialisation, concentration_ratio, hhi, location_quotient, shares};
