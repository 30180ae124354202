extension TimeSpan {
  /// Reads a length of time such as `250ms`, `30s`, `5m`, `2h`, `1d` or `1h30m`.
  ///
  /// Every whole number has its unit, and the larger unit stands first. There are no signs, blanks,
  /// decimals and capitals.
  ///
  /// - Returns: `nil` for any other text, and for what is longer than 292 million years.
  public init?(text: Span<UInt8>) {
    var index = 0
    var total: Int64 = 0
    var previous: Unit?
    repeat {
      guard let count = Self.readCount(text, &index), let unit = Unit(text, &index),
        unit.rawValue < previous?.rawValue ?? .max
      else { return nil }
      let (part, overflow) = count.multipliedReportingOverflow(by: unit.rawValue)
      let (sum, sumOverflow) = total.addingReportingOverflow(part)
      guard !overflow, !sumOverflow else { return nil }
      total = sum
      previous = unit
    } while index < text.count
    self.init(milliseconds: total)
  }

  /// Reads a length of time, or gives `nil`, by the rules of `init(text:)`.
  public init?(_ text: String) {
    self.init(text: Array(text.utf8).span)
  }

  private static func readCount(_ text: Span<UInt8>, _ index: inout Int) -> Int64? {
    let start = index
    var count: Int64 = 0
    while let digit = text.number(at: index, digits: 1) {
      let (shifted, overflow) = count.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = shifted.addingReportingOverflow(Int64(digit))
      guard !overflow, !sumOverflow else { return nil }
      count = sum
      index += 1
    }
    return index > start ? count : nil
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The length in the form that is read, `1h30m`; a negative one, which is not read, has a minus.
  public var description: String {
    if milliseconds == 0 { return "0s" }
    var rest = milliseconds.magnitude
    var text = milliseconds < 0 ? "-" : ""
    for unit in Unit.allCases {
      let (count, remainder) = rest.quotientAndRemainder(dividingBy: UInt64(unit.rawValue))
      if count > 0 { text += "\(count)\(unit.name)" }
      rest = remainder
    }
    return text
  }
}

/// The units of a length of time, the largest first, in milliseconds.
private enum Unit: Int64, CaseIterable {
  case day = 86_400_000
  case hour = 3_600_000
  case minute = 60_000
  case second = 1000
  case millisecond = 1

  /// Reads the name of a unit.
  init?(_ text: Span<UInt8>, _ index: inout Int) {
    let start = index
    while index < text.count, text.number(at: index, digits: 1) == nil { index += 1 }
    let name = text.extracting(start..<index)
    for unit in Self.allCases where name.holds(unit.name) {
      self = unit
      return
    }
    return nil
  }

  var name: String {
    switch self {
    case .day: "d"
    case .hour: "h"
    case .minute: "m"
    case .second: "s"
    case .millisecond: "ms"
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of a text.
  fileprivate func holds(_ text: String) -> Bool {
    text.utf8.count == count && text.utf8.enumerated().allSatisfy { self[$0.offset] == $0.element }
  }
}
