"""Kite's calculators: margins of orders one by one and as a basket, and the contract note."""
import charges, days
from sessions import Refused


class KiteCalculators:
    def __init__(self, clock, quotes):
        self.clock, self.quotes = clock, quotes

    def answer(self, call, request):
        orders = request.json()
        if not isinstance(orders, list) or not all(isinstance(one, dict) for one in orders):
            raise Refused("InputException", "Invalid JSON")
        now = self.clock.now()
        legs = [self.leg(one, now, "average_price" if call == "charges" else "price")
                for one in orders]
        if call == "charges":
            return [self.note(one, leg, now) for one, leg in zip(orders, legs)]
        rows = [self.blocked([leg], now) | {
            "tradingsymbol": leg[0].kite, "exchange": leg[0].exchange} for leg in legs]
        if call == "margins":
            return rows
        nothing = {"type": "equity", "tradingsymbol": "", "exchange": ""}
        first = {name: sum(row[name] for row in rows)
                 for name in ("span", "exposure", "option_premium", "additional", "total")}
        return {"initial": self.blocked([], now) | nothing | first,
                "final": self.blocked(legs, now) | nothing, "orders": rows,
                "charges": self.cost([], now)}

    def leg(self, order, now, price_name):
        listing = self.quotes.market.listing(days.day_of(now))
        contract = listing.by_kite.get(f"{order.get('exchange')}:{order.get('tradingsymbol')}")
        if contract is None:
            raise Refused("InputException", "Instrument is unknown or has expired.")
        side, units, price = order.get("transaction_type"), order.get("quantity"), order.get(price_name)
        if side not in ("BUY", "SELL"):
            raise Refused("InputException", "Invalid `transaction_type`.")
        if not isinstance(units, int) or units <= 0:
            raise Refused("InputException", "Invalid `quantity`.")
        if not isinstance(price, (int, float)) or price < 0:
            raise Refused("InputException", f"Invalid `{price_name}`.")
        return contract, side, units, price or self.quotes.quote(contract, now).last

    def blocked(self, legs, now):
        """What these legs block together; a premium that comes in counts against it in a basket."""
        on, second = self.quotes.market.moment(now)
        made = charges.margin(
            legs, lambda c: self.quotes.market.spot(c.name, on, second), days.day_of(now))
        premium = made["premium"] if len(legs) > 1 else max(made["premium"], 0)
        return {
            "type": "equity", "span": made["span"], "exposure": made["exposure"],
            "option_premium": premium, "additional": 0, "bo": 0, "cash": 0, "var": 0,
            "pnl": {"realised": 0, "unrealised": 0}, "leverage": 1,
            "charges": self.cost(legs, now),
            "total": made["span"] + made["exposure"] + premium}

    def cost(self, legs, now):
        parts = [charges.charges(*leg, days.day_of(now), "zerodha") for leg in legs]

        def total(*items):
            return sum(part[item] for part in parts for item in items)
        gst = total("gst")
        return {
            "transaction_tax": total("stt"), "transaction_tax_type": "stt" if legs else "",
            "exchange_turnover_charge": total("exchange", "ipft"),
            "sebi_turnover_charge": total("sebi_fee"), "brokerage": total("brokerage"),
            "stamp_duty": total("stamp_duty"),
            "gst": {"igst": gst, "cgst": 0, "sgst": 0, "total": gst}, "total": total("total")}

    def note(self, order, leg, now):
        contract, side, units, price = leg
        return {
            "transaction_type": side, "tradingsymbol": contract.kite, "exchange": contract.exchange,
            "variety": order.get("variety", "regular"), "product": order.get("product"),
            "order_type": order.get("order_type"), "quantity": units, "price": price,
            "charges": self.cost([leg], now)}
