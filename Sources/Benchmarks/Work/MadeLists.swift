/// Lists of instruments as brokers send them, of options on indices that follow from a seed.
enum MadeLists {
  /// Whose list it is.
  enum Form: String, CaseIterable {
    case smartAPI = "SmartAPI"
    case kite = "Kite"
  }

  /// An option, as both lists have it.
  private struct Option {
    let token: Int
    let underlying: String
    let segment: String
    let strike: Int
    let right: String
    let lot: Int
    /// The day in November of 2026 that is the last of the month's options.
    let day: Int
  }

  private static let underlyings = [
    (name: "NIFTY", segment: "NFO", step: 50, lot: 65, day: 24),
    (name: "BANKNIFTY", segment: "NFO", step: 100, lot: 30, day: 24),
    (name: "SENSEX", segment: "BFO", step: 100, lot: 20, day: 26),
  ]

  /// A list of so many rows.
  static func list(_ count: Int, of form: Form) -> [UInt8] {
    var draws = SeededDraws(seed: 20_261_124)
    let options = (0..<count).map { number in
      let one = underlyings[number % underlyings.count]
      return Option(
        token: 35_000 + number, underlying: one.name, segment: one.segment,
        strike: one.step * Int.random(in: 100...900, using: &draws),
        right: number % 2 == 0 ? "CE" : "PE", lot: one.lot, day: one.day)
    }
    let text =
      switch form {
      case .smartAPI: "[" + options.map(smartAPI).joined(separator: ",") + "]"
      case .kite: header + options.map(kite).joined()
      }
    return Array(text.utf8)
  }

  private static func smartAPI(_ option: Option) -> String {
    """
    {"token":"\(option.token)","symbol":"\(option.underlying)\(option.day)NOV26\(option.strike)\(option.right)",\
    "name":"\(option.underlying)","expiry":"\(option.day)NOV2026","strike":"\(option.strike)00.000000",\
    "lotsize":"\(option.lot)","instrumenttype":"OPTIDX","exch_seg":"\(option.segment)",\
    "tick_size":"5.000000"}
    """
  }

  private static let header =
    "instrument_token,exchange_token,tradingsymbol,name,last_price,expiry,strike,tick_size,lot_size,"
    + "instrument_type,segment,exchange\n"

  private static func kite(_ option: Option) -> String {
    """
    \(option.token << 8 | (option.segment == "BFO" ? 5 : 2)),\(option.token),\(option.underlying)26NOV\(option.strike)\(option.right),\
    "\(option.underlying)",0,2026-11-\(option.day),\(option.strike),0.05,\(option.lot),\(option.right),\
    \(option.segment)-OPT,\(option.segment)

    """
  }
}
