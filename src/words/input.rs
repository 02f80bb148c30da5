//! What is wrong with the arguments of a call, told to the person who wrote it.

use super::{Words, sentence::sentences};
use crate::{api::FaultCode, dataset::decimal::count};

sentences! {
    /// Faults of an input. What was found, or what is expected, follows after a colon.
    enum Wrong {
        Bad = "参数有{n}处问题" | "參數有{n}處問題" | "{n} things are wrong with the arguments";
        Type = "类型不对" | "類型不對" | "Wrong type";
        Missing = "缺少必填项" | "缺少必填項" | "A required field is missing";
        Unknown = "没有这一项" | "沒有這一項" | "There is no such field";
        NotFinite = "应为有限的数" | "應為有限的數" | "The number is not finite";
        Range = "超出允许的范围" | "超出允許的範圍" | "Out of range";
        Word = "不是允许的取值" | "不是允許的取值" | "Not one of the allowed words";
        Figure = "无法识别的数值写法" | "無法識別的數值寫法" | "The figure cannot be read";
        Unit = "无法识别的单位" | "無法識別的單位" | "The unit is not known";
        UnitMismatch = "单位不能换算" | "單位不能換算" | "The unit does not convert";
        Period = "不是可识别的时期" | "不是可識別的時期" | "Not a period";
        Region = "数据中没有这个地区" | "數據中沒有這個地區" | "The dataset has no such place";
        Indicator = "数据中没有这个指标" | "數據中沒有這個指標" | "The dataset has no such indicator";
        Target = "数据中没有这个目标" | "數據中沒有這個目標" | "The dataset has no such target";
        View = "数据中没有这个视图" | "數據中沒有這個視圖" | "The dataset has no such view";
        Shape = "长度不符" | "長度不符" | "Not the right length";
        Order = "应按时间先后排列，且时间各不相同" | "應按時間先後排列，且時間各不相同" | "Points must follow each other in time";
        Unfit = "该方法不能使用这个值" | "該方法不能使用這個值" | "The method cannot take this value";
    }
}

impl Words {
    /// How many things are wrong.
    pub(crate) fn bad_input(self, faults: usize) -> String {
        self.say(Wrong::Bad, "n", &[&count(faults)])
    }

    /// One of them.
    pub(crate) fn fault(self, code: FaultCode, found: &str) -> String {
        let sentence = match code {
            FaultCode::Type => Wrong::Type,
            FaultCode::Missing => Wrong::Missing,
            FaultCode::Unknown => Wrong::Unknown,
            FaultCode::NotFinite => Wrong::NotFinite,
            FaultCode::Range => Wrong::Range,
            FaultCode::Word => Wrong::Word,
            FaultCode::Figure => Wrong::Figure,
            FaultCode::Unit => Wrong::Unit,
            FaultCode::UnitMismatch => Wrong::UnitMismatch,
            FaultCode::Period => Wrong::Period,
            FaultCode::Region => Wrong::Region,
            FaultCode::Indicator => Wrong::Indicator,
            FaultCode::Target => Wrong::Target,
            FaultCode::View => Wrong::View,
            FaultCode::Shape => Wrong::Shape,
            FaultCode::Order => Wrong::Order,
            FaultCode::Unfit => Wrong::Unfit,
        };
        self.about(&self.plain(sentence), found)
    }
}
