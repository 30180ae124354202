"""SmartAPI's list of instruments: those of the market, and others that make it as large as it is.

The others are shares, options on shares, and contracts of other exchanges, with every spelling of
a strike that has been seen, with fields that are new, with others that are missing, and with names
that begin like those of the indices.
"""
import gzip, hashlib, threading
from email.utils import formatdate

import days, noise
from contracts import MONTHS, master_date
from web import Reply, text

PATH = "/OpenAPI_File/files/OpenAPIScripMaster.json"
FEW, MOST = 2_000, 166_000


def base(token, symbol, name, expiry, strike, lot, kind, exchange, tick):
    return {"token": token, "symbol": symbol, "name": name, "expiry": expiry, "strike": strike,
            "lotsize": lot, "instrumenttype": kind, "exch_seg": exchange, "tick_size": tick}


def strike_text(strike, number):
    """Times a hundred, with six decimals, one or none."""
    return [f"{strike * 100:.6f}", f"{strike * 100:.1f}", str(strike * 100)][number % 3]


def row(contract, on, market):
    """A contract of the market; BSE's strikes have one decimal, NSE's six, and some none."""
    kind = {"INDEX": "AMXIDX", "EQUITY": "", "FUTURE": "FUTIDX", "OPTION": "OPTIDX"}[contract.kind]
    if contract.kind == "OPTION":
        place = 1 if contract.exchange == "BFO" else 2 if contract.strike % 1000 == 0 else 0
        strike = strike_text(contract.strike, place)
    else:
        strike = "0.000000" if contract.kind == "INDEX" else "-1.000000"
    tick = "0.000000" if contract.kind == "INDEX" else f"{market.tick(contract) * 100:.6f}"
    made = base(
        str(contract.token), contract.symbol, contract.name,
        master_date(contract.expiry) if contract.expiry else "", strike, str(contract.lot), kind,
        contract.exchange, tick)
    frozen = days.freeze(contract.name, on) if contract.is_derivative else 0
    return made | {"freeze_qty": str(frozen), "is_cas_enabled": contract.kind == "EQUITY"}


def share(number):
    """The name of a made-up share; the first ones begin like indices."""
    known = ["NIFTYBEES", "BANKNIFTYETF", "SENSEXETF", "NIFTYNEXT"]
    if number < len(known):
        return known[number]
    letters = "".join(chr(65 + noise.number("share", number) // 26**place % 26) for place in range(3))
    return f"{letters}{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26]}{number}X"


def filler(number, on):
    """One of the other rows, of the kind that its number says."""
    sort, stock = number % 10, share(number // 10 % 220)
    months = days.monthlies("NIFTY", on, 3)
    expiry = months[number % 3]
    written = f"{expiry.day:02}{MONTHS[expiry.month - 1]}{expiry.year % 100:02}"
    strike, token = 100 + number // 20 % 400 * 5, 8_000_000 + number
    if sort < 5:
        kind = "CE" if number % 2 else "PE"
        made = base(str(token), f"{stock}{written}{strike}{kind}", stock, master_date(expiry),
                    strike_text(strike, number), "550", "OPTSTK", "NFO", "5.000000")
    elif sort < 7:
        exchange = "NSE" if sort == 5 else "BSE"
        name = share(number)
        made = base(str(token), f"{name}-EQ" if sort == 5 else name, name, "", "-1.000000", "1", "",
                    exchange, ["1.000000", "5.000000", "10.000000", "50.000000"][number % 4])
    elif sort == 7:
        made = base(str(token), f"CRUDEOIL{written}{strike}CE", "CRUDEOIL", master_date(expiry),
                    strike_text(strike, number), "100", "OPTFUT", "MCX", "10.000000")
    elif sort == 8:
        # Strikes of currencies carry a further factor of 100,000.
        made = base(str(token), f"USDINR{written}{strike}CE", "USDINR", master_date(expiry),
                    strike_text(strike * 100_000, number), "1", "OPTCUR", "CDS", "25.000000")
    else:
        made = base(str(token), f"{stock}{written}FUT", stock, master_date(expiry), "-1.000000",
                    "550", "FUTSTK", "NFO", "5.000000")
    # The newer fields are not in every row.
    if number % 7:
        made |= {"freeze_qty": "5500", "is_cas_enabled": bool(number % 2)}
    if number % 11 == 0:
        made["not_told_of_yet"] = {"more": [number, None]}
    return made


class Master:
    name = "master"

    def __init__(self, clock, market, rows):
        self.clock, self.market, self.rows = clock, market, rows
        self.lock, self.made = threading.Lock(), {}

    @staticmethod
    def call(request):
        return "master" if request.path == PATH else "unknown"

    @staticmethod
    def group(call):
        return call

    @staticmethod
    def shown(request, call):
        return request.path

    def client(self, request):
        return "anyone"

    @staticmethod
    def limited():
        raise AssertionError("the list has no limit")

    @staticmethod
    def refusal(code, message=None, status=200):
        return Reply(f"{code}\n", status, "text/plain")

    def file(self, on):
        """The file of a day, under gzip as well, and its mark; made once."""
        with self.lock:
            if on not in self.made:
                mine = [row(contract, on, self.market) for contract in self.market.listing(on).all]
                others = (filler(number, on) for number in range(max(self.rows - len(mine), 0)))
                rows, step = list(others), max(self.rows // max(len(mine), 1), 1)
                # Those of the market stand scattered among the others, in blocks.
                for place in range(0, len(mine), 50):
                    rows[place * step:place * step] = mine[place:place + 50]
                body = text(rows).encode()
                mark = f'"{hashlib.md5(body).hexdigest()}"'
                self.made = {on: (body, gzip.compress(body, 1, mtime=0), mark)}
            return self.made[on]

    def handle(self, request, call):
        if call == "unknown" or request.method != "GET":
            return Reply("<html>404</html>", 404, "text/html")
        now = self.clock.now()
        on = days.day_of(now)
        body, packed, mark = self.file(on)
        # It is made anew each morning at half past six.
        changed = days.midnight(on) + 6.5 * 3600
        changed = changed if changed <= now else changed - 86400
        headers = [f"ETag: {mark}", f"Last-Modified: {formatdate(changed, usegmt=True)}",
                   "Cache-Control: max-age=0"]
        known, since = request.headers.get("if-none-match"), request.headers.get("if-modified-since")
        if known is not None and mark in known or known is None and since == headers[1][15:]:
            return Reply(b"", 304, None, headers)
        return Reply(body, 200, "application/json", headers, packed)
