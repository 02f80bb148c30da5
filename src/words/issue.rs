//! What is wrong with an input, told to the person who can mend it.

use super::Words;
use crate::{
    dataset::{Issue, IssueCode, Lang},
    figure::Unanswerable,
};

impl Words {
    /// What is wrong, with what was found. The place is told beside it.
    pub fn issue(self, issue: &Issue) -> String {
        let (hans, hant, en) = sentence(issue.code);
        let text = self.pick(hans, hant, en);
        self.about(text, &issue.found)
    }

    /// Why a request has no figure.
    pub fn unanswerable(self, reason: &Unanswerable) -> String {
        let (text, name) = match reason {
            Unanswerable::View(name) => {
                (self.pick("数据中没有这个视图", "數據中沒有這個視圖", "The dataset has no such view"), name.as_str())
            }
            Unanswerable::Indicator(name) => {
                (self.pick("数据中没有这个指标", "數據中沒有這個指標", "The dataset has no such indicator"), name.as_str())
            }
            Unanswerable::Region(name) => {
                (self.pick("数据中没有这个地区", "數據中沒有這個地區", "The dataset has no such place"), name.as_str())
            }
            Unanswerable::Target(name) => {
                (self.pick("数据中没有这个目标", "數據中沒有這個目標", "The dataset has no such target"), name.as_str())
            }
            Unanswerable::Period(name) => (self.pick("不是可识别的时期", "不是可識別的時期", "Not a period"), name.as_str()),
            Unanswerable::Amount(name) => (self.pick("不是可以试算的数值", "不是可以試算的數值", "Not a number to try out"), name.as_str()),
            Unanswerable::NoTrial => (self.pick("这组数值没有可画的路径", "這組數值沒有可畫的路徑", "These numbers make no path"), ""),
            Unanswerable::Method(name) => {
                (self.pick("没有这种算法或权重", "沒有這種算法或權重", "No such method or weights"), name.as_str())
            }
            Unanswerable::NoIndicator => (self.pick("排名需要指定指标", "排名需要指定指標", "A ranking needs an indicator"), ""),
            Unanswerable::NoTarget => (self.pick("目标轨迹需要指定目标", "目標軌跡需要指定目標", "A trajectory needs a target"), ""),
            Unanswerable::NoIndicators => (self.pick("这个视图需要指定指标", "這個視圖需要指定指標", "This view needs indicators"), ""),
            Unanswerable::NoBenchmark => (self.pick("差距需要指定两个地区", "差距需要指定兩個地區", "A gap needs two places"), ""),
            Unanswerable::NotBuilt(name) => {
                (self.pick("当前程序不含这个视图", "目前程式不含這個視圖", "This build does not draw the view"), *name)
            }
            Unanswerable::NoPath => (
                self.pick(
                    "这个目标没有可以画成轨迹的数值",
                    "這個目標沒有可以畫成軌跡的數值",
                    "This target is no single value to draw a path to",
                ),
                "",
            ),
        };
        self.about(text, name)
    }

    /// A sentence and what it is about, where that is told.
    pub(super) fn about(self, text: &str, found: &str) -> String {
        let colon = if found.is_empty() {
            ""
        } else if self.is_english() {
            ": "
        } else {
            "："
        };
        [text, colon, found].concat()
    }

    fn pick(self, hans: &'static str, hant: &'static str, en: &'static str) -> &'static str {
        match self.lang() {
            Lang::ZhHans => hans,
            Lang::ZhHant => hant,
            Lang::En => en,
        }
    }
}

fn sentence(code: IssueCode) -> (&'static str, &'static str, &'static str) {
    match code {
        IssueCode::Syntax => ("不是有效的 JSON", "不是有效的 JSON", "Not valid JSON"),
        IssueCode::Version => ("不支持这个格式版本", "不支援這個格式版本", "This format version is not supported"),
        IssueCode::Type => ("类型不对，应为", "類型不對，應為", "Wrong type; expected"),
        IssueCode::MissingField => ("缺少必填项", "缺少必填項", "A required field is missing"),
        IssueCode::UnknownField => ("格式中没有这一项", "格式中沒有這一項", "The format has no such field"),
        IssueCode::DuplicateKey => ("同一项写了两次", "同一項寫了兩次", "The same key appears twice"),
        IssueCode::UnknownWord => ("不是允许的取值", "不是允許的取值", "Not one of the allowed words"),
        IssueCode::DuplicateId => ("编号重复", "編號重複", "The id is used twice"),
        IssueCode::UnknownId => ("没有这个编号", "沒有這個編號", "No record has this id"),
        IssueCode::Period => ("不是可识别的时期", "不是可識別的時期", "Not a period"),
        IssueCode::Figure => ("无法识别的数值写法", "無法識別的數值寫法", "The figure cannot be read"),
        IssueCode::Number => ("数值超出范围", "數值超出範圍", "The number is out of range"),
        IssueCode::Unit => ("无法识别的单位", "無法識別的單位", "The unit is not known"),
        IssueCode::UnitMismatch => ("单位与指标的单位不能换算", "單位與指標的單位不能換算", "The unit does not convert to the indicator’s"),
        IssueCode::Bounds => ("上下限没有包住数值", "上下限沒有包住數值", "The bounds do not enclose the value"),
        IssueCode::RegionCode => ("行政区划代码应为六位数字", "行政區劃代碼應為六位數字", "A region code has six digits"),
        IssueCode::Cycle => ("上下级关系成环", "上下級關係成環", "The record is its own ancestor"),
        IssueCode::DuplicateObservation => ("同一数据重复", "同一數據重複", "The same figure is given twice"),
        IssueCode::ValueOrText => {
            ("value 和 text 应当且只能写一个", "value 和 text 應當且只能寫一個", "Give exactly one of value and text")
        }
        IssueCode::Empty => ("内容为空", "內容為空", "The text is empty"),
        IssueCode::TargetOrder => {
            ("基期、节点、期限的先后不对", "基期、節點、期限的先後不對", "Baseline, milestones and deadline are out of order")
        }
        IssueCode::TooMany => ("记录太多", "記錄太多", "Too many records"),
    }
}
