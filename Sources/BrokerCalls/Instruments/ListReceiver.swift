internal import Brokers
internal import Transport

/// Reads a list of instruments while it comes over the network.
final class ListReceiver: BodyReceiver {
  private let reading: InstrumentReading
  private var intake: InstrumentIntake
  /// Whether it was refused before its end.
  private(set) var isRefused = false
  /// How it begins, which says what came where it is no list.
  private(set) var head: [UInt8] = []

  private static let longestHead = 16 << 10

  init(_ reading: InstrumentReading) {
    self.reading = reading
    intake = InstrumentIntake(reading)
  }

  func take(_ piece: Span<UInt8>) -> Bool {
    for index in 0..<min(piece.count, Self.longestHead - head.count) { head.append(piece[index]) }
    isRefused = !intake.add(piece)
    return !isRefused
  }

  func forget() -> Bool {
    intake = InstrumentIntake(reading)
    (isRefused, head) = (false, [])
    return true
  }

  /// Ends the list.
  func finish() -> InstrumentIntake.List { intake.finish() }
}

/// Takes a body as it is, however long it may be.
final class WholeBody: BodyReceiver {
  private(set) var bytes: [UInt8] = []

  func take(_ piece: Span<UInt8>) -> Bool {
    for index in 0..<piece.count { bytes.append(piece[index]) }
    return true
  }

  func forget() -> Bool {
    bytes = []
    return true
  }
}
