/// The fields that a command adds to a record, with their values for the present one.
///
/// The names are given once. For each record either all values are set, in their order, or none: a
/// record that the command has nothing to say of goes on as it is.
@safe
public struct AddedFields: ~Copyable {
  /// The slot under which the reader was asked for the first of the names, to find a field that is there;
  /// those of the others follow.
  let firstSlot: Int
  /// The names, as they stand in the table of slots.
  public let names: [String]
  /// The fields as they were written last.
  private let fields: FieldTexts
  /// The fields as they stand in JSON, each with a comma before it.
  private var text = ByteBuffer(capacity: 512)
  /// Where each value stands in the text; a text with its quotes, and a null nowhere.
  private let places: UnsafeMutableBufferPointer<Place>
  private var setCount = 0

  /// Where a value stands, from its first byte to behind its last; below zero where the record's stays.
  private struct Place {
    var start = 0
    var end = 0
  }

  /// Creates fields without values.
  ///
  /// - Parameters:
  ///   - names: the names, in the order in which they are added.
  ///   - firstSlot: the slot of the first name; those of the others follow it.
  public init(_ names: [String], firstSlot: Int) {
    self.names = names
    count = names.count
    self.firstSlot = firstSlot
    fields = FieldTexts(names)
    unsafe places = .allocate(capacity: names.count)
    unsafe places.initialize(repeating: Place())
  }

  deinit {
    unsafe places.deallocate()
  }

  /// How many fields are added.
  public let count: Int

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
    if value { set(index, bare: "true") } else { set(index, bare: "false") }
  }

  /// Sets the next field to a number with so many decimals; to the shortest text that stands for it
  /// where none are given, and to null where it is none.
  @inline(__always)
  public mutating func set(_ index: Int, _ value: Double, decimals: Int?) {
    guard value.isFinite else { return setNull(index) }
    advance(to: index)
    let start = unsafe text.room(for: fields.stride)
    let written = unsafe fields.append(value, decimals: decimals, index, to: start)
    unsafe text.take(written.end - start)
    unsafe places[index] = Place(start: text.count &- written.valueCount, end: text.count)
  }

  /// Sets the next fields to numbers, as one by one.
  ///
  /// - Parameters:
  ///   - range: the fields.
  ///   - numbers: the numbers of the fields from the first on, of which those in the range count.
  ///   - decimals: the decimals of the fields, likewise.
  public mutating func set(_ range: Range<Int>, numbers: [Double], decimals: [Int?]) {
    precondition(
      range.lowerBound == setCount
        && range.upperBound <= min(count, numbers.count, decimals.count),
      "added fields are set in their order")
    setCount = range.upperBound
    let start = unsafe text.room(for: range.count &* fields.stride)
    let first = text.count
    var end = unsafe start
    for index in range {
      let value = numbers[index]
      guard value.isFinite else {
        unsafe end = unsafe fields.appendNull(index, to: end)
        let place = unsafe first &+ (end - start) &- 4
        unsafe places[index] = Place(start: place, end: place)
        continue
      }
      let written = unsafe fields.append(value, decimals: decimals[index], index, to: end)
      unsafe end = unsafe written.end
      let place = unsafe first &+ (end - start)
      unsafe places[index] = Place(start: place &- written.valueCount, end: place)
    }
    unsafe text.take(end - start)
  }

  /// Sets the next field to a whole number.
  public mutating func set(_ index: Int, _ value: Int64) {
    beginValue(index)
    text.append(value)
    endValue(index)
  }

  /// Sets the next field to a word of the program's own, which needs no escapes.
  @inline(__always)
  public mutating func set(_ index: Int, word: StaticString) {
    advance(to: index)
    if let count = fields.write(word, index) { return append(index, valueCount: count) }
    appendName(index)
    text.append(UInt8(ascii: "\""))
    text.append(word)
    text.append(UInt8(ascii: "\""))
    endValue(index)
  }

  private mutating func set(_ index: Int, bare word: StaticString) {
    beginValue(index)
    text.append(word)
    endValue(index)
  }

  /// Sets the next field to a text.
  public mutating func set(_ index: Int, text value: String) {
    beginValue(index)
    var value = value
    value.withUTF8 { unsafe JSONText.write($0, to: &text) }
    endValue(index)
  }

  /// Leaves the next field as the record has it, which must have one.
  public mutating func keep(_ index: Int) {
    advance(to: index)
    unsafe places[index] = Place(start: -1, end: -1)
  }

  /// Whether the record's own value stays.
  func isKept(_ index: Int) -> Bool { unsafe isEmpty || places[index].start < 0 }

  /// Sets the next field to null.
  public mutating func setNull(_ index: Int) {
    beginValue(index)
    endValue(index)
    text.append("null")
  }

  private mutating func beginValue(_ index: Int) {
    advance(to: index)
    appendName(index)
  }

  private mutating func appendName(_ index: Int) {
    unsafe text.append(padded: fields[index])
    unsafe places[index].start = text.count
  }

  /// Appends a field as it is written among the texts of the fields.
  @inline(__always)
  private mutating func append(_ index: Int, valueCount: Int) {
    let field = unsafe fields[index, valueCount: valueCount]
    unsafe text.append(padded: field)
    unsafe places[index] = Place(start: text.count &- valueCount, end: text.count)
  }

  @inline(__always)
  private mutating func advance(to index: Int) {
    precondition(index == setCount, "added fields are set in their order")
    setCount += 1
    precondition(setCount <= count, "there are no more added fields")
  }

  @inline(__always)
  private mutating func endValue(_ index: Int) {
    unsafe places[index].end = text.count
  }

  /// Where a value stands in the text.
  private func range(_ index: Int) -> Range<Int> {
    unsafe places[index].start..<places[index].end
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
    unsafe buffer.append(UnsafeBufferPointer(rebasing: fields[index][(isFirst ? 1 : 0)...]))
    writeValue(index, to: &buffer)
  }

  /// Appends the value of a field, as JSON.
  func writeValue(_ index: Int, to buffer: inout ByteBuffer) {
    if isNull(index) { return buffer.append("null") }
    unsafe text.withBytes { bytes in
      unsafe buffer.append(UnsafeBufferPointer(rebasing: bytes[range(index)]))
    }
  }

  /// Whether a field has no value.
  func isNull(_ index: Int) -> Bool { isEmpty || range(index).isEmpty }

  /// Appends the value of a field as the cell of a table, where null is empty.
  func writeCell(_ index: Int, separator: UInt8, to buffer: inout ByteBuffer) {
    if isNull(index) { return }
    guard let plain = plainText(index) else { return writeValue(index, to: &buffer) }
    unsafe plain.withUnsafeBufferPointer { text in
      // A number is no formula, also where it is written as a text.
      let isNumber = unsafe NumberScan.number(text) != nil
      unsafe CellText.write(text, isText: !isNumber, separator: separator, to: &buffer)
    }
  }

  /// The value of a field as a person reads it, empty where there is none.
  func cellText(_ index: Int) -> String {
    if isNull(index) { return "" }
    if let plain = plainText(index) { return String(decoding: plain, as: UTF8.self) }
    return unsafe text.withBytes { bytes in
      unsafe String(decoding: bytes[range(index)], as: UTF8.self)
    }
  }

  /// The text of a field, its quotes and escapes taken away; nil where it is no text.
  private func plainText(_ index: Int) -> [UInt8]? {
    unsafe text.withBytes { bytes in
      let value = unsafe UnsafeBufferPointer(rebasing: bytes[range(index)])
      guard unsafe value.first == UInt8(ascii: "\"") else { return nil }
      var plain: [UInt8] = []
      unsafe JSONEscape.decode(
        UnsafeBufferPointer(rebasing: value.dropFirst().dropLast()), into: &plain)
      return plain
    }
  }
}
