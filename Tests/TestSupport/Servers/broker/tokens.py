"""One-time codes, tokens and checksums, as their standards make them."""
import base64, hashlib, hmac, json, secrets, struct

import days


def one_time_code(secret, time):
    """RFC 6238: SHA-1, thirty seconds, six digits."""
    text = "".join(secret.split()).upper().rstrip("=")
    key = base64.b32decode(text + "=" * (-len(text) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time) // 30), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack_from('>I', digest, place)[0] & 0x7FFFFFFF) % 1_000_000:06}"


def next_midnight(now):
    return days.midnight(days.day_of(now) + days.DAY)


def next_morning(now, hour=7.5):
    """When Kite's tokens die: some time between six and eight."""
    morning = days.midnight(days.day_of(now)) + hour * 3600
    return morning if now < morning else morning + 86400


def unpadded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def web_token(claims):
    """A JWT of HS512. What signs it nobody checks, so the signature begins with a marked word."""
    head = unpadded(b'{"alg":"HS512"}')
    body = unpadded(json.dumps(claims, separators=(",", ":")).encode())
    sign = hmac.new(b"made", f"{head}.{body}".encode(), hashlib.sha512).digest()
    return f"{head}.{body}.kanarie-jwt-{unpadded(sign)}"


def claims(token):
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


def checksum(key, token, secret):
    return hashlib.sha256(f"{key}{token}{secret}".encode()).hexdigest()


def fresh(name):
    return f"kanarie-{name}-{secrets.token_hex(8)}"
