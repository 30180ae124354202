internal import Market
internal import Records
internal import Scalars

/// A candle as brokers write it: time, open, high, low, close, volume, and perhaps open interest.
struct CandleCells {
  private let cells: [JSONValue]
  private let place: String

  /// Takes the values of a row.
  init(_ cells: [JSONValue], at place: String) {
    self.cells = cells
    self.place = place
  }

  /// The candle that they are.
  ///
  /// - Parameters:
  ///   - time: how the broker writes times.
  ///   - hasInterest: whether a seventh value may follow.
  func candle(
    _ time: WireType<Timestamp>, hasInterest: Bool = false
  ) throws(WireFault) -> Candle {
    guard cells.count == 6 || hasInterest && cells.count == 7 else {
      throw WireFault(
        field: place,
        reason: .wrong(wanted: hasInterest ? "a row of six or seven values" : "a row of six values")
      )
    }
    return Candle(
      start: try read(time, 0), day: try read(.dayOfTime, 0), open: try read(.price, 1),
      high: try read(.price, 2), low: try read(.price, 3), close: try read(.price, 4),
      volume: try read(.count, 5),
      openInterest: cells.count == 7 && !cells[6].isNothing ? try read(.count, 6) : nil)
  }

  private func read<Value>(
    _ type: WireType<Value>, _ column: Int
  ) throws(WireFault) -> Value {
    guard let value = type.read(cells[column]) else {
      throw WireFault(field: "\(place)[\(column)]", reason: .wrong(wanted: type.wanted))
    }
    return value
  }
}

extension WireType<Day> {
  /// The day of a time as it is written, whatever its offset.
  static let dayOfTime = WireType(wanted: "a time that begins with its day") { value in
    let bytes = value.bytes
    guard value.kind == .text, bytes.count >= 10 else { return nil }
    return try? Day(text: bytes.span.extracting(0..<10))
  }
}
