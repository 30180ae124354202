"""The brokers' limits: rolling windows of a second, a minute and an hour for each client and group."""
import collections, threading, time

SECOND, MINUTE, HOUR = 1, 60, 3600


def windows(second, minute=None, hour=None):
    found = {SECOND: second, MINUTE: minute, HOUR: hour}
    return {length: most for length, most in found.items() if most}


# Section 5 of SmartAPI's page; what it does not list gets one call a second, as it advises.
SMART = {
    "login": windows(1), "refresh": windows(1, hour=1000), "profile": windows(3, hour=1000),
    "logout": windows(1), "funds": windows(2), "order-book": windows(1),
    "trade-book": windows(1), "positions": windows(1), "order-details": windows(10, 500, 5000),
    "ltp": windows(10, 500, 5000), "quotes": windows(10, 500, 5000),
    "search": windows(1), "holdings": windows(1), "all-holdings": windows(1),
    "margin": windows(10, 500, 5000), "candles": windows(3, 180, 5000), "greeks": windows(1),
    "charges": windows(1), "other": windows(1),
}
# Section 4 of Kite's.
KITE = {"quotes": windows(1), "history": windows(3), "other": windows(10)}
# The list of instruments has no limit of its own.
TABLES = {"smartapi": SMART, "kite": KITE, "master": {}}


class Limits:
    def __init__(self):
        self.lock = threading.Lock()
        self.reset()

    def reset(self):
        with self.lock:
            self.calls = collections.defaultdict(collections.deque)
            self.shut = {}
            # How long a group stays shut after a violation; and whether calls are counted at all.
            self.shut_seconds, self.is_on = 0, True

    def violated(self, broker, client, group):
        """The length of the window that a call now breaks; nothing if it may pass.

        Calls that are refused do not count, as they never reached what the limit protects.
        """
        key, now = (broker, client, group), time.monotonic()
        with self.lock:
            if not self.is_on:
                return None
            if now < self.shut.get(key, 0):
                return "shut"
            calls = self.calls[key]
            while calls and now - calls[0] >= HOUR:
                calls.popleft()
            for length, most in TABLES[broker].get(group, {}).items():
                if sum(1 for at in self.newest(calls, most) if now - at < length) >= most:
                    if self.shut_seconds:
                        self.shut[key] = now + self.shut_seconds
                    return length
            calls.append(now)
        return None

    @staticmethod
    def newest(calls, count):
        return [calls[-1 - place] for place in range(min(count, len(calls)))]
