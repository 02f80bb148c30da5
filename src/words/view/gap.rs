//! 差距 in words.

use super::several;
use crate::{
    dataset::{
        Polarity, Quantity,
        decimal::{count, shortest},
    },
    figure::{GapChart, GapLabel, GapRow, GapSide, GapState, GapTimes, GapVerdict},
    words::{Words, number::difference_unit, phrase::Phrase, sentence::sentences},
};

sentences! {
    /// What the gap says.
    enum Gap {
        // titles
        Nothing = "{home}与{benchmark}暂无可比的指标" | "{home}與{benchmark}暫無可比的指標" | "{home} and {benchmark} have no comparable figures yet";
        OneAhead = "{home}{which}领先{benchmark}{times}" | "{home}{which}領先{benchmark}{times}" | "{home} is ahead of {benchmark} on {which}{times}";
        OneBehind = "{home}{which}落后于{benchmark}{times}" | "{home}{which}落後於{benchmark}{times}" | "{home} is behind {benchmark} on {which}{times}";
        OneLevel = "{home}与{benchmark}{which}不分先后" | "{home}與{benchmark}{which}不分先後" | "{home} and {benchmark} are level on {which}";
        AllAhead = "{home}{of}项可比指标均领先{benchmark}" | "{home}{of}項可比指標均領先{benchmark}" | "{home} is ahead of {benchmark} on all {of} indicators";
        AllBehind = "{home}{of}项可比指标均落后于{benchmark}" | "{home}{of}項可比指標均落後於{benchmark}" | "{home} is behind {benchmark} on all {of} indicators";
        SomeAhead = "{home}{of}项可比指标中{n}项领先{benchmark}" | "{home}{of}項可比指標中{n}項領先{benchmark}" | "{home} is ahead of {benchmark} on {n} of {of} indicators";
        NoneAhead = "{home}与{benchmark}在{of}项可比指标上不分先后" | "{home}與{benchmark}在{of}項可比指標上不分先後" | "{home} and {benchmark} are level on {of} indicators";
        Widest = "{finding}，{which}差距最大{times}" | "{finding}，{which}差距最大{times}" | "{finding}; widest gap: {which}{times}";
        TimesOf = "（{n}倍）" | "（{n}倍）" | " ({n} times)";
        // subtitle
        Against = "{home}对标{benchmark}" | "{home}對標{benchmark}" | "{home} against {benchmark}";
        Periods = "各项时期见表" | "各項時期見表" | "periods as in the table";
        // on the drawing
        Better = "{place}较好" | "{place}較好" | "{place} better";
        Ahead = "领先" | "領先" | "ahead";
        Behind = "落后" | "落後" | "behind";
        AheadBy = "领先{gap}" | "領先{gap}" | "{gap} ahead";
        BehindBy = "落后{gap}" | "落後{gap}" | "{gap} behind";
        Differ = "{verdict}，相差{gap}" | "{verdict}，相差{gap}" | "{verdict}, {gap} apart";
        Level = "持平" | "持平" | "level";
        Open = "先后难定" | "先後難定" | "too close to call";
        Neither = "不分优劣" | "不分優劣" | "neither better";
        Apart = "不可比" | "不可比" | "not comparable";
        Missing = "缺数据" | "缺數據" | "no figure";
        Tick = "{n}倍" | "{n}倍" | "{n}×";
        // reading
        ReadNothing = "{home}与{benchmark}没有可以比较的指标。" | "{home}與{benchmark}沒有可以比較的指標。" | "{home} and {benchmark} have no indicator that can be compared.";
        ReadCount = "{home}与{benchmark}有{of}项指标可比：{ahead}项领先，{behind}项落后。" | "{home}與{benchmark}有{of}項指標可比：{ahead}項領先，{behind}項落後。" | "Indicators on which {home} and {benchmark} compare: {of}; {home} is ahead on {ahead} and behind on {behind}.";
        ReadAhead = "领先的是{which}。" | "領先的是{which}。" | "Ahead: {which}.";
        ReadBehind = "落后的是{which}。" | "落後的是{which}。" | "Behind: {which}.";
        ReadLevel = "持平或先后难定的是{which}。" | "持平或先後難定的是{which}。" | "Level or too close to call: {which}.";
        ReadWidest = "{which}差距最大，{home}{verdict}：{home}{a}，{benchmark}{b}，相差{gap}（{n}倍）。" | "{which}差距最大，{home}{verdict}：{home}{a}，{benchmark}{b}，相差{gap}（{n}倍）。" | "The widest gap is in {which}, where {home} is {verdict}: {home} {a}, {benchmark} {b}, {gap} apart ({n} times).";
        ReadApart = "{which}的口径、时期或范围不同，不作比较。" | "{which}的口徑、時期或範圍不同，不作比較。" | "Not compared, because definition, period or scope differ: {which}.";
        ReadMissing = "{which}至少一方未见公开数据。" | "{which}至少一方未見公開數據。" | "No published figure for one or both: {which}.";
        // table and notes
        HeadDifference = "差值" | "差值" | "Difference";
        HeadTimes = "对标的倍数（大于1较好）" | "對標的倍數（大於1較好）" | "Multiple of benchmark (above 1 is better)";
        HeadVerdict = "比较" | "比較" | "Result";
        HeadPeriod = "{place}时期" | "{place}時期" | "{place}, period";
        HeadSource = "{place}来源" | "{place}來源" | "{place}, source";
        Scale = "横轴为倍数：越高越好的指标是{home}÷{benchmark}，越低越好的是{benchmark}÷{home}，因此右侧总是{home}较好；对数刻度，2倍与0.5倍离中线等远。" | "橫軸為倍數：越高越好的指標是{home}÷{benchmark}，越低越好的是{benchmark}÷{home}，因此右側總是{home}較好；對數刻度，2倍與0.5倍離中線等遠。" | "The scale is a multiple: {home} ÷ {benchmark} where higher is better, {benchmark} ÷ {home} where lower is, so that {home} is better to the right. It is logarithmic: 2× and 0.5× are equally far from the middle.";
        NoTimes = "位次、以接近某值为好、含零或负值的指标不求倍数，只列差值：{which}。" | "位次、以接近某值為好、含零或負值的指標不求倍數，只列差值：{which}。" | "No multiple is taken of ranks, of values at or below zero, or of what is best at a value: {which}.";
        SetApart = "虚框或空心标记的数值不可比或不全，列出但不比较。" | "虛框或空心標記的數值不可比或不全，列出但不比較。" | "Figures in a dashed frame or with hollow marks cannot be compared or are incomplete; they are listed only.";
        ToldTimes = "倍数 {n}（大于1较好）" | "倍數 {n}（大於1較好）" | "multiple {n} (above 1 is better)";
    }
}

#[inline(never)]
pub(in crate::words) fn title(words: Words, chart: &GapChart) -> String {
    let finding = &chart.finding;
    let (home, benchmark) = (words.place(&chart.home), words.place(&chart.benchmark));
    let widest = finding.widest.and_then(|row| chart.rows.get(row));
    let times = widest.map(|row| match &row.state {
        GapState::Compared { times: Some(times), .. } => words.say(Gap::TimesOf, "n", &[&times_size(words, *times)]),
        _ => String::new(),
    });
    let only = chart.rows.iter().find(|row| verdict(row).is_some_and(|verdict| verdict != GapVerdict::Neither));
    let phrase = match (finding.ahead, finding.behind) {
        _ if finding.of == 0 => Gap::Nothing,
        (1, 0) if finding.of == 1 => Gap::OneAhead,
        (0, 1) if finding.of == 1 => Gap::OneBehind,
        (0, 0) if finding.of == 1 => Gap::OneLevel,
        (0, 0) => Gap::NoneAhead,
        (ahead, _) if ahead == finding.of => Gap::AllAhead,
        (_, behind) if behind == finding.of => Gap::AllBehind,
        _ => Gap::SomeAhead,
    };
    let which = only.map(|row| words.indicator(&row.indicator)).unwrap_or_default();
    let (of, n) = (count(finding.of), count(finding.ahead));
    let parts = [home, benchmark, which, &of, &n, times.as_deref().unwrap_or_default()];
    let told = words.say(phrase, "home benchmark which of n times", &parts);
    match widest.filter(|_| finding.of > 1) {
        Some(row) => {
            let times = times.as_deref().unwrap_or_default();
            words.say(Gap::Widest, "finding which times", &[&told, words.indicator(&row.indicator), times])
        }
        None => told,
    }
}

/// How many times, as 3.2 or 12; near 1 with as many decimals as tell it from 1.
fn times_size(words: Words, times: GapTimes) -> String {
    let size = times.size();
    let decimals = match size {
        size if size >= 10.0 => 0,
        size if size >= 1.15 => 1,
        _ => 2,
    };
    words.number(size, decimals)
}

fn verdict(row: &GapRow) -> Option<GapVerdict> {
    if let GapState::Compared { verdict, .. } = &row.state { Some(*verdict) } else { None }
}

#[inline(never)]
pub(in crate::words) fn subtitle(words: Words, chart: &GapChart) -> Vec<String> {
    vec![
        words.say(Gap::Against, "home benchmark", &[words.place(&chart.home), words.place(&chart.benchmark)]),
        several::indicators(words, chart.rows.len()),
        match chart.period {
            Some(period) => words.period(period),
            None => words.plain(Gap::Periods),
        },
    ]
}

#[inline(never)]
pub(in crate::words) fn reading(words: Words, chart: &GapChart) -> Vec<String> {
    let (home, benchmark) = (words.place(&chart.home), words.place(&chart.benchmark));
    let finding = &chart.finding;
    let mut sentences = Vec::new();
    if finding.of == 0 {
        sentences.push(words.say(Gap::ReadNothing, "home benchmark", &[home, benchmark]));
    } else {
        let numbers = [home, benchmark, &count(finding.of), &count(finding.ahead), &count(finding.behind)];
        sentences.push(words.say(Gap::ReadCount, "home benchmark of ahead behind", &numbers));
    }
    let mut list = |phrase: Gap, wanted: fn(&GapRow) -> bool| {
        let mut names = Vec::new();
        for row in chart.rows.iter().filter(|row| wanted(row)) {
            names.push(words.indicator(&row.indicator));
        }
        if !names.is_empty() {
            sentences.push(words.say(phrase, "which", &[&words.list(&names)]));
        }
    };
    list(Gap::ReadAhead, |row| verdict(row) == Some(GapVerdict::Ahead));
    list(Gap::ReadBehind, |row| verdict(row) == Some(GapVerdict::Behind));
    list(Gap::ReadLevel, |row| matches!(verdict(row), Some(GapVerdict::Level | GapVerdict::Open)));
    if let Some(row) = finding.widest.and_then(|row| chart.rows.get(row))
        && let (Some(a), Some(b)) = (&row.home.quantity, &row.benchmark.quantity)
        && let GapState::Compared { gap, verdict, times: Some(times) } = &row.state
    {
        let (a, b) = (words.full_figure(a, row.home.text()), words.full_figure(b, row.benchmark.text()));
        let gap = words.gap_size(row, gap.absolute);
        let verdict = words.plain(if *verdict == GapVerdict::Ahead { Gap::Ahead } else { Gap::Behind });
        let parts = [words.indicator(&row.indicator), home, &a, benchmark, &b, &gap, &verdict, &times_size(words, *times)];
        sentences.push(words.say(Gap::ReadWidest, "which home a benchmark b gap verdict n", &parts));
    }
    let mut list = |phrase: Gap, wanted: fn(&GapRow) -> bool| {
        let mut names = Vec::new();
        for row in chart.rows.iter().filter(|row| wanted(row)) {
            names.push(words.indicator(&row.indicator));
        }
        if !names.is_empty() {
            sentences.push(words.say(phrase, "which", &[&words.list(&names)]));
        }
    };
    list(Gap::ReadApart, |row| matches!(row.state, GapState::Apart));
    list(Gap::ReadMissing, |row| matches!(row.state, GapState::Missing));
    sentences
}

#[inline(never)]
pub(in crate::words) fn label(words: Words, label: &GapLabel) -> String {
    match label {
        GapLabel::HeadIndicator => several::head_indicator(words),
        GapLabel::HeadPlace(place) => words.place(place).to_owned(),
        GapLabel::HeadDifference => words.plain(Gap::HeadDifference),
        GapLabel::HeadTimes => words.plain(Gap::HeadTimes),
        GapLabel::HeadVerdict => words.plain(Gap::HeadVerdict),
        GapLabel::HeadPeriod(place) => words.say(Gap::HeadPeriod, "place", &[words.place(place)]),
        GapLabel::HeadSource(place) => words.say(Gap::HeadSource, "place", &[words.place(place)]),
        GapLabel::Indicator(indicator) => words.indicator(indicator).to_owned(),
        GapLabel::Figure(quantity, text, marks) => several::figure(words, quantity, text, marks),
        GapLabel::Difference(value, decimals, indicator) => {
            words.with_unit(&words.signed(*value, *decimals, indicator.unit), difference_unit(indicator.unit))
        }
        GapLabel::Verdict(verdict) => words.plain(verdict_word(*verdict)),
        GapLabel::Apart => words.plain(Gap::Apart),
        GapLabel::Scale(home, benchmark) => words.say(Gap::Scale, "home benchmark", &[words.place(home), words.place(benchmark)]),
        GapLabel::NoTimes(indicators) => words.say(Gap::NoTimes, "which", &[&several::names(words, indicators)]),
        GapLabel::Marked(mark, difference) => several::marked(words, *mark, *difference),
        GapLabel::SetApart => words.plain(Gap::SetApart),
        GapLabel::NoPolarity(indicators) => several::no_polarity(words, indicators),
    }
}

fn verdict_word(verdict: GapVerdict) -> Gap {
    match verdict {
        GapVerdict::Ahead => Gap::Ahead,
        GapVerdict::Behind => Gap::Behind,
        GapVerdict::Level => Gap::Level,
        GapVerdict::Open => Gap::Open,
        GapVerdict::Neither => Gap::Neither,
    }
}

impl Words {
    /// Which side of the scale is whose.
    pub(crate) fn gap_side(self, place: &str) -> String {
        self.say(Gap::Better, "place", &[place])
    }

    /// A value on the scale.
    pub(crate) fn gap_tick(self, value: f64) -> String {
        self.say(Gap::Tick, "n", &[&shortest(value)])
    }

    /// Unit and direction.
    pub(crate) fn gap_unit(self, row: &GapRow) -> String {
        let unit = self.unit(row.indicator.unit);
        let direction = several::direction(self, &row.indicator);
        if unit.is_empty() { direction } else { [unit.as_str(), &direction].join(self.pause()) }
    }

    /// The figure of a side, with its marks; a dash where there is none.
    pub(crate) fn gap_figure(self, side: &GapSide) -> String {
        match &side.quantity {
            Some(quantity) => self.marked_figure(quantity, side.text(), &side.marks),
            None => "–".to_owned(),
        }
    }

    /// The size of a difference with its unit; "about" where an end is an interval.
    fn gap_size(self, row: &GapRow, difference: f64) -> String {
        let size = self.full_difference(difference, row.decimals, row.indicator.unit);
        let exact = [&row.home, &row.benchmark].iter().all(|side| side.quantity.as_ref().is_none_or(Quantity::is_exact));
        if exact { size } else { self.say(Phrase::About, "n", &[&size]) }
    }

    /// Which is ahead and by how much: a shape and a word.
    #[inline(never)]
    pub(crate) fn gap_status(self, row: &GapRow) -> String {
        let (shape, phrase) = match &row.state {
            GapState::Compared { gap, verdict, .. } => {
                let by = self.gap_size(row, gap.absolute);
                let nearest = matches!(row.indicator.polarity, Polarity::Nearest(_));
                match verdict {
                    // what is best at a value is not ahead by the difference
                    GapVerdict::Ahead | GapVerdict::Behind if nearest => {
                        let shape = if *verdict == GapVerdict::Ahead { "▲ " } else { "▼ " };
                        (shape, self.say(Gap::Differ, "verdict gap", &[&self.plain(verdict_word(*verdict)), &by]))
                    }
                    GapVerdict::Ahead => ("▲ ", self.say(Gap::AheadBy, "gap", &[&by])),
                    GapVerdict::Behind => ("▼ ", self.say(Gap::BehindBy, "gap", &[&by])),
                    GapVerdict::Level => ("＝ ", self.plain(Gap::Level)),
                    GapVerdict::Open => ("≈ ", self.plain(Gap::Open)),
                    GapVerdict::Neither => ("", self.plain(Gap::Neither)),
                }
            }
            GapState::Apart => ("", self.plain(Gap::Apart)),
            GapState::Missing => ("", self.plain(Gap::Missing)),
        };
        [shape, &phrase].concat()
    }

    /// What is told of one row.
    #[inline(never)]
    pub(crate) fn gap_told(self, chart: &GapChart, row: &GapRow) -> Vec<String> {
        let mut told = vec![self.indicator(&row.indicator).to_owned()];
        for (place, side) in [(&chart.home, &row.home), (&chart.benchmark, &row.benchmark)] {
            let value = match &side.quantity {
                Some(quantity) => several::figure(self, quantity, side.text(), &side.marks),
                None => self.no_figure(),
            };
            let period = side.observation.as_ref().filter(|observation| Some(observation.period) != chart.period);
            let period = period.map(|observation| self.period(observation.period));
            let mut parts = vec![self.place(place), &value];
            parts.extend(period.as_deref());
            told.push(parts.join(self.pause()));
        }
        told.push(self.gap_status(row));
        if let GapState::Compared { times: Some(times), .. } = &row.state {
            told.push(self.say(Gap::ToldTimes, "n", &[&self.number(times.point, 2)]));
        }
        let mut sources: Vec<String> = Vec::new();
        for observation in [&row.home, &row.benchmark].into_iter().filter_map(|side| side.observation.as_ref()) {
            let line = self.source_line(&observation.source, observation.locator.as_deref());
            if !sources.contains(&line) {
                sources.push(line);
            }
        }
        told.append(&mut sources);
        told
    }
}
