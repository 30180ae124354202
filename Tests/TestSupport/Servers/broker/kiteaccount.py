"""Kite's account: profile, margins, orders, trades, positions and holdings."""
import accounts, days
from clock import india
from sessions import Refused
from web import number

STATES = {"complete": "COMPLETE", "open": "OPEN", "cancelled": "CANCELLED",
          "rejected": "REJECTED", "trigger pending": "TRIGGER PENDING"}
ROUND = "%Y-%m-%d %H:%M:%S"


class KiteAccount:
    def __init__(self, clock, books):
        self.clock, self.books, self.listing = clock, books, books.quotes.market.listing

    def answer(self, call, request):
        now, parts = self.clock.now(), request.path.strip("/").split("/")
        if call == "profile":
            return self.user(now)
        if call == "funds":
            both = {name: self.purse(name) for name in ("equity", "commodity")}
            return both if len(parts) == 2 else both[parts[2]]
        if call == "positions":
            return self.positions(now)
        if call == "holdings":
            return self.holdings(now)
        if call == "trades":
            return self.trades(now)
        if call == "orders":
            return self.orders(now)
        found = [row for row in self.orders(now) if row["order_id"] == parts[1]]
        if not found:
            raise Refused("OrderException", "Couldn't find that `order_id`.")
        if call == "order-trades":
            return [row for row in self.trades(now) if row["order_id"] == parts[1]]
        last = found[0]
        before = [last | {"status": state, "filled_quantity": 0, "average_price": 0,
                          "pending_quantity": last["quantity"], "cancelled_quantity": 0,
                          "status_message": None, "status_message_raw": None}
                  for state in ("PUT ORDER REQ RECEIVED", "VALIDATION PENDING", "OPEN PENDING")]
        return before + [last]

    def user(self, now):
        return {
            "user_id": accounts.KITE_CLIENT, "user_name": "MADE UP", "user_shortname": "MADE",
            "email": "", "user_type": "individual", "broker": "ZERODHA",
            "exchanges": ["NSE", "NFO", "BSE", "BFO"], "products": ["CNC", "NRML", "MIS"],
            "order_types": ["MARKET", "LIMIT", "SL", "SL-M"], "login_time": f"{india(now):{ROUND}}",
            "meta": {"demat_consent": "physical"}, "avatar_url": None}

    def purse(self, name):
        if name == "commodity" or self.books.is_empty:
            cash, used = 0, 0
        else:
            cash, used = 245_431.6, 145_706.55
        return {
            "enabled": name == "equity", "net": cash - used,
            "available": {"adhoc_margin": 0, "cash": cash, "opening_balance": cash,
                          "live_balance": cash - used, "collateral": 0, "intraday_payin": 0},
            "utilised": {"debits": used, "exposure": round(used / 3, 2), "m2m_realised": 0,
                         "m2m_unrealised": 0, "option_premium": 0, "payout": 0,
                         "span": round(used * 2 / 3, 2), "holding_sales": 0, "turnover": 0,
                         "liquid_collateral": 0, "stock_collateral": 0, "delivery": 0}}

    def token(self, contract, now):
        return self.listing(days.day_of(now)).kite_token(contract)

    def named(self, contract, now):
        return {"exchange": contract.exchange, "tradingsymbol": contract.kite,
                "instrument_token": self.token(contract, now)}

    def orders(self, now):
        on, rows = days.day_of(now), []
        for order in self.books.orders(now):
            time = f"{india(days.midnight(on) + order.second):{ROUND}}"
            is_over = order.state in ("cancelled", "rejected")
            refused = order.state == "rejected"
            rows.append({
                "placed_by": accounts.KITE_CLIENT, "order_id": order.id,
                "exchange_order_id": None if refused else f"13000000{order.id[2:]}",
                "parent_order_id": None, "status": STATES[order.state],
                "status_message": "Insufficient funds. Required margin is 1248010.00." if refused
                else None,
                "status_message_raw": "RMS:Margin Exceeds" if refused else None,
                "order_timestamp": time, "exchange_update_timestamp": None if refused else time,
                "exchange_timestamp": None if refused else time, "variety": "regular",
                "modified": False, **self.named(order.contract, now),
                "order_type": "SL" if order.stop else "LIMIT", "transaction_type": order.side,
                "validity": "DAY", "product": "NRML", "quantity": order.quantity,
                "disclosed_quantity": 0, "price": number(order.price),
                "trigger_price": number(order.price) if order.stop else 0,
                "average_price": number(order.price) if order.filled else 0,
                "filled_quantity": order.filled,
                "pending_quantity": 0 if is_over else order.quantity - order.filled,
                "cancelled_quantity": order.quantity if order.state == "cancelled" else 0,
                "market_protection": 0, "meta": {}, "tag": f"made{order.number % 100}",
                "guid": f"made{order.number}"})
        return rows

    def trades(self, now):
        on, rows = days.day_of(now), []
        for order in self.books.orders(now):
            if order.filled:
                time = india(days.midnight(on) + order.second)
                rows.append({
                    "trade_id": f"{order.number % 10**8}", "order_id": order.id,
                    "exchange_order_id": f"13000000{order.id[2:]}",
                    **self.named(order.contract, now), "product": "NRML",
                    "average_price": number(order.price), "quantity": order.filled,
                    "transaction_type": order.side, "fill_timestamp": f"{time:{ROUND}}",
                    # Here without a date.
                    "order_timestamp": f"{time:%H:%M:%S}", "exchange_timestamp": f"{time:{ROUND}}"})
        return rows

    def positions(self, now):
        net, day = [], []
        for contract, held in self.books.positions(now).items():
            carried, last = held["carried"], self.books.last(contract, now)
            amount = abs(held["carried_amount"])
            bought, sold = held["BUY"] + max(carried, 0), held["SELL"] + max(-carried, 0)
            buy_value = held["BUY_amount"] + (amount if carried > 0 else 0)
            sell_value = held["SELL_amount"] + (amount if carried < 0 else 0)
            net.append(self.position(contract, now, carried, bought, sold, buy_value, sell_value,
                                     last, held))
            if held["BUY"] or held["SELL"]:
                day.append(self.position(
                    contract, now, 0, held["BUY"], held["SELL"], held["BUY_amount"],
                    held["SELL_amount"], last, held))
        return {"net": net, "day": day}

    def position(self, contract, now, carried, bought, sold, buy_value, sell_value, last, held):
        units, value = bought - sold, sell_value - buy_value
        profit = value + units * last
        return {
            **self.named(contract, now), "product": "NRML", "quantity": units,
            "overnight_quantity": carried, "multiplier": 1,
            "average_price": round(abs(value / units), 4) if units else 0,
            "close_price": number(self.books.close(contract, now)), "last_price": number(last),
            "value": value, "pnl": profit, "m2m": profit, "unrealised": profit, "realised": 0,
            "buy_quantity": bought, "buy_price": buy_value / bought if bought else 0,
            "buy_value": buy_value, "buy_m2m": buy_value, "sell_quantity": sold,
            "sell_price": sell_value / sold if sold else 0, "sell_value": sell_value,
            "sell_m2m": sell_value, "day_buy_quantity": held["BUY"],
            "day_buy_price": held["BUY_amount"] / held["BUY"] if held["BUY"] else 0,
            "day_buy_value": held["BUY_amount"], "day_sell_quantity": held["SELL"],
            "day_sell_price": held["SELL_amount"] / held["SELL"] if held["SELL"] else 0,
            "day_sell_value": held["SELL_amount"]}

    def holdings(self, now):
        rows = []
        for held in self.books.holdings():
            last, close = self.books.last(held.contract, now), self.books.close(held.contract, now)
            rows.append({
                **self.named(held.contract, now), "isin": held.isin, "product": "CNC", "price": 0,
                "quantity": held.quantity, "used_quantity": 0, "t1_quantity": 0,
                "realised_quantity": held.quantity, "authorised_quantity": 0,
                "opening_quantity": held.quantity, "collateral_quantity": 0,
                "collateral_type": "", "discrepancy": False, "average_price": held.average,
                "last_price": number(last), "close_price": number(close),
                "pnl": (last - held.average) * held.quantity,
                "day_change": last - close,
                "day_change_percentage": (last / close - 1) * 100 if close else 0})
        return rows
