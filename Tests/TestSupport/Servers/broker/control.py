"""The port through which a test looks behind the scene and moves it. Plain HTTP, JSON both ways.

    GET  /calls /violations /faults /kinds /streams /clock
    GET  /truth?exchange=NFO&token=…     what the market says, and the volatility behind it
    GET  /code                           the one-time code of now
    POST /clock      {"time": "2026-11-30T10:00:00"}, {"freeze": …} or {"time": "real"}
    POST /faults     [rule, …], in the place of those before; see faults.py
    POST /limits     {"on": false} or {"shut_seconds": 300}
    POST /books      {"empty": true}
    POST /login      {} begins a session of each broker and tells its tokens
    POST /sessions/end   {"broker": …, "code": "AB1010"}, both brokers if none is named
    POST /request-token  a fresh request token of Kite
    POST /streams/say    {"broker": "kite-stream", "text": …}; /streams/drop {"broker": …}
    POST /reset      forgets calls, violations, faults, limits and sessions
"""
import asyncio, dataclasses

import accounts, days, faults, tokens
from clock import india
from web import Reply, text


class Control:
    def __init__(self, house, feeds, loop):
        self.house, self.loop = house, loop
        self.feeds = {feed.name: feed for feed in feeds}

    def serve(self, connection, request):
        act = getattr(self, request.method.lower() + request.path.replace("/", "_").replace("-", "_"),
                      None)
        try:
            reply = Reply(text(act(request)), 200) if act else Reply('"no such path"', 404)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            reply = Reply(text(repr(error)), 400)
        connection.answer(reply, request)

    def get_calls(self, request):
        return self.house.record.calls

    def get_violations(self, request):
        return self.house.record.violations

    def get_faults(self, request):
        return self.house.faults.told()

    def get_kinds(self, request):
        return faults.kinds()

    def get_streams(self, request):
        return [line for feed in self.feeds.values() for line in feed.told()]

    def get_clock(self, request):
        now = self.house.clock.now()
        return {"seconds": now, "time": india(now).isoformat()}

    def get_code(self, request):
        return tokens.one_time_code(accounts.TOTP_SECRET, self.house.clock.now())

    def get_truth(self, request):
        now, market = self.house.clock.now(), self.house.market
        listing = market.listing(days.day_of(now))
        contract = listing.by_token[request.value("exchange"), request.value("token")]
        on, second = market.moment(now)
        told = dataclasses.asdict(self.house.quotes.quote(contract, now))
        expiry = told["contract"]["expiry"]
        told["contract"]["expiry"] = expiry and expiry.isoformat()
        told |= {"fair": market.fair(contract, on, second), "kite_token": listing.kite_token(contract)}
        if contract.kind == "OPTION":
            forward, years, *_ = market.curve(contract.name, contract.expiry, on, second)
            told |= {"forward": forward, "years": years,
                     "volatility": market.sigma(contract, on, second) if years > 0 else None}
        return told

    def post_clock(self, request):
        body = request.json()
        if "freeze" in body:
            self.house.clock.freeze(body["freeze"])
        else:
            self.house.clock.set(body["time"])
        return self.get_clock(request)

    def post_faults(self, request):
        self.house.faults.set(request.json())
        return self.house.faults.told()

    def post_limits(self, request):
        body, limits = request.json(), self.house.limits
        limits.is_on = body.get("on", limits.is_on)
        limits.shut_seconds = body.get("shut_seconds", limits.shut_seconds)
        return {"on": limits.is_on, "shut_seconds": limits.shut_seconds}

    def post_books(self, request):
        self.house.books.is_empty = bool(request.json()["empty"])
        return {}

    def post_login(self, request):
        now, sites = self.house.clock.now(), self.house.sites
        client = request.json().get("client", accounts.SMART_CLIENT)
        kite = sites["kite"].sessions
        token = tokens.fresh("request")
        kite.allow(token)
        made = kite.log_in(accounts.KITE_API_KEY, token, tokens.checksum(
            accounts.KITE_API_KEY, token, accounts.KITE_API_SECRET), now)
        return {"smartapi": sites["smartapi"].sessions.begin(client, now), "kite": made}

    def post_sessions_end(self, request):
        body = request.json()
        if body.get("broker", "smartapi") == "smartapi":
            self.house.sites["smartapi"].sessions.end(body.get("client"), body.get("code", "AG8001"))
        if body.get("broker", "kite") == "kite":
            self.house.sites["kite"].sessions.end()
        return {}

    def post_request_token(self, request):
        token = tokens.fresh("request")
        self.house.sites["kite"].sessions.allow(token)
        return token

    def post_streams_say(self, request):
        return self.with_feeds(request, lambda feed: feed.say(request.json()["text"]))

    def post_streams_drop(self, request):
        return self.with_feeds(request, lambda feed: feed.drop())

    def with_feeds(self, request, act):
        wanted = request.json().get("broker")
        for name, feed in self.feeds.items():
            if wanted in (None, name):
                asyncio.run_coroutine_threadsafe(act(feed), self.loop).result(10)
        return {}

    def post_reset(self, request):
        self.house.reset()
        return {}
