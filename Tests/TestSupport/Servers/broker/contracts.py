"""Which instruments are listed on a day, with the names that both brokers give them.

A token follows from the contract itself, so that it stays the same as long as the contract lives:
9 bits of the week of its expiry, 11 of the number of its strike, one of its type, one of its root.
"""
import functools
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Optional

import days

MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
SEGMENTS = {"NSE": 1, "NFO": 2, "BSE": 4, "BFO": 5, "INDICES": 9}
FIRST_WEEK = date(2023, 1, 2)
# How far the listed strikes reach on either side of the level, near and far in time.
REACH = {"NIFTY": (4000, 9000), "BANKNIFTY": (8000, 16000), "SENSEX": (10000, 20000)}


@dataclass(frozen=True)
class Contract:
    kind: str  # INDEX, EQUITY, FUTURE or OPTION
    exchange: str
    token: int
    symbol: str  # as SmartAPI has it
    kite: str
    name: str
    lot: int = 1
    expiry: Optional[date] = None
    strike: int = 0
    type: str = ""
    cycle: str = ""

    @property
    def kite_token(self):
        segment = "INDICES" if self.kind == "INDEX" else self.exchange
        return self.token * 256 + SEGMENTS[segment]

    @property
    def is_derivative(self):
        return self.kind in ("FUTURE", "OPTION")

    @property
    def listed_from(self):
        life = {"weekly": 35, "monthly": 95}.get(self.cycle, 1100)
        return self.expiry - timedelta(days=life)


INDICES = [
    Contract("INDEX", "NSE", 99926000, "Nifty 50", "NIFTY 50", "NIFTY"),
    Contract("INDEX", "NSE", 99926009, "Nifty Bank", "NIFTY BANK", "BANKNIFTY"),
    Contract("INDEX", "NSE", 99926017, "India VIX", "INDIA VIX", "INDIA VIX"),
    Contract("INDEX", "BSE", 99919000, "SENSEX", "SENSEX", "SENSEX"),
]
# Kite knows indices by tokens of its own, which have no more than 24 bits before the segment.
KITE_INDICES = {"NIFTY": 256265, "BANKNIFTY": 260105, "INDIA VIX": 264969, "SENSEX": 265}
EQUITIES = [
    Contract("EQUITY", "NSE", token, f"{name}-EQ", name, name)
    for token, name in [(2885, "RELIANCE"), (3045, "SBIN"), (11536, "TCS"), (1594, "INFY")]
]
# The index that a root is written on, and the exchange of its contracts.
ROOTS = {"NIFTY": "NFO", "BANKNIFTY": "NFO", "SENSEX": "BFO"}


def full_date(expiry):
    """25NOV26, as in the symbols of SmartAPI."""
    return f"{expiry.day:02}{MONTHS[expiry.month - 1]}{expiry.year % 100:02}"


def master_date(expiry):
    return f"{expiry.day:02}{MONTHS[expiry.month - 1]}{expiry.year}"


def kite_date(expiry, cycle):
    """26NOV for a monthly contract, 26N03 for a weekly one."""
    if cycle != "weekly":
        return f"{expiry.year % 100:02}{MONTHS[expiry.month - 1]}"
    return f"{expiry.year % 100:02}{'123456789OND'[expiry.month - 1]}{expiry.day:02}"


def token(root, expiry, strike, kind):
    week = (expiry - FIRST_WEEK).days // 7 % 512
    place = strike // (50 if root == "NIFTY" else 100) % 2048
    side = 0 if kind == "CE" else 1
    return 35000 + (((week * 2048 + place) * 2 + side) * 2 + (root == "BANKNIFTY"))


def made(root, expiry, cycle, on, strike=0, kind="FUT"):
    exchange, lot = ROOTS[root], days.lot(root, cycle, expiry, on)
    tail = "FUT" if kind == "FUT" else f"{strike}{kind}"
    kite = f"{root}{kite_date(expiry, cycle)}{tail}"
    symbol = kite if exchange == "BFO" else f"{root}{full_date(expiry)}{tail}"
    return Contract(
        "FUTURE" if kind == "FUT" else "OPTION", exchange, token(root, expiry, strike, kind),
        symbol, kite, root, lot, expiry, strike, "" if kind == "FUT" else kind, cycle)


@functools.cache
def expiries(root, on):
    """The expiries that are listed on a day, in their order, each with its cycle."""
    months = days.monthlies(root, on, 60)
    found = {expiry: "monthly" for expiry in months[:3]}
    quarters = [expiry for expiry in months[3:] if expiry.month % 3 == 0][:3]
    halves = [expiry for expiry in months[3:] if expiry.month % 6 == 0][:8]
    for expiry in quarters + (halves if root == "NIFTY" else []):
        found[expiry] = "long_dated"
    for expiry in days.weeklies(root, on, 4):
        found[expiry] = "weekly"
    return sorted(found.items())


def strikes(root, cycle, level, on):
    series = "long_dated" if cycle == "long_dated" else "near"
    near, far = REACH[root]
    reach, step = (far if series == "long_dated" else near), days.step(root, series, on)
    middle = round(level / 500) * 500
    first = -(-(middle - reach) // step) * step
    return range(first, middle + reach + 1, step)


class Listing:
    """All that is listed on one day, to be found as either broker asks for it."""

    def __init__(self, on, levels):
        self.on, self.all = on, INDICES + EQUITIES
        self.options = {}
        for root in ROOTS:
            for expiry, cycle in expiries(root, on):
                if cycle == "monthly":
                    self.all = self.all + [made(root, expiry, cycle, on)]
                self.options[root, expiry] = [
                    made(root, expiry, cycle, on, strike, kind)
                    for strike in strikes(root, cycle, levels[root], on) for kind in ("CE", "PE")]
                self.all = self.all + self.options[root, expiry]
        self.by_token = {(c.exchange, str(c.token)): c for c in self.all}
        self.by_kite = {f"{c.exchange}:{c.kite}": c for c in self.all}
        self.by_kite_token = {self.kite_token(c): c for c in self.all}

    @staticmethod
    def kite_token(contract):
        return KITE_INDICES.get(contract.name, 0) if contract.kind == "INDEX" \
            else contract.kite_token

    def futures(self, root):
        return [c for c in self.all if c.kind == "FUTURE" and c.name == root]
