//! Figures heard at a meeting: what stands round the fields they are typed into, and all of them as a table.

use super::{Page, PageRow, Words, sentence::sentences};
use crate::{
    benchmark::{NotedCheck, check_noted},
    dataset::{Dataset, Observation},
};

sentences! {
    /// What the panel says.
    enum Recorded {
        Record = "现场记录" | "現場記錄" | "Figures heard";
        Hint = "听到的数字照原话写，如“超850亿”；可从 Excel 粘贴一列，或“地区、数字”两列。记下的在每个视图里都注明是现场记录，不会替换公布的数字。" |
            "聽到的數字照原話寫，如「超850億」；可從 Excel 貼上一列，或「地區、數字」兩列。記下的在每個視圖裡都註明是現場記錄，不會替換公布的數字。" |
            "Type figures as they are said. A column can be pasted from Excel, or two: place and figure. Every view marks them as noted, and none takes the place of a published one.";
        Indicator = "指标" | "指標" | "Indicator";
        Period = "时期（如 2023年1—9月）" | "時期（如 2023年1—9月）" | "Period (such as 2023-H1)";
        OfStep = "这一步的指标" | "這一步的指標" | "In this step";
        Others = "其他指标" | "其他指標" | "Others";
        By = "谁说的" | "誰說的" | "Said by";
        Place = "地区" | "地區" | "Place";
        Published = "公布数" | "公布數" | "Published";
        Heard = "现场听到" | "現場聽到" | "Heard";
        Agreement = "核对" | "核對" | "Agreement";
        At = "时间" | "時間" | "When";
        When = "时期" | "時期" | "Period";
        Csv = "导出 CSV" | "匯出 CSV" | "Export CSV";
        Json = "导出数据（JSON）" | "匯出數據（JSON）" | "Export data (JSON)";
        Import = "导入别人的记录" | "匯入別人的記錄" | "Import others’ notes";
        Remove = "删除" | "刪除" | "Remove";
        Restore = "撤销删除" | "復原刪除" | "Undo removal";
        All = "全部现场记录" | "全部現場記錄" | "All figures heard";
        NoPeriod = "没有读懂时期：请写 2023年、2023年上半年、2023年第三季度、2023年1—9月或 2023年5月。" | "沒有讀懂時期：請寫 2023年、2023年上半年、2023年第三季度、2023年1—9月或 2023年5月。" |
            "The period is not understood: write 2023, 2023-H1, 2023-Q3, 2023-01/2023-09 or 2023-05.";
        NotRead = "没有读懂：" | "沒有讀懂：" | "Not understood:";
        NoNotes = "文件里没有能用的现场记录：请选同一数据集的数据文件（JSON）或演示文件（.html）。" |
            "檔案裡沒有能用的現場記錄：請選同一數據集的數據檔案（JSON）或演示檔案（.html）。" |
            "The file has no notes to use: choose a dataset (JSON) or a briefing (.html) of the same dataset.";
    }
}

/// Names in the page, and what stands there.
const CALLED: [(&str, Recorded); 19] = [
    ("record", Recorded::Record),
    ("hint", Recorded::Hint),
    ("indicator", Recorded::Indicator),
    ("period", Recorded::Period),
    ("of-step", Recorded::OfStep),
    ("others", Recorded::Others),
    ("by", Recorded::By),
    ("place", Recorded::Place),
    ("published", Recorded::Published),
    ("heard", Recorded::Heard),
    ("agreement", Recorded::Agreement),
    ("csv", Recorded::Csv),
    ("json", Recorded::Json),
    ("import", Recorded::Import),
    ("remove", Recorded::Remove),
    ("restore", Recorded::Restore),
    ("no-period", Recorded::NoPeriod),
    ("no-notes", Recorded::NoNotes),
    ("not-read", Recorded::NotRead),
];

impl Words {
    /// What the panel says, by its name in the page; nothing for a name that is none.
    pub fn recording(self, name: &str) -> Option<String> {
        CALLED.iter().find(|(known, _)| *known == name).map(|(_, text)| self.plain(*text))
    }

    /// A figure as it is written, with its unit.
    pub fn written_figure(self, observation: &Observation) -> String {
        observation.stated.map(|stated| self.full_figure(&stated, &observation.text)).unwrap_or_default()
    }

    /// Where a figure is written.
    pub fn written_where(self, observation: &Observation) -> String {
        self.section(&observation.source, observation.locator.as_deref())
    }

    /// All figures that a dataset has noted, as a page.
    pub fn notebook(self, dataset: &Dataset) -> Page {
        let columns =
            [Recorded::Place, Recorded::Indicator, Recorded::When, Recorded::Heard, Recorded::By, Recorded::At, Recorded::Agreement];
        let row = |check: &NotedCheck| {
            let noted = &check.noted;
            let (by, day) = noted.source.noted.as_ref().map_or((None, None), |noted| (noted.by.clone(), noted.at));
            let day = day.map(|day| self.period(day)).unwrap_or_default();
            let time = noted.locator.clone().unwrap_or_default();
            let cells = vec![
                self.place(&noted.region).to_owned(),
                self.indicator(&noted.indicator).to_owned(),
                self.period(noted.period),
                noted.text.clone(),
                by.unwrap_or_default(),
                [day, time].join(" ").trim().to_owned(),
                self.noted_reading(check),
            ];
            PageRow { numeric: vec![false; cells.len()], cells, is_home: false }
        };
        Page {
            title: self.plain(Recorded::All),
            subtitle: vec![self.dataset_title(dataset)],
            reading: String::new(),
            notes: Vec::new(),
            sources: String::new(),
            columns: columns.into_iter().map(|column| self.plain(column)).collect(),
            rows: check_noted(dataset).iter().map(row).collect(),
        }
    }
}
