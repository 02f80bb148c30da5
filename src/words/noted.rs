//! What was said on the spot beside what is published, in words.

use super::{Words, sentence::sentences};
use crate::{
    benchmark::{NotedCheck, NotedState},
    dataset::Observation,
};

sentences! {
    /// How the two stand to each other.
    enum Heard {
        New = "未见公布值。" | "未見公布值。" | "No figure is published.";
        Agrees = "{source}公布{value}，与现场记录相符。" | "{source}公布{value}，與現場記錄相符。" | "{source} publishes {value}; the two agree.";
        Differs = "{source}公布{value}，与现场记录不一致。" | "{source}公布{value}，與現場記錄不一致。" | "{source} publishes {value}; the two differ.";
        Disputed = "现场另有不同的说法。" | "現場另有不同的說法。" | "Another value was noted as well.";
    }
}

impl Words {
    /// How a figure said on the spot stands to what is published.
    pub fn noted_reading(self, check: &NotedCheck) -> String {
        let told = |sentence, published: &Observation| {
            let value = published.quantity.map(|quantity| self.full_figure(&quantity, &published.text)).unwrap_or_default();
            self.say(sentence, "source value", &[&self.document(&published.source), &value])
        };
        let mut said = vec![match &check.state {
            NotedState::New => self.plain(Heard::New),
            NotedState::Agrees { published } => told(Heard::Agrees, published),
            NotedState::Differs { published } => told(Heard::Differs, published),
        }];
        if check.disputed {
            said.push(self.plain(Heard::Disputed));
        }
        self.join(&said)
    }
}
