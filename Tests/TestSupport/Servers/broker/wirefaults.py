"""Faults of the connection: answers that are cut, late, endless, packed wrongly, or never come."""
import functools, gzip, struct, time, zlib

HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKS = HEAD + "Transfer-Encoding: chunked\r\n\r\n"
# Longer than any client may wait, and more than any may take.
FOR_EVER, WITHOUT_END = 600, 256 << 20


def packed(c, body):
    c.send(HEAD + f"Content-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n")
    c.send(body)


def flipped(data, place):
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]


def slowly(c, data, pause):
    for byte in data:
        c.send(bytes([byte]))
        time.sleep(pause)


def again_and_again(c, data, pause=0.0):
    end, sent = time.monotonic() + FOR_EVER, 0
    while time.monotonic() < end and sent < WITHOUT_END:
        c.send(data)
        sent += len(data)
        time.sleep(pause)
    c.end()


@functools.cache
def bomb():
    """A thousand times smaller than what comes out of it, and made of one piece in no time."""
    zeros, count, check = bytes(1 << 20), 300, 0
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = squeeze.compress(zeros) + squeeze.flush(zlib.Z_FULL_FLUSH)
    for _ in range(count):
        check = zlib.crc32(zeros, check)
    head = b"\x1f\x8b\x08\0\0\0\0\0\2\xff"
    end = squeeze.flush() + struct.pack("<II", check, count * len(zeros))
    return head + piece * count + end


def half(reply):
    return reply.body[:max(len(reply.body) // 2, 1)]


def pause(rule):
    return rule.get("seconds", 0.25)


def whole(c, reply, request, rule):
    c.answer(reply, request)


def head_of(reply):
    return HEAD + f"Content-Length: {len(reply.body)}\r\n\r\n"


def cut_length(c, reply, request, rule):
    c.send(head_of(reply))
    c.send(half(reply))
    c.end()


def cut_chunks(c, reply, request, rule):
    c.send(CHUNKS + f"{len(half(reply)):x}\r\n")
    c.send(half(reply) + b"\r\n")
    c.end()


def cut_without_length(c, reply, request, rule):
    c.send(HEAD + "\r\n")
    c.send(half(reply))
    c.end()


def cut_below_tls(c, reply, request, rule):
    c.send(HEAD + "\r\n")
    c.send(reply.body)
    c.cut()


def short_length(c, reply, request, rule):
    c.answer(reply, type(request)("GET", "/", {}, 0), len(half(reply)))
    c.end()


def reset_body(c, reply, request, rule):
    c.send(head_of(reply))
    c.send(half(reply))
    time.sleep(0.05)
    c.reset()


def reset_headers(c, reply, request, rule):
    c.send(HEAD[:20])
    time.sleep(0.05)
    c.reset()


def reset_after_headers(c, reply, request, rule):
    c.send(head_of(reply))
    time.sleep(0.05)
    c.reset()


def close_kept(c, reply, request, rule):
    """Ends a connection that has served before; a fresh one is served."""
    if c.answered:
        c.end()
    c.answer(reply, request)


def stall(seconds, send):
    def act(c, reply, request, rule):
        send(c, reply)
        time.sleep(rule.get("seconds", seconds))
        c.end()
    return act


def late(c, reply, request, rule):
    time.sleep(rule.get("seconds", 1))
    c.answer(reply, request)


def redirect(status):
    def act(c, reply, request, rule):
        c.head(status, f"Location: {rule.get('to', 'https://elsewhere.invalid/')}",
               "Content-Length: 0")
    return act


def gzip_of(change):
    return lambda c, reply, request, rule: packed(c, change(gzip.compress(reply.body, 5, mtime=0)))


def sent(text):
    def act(c, reply, request, rule):
        c.send(text)
        c.end()
    return act


KINDS = {
    # Cut.
    "close-before": lambda c, *_: c.end(),
    "close-kept": close_kept,
    "reset-before": lambda c, *_: c.reset(),
    "reset-headers": reset_headers,
    "reset-after-headers": reset_after_headers,
    "reset-body": reset_body,
    "cut-headers": sent(HEAD[:-5]),
    "cut-length": cut_length,
    "cut-chunks": cut_chunks,
    "cut-without-length": cut_without_length,
    "cut-below-tls": cut_below_tls,
    "short-length": short_length,
    # Packed wrongly.
    "cut-gzip": gzip_of(lambda data: data[:len(data) // 2]),
    "cut-gzip-trailer": gzip_of(lambda data: data[:-4]),
    "broken-gzip": gzip_of(lambda data: flipped(data, 12)),
    "gzip-checksum": gzip_of(lambda data: flipped(data, len(data) - 8)),
    "gzip-and-more": gzip_of(lambda data: data + b"more"),
    "not-gzip": lambda c, reply, *_: packed(c, reply.body),
    "gzip-bomb": lambda c, *_: packed(c, bomb()),
    # Too much.
    "huge-header": lambda c, *_: (c.send(HEAD + "X-A: "), c.send(b"a" * (8 << 20)), c.end()),
    "many-headers": lambda c, reply, *_: (
        c.head(200, *(f"X-{n}: {n}" for n in range(10_000)), f"Content-Length: {len(reply.body)}"),
        c.send(reply.body)),
    "endless-body": lambda c, *_: (c.send(HEAD + "\r\n"), again_and_again(c, b" " * 65536)),
    "large-length": lambda c, *_: (
        c.send(HEAD + "Content-Length: 100000000000\r\n\r\n"), again_and_again(c, b" " * 65536)),
    "endless-continue": lambda c, *_: again_and_again(c, b"HTTP/1.1 100 Continue\r\n\r\n", 0.02),
    # Too slow.
    "late": late,
    "slow-status": lambda c, reply, request, rule: slowly(
        c, (head_of(reply)).encode() + reply.body, pause(rule)),
    "slow-body": lambda c, reply, request, rule: (
        c.send(head_of(reply)), slowly(c, reply.body, pause(rule))),
    "slow-chunks": lambda c, reply, request, rule: (
        c.send(CHUNKS), again_and_again(c, b"1\r\n \r\n", pause(rule))),
    "stall-before": stall(FOR_EVER, lambda c, reply: None),
    "stall-headers": stall(FOR_EVER, lambda c, reply: c.send(HEAD)),
    "stall-body": stall(FOR_EVER, lambda c, reply: (c.send(head_of(reply)), c.send(half(reply)))),
    # Not the protocol, or not this host.
    "garbage": sent(bytes(range(128, 256)) * 4),
    "no-http": sent("<html>hello</html>"),
    "redirect-302": redirect(302),
    "redirect-307": redirect(307),
    "redirect-308": redirect(308),
}
