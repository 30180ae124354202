import Foundation
import TestSupport
import Testing

/// What `greeks` makes of rows that are broken or odd, each between two good ones.
@Suite struct GreeksInputTests {
  /// Some rows and what must come of them.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let input: String
    /// The codes of the messages with their places; those of warnings in brackets.
    let messages: [String]
    /// The status of each row that comes through; `-` where it says nothing of one.
    let statuses: [String]
    var options: [String] = []

    var testDescription: String { name }
  }

  /// A sound row: the first 32 characters end before the changes that a case makes.
  static func row(_ changes: [String: String?] = [:], strike: Int = 24_500) -> String {
    let fields: [(String, String)] = [
      ("ts", "\"2026-11-20T15:29:58+05:30\""), ("underlying", "\"NIFTY\""),
      ("expiry", "\"2026-11-23\""), ("strike", "\(strike)"), ("right", "\"CE\""),
      ("forward", "24520.25"), ("bid", "118.55"), ("ask", "119.05"), ("ltp", "119.05"),
    ]
    let members = fields.compactMap { name, value -> String? in
      guard let change = changes[name] else { return "\"\(name)\":\(value)" }
      return change.map { "\"\(name)\":\($0)" }
    }
    let more = changes.filter { change in !fields.contains { $0.0 == change.key } }
      .compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.sorted()
    return "{" + (members + more).joined(separator: ",") + "}"
  }

  /// The column at which the value of a field stands in a row.
  static func column(_ field: String, in row: String) -> Int {
    guard let range = row.range(of: "\"\(field)\":") else { return 0 }
    let start = row.utf8.distance(from: row.startIndex, to: range.upperBound) + 1
    // A text is found behind its quote.
    return start + (row[range.upperBound...].hasPrefix("\"") ? 1 : 0)
  }

  /// A case of a row that is left out because of a field.
  static func bad(
    _ name: String, _ field: String, _ code: String, _ changes: [String: String?],
    options: [String] = []
  ) -> Case {
    let text = row(changes)
    let isThere = changes[field].map { $0 != nil } ?? true
    let place = isThere ? ":\(column(field, in: text))" : ""
    return Case(
      name: name, input: [row(), text, row(strike: 24_600)].joined(separator: "\n"),
      messages: ["2\(place) \(code)"], statuses: ["ok", "ok"], options: options)
  }

  /// A case of a row that goes on with a status, and perhaps with warnings.
  static func odd(
    _ name: String, _ status: String, _ changes: [String: String?], warnings: [String] = [],
    ofAll: [String] = [], options: [String] = []
  ) -> Case {
    Case(
      name: name, input: [row(), row(changes), row(strike: 24_600)].joined(separator: "\n"),
      messages: warnings.map { "2 [\($0)]" } + ofAll.map { " [\($0)]" },
      statuses: ["ok", status, "ok"], options: options)
  }

  static let broken: [Case] = [
    bad("no time", "ts", "missing", ["ts": nil]), bad("null time", "ts", "missing", ["ts": nil]),
    bad("time without offset", "ts", "bad-time", ["ts": "\"2026-11-20T15:29:58\""]),
    bad("no underlying", "underlying", "missing", ["underlying": nil]),
    bad("no expiry", "expiry", "missing", ["expiry": nil]),
    bad("no such day", "expiry", "bad-time", ["expiry": "\"2026-11-31\""]),
    bad("expiry as a number", "expiry", "wrong-type", ["expiry": "20261123"]),
    bad("strike 0", "strike", "wrong-type", ["strike": "0"]),
    bad("strike below 0", "strike", "wrong-type", ["strike": "-24500"]),
    bad("strike as a word", "strike", "wrong-type", ["strike": "\"ATM\""]),
    bad("strike finer than a paisa", "strike", "wrong-type", ["strike": "24500.001"]),
    bad("right", "right", "wrong-type", ["right": "\"XX\""]),
    bad("right as a number", "right", "wrong-type", ["right": "1"]),
    bad("price below 0", "ltp", "wrong-type", ["ltp": "-1"]),
    bad("price as a word", "bid", "wrong-type", ["bid": "\"n/a\""]),
    bad("price in quotes with commas", "ask", "wrong-type", ["ask": "\"1,190.5\""]),
    bad("price finer than a paisa", "ltp", "wrong-type", ["ltp": "119.055"]),
    bad("forward below 0", "forward", "wrong-type", ["forward": "-1"]),
    bad("spot as a truth", "spot", "wrong-type", ["spot": "true", "forward": nil]),
    bad("not a number", "ltp", "not-a-number", ["ltp": "NaN"]),
    bad("own volatility below 0", "iv", "wrong-type", ["iv": "-5"], options: ["--own-iv"]),
    bad("a lot in fractions", "lot", "wrong-type", ["lot": "6.5"], options: ["--per-lot"]),
    bad("a negative lot", "lot", "wrong-type", ["lot": "-65"], options: ["--per-lot"]),
    bad(
      "trading days of a year that is not known", "expiry", "not-covered",
      ["expiry": "\"2027-01-05\""], options: ["--day-count", "252"]),
  ]

  static let symbols: [Case] = [
    bad(
      "a symbol with two readings", "symbol", "symbol",
      ["symbol": "\"NIFTY26112324500CE\"", "expiry": nil]),
    bad(
      "a symbol of no contract", "symbol", "symbol",
      ["symbol": "\"NIFTY31NOV2624500CE\"", "expiry": nil]),
    bad(
      "a symbol of no underlying", "symbol", "symbol",
      ["symbol": "\"NIFTX23NOV2624500CE\"", "underlying": nil]),
    odd(
      "a symbol in place of expiry and underlying", "ok",
      ["symbol": "\"NIFTY23NOV2624500CE\"", "expiry": nil, "underlying": nil]),
    odd(
      "the same of a quote that says so", "ok",
      ["kind": "\"quote\"", "symbol": "\"NIFTY23NOV2624500CE\"", "expiry": nil]),
    odd("a symbol that is not needed", "ok", ["symbol": "\"RUBBISH\""]),
    odd(
      "a stock that ends like a call", "-",
      ["kind": "\"tick\"", "symbol": "\"RELIANCE\"", "strike": nil, "right": nil]),
    odd(
      "a kind that begins and ends like index", "-",
      ["kind": "\"inbox\"", "ltp": "\"x\"", "strike": nil, "right": nil]),
  ]

  static let strange: [Case] = [
    odd(
      "without an exchange or a lot", "ok", ["exchange": nil, "lot": nil], options: ["--per-lot"]),
    odd("crossed", "ok", ["bid": "119.1"], warnings: ["crossed"]),
    odd(
      "crossed without a trade", "no_price", ["bid": "119.1", "ltp": nil], warnings: ["crossed"]),
    odd(
      "off the tick", "ok", ["bid": "118.56", "ask": "119.04", "ltp": "119.03"],
      warnings: ["off-tick", "off-tick", "off-tick"]),
    odd("expiry before the quote", "expired", ["expiry": "\"2026-11-17\""]),
    odd(
      "expiry that is not listed", "ok", ["expiry": "\"2026-11-25\""],
      warnings: ["expiry-not-listed"]),
    odd("an underlying that is not known", "ok", ["underlying": "\"XYZ\""]),
    odd(
      "a lot that is not known", "ok", ["underlying": "\"XYZ\""], warnings: ["not-covered"],
      options: ["--per-lot"]),
    odd("zeros", "no_price", ["bid": "0", "ask": "0", "ltp": "0"]),
    odd("nulls", "no_price", ["bid": "null", "ask": "null", "ltp": "null"]),
    odd("a forward of zero", "no_forward", ["forward": "0"], ofAll: ["no-forward"]),
    odd("below what it is worth", "below_intrinsic", ["forward": "25000"]),
    odd(
      "above what it can be worth", "above_bound",
      ["bid": "24519", "ask": "24520", "ltp": "24520"]),
    odd(
      "as large as prices get", "above_bound",
      ["bid": nil, "ask": nil, "ltp": "92233720368547758"], warnings: ["off-tick"]),
    odd("a forward without measure", "no_volatility", ["forward": "1e300"]),
    odd(
      "numbers as texts", "ok", ["strike": "\"24500\"", "ltp": "\"119.05\"", "bid": "\"118.55\""]),
    odd("fields that are not read", "ok", ["oi": "-1", "volume": "\"x\"", "token": "[1]"]),
  ]

  @Test(arguments: broken + symbols + strange)
  func comesToWhatItMust(_ given: Case) throws {
    let result = try Program.run(
      Program.angelx, ["greeks", "--log-format", "json"] + given.options,
      input: Array(given.input.utf8))
    let messages = try result.errorText.split(separator: "\n").compactMap { line -> String? in
      let message = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let code = message["code"] as? String ?? ""
      if code == "total" { return nil }
      let place = [message["line"], message["column"]].compactMap { $0 as? Int }
      let isWarning = message["level"] as? String == "warning"
      return place.map(String.init).joined(separator: ":") + (isWarning ? " [\(code)]" : " \(code)")
    }
    let statuses = try result.outputText.split(separator: "\n").map { line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return row?["iv_status"] as? String ?? "-"
    }
    #expect(messages == given.messages)
    #expect(statuses == given.statuses)
    #expect(result.status == (given.messages.contains { !$0.contains("[") } ? 65 : 0))
  }
}
