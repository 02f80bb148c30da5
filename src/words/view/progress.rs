//! 目标进度 in words.

use super::promised::{asked, name};
use crate::{
    dataset::{
        TargetKind, Unit,
        decimal::{count, decimal},
    },
    figure::{AsOf, Judged, Latest, Measured, ProgressChart, ProgressLabel, ProgressRow, PromiseState},
    trajectory::{Caution, NoFinding},
    words::{Words, phrase::Phrase, sentence::sentences},
};

sentences! {
    /// What is said of a board of promises.
    enum Board {
        // title
        TitlePlace = "{place}{n}项目标：{list}" | "{place}{n}項目標：{list}" | "{place}, {n} targets: {list}";
        Title = "{n}项目标：{list}" | "{n}項目標：{list}" | "{n} targets: {list}";
        TitleNone = "没有可列出的目标" | "沒有可列出的目標" | "No targets to show";
        CountMet = "{n}项达到" | "{n}項達到" | "{n} met";
        CountOnTime = "{n}项进度正常" | "{n}項進度正常" | "{n} on schedule";
        CountBehind = "{n}项滞后" | "{n}項滯後" | "{n} behind schedule";
        CountMissed = "{n}项未达到" | "{n}項未達到" | "{n} not met";
        CountOpen = "{n}项尚难判断" | "{n}項尚難判斷" | "{n} undecided";
        CountNone = "{n}项未见公开数据" | "{n}項未見公開數據" | "{n} without figures";
        CountUnusable = "{n}项没有可用数据" | "{n}項沒有可用數據" | "{n} without usable figures";
        CountTasks = "{n}项任务" | "{n}項任務" | "tasks: {n}";
        AllMet = "均达到" | "均達到" | "all met";
        AllOnTime = "均进度正常" | "均進度正常" | "all on schedule";
        AllBehind = "均滞后" | "均滯後" | "all behind schedule";
        AllMissed = "均未达到" | "均未達到" | "none met";
        AllOpen = "均尚难判断" | "均尚難判斷" | "all undecided";
        AllNone = "均未见公开数据" | "均未見公開數據" | "none has figures";
        AllTasks = "均为任务" | "均為任務" | "all of them tasks";
        AllUnusable = "均没有可用数据" | "均沒有可用數據" | "none has usable figures";
        // subtitle
        Subject = "目标进度" | "目標進度" | "Progress on targets";
        Until = "截至{day}" | "截至{day}" | "as of {day}";
        UntilLatest = "截至{day}（最近数据所及）" | "截至{day}（最近數據所及）" | "as of {day}, the latest figure";
        // on the drawing
        SectionShare = "完成进度" | "完成進度" | "Done so far";
        SectionLevel = "保持的水平" | "保持的水平" | "Levels to keep";
        SectionNone = "没有可用数据" | "沒有可用數據" | "No usable figures";
        TimeGone = "时间过去{share}" | "時間過去{share}" | "{share} of time elapsed";
        TargetAxis = "目标 100%" | "目標 100%" | "Target 100%";
        // how it stands
        Done = "已完成" | "已完成" | "Met";
        Kept = "达到" | "達到" | "Met";
        OnTime = "正常" | "正常" | "On schedule";
        Behind = "滞后" | "滯後" | "Behind";
        FarBehind = "严重滞后" | "嚴重滯後" | "Far behind";
        Missed = "未完成" | "未完成" | "Not met";
        NotKept = "未达到" | "未達到" | "Not met";
        Undecided = "难以判定" | "難以判定" | "Undecided";
        Underway = "进行中" | "進行中" | "Under way";
        Unpublished = "期末数据未见公布" | "期末數據未見公布" | "End figure not published";
        NoData = "无数据" | "無數據" | "No data";
        Task = "任务" | "任務" | "Task";
        StateBehind = "{state} {n}个百分点" | "{state} {n}個百分點" | "{state} by {n} pp";
        StateWith = "{state}，{pace}" | "{state}，{pace}" | "{state}, {pace}";
        Ahead = "快{n}个百分点" | "快{n}個百分點" | "{n} pp ahead";
        Slow = "滞后{n}个百分点" | "滯後{n}個百分點" | "{n} pp behind";
        Even = "与时间同步" | "與時間同步" | "even with time";
        // why there is no figure
        OtherPeriod = "没有该时期的数据" | "沒有該時期的數據" | "No figure for this period";
        OtherScope = "位次范围不同" | "位次範圍不同" | "Ranked among others";
        NoBaseline = "基期未公布" | "基期未公布" | "Baseline not published";
        NoYearBefore = "没有上年数据" | "沒有上年數據" | "No figure of the year before";
        Overlap = "数据时段重叠" | "數據時段重疊" | "Figures overlap in time";
        Gap = "数据时段不连续" | "數據時段不連續" | "Figures leave a gap in time";
        NotAdditive = "数据不能相加" | "數據不能相加" | "Figures do not add up";
        Unusable = "无法计算" | "無法計算" | "Cannot be computed";
        TaskOnly = "任务，不以数值衡量" | "任務，不以數值衡量" | "A task, not measured by figures";
        // what is asked
        Asked = "目标 {asked}" | "目標 {asked}" | "target {asked}";
        // spoken points
        Deadline = "期限：{period}" | "期限：{period}" | "Deadline: {period}";
        DoneShare = "完成{share}" | "完成{share}" | "{share} done";
        // reading
        ReadAll = "截至{day}，{n}项目标中{list}。" | "截至{day}，{n}項目標中{list}。" | "As of {day}, of {n} targets: {list}.";
        ReadUndated = "{n}项目标中{list}。" | "{n}項目標中{list}。" | "Of {n} targets: {list}.";
        ReadPace = "{name}：{period}为{value}，完成目标（{asked}）的{share}，时间过去{elapsed}，{pace}。" | "{name}：{period}為{value}，完成目標（{asked}）的{share}，時間過去{elapsed}，{pace}。" | "{name}: {value} ({period}), {share} of the target ({asked}) with {elapsed} of the time elapsed, {pace}.";
        ReadLevel = "{name}：{period}为{value}，要求{asked}，{state}。" | "{name}：{period}為{value}，要求{asked}，{state}。" | "{name}: {value} ({period}), target {asked}: {state}.";
        ReadNone = "{names}未见公开数据，不作判断。" | "{names}未見公開數據，不作判斷。" | "Without published figures and not judged: {names}.";
        ReadUnusable = "{names}没有可用来判断的数据。" | "{names}沒有可用來判斷的數據。" | "Without a figure that can be used to judge: {names}.";
        Named = "{name}（{deadline}）" | "{name}（{deadline}）" | "{name} ({deadline})";
        AndMore = "{names}等{n}项" | "{names}等{n}項" | "{names} and others ({n} in all)";
        // table
        HeadPromise = "目标" | "目標" | "Target";
        HeadDeadline = "期限" | "期限" | "Deadline";
        HeadAsked = "目标值" | "目標值" | "Target value";
        HeadLatest = "最近数据" | "最近數據" | "Latest figure";
        HeadPeriod = "数据时期" | "數據時期" | "Period";
        HeadDone = "完成进度" | "完成進度" | "Done";
        HeadElapsed = "时间进度" | "時間進度" | "Time elapsed";
        HeadStatus = "状态" | "狀態" | "Status";
        // notes
        NoteColours = "不慢于序时进度为正常，慢10个百分点以内为滞后，慢10个百分点以上为严重滞后；时间算到数据所及的时点。" | "不慢於序時進度為正常，慢10個百分點以內為滯後，慢10個百分點以上為嚴重滯後；時間算到數據所及的時點。" | "On schedule: not behind the share of time elapsed; behind: by up to 10 percentage points; far behind: by more. Time counts up to the end of the figure’s own period.";
        NoteBaseline = "有基期的目标，完成进度是从基期到目标值已走完的部分。" | "有基期的目標，完成進度是從基期到目標值已走完的部分。" | "Where there is a baseline, the part done is that of the way from baseline to target.";
        NoteLevels = "阴影为目标要求的范围，圆点为最近公布的数值；各行刻度不同。" | "陰影為目標要求的範圍，圓點為最近公布的數值；各行刻度不同。" | "Shading is the range asked for, the dot the latest published figure; each row has a scale of its own.";
        NoteTasks = "另有{n}项任务没有数值，不在此列。" | "另有{n}項任務沒有數值，不在此列。" | "Tasks without a value, not shown here: {n}.";
        NoteDefinition = "{name}：口径不同的数值未计入。" | "{name}：口徑不同的數值未計入。" | "{name}: figures of another definition are left out.";
        NoteDisputed = "{name}：{period}另有不同的数值，取先列出的。" | "{name}：{period}另有不同的數值，取先列出的。" | "{name}: another value is stated for {period}; the first listed counts.";
        NoteSince = "{name}：来源未写明累计的起点。" | "{name}：來源未寫明累計的起點。" | "{name}: the source does not say since when it adds up.";
    }
}

/// How many names a sentence lists.
const MOST_NAMES: usize = 4;
/// How many counts the title has room for.
const MOST_COUNTS: usize = 4;
/// How many promises the reading goes through one by one.
const MOST_TOLD: usize = 4;

pub(in crate::words) fn title(words: Words, chart: &ProgressChart) -> String {
    if chart.rows.is_empty() {
        return words.plain(Board::TitleNone);
    }
    let n = count(chart.rows.len());
    let list = counts(words, chart, MOST_COUNTS);
    match &chart.place {
        Some(place) => words.say(Board::TitlePlace, "place n list", &[words.place(place), &n, &list]),
        None => words.say(Board::Title, "n list", &[&n, &list]),
    }
}

/// How many are how, those that are none left out; where there is room for so many only, the first to go are those that say least.
#[inline(never)]
fn counts(words: Words, chart: &ProgressChart, most: usize) -> String {
    use PromiseState as P;
    let unusable = chart.rows.iter().any(|row| is_unusable(row.judged.state));
    let without = if unusable { (Board::CountUnusable, Board::AllUnusable) } else { (Board::CountNone, Board::AllNone) };
    let mut items = Vec::new();
    for (phrase, n) in [
        ((Board::CountMet, Board::AllMet), chart.count(&[P::Done, P::Kept])),
        ((Board::CountOnTime, Board::AllOnTime), chart.count(&[P::OnTime])),
        ((Board::CountBehind, Board::AllBehind), chart.count(&[P::Behind, P::FarBehind])),
        ((Board::CountMissed, Board::AllMissed), chart.count(&[P::Missed, P::NotKept])),
        ((Board::CountOpen, Board::AllOpen), chart.count(&[P::Undecided, P::Underway, P::Unpublished])),
        (without, chart.without_figure()),
        ((Board::CountTasks, Board::AllTasks), chart.count(&[P::Task])),
    ] {
        if n > 0 {
            items.push((phrase, n));
        }
    }
    for least in [Board::CountOpen, Board::CountOnTime] {
        if items.len() > most {
            items.retain(|((phrase, _), _)| *phrase != least);
        }
    }
    let mut said = Vec::new();
    for ((some, all), n) in items {
        said.push(if n > 1 && n == chart.rows.len() { words.plain(all) } else { words.say(some, "n", &[&count(n)]) });
    }
    said.join(if words.is_english() { ", " } else { "，" })
}

/// Whether there are figures, but none to judge by.
fn is_unusable(state: PromiseState) -> bool {
    matches!(state, PromiseState::NoFigure(reason) if reason != NoFinding::NoFigure)
}

pub(in crate::words) fn subtitle(words: Words, chart: &ProgressChart) -> Vec<String> {
    let mut parts = vec![words.plain(Board::Subject)];
    match chart.as_of {
        Some(AsOf::Named(day)) => parts.push(words.say(Board::Until, "day", &[&words.period(day)])),
        Some(AsOf::LatestFigure(day)) => parts.push(words.say(Board::UntilLatest, "day", &[&words.period(day)])),
        None => {}
    }
    parts
}

pub(in crate::words) fn reading(words: Words, chart: &ProgressChart) -> Vec<String> {
    if chart.rows.is_empty() {
        return Vec::new();
    }
    let (n, list) = (count(chart.rows.len()), counts(words, chart, usize::MAX));
    let mut sentences = vec![match chart.as_of {
        Some(day) => words.say(Board::ReadAll, "day n list", &[&words.period(day.period()), &n, &list]),
        None => words.say(Board::ReadUndated, "n list", &[&n, &list]),
    }];
    // first what needs a look, then the rest as far as there is room
    let pressing = |row: &&ProgressRow| {
        use PromiseState as P;
        matches!(row.judged.state, P::FarBehind | P::Behind | P::Missed | P::NotKept)
    };
    let others = |row: &&ProgressRow| !pressing(row);
    for row in chart.rows.iter().filter(pressing).chain(chart.rows.iter().filter(others)) {
        if sentences.len() <= MOST_TOLD {
            sentences.extend(sentence(words, chart, row));
        }
    }
    let (mut none, mut unusable) = (Vec::new(), Vec::new());
    for row in &chart.rows {
        match row.judged.state {
            PromiseState::NoFigure(NoFinding::NoFigure) => none.push(own_name(words, chart, row)),
            state if is_unusable(state) => unusable.push(own_name(words, chart, row)),
            _ => {}
        }
    }
    for (phrase, names) in [(Board::ReadUnusable, unusable), (Board::ReadNone, none)] {
        if !names.is_empty() {
            sentences.push(words.say(phrase, "names", &[&some(words, &names)]));
        }
    }
    sentences
}

/// A name, with its deadline where another promise has the same.
fn own_name(words: Words, chart: &ProgressChart, row: &ProgressRow) -> String {
    let own = name(words, &row.judged.target);
    if chart.rows.iter().filter(|other| name(words, &other.judged.target) == own).count() < 2 {
        return own.to_owned();
    }
    words.say(Board::Named, "name deadline", &[own, &words.period(row.judged.target.deadline)])
}

/// The first names of a list, and how many it has where that is more.
fn some(words: Words, names: &[String]) -> String {
    let first = names.get(..MOST_NAMES).unwrap_or(names).join(words.comma());
    if names.len() <= MOST_NAMES { first } else { words.say(Board::AndMore, "names n", &[&first, &count(names.len())]) }
}

#[inline(never)]
fn sentence(words: Words, chart: &ProgressChart, row: &ProgressRow) -> Option<String> {
    let judged = &row.judged;
    let latest = judged.latest.as_ref()?;
    let (name, period, value) = (own_name(words, chart, row), words.period(latest.period), figure(words, latest));
    let asked = asked(words, &judged.target);
    if let (Some(Measured::Share { share, elapsed: Some(elapsed), .. }), Some(pace)) = (&judged.measured, pace(words, judged)) {
        let values = [&*name, &period, &value, &asked, &words.percent(*share), &words.percent(*elapsed), &pace];
        return Some(words.say(Board::ReadPace, "name period value asked share elapsed pace", &values));
    }
    let state = state(words, judged.state);
    let mut state = state;
    state.make_ascii_lowercase();
    Some(words.say(Board::ReadLevel, "name period value asked state", &[&name, &period, &value, &asked, &state]))
}

/// A figure without its unit, qualified as it is published.
fn amount(words: Words, latest: &Latest) -> String {
    if let Some(quantity) = &latest.published {
        let text = latest.parts.last().map_or("", |part| part.text.as_str());
        return words.figure_as(quantity, text);
    }
    let value = &latest.value;
    let number = words.amount(value.value, latest.decimals, latest.unit);
    let phrase = match value {
        value if value.is_exact() => return number,
        value if value.low == value.value => Phrase::Over,
        value if value.high == value.value => Phrase::Nearly,
        _ => Phrase::About,
    };
    words.say(phrase, "n", &[&number])
}

/// A figure with its unit; a rank as 第2位.
fn figure(words: Words, latest: &Latest) -> String {
    let number = amount(words, latest);
    if latest.unit == Unit::RANK {
        return words.say(Phrase::RankAt, "rank", &[&number]);
    }
    words.with_unit(&number, latest.unit)
}

/// How it stands, in a word or two.
#[inline(never)]
fn state(words: Words, state: PromiseState) -> String {
    words.plain(match state {
        PromiseState::Done => Board::Done,
        PromiseState::Kept => Board::Kept,
        PromiseState::OnTime => Board::OnTime,
        PromiseState::Behind => Board::Behind,
        PromiseState::FarBehind => Board::FarBehind,
        PromiseState::Missed => Board::Missed,
        PromiseState::NotKept => Board::NotKept,
        PromiseState::Undecided => Board::Undecided,
        PromiseState::Underway => Board::Underway,
        PromiseState::Unpublished => Board::Unpublished,
        PromiseState::NoFigure(_) => Board::NoData,
        PromiseState::Task => Board::Task,
    })
}

/// The mark that stands before the word, where there is no drawing.
fn mark(state: PromiseState) -> &'static str {
    match state {
        PromiseState::Done | PromiseState::Kept => "✓",
        PromiseState::OnTime => "●",
        PromiseState::Behind => "▲",
        PromiseState::FarBehind => "■",
        PromiseState::Missed | PromiseState::NotKept => "✕",
        PromiseState::Undecided | PromiseState::Underway => "○",
        PromiseState::Unpublished | PromiseState::NoFigure(_) | PromiseState::Task => "–",
    }
}

/// Ahead of the time gone or behind it, where that is what it is judged by.
fn pace(words: Words, judged: &Judged) -> Option<String> {
    let deviation = judged.deviation()?;
    let points = words.number(deviation.abs() * 100.0, 1);
    Some(match deviation {
        _ if points == "0.0" => words.plain(Board::Even),
        deviation if deviation > 0.0 => words.say(Board::Ahead, "n", &[&points]),
        _ => words.say(Board::Slow, "n", &[&points]),
    })
}

/// How it stands and by how much: 滞后 5.8个百分点.
#[inline(never)]
fn status(words: Words, judged: &Judged) -> String {
    let state = state(words, judged.state);
    match (pace(words, judged), judged.deviation()) {
        (Some(_), Some(deviation)) if matches!(judged.state, PromiseState::Behind | PromiseState::FarBehind) => {
            words.say(Board::StateBehind, "state n", &[&state, &words.number(deviation.abs() * 100.0, 1)])
        }
        (Some(pace), _) => words.say(Board::StateWith, "state pace", &[&state, &pace]),
        (None, _) => state,
    }
}

#[inline(never)]
fn reason(words: Words, reason: NoFinding) -> String {
    words.plain(match reason {
        NoFinding::NoFigure => return words.no_figure(),
        NoFinding::OtherPeriod => Board::OtherPeriod,
        NoFinding::OtherScope => Board::OtherScope,
        NoFinding::NoBaseline => Board::NoBaseline,
        NoFinding::NoYearBefore => Board::NoYearBefore,
        NoFinding::Overlap(..) => Board::Overlap,
        NoFinding::Gap(_) => Board::Gap,
        NoFinding::NotAdditive => Board::NotAdditive,
        NoFinding::NoIndicator | NoFinding::TooLarge => Board::Unusable,
    })
}

/// The texts of one row on the drawing.
pub(crate) struct RowTexts {
    /// What is promised.
    pub(crate) name: String,
    /// By when, and by whom where they are several.
    pub(crate) under: String,
    /// The figure, without unit where the target beside it has it.
    pub(crate) value: String,
    /// The target.
    pub(crate) asked: String,
    /// The status in a word, with what it rests on.
    pub(crate) status: String,
    /// How much of the time was gone, at its mark.
    pub(crate) time: Option<String>,
    /// Why there is no figure, in the place of a bar.
    pub(crate) empty: Option<String>,
}

impl Words {
    /// The texts of one row.
    #[inline(never)]
    pub(crate) fn board_row(self, row: &ProgressRow, with_place: bool) -> RowTexts {
        let judged = &row.judged;
        let target = &judged.target;
        let deadline = self.period(target.deadline);
        let under = if with_place { [self.place(&target.region), &deadline].join(self.pause()) } else { deadline };
        let apart = matches!(target.kind, TargetKind::Zero | TargetKind::Rank { .. } | TargetKind::Multiply(_));
        let value = judged.latest.as_ref().map(|latest| match latest.unit {
            // its sign takes no room
            Unit::PERCENT => figure(self, latest),
            _ if apart => figure(self, latest),
            _ => amount(self, latest),
        });
        let status = status(self, judged);
        let time = match judged.measured {
            Some(Measured::Share { elapsed: Some(elapsed), .. }) if elapsed > 0.0 && elapsed < 1.0 => {
                let share = self.number(elapsed * 100.0, 0) + "%";
                Some(self.say(Board::TimeGone, "share", &[&share]))
            }
            _ => None,
        };
        let empty = match judged.state {
            PromiseState::NoFigure(why) => Some(reason(self, why)),
            PromiseState::Task => Some(self.plain(Board::TaskOnly)),
            _ => None,
        };
        // alone, it must say that it is the target
        let asked = match asked(self, target) {
            asked if value.is_none() && !asked.is_empty() => self.say(Board::Asked, "asked", &[&asked]),
            asked => asked,
        };
        RowTexts { name: name(self, target).to_owned(), under, value: value.unwrap_or_default(), asked, status, time, empty }
    }

    /// A bound on its scale, with its unit unless it is to be bare.
    pub(crate) fn bound_label(self, bound: f64, latest: &Latest, is_bare: bool) -> String {
        let decimals = decimal(bound).map_or(latest.decimals, |(_, decimals)| decimals);
        if latest.unit == Unit::RANK {
            return self.say(Phrase::RankAt, "rank", &[&self.number(bound, decimals)]);
        }
        if is_bare { self.amount(bound, decimals, latest.unit) } else { self.full_number(bound, decimals, latest.unit) }
    }

    /// The headings of the three parts of the board.
    pub(crate) fn board_headings(self) -> [String; 3] {
        [Board::SectionShare, Board::SectionLevel, Board::SectionNone].map(|phrase| self.plain(phrase))
    }

    /// The end of the scale that all shares have.
    pub(crate) fn board_goal(self) -> String {
        self.plain(Board::TargetAxis)
    }

    /// What is told of one row.
    #[inline(never)]
    pub(crate) fn board_told(self, row: &ProgressRow, with_place: bool) -> Vec<String> {
        let judged = &row.judged;
        let target = &judged.target;
        let mut told = vec![name(self, target).to_owned()];
        if with_place {
            told.push(self.place(&target.region).to_owned());
        }
        let deadline = self.period(target.deadline);
        let deadline = if target.inferred { self.say(Phrase::Inferred, "period", &[&deadline]) } else { deadline };
        told.push(self.say(Board::Deadline, "period", &[&deadline]));
        let asked = asked(self, target);
        if !asked.is_empty() {
            told.push(self.say(Board::Asked, "asked", &[&asked]));
        }
        if let Some(latest) = &judged.latest {
            told.push([self.period(latest.period), figure(self, latest)].join(self.pause()));
        }
        if let Some(Measured::Share { share, .. }) = &judged.measured {
            told.push(self.say(Board::DoneShare, "share", &[&self.percent(*share)]));
        }
        let texts = self.board_row(row, with_place);
        told.extend(texts.time);
        told.push(match judged.state {
            PromiseState::NoFigure(_) | PromiseState::Task => texts.empty.unwrap_or_default(),
            _ => [mark(judged.state), &texts.status].join(" "),
        });
        let part = judged.latest.as_ref().and_then(|latest| latest.parts.last());
        told.push(match part {
            Some(part) => self.source_line(&part.source, part.locator.as_deref()),
            None => self.source_line(&target.source, target.locator.as_deref()),
        });
        told
    }
}

pub(in crate::words) fn label(words: Words, label: &ProgressLabel) -> String {
    use ProgressLabel as L;
    words.plain(match label {
        L::Promise => Board::HeadPromise,
        L::Deadline => Board::HeadDeadline,
        L::Asked => Board::HeadAsked,
        L::Latest => Board::HeadLatest,
        L::Period => Board::HeadPeriod,
        L::Done => Board::HeadDone,
        L::Elapsed => Board::HeadElapsed,
        L::Status => Board::HeadStatus,
        L::Colours => Board::NoteColours,
        L::FromBaseline => Board::NoteBaseline,
        L::Levels => Board::NoteLevels,
        L::Name(target) => return name(words, target).to_owned(),
        L::Goal(target) => return asked(words, target),
        L::Figure(latest) => return figure(words, latest),
        L::Reason(why) => return reason(words, *why),
        L::State(how) => return [mark(*how), &state(words, *how)].join(" "),
        L::Tasks(n) => return words.say(Board::NoteTasks, "n", &[&count(*n)]),
        L::Caution(target, caution) => {
            let name = name(words, target);
            return match caution {
                Caution::OtherDefinition => words.say(Board::NoteDefinition, "name", &[name]),
                Caution::Disputed(period) => words.say(Board::NoteDisputed, "name period", &[name, &words.period(*period)]),
                _ => words.say(Board::NoteSince, "name", &[name]),
            };
        }
    })
}
