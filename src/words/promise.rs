//! Promises of every kind in words: what was asked, what the figures say, what must be known.

use super::{Words, phrase::Phrase, sentence::sentences};
use crate::{
    dataset::{
        Measure, Period, Quantity, TargetKind,
        decimal::{count, power_of_ten, shortest},
    },
    trajectory::{
        Actual, Assessed, BurnDown, Caution, Check, Due, Finding, Grown, Held, Interval, Met, NoFinding, RankHeld, Reach, Volume,
    },
};

sentences! {
    /// What is said of a promise.
    enum Promise {
        // what was asked
        Ask = "{place}的目标：{deadline}{indicator}{asked}。" | "{place}的目標：{deadline}{indicator}{asked}。" | "Target of {place} for {deadline}: {indicator} {asked}.";
        AskTask = "{place}的任务：{title}（期限：{deadline}）。" | "{place}的任務：{title}（期限：{deadline}）。" | "{place} is to deliver, by {deadline}: {title}.";
        ToReach = "达到{value}" | "達到{value}" | "to reach {value}";
        ToPass = "超过{value}" | "超過{value}" | "to pass {value}";
        ToGoDown = "降至{value}" | "降至{value}" | "to come down to {value}";
        ToGoBelow = "降至{value}以下" | "降至{value}以下" | "to come down below {value}";
        SaidToBe = "{asked}（{fold}）" | "{asked}（{fold}）" | "{asked} ({fold})";
        Times = "增至基期的{k}倍" | "增至基期的{k}倍" | "to become {k} times the baseline";
        AtLeast = "不低于{value}" | "不低於{value}" | "at least {value}";
        Above = "高于{value}" | "高於{value}" | "above {value}";
        AtMost = "不超过{value}" | "不超過{value}" | "at most {value}";
        Below = "低于{value}" | "低於{value}" | "below {value}";
        Between = "保持在{low}至{high}之间" | "保持在{low}至{high}之間" | "between {low} and {high}";
        GrowAtLeast = "年增长不低于{value}" | "年增長不低於{value}" | "to grow by at least {value} a year";
        GrowAbove = "年增长超过{value}" | "年增長超過{value}" | "to grow by more than {value} a year";
        ToZero = "清零" | "清零" | "to come to zero";
        RankCommit = "{scope}保{n}" | "{scope}保{n}" | "no. {n} or better {scope}";
        RankBoth = "{scope}保{n}争{best}" | "{scope}保{n}爭{best}" | "no. {n} or better {scope}, striving for no. {best}";
        Scope = "在{scope}" | "在{scope}" | "in {scope}";
        Planned = "计划完成{value}" | "計劃完成{value}" | "{value} planned";
        PlannedAbove = "计划完成超过{value}" | "計劃完成超過{value}" | "more than {value} planned";
        InTotal = "累计达到{value}" | "累計達到{value}" | "{value} in total";
        InTotalSince = "自{from}起累计达到{value}" | "自{from}起累計達到{value}" | "{value} in total since {from}";
        // a level, a growth, a rank
        HeldYes = "{period}为{value}，符合。" | "{period}為{value}，符合。" | "At {value} in {period}, it is kept.";
        HeldNo = "{period}为{value}，不符合。" | "{period}為{value}，不符合。" | "At {value} in {period}, it is not kept.";
        HeldOpen = "{period}为{value}，是一个区间，是否符合不能确定。" | "{period}為{value}，是一個區間，是否符合不能確定。" | "{value} in {period} is an interval with the bound in it: undecided.";
        BeforeAll = "此前公布的{n}个时期均符合。" | "此前公布的{n}個時期均符合。" | "So it was in all {n} periods published before.";
        BeforeSome = "此前公布的{n}个时期中，符合的有{m}个。" | "此前公布的{n}個時期中，符合的有{m}個。" | "Of {n} periods published before, {m} met it.";
        BeforeOne = "此前公布的{period}也符合。" | "此前公布的{period}也符合。" | "So it was in {period}.";
        BeforeOneNot = "此前公布的{period}为{value}。" | "此前公布的{period}為{value}。" | "Before, in {period}, it was {value}.";
        GrownBy = "{period}为{value}，比上年增长{growth}" | "{period}為{value}，比上年增長{growth}" | "{value} in {period}, {growth} up on the year before";
        ShrunkBy = "{period}为{value}，比上年下降{growth}" | "{period}為{value}，比上年下降{growth}" | "{value} in {period}, {growth} down on the year before";
        GrownBetween = "{period}为{value}，比上年增长{low}至{high}" | "{period}為{value}，比上年增長{low}至{high}" | "{value} in {period}, between {low} and {high} up on the year before";
        GrownYes = "{grown}，符合。" | "{grown}，符合。" | "{grown}: as promised.";
        GrownNo = "{grown}，不符合。" | "{grown}，不符合。" | "{grown}: less than promised.";
        GrownOpen = "{grown}，数值是区间，是否符合不能确定。" | "{grown}，數值是區間，是否符合不能確定。" | "{grown}: an interval with the promise in it, undecided.";
        RankIs = "{period}居{rank}，{commit}。" | "{period}居{rank}，{commit}。" | "{rank} in {period}: {commit}.";
        RankIsBoth = "{period}居{rank}，{commit}，{stretch}。" | "{period}居{rank}，{commit}，{stretch}。" | "{rank} in {period}: {commit}, {stretch}.";
        CommitYes = "在承诺的第{n}位以内" | "在承諾的第{n}位以內" | "within the promised no. {n}";
        CommitNo = "未在承诺的第{n}位以内" | "未在承諾的第{n}位以內" | "not within the promised no. {n}";
        CommitOpen = "是否在承诺的第{n}位以内不能确定" | "是否在承諾的第{n}位以內不能確定" | "whether within the promised no. {n} is undecided";
        StretchYes = "争取的第{n}位已达到" | "爭取的第{n}位已達到" | "no. {n} striven for is reached";
        StretchNo = "争取的第{n}位尚未达到" | "爭取的第{n}位尚未達到" | "no. {n} striven for is not reached";
        StretchOpen = "争取的第{n}位是否达到不能确定" | "爭取的第{n}位是否達到不能確定" | "whether no. {n} is reached is undecided";
        RanksLeftOut = "另有{n}个其他范围的位次，不作比较。" | "另有{n}個其他範圍的位次，不作比較。" | "Ranks among others, not compared: {n}.";
        // a value to reach
        ReachYes = "{period}为{value}，已达到。" | "{period}為{value}，已達到。" | "Met: {value} in {period}.";
        ReachNo = "{period}为{value}，为目标的{share}。" | "{period}為{value}，為目標的{share}。" | "{value} in {period}, {share} of the target.";
        ReachNoPlain = "{period}为{value}，尚未达到。" | "{period}為{value}，尚未達到。" | "{value} in {period}: not met yet.";
        ReachEqual = "{period}为{value}，等于目标值，尚未越过。" | "{period}為{value}，等於目標值，尚未越過。" | "{value} in {period}: on the target, not past it.";
        ReachOpen = "{period}为{value}，是一个区间，是否达到不能确定。" | "{period}為{value}，是一個區間，是否達到不能確定。" | "{value} in {period} is an interval with the target in it: undecided.";
        ReachLater = "期限之后的{period}达到。" | "期限之後的{period}達到。" | "Met after the deadline, in {period}.";
        Progress = "已走完全程的{progress}，时间过去{elapsed}，{pace}。" | "已走完全程的{progress}，時間過去{elapsed}，{pace}。" | "{progress} of the way is covered with {elapsed} of the time elapsed, {pace}.";
        AheadOfTime = "快于序时进度{n}个百分点" | "快於序時進度{n}個百分點" | "{n} percentage points ahead of time";
        BehindTime = "慢于序时进度{n}个百分点" | "慢於序時進度{n}個百分點" | "{n} percentage points behind schedule";
        OnTime = "与序时进度持平" | "與序時進度持平" | "right on schedule";
        NeedMore = "此后到期限每年需增加{amount}。" | "此後到期限每年需增加{amount}。" | "From there to the deadline it takes {amount} more a year.";
        NeedMoreGrowth = "此后到期限每年需增加{amount}，即年均增长{growth}。" | "此後到期限每年需增加{amount}，即年均增長{growth}。" | "From there to the deadline it takes {amount} more a year, or {growth} growth.";
        NeedLess = "此后到期限每年需减少{amount}。" | "此後到期限每年需減少{amount}。" | "From there to the deadline it takes {amount} less a year.";
        NeedLessPeriods = "此后到期限每年需减少{amount}，即每{length}{part}。" | "此後到期限每年需減少{amount}，即每{length}{part}。" | "From there to the deadline it takes {amount} less a year, or {part} a {length}.";
        HalfYear = "半年" | "半年" | "half-year";
        Quarter = "季度" | "季度" | "quarter";
        Month = "月" | "月" | "month";
        // to zero
        ZeroYes = "{period}已清零。" | "{period}已清零。" | "At zero in {period}.";
        ZeroNo = "{period}还有{value}。" | "{period}還有{value}。" | "{value} left in {period}.";
        ZeroOpen = "{period}为{value}，是否已清零不能确定。" | "{period}為{value}，是否已清零不能確定。" | "{value} in {period}: whether that is zero is undecided.";
        ZeroPath = "匀速清零到此时应剩{expected}，{gap}。" | "勻速清零到此時應剩{expected}，{gap}。" | "An even way to zero would leave {expected} by then: {gap}.";
        TooMany = "多出{amount}" | "多出{amount}" | "{amount} too many";
        Fewer = "还少{amount}" | "還少{amount}" | "{amount} fewer";
        Even = "正好相符" | "正好相符" | "just so";
        // volumes
        VolumeWhole = "{span}完成{value}，完成率{share}，{met}。" | "{span}完成{value}，完成率{share}，{met}。" | "{value} done in {span}, {share} of what was asked: {met}.";
        VolumePart = "{span}完成{value}，完成率{share}，时间过去{elapsed}，{pace}；{met}。" | "{span}完成{value}，完成率{share}，時間過去{elapsed}，{pace}；{met}。" | "{value} done in {span}, {share} of what was asked with {elapsed} of the time elapsed, {pace}: {met}.";
        VolumeStock = "{span}为{value}，完成率{share}，{met}。" | "{span}為{value}，完成率{share}，{met}。" | "{value} in {span}, {share} of what was asked: {met}.";
        VolumeYes = "已完成" | "已完成" | "done";
        VolumeNo = "未完成" | "未完成" | "not done";
        VolumeNotYet = "尚未完成" | "尚未完成" | "not done yet";
        VolumeUnknown = "期限已过，全期数值未见公布" | "期限已過，全期數值未見公布" | "the deadline is over, no figure for the whole time is published";
        VolumeOpen = "是否完成不能确定" | "是否完成不能確定" | "undecided";
        VolumeNeed = "余下的时间每月需完成{amount}。" | "餘下的時間每月需完成{amount}。" | "The rest of the time takes {amount} a month.";
        VolumeParts = "由{list}相加而得。" | "由{list}相加而得。" | "Added up from {list}.";
        // tasks
        TaskOver = "期限已过；是否完成，数据中没有记录。" | "期限已過；是否完成，數據中沒有記錄。" | "The deadline is over; the data does not record whether it is done.";
        TaskAhead = "期限未到；是否完成，数据中没有记录。" | "期限未到；是否完成，數據中沒有記錄。" | "The deadline is still ahead; the data does not record whether it is done.";
        // no finding
        NoFigure = "未见公布实际值，无法判断。" | "未見公布實際值，無法判斷。" | "No actual figure is published: not judged.";
        NoFigureOver = "期限已过，未见公布实际值，无法判断。" | "期限已過，未見公布實際值，無法判斷。" | "The deadline is over and no actual figure is published: not judged.";
        OtherPeriod = "公布的数值不属于承诺的时期，无法判断。" | "公布的數值不屬於承諾的時期，無法判斷。" | "The published figures are of other periods: not judged.";
        OtherScope = "公布的位次属于其他范围，不能用来判断。" | "公布的位次屬於其他範圍，不能用來判斷。" | "The published ranks are among others: not judged.";
        NoBaseline = "来源没有给出基期，目标值无从推算。" | "來源沒有給出基期，目標值無從推算。" | "No baseline is given, so the target has no value.";
        NoYearBefore = "没有上年的数值，增速无从计算。" | "沒有上年的數值，增速無從計算。" | "Without a figure of the year before, there is no growth to compute.";
        Overlap = "{first}与{second}的数值有重叠，相加会重复计算，不作合计。" | "{first}與{second}的數值有重疊，相加會重複計算，不作合計。" | "The figures for {first} and {second} overlap and would count twice: not added up.";
        Gap = "{first}之前有月份没有数值，不作合计。" | "{first}之前有月份沒有數值，不作合計。" | "Months before {first} have no figure: not added up.";
        NotAdditive = "比率、指数和位次不能相加，不作合计。" | "比率、指數和位次不能相加，不作合計。" | "Rates, indices and ranks do not add up.";
        NoIndicator = "目标没有对应的指标，无法判断。" | "目標沒有對應的指標，無法判斷。" | "The target names no indicator: not judged.";
        TooLarge = "数值过大，无法计算。" | "數值過大，無法計算。" | "The numbers are too large to compute with.";
        // cautions
        CautionDefinition = "口径不同的数值未计入。" | "口徑不同的數值未計入。" | "Figures of another definition are left out.";
        CautionDisputed = "{period}另有不同的数值，取先列出的。" | "{period}另有不同的數值，取先列出的。" | "Another value is stated for {period}; the first listed counts.";
        CautionSince = "来源未写明累计的起点，从最早公布的{period}算起。" | "來源未寫明累計的起點，從最早公布的{period}算起。" | "The source does not say since when it adds up; it is counted from {period}, the first figure.";
        CautionSinceUnknown = "来源未写明累计的起点，按公布的总数计。" | "來源未寫明累計的起點，按公布的總數計。" | "The source does not say since when it adds up; the published total is taken as it is.";
        CautionEarlier = "期限（{deadline}）已过，期末数值未见公布。" | "期限（{deadline}）已過，期末數值未見公布。" | "The deadline ({deadline}) is over, and no figure for it is published.";
    }
}

impl Words {
    /// A promise in a few sentences: what was asked, what the figures say or why they say nothing, and what must be known.
    ///
    /// ```
    /// # let text = r#"{"version": 1, "title": "t", "sources": [{"id": "s", "title": "s"}], "regions": [{"id": "a", "name": "甲市", "kind": "city"}],
    /// #   "indicators": [{"id": "i", "name": "败诉率", "unit": "%", "polarity": "lower", "measure": "ratio"}],
    /// #   "observations": [{"region": "a", "indicator": "i", "period": "2023", "text": "7.5%", "source": "s"}],
    /// #   "targets": [{"id": "t", "region": "a", "indicator": "i", "kind": "at-most", "text": "8%以内", "deadline": "2023", "source": "s"}]}"#;
    /// use duibiao::{dataset::{Lang, Period, parse_json}, trajectory::assess, words::Words};
    ///
    /// let dataset = parse_json(text).dataset.unwrap();
    /// let assessed = assess(&dataset, dataset.target("t").unwrap(), Period::parse("2026-11-22").unwrap());
    /// assert_eq!(Words::new(Lang::ZhHans).assessed(&assessed), "甲市的目标：2023年败诉率不超过8%。2023年为7.5%，符合。");
    /// ```
    pub fn assessed(self, assessed: &Assessed) -> String {
        let over = matches!(assessed.due, Due::Over(_));
        let mut sentences = vec![self.asked(assessed)];
        match &assessed.finding {
            Ok(Finding::Reach(reach)) => self.tell_reach(reach, over, &mut sentences),
            Ok(Finding::Zero(burn_down)) => self.tell_burn_down(burn_down, over, &mut sentences),
            Ok(Finding::Held(held)) => self.tell_held(held, &mut sentences),
            Ok(Finding::Grown(steps)) => sentences.extend(steps.last().map(|step| self.grown(step))),
            Ok(Finding::Rank(held)) => self.tell_rank(held, &mut sentences),
            Ok(Finding::Volume(volume)) => self.tell_volume(volume, over, &mut sentences),
            Ok(Finding::Unrecorded) => {
                sentences.push(self.plain(if over { Promise::TaskOver } else { Promise::TaskAhead }));
            }
            Err(reason) => sentences.push(self.no_finding(*reason, over)),
        }
        for caution in &assessed.cautions {
            sentences.extend(self.caution(caution, assessed));
        }
        let sentences: Vec<String> = sentences.into_iter().map(capital).collect();
        self.join(&sentences)
    }

    /// What was asked, in a sentence.
    fn asked(self, assessed: &Assessed) -> String {
        let target = &assessed.target;
        let place = self.place(&target.region);
        let deadline = self.inferred(target.deadline, target.inferred);
        let title = target.title.as_ref().map(|title| title.get(self.lang));
        let Some(indicator) = &target.indicator else {
            return self.say(Promise::AskTask, "place title deadline", &[place, title.unwrap_or_default(), &deadline]);
        };
        if target.kind == TargetKind::Deliver {
            return self.say(Promise::AskTask, "place title deadline", &[place, title.unwrap_or(self.indicator(indicator)), &deadline]);
        }
        let bare = |quantity: &Quantity| self.full_number(quantity.value(), quantity.decimals(), quantity.unit());
        let one =
            |inclusive, strict, quantity: &Quantity| self.say(if target.strict { strict } else { inclusive }, "value", &[&bare(quantity)]);
        let asked = match &target.kind {
            TargetKind::Reach { value, multiple: Some(multiple) } => {
                let asked = one(Promise::ToReach, Promise::ToPass, value);
                let fold = self.fold(multiple.factor, multiple.years);
                self.say(Promise::SaidToBe, "asked fold", &[&asked, &fold])
            }
            TargetKind::Reach { value, .. } => match &assessed.finding {
                Ok(Finding::Reach(reach)) if reach.track.is_downward() => one(Promise::ToGoDown, Promise::ToGoBelow, value),
                _ => one(Promise::ToReach, Promise::ToPass, value),
            },
            TargetKind::Multiply(multiple) => self.say(Promise::Times, "k", &[&shortest(multiple.factor)]),
            TargetKind::Growth(rate) if indicator.measure == Measure::Growth => one(Promise::AtLeast, Promise::Above, rate),
            TargetKind::Growth(rate) => one(Promise::GrowAtLeast, Promise::GrowAbove, rate),
            TargetKind::Corridor { low, high } => self.say(Promise::Between, "low high", &[&bare(low), &bare(high)]),
            TargetKind::AtLeast(value) => one(Promise::AtLeast, Promise::Above, value),
            TargetKind::AtMost(value) => one(Promise::AtMost, Promise::Below, value),
            TargetKind::Zero => self.plain(Promise::ToZero),
            TargetKind::Rank { commit, stretch, scope } => {
                let scope = scope.as_ref().map(|scope| self.say(Promise::Scope, "scope", &[scope.get(self.lang)])).unwrap_or_default();
                let phrase = if stretch.is_some() { Promise::RankBoth } else { Promise::RankCommit };
                let best = stretch.map(|rank| count(rank.into())).unwrap_or_default();
                let asked = self.say(phrase, "scope n best", &[&scope, &count((*commit).into()), &best]);
                asked.trim_end().to_owned()
            }
            TargetKind::Plan(value) => one(Promise::Planned, Promise::PlannedAbove, value),
            TargetKind::Cumulative { value, from: Some(from) } => {
                self.say(Promise::InTotalSince, "from value", &[&self.period(*from), &bare(value)])
            }
            TargetKind::Cumulative { value, from: None } => self.say(Promise::InTotal, "value", &[&bare(value)]),
            TargetKind::Deliver => String::new(),
        };
        self.say(Promise::Ask, "place deadline indicator asked", &[place, &deadline, self.indicator(indicator), &asked])
    }

    /// A period, and whether it is inferred.
    fn inferred(self, period: Period, inferred: bool) -> String {
        let period = self.period(period);
        if inferred { self.say(Phrase::Inferred, "period", &[&period]) } else { period }
    }

    /// The period of a figure.
    fn period_of(self, actual: &Actual) -> String {
        self.inferred(actual.observation.period, actual.observation.inferred)
    }

    /// Ahead of the time elapsed or behind it.
    fn deviation(self, deviation: f64) -> String {
        let points = self.number(deviation.abs() * 100.0, 1);
        match deviation {
            _ if points == "0.0" => self.plain(Promise::OnTime),
            deviation if deviation > 0.0 => self.say(Promise::AheadOfTime, "n", &[&points]),
            _ => self.say(Promise::BehindTime, "n", &[&points]),
        }
    }

    fn figure_of(self, actual: &Actual) -> String {
        self.full_figure(&actual.quantity, &actual.observation.text)
    }

    fn tell_held(self, held: &Held, sentences: &mut Vec<String>) {
        let Some((last, before)) = held.checks.split_last() else { return };
        let phrase = by(last.met, Promise::HeldYes, Promise::HeldNo, Promise::HeldOpen);
        let period = |check: &Check| self.period_of(&check.actual);
        sentences.push(self.say(phrase, "period value", &[&period(last), &self.figure_of(&last.actual)]));
        let kept = before.iter().filter(|check| check.met == Met::Yes).count();
        match before {
            [] => {}
            [one] if kept == 1 && last.met == Met::Yes => sentences.push(self.say(Promise::BeforeOne, "period", &[&period(one)])),
            [one] => sentences.push(self.say(Promise::BeforeOneNot, "period value", &[&period(one), &self.figure_of(&one.actual)])),
            all if kept == all.len() && last.met == Met::Yes => sentences.push(self.say(Promise::BeforeAll, "n", &[&count(all.len())])),
            all => sentences.push(self.say(Promise::BeforeSome, "n m", &[&count(all.len()), &count(kept)])),
        }
    }

    fn grown(self, step: &Grown) -> String {
        let (period, value, growth) = (self.period_of(&step.to), self.figure_of(&step.to), &step.growth);
        let grown = if growth.is_exact() {
            let phrase = if growth.value < 0.0 { Promise::ShrunkBy } else { Promise::GrownBy };
            self.say(phrase, "period value growth", &[&period, &value, &self.percent(growth.value.abs())])
        } else {
            let (low, high) = (self.percent(growth.low), self.percent(growth.high));
            self.say(Promise::GrownBetween, "period value low high", &[&period, &value, &low, &high])
        };
        self.say(by(step.met, Promise::GrownYes, Promise::GrownNo, Promise::GrownOpen), "grown", &[&grown])
    }

    fn tell_rank(self, held: &RankHeld, sentences: &mut Vec<String>) {
        let Some(last) = held.latest() else { return };
        let (rank, met) = held.commit;
        let commit = by(met, Promise::CommitYes, Promise::CommitNo, Promise::CommitOpen);
        let commit = self.say(commit, "n", &[&count(rank.into())]);
        let number = self.figure(&last.actual.quantity);
        let rank = self.say(Phrase::RankAt, "rank", &[&number]);
        let period = self.period_of(&last.actual);
        let sentence = match held.stretch {
            None => self.say(Promise::RankIs, "period rank commit", &[&period, &rank, &commit]),
            Some((best, met)) => {
                let stretch = by(met, Promise::StretchYes, Promise::StretchNo, Promise::StretchOpen);
                let stretch = self.say(stretch, "n", &[&count(best.into())]);
                self.say(Promise::RankIsBoth, "period rank commit stretch", &[&period, &rank, &commit, &stretch])
            }
        };
        sentences.push(sentence);
        if held.other_scopes > 0 {
            sentences.push(self.say(Promise::RanksLeftOut, "n", &[&count(held.other_scopes)]));
        }
    }

    fn tell_reach(self, reach: &Reach, over: bool, sentences: &mut Vec<String>) {
        let period = self.period_of(&reach.latest);
        let share = reach.pace.and_then(|pace| pace.completion).filter(|share| *share > 0.0 && !reach.track.is_downward());
        let no = match share {
            Some(share) if share < 1.0 => Promise::ReachNo,
            _ if reach.latest.point.value == reach.track.goal.value() => Promise::ReachEqual,
            _ => Promise::ReachNoPlain,
        };
        let phrase = by(reach.met, Promise::ReachYes, no, Promise::ReachOpen);
        let share = share.map(|share| self.percent(share)).unwrap_or_default();
        sentences.push(self.say(phrase, "period value share", &[&period, &self.figure_of(&reach.latest), &share]));
        if reach.met == Met::Yes {
            return;
        }
        if let Some(later) = reach.first_met.filter(|first| first.end() > reach.track.target.deadline.end()) {
            sentences.push(self.say(Promise::ReachLater, "period", &[&self.period(later)]));
            return;
        }
        let Some(pace) = reach.pace else { return };
        if let Some((progress, deviation)) = pace.progress.zip(pace.deviation).filter(|_| pace.elapsed > 0.0) {
            let values = [&*self.percent(progress), &self.percent(pace.elapsed), &self.deviation(deviation)];
            sentences.push(self.say(Promise::Progress, "progress elapsed pace", &values));
        }
        let Some(amount) = pace.required_increase.filter(|amount| *amount != 0.0 && !over) else { return };
        let told = self.computed(amount, &reach.latest.quantity, 0);
        sentences.push(match pace.required_growth {
            Some(growth) if amount > 0.0 => self.say(Promise::NeedMoreGrowth, "amount growth", &[&told, &self.percent(growth)]),
            _ => self.say(if amount > 0.0 { Promise::NeedMore } else { Promise::NeedLess }, "amount", &[&told]),
        });
    }

    /// The size of a computed amount: in the decimals of a figure, or of another where that has more, and one more where it is
    /// no whole step of that.
    fn computed(self, amount: f64, like: &Quantity, decimals: u8) -> String {
        let decimals = decimals.max(like.decimals());
        let scaled = amount.abs() * power_of_ten(decimals);
        let finer = (scaled - f64::round(scaled)).abs() > 1e-6;
        self.full_difference(amount, decimals + u8::from(finer), like.unit())
    }

    fn tell_burn_down(self, burn_down: &BurnDown, over: bool, sentences: &mut Vec<String>) {
        let latest = &burn_down.latest;
        let phrase = by(burn_down.met, Promise::ZeroYes, Promise::ZeroNo, Promise::ZeroOpen);
        sentences.push(self.say(phrase, "period value", &[&self.period_of(latest), &self.figure_of(latest)]));
        if burn_down.met == Met::Yes {
            return;
        }
        if let Some(pace) = burn_down.pace {
            let amount = self.computed(pace.gap, &latest.quantity, 0);
            let gap = match pace.gap {
                gap if gap > 0.0 => self.say(Promise::TooMany, "amount", &[&amount]),
                gap if gap < 0.0 => self.say(Promise::Fewer, "amount", &[&amount]),
                _ => self.plain(Promise::Even),
            };
            let expected = self.computed(pace.expected, &latest.quantity, 0);
            sentences.push(self.say(Promise::ZeroPath, "expected gap", &[&expected, &gap]));
        }
        let Some(needed) = burn_down.needed.filter(|_| !over) else { return };
        let amount = self.computed(needed, &latest.quantity, 0);
        let length = burn_down.needed_a_period.and_then(|(part, a_year)| match a_year {
            2 => Some((part, Promise::HalfYear)),
            4 => Some((part, Promise::Quarter)),
            12 => Some((part, Promise::Month)),
            _ => None,
        });
        sentences.push(match length {
            Some((part, length)) => {
                let values = [&*amount, &self.plain(length), &self.computed(part, &latest.quantity, 0)];
                self.say(Promise::NeedLessPeriods, "amount length part", &values)
            }
            None => self.say(Promise::NeedLess, "amount", &[&amount]),
        });
    }

    fn tell_volume(self, volume: &Volume, over: bool, sentences: &mut Vec<String>) {
        let (Some(first), Some(last)) = (volume.parts.first(), volume.parts.last()) else { return };
        let decimals = volume.parts.iter().filter_map(|part| part.quantity.as_ref()).map(Quantity::decimals).max().unwrap_or(0);
        let value = match (&last.quantity, volume.parts.len()) {
            (Some(quantity), 1) => self.full_figure(quantity, &last.text),
            _ => self.at_about(&volume.total, &self.full_number(volume.total.value, decimals, volume.goal.unit())),
        };
        let span = match (volume.parts.len(), volume.span) {
            (1, _) | (_, None) => self.inferred(last.period, last.inferred),
            (_, Some(covered)) => self.period(Period::Months(first.period.months().0, covered.to)),
        };
        let met = match (volume.met, volume.is_complete()) {
            (Met::Yes, _) => Promise::VolumeYes,
            (Met::No, true) => Promise::VolumeNo,
            (Met::No, false) if over => Promise::VolumeUnknown,
            (Met::No, false) => Promise::VolumeNotYet,
            (Met::Undecided, _) => Promise::VolumeOpen,
        };
        let share = volume.done.map(|done| self.at_about(&volume.total, &self.percent(done))).unwrap_or_default();
        let met = self.plain(met);
        let covered = volume.span.filter(|span| span.elapsed < 1.0);
        let sentence = match (volume.span, covered) {
            (None, _) => self.say(Promise::VolumeStock, "span value share met", &[&span, &value, &share, &met]),
            (_, None) => self.say(Promise::VolumeWhole, "span value share met", &[&span, &value, &share, &met]),
            (_, Some(covered)) => {
                let pace = covered.deviation.map(|deviation| self.deviation(deviation)).unwrap_or_default();
                let values = [&*span, &value, &share, &met, &self.percent(covered.elapsed), &pace];
                self.say(Promise::VolumePart, "span value share met elapsed pace", &values)
            }
        };
        sentences.push(sentence);
        if volume.parts.len() > 1 {
            let periods: Vec<String> = volume.parts.iter().map(|part| self.period(part.period)).collect();
            sentences.push(self.say(Promise::VolumeParts, "list", &[&periods.join(self.comma())]));
        }
        if let Some(needed) = covered.and_then(|span| span.needed_a_month).filter(|_| volume.met == Met::No && !over) {
            sentences.push(self.say(Promise::VolumeNeed, "amount", &[&self.computed(needed, &volume.goal, decimals)]));
        }
    }

    /// A number that stands for an interval, said to be more, less or about.
    fn at_about(self, interval: &Interval, number: &str) -> String {
        let phrase = match interval {
            interval if interval.is_exact() => return number.to_owned(),
            interval if interval.low == interval.value => Phrase::Over,
            interval if interval.high == interval.value => Phrase::Nearly,
            _ => Phrase::About,
        };
        self.say(phrase, "n", &[number])
    }

    fn no_finding(self, reason: NoFinding, over: bool) -> String {
        match reason {
            NoFinding::NoFigure => self.plain(if over { Promise::NoFigureOver } else { Promise::NoFigure }),
            NoFinding::OtherPeriod => self.plain(Promise::OtherPeriod),
            NoFinding::OtherScope => self.plain(Promise::OtherScope),
            NoFinding::NoBaseline => self.plain(Promise::NoBaseline),
            NoFinding::NoYearBefore => self.plain(Promise::NoYearBefore),
            NoFinding::Overlap(first, second) => self.say(Promise::Overlap, "first second", &[&self.period(first), &self.period(second)]),
            NoFinding::Gap(first) => self.say(Promise::Gap, "first", &[&self.period(first)]),
            NoFinding::NotAdditive => self.plain(Promise::NotAdditive),
            NoFinding::NoIndicator => self.plain(Promise::NoIndicator),
            NoFinding::TooLarge => self.plain(Promise::TooLarge),
        }
    }

    /// What must be known and is not said with the figure itself.
    fn caution(self, caution: &Caution, assessed: &Assessed) -> Option<String> {
        let of = |phrase, period: Period| Some(self.say(phrase, "period", &[&self.period(period)]));
        match caution {
            // these stand beside the deadline and the figure
            Caution::InferredDeadline | Caution::InferredPeriod(_) => None,
            Caution::OtherDefinition => Some(self.plain(Promise::CautionDefinition)),
            Caution::Disputed(period) => of(Promise::CautionDisputed, *period),
            Caution::SinceFirst(period) => of(Promise::CautionSince, *period),
            Caution::SinceUnknown => Some(self.plain(Promise::CautionSinceUnknown)),
            // a volume says itself how far into the time it reaches, and before the deadline nothing else can be expected
            Caution::Earlier(_) if matches!(assessed.finding, Ok(Finding::Volume(_))) => None,
            Caution::Earlier(_) if matches!(assessed.due, Due::Ahead(_)) => None,
            Caution::Earlier(_) => Some(self.say(Promise::CautionEarlier, "deadline", &[&self.period(assessed.target.deadline)])),
        }
    }
}

/// The sentence for each answer.
fn by(met: Met, yes: Promise, no: Promise, open: Promise) -> Promise {
    match met {
        Met::Yes => yes,
        Met::No => no,
        Met::Undecided => open,
    }
}

/// An English sentence begins with a capital; Chinese is left as it is.
fn capital(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
