"""SmartAPI's account: profile, funds, books and holdings."""
import days
from clock import india
from contracts import master_date
from sessions import Refused
from web import Reply, number, text

TIME = "%d-%b-%Y %H:%M:%S"
# What the books say of an order that did not go as it was meant.
WORDS = {"rejected": "RMS:Margin Exceeds,Insufficient Funds. Available funds - Rs. 937.00 . "
                     "Additional required funds - Rs. 1248010.00"}
# What is a number where one order is asked for, and text in the book.
DETAILED = ["price", "triggerprice", "squareoff", "stoploss", "trailingstoploss", "strikeprice",
            "averageprice"]


def money(value):
    """Two places, and a blank after the sign of what is negative."""
    return f"{value:.2f}" if value >= 0 else f"- {-value:.2f}"


def good(data):
    return Reply(text({"status": True, "message": "SUCCESS", "errorcode": "", "data": data}))


class SmartAccount:
    def __init__(self, clock, books):
        self.clock, self.books = clock, books

    def answer(self, call, request, client):
        now = self.clock.now()
        books = self.books[client]
        if call == "profile":
            return self.profile(client)
        if call == "funds":
            return self.funds(books, now)
        if call == "order-details":
            return self.details(request.path.rsplit("/", 1)[1], books, now)
        rows = {"order-book": self.orders, "trade-book": self.trades, "positions": self.positions,
                "holdings": self.holdings, "all-holdings": self.holdings}[call](books, now)
        if call == "all-holdings":
            return self.all_holdings(rows)
        return good(rows or None)

    def profile(self, client):
        return good({
            "clientcode": client, "name": "MADE UP ACCOUNT", "email": "", "mobileno": "",
            "exchanges": '["nse_cm", "bse_cm", "nse_fo", "bse_fo"]',
            "products": ["DELIVERY", "INTRADAY", "CARRYFORWARD", "MARGIN"], "lastlogintime": "",
            "brokerid": "B2C"})

    def funds(self, books, now):
        """`availablecash` is what is left of cash and pledges after what is used."""
        used = 0.0 if books.is_empty else 146_250.35
        cash, pledged = 2_043_799.20, 156_600.22
        left = cash + pledged - used
        return good({
            "net": f"{left:.2f}", "availablecash": f"{left:.2f}", "availableintradaypayin": "0.00",
            "availablelimitmargin": "0.00", "collateral": f"{pledged:.2f}",
            "m2munrealized": "0.00", "m2mrealized": "0.00", "utiliseddebits": f"{used:.2f}",
            "utilisedspan": None, "utilisedoptionpremium": None, "utilisedholdingsales": None,
            "utilisedexposure": None, "utilisedturnover": None,
            "utilisedpayout": f"{left - pledged:.2f}"})

    @staticmethod
    def named(contract):
        """How every book names a contract."""
        return {
            "tradingsymbol": contract.symbol, "exchange": contract.exchange,
            "instrumenttype": {"OPTION": "OPTIDX", "FUTURE": "FUTIDX"}.get(contract.kind, ""),
            "strikeprice": str(contract.strike or "-1"), "optiontype": contract.type or "XX",
            "expirydate": master_date(contract.expiry) if contract.expiry else ""}

    def orders(self, books, now):
        on, rows = days.day_of(now), []
        for order in books.orders(now):
            time = f"{india(days.midnight(on) + order.second):{TIME}}"
            left = 0 if order.state in ("cancelled", "rejected") else order.quantity - order.filled
            row = self.named(order.contract) | {
                "variety": "STOPLOSS" if order.stop else "NORMAL",
                "ordertype": "STOPLOSS_LIMIT" if order.stop else "LIMIT",
                "producttype": "CARRYFORWARD", "duration": "DAY", "price": f"{order.price:.2f}",
                "triggerprice": f"{order.price:.2f}" if order.stop else "0",
                "quantity": str(order.quantity), "disclosedquantity": "0", "squareoff": "0",
                "stoploss": "0", "trailingstoploss": "0", "transactiontype": order.side,
                "symboltoken": str(order.contract.token), "lotsize": str(order.contract.lot),
                "cancelsize": str(order.quantity if order.state == "cancelled" else 0),
                "averageprice": f"{order.price if order.filled else 0:.2f}",
                "filledshares": str(order.filled), "unfilledshares": str(left),
                # A number now and then.
                "orderid": int(order.id) if order.number % 3 == 0 else order.id,
                "text": WORDS.get(order.state, ""), "status": order.state,
                "orderstatus": order.state, "updatetime": time, "exchtime": time,
                "exchorderupdatetime": time,
                "fillid": f"{order.number % 10**8}" if order.filled else "",
                "filltime": "", "parentorderid": "", "ordertag": f"made{order.number % 100}",
                "uniqueorderid": f"made-{order.id}", "exchangeorderid": f"13000000{order.id[2:]}"}
            rows.append(row)
        return rows

    def details(self, identity, books, now):
        for row in self.orders(books, now):
            if row["uniqueorderid"] == identity:
                return good(row | {name: number(float(row[name])) for name in DETAILED})
        raise Refused("AB1013")

    def trades(self, books, now):
        on, rows = days.day_of(now), []
        for order in books.orders(now):
            if order.filled:
                rows.append(self.named(order.contract) | {
                    "producttype": "CARRYFORWARD", "symbolgroup": "XX",
                    "marketlot": str(order.contract.lot), "precision": "2", "multiplier": "-1",
                    "tradevalue": f"{order.price * order.filled:.2f}",
                    "transactiontype": order.side, "fillprice": f"{order.price:.2f}",
                    "fillsize": str(order.filled), "orderid": order.id,
                    "fillid": f"{order.number % 10**8}",
                    # Without a date.
                    "filltime": f"{india(days.midnight(on) + order.second):%H:%M:%S}"})
        return rows

    def positions(self, books, now):
        rows = []
        for contract, held in books.positions(now).items():
            carried, last = held["carried"], books.last(contract, now)
            net = carried + held["BUY"] - held["SELL"]
            bought, sold = held["BUY_amount"], held["SELL_amount"]
            # What was carried in is valued at the price at which it was made.
            carried_amount = abs(held["carried_amount"])
            short, long = max(-carried, 0), max(carried, 0)
            sells, buys = held["SELL"] + short, held["BUY"] + long
            sell_value = sold + (carried_amount if short else 0)
            buy_value = bought + (carried_amount if long else 0)
            profit = sell_value - buy_value + net * last

            def each(value, units):
                return f"{value / units if units else 0:.2f}"
            rows.append(self.named(contract) | {
                "symboltoken": str(contract.token), "producttype": "CARRYFORWARD",
                "symbolname": contract.name, "symbolgroup": "XX", "priceden": "1",
                "pricenum": "1", "genden": "1", "gennum": "1", "precision": "2",
                "multiplier": "-1", "boardlotsize": str(contract.lot),
                "lotsize": str(contract.lot), "buyqty": str(held["BUY"]),
                "sellqty": str(held["SELL"]), "buyamount": f"{bought:.2f}",
                "sellamount": f"{sold:.2f}", "cfbuyqty": str(long), "cfsellqty": str(short),
                "cfbuyamount": f"{carried_amount if long else 0:.2f}",
                "cfsellamount": f"{carried_amount if short else 0:.2f}",
                "buyavgprice": each(bought, held["BUY"]),
                "sellavgprice": each(sold, held["SELL"]),
                "cfbuyavgprice": each(carried_amount, long),
                "cfsellavgprice": each(carried_amount, short),
                "totalbuyvalue": f"{buy_value:.2f}", "totalsellvalue": f"{sell_value:.2f}",
                "totalbuyavgprice": each(buy_value, buys),
                "totalsellavgprice": each(sell_value, sells),
                "avgnetprice": each(abs(buy_value - sell_value), abs(net)),
                "netvalue": money(sell_value - buy_value), "netqty": str(net),
                "netprice": each(abs(buy_value - sell_value), abs(net)),
                "ltp": f"{last:.2f}", "pnl": f"{profit:.2f}",
                "realised": f"{profit if net == 0 else 0:.2f}",
                "unrealised": f"{profit if net else 0:.2f}"})
        return rows

    def holdings(self, books, now):
        rows = []
        for held in books.holdings():
            last, close = books.last(held.contract, now), books.close(held.contract, now)
            profit = round((last - held.average) * held.quantity, 2)
            rows.append({
                "tradingsymbol": held.contract.symbol, "exchange": "NSE", "isin": held.isin,
                "t1quantity": 0, "realisedquantity": held.quantity, "quantity": held.quantity,
                "authorisedquantity": 0, "product": "DELIVERY", "collateralquantity": None,
                "collateraltype": None, "haircut": 0, "averageprice": number(held.average),
                "ltp": number(last), "symboltoken": str(held.contract.token),
                "close": number(close), "profitandloss": number(profit),
                "pnlpercentage": number(round((last / held.average - 1) * 100, 2))})
        return rows

    def all_holdings(self, rows):
        value = sum(row["ltp"] * row["quantity"] for row in rows)
        paid = sum(row["averageprice"] * row["quantity"] for row in rows)
        return good({"holdings": rows or None, "totalholding": {
            "totalholdingvalue": number(round(value, 2)), "totalinvvalue": number(round(paid, 2)),
            "totalprofitandloss": number(round(value - paid, 2)),
            "totalpnlpercentage": number(round((value / paid - 1) * 100, 2) if paid else 0)}})
