import CommandLineKit
import Records
import Scalars
import Streams

/// Records that a command makes itself, few enough to be held, with the same fields each.
struct MadeRecords {
  /// What stands in a field.
  enum Value: Sendable {
    case null
    case text(String)
    case number(Double)
    case whole(Int64)
    case boolean(Bool)
    case texts([String])
  }

  /// A field with the number of decimals that its values have; nil for as many as they need.
  struct Column: Sendable {
    let name: String
    let decimals: Int?

    /// A field with the decimals of its declaration, or with others.
    init(_ name: String, decimals: Int?? = nil) {
      self.name = name
      self.decimals = decimals ?? Field.named(name)?.decimals
    }
  }

  let columns: [Column]
  private(set) var rows: [[Value]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a record with a value for each field.
  mutating func add(_ values: [Value]) {
    precondition(values.count == columns.count, "a record has a value for each field")
    rows.append(values)
  }

  /// The same records with these fields alone, in this order; all of them where none are named.
  func selecting(_ names: [String]) throws(UsageError) -> MadeRecords {
    if names.isEmpty { return self }
    var places: [Int] = []
    for name in names {
      guard let place = columns.firstIndex(where: { $0.name == name }) else {
        let known = columns.map(\.name)
        let meant = nearest(to: name, in: known).map { "did you mean '\($0)'?" }
        throw .combination(
          "--fields: the result has no field '\(name)'; "
            + (meant ?? "it has \(known.joined(separator: ", "))"))
      }
      places.append(place)
    }
    var selected = MadeRecords(places.map { columns[$0] })
    for row in rows { selected.add(places.map { row[$0] }) }
    return selected
  }

  /// The records in a form that is no table for a person.
  func text(_ form: StreamPlan.Form) -> String {
    switch form {
    case .lines: lines
    case .array: rows.isEmpty ? "[]\n" : "[" + objects.joined(separator: ",\n") + "\n]\n"
    case .cells(let separator): table(separator: separator, hasHeader: true)
    case .table, .closingOnly: ""
    }
  }

  /// The same where the header of a table was written before.
  func textWithoutHeader(_ form: StreamPlan.Form) -> String {
    guard case .cells(let separator) = form else { return text(form) }
    return table(separator: separator, hasHeader: false)
  }

  /// Each record as an object.
  var objects: [String] {
    let keys = keys
    return rows.map { row in
      var buffer = ByteBuffer()
      write(row, keys, to: &buffer)
      return buffer.text
    }
  }

  /// Each record as an object on a line of its own.
  private var lines: String {
    let keys = keys
    var buffer = ByteBuffer()
    for row in rows {
      write(row, keys, to: &buffer)
      buffer.append(UInt8(ascii: "\n"))
    }
    return buffer.text
  }

  /// The cells of the records, as a person reads them.
  var cells: [[String]] {
    rows.map { row in zip(row, columns).map { plain($0, $1) } }
  }

  /// What stands before each value of an object.
  private var keys: [[UInt8]] {
    columns.enumerated().map { place, column in
      Array("\(place == 0 ? "{" : ",")\"\(column.name)\":".utf8)
    }
  }

  private func write(_ row: [Value], _ keys: [[UInt8]], to buffer: inout ByteBuffer) {
    for (place, value) in row.enumerated() {
      buffer.append(keys[place])
      switch value {
      case .null: buffer.append("null")
      case .text(let text): JSONText.write(text, to: &buffer)
      case .texts(let texts):
        buffer.append(text: "[" + texts.map(JSONText.quoted).joined(separator: ",") + "]")
      case .number(let number) where !number.isFinite: buffer.append("null")
      case .whole(let number): buffer.append(number)
      case .number, .boolean: buffer.append(text: plain(value, columns[place]))
      }
    }
    if row.isEmpty { buffer.append(UInt8(ascii: "{")) }
    buffer.append(UInt8(ascii: "}"))
  }

  private func plain(_ value: Value, _ column: Column) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: "; ")
    case .number(let number):
      number.isFinite
        ? column.decimals.map { String(fixed: number, decimals: $0) } ?? String(shortest: number)
        : ""
    case .whole(let number): number.description
    case .boolean(let isTrue): isTrue.description
    }
  }

  private func table(separator: UInt8, hasHeader: Bool) -> String {
    var buffer = ByteBuffer()
    if hasHeader { CellText.writeHeader(columns.map(\.name), separator: separator, to: &buffer) }
    for row in rows {
      for (index, value) in row.enumerated() {
        if index > 0 { buffer.append(separator) }
        let isText =
          switch value {
          case .text, .texts: true
          default: false
          }
        CellText.write(
          plain(value, columns[index]), isText: isText, separator: separator, to: &buffer)
      }
      buffer.append(UInt8(ascii: "\n"))
    }
    return buffer.text
  }
}
