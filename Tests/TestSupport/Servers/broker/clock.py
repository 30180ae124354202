"""The time of the made market, which runs at normal speed from wherever it is set."""
import threading, time
from datetime import datetime, timedelta, timezone

import days

IST = timezone(timedelta(seconds=days.INDIA))


def read(text):
    """A time such as 2026-11-30T10:15:00; without a zone it is India's."""
    time = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (time if time.tzinfo else time.replace(tzinfo=IST)).timestamp()


def india(time):
    return datetime.fromtimestamp(time, IST)


class Clock:
    def __init__(self, text="real"):
        self.lock = threading.Lock()
        self.set(text)

    def set(self, text):
        with self.lock:
            # What is added to the steady time of the machine.
            self.offset = None if text == "real" else read(text) - time.monotonic()
            self.frozen = None

    def freeze(self, text):
        """Holds the time still, for answers that must be the same byte by byte."""
        with self.lock:
            self.frozen = read(text)

    def now(self):
        with self.lock:
            if self.frozen is not None:
                return self.frozen
            return time.time() if self.offset is None else time.monotonic() + self.offset
