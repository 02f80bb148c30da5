//! 勾稽 in words.

use crate::{
    crosscheck::{Finding, Operation, Outcome, Subject, Tie},
    dataset::{Target, decimal::count},
    figure::{CheckItem, CheckState, CrosscheckChart, CrosscheckFinding, CrosscheckLabel, EarlyDeadlines, Tally},
    words::{
        Words,
        crosscheck::{MOST_HINTS, told_decimals},
        sentence::sentences,
    },
};

sentences! {
    /// What the view of cross-checks says.
    enum Tallied {
        // titles
        Nothing = "没有可以相互核对的数据" | "沒有可以相互核對的數據" | "There are no figures to check against each other";
        AllAgree = "核对{n}处，可比的数据全部相符" | "核對{n}處，可比的數據全部相符" | "{n} figures checked: all that compare agree";
        One = "{place}{indicator}所述{value}，与其他数据不相符" | "{place}{indicator}所述{value}，與其他數據不相符" | "{place}, {indicator}: the {value} stated does not agree with other figures";
        Several = "核对{n}处数据，{apart}处不相符" | "核對{n}處數據，{apart}處不相符" | "{apart} of {n} figures checked do not agree";
        SeveralEarly = "核对{n}处数据，{apart}处不相符；{early}项期限早于文件日期" | "核對{n}處數據，{apart}處不相符；{early}項期限早於文件日期" | "{apart} of {n} figures checked do not agree; deadlines before their document: {early}";
        SeveralInferred = "核对{n}处数据，{apart}处不相符；{early}项期限按推定年份早于文件日期" | "核對{n}處數據，{apart}處不相符；{early}項期限按推定年份早於文件日期" | "{apart} of {n} figures checked do not agree; deadlines before their document, by an inferred year: {early}";
        EarlyOnly = "{early}项期限早于文件日期" | "{early}項期限早於文件日期" | "Deadlines before their document: {early}";
        InferredOnly = "{early}项期限按推定年份早于文件日期" | "{early}項期限按推定年份早於文件日期" | "Deadlines before their document, by an inferred year: {early}";
        // subtitle
        What = "占比、增速、合计、部分与总体、重复列出的数据、期限" | "佔比、增速、合計、部分與總體、重複列出的數據、期限" | "Shares, growth, sums, parts and wholes, repeated figures, deadlines";
        // reading
        Checked = "共核对{n}处数据，{agree}处相符" | "共核對{n}處數據，{agree}處相符" | "Figures checked: {n}. They agree in {agree}";
        CheckedQualified = "，{n}处在舍去尾数或计入范围后相符" | "，{n}處在捨去尾數或計入範圍後相符" | ", agree when decimals are dropped or intervals allowed for in {n}";
        CheckedApart = "，{n}处不相符" | "，{n}處不相符" | ", do not agree in {n}";
        CheckedIncomparable = "，{n}处不作比较" | "，{n}處不作比較" | ", do not compare in {n}";
        End = "。" | "。" | ".";
        CheckedEarly = "另有{n}项期限早于所在文件的日期。" | "另有{n}項期限早於所在文件的日期。" | "Deadlines before the date of their document: {n}.";
        CheckedInferred = "另有{n}项期限早于所在文件的日期，其中{inferred}项的年份是推定的。" | "另有{n}項期限早於所在文件的日期，其中{inferred}項的年份是推定的。" | "Deadlines before the date of their document: {n}, {inferred} of them of an inferred year.";
        CheckedAllInferred = "另有{n}项期限早于所在文件的日期，年份均为推定。" | "另有{n}項期限早於所在文件的日期，年份均為推定。" | "Deadlines before the date of their document: {n}, all of an inferred year.";
        Largest = "其中相对差异最大的{n}处：{list}。" | "其中相對差異最大的{n}處：{list}。" | "The {n} that differ most for their size: {list}.";
        Differing = "不相符的是：{list}。" | "不相符的是：{list}。" | "What does not agree: {list}.";
        Differs = "{headline}，{stated}，{computed}，相差{gap}" | "{headline}，{stated}，{computed}，相差{gap}" | "{headline}, {stated}, {computed}, {gap} apart";
        // states
        Agrees = "相符" | "相符" | "consistent";
        Qualified = "限定后相符" | "限定後相符" | "consistent, qualified";
        Apart = "不相符" | "不相符" | "inconsistent";
        Early = "期限早于文件日期" | "期限早於文件日期" | "due before date of issue";
        Incomparable = "不作比较" | "不作比較" | "not compared";
        // items
        Stated = "所述 {value}" | "所述 {value}" | "stated {value}";
        Here = "此处 {value}" | "此處 {value}" | "here {value}";
        Whole = "总体 {value}" | "總體 {value}" | "whole {value}";
        Computed = "计算得 {value}" | "計算得 {value}" | "computed {value}";
        Between = "计算得 {low}–{high}" | "計算得 {low}–{high}" | "computed {low}–{high}";
        There = "另一处 {value}" | "另一處 {value}" | "elsewhere {value}";
        PartOf = "其中 {value}" | "其中 {value}" | "part {value}";
        Verdict = "{mark} {verdict}" | "{mark} {verdict}" | "{mark} {verdict}";
        VerdictGap = "{mark} {verdict}，相差{gap}" | "{mark} {verdict}，相差{gap}" | "{mark} {verdict}, {gap} apart";
        Issued = "文件日期 {date}" | "文件日期 {date}" | "issued {date}";
        Due = "期限 {first}" | "期限 {first}" | "due {first}";
        DueBetween = "期限 {first}至{last}" | "期限 {first}至{last}" | "due {first} to {last}";
        EarlyHead = "{n}项期限（{title}）" | "{n}項期限（{title}）" | "Deadlines: {n} ({title})";
        EarlyList = "{list}。" | "{list}。" | "{list}.";
        EarlySome = "{list}等{n}项。" | "{list}等{n}項。" | "{list} and others, {n} in all.";
        Inferred = "期限的年份是推定的；若为次年，则在文件日期之后。" | "期限的年份是推定的；若為次年，則在文件日期之後。" | "The year of the deadlines is inferred; a year later they would be after the date of issue.";
        InferredYears = "期限的年份是推定的。" | "期限的年份是推定的。" | "The year of the deadlines is inferred.";
        More = "另有{n}项见数据表" | "另有{n}項見數據表" | "{n} more in the table";
        Rest = "其余{n}处相符，见数据表" | "其餘{n}處相符，見數據表" | "The other {n} agree and are in the table";
        // table
        HeadVerdict = "核对结果" | "核對結果" | "Result";
        HeadStated = "所述" | "所述" | "Stated";
        HeadComputed = "计算得" | "計算得" | "Computed";
        HeadGap = "相差" | "相差" | "Difference";
        HeadExplained = "事项" | "事項" | "Subject";
        // notes
        NoteNeutral = "只核对数据之间的算术关系，不判断何处有误；数据均照原文保留。" | "只核對數據之間的算術關係，不判斷何處有誤；數據均照原文保留。" | "Only arithmetic is checked; nothing says which figure is in error, and all are kept as published.";
        NoteStrips = "各行标尺不同：浅色带为所述数据四舍五入或限定词所容许的范围，菱形及横线为按其他数据计算的结果，落在带内即为相符。" | "各行標尺不同：淺色帶為所述數據四捨五入或限定詞所容許的範圍，菱形及橫線為按其他數據計算的結果，落在帶內即為相符。" | "Each row has a scale of its own: the pale band is what the stated figure stands for when rounded or qualified; diamond and line are what other figures give; within the band they agree.";
    }
}

/// How many deadlines, and how many findings, are named.
const NAMED: usize = 3;

pub(in crate::words) fn title(words: Words, chart: &CrosscheckChart) -> String {
    let tally = &chart.tally;
    let [n, apart, early] = [tally.checked(), tally.apart, tally.early].map(count);
    let sentence = match &chart.finding {
        CrosscheckFinding::Nothing => Tallied::Nothing,
        CrosscheckFinding::AllAgree => Tallied::AllAgree,
        CrosscheckFinding::One(finding) => {
            let Subject::Tie(tie) = &finding.subject else { return String::new() };
            let (place, indicator) = (words.place(&tie.stated.region), words.indicator(&tie.stated.indicator));
            return words.say(Tallied::One, "place indicator value", &[place, indicator, &words.check_figure(&tie.stated)]);
        }
        CrosscheckFinding::Several if tally.early == 0 => Tallied::Several,
        CrosscheckFinding::Several if tally.inferred == tally.early => Tallied::SeveralInferred,
        CrosscheckFinding::Several => Tallied::SeveralEarly,
        CrosscheckFinding::EarlyOnly if tally.inferred == tally.early => Tallied::InferredOnly,
        CrosscheckFinding::EarlyOnly => Tallied::EarlyOnly,
    };
    words.say(sentence, "n apart early", &[&n, &apart, &early])
}

pub(in crate::words) fn subtitle(words: Words, chart: &CrosscheckChart) -> Vec<String> {
    let mut parts = Vec::new();
    let mut names: Vec<&str> = chart.places.iter().map(|place| words.place(place)).collect();
    if !names.is_empty() {
        parts.push(words.list(&names));
    }
    names = chart.indicators.iter().map(|indicator| words.indicator(indicator)).collect();
    if !names.is_empty() {
        parts.push(words.list(&names));
    }
    parts.push(words.plain(Tallied::What));
    parts
}

pub(in crate::words) fn reading(words: Words, chart: &CrosscheckChart) -> Vec<String> {
    let mut told = Vec::new();
    for item in &chart.items {
        if told.len() < NAMED
            && let CheckItem::Tie(finding, CheckState::Apart) = item
            && let (Subject::Tie(tie), Some(outcome)) = (&finding.subject, &finding.outcome)
        {
            let (stated, computed) = words.check_ends(tie, outcome);
            let gap = words.full_difference(outcome.difference, told_decimals(tie, outcome), outcome.unit);
            told.push(words.say(Tallied::Differs, "headline stated computed gap", &[&words.check_headline(tie), &stated, &computed, &gap]));
        }
    }
    let mut sentences = vec![words.check_summary(&chart.tally)];
    if !told.is_empty() {
        let sentence = if chart.tally.apart > told.len() { Tallied::Largest } else { Tallied::Differing };
        let list = told.join(if words.is_english() { "; " } else { "；" });
        sentences.push(words.say(sentence, "n list", &[&count(told.len()), &list]));
    }
    sentences
}

pub(in crate::words) fn label(words: Words, label: &CrosscheckLabel) -> String {
    use CrosscheckLabel as L;
    match label {
        L::Verdict => words.plain(Tallied::HeadVerdict),
        L::Stated => words.plain(Tallied::HeadStated),
        L::Computed => words.plain(Tallied::HeadComputed),
        L::Gap => words.plain(Tallied::HeadGap),
        L::Explained => words.plain(Tallied::HeadExplained),
        L::VerdictOf(finding) => words.check_verdict(finding),
        L::StatedOf(finding) => match &finding.subject {
            Subject::Tie(tie) => words.check_figure(&tie.stated),
            Subject::Deadline(target) => words.period(target.deadline),
        },
        L::ComputedOf(finding) => match (&finding.subject, &finding.outcome) {
            (Subject::Tie(tie), Some(outcome)) => words.check_number(tie, outcome, outcome.computed),
            (Subject::Tie(_), None) => String::new(),
            (Subject::Deadline(target), _) => words.date_of_issue(target),
        },
        L::GapOf(finding) => match (&finding.subject, &finding.outcome) {
            (Subject::Tie(tie), Some(outcome)) => words.full_difference(outcome.difference, told_decimals(tie, outcome), outcome.unit),
            _ => String::new(),
        },
        L::ExplainedOf(finding) => match &finding.subject {
            Subject::Tie(tie) => {
                let body = words.check_body(finding, tie, MOST_HINTS);
                [&*words.check_subject(tie), if words.is_english() { ": " } else { "：" }, &*words.join(&body)].concat()
            }
            Subject::Deadline(target) => words.check_promise(target).to_owned(),
        },
        L::Neutral => words.plain(Tallied::NoteNeutral),
        L::Strips => words.plain(Tallied::NoteStrips),
    }
}

impl Words {
    /// How many checks came out how, in a sentence or two.
    fn check_summary(self, tally: &Tally) -> String {
        let mut said = self.say(Tallied::Checked, "n agree", &[&count(tally.checked()), &count(tally.agree)]);
        for (sentence, n) in [
            (Tallied::CheckedQualified, tally.qualified),
            (Tallied::CheckedApart, tally.apart),
            (Tallied::CheckedIncomparable, tally.incomparable),
        ] {
            if n > 0 {
                said += &self.say(sentence, "n", &[&count(n)]);
            }
        }
        said += &self.plain(Tallied::End);
        if tally.early == 0 {
            return said;
        }
        let sentence = match tally.inferred {
            0 => Tallied::CheckedEarly,
            all if all == tally.early => Tallied::CheckedAllInferred,
            _ => Tallied::CheckedInferred,
        };
        self.join(&[said, self.say(sentence, "n inferred", &[&count(tally.early), &count(tally.inferred)])])
    }

    /// A state as a mark that needs no colour, and in a word.
    pub(crate) fn check_state(self, state: CheckState) -> (&'static str, String) {
        let (mark, word) = match state {
            CheckState::Agrees => ("=", Tallied::Agrees),
            CheckState::Qualified => ("≈", Tallied::Qualified),
            CheckState::Apart => ("≠", Tallied::Apart),
            CheckState::Early => ("◀", Tallied::Early),
            CheckState::Incomparable => ("○", Tallied::Incomparable),
        };
        (mark, self.plain(word))
    }

    /// Place, indicator and definition, period.
    pub(crate) fn check_headline(self, tie: &Tie) -> String {
        let stated = &tie.stated;
        [self.place(&stated.region), &self.check_subject(tie), &self.period(stated.period)].join(if self.is_english() {
            ", "
        } else {
            "，"
        })
    }

    /// Indicator and definition.
    fn check_subject(self, tie: &Tie) -> String {
        let indicator = self.indicator(&tie.stated.indicator);
        let Some(definition) = &tie.stated.definition else { return indicator.to_owned() };
        let (open, close) = if self.is_english() { (" (", ")") } else { ("（", "）") };
        [indicator, open, definition.get(self.lang), close].concat()
    }

    /// A number of an outcome, with its unit.
    fn check_number(self, tie: &Tie, outcome: &Outcome, value: f64) -> String {
        self.full_number(value, told_decimals(tie, outcome), outcome.unit)
    }

    /// The labels of the stated and of the computed figure on a strip.
    pub(crate) fn check_ends(self, tie: &Tie, outcome: &Outcome) -> (String, String) {
        let (own, other) = match tie.operation {
            Operation::Same => (Tallied::Here, Tallied::There),
            Operation::Part => (Tallied::Whole, Tallied::PartOf),
            _ => (Tallied::Stated, Tallied::Computed),
        };
        let stated = self.say(own, "value", &[&self.check_figure(&tie.stated)]);
        let number = |value| self.check_number(tie, outcome, value);
        let range = matches!(tie.operation, Operation::Same | Operation::Part) || outcome.by_arithmetic.is_some();
        let (low, high) = (number(outcome.range.0), number(outcome.range.1));
        if range || low == high || !outcome.within_inputs {
            return (stated, self.say(other, "value", &[&number(outcome.computed)]));
        }
        (stated, self.say(Tallied::Between, "low high", &[&low, &high]))
    }

    /// How the figures are put together, and under which changes they would agree.
    pub(crate) fn check_body(self, finding: &Finding, tie: &Tie, hints: usize) -> Vec<String> {
        let mut told = vec![self.check_told(finding, tie)];
        told.extend(self.check_elsewhere(tie));
        let mut body = vec![capital(self.join(&told))];
        for hint in finding.hints.iter().take(hints) {
            body.push(self.check_would_fit(finding, tie, hint));
        }
        body
    }

    /// A verdict with its mark, and by how much the figures differ where they do not agree.
    pub(crate) fn check_marked(self, finding: &Finding, state: CheckState) -> String {
        let (mark, _) = self.check_state(state);
        let verdict = self.check_verdict(finding);
        match (&finding.subject, &finding.outcome) {
            (Subject::Tie(tie), Some(outcome)) if state == CheckState::Apart => {
                let gap = self.full_difference(outcome.difference, told_decimals(tie, outcome), outcome.unit);
                self.say(Tallied::VerdictGap, "mark verdict gap", &[mark, &verdict, &gap])
            }
            _ => self.say(Tallied::Verdict, "mark verdict", &[mark, &verdict]),
        }
    }

    /// The section of the stated figure.
    pub(crate) fn check_source(self, tie: &Tie) -> String {
        self.source_line(&tie.stated.source, tie.stated.locator.as_deref())
    }

    fn date_of_issue(self, target: &Target) -> String {
        let date = target.source.date.map(|date| self.period(date)).unwrap_or_default();
        self.say(Tallied::Issued, "date", &[&date])
    }

    /// What deadlines of one document are called.
    pub(crate) fn early_headline(self, early: &EarlyDeadlines) -> String {
        let title = early.source.title.get(self.lang);
        self.say(Tallied::EarlyHead, "n title", &[&count(early.targets.len()), title])
    }

    /// From the first deadline to the last.
    pub(crate) fn early_dates(self, early: &EarlyDeadlines) -> String {
        let first = early.targets.iter().map(|target| target.deadline).min();
        let last = early.targets.iter().map(|target| target.deadline).max();
        let (Some(first), Some(last)) = (first, last) else { return String::new() };
        let sentence = if first == last { Tallied::Due } else { Tallied::DueBetween };
        self.say(sentence, "first last", &[&self.period(first), &self.period(last)])
    }

    /// The date of the document.
    pub(crate) fn early_issued(self, early: &EarlyDeadlines) -> String {
        early.targets.first().map(|target| self.date_of_issue(target)).unwrap_or_default()
    }

    /// What is due, and whether its year is inferred.
    pub(crate) fn early_body(self, early: &EarlyDeadlines) -> Vec<String> {
        let mut names: Vec<&str> = Vec::new();
        for target in early.targets.iter().take(NAMED) {
            names.push(self.check_promise(target));
        }
        let sentence = if early.targets.len() > NAMED { Tallied::EarlySome } else { Tallied::EarlyList };
        let mut body = vec![self.say(sentence, "list n", &[&self.list(&names), &count(early.targets.len())])];
        if early.targets.iter().any(|target| target.inferred) {
            // a year on, would all of them be after the date?
            let last = |target: &Target| target.deadline.end();
            let date = early.source.date.map_or(f64::INFINITY, |date| date.end());
            let later = early.targets.iter().all(|target| target.inferred && last(target) + 1.0 > date);
            body.push(self.plain(if later { Tallied::Inferred } else { Tallied::InferredYears }));
        }
        body
    }

    /// How many items the drawing leaves to the table.
    pub(crate) fn check_more(self, more: usize) -> String {
        self.say(Tallied::More, "n", &[&count(more)])
    }

    /// How many checks are not listed, for they agree.
    pub(crate) fn check_rest(self, rest: usize) -> String {
        self.say(Tallied::Rest, "n", &[&count(rest)])
    }
}

/// What goes on after a colon elsewhere begins a sentence here.
fn capital(text: String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut out = String::from(first.to_ascii_uppercase());
        out.push_str(letters.as_str());
        out
    })
}
