/// The columns of a table as they are written into JSON objects, worked out once for a header.
struct ColumnKeys: Sendable {
  /// What the cells of a column become.
  enum Form: UInt8, Sendable {
    /// A string, whatever it looks like.
    case text
    /// An array or an object.
    case nested
    /// `true` or `false`.
    case boolean
    /// A number.
    case number
    /// What it looks like: the column is the user's own.
    case any

    init(_ type: FieldType?) {
      switch type {
      case nil: self = .any
      case .text, .symbol, .choice, .day: self = .text
      case .list, .object: self = .nested
      case .boolean: self = .boolean
      case .price, .strike, .money, .number, .quantity, .integer, .time: self = .number
      }
    }
  }

  /// The names one after the other, each as `,"name":`.
  private let bytes: [UInt8]
  private let starts: [Int]
  /// What the cells of each column become.
  let forms: [Form]

  /// How many columns there are.
  var count: Int { forms.count }

  init(_ names: [String], types: [FieldType?]) {
    var keys = ByteBuffer()
    var starts = [0]
    for name in names {
      keys.append(UInt8(ascii: ","))
      var name = name
      name.withUTF8 { unsafe JSONText.write($0, to: &keys) }
      keys.append(UInt8(ascii: ":"))
      starts.append(keys.count)
    }
    bytes = unsafe keys.withBytes { unsafe Array($0) }
    self.starts = starts
    forms = types.map(Form.init)
  }

  /// The keys of a table with this header.
  init(_ header: CSVHeader) {
    self.init(header.names, types: header.names.map { Field.named($0)?.type })
  }

  /// Appends the name of a column and its colon, and before it a comma when it is not the first.
  @inline(__always)
  func write(_ column: Int, isFirst: inout Bool, to buffer: inout ByteBuffer) {
    let start = starts[column] + (isFirst ? 1 : 0)
    isFirst = false
    let end = starts[column + 1]
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe buffer.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }
}
