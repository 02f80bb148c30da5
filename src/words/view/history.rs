//! 位次变化 in words.

use crate::{
    dataset::{LocalText, Period, Region, TargetKind, decimal::count},
    figure::{HistoryChart, HistoryFinding, HistoryLabel, RankBand, RankLine, RankPanel, RankPoint},
    trajectory::Met,
    words::{Words, sentence::sentences},
};

sentences! {
    /// What is said of ranks over time.
    enum Past {
        // title
        Nothing = "{indicator}：暂无可比位次" | "{indicator}：暫無可比位次" | "{indicator}: no comparable ranks yet";
        NoPolarity = "{indicator}不分优劣，没有位次" | "{indicator}不分優劣，沒有位次" | "{indicator}: neither way is better, so there are no ranks";
        Leader = "{place}{indicator}在{of}期中{times}次居首位" | "{place}{indicator}在{of}期中{times}次居首位" | "{indicator}: {place} came first in {times} of {of} periods";
        LeaderOnce = "{place}{indicator}居首位" | "{place}{indicator}居首位" | "{indicator}: {place} comes first";
        Once = "{home}{indicator}{among}居{rank}{tail}" | "{home}{indicator}{among}居{rank}{tail}" | "{indicator}: {home} is {rank}{among}{tail}";
        Steady = "{home}{indicator}{among}一直居{rank}{tail}" | "{home}{indicator}{among}一直居{rank}{tail}" | "{indicator}: {home} stayed at {rank}{among}{tail}";
        Rose = "{home}{indicator}{among}由{from}升至{rank}{tail}" | "{home}{indicator}{among}由{from}升至{rank}{tail}" | "{indicator}: {home} rose from {from} to {rank}{among}{tail}";
        Fell = "{home}{indicator}{among}由{from}降至{rank}{tail}" | "{home}{indicator}{among}由{from}降至{rank}{tail}" | "{indicator}: {home} fell from {from} to {rank}{among}{tail}";
        Back = "{home}{indicator}{among}首尾均居{rank}{tail}" | "{home}{indicator}{among}首尾均居{rank}{tail}" | "{indicator}: {home} is back at {rank}{among}{tail}";
        InScope = "在{scope}" | "在{scope}" | " ({scope})";
        InPlaces = "在{n}地中" | "在{n}地中" | " of {n}";
        TailStretch = "，达到争{rank}的目标" | "，達到爭{rank}的目標" | ", reaching the {rank} it strives for";
        TailKept = "，达到保{rank}的目标" | "，達到保{rank}的目標" | ", keeping its commitment of {rank}";
        TailMissed = "，未达到保{rank}的目标" | "，未達到保{rank}的目標" | ", short of its commitment of {rank}";
        TailOpen = "，能否保{rank}尚难确定" | "，能否保{rank}尚難確定" | "; whether that keeps {rank} is open";
        TailBest = "，为{n}期最好" | "，為{n}期最好" | ", its best in {n} periods";
        TailEarlier = "，最好时为{rank}" | "，最好時為{rank}" | "; its best was {rank}";
        TailField = "（参加排位的地区前后不同）" | "（參加排位的地區前後不同）" | " (among changing places)";
        // subtitle and panel
        Span = "{from}—{to}" | "{from}—{to}" | "{from}–{to}";
        AmongScope = "位次范围：{scope}" | "位次範圍：{scope}" | "Ranked among: {scope}";
        AmongNamed = "位次范围：{scope}（{definition}）" | "位次範圍：{scope}（{definition}）" | "Ranked among: {scope} ({definition})";
        AmongUnknown = "来源未写明位次范围" | "來源未寫明位次範圍" | "The source does not say among whom";
        AmongPlaces = "{n}个可比地区中的位次" | "{n}個可比地區中的位次" | "rank among {n} comparable places";
        Promise = "目标：{deadline}{promise}" | "目標：{deadline}{promise}" | "target for {deadline}: {promise}";
        PromiseOf = "{place}目标：{promise}" | "{place}目標：{promise}" | "{place} target: {promise}";
        Commit = "保{rank}" | "保{rank}" | "commit to {rank}";
        Stretch = "争{rank}" | "爭{rank}" | "strive for {rank}";
        // axis
        FirstHalf = "上半年" | "上半年" | "H1";
        SecondHalf = "下半年" | "下半年" | "H2";
        // told
        ToldAt = "{period}：{rank}" | "{period}：{rank}" | "{period}: {rank}";
        ToldAmong = "{period}：{rank}（{n}个可比地区）" | "{period}：{rank}（{n}個可比地區）" | "{period}: {rank} of {n}";
        ToldUp = "比上一期上升{n}位" | "比上一期上升{n}位" | "up {n} on the period before";
        ToldDown = "比上一期下降{n}位" | "比上一期下降{n}位" | "down {n} on the period before";
        ToldSame = "与上一期相同" | "與上一期相同" | "as in the period before";
        ToldOther = "参加排位的地区与上一期不同" | "參加排位的地區與上一期不同" | "other places are ranked than in the period before";
        // reading
        ReadSteps = "{home}{indicator}{among}的位次：{steps}。" | "{home}{indicator}{among}的位次：{steps}。" | "{home}, {indicator}{among}: {steps}.";
        ReadStated = "{home}{indicator}{among}：{steps}。" | "{home}{indicator}{among}：{steps}。" | "{home}, {indicator}{among}: {steps}.";
        ReadEnds = "{home}{indicator}{among}的位次，{since}为{from}，{until}为{rank}。" | "{home}{indicator}{among}的位次，{since}為{from}，{until}為{rank}。" | "{home}, {indicator}{among}: {from} in {since}, {rank} in {until}.";
        ReadStep = "{period}{rank}" | "{period}{rank}" | "{rank} in {period}";
        ReadUp = "前后相比上升{n}位，最好为{period}的{best}。" | "前後相比上升{n}位，最好為{period}的{best}。" | "Up {n} from first to last; the best was {best} in {period}.";
        ReadDown = "前后相比下降{n}位，最好为{period}的{best}。" | "前後相比下降{n}位，最好為{period}的{best}。" | "Down {n} from first to last; the best was {best} in {period}.";
        ReadSame = "前后位次相同，最好为{period}的{best}。" | "前後位次相同，最好為{period}的{best}。" | "First and last are the same; the best was {best} in {period}.";
        ReadFirst = "{period}居首位的是{place}。" | "{period}居首位的是{place}。" | "{place} comes first in {period}.";
        ReadNoHome = "{home}没有可比的位次。" | "{home}沒有可比的位次。" | "{home} has no comparable rank.";
        ReadTarget = "目标是{deadline}{promise}：{verdict}。" | "目標是{deadline}{promise}：{verdict}。" | "Target for {deadline} ({promise}): {verdict}.";
        VerdictStretch = "争的位次已达到" | "爭的位次已達到" | "what is striven for is reached";
        VerdictKept = "保的位次已达到" | "保的位次已達到" | "the commitment is kept";
        VerdictKeptOnly = "保的位次已达到，争的位次尚未达到" | "保的位次已達到，爭的位次尚未達到" | "the commitment is kept, what is striven for is not reached yet";
        VerdictMissed = "保的位次没有达到" | "保的位次沒有達到" | "the commitment is not kept";
        VerdictOpen = "位次是区间，能否达到不能确定" | "位次是區間，能否達到不能確定" | "the rank is an interval, so this is undecided";
        VerdictNone = "没有可对照的位次" | "沒有可對照的位次" | "there is no rank to hold against it";
        ReadOther = "{periods}参加排位的地区与前一期不同，位次变化可能由此而来。" | "{periods}參加排位的地區與前一期不同，位次變化可能由此而來。" | "Other places are ranked in {periods} than in the period before, which may be what changed ranks.";
        ReadNothing = "所选地区没有可比的位次。" | "所選地區沒有可比的位次。" | "There is no comparable rank of these places.";
        // table and notes
        HeadScope = "位次范围" | "位次範圍" | "Ranked among";
        HeadAmong = "可比地区数" | "可比地區數" | "Places ranked";
        HeadGained = "比上期升降" | "比上期升降" | "Places gained";
        NotePlaces = "※ {period}参加排位的地区与前一期不同（{change}），虚线两端的位次不宜直接比较。" | "※ {period}參加排位的地區與前一期不同（{change}），虛線兩端的位次不宜直接比較。" | "※ {period}: other places are ranked than before ({change}); ranks at the two ends of a dashed line do not compare.";
        NoteJoined = "新增{places}" | "新增{places}" | "new: {places}";
        NoteGone = "减少{places}" | "減少{places}" | "gone: {places}";
        NoteRedefined = "◇ {periods}的口径与前一期不同。" | "◇ {periods}的口徑與前一期不同。" | "◇ {periods}: the definition is not that of the period before.";
        NoteGaps = "{place}{periods}没有可比的位次，折线在此中断。" | "{place}{periods}沒有可比的位次，折線在此中斷。" | "{place} has no comparable rank in {periods}, where its line breaks.";
        NoteElsewhere = "{place}的目标（{scope}{promise}）与图中的位次不在同一范围，没有画出。" | "{place}的目標（{scope}{promise}）與圖中的位次不在同一範圍，沒有畫出。" | "{place}’s target ({promise}{scope}) is of a rank among others and is not drawn.";
        NoteOther = "{place}的目标不是此项的位次，没有画出。" | "{place}的目標不是此項的位次，沒有畫出。" | "{place}’s target is not a rank on this indicator and is not drawn.";
        NoteOpen = "浅色竖条：数值是区间，位次只能确定在这一范围之内。" | "淺色豎條：數值是區間，位次只能確定在這一範圍之內。" | "Pale bars: figures are intervals, so the rank is only known to lie in that range.";
        NoteDisputed = "{place}{periods}另有不同的位次见于来源，图中取最先列出的。" | "{place}{periods}另有不同的位次見於來源，圖中取最先列出的。" | "For {place}, another rank is stated for {periods}, too; the first is drawn.";
        NoteComputed = "位次由公开数据算出，只在有可比数据的地区之间排列。" | "位次由公開數據算出，只在有可比數據的地區之間排列。" | "Ranks are computed from published figures, among places that have comparable ones.";
    }
}

pub(in crate::words) fn title(words: Words, chart: &HistoryChart) -> String {
    let indicator = words.indicator(&chart.indicator);
    let (rank, from, phrase, tail) = match &chart.finding {
        HistoryFinding::Nothing => return words.say(Past::Nothing, "indicator", &[indicator]),
        HistoryFinding::NoPolarity => return words.say(Past::NoPolarity, "indicator", &[indicator]),
        HistoryFinding::Leader { region, of: 1, .. } => {
            return words.say(Past::LeaderOnce, "indicator place", &[indicator, words.place(region)]);
        }
        HistoryFinding::Leader { region, times, of } => {
            return words.say(Past::Leader, "indicator place times of", &[indicator, words.place(region), &count(*times), &count(*of)]);
        }
        HistoryFinding::Once { rank, .. } => (*rank, *rank, Past::Once, String::new()),
        HistoryFinding::Moved { from, to, steady: true, .. } => (*to, *from, Past::Steady, String::new()),
        HistoryFinding::Moved { from, to, best, same_field, .. } => {
            let phrase = match from.point.cmp(&to.point) {
                core::cmp::Ordering::Greater => Past::Rose,
                core::cmp::Ordering::Less => Past::Fell,
                core::cmp::Ordering::Equal => Past::Back,
            };
            let tail = if !same_field {
                words.plain(Past::TailField)
            } else if best.0.point == to.point && from.point > to.point {
                words.say(Past::TailBest, "n", &[&count(periods(chart))])
            } else if best.0.point < from.point.min(to.point) {
                words.say(Past::TailEarlier, "rank", &[&words.rank(best.0)])
            } else {
                String::new()
            };
            (*to, *from, phrase, tail)
        }
    };
    let panel = chart.panels.first();
    let tail = panel.and_then(|panel| panel.band.as_ref()).and_then(|band| promise_tail(words, band)).unwrap_or(tail);
    let home = chart.home.as_ref().map_or("", |home| words.place(home));
    let among = panel.map(|panel| among(words, panel)).unwrap_or_default();
    words.say(phrase, "indicator home among from rank tail", &[indicator, home, &among, &words.rank(from), &words.rank(rank), &tail])
}

/// How many periods the first panel has.
fn periods(chart: &HistoryChart) -> usize {
    chart.panels.first().map_or(0, |panel| panel.columns.len())
}

/// Whether the promise holds, at the end of a title.
#[inline(never)]
fn promise_tail(words: Words, band: &RankBand) -> Option<String> {
    let (commit, stretch) = band.held?;
    if let (Some(Met::Yes), Some(best)) = (stretch, band.stretch) {
        return Some(words.say(Past::TailStretch, "rank", &[&words.rank(whole(best))]));
    }
    let phrase = match commit {
        Met::Yes => Past::TailKept,
        Met::No => Past::TailMissed,
        Met::Undecided => Past::TailOpen,
    };
    Some(words.say(phrase, "rank", &[&words.rank(whole(band.commit))]))
}

fn whole(rank: u32) -> crate::benchmark::Rank {
    crate::benchmark::Rank { point: rank, best: rank, worst: rank }
}

/// Among whom, within a sentence: 在安徽省, 在9地中. Empty where their number changes or no source says it.
#[inline(never)]
fn among(words: Words, panel: &RankPanel) -> String {
    if let Some(scope) = &panel.scope {
        return words.say(Past::InScope, "scope", &[scope.get(words.lang)]);
    }
    match fewest_and_most(panel) {
        Some((fewest, most)) if fewest == most => words.say(Past::InPlaces, "n", &[&count(most)]),
        _ => String::new(),
    }
}

fn fewest_and_most(panel: &RankPanel) -> Option<(usize, usize)> {
    let mut ends: Option<(usize, usize)> = None;
    for among in panel.columns.iter().filter_map(|column| column.among) {
        ends = Some(ends.map_or((among, among), |(fewest, most)| (fewest.min(among), most.max(among))));
    }
    ends
}

pub(in crate::words) fn subtitle(words: Words, chart: &HistoryChart) -> Vec<String> {
    let mut parts = vec![words.indicator(&chart.indicator).to_owned()];
    let Some(panel) = chart.panels.first() else { return parts };
    if let (Some(first), Some(last)) = (panel.columns.first(), panel.columns.last()) {
        let span = if first.period == last.period {
            words.period(first.period)
        } else {
            words.say(Past::Span, "from to", &[&words.period(first.period), &words.period(last.period)])
        };
        parts = vec![parts.concat() + if words.is_english() { ", " } else { "，" } + &span];
    }
    if chart.panels.len() == 1 {
        parts.push(words.history_among(panel));
    }
    if let Some(band) = &panel.band {
        let promise = words.history_promise(band, false);
        parts.push(words.say(Past::Promise, "deadline promise", &[&words.period(band.target.deadline), &promise]));
    }
    parts
}

impl Words {
    /// What the ranks of a panel are among.
    #[inline(never)]
    pub(crate) fn history_among(self, panel: &RankPanel) -> String {
        let text = |text: &LocalText| text.get(self.lang).to_owned();
        match (&panel.scope, &panel.definition, fewest_and_most(panel)) {
            (Some(scope), Some(definition), _) => self.say(Past::AmongNamed, "scope definition", &[&text(scope), &text(definition)]),
            (Some(scope), None, _) => self.say(Past::AmongScope, "scope", &[&text(scope)]),
            (None, _, Some((fewest, most))) => {
                let n = if fewest == most { count(most) } else { [count(fewest), count(most)].join("–") };
                self.say(Past::AmongPlaces, "n", &[&n])
            }
            (None, _, None) => self.plain(Past::AmongUnknown),
        }
    }

    /// 保第2位、争第1位; with the place before where it is to stand alone.
    #[inline(never)]
    pub(crate) fn history_promise(self, band: &RankBand, with_place: bool) -> String {
        let promise = self.promised_ranks(band.commit, band.stretch);
        if with_place { self.say(Past::PromiseOf, "place promise", &[self.place(&band.target.region), &promise]) } else { promise }
    }

    fn promised_ranks(self, commit: u32, stretch: Option<u32>) -> String {
        let mut parts = vec![self.say(Past::Commit, "rank", &[&self.rank(whole(commit))])];
        if let Some(stretch) = stretch {
            parts.push(self.say(Past::Stretch, "rank", &[&self.rank(whole(stretch))]));
        }
        parts.join(self.comma())
    }

    /// The labels of the two edges of the promised band.
    pub(crate) fn history_edges(self, band: &RankBand) -> (String, Option<String>) {
        let label = |phrase, rank| self.say(phrase, "rank", &[&self.rank(whole(rank))]);
        (label(Past::Commit, band.commit), band.stretch.map(|stretch| label(Past::Stretch, stretch)))
    }

    /// A period under its column: what it is of its year, and the year; a year alone.
    #[inline(never)]
    pub(crate) fn history_tick(self, period: Period) -> (String, Option<String>) {
        let year = count(period.year().into());
        let part = match period {
            Period::Year(_) | Period::Months(..) => return (year, None),
            Period::Half(_, half) => self.plain(if half == 1 { Past::FirstHalf } else { Past::SecondHalf }),
            Period::Quarter(_, quarter) if self.is_english() => "Q".to_owned() + &count(quarter.into()),
            Period::Quarter(_, quarter) => {
                let numeral = ["一", "二", "三", "四"].get(usize::from(quarter).saturating_sub(1)).copied().unwrap_or_default();
                numeral.to_owned() + "季度"
            }
            // the year is what a period of this length ends or begins with
            Period::Month(_) | Period::Day(..) if self.is_english() => {
                let whole = self.period(period);
                whole.strip_suffix(&year).unwrap_or(&whole).trim().to_owned()
            }
            Period::Month(_) | Period::Day(..) => {
                let whole = self.period(period);
                whole.split_once('年').map_or(whole.as_str(), |(_, rest)| rest).to_owned()
            }
        };
        (part, Some(year))
    }

    /// What is told of one rank.
    #[inline(never)]
    pub(crate) fn history_told(self, chart: &HistoryChart, panel: &RankPanel, line: &RankLine, point: &RankPoint) -> Vec<String> {
        let mut told = vec![self.place(&line.region).to_owned()];
        let observation = &point.observation;
        let column = panel.columns.get(point.column);
        let (period, rank) = (self.period(observation.period), self.rank(point.rank));
        told.push(match column.and_then(|column| column.among) {
            Some(among) => self.say(Past::ToldAmong, "period rank n", &[&period, &rank, &count(among)]),
            None => self.say(Past::ToldAt, "period rank", &[&period, &rank]),
        });
        if let Some(gained) = point.gained {
            let phrase = match gained {
                1.. => Past::ToldUp,
                0 => Past::ToldSame,
                _ => Past::ToldDown,
            };
            told.push(self.say(phrase, "n", &[&count(gained.unsigned_abs() as usize)]));
        }
        if column.is_some_and(|column| !column.same_places()) {
            told.push(self.plain(Past::ToldOther));
        }
        if chart.stated && point.rank.is_open() && !observation.text.is_empty() {
            told.push(observation.text.clone());
        }
        if !chart.stated {
            let figure = self.full_figure(&point.quantity, &observation.text);
            told.push([self.indicator(&chart.indicator), " ", &figure].concat());
        }
        told.push(self.source_line(&observation.source, observation.locator.as_deref()));
        told
    }
}

/// Up to how many ranks a reading tells one by one.
const FEW: usize = 8;

pub(in crate::words) fn reading(words: Words, chart: &HistoryChart) -> Vec<String> {
    let Some(panel) = chart.panels.first() else { return vec![words.plain(Past::ReadNothing)] };
    let mut sentences = Vec::new();
    for panel in &chart.panels {
        if let Some(own) = panel.lines.iter().find(|line| line.is_home) {
            let first = sentences.is_empty();
            sentences.push(steps(words, chart, panel, own));
            // the finding is of the first panel
            sentences.extend(moved(words, chart).filter(|_| first));
        }
    }
    if let Some(home) = chart.home.as_ref().filter(|_| sentences.is_empty()) {
        sentences.push(words.say(Past::ReadNoHome, "home", &[words.place(home)]));
    }
    if !chart.stated
        && let Some(column) = panel.columns.len().checked_sub(1)
    {
        let first = |line: &&RankLine| line.points.iter().any(|point| point.column == column && point.rank.point == 1);
        let mut names = Vec::new();
        for line in panel.lines.iter().filter(first) {
            names.push(words.place(&line.region));
        }
        let period = panel.columns.last().map(|column| words.period(column.period)).unwrap_or_default();
        sentences.push(words.say(Past::ReadFirst, "period place", &[&period, &words.list(&names)]));
    }
    for panel in &chart.panels {
        if let Some(band) = panel.band.as_ref().filter(|band| chart.home.as_ref().is_some_and(|home| home.id == band.target.region.id)) {
            sentences.push(verdict(words, band));
        }
        let mut others = Vec::new();
        for column in panel.columns.iter().filter(|column| !column.same_places()) {
            others.push(words.period(column.period));
        }
        if !others.is_empty() {
            sentences.push(words.say(Past::ReadOther, "periods", &[&others.join(words.comma())]));
        }
    }
    sentences
}

/// Where a place stood in each period, or at both ends where there are many.
#[inline(never)]
fn steps(words: Words, chart: &HistoryChart, panel: &RankPanel, own: &RankLine) -> String {
    let of = |point: &RankPoint| panel.columns.get(point.column).map(|column| words.period(column.period)).unwrap_or_default();
    let (home, indicator, among) = (words.place(&own.region), words.indicator(&chart.indicator), among(words, panel));
    if let (Some(first), Some(last)) = (own.points.first(), own.points.last())
        && own.points.len() > FEW
    {
        let (from, to) = (words.rank(first.rank), words.rank(last.rank));
        let values = [home, indicator, &among, &of(first), &from, &of(last), &to];
        return words.say(Past::ReadEnds, "home indicator among since from until rank", &values);
    }
    let mut steps = Vec::new();
    for point in &own.points {
        steps.push(words.say(Past::ReadStep, "period rank", &[&of(point), &words.rank(point.rank)]));
    }
    // an indicator of ranks is called one
    let phrase = if chart.stated { Past::ReadStated } else { Past::ReadSteps };
    words.say(phrase, "home indicator among steps", &[home, indicator, &among, &steps.join(words.comma())])
}

/// How the first and the last compare, and the best.
#[inline(never)]
fn moved(words: Words, chart: &HistoryChart) -> Option<String> {
    let HistoryFinding::Moved { from, to, best, steady: false, .. } = &chart.finding else { return None };
    let gained = i64::from(from.point) - i64::from(to.point);
    let phrase = match gained {
        1.. => Past::ReadUp,
        0 => Past::ReadSame,
        _ => Past::ReadDown,
    };
    let n = count(gained.unsigned_abs() as usize);
    Some(words.say(phrase, "n period best", &[&n, &words.period(best.1), &words.rank(best.0)]))
}

#[inline(never)]
fn verdict(words: Words, band: &RankBand) -> String {
    let verdict = match band.held {
        None => Past::VerdictNone,
        Some((_, Some(Met::Yes))) => Past::VerdictStretch,
        Some((Met::Yes, Some(Met::No))) => Past::VerdictKeptOnly,
        Some((Met::Yes, _)) => Past::VerdictKept,
        Some((Met::No, _)) => Past::VerdictMissed,
        Some((Met::Undecided, _)) => Past::VerdictOpen,
    };
    let (deadline, promise) = (words.period(band.target.deadline), words.history_promise(band, false));
    words.say(Past::ReadTarget, "deadline promise verdict", &[&deadline, &promise, &words.plain(verdict)])
}

#[inline(never)]
pub(in crate::words) fn label(words: Words, label: &HistoryLabel) -> String {
    let names = |places: &[std::sync::Arc<Region>]| {
        let mut names = Vec::new();
        for place in places {
            names.push(words.place(place));
        }
        words.list(&names)
    };
    let told = |periods: &[Period]| {
        let mut told = Vec::new();
        for period in periods {
            told.push(words.period(*period));
        }
        told.join(words.comma())
    };
    match label {
        HistoryLabel::Scope => words.plain(Past::HeadScope),
        HistoryLabel::Among => words.plain(Past::HeadAmong),
        HistoryLabel::Gained => words.plain(Past::HeadGained),
        HistoryLabel::OtherPlaces { period, joined, gone } => {
            let mut change = Vec::new();
            for (phrase, places) in [(Past::NoteJoined, joined), (Past::NoteGone, gone)] {
                if !places.is_empty() {
                    change.push(words.say(phrase, "places", &[&names(places)]));
                }
            }
            let change = change.join(if words.is_english() { "; " } else { "，" });
            words.say(Past::NotePlaces, "period change", &[&words.period(*period), &change])
        }
        HistoryLabel::OtherDefinition(periods) => words.say(Past::NoteRedefined, "periods", &[&told(periods)]),
        HistoryLabel::Gaps(region, periods) => words.say(Past::NoteGaps, "place periods", &[words.place(region), &told(periods)]),
        HistoryLabel::TargetElsewhere(target) => match &target.kind {
            TargetKind::Rank { commit, stretch, scope: Some(scope) } => {
                let promise = words.promised_ranks(u32::from(*commit), stretch.map(u32::from));
                let scope = if words.is_english() { [", ", scope.get(words.lang)].concat() } else { scope.get(words.lang).to_owned() };
                words.say(Past::NoteElsewhere, "place scope promise", &[words.place(&target.region), &scope, &promise])
            }
            _ => words.say(Past::NoteOther, "place", &[words.place(&target.region)]),
        },
        HistoryLabel::OpenRanks => words.plain(Past::NoteOpen),
        HistoryLabel::Disputed(region, periods) => words.say(Past::NoteDisputed, "place periods", &[words.place(region), &told(periods)]),
        HistoryLabel::AmongPublished => words.plain(Past::NoteComputed),
    }
}
