"""Bars of the past, made from the same prices as the quotes."""
from dataclasses import dataclass

import days

WHOLE_DAY = 1440


@dataclass
class Bar:
    time: int  # when it begins, in seconds since 1970
    prices: tuple  # open, high, low, close
    volume: int
    interest: int


def interest(quotes, contract, on, second):
    market = quotes.market
    facts = market.facts(contract, on)
    moved = market.business(on, second // 180 * 180) * facts.drift
    return int(facts.interest * (1 + moved)) * contract.lot


def volume_until(quotes, contract, on, second):
    """The volume of the day before a second; only trades move it."""
    market = quotes.market
    at = market.trade_second(contract, on, second - 1)
    if at is None or contract.kind == "INDEX":
        return 0
    facts = market.facts(contract, on)
    return max(int(facts.volume * market.business(on, at + 1)), 1) * contract.lot


def prices(quotes, contract, on, begin, end):
    """Open, high, low and close of the trades in the seconds from begin to before end."""
    market = quotes.market
    if contract.kind in ("INDEX", "EQUITY") and contract.name != "INDIA VIX":
        path, first = market.paths.seconds(contract.name, on), days.hours(on)[0]
        last = days.CASH_END - first
        seen = path[min(begin - first, last):min(end - first, last + 1)]
        seen = seen or path[last:last + 1]
        return seen[0], max(seen), min(seen), seen[-1]
    step = max((end - begin) // 5, 1)
    seen = []
    for second in [*range(begin, end, step), end - 1]:
        at = market.trade_second(contract, on, second)
        if at is not None and at >= begin or contract.kind == "INDEX":
            seen.append(round(market.price_at(contract, on, at or second), 2))
    return (seen[0], max(seen), min(seen), seen[-1]) if seen else None


def day_bar(quotes, contract, on, now):
    """A whole day; one that is over needs no path of seconds for an index or a share."""
    market, midnight = quotes.market, days.midnight(on)
    first, last = days.hours(on)
    second = min(int(now) - midnight, last)
    if second <= first:
        return None
    if contract.kind in ("INDEX", "EQUITY") and contract.name != "INDIA VIX":
        seen = prices(quotes, contract, on, first, second + 1)
    else:
        quote = quotes.quote(contract, midnight + second)
        if not quote.open:
            return None
        seen = quote.open, quote.high, quote.low, quote.last
    return Bar(midnight, tuple(round(price, 2) for price in seen),
               volume_until(quotes, contract, on, second + 1),
               interest(quotes, contract, on, second) if contract.is_derivative else 0)


def bars(quotes, contract, minutes, first, last, now):
    """The bars that begin from first to last, up to now; where nothing traded there is none."""
    found, on = [], days.day_of(first)
    if contract.is_derivative:
        on = max(on, contract.listed_from)
    until = days.day_of(min(last, now))
    while on <= until:
        if days.is_traded(on):
            if minutes == WHOLE_DAY:
                bar = day_bar(quotes, contract, on, now)
                found += [bar] if bar and first <= bar.time <= last else []
            else:
                found += within(quotes, contract, on, minutes * 60, first, last, now)
        on += days.DAY
    return found


def within(quotes, contract, on, length, first, last, now):
    midnight, (begin, end) = days.midnight(on), days.hours(on)
    if contract.kind in ("INDEX", "EQUITY"):
        end = min(end, days.CASH_END)
    for start in range(begin, end, length):
        time, stop = midnight + start, min(start + length, end, int(now) - midnight + 1)
        if time < first or time > last or stop <= start:
            continue
        seen = prices(quotes, contract, on, start, stop)
        if seen:
            held = interest(quotes, contract, on, stop - 1) if contract.is_derivative else 0
            traded = volume_until(quotes, contract, on, stop) - volume_until(
                quotes, contract, on, start)
            yield Bar(time, seen, traded, held)
