/// The fields that a command adds to a record, with their values for the present one.
///
/// What fields they are is said once. For each record either all values are set, in their order, or none: a
/// record that the command has nothing to say of goes on as it is.
@safe
public struct AddedFields: ~Copyable {
  /// The slot under which the reader was asked for the first of the names, to find a field that is there;
  /// those of the others follow.
  let firstSlot: Int
  /// The names, as they stand in the table of slots.
  public let names: [String]
  /// The fields as they were written last.
  private var fields: FieldTexts
  /// The fields as they stand in JSON, each with a comma before it; one that stays as the record has it
  /// has no text.
  private var text: ByteBuffer
  private var setCount = 0
  /// How many of the first fields stand in the text, with their values, as they were set last.
  ///
  /// Their text outlives ``begin()``: values that the next record has alike are there already.
  private var heldCount = 0

  /// Creates fields without values.
  ///
  /// - Parameters:
  ///   - added: the fields, in the order in which they are added.
  ///   - firstSlot: the slot of the first name; those of the others follow it.
  public init(_ added: [AddedField], firstSlot: Int) {
    names = added.map(\.name)
    count = added.count
    self.firstSlot = firstSlot
    fields = FieldTexts(added)
    // All values at once never make it grow, which would not keep what is there.
    text = ByteBuffer(capacity: max(512, count * fields.stride))
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

  /// Sets the next field to a number with its decimals, and to null where it is none.
  public mutating func set(_ index: Int, _ value: Double) {
    precondition(index == setCount, "added fields are set in their order")
    set(CollectionOfOne(AddedValue(value)).span)
  }

  /// Sets the next fields to values, as many as there are.
  public mutating func set(_ values: Span<AddedValue>) {
    let first = setCount
    precondition(values.count <= count - first, "there are no more added fields")
    setCount = first &+ values.count
    let room = unsafe text.room(for: values.count &* fields.stride)
    let held = first == 0 ? fields.alike(values.extracting(first: heldCount)) : 0
    if first == 0 { heldCount = values.count }
    let length = unsafe fields.append(
      values.extracting(droppingFirst: held), from: first &+ held, to: room - text.count)
    text.take(length - text.count)
  }

  /// Sets the next field to a whole number.
  public mutating func set(_ index: Int, _ value: Int64) {
    beginValue(index)
    text.append(value)
    endValue(index)
  }

  /// Sets the next field to a word of the program's own, which needs no escapes.
  public mutating func set(_ index: Int, word: StaticString) {
    beginValue(index)
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

  /// Whether the record's own value stays.
  @inline(__always)
  func isKept(_ index: Int) -> Bool { isEmpty || fields.range(index).isEmpty }

  /// Sets the next field to null.
  public mutating func setNull(_ index: Int) {
    set(index, bare: "null")
  }

  private mutating func beginValue(_ index: Int) {
    advance(to: index)
    heldCount = min(heldCount, index)
    unsafe text.append(fields[index])
  }

  @inline(__always)
  private mutating func advance(to index: Int) {
    precondition(index == setCount, "added fields are set in their order")
    setCount += 1
    precondition(setCount <= count, "there are no more added fields")
  }

  @inline(__always)
  private mutating func endValue(_ index: Int) {
    fields.setEnd(text.count, of: index)
  }

  /// Where the value of a field that is set stands in the text.
  private func range(_ index: Int) -> Range<Int> {
    let field = fields.range(index)
    return unsafe field.lowerBound + fields[index].count..<field.upperBound
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

  /// Appends a record whose own text lacks the closing brace: that text, all fields, and the brace.
  @inline(__always)
  func write(
    behind own: UnsafeBufferPointer<UInt8>, isFirst: Bool, to buffer: inout ByteBuffer
  ) {
    precondition(setCount == count, "all added fields are set or none")
    unsafe text.withBytes { bytes in
      let more = unsafe UnsafeBufferPointer(rebasing: bytes[(isFirst ? 1 : 0)...])
      unsafe buffer.append(own, more, UInt8(ascii: "}"))
    }
  }

  /// Appends the name and the value of a field.
  func write(_ index: Int, isFirst: Bool, to buffer: inout ByteBuffer) {
    unsafe buffer.append(UnsafeBufferPointer(rebasing: fields[index][(isFirst ? 1 : 0)...]))
    writeValue(index, to: &buffer)
  }

  /// Appends the value of a field, as JSON.
  func writeValue(_ index: Int, to buffer: inout ByteBuffer) {
    unsafe text.withBytes { bytes in
      unsafe buffer.append(UnsafeBufferPointer(rebasing: bytes[range(index)]))
    }
  }

  /// Whether a field has no value, and none of the record's own stays.
  private func isNull(_ index: Int) -> Bool {
    unsafe text.withBytes { unsafe $0[range(index).lowerBound] == UInt8(ascii: "n") }
  }

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
