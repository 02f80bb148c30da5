//! 梯队 in words.

use crate::{
    benchmark::{Certainty, Interval, Shortfall},
    dataset::{Indicator, Polarity, Quantity, Unit, decimal::count},
    figure::{LadderChart, LadderColumn, LadderFinding, LadderLabel, LadderRung, TierPlanned},
    words::{Words, ladder::least_decimals, sentence::sentences},
};

sentences! {
    /// What the view of ladders says.
    enum Tiered {
        // titles
        Nothing = "各级梯队均未见公开数据" | "各級梯隊均未見公開數據" | "No figure of any tier is published";
        Planned = "{place}有{n}级梯队计划，实有数未见公开" | "{place}有{n}級梯隊計劃，實有數未見公開" | "{place} plans for {n} tiers; the actual numbers are not published";
        Short = "{place}{tier}为{value}，距计划尚差{gap}" | "{place}{tier}為{value}，距計劃尚差{gap}" | "{place}, {tier}: {value}, {gap} short of the plan";
        ShortOf = "{place}{planned}项梯队计划已达到{met}项，{tier}尚差{gap}" | "{place}{planned}項梯隊計劃已達到{met}項，{tier}尚差{gap}" | "{place} meets {met} of {planned} tier plans; {tier}: {gap} short";
        Home = "{place}{tier}为{value}，在{of}地中居{rank}，与{leader}相差{gap}" | "{place}{tier}為{value}，在{of}地中居{rank}，與{leader}相差{gap}" | "{place}: {value} in the top tier ({tier}), {rank} of {of}, {gap} behind {leader}";
        Top = "{place}{tier}{most}，为{value}" | "{place}{tier}{most}，為{value}" | "{tier}: {most} in {place}, {value}";
        TopNext = "{place}{tier}{most}，为{value}；{next}为{below}" | "{place}{tier}{most}，為{value}；{next}為{below}" | "{tier}: {most} in {place}, {value}; {next}: {below}";
        OpenTop = "{place}{tier}为{value}，在{of}地中居{rank}，先后难定" | "{place}{tier}為{value}，在{of}地中居{rank}，先後難定" | "{tier}: {value} in {place}, {rank} of {of}, too close to call";
        Tied = "{place}等{n}地{tier}相当，为{value}" | "{place}等{n}地{tier}相當，為{value}" | "{tier}: {place} and others level at {value} ({n} places)";
        Only = "{place}{tier}为{value}" | "{place}{tier}為{value}" | "{place}, {tier}: {value}";
        OnlyNext = "{place}{tier}为{value}，{next}为{below}" | "{place}{tier}為{value}，{next}為{below}" | "{place}, {tier}: {value}; {next}: {below}";
        Most = "最多" | "最多" | "most";
        Least = "最少" | "最少" | "fewest";
        // subtitle
        Levels = "{n}级梯队，由高到低" | "{n}級梯隊，由高到低" | "{n} tiers, from the top down";
        UnitIs = "单位：{unit}" | "單位：{unit}" | "unit: {unit}";
        Places = "{n}个地区" | "{n}個地區" | "{n} places";
        PeriodsDiffer = "时期见各地区名下" | "時期見各地區名下" | "periods under the names";
        // on the drawing
        Squares = "每格{one}，每行{row}" | "每格{one}，每行{row}" | "Each square is {one}, a full row {row}";
        Met = "{year}计划{plan}，已达到" | "{year}計劃{plan}，已達到" | "plan for {year}: {plan}, met";
        Missing = "{year}计划{plan}，尚差{gap}" | "{year}計劃{plan}，尚差{gap}" | "plan for {year}: {plan}, {gap} short";
        Level = "{year}须超过{plan}，目前持平" | "{year}須超過{plan}，目前持平" | "to pass {plan} in {year}, level now";
        Open = "{year}计划{plan}，是否达到未能确定" | "{year}計劃{plan}，是否達到未能確定" | "plan for {year}: {plan}, met or not is open";
        Uncounted = "{year}计划{plan}，实有数未见公开" | "{year}計劃{plan}，實有數未見公開" | "plan for {year}: {plan}, actual number not published";
        About = "约{n}" | "約{n}" | "about {n}";
        Silent = "{place}：各级均未见公开数据" | "{place}：各級均未見公開數據" | "{place}: no figure of any tier is published";
        // table
        HeadTier = "梯队" | "梯隊" | "Tier";
        HeadCount = "数量（{unit}）" | "數量（{unit}）" | "Number ({unit})";
        HeadCountPlain = "数量" | "數量" | "Number";
        HeadPlan = "计划" | "計劃" | "Plan";
        HeadToPlan = "距计划" | "距計劃" | "To the plan";
        CellPlan = "{plan}（{year}）" | "{plan}（{year}）" | "{plan} ({year})";
        CellMet = "已达到" | "已達到" | "met";
        CellShort = "尚差{gap}" | "尚差{gap}" | "{gap} short";
        CellLevel = "持平，须超过" | "持平，須超過" | "level, to be passed";
        CellOpen = "未能确定" | "未能確定" | "open";
        // notes
        NoteScale = "各级、各地用同一标尺，每个方格代表的数量相同。" | "各級、各地用同一標尺，每個方格代表的數量相同。" | "One scale for all tiers and places: every square stands for the same number.";
        NoteHollow = "空心格为距计划的差额。" | "空心格為距計劃的差額。" | "Hollow squares are missing to a plan.";
        NoteMayOverlap = "所列数据未载明各级有无重合，部分企业可能同时计入两级，不宜跨级相加。" | "所列數據未載明各級有無重合，部分企業可能同時計入兩級，不宜跨級相加。" | "The data does not say whether tiers overlap; some may be counted in two, so the tiers are not to be added.";
        NoteNested = "{part}同时计入{whole}，两级不宜相加。" | "{part}同時計入{whole}，兩級不宜相加。" | "{part} are counted in {whole} as well; the two are not to be added.";
        NoteSame = "{part}与{whole}是同一数据，不宜重复计算。" | "{part}與{whole}是同一數據，不宜重複計算。" | "{part} and {whole} are one figure, not to be counted twice.";
    }
}

pub(in crate::words) fn title(words: Words, chart: &LadderChart) -> String {
    let figure = |quantity: &Quantity| words.full_figure(quantity, "");
    let tier = chart.tiers.first().map(|tier| words.indicator(tier)).unwrap_or_default();
    match &chart.finding {
        LadderFinding::Nothing => words.plain(Tiered::Nothing),
        LadderFinding::Planned(region, n) => words.say(Tiered::Planned, "place n", &[words.place(region), &count(*n)]),
        LadderFinding::Short { region, planned, met, tier, count: own, missing, unit } => words.say(
            if *planned == 1 { Tiered::Short } else { Tiered::ShortOf },
            "place tier value gap planned met",
            &[words.place(region), words.indicator(tier), &figure(own), &size(words, missing, *unit), &count(*planned), &count(*met)],
        ),
        LadderFinding::Home { region, top, rank, of, leader: (leader, gap) } => {
            let gap = words.full_difference(gap.absolute, least_decimals(gap.absolute), top.unit());
            let values = [words.place(region), tier, &figure(top), &count(*of), &words.rank(*rank), words.place(leader), &gap];
            words.say(Tiered::Home, "place tier value of rank leader gap", &values)
        }
        LadderFinding::Top { region, top, rank, of, tied: 1, .. } if rank.is_open() => {
            let values = [words.place(region), tier, &figure(top), &count(*of), &words.rank(*rank)];
            words.say(Tiered::OpenTop, "place tier value of rank", &values)
        }
        LadderFinding::Top { region, top, of, tied, next, .. } => {
            let sentence = match (*tied > 1, *of > 1, next) {
                (true, ..) => Tiered::Tied,
                (false, true, None) => Tiered::Top,
                (false, true, Some(_)) => Tiered::TopNext,
                (false, false, None) => Tiered::Only,
                (false, false, Some(_)) => Tiered::OnlyNext,
            };
            let fewest = chart.tiers.first().is_some_and(|tier| tier.polarity == Polarity::Lower);
            let most = words.plain(if fewest { Tiered::Least } else { Tiered::Most });
            let (next, below) = match next {
                Some((tier, quantity)) => (words.indicator(tier), figure(quantity)),
                None => ("", String::new()),
            };
            let values = [words.place(region), tier, &most, &figure(top), &count(*tied), next, &below];
            words.say(sentence, "place tier most value n next below", &values)
        }
        LadderFinding::Below(region, tier, quantity) => {
            words.say(Tiered::Only, "place tier value", &[words.place(region), words.indicator(tier), &figure(quantity)])
        }
    }
}

pub(in crate::words) fn subtitle(words: Words, chart: &LadderChart) -> Vec<String> {
    let mut first = vec![words.say(Tiered::Levels, "n", &[&count(chart.tiers.len())])];
    let unit = words.unit(chart.unit);
    if !unit.is_empty() {
        first.push(words.say(Tiered::UnitIs, "unit", &[&unit]));
    }
    let mut parts = vec![first.join(if words.is_english() { ", " } else { "，" })];
    if chart.columns.len() > 1 {
        parts.push(words.say(Tiered::Places, "n", &[&count(chart.columns.len())]));
    }
    let mut periods = chart.columns.iter().map(|column| column.ladder.period);
    if let Some(first) = periods.next() {
        match (first, periods.all(|other| other == first)) {
            (Some(period), true) => parts.push(words.period(period)),
            (_, false) => parts.push(words.plain(Tiered::PeriodsDiffer)),
            (None, true) => {}
        }
    }
    parts
}

pub(in crate::words) fn reading(words: Words, chart: &LadderChart) -> Vec<String> {
    let mut sentences = Vec::new();
    for column in &chart.columns {
        sentences.push(words.ladder_reading(&column.ladder));
    }
    for region in &chart.silent {
        sentences.push(words.silent_ladder(words.place(region)) + if words.is_english() { "." } else { "。" });
    }
    if sentences.is_empty() {
        sentences.push(words.plain(Tiered::Nothing) + if words.is_english() { "." } else { "。" });
    }
    sentences
}

pub(in crate::words) fn label(words: Words, label: &LadderLabel) -> String {
    let pair =
        |sentence, part: &Indicator, whole: &Indicator| words.say(sentence, "part whole", &[words.indicator(part), words.indicator(whole)]);
    match label {
        LadderLabel::Tier => words.plain(Tiered::HeadTier),
        LadderLabel::Count(unit) => match words.unit(*unit) {
            unit if unit.is_empty() => words.plain(Tiered::HeadCountPlain),
            unit => words.say(Tiered::HeadCount, "unit", &[&unit]),
        },
        LadderLabel::Plan => words.plain(Tiered::HeadPlan),
        LadderLabel::ToPlan => words.plain(Tiered::HeadToPlan),
        LadderLabel::PlanOf(plan) => {
            let aim = aim(words, plan);
            words.say(Tiered::CellPlan, "plan year", &[&aim, &words.period(plan.target.deadline)])
        }
        LadderLabel::Missing(plan) => match plan.shortfall {
            None => String::new(),
            Some(shortfall) => {
                let gap = size(words, &shortfall.missing, unit_of(plan));
                let cells = [Tiered::CellMet, Tiered::CellShort, Tiered::CellLevel, Tiered::CellOpen];
                words.say(chosen(&shortfall, cells), "gap", &[&gap])
            }
        },
        LadderLabel::Scale { planned: false } => words.plain(Tiered::NoteScale),
        LadderLabel::Scale { planned: true } => words.join(&[Tiered::NoteScale, Tiered::NoteHollow].map(|sentence| words.plain(sentence))),
        LadderLabel::MayOverlap => words.plain(Tiered::NoteMayOverlap),
        LadderLabel::Nested(part, whole) => pair(Tiered::NoteNested, part, whole),
        LadderLabel::Same(one, other) => pair(Tiered::NoteSame, one, other),
    }
}

/// Of four sentences, the one that fits: met, short, level with what is to be passed, open.
fn chosen(shortfall: &Shortfall, [met, short, level, open]: [Tiered; 4]) -> Tiered {
    match shortfall.met {
        Certainty::Yes => met,
        Certainty::Possible => open,
        Certainty::No if shortfall.missing.point <= 0.0 => level,
        Certainty::No => short,
    }
}

/// What is missing, as a size.
fn size(words: Words, missing: &Interval, unit: Unit) -> String {
    let size = words.full_difference(missing.point, least_decimals(missing.point), unit);
    if missing.is_exact() { size } else { words.say(Tiered::About, "n", &[&size]) }
}

fn unit_of(plan: &TierPlanned) -> Unit {
    plan.target.kind.value().map_or(Unit::BARE, Quantity::unit)
}

fn aim(words: Words, plan: &TierPlanned) -> String {
    plan.target.kind.value().map(|value| words.full_figure(value, "")).unwrap_or_default()
}

impl Words {
    /// A place of which nothing is known.
    pub(crate) fn silent_ladder(self, place: &str) -> String {
        self.say(Tiered::Silent, "place", &[place])
    }

    /// What a square and a row of squares stand for.
    pub(crate) fn ladder_squares(self, each: f64, row: f64, unit: Unit) -> String {
        let [one, row] = [each, row].map(|value| self.full_number(value, 0, unit));
        self.say(Tiered::Squares, "one row", &[&one, &row])
    }

    /// The number beside the squares, with the marks of its notes; `None` where there is no figure.
    pub(crate) fn rung_number(self, rung: &LadderRung) -> Option<String> {
        let quantity = rung.quantity.as_ref()?;
        let text = rung.observation.as_ref().map_or("", |observation| &observation.text);
        Some(self.marked_figure(quantity, text, &rung.marks))
    }

    /// What stands under a count: definition, period where it is another, plans.
    pub(crate) fn rung_captions(self, rung: &LadderRung, column: &LadderColumn) -> Vec<String> {
        let mut captions = Vec::new();
        if let Some(observation) = &rung.observation {
            if let Some(definition) = &observation.definition {
                captions.push(definition.get(self.lang).to_owned());
            }
            if Some(observation.period) != column.ladder.period {
                captions.push(self.period(observation.period));
            }
        }
        captions.extend(self.rung_plans(rung));
        captions
    }

    fn rung_plans(self, rung: &LadderRung) -> Vec<String> {
        let mut told = Vec::new();
        for plan in &rung.plans {
            let plan = TierPlanned { target: plan.target.clone(), shortfall: plan.shortfall };
            let sentence = match &plan.shortfall {
                None => Tiered::Uncounted,
                Some(shortfall) => chosen(shortfall, [Tiered::Met, Tiered::Missing, Tiered::Level, Tiered::Open]),
            };
            let gap = plan.shortfall.map(|shortfall| size(self, &shortfall.missing, unit_of(&plan))).unwrap_or_default();
            told.push(self.say(sentence, "year plan gap", &[&self.period(plan.target.deadline), &aim(self, &plan), &gap]));
        }
        told
    }

    /// What is told of one count.
    pub(crate) fn rung_told(self, tier: &Indicator, column: &LadderColumn, rung: &LadderRung) -> Vec<String> {
        let mut told = vec![[self.place(&column.ladder.region), self.indicator(tier)].join(self.pause())];
        match (&rung.observation, &rung.quantity) {
            (Some(observation), Some(quantity)) => {
                told.push(self.full_figure(quantity, &observation.text));
                told.extend(observation.definition.as_ref().map(|definition| definition.get(self.lang).to_owned()));
                told.push(self.period(observation.period));
                told.extend(self.rung_plans(rung));
                told.push(self.source_line(&observation.source, observation.locator.as_deref()));
            }
            _ => {
                told.push(self.no_figure());
                told.extend(self.rung_plans(rung));
            }
        }
        told
    }
}
