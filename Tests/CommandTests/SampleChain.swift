import Foundation

/// Snapshots of a made-up market for tests of whole streams: whatever the rows are about comes in them.
struct SampleChain {
  var strikes = 40
  var snapshots = 3
  /// Whether the rows say what their forward is.
  var hasForward = false
  /// How many characters each row has more than it needs.
  var padding = 0

  /// The rows of a snapshot: an index, its future, the options of two expiries, a stock.
  func rows(_ snapshot: Int) -> [String] {
    let level = 24_512.35 + 10 * Double(snapshot)
    let time = "\"ts\":\"2026-11-20T1\(snapshot / 6):\(snapshot % 6)0:00+05:30\""
    var rows = [
      #"{"kind":"index",\#(time),"underlying":"NIFTY","ltp":\#(price(level)),"prev_close":24401.10}"#,
      #"{"kind":"tick",\#(time),"symbol":"RELIANCE","ltp":1450.5}"#,
      #"{"kind":"tick",\#(time),"symbol":"NIFTY26NOVFUT","ltp":\#(price(level + 12))}"#,
    ]
    for (expiry, years, forward) in [
      ("2026-11-23", 3 / 365.0, level + 12), ("2026-12-01", 11 / 365.0, level + 30),
    ] {
      for place in 0..<strikes {
        let strike = 24_500 + 50 * (place - strikes / 2)
        for right in ["CE", "PE"] {
          let value = premium(forward, Double(strike), years, isCall: right == "CE")
          let bid = max((value * 20).rounded(.down) / 20 - 0.05, 0)
          rows.append(
            #"{"kind":"quote",\#(time),"underlying":"NIFTY","symbol":"X","exchange":"NFO","#
              + #""expiry":"\#(expiry)","strike":\#(strike),"right":"\#(right)","lot":65,"#
              + (hasForward ? #""forward":\#(price(forward)),"# : "")
              + #""bid":\#(price(bid)),"ask":\#(price(bid + 0.15)),"ltp":\#(price(bid + 0.05)),"#
              + #""oi":\#(65 * (place + 1)),"volume":\#(65 * place + 1300)"#
              + (padding > 0 ? #","note":"\#(String(repeating: "x", count: padding))""# : "") + "}")
        }
      }
    }
    return rows
  }

  /// All rows, one a line.
  var text: String {
    (0..<snapshots).flatMap { rows($0) }.map { $0 + "\n" }.joined()
  }

  private func price(_ number: Double) -> String { String(format: "%.2f", number) }

  /// Black's formula at a volatility of 12 percent and no rate.
  private func premium(
    _ forward: Double, _ strike: Double, _ years: Double, isCall: Bool
  ) -> Double {
    let deviation = 0.12 * years.squareRoot()
    let first = log(forward / strike) / deviation + deviation / 2
    let sign: Double = isCall ? 1 : -1
    func normal(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
    return sign * (forward * normal(sign * first) - strike * normal(sign * (first - deviation)))
  }
}
