"""Servers of web sockets: a real one, and one that fails in the ways in which servers do.

    sockets.py FOLDER-OF-CERTIFICATES

It prints its ports as one line of JSON and ends with its standard input. What to do is said by the path.
"""
import asyncio, base64, hashlib, json, logging, os, random, socket, ssl, struct, sys
import threading, time, warnings
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

warnings.simplefilter("ignore")
from websockets.exceptions import ConnectionClosed
from websockets.legacy.server import serve

folder = sys.argv[1]
REASONS = {"401": "Invalid Header - Invalid Auth token", "429": "slow down"}
# How clients took their leave, by the key in their query.
left = {}


def context(name):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(f"{folder}/{name}.pem", f"{folder}/{name}.key")
    return made


# The real one.

def refuse(path, headers):
    url = urlsplit(path)
    query = {k: v[0] for k, v in parse_qs(url.query).items()}
    if url.path == "/refuse":
        return HTTPStatus(int(query["status"])), [("x-error-message", REASONS.get(query["status"], ""))], b"no\n"
    if url.path == "/refuse-with-what-came":
        return HTTPStatus.UNAUTHORIZED, [("X-Error-Message", "no " + headers["Authorization"])], b"no\n"
    if url.path == "/redirect":
        return HTTPStatus.FOUND, [("Location", "wss://elsewhere.example/")], b""


async def serve_one(ws):
    url = urlsplit(ws.path)
    query = {k: v[0] for k, v in parse_qs(url.query).items()}
    try:
        await act(ws, url, query)
    except ConnectionClosed:
        pass
    await ws.wait_closed()
    if url.path != "/left":
        left[query.get("key")] = ws.close_code


async def act(ws, url, query):
    number = int(query.get("count", 1))
    if url.path == "/echo":
        async for message in ws:
            await ws.send(message)
    elif url.path == "/headers":
        await ws.send(json.dumps(dict(ws.request_headers.raw_items())))
    elif url.path == "/pieces":
        await ws.send(["Nifty ", "₹", "", " 26,000"])
        await ws.send([bytes([n]) * 1000 for n in range(number)])
    elif url.path == "/ping":
        for n in range(number):
            await (await ws.ping(b"alive %d" % n))
        await ws.send("answered")
    elif url.path == "/ticks":
        for n in range(number):
            await ws.send(struct.pack("<q47x", n))
    elif url.path == "/close":
        await ws.close(int(query["code"]), query.get("reason", ""))
    elif url.path == "/left":
        # The leave may be on its way yet.
        for _ in range(100):
            if query["key"] in left:
                break
            await asyncio.sleep(0.02)
        await ws.send(str(left.get(query["key"])))
    elif url.path == "/large":
        await ws.send(random.Random(number).randbytes(number))
    elif url.path == "/subprotocol":
        await ws.send(ws.subprotocol)


# The one that fails.

class Line:
    def __init__(self, sock, raw):
        self.sock, self.raw, self.rest = sock, raw, b""

    def send(self, data):
        self.sock.sendall(data)

    def frame(self, first, content=b"", cut=None):
        size = len(content)
        head = (bytes([size]) if size < 126 else b"\x7e" + struct.pack(">H", size)
                if size < 65536 else b"\x7f" + struct.pack(">Q", size))
        self.send((bytes([first]) + head + content)[:cut])

    def upgrade(self, accept=None, status="101 Switching Protocols", more="", slowly=False):
        accept = accept or base64.b64encode(hashlib.sha1(
            self.key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()).decode()
        text = (f"HTTP/1.1 {status}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Accept: {accept}\r\n{more}\r\n").encode()
        for byte in [text[n:n + 1] for n in range(len(text))] if slowly else [text]:
            self.send(byte)
            time.sleep(0.002 if slowly else 0)

    def reset(self):
        self.raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.sock.detach())


def fail(line, path):
    before = {
        "/silent": lambda: time.sleep(30),
        "/gone": lambda: line.reset(),
        "/half-answer": lambda: line.send(b"HTTP/1.1 101 Swi"),
        "/garbage": lambda: line.send(b"220 mail ESMTP ready\r\n"),
        "/wrong-key": lambda: line.upgrade(accept="s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
        "/extension": lambda: line.upgrade(
            more="Sec-WebSocket-Extensions: permessage-deflate\r\n"),
        "/no-upgrade": lambda: line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
        "/many-headers": lambda: line.upgrade(more="X-Filler: 0123456789\r\n" * 9000),
    }
    if path in before:
        return before[path]()
    line.upgrade(slowly=path.startswith("/slow"))
    if path == "/slow":
        for byte in b"\x82\x7e\x00\x96" + bytes(range(150)) + b"\x88\x02\x03\xe8":
            line.send(bytes([byte]))
            time.sleep(0.002)
    elif path == "/slow-forever":
        line.frame(0x02)
        while True:
            line.frame(0x00)
            time.sleep(0.01)
    elif path == "/cut":
        line.frame(0x82, bytes(1000))
        line.frame(0x82, bytes(100_000), cut=50_000)
    elif path == "/reset":
        line.frame(0x82, bytes(1000))
        line.frame(0x82, bytes(100_000), cut=50_000)
        time.sleep(0.1)
        line.reset()
    elif path == "/end":
        line.frame(0x82, bytes(1000))
    elif path == "/no-code":
        line.frame(0x88)
    elif path == "/ping-flood":
        while True:
            line.send(b"\x89\x04abcd" * 1000)
    elif path == "/tick-flood":
        while True:
            line.send((b"\x82\x37" + bytes(55)) * 1000)
    elif path == "/deaf":
        line.raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        time.sleep(30)
    elif path == "/large":
        line.send(b"\x82\x7f" + struct.pack(">Q", 1 << 40))
        time.sleep(30)
    elif path == "/large-in-pieces":
        line.frame(0x02)
        while True:
            line.frame(0x00, bytes(60_000))
    elif path == "/broken":
        line.frame(0x81, b"fine")
        line.frame(0xC1, b"not")
        line.sock.settimeout(5)
        answer = line.sock.recv(100)
        code = bytes(a ^ b for a, b in zip(answer[6:8], answer[2:6]))
        left["broken"] = struct.unpack(">H", code)[0]
    time.sleep(0.05)


def talk(sock, tls):
    try:
        raw = sock
        if tls:
            # A second owner of the connection, for what goes on below the encryption.
            raw = socket.socket(fileno=os.dup(sock.fileno()))
            sock = tls.wrap_socket(sock, server_side=True, suppress_ragged_eofs=True)
        line, head = Line(sock, raw), b""
        while not head.endswith(b"\r\n\r\n"):
            piece = sock.recv(1)
            if not piece:
                return
            head += piece
        line.key = [part.split(b": ")[1] for part in head.split(b"\r\n")
                    if part.lower().startswith(b"sec-websocket-key:")][0]
        fail(line, head.split(b" ")[1].decode().split("?")[0])
    except OSError:
        pass
    finally:
        raw.close()
        sock.close()


def listen(talk, *arguments):
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def accept():
        while True:
            sock, _ = listener.accept()
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=talk, args=(sock, *arguments), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def pump(source, target):
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def hand_on(sock):
    """Connects to this machine whatever host is named, as a proxy that is asked to."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += sock.recv(1)
    target = head.split(b" ")[1].decode()
    with socket.create_connection(("127.0.0.1", int(target.split(":")[1]))) as other:
        sock.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
        threading.Thread(target=pump, args=(sock, other), daemon=True).start()
        pump(other, sock)
    sock.close()


async def main():
    ports = {"failing": listen(talk, context("good")), "failing-plain": listen(talk, None),
             "proxy": listen(hand_on)}
    servers = []
    for name in ["good", "plain", "other-host", "expired", "self-signed", "unknown"]:
        server = await serve(
            serve_one, "127.0.0.1", 0, ssl=None if name == "plain" else context(name),
            process_request=refuse, max_size=None, ping_interval=None, compression="deflate",
            subprotocols=["ticks", "orders"])
        servers.append(server)
        ports[name] = server.sockets[0].getsockname()[1]
    print(json.dumps(ports), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)
    os._exit(0)


# Clients that leave in the middle are what these tests are about.
logging.getLogger("websockets").setLevel(logging.CRITICAL + 1)
asyncio.run(main())
