//! What follows from figures of one time: who can be compared, who stands where, and how far apart.
//!
//! Conventions are named where published ones differ: competition ranking (1224), ranks of
//! intervals, median as the mean of the two middle values.

mod comparability;
pub mod composite;
mod gap;
mod peers;
mod rank;

pub use comparability::{Comparison, Difference, Entry, Question, Standing, compare};
pub use gap::{Gap, gap, mean, median};
pub use peers::{Distance, Peer, Peers, PeersError, peers, peers_of};
pub use rank::{Rank, rank};
