"""Cases for ranks, gaps, concentration, quantiles, grades and growth bases; see README.md.

pandas and scipy rank, numpy takes medians, means and quantiles, pandas.cut and pandas.qcut put into bands. Bounds of
intervals, for which no package is known, are found by trying every corner, and bases of growth rates in exact
fractions (checked with pandas' pct_change), so that they share nothing with the formulas of the core.
"""

import itertools
import json
import pathlib
from fractions import Fraction

import numpy as np
import pandas as pd
from scipy.stats import rankdata

rng = np.random.default_rng(20230601)
cases = []


def plain(value):
    """Numbers as JSON has them, whole ones without a decimal point, nan as null."""
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (float, np.floating)):
        value = float(value)
        return None if np.isnan(value) else int(value) if value.is_integer() and abs(value) < 1e15 else value
    return int(value) if isinstance(value, np.integer) else value


def add(kind, name, **fields):
    case = {"kind": kind, **({"name": name} if name else {}), **fields}
    cases.append(plain(case))


def drawn(n, low=-50.0, high=200.0, ties=False):
    """Values with up to two decimals; with ties where asked."""
    values = np.round(rng.uniform(low, high, n), int(rng.integers(0, 3)))
    if ties and n > 1:
        values[rng.integers(0, n)] = values[rng.integers(0, n)]
    return values


# ranks -----------------------------------------------------------------------------------------------------------


def rank_case(name, values, polarity, best=0.0, widths=None):
    values = np.asarray(values, dtype=float)
    widths = np.zeros((len(values), 2)) if widths is None else np.asarray(widths)
    key = {"higher": values, "lower": -values, "nearest": -np.abs(values - best)}[polarity]
    series = pd.Series(key)
    ranks = series.rank(method="min", ascending=False, na_option="keep").to_numpy()
    there = ~np.isnan(values)
    assert (ranks[there] == rankdata(-key[there], method="min")).all()
    if polarity == "higher":
        assert (pd.Series(values).rank(method="min", ascending=False).to_numpy()[there] == ranks[there]).all()
    if polarity == "lower":
        assert (pd.Series(values).rank(method="min", ascending=True).to_numpy()[there] == ranks[there]).all()
    n = int(there.sum())
    percentiles = (ranks - 1) / (n - 1) if n > 1 else np.full(len(values), np.nan)
    fields = {}
    if widths.any():
        # every corner of the box of intervals: the best and the worst rank each may have
        ends = np.stack([values - widths[:, 0], values + widths[:, 1]])
        corners = np.array([[ends[c, i] for i, c in enumerate(corner)] for corner in itertools.product([0, 1], repeat=len(values))])
        sign = 1.0 if polarity == "higher" else -1.0
        all_ranks = pd.DataFrame(sign * corners).rank(axis=1, method="min", ascending=False).to_numpy()
        fields = {"low": ends[0], "high": ends[1], "best": all_ranks.min(axis=0), "worst": all_ranks.max(axis=0)}
    add("rank", name, values=values, polarity=polarity, best_at=best, ranks=ranks, percentiles=percentiles, **fields)


for number in range(150):
    n = int(rng.integers(1, 10))
    values = drawn(n, ties=number % 3 == 0)
    if number % 5 == 0:
        values[rng.random(n) < 0.3] = np.nan
    rank_case(None, values, ["higher", "lower", "nearest"][number % 3], best=float(rng.integers(0, 100)))
for number in range(80):
    n = int(rng.integers(2, 7))
    # uneven ends, so that no two intervals only touch
    widths = np.round(rng.uniform(0, 40, (n, 2)), 6)
    rank_case(None, drawn(n) + np.round(rng.uniform(0, 0.01, n), 6), ["higher", "lower"][number % 2], widths=widths)
rank_case("ties", [5, 3, 3, 1], "higher")
rank_case("ties, lower is better", [5, 3, 3, 1], "lower")
rank_case("all equal", [4, 4, 4], "lower")
rank_case("zeros", [0, 0, 3], "lower")
rank_case("negative", [-3, -1, -2], "higher")
rank_case("one place", [7], "higher")
rank_case("missing", [np.nan, 3, np.nan, 5], "higher")
rank_case("all missing", [np.nan, np.nan], "higher")
rank_case("nearest from both sides", [90, 110, 100], "nearest", best=100.0)

# gaps ------------------------------------------------------------------------------------------------------------


def gap_case(name, values, widths, polarity):
    # the core's reader takes decimals of up to 15 digits
    values, widths = np.round(np.asarray(values, dtype=float), 6), np.asarray(widths, dtype=float)
    ends = np.round(np.stack([values - widths[:, 0], values + widths[:, 1]]), 6)
    order = pd.Series(values).rank(method="first", ascending=polarity == "lower").to_numpy().argsort()
    leader, benchmark = int(order[0]), int(order[len(values) // 2])
    corners = np.array([[ends[c, i] for i, c in enumerate(corner)] for corner in itertools.product([0, 1], repeat=len(values))])
    places = {}
    for own in range(len(values)) if name else [int(rng.integers(0, len(values)))]:
        place = places[str(own)] = {}
        for what, point, at_corners in [
            ("leader", values[leader], corners[:, leader]),
            ("benchmark", values[benchmark], corners[:, benchmark]),
            ("median", np.median(values), np.median(corners, axis=1)),
            ("mean", np.mean(values), np.mean(corners, axis=1)),
        ]:
            absolute = values[own] - point
            gaps = corners[:, own] - at_corners
            relative = absolute / abs(point) if point != 0 else np.nan
            better = None if absolute == 0 else bool(absolute > 0) == (polarity == "higher")
            place[what] = [absolute, gaps.min(), gaps.max(), relative, better]
    add(
        "gap",
        name,
        values=values,
        low=ends[0],
        high=ends[1],
        polarity=polarity,
        benchmark=benchmark,
        median=np.median(values),
        mean=np.mean(values),
        places=places,
    )


def no_widths(values):
    return np.zeros((len(values), 2))


for number in range(200):
    # distinct values: the place behind equal ones is a matter of the order given
    n = int(rng.integers(2, 4)) if number % 4 else int(rng.integers(4, 6))
    values = drawn(n) + np.arange(n) / 1000
    widths = np.round(rng.uniform(0, 20, (n, 2)) * (rng.random((n, 2)) < 0.5), 1) if number % 2 else no_widths(values)
    gap_case(None, values, widths, ["higher", "lower"][number % 4 // 2])
gap_case("all equal", [4, 4, 4], no_widths([4, 4, 4]), "higher")
gap_case("zeros", [0, 0, 0], no_widths([0, 0, 0]), "higher")
gap_case("a median of zero", [-1, 0, 1], no_widths([0, 0, 0]), "lower")
gap_case("negative", [-5, -2, -9], no_widths([0, 0, 0]), "higher")
gap_case("two places", [5, 8], [[1, 0], [0, 2]], "higher")

# shares and concentration ----------------------------------------------------------------------------------------


def concentration_case(name, values, widths=None):
    values = np.asarray(values, dtype=float)
    fields = {}
    if len(values) == 0:
        error = "empty"
    elif (values < 0).any():
        error = "negative"
    elif values.sum() == 0:
        error = "zero"
    else:
        error = None
        n = len(values)
        shares = values / values.sum()
        hhi = float(np.sum(np.square(shares)))
        ordered = np.sort(shares)[::-1]
        fields = {
            "shares": shares,
            "hhi": hhi,
            "normalised": (hhi - 1 / n) / (1 - 1 / n) if n > 1 else 1.0,
            "ratios": [float(ordered[:k].sum()) for k in range(0, 6)],
        }
    if widths is not None:
        widths = np.asarray(widths, dtype=float)
        ends = np.stack([np.maximum(values - widths[:, 0], 0), values + widths[:, 1]])
        corners = np.array([[ends[c, i] for i, c in enumerate(corner)] for corner in itertools.product([0, 1], repeat=len(values))])
        at_corners = corners / corners.sum(axis=1, keepdims=True)
        top = np.sort(at_corners, axis=1)[:, ::-1][:, 0]
        index = np.square(at_corners).sum(axis=1)
        fields |= {
            "low": ends[0],
            "high": ends[1],
            "shares_low": at_corners.min(axis=0),
            "shares_high": at_corners.max(axis=0),
            "hhi_span": [index.min(), index.max()],
            "top_span": [top.min(), top.max()],
        }
    add("concentration", name, values=values, error=error, **fields)


for number in range(160):
    concentration_case(None, drawn(int(rng.integers(1, 11)), low=0.0, ties=number % 3 == 0))
for number in range(60):
    n = int(rng.integers(2, 6))
    concentration_case(None, drawn(n, low=1.0), np.round(rng.uniform(0, 60, (n, 2)), 1))
concentration_case("nothing", [])
concentration_case("one part", [12])
concentration_case("all equal", [3, 3, 3, 3])
concentration_case("zeros among them", [0, 0, 5])
concentration_case("a total of zero", [0, 0, 0])
concentration_case("a negative value is refused", [3, -1, 5])
concentration_case("one has all", [0, 100])

for number in range(200):
    local, whole, part, total = np.round(rng.uniform([0, 50, 1, 500], [50, 500, 500, 9000]), 2)
    table = pd.DataFrame({"place": [local, whole - local], "reference": [part, total - part]}, index=["part", "rest"])
    shares = table / table.sum()
    add("quotient", None, figures=[local, whole, part, total], quotient=shares.loc["part", "place"] / shares.loc["part", "reference"])
add("quotient", "no part here", figures=[0, 10, 25, 100], quotient=0)
add("quotient", "no part there", figures=[5, 10, 0, 100], quotient=None)
add("quotient", "nothing here", figures=[0, 0, 25, 100], quotient=None)
add("quotient", "negative", figures=[-5, 10, 25, 100], quotient=None)

# quantiles and grades --------------------------------------------------------------------------------------------

METHODS = [
    "inverted_cdf",
    "averaged_inverted_cdf",
    "closest_observation",
    "interpolated_inverted_cdf",
    "hazen",
    "weibull",
    "linear",
    "median_unbiased",
    "normal_unbiased",
]


def quantile_case(name, values, p):
    add("quantile", name, values=values, p=p, quantiles=[np.quantile(values, p, method=method) for method in METHODS])


for number in range(200):
    values = drawn(int(rng.integers(1, 13)), ties=number % 4 == 0)
    quantile_case(None, values, float([0.05, 0.2, 0.25, 0.5, 0.7, 0.75, 0.9, 0.95, round(rng.random(), 3)][number % 9]))
quantile_case("one value", [7.0], 0.3)
quantile_case("all equal", [4.0, 4.0, 4.0], 0.7)
quantile_case("the smallest", [3.0, 1.0, 2.0], 0.0)
quantile_case("the largest", [3.0, 1.0, 2.0], 1.0)


def cut_case(name, values, polarity, cuts):
    """Bands by cut-offs: closed on the side of the better band."""
    edges = [-np.inf, *sorted(cuts), np.inf]
    higher = polarity == "higher"
    codes = pd.cut(values, edges, right=not higher, labels=False)
    bands = len(cuts) - codes if higher else codes
    add("grade", name, values=values, polarity=polarity, cuts=sorted(cuts, reverse=higher), bands=bands)


def quantile_grade_case(name, values, polarity, parts, method):
    badness = -np.asarray(values) if polarity == "higher" else np.asarray(values)
    raw = np.quantile(badness, parts, method=method)
    # numpy interpolates between two observations where rounding puts a position a hair past one (0.3 of ten by the
    # sixth type); an edge that is an observation but for that is put on it
    nearest = badness[np.abs(badness[:, None] - raw).argmin(axis=0)]
    edges = np.where(np.isclose(raw, nearest, rtol=1e-12, atol=1e-12), nearest, raw)
    if method == "linear" and (raw == edges).all() and len(set([badness.min(), *edges, badness.max()])) == len(parts) + 2:
        bands = pd.qcut(badness, [0, *parts, 1], labels=False)
    elif len(set(edges)) == len(edges):
        bands = pd.cut(badness, [-np.inf, *edges, np.inf], labels=False)
    else:
        # pandas refuses edges that coincide; the band between them is empty
        bands = np.searchsorted(edges, badness, side="left")
    cuts = -edges if polarity == "higher" else edges
    add("grade", name, values=values, polarity=polarity, parts=parts, method=method, edges=cuts, bands=bands)


for number in range(120):
    values = drawn(int(rng.integers(1, 13)), ties=number % 3 == 0)
    cuts = np.unique(rng.choice(values, min(3, len(values)), replace=False)) if number % 2 else np.unique(drawn(3))
    cut_case(None, values, ["higher", "lower"][number % 4 // 2], cuts.tolist())
for number in range(160):
    values = drawn(int(rng.integers(2, 17)), ties=number % 3 == 0)
    parts = [[0.2, 0.7, 0.95], [0.25, 0.5, 0.75], [0.1, 0.6, 0.9], [0.3]][number % 4]
    method = METHODS[number % 9] if number % 2 else "linear"
    quantile_grade_case(None, values, ["higher", "lower"][number % 3 % 2], parts, method)
cut_case("one figure at the cut", np.array([20.0]), "higher", [20.0, 10.0])
cut_case("one figure at the cut, lower is better", np.array([10.0]), "lower", [20.0, 10.0])
cut_case("zeros", np.array([0.0, 0.0, 1.0]), "lower", [0.0, 0.5])
cut_case("negative", np.array([-3.0, -1.0, -2.0]), "higher", [-2.0, -2.5])
quantile_grade_case("all equal", np.array([4.0, 4.0, 4.0]), "higher", [0.2, 0.7, 0.95], "linear")
quantile_grade_case("one figure", np.array([4.0]), "lower", [0.2, 0.7, 0.95], "linear")
quantile_grade_case("the best fifth of ten", np.arange(1.0, 11.0), "higher", [0.2, 0.7, 0.9], "inverted_cdf")

# growth ----------------------------------------------------------------------------------------------------------


def base_case(name, value, growth, value_ends, growth_ends):
    """Figures as decimal texts, rates in per cent; exact in fractions."""
    factor = 1 + Fraction(growth) / 100
    factors = [1 + Fraction(end) / 100 for end in growth_ends]
    fields = {"base": None}
    if min(factors) > 0:
        base = Fraction(value) / factor
        corners = [Fraction(end) / other for end in value_ends for other in factors]
        if value != "0":
            change = pd.Series([float(base), float(value)]).pct_change().iloc[1]
            assert abs(change - float(growth) / 100) < 1e-9 * max(1, abs(change))
        always, sometimes = (all, any) if min(factors) != max(factors) else (all, all)
        small = {quantifier([f >= 2 for f in factors]) for quantifier in (always, sometimes)}
        fields = {
            "base": float(base),
            "span": [float(min(corners)), float(max(corners))],
            "small": "possible" if len(small) == 2 else "yes" if small == {True} else "no",
        }
    numbers = [float(value), *map(float, value_ends), float(growth), *map(float, growth_ends)]
    add("base", name, figures=numbers, **fields)


def decimal(low, high, places):
    return f"{rng.uniform(low, high):.{places}f}"


for number in range(200):
    value, growth = decimal(1, 900, number % 3), decimal(-60, 260, number % 3)
    if number % 2:
        base_case(None, value, growth, [value] * 2, [growth] * 2)
    else:
        spread = [str(Fraction(value) - int(rng.integers(0, 5))), str(Fraction(value) + int(rng.integers(0, 5)))]
        rates = [str(Fraction(growth) - int(rng.integers(0, 50))), str(Fraction(growth) + int(rng.integers(0, 50)))]
        ends = [[str(float(Fraction(end))) for end in pair] for pair in (spread, rates)]
        base_case(None, value, growth, *ends)
base_case("doubled", "10", "100", ["10"] * 2, ["100"] * 2)
base_case("unchanged", "10", "0", ["10"] * 2, ["0"] * 2)
base_case("zero", "0", "50", ["0"] * 2, ["50"] * 2)
base_case("negative", "-150", "50", ["-150"] * 2, ["50"] * 2)
base_case("fallen to nothing", "5", "-100", ["5"] * 2, ["-100"] * 2)
base_case("may have fallen to nothing", "5", "-90", ["5"] * 2, ["-110", "-80"])

for number in range(200):
    places = number % 3
    own, lead = decimal(-20, 60, places), decimal(-20, 40, int(rng.integers(0, 3)))
    add("reference", None, own=float(own), decimals=places, lead=float(lead), reference=float(Fraction(own) - Fraction(lead)))
add("reference", "芜湖2023年1—5月，高于全国31.69个百分点", own=28.89, decimals=2, lead=31.69, reference=-2.8)
add("reference", "no lead", own=8.0, decimals=1, lead=0.0, reference=8.0)

path = pathlib.Path(__file__).with_suffix(".json")
lines = [json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in cases]
path.write_text('{"cases":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
print(len(cases), {kind: sum(case["kind"] == kind for case in cases) for kind in dict.fromkeys(case["kind"] for case in cases)})
