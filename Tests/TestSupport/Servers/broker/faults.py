"""Rules by which calls fail: which ones, after how many, how often, and how.

A rule is an object: `kind`, and, where it is not for every call, `broker` (smartapi, kite, master,
smart-stream, kite-stream), `call` (quotes, candles, …) or `path` (the beginning of one). The first
`skip` calls that it fits pass, the next `times` ones fail; 0 times is for ever. A kind is one of
wirefaults.KINDS or bodyfaults.KINDS, one of the streams' (feedfaults.KINDS), or an error code
or type of the broker, with `status` and `message` if wanted. `other-broker` answers as the other one would.
"""
import re, threading

import bodyfaults, feedfaults, wirefaults
from web import Reply, text

CODE = re.compile(r"A[BG]\d{4}|[A-Z][A-Za-z]+Exception")
NAMES = {"broker", "call", "path", "skip", "times", "kind", "status", "message", "after", "seconds",
         "rows", "to", "code", "count", "size", "percent"}


def kinds():
    return sorted({*bodyfaults.KINDS, *wirefaults.KINDS, *feedfaults.KINDS, "other-broker"})


def is_kind(kind):
    return kind in kinds() or CODE.fullmatch(kind) is not None


class Faults:
    def __init__(self):
        self.lock = threading.Lock()
        self.set([])

    def set(self, rules):
        """Puts these rules in the place of those before; a rule that says nothing known is refused."""
        for rule in rules:
            if not NAMES >= rule.keys() or not is_kind(str(rule.get("kind"))):
                raise ValueError(f"no such rule: {rule}")
        with self.lock:
            self.rules = [dict(rule, left=rule.get("times", 1) or -1, ahead=rule.get("skip", 0),
                               met=0) for rule in rules]

    def told(self):
        """The rules, with how often each has come to pass."""
        with self.lock:
            return [dict(rule) for rule in self.rules]

    def take(self, broker, call, path):
        """The rule by which this call fails, if one does."""
        with self.lock:
            for rule in self.rules:
                if rule.get("broker", broker) != broker or rule.get("call", call) != call:
                    continue
                if not path.startswith(rule.get("path", "")) or rule["left"] == 0:
                    continue
                if rule["ahead"]:
                    rule["ahead"] -= 1
                    continue
                rule["left"] -= 1 if rule["left"] > 0 else 0
                rule["met"] += 1
                return rule
        return None


def other_broker(broker):
    if broker == "kite":
        return Reply(text({"status": True, "message": "SUCCESS", "errorcode": "", "data": {
            "fetched": [], "unfetched": []}}))
    return Reply(text({"status": "success", "data": {"NFO:NIFTY": {"instrument_token": 1}}}))


def changed(reply, rule, site):
    """The answer as the rule wants it said."""
    kind = rule["kind"]
    if kind in bodyfaults.KINDS:
        return bodyfaults.KINDS[kind](reply, rule)
    if kind == "other-broker":
        return other_broker(site.name)
    if CODE.fullmatch(kind):
        return site.refusal(kind, rule.get("message"), rule.get("status", 200))
    return reply


def send(connection, reply, request, rule):
    """Sends an answer as the rule wants it sent."""
    act = wirefaults.KINDS.get(rule["kind"], wirefaults.whole) if rule else wirefaults.whole
    act(connection, reply, request, rule)
