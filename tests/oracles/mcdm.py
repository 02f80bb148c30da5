"""What the families normalise, composite and peers share: random matrices and a compact file."""
import json
import pathlib

import numpy as np

HIGHER, LOWER = "higher", "lower"


def draw(rng, rows=(2, 10), columns=(1, 6), negative=False, missing=0.0, zeros=0.0, nearest=True):
    """A matrix of few digits, so that ties occur and the file stays small, and the polarity of its columns."""
    n, m = int(rng.integers(*rows)), int(rng.integers(*columns))
    scales = 10.0 ** rng.integers(0, 5, m)
    cells = np.round(rng.lognormal(0, 0.8, (n, m)) * scales, 2)
    if negative:
        cells = np.round(cells - rng.random(m) * scales, 2)
    cells[rng.random((n, m)) < zeros] = 0.0
    cells[rng.random((n, m)) < missing] = np.nan
    polarity = []
    for column in range(m):
        kind = rng.integers(0, 5 if nearest else 4)
        best = round(float(np.nan_to_num(np.nanmedian(cells[:, column]) if np.any(~np.isnan(cells[:, column])) else 1.0)), 1)
        polarity.append(HIGHER if kind < 2 else LOWER if kind < 4 else best)
    return cells, polarity


def merits(cells, polarity):
    """Every column turned so that more is better."""
    turned = [x if p == HIGHER else -x if p == LOWER else -np.abs(x - p) for x, p in zip(cells.T, polarity)]
    return np.array(turned).T.reshape(cells.shape)


def varies(column):
    there = column[~np.isnan(column)]
    return len(there) > 0 and there.min() != there.max()


def plain(value):
    """Arrays as lists, NaN as null, whole numbers without a point."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (float, np.floating)):
        value = float(value)
        return None if np.isnan(value) else int(value) if value == int(value) and abs(value) < 1e15 else value
    return value


def store(script, note, cases):
    path = pathlib.Path(script).with_suffix(".json")
    lines = ",\n".join(json.dumps(plain(case), separators=(",", ":"), allow_nan=False) for case in cases)
    path.write_text('{"note":%s,"cases":[\n%s\n]}\n' % (json.dumps(note), lines))
    print(path.name, len(cases), "cases", path.stat().st_size, "bytes")
