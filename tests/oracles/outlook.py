"""Cases of the outlook family: quantiles, forecasts, arrivals, catch-up, time distance, convergence.

statsmodels fits and predicts by least squares, scipy gives Theil-Sen lines, quantiles, the regression of beta-convergence
and the roots of arrival and catch-up, numpy the interpolation and the standard deviations. Years are given to
statsmodels counted from their mean, which changes no prediction and keeps its matrix well conditioned.
"""
import json
import pathlib

import numpy as np
import statsmodels.api as sm
from scipy import stats
from scipy.optimize import brentq

rng = np.random.default_rng(20261122)
LEVELS = [0.5, 0.8, 0.9, 0.95]
CENTURY = 100.0


def sig(x, n=6):
    return float(f"{x:.{n}g}")


def draw_series(least=3, most=12, kind=None):
    """A drawn series, rounded as published figures are: [years], [values]."""
    kind = kind or rng.choice(["growth", "fall", "noise", "signed", "tied"])
    n = int(rng.integers(least, most + 1))
    gaps = rng.random() < 0.3
    years = 2000 + np.sort(rng.choice(25, n, replace=False)) if gaps else 2024 - n + 1 + np.arange(n)
    t = years - years[0]
    size = 10 ** rng.uniform(-1, 5)
    if kind == "growth":
        y = size * np.exp(rng.uniform(0.01, 0.25) * t + rng.normal(0, 0.08, n))
    elif kind == "fall":
        y = size * np.exp(-rng.uniform(0.01, 0.2) * t + rng.normal(0, 0.08, n))
    elif kind == "noise":
        y = size * np.exp(rng.normal(0, 0.3, n))
    elif kind == "signed":
        y = size * (rng.normal(0, 1, n) + rng.normal(0, 0.2) * t)
    else:
        y = rng.integers(1, 6, n).astype(float)
    y = [sig(v, 4) for v in y]
    years = [float(v) for v in years]
    if rng.random() < 0.1:
        years = [v + 0.5 for v in years]
    return years, y


def heights(y, course):
    return np.log(y) if course == "geometric" else np.array(y, dtype=float)


def back(h, course):
    return float(np.exp(h)) if course == "geometric" else float(h)


def rate(b, course):
    return float(np.expm1(b)) if course == "geometric" else float(b)


class Squares:
    def __init__(self, t, y, course, level):
        self.course, self.alpha = course, 1 - level
        self.middle = float(np.mean(t))
        self.design = lambda at: np.column_stack([np.ones(len(at)), np.array(at) - self.middle])
        self.fit = sm.OLS(heights(y, course), self.design(t)).fit()

    def frame(self, at):
        return self.fit.get_prediction(self.design([at])).summary_frame(alpha=self.alpha).iloc[0]

    def line(self, at):
        return float(self.frame(at)["mean"])

    def bounds(self, at):
        frame = self.frame(at)
        return float(frame["obs_ci_lower"]), float(frame["obs_ci_upper"])

    def slope(self):
        low, high = self.fit.conf_int(alpha=self.alpha)[1]
        return float(self.fit.params[1]), float(low), float(high)


class TheilSen:
    """scipy's line; the interval of the trend is the pencil of lines of its low and high slope through the median time."""

    def __init__(self, t, y, course, level, method):
        self.res = stats.theilslopes(heights(y, course), np.array(t), alpha=1 - level, method=method)
        self.middle = float(np.median(t))

    def line(self, at):
        return float(self.res.intercept + self.res.slope * at)

    def bounds(self, at):
        pivot = self.line(self.middle)
        ends = [pivot + s * (at - self.middle) for s in (self.res.low_slope, self.res.high_slope)]
        return float(min(ends)), float(max(ends))

    def slope(self):
        return tuple(float(s) for s in (self.res.slope, self.res.low_slope, self.res.high_slope))


class LastSteps:
    """The published formula: from the latest value by the mean growth or change over the last steps."""

    def __init__(self, t, y, course, steps):
        h = heights(y, course)
        since = max(len(t) - 1 - steps, 0)
        self.step = float((h[-1] - h[since]) / (t[-1] - t[since]))
        self.latest, self.now = float(h[-1]), t[-1]

    def line(self, at):
        return self.latest + self.step * (at - self.now)

    def bounds(self, at):
        return ()

    def slope(self):
        return (self.step,)


def model(method, t, y, course, level):
    if method.startswith("steps"):
        return LastSteps(t, y, course, int(method[5:]))
    return Squares(t, y, course, level) if method == "squares" else TheilSen(t, y, course, level, method)


METHODS = ["squares", "squares", "separate", "joint", "steps1", "steps2", "steps5"]


def draw_method(y, methods=METHODS):
    course = "geometric" if min(y) > 0 and rng.random() < 0.6 else "linear"
    return str(rng.choice(methods)), course, float(rng.choice(LEVELS))


def forecast(name, t, y, method, course, level):
    fitted = model(method, t, y, course, level)
    at = [t[0], float(np.mean(t)), t[-1], t[-1] + 1, t[-1] + 6.5]
    rows = [[a, back(fitted.line(a), course), *(back(b, course) for b in fitted.bounds(a))] for a in at]
    squared = float(fitted.fit.rsquared) if method == "squares" and len(set(y)) > 1 else None
    return {"name": name, "t": t, "y": y, "method": method, "course": course, "level": level,
            "rate": [rate(s, course) for s in fitted.slope()], "r_squared": squared, "at": rows}


FLAT = [5.0, 5.0, 5.0, 5.0]
YEARS = [2021.0, 2022.0, 2023.0, 2024.0]
EDGES = [
    ("three points", [2022.0, 2023.0, 2024.0], [10.0, 13.0, 15.0]),
    ("constant", YEARS, FLAT),
    ("zeros", YEARS, [0.0, 0.0, 3.0, 5.0]),
    ("all zero", YEARS, [0.0] * 4),
    ("negatives", YEARS, [-5.0, -2.0, 1.0, 2.0]),
    ("all negative", YEARS, [-5.0, -6.0, -8.0, -7.0]),
    ("gaps", [2012.0, 2013.0, 2019.0, 2024.0], [4.0, 6.0, 9.0, 12.0]),
    ("perfect line", YEARS, [10.0, 12.0, 14.0, 16.0]),
    ("perfect growth", YEARS, [100.0, 110.0, 121.0, 133.1]),
    ("decreasing", YEARS, [40.0, 31.0, 25.0, 18.0]),
    ("two points", [2023.0, 2024.0], [10.0, 13.0]),
    ("ties", YEARS + [2025.0], [3.0, 4.0, 4.0, 4.0, 5.0]),
    ("huge", YEARS, [1e200, 3e200, 2e200, 4e200]),
    ("tiny", YEARS, [1e-200, 3e-200, 2e-200, 4e-200]),
]


def forecasts(methods):
    cases = []
    for number in range(220):
        t, y = draw_series()
        cases.append(forecast(f"random {number}", t, y, *draw_method(y, methods)))
    for name, t, y in EDGES:
        for method in [m for m in dict.fromkeys(methods) if len(t) > 2 or m.startswith("steps")]:
            for course in ["geometric", "linear"] if min(y) > 0 else ["linear"]:
                if name in ("huge", "tiny") and course == "linear":
                    continue  # squares of such values leave the range of statsmodels
                cases.append(forecast(f"{name}, {method}, {course}", t, y, method, course, 0.8))
    return cases


def first(curve, now):
    """The first time within a century at which a curve is at zero or above: scanned, then narrowed by brentq."""
    if curve(now) >= 0:
        return now
    grid = np.linspace(now, now + CENTURY, 1001)
    values = [curve(a) for a in grid]
    for a, b, v in zip(grid, grid[1:], values[1:]):
        if v >= 0:
            return float(brentq(curve, a, b, xtol=1e-13, rtol=8.9e-16))
    return None


def arrival(name, t, y, method, course, level, goal, deadline, up):
    fitted = model(method, t, y, course, level)
    sign = 1 if up else -1
    case = {"name": name, "t": t, "y": y, "method": method, "course": course, "level": level,
            "goal": goal, "deadline": deadline, "up": up}
    met = [sign * (v - goal) >= 0 for v in y]
    if met[-1]:
        since = len(y) - 1
        while since > 0 and met[since - 1]:
            since -= 1
        return case | {"met": t[since]}
    if course == "geometric" and goal <= 0:
        return case | {"never": True, "etas": [None] * (1 if method.startswith("steps") else 3)}
    mark = float(np.log(goal)) if course == "geometric" else goal
    if method == "squares":
        # the frame of statsmodels is slow to ask a thousand times over: its own formula, checked against it
        fit, n = fitted.fit, len(t)
        spread = float(np.sum((np.array(t) - fitted.middle) ** 2))
        width = stats.t.ppf(0.5 + level / 2, n - 2) * np.sqrt(fit.mse_resid)
        height = lambda a: fit.params[0] + fit.params[1] * (a - fitted.middle)
        reach = lambda a: width * np.sqrt(1 + 1 / n + (a - fitted.middle) ** 2 / spread)
        bounds = lambda a: (height(a) - reach(a), height(a) + reach(a))
        assert np.allclose(bounds(t[-1] + 9), fitted.bounds(t[-1] + 9), rtol=1e-9, atol=1e-9 * max(map(abs, y)))
    else:
        height, bounds = fitted.line, fitted.bounds
    good, bad = (1, 0) if up else (0, 1)
    curves = [height, lambda a: bounds(a)[good], lambda a: bounds(a)[bad]][:1 if method.startswith("steps") else 3]
    return case | {"etas": [first(lambda a: sign * (curve(a) - mark), t[-1]) for curve in curves]}


def arrivals():
    cases = []
    while len(cases) < 220:
        t, y = draw_series(kind=str(rng.choice(["growth", "growth", "fall", "fall", "noise", "signed"])))
        method, course, level = draw_method(y)
        up = bool(rng.random() < (0.8 if y[-1] > y[0] else 0.2))
        step = rng.uniform(-0.1, 1.5) * max(abs(y[-1]), abs(y[-1] - y[0])) * (1 if up else -0.6)
        cases.append(arrival(f"random {len(cases)}", t, y, method, course, level, sig(y[-1] + step), t[-1] + float(rng.integers(1, 8)), up))
    for name, t, y in EDGES:
        if name in ("huge", "tiny"):
            continue
        for method in ["squares", "separate", "steps2"] if len(t) > 2 else ["steps2"]:
            for up in [True, False]:
                goal = y[-1] + (7.0 if up else -7.0)
                cases.append(arrival(f"{name}, {method}, {'up' if up else 'down'}", t, y, method, "linear", 0.8, goal, 2026.0, up))
    cases.append(arrival("growth to zero", YEARS, [40.0, 31.0, 25.0, 18.0], "squares", "geometric", 0.8, 0.0, 2026.0, False))
    return cases


def meets(name, own, leader, up):
    """own, leader: [at, value, kind, rate]; leader kind "static" has only a value. Roots by brentq on the values."""
    def value(mover, at):
        t0, v, kind, r = mover
        return v if kind == "static" else v * (1 + r) ** (at - t0) if kind == "growth" else v + r * (at - t0)
    sign = 1 if up else -1
    now = own[0] if leader[2] == "static" else max(own[0], leader[0])
    # of growth, the ratio: it changes evenly
    if "growth" in (own[2], leader[2]):
        ahead = lambda at: sign * (np.log(value(own, at)) - np.log(value(leader, at)))
    else:
        ahead = lambda at: sign * (value(own, at) - value(leader, at))
    case = {"name": name, "own": own, "leader": leader, "up": up}
    a, b = ahead(now), ahead(now + CENTURY)
    if a >= 0:
        return case | {"reason": "AlreadyAhead"}
    if b >= 0:
        at = float(brentq(ahead, now, now + CENTURY, xtol=1e-13, rtol=8.9e-16))
        return case | {"at": at, "years": at - own[0], "value": float(value(leader, at))}
    if abs(b - a) <= 1e-12 * abs(a):
        return case | {"reason": "Parallel"}
    return case | {"reason": "BeyondCentury" if b > a else "Diverging"}


def catch_ups():
    cases = []
    for number in range(220):
        kind = str(rng.choice(["growth", "change"]))
        up = bool(rng.random() < 0.7)
        v = sig(10 ** rng.uniform(0, 4))
        pace = lambda: sig(rng.uniform(-0.08, 0.25) if kind == "growth" else rng.uniform(-0.08, 0.25) * v, 4)
        own = [float(rng.integers(2021, 2025)), v, kind, pace()]
        far = v * rng.uniform(0.9, 2.5) if up else v / rng.uniform(0.9, 2.5)
        if rng.random() < 0.4:
            leader = [own[0], sig(far), "static", 0.0]
        else:
            leader = [float(rng.integers(2021, 2025)), sig(far), kind, sig(pace() * 0.6, 4)]
        cases.append(meets(f"random {number}", own, leader, up))
    own = [2024.0, 100.0, "growth", 0.05]
    edges = [
        ("equal", own, [2024.0, 100.0, "static", 0.0], True),
        ("equal growth", own, [2024.0, 150.0, "growth", 0.05], True),
        ("leader faster", own, [2024.0, 150.0, "growth", 0.08], True),
        ("standing still", [2024.0, 100.0, "growth", 0.0], [2024.0, 150.0, "static", 0.0], True),
        ("moving away", [2024.0, 100.0, "growth", -0.1], [2024.0, 150.0, "static", 0.0], True),
        ("both falling", [2024.0, 100.0, "growth", -0.02], [2024.0, 150.0, "growth", -0.07], True),
        ("over a century", own, [2024.0, 150.0, "growth", 0.0495], True),
        ("from below zero", [2024.0, -4.0, "change", 2.0], [2024.0, 6.0, "change", 1.0], True),
        ("down to zero", [2024.0, 12.0, "change", -3.0], [2024.0, 0.0, "static", 0.0], False),
    ]
    return cases + [meets(*edge) for edge in edges]


def distance(name, t, y, own_at, level, course, up):
    """By numpy's interp, stretch by stretch from the last: interp of time at the level where the stretch holds it."""
    case = {"name": name, "t": t, "y": y, "at": own_at, "level": level, "course": course, "up": up}
    h, mark = heights(y, course), float(heights([level], course)[0])
    found = None
    for i in range(len(t) - 1, 0, -1):
        low, high = min(y[i - 1], y[i]), max(y[i - 1], y[i])
        if low <= level <= high:
            if y[i] == level:
                found = t[i]
            else:
                order = np.argsort(h[i - 1:i + 1])
                found = float(np.interp(mark, h[i - 1:i + 1][order], np.array(t[i - 1:i + 1])[order]))
            break
    if found is not None:
        side = [s for s in np.sign(np.array(y) - level)]
        # crossings: changes of side, where a rest on the level counts once
        inner = [s for i, s in enumerate(side) if i == 0 or not (s == 0 and side[i - 1] == 0)]
        crossings = sum(s == 0 for s in inner) + sum(a * b < 0 for a, b in zip(inner, inner[1:]))
        return case | {"found": found, "years": own_at - found, "crossings": int(crossings)}
    past = (y[0] > level) if up else (y[0] < level)
    return case | ({"more": own_at - t[0]} if past else {"less": own_at - t[-1]})


def distances():
    cases = []
    for number in range(220):
        t, y = draw_series(least=2, kind=str(rng.choice(["growth", "fall", "noise", "signed", "tied"])))
        course = "geometric" if min(y) > 0 and rng.random() < 0.5 else "linear"
        level = float(rng.choice(y)) if rng.random() < 0.15 else sig(min(y) + rng.uniform(-0.1, 1.1) * (max(y) - min(y)))
        if course == "geometric" and level <= 0:
            level = y[0]
        cases.append(distance(f"random {number}", t, y, t[-1] + float(rng.integers(-2, 3)), level, course, bool(y[-1] >= y[0])))
    edges = [
        ("two points", [2020.0, 2024.0], [10.0, 20.0], 2024.0, 12.5, "linear", True),
        ("two points, geometric", [2020.0, 2024.0], [10.0, 20.0], 2024.0, 12.5, "geometric", True),
        ("constant at the level", YEARS, FLAT, 2024.0, 5.0, "linear", True),
        ("constant above", YEARS, FLAT, 2024.0, 4.0, "linear", True),
        ("constant below", YEARS, FLAT, 2024.0, 6.0, "linear", True),
        ("turning", YEARS, [1.0, 5.0, 2.0, 8.0], 2024.0, 3.0, "linear", True),
        ("turning point", YEARS, [1.0, 5.0, 2.0, 4.0], 2024.0, 5.0, "linear", True),
        ("zeros", YEARS, [0.0, 0.0, 3.0, 5.0], 2024.0, 0.0, "linear", True),
        ("negatives", YEARS, [-5.0, -2.0, 1.0, 2.0], 2024.0, 0.0, "linear", True),
        ("decreasing", YEARS, [40.0, 31.0, 25.0, 18.0], 2024.0, 30.0, "geometric", False),
        ("gaps", [2012.0, 2013.0, 2019.0, 2024.0], [4.0, 6.0, 9.0, 12.0], 2024.0, 8.0, "linear", True),
    ]
    return cases + [distance(*edge) for edge in edges]


def convergence(name, t, rows):
    rows = [[float(v) for v in row] for row in rows]
    data = np.array(rows)
    case = {"name": name, "t": t, "rows": rows}
    positive = bool((data > 0).all(axis=0).all())
    for key, ddof in [("sample", 1), ("population", 0)]:
        case[f"log_{key}"] = [float(np.std(np.log(c), ddof=ddof)) if (c > 0).all() else None for c in data.T]
        case[f"cv_{key}"] = [float(np.std(c, ddof=ddof) / np.mean(c)) if np.mean(c) > 0 else None for c in data.T]
    first_, last = data[:, 0], data[:, -1]
    if len(rows) < 3:
        return case | {"reason": "TooFewPlaces"}
    if not ((first_ > 0).all() and (last > 0).all()):
        return case | {"reason": "NotPositive"}
    if len(set(first_)) == 1:
        return case | {"reason": "NoSpread"}
    span = t[-1] - t[0]
    growth = np.log(last / first_) / span
    fit = stats.linregress(np.log(first_), growth)
    speed = float(-np.log(1 + fit.slope * span) / span) if 1 + fit.slope * span > 1e-12 else None
    half = float(np.log(2) / speed) if speed is not None and speed > 0 else None
    # linregress calls the correlation with a constant zero; a share of no variance is none
    squared = float(fit.rvalue ** 2) if np.ptp(growth) > 1e-12 else None
    return case | {"beta": [float(fit.slope), float(fit.intercept), float(fit.stderr), squared, speed, half]}


def convergences():
    cases = []
    for number in range(210):
        n, m = int(rng.integers(3, 10)), int(rng.integers(2, 5))
        t = [float(v) for v in 2010 + np.sort(rng.choice(15, m, replace=False))]
        start = np.exp(rng.normal(5, 0.6, n))
        pull, drift = rng.uniform(-0.02, 0.06), rng.uniform(-0.02, 0.1)
        rows = [[sig(start[i] * np.exp((drift - pull * (np.log(start[i]) - 5)) * (a - t[0]) + rng.normal(0, 0.05))) for a in t]
                for i in range(n)]
        cases.append(convergence(f"random {number}", t, rows))
    two = [2015.0, 2025.0]
    edges = [
        ("two places", two, [[1, 2], [3, 4]]),
        ("three places", two, [[100, 160], [200, 270], [150, 220]]),
        ("perfect fit", two, [[1, 8], [2, 8], [4, 8], [8, 8]]),
        ("same start", two, [[5, 6], [5, 7], [5, 8]]),
        ("a zero", two, [[0, 6], [5, 7], [6, 8]]),
        ("negatives", two, [[-3, 6], [5, -7], [6, -8]]),
        ("all equal", two, [[5, 5], [5, 5], [5, 5]]),
        ("overtaking", two, [[1, 4.1], [2, 2], [4, 1]]),
        ("diverging", two, [[1, 1.1], [2, 3], [4, 9]]),
    ]
    return cases + [convergence(*edge) for edge in edges]


def quantiles():
    cases = []
    for dof in [1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 20, 29, 30, 60, 99, 250, 999, 1000, 1001, 1500, 10000, 1000000]:
        for level in [0.001, 0.01, 0.1, 0.5, 0.6827, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999]:
            # from the tail, where scipy loses nothing
            cases.append([level, dof, float(stats.t.isf((1 - level) / 2, dof))])
    for level in [0.001, 0.01, 0.1, 0.5, 0.6827, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999]:
        cases.append([level, 0, float(stats.norm.isf((1 - level) / 2))])
    return cases


families = {"quantile": quantiles(), "forecast": forecasts(["squares", "squares", "squares", "steps1", "steps2", "steps5"]), "theil_sen": forecasts(["separate", "joint"]), "arrival": arrivals(), "catch_up": catch_ups(),
            "distance": distances(), "convergence": convergences()}
here = pathlib.Path(__file__)
for family, cases in families.items():
    assert len(cases) >= 200, (family, len(cases))
    path = here.with_name(f"outlook_{family}.json")
    path.write_text(json.dumps({"cases": cases}, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n")
    print(family, len(cases), path.stat().st_size)
