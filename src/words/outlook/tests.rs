use super::*;
use crate::{
    dataset::{Dataset, Lang, PeriodClass, Relax, parse_json},
    trajectory::{Direction, Intercept, Mover, Panel, beta, catch_up, rank_history, sigma, stated_ranks, time_distance},
};

const ALL: [Lang; 3] = [Lang::ZhHans, Lang::ZhHant, Lang::En];

fn dataset() -> Dataset {
    let parsed = parse_json(
        r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],"regions":[
        {"id":"a","name":{"zh-Hans":"甲","zh-Hant":"甲","en":"Alpha"},"kind":"city"},
        {"id":"b","name":{"zh-Hans":"乙","zh-Hant":"乙","en":"Beta"},"kind":"city"},
        {"id":"c","name":{"zh-Hans":"丙","zh-Hant":"丙","en":"Gamma"},"kind":"city"}],
        "indicators":[
        {"id":"x","name":{"zh-Hans":"产值","zh-Hant":"產值","en":"Output"},"unit":"亿元","polarity":"higher","measure":"flow"},
        {"id":"r","name":{"zh-Hans":"考核","zh-Hant":"考核","en":"Appraisal"},"unit":"位","polarity":"lower","measure":"rank"}],
        "observations":[
        {"region":"a","indicator":"x","source":"s","period":"2022","text":"100亿元"},
        {"region":"b","indicator":"x","source":"s","period":"2022","text":"120亿元"},
        {"region":"a","indicator":"x","source":"s","period":"2023","text":"150亿元"},
        {"region":"b","indicator":"x","source":"s","period":"2023","text":"130亿元"},
        {"region":"c","indicator":"x","source":"s","period":"2023","text":"90亿元"},
        {"region":"a","indicator":"r","source":"s","period":"2022","text":"第5位","scope":{"zh-Hans":"全省","zh-Hant":"全省","en":"the province"}},
        {"region":"a","indicator":"r","source":"s","period":"2023","text":"第3位","scope":{"zh-Hans":"全省","zh-Hant":"全省","en":"the province"}}]}"#,
    );
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

/// The reading in Chinese and English, after a look at all three for slots left open.
#[track_caller]
fn check(reading: impl Fn(Words) -> String, zh: &str, en: &str) {
    for lang in ALL {
        let text = reading(Words::new(lang));
        assert!(!text.contains(['{', '}']) && !text.is_empty(), "{text}");
    }
    assert_eq!(reading(Words::new(Lang::ZhHans)), zh);
    assert_eq!(reading(Words::new(Lang::En)), en);
}

fn series(values: &[(f64, f64)]) -> Vec<Point> {
    values.iter().map(|(at, value)| Point { at: *at, value: *value }).collect()
}

const DOUBLING: [(f64, f64); 4] = [(2021.0, 845.0), (2022.0, 1000.0), (2023.0, 1190.0), (2024.0, 1430.0)];

#[test]
fn forecasts() {
    let data = dataset();
    let x = &data.indicators[0];
    let made = |method| Forecast::new(&series(&DOUBLING), method, 0.8).unwrap();
    let squares = made(ForecastMethod::LeastSquares(Trend::Geometric));
    check(
        |words| words.forecast_reading(x, &squares, 2025.0),
        "由2021年至2024年的4个数值按等比趋势（最小二乘法）推算，2025年约为1,697亿元，80%预测区间为1,670亿元至1,725亿元。",
        "The even-growth trend of 4 figures from 2021 to 2024 (least squares) leads to about 169.7 billion yuan in 2025 (80% prediction interval: 167 billion yuan to 172.5 billion yuan).",
    );
    let steps = made(ForecastMethod::LastSteps { steps: 2, trend: Trend::Geometric });
    check(
        |words| words.forecast_reading(x, &steps, 2025.0),
        "由2022年至2024年的年均增速19.6%推算，2025年约为1,710亿元。",
        "At the growth of 19.6% a year from 2022 to 2024, 2025 comes to about 171 billion yuan.",
    );
    let falling =
        Forecast::new(&series(&[(2022.0, 100.0), (2024.0, 81.0)]), ForecastMethod::LastSteps { steps: 2, trend: Trend::Geometric }, 0.8)
            .unwrap();
    check(
        |words| words.forecast_reading(x, &falling, 2025.0),
        "由2022年至2024年年均下降10.0%推算，2025年约为72.9亿元。",
        "At the fall of 10.0% a year from 2022 to 2024, 2025 comes to about 7.29 billion yuan.",
    );
    let pairs = made(ForecastMethod::TheilSen(Trend::Linear, Intercept::Separate));
    assert!(Words::new(Lang::ZhHans).forecast_reading(x, &pairs, 2025.0).contains("等额趋势（泰尔—森法）"));
    check(
        |words| words.no_forecast_reading(NoForecast::TooFewPoints { have: 2, need: 3 }),
        "这种推算需要3个以上数值，现有2个，不作推算。",
        "This projection takes 3 figures or more and there are 2; none is made.",
    );
}

#[test]
fn arrivals() {
    let data = dataset();
    let x = &data.indicators[0];
    let forecast = Forecast::new(&series(&DOUBLING), ForecastMethod::LeastSquares(Trend::Geometric), 0.8).unwrap();
    let goal = |value, deadline| Goal { value, deadline, direction: Direction::Up, strict: false };
    let reading = |goal: Goal| move |words: Words| words.arrival_reading(x, &goal, &forecast.clone().arrival(&goal).unwrap());
    check(
        reading.clone()(goal(2000.0, 2025.0)),
        "按此推算，2026年达到2,000亿元，比期限晚约0.9年。按区间的两端，最早2026年、最晚2027年达到。",
        "On this projection, 200 billion yuan is reached in 2026, about 0.9 years after the deadline. By the ends of the interval, that is 2026 at the earliest and 2027 at the latest.",
    );
    check(
        reading(goal(1100.0, 2025.0)),
        "2023年起已达到1,100亿元，比期限早约2年。",
        "110 billion yuan has been met since 2023, about 2 years before the deadline.",
    );
}

#[test]
fn catching_up() {
    let data = dataset();
    let (x, own, other) = (&data.indicators[0], &data.regions[0], &data.regions[1]);
    let mover = |value, rate| Mover { point: Point { at: 2024.0, value }, rate: Rate::Growth(rate) };
    let reading = |leader: Leader| {
        let result = catch_up(&mover(100.0, 0.1), &leader, Direction::Up);
        move |words: Words| words.catch_up_reading(x, own, other, &leader, &result)
    };
    check(
        reading(Leader::Moving(mover(150.0, 0.05))),
        "双方保持目前速度，甲约8.7年后（2033年）赶上乙，届时均约为229亿元。",
        "At their present paces, Alpha catches up with Beta in about 8.7 years (2033), both at about 22.9 billion yuan.",
    );
    check(
        reading(Leader::Moving(mover(150.0, 0.2))),
        "按目前速度，甲与乙的距离将扩大。",
        "At the present pace, the distance between Alpha and Beta widens.",
    );
    for reason in [NoCatchUp::Parallel, NoCatchUp::BeyondCentury, NoCatchUp::NotPositive, NoCatchUp::Courses, NoCatchUp::NotFinite] {
        check_filled(|words| words.catch_up_reading(x, own, other, &Leader::Static(150.0), &Err(reason)));
    }
}

fn check_filled(reading: impl Fn(Words) -> String) {
    for lang in ALL {
        let text = reading(Words::new(lang));
        assert!(!text.contains(['{', '}']) && !text.is_empty(), "{text}");
    }
}

#[test]
fn time_distances() {
    let data = dataset();
    let (x, own, other) = (&data.indicators[0], &data.regions[0], &data.regions[1]);
    let leader = series(&[(2018.0, 80.0), (2020.0, 100.0), (2024.0, 180.0)]);
    let reading = |at: f64, value: f64| {
        let point = Point { at, value };
        let result = time_distance(&point, &leader, Trend::Linear, Direction::Up);
        move |words: Words| words.time_distance_reading(x, own, other, &point, &result)
    };
    check(
        reading(2024.0, 120.0),
        "甲2024年的水平（120亿元），乙在2021年已经达到，时间距离约3年。",
        "Beta stood at Alpha’s level of 2024 (12 billion yuan) in 2021, a time distance of about 3 years.",
    );
    check(
        reading(2024.0, 60.0),
        "甲2024年的水平（60亿元），乙在数据开始之前已经超过，时间距离超过6年。",
        "Beta was past Alpha’s level of 2024 (6 billion yuan) before its figures begin: a time distance of more than 6 years.",
    );
    check(
        reading(2023.0, 200.0),
        "甲2023年的水平（200亿元），乙到数据结束时尚未达到，甲领先1年以上。",
        "Beta had not reached Alpha’s level of 2023 (20 billion yuan) when its figures end; Alpha is more than 1 year ahead.",
    );
    for (at, value) in [(2021.0, 120.0), (2020.0, 120.0), (2024.0, 200.0), (2025.0, 200.0), (2017.0, 60.0)] {
        check_filled(reading(at, value));
    }
}

#[test]
fn converging() {
    let data = dataset();
    let x = &data.indicators[0];
    let rows = [[100.0, 160.0], [200.0, 270.0], [150.0, 220.0], [400.0, 450.0]].map(|row| row.map(Some).to_vec());
    let panel = Panel::new(&[2015.0, 2025.0], &rows).unwrap();
    check(
        |words| words.sigma_reading(x, panel.places(), Deviation::Sample, &sigma(&panel, Deviation::Sample)),
        "4个地区产值的对数标准差（样本标准差）由2015年的0.584变为2025年的0.434，相对差距缩小。",
        "Output: the standard deviation of logarithms of 4 places (sample deviation) went from 0.584 in 2015 to 0.434 in 2025; relative gaps narrowed.",
    );
    check(
        |words| words.beta_reading(x, &beta(&panel)),
        "4个地区10年间，起点较低的产值增长较快：起点的对数每高1，年均增速低2.57个百分点（标准误0.09）。起点可解释增速差异的99.8%。按此，差距每年缩小3.0%，约23.3年减半。",
        "Output: over 10 years, of 4 places those that started lower grew faster, by 2.57 percentage points a year for each unit of the logarithm (standard error 0.09). The start explains 99.8% of the differences in growth. At that, gaps close by 3.0% a year and halve in about 23.3 years.",
    );
    for reason in
        [NoConvergence::TooFewPlaces { have: 2, need: 3 }, NoConvergence::NoSpread, NoConvergence::NotPositive, NoConvergence::Shape]
    {
        check_filled(|words| words.beta_reading(x, &Err(reason)));
    }
}

#[test]
fn ranks_over_the_years() {
    let data = dataset();
    let (x, r, a) = (&data.indicators[0], &data.indicators[1], &data.regions[0]);
    let history = rank_history(&data, x, a, &[], PeriodClass::Year, Relax::default()).unwrap();
    check(
        |words| words.rank_history_reading(&history),
        "甲产值的位次：2022年第2位（2个地区）、2023年第1位（3个地区）。前后相比上升1位。2023年参加排位的地区与前一期不同，位次变化可能由此而来。",
        "Alpha, Output: no. 2 of 2 in 2022, no. 1 of 3 in 2023. From first to last it rose 1. In 2023 other places are ranked than in the period before, which may be what changed the rank.",
    );
    let stated = stated_ranks(&data, r, a).unwrap();
    check(
        |words| words.stated_ranks_reading(r, a, &stated[0]),
        "据来源公布，甲考核（范围：全省）：2022年第5位、2023年第3位。前后相比上升2位。",
        "As stated, Alpha, Appraisal (scope: the province): no. 5 in 2022, no. 3 in 2023. From first to last it rose 2.",
    );
    check_filled(|words| words.no_rank_history_reading(NoRankHistory::NoPolarity));
}
