//! When one place reaches another's level.

use super::{
    arrival::Direction,
    path::{Point, growth},
    projection::Rate,
};

/// Whom a place runs after.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Leader {
    /// A level that stays where it is, such as the leader's present one.
    Static(f64),
    /// A leader that goes on at its own pace.
    Moving(Mover),
}

/// A place and its pace.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Mover {
    /// Where it stands, at its own time.
    pub point: Point,
    /// What it gains a year.
    pub rate: Rate,
}

/// When the other's level is reached.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct CatchUp {
    /// Years on the axis.
    pub at: f64,
    /// Years from the own point.
    pub years: f64,
    /// The level at which they meet, in the indicator's unit.
    pub value: f64,
}

/// Why the other's level is not reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoCatchUp {
    /// It is level with the other, or ahead.
    AlreadyAhead,
    /// The distance stays as it is.
    Parallel,
    /// The distance grows.
    Diverging,
    /// It takes more than a century.
    BeyondCentury,
    /// Growth rates need values above zero, and rates above −100 %.
    NotPositive,
    /// One place gains by growth, the other by even amounts: such paces are not set against each other.
    Courses,
    /// A time, value or rate is not finite.
    NotFinite,
}

const CENTURY: f64 = 100.0;

impl Mover {
    /// A mover by the compound growth between two points, or by the mean change where a value is not above zero.
    /// `None` where no time passes or a number is not finite.
    pub fn between(from: Point, to: Point) -> Option<Mover> {
        let change = (to.value - from.value) / (to.at - from.at);
        let rate = growth(from, to).map_or(Rate::Change(change), Rate::Growth);
        (to.at > from.at && change.is_finite()).then_some(Mover { point: to, rate })
    }
}

/// When `own` reaches the leader's level, both going on at their own pace. Who is ahead is asked at the later of the two
/// times, to which the other is carried forward; growth is measured in logarithms, so two places of equal growth are
/// [`NoCatchUp::Parallel`] though the distance in units grows.
///
/// ```
/// use duibiao::trajectory::{Direction, Leader, Mover, Point, Rate, catch_up};
///
/// let own = Mover { point: Point { at: 2024.0, value: 100.0 }, rate: Rate::Growth(0.10) };
/// let leader = Mover { point: Point { at: 2024.0, value: 150.0 }, rate: Rate::Growth(0.05) };
/// let meeting = catch_up(&own, &Leader::Moving(leader), Direction::Up).unwrap();
/// assert!((meeting.years - 8.716).abs() < 1e-3);
/// let level = catch_up(&own, &Leader::Static(150.0), Direction::Up).unwrap();
/// assert!((level.years - 4.254).abs() < 1e-3);
/// ```
///
/// # Errors
/// See [`NoCatchUp`].
pub fn catch_up(own: &Mover, leader: &Leader, direction: Direction) -> Result<CatchUp, NoCatchUp> {
    let other = match leader {
        Leader::Moving(mover) => *mover,
        Leader::Static(level) => {
            let rate = if matches!(own.rate, Rate::Growth(_)) { Rate::Growth(0.0) } else { Rate::Change(0.0) };
            Mover { point: Point { at: own.point.at, value: *level }, rate }
        }
    };
    for mover in [own, &other] {
        let (Rate::Growth(rate) | Rate::Change(rate)) = mover.rate;
        if ![mover.point.at, mover.point.value, rate].into_iter().all(f64::is_finite) {
            return Err(NoCatchUp::NotFinite);
        }
    }
    let geometric = matches!(own.rate, Rate::Growth(_));
    // asked of the levels themselves, too: one above zero is ahead of one that has no logarithm
    if own.point.at == other.point.at && direction.past(own.point.value, other.point.value) >= 0.0 {
        return Err(NoCatchUp::AlreadyAhead);
    }
    let (mine, theirs) = (line(own)?, line(&other)?);
    if geometric != matches!(other.rate, Rate::Growth(_)) {
        return Err(NoCatchUp::Courses);
    }
    let now = own.point.at.max(other.point.at);
    let height = |(height, slope): (f64, f64), mover: &Mover, at: f64| height + slope * (at - mover.point.at);
    let ahead = direction.past(height(mine, own, now), height(theirs, &other, now));
    let closing = direction.past(mine.1, theirs.1);
    match (ahead, closing) {
        (ahead, _) if ahead >= 0.0 => return Err(NoCatchUp::AlreadyAhead),
        (_, closing) if closing < 0.0 => return Err(NoCatchUp::Diverging),
        (_, 0.0) => return Err(NoCatchUp::Parallel),
        _ => {}
    }
    let at = now - ahead / closing;
    if at - now > CENTURY {
        return Err(NoCatchUp::BeyondCentury);
    }
    // a level that stays is met where it is
    let height = if theirs.1 == 0.0 { theirs.0 } else { height(mine, own, at) };
    let value = match leader {
        Leader::Static(level) => *level,
        Leader::Moving(_) if geometric => libm::exp(height),
        Leader::Moving(_) => height,
    };
    let meeting = CatchUp { at, years: at - own.point.at, value };
    if [meeting.at, meeting.years, meeting.value].into_iter().all(f64::is_finite) { Ok(meeting) } else { Err(NoCatchUp::NotFinite) }
}

/// Height and slope a year: of the logarithm for growth, of the value for change.
fn line(mover: &Mover) -> Result<(f64, f64), NoCatchUp> {
    match mover.rate {
        Rate::Growth(growth) if mover.point.value > 0.0 && growth > -1.0 => Ok((libm::log(mover.point.value), libm::log1p(growth))),
        Rate::Growth(_) => Err(NoCatchUp::NotPositive),
        Rate::Change(change) => Ok((mover.point.value, change)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn grows(at: f64, value: f64, growth: f64) -> Mover {
        Mover { point: Point { at, value }, rate: Rate::Growth(growth) }
    }

    fn adds(at: f64, value: f64, change: f64) -> Mover {
        Mover { point: Point { at, value }, rate: Rate::Change(change) }
    }

    #[track_caller]
    fn check(own: Mover, leader: Leader, direction: Direction, expect: Result<f64, NoCatchUp>) {
        let found = catch_up(&own, &leader, direction).map(|meeting| (meeting.years * 1e6).round() / 1e6);
        assert_eq!(found, expect);
    }

    #[test]
    fn by_even_amounts() {
        check(adds(2024.0, 10.0, 3.0), Leader::Static(25.0), Direction::Up, Ok(5.0));
        check(adds(2024.0, 10.0, 3.0), Leader::Moving(adds(2024.0, 20.0, 1.0)), Direction::Up, Ok(5.0));
        // the leader's figure is a year older: by 2024 it stands at 21
        check(adds(2024.0, 10.0, 3.0), Leader::Moving(adds(2023.0, 20.0, 1.0)), Direction::Up, Ok(5.5));
        check(adds(2024.0, 15.0, -2.0), Leader::Static(3.0), Direction::Down, Ok(6.0));
        check(adds(2024.0, -4.0, 2.0), Leader::Static(0.0), Direction::Up, Ok(2.0));
    }

    #[test]
    fn where_they_meet() {
        let meet = |own: Mover, leader, direction| catch_up(&own, &leader, direction).unwrap();
        let level = meet(adds(2024.0, 10.0, 3.0), Leader::Static(25.0), Direction::Up);
        assert_eq!((level.at, level.years, level.value), (2029.0, 5.0, 25.0));
        let moving = meet(adds(2024.0, 10.0, 3.0), Leader::Moving(adds(2023.0, 20.0, 1.0)), Direction::Up);
        assert_eq!((moving.at, moving.years, moving.value), (2029.5, 5.5, 26.5));
        // the own figure is the older one: the years count from it, though who is ahead is asked at 2024
        let older = meet(adds(2022.0, 10.0, 3.0), Leader::Moving(adds(2024.0, 20.0, 1.0)), Direction::Up);
        assert_eq!((older.at, older.years, older.value), (2026.0, 4.0, 22.0));
        let grown = meet(grows(2024.0, 50.0, 1.0), Leader::Moving(grows(2024.0, 200.0, 0.0)), Direction::Up);
        assert!((grown.at - 2026.0).abs() < 1e-9 && (grown.value - 200.0).abs() < 1e-9);
        let both = meet(grows(2024.0, 1.0, 3.0), Leader::Moving(grows(2024.0, 4.0, 1.0)), Direction::Up);
        assert!((both.years - 2.0).abs() < 1e-9 && (both.value - 16.0).abs() < 1e-9);
        let down = meet(grows(2024.0, 16.0, -0.75), Leader::Moving(grows(2024.0, 4.0, -0.5)), Direction::Down);
        assert!((down.years - 2.0).abs() < 1e-9 && (down.value - 1.0).abs() < 1e-9);
        // exactly a century is still told
        assert_eq!(meet(adds(2024.0, 0.0, 1.0), Leader::Static(100.0), Direction::Up).years, 100.0);
    }

    #[test]
    fn figures_of_different_years() {
        // behind by what is published, level by the time of the later figure
        check(adds(2023.0, 18.0, 2.0), Leader::Moving(adds(2024.0, 20.0, 1.0)), Direction::Up, Err(NoCatchUp::AlreadyAhead));
        // a leader that comes down to a place that stays
        check(adds(2022.0, 21.0, 0.0), Leader::Moving(adds(2024.0, 24.0, -1.0)), Direction::Up, Ok(5.0));
    }

    #[test]
    fn reasons() {
        check(adds(2024.0, 10.0, 3.0), Leader::Static(326.0), Direction::Up, Err(NoCatchUp::BeyondCentury));
        check(adds(2024.0, 10.0, 1.0), Leader::Moving(adds(2024.0, 20.0, 1.0)), Direction::Up, Err(NoCatchUp::Parallel));
        check(adds(2024.0, 10.0, 1.0), Leader::Moving(adds(2024.0, 20.0, 2.0)), Direction::Up, Err(NoCatchUp::Diverging));
        check(grows(2024.0, 0.0, 0.5), Leader::Static(1.0), Direction::Up, Err(NoCatchUp::NotPositive));
        let own = grows(2024.0, 100.0, 0.05);
        check(own, Leader::Static(100.0), Direction::Up, Err(NoCatchUp::AlreadyAhead));
        check(own, Leader::Static(150.0), Direction::Down, Err(NoCatchUp::AlreadyAhead));
        check(own, Leader::Moving(grows(2024.0, 150.0, 0.08)), Direction::Up, Err(NoCatchUp::Diverging));
        check(own, Leader::Moving(grows(2024.0, 150.0, 0.05)), Direction::Up, Err(NoCatchUp::Parallel));
        check(own, Leader::Moving(grows(2024.0, 150.0, 0.0499)), Direction::Up, Err(NoCatchUp::BeyondCentury));
        check(own, Leader::Static(0.0), Direction::Up, Err(NoCatchUp::AlreadyAhead));
        check(grows(2024.0, 100.0, -0.5), Leader::Static(0.0), Direction::Down, Err(NoCatchUp::NotPositive));
        check(grows(2024.0, 100.0, -1.0), Leader::Static(150.0), Direction::Up, Err(NoCatchUp::NotPositive));
        check(own, Leader::Moving(adds(2024.0, 150.0, 1.0)), Direction::Up, Err(NoCatchUp::Courses));
        check(own, Leader::Static(f64::NAN), Direction::Up, Err(NoCatchUp::NotFinite));
    }

    #[test]
    fn a_pace_from_two_points() {
        let (from, to) = (Point { at: 2022.0, value: 100.0 }, Point { at: 2024.0, value: 121.0 });
        assert!(matches!(Mover::between(from, to).unwrap().rate, Rate::Growth(growth) if (growth - 0.1).abs() < 1e-12));
        assert_eq!(Mover::between(Point { value: -1.0, ..from }, to).unwrap().rate, Rate::Change(61.0));
        assert_eq!(Mover::between(to, from), None);
        assert_eq!(Mover::between(from, Point { at: 2022.0, ..to }), None);
        assert_eq!(Mover::between(from, to).unwrap().point, to);
    }

    proptest! {
        #[test]
        fn neither_scale_nor_calendar_matter(own in 1.0f64..100.0, lead in 1.01f64..3.0, a in -0.1f64..0.3, b in -0.1f64..0.3,
            factor in 1e-6f64..1e6, shift in -50.0f64..50.0) {
            let found = |factor: f64, shift: f64| catch_up(&grows(2024.0 + shift, own * factor, a),
                &Leader::Moving(grows(2023.0 + shift, own * lead * factor, b)), Direction::Up).map(|meeting| meeting.years);
            match (found(1.0, 0.0), found(factor, shift)) {
                (Ok(a), Ok(b)) => prop_assert!((a - b).abs() < 1e-6 * a.abs().max(1.0)),
                (a, b) => prop_assert_eq!(a.is_ok(), b.is_ok()),
            }
        }

        #[test]
        fn any_input(own in any::<[f64; 3]>(), other in any::<[f64; 3]>(), kind in 0u8..8, down: bool) {
            let mover = |n: [f64; 3], grow: bool| if grow { grows(n[0], n[1], n[2]) } else { adds(n[0], n[1], n[2]) };
            let leader = if kind & 4 == 0 { Leader::Static(other[1]) } else { Leader::Moving(mover(other, kind & 2 == 0)) };
            let direction = if down { Direction::Down } else { Direction::Up };
            if let Ok(meeting) = catch_up(&mover(own, kind & 1 == 0), &leader, direction) {
                prop_assert!(meeting.at.is_finite() && meeting.years.is_finite() && meeting.value.is_finite() && meeting.years >= 0.0);
            }
        }
    }
}
