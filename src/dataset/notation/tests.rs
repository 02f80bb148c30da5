use proptest::prelude::*;

use super::*;

/// The figure's qualifier, interval, step and unit in one line: `over [659, 660) by 1 亿元`.
fn reading(text: &str, default_unit: Option<&str>) -> String {
    let written = match parse(text) {
        Ok(written) => written,
        Err(error) => return format!("{error:?}"),
    };
    assert_eq!(written.to_string(), fold(text));
    let unit = default_unit.map(|unit| Unit::parse(unit).unwrap());
    let quantity = written.quantity(unit);
    let interval = if quantity.is_exact() {
        quantity.value().to_string()
    } else {
        let (low, high) = (quantity.low(), quantity.high());
        let open = if quantity.low_open() { '(' } else { '[' };
        let close = if quantity.high_open() { ')' } else { ']' };
        format!("{open}{low}, {high}{close}")
    };
    let qualifier = format!("{:?}", quantity.qualifier()).to_lowercase();
    let line = format!("{qualifier} {interval} by {} {}", quantity.step(), quantity.unit());
    line.trim_end().to_owned()
}

#[track_caller]
fn check(text: &str, expect: &str) {
    assert_eq!(reading(text, None), expect, "{text}");
}

#[track_caller]
fn check_in(default_unit: &str, text: &str, expect: &str) {
    assert_eq!(reading(text, Some(default_unit)), expect, "{text}");
}

#[test]
fn shares_and_ranks_have_no_scales() {
    let check = |unit: &str, fits: bool| {
        let unit = Unit::parse(unit).unwrap();
        let quantity = parse("超850亿").unwrap().quantity(Some(unit));
        assert_eq!(quantity.in_unit(unit).is_some(), fits, "{unit:?}");
    };
    check("亿元", true);
    check("家", true);
    check("%", false);
    check("个百分点", false);
    check("位", false);
}

#[test]
fn plain_figures() {
    check("5.32万件", "exact 5.32 by 0.01 万件");
    check("５．３２万件", "exact 5.32 by 0.01 万件");
    check(" 5.32 万 件\u{3000}", "exact 5.32 by 0.01 万件");
    check("8160万美元", "exact 8160 by 10 万美元");
    check("31.69个百分点", "exact 31.69 by 0.01 个百分点");
    check("204181.23元", "exact 204181.23 by 0.01 元");
    check("12.1万平方米", "exact 12.1 by 0.1 万平方米");
    check("20万人次", "exact 20 by 10 万人次");
    check("23.8万个次", "exact 23.8 by 0.1 万个次");
    check("100%", "exact 100 by 100 %");
    check("2.3‰", "exact 2.3 by 0.1 ‰");
    check("0%", "exact 0 by 1 %");
    check("6.30%", "exact 6.3 by 0.01 %");
    check("3万标箱", "exact 3 by 1 万标箱");
    check("8.75万TEU", "exact 8.75 by 0.01 万TEU");
    check("８.７５万ＴＥＵ", "exact 8.75 by 0.01 万TEU");
    check("126446辆", "exact 126446 by 1 辆");
    check("28万吨标煤", "exact 28 by 1 万吨标煤");
    check("1,234,567.8元", "exact 1234567.8 by 0.1 元");
    check("3千克", "exact 3 by 1 千克");
    check("5万千瓦时", "exact 5 by 1 万千瓦时");
    check("20.5万元/亩", "exact 20.5 by 0.1 万元/亩");
    check("3千米", "exact 3 by 1 千米");
    check("56.23", "exact 56.23 by 0.01");
    check("-3.5%", "exact -3.5 by 0.1 %");
    check("负3.5%", "exact -3.5 by 0.1 %");
    check("−１２.４％", "exact -12.4 by 0.1 %");
    check("+31.69个百分点", "exact 31.69 by 0.01 个百分点");
    check("达2000亿元", "exact 2000 by 1000 亿元");
    check("1.18万亿元", "exact 1.18 by 0.01 万亿元");
}

#[test]
fn qualified_figures() {
    check("659余亿元", "over [659, 660) by 1 亿元");
    check("超850亿元", "over [850, 860) by 10 亿元");
    check("逾722亿元", "over [722, 723) by 1 亿元");
    check("超千亿元", "over [1000, 2000) by 1000 亿元");
    check("超亿元", "over [1, 2) by 1 亿元");
    check("超千项", "over [1000, 2000) by 1000 项");
    check("近百人次", "nearly (0, 100] by 100 人次");
    check("近32亿元", "nearly (31, 32] by 1 亿元");
    check("近0.5亿元", "nearly (0.4, 0.5] by 0.1 亿元");
    check("近22万条", "nearly (21, 22] by 1 万条");
    check("不足1%", "nearly (0, 1] by 1 %");
    check("300多个", "over [300, 400) by 100 个");
    check("20多场", "over [20, 30) by 10 场");
    check("5万余户", "over [5, 6) by 1 万户");
    check("3千多笔", "over [3, 4) by 1 千笔");
    check("1.2万多人", "over [1.2, 1.3) by 0.1 万人");
    check("19.9万余条", "over [19.9, 20) by 0.1 万条");
    check("840余个", "over [840, 850) by 10 个");
    check("20多万家", "over [20, 30) by 10 万家");
    check("2个多月", "over [2, 3) by 1 个月");
    check("3年多", "over [3, 4) by 1 年");
    check("突破30万家", "over [30, 40) by 10 万家");
    check("突破405万吨以上", "over [405, 406) by 1 万吨");
    check("超1000余家", "over [1000, 2000) by 1000 家");
    check("逾2000箱", "over [2000, 3000) by 1000 箱");
    check("1%以上", "atleast [1, 2) by 1 %");
    check("99%以上", "atleast [99, 100) by 1 %");
    check("405万吨以上", "atleast [405, 406) by 1 万吨");
    check("8000万立方以上", "atleast [8000, 9000) by 1000 万立方");
    check("4000亩以上", "atleast [4000, 5000) by 1000 亩");
    check("10亿元及以上", "atleast [10, 20) by 10 亿元");
    check("亿元以上", "atleast [1, 2) by 1 亿元");
    check("不低于65%", "atleast [65, 66) by 1 %");
    check("≥90%", "atleast [90, 100) by 10 %");
    check("不超过1个月", "atmost (0, 1] by 1 个月");
    check("不高于1%", "atmost (0, 1] by 1 %");
    check("8%以内", "atmost (7, 8] by 1 %");
    check("1个工作日内", "atmost (0, 1] by 1 个工作日");
    check("最高500万元", "atmost (400, 500] by 100 万元");
    check("约6000人", "about [5500, 6500] by 1000 人");
    check("约为1.4倍", "about [1.35, 1.45] by 0.1 倍");
    check("100所左右", "about [50, 150] by 100 所");
    check("10来个", "about [5, 15] by 10 个");
    check("约300余家", "over [300, 400) by 100 家");
    check("超-3%", "over [-3, -2) by 1 %");
}

#[test]
fn intervals_are_clean_decimals() {
    check("超0.3亿元", "over [0.3, 0.4) by 0.1 亿元");
    check("近0.3亿元", "nearly (0.2, 0.3] by 0.1 亿元");
    check("约0.35亿元", "about [0.345, 0.355] by 0.01 亿元");
    check("超9.95%", "over [9.95, 9.96) by 0.01 %");
    check("超0.07‰", "over [0.07, 0.08) by 0.01 ‰");
}

#[test]
fn ranges() {
    check("2—5个工作日", "range [2, 5] by 1 个工作日");
    check("1.2—1.5倍", "range [1.2, 1.5] by 0.1 倍");
    check("1-5亿元", "range [1, 5] by 1 亿元");
    check("10%～15%", "range [10, 15] by 1 %");
    check("三至五年", "range [3, 5] by 1 年");
    check("2到3天", "range [2, 3] by 1 天");
    check("500万—2000万元", "range [500, 2000] by 100 万元");
    check("5000万—1亿元", "range [0.5, 1] by 0.1 亿元");
    check("500元-1万元", "range [0.05, 1] by 0.01 万元");
    check("约2——3亿元", "range [2, 3] by 1 亿元");
    check("2—5天以内", "range [2, 5] by 1 天");
    check("-5%--2%", "range [-5, -2] by 1 %");
    check("三分之一至三分之二", "range [0.3333333333333333, 0.6666666666666666] by 0.3333333333333333");
    check("第2—3位", "range [2, 3] by 1 位");
    let quantity = parse("1.2—1.5倍").unwrap().quantity(None);
    assert_eq!((quantity.value(), quantity.decimals()), (1.35, 1));
}

#[test]
fn chinese_numerals() {
    check("两千多", "over [2000, 3000) by 1000");
    check("三百五十家", "exact 350 by 10 家");
    check("十条", "exact 10 by 10 条");
    check("十余条", "over [10, 20) by 10 条");
    check("二十三项", "exact 23 by 1 项");
    check("一百零五个", "exact 105 by 1 个");
    check("两千三", "exact 2300 by 100");
    check("三万五千人", "exact 35000 by 1000 人");
    check("三万五", "exact 35000 by 1000");
    check("一亿三千万元", "exact 130000000 by 10000000 元");
    check("一亿五", "exact 150000000 by 10000000");
    check("一亿三千多万元", "BadNumber(0)");
    check("一万三千多亿元", "over [13000, 14000) by 1000 亿元");
    check("一万三千万元", "BadNumber(0)");
    check("一万三千亿元", "exact 13000 by 1000 亿元");
    check("两千三百万元", "exact 2300 by 100 万元");
    check("三百多万元", "over [300, 400) by 100 万元");
    check("两万亿元", "exact 2 by 1 万亿元");
    check("百平方公里", "exact 100 by 100 平方公里");
    check("千亿元", "exact 1000 by 1000 亿元");
    check("二点五倍", "exact 2.5 by 0.1 倍");
    check("一点三五亿元", "exact 1.35 by 0.01 亿元");
    check("三成以上", "atleast [3, 4) by 1 成");
    check("半年", "exact 0.5 by 0.5 年");
    check("零", "exact 0 by 1");
    check("清零", "exact 0 by 1");
}

#[test]
fn fractions() {
    check("三分之一以上", "atleast [0.3333333333333333, 0.6666666666666666) by 0.3333333333333333");
    check("四分之三", "exact 0.75 by 0.25");
    check("3分之1", "exact 0.3333333333333333 by 0.3333333333333333");
    check("百分之三十", "exact 30 by 10 %");
    check("百分之百", "exact 100 by 100 %");
    check("百分之八点五以内", "atmost (8.4, 8.5] by 0.1 %");
    check("千分之三", "exact 3 by 1 ‰");
    check("万分之五", "exact 0.0005 by 0.0001");
    check("一半以上", "atleast [0.5, 1) by 0.5");
    assert_eq!(parse("一半").unwrap().unit(), Some(Unit::FRACTION));
}

#[test]
fn places_in_a_list() {
    check("第5", "exact 5 by 1 位");
    check("第5位", "exact 5 by 1 位");
    check("第10名", "exact 10 by 10 位");
    check("第一", "exact 1 by 1 位");
    check("第十六位", "exact 16 by 1 位");
    check("榜首", "exact 1 by 1 位");
    check("前10位", "atmost [1, 10] by 10 位");
    check("前三", "atmost [1, 3] by 1 位");
    check_in("位", "5", "exact 5 by 1 位");
    // but persons can be counted with the same word
    let dimension = |text: &str, unit: &str| {
        let written = parse(text).unwrap();
        written.quantity(Unit::parse(unit)).unit().dimension()
    };
    assert_eq!(dimension("400多位", "人"), Dimension::People);
    assert_eq!(dimension("8位", "人"), Dimension::People);
    assert_eq!(dimension("8位", "位"), Dimension::Rank);
    assert_eq!(dimension("8位", "家"), Dimension::Rank);
}

#[test]
fn a_default_unit_fills_what_is_not_written() {
    check_in("亿元", "850", "exact 850 by 10 亿元");
    check_in("亿元", "5.32万", "exact 5.32 by 0.01 万元");
    check_in("亿元", "8160万美元", "exact 8160 by 10 万美元");
    check_in("%", "99以上", "atleast [99, 100) by 1 %");
    check_in("家", "两千多", "over [2000, 3000) by 1000 家");
    check_in("个", "清零", "exact 0 by 1 个");
    check_in("%", "三分之一", "exact 0.3333333333333333 by 0.3333333333333333");
    check("5.32万", "exact 5.32 by 0.01 万");
}

#[test]
fn what_is_no_figure() {
    check("", "NoNumber(0)");
    check(" \u{FEFF}", "NoNumber(0)");
    check("元", "NoNumber(0)");
    check("超", "NoNumber(1)");
    check("五大", "UnknownUnit(1)");
    check("NaN", "NoNumber(0)");
    check("inf", "NoNumber(0)");
    check("∞", "NoNumber(0)");
    check("1e5", "UnknownUnit(1)");
    check("1..2", "BadNumber(0)");
    check("1.", "BadNumber(0)");
    check(".5", "BadNumber(0)");
    check("约1.2.3", "BadNumber(1)");
    check("12,34", "BadNumber(0)");
    check("1,2345", "BadNumber(0)");
    check("12 34", "BadNumber(2)");
    check("12\t.5", "BadNumber(2)");
    check("每万人", "NoNumber(0)");
    check("几十项", "NoNumber(0)");
    check("翻一番", "NoNumber(0)");
    check("万元", "NoDigit(0)");
    check("亿元", "NoDigit(0)");
    check("千克", "NoDigit(0)");
    check("-万元", "NoDigit(0)");
    check("三五", "BadNumber(0)");
    check("二〇二三年", "BadNumber(0)");
    check("百千", "BadNumber(0)");
    check("三分之零点五", "BadNumber(0)");
    check("零分之一", "UnknownUnit(1)");
    check("三分之一家", "UnknownUnit(0)");
    check("5家6户", "UnknownUnit(1)");
    check("3亿2000万元", "UnknownUnit(2)");
    check("7×24小时", "UnknownUnit(1)");
    check("2023-12-20", "UnknownUnit(7)");
    check("(10)", "NoNumber(0)");
    check("超20%以下", "Contradiction(1)");
    check("近300余家", "Contradiction(1)");
    check("1-5亿元以上", "Contradiction(0)");
    check("5—2天", "BadRange(0)");
    check("10%-15", "BadRange(0)");
    check("1元—5美元", "BadRange(0)");
    check("2—", "NoNumber(2)");
    check("第1.5位", "BadOrdinal(1)");
    check("第2批", "BadOrdinal(1)");
    check("第0", "BadOrdinal(1)");
    check("前5个月", "BadOrdinal(1)");
    check("前2-5位", "BadOrdinal(1)");
    check("1234567890123456", "TooLong(0)");
    check("0.1234567890123456%", "TooLong(0)");
    check(&"9".repeat(400), "TooLong(64)");
    check(&"九".repeat(60), "BadNumber(0)");
    check("九千九百九十九万亿亿", "UnknownUnit(9)");
}

#[test]
fn an_error_says_where() {
    assert_eq!(parse("超20大").unwrap_err().at(), 3);
}

/// An integer in standard Chinese numerals, to read back.
fn numerals(number: u64) -> String {
    let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
    let section = |n: u64| {
        let (mut text, mut zero) = (String::new(), false);
        for (place, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            match (n / place % 10) as usize {
                0 => zero = !text.is_empty(),
                d => {
                    text += if zero { "零" } else { "" };
                    text.push(digits[d]);
                    text += word;
                    zero = false;
                }
            }
        }
        text
    };
    let mut text = String::new();
    for (unit, word) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let n = number / unit % 10_000;
        if n > 0 {
            text += if !text.is_empty() && n < 1000 { "零" } else { "" };
            text += &section(n);
            text += word;
        }
    }
    text
}

/// What must hold of every text.
fn hold(text: &str) -> Result<(), TestCaseError> {
    let Ok(written) = parse(text) else {
        return Ok(());
    };
    prop_assert_eq!(written.to_string(), fold(text));
    prop_assert_eq!(parse(&written.to_string()), Ok(written.clone()));
    for default_unit in ["", "亿元", "%", "万人", "亩", "天", "位"] {
        let quantity = written.quantity(Unit::parse(default_unit));
        let numbers = [quantity.low(), quantity.value(), quantity.high(), quantity.step()];
        prop_assert!(numbers.iter().all(|n| n.is_finite()), "{quantity:?}");
        prop_assert!(quantity.step() > 0.0 && numbers.is_sorted_by(|a, b| a <= b || *b == quantity.step()));
        for other in ["元", "万亿元", "‰", "个", "平方公里", "个月", "分钟", "吨", "人"] {
            let there = Unit::parse(other).and_then(|other| quantity.in_unit(other));
            if let Some(back) = there.and_then(|there| there.in_unit(quantity.unit())) {
                let again = [back.low(), back.value(), back.high(), back.step()];
                for (a, b) in numbers.iter().zip(again) {
                    prop_assert!((a - b).abs() <= 1e-12 * a.abs(), "{quantity:?} {back:?}");
                }
            }
        }
    }
    Ok(())
}

/// Texts made of what figures are made of, most of them nearly figures.
fn pieces() -> impl Strategy<Value = String> {
    let words = words::PREFIXES.iter().chain(words::SUFFIXES).chain(words::INFIXES).map(|w| w.0);
    let signs = words::RANGE_SIGNS.iter().copied();
    let others = "0 1 2 5 10 30.5 1,200 0.07 ９ ． ， . , - + 负 零 一 两 三 十 百 千 万 亿 点 分之 半 一半 \
                  元 亿元 家 个 个月 工作日 % ‰ 亩 位 名 人次 万吨 倍 千克 第 前 榜首 清零 以 每 大 e ∞ \u{3000}";
    let pieces: Vec<&'static str> = words.chain(signs).chain(others.split(' ')).collect();
    prop::collection::vec(prop::sample::select(pieces), 0..7).prop_map(|pieces| pieces.concat())
}

/// Texts in the order of a figure.
fn figures() -> impl Strategy<Value = String> {
    let words = |words: &'static [Word]| {
        let texts: Vec<&str> = words.iter().map(|word| word.0).chain([""; 8]).collect();
        prop::sample::select(texts)
    };
    let number = prop_oneof!["[1-9][0-9]{0,6}(\\.[0-9]{1,4})?", (1_u64..1_000_000).prop_map(numerals)];
    let unit = prop::sample::select(vec!["", "万", "亿元", "家", "万平方米", "%", "个月", "百亿元", "亩", "位"]);
    (words(words::PREFIXES), number, words(words::INFIXES), unit, words(words::SUFFIXES))
        .prop_map(|(a, b, c, d, e)| [a, &b, c, d, e].concat())
}

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        hold(&text)?;
    }

    #[test]
    fn texts_of_pieces(text in pieces()) {
        hold(&text)?;
    }

    #[test]
    fn texts_in_order(text in figures()) {
        hold(&text)?;
    }

    #[test]
    fn ranges_of_figures(low in figures(), sign in prop::sample::select(words::RANGE_SIGNS), high in figures()) {
        hold(&[&low, sign, &high].concat())?;
    }

    #[test]
    fn numerals_read_back(number in 1_u64..1_000_000_000_000) {
        let written = parse(&numerals(number)).map_err(|e| TestCaseError::fail(format!("{} {e:?}", numerals(number))))?;
        let quantity = written.quantity(None);
        prop_assert_eq!(quantity.in_unit(Unit::BARE).map(|q| q.value()), Some(number as f64));
    }
}
