internal import Scalars

/// What a broker answers to whoever asks for its list of instruments.
package enum InstrumentAnswer: Sendable {
  /// The list is the one that was known.
  case unchanged
  /// Another one.
  case list(InstrumentTable, MasterSummary, WireVersion)

  /// Reads an answer whose status says that it is one.
  ///
  /// - Parameter reading: reads the list of the broker.
  static func read(
    _ answer: WireAnswer, _ reading: InstrumentReading
  ) -> BrokerOutcome<InstrumentAnswer> {
    if answer.status == 304 { return .ok(.unchanged) }
    var reading = reading
    var table = InstrumentTable()
    do throws(InstrumentReading.Refusal) {
      try reading.add(answer.body.span, to: &table)
      try reading.finish(to: &table)
      return .ok(.list(table, reading.summary, answer.version))
    } catch {
      return .protocolBroken(
        BrokerFailure(message: "the list of instruments is refused: \(error.problem)"))
    }
  }
}
