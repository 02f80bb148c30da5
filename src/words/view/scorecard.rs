//! 指标矩阵 in words.

use super::several;
use crate::{
    benchmark::Distance,
    dataset::decimal::count,
    figure::{ScoreCell, ScoreColumn, ScoreRow, ScoreState, ScorecardChart, ScorecardFinding, ScorecardLabel},
    words::{Words, sentence::sentences},
};

sentences! {
    /// What the scorecard says.
    enum Scorecard {
        // titles: a leading part and a lagging part
        Nothing = "所列指标暂不能排位比较" | "所列指標暫不能排位比較" | "These indicators cannot be ranked yet";
        Two = "{home}{lead}，{lag}" | "{home}{lead}，{lag}" | "{home}: {lead}; {lag}";
        One = "{home}{lead}" | "{home}{lead}" | "{home}: {lead}";
        AllFirst = "{n}项指标均居首位" | "{n}項指標均居首位" | "first on all {n} indicators";
        AllLast = "{n}项指标均居末位" | "{n}項指標均居末位" | "last on all {n} indicators";
        First = "{which}居首位" | "{which}居首位" | "first on {which}";
        Last = "{which}居末位" | "{which}居末位" | "last on {which}";
        Best = "{which}位次最靠前（{rank}）" | "{which}位次最靠前（{rank}）" | "best on {which} ({rank})";
        Worst = "{which}最靠后（{rank}）" | "{which}最靠後（{rank}）" | "weakest on {which} ({rank})";
        At = "{which}居{rank}" | "{which}居{rank}" | "{rank} on {which}";
        Even = "{n}项指标位次相当" | "{n}項指標位次相當" | "much the same rank on all {n} indicators";
        AndMore = "{which}等{n}项" | "{which}等{n}項" | "{n} indicators";
        Leader = "{place}在{of}项可比指标中{n}项居首位" | "{place}在{of}項可比指標中{n}項居首位" | "{place} comes first on {n} of {of} comparable indicators";
        Leaders = "{place}等{k}地各在{of}项可比指标中{n}项居首位" | "{place}等{k}地各在{of}項可比指標中{n}項居首位" | "{k} places, {place} among them, are each first on {n} of {of} comparable indicators";
        // subtitle
        Periods = "各列时期见列头" | "各列時期見列頭" | "periods as given with each indicator";
        OnePlace = "1个地区" | "1個地區" | "1 place";
        Places = "{n}个地区" | "{n}個地區" | "{n} places";
        // on the drawing
        KeyFill = "位次" | "位次" | "Rank";
        KeyBest = "靠前" | "靠前" | "best";
        KeyWorst = "靠后" | "靠後" | "worst";
        KeyApart = "不可比" | "不可比" | "not comparable";
        KeyMissing = "未见公开数据" | "未見公開數據" | "no published figure";
        // reading
        ReadNothing = "所选地区在这些指标上没有两个以上可比的数值。" | "所選地區在這些指標上沒有兩個以上可比的數值。" | "No two of these places have comparable figures.";
        ReadHome = "{home}有{of}项指标可与其他地区比较。" | "{home}有{of}項指標可與其他地區比較。" | "Indicators on which {home} can be compared: {of}.";
        ReadFirst = "居首位的有{n}项：{which}。" | "居首位的有{n}項：{which}。" | "First on {n}: {which}.";
        ReadLast = "居末位的有{n}项：{which}。" | "居末位的有{n}項：{which}。" | "Last on {n}: {which}.";
        ReadGap = "{which}为{value}，居{n}个地区的{rank}，与首位{leader}（{best}）相差{gap}。" | "{which}為{value}，居{n}個地區的{rank}，與首位{leader}（{best}）相差{gap}。" | "{which}: {value}, {rank} of {n}, {gap} from {leader} ({best}) in first place.";
        ReadHomeNone = "{home}在所列{n}项指标上均未见可比的公开数据。" | "{home}在所列{n}項指標上均未見可比的公開數據。" | "{home} publishes no comparable figure for any of the {n} indicators.";
        ReadHomeMissing = "{home}未见公开数据的有{which}。" | "{home}未見公開數據的有{which}。" | "{home} publishes no figure for {which}.";
        ReadLeaders = "居首位的：{list}。" | "居首位的：{list}。" | "First places: {list}.";
        LeaderOf = "{which}为{place}（{value}）" | "{which}為{place}（{value}）" | "{which}, {place} ({value})";
        ReadGaps = "{all}格中有{n}格未见公开数据。" | "{all}格中有{n}格未見公開數據。" | "{n} of {all} cells have no published figure.";
        // table and notes
        HeadValue = "数值" | "數值" | "Figure";
        Fill = "格内小字为“位次/可比地区数”，底色按位次分五档，▲为最前、▼为最后一档。" | "格內小字為「位次/可比地區數」，底色按位次分五檔，▲為最前、▼為最後一檔。" | "Small figures are rank / number of comparable places; the fill has five steps by rank, ▲ the best and ▼ the worst.";
        SetApart = "空心格：口径、时期或范围与同列其他数值不同，列出但不参加排位。" | "空心格：口徑、時期或範圍與同列其他數值不同，列出但不參加排位。" | "Hollow cells differ from others of their indicator in definition, period or scope; they are listed, not ranked.";
        Intervals = "带“超”“近”“余”“约”等字样的数值是区间（如{example}为{low}至{high}），位次因此可能是一段。" | "帶「超」「近」「餘」「約」等字樣的數值是區間（如{example}為{low}至{high}），位次因此可能是一段。" | "Figures published as ‘over’, ‘nearly’ or ‘about’ are intervals ({example}: {low} to {high}), so that a rank may be one too.";
        // told of a cell
        ToldOf = "{rank}，{n}个可比地区" | "{rank}，{n}個可比地區" | "{rank} of {n}";
        ToldAlone = "仅此一地可比" | "僅此一地可比" | "the only comparable figure";
        ToldGap = "与首位{place}相差{gap}" | "與首位{place}相差{gap}" | "{gap} from {place} in first place";
        ToldBenchmark = "与对标{place}相差{gap}" | "與對標{place}相差{gap}" | "{gap} from the benchmark {place}";
    }
}

#[inline(never)]
pub(in crate::words) fn title(words: Words, chart: &ScorecardChart) -> String {
    match &chart.finding {
        ScorecardFinding::Nothing => words.plain(Scorecard::Nothing),
        ScorecardFinding::Leader { region, tied, firsts, of } => {
            let phrase = if *tied > 1 { Scorecard::Leaders } else { Scorecard::Leader };
            words.say(phrase, "place k n of", &[words.place(region), &count(*tied), &count(*firsts), &count(*of)])
        }
        ScorecardFinding::Home { home, of, firsts, lasts, best, worst } => {
            let home = words.place(home);
            let all = |phrase| words.say(phrase, "n", &[&count(*of)]);
            let placed = |phrase, column: usize| {
                let rank = position_rank(words, chart, column);
                words.say(phrase, "which rank", &[name(words, chart, column), &rank])
            };
            let alone = match (firsts.len(), lasts.len()) {
                (firsts, _) if firsts == *of && *of > 1 => Some(all(Scorecard::AllFirst)),
                (_, lasts) if lasts == *of && *of > 1 => Some(all(Scorecard::AllLast)),
                (0, 0) if best == worst && *of > 1 => Some(all(Scorecard::Even)),
                (0, 0) if best == worst => Some(placed(Scorecard::At, *best)),
                (1, 0) if *of == 1 => Some(some(words, chart, Scorecard::First, firsts)),
                (0, 1) if *of == 1 => Some(some(words, chart, Scorecard::Last, lasts)),
                _ => None,
            };
            if let Some(alone) = alone {
                return words.say(Scorecard::One, "home lead", &[home, &alone]);
            }
            let lead = if firsts.is_empty() { placed(Scorecard::Best, *best) } else { some(words, chart, Scorecard::First, firsts) };
            let lag = if lasts.is_empty() { placed(Scorecard::Worst, *worst) } else { some(words, chart, Scorecard::Last, lasts) };
            words.say(Scorecard::Two, "home lead lag", &[home, &lead, &lag])
        }
    }
}

/// An indicator's name; of several, the first and how many.
fn some(words: Words, chart: &ScorecardChart, phrase: Scorecard, columns: &[usize]) -> String {
    let first = columns.first().map(|column| name(words, chart, *column)).unwrap_or_default();
    let which = match columns.len() {
        1 => first.to_owned(),
        n => words.say(Scorecard::AndMore, "which n", &[first, &count(n)]),
    };
    words.say(phrase, "which", &[&which])
}

fn name(words: Words, chart: &ScorecardChart, column: usize) -> &str {
    chart.columns.get(column).map(|column| words.indicator(&column.indicator)).unwrap_or_default()
}

fn home_cell(chart: &ScorecardChart, column: usize) -> Option<&ScoreCell> {
    chart.rows.iter().find(|row| row.is_home)?.cells.get(column)
}

fn position_rank(words: Words, chart: &ScorecardChart, column: usize) -> String {
    home_cell(chart, column).and_then(ScoreCell::position).map(|position| words.rank(position.rank)).unwrap_or_default()
}

#[inline(never)]
pub(in crate::words) fn subtitle(words: Words, chart: &ScorecardChart) -> Vec<String> {
    vec![
        several::indicators(words, chart.columns.len()),
        match chart.period {
            Some(period) => words.period(period),
            None => words.plain(Scorecard::Periods),
        },
        match chart.rows.len() {
            1 => words.plain(Scorecard::OnePlace),
            n => words.say(Scorecard::Places, "n", &[&count(n)]),
        },
    ]
}

#[inline(never)]
pub(in crate::words) fn reading(words: Words, chart: &ScorecardChart) -> Vec<String> {
    let mut sentences = Vec::new();
    match &chart.finding {
        ScorecardFinding::Nothing => sentences.push(words.plain(Scorecard::ReadNothing)),
        ScorecardFinding::Home { home, of, firsts, lasts, worst, .. } => {
            sentences.push(words.say(Scorecard::ReadHome, "home of", &[words.place(home), &count(*of)]));
            for (phrase, columns) in [(Scorecard::ReadFirst, firsts), (Scorecard::ReadLast, lasts)] {
                if !columns.is_empty() {
                    sentences.push(words.say(phrase, "n which", &[&count(columns.len()), &listed(words, chart, columns)]));
                }
            }
            sentences.extend(gap_sentence(words, chart, *worst));
        }
        ScorecardFinding::Leader { .. } => {
            let home = chart.rows.iter().find(|row| row.is_home);
            if let Some(home) = home {
                let (home, n) = (words.place(&home.region), count(chart.columns.len()));
                sentences.push(words.say(Scorecard::ReadHomeNone, "home n", &[home, &n]));
            }
            let mut leaders = Vec::new();
            for (index, column) in chart.columns.iter().enumerate().filter(|(_, column)| column.tells()) {
                let first = chart.rows.iter().find_map(|row| {
                    let cell = row.cells.get(index)?;
                    let position = cell.position().filter(|position| position.rank.point == 1)?;
                    Some((&row.region, words.full_figure(&position.quantity, cell.text())))
                });
                if let Some((region, value)) = first {
                    let parts = [words.indicator(&column.indicator), words.place(region), &value];
                    leaders.push(words.say(Scorecard::LeaderOf, "which place value", &parts));
                }
            }
            let list = leaders.join(if words.is_english() { "; " } else { "，" });
            sentences.push(words.say(Scorecard::ReadLeaders, "list", &[&list]));
        }
    }
    if let (Some(home), ScorecardFinding::Home { .. }) = (chart.rows.iter().find(|row| row.is_home), &chart.finding) {
        let mut missing = Vec::new();
        for (column, cell) in chart.columns.iter().zip(&home.cells) {
            if matches!(cell.state, ScoreState::Missing) {
                missing.push(words.indicator(&column.indicator));
            }
        }
        if !missing.is_empty() {
            sentences.push(words.say(Scorecard::ReadHomeMissing, "home which", &[words.place(&home.region), &words.list(&missing)]));
        }
    }
    let all = chart.rows.len() * chart.columns.len();
    let missing = chart.rows.iter().flat_map(|row| &row.cells).filter(|cell| matches!(cell.state, ScoreState::Missing)).count();
    if missing > 0 {
        sentences.push(words.say(Scorecard::ReadGaps, "all n", &[&count(all), &count(missing)]));
    }
    sentences
}

fn listed(words: Words, chart: &ScorecardChart, columns: &[usize]) -> String {
    let mut names = Vec::new();
    for column in columns {
        names.push(name(words, chart, *column));
    }
    words.list(&names)
}

/// How far the own place is from the first where it stands worst.
#[inline(never)]
fn gap_sentence(words: Words, chart: &ScorecardChart, column: usize) -> Option<String> {
    let cell = home_cell(chart, column)?;
    let position = cell.position()?;
    let Distance { to, gap } = position.to_leader.as_ref()?;
    let first = chart.rows.iter().find(|row| row.region.id == to.id)?.cells.get(column)?;
    let decimals = chart.columns.get(column)?.decimals;
    Some(words.say(
        Scorecard::ReadGap,
        "which value n rank leader best gap",
        &[
            name(words, chart, column),
            &words.full_figure(&position.quantity, cell.text()),
            &count(position.of),
            &words.rank(position.rank),
            words.place(to),
            &words.full_figure(first.quantity()?, first.text()),
            &words.full_difference(gap.absolute, decimals, position.quantity.unit()),
        ],
    ))
}

#[inline(never)]
pub(in crate::words) fn label(words: Words, label: &ScorecardLabel) -> String {
    match label {
        ScorecardLabel::HeadIndicator => several::head_indicator(words),
        ScorecardLabel::HeadValue => words.plain(Scorecard::HeadValue),
        ScorecardLabel::Indicator(indicator) => words.indicator(indicator).to_owned(),
        ScorecardLabel::Figure(quantity, text, marks) => several::figure(words, quantity, text, marks),
        ScorecardLabel::Marked(mark, difference) => several::marked(words, *mark, *difference),
        ScorecardLabel::Fill => words.plain(Scorecard::Fill),
        ScorecardLabel::SetApart => words.plain(Scorecard::SetApart),
        ScorecardLabel::Intervals(example) => {
            let end = |value| words.bound(value, example);
            let values = [words.full_figure(example, ""), end(example.low()), end(example.high())];
            let [example, low, high] = &values;
            words.say(Scorecard::Intervals, "example low high", &[example, low, high])
        }
        ScorecardLabel::NoPolarity(indicators) => several::no_polarity(words, indicators),
    }
}

impl Words {
    /// Unit, direction, and the period where columns differ in it.
    #[inline(never)]
    pub(crate) fn score_column(self, chart: &ScorecardChart, column: &ScoreColumn) -> Vec<String> {
        let mut parts = Vec::new();
        let unit = self.unit(column.indicator.unit);
        if !unit.is_empty() {
            parts.push(unit);
        }
        parts.push(several::direction(self, &column.indicator));
        if let (None, Some(period)) = (chart.period, column.period) {
            parts.push(self.period(period));
        }
        parts
    }

    /// The words of the key: rank, best, worst, not comparable, no figure.
    pub(crate) fn score_key(self) -> [String; 5] {
        use Scorecard as S;
        [S::KeyFill, S::KeyBest, S::KeyWorst, S::KeyApart, S::KeyMissing].map(|phrase| self.plain(phrase))
    }

    /// What is told of one cell.
    #[inline(never)]
    pub(crate) fn score_told(self, chart: &ScorecardChart, row: &ScoreRow, column: &ScoreColumn, cell: &ScoreCell) -> Vec<String> {
        let mut told = vec![[self.place(&row.region), self.indicator(&column.indicator)].join(self.pause())];
        let Some(quantity) = cell.quantity() else {
            told.push(self.no_figure());
            return told;
        };
        told.push(several::figure(self, quantity, cell.text(), &cell.marks));
        match cell.position() {
            None => told.push(self.plain(Scorecard::KeyApart)),
            Some(position) => {
                if column.ranked < 2 {
                    told.push(self.plain(Scorecard::ToldAlone));
                } else if column.is_ranking {
                    told.push(self.say(Scorecard::ToldOf, "rank n", &[&self.rank(position.rank), &count(position.of)]));
                }
                let leader = position.to_leader.as_ref();
                let benchmark = position.to_benchmark.as_ref().filter(|other| leader.is_none_or(|leader| leader.to.id != other.to.id));
                for (phrase, distance) in [(Scorecard::ToldGap, leader), (Scorecard::ToldBenchmark, benchmark)] {
                    if let Some(Distance { to, gap }) = distance {
                        let gap = self.full_difference(gap.absolute, column.decimals, quantity.unit());
                        told.push(self.say(phrase, "place gap", &[self.place(to), &gap]));
                    }
                }
            }
        }
        if let Some(observation) = &cell.observation {
            if Some(observation.period) != chart.period {
                told.push(self.period(observation.period));
            }
            told.push(self.source_line(&observation.source, observation.locator.as_deref()));
        }
        told
    }
}
