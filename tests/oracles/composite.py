"""Weights, means and TOPSIS: pymcdm and scikit-criteria, which must agree with each other; with missing cells,
scipy and pandas column by column and row by row, since neither package takes them. SFC64 by numpy."""
import warnings

import numpy as np
import pandas as pd
import pymcdm.methods
import pymcdm.weights
import scipy.stats
from mcdm import HIGHER, LOWER, draw, merits, store, varies
from pymcdm import normalizations
from skcriteria.agg.topsis import topsis as sk_topsis
from skcriteria.preprocessing.scalers import scale_by_vector
from skcriteria.preprocessing.weighters import critic_weights, entropy_weights

warnings.simplefilter("ignore")


def same(a, b):
    assert np.allclose(a, b, rtol=1e-10, atol=1e-13, equal_nan=True), (a, b)
    return a


def min_max(turned):
    out = np.full(turned.shape, np.nan)
    for column in range(turned.shape[1]):
        mask = ~np.isnan(turned[:, column])
        if varies(turned[:, column]):
            out[mask, column] = normalizations.minmax_normalization(turned[mask, column])
    return out


def spread_over(m, columns, weights):
    """Weights of some columns; the others have none."""
    out = np.zeros(m)
    out[columns] = weights
    return out


def entropy(cells):
    """None where no column varies."""
    m = cells.shape[1]
    columns = [c for c in range(m) if varies(cells[:, c])]
    if not columns:
        return None
    divergences = []
    for c in columns:
        there = cells[~np.isnan(cells[:, c]), c]
        divergences.append(1 - scipy.stats.entropy(there, base=len(there)))
    weights = np.array(divergences) / np.sum(divergences)
    if not np.any(np.isnan(cells)):
        same(weights, entropy_weights(cells[:, columns]))
        if np.all(cells[:, columns] > 0):
            same(weights, pymcdm.weights.entropy_weights(cells[:, columns]))
    return spread_over(m, columns, weights)


def critic(cells, polarity):
    turned = merits(cells, polarity)
    m = cells.shape[1]
    columns = [c for c in range(m) if varies(turned[:, c])]
    if not columns:
        return None
    if len(columns) == 1:
        return spread_over(m, columns, [1.0])
    scores = pd.DataFrame(min_max(turned[:, columns]))
    against = 1 - scores.corr().to_numpy()
    # columns that run alike have no conflict; what is left is rounding
    against[np.abs(against) < 1e-12] = 0
    information = scores.std(ddof=1).to_numpy() * np.nansum(against, axis=0)
    if information.sum() == 0:
        return None
    weights = information / information.sum()
    if not np.any(np.isnan(cells)):
        same(weights, critic_weights(turned[:, columns], np.ones(len(columns))))
        same(weights, pymcdm.weights.critic_weights(scores.to_numpy()))
        if all(p in (HIGHER, LOWER) for p in polarity):
            objectives = np.array([-1 if polarity[c] == LOWER else 1 for c in columns])
            same(weights, critic_weights(cells[:, columns], objectives))
    return spread_over(m, columns, weights)


def closeness(cells, polarity, weights, scale):
    """TOPSIS; a row is measured by the columns it has."""
    turned = merits(cells, polarity)
    out = np.full(len(cells), np.nan)
    columns = [c for c in range(cells.shape[1]) if varies(turned[:, c])]
    if not columns or not np.any(weights[columns] > 0):
        return out
    turned, weights = turned[:, columns], weights[columns] / weights[columns].sum()
    if scale == "min-max":
        r = min_max(turned)
    else:
        r = turned / np.sqrt(np.nansum(turned ** 2, axis=0))
    v = r * weights
    best, worst = np.nanmax(v, axis=0), np.nanmin(v, axis=0)
    near, far = np.sqrt(np.nansum((v - best) ** 2, axis=1)), np.sqrt(np.nansum((v - worst) ** 2, axis=1))
    out = np.where(near + far > 0, far / (near + far), np.nan)
    if not np.any(np.isnan(cells)) and len(columns) == cells.shape[1] and all(p in (HIGHER, LOWER) for p in polarity):
        types = np.array([-1 if p == LOWER else 1 for p in polarity])
        normal = normalizations.minmax_normalization if scale == "min-max" else normalizations.vector_normalization
        ours = pymcdm.methods.TOPSIS(normal)(cells, weights, types, validation=False)
        same(out, ours)
        if scale == "vector":
            same(out, sk_topsis(scale_by_vector(cells, axis=0), types, weights)[3])
        out = ours
    return out


def mean(cells, polarity, weights, kind, least, by):
    """Of min-max scores; the floor of the geometric mean is 0.01."""
    scores = min_max(merits(cells, polarity))
    columns = [c for c in range(cells.shape[1]) if varies(merits(cells, polarity)[:, c]) and weights[c] > 0]
    out = np.full(len(cells), np.nan)
    if not columns:
        return out
    for row in range(len(cells)):
        there = [c for c in columns if not np.isnan(scores[row, c])]
        share = len(there) / len(columns) if by == "count" else weights[there].sum() / weights[columns].sum()
        if not there or share < least - 1e-12:
            continue
        values, w = scores[row, there], weights[there]
        out[row] = np.average(values, weights=w) if kind == "arithmetic" else scipy.stats.gmean(np.maximum(values, 0.01), weights=w)
    return out


def rank(scores):
    return pd.Series(np.round(scores, 12)).rank(method="min", ascending=False).to_numpy()


def weight_case(cells, polarity, label=None):
    out = {"kind": "weights", "cells": cells, "polarity": polarity, "raw": entropy(cells) if not np.any(cells < 0) else "negative",
           "min-max": entropy(min_max(merits(cells, polarity))), "critic": critic(cells, polarity)}
    return {"name": label, **out} if label else out


def score_case(cells, polarity, weights, least, by, label=None):
    out = {"kind": "scores", "cells": cells, "polarity": polarity, "weights": weights, "least": least, "by": by}
    # TOPSIS has the same rule of coverage
    short = np.isnan(mean(cells, polarity, weights, "arithmetic", least, by))
    for scale in ("vector", "min-max"):
        out["topsis-" + scale] = np.where(short, np.nan, closeness(cells, polarity, weights, scale))
    for kind in ("arithmetic", "geometric"):
        out[kind] = mean(cells, polarity, weights, kind, least, by)
    out["ranks"] = rank(out["arithmetic"])
    return {"name": label, **out} if label else out


def words(seed):
    """SFC64 from numpy, seeded as PractRand does: three equal words, counter 1, twelve numbers dropped."""
    bits = np.random.SFC64()
    state = np.array([seed, seed, seed, 1], dtype=np.uint64)
    bits.state = {"bit_generator": "SFC64", "state": {"state": state}, "has_uint32": 0, "uinteger": 0}
    bits.random_raw(12)
    first = [str(word) for word in bits.random_raw(8)]
    return {"kind": "random", "seed": str(seed), "words": first, "units": np.random.Generator(bits).random(8)}


def spread(rng, cells, polarity, weights, concentration, draws=200_000):
    """Shares of each rank under numpy's Dirichlet weights, by the arithmetic mean of min-max scores."""
    scores = min_max(merits(cells, polarity))
    base = weights / weights.sum()
    totals = rng.dirichlet(concentration * base, draws) @ scores.T
    ranks = 1 + (totals[:, None, :] > totals[:, :, None]).sum(axis=2)
    n = len(cells)
    shares = [[float(np.mean(ranks[:, row] == rank)) for rank in range(1, n + 1)] for row in range(n)]
    return {"kind": "spread", "cells": cells, "polarity": polarity, "weights": weights, "concentration": concentration,
            "draws": draws, "shares": shares}


rng = np.random.default_rng(20232)
cases = []
for number in range(210):
    cells, polarity = draw(rng, negative=number % 7 == 0, missing=0.12 if number % 3 == 0 else 0, zeros=0.04, rows=(3, 9), columns=(2, 6))
    cases.append(weight_case(cells, polarity))
for number in range(210):
    cells, polarity = draw(rng, negative=number % 4 == 0, missing=0.12 if number % 3 == 0 else 0, zeros=0.04, rows=(3, 8), columns=(1, 6))
    weights = np.round(rng.random(cells.shape[1]) + 0.05, 2)
    cases.append(score_case(cells, polarity, weights, [0.0, 0.5, 0.75, 1.0][number % 4], ["count", "weight"][number % 2]))
nan = np.nan
SAMPLE = [[250, 16, 12], [200, 16, 8], [300, 32, 16], [275, 32, 8]]
EDGES = {
    "sample of both entropies": (SAMPLE, [HIGHER, HIGHER, HIGHER]),
    "sample with a cost": (SAMPLE, [LOWER, HIGHER, HIGHER]),
    "ties": ([[3, 5], [3, 5], [1, 7], [2, 6]], [HIGHER, LOWER]),
    "zeros": ([[0, 0], [0, 4], [5, 0]], [HIGHER, LOWER]),
    "a column of zeros": ([[0, 1], [0, 4], [0, 2]], [HIGHER, LOWER]),
    "one row": ([[3, 4]], [HIGHER, LOWER]),
    "one column": ([[3], [4], [9]], [LOWER]),
    "two rows": ([[3, 8], [4, 9]], [HIGHER, LOWER]),
    "constant column": ([[0.1, 4, 2], [0.1, 5, 9], [0.1, 8, 1]], [HIGHER, LOWER, HIGHER]),
    "all constant": ([[2, 4], [2, 4]], [HIGHER, LOWER]),
    "missing cells": ([[nan, 4, 1], [2, nan, 2], [3, 8, nan], [7, 1, 9]], [HIGHER, LOWER, HIGHER]),
    "empty column": ([[nan, 4, 7], [nan, 5, 3], [nan, 8, 1]], [HIGHER, LOWER, HIGHER]),
    "empty row": ([[nan, nan], [2, 5], [3, 8]], [HIGHER, LOWER]),
    "columns alike": ([[1, 10, 3], [2, 20, 2], [4, 40, 9]], [HIGHER, HIGHER, HIGHER]),
    "equally near": ([[1.2, 3], [1.4, 3], [2.0, 5]], [1.3, HIGHER]),
}
for label, (cells, polarity) in EDGES.items():
    cells = np.array(cells, dtype=float)
    cases.append(weight_case(cells, polarity, label))
    weights = np.array([2.0, 3.0, 1.0])[: cells.shape[1]]
    cases.append(score_case(cells, polarity, weights, 0.75, "count", label))
cases += [words(seed) for seed in (0, 1, 42, 2 ** 64 - 1)]
rng = np.random.default_rng(20234)
for concentration in (1.0, 4.0, 30.0, 200.0):
    cells, polarity = draw(rng, rows=(5, 6), columns=(4, 5), nearest=False)
    cases.append(spread(rng, cells, polarity, np.round(rng.random(4) + 0.2, 2), concentration))
store(__file__, "pymcdm 1.4.0, scikit-criteria 0.10, scipy, pandas, numpy; polarity: higher, lower or the best value", cases)
