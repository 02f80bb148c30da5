//! What is to be known of a composite's figures, which the analysis tells; the view has notes of its own.

use crate::{
    benchmark::composite::{CompositeOf, NoScore, Note, Remark, SetAside},
    dataset::decimal::count,
    words::{Words, sentence::sentences},
};

sentences! {
    /// Remarks.
    enum Remarked {
        Constant = "{names}各地数值相同，不影响位次。" | "{names}各地數值相同，不影響位次。" | "Without effect on the ranks, since the figures do not differ: {names}.";
        Empty = "{names}没有可比的数据，没有计入。" | "{names}沒有可比的數據，沒有計入。" | "Left out for lack of comparable figures: {names}.";
        Unusable = "{names}无法按所选方法计分，没有计入。" | "{names}無法按所選方法計分，沒有計入。" | "Left out, since the method chosen cannot score them: {names}.";
        Incomplete = "{names}缺少部分指标，按其余指标计分。" | "{names}缺少部分指標，按其餘指標計分。" | "Scored without some of the indicators: {names}.";
        Short = "{names}缺少的指标过多，没有计分。" | "{names}缺少的指標過多，沒有計分。" | "Not scored, for lack of indicators: {names}.";
        Truncated = "{n}个数值超出上下限，按上下限计。" | "{n}個數值超出上下限，按上下限計。" | "Figures outside the bounds, counted as the bounds: {n}.";
        Clipped = "{n}个单项得分低于几何平均所需的下限，按下限计。" | "{n}個單項得分低於幾何平均所需的下限，按下限計。" | "Scores raised to the floor the geometric mean needs: {n}.";
        Apart = "{n}个数值因口径、时期或范围不同，没有采用。" | "{n}個數值因口徑、時期或範圍不同，沒有採用。" | "Figures not used because definition, period or scope differ: {n}.";
        Flagged = "{n}个数值的口径、时期或来源有出入，计入后仅供参考。" | "{n}個數值的口徑、時期或來源有出入，計入後僅供參考。" | "Figures used although definition, period or source differ: {n}.";
        Intervals = "{n}个带“超”“近”“余”等字样的数值按所写数字计。" | "{n}個帶「超」「近」「餘」等字樣的數值按所寫數字計。" | "Figures published as ‘over’ or ‘nearly’, counted as stated: {n}.";
    }
}

impl Words {
    /// What had to be left out, or used although it differs.
    pub(super) fn composite_remarks(self, of: &CompositeOf) -> Vec<String> {
        let mut told = Vec::new();
        let mut constant = Vec::new();
        let mut empty = Vec::new();
        let mut unusable = Vec::new();
        let mut incomplete = Vec::new();
        let (mut clipped, mut truncated) = (0, 0);
        for remark in &of.composite.remarks {
            match remark {
                Remark::SetAside { column, why: SetAside::Constant } | Remark::Constant { column } => {
                    constant.extend(self.column_of(&of.gathered, *column));
                }
                Remark::SetAside { column, why: SetAside::Empty } => empty.extend(self.column_of(&of.gathered, *column)),
                Remark::SetAside { column, .. } => unusable.extend(self.column_of(&of.gathered, *column)),
                Remark::Incomplete { row } => incomplete.extend(self.name_of(&of.gathered, *row)),
                Remark::Clipped { .. } => clipped += 1,
                Remark::Truncated { .. } => truncated += 1,
                Remark::NoWeight { .. } => {}
            }
        }
        let mut short = Vec::new();
        for (row, place) in of.composite.places.iter().enumerate() {
            if place.score == Err(NoScore::Coverage) {
                short.extend(self.name_of(&of.gathered, row));
            }
        }
        let lists = [
            (Remarked::Constant, constant),
            (Remarked::Empty, empty),
            (Remarked::Unusable, unusable),
            (Remarked::Incomplete, incomplete),
            (Remarked::Short, short),
        ];
        for (phrase, names) in lists {
            if !names.is_empty() {
                told.push(self.say(phrase, "names", &[&self.list(&names)]));
            }
        }
        let of_kind = |wanted: fn(&Note) -> bool| of.gathered.notes.iter().filter(|cell| wanted(&cell.note)).count();
        let counts = [
            (Remarked::Truncated, truncated),
            (Remarked::Clipped, clipped),
            (Remarked::Apart, of_kind(|note| matches!(note, Note::Apart(_)))),
            (Remarked::Flagged, of_kind(|note| matches!(note, Note::Flagged(_)))),
            (Remarked::Intervals, of_kind(|note| matches!(note, Note::Interval))),
        ];
        for (phrase, n) in counts {
            if n > 0 {
                told.push(self.say(phrase, "n", &[&count(n)]));
            }
        }
        told
    }
}
