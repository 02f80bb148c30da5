//! What a briefing says round its figures.

use std::sync::Arc;

use super::{Words, sentence::sentences};
use crate::{
    briefing::{Act, Step},
    dataset::decimal::count,
    dataset::{Dataset, Region},
};

sentences! {
    /// Buttons, headings and what is told.
    enum Briefed {
        Previous = "上一步" | "上一步" | "Back";
        Next = "下一步" | "下一步" | "Next";
        Overview = "总览" | "總覽" | "Overview";
        Full = "全屏" | "全螢幕" | "Full screen";
        Notes = "讲稿" | "講稿" | "Notes";
        Speaker = "讲稿窗口" | "講稿視窗" | "Speaker window";
        Record = "现场记录" | "現場記錄" | "Record";
        Edit = "编排" | "編排" | "Edit";
        Report = "打印" | "列印" | "Print";
        Choose = "选择" | "選擇" | "Choose";
        Clock = "计时" | "計時" | "Clock";
        Help = "按键" | "按鍵" | "Keys";
        Dark = "深色" | "深色" | "Dark";
        Save = "另存为新文件" | "另存為新檔案" | "Save as a new file";
        Unsaved = "尚未保存：另存为新文件" | "尚未儲存：另存為新檔案" | "Not kept yet: save as a new file";
        Close = "关闭" | "關閉" | "Close";
        Black = "黑屏，按任意键回来" | "黑屏，按任意鍵回來" | "Black screen; any key brings the step back";
        White = "白屏，按任意键回来" | "白屏，按任意鍵回來" | "White screen; any key brings the step back";
        Lang = "语言" | "語言" | "Language";
        Position = "{n} / {of}" | "{n} / {of}" | "{n} / {of}";
        PassedOver = "不放映" | "不放映" | "Passed over";
        NextIs = "下一步：{title}" | "下一步：{title}" | "Next: {title}";
        LastOne = "这是最后一步" | "這是最後一步" | "This is the last step";
        NoNotes = "这一步没有写讲稿。" | "這一步沒有寫講稿。" | "There are no notes on this step.";
        NoSteps = "数据里没有写明任何视图（views），没有可以放映的。" | "數據裡沒有寫明任何視圖（views），沒有可以放映的。" |
            "The dataset names no views, so there is nothing to present.";
        StepTitle = "名称（显示在总览和页脚）" | "名稱（顯示在總覽和頁尾）" | "Name (in the overview and the footer)";
        StepNotes = "讲稿（只有讲的人看得到）" | "講稿（只有講的人看得到）" | "Notes (the speaker’s only)";
        Earlier = "前移" | "前移" | "Move up";
        Later = "后移" | "後移" | "Move down";
        NoWindow = "浏览器没有打开讲稿窗口，讲稿改显示在下方。" | "瀏覽器沒有開啟講稿視窗，講稿改顯示在下方。" |
            "The browser did not open a window for the speaker; the notes are shown below instead.";
        NoFull = "浏览器没有进入全屏，请按 F11。" | "瀏覽器沒有進入全螢幕，請按 F11。" | "The browser did not fill the screen. Press F11.";
        Kept = "改动已存在这个浏览器里。" | "改動已存在這個瀏覽器裡。" | "Changes are kept in this browser.";
        NotKept = "这个浏览器不让网页保存东西：关闭前请另存为新文件，否则改动会丢失。" | "這個瀏覽器不讓網頁儲存東西：關閉前請另存為新檔案，否則改動會遺失。" |
            "This browser does not let the page keep anything: save a new file before closing it, or changes are lost.";
        Restored = "已恢复上次在这个浏览器里的改动。" | "已恢復上次在這個瀏覽器裡的改動。" | "What was changed in this browser last time is back.";
        Forget = "放弃改动，回到文件原样" | "放棄改動，回到檔案原樣" | "Discard changes and show the file as it came";
        Papers = "每个视图印一页，带解读、表格、注和来源；一页放不下的表格印在最后的附表里。在打印窗口里可以另存为 PDF。" |
            "每個視圖印一頁，帶解讀、表格、註和來源；一頁放不下的表格印在最後的附表裡。在列印視窗裡可以另存為 PDF。" |
            "Each view becomes one page with its reading, table, notes and sources; a table too long for it is printed whole in an annex at the end. The print dialogue can also save a PDF.";
        Summary = "小结页：哪个地区与其他地区比" | "小結頁：哪個地區與其他地區比" | "The summary compares with the others";
        Annex = "附表{n}　{title}" | "附表{n}　{title}" | "Annex {n}: {title}";
        Annexed = "表中另有{rows}行，全表见附表{n}（第{page}页起）。" | "表中另有{rows}行，全表見附表{n}（第{page}頁起）。" |
            "The table goes on: {rows} more, all in annex {n} (from page {page}).";
        AnnexedWhole = "数据表见附表{n}（第{page}页起）。" | "數據表見附表{n}（第{page}頁起）。" | "The table is in annex {n}, from page {page}.";
        AnnexedAll = "图和数据表见附表{n}（第{page}页起）。" | "圖和數據表見附表{n}（第{page}頁起）。" | "Drawing and table are in annex {n}, from page {page}.";
        SummaryOf = "{place}学习考察小结：差距与目标" | "{place}學習考察小結：差距與目標" | "What the tour comes to for {place}: gaps and targets";
        NothingShared = "{place}没有可与其他地区比较的数据，也没有写明的目标。" | "{place}沒有可與其他地區比較的數據，也沒有寫明的目標。" | "{place} has no figures to compare with other places, and no targets.";
        NotTold = "另有可比的地区没有列出：{places}。" | "另有可比的地區沒有列出：{places}。" | "Other places with comparable figures, not listed: {places}.";
        A4 = "A4 竖版" | "A4 直式" | "A4 upright";
        Wide = "16:9 横版" | "16:9 橫式" | "16:9 wide";
        Keys = "怎么放映" | "怎麼放映" | "How to present";
        KeyNext = "→ ↓ PageDown 空格 回车，或点画面右侧、向左滑" | "→ ↓ PageDown 空格 Enter，或點畫面右側、向左滑" |
            "→ ↓ PageDown Space Enter, a click at the right, or a swipe to the left";
        KeyPrevious = "← ↑ PageUp 退格，或点画面左侧、向右滑" | "← ↑ PageUp 退格，或點畫面左側、向右滑" |
            "← ↑ PageUp Backspace, a click at the left, or a swipe to the right";
        KeyEnds = "Home、End" | "Home、End" | "Home, End";
        Ends = "第一步、最后一步" | "第一步、最後一步" | "First step, last step";
        KeyNumber = "数字，再回车" | "數字，再按 Enter" | "A number, then Enter";
        Number = "到第几步" | "到第幾步" | "To that step";
        KeyBlack = "B 或 . ，W 或 ," | "B 或 . ，W 或 ," | "B or . and W or ,";
        Blank = "黑屏，白屏" | "黑屏，白屏" | "Black screen, white screen";
        KeyClose = "Esc" | "Esc" | "Esc";
    }
}

/// What a briefing asks the page to do, and what is written on it.
const CALLED: [(&str, Briefed); 30] = [
    ("previous", Briefed::Previous),
    ("next", Briefed::Next),
    ("overview", Briefed::Overview),
    ("full", Briefed::Full),
    ("notes", Briefed::Notes),
    ("speaker", Briefed::Speaker),
    ("record", Briefed::Record),
    ("edit", Briefed::Edit),
    ("report", Briefed::Report),
    ("choose", Briefed::Choose),
    ("clock", Briefed::Clock),
    ("help", Briefed::Help),
    ("dark", Briefed::Dark),
    ("save", Briefed::Save),
    ("unsaved", Briefed::Unsaved),
    ("close", Briefed::Close),
    ("black", Briefed::Black),
    ("white", Briefed::White),
    ("lang", Briefed::Lang),
    ("forget", Briefed::Forget),
    ("no-window", Briefed::NoWindow),
    ("no-full", Briefed::NoFull),
    ("kept", Briefed::Kept),
    ("not-kept", Briefed::NotKept),
    ("restored", Briefed::Restored),
    ("no-steps", Briefed::NoSteps),
    ("papers", Briefed::Papers),
    ("summary", Briefed::Summary),
    ("a4", Briefed::A4),
    ("wide", Briefed::Wide),
];

/// Keys that an act has beside its button.
const LETTERS: [(&str, Act); 9] = [
    ("F", Act::Full),
    ("N", Act::Notes),
    ("S", Act::Speaker),
    ("R", Act::Record),
    ("E", Act::Edit),
    ("C", Act::Choose),
    ("P", Act::Report),
    ("T", Act::Clock),
    ("D", Act::Dark),
];

/// What stands at a step in the editor.
#[derive(Clone, Debug)]
pub struct EditorTexts {
    /// Over the title.
    pub title: String,
    /// Over the notes.
    pub notes: String,
    /// Beside the box that passes a step over.
    pub hidden: String,
    /// Moves it towards the beginning.
    pub earlier: String,
    /// Moves it towards the end.
    pub later: String,
}

impl Words {
    /// Tags of the languages, and what each calls itself.
    pub const OWN_NAMES: [(&'static str, &'static str); 3] = [("zh-Hans", "简体"), ("zh-Hant", "繁體"), ("en", "English")];

    /// What a button or a line of a briefing says, by its name in the page; nothing for a name that is none.
    pub fn briefed(self, name: &str) -> Option<String> {
        CALLED.iter().find(|(known, _)| *known == name).map(|(_, text)| self.plain(*text))
    }

    /// Which step of how many.
    pub fn position(self, number: usize, of: usize) -> String {
        if number == 0 { self.plain(Briefed::PassedOver) } else { self.say(Briefed::Position, "n of", &[&count(number), &count(of)]) }
    }

    /// What a step is called: by who edited it, by the dataset, or by its kind and what it shows.
    pub fn step_title(self, step: &Step) -> String {
        if !step.title.is_empty() {
            return step.title.clone();
        }
        let view = &step.view;
        if let Some(title) = &view.title {
            return title.get(self.lang).to_owned();
        }
        let indicator = view.indicator.as_ref().map(|indicator| self.indicator(indicator).to_owned());
        indicator.unwrap_or_else(|| self.view_kind(view.kind))
    }

    /// What the dataset is called.
    pub fn dataset_title(self, dataset: &Dataset) -> String {
        dataset.title.get(self.lang).to_owned()
    }

    /// The heading of a place's summary.
    pub fn summary_title(self, home: &Region) -> String {
        self.say(Briefed::SummaryOf, "place", &[self.place(home)])
    }

    /// That a place has nothing to be told.
    pub fn nothing_shared(self, home: &Region) -> String {
        self.say(Briefed::NothingShared, "place", &[self.place(home)])
    }

    /// Places of which a summary does not tell.
    pub fn not_told(self, places: &[Arc<Region>]) -> String {
        let places: Vec<&str> = places.iter().map(|place| self.place(place)).collect();
        self.say(Briefed::NotTold, "places", &[&places.join(self.comma())])
    }

    /// The heading of a table that stands at the end.
    pub fn annex(self, number: usize, title: &str) -> String {
        self.say(Briefed::Annex, "n title", &[&count(number), title])
    }

    /// Where the rows are that are not on a view's own sheet: of a table of which it has some, or none (`rows` is 0), as it may have no
    /// drawing.
    pub fn annexed(self, is_drawn: bool, rows: usize, number: usize, page: usize) -> String {
        match rows {
            _ if !is_drawn => self.say(Briefed::AnnexedAll, "n page", &[&count(number), &count(page)]),
            0 => self.say(Briefed::AnnexedWhole, "n page", &[&count(number), &count(page)]),
            _ => self.say(Briefed::Annexed, "rows n page", &[&count(rows), &count(number), &count(page)]),
        }
    }

    /// The speaker's notes on a step, or that there are none.
    pub fn speaker_notes(self, step: &Step) -> String {
        if step.notes.is_empty() { self.plain(Briefed::NoNotes) } else { step.notes.clone() }
    }

    /// What comes after a step.
    pub fn what_follows(self, next: Option<&Step>) -> String {
        next.map_or_else(|| self.plain(Briefed::LastOne), |step| self.say(Briefed::NextIs, "title", &[&self.step_title(step)]))
    }

    /// The editor's labels.
    pub fn editor(self) -> EditorTexts {
        EditorTexts {
            title: self.plain(Briefed::StepTitle),
            notes: self.plain(Briefed::StepNotes),
            hidden: self.plain(Briefed::PassedOver),
            earlier: self.plain(Briefed::Earlier),
            later: self.plain(Briefed::Later),
        }
    }

    /// The heading of what `key_lines` tells.
    pub fn keys_heading(self) -> String {
        self.plain(Briefed::Keys)
    }

    /// Which key does what: keys, and what they do.
    pub fn key_lines(self) -> Vec<(String, String)> {
        let mut lines = Vec::new();
        for (keys, what) in [
            (Briefed::KeyNext, Briefed::Next),
            (Briefed::KeyPrevious, Briefed::Previous),
            (Briefed::KeyEnds, Briefed::Ends),
            (Briefed::KeyNumber, Briefed::Number),
            (Briefed::KeyBlack, Briefed::Blank),
            (Briefed::KeyClose, Briefed::Close),
        ] {
            lines.push((self.plain(keys), self.plain(what)));
        }
        lines.push(("O".to_owned(), self.plain(Briefed::Overview)));
        for (letter, act) in LETTERS {
            lines.push((letter.to_owned(), self.briefed(act.as_str()).unwrap_or_default()));
        }
        lines
    }
}
