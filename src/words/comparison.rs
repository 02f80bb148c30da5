//! One place among many in words: its distances, its share, concentration, grades.

use super::{Words, phrase::Phrase, sentence::sentences};
use crate::{
    benchmark::{Distance, Gap, Grade, Grading, Interval, NoGrade, NoShare, Position},
    dataset::{
        Indicator, Measure, Quantity, Region,
        decimal::{count, fixed},
    },
};

sentences! {
    /// What a comparison says of one place, and of all.
    enum Comparing {
        Ranked = "在{of}个可比地区中，{place}的{indicator}为{value}，居{rank}。" | "在{of}個可比地區中，{place}的{indicator}為{value}，居{rank}。" | "Of {of} comparable places, {place} is {rank} at {value} ({indicator}).";
        Unranked = "{place}的{indicator}为{value}，共{of}个可比地区。" | "{place}的{indicator}為{value}，共{of}個可比地區。" | "{place} stands at {value} ({indicator}), among {of} comparable places.";
        ToLeader = "与首位{other}相差{gap}。" | "與首位{other}相差{gap}。" | "It is {gap} from {other} in first place.";
        Higher = "比{other}高{gap}。" | "比{other}高{gap}。" | "It is {gap} above {other}.";
        Lower = "比{other}低{gap}。" | "比{other}低{gap}。" | "It is {gap} below {other}.";
        Equal = "与{other}持平。" | "與{other}持平。" | "It equals {other}.";
        Either = "与{other}相近，高低难定。" | "與{other}相近，高低難定。" | "It is too close to {other} to call.";
        WithShare = "{gap}（{share}）" | "{gap}（{share}）" | "{gap} ({share})";
        TheMedian = "中位数" | "中位數" | "the median";
        TheMean = "平均数" | "平均數" | "the mean";
        Ahead = "其余{others}个地区中有{ahead}个排在前面，占{share}。" | "其餘{others}個地區中有{ahead}個排在前面，佔{share}。" | "Ahead of it: {ahead} of the {others} others ({share}).";
        NoneAhead = "其余{others}个地区均不在其前。" | "其餘{others}個地區均不在其前。" | "None of the {others} others is ahead.";
        ShareOfTotal = "占各地合计的{share}。" | "佔各地合計的{share}。" | "Its share of the total is {share}.";
        Share = "{place}占合计的{share}。" | "{place}佔合計的{share}。" | "{place} has {share} of the total.";
        Top = "{indicator}居前{n}位的地区合计占{share}。" | "{indicator}居前{n}位的地區合計佔{share}。" | "{indicator}: the top {n} places have {share} of the total.";
        TopOne = "{indicator}居首位的地区占{share}。" | "{indicator}居首位的地區佔{share}。" | "{indicator}: the first place has {share} of the total.";
        Hhi = "集中度（赫芬达尔指数）为{index}；{n}个地区平均分布时为{even}，集中于一地时为1。" | "集中度（赫芬達爾指數）為{index}；{n}個地區平均分佈時為{even}，集中於一地時為1。" | "Concentration (Herfindahl index) is {index}; it is {even} where {n} places are even and 1 where one has all.";
        QuotientAbove = "{place}{industry}的区位商为{value}，比重高于参照地区。" | "{place}{industry}的區位商為{value}，比重高於參照地區。" | "The location quotient of {industry} in {place} is {value}: its share is above that of the reference area.";
        QuotientBelow = "{place}{industry}的区位商为{value}，比重低于参照地区。" | "{place}{industry}的區位商為{value}，比重低於參照地區。" | "The location quotient of {industry} in {place} is {value}: its share is below that of the reference area.";
        QuotientEven = "{place}{industry}的区位商为{value}，比重与参照地区相当。" | "{place}{industry}的區位商為{value}，比重與參照地區相當。" | "The location quotient of {industry} in {place} is {value}: its share is that of the reference area.";
        QuotientOpen = "{place}{industry}的区位商为{value}，比重与参照地区孰高难定。" | "{place}{industry}的區位商為{value}，比重與參照地區孰高難定。" | "The location quotient of {industry} in {place} is {value}: whether its share is above that of the reference area is open.";
        NoFigures = "没有可以计算的数值。" | "沒有可以計算的數值。" | "There is no figure to compute with.";
        NegativeParts = "有负值，不计算占比和集中度。" | "有負值，不計算佔比和集中度。" | "A figure is negative, so no shares are computed.";
        MixedUnits = "单位不能换算，不作计算。" | "單位不能換算，不作計算。" | "The units do not convert, so nothing is computed.";
        ZeroTotal = "合计为零或可能为零，不计算占比。" | "合計為零或可能為零，不計算佔比。" | "The total is zero or may be, so no shares are computed.";
        TooLarge = "结果超出可表示的范围，不作计算。" | "結果超出可表示的範圍，不作計算。" | "The result is too large to be computed.";
        NoBetter = "此项不分优劣，不分类。" | "此項不分優劣，不分類。" | "Neither more nor less is better, so there are no bands.";
        BadCuts = "分类界限缺失或次序不对，不分类。" | "分類界限缺失或次序不對，不分類。" | "The limits of the bands are missing or out of order.";
        Graded = "{place}为{band}类。" | "{place}為{band}類。" | "{place} is in band {band}.";
        GradedBetween = "{place}在{best}类至{worst}类之间，公布的数值不足以确定。" | "{place}在{best}類至{worst}類之間，公布的數值不足以確定。" | "{place} is in a band from {best} to {worst}; the published figure leaves it open.";
        Bands = "按公布数值分类：{bands}。" | "按公布數值分類：{bands}。" | "By the figures as published: {bands}.";
        BandCount = "{band}类{n}个" | "{band}類{n}個" | "{n} in {band}";
        OpenBands = "其中{n}个的类别不能完全确定。" | "其中{n}個的類別不能完全確定。" | "The band of {n} of them is open.";
    }
}

impl Words {
    /// Where one place stands: value and rank, gaps to the first, to the benchmark, to median and mean, how many are
    /// ahead, and its share of the total.
    ///
    /// ```
    /// use duibiao::{benchmark::{Question, compare, position}, dataset::{Lang, Relax, parse_json}, words::Words};
    /// # let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],
    /// #   "regions":[{"id":"a","name":"甲市","kind":"city"},{"id":"b","name":"乙市","kind":"city"}],
    /// #   "indicators":[{"id":"x","name":"产值","unit":"亿元","polarity":"higher","measure":"flow"}],
    /// #   "observations":[{"region":"a","indicator":"x","period":"2022","text":"超850亿元","source":"s"},
    /// #     {"region":"b","indicator":"x","period":"2022","text":"300亿元","source":"s"}]}"#;
    /// # let dataset = parse_json(text).dataset.unwrap();
    /// # let indicator = dataset.indicators[0].clone();
    /// # let question = Question { indicator, period: None, places: Vec::new(), home: None, relax: Relax::default() };
    /// let comparison = compare(&dataset, &question);
    /// let position = position(&comparison, dataset.region("乙市").unwrap(), None).unwrap();
    /// let said = Words::new(Lang::ZhHans).position_reading(&position);
    /// assert!(said.starts_with("在2个可比地区中，乙市的产值为300亿元，居第2位。与首位甲市相差约550亿元（64.7%）。"), "{said}");
    /// ```
    pub fn position_reading(self, position: &Position) -> String {
        let (place, indicator) = (self.place(&position.region), self.indicator(&position.indicator));
        let (value, of) = (self.full_figure(&position.quantity, ""), count(position.of));
        let rank = self.rank(position.rank);
        let ranked = if position.percentile.is_some() { Comparing::Ranked } else { Comparing::Unranked };
        let mut said = vec![self.say(ranked, "place indicator value rank of", &[place, indicator, &value, &rank, &of])];
        if let Some(Distance { to, gap }) = &position.to_leader {
            let gap = self.sized_gap(gap, position);
            said.push(self.say(Comparing::ToLeader, "other gap", &[self.place(to), &gap]));
        }
        if let Some(Distance { to, gap }) = &position.to_benchmark {
            said.push(self.gap_reading(gap, self.place(to), position));
        }
        for (gap, middle) in [(&position.to_median, Comparing::TheMedian), (&position.to_mean, Comparing::TheMean)] {
            if let Some(gap) = gap {
                said.push(self.gap_reading(gap, &self.plain(middle), position));
            }
        }
        if let Some(percentile) = &position.percentile {
            said.push(self.percentile_reading(position, percentile));
        }
        if let Some(share) = position.share.filter(|_| position.of > 1) {
            said.push(self.say(Comparing::ShareOfTotal, "share", &[&self.percent_span(&share)]));
        }
        self.flags_told(&position.flags, &mut said);
        self.join(&said)
    }

    fn percentile_reading(self, position: &Position, percentile: &Interval) -> String {
        let others = count(position.of.saturating_sub(1));
        if percentile.high <= 0.0 {
            return self.say(Comparing::NoneAhead, "others", &[&others]);
        }
        let (least, most) = (position.rank.best.saturating_sub(1), position.rank.worst.saturating_sub(1));
        let ahead = if least == most { count(most as usize) } else { [count(least as usize), count(most as usize)].join("–") };
        self.say(Comparing::Ahead, "others ahead share", &[&others, &ahead, &self.percent_span(percentile)])
    }

    /// Above, below, equal, or too close to call.
    fn gap_reading(self, gap: &Gap, other: &str, position: &Position) -> String {
        let size = self.sized_gap(gap, position);
        let shown = size.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        let sentence = match gap.range {
            // nothing is said to be higher by 0.00
            (low, high) if low == high && !shown => Comparing::Equal,
            (low, high) if low < 0.0 && high > 0.0 => Comparing::Either,
            _ if gap.absolute > 0.0 || gap.range.1 > 0.0 => Comparing::Higher,
            _ => Comparing::Lower,
        };
        self.say(sentence, "other gap", &[other, &size])
    }

    /// The size of a gap, "about" where an end is an interval, and its part of the other value.
    fn sized_gap(self, gap: &Gap, position: &Position) -> String {
        let decimals = position.indicator.decimals.unwrap_or_else(|| decimals_of(gap.absolute, &position.quantity));
        let size = self.full_difference(gap.absolute, decimals, position.quantity.unit());
        let size = if gap.range.0 == gap.range.1 { size } else { self.say(Phrase::About, "n", &[&size]) };
        // a percentage of a rate, of a rank or of a score misleads
        match gap.relative.filter(|_| matches!(position.indicator.measure, Measure::Flow | Measure::Stock)) {
            Some(share) => self.say(Comparing::WithShare, "gap share", &[&size, &self.percent(share.abs())]),
            None => size,
        }
    }

    /// A share with its bounds: 23.5% or 23.5%–25.0%.
    pub fn percent_span(self, share: &Interval) -> String {
        let (low, high) = (self.percent(share.low), self.percent(share.high));
        if low == high { self.percent(share.point) } else { [low, high].join("–") }
    }

    /// A number with its bounds: 1.50 or 1.48–1.53.
    pub fn span(self, number: &Interval, decimals: u8) -> String {
        let (low, high) = (self.number(number.low, decimals), self.number(number.high, decimals));
        if low == high { self.number(number.point, decimals) } else { [low, high].join("–") }
    }

    /// A share of a total.
    pub fn share_reading(self, place: &Region, share: &Interval) -> String {
        self.say(Comparing::Share, "place share", &[self.place(place), &self.percent_span(share)])
    }

    /// How concentrated an indicator is among `of` places: the share of the `n` largest (CRn), and the
    /// Herfindahl–Hirschman index as a fraction ([`crate::benchmark::HhiScale::Fraction`]).
    pub fn concentration_reading(self, indicator: &Indicator, of: usize, top: (usize, &Interval), hhi: &Interval) -> String {
        let (n, share) = top;
        let sentence = if n == 1 { Comparing::TopOne } else { Comparing::Top };
        let top = self.say(sentence, "indicator n share", &[self.indicator(indicator), &count(n), &self.percent_span(share)]);
        let even = self.number(1.0 / of.max(1) as f64, 3);
        let hhi = self.say(Comparing::Hhi, "index n even", &[&self.span(hhi, 3), &count(of), &even]);
        self.join(&[top, hhi])
    }

    /// A location quotient of an industry, named in the language asked for.
    pub fn location_quotient_reading(self, place: &Region, industry: &str, quotient: &Interval) -> String {
        let sentence = match (quotient.low, quotient.high) {
            (low, high) if low == 1.0 && high == 1.0 => Comparing::QuotientEven,
            (low, _) if low >= 1.0 => Comparing::QuotientAbove,
            (_, high) if high <= 1.0 => Comparing::QuotientBelow,
            _ => Comparing::QuotientOpen,
        };
        self.say(sentence, "place industry value", &[self.place(place), industry, &self.span(quotient, 2)])
    }

    /// The band of one place: A类, or from A to B where its figure leaves it open.
    pub fn grade_reading(self, place: &Region, grade: Grade) -> String {
        let letter = |band| Grade::letter(band).map(String::from).unwrap_or_default();
        let (point, best, worst) = (letter(grade.point), letter(grade.best), letter(grade.worst));
        let sentence = if grade.is_open() { Comparing::GradedBetween } else { Comparing::Graded };
        self.say(sentence, "place band best worst", &[self.place(place), &point, &best, &worst])
    }

    /// How many are in each band, and for how many that is open.
    pub fn grading_reading(self, grading: &Grading) -> String {
        let mut bands = Vec::new();
        for band in 0..=grading.cuts.len().min(25) as u8 {
            let n = grading.grades.iter().filter(|grade| grade.point == band).count();
            let letter = Grade::letter(band).map(String::from).unwrap_or_default();
            bands.push(self.say(Comparing::BandCount, "band n", &[&letter, &count(n)]));
        }
        let bands: Vec<&str> = bands.iter().map(String::as_str).collect();
        let mut said = vec![self.say(Comparing::Bands, "bands", &[&self.list(&bands)])];
        let open = grading.grades.iter().filter(|grade| grade.is_open()).count();
        if open > 0 {
            said.push(self.say(Comparing::OpenBands, "n", &[&count(open)]));
        }
        self.join(&said)
    }

    /// Why there is no share and no concentration.
    pub fn no_share_reading(self, reason: NoShare) -> String {
        self.plain(match reason {
            NoShare::Empty => Comparing::NoFigures,
            NoShare::Negative(_) => Comparing::NegativeParts,
            NoShare::Unit(_) => Comparing::MixedUnits,
            NoShare::ZeroTotal => Comparing::ZeroTotal,
            NoShare::NotFinite => Comparing::TooLarge,
        })
    }

    /// Why there are no grades.
    pub fn no_grade_reading(self, reason: NoGrade) -> String {
        self.plain(match reason {
            NoGrade::NoPolarity => Comparing::NoBetter,
            NoGrade::Count | NoGrade::Cut(_) => Comparing::BadCuts,
            NoGrade::Unit(_) => Comparing::MixedUnits,
            NoGrade::Empty => Comparing::NoFigures,
        })
    }
}

/// As many decimals as a difference needs beyond those of the own figure: up to two, fewer of a large one.
fn decimals_of(difference: f64, own: &Quantity) -> u8 {
    let least = own.decimals().min(2);
    let most = match difference.abs() {
        size if size >= 1000.0 => 0,
        size if size >= 100.0 => 1,
        _ => 2,
    };
    let enough = |decimals: u8| fixed(difference, decimals).parse::<f64>().is_ok_and(|shown| (shown - difference).abs() < 1e-6);
    (least..most).find(|decimals| enough(*decimals)).unwrap_or(most.max(least))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        benchmark::{Bands, HhiScale, Question, compare, concentration_ratio, grade, hhi, position, shares},
        dataset::{Dataset, Lang, Polarity, Relax, notation, parse_json},
    };

    const LANGS: [Lang; 3] = [Lang::ZhHans, Lang::ZhHant, Lang::En];

    fn bundled() -> Dataset {
        parse_json(include_str!("../../www/data/huaibei-2023.json")).dataset.unwrap()
    }

    fn check(said: impl Fn(Words) -> String, expect: [&str; 3]) {
        assert_eq!(LANGS.map(|lang| said(Words::new(lang))), expect);
    }

    #[test]
    fn a_place_among_others() {
        let dataset = bundled();
        let indicator = dataset.indicator("loss-rate").unwrap().clone();
        let relax = Relax { definition: true, years: 0 };
        let comparison = compare(&dataset, &Question { indicator, period: None, places: Vec::new(), home: None, relax });
        let region = |id| &**dataset.region(id).unwrap();
        let found = position(&comparison, region("wuhu"), Some(region("xuzhou"))).unwrap();
        check(
            |words| words.position_reading(&found),
            [
                "在6个可比地区中，芜湖的行政诉讼败诉率为15.12%，居第6位。与首位嘉兴相差12.04个百分点。比徐州高8.26个百分点。比中位数高7.94个百分点。比平均数高7.09个百分点。其余5个地区中有5个排在前面，占100.0%。所用数据口径不尽一致，结果仅供参考。",
                "在6個可比地區中，芜湖的行政诉讼败诉率為15.12%，居第6位。與首位嘉兴相差12.04個百分點。比徐州高8.26個百分點。比中位數高7.94個百分點。比平均數高7.09個百分點。其餘5個地區中有5個排在前面，佔100.0%。所用數據口徑不盡一致，結果僅供參考。",
                "Of 6 comparable places, Wuhu is no. 6 at 15.12% (Government loss rate in court). It is 12.04 pp from Jiaxing in first place. It is 8.26 pp above Xuzhou. It is 7.94 pp above the median. It is 7.09 pp above the mean. Ahead of it: 5 of the 5 others (100.0%). The figures used differ in definition; the result is an indication only.",
            ],
        );
    }

    #[test]
    fn concentration() {
        let dataset = bundled();
        let indicator = dataset.indicator("industrial-output").unwrap();
        let figures: Vec<Quantity> =
            ["超60亿元", "30亿元", "10亿元"].iter().map(|text| notation::parse(text).unwrap().quantity(None)).collect();
        let figures: Vec<&Quantity> = figures.iter().collect();
        let (top, index) = (concentration_ratio(&figures, 2).unwrap(), hhi(&figures, HhiScale::Fraction).unwrap());
        check(
            |words| words.concentration_reading(indicator, 3, (2, &top), &index),
            [
                "工业产值居前2位的地区合计占87.3%–93.6%。集中度（赫芬达尔指数）为0.443–0.505；3个地区平均分布时为0.333，集中于一地时为1。",
                "工业产值居前2位的地區合計佔87.3%–93.6%。集中度（赫芬達爾指數）為0.443–0.505；3個地區平均分佈時為0.333，集中於一地時為1。",
                "Industrial output: the top 2 places have 87.3%–93.6% of the total. Concentration (Herfindahl index) is 0.443–0.505; it is 0.333 where 3 places are even and 1 where one has all.",
            ],
        );
        let share = shares(&figures).unwrap()[1];
        let said = Words::new(Lang::ZhHans).share_reading(dataset.region("wuhu").unwrap(), &share);
        assert_eq!(said, "芜湖占合计的27.3%–30.0%。");
    }

    #[test]
    fn quotients() {
        let dataset = bundled();
        let wuhu = dataset.region("wuhu").unwrap();
        let check = |point: f64, low: f64, high: f64, expect: &str| {
            let said = Words::new(Lang::ZhHans).location_quotient_reading(wuhu, "汽车制造业", &Interval { point, low, high });
            assert_eq!(said, expect);
        };
        check(1.5, 1.5, 1.5, "芜湖汽车制造业的区位商为1.50，比重高于参照地区。");
        check(0.8, 0.75, 0.8, "芜湖汽车制造业的区位商为0.75–0.80，比重低于参照地区。");
        check(1.0, 1.0, 1.0, "芜湖汽车制造业的区位商为1.00，比重与参照地区相当。");
        check(1.0, 0.9, 1.1, "芜湖汽车制造业的区位商为0.90–1.10，比重与参照地区孰高难定。");
    }

    #[test]
    fn grades() {
        let dataset = bundled();
        let figures: Vec<Quantity> =
            ["25万元/亩", "超18万元/亩", "9万元/亩"].iter().map(|text| notation::parse(text).unwrap().quantity(None)).collect();
        let grading = grade(&figures.iter().collect::<Vec<_>>(), Polarity::Higher, &Bands::Cuts(vec![20.0, 18.5, 5.0])).unwrap();
        check(
            |words| words.grading_reading(&grading),
            [
                "按公布数值分类：A类1个、B类0个、C类2个、D类0个。其中1个的类别不能完全确定。",
                "按公布數值分類：A類1個、B類0個、C類2個、D類0個。其中1個的類別不能完全確定。",
                "By the figures as published: 1 in A, 0 in B, 2 in C, 0 in D. The band of 1 of them is open.",
            ],
        );
        let wuhu = dataset.region("wuhu").unwrap();
        check(
            |words| words.join(&[words.grade_reading(wuhu, grading.grades[0]), words.grade_reading(wuhu, grading.grades[1])]),
            [
                "芜湖为A类。芜湖在B类至C类之间，公布的数值不足以确定。",
                "芜湖為A類。芜湖在B類至C類之間，公布的數值不足以確定。",
                "Wuhu is in band A. Wuhu is in a band from B to C; the published figure leaves it open.",
            ],
        );
    }

    #[test]
    fn every_place_of_the_bundled_dataset_can_be_told() {
        let dataset = bundled();
        let relax = Relax { definition: true, years: 2 };
        for indicator in &dataset.indicators {
            let question = Question { indicator: indicator.clone(), period: None, places: Vec::new(), home: None, relax };
            let comparison = compare(&dataset, &question);
            for entry in &comparison.entries {
                let Some(found) = position(&comparison, &entry.region, dataset.region("wuhu").map(|region| &**region)) else { continue };
                for lang in LANGS {
                    let said = Words::new(lang).position_reading(&found);
                    assert!(!said.contains('{') && !said.contains("NaN") && !said.contains("–%"), "{said}");
                }
            }
        }
    }

    #[test]
    fn reasons_why_not() {
        for lang in LANGS {
            let words = Words::new(lang);
            for reason in [NoShare::Empty, NoShare::Negative(0), NoShare::Unit(0), NoShare::ZeroTotal, NoShare::NotFinite] {
                assert!(!words.no_share_reading(reason).is_empty());
            }
            for reason in [NoGrade::NoPolarity, NoGrade::Count, NoGrade::Cut(0), NoGrade::Unit(0), NoGrade::Empty] {
                assert!(!words.no_grade_reading(reason).is_empty());
            }
        }
    }
}
