import Scalars

/// The texts of added fields, each with its comma, its name and a value that it had.
///
/// A value that a field has again, as rates, times and words mostly are, stands behind the name there, and
/// both are copied at once.
@safe
struct FieldTexts: ~Copyable {
  /// What is kept of a field.
  @safe
  private struct Field {
    /// Where its text begins.
    let start: UnsafeMutablePointer<UInt8>
    let nameCount: Int
    /// How its numbers are written.
    let decimals: FixedDecimals
    /// The value that it had last.
    var last = AddedValue.nothing
    /// The value that stands behind the name, and how many bytes the text has with it; none where the
    /// record's own value stays.
    var kept = AddedValue.nothing
    var keptCount = 0
    /// Where the field ends in the text of the present record; there the next one begins.
    var end = 0

    init(at start: UnsafeMutablePointer<UInt8>, nameCount: Int, _ decimals: Int?) {
      unsafe self.start = unsafe start
      self.nameCount = nameCount
      self.decimals = decimals.map { FixedDecimals($0) } ?? .open
    }
  }

  private let count: Int
  /// The fields, and before the first of them one without a text, with whose end that begins.
  private let fields: UnsafeMutablePointer<Field>
  private let memory: UnsafeMutablePointer<UInt8>
  private let words: [[StaticString]]
  /// The room for a field: no text is longer, with what is copied too much.
  let stride: Int

  init(_ added: [AddedField]) {
    let texts = added.map { Array(",\"\($0.name)\":".utf8) }
    words = added.map(\.words)
    let longest = words.joined().map(\.utf8CodeUnitCount).max() ?? 0
    count = texts.count
    stride =
      (texts.map(\.count).max() ?? 0) + max(DigitWriter.doubleRoom, longest + 2) + FieldTexts.step
    unsafe memory = .allocate(capacity: max(count, 1) * stride)
    unsafe memory.initialize(repeating: 0, count: count * stride)
    let all = UnsafeMutablePointer<Field>.allocate(capacity: count + 1)
    unsafe all.initialize(to: Field(at: memory, nameCount: 0, nil))
    unsafe fields = unsafe all + 1
    for (index, text) in texts.enumerated() {
      let start = unsafe memory + index * stride
      for (place, byte) in text.enumerated() { unsafe start[place] = byte }
      unsafe (fields + index).initialize(
        to: Field(at: start, nameCount: text.count, added[index].decimals))
    }
  }

  deinit {
    unsafe memory.deallocate()
    unsafe (fields - 1).deallocate()
  }

  /// The name of a field, with a comma before it and a colon behind it.
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count, "no such added field")
    return unsafe UnsafeBufferPointer(
      start: fields[index].start, count: fields[index].nameCount)
  }

  /// Where a field, name and value, stands in the text of the present record.
  @inline(__always)
  func range(_ index: Int) -> Range<Int> {
    precondition(index >= 0 && index < count, "no such added field")
    return unsafe fields[index - 1].end..<fields[index].end
  }

  /// Notes where a field ends whose value was written without this table.
  mutating func setEnd(_ end: Int, of index: Int) {
    precondition(index >= 0 && index < count, "no such added field")
    unsafe fields[index].end = end
  }

  /// How many of the first fields have the value that they had last.
  @inline(__always)
  func alike(_ values: Span<AddedValue>) -> Int {
    precondition(values.count <= count, "no such added field")
    var place = 0
    while place < values.count, unsafe fields[place].last == values[place] { place &+= 1 }
    return place
  }

  /// Appends fields with their values to a text that has room for as many times ``stride`` bytes.
  ///
  /// - Parameters:
  ///   - values: the values of the fields.
  ///   - first: the first of the fields, before which all others stand in the text.
  ///   - start: the first byte of the text.
  /// - Returns: how long the text is with them.
  @inline(__always)
  mutating func append(
    _ values: Span<AddedValue>, from first: Int, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    precondition(first >= 0 && first + values.count <= count, "no such added field")
    return unsafe values.withUnsafeBufferPointer { values in
      var end = unsafe start + fields[first - 1].end
      guard var value = values.baseAddress else { return unsafe end - start }
      var field = unsafe fields + first
      let last = unsafe field + values.count
      while unsafe field < last {
        unsafe end = append(value.pointee, field, to: end)
        unsafe field.pointee.end = unsafe end - start
        unsafe (field, value) = (field + 1, value + 1)
      }
      return unsafe end - start
    }
  }

  @inline(__always)
  private func append(
    _ value: AddedValue, _ field: UnsafeMutablePointer<Field>,
    to target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    // What was just written in parts cannot be copied at once, so a value is kept the second time.
    if unsafe field.pointee.last == value {
      if unsafe field.pointee.kept != value { unsafe keep(value, field) }
      return unsafe FieldTexts.copy(field, field.pointee.keptCount, to: target)
    }
    unsafe field.pointee.last = value
    let start = unsafe FieldTexts.copy(field, field.pointee.nameCount, to: target)
    if let count = unsafe DigitWriter.writeShort(
      value.number, field.pointee.decimals, to: start)
    {
      return unsafe start + count
    }
    if value == .kept { return unsafe target }
    return unsafe start + write(value, field, to: start)
  }

  /// Keeps a value behind the name of its field.
  @inline(never)
  private func keep(_ value: AddedValue, _ field: UnsafeMutablePointer<Field>) {
    unsafe field.pointee.kept = value
    unsafe field.pointee.keptCount = 0
    if value == .kept { return }
    let nameCount = unsafe field.pointee.nameCount
    let valueCount = unsafe write(value, field, to: field.pointee.start + nameCount)
    unsafe field.pointee.keptCount = nameCount + valueCount
  }

  /// Writes a value and returns how many bytes it has.
  @inline(never)
  private func write(
    _ value: AddedValue, _ field: UnsafeMutablePointer<Field>,
    to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if let word = value.word {
      return unsafe FieldTexts.write(words[field - fields][word], quote: "\"", to: target)
    }
    guard value.number.isFinite else { return unsafe FieldTexts.write("null", to: target) }
    let decimals = unsafe field.pointee.decimals
    guard decimals.isFixed else {
      return unsafe DigitWriter.writeShortest(value.number, to: target)
    }
    return unsafe DigitWriter.write(value.number, decimals: decimals.count, to: target)
  }

  private static func write(
    _ word: StaticString, quote: StaticString = "", to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var count = 0
    for part in [quote, word, quote] {
      unsafe (target + count).update(from: part.utf8Start, count: part.utf8CodeUnitCount)
      count += part.utf8CodeUnitCount
    }
    return count
  }

  /// How many bytes are copied at once.
  private static var step: Int { MemoryLayout<SIMD16<UInt8>>.size }

  /// Copies the first bytes of a field's text and returns the place behind them.
  @inline(__always)
  private static func copy(
    _ field: UnsafeMutablePointer<Field>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let source = unsafe UnsafeRawPointer(field.pointee.start)
    let target = UnsafeMutableRawPointer(target)
    unsafe copyStep(from: source, to: target)
    var offset = step
    while offset < count {
      unsafe copyStep(from: source + offset, to: target + offset)
      offset &+= step
    }
    return unsafe (target + count).assumingMemoryBound(to: UInt8.self)
  }

  @inline(__always)
  private static func copyStep(from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
    unsafe target.storeBytes(
      of: source.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
  }
}
