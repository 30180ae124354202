"""What the market says of a contract at a moment: the numbers behind the answers of both brokers."""
import functools
from dataclasses import dataclass, field
from typing import Optional

import days, noise
from market import PART


@dataclass
class Quote:
    contract: object
    last: float
    traded_at: Optional[float]  # seconds since 1970
    fed_at: float
    open: float
    high: float
    low: float
    close: float  # of the day before
    volume: int = 0
    average: float = 0.0
    last_quantity: int = 0
    interest: int = 0
    interest_low: int = 0
    interest_high: int = 0
    bids: list = field(default_factory=list)  # (price, quantity, orders), the best first
    asks: list = field(default_factory=list)
    bid_total: int = 0
    ask_total: int = 0
    lower: float = 0.0
    upper: float = 0.0
    year_low: float = 0.0
    year_high: float = 0.0


class Quotes:
    def __init__(self, market):
        self.market = market
        self.extremes = functools.lru_cache(60_000)(self._extremes)

    def _extremes(self, contract, on, part):
        """The day's range by the end of a part of it."""
        first = days.hours(on)[0] // PART
        here = self.market.range(contract, on, part)
        if part <= first:
            return here
        low, high = self.extremes(contract, on, part - 1)
        return min(low, here[0]), max(high, here[1])

    def range_so_far(self, contract, on, second):
        market, first = self.market, days.hours(on)[0]
        if contract.kind == "EQUITY" or contract.kind == "INDEX" and contract.name != "INDIA VIX":
            path = market.paths.seconds(contract.name, on)
            seen = path[:min(second, days.CASH_END) - first + 1]
            return min(seen), max(seen)
        if contract.kind == "INDEX":
            seen = [market.spot("INDIA VIX", on, at) for at in [*range(first, second, 30), second]]
            return min(seen), max(seen)
        last_part = (days.hours(on)[1] - 1) // PART
        part = min(second // PART, last_part)
        for earlier in range(first // PART, part):
            # One after the other, so that none of them has far to look back.
            self.extremes(contract, on, earlier)
        return self.extremes(contract, on, part)

    def last(self, contract, on, second):
        """The last price by then, and the second since 1970 of its trade."""
        market = self.market
        if not market.facts(contract, on).has_traded:
            return 0.0, None
        at = market.trade_second(contract, on, second)
        if at is None:
            earlier = days.before(on)
            close = market.previous_close(contract, on)
            return close, days.midnight(earlier) + days.hours(earlier)[1] - 1
        return market.price_at(contract, on, at), days.midnight(on) + at

    def quote(self, contract, now):
        market = self.market
        on, second = market.moment(now)
        midnight, (first, last) = days.midnight(on), days.hours(on)
        price, traded_at = self.last(contract, on, second)
        traded_today = traded_at is not None and traded_at >= midnight + first
        close, facts = market.previous_close(contract, on), market.facts(contract, on)
        quote = Quote(contract, round(price, 2), traded_at, midnight + second, 0, 0, 0, close)
        if contract.kind == "INDEX":
            quote.traded_at = quote.fed_at
            traded_today = True
        if traded_today:
            quote.open = round(self.opening(contract, on, int(quote.traded_at) - midnight), 2)
            low, high = self.range_so_far(contract, on, second)
            quote.low = round(min(low, quote.open, quote.last), 2)
            quote.high = round(max(high, quote.open, quote.last), 2)
        if contract.kind == "INDEX":
            quote.year_low, quote.year_high = self.year(contract, on, quote)
            return quote
        self.add_business(quote, facts, on, second, traded_today)
        if market.is_open(now):
            self.add_depth(quote, facts, on, second)
        reach = 0.1 if contract.kind != "OPTION" else 0.6
        quote.lower = max(self.grid(contract, close * (1 - reach)), 0.05)
        quote.upper = self.grid(contract, close * (1 + reach) + (
            0.05 * market.spot(contract.name, on, first) if contract.kind == "OPTION" else 0))
        quote.year_low, quote.year_high = self.year(contract, on, quote)
        return quote

    def brief(self, contract, now):
        """The last price alone, which takes less work."""
        on, second = self.market.moment(now)
        price, at = self.last(contract, on, second)
        return Quote(contract, round(price, 2), at, days.midnight(on) + second, 0, 0, 0, 0)

    def grid(self, contract, price):
        tick = self.market.tick(contract)
        return round(round(price / tick) * tick, 2)

    def opening(self, contract, on, traded):
        """The price of the day's first trade."""
        market, first = self.market, days.hours(on)[0]
        period = market.facts(contract, on).period
        at = market.trade_second(contract, on, first + period - 1)
        return market.price_at(contract, on, min(at, traded))

    def add_business(self, quote, facts, on, second, traded_today):
        contract, market = quote.contract, self.market
        lots = facts.interest
        # Open interest is told every three minutes.
        moved = market.business(on, second // 180 * 180) * facts.drift
        quote.interest = int(lots * (1 + moved)) * contract.lot
        begun = lots * contract.lot
        quote.interest_low = min(begun, quote.interest)
        quote.interest_high = max(begun, quote.interest)
        if traded_today:
            at = int(quote.traded_at) - days.midnight(on)
            done = market.business(on, at + 1)
            quote.volume = max(int(facts.volume * done), 1) * contract.lot
            quote.average = round((quote.open + quote.last + quote.low + quote.high) / 4, 2)
            quote.last_quantity = contract.lot * noise.whole(
                1, 12, market.seed, contract.token, at, "size")

    def add_depth(self, quote, facts, on, second):
        contract, market = quote.contract, self.market
        bid, ask = market.sides(contract, on, second)
        tick = market.tick(contract)
        levels = 5 if abs(facts.wing) < 3 else noise.whole(0, 4, market.seed, contract.token, "deep")
        for side, best, way in ((quote.bids, bid, -1), (quote.asks, ask, 1)):
            price = best
            for level in range(levels):
                key = (market.seed, contract.token, on.toordinal(), second // 2, level, way + 2)
                if price <= 0:
                    break
                lots = noise.whole(1, 12 + 8 * level, *key)
                side.append((round(price, 2), lots * contract.lot, noise.whole(1, 1 + lots // 3, *key, 1)))
                price += way * tick * noise.whole(1, 1 + int(3 * min(abs(facts.wing), 4)), *key, 2)
        total = noise.whole(200, 900, market.seed, contract.token, on.toordinal(), second // 5)
        quote.bid_total = sum(q for _, q, _ in quote.bids) + (total * contract.lot if quote.bids else 0)
        quote.ask_total = sum(q for _, q, _ in quote.asks) + (total * contract.lot if quote.asks else 0)

    def year(self, contract, on, quote):
        """A range of the year that holds the day's; the further past is one factor of chance."""
        key = (self.market.seed, contract.token, contract.exchange, on.year)
        near, far = ((0.1, 0.7), (1.5, 4)) if contract.kind == "OPTION" else (
            (0.82, 0.95), (1.05, 1.2))
        below, above = noise.between(*near, *key), noise.between(*far, *key, 1)
        lowest = [price for price in (quote.low, quote.last, quote.close * below) if price > 0]
        low = min(lowest, default=0.0)
        high = max(quote.high, quote.last, quote.close * above)
        return self.grid(contract, low), self.grid(contract, high)
