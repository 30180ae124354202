import CommandLineKit
import Files
import Market
import Records
import Scalars

/// The Greeks that a broker gave, by contract.
struct BrokerGreeks: Sendable {
  /// What the broker says of an option; what it does not say is not a number.
  struct Entry: Sendable {
    var volatility = Double.nan
    var delta = Double.nan
    var gamma = Double.nan
    var theta = Double.nan
    var vega = Double.nan

    subscript(greek: Greek) -> Double {
      switch greek {
      case .volatility: volatility
      case .delta: delta
      case .gamma: gamma
      case .theta: theta
      case .vega: vega
      }
    }
  }

  /// What a broker gives beside ours.
  enum Greek: String, Sendable, CaseIterable {
    case volatility = "iv"
    case delta, gamma, theta, vega
  }

  /// The names of the fields in the broker's answer, in its order.
  static let names = [
    "name", "expiry", "strikePrice", "optionType", "delta", "gamma", "theta", "vega",
    "impliedVolatility", "tradeVolume",
  ]

  private struct Key: Hashable {
    let underlying: String
    let expiry: Day
    let strike: Int64
    let isCall: Bool
  }

  private var entries: [Key: Entry] = [:]
  /// How many options the broker names.
  var count: Int { entries.count }

  /// Reads a file: the broker's answer as it came, or its rows in any form that is read.
  ///
  /// - Parameter rejecting: called with what is wrong with a row.
  init(
    _ path: String, rejecting: (RecordList.Rejected) -> Void
  ) throws {
    let bytes = try ByteSource.bytes(of: path)
    var found: [Key: Entry] = [:]
    let slots = FieldSlots(Self.names.map { [$0] })
    do {
      let rejected = try RecordList.read(bytes, member: "data", slots: slots) {
        reader throws(RecordProblem) in
        let (key, entry) = try Self.entry(&reader)
        found[key] = entry
      }
      for row in rejected { rejecting(row) }
    } catch {
      throw UsageError.combination("\(path): \(error.message)")
    }
    guard !found.isEmpty else {
      throw UsageError.combination(
        "\(path): there are no Greeks in it" + (Self.refusal(bytes).map { ": \($0)" } ?? ""))
    }
    entries = found
  }

  /// What the broker said instead of an answer.
  private static func refusal(_ bytes: [UInt8]) -> String? {
    var words: [String] = []
    let slots = FieldSlots([["errorcode"], ["errorCode"], ["message"]])
    _ = try? RecordList.read(bytes, member: "", slots: slots) { reader throws(RecordProblem) in
      words += (0..<3).map { reader.plainText($0) }.compactMap(\.self).filter { !$0.isEmpty }
    }
    return words.isEmpty ? nil : words.map { ForeignText.quoted($0) }.joined(separator: ", ")
  }

  private static func entry(
    _ reader: inout RecordReader
  ) throws(RecordProblem) -> (Key, Entry) {
    guard let name = reader.plainText(0), let day = reader.plainText(1).flatMap(day),
      let strike = number(&reader, 2), strike > 0,
      let right = reader.plainText(3).flatMap(OptionRight.init(rawValue:))
    else {
      throw RecordProblem(
        .refused(
          code: "broker-row", message: "a row needs name, expiry, strikePrice and optionType",
          hint: "as in the answer of optionGreek"))
    }
    let key = Key(
      underlying: name, expiry: day, strike: Money(nearestTo: strike).paise,
      isCall: right == .call)
    return (
      key,
      Entry(
        volatility: number(&reader, 8) ?? .nan, delta: number(&reader, 4) ?? .nan,
        gamma: number(&reader, 5) ?? .nan, theta: number(&reader, 6) ?? .nan,
        vega: number(&reader, 7) ?? .nan)
    )
  }

  private static func day(_ text: String) -> Day? {
    Day(brokerText: text) ?? Day(argument: text)
  }

  /// A number, which the broker writes as a text.
  private static func number(_ reader: inout RecordReader, _ slot: Int) -> Double? {
    reader.plainText(slot).flatMap { Number($0)?.doubleValue }
  }

  /// What the broker says of an option.
  func entry(_ underlying: String, _ expiry: Day, strike: Double, isCall: Bool) -> Entry? {
    let paise = Money(nearestTo: strike).paise
    return entries[
      Key(underlying: underlying, expiry: expiry, strike: paise, isCall: isCall)]
  }
}
