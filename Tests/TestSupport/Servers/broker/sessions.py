"""The sessions of both brokers: who is logged in, with which tokens, and until when."""
import itertools, threading

import accounts, tokens


class Refused(Exception):
    """A call that is refused, with the broker's code or type of error and its words."""

    def __init__(self, code, message=None, status=None):
        super().__init__(code)
        self.code, self.message, self.status = code, message, status


class SmartSessions:
    """SmartAPI's: tokens that end at midnight, codes that work once."""

    def __init__(self):
        self.lock, self.numbers = threading.Lock(), itertools.count(1)
        self.reset()

    def reset(self):
        with self.lock:
            # Token to client and the code with which its end is told; nothing while it lives.
            self.web, self.feeds, self.refreshers, self.codes = {}, {}, {}, set()

    def log_in(self, client, pin, code, now):
        if pin not in accounts.CLIENTS.get(client, ()):
            raise Refused("AB1000")
        if code != tokens.one_time_code(accounts.TOTP_SECRET, now):
            raise Refused("AB1050")
        window = (client, int(now) // 30)
        with self.lock:
            if window in self.codes:
                raise Refused("AB1050")
            self.codes.add(window)
        return self.begin(client, now)

    def begin(self, client, now):
        end = int(tokens.next_midnight(now))
        common = {"username": client, "roles": 0, "usertype": "USER", "iat": int(now)}
        web = tokens.web_token({**common, "exp": end, "jti": next(self.numbers)})
        refresh = tokens.web_token({"token": "REFRESH-TOKEN", "iat": int(now),
                                    "jti": next(self.numbers)})
        feed = tokens.fresh("feed")
        with self.lock:
            self.web[web] = [client, None]
            self.feeds[feed] = client
            self.refreshers[refresh] = [client, end + 86400]
        return {"jwtToken": web, "refreshToken": refresh, "feedToken": feed}

    def refresh(self, token, now):
        with self.lock:
            client, end = self.refreshers.pop(token, (None, 0))
        if client is None:
            raise Refused("AB8050")
        if now >= end:
            raise Refused("AB8051")
        return self.begin(client, now)

    def client(self, header, now):
        """Whose session it is, by the header that tells it."""
        if not header:
            raise Refused("AG8003")
        token = header[len("Bearer "):] if header.startswith("Bearer ") else None
        with self.lock:
            client, end = self.web.get(token, (None, "AG8001"))
        if client is None or end:
            raise Refused(end)
        if now >= tokens.claims(token)["exp"]:
            raise Refused("AG8002")
        return client

    def end(self, client=None, code="AG8001"):
        with self.lock:
            for session in self.web.values():
                if client in (None, session[0]):
                    session[1] = session[1] or code
            self.feeds = {feed: who for feed, who in self.feeds.items() if client not in (None, who)}


class KiteSessions:
    """Kite's: a token a day from a request token that works once."""

    def __init__(self):
        self.lock = threading.Lock()
        self.reset()

    def reset(self):
        with self.lock:
            self.tokens, self.requests = {}, set(accounts.REQUEST_TOKENS)

    def allow(self, request):
        with self.lock:
            self.requests.add(request)

    def log_in(self, key, request, checksum, now):
        if key != accounts.KITE_API_KEY:
            raise Refused("InputException", "Invalid `api_key`.")
        if checksum != tokens.checksum(key, request, accounts.KITE_API_SECRET):
            raise Refused("TokenException", "Invalid `checksum`.")
        with self.lock:
            if request not in self.requests:
                raise Refused("TokenException", "Token is invalid or has expired.")
            self.requests.discard(request)
            access = tokens.fresh("kite-access")
            self.tokens[access] = tokens.next_morning(now)
        return access

    def check(self, key, token, now):
        with self.lock:
            end = self.tokens.get(token, 0)
        if key != accounts.KITE_API_KEY or now >= end:
            raise Refused("TokenException", "Incorrect `api_key` or `access_token`.")

    def end(self, token=None):
        with self.lock:
            self.tokens = {one: end for one, end in self.tokens.items() if token not in (None, one)}
