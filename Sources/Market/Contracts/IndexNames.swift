/// What indices are called in the lists of brokers.
public struct IndexNames: Sendable {
  private struct Name: Hashable {
    let exchange: Exchange
    let spelled: [UInt8]
  }

  private var indices: [Name: String] = [:]

  /// The index that says how much the market fears.
  public static let volatility = "INDIAVIX"

  init(_ reader: TableReader) throws(TableProblem) {
    let columns = ["index", "exchange", "name", "source", "confidence"]
    for row in try reader.rows(.indexNames, columns: columns) {
      let name = Name(
        exchange: try row.choice("exchange"), spelled: Self.folded(try row.text("name")))
      guard !name.spelled.isEmpty else { throw row.problem("name", "a name has letters") }
      // A row of the user's takes the place of ours.
      indices[name] = try row.text("index")
    }
  }

  /// The index that is meant by a name, whatever the case of its letters and the blanks in it.
  public func index(named name: String, _ exchange: Exchange) -> String? {
    indices[Name(exchange: exchange, spelled: Self.folded(name))]
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: nil
      }
    }
  }
}
