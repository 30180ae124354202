"""Faults of what is said: answers that arrive whole and are wrong."""
import copy, json, re
from datetime import datetime, timedelta

from web import Reply, text

TIMES = {"exchFeedTime": "%d-%b-%Y %H:%M:%S", "exchTradeTime": "%d-%b-%Y %H:%M:%S",
         "timestamp": "%Y-%m-%d %H:%M:%S", "last_trade_time": "%Y-%m-%d %H:%M:%S"}
PRICES = {"ltp", "last_price"}
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def document(reply):
    try:
        return json.loads(reply.body)
    except ValueError:
        return None


def of_json(change):
    """A fault that changes the document; an answer that is none stays as it is."""
    def act(reply, rule):
        whole = document(reply)
        return reply if whole is None else Reply(
            text(change(copy.deepcopy(whole), rule)), reply.status, reply.kind, reply.headers)
    return act


def of_data(change):
    def act(whole, rule):
        if isinstance(whole, list):
            return change(whole, rule)
        if isinstance(whole, dict) and "data" in whole:
            whole["data"] = change(whole["data"], rule)
        return whole
    return of_json(act)


def of_rows(change):
    """A fault of the rows: the data itself, or the longest list or the objects by name in it."""
    def act(data, rule):
        if isinstance(data, list):
            return change(data, rule)
        lists = {k: v for k, v in data.items() if isinstance(v, list)} \
            if isinstance(data, dict) else {}
        if lists:
            name = max(lists, key=lambda one: len(lists[one]))
            data[name] = change(lists[name], rule)
        elif isinstance(data, dict):
            # Objects by name, of which none can be there twice.
            data = {name: data.get(name, 17) for name in map(str, change(list(data), rule))}
        return data
    rows = of_data(act)

    def lines(reply, rule):
        if reply.kind != "text/csv":
            return rows(reply, rule)
        head, *others = reply.body.decode().splitlines()
        body = "\n".join([head, *change(others, rule), ""])
        return Reply(body, reply.status, reply.kind, reply.headers)
    return lines


def each(value, change, name=None):
    if isinstance(value, dict):
        return {key: each(one, change, key) for key, one in value.items()}
    if isinstance(value, list):
        return [each(one, change, name) for one in value]
    return change(name, value)


def of_values(change):
    return of_data(lambda data, rule: each(data, lambda name, value: change(name, value, rule)))


def shifted(name, value, rule):
    if name not in TIMES or not isinstance(value, str) or not value:
        return value
    time = datetime.strptime(value, TIMES[name]) + timedelta(seconds=rule.get("seconds", -3600))
    return time.strftime(TIMES[name])


def unfetched(data, rule):
    if isinstance(data, dict) and "fetched" in data:
        count = rule.get("rows", 1)
        gone, data["fetched"] = data["fetched"][:count], data["fetched"][count:]
        data["unfetched"] += [
            {"exchange": row["exchange"], "symbolToken": row["symbolToken"],
             "message": "Unable to fetch market data", "errorCode": rule.get("code", "AB4030")}
            for row in gone]
    return data


def crossed(data, rule):
    """The best bid above the best ask."""
    def act(name, value):
        if isinstance(value, dict) and {"buy", "sell"} <= value.keys():
            return {"buy": value["sell"], "sell": value["buy"]}
        return {k: act(k, v) for k, v in value.items()} if isinstance(value, dict) else [
            act(name, one) for one in value] if isinstance(value, list) else value
    return act("", data)


def whole_numbers(name, value):
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value


def each_object(value, change):
    """Changes the innermost objects that are rows, and the objects by name."""
    if isinstance(value, list):
        return [each_object(one, change) for one in value]
    if isinstance(value, dict):
        if any(isinstance(one, (dict, list)) and name != "depth" and name != "ohlc"
               for name, one in value.items()):
            return {name: each_object(one, change) for name, one in value.items()}
        return change(value)
    return value


def moved(data, rule):
    """The prices of so many rows, or of all, by so many percent."""
    factor, left = 1 + rule.get("percent", 5) / 100, [rule.get("rows", 1 << 30)]

    def price(name, value):
        is_price = name in PRICES or name == "price"
        return round(value * factor, 2) if is_price and isinstance(value, (int, float)) else value

    def row(one):
        if not left[0] or not PRICES & one.keys():
            return one
        left[0] -= 1
        return each(one, price)
    return each_object(data, row)


def null_depth(value):
    if isinstance(value, dict):
        return {name: {"buy": None, "sell": None} if name == "depth" else null_depth(one)
                for name, one in value.items()}
    return [null_depth(one) for one in value] if isinstance(value, list) else value



def bytes_of(change):
    return lambda reply, rule: Reply(change(reply.body), reply.status, reply.kind, reply.headers)


def fixed(body, status=200, kind="application/json", *headers):
    return lambda reply, rule: Reply(
        body, rule.get("status", status), kind,
        [*headers, *([f"Retry-After: {rule['after']}"] if "after" in rule else [])])


HTML = "<html><head><title>Error</title></head><body><h1>Bad gateway</h1></body></html>"
LIMIT = "Access denied because of exceeding access rate"
JSON_ERROR = '{"message":"upstream is not there","code":1}'

KINDS = {
    # No answer in the answer.
    "empty": fixed(b""), "blank": fixed(b" \r\n\t \n"),
    "html-200": fixed(HTML, 200, "text/html"), "html-403": fixed(HTML, 403, "text/html"),
    "html-502": fixed(HTML, 502, "text/html"),
    "says": lambda reply, rule: Reply(rule.get("message", "no"), 400, "text/plain"),
    "limit-text": fixed(LIMIT, 403, "text/plain"),
    "limit-json": fixed(text({"status": False, "message": LIMIT, "errorcode": "", "data": None})),
    "429": fixed("", 429, "text/plain"),
    "429-text": fixed("Too many requests", 429, "text/plain"),
    "429-after": fixed("", 429, "text/plain", "Retry-After: 1"),
    "429-after-date": fixed("", 429, "text/plain", "Retry-After: Fri, 31 Dec 2049 23:59:59 GMT"),
    "429-after-garbage": fixed("", 429, "text/plain", "Retry-After: soon"),
    **{str(status): fixed("", status, "text/plain") for status in (401, 403, 404, 500, 502, 503, 504)},
    **{f"{status}-json": fixed(JSON_ERROR, status) for status in (500, 502, 503, 504)},
    # Not the document.
    "cut-json": bytes_of(lambda body: body[:max(len(body) * 2 // 3, 1)]),
    "json-and-more": bytes_of(lambda body: body + b"}"),
    "json-twice": bytes_of(lambda body: body + body),
    "no-json": bytes_of(lambda body: body.replace(b":", b"=")),
    "bad-utf8": bytes_of(lambda body: body.replace(b'"message"', b'"mess\xff\xfeage"')
                         if b'"message"' in body else body[:-1] + b"\xff" + body[-1:]),
    "byte-order-mark": bytes_of(lambda body: b"\xef\xbb\xbf" + body),
    "deep": fixed('{"status":true,"data":' + "[" * 100_000 + "]" * 100_000 + "}"),
    "not-a-number": bytes_of(lambda body: re.sub(
        rb'("(?:ltp|last_price|delta|net)":)"?[-\d.]+"?', rb"\1NaN", body)),
    "huge-number": bytes_of(lambda body: re.sub(
        rb'("(?:ltp|last_price|net)":)"?[-\d.]+"?', rb"\g<1>1e400", body)),
    "duplicate-keys": bytes_of(lambda body: b'{"status":false,' + body[1:]),
    "content-type": lambda reply, rule: Reply(reply.body, reply.status, "text/html", reply.headers),
    # Not the envelope.
    "no-envelope": of_json(lambda whole, rule: whole.get("data") if isinstance(whole, dict) else whole),
    "status-text": of_json(lambda whole, rule: whole | {"status": str(whole.get("status")).lower()}),
    "status-false": of_json(lambda whole, rule: whole | {"status": False, "data": None}),
    "no-data": of_json(lambda whole, rule: {k: v for k, v in whole.items() if k != "data"}),
    "data-null": of_data(lambda data, rule: None),
    "data-empty-text": of_data(lambda data, rule: ""),
    "data-null-text": of_data(lambda data, rule: "null"),
    "data-empty-list": of_data(lambda data, rule: []),
    "data-empty-object": of_data(lambda data, rule: {}),
    "data-text": of_data(lambda data, rule: "something else"),
    "data-number": of_data(lambda data, rule: 17),
    # Not the values.
    "numbers-as-text": of_values(lambda name, value, rule: str(value) if isinstance(
        value, (int, float)) and not isinstance(value, bool) else value),
    "text-as-numbers": of_values(lambda name, value, rule: whole_numbers(name, value)),
    "values-null": of_values(lambda name, value, rule: None),
    "prices-zero": of_values(lambda name, value, rule: 0 if name in PRICES else value),
    "prices-negative": of_values(lambda name, value, rule: -1.5 if name in PRICES else value),
    "prices-text": of_values(lambda name, value, rule: "--" if name in PRICES else value),
    "moved-prices": of_data(moved),
    "stale-times": of_values(shifted),
    "no-depth": of_data(lambda data, rule: each_object(data, lambda row: {
        k: v for k, v in row.items() if k != "depth"})),
    "depth-null": of_data(lambda data, rule: null_depth(data)),
    "crossed": of_data(crossed),
    "more-fields": of_data(lambda data, rule: each_object(data, lambda row: row | {
        "notToldOfYet": {"a": [1, None, True]}})),
    # Not the rows.
    "duplicate-rows": of_rows(lambda rows, rule: [row for row in rows for _ in (0, 1)]),
    "missing-rows": of_rows(lambda rows, rule: rows[rule.get("rows", 1):]),
    "half-rows": of_rows(lambda rows, rule: rows[:len(rows) * 2 // 5]),
    "no-rows": of_rows(lambda rows, rule: []),
    "reversed-rows": of_rows(lambda rows, rule: rows[::-1]),
    "rows-not-objects": of_rows(lambda rows, rule: [17 for _ in rows]),
    "foreign-rows": of_values(lambda name, value, rule: "424242" if name == "symbolToken" else value),
    "unfetched": of_data(unfetched),
}
