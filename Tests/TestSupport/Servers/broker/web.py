"""Enough of HTTP/1.1 to serve a broker: connections that are kept, and answers that may be packed."""
import gzip, json, socket, ssl, struct, threading
from urllib.parse import parse_qsl, urlsplit

REASONS = {
    200: "OK", 304: "Not Modified", 307: "Temporary Redirect", 400: "Bad Request",
    401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout",
}
MOST_BODY = 1 << 20


class Gone(Exception):
    """The connection is at its end, whoever ended it."""


class Request:
    def __init__(self, method, target, headers, connection):
        self.method, self.headers, self.connection = method, headers, connection
        url = urlsplit(target)
        self.path, self.query = url.path, parse_qsl(url.query, keep_blank_values=True)
        self.body = b""

    def values(self, name):
        return [value for key, value in self.query if key == name]

    def value(self, name, default=""):
        return next(iter(self.values(name)), default)

    def json(self):
        """What the body says; None where it is no JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    def form(self):
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))


class Reply:
    def __init__(self, body=b"", status=200, kind="application/json", headers=(), packed=None):
        self.body = body.encode() if isinstance(body, str) else body
        self.status, self.kind, self.headers = status, kind, list(headers)
        # The body under gzip, where it is at hand.
        self.packed = packed


def number(value):
    """Whole numbers lose their point, as the brokers' do."""
    return int(value) if value == int(value) else value


def text(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


class Connection:
    def __init__(self, sock, number):
        self.sock, self.number, self.buffer, self.answered = sock, number, b"", 0

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
        method, target, _ = first.split(" ", 2)
        pairs = (line.partition(":") for line in lines)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        request = Request(method, target, headers, self.number)
        length = int(headers.get("content-length", 0))
        if length > MOST_BODY:
            raise Gone
        while len(self.buffer) < length:
            self.read()
        request.body, self.buffer = self.buffer[:length], self.buffer[length:]
        return request

    def send(self, data):
        self.sock.sendall(data if isinstance(data, bytes) else data.encode("latin-1"))

    def head(self, status, *lines):
        self.send("\r\n".join([f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}", *lines])
                  + "\r\n\r\n")

    def answer(self, reply, asked, length=None):
        """A whole answer, packed where the request allows it and it is worth it."""
        body, lines = reply.body, list(reply.headers)
        if reply.status == 304:
            return self.head(304, *lines)
        if reply.kind:
            lines.append(f"Content-Type: {reply.kind}")
        if len(body) > 256 and "gzip" in asked.headers.get("accept-encoding", ""):
            body = reply.packed or gzip.compress(body, 5, mtime=0)
            lines.append("Content-Encoding: gzip")
        self.head(reply.status, *lines, f"Content-Length: {len(body) if length is None else length}")
        self.send(body)

    def reset(self):
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Gone

    def cut(self):
        """Ends the connection below TLS, which has a farewell of its own."""
        self.sock.shutdown(socket.SHUT_RDWR)
        raise Gone

    def end(self):
        """Closes as it should be done, with that farewell."""
        if isinstance(self.sock, ssl.SSLSocket):
            self.sock.settimeout(1)
            self.sock.unwrap()
        raise Gone


def serve(sock, tls, serve_one, number):
    try:
        if tls:
            sock = tls.wrap_socket(sock, server_side=True)
        connection = Connection(sock, number)
        while True:
            request = connection.request()
            serve_one(connection, request)
            connection.answered += 1
            if request.headers.get("connection", "").lower() == "close":
                connection.end()
    except (Gone, OSError, ValueError):
        pass
    finally:
        sock.close()


def listen(serve_one, numbers, tls=None):
    """Serves each connection in a thread of its own; gives the port."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def accept():
        while True:
            sock, _ = listener.accept()
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(
                target=serve, args=(sock, tls, serve_one, next(numbers)), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def context(folder, name="good"):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(f"{folder}/{name}.pem", f"{folder}/{name}.key")
    return made
