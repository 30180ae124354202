"""SmartAPI's market data: quotes, the broker's Greeks, candles and open interest."""
import math

import days, history, model, noise
from clock import india
from contracts import master_date
from datetime import datetime
from sessions import Refused
from web import Reply, number, text

MOST_TOKENS = 50
EXCHANGES = {"NSE", "NFO", "BSE", "BFO", "MCX", "CDS", "NCDEX"}
INTERVALS = {  # minutes and the most days of a request
    "ONE_MINUTE": (1, 30), "THREE_MINUTE": (3, 60), "FIVE_MINUTE": (5, 100),
    "TEN_MINUTE": (10, 100), "FIFTEEN_MINUTE": (15, 200), "THIRTY_MINUTE": (30, 200),
    "ONE_HOUR": (60, 400), "ONE_DAY": (history.WHOLE_DAY, 2000),
}


def stamp(time):
    """21-Jun-2023 10:46:10, in India's time; what never happened is at the beginning of 1970."""
    return f"{india(time or 0):%d-%b-%Y %H:%M:%S}"


def levels(side):
    found = [{"price": number(price), "quantity": quantity, "orders": orders}
             for price, quantity, orders in side[:5]]
    return found + [{"price": 0, "quantity": 0, "orders": 0}] * (5 - len(found))


class SmartMarket:
    CALLS = {"quotes", "greeks", "candles", "open-interest"}

    def __init__(self, clock, quotes):
        self.clock, self.quotes = clock, quotes

    def answer(self, call, request, client):
        body = request.json()
        if not isinstance(body, dict):
            raise Refused("AB1004", status=400)
        return {"quotes": self.quote, "greeks": self.greeks, "candles": self.candles,
                "open-interest": self.open_interest}[call](body)

    def listing(self):
        return self.quotes.market.listing(days.day_of(self.clock.now()))

    @staticmethod
    def good(data):
        return Reply(text({"status": True, "message": "SUCCESS", "errorcode": "", "data": data}))

    def quote(self, body):
        mode, lists = body.get("mode"), body.get("exchangeTokens")
        if mode not in ("LTP", "OHLC", "FULL") or not isinstance(lists, dict) or not lists:
            raise Refused("AB1004", status=400)
        if not all(name in EXCHANGES and isinstance(one, list) for name, one in lists.items()):
            raise Refused("AB1004", status=400)
        asked = [(name, str(token)) for name, one in lists.items() for token in one]
        if len(asked) > MOST_TOKENS or not asked:
            raise Refused("AB1004", f"Maximum {MOST_TOKENS} tokens are allowed", 400)
        now, found, missing = self.clock.now(), [], []
        listed = self.listing().by_token
        for exchange, token in dict.fromkeys(asked):
            contract = listed.get((exchange, token))
            if contract:
                found.append(self.row(contract, mode, now))
            else:
                code, why = ("AB4018", "Symbol token cannot be empty") if not token else (
                    "AB4030", "Unable to fetch market data")
                missing.append({"exchange": exchange, "symbolToken": token, "message": why,
                                "errorCode": code})
        noise.source("order", int(now * 1000)).shuffle(found)
        data = {"fetched": found, "unfetched": missing}
        if missing:
            return Reply(text({"success": True, "message": "SUCCESS", "errorCode": "", "data": data}))
        return self.good(data)

    def row(self, contract, mode, now):
        q = (self.quotes.brief if mode == "LTP" else self.quotes.quote)(contract, now)
        row = {"exchange": contract.exchange, "tradingSymbol": contract.symbol,
               "symbolToken": str(contract.token), "ltp": number(q.last)}
        if mode == "LTP":
            return row
        row |= {"open": number(q.open), "high": number(q.high), "low": number(q.low),
                "close": number(q.close)}
        if mode == "OHLC":
            return row
        change = round(q.last - q.close, 2)
        interest = q.interest if contract.is_derivative else noise.whole(
            10**8, 3 * 10**8, contract.token) if contract.kind == "EQUITY" else 0
        return row | {
            "lastTradeQty": q.last_quantity, "exchFeedTime": stamp(q.fed_at),
            "exchTradeTime": stamp(q.traded_at), "netChange": number(change),
            "percentChange": number(round(change / q.close * 100, 2) if q.close else 0),
            "avgPrice": number(q.average), "tradeVolume": q.volume, "opnInterest": interest,
            "lowerCircuit": number(q.lower), "upperCircuit": number(q.upper),
            "totBuyQuan": q.bid_total, "totSellQuan": q.ask_total,
            "52WeekLow": number(q.year_low), "52WeekHigh": number(q.year_high),
            "depth": {"buy": levels(q.bids), "sell": levels(q.asks)},
        }

    def greeks(self, body):
        """By Black-Scholes at 10 % with one volatility for all strikes, as a fit to samples showed.

        The volatility that is printed is another one, that of the strike.
        """
        market, (on, second) = self.quotes.market, self.quotes.market.moment(self.clock.now())
        listing = self.listing()
        options = next((
            found for (root, expiry), found in listing.options.items()
            if (root, master_date(expiry)) == (body.get("name"), body.get("expirydate"))
            and found[0].exchange == "NFO"), [])
        rows = []
        for contract in options:
            at = market.trade_second(contract, on, second)
            forward, years, variance, _ = market.curve(
                contract.name, contract.expiry, on, second)
            if at is None or years <= 0:
                continue
            flat = math.sqrt(variance / years)
            spot = market.spot(contract.name, on, second)
            delta, gamma, theta, vega = model.scholes(
                spot, contract.strike, years, flat, contract.type, 0.10)
            quote = self.quotes.quote(contract, self.clock.now())
            rows.append({
                "name": contract.name, "expiry": master_date(contract.expiry),
                "strikePrice": f"{contract.strike:.6f}", "optionType": contract.type,
                "delta": f"{delta:.6f}", "gamma": f"{gamma:.6f}", "theta": f"{theta:.6f}",
                "vega": f"{vega:.6f}",
                "impliedVolatility": f"{market.sigma(contract, on, second) * 100:.6f}",
                "tradeVolume": f"{quote.volume / contract.lot:.2f}"})
        if not rows:
            raise Refused("AB9019")
        return self.good(rows)

    def span(self, body):
        """The contract, the minutes of a bar, and the seconds from and to which bars begin."""
        minutes, most = INTERVALS.get(body.get("interval"), (None, None))
        try:
            first, last = (
                datetime.strptime(body[name], "%Y-%m-%d %H:%M").replace(
                    tzinfo=india(0).tzinfo).timestamp() for name in ("fromdate", "todate"))
        except (KeyError, TypeError, ValueError):
            raise Refused("AB1004", status=400) from None
        if minutes is None or first > last or body.get("exchange") not in EXCHANGES:
            raise Refused("AB1004")
        if last - first > most * 86400:
            raise Refused("AB2001")
        contract = self.listing().by_token.get((body["exchange"], str(body.get("symboltoken"))))
        return contract, minutes, first, last

    def candles(self, body):
        contract, minutes, first, last = self.span(body)
        if not contract:
            return self.good(None)
        bars = history.bars(self.quotes, contract, minutes, first, last, self.clock.now())
        return self.good([
            [india(bar.time).isoformat(), *map(number, bar.prices), bar.volume] for bar in bars])

    def open_interest(self, body):
        contract, minutes, first, last = self.span(body)
        if not contract or not contract.is_derivative:
            return self.good([])
        bars = history.bars(self.quotes, contract, minutes, first, last, self.clock.now())
        return self.good([{"time": india(bar.time).isoformat(), "oi": bar.interest} for bar in bars])
