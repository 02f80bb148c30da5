"""Paths, pace, statuses and splits.

Largest remainders come from the package `apportionment` 1.0. No package computes the rest: path values are made by numpy,
scipy and fractions on routes of their own (integration of a rate, the logistic function of scipy, interpolation), growth and
pace by Python's decimals at 50 digits, statuses from the rules their publishers print, on fractions where they are linear.
"""
import json
import random
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

import numpy as np
from apportionment import methods as apportionment
from scipy.interpolate import interp1d
from scipy.special import expit

getcontext().prec = 50
rng = random.Random(20261122)


def num(x):
    return None if x is None else float(x)


# --- paths -----------------------------------------------------------------------------------------------------------

def path_value(shape, t0, v0, t1, v1, at):
    s = min(max((at - t0) / (t1 - t0), 0.0), 1.0)
    kind = shape["kind"]
    if s in (0.0, 1.0):
        return v1 if s else v0
    if kind == "geometric":
        return float(np.exp(np.log(v0) + s * (np.log(v1) - np.log(v0))))
    if kind == "linear":
        return float(np.interp(at, [t0, t1], [v0, v1]))
    if kind == "power":
        return v0 + (v1 - v0) * float(np.power(s, shape["p"]))
    if kind == "logistic":
        k = shape["k"]
        low, high = expit(-k / 2), expit(k / 2)
        return v0 + (v1 - v0) * float((expit(k * (s - 0.5)) - low) / (high - low))
    if kind == "milestones":
        xs = [t0] + [p[0] for p in shape["points"]] + [t1]
        ys = [v0] + [p[1] for p in shape["points"]] + [v1]
        return float(interp1d(xs, ys)(at))
    if kind == "seasonal":
        shares = shape["shares"]
        edges = np.linspace(0.0, 1.0, len(shares) + 1)
        return v0 + (v1 - v0) * float(np.interp(s, edges, np.concatenate([[0.0], np.cumsum(shares)])))
    raise ValueError(kind)


def path_case(shape, t0, v0, t1, v1, ats, name=None):
    case = {"of": "path", "shape": shape, "start": [t0, v0], "end": [t1, v1], "at": ats,
            "expect": [path_value(shape, t0, v0, t1, v1, at) for at in ats]}
    return {"name": name, **case} if name else case


def random_shape(t0, t1):
    kind = rng.choice(["geometric", "linear", "power", "logistic", "milestones", "seasonal"])
    if kind == "power":
        return {"kind": kind, "p": round(rng.uniform(0.1, 6), 3)}
    if kind == "logistic":
        return {"kind": kind, "k": round(rng.uniform(0.1, 30), 3)}
    if kind == "milestones":
        n = rng.randint(1, 3)
        times = sorted(rng.uniform(t0 + 0.01, t1 - 0.01) for _ in range(n))
        return {"kind": kind, "points": [[t, round(rng.uniform(-50, 500), 2)] for t in times]}
    if kind == "seasonal":
        parts = [rng.randint(1, 99) for _ in range(rng.choice([4, 12]))]
        return {"kind": kind, "shares": [p / sum(parts) for p in parts]}
    return {"kind": kind}


def paths():
    cases = []
    for _ in range(210):
        t0 = 2020 + rng.randint(0, 5)
        t1 = t0 + rng.randint(1, 8)
        shape = random_shape(t0, t1)
        if shape["kind"] == "seasonal":
            t1 = t0 + 1
        positive = shape["kind"] == "geometric"
        v0 = round(rng.uniform(1 if positive else -100, 1000), 3)
        v1 = round(rng.uniform(1 if positive else -100, 3000), 3)
        ats = [round(rng.uniform(t0 - 1, t1 + 1), 4) for _ in range(3)] + [t0, t1]
        cases.append(path_case(shape, t0, v0, t1, v1, ats))
    cases.append(path_case({"kind": "geometric"}, 2022, 1000.0, 2025, 2000.0, [2023, 2024, 2025], "doubling in three years"))
    cases.append(path_case({"kind": "linear"}, 2022, 1000.0, 2025, 2000.0, [2023, 2024], "a third of the base a year"))
    cases.append(path_case({"kind": "linear"}, 2022, 40.0, 2025, 0.0, [2023, 2024], "to zero"))
    cases.append(path_case({"kind": "power", "p": 2}, 2022, -10.0, 2025, 10.0, [2023.5], "through zero"))
    cases.append(path_case({"kind": "logistic", "k": 1e-5}, 2022, 0.0, 2024, 100.0, [2022.5], "a logistic that is nearly straight"))
    cases.append(path_case({"kind": "seasonal", "shares": [0, 0, 0, 1]}, 2022, 0.0, 2023, 9.0, [2022.7, 2022.875, 2023], "all in one quarter"))
    cases.append(path_case({"kind": "geometric"}, 2022, 5.0, 2025, 5.0, [2023], "base on the target"))
    return cases


# --- pace ------------------------------------------------------------------------------------------------------------

def cagr(v0, v1, years):
    """Compound growth a year by decimals; None where it has no meaning."""
    if v0 <= 0 or v1 <= 0 or years <= 0:
        return None
    ratio = Decimal(v1) / Decimal(v0)
    return (ratio.ln() / Decimal(years)).exp() - 1


def pace_case(t0, v0, t1, v1, t, v, geometric, name=None):
    f = Fraction
    if geometric:
        s = min(max(Decimal(t) - Decimal(t0), Decimal(0)) / (Decimal(t1) - Decimal(t0)), Decimal(1))
        expected = (Decimal(v0).ln() + s * (Decimal(v1).ln() - Decimal(v0).ln())).exp() if 0 < s < 1 else Decimal(v1 if s else v0)
    else:
        s = min(max((f(t) - f(t0)) / (f(t1) - f(t0)), f(0)), f(1))
        expected = f(v0) + (f(v1) - f(v0)) * s
    one = Decimal if geometric else f
    gap = one(v) - expected
    progress = (f(v) - f(v0)) / (f(v1) - f(v0)) if v1 != v0 else None
    elapsed = min(max((f(t) - f(t0)) / (f(t1) - f(t0)), f(0)), f(1))
    left = f(t1) - f(t)
    case = {"of": "pace", "start": [t0, v0], "end": [t1, v1], "now": [t, v], "geometric": geometric, "expect": {
        "expected": num(expected), "gap": num(gap), "gap_share": num(gap / abs(expected)) if expected != 0 else None,
        "completion": num(f(v) / f(v1)) if v1 != 0 else None, "progress": num(progress), "elapsed": num(elapsed),
        "deviation": num(progress - elapsed) if progress is not None else None,
        "growth_so_far": num(cagr(v0, v, t - t0)), "required_growth": num(cagr(v, v1, t1 - t)),
        "required_increase": num((f(v1) - f(v)) / left) if left > 0 else None}}
    return {"name": name, **case} if name else case


def paces():
    cases = []
    for _ in range(205):
        geometric = rng.random() < 0.5
        t0 = 2020 + rng.randint(0, 3)
        t1 = t0 + rng.randint(1, 8)
        low = 1 if geometric else -200
        v0, v1, v = (round(rng.uniform(low, 2000), 2) for _ in range(3))
        cases.append(pace_case(t0, v0, t1, v1, rng.choice([t0, t1, t0 + 0.5, t0 + 0.75, t1 + 1, t1 - 0.25]), v, geometric))
    cases += [pace_case(2022, 1000.0, 2025, 2000.0, 2024, 1430.0, True, "the reference figure"),
              pace_case(2022, 10.0, 2025, 10.0, 2024, 9.0, False, "base on the target"),
              pace_case(2022, 0.0, 2025, 10.0, 2024, 5.0, False, "zero base"),
              pace_case(2022, -5.0, 2025, 10.0, 2024, 5.0, False, "negative base, sign change"),
              pace_case(2022, 40.0, 2025, 0.0, 2024, 25.0, False, "to zero"),
              pace_case(2022, 40.0, 2025, 20.0, 2026, 15.0, True, "after the deadline")]
    return cases


# --- statuses --------------------------------------------------------------------------------------------------------

def graded(x, cuts):
    for name, cut in zip(["on-track", "moderate", "insufficient"], cuts):
        if x >= cut:
            return name
    return "away"


def status_of(method, t0, v0, t1, v1, t, v, strict, up):
    """The verdict and what it rests on, by the published rules; a word for why there is none."""
    f = Fraction
    if t1 <= t0:
        return "order", None
    met = (v > v1 or (v == v1 and not strict)) if up else (v < v1 or (v == v1 and not strict))
    if met:
        return ("green" if method.startswith("three") else "achieved"), None
    if t <= t0:
        return "too-early", None
    sense = 1 if up else -1
    if v0 == v1 and method != "three-gap":
        return ("red" if method.startswith("three") else "away"), None
    if method in ("eurostat", "open-sdg", "progress-chart"):
        a, b, c, sign = v0, v, v1, 1
        if method == "open-sdg":
            # ProgressMeasure: zeros become 0.001, both values must have the sign of the baseline, which turns the growth
            a, c = (a or 0.001), (c or 0.001)
            if (a > 0 and b < 0) or (a < 0 and b > 0) or a * c < 0:
                return "sign-change", None
            sign = -1 if a < 0 else 1
            a, b, c = abs(a), abs(b), abs(c)
        elif a <= 0 or b <= 0 or c <= 0:
            return "not-positive", None
        observed = Decimal(-1) if b == 0 else cagr(a, b, t - t0)
        required = cagr(a, c, t1 - t0)
        ratio = sign * sense * observed / abs(required)
        cuts = ["0.95", "0.5", "-0.1"] if method == "progress-chart" else ["0.95", "0.6", "0"]
        return graded(ratio, [Decimal(cut) for cut in cuts]), num(ratio)
    if method == "sdsn":
        ratio = sense * ((f(v) - f(v0)) / (f(t) - f(t0))) / abs((f(v1) - f(v0)) / (f(t1) - f(t0)))
        return graded(ratio, [1, f(1, 2), 0]), num(ratio)
    if method == "unsd":
        times = f(t1 - t0) / f(t - t0)
        if v0 > 0 and v > 0:
            value = Decimal(v0) * ((Decimal(v) / Decimal(v0)).ln() * Decimal(times.numerator) / Decimal(times.denominator)).exp()
        else:
            exact = f(v0) + (f(v) - f(v0)) * times
            value = Decimal(exact.numerator) / Decimal(exact.denominator)
        share = sense * (value - Decimal(v0)) / abs(Decimal(v1) - Decimal(v0))
        return graded(share, [Decimal("0.95"), Decimal("0.1"), Decimal("-0.1")]), num(share)
    elapsed = min(max((f(t) - f(t0)) / (f(t1) - f(t0)), f(0)), f(1))
    if method == "three-deviation":
        behind = elapsed - sense * (f(v) - f(v0)) / abs(f(v1) - f(v0))
        yellow, red = f(0), f(1, 8)
    else:
        expected = f(v0) + (f(v1) - f(v0)) * elapsed
        if expected == 0:
            return "no-share", None
        behind = sense * (expected - f(v)) / abs(expected)
        yellow, red = f(1, 16), f(1, 8)
    return ("red" if behind > red else "yellow" if behind > yellow else "green"), num(behind)


METHODS = ["eurostat", "open-sdg", "sdsn", "progress-chart", "unsd", "three-deviation", "three-gap"]


def status_cases(t0, v0, t1, v1, t, v, strict=False, up=None, name=None):
    up = v1 >= v0 if up is None else up
    cases = []
    for method in METHODS:
        verdict, measure = status_of(method, t0, v0, t1, v1, t, v, strict, up)
        case = {"of": "status", "method": method, "numbers": [t0, v0, t1, v1, t, v], "strict": strict, "up": up,
                "verdict": verdict, "measure": measure}
        cases.append({"name": name, **case} if name else case)
    return cases


def statuses():
    cases = []
    for _ in range(45):
        t0 = 2020
        t1 = t0 + rng.choice([2, 3, 5, 10])
        sign = rng.choice([1, 1, 1, -1])
        v0, v1 = (sign * round(rng.uniform(1, 1000), 2) for _ in range(2))
        v = round(v0 + (v1 - v0) * rng.uniform(-0.5, 1.2), 2)
        cases += status_cases(t0, v0, t1, v1, t0 + rng.choice([1, 1.5, 2]), v, rng.random() < 0.3)
    edge = [("base on the target, kept", (2020, 10.0, 2024, 10.0, 2022, 10.0)), ("base on the target, left", (2020, 10.0, 2024, 10.0, 2022, 9.0)),
            ("zero base", (2020, 0.0, 2024, 10.0, 2022, 5.0)), ("zero target", (2020, 10.0, 2024, 0.0, 2022, 5.0)),
            ("negative base", (2020, -10.0, 2024, -5.0, 2022, -7.0)), ("negative base, worse", (2020, -10.0, 2024, -5.0, 2022, -12.0)),
            ("sign change", (2020, -10.0, 2024, 10.0, 2022, 2.0)), ("sign change ahead", (2020, -10.0, 2024, 10.0, 2022, -2.0)),
            ("fall to zero on the way up", (2020, 10.0, 2024, 20.0, 2022, 0.0)),
            ("lower is better", (2020, 15.0, 2023, 8.0, 2022, 9.5)), ("lower is better, worse", (2020, 15.0, 2023, 8.0, 2022, 16.0)),
            ("exactly on the path", (2020, 100.0, 2024, 200.0, 2022, 150.0)), ("exactly half of it", (2020, 100.0, 2024, 200.0, 2022, 125.0)),
            ("no change", (2020, 100.0, 2024, 200.0, 2022, 100.0)), ("an eighth behind", (2020, 100.0, 2024, 200.0, 2022, 137.5)),
            ("achieved", (2020, 100.0, 2024, 200.0, 2022, 200.0)), ("achieved downwards", (2020, 15.0, 2024, 8.0, 2022, 7.9)),
            ("deadline before baseline", (2024, 100.0, 2020, 200.0, 2024, 100.0)), ("too early", (2020, 100.0, 2024, 200.0, 2020, 100.0))]
    for name, numbers in edge:
        cases += status_cases(*numbers, name=name)
    cases += status_cases(2020, 100.0, 2024, 200.0, 2024, 200.0, True, name="strict and met exactly")
    cases += status_cases(2020, 6.0, 2024, 8.0, 2022, 9.0, False, False, name="a ceiling left from below")
    return cases


# --- splits ----------------------------------------------------------------------------------------------------------

def split_case(total, decimals, weights, name=None):
    """Weights are decimal texts; seats are units of the last decimal."""
    votes = [Fraction(w) for w in weights]
    scale = max(v.denominator for v in votes)
    for v in votes:
        scale = scale * v.denominator // np.gcd(scale, v.denominator)
    votes = [int(v * int(scale)) for v in votes]
    seats = int(Fraction(total) * 10**decimals)
    units = apportionment.compute("largest_remainder", votes, seats, fractions=True, parties=[str(i) for i in range(len(votes))])
    case = {"of": "split", "total": float(Fraction(total)), "decimals": decimals, "weights": [float(Fraction(w)) for w in weights],
            "units": [int(u) for u in units]}
    return {"name": name, **case} if name else case


def splits():
    cases = []
    while len(cases) < 205:
        decimals = rng.randint(0, 2)
        total = str(Fraction(rng.randint(1, 10**6), 10**decimals))
        places = rng.randint(0, 3)
        weights = [str(Fraction(rng.randint(1, 10**5), 10**places)) for _ in range(rng.randint(1, 12))]
        cases.append(split_case(total, decimals, weights))
    cases.append(split_case("10", 0, ["1", "1", "1"], "equal weights, a tie for the last unit"))
    cases.append(split_case("1", 1, ["1", "1", "1"], "a tie in the first decimal"))
    cases.append(split_case("100", 0, ["47", "16", "15.9", "12", "6", "3.1"], "the example of six parties"))
    cases.append(split_case("3", 0, ["5", "5", "5", "5"], "fewer units than zones"))
    cases.append(split_case("7", 0, ["1"], "one zone"))
    return cases


def main():
    cases = paths() + paces() + statuses() + splits()
    text = json.dumps({"cases": cases}, ensure_ascii=False, separators=(",", ":"))
    Path(__file__).with_suffix(".json").write_text(text.replace('{"of"', '\n{"of"').replace('{"name"', '\n{"name"') + "\n")


main()
