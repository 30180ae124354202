"""SmartAPI's REST: which calls there are, who may make them, and the two envelopes of the answers."""
import accounts
from sessions import Refused, SmartSessions
from smartaccount import SmartAccount
from smartcalculators import SmartCalculators
from smartmarket import SmartMarket
from web import Reply, text

LIMIT_TEXT = "Access denied because of exceeding access rate"
# Section 4.3; codes that only orders get are left out.
MESSAGES = {
    "AG8001": "Invalid Token", "AG8002": "Token Expired", "AG8003": "Token missing",
    "AG8004": "Invalid API Key", "AB8050": "Invalid Refresh Token",
    "AB8051": "Refresh Token Expired", "AB1000": "Invalid Email Or Password",
    "AB1001": "Invalid Email", "AB1002": "Invalid Password Length",
    "AB1004": "Something Went Wrong, Please Try After Sometime",
    "AB1005": "User Type Must Be USER", "AB1006": "Client is blocked for trading",
    "AB1007": "AMX Error", "AB1009": "Symbol Not Found", "AB1010": "AMX Session Expired",
    "AB1011": "Client not login", "AB1013": "Order not found", "AB1014": "Trade not found",
    "AB1015": "Holding not found", "AB1016": "Position not found",
    "AB1018": "Failed to get symbol details", "AB1031": "Old Password Mismatch",
    "AB1032": "User Not Found", "AB1050": "Invalid totp", "AB2000": "Error not specified",
    "AB2001": "Internal Error, Please Try After Sometime", "AB9000": "Internal Error",
    "AB9019": "No Data Available",
}
# Section 2; only the first of them has a value that is checked.
HEADERS = ["x-usertype", "x-sourceid", "x-clientlocalip", "x-clientpublicip", "x-macaddress"]

SECURE, OPEN = "/rest/secure/angelbroking", "/rest/auth/angelbroking"
ROUTES = {
    f"{OPEN}/user/v1/loginByPassword": ("POST", "login"),
    f"{OPEN}/jwt/v1/generateTokens": ("POST", "refresh"),
    f"{SECURE}/user/v1/getProfile": ("GET", "profile"),
    f"{SECURE}/user/v1/logout": ("POST", "logout"),
    f"{SECURE}/user/v1/getRMS": ("GET", "funds"),
    f"{SECURE}/order/v1/getOrderBook": ("GET", "order-book"),
    f"{SECURE}/order/v1/getTradeBook": ("GET", "trade-book"),
    f"{SECURE}/order/v1/getPosition": ("GET", "positions"),
    f"{SECURE}/order/v1/searchScrip": ("POST", "search"),
    f"{SECURE}/portfolio/v1/getHolding": ("GET", "holdings"),
    f"{SECURE}/portfolio/v1/getAllHolding": ("GET", "all-holdings"),
    f"{SECURE}/order/v1/details/": ("GET", "order-details"),
    f"{SECURE}/market/v1/quote": ("POST", "quotes"),
    f"{SECURE}/marketData/v1/optionGreek": ("POST", "greeks"),
    f"{SECURE}/historical/v1/getCandleData": ("POST", "candles"),
    f"{SECURE}/historical/v1/getOIData": ("POST", "open-interest"),
    f"{SECURE}/margin/v1/batch": ("POST", "margin"),
    f"{SECURE}/brokerage/v1/estimateCharges": ("POST", "charges"),
}
DETAILS = f"{SECURE}/order/v1/details/"
# History of prices and of open interest share one budget.
GROUPS = {"open-interest": "candles"}


def good(data, message="SUCCESS"):
    return Reply(text({"status": True, "message": message, "errorcode": "", "data": data}))


def bad(code, message=None, status=200):
    """The gateway has other names than the services behind it."""
    message = message or MESSAGES.get(code, "")
    if code.startswith("AG"):
        return Reply(text({"success": False, "message": message, "errorCode": code, "data": ""}),
                     status)
    return Reply(text({"status": False, "message": message, "errorcode": code, "data": None}),
                 status)


class SmartAPI:
    name = "smartapi"

    def __init__(self, clock, quotes, books):
        self.clock, self.sessions = clock, SmartSessions()
        self.account = SmartAccount(clock, books)
        parts = [SmartMarket(clock, quotes), SmartCalculators(clock, quotes)]
        self.parts = {call: part for part in parts for call in part.CALLS}

    @staticmethod
    def call(request):
        path = request.path.rstrip("/")
        if path.startswith(DETAILS):
            return "order-details"
        return ROUTES.get(path, (None, "unknown"))[1]

    @staticmethod
    def group(call):
        return GROUPS.get(call, call)

    @staticmethod
    def shown(request, call):
        """The path as it may be told to a test; no part of it is secret."""
        return request.path

    def client(self, request):
        """Whose budget a call is counted in."""
        try:
            return self.sessions.client(request.headers.get("authorization"), self.clock.now())
        except Refused:
            body = request.json()
            return str(body.get("clientcode")) if isinstance(body, dict) else "nobody"

    @staticmethod
    def limited():
        return Reply(LIMIT_TEXT, 403, "text/plain")

    refusal = staticmethod(bad)

    def unruly(self, request, call):
        """What is wrong with a request by the rules of the page, as the broker would not say it."""
        missing = [name for name in HEADERS if not request.headers.get(name)]
        if missing:
            return f"no header {missing[0]}"
        if request.headers["x-usertype"] != "USER" or request.headers["x-sourceid"] != "WEB":
            return "wrong user type or source"
        if request.headers.get("accept") != "application/json":
            return "no header accept"
        if request.method == "POST" and "application/json" not in request.headers.get(
                "content-type", ""):
            return "no content type of JSON"
        return None

    def handle(self, request, call):
        if call == "unknown":
            return Reply("404 page not found\n", 404, "text/plain")
        method = "GET" if call == "order-details" else ROUTES[request.path.rstrip("/")][0]
        if request.method != method:
            return Reply("405 method not allowed\n", 405, "text/plain")
        wrong = self.unruly(request, call)
        if wrong:
            code = "AB1005" if "user type" in wrong else "AB1004"
            return bad(code, f"Invalid request: {wrong}", 400)
        try:
            if request.headers.get("x-privatekey", "") not in accounts.API_KEYS:
                raise Refused("AG8004")
            if call == "login":
                return self.log_in(request)
            client = self.sessions.client(request.headers.get("authorization"), self.clock.now())
            if call in ("refresh", "logout"):
                return getattr(self, call)(request, client)
            return self.parts.get(call, self.account).answer(call, request, client)
        except Refused as refused:
            return bad(refused.code, refused.message, refused.status or 200)

    def body(self, request):
        body = request.json()
        if not isinstance(body, dict):
            raise Refused("AB1004", status=400)
        return body

    def log_in(self, request):
        body = self.body(request)
        fields = [body.get(name) for name in ("clientcode", "password", "totp")]
        if not all(isinstance(field, str) and field for field in fields):
            raise Refused("AB1004", status=400)
        made = self.sessions.log_in(*fields, self.clock.now())
        return good({**made, "state": body.get("state", "")})

    def refresh(self, request, client):
        token = self.body(request).get("refreshToken")
        if not isinstance(token, str):
            raise Refused("AB1004", status=400)
        return good(self.sessions.refresh(token, self.clock.now()))

    def logout(self, request, client):
        if self.body(request).get("clientcode") != client:
            raise Refused("AB1004", status=400)
        self.sessions.end(client)
        return good("")
