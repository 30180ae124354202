/// A broker's list of instruments on its way in, of which nothing is kept but what was read.
package struct InstrumentIntake: Sendable {
  private var reading: InstrumentReading
  private var table = InstrumentTable()
  private var refusal: InstrumentReading.Refusal?

  /// A list that was read to its end, or why it is refused as a whole.
  package typealias List = Result<
    (table: InstrumentTable, summary: MasterSummary), InstrumentReading.Refusal
  >

  /// Begins with nothing.
  package init(_ reading: InstrumentReading) { self.reading = reading }

  /// Takes the next piece.
  ///
  /// - Returns: whether more is wanted; a list that was refused is of no use any more.
  package mutating func add(_ piece: Span<UInt8>) -> Bool {
    guard refusal == nil else { return false }
    do throws(InstrumentReading.Refusal) {
      try reading.add(piece, to: &table)
      return true
    } catch {
      refusal = error
      return false
    }
  }

  /// Ends the list.
  package mutating func finish() -> List {
    if let refusal { return .failure(refusal) }
    do throws(InstrumentReading.Refusal) {
      try reading.finish(to: &table)
      return .success((table, reading.summary))
    } catch {
      return .failure(error)
    }
  }
}
