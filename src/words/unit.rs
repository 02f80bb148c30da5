//! Units in a reader's language.

use super::Words;
use crate::dataset::{Lang, Unit};

/// What the characters of units, and of figures in words, become in traditional Chinese, each before its own: 只 counts,
/// so it is 隻.
const TRADITIONAL: &str = "万萬亿億个個亩畝册冊准準别別单單只隻台臺吨噸周週国國场場块塊处處头頭对對币幣张張户戶时時条條标標栋棟档檔\
                           欧歐点點环環种種笔筆类類组組节節车車轮輪辆輛钟鐘镑鎊门門间間队隊顷頃项項\
                           两兩约約余餘内內过過";

/// Chinese and English. What is not here counts things, for which English has no word.
const ENGLISH: &[(&str, &str)] = &[
    ("万亿", "trillion"),
    ("千亿", "billion"),
    ("百亿", "billion"),
    ("十亿", "billion"),
    ("亿", "billion"),
    ("千万", "million"),
    ("百万", "million"),
    ("十万", "thousand"),
    ("万", "thousand"),
    ("千", "thousand"),
    ("元", "yuan"),
    ("元人民币", "yuan"),
    ("美元", "US dollars"),
    ("欧元", "euros"),
    ("港元", "Hong Kong dollars"),
    ("日元", "yen"),
    ("英镑", "pounds"),
    ("个百分点", "pp"),
    ("百分点", "pp"),
    ("%", "%"),
    ("‰", "‰"),
    ("倍", "times"),
    ("亩", "mu"),
    ("公顷", "hectares"),
    ("平方米", "m²"),
    ("平米", "m²"),
    ("㎡", "m²"),
    ("平方公里", "km²"),
    ("平方千米", "km²"),
    ("吨", "tonnes"),
    ("公斤", "kg"),
    ("千克", "kg"),
    ("吨标煤", "tonnes of coal equivalent"),
    ("吨标准煤", "tonnes of coal equivalent"),
    ("立方米", "m³"),
    ("立方", "m³"),
    ("千瓦时", "kWh"),
    ("度", "kWh"),
    ("千瓦", "kW"),
    ("兆瓦", "MW"),
    ("人", "people"),
    ("人次", "visits"),
    ("个工作日", "working days"),
    ("工作日", "working days"),
    ("天", "days"),
    ("日", "days"),
    ("周", "weeks"),
    ("个月", "months"),
    ("年", "years"),
    ("个小时", "hours"),
    ("小时", "hours"),
    ("分钟", "minutes"),
    ("标箱", "TEU"),
    ("标准箱", "TEU"),
    ("TEU", "TEU"),
    ("箱", "containers"),
    ("公里", "km"),
    ("千米", "km"),
    ("吨公里", "tonne-km"),
    ("分", "points"),
    ("元/亩", "yuan/mu"),
    ("元/公顷", "yuan/hectare"),
    ("元/平方米", "yuan/m²"),
    ("元/平方公里", "yuan/km²"),
    ("元/人", "yuan/person"),
    ("件/万人", "per 10,000 people"),
    ("个/万人", "per 10,000 people"),
    ("家/万人", "per 10,000 people"),
    ("户/千人", "per 1,000 people"),
    ("微克/立方米", "µg/m³"),
    ("毫克/立方米", "mg/m³"),
];

impl Words {
    /// A value in the scale its unit's name has in this language: English has billions where Chinese has 亿.
    /// Returns value and decimals; see [`Words::unit`].
    pub(super) fn rescaled(self, value: f64, decimals: u8, unit: Unit) -> (f64, u8) {
        if !self.is_english() {
            return (value, decimals);
        }
        match unit.scale().written() {
            "亿" => (value / 10.0, decimals + 1),
            "万" | "千万" | "百亿" => (value * 10.0, decimals.saturating_sub(1)),
            "百" | "十万" | "千亿" => (value * 100.0, decimals.saturating_sub(2)),
            _ => (value, decimals),
        }
    }

    /// The unit's name: 亿元, 億元, billion yuan. Empty for a bare number and, in English, for counting words.
    pub fn unit(self, unit: Unit) -> String {
        let (scale, base) = (unit.scale().written(), unit.base().written());
        if !self.is_english() {
            return self.characters(&[scale, base].concat());
        }
        let (scale, base) = (english(scale), english(base));
        [scale, if scale.is_empty() || base.is_empty() { "" } else { " " }, base].concat()
    }

    /// A unit, or a figure in words, in the characters of the language.
    pub(super) fn characters(self, written: &str) -> String {
        let mut out = String::new();
        for character in written.chars() {
            let mut pairs = TRADITIONAL.chars();
            let mut told = character;
            while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
                if from == character && self.lang == Lang::ZhHant {
                    told = to;
                }
            }
            out.push(told);
        }
        out
    }

    /// A number that has been written out, and its unit.
    pub(super) fn with_unit(self, number: &str, unit: Unit) -> String {
        let name = self.unit(unit);
        if name.is_empty() {
            return number.to_owned();
        }
        if !self.is_english() {
            // these follow the unit: 99%以上
            let suffix = ["以上", "以内", "以內", "左右"].into_iter().find(|suffix| number.ends_with(suffix));
            let stem = suffix.and_then(|suffix| number.strip_suffix(suffix)).unwrap_or(number);
            return [stem, &name, suffix.unwrap_or("")].concat();
        }
        match name.as_str() {
            "%" | "‰" => [number, &name].concat(),
            _ => [number, " ", &name].concat(),
        }
    }
}

fn english(unit: &str) -> &'static str {
    ENGLISH.iter().find(|(written, _)| *written == unit).map_or("", |(_, english)| english)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::notation;

    #[test]
    fn units_in_three_languages() {
        let check = |text: &str, expect: [&str; 3]| {
            let quantity = notation::parse(text).unwrap().quantity(None);
            let said = [Lang::ZhHans, Lang::ZhHant, Lang::En].map(|lang| Words::new(lang).full_figure(&quantity, text));
            assert_eq!(said, expect);
        };
        check("超18万元/亩", ["超18万元/亩", "超18萬元/畝", ">180 thousand yuan/mu"]);
        check("18万元/亩以上", ["18万元/亩以上", "18萬元/畝以上", "≥180 thousand yuan/mu"]);
        check("3000元/人", ["3,000元/人", "3,000元/人", "3,000 yuan/person"]);
        check("35微克/立方米", ["35微克/立方米", "35微克/立方米", "35 µg/m³"]);
        check("12件/万人", ["12件/万人", "12件/萬人", "12 per 10,000 people"]);
        check("超千亿元", ["超1,000亿元", "超1,000億元", ">100 billion yuan"]);
        check("5亿英镑", ["5亿英镑", "5億英鎊", "0.5 billion pounds"]);
        check("3只", ["3只", "3隻", "3"]);
        check("2周", ["2周", "2週", "2 weeks"]);
        check("15.12%", ["15.12%", "15.12%", "15.12%"]);
    }
}
