/// The fields that a command adds to every record, with their values for the present one.
///
/// The names are given once; a record's values are set before it is written.
public struct AddedFields: ~Copyable {
  /// The slots under which the reader was asked for the same names, to find a field that is there.
  let slots: [Int]
  /// The names, as they stand in the table of slots.
  public let names: [String]
  private let keys: [[UInt8]]
  private var values = ByteBuffer(capacity: 256)
  private var starts: [Int]
  private var ends: [Int]

  /// Creates fields without values.
  ///
  /// - Parameters:
  ///   - names: the names, in the order in which they are added.
  ///   - firstSlot: the slot of the first name; those of the others follow it.
  public init(_ names: [String], firstSlot: Int) {
    self.names = names
    slots = Array(firstSlot..<firstSlot + names.count)
    keys = names.map { Array("\"\($0)\":".utf8) }
    starts = Array(repeating: 0, count: names.count)
    ends = starts
  }

  /// How many fields are added.
  public var count: Int { names.count }

  /// Forgets the values of the record before.
  public mutating func begin() {
    values.removeAll()
    for index in starts.indices {
      starts[index] = 0
      ends[index] = 0
    }
  }

  /// Sets a field to a truth value.
  public mutating func set(_ index: Int, _ value: Bool) {
    starts[index] = values.count
    if value { values.append("true") } else { values.append("false") }
    ends[index] = values.count
  }

  /// Appends the name and the value of a field.
  func write(_ index: Int, to buffer: inout ByteBuffer) {
    buffer.append(keys[index])
    writeValue(index, to: &buffer)
  }

  /// Appends the value of a field, as JSON.
  func writeValue(_ index: Int, to buffer: inout ByteBuffer) {
    unsafe values.withBytes { bytes in
      unsafe buffer.append(
        UnsafeBufferPointer(rebasing: bytes[starts[index]..<ends[index]]))
    }
  }
}
