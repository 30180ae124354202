/// Lists of instruments as brokers send them, of options on indices that follow from a seed.
enum MadeLists {
  /// Whose list it is.
  enum Form: String, CaseIterable {
    case smartAPI = "SmartAPI"
    case kite = "Kite"
  }

  /// An option, as both lists have it.
  struct Option: Hashable {
    let token: Int
    let underlying: String
    let segment: String
    let strike: Int
    let right: String
    let lot: Int
    /// The expiry: its day, its month and the last two digits of its year.
    let day, month, year: Int

    var monthName: String { MadeLists.months[month - 1] }
    var dayText: String { day < 10 ? "0\(day)" : "\(day)" }
    var monthText: String { month < 10 ? "0\(month)" : "\(month)" }
  }

  private static let underlyings = [
    (name: "NIFTY", segment: "NFO", step: 50, lot: 65),
    (name: "BANKNIFTY", segment: "NFO", step: 100, lot: 30),
    (name: "SENSEX", segment: "BFO", step: 100, lot: 20),
  ]
  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]
  /// How many strikes are listed of an expiry.
  private static let strikes = 200

  /// The contract of a number, which no other number has.
  static func option(_ number: Int) -> Option {
    let one = underlyings[number % underlyings.count]
    let (expiry, strike) = (number / underlyings.count / 2).quotientAndRemainder(
      dividingBy: strikes)
    return Option(
      token: 35_000 + number, underlying: one.name, segment: one.segment,
      strike: one.step * (100 + strike), right: number / underlyings.count % 2 == 0 ? "CE" : "PE",
      lot: one.lot, day: 1 + expiry % 28, month: 1 + expiry % 12, year: 26 + expiry / 84)
  }

  /// A list of so many rows, in no order.
  static func list(_ count: Int, of form: Form) -> [UInt8] {
    var draws = SeededDraws(seed: 20_261_124)
    let options = (0..<count).shuffled(using: &draws).map(option)
    let text =
      switch form {
      case .smartAPI: "[" + options.map(smartAPI).joined(separator: ",") + "]"
      case .kite: header + options.map(kite).joined()
      }
    return Array(text.utf8)
  }

  private static func smartAPI(_ option: Option) -> String {
    """
    {"token":"\(option.token)","symbol":"\(option.underlying)\(option.dayText)\(option.monthName)\(option.year)\(option.strike)\(option.right)",\
    "name":"\(option.underlying)","expiry":"\(option.dayText)\(option.monthName)20\(option.year)","strike":"\(option.strike)00.000000",\
    "lotsize":"\(option.lot)","instrumenttype":"OPTIDX","exch_seg":"\(option.segment)",\
    "tick_size":"5.000000","freeze_qty":"0","is_cas_enabled":\(option.token % 2 == 0)}
    """
  }

  private static let header =
    "instrument_token,exchange_token,tradingsymbol,name,last_price,expiry,strike,tick_size,lot_size,"
    + "instrument_type,segment,exchange\n"

  private static func kite(_ option: Option) -> String {
    """
    \(option.token << 8 | (option.segment == "BFO" ? 5 : 2)),\(option.token),\(option.underlying)\(option.year)\(option.monthName)\(option.strike)\(option.right),\
    "\(option.underlying)",0,20\(option.year)-\(option.monthText)-\(option.dayText),\(option.strike),0.05,\(option.lot),\(option.right),\
    \(option.segment)-OPT,\(option.segment)

    """
  }
}
