//! A briefing: the named views of a dataset as steps, in an order and with titles and notes that can be edited, and which key does
//! what while they are presented; and the figures that are heard there.

mod deck;
mod notebook;
mod talk;
mod tour;
mod typed;

pub use deck::{Deck, Step};
pub use notebook::{Entry, Notebook};
pub use talk::{Act, Beyond, Screen, Talk};
pub use tour::{Tour, tour};
pub use typed::typed_period;
