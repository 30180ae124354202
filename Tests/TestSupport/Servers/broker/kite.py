"""Kite's REST: sessions, which calls there are, and the errors with their types."""
import csv, io

import accounts, days
from kiteaccount import KiteAccount
from kitecalculators import KiteCalculators
from kitemarket import KiteMarket
from sessions import KiteSessions, Refused
from web import Reply, text

STATUSES = {
    "TokenException": 403, "PermissionException": 403, "UserException": 403,
    "InputException": 400, "OrderException": 400, "MarginException": 400, "HoldingException": 400,
    "NetworkException": 503, "DataException": 502, "GeneralException": 500,
}
MESSAGES = {
    "TokenException": "Incorrect `api_key` or `access_token`.",
    "PermissionException": "Insufficient permission for that call.",
    "InputException": "Invalid request.", "NetworkException": "Could not reach the exchange",
    "DataException": "Unknown Content-Type in response", "GeneralException": "Something went wrong.",
}


def good(data):
    return Reply(text({"status": "success", "data": data}))


def bad(kind, message=None, status=200):
    """An error; without a status of its own it gets the one of its type."""
    status = STATUSES.get(kind, 500) if status == 200 else status
    return Reply(text({"status": "error", "message": message or MESSAGES.get(kind, kind),
                       "error_type": kind, "data": None}), status)


class Kite:
    name = "kite"

    def __init__(self, clock, quotes, books):
        self.clock, self.quotes, self.sessions = clock, quotes, KiteSessions()
        self.market = KiteMarket(clock, quotes)
        self.account = KiteAccount(clock, books)
        self.calculators = KiteCalculators(clock, quotes)

    @staticmethod
    def call(request):
        parts = request.path.strip("/").split("/")
        simple = {
            "quote": "quote", "quote/ohlc": "ohlc", "quote/ltp": "ltp",
            "session/token": "session", "user/profile": "profile", "user/margins": "funds",
            "user/margins/equity": "funds", "user/margins/commodity": "funds",
            "orders": "orders", "trades": "trades", "portfolio/positions": "positions",
            "portfolio/holdings": "holdings", "instruments": "instruments",
            "margins/orders": "margins", "margins/basket": "basket", "charges/orders": "charges",
        }.get("/".join(parts))
        if simple:
            return simple
        if parts[0] == "instruments" and len(parts) == 2:
            return "instruments"
        if parts[:2] == ["instruments", "historical"] and len(parts) == 4:
            return "historical"
        if parts[0] == "orders" and len(parts) == 2:
            return "order"
        if parts[0] == "orders" and len(parts) == 3 and parts[2] == "trades":
            return "order-trades"
        return "unknown"

    @staticmethod
    def group(call):
        return {"quote": "quotes", "ohlc": "quotes", "ltp": "quotes", "historical": "history"}.get(
            call, "other")

    @staticmethod
    def shown(request, call):
        """The path, and the query where it holds nothing secret."""
        if call in ("quote", "ohlc", "ltp"):
            return f"{request.path}?{len(request.values('i'))}"
        return request.path

    def client(self, request):
        # A limit is one of the user and the key; there is one of each.
        return accounts.KITE_CLIENT

    @staticmethod
    def limited():
        return bad("NetworkException", "Too many requests", 429)

    refusal = staticmethod(bad)

    def unruly(self, request, call):
        if request.headers.get("x-kite-version") != "3":
            return "no header x-kite-version"
        if call == "session" and request.method == "POST" and \
                request.headers.get("content-type") != "application/x-www-form-urlencoded":
            return "no form"
        if call in ("margins", "basket", "charges") and \
                request.headers.get("content-type") != "application/json":
            return "no content type of JSON"
        return None

    def handle(self, request, call):
        if call == "unknown":
            return bad("GeneralException", "Route not found", 404)
        posts = {"margins", "basket", "charges"}
        methods = {"POST", "DELETE"} if call == "session" else {"POST"} if call in posts else {"GET"}
        if request.method not in methods:
            return bad("GeneralException", "Method not allowed", 405)
        wrong = self.unruly(request, call)
        if wrong:
            return bad("InputException", f"Invalid request: {wrong}", 400)
        try:
            if call == "session":
                return self.log_in(request) if request.method == "POST" else self.log_out(request)
            self.check(request)
            return self.answer(call, request)
        except Refused as refused:
            return bad(refused.code, refused.message, refused.status or 200)

    def check(self, request):
        scheme, _, rest = request.headers.get("authorization", "").partition(" ")
        key, _, token = rest.partition(":")
        if scheme != "token":
            raise Refused("TokenException")
        self.sessions.check(key, token, self.clock.now())

    def log_in(self, request):
        form, now = request.form(), self.clock.now()
        names = [form.get(name, "") for name in ("api_key", "request_token", "checksum")]
        if not all(names):
            raise Refused("InputException", "Missing or empty field")
        access = self.sessions.log_in(*names, now)
        return good(self.account.user(now) | {
            "api_key": accounts.KITE_API_KEY, "access_token": access,
            "public_token": f"{access}-public", "enctoken": f"{access}-enc", "refresh_token": "",
            "silo": ""})

    def log_out(self, request):
        key, token = request.value("api_key"), request.value("access_token")
        self.sessions.check(key, token, self.clock.now())
        self.sessions.end(token)
        return good(True)

    def answer(self, call, request):
        if call == "instruments":
            return self.instruments(request)
        if call in ("quote", "ohlc", "ltp"):
            return good(self.market.quote(call, request))
        if call == "historical":
            return good(self.market.historical(request))
        if call in ("margins", "basket", "charges"):
            return good(self.calculators.answer(call, request))
        return good(self.account.answer(call, request))

    def instruments(self, request):
        """The list as it is made each morning: the prices in it are those of the evening before."""
        parts, now = request.path.strip("/").split("/"), self.clock.now()
        on = days.day_of(now)
        listing = self.quotes.market.listing(on)
        wanted = parts[1] if len(parts) == 2 else None
        if wanted not in (None, "NSE", "NFO", "BSE", "BFO"):
            raise Refused("InputException", "Invalid exchange")
        file = io.StringIO()
        table = csv.writer(file, lineterminator="\n")
        table.writerow("instrument_token,exchange_token,tradingsymbol,name,last_price,expiry,strike,"
                       "tick_size,lot_size,instrument_type,segment,exchange".split(","))
        for c in listing.all:
            if wanted in (None, c.exchange):
                table.writerow(self.line(c, listing, on))
        return Reply(file.getvalue(), 200, "text/csv")

    def line(self, c, listing, on):
        token = listing.kite_token(c)
        kind = {"OPTION": c.type, "FUTURE": "FUT"}.get(c.kind, "EQ")
        segment = {"INDEX": "INDICES", "EQUITY": c.exchange, "FUTURE": f"{c.exchange}-FUT",
                   "OPTION": f"{c.exchange}-OPT"}[c.kind]
        name = c.kite if c.kind == "INDEX" else f"{c.name}, MADE UP LTD" \
            if c.name == "INFY" else c.name
        price = self.quotes.market.previous_close(c, on) if c.is_derivative else 0.0
        tick = 0.0 if c.kind == "INDEX" else self.quotes.market.tick(c)
        return [token, token // 256, c.kite, name, price, c.expiry or "", float(c.strike), tick,
                c.lot, kind, segment, c.exchange]
