"""Entropy weights and TOPSIS of the matrix of work/mod.rs by scikit-criteria, from tests/oracles/requirements.txt: a line
in names the work and how many times to do it, a line out tells the nanoseconds that one took."""

import sys
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


def entropy_topsis():
    weighted = EntropyWeighter().transform(decision)
    return TOPSIS().evaluate(VectorScaler(target="matrix").transform(InvertMinimize().transform(weighted)))


WORKS = {"entropy-topsis": entropy_topsis}

for line in sys.stdin:
    name, times = line.split()
    start = time.perf_counter_ns()
    for _ in range(int(times)):
        WORKS[name]()
    print((time.perf_counter_ns() - start) // int(times), flush=True)
