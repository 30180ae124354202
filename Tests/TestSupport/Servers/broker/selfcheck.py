"""Holds this server against the worked examples of the brokers' pages and against itself."""
import struct
from datetime import date

import charges, clock, contracts, days, market, packets, quotes, tokens
from accounts import TOTP_SECRET
from quotes import Quote

CODES = {59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924",
         2000000000: "279037", 20000000000: "353130"}
SMART_TICK = "0101" + "32383835" + "00" * 21 + "17209a0000000000" + "9067ea8f96010000" \
    + "102a020000000000"
KITE_TICK = "0001" + "0008" + "00063a01" + "000266ba"
INDEX = contracts.INDICES[0]
DAY = date(2026, 11, 30)


def equal(found, wanted, what):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r} instead of {wanted!r}")


def near(found, wanted, what):
    if abs(found - wanted) > 0.005:
        raise AssertionError(f"{what}: {found!r} instead of {wanted!r}")


def codes_and_tokens():
    for time, code in CODES.items():
        equal(tokens.one_time_code(TOTP_SECRET, time), code, f"the code at {time}")
    equal(tokens.checksum("key", "req", "secret"),
          "763338dd74460b90ae4a5da9ea4258b619794676b70ead4db924803e3eba7a3e", "the checksum")
    # A login late in the evening still ends at midnight.
    late = clock.read("2026-11-30T22:54:53")
    equal(tokens.next_midnight(late), clock.read("2026-12-01T00:00:00"), "the end of a day")
    equal(tokens.claims(tokens.web_token({"exp": 7}))["exp"], 7, "the claims of a token")
    equal(tokens.next_morning(late), clock.read("2026-12-01T07:30:00"), "the morning")


def ticks():
    made = packets.smart_head(1, 1, "2885", 10100759, 1746171226000, 141840)
    equal(made.hex(), SMART_TICK, "SmartAPI's tick")
    quote = Quote(INDEX, 1573.70, None, 0, 0, 0, 0, 0)
    equal(packets.kite_frame([packets.kite(quote, 408065, "ltp")]).hex(), KITE_TICK, "Kite's tick")
    share = Quote(contracts.EQUITIES[0], 1.0, 5.0, 9.0, 2.0, 3.0, 4.0, 6.0, upper=7.0, lower=8.0)
    for mode, length in packets.SMART_LENGTHS.items():
        equal(len(packets.smart(share, mode, 1, 1)), length, f"a tick of mode {mode}")
    whole = packets.smart(share, 3, 1, 1)
    equal(struct.unpack_from("<qqqq", whole, 91), (200, 300, 400, 600), "open, high, low, close")
    equal(struct.unpack_from("<qq", whole, 347), (700, 800), "the circuits")
    for quote, lengths in ((share, (8, 44, 184)), (Quote(INDEX, 1, 1, 1, 1, 1, 1, 1), (8, 28, 32))):
        for mode, length in zip(("ltp", "quote", "full"), lengths):
            equal(len(packets.kite(quote, 1, mode)), length, f"a packet of {mode}")


def calendar():
    equal(days.monthlies("NIFTY", date(2026, 11, 1), 1)[0], date(2026, 11, 23), "a shifted monthly")
    equal(days.monthlies("NIFTY", date(2026, 3, 20), 1)[0], date(2026, 3, 30), "a shifted monthly")
    equal(days.monthlies("NIFTY", date(2027, 1, 1), 1)[0], date(2027, 1, 25), "the next year's")
    equal(days.monthlies("BANKNIFTY", date(2024, 1, 1), 1)[0], date(2024, 1, 25), "on Thursdays")
    equal(days.weeklies("SENSEX", date(2026, 1, 10), 1)[0], date(2026, 1, 14), "a shifted weekly")
    equal(days.weeklies("NIFTY", date(2026, 10, 16), 1)[0], date(2026, 10, 19), "a shifted weekly")
    equal(days.weeklies("BANKNIFTY", DAY, 1), [], "what has no weeklies")
    equal(days.hours(DAY), (33300, 56400), "the session")
    equal(days.lot("NIFTY", "weekly", date(2025, 12, 23), DAY), 75, "a lot of 2025")
    equal(days.lot("NIFTY", "weekly", date(2026, 12, 1), DAY), 65, "a lot of 2026")


def symbols():
    def names(root, expiry, cycle, strike):
        made = contracts.made(root, expiry, cycle, DAY, strike, "CE")
        return made.symbol, made.kite
    equal(names("NIFTY", date(2026, 10, 6), "weekly", 22700),
          ("NIFTY06OCT2622700CE", "NIFTY26O0622700CE"), "a weekly symbol")
    equal(names("SENSEX", date(2026, 10, 8), "weekly", 72300)[0], "SENSEX26O0872300CE", "BSE's")
    equal(names("SENSEX", date(2026, 9, 24), "monthly", 85000)[0], "SENSEX26SEP85000CE", "BSE's")
    equal(names("NIFTY", date(2026, 9, 15), "weekly", 23500)[1], "NIFTY2691523500CE", "September's")
    future = contracts.made("NIFTY", date(2026, 11, 23), "monthly", DAY)
    equal((future.symbol, future.kite), ("NIFTY23NOV26FUT", "NIFTY26NOVFUT"), "a future")


def costs():
    """The worked example of the market's page, and the sample of SmartAPI's."""
    option = contracts.made("NIFTY", date(2026, 12, 1), "weekly", DAY, 24000, "CE")
    near(charges.charges(option, "BUY", 65, 120.0, DAY, "angelone")["total"], 26.88, "a buy")
    near(charges.charges(option, "SELL", 65, 121.0, DAY, "zerodha")["total"], 38.70, "a sale")
    share = charges.charges(contracts.EQUITIES[0], "BUY", 20, 800.0, DAY, "angelone")
    near(share["total"], 3.0796, "a share")


def made_market():
    """The market is the same every time, and looks like one."""
    first, second = (quotes.Quotes(market.Market(5)) for _ in range(2))
    listing = first.market.listing(DAY)
    near_expiries = sorted(expiry for root, expiry in listing.options if root == "NIFTY")
    for expiry in near_expiries[:4]:
        if len(listing.options["NIFTY", expiry]) < 240:
            raise AssertionError("too few strikes of NIFTY")
    equal(len(listing.by_kite_token), len(listing.all), "tokens of their own")
    equal(len(listing.by_token), len(listing.all), "tokens of their own")
    now = clock.read("2026-11-30T13:00:00")
    chosen = listing.all[:8] + listing.options["NIFTY", near_expiries[1]][130:190:6]
    for contract in chosen:
        second.quote(contract, now + 3600)
        before, quote = first.quote(contract, now - 60), first.quote(contract, now)
        equal(second.quote(contract, now), quote, f"{contract.symbol} once more")
        if not before.low >= quote.low or before.high > quote.high or before.volume > quote.volume:
            raise AssertionError(f"the day of {contract.symbol} shrinks")
        if not quote.low <= quote.last <= quote.high:
            raise AssertionError(f"{contract.symbol} is out of its range")
        if quote.bids and quote.bids[0][0] >= quote.asks[0][0]:
            raise AssertionError(f"the book of {contract.symbol} is crossed")


def run():
    checks = [codes_and_tokens, ticks, calendar, symbols, costs, made_market]
    failed = 0
    for check in checks:
        try:
            check()
            print(f"{check.__name__}: well")
        except AssertionError as error:
            failed += 1
            print(f"{check.__name__}: {error}")
    return 1 if failed else 0
