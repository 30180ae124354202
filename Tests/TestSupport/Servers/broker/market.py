"""A market that is a pure function of (seed, contract, second).

Levels. Each index and share follows a path common to all and one of its own. Days: random walks
over blocks of 256 days that end where they began, so that levels stay near their base. Within a
day: the night takes a third of the day's way, the rest is its trend; around it goes a walk of steps
of 15 s, large at both ends of the session and small at lunch; once a day a shock of 0.4 to 0.9 %
comes within a minute or two and half of it fades. Spot stands still from 15:30 on, contracts go on
to the end of their session. India VIX falls where NIFTY rises and has moods of some days.

Futures are spot with a carry of 4.9 % a year and a noise of 0.01 %. Options are Black-76 on the
noiseless forward, discounted at 5.8 %, with volatilities from an SSVI surface (model.py) whose level
is India VIX, higher for BANKNIFTY and about the same for SENSEX, that returns to its long run.

Quotes. Bid and ask stand on the grid of ticks around the fair price; the spread grows in the wings
and with the time to the expiry. Each contract trades about once in a period of its own, at the bid
or the ask of that second: the wings trade seldom, some contracts not today, some never. No trade
leaves the range of its ten minutes, from which day's high and low come, so that they only widen.
Volume follows the clock of the day's business, so that it only grows, and moves with trades alone.
Open interest is heavy near the money and at round strikes and drifts through the day.

Outside the session everything is as at its last second, without depth.
"""
import functools, math
from dataclasses import dataclass

import contracts, days, noise, spot
from model import CARRY, RATE, YEAR, black, deviation, variance_at_money

LEVELS = {"NIFTY": 1.0, "BANKNIFTY": 1.22, "SENSEX": 1.01}
PART = 600


@dataclass(frozen=True)
class Facts:
    """What is fixed for a contract on a day."""
    wing: float  # how many deviations the strike is away from the forward
    rank: float  # how far the expiry is away, from 0
    period: int  # seconds a trade
    volume: int  # lots in the whole day
    interest: int  # lots held at its beginning
    drift: float
    has_traded: bool  # ever
    trades: bool  # today


def gain(forward, contract):
    """What an option is worth at its end."""
    way = forward - contract.strike
    return max(way if contract.type == "CE" else -way, 0)


class Market:
    def __init__(self, seed):
        self.seed, self.paths = seed, spot.Paths(seed)
        self.listing = functools.lru_cache(16)(self._listing)
        self.facts = functools.lru_cache(40_000)(self._facts)
        self.range = functools.lru_cache(400_000)(self._range)
        self.curve = functools.lru_cache(100_000)(self._curve)

    def _listing(self, on):
        # The strikes of a month stand around the level at its beginning.
        month = days.before(on.replace(day=1))
        return contracts.Listing(on, {root: self.paths.close(root, month) for root in contracts.ROOTS})

    def moment(self, now):
        """The day and the second of the day whose state the market shows at that time."""
        on = days.last_traded(days.day_of(now))
        first, last = days.hours(on)
        second = int(now) - days.midnight(on)
        if second < first:
            on = days.before(on)
            return on, days.hours(on)[1]
        return on, min(second, last)

    def is_open(self, now):
        on = days.day_of(now)
        first, last = days.hours(on)
        return days.is_traded(on) and first <= now - days.midnight(on) < last

    # Fair prices.

    def spot(self, name, on, second):
        if name == "INDIA VIX":
            return self.paths.vix(on, min(second, days.CASH_END))
        return self.paths.level(name, on, min(second, days.CASH_END))

    def _curve(self, name, expiry, on, second):
        """What the options of an expiry share at a second: forward, years, variance, discount."""
        years = max(days.expiry_time(expiry) - days.midnight(on) - second, 0) / YEAR
        forward = self.paths.level(name, on, second) * math.exp(CARRY * years)
        vix = self.paths.vix(on, second) * LEVELS[name]
        variance = variance_at_money(vix, years, LEVELS[name])
        return forward, years, variance, math.exp(-RATE * years)

    def sigma(self, contract, on, second):
        forward, years, variance, _ = self.curve(contract.name, contract.expiry, on, second)
        return deviation(forward, contract.strike, variance) / math.sqrt(years)

    def fair(self, contract, on, second):
        if contract.kind in ("INDEX", "EQUITY"):
            return self.spot(contract.name, on, second)
        forward, years, variance, discount = self.curve(
            contract.name, contract.expiry, on, second)
        if contract.kind == "FUTURE":
            return forward * (1 + noise.between(
                -0.0001, 0.0001, self.seed, contract.token, on.toordinal(), second))
        if years <= 0:
            return gain(forward, contract)
        wide = deviation(forward, contract.strike, variance)
        return discount * black(forward, contract.strike, wide, contract.type)

    # The day of a contract.

    def _facts(self, contract, on):
        key = (self.seed, contract.exchange, contract.token, on.toordinal())
        first, _ = days.hours(on)
        if contract.kind != "OPTION":
            size = {"INDEX": 0, "EQUITY": 9_000_000, "FUTURE": 90_000}[contract.kind]
            volume = int(size * noise.between(0.7, 1.4, *key, "volume"))
            interest = int(190_000 * noise.between(0.8, 1.2, *key[:3])) if size == 90_000 else 0
            return Facts(0, 0, 1, volume, interest, noise.between(-0.05, 0.08, *key), True, True)
        forward, years, total, _ = self.curve(contract.name, contract.expiry, on, first)
        wing = math.log(contract.strike / forward) / math.sqrt(total)
        rank = years * 365 / 9 + (3 if contract.cycle == "long_dated" else 0)
        crowd = math.exp(-0.28 * wing * wing) / (1 + rank)
        roundness = 1.0 + sum(
            more for step, more in ((100, 0.5), (500, 1.6), (1000, 2.2))
            if contract.strike % (step * (1 if contract.name == "NIFTY" else 2)) == 0)
        quiet = noise.unit(*key[:3], "quiet")
        never = crowd < 0.01 and quiet < 0.45
        trades = not never and (crowd > 0.05 or noise.unit(*key, "today") < 0.8)
        volume = int(180_000 * crowd * roundness ** 0.5 * noise.between(0.5, 1.5, *key, "volume"))
        interest = int(90_000 * crowd ** 0.6 * roundness * noise.between(0.5, 1.5, *key[:3]))
        return Facts(
            wing, rank, min(max(int(0.02 / crowd), 1), 7200), max(volume, 1),
            0 if never else max(interest, 1), noise.between(-0.12, 0.22, *key, "drift"),
            not never, trades)

    def tick(self, contract):
        if contract.kind == "EQUITY" or contract.kind == "INDEX":
            return spot.SHAPES.get(contract.name, (0, 0, 0, 0.01))[3]
        if contract.kind == "FUTURE" and contract.exchange == "NFO":
            return 0.1 if contract.name == "NIFTY" else 0.2
        return 0.05

    def sides(self, contract, on, second):
        """The best bid and the best ask, on the grid; a bid of 0 is none."""
        fair, tick, facts = self.fair(contract, on, second), self.tick(contract), \
            self.facts(contract, on)
        if contract.kind == "OPTION":
            wide = 0.0006 + min(0.0010 * facts.wing * facts.wing, 0.06)
            forward = self.curve(contract.name, contract.expiry, on, second)[0]
            inside = min(gain(forward, contract), fair)
            half = 0.02 + (fair - inside) * wide * (1 + 0.4 * facts.rank) \
                + (0.02 + inside * 0.0005) * (1 + facts.rank) * min(abs(facts.wing), 4)
        else:
            half = fair * 0.00004
        bid = math.floor((fair - half) / tick + 1e-9)
        ask = max(math.ceil((fair + half) / tick - 1e-9), bid + 1, 1)
        return round(max(bid, 0) * tick, 2), round(ask * tick, 2)

    def _range(self, contract, on, part):
        """The lowest and the highest price at which trades of those ten minutes are made."""
        begin, end = part * PART, (part + 1) * PART
        sides = [self.sides(contract, on, second) for second in range(begin, end + 1, 150)]
        tick, room = self.tick(contract), 0.005 if contract.kind == "OPTION" else 0.0002
        low = math.floor(min(bid for bid, _ in sides) * (1 - room) / tick)
        high = math.ceil(max(ask for _, ask in sides) * (1 + room) / tick)
        return round(max(low, 1) * tick, 2), round(high * tick, 2)

    def trade_second(self, contract, on, second):
        """When the last trade up to a second was made; nothing before the first of the day."""
        facts, (first, last) = self.facts(contract, on), days.hours(on)
        second = min(second, last - 1)
        if not facts.trades or second < first:
            return None
        place = (second - first) // facts.period
        for place in (place, place - 1):
            at = first + place * facts.period + noise.whole(
                0, facts.period - 1, self.seed, contract.token, on.toordinal(), place)
            if first <= at <= second:
                return at
        return None

    def price_at(self, contract, on, second):
        """The price of a trade that was made at that second."""
        if contract.kind in ("INDEX", "EQUITY"):
            return self.spot(contract.name, on, second)
        bid, ask = self.sides(contract, on, second)
        taken = noise.unit(self.seed, contract.token, on.toordinal(), second, "side") < 0.5
        low, high = self.range(contract, on, second // PART)
        return min(max(ask if taken or bid <= 0 else bid, low), high)

    def previous_close(self, contract, on):
        before = days.before(on)
        if contract.kind == "EQUITY":
            return self.paths.close(contract.name, before)
        if contract.kind == "INDEX":
            return round(self.spot(contract.name, before, days.hours(before)[1]), 2)
        facts = self.facts(contract, on)
        if not facts.has_traded:
            return 0.0
        return max(round(self.fair(contract, before, days.hours(before)[1] - 1) * 20) / 20, 0.05)

    def business(self, on, second):
        """The share of the day's business that is done by a second."""
        first, last = days.hours(on)
        share = min(max((second - first) / (last - first), 0), 1)
        return 0.28 * (1 - math.exp(-share / 0.1)) + 0.54 * share \
            + 0.18 * math.exp((share - 1) / 0.12) - 0.18 * math.exp(-1 / 0.12)
