"""Peers: scipy's distances; scikit-learn's nan_euclidean_distances where cells are missing."""
import numpy as np
from mcdm import draw, store, varies
from scipy.spatial.distance import cdist
from sklearn.metrics.pairwise import nan_euclidean_distances


def distances(cells, of, name):
    """From one row to all; NaN where they share nothing."""
    columns = [c for c in range(cells.shape[1]) if varies(cells[:, c])]
    if not columns:
        return np.full(len(cells), np.nan)
    x = cells[:, columns]
    deviations = np.nanstd(x, axis=0, ddof=1)
    if not np.any(np.isnan(x)):
        if name == "euclidean":
            return cdist(x[of:of + 1], x, "seuclidean", V=deviations ** 2)[0]
        if name == "manhattan":
            return cdist(x[of:of + 1] / deviations, x / deviations, "cityblock")[0]
        return cdist(x[of:of + 1], x, "cityblock", w=1 / np.ptp(x, axis=0))[0] / len(columns)
    if name == "euclidean":
        return nan_euclidean_distances(x[of:of + 1] / deviations, x / deviations)[0]
    # neither scipy nor scikit-learn has these with missing cells: the mean over what is shared
    scale = deviations if name == "manhattan" else np.nanmax(x, axis=0) - np.nanmin(x, axis=0)
    apart = np.abs(x - x[of]) / scale
    shared = (~np.isnan(apart)).sum(axis=1)
    mean = np.where(shared > 0, np.nansum(apart, axis=1) / np.maximum(shared, 1), np.nan)
    return mean * len(columns) if name == "manhattan" else mean


def case(cells, of, count, name, least, label=None):
    cells = np.array(cells, dtype=float)
    columns = [c for c in range(cells.shape[1]) if varies(cells[:, c])]
    there = ~np.isnan(cells[:, columns])
    coverage = (there & there[of]).sum(axis=1) / max(len(columns), 1)
    far = distances(cells, of, name)
    # who may be asked about is who has enough figures; ties, to 12 digits, in the order of the rows
    candidates = [row for row in range(len(cells)) if row != of and coverage[row] > 0 and coverage[row] >= least]
    candidates.sort(key=lambda row: (round(far[row], 11), row))
    nearest = candidates[:count] if coverage[of] > 0 and coverage[of] >= least else None
    out = {"cells": cells, "of": of, "count": count, "distance": name, "least": least, "rows": nearest,
           "distances": None if nearest is None else far[nearest]}
    return {"name": label, **out} if label else out


rng = np.random.default_rng(20233)
cases = []
for number in range(240):
    cells, _ = draw(rng, rows=(2, 13), columns=(1, 6), negative=number % 5 == 0, missing=0.1 if number % 3 == 0 else 0)
    name = ["euclidean", "manhattan", "gower"][number // 2 % 3]
    cases.append(case(cells, int(rng.integers(len(cells))), int(rng.integers(1, 6)), name, [0.0, 0.5, 0.75, 1.0][number % 4]))
nan = np.nan
EDGES = {
    "ties": ([[5, 5], [6, 5], [4, 5], [5, 6], [5, 4]], 0, 3),
    "twins": ([[5, 5], [7, 1], [5, 5]], 0, 2),
    "alone": ([[5, 5]], 0, 2),
    "one column": ([[5], [9], [6]], 0, 2),
    "constant column": ([[5, 0.1], [9, 0.1], [6, 0.1]], 0, 2),
    "all constant": ([[5, 0.1], [5, 0.1]], 0, 2),
    "missing cells": ([[5, 2, 3], [9, nan, 4], [nan, 2, 1], [4, 4, 4]], 0, 3),
    "lacks all itself": ([[nan, nan], [9, 1], [4, 3]], 0, 2),
    "zeros": ([[0, 0], [0, 1], [2, 0]], 0, 2),
}
for label, (cells, of, count) in EDGES.items():
    for name in ("euclidean", "manhattan", "gower"):
        cases.append(case(cells, of, count, name, 0.6, label))
store(__file__, "scipy.spatial.distance, scikit-learn", cases)
