"""A server of HTTP/2 that answers as its path says, well or otherwise.

    web2.py FOLDER-OF-CERTIFICATES

It prints its port as one line of JSON and ends with its standard input. How often a path was asked for
on any connection is told at /seen?PATH, and on how many connections at /connections?PATH.
"""
import collections, gzip, json, os, socket, ssl, sys, threading, time

import h2.config
import h2.connection
import h2.events

BODY = b'{"status":true,"data":"0123456789"}'
seen = collections.Counter()
connections = collections.defaultdict(set)
REFUSED, INTERNAL = 7, 2


class Gone(Exception):
    pass


def head(c, stream, status="200", *more):
    c.send_headers(stream, [(":status", status), ("content-type", "application/json"), *more])


def answer(c, stream, body=BODY, *more):
    head(c, stream, "200", *more)
    for start in range(0, len(body), 8192):
        c.send_data(stream, body[start:start + 8192])
    c.end_stream(stream)


def part(c, stream):
    head(c, stream, "200", ("content-length", "1000"))
    c.send_data(stream, BODY)


def refuse_first(c, stream, turn):
    if turn == 1:
        c.reset_stream(stream, REFUSED)
    else:
        answer(c, stream)


def leave_first(c, stream, turn):
    if turn == 1:
        c.close_connection()
    else:
        answer(c, stream)


def act(path, c, stream, send):
    turn = seen[path]
    if path == "/ok":
        answer(c, stream)
    elif path.startswith("/seen?"):
        answer(c, stream, str(seen[path[6:]]).encode())
    elif path.startswith("/connections?"):
        answer(c, stream, str(len(connections[path[13:]])).encode())
    elif path.startswith("/many"):
        answer(c, stream)
    elif path == "/stall-stream":
        # Only this one; the connection goes on.
        part(c, stream)
    elif path == "/unchanged":
        head(c, stream, "304", ("etag", '"a"'))
        c.end_stream(stream)
    elif path == "/large":
        # As much as fits into the window of a stream, packed.
        answer(c, stream, gzip.compress(b"0123456789" * 1_000_000), ("content-encoding", "gzip"))
    elif path == "/gzip":
        answer(c, stream, gzip.compress(BODY), ("content-encoding", "gzip"))
    elif path == "/cut-gzip":
        answer(c, stream, gzip.compress(BODY)[:-1], ("content-encoding", "gzip"))
    elif path == "/busy":
        head(c, stream, "503" if turn == 1 else "200", ("retry-after", "2"))
        c.end_stream(stream)
    elif path == "/refuse-first":
        refuse_first(c, stream, turn)
    elif path == "/leave-first":
        leave_first(c, stream, turn)
    elif path == "/break":
        part(c, stream)
        c.reset_stream(stream, INTERNAL)
    elif path == "/break-at-once":
        c.reset_stream(stream, INTERNAL)
    elif path == "/close":
        raise Gone
    elif path == "/cut":
        part(c, stream)
        send()
        raise Gone
    elif path == "/short":
        part(c, stream)
        c.end_stream(stream)
    elif path == "/stall":
        part(c, stream)
        send()
        time.sleep(30)
    elif path == "/garbage":
        send(b"no frame at all" * 100)
    elif path == "/redirect":
        head(c, stream, "302", ("location", "https://localhost/elsewhere"))
        c.end_stream(stream)


def serve(raw, context):
    try:
        sock = context.wrap_socket(raw, server_side=True)
    except OSError:
        return
    try:
        if sock.selected_alpn_protocol() != "h2":
            serve_older(sock)
            return
        c = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        c.initiate_connection()

        def send(data=b""):
            sock.sendall(c.data_to_send() + data)
        send()
        while piece := sock.recv(65536):
            for event in c.receive_data(piece):
                if isinstance(event, h2.events.RequestReceived):
                    headers = {name.decode(): value.decode() for name, value in event.headers}
                    seen[headers[":path"]] += 1
                    connections[headers[":path"]].add(sock)
                    act(headers[":path"], c, event.stream_id, send)
                send()
    except (Gone, OSError, h2.exceptions.ProtocolError):
        pass
    finally:
        sock.close()


def serve_older(sock):
    """Answers one request of HTTP/1.1 with its name."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += sock.recv(65536)
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\nX-Version: 1.1\r\n\r\nHTTP/1.1")


def main():
    folder = sys.argv[1]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/good.pem", f"{folder}/good.key")
    context.set_alpn_protocols(["h2", "http/1.1"])
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def accept():
        while True:
            sock, _ = listener.accept()
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=serve, args=(sock, context), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    print(json.dumps({"good": listener.getsockname()[1]}), flush=True)
    sys.stdin.buffer.read()
    os._exit(0)


main()
