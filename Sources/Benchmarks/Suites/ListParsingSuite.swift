import Brokers

extension Suite {
  /// The list of instruments of a broker, read in pieces as the network brings it, and its index.
  package static let listParsing = Suite(
    name: "master-parse", measures: "instruments out of the list of a broker, with their index",
    yardstick: "a sum over the bytes of the same list, one by one",
    entries: MadeLists.Form.allCases.map { form in
      Entry(
        part: form.rawValue,
        // The other list has a third of the bytes, and nothing is asked of it.
        form == .smartAPI ? Requirement(1_000_000, .perSecond, besideYardstickOf: 260) : nil)
    }
  ) { effort, _ in
    { entry in
      guard let form = entry.part.flatMap(MadeLists.Form.init) else {
        preconditionFailure("every part is a form of lists")
      }
      // As many as brokers list, where that many are to be read.
      let rows = effort.rows * 3 / 2
      let list = MadeLists.list(rows, of: form)
      return Pair(
        subject: ListParsing(list, of: form, rows: rows), yardstick: ByteSum(list, rows: rows))
    }
  }
}

/// Adds the bytes of a list up in a way that must take them one after the other.
final class ByteSum: Contender {
  let operations: Int
  private let list: [UInt8]

  init(_ list: [UInt8], rows: Int) {
    self.list = list
    operations = rows
  }

  func run() -> Double {
    // The hash of Fowler, Noll and Vo.
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in list { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Double(sum)
  }
}

/// Reads a list of instruments.
final class ListParsing: Contender {
  let operations: Int
  private let list: [UInt8]
  private let form: MadeLists.Form

  init(_ list: [UInt8], of form: MadeLists.Form, rows: Int) {
    self.list = list
    self.form = form
    operations = rows
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
    return Double(index.table.count + index.named("NIFTY").count)
  }
}
