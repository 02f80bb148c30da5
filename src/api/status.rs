//! On track or not, by a method the caller names.

use serde::Serialize;

use super::{
    fault::{Failure, FaultCode, Faults},
    input::{Fields, Item, lang_of},
    promise::status_code,
    value::Value,
    written::Written,
};
use crate::{
    dataset::Lang,
    trajectory::{self, Colour, Course, Grounds, Journey, Mark, Method, NoCourse, NoRuling, Ruling, Shape, Signal, Verdict},
    words::Words,
};

/// A verdict and what it rests on, or why there is none.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct RulingShown {
    method: &'static str,
    /// One of five grades; `null` where the method gives a colour.
    status: Option<&'static str>,
    colour: Option<&'static str>,
    /// Actual ÷ required pace, where the method compares paces.
    ratio: Option<f64>,
    grounds: Option<GroundsShown>,
    reason: Option<&'static str>,
    reading: String,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
enum GroundsShown {
    Met {},
    Left {},
    Growth { actual: f64, required: f64, ratio: f64, replaced: bool },
    Change { actual: f64, required: f64, ratio: f64 },
    Expected { value: f64, share: f64 },
    Behind { by: f64 },
}

/// `status({ start, end, now, strict?, method?, shape?, unit?, decimals? })`.
pub(crate) fn status(input: &Value) -> Result<RulingShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let (start, end, now) = (fields.must("start", Item::point), fields.must("end", Item::point), fields.must("now", Item::point));
        let strict = fields.may("strict", Item::flag).unwrap_or(false);
        let method = fields.may("method", |item| method(&item)).unwrap_or(Method::Eurostat);
        let shape = fields.may("shape", |item| shape(&item)).unwrap_or(Shape::Linear);
        let written = Written::of(&fields);
        let course = start.zip(end).and_then(|(start, end)| {
            let course = Course::new(start, end, shape);
            match &course {
                Err(NoCourse::Order) => fields.fault("end", FaultCode::Order, ""),
                Err(reason) => fields.fault("shape", FaultCode::Unfit, no_course_code(*reason)),
                Ok(_) => {}
            }
            course.ok()
        });
        fields.end();
        Some((course?, now?, strict, method, written))
    };
    let read = read();
    let (course, now, strict, method, written) = faults.check(lang, read)?;
    let ruling = trajectory::status(method, &Journey::along(&course, now, strict));
    let decimals = written.decimals_for(&[course.start().value, now.value, course.end().value]);
    Ok(RulingShown::of(method, &ruling, &Written { decimals: Some(decimals), ..written }, lang))
}

const METHODS: [(&str, Method); 5] = [
    ("eurostat", Method::Eurostat),
    ("open-sdg", Method::OpenSdg),
    ("sdsn", Method::Sdsn),
    ("progress-chart", Method::ProgressChart),
    ("unsd", Method::Unsd),
];

/// The name of a method, or `{ signal, yellow, red }`.
pub(super) fn method(item: &Item<'_>) -> Option<Method> {
    if matches!(item.value, Value::Text(_)) {
        return item.clone().word(&METHODS);
    }
    let fields = item.fields()?;
    let mark = fields.must("signal", |item| item.word(&[("deviation", Mark::Deviation), ("gap", Mark::GapShare)]));
    let yellow = fields.must("yellow", |item| item.within(0.0, 1e6));
    let red = fields.must("red", |item| item.within(yellow.unwrap_or(0.0), 1e6));
    fields.end();
    Some(Method::ThreeColour(Signal { mark: mark?, yellow: yellow?, red: red? }))
}

/// A named shape, or `{ power }`, `{ logistic }`, `{ milestones }` or `{ seasonal }`.
pub(super) fn shape(item: &Item<'_>) -> Option<Shape> {
    if let Value::Text(_) = item.value {
        let straight = item.clone().word(&[("geometric", false), ("linear", true)])?;
        return Some(if straight { Shape::Linear } else { Shape::Geometric });
    }
    let fields = item.fields()?;
    let shapes = [
        fields.may("power", |item| item.within(1e-3, 1e3).map(Shape::Power)),
        fields.may("logistic", |item| item.within(1e-3, 1e3).map(Shape::Logistic)),
        fields.may("milestones", |item| item.series().map(Shape::Milestones)),
        fields.may("seasonal", |item| item.numbers(0.0, 1.0).map(Shape::Seasonal)),
    ];
    fields.end();
    let mut given = shapes.into_iter().flatten();
    match (given.next(), given.next()) {
        (shape, None) => shape,
        (_, Some(_)) => item.fault(FaultCode::Unfit, "power | logistic | milestones | seasonal"),
    }
}

impl RulingShown {
    pub(super) fn of(method: Method, ruling: &Result<Ruling, NoRuling>, written: &Written, lang: Lang) -> RulingShown {
        let words = Words::new(lang);
        let mut shown = RulingShown {
            method: METHODS.iter().find(|(_, named)| *named == method).map_or("signal", |(word, _)| word),
            status: None,
            colour: None,
            ratio: None,
            grounds: None,
            reason: None,
            reading: match ruling {
                Ok(ruling) => words.ruling(ruling, written.unit, written.decimals.unwrap_or(0)),
                Err(reason) => words.no_ruling(method, *reason),
            },
        };
        match ruling {
            Ok(ruling) => {
                match ruling.verdict {
                    Verdict::Grade(status) => shown.status = Some(status_code(status)),
                    Verdict::Colour(colour) => shown.colour = Some(colour_code(colour)),
                }
                if let Grounds::Growth { ratio, .. } | Grounds::Change { ratio, .. } = ruling.grounds {
                    shown.ratio = Some(ratio);
                }
                shown.grounds = Some(GroundsShown::of(ruling.grounds));
            }
            Err(reason) => shown.reason = Some(no_ruling_code(*reason)),
        }
        shown
    }
}

impl GroundsShown {
    fn of(grounds: Grounds) -> GroundsShown {
        match grounds {
            Grounds::Met => GroundsShown::Met {},
            Grounds::Left => GroundsShown::Left {},
            Grounds::Growth { actual, required, ratio, replaced } => GroundsShown::Growth { actual, required, ratio, replaced },
            Grounds::Change { actual, required, ratio } => GroundsShown::Change { actual, required, ratio },
            Grounds::Expected { value, share } => GroundsShown::Expected { value, share },
            Grounds::Behind(by) => GroundsShown::Behind { by },
        }
    }
}

fn colour_code(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "green",
        Colour::Yellow => "yellow",
        Colour::Red => "red",
    }
}

fn no_ruling_code(reason: NoRuling) -> &'static str {
    match reason {
        NoRuling::NotFinite => "out-of-range",
        NoRuling::Order => "order",
        NoRuling::TooEarly => "too-early",
        NoRuling::NotPositive => "not-positive",
        NoRuling::SignChange => "sign-change",
        NoRuling::Thresholds => "thresholds",
        NoRuling::NoShare => "no-share",
        NoRuling::Undecided => "undecided",
    }
}

pub(super) fn no_course_code(reason: NoCourse) -> &'static str {
    match reason {
        NoCourse::NotFinite => "out-of-range",
        NoCourse::Order => "order",
        NoCourse::NotPositive => "not-positive",
        NoCourse::Parameter => "parameter",
        NoCourse::Milestone => "milestone",
        NoCourse::Shares => "shares",
        NoCourse::NotOneYear => "not-one-year",
    }
}
