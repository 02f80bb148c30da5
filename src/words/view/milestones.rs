//! 倒排节点 in words.

use super::promised::{asked, name};
use crate::{
    dataset::{Period, decimal::count},
    figure::{AsOf, MilestonesChart, MilestonesFinding, MilestonesLabel, Stop, StopState},
    words::{Words, phrase::Phrase, sentence::sentences},
};

sentences! {
    /// What is said of dates to be kept.
    enum Dates {
        // title
        TitleNothing = "没有可列出的节点" | "沒有可列出的節點" | "No dated promises to show";
        TitleSpan = "{place}{n}个节点，期限从{first}到{last}" | "{place}{n}個節點，期限從{first}到{last}" | "{n} deadlines from {first} to {last}";
        TitleOne = "{place}{n}个节点，期限为{first}" | "{place}{n}個節點，期限為{first}" | "{n} due by {first}";
        TitleNext = "{place}{n}个节点中{over}个已到期，下一批{count}个于{next}到期" | "{place}{n}個節點中{over}個已到期，下一批{count}個於{next}到期" | "{over} of {n} deadlines are past; next: {count} due by {next}";
        TitleAhead = "{place}{n}个节点均未到期，最近一批{count}个于{next}到期" | "{place}{n}個節點均未到期，最近一批{count}個於{next}到期" | "No deadline of {n} is past yet; next: {count} due by {next}";
        TitleOver = "{place}{n}个节点均已到期，最后期限为{last}" | "{place}{n}個節點均已到期，最後期限為{last}" | "All {n} deadlines are past, the last by {last}";
        // subtitle
        Subject = "倒排节点" | "倒排節點" | "Deadlines";
        SubjectOf = "{place}，倒排节点" | "{place}，倒排節點" | "Deadlines of {place}";
        Until = "截至{day}" | "截至{day}" | "as of {day}";
        UntilLatest = "截至{day}（最近数据所及）" | "截至{day}（最近數據所及）" | "as of {day}, the latest figure";
        Soon = "30天内到期{a}个，90天内到期{b}个" | "30天內到期{a}個，90天內到期{b}個" | "{a} due within 30 days, {b} within 90";
        Presumed = "期限年份为推定" | "期限年份為推定" | "years of deadlines inferred";
        // where a date lies
        Met = "数据显示已达到" | "數據顯示已達到" | "Met, by published figures";
        Over = "已到期" | "已到期" | "Past";
        NotMet = "数据显示未达到" | "數據顯示未達到" | "not met by figures";
        NotRecorded = "完成情况未见记录" | "完成情況未見記錄" | "completion not recorded";
        Within30 = "30天内到期" | "30天內到期" | "Due within 30 days";
        Within90 = "90天内到期" | "90天內到期" | "Due within 90 days";
        Later = "尚未到期" | "尚未到期" | "Due later";
        PastBy = "已到期{n}天" | "已到期{n}天" | "{n} days past";
        PastByOne = "已到期1天" | "已到期1天" | "1 day past";
        Today = "当天到期" | "當天到期" | "due that day";
        Left = "还有{n}天" | "還有{n}天" | "{n} days left";
        LeftOne = "还有1天" | "還有1天" | "1 day left";
        ShortMet = "数据显示已达到" | "數據顯示已達到" | "met by figures";
        // on the drawing
        EndOfYear = "年底" | "年底" | "Year end";
        EndOfHalf = "半年末" | "半年末" | "End of half";
        EndOfQuarter = "季末" | "季末" | "Quarter end";
        EndOfMonth = "{month}月底" | "{month}月底" | "End {month}";
        DayOfMonth = "{month}月{day}日" | "{month}月{day}日" | "{day} {month}";
        Above = "截至{day}：以上{n}个已到期" | "截至{day}：以上{n}個已到期" | "As of {day}: the {n} above are past";
        Items = "{n}个" | "{n}個" | "{n}";
        With = "{name}：{asked}" | "{name}：{asked}" | "{name}: {asked}";
        // spoken points
        Deadline = "期限：{period}" | "期限：{period}" | "Deadline: {period}";
        Owner = "责任单位：{owner}" | "責任單位：{owner}" | "In charge: {owner}";
        // reading
        ReadOver = "截至{day}，{n}个节点中{over}个已到期。" | "截至{day}，{n}個節點中{over}個已到期。" | "As of {day}, {over} of {n} deadlines are past.";
        ReadShown = "有数据显示已达到的{n}个。" | "有數據顯示已達到的{n}個。" | "Met by published figures: {n}.";
        ReadNotRecorded = "已到期的是否完成，来源没有记录的有{n}个。" | "已到期的是否完成，來源沒有記錄的有{n}個。" | "Of those past, the sources do not record whether {n} are done.";
        ReadNoneRecorded = "已到期的是否完成，来源均未记录。" | "已到期的是否完成，來源均未記錄。" | "The sources do not record whether any of those past is done.";
        ReadSpread = "按到期时间：{list}。" | "按到期時間：{list}。" | "By date: {list}.";
        ReadPart = "{period}{n}个" | "{period}{n}個" | "{n} in {period}";
        ReadNext = "接下来到期的是{names}（{period}）。" | "接下來到期的是{names}（{period}）。" | "Next, by {period}: {names}.";
        AndMore = "{names}等{n}个" | "{names}等{n}個" | "{names} and others ({n} in all)";
        // table
        HeadDeadline = "期限" | "期限" | "Deadline";
        HeadTask = "事项" | "事項" | "What";
        HeadOwner = "责任单位" | "責任單位" | "In charge";
        HeadDays = "距期限天数" | "距期限天數" | "Days left";
        HeadStatus = "状态" | "狀態" | "Status";
        // notes
        NoteNotRecorded = "已到期只表示期限已过；任务是否完成，来源没有记录。" | "已到期只表示期限已過；任務是否完成，來源沒有記錄。" | "‘Past’ means only that the date has gone by; the sources do not record whether a task is done.";
        NoteInferredAll = "各项期限由上下文推定。" | "各項期限由上下文推定。" | "All deadlines are inferred from context.";
        NoteInferred = "{n}项期限由上下文推定，见表。" | "{n}項期限由上下文推定，見表。" | "Deadlines inferred from context: {n}; see the table.";
        NoteYearly = "另有{n}项数值目标以全年为期，不在此列。" | "另有{n}項數值目標以全年為期，不在此列。" | "Targets with a value for a whole year, not shown here: {n}.";
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// How many names a sentence lists.
const MOST_NAMES: usize = 3;

pub(in crate::words) fn title(words: Words, chart: &MilestonesChart) -> String {
    let place = chart.place.as_ref().map_or("", |place| words.place(place));
    let n = count(chart.stops.len());
    match &chart.finding {
        MilestonesFinding::Nothing => words.plain(Dates::TitleNothing),
        MilestonesFinding::Dates { first, last } => {
            let phrase = if first == last { Dates::TitleOne } else { Dates::TitleSpan };
            words.say(phrase, "place n first last", &[place, &n, &words.period(*first), &words.period(*last)])
        }
        MilestonesFinding::Next { over, next, count: due } => {
            let phrase = if *over == 0 { Dates::TitleAhead } else { Dates::TitleNext };
            words.say(phrase, "place n over count next", &[place, &n, &count(*over), &count(*due), &words.period(*next)])
        }
        MilestonesFinding::AllOver { last } => words.say(Dates::TitleOver, "place n last", &[place, &n, &words.period(*last)]),
    }
}

pub(in crate::words) fn subtitle(words: Words, chart: &MilestonesChart) -> Vec<String> {
    let mut parts = vec![match &chart.place {
        // the English title has no room for it
        Some(place) if words.is_english() => words.say(Dates::SubjectOf, "place", &[words.place(place)]),
        _ => words.plain(Dates::Subject),
    }];
    match chart.as_of {
        Some(AsOf::Named(day)) => parts.push(words.say(Dates::Until, "day", &[&words.period(day)])),
        Some(AsOf::LatestFigure(day)) => parts.push(words.say(Dates::UntilLatest, "day", &[&words.period(day)])),
        None => {}
    }
    if !chart.stops.is_empty() && chart.stops.iter().all(|stop| stop.target.inferred) {
        parts.push(words.plain(Dates::Presumed));
    }
    let within = |most: i32| chart.stops.iter().filter(|stop| stop.days.is_some_and(|days| (0..=most).contains(&days))).count();
    if within(90) > 0 {
        parts.push(words.say(Dates::Soon, "a b", &[&count(within(30)), &count(within(90))]));
    }
    parts
}

pub(in crate::words) fn reading(words: Words, chart: &MilestonesChart) -> Vec<String> {
    let mut sentences = Vec::new();
    if chart.stops.is_empty() {
        return sentences;
    }
    let how_many = |wanted: fn(&Stop) -> bool| chart.stops.iter().filter(|stop| wanted(stop)).count();
    let is_over: fn(&Stop) -> bool = |stop| stop.days.is_some_and(|days| days < 0);
    if let Some(day) = chart.as_of {
        let values = [&*words.period(day.period()), &count(chart.stops.len()), &count(how_many(is_over))];
        sentences.push(words.say(Dates::ReadOver, "day n over", &values));
    }
    let not_recorded = how_many(|stop| stop.state == StopState::Over && stop.met.is_none());
    let none_recorded = not_recorded > 1 && not_recorded == how_many(is_over);
    for (phrase, n) in [
        (Dates::ReadShown, how_many(|stop| stop.state == StopState::Met)),
        (if none_recorded { Dates::ReadNoneRecorded } else { Dates::ReadNotRecorded }, not_recorded),
    ] {
        if n > 0 {
            sentences.push(words.say(phrase, "n", &[&count(n)]));
        }
    }
    let groups = groups(chart);
    if groups.len() > 1 {
        let mut parts = Vec::new();
        for (period, n) in &groups {
            parts.push(words.say(Dates::ReadPart, "period n", &[&words.period(*period), &count(*n)]));
        }
        sentences.push(words.say(Dates::ReadSpread, "list", &[&parts.join(words.comma())]));
    }
    if let MilestonesFinding::Next { next, .. } = &chart.finding {
        let mut names = Vec::new();
        for stop in &chart.stops {
            if stop.target.deadline.last_day() == next.last_day() {
                names.push(name(words, &stop.target));
            }
        }
        let first = words.list(names.get(..MOST_NAMES).unwrap_or(&names));
        let told = if names.len() <= MOST_NAMES { first } else { words.say(Dates::AndMore, "names n", &[&first, &count(names.len())]) };
        sentences.push(words.say(Dates::ReadNext, "names period", &[&told, &words.period(*next)]));
    }
    sentences
}

/// The quarters, or the years where no deadline is finer, that deadlines fall in, and how many.
#[inline(never)]
fn groups(chart: &MilestonesChart) -> Vec<(Period, usize)> {
    let mut groups: Vec<(Period, usize)> = Vec::new();
    for stop in &chart.stops {
        let period = chart.group_of(stop);
        match groups.last_mut() {
            Some((last, n)) if *last == period => *n += 1,
            _ => groups.push((period, 1)),
        }
    }
    groups
}

/// Days to or since a deadline.
fn days(words: Words, days: i32) -> String {
    let n = count(days.unsigned_abs() as usize);
    match days {
        0 => words.plain(Dates::Today),
        1 => words.plain(Dates::LeftOne),
        -1 => words.plain(Dates::PastByOne),
        2.. => words.say(Dates::Left, "n", &[&n]),
        _ => words.say(Dates::PastBy, "n", &[&n]),
    }
}

/// That a date is over, and what is known of it.
fn over(words: Words, said: String, met: Option<bool>) -> String {
    let known = words.plain(if met == Some(false) { Dates::NotMet } else { Dates::NotRecorded });
    [said, known].join(words.pause())
}

#[inline(never)]
fn state(words: Words, state: StopState, met: Option<bool>) -> String {
    words.plain(match (state, met) {
        (StopState::Met, _) => Dates::Met,
        (StopState::Over, _) => return over(words, words.plain(Dates::Over), met),
        (StopState::Within30, _) => Dates::Within30,
        (StopState::Within90, _) => Dates::Within90,
        (StopState::Later, _) => Dates::Later,
        (StopState::Unknown, _) => return String::new(),
    })
}

impl Words {
    /// What is promised: 市场主体：>30万家, or the name of a task.
    #[inline(never)]
    pub(crate) fn stop_name(self, stop: &Stop) -> String {
        let (name, asked) = (name(self, &stop.target), asked(self, &stop.target));
        if asked.is_empty() { name.to_owned() } else { self.say(Dates::With, "name asked", &[name, &asked]) }
    }

    /// Who is in charge, and whose promise it is where they are several.
    pub(crate) fn stop_owner(self, stop: &Stop, with_place: bool) -> String {
        let owner = stop.target.owner.as_ref().map_or("", |owner| owner.get(self.lang));
        let place = if with_place { self.place(&stop.target.region) } else { "" };
        match (place.is_empty(), owner.is_empty()) {
            (false, false) => [place, owner].join(self.pause()),
            _ => [place, owner].concat(),
        }
    }

    /// How far off it is.
    pub(crate) fn stop_days(self, stop: &Stop) -> String {
        match (stop.state, stop.days) {
            (StopState::Met, _) => self.plain(Dates::ShortMet),
            (StopState::Over, Some(left)) if stop.met == Some(false) => over(self, days(self, left), stop.met),
            (_, Some(left)) => days(self, left),
            (_, None) => String::new(),
        }
    }

    /// A deadline under the heading of its year: 4月30日, 年底.
    #[inline(never)]
    pub(crate) fn stop_date(self, deadline: Period) -> String {
        let to = deadline.months().1;
        let month = if self.is_english() {
            MONTHS.get(usize::from(to.month).saturating_sub(1)).copied().unwrap_or_default().to_owned()
        } else {
            count(to.month.into())
        };
        match deadline {
            Period::Year(_) => self.plain(Dates::EndOfYear),
            Period::Half(..) => self.plain(Dates::EndOfHalf),
            Period::Quarter(..) => self.plain(Dates::EndOfQuarter),
            Period::Month(_) | Period::Months(..) => self.say(Dates::EndOfMonth, "month", &[&month]),
            Period::Day(_, day) => self.say(Dates::DayOfMonth, "month day", &[&month, &count(day.into())]),
        }
    }

    /// A month or a quarter below the time axis, by how many months it has and which is its last: 4月, 二季度.
    #[inline(never)]
    pub(crate) fn axis_span(self, months: i32, last: i32) -> String {
        let month = last.unsigned_abs() as usize;
        let quarter = month.div_ceil(3).saturating_sub(1);
        match (months, self.is_english()) {
            (1, true) => MONTHS.get(month.saturating_sub(1)).copied().unwrap_or_default().to_owned(),
            (1, false) => [&count(month), "月"].concat(),
            (_, true) => ["Q", &count(quarter + 1)].concat(),
            (_, false) => [["一", "二", "三", "四"].get(quarter).copied().unwrap_or_default(), "季度"].concat(),
        }
    }

    /// How many, for the head of a group.
    pub(crate) fn stop_count(self, n: usize) -> String {
        self.say(Dates::Items, "n", &[&count(n)])
    }

    /// The day from which days are counted.
    pub(crate) fn stop_today(self, day: Period) -> String {
        self.say(Dates::Until, "day", &[&self.period(day)])
    }

    /// The same where those above it are over.
    pub(crate) fn stop_today_above(self, day: Period, over: usize) -> String {
        self.say(Dates::Above, "day n", &[&self.period(day), &count(over)])
    }

    /// What is told of one promise.
    #[inline(never)]
    pub(crate) fn stop_told(self, stop: &Stop) -> Vec<String> {
        let target = &stop.target;
        let mut told = vec![self.stop_name(stop), self.place(&target.region).to_owned()];
        let deadline = self.period(target.deadline);
        let deadline = if target.inferred { self.say(Phrase::Inferred, "period", &[&deadline]) } else { deadline };
        told.push(self.say(Dates::Deadline, "period", &[&deadline]));
        if let Some(owner) = &target.owner {
            told.push(self.say(Dates::Owner, "owner", &[owner.get(self.lang)]));
        }
        if let Some(left) = stop.days {
            told.push(match stop.state {
                StopState::Met => state(self, stop.state, stop.met),
                StopState::Over => over(self, days(self, left), stop.met),
                _ => days(self, left),
            });
        }
        told.push(match &stop.figure {
            Some(figure) => self.source_line(&figure.source, figure.locator.as_deref()),
            None => self.source_line(&target.source, target.locator.as_deref()),
        });
        told
    }
}

pub(in crate::words) fn label(words: Words, label: &MilestonesLabel) -> String {
    use MilestonesLabel as L;
    words.plain(match label {
        L::Deadline => Dates::HeadDeadline,
        L::Task => Dates::HeadTask,
        L::Owner => Dates::HeadOwner,
        L::Days => Dates::HeadDays,
        L::Status => Dates::HeadStatus,
        L::NotRecorded => Dates::NoteNotRecorded,
        L::Name(target) => {
            let (name, asked) = (name(words, target), asked(words, target));
            return if asked.is_empty() { name.to_owned() } else { words.say(Dates::With, "name asked", &[name, &asked]) };
        }
        L::State(how, met) => return state(words, *how, *met),
        L::Inferred(n, all) if n == all => Dates::NoteInferredAll,
        L::Inferred(n, _) => return words.say(Dates::NoteInferred, "n", &[&count(*n)]),
        L::Yearly(n) => return words.say(Dates::NoteYearly, "n", &[&count(*n)]),
    })
}
