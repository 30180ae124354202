"""Kite's stream: packets of several instruments a frame, a beat of one byte, messages in words."""
import json

import accounts, days, packets
from feeds import PERIOD, Feed
from sessions import Refused
from web import text

MOST = 3000
MODES = {"ltp", "quote", "full"}
BEAT = round(1 / PERIOD)


class KiteFeed(Feed):
    name, path = "kite-stream", "/"
    complaint = {"type": "error", "data": "not now, kanariekitekey00"}

    def refusal(self, query, headers):
        sessions = self.house.sites["kite"].sessions
        try:
            sessions.check(query.get("api_key"), query.get("access_token"), self.house.clock.now())
        except Refused:
            return None, 403, "Incorrect `api_key` or `access_token`."
        return accounts.KITE_CLIENT, None, None

    async def hear(self, line, message):
        try:
            body = json.loads(message)
            action, value = body["a"], body["v"]
            mode, tokens = value if action == "mode" else ("quote", value)
            fine = action in ("subscribe", "unsubscribe", "mode") and mode in MODES \
                and all(isinstance(token, int) for token in tokens)
        except (ValueError, KeyError, TypeError):
            fine = False
        if line.fails("silence"):
            return
        if not fine:
            self.noted(line, "wrong", 400)
            return await line.ws.send(text({"type": "error", "data": "Invalid request"}))
        self.noted(line, f"{action} {len(tokens)}" + (f" {mode}" if action == "mode" else ""))
        if action == "unsubscribe":
            for token in tokens:
                line.wanted.pop(token, None)
            return
        if len(line.wanted.keys() | set(tokens)) > MOST:
            return await line.ws.send(text(
                {"type": "error", "data": f"Too many instruments. Max permitted is {MOST}"}))
        for token in tokens:
            if action == "mode" or token not in line.wanted:
                line.wanted[token] = mode
        line.fresh += tokens

    def packets(self, line, keys):
        now, made = self.time(line), []
        listed = self.quotes.market.listing(days.day_of(now)).by_kite_token
        for token in keys:
            contract, mode = listed.get(token), line.wanted.get(token)
            if contract and mode:
                quote = (self.quotes.brief if mode == "ltp" else self.quotes.quote)(contract, now)
                made.append(packets.kite(quote, token, mode))
        return made

    async def send(self, line, made):
        """A frame holds what changed together; a fault that begins among them cuts it there."""
        for start in range(0, len(made), 200):
            part = made[start:start + 200]
            if line.rule["kind"]:
                # Tick by tick, so that the fault comes after exactly as many as it says.
                for packet in part:
                    await self.frame(line, packets.kite_frame(self.spoilt(line, packet)))
                    line.ticks += 1
                    if line.fails("silence") or line.fails("no-ticks"):
                        return
            else:
                await self.frame(line, packets.kite_frame(part))
                line.ticks += len(part)

    async def beat(self, line, turn):
        if turn % BEAT == 0 and not line.fails("silence"):
            await line.ws.send(b"\0")
