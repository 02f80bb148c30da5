"""Verdicts and hints of cross-checks, from Python's decimal and fractions.

No package checks published figures against each other, so the script computes from the definition, by another route than
the core: results to 60 digits by `decimal` and rounded by `quantize` (ROUND_HALF_UP and ROUND_DOWN), intervals from every
corner of the box of inputs by `fractions`. Hints are made by construction: a true result is spoilt in one known way.
"""
import itertools, json, random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction as F
from pathlib import Path

getcontext().prec = 60
rng = random.Random(20260105)
SIZE = {"家": F(1), "人": F(1), "亿元": F(10**8), "万元": F(10**4), "亩": F(2000, 3), "%": F(1, 100), "个百分点": F(1, 100), "倍": F(1)}
COUNTED = {"家", "人"}
WORDS = {"": None, "超": "超", "近": "近", "约": "约"}


class Figure:
    """A figure as written: digits, decimals, unit, qualifying word."""

    def __init__(self, number, decimals, unit, word=""):
        self.number, self.decimals, self.unit, self.word = Decimal(number).quantize(Decimal(1).scaleb(-decimals)), decimals, unit, word

    @property
    def text(self):
        return f"{self.word}{self.number}{self.unit}"

    @property
    def value(self):
        return F(self.number) * SIZE[self.unit]

    @property
    def step(self):
        return F(1, 10**self.decimals) * SIZE[self.unit]

    def place(self):
        """Place value of the last significant digit, in its own unit."""
        if self.decimals:
            return F(1, 10**self.decimals)
        n, place = abs(int(self.number)), 1
        while n and n % (place * 10) == 0:
            place *= 10
        return F(place)

    def spread(self):
        g, v = self.place(), F(self.number)
        low, high = {"超": (v, v + g), "近": (v - g, v), "约": (v - g / 2, v + g / 2)}[self.word]
        return low * SIZE[self.unit], high * SIZE[self.unit]

    def ends(self):
        """What it may have been as an input."""
        if self.word:
            return self.spread()
        if self.unit in COUNTED and self.decimals == 0:
            return self.value, self.value
        return self.value - self.step / 2, self.value + self.step / 2

    def accepts(self):
        return self.spread() if self.word else (self.value - self.step / 2, self.value + self.step / 2)


def compute(operation, values):
    match operation:
        case "ratio":
            return sum(values[:-1]) / values[-1]
        case "growth":
            return values[1] / values[0] - 1
        case "difference":
            return values[0] - values[1]
        case "sum":
            return sum(values)
        case "increase":
            return values[0] / (values[0] - values[1]) - 1


def impossible(operation, inputs):
    ends = [figure.ends() for figure in inputs]
    match operation:
        case "ratio":
            return ends[-1][0] <= 0 <= ends[-1][1]
        case "growth":
            return ends[0][0] <= 0
        case "increase":
            return ends[0][0] <= ends[1][1]
    return False


def quantized(value, unit, decimals, mode):
    own = value / SIZE[unit]
    return (Decimal(own.numerator) / Decimal(own.denominator)).quantize(Decimal(1).scaleb(-decimals), mode)


def check(operation, inputs, stated):
    """Agreement by arithmetic, whether within inputs, computed, low, high; None where there is no base."""
    if impossible(operation, inputs):
        return None
    value = compute(operation, [figure.value for figure in inputs])
    corners = [compute(operation, list(corner)) for corner in itertools.product(*(figure.ends() for figure in inputs))]
    low, high = min(corners), max(corners)
    least, most = stated.accepts()
    if value == stated.value:
        agreement = "exact"
    elif stated.word:
        agreement = "qualified" if least <= value <= most else None
    elif quantized(value, stated.unit, stated.decimals, ROUND_HALF_UP) == stated.number:
        agreement = "rounded"
    elif quantized(value, stated.unit, stated.decimals, ROUND_DOWN) == stated.number:
        agreement = "truncated"
    else:
        agreement = None
    size = SIZE[stated.unit]
    return agreement, low <= most and least <= high, float(value / size), float(low / size), float(high / size)


def amount(unit, low, high, word=None):
    decimals = 0 if unit in COUNTED else rng.choice([0, 1, 2])
    number = Decimal(rng.randint(int(low * 10**decimals), int(high * 10**decimals))).scaleb(-decimals)
    word = word if word is not None else rng.choice(["", "", "", "", "超", "近", "约"]) if unit not in COUNTED and number > 0 else ""
    return Figure(number, decimals, unit, word)


def draw(operation, plain=False):
    unit = rng.choice(["家", "人", "亿元", "万元", "亩"])
    word = "" if plain else None
    match operation:
        case "ratio":
            parts = [amount(unit, 1, 3000, word) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
            return [*parts, amount(unit, 20, 9000, word)], rng.choice(["%", "%", "倍"])
        case "growth":
            return [amount(unit, 20, 5000, word), amount(unit, 1, 9000, word)], rng.choice(["%", "%", "%", "倍"])
        case "difference":
            return [amount(unit, 1, 9000, word), amount(unit, 1, 9000, word)], unit
        case "sum":
            return [amount(unit, 1, 5000, word) for _ in range(rng.randint(1, 7))], unit
        case "increase":
            value = amount(unit, 500, 9000, word)
            return [value, amount(unit, 1, 400, word)], "%"


def stating(operation, inputs, unit, mode, decimals=None):
    value = compute(operation, [figure.value for figure in inputs])
    if decimals is None:
        decimals = 0 if unit in COUNTED else rng.choice([0, 1, 2] if unit != "倍" else [1, 2])
    return Figure(quantized(value, unit, decimals, mode), decimals, unit)


def moved(figure, steps, word=""):
    return Figure(figure.number + Decimal(steps).scaleb(-figure.decimals), figure.decimals, figure.unit, word)


def case(name, operation, inputs, stated):
    found = check(operation, inputs, stated)
    record = {"op": operation, "in": [figure.text for figure in inputs], "stated": stated.text}
    if name:
        record["name"] = name
    if found is None:
        return record | {"zero": True}
    agreement, within, *numbers = found
    return record | {"agreement": agreement, "within": within, "numbers": numbers}


cases = []
for operation in ["ratio", "growth", "sum", "difference", "increase"]:
    while sum(one["op"] == operation for one in cases) < 200:
        inputs, unit = draw(operation)
        if impossible(operation, inputs):
            continue
        kind = rng.random()
        stated = stating(operation, inputs, unit, ROUND_DOWN if kind > 0.7 else ROUND_HALF_UP)
        if 0.4 < kind <= 0.7:
            stated = moved(stated, rng.choice([-20, -3, -2, -1, 1, 2, 3, 20]))
        if rng.random() < 0.1 and stated.number > 0 and unit not in COUNTED:
            stated = moved(stated, 0, rng.choice(["超", "近", "约"]))
        cases.append(case(None, operation, inputs, stated))

# a count and its rate: every whole base is tried
for _ in range(120):
    value, base = rng.randint(2, 900), rng.randint(2, 600)
    rate = stating("growth", [Figure(base, 0, "家"), Figure(value, 0, "家")], "%", rng.choice([ROUND_HALF_UP, ROUND_DOWN]), rng.choice([0, 1, 2]))
    rate = moved(rate, rng.choice([0, 0, 1, -1, 3]))
    if rate.value <= -1:
        continue
    nearest = min(range(1, int(value / (1 + rate.value)) + 3), key=lambda b: (abs(F(value, b) - 1 - rate.value), b))
    found = F(value, nearest) - 1
    least, most = rate.accepts()
    if found == rate.value:
        agreement = "exact"
    else:
        same = lambda mode: quantized(found, "%", rate.decimals, mode) == rate.number
        agreement = "rounded" if same(ROUND_HALF_UP) else "truncated" if same(ROUND_DOWN) else None
    numbers = [float(found * 100)] * 3
    cases.append({"op": "whole-base", "in": [f"{value}家"], "stated": rate.text, "agreement": agreement, "within": least <= found <= most, "numbers": numbers})

# two statements of one fact: those next to each other meet in one point only, which rounds to one of them
for _ in range(80):
    one = amount("亿元", 1, 900, "")
    other = Figure(quantized(one.value, "亿元", rng.randint(0, one.decimals), rng.choice([ROUND_HALF_UP, ROUND_DOWN])), 0, "亿元") if rng.random() < 0.5 else amount("亿元", 1, 900, "")
    other = moved(other, rng.choice([0, 0, 1, -1]))
    record = case(None, "sum", [one], other) | {"op": "same"}
    (low, high), (least, most) = one.ends(), other.accepts()
    cases.append(record | {"within": record["agreement"] is not None or (low < most and least < high)})

c = lambda number, unit="家", decimals=0, word="": Figure(number, decimals, unit, word)
for name, operation, inputs, stated in [
    ("zero denominator", "ratio", [c(5), c(0)], c(50, "%")),
    ("zero base", "growth", [c(0), c(5)], c(50, "%")),
    ("base below zero", "growth", [c("-2", "亿元"), c(5, "亿元")], c(50, "%")),
    ("base that may be zero", "growth", [c(1, "亿元", 0, "近"), c(5, "亿元")], c(400, "%")),
    ("all of it new", "increase", [c(5), c(5)], c(100, "%")),
    ("nothing of something", "ratio", [c(0), c(7)], c(0, "%")),
    ("negative growth", "growth", [c(150), c(129)], c("-14", "%")),
    ("negative growth stated positive", "growth", [c(150), c(129)], c(14, "%")),
    ("half up", "ratio", [c(1), c(8)], c(13, "%")),
    ("half down is truncated", "ratio", [c(1), c(8)], c(12, "%")),
    ("negative half away from zero", "growth", [c(8), c(7)], c("-13", "%")),
    ("negative half towards zero", "growth", [c(8), c(7)], c("-12", "%")),
    ("half in the last decimal", "ratio", [c(201), c(16000)], c("1.26", "%", 2)),
    ("one part", "sum", [c(5)], c(5)),
    ("one part, wrong", "sum", [c(5)], c(6)),
    ("decimals of unequal length", "sum", [c(60, "亩"), c("177.18", "亩", 2), c("360.81", "亩", 2)], c(598, "亩")),
    ("no difference", "difference", [c(5), c(5)], c(0)),
    ("difference below zero", "difference", [c(5), c(9)], c("-4")),
    ("scales of unequal size", "sum", [c("1.2", "亿元", 1), c(8000, "万元")], c(2, "亿元")),
    ("one part in a thousand", "ratio", [c(1), c(1000)], c("0.1", "%", 1)),
]:
    cases.append(case(name, operation, inputs, stated))

# hints: a true result, spoilt in one way, that no longer agrees
hints = []


def spoilt(kind, operation, inputs, stated, value, others=()):
    found = check(operation, inputs, stated)
    if found is None or found[0] is not None or found[1]:
        return False
    others = [{"input": i, "text": figure.text} for i, figure in others]
    hints.append({"kind": kind, "op": operation, "in": [f.text for f in inputs], "stated": stated.text, "value": float(value), "others": others})
    return True


def wanted(kind, make, number=40):
    done = 0
    while done < number:
        done += bool(make(kind))


def swapped(kind):
    operation = rng.choice(["ratio", "growth", "sum", "difference"])
    inputs, unit = draw(operation, plain=True)
    true = stating(operation, inputs, unit, ROUND_HALF_UP)
    digits = str(abs(true.number)).replace(".", "")
    at = rng.randrange(len(digits) - 1) if len(digits) > 1 else 0
    if len(digits) < 2 or digits[at] == digits[at + 1] or digits[at + 1] == "0":
        return False
    digits = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    number = Decimal(digits).scaleb(-true.decimals).copy_sign(true.number)
    return spoilt(kind, operation, inputs, Figure(number, true.decimals, unit), true.number)


def shifted(kind):
    operation = rng.choice(["ratio", "growth", "sum", "difference"])
    inputs, unit = draw(operation, plain=True)
    true = stating(operation, inputs, unit, ROUND_HALF_UP)
    significant = str(abs(true.number)).replace(".", "").strip("0")
    k = rng.choice([1, 2, 3, -1, -2, 4, -4])
    decimals = max(0, true.decimals - k) if true.number else 0
    if len(significant) < 2 or (unit in COUNTED and decimals > 0):
        return False
    return spoilt(kind, operation, inputs, Figure(true.number.scaleb(k), decimals, unit), true.number)


def ratio_for_growth(kind):
    inputs, unit = draw("growth", plain=True)
    if impossible("growth", inputs):
        return False
    true = stating("growth", inputs, "%", ROUND_HALF_UP)
    return spoilt(kind, "growth", inputs, Figure(true.number + 100, true.decimals, "%"), true.number)


def growth_for_ratio(kind):
    inputs, unit = draw("ratio", plain=True)
    if impossible("ratio", inputs):
        return False
    true = stating("ratio", inputs, "%", ROUND_HALF_UP)
    return true.number > 100 and spoilt(kind, "ratio", inputs, Figure(true.number - 100, true.decimals, "%"), true.number)


def points(kind):
    base, later = (Figure(Decimal(rng.randint(100, 9900)).scaleb(-2), 2, "%") for _ in range(2))
    gap = later.number - base.number
    return spoilt(kind, "growth", [base, later], Figure(gap, 2, "%"), gap)


def other_period(kind):
    inputs, unit = draw("growth", plain=True)
    other = amount(inputs[0].unit, 20, 5000, "")
    if impossible("growth", [other, inputs[1]]):
        return False
    stated = stating("growth", [other, inputs[1]], "%", ROUND_HALF_UP)
    return spoilt(kind, "growth", inputs, stated, other.number, [(0, amount(other.unit, 20, 5000, "")), (0, other)])


def off_by_one(kind):
    operation = rng.choice(["ratio", "growth", "sum", "difference"])
    inputs, unit = draw(operation, plain=True)
    true = stating(operation, inputs, unit, ROUND_HALF_UP)
    return spoilt(kind, operation, inputs, moved(true, rng.choice([-1, 1])), true.number)


def whole_base(kind):
    base, later = rng.randint(30, 300), rng.randint(30, 900)
    stated = stating("growth", [c(base), c(later)], "%", ROUND_HALF_UP, 2)
    rate = F(stated.number) / 100
    fits = [b for b in range(1, 2000) if abs(F(later, b) - 1 - rate) <= F(1, 20000)]
    return fits == [base] and spoilt(kind, "growth", [c(base + rng.randint(5, 20)), c(later)], stated, base)


for kind, make in {
    "digits-swapped": swapped,
    "power-of-ten": shifted,
    "ratio-for-growth": ratio_for_growth,
    "growth-for-ratio": growth_for_ratio,
    "percentage-points": points,
    "other-figure": other_period,
    "off-by-one": off_by_one,
    "whole-base": whole_base,
}.items():
    wanted(kind, make)

path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"cases": cases, "hints": hints}, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
print(len(cases), "cases,", len(hints), "hints,", path.stat().st_size, "bytes")
