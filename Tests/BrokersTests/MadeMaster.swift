import TestSupport

/// A master such as SmartAPI serves, made up from a seed: about as many rows of each kind, in every
/// spelling of a strike, with fields that are new and some that are missing.
struct MadeMaster {
  /// A row as it was made, to compare with what is read.
  struct Row {
    var token: String
    var symbol: String
    var name: String
    var expiry = ""
    /// A hundred times the rupees; below zero where there is none.
    var strike: Int64 = -1
    var lot: Int64 = 1
    var type = ""
    var segment = "NSE"
    var tick: Int64 = 5
  }

  private(set) var rows: [Row] = []
  private var random: SplitMix64
  private var token = 1000

  static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// Makes so many rows.
  init(rows count: Int, seed: UInt64) {
    random = SplitMix64(seed: seed)
    addIndices()
    let shares = count / 12
    for number in 0..<shares { addShare(number) }
    let underlyings =
      [
        ("NIFTY", "OPTIDX", "NFO", 50), ("BANKNIFTY", "OPTIDX", "NFO", 100),
        ("SENSEX", "OPTIDX", "BFO", 100), ("CRUDEOIL", "OPTFUT", "MCX", 50),
      ] + (0..<180).map { ("SHARE\($0)", "OPTSTK", "NFO", 10) }
    var month = 0
    while rows.count < count {
      for (name, type, segment, step) in underlyings where rows.count < count {
        addExpiry(name, type, segment, step, month: month, most: count)
      }
      month += 1
    }
    rows.shuffle(using: &random)
  }

  private mutating func addIndices() {
    let indices = [
      ("99926000", "Nifty 50", "NIFTY", "NSE"), ("99926009", "Nifty Bank", "BANKNIFTY", "NSE"),
      ("99926017", "India VIX", "INDIA VIX", "NSE"), ("99919000", "SENSEX", "SENSEX", "BSE"),
    ]
    for (token, symbol, name, segment) in indices {
      rows.append(
        Row(
          token: token, symbol: symbol, name: name, strike: 0, type: "AMXIDX", segment: segment,
          tick: 0))
    }
  }

  private mutating func addShare(_ number: Int) {
    let segment = number % 3 == 0 ? "BSE" : "NSE"
    let tick: Int64 = [1, 5, 10, 50].randomElement(using: &random) ?? 5
    rows.append(
      Row(
        token: next(), symbol: segment == "BSE" ? "SHARE\(number)" : "SHARE\(number)-EQ",
        name: "SHARE\(number)", segment: segment, tick: tick))
  }

  private mutating func addExpiry(
    _ name: String, _ type: String, _ segment: String, _ step: Int, month: Int, most: Int
  ) {
    let (day, year) = (10 + Int.random(in: 0..<18, using: &random), 2026 + (10 + month) / 12)
    let word = Self.months[(10 + month) % 12]
    let expiry = "\(day)\(word)\(year)"
    let lot = Int64.random(in: 1...900, using: &random)
    rows.append(
      Row(
        token: next(), symbol: "\(name)\(day)\(word)\(year % 100)FUT", name: name, expiry: expiry,
        lot: lot,
        type: type.replacing("OPT", with: "FUT"), segment: segment, tick: 10))
    let middle = Int.random(in: 20...500, using: &random) * step
    for number in 0..<60 {
      let strike = middle + number * step
      for right in ["CE", "PE"] where rows.count < most {
        rows.append(
          Row(
            token: next(), symbol: "\(name)\(day)\(word)\(year % 100)\(strike)\(right)", name: name,
            expiry: expiry, strike: Int64(strike) * 100, lot: lot, type: type, segment: segment))
      }
    }
  }

  private mutating func next() -> String {
    token += 1
    return String(token)
  }

  /// The list as it is served.
  var json: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 260)
    for (number, row) in rows.enumerated() {
      bytes += (number == 0 ? "[" : ",").utf8
      bytes += Self.json(row, number).utf8
    }
    bytes += "]".utf8
    return bytes
  }

  /// A row in one of the spellings that occur.
  private static func json(_ row: Row, _ number: Int) -> String {
    let strike =
      switch number % 3 {
      case 0: "\(row.strike).000000"
      case 1: "\(row.strike).0"
      default: "\(row.strike)"
      }
    let news =
      number % 4 == 0
      ? ""
      : #","freeze_qty":"\#(row.type.hasPrefix("OPT") ? 1800 : 0)","is_cas_enabled":\#(number % 2 == 0)"#
    return #"{"token":"\#(row.token)","symbol":"\#(row.symbol)","name":"\#(row.name)","#
      + #""expiry":"\#(row.expiry)","strike":"\#(strike)","lotsize":"\#(row.lot)","#
      + #""instrumenttype":"\#(row.type)","exch_seg":"\#(row.segment)","tick_size":"\#(row.tick).000000"\#(news)}"#
  }
}
