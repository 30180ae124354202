"""What all doors share, and the way of every call: counted, limited, answered, spoilt, sent."""
import accounts, faults, market, quotes
from books import Books
from clock import Clock
from faults import Faults
from kite import Kite
from limits import Limits
from master import Master
from record import Record
from smartapi import SmartAPI
from web import Reply


class House:
    def __init__(self, seed, clock, master_rows):
        self.clock = Clock(clock)
        self.market = market.Market(seed)
        self.quotes = quotes.Quotes(self.market)
        self.books = Books(self.quotes)
        none = Books(self.quotes)
        none.is_empty = True
        books = {accounts.SMART_CLIENT: self.books, accounts.SECOND_CLIENT: none}
        self.record, self.limits, self.faults = Record(self.clock), Limits(), Faults()
        self.sites = {
            "smartapi": SmartAPI(self.clock, self.quotes, books),
            "kite": Kite(self.clock, self.quotes, self.books),
            "master": Master(self.clock, self.market, master_rows)}

    def door(self, name):
        """How the calls of one broker are served."""
        site = self.sites[name]

        def serve(connection, request):
            call = site.call(request)
            entry = self.record.call(
                name, call, site.group(call), request.method, site.shown(request, call),
                connection.number)
            reply, rule = self.reply(site, request, call, entry)
            entry["fault"] = rule and rule["kind"]
            sent_whole = not rule or rule["kind"] not in faults.wirefaults.KINDS
            # What is not sent as it should be has no status.
            entry["status"] = reply.status if sent_whole else None
            faults.send(connection, reply, request, rule)
        return serve

    def reply(self, site, request, call, entry):
        client, group = site.client(request), site.group(call)
        window = self.limits.violated(site.name, client, group)
        if window:
            self.record.violation(entry, window, client)
            return site.limited(), None
        wrong = getattr(site, "unruly", lambda *_: None)(request, call)
        if wrong:
            self.record.wrong(entry, wrong)
        rule = self.faults.take(site.name, call, request.path)
        if rule and "message" in rule:
            # A broker may say back what was said to it.
            token = request.headers.get("authorization", "")
            rule = {**rule, "message": rule["message"].replace("{authorization}", token)}
        try:
            reply = site.handle(request, call)
            return (faults.changed(reply, rule, site) if rule else reply), rule
        except Exception as error:
            # A mistake of this server must not look like one of a broker.
            entry["failure"] = repr(error)
            return Reply(f"the fake broker failed: {error!r}", 599, "text/plain"), None

    def reset(self):
        self.record.reset()
        self.limits.reset()
        self.faults.set([])
        self.sites["smartapi"].sessions.reset()
        self.sites["kite"].sessions.reset()
        self.books.is_empty = False
