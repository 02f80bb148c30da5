//! The base units the core knows: one row each, with its dimension and its size in that dimension.
use super::{Currency, Dimension};

/// One base unit. Its size is `numerator / denominator` of the dimension's base unit, kept as a
/// fraction because 1 亩 is 2000/3 ㎡ and no double holds that.
pub(super) struct Row {
    pub(super) written: &'static str,
    pub(super) dimension: Dimension,
    pub(super) numerator: u64,
    pub(super) denominator: u64,
}

/// The row that stands in where an index leads nowhere; also the first row of the table.
pub(super) static BARE: Row = unit("", Dimension::Bare);

const fn unit(written: &'static str, dimension: Dimension) -> Row {
    sized(written, dimension, 1, 1)
}

const fn count(written: &'static str) -> Row {
    unit(written, Dimension::Count)
}

const fn visits(written: &'static str) -> Row {
    unit(written, Dimension::Visits)
}

const fn money(written: &'static str, currency: Currency) -> Row {
    unit(written, Dimension::Money(currency))
}

const fn sized(written: &'static str, dimension: Dimension, numerator: u64, denominator: u64) -> Row {
    Row { written, dimension, numerator, denominator }
}

/// Every base unit. The first rows are named by constants of `Base`, so their order is fixed;
/// new rows go to the end of their group. Two spellings of one unit are two rows of equal size,
/// so that a figure prints back as it was written.
pub(super) static TABLE: &[Row] = &[
    // named in `Base`
    unit("", Dimension::Bare),
    unit("", Dimension::Share),
    sized("%", Dimension::Share, 1, 100),
    sized("‰", Dimension::Share, 1, 1000),
    unit("个百分点", Dimension::PercentagePoint),
    unit("倍", Dimension::Multiple),
    unit("位", Dimension::Rank),
    unit("位", Dimension::People),
    // shares, points, places and scores
    sized("成", Dimension::Share, 1, 10),
    unit("百分点", Dimension::PercentagePoint),
    unit("名次", Dimension::Rank),
    unit("分", Dimension::Score),
    // money: base unit is one unit of its own currency
    money("元", Currency::Cny),
    money("元人民币", Currency::Cny),
    money("美元", Currency::Usd),
    money("欧元", Currency::Eur),
    money("港元", Currency::Hkd),
    money("日元", Currency::Jpy),
    money("英镑", Currency::Gbp),
    // area: base unit ㎡
    unit("平方米", Dimension::Area),
    unit("㎡", Dimension::Area),
    unit("平米", Dimension::Area),
    unit("平方", Dimension::Area),
    sized("亩", Dimension::Area, 2000, 3),
    sized("公顷", Dimension::Area, 10_000, 1),
    sized("平方公里", Dimension::Area, 1_000_000, 1),
    sized("平方千米", Dimension::Area, 1_000_000, 1),
    // people, and visits or services counted once for each time
    unit("人", Dimension::People),
    unit("名", Dimension::People),
    visits("人次"),
    visits("家次"),
    visits("户次"),
    visits("个次"),
    visits("件次"),
    // time: base units are the working day, the hour and the month
    unit("个工作日", Dimension::Workdays),
    unit("工作日", Dimension::Workdays),
    unit("小时", Dimension::Time),
    unit("个小时", Dimension::Time),
    sized("分钟", Dimension::Time, 1, 60),
    sized("秒", Dimension::Time, 1, 3600),
    sized("天", Dimension::Time, 24, 1),
    sized("日", Dimension::Time, 24, 1),
    sized("周", Dimension::Time, 168, 1),
    unit("个月", Dimension::Months),
    sized("个季度", Dimension::Months, 3, 1),
    sized("年", Dimension::Months, 12, 1),
    // mass: base unit 千克; standard coal: base unit 吨标煤
    sized("吨", Dimension::Mass, 1000, 1),
    sized("公斤", Dimension::Mass, 1, 1),
    unit("千克", Dimension::Mass),
    sized("克", Dimension::Mass, 1, 1000),
    unit("吨标煤", Dimension::CoalEquivalent),
    unit("吨标准煤", Dimension::CoalEquivalent),
    // volume: base unit 立方米
    unit("立方米", Dimension::Volume),
    unit("立方", Dimension::Volume),
    unit("方", Dimension::Volume),
    sized("升", Dimension::Volume, 1, 1000),
    // electricity: base units 千瓦时 and 千瓦
    unit("千瓦时", Dimension::Energy),
    unit("度", Dimension::Energy),
    unit("千瓦", Dimension::Power),
    sized("兆瓦", Dimension::Power, 1000, 1),
    // containers: a 箱 is a box of any length, a 标箱 is twenty feet of it
    unit("箱", Dimension::Boxes),
    unit("标箱", Dimension::Teu),
    unit("标准箱", Dimension::Teu),
    unit("TEU", Dimension::Teu),
    // length: base unit 米
    unit("米", Dimension::Length),
    sized("公里", Dimension::Length, 1000, 1),
    sized("千米", Dimension::Length, 1000, 1),
    unit("吨公里", Dimension::Freight),
    // rates: money over an area or a head, things over people, matter in air
    sized("元/亩", Dimension::MoneyPerArea(Currency::Cny), 3, 2000),
    sized("元/公顷", Dimension::MoneyPerArea(Currency::Cny), 1, 10_000),
    unit("元/平方米", Dimension::MoneyPerArea(Currency::Cny)),
    sized("元/平方公里", Dimension::MoneyPerArea(Currency::Cny), 1, 1_000_000),
    unit("元/人", Dimension::MoneyPerPerson(Currency::Cny)),
    sized("件/万人", Dimension::CountPerPeople, 1, 10_000),
    sized("个/万人", Dimension::CountPerPeople, 1, 10_000),
    sized("家/万人", Dimension::CountPerPeople, 1, 10_000),
    sized("户/千人", Dimension::CountPerPeople, 1, 1000),
    unit("微克/立方米", Dimension::Concentration),
    sized("毫克/立方米", Dimension::Concentration, 1000, 1),
    // things, whatever their counting word
    count("家"),
    count("户"),
    count("个"),
    count("件"),
    count("项"),
    count("次"),
    count("场"),
    count("宗"),
    count("条"),
    count("批"),
    count("支"),
    count("处"),
    count("所"),
    count("种"),
    count("只"),
    count("笔"),
    count("份"),
    count("架"),
    count("辆"),
    count("台"),
    count("套"),
    count("座"),
    count("栋"),
    count("幢"),
    count("起"),
    count("例"),
    count("款"),
    count("篇"),
    count("期"),
    count("张"),
    count("间"),
    count("门"),
    count("类"),
    count("轮"),
    count("班"),
    count("列"),
    count("艘"),
    count("部"),
    count("幅"),
    count("本"),
    count("册"),
    count("块"),
    count("片"),
    count("对"),
    count("组"),
    count("队"),
    count("档"),
    count("步"),
    count("站"),
    count("枚"),
    count("株"),
    count("头"),
    count("单"),
    count("道"),
    count("节"),
    count("国别"),
    count("个国别"),
    count("环节"),
    count("个环节"),
    count("场次"),
    count("批次"),
    count("架次"),
    count("班次"),
    count("车次"),
    count("列次"),
    count("台次"),
    count("辆次"),
    count("台套"),
    count("台(套)"),
];
