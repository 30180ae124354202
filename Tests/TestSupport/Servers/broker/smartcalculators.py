"""SmartAPI's calculators of margins and charges, and its search for symbols."""
import charges, days
from sessions import Refused
from web import Reply, text

MOST_POSITIONS = 50


def good(data):
    return Reply(text({"status": True, "message": "SUCCESS", "errorcode": "", "data": data}))


class SmartCalculators:
    CALLS = {"margin", "charges", "search"}

    def __init__(self, clock, quotes):
        self.clock, self.quotes = clock, quotes

    def answer(self, call, request, client):
        body = request.json()
        if not isinstance(body, dict):
            raise Refused("AB1004", status=400)
        return {"margin": self.margin, "charges": self.charges, "search": self.search}[call](
            body, self.clock.now())

    def found(self, exchange, token, now):
        contract = self.quotes.market.listing(days.day_of(now)).by_token.get((exchange, str(token)))
        if not contract:
            raise Refused("AB1018")
        return contract

    def margin(self, body, now):
        positions = body.get("positions")
        if not isinstance(positions, list) or not 0 < len(positions) <= MOST_POSITIONS:
            raise Refused("AB1004", status=400)
        legs = []
        for one in positions:
            contract = self.found(one.get("exchange"), one.get("token"), now)
            side, units = one.get("tradeType"), one.get("qty")
            if side not in ("BUY", "SELL") or not isinstance(units, int) or units <= 0:
                raise Refused("AB1004", status=400)
            price = float(one.get("price") or 0) or self.quotes.quote(contract, now).last
            legs.append((contract, side, units, price))
        on, second = self.quotes.market.moment(now)
        made = charges.margin(
            legs, lambda c: self.quotes.market.spot(c.name, on, second), days.day_of(now))
        paid = max(made["premium"], 0)
        return good({
            "totalMarginRequired": round(made["span"] + made["exposure"] + paid, 2),
            "marginComponents": {
                "netPremium": round(made["premium"], 2), "spanMargin": round(made["span"], 2),
                "marginBenefit": round(made["benefit"], 2), "deliveryMargin": 0,
                "nonNFOMargin": 0, "totOptionsPremium": round(paid, 2)}})

    def charges(self, body, now):
        orders = body.get("orders")
        if not isinstance(orders, list) or not orders:
            raise Refused("AB1004", status=400)
        on, made = days.day_of(now), []
        for one in orders:
            contract = self.found(one.get("exchange"), one.get("token"), now)
            try:
                units, price = int(one["quantity"]), float(one["price"])
            except (KeyError, TypeError, ValueError):
                raise Refused("AB1004", status=400) from None
            made.append(charges.charges(
                contract, one.get("transaction_type", ""), units, price, on, "angelone"))
        return good({"summary": charge_tree(made), "charges": [charge_tree([one]) for one in made]})

    def search(self, body, now):
        wanted = str(body.get("searchscrip", "")).upper()
        listing = self.quotes.market.listing(days.day_of(now))
        return good([
            {"exchange": c.exchange, "tradingsymbol": c.symbol, "symboltoken": str(c.token)}
            for c in listing.all
            if wanted and c.exchange == body.get("exchange") and c.symbol.upper().startswith(wanted)])


def charge_tree(made):
    def total(item):
        return sum(one[item] for one in made)

    def leaf(name, amount):
        return {"name": name, "amount": round(amount, 6), "msg": "", "breakup": []}

    def branch(name, leaves):
        return {"name": name, "amount": round(sum(one["amount"] for one in leaves), 6), "msg": "",
                "breakup": leaves}
    return {
        "total_charges": round(total("total"), 6), "trade_value": round(total("turnover"), 2),
        "breakup": [
            leaf("Angel One Brokerage", total("brokerage")),
            branch("External Charges", [
                leaf("Exchange Transaction Charges", total("exchange")),
                leaf("Stamp Duty", total("stamp_duty")), leaf("SEBI Fees", total("sebi_fee")),
                leaf("IPFT charges", total("ipft"))]),
            branch("Taxes", [
                leaf("Security Transaction Tax", total("stt")), leaf("GST", total("gst"))])]}
