"""What the two streams of ticks have in common: who is connected, the ticks, and their faults."""
import asyncio, itertools
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

import feedfaults
from websockets.exceptions import ConnectionClosed
from web import text

MOST_CONNECTIONS = 3
PERIOD = 0.2
# Each instrument is told once in so many periods, so that several ticks come in a second.
TURNS = 4


class Line:
    """One connection: what it wants to hear of, and how it is to fail."""

    def __init__(self, ws, client, rule, entry):
        self.ws, self.client, self.entry, self.wanted = ws, client, entry, {}
        self.rule = dict(rule or feedfaults.EMPTY)
        self.sent, self.ticks = 0, 0
        self.fresh = []

    def fails(self, kind):
        return self.rule["kind"] == kind and self.ticks >= self.rule.get("count", 0)


class Feed:
    """A stream; what is special about a broker's is in the classes that are made from this one."""
    name = path = complaint = None

    def __init__(self, house, quotes):
        self.house, self.quotes, self.lines = house, quotes, set()
        self.sequence = itertools.count(1)

    # The handshake.

    def refusal(self, query, headers):
        """The client and nothing, or nobody and why not."""
        raise NotImplementedError

    async def check(self, path, headers):
        url = urlsplit(path)
        entry = self.house.record.call(
            self.name, "stream", "stream", "GET", url.path, next(self.house.record.connections))
        rule = self.house.faults.take(self.name, "stream", url.path)
        headers.pop("x-made-entry", None)
        headers["x-made-entry"] = str(entry["number"])
        entry["fault"] = rule and rule["kind"]
        client, status, why = self.refusal(dict(parse_qsl(url.query)), headers)
        if url.path != self.path:
            status, why = 404, "no such path"
        elif rule and rule["kind"].startswith("refuse-"):
            status, why = int(rule["kind"][7:]), "refused"
        elif not status and sum(line.client == client for line in self.lines) >= MOST_CONNECTIONS:
            status, why = 429, "Connection Limit Exceeded"
        entry["status"] = status or 101
        if status:
            return HTTPStatus(status), [("x-error-message", why)], b""
        # For whoever serves the connection, until then.
        entry["rule"], entry["client"] = rule, client
        return None

    async def serve(self, ws):
        record = self.house.record
        entry = record.calls[int(ws.request_headers["x-made-entry"]) - 1]
        line = Line(ws, entry.pop("client"), entry.pop("rule"), entry)
        line.rule["is_smart"] = self.name == "smart-stream"
        self.lines.add(line)
        ticking = asyncio.create_task(self.tick(line))
        try:
            async for message in ws:
                await self.hear(line, message)
        except ConnectionClosed:
            pass
        finally:
            ticking.cancel()
            self.lines.discard(line)
        entry["left"] = ws.close_code

    async def hear(self, line, message):
        raise NotImplementedError

    def noted(self, line, words, status=200):
        entry = self.house.record.call(
            self.name, "message", "stream", "TEXT", words, line.entry["connection"])
        entry["status"] = status

    # The ticks.

    async def tick(self, line):
        try:
            for turn in itertools.count():
                fresh, line.fresh = list(dict.fromkeys(line.fresh)), []
                if self.quotes.market.is_open(self.house.clock.now()):
                    known = [key for key in line.wanted if key not in fresh]
                    fresh = fresh + known[turn % TURNS::TURNS]
                if fresh and not line.fails("silence") and not line.fails("no-ticks"):
                    packets = await asyncio.to_thread(self.packets, line, fresh)
                    await self.send(line, packets)
                await self.beat(line, turn)
                await asyncio.sleep(PERIOD)
        except ConnectionClosed:
            pass

    async def beat(self, line, turn):
        """What is sent whether there are ticks or not."""

    def packets(self, line, keys):
        raise NotImplementedError

    def time(self, line):
        """The time of which a tick is, an hour ago where the fault wants it."""
        late = line.rule.get("seconds", -3600) if line.fails("stale-times") else 0
        return self.house.clock.now() + late

    async def send(self, line, packets):
        raise NotImplementedError

    def spoilt(self, line, packet):
        """The packets that are sent for one tick."""
        kind = line.rule["kind"]
        if kind in feedfaults.PACKETS and line.fails(kind):
            return feedfaults.PACKETS[kind](packet, line.rule)
        return [packet]

    async def frame(self, line, data):
        """Sends one frame, or ends or spoils the connection as its fault wants."""
        ws = line.ws
        if line.fails("drop"):
            ws.transport.abort()
            raise ConnectionClosed(None, None)
        if line.fails("close"):
            await ws.close(line.rule.get("status", 1011), line.rule.get("message", ""))
            raise ConnectionClosed(None, None)
        if line.fails("complain"):
            await ws.send(text(self.complaint))
            await ws.close(1000, "")
            raise ConnectionClosed(None, None)
        if line.fails("text-between"):
            await ws.send('{"type":"message","data":"all is well"}')
        if line.fails("large-frame"):
            await ws.send(bytes(line.rule.get("size", 32 << 20)))
        if line.fails("fragments"):
            third = max(len(data) // 3, 1)
            await ws.send([data[:third], data[third:2 * third], b"", data[2 * third:]])
        else:
            for _ in range(2000 if line.fails("flood") else 1):
                await ws.send(data)
        line.sent += 1

    # For the control port.

    def told(self):
        return [{"broker": self.name, "connection": line.entry["connection"],
                 "wanted": len(line.wanted), "ticks": line.ticks} for line in list(self.lines)]

    async def say(self, text):
        for line in list(self.lines):
            await line.ws.send(text)

    async def drop(self):
        for line in list(self.lines):
            line.ws.transport.abort()
