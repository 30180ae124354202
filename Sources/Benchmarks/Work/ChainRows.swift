import Scalars

/// Rows of a made chain as JSON lines: quotes of 13 fields with their forward, some 240 bytes each.
package struct ChainRows {
  private var chain = MadeChain()

  package init() {}

  /// The rows of the next snapshot, as far as some are missing, whose number goes down.
  package mutating func next(_ missing: inout Int) -> [UInt8] {
    let moment = chain.moment.description
    var names: [Day: String] = [:]
    var text = ""
    let options = chain.nextSnapshot().prefix(missing)
    missing -= options.count
    for option in options {
      let name = names[option.expiry] ?? Self.name(option.expiry)
      names[option.expiry] = name
      text += Self.row(option, moment, series: name)
    }
    return Array(text.utf8)
  }

  private static func row(_ option: ChainOption, _ moment: String, series: String) -> String {
    let strike = Int(option.strike)
    let right = option.isCall ? "CE" : "PE"
    // As far to both sides of the price, so that the middle of the two is the price.
    let spread = option.paise > 2_000 ? 20 : option.paise > 5 ? 5 : 0
    return """
      {"kind":"quote","ts":"\(moment)","underlying":"NIFTY","symbol":"\(series)\(strike)\(right)",\
      "exchange":"NFO","token":"\(strike + (option.isCall ? 20_000 : 20_001))",\
      "expiry":"\(option.expiry)","strike":\(strike),"right":"\(right)","lot":65,\
      "forward":\(rupees(Int((option.forward * 100).rounded()))),\
      "bid":\(rupees(option.paise - spread)),"ask":\(rupees(option.paise + spread))}

      """
  }

  /// The beginning of the symbols of an expiry, such as `NIFTY23NOV26`.
  private static func name(_ expiry: Day) -> String {
    let months = [
      "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    return "NIFTY\(twoDigits(expiry.day))\(months[expiry.month - 1])\(twoDigits(expiry.year % 100))"
  }

  private static func rupees(_ paise: Int) -> String { "\(paise / 100).\(twoDigits(paise % 100))" }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
