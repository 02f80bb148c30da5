"""Normalisation: pymcdm, scipy, pandas; interpolation by numpy and scipy where none of them has the method."""
import numpy as np
import pandas as pd
import scipy.interpolate
import scipy.stats
from mcdm import HIGHER, LOWER, draw, merits, store, varies
from pymcdm import normalizations

METHODS = ["min-max", "z-score", "percentile-below", "percentile-mean", "ratio-leader", "ratio-row", "span-row", "goalposts", "efficacy-observed",
           "efficacy-given"]


def there(column, function):
    """A function of the values of a column that are there."""
    out = np.full(len(column), np.nan)
    mask = ~np.isnan(column)
    out[mask] = function(column[mask])
    return out


def one(name, x, polarity, row, bounds):
    """A column's scores; all NaN where it has none."""
    cost = polarity == LOWER
    merit = merits(x[:, None], [polarity])[:, 0]
    nothing = np.full(len(x), np.nan)
    plainly = merit if polarity not in (HIGHER, LOWER) else x
    min_max = lambda v: normalizations.minmax_normalization(v, cost=cost)
    if name in ("goalposts", "efficacy-given"):
        low, high = bounds
        points = ([low, high], [1, 0] if cost else [0, 1]) if polarity in (HIGHER, LOWER) else ([low, polarity, high], [0, 1, 0])
        if name == "goalposts":
            return there(x, lambda v: np.interp(v, *points))
        line = scipy.interpolate.interp1d(points[0], 60 + 40 * np.array(points[1]), fill_value="extrapolate")
        return there(x, line)
    if name in ("ratio-leader", "ratio-row"):
        if polarity not in (HIGHER, LOWER) or not np.any(~np.isnan(x)) or np.nanmin(x) <= 0:
            return nothing
        if name == "ratio-leader":
            return there(x, lambda v: normalizations.linear_normalization(v, cost=cost))
        return x[row] / x if cost else x / x[row]
    if not varies(merit):
        return nothing
    if name == "min-max":
        return there(plainly, min_max)
    if name == "efficacy-observed":
        return 60 + 40 * there(plainly, min_max)
    if name == "z-score":
        z = scipy.stats.zscore(x if polarity in (HIGHER, LOWER) else merit, ddof=1, nan_policy="omit")
        return -z if cost else z
    ranks = pd.Series(merit)
    if name == "percentile-below":
        return ((ranks.rank(method="min") - 1) / (ranks.count() - 1)).to_numpy()
    if name == "percentile-mean":
        return ranks.rank(pct=True).to_numpy()
    if name == "span-row":
        worst = np.nanmin(merit)
        if np.isnan(merit[row]) or merit[row] == worst:
            return nothing
        return (merit - worst) / (merit[row] - worst)
    raise ValueError(name)


def case(name, cells, polarity, rng, label=None):
    cells = np.array(cells, dtype=float)
    row = int(rng.integers(len(cells)))
    bounds = []
    for x, p in zip(cells.T, polarity):
        low, high = (np.nanmin(x), np.nanmax(x)) if np.any(~np.isnan(x)) else (0.0, 1.0)
        span = max(high - low, 1.0)
        # some bounds cut, some do not; the best value stays between them
        low, high = low + span * round(rng.uniform(-0.5, 0.4), 2), high + span * round(rng.uniform(-0.3, 0.5), 2)
        if p not in (HIGHER, LOWER):
            low, high = min(low, p - 0.1 * span), max(high, p + 0.1 * span)
        bounds.append((round(low, 2), round(max(high, low + 0.1), 2)))
    expect = np.array([one(name, x, p, row, b) for x, p, b in zip(cells.T, polarity, bounds)]).T
    out = {"method": name, "cells": cells, "polarity": polarity, "expect": expect}
    if label:
        out["name"] = label
    if "row" in name:
        out["row"] = row
    if name in ("goalposts", "efficacy-given"):
        out["bounds"] = bounds
    return out


rng = np.random.default_rng(20231)
cases = []
for number in range(240):
    cells, polarity = draw(rng, negative=number % 3 == 0, missing=(0.0, 0.0, 0.15)[number % 3], zeros=0.05)
    cases.append(case(METHODS[number % len(METHODS)], cells, polarity, rng))
nan = np.nan
EDGES = {
    "ties": ([[3, 5], [3, 5], [1, 7], [2, 5]], [HIGHER, LOWER]),
    "zeros": ([[0, 0], [0, 4], [5, 0]], [HIGHER, LOWER]),
    "one row": ([[3, 4]], [HIGHER, LOWER]),
    "one column": ([[3], [4], [9]], [LOWER]),
    "constant column": ([[0.1, 4], [0.1, 5], [0.1, 8]], [HIGHER, LOWER]),
    "missing cells": ([[nan, 4], [2, nan], [3, 8], [7, 1]], [HIGHER, LOWER]),
    "empty column": ([[nan, 4], [nan, 5], [nan, 8]], [HIGHER, LOWER]),
    "one figure in a column": ([[nan, 4], [2, 5], [nan, 8]], [HIGHER, LOWER]),
    "equally near": ([[1.2], [1.4], [2.0]], [1.3]),
}
for label, (cells, polarity) in EDGES.items():
    for name in METHODS:
        cases.append(case(name, cells, polarity, rng, label))
store(__file__, "pymcdm 1.4.0, scipy, pandas, numpy; polarity: higher, lower or the best value", cases)
