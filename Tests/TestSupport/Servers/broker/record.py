"""What was asked, call by call and in its order, for tests to look at afterwards."""
import itertools, threading, time


class Record:
    def __init__(self, clock):
        self.clock, self.lock, self.start = clock, threading.Lock(), time.monotonic()
        self.connections = itertools.count(1)
        self.reset()

    def reset(self):
        with self.lock:
            self.calls, self.violations = [], []

    def call(self, broker, call, group, method, path, connection):
        """A call that has come; its status is filled in once it is answered."""
        entry = {
            "broker": broker, "call": call, "group": group, "method": method, "path": path,
            "time": int(self.clock.now() * 1000),
            "elapsed": int((time.monotonic() - self.start) * 1000), "status": None,
            "connection": connection, "fault": None,
        }
        with self.lock:
            entry["number"] = len(self.calls) + 1
            self.calls.append(entry)
        return entry

    def violation(self, entry, window, client):
        with self.lock:
            self.violations.append({
                "broker": entry["broker"], "group": entry["group"], "window": window,
                "client": client, "call": entry["number"], "elapsed": entry["elapsed"]})

    def wrong(self, entry, reason):
        """A request against the rules of the page, for instance without a header."""
        with self.lock:
            self.violations.append({
                "broker": entry["broker"], "group": entry["group"], "window": "rules",
                "client": reason, "call": entry["number"], "elapsed": entry["elapsed"]})
