"""Entropy weights and TOPSIS of a 300 × 100 matrix by scikit-criteria 0.10: the median in milliseconds, to hold against
`entropy-topsis` of analysis.rs on the same machine in the same hour. Needs tests/oracles/requirements.txt."""

import statistics
import time

import skcriteria
from skcriteria.agg.topsis import TOPSIS
from skcriteria.preprocessing.invert_objectives import InvertMinimize
from skcriteria.preprocessing.scalers import VectorScaler
from skcriteria.preprocessing.weighters import EntropyWeighter

PLACES, INDICATORS = 300, 100
state = 1
rows = []
for _ in range(PLACES):
    row = []
    for _ in range(INDICATORS):
        state = state * 48271 % 2147483647
        row.append(1 + state / 2147483647)
    rows.append(row)
objectives = [min if indicator % 5 == 0 else max for indicator in range(INDICATORS)]
decision = skcriteria.mkdm(rows, objectives)


def work():
    weighted = EntropyWeighter().transform(decision)
    return TOPSIS().evaluate(VectorScaler(target="matrix").transform(InvertMinimize().transform(weighted)))


work()
taken = []
for _ in range(30):
    start = time.perf_counter()
    work()
    taken.append(time.perf_counter() - start)
print(f"entropy-topsis by scikit-criteria: {statistics.median(taken) * 1e3:.2f} ms")
