"""The bytes of ticks: SmartAPI's, little-endian, one a frame, and Kite's, big-endian, many a frame."""
import struct

SMART_EXCHANGES = {"NSE": 1, "NFO": 2, "BSE": 3, "BFO": 4, "MCX": 5, "NCDEX": 7, "CDS": 13}
SMART_LENGTHS = {1: 51, 2: 123, 3: 379}


def paise(price):
    return round(price * 100)


def smart_head(mode, exchange, token, sequence, milliseconds, last):
    return struct.pack("<BB25sqqq", mode, exchange, token.encode(), sequence, milliseconds, last)


def smart(quote, mode, sequence, milliseconds):
    contract = quote.contract
    head = smart_head(mode, SMART_EXCHANGES[contract.exchange], str(contract.token), sequence,
                      milliseconds, paise(quote.last))
    if mode == 1:
        return head
    day = struct.pack(
        "<qqqddqqqq", quote.last_quantity, paise(quote.average), quote.volume,
        float(quote.bid_total), float(quote.ask_total),
        *map(paise, (quote.open, quote.high, quote.low, quote.close)))
    if mode == 2:
        return head + day
    # Buys and sells, each padded with levels of nothing.
    levels = b"".join(
        struct.pack("<hqqh", flag, quantity, paise(price), orders)
        for flag, side in ((1, quote.bids), (0, quote.asks))
        for price, quantity, orders in (side + [(0, 0, 0)] * 5)[:5])
    # The change of the open interest means nothing.
    return head + day + struct.pack(
        "<qqd", int(quote.traded_at or 0), quote.interest, 1.234e-310) + levels + struct.pack(
        "<qqqq", *map(paise, (quote.upper, quote.lower, quote.year_high, quote.year_low)))


def kite(quote, token, mode):
    """One packet; indices have shapes of their own."""
    last = paise(quote.last)
    if mode == "ltp":
        return struct.pack(">II", token, last)
    day = [paise(price) for price in (quote.open, quote.high, quote.low, quote.close)]
    if quote.contract.kind == "INDEX":
        opened, high, low, close = day
        packet = struct.pack(">IIIIIIi", token, last, high, low, opened, close, last - close)
        return packet if mode == "quote" else packet + struct.pack(">I", int(quote.fed_at))
    packet = struct.pack(
        ">IIIIIIIIIII", token, last, quote.last_quantity, paise(quote.average),
        min(quote.volume, 0xFFFFFFFF), quote.bid_total, quote.ask_total, *day)
    if mode == "quote":
        return packet
    levels = b"".join(
        struct.pack(">IIHxx", quantity, paise(price), orders)
        for side in (quote.bids, quote.asks)
        for price, quantity, orders in (side + [(0, 0, 0)] * 5)[:5])
    return packet + struct.pack(
        ">IIIII", int(quote.traded_at or 0), quote.interest, quote.interest_high,
        quote.interest_low, int(quote.fed_at)) + levels


def kite_frame(packets):
    return struct.pack(">H", len(packets)) + b"".join(
        struct.pack(">H", len(packet)) + packet for packet in packets)
