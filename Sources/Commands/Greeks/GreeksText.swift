import CommandLineKit

/// What the help and the manual say of `greeks`.
enum GreeksText {
  static let discussion = [
    """
    Reads rows of option chains (JSON lines, a JSON array, CSV or TSV, packed or not) and writes \
    them with the forward, the implied volatility, the price and the sensitivities of each option \
    behind their own fields; a field that is there already gets the new value in its place. Rows of \
    other things pass as they are. What an option is follows from underlying, expiry, strike and right, \
    or else from its symbol.
    """,
    """
    With a symbol instead of a file, or with --strike, --right and --expiry, it answers for one option: \
    a table for a person, one line of JSON in a pipe. It needs --spot or --forward, and --price to find \
    the volatility or --iv to find the price.
    """,
    """
    Where there is no answer the fields are null and iv_status says why: expired, no_forward, no_price, \
    below_intrinsic (the price is not above what the option is worth by its forward alone), above_bound \
    or no_volatility. An option that has expired keeps its intrinsic value and has no other. For one \
    option the exit status is then 1.
    """,
    """
    Values are for one unit held, in rupees. delta is above zero for a call and below for a put; gamma \
    and vega are above zero; theta is mostly below zero, for it is what time brings and time takes. \
    theta, charm, veta and color are by the day that passes; vega, vanna, vomma, veta, zomma and ultima \
    by a point of volatility (from 14 % to 15 %), rho by a point of the rate. With black76 delta and \
    gamma are by the forward, and rho holds it still; with bsm they are by the spot price, and the \
    forward moves as the rate does. intrinsic is what the \
    option is in the money by its forward, discounted. See angelx-records(5) for every field.
    """,
    """
    Time runs to the second, from the row's ts to the moment at which the exchange's last trade in the \
    contract can be made: 15:30 for contracts that expired before 3 August 2026, 15:40 from then on, and \
    15:30 again for those that expire from 7 December 2026, by the table sessions.csv. With --day-count \
    252 a day is a trading day wherever one is spoken of. European exercise is assumed, as index options \
    have it.
    """,
    """
    The market's tables (holidays, sessions, expiries, lots, ticks and so on, each row with the days for \
    which it holds) come with angelx. --tables adds the rows of files with the same names in a folder; \
    see angelx-tables(5).
    """,
  ]

  static let examples = [
    CommandExample(
      "angelx greeks chain.jsonl", shows: "The chain with implied volatilities and Greeks."),
    CommandExample(
      "angelx greeks NIFTY23NOV2624500CE --spot 24512 --price 120.5 --at 2026-11-20T15:29:00+05:30",
      shows: "One option: its volatility and Greeks from its price."),
    CommandExample(
      "angelx greeks --spot 24512 --strike 24500 --expiry 2026-11-23 --right CE --iv 14.2 --at 2026-11-20T15:29:00+05:30",
      shows: "One option: its price and Greeks from a volatility."),
    CommandExample(
      "angelx greeks --iv-side otm --greeks second chain.csv | angelx filter --where 'abs(delta) < 0.3' --fields symbol,iv,delta,vanna",
      shows: "The wings, with volatilities from the options out of the money."),
    CommandExample(
      "angelx greeks --chain-summary --format csv chain.jsonl",
      shows: "Forward, volatility, straddle, ratios, max pain and skew of every expiry."),
    CommandExample(
      "angelx greeks --net chain.jsonl positions.jsonl",
      shows: "The Greeks and exposures of positions, with prices from the chain."),
    CommandExample(
      "angelx greeks --scenario 'spot=-3%:3%:1%,iv=-4:4:2,days=0:3:1' chain.jsonl positions.jsonl",
      shows: "What the positions would gain in 140 scenarios."),
  ]
}
