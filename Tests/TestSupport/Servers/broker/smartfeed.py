"""SmartAPI's WebSocket 2.0."""
import json, re

import accounts, days, packets
from feeds import Feed
from sessions import Refused
from web import text

MOST = 1000
EXCHANGES = {number: name for name, number in packets.SMART_EXCHANGES.items()}
NAMES = {"clientCode": "x-client-code", "feedToken": "x-feed-token", "apiKey": "x-api-key"}


class SmartFeed(Feed):
    name, path = "smart-stream", "/smart-stream"
    complaint = {"correlationID": "", "errorCode": "E1002",
                 "errorMessage": "not now, kanarie-smart-key"}

    def refusal(self, query, headers):
        sessions = self.house.sites["smartapi"].sessions
        said = {header: headers.get(header) or query.get(name) for name, header in NAMES.items()}
        client, feed = said["x-client-code"], said["x-feed-token"]
        authorised = headers.get("Authorization")
        if authorised is not None or "feedToken" not in query:
            try:
                owner = sessions.client(authorised, self.house.clock.now())
            except Refused:
                return None, 401, "Invalid Header - Invalid Auth token"
            if owner != client:
                return None, 401, "Invalid Header - Invalid Client Code"
        if client not in accounts.CLIENTS:
            return None, 401, "Invalid Header - Invalid Client Code"
        if said["x-api-key"] not in accounts.API_KEYS:
            return None, 401, "Invalid Header - Invalid API Key"
        if sessions.feeds.get(feed) != client:
            return None, 401, "Invalid Header - Invalid Feed Token"
        return client, None, None

    async def hear(self, line, message):
        if line.fails("silence"):
            return
        if message == "ping":
            if not line.fails("no-pong"):
                await line.ws.send("pong")
            return
        asked, identity = None, ""
        try:
            body = json.loads(message)
            identity = str(body.get("correlationID", ""))
            asked = self.read(body)
        except (ValueError, AttributeError, KeyError, TypeError):
            pass
        if asked is None or not re.fullmatch(r"[A-Za-z0-9]{0,10}", identity):
            return await self.complain(line, identity, "E1001", "Invalid Request Payload")
        action, keys = asked
        if action == 1:
            more = [key for key in keys if key not in line.wanted]
            if len(line.wanted) + len(more) > MOST:
                return await self.complain(line, identity, "E1002", "Subscription limit reached")
            # A repeat changes nothing.
            line.wanted |= dict.fromkeys(more)
            line.fresh += more
        else:
            for key in keys:
                line.wanted.pop(key, None)
        self.noted(line, f"{'subscribe' if action else 'unsubscribe'} {len(keys)}")

    @staticmethod
    def read(body):
        """The action, and what it is about as (exchange, token, mode); nothing where it is wrong."""
        action, params = body["action"], body["params"]
        mode, lists = params["mode"], params["tokenList"]
        if action not in (0, 1) or mode not in packets.SMART_LENGTHS or not lists:
            return None
        keys = [(EXCHANGES[one["exchangeType"]], str(token), mode)
                for one in lists for token in one["tokens"]]
        return action, list(dict.fromkeys(keys))

    async def complain(self, line, identity, code, words):
        self.noted(line, code, 400)
        await line.ws.send(text(
            {"correlationID": identity, "errorCode": code, "errorMessage": words}))

    def packets(self, line, keys):
        now, made = self.time(line), []
        listed = self.quotes.market.listing(days.day_of(now)).by_token
        for exchange, token, mode in keys:
            contract = listed.get((exchange, token))
            if contract:
                quote = (self.quotes.brief if mode == 1 else self.quotes.quote)(contract, now)
                number = 0 if contract.kind == "INDEX" else next(self.sequence)
                if line.fails("out-of-order"):
                    number = max(1_000_000 - number, 1)
                # The feed's time runs on within the second of the market.
                time = int(quote.fed_at * 1000) + int(now * 1000) % 1000
                made.append(packets.smart(quote, mode, number, time))
        return made

    async def send(self, line, made):
        for packet in made:
            for one in self.spoilt(line, packet):
                await self.frame(line, one)
            line.ticks += 1
            if line.fails("silence") or line.fails("no-ticks"):
                return
