"""The orders, trades, positions and holdings of an account, which both brokers tell in their ways.

A day's business is made from the market: a short strangle carried over from the day before, of
which one leg is bought back, a new spread, and orders that were rejected, cancelled, or still work.
"""
from dataclasses import dataclass

import days, noise
from contracts import EQUITIES


@dataclass
class Order:
    number: int
    contract: object
    side: str
    quantity: int
    price: float
    state: str  # complete, open, cancelled, rejected, trigger pending
    filled: int
    second: int  # of the day
    stop: bool = False

    @property
    def id(self):
        return f"26{self.number:013}"


@dataclass
class Holding:
    contract: object
    isin: str
    quantity: int
    average: float


class Books:
    def __init__(self, quotes):
        self.quotes, self.is_empty = quotes, False

    def legs(self, on):
        """Options of the second expiry of NIFTY, at and away from the money."""
        listing = self.quotes.market.listing(on)
        near = sorted(e for root, e in listing.options if root == "NIFTY")[1]
        options = listing.options["NIFTY", near]
        middle = len(options) // 4 * 2
        return options[middle - 20], options[middle + 21], options[middle - 1], options[middle + 2]

    def fill(self, contract, on, second):
        """What an order got at a second of the day."""
        return round(self.quotes.market.price_at(contract, on, second), 2)

    def orders(self, now):
        on = days.day_of(now)
        if self.is_empty or not days.is_traded(on):
            return []
        call, put, near_put, near_call = self.legs(on)
        plan = [
            (call, "BUY", 1, "complete", 9 * 3600 + 1000, False),
            (near_call, "BUY", 2, "complete", 9 * 3600 + 2400, False),
            (near_put, "SELL", 2, "complete", 9 * 3600 + 2405, False),
            (near_put, "SELL", 40, "rejected", 9 * 3600 + 2410, False),
            (put, "BUY", 1, "trigger pending", 9 * 3600 + 2500, True),
            (call, "SELL", 3, "open", 9 * 3600 + 2600, False),
            (put, "SELL", 1, "cancelled", 9 * 3600 + 2700, False),
        ]
        second, made = int(now) - days.midnight(on), []
        for number, (contract, side, lots, state, at, stop) in enumerate(plan, 1):
            if at > second:
                continue
            quantity = lots * contract.lot
            filled = quantity if state == "complete" else contract.lot if state == "open" else 0
            price = self.fill(contract, on, at)
            made.append(Order(on.toordinal() * 100 + number, contract, side, quantity, price, state,
                              filled, at, stop))
        return made

    def carried(self, now):
        """What came in from the day before: contract, units (negative where sold), price."""
        on = days.last_traded(days.day_of(now))
        if self.is_empty:
            return []
        before = days.before(on)
        call, put, *_ = self.legs(days.day_of(now))
        return [(leg, -leg.lot, max(self.fill(leg, before, 50_000), 0.05)) for leg in (call, put)]

    def positions(self, now):
        """By contract: what was carried in, bought and sold today, each as units and amount."""
        rows = {}
        for contract, units, price in self.carried(now):
            rows[contract] = {"carried": units, "carried_amount": -units * price,
                              "BUY": 0, "BUY_amount": 0.0, "SELL": 0, "SELL_amount": 0.0}
        for order in self.orders(now):
            if order.filled:
                row = rows.setdefault(order.contract, {
                    "carried": 0, "carried_amount": 0.0,
                    "BUY": 0, "BUY_amount": 0.0, "SELL": 0, "SELL_amount": 0.0})
                row[order.side] += order.filled
                row[f"{order.side}_amount"] += order.filled * order.price
        return rows

    def holdings(self):
        if self.is_empty:
            return []
        isins = ["INE002A01018", "INE062A01020", "INE467B01029", "INE009A01021"]
        return [Holding(contract, isin, noise.whole(5, 60, contract.token), noise.whole(300, 3000, 7,
                        contract.token) + 0.35) for contract, isin in zip(EQUITIES, isins)]

    def last(self, contract, now):
        return self.quotes.quote(contract, now).last

    def close(self, contract, now):
        return self.quotes.quote(contract, now).close
