"""A web server that answers as its path says, well or in one of the ways in which servers fail.

    web.py FOLDER-OF-CERTIFICATES

It prints its ports as one line of JSON and ends with its standard input. What arrived under the key
in a query is told at /seen?key=KEY.
"""
import base64, collections, gzip, itertools, json, os, socket, ssl, struct, sys, threading, time, zlib
from urllib.parse import parse_qs, urlsplit

BODY = b'{"status":true,"data":"0123456789"}'
seen = collections.defaultdict(list)
held, peaks = collections.Counter(), collections.Counter()
numbers = itertools.count()
lock = threading.Lock()


class Gone(Exception):
    pass


class Connection:
    def __init__(self, sock, raw):
        self.sock, self.raw, self.buffer, self.answered = sock, raw, b"", 0
        self.number = next(numbers)

    def read(self):
        piece = self.sock.recv(65536)
        if not piece:
            raise Gone
        self.buffer += piece

    def request(self):
        while b"\r\n\r\n" not in self.buffer:
            self.read()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        first, *lines = head.decode("latin-1").split("\r\n")
        self.method, self.target, _ = first.split(" ", 2)
        self.headers = [line.split(":", 1) for line in lines]
        self.headers = [(name, value.strip()) for name, value in self.headers]
        self.url = urlsplit(self.target)
        self.query = {k: v[0] for k, v in parse_qs(self.url.query, True).items()}
        if self.url.path == "/early":
            return
        length = int(dict((k.lower(), v) for k, v in self.headers).get("content-length", 0))
        while len(self.buffer) < length:
            self.read()
        self.body, self.buffer = self.buffer[:length], self.buffer[length:]
        self.turn = 0
        if self.url.path == "/seen":
            return
        with lock:
            seen[self.query.get("key")].append(
                {"method": self.method, "target": self.target, "headers": self.headers,
                 "body": base64.b64encode(self.body).decode(), "connection": self.number})
            self.turn = len(seen[self.query.get("key")]) - 1

    def send(self, data):
        self.sock.sendall(data if isinstance(data, bytes) else data.encode("latin-1"))

    def answer(self, body=BODY, status="200 OK", headers=(), length=None):
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
        self.send("\r\n".join(lines + list(headers)) + "\r\n\r\n")
        self.send(body)

    def stream(self, *headers):
        self.send("\r\n".join(["HTTP/1.1 200 OK", *headers]) + "\r\n\r\n")

    def reset(self):
        self.raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Gone

    def close(self):
        raise Gone


def packed(body=BODY):
    return gzip.compress(body, mtime=0)


def flipped(data, place):
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]


def slowly(c, data, pause=0.1):
    for byte in data:
        c.send(bytes([byte]))
        time.sleep(pause)


def for_ever(c, data, pause=0):
    while True:
        c.send(data)
        time.sleep(pause)


def bomb():
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = b"\0" * (1 << 20)
    return b"".join(squeeze.compress(zeros) for _ in range(24)) + squeeze.flush()


def gzipped(data):
    return lambda c: c.answer(data, headers=["Content-Encoding: gzip"])


def then_close(*parts):
    def act(c):
        for part in parts:
            c.send(part)
        c.close()
    return act


def then_end(*parts):
    """Closes as it should be done, with the farewell that TLS has."""
    def act(c):
        for part in parts:
            c.send(part)
        if isinstance(c.sock, ssl.SSLSocket):
            c.sock.settimeout(1)
            c.sock.unwrap()
        c.close()
    return act


def steps(c):
    """The answers of steps=STATUS,STATUS… one after the other, the last one again and again."""
    wanted = c.query["steps"].split(",")
    step = wanted[min(c.turn, len(wanted) - 1)]
    if step == "close":
        c.close()
    headers = []
    if step != "200":
        headers += [f"Retry-After: {c.query['after']}"] if "after" in c.query else []
        headers += [f"Date: {c.query['date']}"] if "date" in c.query else []
    c.answer(status=f"{step} Step", headers=headers)


def echo(c):
    c.answer(json.dumps(seen[c.query.get("key")][-1]).encode(), headers=["X-Echo: Yes"])


def once_a_connection(c):
    if c.answered:
        c.reset() if "reset" in c.query else c.close()
    c.answer()


def hold(c):
    """Answers after a moment; how many of a key were held at once is told at /peak?key=KEY."""
    key = c.query["key"]
    with lock:
        held[key] += 1
        peaks[key] = max(peaks[key], held[key])
    time.sleep(0.05)
    with lock:
        held[key] -= 1
    c.answer()


def unchanged(c):
    """Says that nothing has changed, and gives no body."""
    c.send('HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nContent-Encoding: gzip\r\n\r\n')


def rows(c):
    """So many lines, packed or not; the first answers, as many as are to be cut, end in the middle."""
    data = b"".join(b"%09d\n" % n for n in range(int(c.query["rows"])))
    headers = []
    if "packed" in c.query:
        data, headers = gzip.compress(data, 1, mtime=0), ["Content-Encoding: gzip"]
    if c.turn < int(c.query.get("cut", 0)):
        c.answer(data[:len(data) // 2], headers=headers, length=len(data))
        c.close()
    c.answer(data, headers=headers)


def end_of_tls(c):
    c.stream()
    c.send(BODY)
    # The connection is cut below TLS, which has a farewell of its own.
    c.raw.shutdown(socket.SHUT_RDWR)
    c.close()


HEAD = "HTTP/1.1 200 OK\r\n"
CHUNKS = HEAD + "Transfer-Encoding: chunked\r\n\r\n"

ACTIONS = {
    "ok": lambda c: c.answer(),
    "echo": echo,
    "steps": steps,
    "seen": lambda c: c.answer(json.dumps(seen[c.query["key"]]).encode()),
    "status": lambda c: c.answer(status=c.query["status"] + " Status"),
    "date": lambda c: c.answer(headers=[f"dAtE:  {c.query['date']}  "]),
    "hold": hold,
    "peak": lambda c: c.answer(str(peaks[c.query["key"]]).encode()),
    "unchanged": unchanged,
    "rows": rows,
    "no-content": lambda c: c.send("HTTP/1.1 204 No Content\r\n\r\n"),
    "early": then_close("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\n{}"),
    "notices": lambda c: (c.send("HTTP/1.1 103 Early Hints\r\nX-Old: 1\r\n\r\n"), c.answer()),
    "trailers": lambda c: c.send(CHUNKS + "4\r\nabcd\r\n0\r\nContent-Encoding: br\r\nX-Late: 1\r\n\r\n"),
    "http10": then_end("HTTP/1.0 200 OK\r\n\r\n", BODY),
    "no-length": then_end(HEAD + "\r\n", BODY),
    "once-a-connection": once_a_connection,
    "gzip": gzipped(packed()),
    "gzip-members": gzipped(packed(BODY[:9]) + packed(BODY[9:])),
    "gzip-empty": gzipped(b""),
    # Whole, but not what was meant.
    "short-length": lambda c: c.answer(length=5),
    "no-length-cut": then_end(HEAD + "\r\n", BODY[:10]),
    # Cut.
    "close-before": lambda c: c.close(),
    "reset-before": lambda c: c.reset(),
    "cut-status": then_close("HTTP/1.1 20"),
    "cut-headers": then_close(HEAD + "Content-Le"),
    "cut-length": then_close(HEAD + "Content-Length: 1000\r\n\r\n", BODY),
    "reset-body": lambda c: (c.answer(length=1000), time.sleep(0.05), c.reset()),
    "cut-chunk": then_close(CHUNKS + "10\r\nabc"),
    "cut-between-chunks": then_close(CHUNKS + "3\r\nabc\r\n"),
    "cut-chunk-size": then_close(CHUNKS + "3\r\nabc\r\n1"),
    "cut-gzip": gzipped(packed()[:20]),
    "cut-gzip-trailer": gzipped(packed()[:-1]),
    "cut-gzip-member": gzipped(packed() + packed()[:5]),
    "cut-tls": end_of_tls,
    # Not the protocol.
    "broken-gzip": gzipped(flipped(packed(), 10)),
    "gzip-checksum": gzipped(flipped(packed(), -8 + len(packed()))),
    "gzip-length": gzipped(flipped(packed(), -1 + len(packed()))),
    "gzip-and-more": gzipped(packed() + b"more"),
    "not-gzip": gzipped(BODY),
    "brotli": lambda c: c.answer(headers=["Content-Encoding: br"]),
    "http09": then_close("<html>hello</html>"),
    "garbage": then_close(bytes(range(128, 256)) * 4),
    "mail": then_close("220 mail.example ESMTP\r\n"),
    "no-status": then_close("HTTP/1.1 \r\n\r\n"),
    "letters-for-status": then_close("HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n"),
    "status-999": lambda c: c.answer(status="999 What"),
    "zero-byte": then_close(HEAD + "X-A: a\0b\r\nContent-Length: 0\r\n\r\n"),
    "no-chunk": then_close(CHUNKS + "zz\r\nabc\r\n0\r\n\r\n"),
    "endless-chunk": then_close(CHUNKS + "FFFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n"),
    "redirect": lambda c: c.answer(
        status=c.query["status"] + " Elsewhere",
        headers=[f"Location: {c.query.get('to', 'https://localhost/elsewhere')}"]),
    # Too much.
    "bomb": lambda c: gzipped(bomb())(c),
    "unbounded": lambda c: (c.stream(), for_ever(c, b"x" * 65536)),
    "large-length": lambda c: (c.stream("Content-Length: 1000000000"), for_ever(c, b"x" * 65536)),
    "huge-header": lambda c: (c.send(HEAD + "X-A: "), c.send(b"a" * (8 << 20)), c.answer()),
    "many-headers": lambda c: c.answer(headers=[f"X-{n}: {n}" for n in range(10_000)]),
    "continue-flood": lambda c: for_ever(c, b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
    # Too slow.
    "silence": lambda c: time.sleep(30),
    "slow-status": lambda c: slowly(c, HEAD.encode()),
    "slow-headers": lambda c: (c.send(HEAD), slowly(c, b"X-A: " + b"a" * 100)),
    "slow-body": lambda c: (c.stream("Content-Length: 1000"), slowly(c, b"x" * 1000)),
    "slow-chunks": lambda c: (c.send(CHUNKS), for_ever(c, b"1\r\nx\r\n", 0.1)),
    "stall-headers": lambda c: (c.send(HEAD), time.sleep(30)),
    "stall-body": lambda c: (c.answer(length=1000), time.sleep(30)),
    "continue-slowly": lambda c: for_ever(c, b"HTTP/1.1 100 Continue\r\n\r\n", 0.05),
}


def serve(raw, context):
    sock = raw
    try:
        if context:
            sock = context.wrap_socket(raw, server_side=True)
        c = Connection(sock, raw if not context else sock)
        while True:
            c.request()
            path = c.url.path.strip("/")
            ACTIONS.get(path, lambda c: c.answer(b"{}", "404 Not Found"))(c)
            c.answered += 1
    except (Gone, OSError, ssl.SSLError, ValueError):
        pass
    finally:
        sock.close()
        raw.close()


def after_hello(act):
    def serve(raw, _):
        try:
            raw.recv(65536)
            act(Connection(raw, raw))
        except (Gone, OSError):
            pass
        finally:
            raw.close()
    return serve


def listen(how, context=None):
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def accept():
        while True:
            sock, _ = listener.accept()
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=how, args=(sock, context), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def context(folder, name):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(f"{folder}/{name}.pem", f"{folder}/{name}.key")
    return made


def main():
    folder = sys.argv[1]
    names = ["good", "other-host", "expired", "early", "self-signed", "unknown"]
    ports = {name: listen(serve, context(folder, name)) for name in names}
    old = context(folder, "good")
    old.set_ciphers("ALL:@SECLEVEL=0")
    old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    ports["old"] = listen(serve, old)
    ports["plain"] = listen(serve)
    ports["mute"] = listen(lambda raw, _: time.sleep(30))
    ports["hello-close"] = listen(after_hello(lambda c: c.close()))
    ports["hello-reset"] = listen(after_hello(lambda c: c.reset()))
    ports["hello-garbage"] = listen(after_hello(lambda c: c.send("HTTP/1.1 400 Bad\r\n\r\n")))
    free = socket.create_server(("127.0.0.1", 0))
    ports["nobody"] = free.getsockname()[1]
    free.close()
    print(json.dumps(ports), flush=True)
    sys.stdin.buffer.read()
    os._exit(0)


main()
