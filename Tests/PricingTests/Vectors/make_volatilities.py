#!/usr/bin/env python3
"""Writes volatilities.csv: implied volatilities to 20 digits, by a way of its own.

The volatility of a price is found by halving an interval on the textbook price in 70 digits and more, the price
and the terms being exactly the doubles that are written. Beside each stands its condition number: how
much a relative change of the inputs, the price among them, changes it, relatively. A price that has no
volatility has a status instead, which follows from the bounds in the same digits.

Needs Python 3 with mpmath. The rows follow from the seed.
"""

import csv
import math
import random
import sys

from mpmath import erfc, exp, log, mp, mpf, nstr, sqrt

DIGITS = 70
mp.dps = DIGITS
SMALLEST, LARGEST = mpf(2) ** -200, mpf(2) ** 200
LEAST_NORMAL = mpf(2) ** -1022


def chance(d):
    # Further out it is neither: less than 10^-10^9 is no part of any price.
    return erfc(-d / sqrt(2)) / 2 if abs(d) < 1e5 else mpf(d > 0)


def value(x, k, t, r, q, v, sign):
    d1 = (log(x / k) + (r - q + v * v / 2) * t) / (v * sqrt(t))
    d2 = d1 - v * sqrt(t)
    n1, n2 = chance(sign * d1), chance(sign * d2)
    return sign * (x * exp(-q * t) * n1 - k * exp(-r * t) * n2)


def bounds(x, k, t, r, q, sign):
    """What the option is worth at least and at most."""
    present, strike = x * exp(-q * t), k * exp(-r * t)
    return max(mpf(0), sign * (present - strike)), present if sign > 0 else strike


def status(numbers, price, sign):
    x, k, t, r, q = numbers
    if not all(map(math.isfinite, numbers)) or x <= 0 or k <= 0:
        return "invalidTerms"
    if t <= 0:
        return "expired"
    if not math.isfinite(price) or price <= 0:
        return "noPrice"
    if not all(SMALLEST <= n <= LARGEST for n in (x, k, t)) or max(abs(r * t), abs(q * t)) > 200:
        return "beyondRange"
    least, most = bounds(*map(mpf, numbers), sign)
    if price <= least:
        return "belowIntrinsic"
    if price >= most:
        return "aboveBound"
    return "solved"


def volatility(numbers, price, sign):
    at = list(map(mpf, numbers))
    low, high = log(mpf(1) / 4), log(mpf(4))
    while value(*at, exp(low), sign) >= price:
        low *= 2
    while value(*at, exp(high), sign) <= price:
        high *= 2
    while high - low > mpf(10) ** -24:
        middle = (low + high) / 2
        if value(*at, exp(middle), sign) < price:
            low = middle
        else:
            high = middle
    return exp((low + high) / 2)


def condition(numbers, price, sign, v):
    at = [*map(mpf, numbers), v]
    step = mpf(10) ** -40
    moved = []
    for i, number in enumerate(at):
        near = list(at)
        near[i] = number * (1 + step)
        moved.append(abs(value(*near, sign) - value(*at, sign)) / step)
    return (sum(moved[:-1]) + mpf(price)) / moved[-1]


def rates(rng):
    r = rng.choice([0.0, 0.0535, 0.065, -0.02, rng.uniform(-0.05, 0.15)])
    return r, rng.choice([0.0, 0.012, rng.uniform(0, 0.05)])


def quoted(rng):
    """An option on an index, as exchanges quote them."""
    x = round(rng.uniform(10000, 80000), 2)
    k = 50.0 * round(x * rng.uniform(0.85, 1.15) / 50)
    return x, k, rng.randint(1, 60) / 365, *rates(rng), rng.uniform(0.08, 0.58)


def wide(rng):
    """From a minute to five years, from half a percent to five hundred, and far from the money."""
    x = 10 ** rng.uniform(0, 6)
    t = 10 ** rng.uniform(-5.72, 0.699)
    v = 10 ** rng.uniform(-2.301, 0.699)
    reach = rng.choice([0.0, 1.0, 4.0, 12.0, 36.0])
    k = x * math.exp(max(-13.8, min(13.8, rng.uniform(-reach, reach) * v * t**0.5)))
    return x, k, t, *rates(rng), v


def apart(rng):
    """Underlying and strike anywhere between 1 and a million."""
    t = 10 ** rng.uniform(-1, 0.699)
    v = rng.uniform(0.5, 5)
    return 10 ** rng.uniform(0, 6), 10 ** rng.uniform(0, 6), t, *rates(rng), v


def nearest(number, direction):
    """The double nearest to a number on one side, or on it."""
    found = float(number)
    while (mpf(found) - number) * direction < 0:
        found = math.nextafter(found, direction * math.inf)
    return found


def draws(rng):
    """Options with their prices; the last word on whether they have a volatility is the status."""
    for draw, count in ((quoted, 80), (wide, 200), (apart, 50)):
        for _ in range(count):
            *terms, v = draw(rng)
            sign, is_forward = rng.choice([1, -1]), rng.random() < 0.5
            if is_forward:
                terms[4] = terms[3]
            price = float(value(*map(mpf, terms), mpf(v), sign))
            if draw is quoted:
                price = max(0.05, round(price / 0.05) * 0.05)
            yield terms, price, sign, is_forward
    # Prices far below any tick, and units of the last digit around the bounds.
    for exponent in (-20, -60, -100, -150, -200, -250, -299, -308, -320, -323.3):
        for draw in (quoted, wide):
            *terms, _ = draw(rng)
            sign = 1 if terms[1] > terms[0] else -1
            yield terms, 10.0**exponent, sign, False
        at = 100.0
        yield [at, at, 0.25, 0.0, 0.0], 10.0**exponent, 1, True
        yield [at, at, 0.25, 0.05, 0.05], 10.0**exponent, -1, True
    for row in range(40):
        *terms, _ = (quoted, wide, apart)[row % 3](rng)
        if row % 4 == 0:
            terms[3] = terms[4] = 0.0
        sign, is_forward = rng.choice([1, -1]), row % 2 == 0
        if is_forward:
            terms[4] = terms[3]
        least, most = bounds(*map(mpf, terms), sign)
        for steps in (0, 1, 2, 100):
            price = nearest(least, 1)
            for _ in range(steps):
                price = math.nextafter(price, math.inf)
            if price > 0:
                yield terms, price, sign, is_forward
            price = nearest(most, -1)
            for _ in range(steps):
                price = math.nextafter(price, 0)
            yield terms, price, sign, is_forward
        yield terms, nearest(least, -1), sign, is_forward
        yield terms, nearest(most, 1), sign, is_forward
    # What has no answer whatever the bounds are.
    sound = [100.0, 105.0, 0.5, 0.05, 0.01]
    for years in (0.0, -0.0, -5e-324, -1e-9, -1.0, -40.0, -1e308):
        yield [100.0, 105.0, years, 0.05, 0.01], 3.0, 1, False
        yield [100.0, 105.0, years, 0.05, 0.05], math.nan, -1, True
    for number in (0.0, -1.0, math.nan, math.inf, -math.inf):
        yield sound, number, 1, False
        for place in range(5):
            yield [number if i == place else n for i, n in enumerate(sound)], 3.0, -1, False
    for number in (1e-61, 1e61, 5e-324, 1e308):
        for place in range(3):
            yield [number if i == place else n for i, n in enumerate(sound)], 3.0, 1, False
    yield [100.0, 100.0, 1.0, 250.0, 0.0], 3.0, 1, False
    yield [100.0, 100.0, 1.0, 0.0, -250.0], 3.0, 1, False


def main():
    rng = random.Random(20261122)
    out = csv.writer(sys.stdout, lineterminator="\n")
    inputs = ["underlying", "strike", "years", "rate", "yield", "price"]
    out.writerow(["right", "model", *inputs, "status", "volatility", "condition"])
    for terms, price, sign, is_forward in draws(rng):
        row = ["CE" if sign > 0 else "PE", "black76" if is_forward else "bsm"]
        row += [repr(x) for x in (*terms, price)]
        found = status(terms, price, sign)
        if found == "solved":
            if terms[0] == terms[1]:
                # Such a price is the difference of numbers as large as the underlying.
                mp.dps = DIGITS + max(0, int(-math.log10(price)))
            v = volatility(terms, price, sign)
            if v < LEAST_NORMAL:
                found = "beyondRange"
            else:
                row += [found, nstr(v, 20), nstr(condition(terms, price, sign, v), 4)]
            mp.dps = DIGITS
        out.writerow(row if len(row) > 8 else row + [found, "", ""])


main()
