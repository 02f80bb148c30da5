//! 四象限 in words.

use std::sync::Arc;

use crate::{
    benchmark::{ChangeMeasure, Interval},
    dataset::{Indicator, Observation, Period, Polarity, Region, Unit, decimal::count},
    figure::{AxisKind, Cut, PaceName, Quadrant, QuadrantAxis, QuadrantChart, QuadrantFinding, QuadrantLabel, QuadrantName, QuadrantPoint},
    words::{Words, number::difference_unit, sentence::sentences},
};

sentences! {
    /// What is said of quadrants.
    enum Four {
        // names: two indicators
        BothBetter = "两项均优" | "兩項均優" | "Better on both";
        OneBetter = "仅{one}占优" | "僅{one}佔優" | "Better: {one}";
        BothWorse = "两项均待提升" | "兩項均待提升" | "Room to improve on both";
        BothHigh = "两项均高" | "兩項均高" | "High on both";
        OneHigh = "仅{one}较高" | "僅{one}較高" | "High: {one}";
        BothLow = "两项均低" | "兩項均低" | "Low on both";
        BothUp = "双上升" | "雙上升" | "Both up";
        OneUp = "仅{one}上升" | "僅{one}上升" | "Up: {one}";
        OneDown = "仅{other}下降" | "僅{other}下降" | "Down: {other}";
        BothDown = "双下降" | "雙下降" | "Both down";
        // names: a level and its change
        HighFastRise = "高位快增" | "高位快增" | "High, rising fast";
        HighSlowRise = "高位慢增" | "高位慢增" | "High, rising slowly";
        HighSlowRiseOrFall = "高位慢增或降" | "高位慢增或降" | "High, rising slowly or falling";
        HighFastFall = "高位快降" | "高位快降" | "High, falling fast";
        HighSlowFall = "高位慢降" | "高位慢降" | "High, falling slowly";
        HighSlowFallOrRise = "高位慢降或增" | "高位慢降或增" | "High, falling slowly or rising";
        HighRise = "高位上升" | "高位上升" | "High, rising";
        HighFall = "高位下降" | "高位下降" | "High, falling";
        LowFastRise = "低位快增" | "低位快增" | "Low, rising fast";
        LowSlowRise = "低位慢增" | "低位慢增" | "Low, rising slowly";
        LowSlowRiseOrFall = "低位慢增或降" | "低位慢增或降" | "Low, rising slowly or falling";
        LowFastFall = "低位快降" | "低位快降" | "Low, falling fast";
        LowSlowFall = "低位慢降" | "低位慢降" | "Low, falling slowly";
        LowSlowFallOrRise = "低位慢降或增" | "低位慢降或增" | "Low, falling slowly or rising";
        LowRise = "低位上升" | "低位上升" | "Low, rising";
        LowFall = "低位下降" | "低位下降" | "Low, falling";
        Quoted = "“{name}”" | "「{name}」" | "‘{name}’";
        // title
        Nothing = "{what}：暂无可比数据" | "{what}：暫無可比數據" | "{what}: no comparable figures yet";
        Only = "仅{place}两项都有可比数据" | "僅{place}兩項都有可比數據" | "Only {place} has comparable figures of both";
        HomeAlone = "{home}处于{name}象限" | "{home}處於{name}象限" | "{home} is in the quadrant {name}";
        HomeShared = "{home}处于{name}象限，同在的有{places}" | "{home}處於{name}象限，同在的有{places}" | "{home} is in the quadrant {name}, along with {places}";
        HomeOpen = "{home}接近界线，暂归{name}象限" | "{home}接近界線，暫歸{name}象限" | "{home} is close to the line, for now in {name}";
        HomeBothDown = "{home}两项实现双下降" | "{home}兩項實現雙下降" | "{home} brought both down";
        HomeBothDownShared = "{home}两项实现双下降，同样的有{places}" | "{home}兩項實現雙下降，同樣的有{places}" | "{home} brought both down, as did {places}";
        Group = "{places}处于{name}象限" | "{places}處於{name}象限" | "{places}: {name}";
        AndOthers = "{places}等{n}地" | "{places}等{n}地" | "{places} and others ({n})";
        // axes
        And = "{x}与{y}" | "{x}與{y}" | "{x} and {y}";
        Level = "{indicator}" | "{indicator}" | "{indicator}";
        Growth = "{indicator}增速" | "{indicator}增速" | "{indicator}, growth";
        Change = "{indicator}变化" | "{indicator}變化" | "{indicator}, change";
        OwnGrowth = "其增速" | "其增速" | "its growth";
        OwnChange = "其变化" | "其變化" | "its change";
        Zero = "零" | "零" | "zero";
        WithUnit = "{what}（{unit}）" | "{what}（{unit}）" | "{what} ({unit})";
        WithPeriod = "{what}，{period}" | "{what}，{period}" | "{what}, {period}";
        Since = "{since}至{period}" | "{since}至{period}" | "{since} to {period}";
        HigherBetter = "越高越好" | "越高越好" | "higher is better";
        LowerBetter = "越低越好" | "越低越好" | "lower is better";
        Median = "中位数 {value}" | "中位數 {value}" | "Median {value}";
        Through = "{place} {value}" | "{place} {value}" | "{place} {value}";
        CutMedian = "以中位数为界" | "以中位數為界" | "cut at the medians";
        CutBenchmark = "以{place}为界" | "以{place}為界" | "cut at {place}";
        CutZero = "以零为界" | "以零為界" | "cut at zero";
        CutMixed = "以中位数和零为界" | "以中位數和零為界" | "cut at the median and at zero";
        PlacesCut = "{n}个可比地区，{cut}" | "{n}個可比地區，{cut}" | "{n} comparable places, {cut}";
        // told and reading
        ToldValue = "{what}：{value}" | "{what}：{value}" | "{what}: {value}";
        About = "约{n}" | "約{n}" | "about {n}";
        ToldOpen = "{name}（区间跨过界线）" | "{name}（區間跨過界線）" | "{name} (its interval crosses the line)";
        OnBoth = "界线所在" | "界線所在" | "The lines run here";
        ReadCut = "{n}个地区{what}都有可比数据，分成四个象限：{x}以{a}为界，{y}以{b}为界。" | "{n}個地區{what}都有可比數據，分成四個象限：{x}以{a}為界，{y}以{b}為界。" | "{n} places have comparable figures of {what}; the quadrants are divided at {a} for {x} and at {b} for {y}.";
        ReadZero = "{n}个地区{what}都有可比数据，按升降分成四个象限。" | "{n}個地區{what}都有可比數據，按升降分成四個象限。" | "{n} places have comparable figures of {what}; the four quadrants tell what rose and what fell.";
        ReadQuadrant = "{name}有{n}个：{places}。" | "{name}有{n}個：{places}。" | "{name} ({n}): {places}.";
        ReadHome = "{home}的{x}为{a}，{y}为{b}，处于{name}象限。" | "{home}的{x}為{a}，{y}為{b}，處於{name}象限。" | "{home} is in {name}: {x} {a}; {y} {b}.";
        ReadHomeMissing = "{home}缺少可比数据，没有画出。" | "{home}缺少可比數據，沒有畫出。" | "{home} lacks comparable figures and is not drawn.";
        ReadOpen = "{places}的数值是区间并跨过界线，所在象限不能完全确定。" | "{places}的數值是區間並跨過界線，所在象限不能完全確定。" | "Figures of {places} are intervals that cross a line, so their quadrant is open.";
        ReadNothing = "所选地区没有两项都可比的数据。" | "所選地區沒有兩項都可比的數據。" | "None of these places has comparable figures of both.";
        // table and notes
        HeadQuadrant = "象限" | "象限" | "Quadrant";
        NoteLackingLevel = "缺少可比的{indicator}数据，未画出：{places}。" | "缺少可比的{indicator}數據，未畫出：{places}。" | "Not drawn for lack of a comparable figure ({indicator}): {places}.";
        NoteLackingChange = "缺少前后两期可比的{indicator}数据，未画出：{places}。" | "缺少前後兩期可比的{indicator}數據，未畫出：{places}。" | "Not drawn for lack of comparable figures of both periods ({indicator}): {places}.";
        NoteWhiskers = "细线：带“超”“近”“余”“约”等字样的数值所在的区间（如{example}为{low}至{high}）。" | "細線：帶「超」「近」「餘」「約」等字樣的數值所在的區間（如{example}為{low}至{high}）。" | "Thin lines: the intervals of figures published as ‘over’, ‘nearly’ or ‘about’ ({example}: {low} to {high}).";
        NoteOnLine = "正在界线上的计入较优一侧：{places}。" | "正在界線上的計入較優一側：{places}。" | "On a line, and counted to its better side: {places}.";
        NoteRedefined = "前后两期的口径不同，变化仅供参考。" | "前後兩期的口徑不同，變化僅供參考。" | "The definition differs between the two periods; changes are for reference only.";
    }
}

pub(in crate::words) fn title(words: Words, chart: &QuadrantChart) -> String {
    match &chart.finding {
        QuadrantFinding::Nothing => words.say(Four::Nothing, "what", &[&both(words, chart)]),
        QuadrantFinding::Only(region) => words.say(Four::Only, "place", &[words.place(region)]),
        QuadrantFinding::Home { quadrant, certain, shared } => {
            let home = chart.home.as_ref().map_or("", |home| words.place(home));
            let down = chart.name(*quadrant) == QuadrantName::Moves { x: false, y: false };
            let phrase = match (certain, down, shared.is_empty()) {
                (false, ..) => Four::HomeOpen,
                (true, true, true) => Four::HomeBothDown,
                (true, true, false) => Four::HomeBothDownShared,
                (true, false, true) => Four::HomeAlone,
                (true, false, false) => Four::HomeShared,
            };
            let name = quoted(words, chart, *quadrant);
            words.say(phrase, "home name places", &[home, &name, &some(words, shared)])
        }
        QuadrantFinding::Group { quadrant, places } => {
            words.say(Four::Group, "places name", &[&some(words, places), &quoted(words, chart, *quadrant)])
        }
    }
}

/// Both of what is compared, in a few words.
fn both(words: Words, chart: &QuadrantChart) -> String {
    words.say(Four::And, "x y", &[&words.axis_subject(&chart.x), &vertical(words, chart)])
}

/// What the vertical axis shows, beside the horizontal one: of one indicator, its growth.
fn vertical(words: Words, chart: &QuadrantChart) -> String {
    match chart.y.kind {
        AxisKind::Change(measure, _) if chart.x.indicator.id == chart.y.indicator.id => {
            words.plain(if measure == ChangeMeasure::Growth { Four::OwnGrowth } else { Four::OwnChange })
        }
        _ => words.axis_subject(&chart.y),
    }
}

/// The first three names of a list, and how many it has.
#[inline(never)]
fn some(words: Words, places: &[Arc<Region>]) -> String {
    const SHOWN: usize = 3;
    let mut names = Vec::new();
    for place in places.iter().take(SHOWN) {
        names.push(words.place(place));
    }
    let list = words.list(&names);
    if places.len() > SHOWN { words.say(Four::AndOthers, "places n", &[&list, &count(places.len())]) } else { list }
}

/// A quadrant's name in quotation marks.
fn quoted(words: Words, chart: &QuadrantChart, quadrant: Quadrant) -> String {
    words.say(Four::Quoted, "name", &[&words.quadrant_name(chart, quadrant)])
}

pub(in crate::words) fn subtitle(words: Words, chart: &QuadrantChart) -> Vec<String> {
    let cut = match (&chart.x.cut, &chart.y.cut) {
        (Cut::Benchmark(region), _) => words.say(Four::CutBenchmark, "place", &[words.place(region)]),
        (Cut::Median, Cut::Zero) => words.plain(Four::CutMixed),
        (Cut::Zero, _) => words.plain(Four::CutZero),
        _ => words.plain(Four::CutMedian),
    };
    let x = words.with_head(words.axis_subject(&chart.x), axis_unit(&chart.x));
    let y = words.with_head(vertical(words, chart), axis_unit(&chart.y));
    let what = words.say(Four::And, "x y", &[&x, &y]);
    let since = if let AxisKind::Change(_, since) = chart.y.kind { since } else { None };
    let what = if chart.x.period == chart.y.period { words.dated(what, since, chart.x.period) } else { what };
    vec![what, words.say(Four::PlacesCut, "n cut", &[&count(chart.points.len()), &cut])]
}

pub(in crate::words) fn reading(words: Words, chart: &QuadrantChart) -> Vec<String> {
    if chart.points.is_empty() {
        return vec![words.plain(Four::ReadNothing)];
    }
    let (n, what) = (count(chart.points.len()), both(words, chart));
    let (x, y) = (words.axis_subject(&chart.x), vertical(words, chart));
    let mut sentences = vec![if chart.moves() {
        words.say(Four::ReadZero, "n what", &[&n, &what])
    } else {
        let at =
            |axis: &QuadrantAxis| if matches!(axis.cut, Cut::Zero) { words.plain(Four::Zero) } else { words.axis_value(axis, axis.at) };
        let (a, b) = (at(&chart.x), at(&chart.y));
        words.say(Four::ReadCut, "n what x a y b", &[&n, &what, &x, &a, &y, &b])
    }];
    for quadrant in Quadrant::ALL {
        let mut names = Vec::new();
        for point in chart.places(quadrant) {
            names.push(words.place(&point.region));
        }
        if !names.is_empty() {
            let name = quoted(words, chart, quadrant);
            sentences.push(words.say(Four::ReadQuadrant, "name n places", &[&name, &count(names.len()), &words.list(&names)]));
        }
    }
    let own = chart.points.iter().find(|point| point.is_home);
    match (own, &chart.home) {
        (Some(own), _) if !own.is_benchmark => {
            let (a, b) = (words.point_value(&chart.x, own, &own.x), words.point_value(&chart.y, own, &own.y));
            let name = quoted(words, chart, own.quadrant);
            sentences.push(words.say(Four::ReadHome, "home x a y b name", &[words.place(&own.region), &x, &a, &y, &b, &name]));
        }
        (None, Some(home)) => sentences.push(words.say(Four::ReadHomeMissing, "home", &[words.place(home)])),
        _ => {}
    }
    let mut open = Vec::new();
    for point in chart.points.iter().filter(|point| !point.certain && !point.is_benchmark) {
        open.push(words.place(&point.region));
    }
    if !open.is_empty() {
        sentences.push(words.say(Four::ReadOpen, "places", &[&words.list(&open)]));
    }
    sentences
}

/// A name out of context: 仅败诉率占优.
#[inline(never)]
fn name_of(words: Words, name: &QuadrantName, x: &Indicator, y: &Indicator) -> String {
    let (x_name, y_name) = (words.indicator(x), words.indicator(y));
    let pair = |both: [Four; 4], x: bool, y: bool| {
        let [neither, first, second, all] = both;
        let (phrase, one, other) = match (x, y) {
            (false, false) => (neither, "", ""),
            (true, false) => (first, x_name, y_name),
            (false, true) => (second, y_name, x_name),
            (true, true) => (all, "", ""),
        };
        words.say(phrase, "one other", &[one, other])
    };
    match name {
        QuadrantName::Standing { x, y } => pair([Four::BothWorse, Four::OneBetter, Four::OneBetter, Four::BothBetter], *x, *y),
        QuadrantName::Size { x, y } => pair([Four::BothLow, Four::OneHigh, Four::OneHigh, Four::BothHigh], *x, *y),
        QuadrantName::Moves { x: up, y: y_up } => {
            // what is better lower is named for its fall
            let of = |other: &Indicator| if other.polarity == Polarity::Lower { Four::OneDown } else { Four::OneUp };
            pair([Four::BothDown, of(y), of(x), Four::BothUp], *up, *y_up)
        }
        QuadrantName::Pace { high, pace } => words.plain(match (high, pace) {
            (true, PaceName::FastRise) => Four::HighFastRise,
            (true, PaceName::SlowRise) => Four::HighSlowRise,
            (true, PaceName::SlowRiseOrFall) => Four::HighSlowRiseOrFall,
            (true, PaceName::FastFall) => Four::HighFastFall,
            (true, PaceName::SlowFall) => Four::HighSlowFall,
            (true, PaceName::SlowFallOrRise) => Four::HighSlowFallOrRise,
            (true, PaceName::Rise) => Four::HighRise,
            (true, PaceName::Fall) => Four::HighFall,
            (false, PaceName::FastRise) => Four::LowFastRise,
            (false, PaceName::SlowRise) => Four::LowSlowRise,
            (false, PaceName::SlowRiseOrFall) => Four::LowSlowRiseOrFall,
            (false, PaceName::FastFall) => Four::LowFastFall,
            (false, PaceName::SlowFall) => Four::LowSlowFall,
            (false, PaceName::SlowFallOrRise) => Four::LowSlowFallOrRise,
            (false, PaceName::Rise) => Four::LowRise,
            (false, PaceName::Fall) => Four::LowFall,
        }),
    }
}

impl Words {
    /// What a quadrant is called.
    pub(crate) fn quadrant_name(self, chart: &QuadrantChart, quadrant: Quadrant) -> String {
        name_of(self, &chart.name(quadrant), &chart.x.indicator, &chart.y.indicator)
    }

    /// What an axis shows, without unit and period.
    fn axis_subject(self, axis: &QuadrantAxis) -> String {
        self.subject(&axis.indicator, axis.kind)
    }

    fn subject(self, indicator: &Indicator, kind: AxisKind) -> String {
        let phrase = match kind {
            AxisKind::Level => Four::Level,
            AxisKind::Change(ChangeMeasure::Growth, _) => Four::Growth,
            AxisKind::Change(ChangeMeasure::Difference, _) => Four::Change,
        };
        self.say(phrase, "indicator", &[self.indicator(indicator)])
    }

    /// What an axis shows, in which unit, and when.
    #[inline(never)]
    pub(crate) fn axis_title(self, axis: &QuadrantAxis) -> String {
        let since = if let AxisKind::Change(_, since) = axis.kind { since } else { None };
        self.dated(self.with_head(self.axis_subject(axis), axis_unit(axis)), since, axis.period)
    }

    fn with_head(self, what: String, unit: Unit) -> String {
        match self.unit(unit) {
            unit if unit.is_empty() => what,
            unit => self.say(Four::WithUnit, "what unit", &[&what, &unit]),
        }
    }

    fn dated(self, what: String, since: Option<Period>, period: Option<Period>) -> String {
        let Some(period) = period else { return what };
        let period = self.period(period);
        let when = since.map_or_else(|| period.clone(), |since| self.say(Four::Since, "since period", &[&self.period(since), &period]));
        self.say(Four::WithPeriod, "what period", &[&what, &when])
    }

    /// Which way of an axis is better; `None` where neither is.
    pub(crate) fn axis_direction(self, axis: &QuadrantAxis) -> Option<String> {
        match axis.indicator.polarity {
            Polarity::Higher => Some(self.plain(Four::HigherBetter)),
            Polarity::Lower => Some(self.plain(Four::LowerBetter)),
            Polarity::Nearest(_) | Polarity::None => None,
        }
    }

    /// A number on an axis, without its unit.
    pub(crate) fn axis_amount(self, axis: &QuadrantAxis, value: f64, decimals: u8) -> String {
        if axis.is_change() { self.signed(value, decimals, axis.unit()) } else { self.amount(value, decimals, axis.unit()) }
    }

    /// The label of the line across an axis; `None` at zero, which the axis itself says.
    pub(crate) fn cut_label(self, axis: &QuadrantAxis) -> Option<String> {
        let value = || self.axis_amount(axis, axis.at, axis.decimals);
        match &axis.cut {
            Cut::Median => Some(self.say(Four::Median, "value", &[&value()])),
            Cut::Benchmark(region) => Some(self.say(Four::Through, "place value", &[self.place(region), &value()])),
            Cut::Zero => None,
        }
    }

    /// A number on an axis with its unit.
    fn axis_value(self, axis: &QuadrantAxis, value: f64) -> String {
        self.with_unit(&self.axis_amount(axis, value, axis.decimals), axis_unit(axis))
    }

    /// A place's number on an axis: a figure as published, a change as computed.
    #[inline(never)]
    fn point_value(self, axis: &QuadrantAxis, point: &QuadrantPoint, at: &Interval) -> String {
        if axis.is_change() {
            let value = self.axis_value(axis, at.point);
            return if at.is_exact() { value } else { self.say(Four::About, "n", &[&value]) };
        }
        let mut latest: Option<&Arc<Observation>> = None;
        for figure in point.figures.iter().filter(|figure| figure.indicator.id == axis.indicator.id) {
            if latest.is_none_or(|known| known.period.end() <= figure.period.end()) {
                latest = Some(figure);
            }
        }
        let figure = latest.and_then(|figure| figure.quantity.map(|quantity| self.full_figure(&quantity, &figure.text)));
        figure.unwrap_or_else(|| self.axis_value(axis, at.point))
    }

    /// What is told of one place.
    #[inline(never)]
    pub(crate) fn quadrant_told(self, chart: &QuadrantChart, point: &QuadrantPoint) -> Vec<String> {
        let mut told = vec![self.place(&point.region).to_owned()];
        for (axis, at) in [(&chart.x, &point.x), (&chart.y, &point.y)] {
            let value = self.point_value(axis, point, at);
            told.push(self.say(Four::ToldValue, "what value", &[&self.axis_subject(axis), &value]));
        }
        told.push(if point.is_benchmark {
            self.plain(Four::OnBoth)
        } else {
            certainly(self, self.quadrant_name(chart, point.quadrant), point.certain)
        });
        let mut sources = Vec::new();
        for figure in &point.figures {
            let line = self.source_line(&figure.source, figure.locator.as_deref());
            if !sources.contains(&line) {
                sources.push(line);
            }
        }
        told.append(&mut sources);
        told
    }
}

/// The unit of an axis's numbers by name: differences of percentages are in percentage points.
fn axis_unit(axis: &QuadrantAxis) -> Unit {
    if matches!(axis.kind, AxisKind::Change(ChangeMeasure::Difference, _)) { difference_unit(axis.unit()) } else { axis.unit() }
}

fn certainly(words: Words, name: String, certain: bool) -> String {
    if certain { name } else { words.say(Four::ToldOpen, "name", &[&name]) }
}

#[inline(never)]
pub(in crate::words) fn label(words: Words, label: &QuadrantLabel) -> String {
    let names = |places: &[Arc<Region>]| {
        let mut names = Vec::new();
        for place in places {
            names.push(words.place(place));
        }
        words.list(&names)
    };
    match label {
        QuadrantLabel::ValueIn(indicator, period) => {
            words.dated(words.with_head(words.subject(indicator, AxisKind::Level), indicator.unit), None, *period)
        }
        QuadrantLabel::ChangeSince(indicator, measure, since) => {
            let unit = if *measure == ChangeMeasure::Growth { Unit::PERCENT } else { difference_unit(indicator.unit) };
            words.with_head(words.subject(indicator, AxisKind::Change(*measure, *since)), unit)
        }
        QuadrantLabel::Quadrant => words.plain(Four::HeadQuadrant),
        QuadrantLabel::Named(name, x, y, certain) => certainly(words, name_of(words, name, x, y), *certain),
        QuadrantLabel::OnBoth => words.plain(Four::OnBoth),
        QuadrantLabel::Lacking(indicator, kind, places) => {
            let phrase = if matches!(kind, AxisKind::Level) { Four::NoteLackingLevel } else { Four::NoteLackingChange };
            words.say(phrase, "indicator places", &[words.indicator(indicator), &names(places)])
        }
        QuadrantLabel::Whiskers(example) => {
            let end = |value| words.bound(value, example);
            let example_text = words.full_figure(example, "");
            words.say(Four::NoteWhiskers, "example low high", &[&example_text, &end(example.low()), &end(example.high())])
        }
        QuadrantLabel::OnLine(places) => words.say(Four::NoteOnLine, "places", &[&names(places)]),
        QuadrantLabel::OtherDefinition => words.plain(Four::NoteRedefined),
    }
}
