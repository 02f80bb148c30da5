//! Units in a reader's language.

use super::Words;
use crate::dataset::{Lang, Unit};

/// Simplified, traditional where it differs, and English. A counting word has no English.
const UNITS: &[(&str, &str, &str)] = &[
    ("万亿", "萬億", "trillion"),
    ("亿", "億", "billion"),
    ("千万", "千萬", "million"),
    ("百万", "百萬", "million"),
    ("万", "萬", "thousand"),
    ("千", "千", "thousand"),
    ("元", "元", "yuan"),
    ("美元", "美元", "US dollars"),
    ("个百分点", "個百分點", "pp"),
    ("%", "%", "%"),
    ("‰", "‰", "‰"),
    ("倍", "倍", "times"),
    ("位", "位", ""),
    ("亩", "畝", "mu"),
    ("公顷", "公頃", "hectares"),
    ("平方米", "平方米", "m²"),
    ("㎡", "㎡", "m²"),
    ("平方公里", "平方公里", "km²"),
    ("吨", "噸", "tonnes"),
    ("立方米", "立方米", "m³"),
    ("立方", "立方", "m³"),
    ("人", "人", "people"),
    ("人次", "人次", "visits"),
    ("个工作日", "個工作日", "working days"),
    ("工作日", "工作日", "working days"),
    ("天", "天", "days"),
    ("日", "日", "days"),
    ("周", "週", "weeks"),
    ("个月", "個月", "months"),
    ("年", "年", "years"),
    ("小时", "小時", "hours"),
    ("分钟", "分鐘", "minutes"),
    ("标箱", "標箱", "TEU"),
    ("箱", "箱", "containers"),
    ("公里", "公里", "km"),
    ("分", "分", "points"),
    ("个", "個", ""),
    ("项", "項", ""),
    ("条", "條", ""),
    ("户", "戶", ""),
    ("场", "場", ""),
    ("处", "處", ""),
    ("张", "張", ""),
    ("种", "種", ""),
];

impl Words {
    /// A value in the scale its unit's name has in this language: English has billions where Chinese has 亿.
    /// Returns value and decimals; see [`Words::unit`].
    pub(super) fn rescaled(self, value: f64, decimals: u8, unit: Unit) -> (f64, u8) {
        match (self.lang, unit.scale().written()) {
            (Lang::En, "亿") => (value / 10.0, decimals + 1),
            (Lang::En, "万" | "千万") => (value * 10.0, decimals.saturating_sub(1)),
            _ => (value, decimals),
        }
    }

    /// The unit's name: 亿元, 億元, billion yuan. Empty for a bare number and, in English, for counting words.
    pub fn unit(self, unit: Unit) -> String {
        let (scale, base) = (unit.scale().written(), unit.base().written());
        let scale = self.unit_word(scale);
        let base = self.unit_word(base);
        match (self.lang, scale.is_empty() || base.is_empty()) {
            (Lang::En, false) => [scale, " ", base].concat(),
            _ => [scale, base].concat(),
        }
    }

    fn unit_word(self, word: &'static str) -> &'static str {
        let row = UNITS.iter().find(|(simplified, ..)| *simplified == word);
        match (self.lang, row) {
            (Lang::ZhHans, _) => word,
            (Lang::ZhHant, Some((_, traditional, _))) => traditional,
            (Lang::ZhHant, None) => word,
            (Lang::En, Some((.., english))) => english,
            (Lang::En, None) => "",
        }
    }

    /// A number that has been written out, and its unit.
    pub(super) fn with_unit(self, number: &str, unit: Unit) -> String {
        let name = self.unit(unit);
        if name.is_empty() {
            return number.to_owned();
        }
        if !self.is_english() {
            // 以上 and 以内 follow the unit: 99%以上
            let suffix = ["以上", "以内", "以內"].into_iter().find(|suffix| number.ends_with(suffix));
            let stem = suffix.and_then(|suffix| number.strip_suffix(suffix)).unwrap_or(number);
            return [stem, &name, suffix.unwrap_or("")].concat();
        }
        match name.as_str() {
            "%" | "‰" => [number, &name].concat(),
            _ => [number, " ", &name].concat(),
        }
    }
}
