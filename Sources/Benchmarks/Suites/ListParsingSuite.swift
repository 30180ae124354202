import Brokers

extension Suite {
  /// The list of instruments of a broker, read in pieces as the network brings it, and its index.
  package static let listParsing = Suite(
    name: "master-parse", measures: "instruments out of the list of a broker, with their index",
    yardstick: "a copy of the bytes of the same list",
    entries: MadeLists.Form.allCases.map { form in
      Entry(
        part: form.rawValue,
        // The other list has a third of the bytes, and nothing is asked of it.
        form == .smartAPI ? Requirement(1_000_000, .perSecond, besideYardstickOf: 17) : nil)
    }
  ) { _, _ in
    { entry in
      guard let form = entry.part.flatMap(MadeLists.Form.init) else {
        preconditionFailure("every part is a form of lists")
      }
      let list = MadeLists.list(ListParsing.rows, of: form)
      return Pair(
        subject: ListParsing(list, of: form),
        yardstick: FrameCopying([list], operations: ListParsing.rows))
    }
  }
}

/// Reads a list of instruments.
final class ListParsing: Contender {
  /// A fifteenth of what brokers list, to which all of it is in proportion.
  static let rows = 10_000

  let operations = ListParsing.rows
  private let list: [UInt8]
  private let form: MadeLists.Form

  init(_ list: [UInt8], of form: MadeLists.Form) {
    self.list = list
    self.form = form
  }

  /// What the network brings at a time.
  private static let piece = 16 << 10

  func run() throws -> Double {
    var intake = InstrumentIntake(
      form == .kite ? .kite(KiteInstruments()) : .smartAPI(SmartAPIMaster()))
    let bytes = list
    var place = 0
    while place < bytes.count {
      let end = min(place + Self.piece, bytes.count)
      guard intake.add(bytes.span.extracting(place..<end)) else { break }
      place = end
    }
    let index = InstrumentIndex(try intake.finish().get().table)
    return Double(index.table.count + index.repeated)
  }
}
