internal import Scalars

/// What a broker answers to whoever asks for its list of instruments.
package enum InstrumentAnswer: Sendable {
  /// The list is the one that was known.
  case unchanged
  /// Another one.
  case list(InstrumentTable, MasterSummary, WireVersion)

  /// A question for a list of instruments, which may be read while it comes.
  ///
  /// - Parameters:
  ///   - reading: reads the list of the broker.
  ///   - failed: what an answer says that is none.
  static func query(
    _ request: BrokerRequest, _ reading: InstrumentReading,
    failed: @escaping @Sendable (WireAnswer) -> BrokerOutcome<InstrumentAnswer>?
  ) -> BrokerQuery<InstrumentAnswer> {
    BrokerQuery(request, list: reading) { answer in
      if answer.status == 304 { return .ok(.unchanged) }
      if case .success = answer.list { return read(answer, reading) }
      return failed(answer) ?? read(answer, reading)
    }
  }

  private static func read(
    _ answer: WireAnswer, _ reading: InstrumentReading
  ) -> BrokerOutcome<InstrumentAnswer> {
    switch answer.list ?? whole(answer.body, reading) {
    case .success(let list): .ok(.list(list.table, list.summary, answer.version))
    case .failure(let refusal):
      .protocolBroken(
        BrokerFailure(message: "the list of instruments is refused: \(refusal.problem)"))
    }
  }

  private static func whole(
    _ body: [UInt8], _ reading: InstrumentReading
  ) -> InstrumentIntake.List {
    var intake = InstrumentIntake(reading)
    _ = intake.add(body.span)
    return intake.finish()
  }
}
