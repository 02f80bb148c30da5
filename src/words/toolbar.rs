//! What the buttons above the drawing say.

use super::{Words, sentence::sentences};

sentences! {
    /// The names of buttons.
    enum Button {
        Choose = "选择" | "選擇" | "Choose";
        Undo = "撤销" | "復原" | "Undo";
        Redo = "重做" | "重做" | "Redo";
        Reset = "还原" | "還原" | "Reset";
        Share = "保存与分享" | "儲存與分享" | "Save and share";
    }
}

/// The names of the buttons.
#[derive(Clone, Debug)]
pub struct Toolbar {
    /// Opens the choices.
    pub choose: String,
    /// Takes the last choice back.
    pub undo: String,
    /// Takes it again.
    pub redo: String,
    /// Back to what the author shows.
    pub reset: String,
    /// Opens what can be saved, copied and printed.
    pub share: String,
}

impl Words {
    /// The widget's buttons.
    pub fn toolbar(self) -> Toolbar {
        Toolbar {
            choose: self.plain(Button::Choose),
            undo: self.plain(Button::Undo),
            redo: self.plain(Button::Redo),
            reset: self.plain(Button::Reset),
            share: self.plain(Button::Share),
        }
    }
}
