"""The prices of options by themselves: Black's formula and the surface of volatility."""
import math

YEAR = 365 * 86400.0
RATE, CARRY = 0.058, 0.049
# The surface is SSVI, whose shape keeps butterflies and calendars free of arbitrage: a variance of
# the money that only grows with time, and one slope and one bend for all expiries.
SLOPE, BEND = -0.42, 1.15
# How fast today's volatility goes back to the one of the long run.
RETURN = 6.0


def normal(x):
    return 0.5 * math.erfc(-x * 0.7071067811865476)


def density(x):
    return math.exp(-x * x / 2) * 0.3989422804014327


def variance_at_money(vix, years, level):
    """The total variance until then; India VIX is the volatility of thirty days."""
    short, long = (vix / 100) ** 2, (0.145 * level) ** 2
    return long * years + (short - long) * (1 - math.exp(-RETURN * years)) / RETURN


def deviation(forward, strike, variance):
    """Volatility times the root of the years, by the smile around the variance of the money."""
    bend = BEND / math.sqrt(variance)
    way = bend * math.log(strike / forward) + SLOPE
    return math.sqrt(variance / 2 * (
        1 + SLOPE * (way - SLOPE) + math.sqrt(way * way + 1 - SLOPE * SLOPE)))


def black(forward, strike, deviation, kind):
    """Black's price of 1976, before it is discounted."""
    d1 = math.log(forward / strike) / deviation + deviation / 2
    d2 = d1 - deviation
    if kind == "CE":
        return forward * normal(d1) - strike * normal(d2)
    return strike * normal(-d2) - forward * normal(-d1)


def scholes(spot, strike, years, sigma, kind, rate):
    """Delta, gamma, theta a day and vega a point by the formula of 1973, without dividends."""
    deviation = sigma * math.sqrt(years)
    d1 = (math.log(spot / strike) + (rate + sigma * sigma / 2) * years) / deviation
    d2, sign = d1 - deviation, 1 if kind == "CE" else -1
    theta = -spot * density(d1) * sigma / (2 * math.sqrt(years)) \
        - sign * rate * strike * math.exp(-rate * years) * normal(sign * d2)
    return (sign * normal(sign * d1), density(d1) / (spot * deviation), theta / 365,
            spot * density(d1) * math.sqrt(years) / 100)
