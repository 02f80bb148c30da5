use super::*;
use crate::{
    benchmark::{Reading, SmallBase, derive, growth_base, reference_growth, year_before},
    dataset::{Dataset, Lang, Relax, notation, parse_json},
};

fn check(said: impl Fn(Words) -> String, expect: [&str; 3]) {
    assert_eq!([Lang::ZhHans, Lang::ZhHant, Lang::En].map(|lang| said(Words::new(lang))), expect);
}

fn read(text: &str) -> Quantity {
    notation::parse(text).unwrap().quantity(None)
}

fn bundled() -> Dataset {
    parse_json(include_str!("../../../www/data/huaibei-2023.json")).dataset.unwrap()
}

#[test]
fn computed_from_its_parts() {
    let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],
        "regions":[{"id":"a","name":{"zh-Hans":"甲园区","zh-Hant":"甲園區","en":"Park A"},"kind":"zone"},{"id":"b","name":"乙","kind":"zone"}],
        "indicators":[{"id":"tax","name":{"zh-Hans":"税收","zh-Hant":"稅收","en":"Tax"},"unit":"亿元","polarity":"higher","measure":"flow"},
        {"id":"land","name":{"zh-Hans":"用地","zh-Hant":"用地","en":"Land"},"unit":"亩","polarity":"none","measure":"stock"},
        {"id":"per","name":{"zh-Hans":"亩均税收","zh-Hant":"畝均稅收","en":"Tax per mu"},"unit":"万元/亩","polarity":"higher","measure":"ratio","decimals":1,
        "derived":{"numerator":"tax","denominator":"land"}}],
        "observations":[{"region":"a","indicator":"tax","period":"2022","text":"逾30亿元","source":"s"},
        {"region":"a","indicator":"land","period":"2023-06-30","text":"15000亩","source":"s"},
        {"region":"b","indicator":"tax","period":"2022","text":"3亿元","source":"s"}]}"#;
    let dataset = parse_json(text).dataset.unwrap();
    let relax = Relax { definition: false, years: 1 };
    let derivation = derive(&dataset, dataset.indicator("per").unwrap(), relax).unwrap();
    check(
        |words| words.computed_reading(&derivation.figures[0]),
        [
            "甲园区2022年亩均税收为20.0万元/亩以上，由税收（逾30亿元）除以用地（2023年6月30日，15,000亩）计算得出。所用数据时期不同，结果仅供参考。",
            "甲園區2022年畝均稅收為20.0萬元/畝以上，由稅收（逾30億元）除以用地（2023年6月30日，15,000畝）計算得出。所用數據時期不同，結果僅供參考。",
            "Park A, 2022: Tax per mu is ≥200 thousand yuan/mu, computed from Tax (>3 billion yuan) divided by Land (30 Jun 2023, 15,000 mu). The figures used are of different periods; the result is an indication only.",
        ],
    );
    check(
        |words| words.not_computed_reading(&derivation.refused[0]),
        ["乙没有计算：未见用地数据。", "乙沒有計算：未見用地數據。", "乙 is not computed: no figure of Land is published."],
    );
}

#[test]
fn bases_of_growth() {
    let (value, growth) = (read("2.6万吨"), read("1089%"));
    let found = growth_base(&value, &growth, Reading::AsStated, SmallBase::GrowthAtLeast(1.0)).unwrap();
    let period = year_before(Period::parse("2023-01/2023-05").unwrap());
    check(
        |words| words.growth_base_reading(&value, &growth, period, &found),
        [
            "由2.6万吨和1,089%的增速推算，2022年1—5月基数约为0.22万吨。基数较小，增速宜与绝对量一并看。",
            "由2.6萬噸和1,089%的增速推算，2022年1—5月基數約為0.22萬噸。基數較小，增速宜與絕對量一併看。",
            "From 26 thousand tonnes and growth of 1,089%, the base in Jan–May 2022 was about 2.2 thousand tonnes. The base is small: read the rate together with the amount.",
        ],
    );
    let (value, growth) = (read("超150亿元"), read("50%"));
    let found = growth_base(&value, &growth, Reading::AsStated, SmallBase::GrowthAtLeast(1.0)).unwrap();
    assert_eq!(
        Words::new(Lang::ZhHans).growth_base_reading(&value, &growth, None, &found),
        "由超150亿元和50%的增速推算，基数约为100–107亿元。"
    );
}

#[test]
fn the_nation_behind_a_lead() {
    let dataset = bundled();
    let china = dataset.region("china").unwrap();
    let (own, lead) = (read("28.89%"), read("31.69个百分点"));
    let found = reference_growth(&own, &lead).unwrap();
    check(
        |words| words.reference_growth_reading(china, &own, &lead, &found),
        [
            "由28.89%的增速和高于全国31.69个百分点推算，全国增速为\u{2212}2.80%。",
            "由28.89%的增速和高於全国31.69個百分點推算，全国增速為\u{2212}2.80%。",
            "Growth of 28.89%, 31.69 pp above China, puts China at \u{2212}2.80%.",
        ],
    );
    let (own, lead) = (read("5%"), read("-1个百分点"));
    let found = reference_growth(&own, &lead).unwrap();
    assert_eq!(
        Words::new(Lang::ZhHans).reference_growth_reading(china, &own, &lead, &found),
        "由5%的增速和低于全国1个百分点推算，全国增速为6%。"
    );
}

#[test]
fn reasons_why_not() {
    let dataset = bundled();
    let indicator = dataset.indicator("loss-rate").unwrap();
    let units = ["亿元", "万元/亩"].map(|unit| crate::dataset::Unit::parse(unit).unwrap()).to_vec();
    check(
        |words| words.underivable_reading(indicator, &Underivable::Unit(units.clone())),
        [
            "行政诉讼败诉率没有计算：由单位亿元、万元/亩得不出%。",
            "行政诉讼败诉率沒有計算：由單位億元、萬元/畝得不出%。",
            "Government loss rate in court is not computed: the units billion yuan, thousand yuan/mu do not lead to %.",
        ],
    );
    let rank = dataset.indicator("per-mu-rank").unwrap();
    for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
        let words = Words::new(lang);
        for reason in [Underivable::NoRule, Underivable::Unknown("x".into()), Underivable::Rank(rank.clone())] {
            assert!(!words.underivable_reading(indicator, &reason).contains('{'));
        }
        for reason in [NoGrowth::Rate, NoGrowth::Lead, NoGrowth::Vanished, NoGrowth::NotFinite] {
            assert!(!words.no_growth_reading(reason).is_empty());
        }
    }
}
