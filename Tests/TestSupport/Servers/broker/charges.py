"""What an order costs and blocks, by the tables of rates and the rules of the clearing house."""
import functools

from days import day, table

PARTS = ["brokerage", "stt", "exchange", "ipft", "sebi_fee", "stamp_duty"]
# Shares, for which there is no table, by the sample answer of SmartAPI's page.
SHARES = {"exchange": 0.000035, "sebi_fee": 0.000001, "stamp_duty": 0.00015}


@functools.cache
def rate(segment, item, on):
    fitting = [row for row in table("charges") if (row["segment"], row["item"]) == (segment, item)
               and day(row["effective_from"]) <= on]
    return max(fitting, key=lambda row: row["effective_from"]) if fitting else None


def segment(contract):
    exchange = "BSE" if contract.exchange in ("BFO", "BSE") else "NSE"
    return f"{exchange}_{'FUT' if contract.kind == 'FUTURE' else 'OPT'}"


def charges(contract, side, quantity, price, on, broker):
    """Each part of the cost of an order, not rounded."""
    turnover, found = quantity * price, dict.fromkeys(PARTS, 0.0)
    if contract.kind == "EQUITY":
        found |= {item: share * turnover for item, share in SHARES.items()}
    for item in PARTS if contract.is_derivative else []:
        row = rate(segment(contract), f"brokerage_{broker}" if item == "brokerage" else item, on)
        if row and row["side"] in ("both", side.lower()):
            found[item] = float(row["rate"]) * (1 if item == "brokerage" else turnover)
    if contract.is_derivative:
        # The stamp is told in whole rupees.
        found["stamp_duty"] = float(int(found["stamp_duty"] + 0.5))
    base = (rate(segment(contract), "gst", on) or {"base": "exchange+sebi_fee"})["base"]
    found["gst"] = 0.18 * sum(found[item] for item in base.split("+"))
    found["total"] = sum(found.values())
    found["turnover"] = turnover
    return found


def margin(legs, spot_of, on):
    """SPAN and exposure of legs (contract, side, units, price), and the premium that is paid.

    A short leg costs 9.3 % of its underlying by SPAN and 2 % exposure, and 2 % more on the day it
    expires; each unit bought on the same underlying takes four fifths of the SPAN of one sold.
    """
    spans, hedges, exposure, premium = {}, {}, 0.0, 0.0
    for contract, side, units, price in legs:
        sign = 1 if side == "BUY" else -1
        premium += sign * units * price if contract.kind == "OPTION" else 0
        level = spot_of(contract)
        if side == "SELL" or contract.kind == "FUTURE":
            spans[contract.name] = spans.get(contract.name, 0) + units * level * 0.093
            exposure += units * level * (0.04 if contract.expiry == on else 0.02)
        else:
            hedges[contract.name] = hedges.get(contract.name, 0) + units * level * 0.093 * 0.8
    full = sum(spans.values())
    benefit = sum(min(hedges.get(name, 0), span * 0.8) for name, span in spans.items())
    return {"span": full - benefit, "benefit": benefit, "exposure": exposure, "premium": premium}
