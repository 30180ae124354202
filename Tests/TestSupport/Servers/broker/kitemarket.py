"""Kite's market data: quotes by name, of which unknown ones are absent, and candles."""
from datetime import datetime

import days, history
from clock import india
from sessions import Refused
from web import number

MOST = {"quote": 500, "ohlc": 1000, "ltp": 1000}
INTERVALS = {  # minutes and the most days of a request
    "minute": (1, 60), "3minute": (3, 100), "5minute": (5, 100), "10minute": (10, 100),
    "15minute": (15, 200), "30minute": (30, 200), "60minute": (60, 400),
    "day": (history.WHOLE_DAY, 2000),
}


def stamp(time):
    return f"{india(time):%Y-%m-%d %H:%M:%S}" if time else None


def levels(side):
    found = [{"price": number(price), "quantity": quantity, "orders": orders}
             for price, quantity, orders in side[:5]]
    return found + [{"price": 0, "quantity": 0, "orders": 0}] * (5 - len(found))


class KiteMarket:
    def __init__(self, clock, quotes):
        self.clock, self.quotes = clock, quotes

    def listing(self):
        return self.quotes.market.listing(days.day_of(self.clock.now()))

    def quote(self, call, request):
        names = request.values("i")
        if not names:
            raise Refused("InputException", "Missing instruments")
        if len(names) > MOST[call]:
            raise Refused(
                "InputException", f"Too many tokens requested. Max permitted is {MOST[call]}")
        listing, now, found = self.listing(), self.clock.now(), {}
        for name in names:
            contract = listing.by_kite.get(name)
            if contract is None and name.isdigit():
                contract = listing.by_kite_token.get(int(name))
            if contract:
                found[name] = self.row(call, contract, listing.kite_token(contract), now)
        return found

    def row(self, call, contract, token, now):
        q = (self.quotes.brief if call == "ltp" else self.quotes.quote)(contract, now)
        row = {"instrument_token": token, "last_price": number(q.last)}
        if call == "ltp":
            return row
        row["ohlc"] = {"open": number(q.open), "high": number(q.high), "low": number(q.low),
                       "close": number(q.close)}
        if call == "ohlc":
            return row
        is_index = contract.kind == "INDEX"
        depth = {"buy": None, "sell": None} if is_index else {
            "buy": levels(q.bids), "sell": levels(q.asks)}
        return row | {
            "timestamp": stamp(q.fed_at), "last_trade_time": None if is_index else stamp(q.traded_at),
            "last_quantity": q.last_quantity, "buy_quantity": q.bid_total,
            "sell_quantity": q.ask_total, "volume": q.volume, "average_price": number(q.average),
            "oi": q.interest, "oi_day_high": q.interest_high, "oi_day_low": q.interest_low,
            # Garbage for indices, and 0 for all others whatever the price did.
            "net_change": 4294967000 if is_index else 0,
            "lower_circuit_limit": number(q.lower), "upper_circuit_limit": number(q.upper),
            "depth": depth}

    def time(self, text):
        for shape in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d"):
            try:
                return datetime.strptime(text, shape).replace(tzinfo=india(0).tzinfo).timestamp()
            except ValueError:
                continue
        raise Refused("InputException", "Invalid date")

    def historical(self, request):
        _, _, token, interval = request.path.strip("/").split("/")
        minutes, most = INTERVALS.get(interval, (None, None))
        contract = self.listing().by_kite_token.get(int(token)) if token.isdigit() else None
        if minutes is None:
            raise Refused("InputException", "Invalid interval")
        if contract is None:
            raise Refused("InputException", "invalid token")
        first, last = (self.time(request.value(name)) for name in ("from", "to"))
        if first > last:
            raise Refused("InputException", "from date should be before to date")
        if last - first > most * 86400:
            raise Refused("InputException", f"interval exceeds max limit: {most} days")
        bars = history.bars(self.quotes, contract, minutes, first, last, self.clock.now())
        with_interest = request.value("oi") == "1"
        return {"candles": [
            [f"{india(bar.time):%Y-%m-%dT%H:%M:%S%z}", *map(number, bar.prices), bar.volume]
            + ([bar.interest] if with_interest else []) for bar in bars]}
