/// The fields that a command adds to a record, with their values for the present one.
///
/// The names are given once. For each record either all values are set, in their order, or none: a
/// record that the command has nothing to say of goes on as it is.
@safe
public struct AddedFields: ~Copyable {
  /// The slots under which the reader was asked for the same names, to find a field that is there.
  let slots: [Int]
  /// The names, as they stand in the table of slots.
  public let names: [String]
  /// The names as they stand in JSON, each with a comma before it and a colon behind it.
  private let keys: UnsafeMutableBufferPointer<UInt8>
  private let keyEnds: UnsafeMutableBufferPointer<Int>
  /// The fields as they stand in JSON, each with a comma before it.
  private var text = ByteBuffer(capacity: 512)
  /// Where each value stands in the text; a text with its quotes, and a null nowhere.
  private var starts: [Int]
  private var ends: [Int]
  private var setCount = 0

  /// Creates fields without values.
  ///
  /// - Parameters:
  ///   - names: the names, in the order in which they are added.
  ///   - firstSlot: the slot of the first name; those of the others follow it.
  public init(_ names: [String], firstSlot: Int) {
    self.names = names
    slots = Array(firstSlot..<firstSlot + names.count)
    let texts = names.map { Array(",\"\($0)\":".utf8) }
    unsafe keys = .allocate(capacity: texts.reduce(0) { $0 + $1.count })
    _ = unsafe keys.initialize(from: texts.joined())
    unsafe keyEnds = .allocate(capacity: names.count + 1)
    unsafe keyEnds.initialize(repeating: 0)
    for (index, text) in texts.enumerated() {
      unsafe keyEnds[index + 1] = keyEnds[index] + text.count
    }
    starts = Array(repeating: 0, count: names.count)
    ends = starts
  }

  deinit {
    unsafe keys.deallocate()
    unsafe keyEnds.deallocate()
  }

  private func key(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(rebasing: keys[keyEnds[index]..<keyEnds[index + 1]])
  }

  /// How many fields are added.
  public var count: Int { names.count }

  /// Whether the present record has none of them.
  var isEmpty: Bool { setCount == 0 }

  /// Forgets the values of the record before.
  @inline(__always)
  public mutating func begin() {
    text.removeAll()
    setCount = 0
  }

  /// Sets the next field to a truth value.
  public mutating func set(_ index: Int, _ value: Bool) {
    beginValue(index)
    if value { text.append("true") } else { text.append("false") }
    ends[index] = text.count
  }

  /// Sets the next field to a number with so many decimals; to the shortest text that stands for it
  /// where none are given, and to null where it is none.
  @inline(__always)
  public mutating func set(_ index: Int, _ value: Double, decimals: Int?) {
    guard value.isFinite else { return setNull(index) }
    beginValue(index)
    text.append(value, decimals: decimals)
    ends[index] = text.count
  }

  /// Sets the next field to a whole number.
  public mutating func set(_ index: Int, _ value: Int64) {
    beginValue(index)
    text.append(value)
    ends[index] = text.count
  }

  /// Sets the next field to a word of the program's own, which needs no escapes.
  @inline(__always)
  public mutating func set(_ index: Int, word: StaticString) {
    beginValue(index)
    text.append(UInt8(ascii: "\""))
    text.append(word)
    text.append(UInt8(ascii: "\""))
    ends[index] = text.count
  }

  /// Sets the next field to a text.
  public mutating func set(_ index: Int, text value: String) {
    beginValue(index)
    var value = value
    value.withUTF8 { unsafe JSONText.write($0, to: &text) }
    ends[index] = text.count
  }

  /// Leaves the next field as the record has it, which must have one.
  public mutating func keep(_ index: Int) {
    precondition(index == setCount, "added fields are set in their order")
    setCount += 1
    starts[index] = -1
    ends[index] = -1
  }

  /// Whether the record's own value stays.
  func isKept(_ index: Int) -> Bool { isEmpty || starts[index] < 0 }

  /// Sets the next field to null.
  public mutating func setNull(_ index: Int) {
    beginValue(index)
    ends[index] = text.count
    text.append("null")
  }

  @inline(__always)
  private mutating func beginValue(_ index: Int) {
    precondition(index == setCount, "added fields are set in their order")
    setCount += 1
    unsafe text.append(key(index))
    starts[index] = text.count
  }

  /// Appends all fields behind those of a record, or as the first of one that has none.
  @inline(__always)
  func write(to buffer: inout ByteBuffer, isFirst: Bool) {
    if isEmpty { return }
    precondition(setCount == count, "all added fields are set or none")
    unsafe text.withBytes { bytes in
      unsafe buffer.append(UnsafeBufferPointer(rebasing: bytes[(isFirst ? 1 : 0)...]))
    }
  }

  /// Appends the name and the value of a field.
  func write(_ index: Int, isFirst: Bool, to buffer: inout ByteBuffer) {
    unsafe buffer.append(UnsafeBufferPointer(rebasing: key(index)[(isFirst ? 1 : 0)...]))
    writeValue(index, to: &buffer)
  }

  /// Appends the value of a field, as JSON.
  func writeValue(_ index: Int, to buffer: inout ByteBuffer) {
    if isNull(index) { return buffer.append("null") }
    unsafe text.withBytes { bytes in
      unsafe buffer.append(UnsafeBufferPointer(rebasing: bytes[starts[index]..<ends[index]]))
    }
  }

  /// Whether a field has no value.
  func isNull(_ index: Int) -> Bool { isEmpty || starts[index] == ends[index] }

  /// Appends the value of a field as the cell of a table, where null is empty.
  func writeCell(_ index: Int, separator: UInt8, to buffer: inout ByteBuffer) {
    if isNull(index) { return }
    guard let plain = plainText(index) else { return writeValue(index, to: &buffer) }
    unsafe plain.withUnsafeBufferPointer {
      unsafe CellText.write($0, isText: true, separator: separator, to: &buffer)
    }
  }

  /// The value of a field as a person reads it, empty where there is none.
  func cellText(_ index: Int) -> String {
    if isNull(index) { return "" }
    if let plain = plainText(index) { return String(decoding: plain, as: UTF8.self) }
    return unsafe text.withBytes { bytes in
      unsafe String(decoding: bytes[starts[index]..<ends[index]], as: UTF8.self)
    }
  }

  /// The text of a field, its quotes and escapes taken away; nil where it is no text.
  private func plainText(_ index: Int) -> [UInt8]? {
    unsafe text.withBytes { bytes in
      let value = unsafe UnsafeBufferPointer(rebasing: bytes[starts[index]..<ends[index]])
      guard unsafe value.first == UInt8(ascii: "\"") else { return nil }
      var plain: [UInt8] = []
      unsafe JSONEscape.decode(
        UnsafeBufferPointer(rebasing: value.dropFirst().dropLast()), into: &plain)
      return plain
    }
  }
}
