#!/usr/bin/env python3
"""Writes greeks.csv: option values to 17 digits, by a way of its own.

The price is the textbook formula in 120 digits; every sensitivity is a numerical derivative of that
price, so no closed form of one is shared with the program. Beside each value stands its condition
number: how much a relative change of the inputs changes the value, relatively.

Needs Python 3 with mpmath. The rows follow from the seed.
"""

import csv
import random
import sys

from mpmath import diff, erfc, exp, log, mp, mpf, sqrt

mp.dps = 120
ROWS = 240
INPUTS = ("underlying", "strike", "years", "volatility", "rate", "yield")
# Which inputs a quantity is a derivative by, and its sign.
QUANTITIES = {
    "price": ((), 1),
    "delta": (("underlying",), 1),
    "gamma": (("underlying",) * 2, 1),
    "theta": (("years",), -1),
    "vega": (("volatility",), 1),
    "rho": (("rate",), 1),
    "vanna": (("underlying", "volatility"), 1),
    "vomma": (("volatility",) * 2, 1),
    "charm": (("underlying", "years"), -1),
    "veta": (("volatility", "years"), -1),
    "speed": (("underlying",) * 3, 1),
    "zomma": (("underlying", "underlying", "volatility"), 1),
    "color": (("underlying", "underlying", "years"), -1),
    "ultima": (("volatility",) * 3, 1),
}


def price(x, k, t, v, r, q, is_forward, sign):
    b = mpf(0) if is_forward else r - q
    d1 = (log(x / k) + (b + v * v / 2) * t) / (v * sqrt(t))
    d2 = d1 - v * sqrt(t)
    n1 = erfc(-sign * d1 / sqrt(2)) / 2
    n2 = erfc(-sign * d2 / sqrt(2)) / 2
    return sign * (x * exp((b - r) * t) * n1 - k * exp(-r * t) * n2)


def value(name, at, is_forward, sign):
    by, factor = QUANTITIES[name]
    function = lambda *inputs: price(*inputs, is_forward, sign)
    if not by:
        return function(*at)
    orders = tuple(by.count(i) for i in INPUTS)
    return factor * diff(function, tuple(at), orders)


def condition(name, at, is_forward, sign, centre):
    total = mpf(0)
    for i, x in enumerate(at):
        if x == 0:
            continue
        step = mpf(10) ** -20
        moved = list(at)
        moved[i] = x * (1 + step)
        total += abs(value(name, moved, is_forward, sign) - centre) / step
    return total / abs(centre)


def draw(rng):
    x = round(rng.uniform(100, 90000), 2)
    t = 10 ** rng.uniform(-5.72, 0.699)  # a minute to five years
    v = 10 ** rng.uniform(-2.301, 0.699)  # 0.5 % to 500 %
    kind = rng.random()
    if kind < 0.2:
        k = x
    elif kind < 0.7:
        k = x * float(exp(rng.uniform(-4, 4) * v * t**0.5))
    else:
        k = x * float(exp(rng.uniform(-9, 9) * v * t**0.5))
    r = rng.choice([0.0, 0.0535, 0.065, -0.02, rng.uniform(-0.05, 0.15)])
    q = rng.choice([0.0, 0.012, rng.uniform(0, 0.05)])
    return x, k, t, v, r, q


def main():
    rng = random.Random(20261121)
    out = csv.writer(sys.stdout, lineterminator="\n")
    names = list(QUANTITIES)
    out.writerow(["right", "model", *INPUTS, *names, *(n + "_condition" for n in names)])
    for row in range(ROWS):
        is_forward = row % 2 == 0
        sign = 1 if row // 2 % 2 == 0 else -1
        inputs = draw(rng)
        if is_forward:
            inputs = (*inputs[:5], 0.0)
        at = [mpf(x) for x in inputs]
        values, conditions = [], []
        for name in names:
            found = value(name, at, is_forward, sign)
            if abs(found) < mpf(10) ** -60:
                # A numerical derivative says nothing below what its digits can hold.
                values.append("")
                conditions.append("")
                continue
            values.append(mp.nstr(found, 20))
            conditions.append(mp.nstr(condition(name, at, is_forward, sign, found), 4))
        out.writerow(
            ["CE" if sign > 0 else "PE", "black76" if is_forward else "bsm"]
            + [repr(x) for x in inputs] + values + conditions)


main()
