import Scalars

/// The texts of added fields, each with its comma, its name and the value that it had last.
///
/// A value that a field has again, as rates, times and words mostly are, stands behind the name there, and
/// both are copied at once.
@safe
struct FieldTexts: ~Copyable {
  /// The room for a value: that of a number, and what is copied too much.
  private static let room = 48
  /// The longest word that is kept.
  private static let longestWord = 16

  /// What is kept of a field.
  @safe
  private struct Field {
    /// Where its text begins.
    let start: UnsafeMutablePointer<UInt8>
    let nameCount: Int
    /// How many bytes the value has; zero where it does not stand behind the name.
    var valueCount = 0
    /// The bits of the number, or where the word stands.
    var value: UInt64 = 0
    /// The decimals of the number.
    var decimals = FieldTexts.noNumber

    init(at start: UnsafeMutablePointer<UInt8>, nameCount: Int) {
      unsafe self.start = unsafe start
      self.nameCount = nameCount
    }
  }

  /// In place of decimals: the value is a word.
  private static var noNumber: Int { -2 }
  /// In place of decimals: as many as it takes.
  private static var shortest: Int { -1 }

  private let count: Int
  private let fields: UnsafeMutablePointer<Field>
  private let memory: UnsafeMutablePointer<UInt8>
  /// How far the text of one field is from that of the next: none is longer, with what is copied too much.
  let stride: Int

  init(_ names: [String]) {
    let texts = names.map { Array(",\"\($0)\":".utf8) }
    count = texts.count
    stride = (texts.map(\.count).max() ?? 0) + FieldTexts.room
    unsafe memory = .allocate(capacity: max(count, 1) * stride)
    unsafe memory.initialize(repeating: 0, count: count * stride)
    unsafe fields = .allocate(capacity: max(count, 1))
    for (index, text) in texts.enumerated() {
      let start = unsafe memory + index * stride
      for (place, byte) in text.enumerated() { unsafe start[place] = byte }
      unsafe (fields + index).initialize(to: Field(at: start, nameCount: text.count))
    }
  }

  deinit {
    unsafe memory.deallocate()
    unsafe fields.deallocate()
  }

  /// The name of a field, with a comma before it and a colon behind it.
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe self[index, valueCount: 0]
  }

  /// The name of a field with a value of so many bytes behind it.
  @inline(__always)
  subscript(index: Int, valueCount valueCount: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count, "no such added field")
    return unsafe UnsafeBufferPointer(
      start: fields[index].start, count: fields[index].nameCount &+ valueCount)
  }

  /// Appends the name of a field and a finite number to a text that has room for ``stride`` bytes.
  ///
  /// - Returns: where the text ends, and how many bytes the number has.
  @inline(__always)
  func append(
    _ value: Double, decimals: Int?, _ index: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> (end: UnsafeMutablePointer<UInt8>, valueCount: Int) {
    precondition(index >= 0 && index < count, "no such added field")
    let (bits, digits) = (value.bitPattern, decimals ?? FieldTexts.shortest)
    let field = unsafe fields + index
    let nameCount = unsafe field.pointee.nameCount
    if unsafe field.pointee.value == bits && field.pointee.decimals == digits {
      let valueCount = keep(value, digits, index)
      unsafe copy(index, nameCount &+ valueCount, to: target)
      return unsafe (target + nameCount + valueCount, valueCount)
    }
    unsafe (field.pointee.value, field.pointee.decimals) = (bits, digits)
    unsafe field.pointee.valueCount = 0
    unsafe copy(index, nameCount, to: target)
    let start = unsafe target + nameCount
    let valueCount = unsafe write(value, digits, to: start)
    return unsafe (start + valueCount, valueCount)
  }

  /// Keeps a number that a field has a second time behind its name, and returns how many bytes it has.
  ///
  /// Not the first time: what was just written in parts cannot be copied at once.
  @inline(__always)
  private func keep(_ value: Double, _ digits: Int, _ index: Int) -> Int {
    let field = unsafe fields + index
    if unsafe field.pointee.valueCount == 0 {
      let target = unsafe field.pointee.start + field.pointee.nameCount
      unsafe field.pointee.valueCount = unsafe write(value, digits, to: target)
    }
    return unsafe field.pointee.valueCount
  }

  @inline(__always)
  private func write(
    _ value: Double, _ digits: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if digits >= 0 { return unsafe DigitWriter.write(value, decimals: digits, to: target) }
    return unsafe DigitWriter.writeShortest(value, to: target)
  }

  /// Appends the name of a field and null, likewise.
  func appendNull(
    _ index: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let field = unsafe self[index]
    unsafe copy(index, field.count, to: target)
    let end = unsafe target + field.count
    for (place, byte) in "null".utf8.enumerated() { unsafe end[place] = byte }
    return unsafe end + 4
  }

  /// Copies the first bytes of a field's text, sixteen at a time.
  @inline(__always)
  private func copy(_ index: Int, _ count: Int, to target: UnsafeMutablePointer<UInt8>) {
    let source = unsafe UnsafeRawPointer(fields[index].start)
    let target = UnsafeMutableRawPointer(target)
    var offset = 0
    repeat {
      let part = unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      unsafe target.storeBytes(of: part, toByteOffset: offset, as: SIMD16<UInt8>.self)
      offset &+= 16
    } while offset < count
  }

  /// Writes a word in quotes behind the name of its field and returns how many bytes that has; nil when
  /// the word is too long to be kept.
  @inline(__always)
  func write(_ word: StaticString, _ index: Int) -> Int? {
    precondition(index >= 0 && index < count, "no such added field")
    let bits = unsafe UInt64(UInt(bitPattern: word.utf8Start))
    let field = unsafe fields + index
    if unsafe field.pointee.value == bits && field.pointee.decimals == FieldTexts.noNumber
      && field.pointee.valueCount == word.utf8CodeUnitCount &+ 2
    {
      return unsafe field.pointee.valueCount
    }
    return writeAnew(word, index)
  }

  @inline(never)
  private func writeAnew(_ word: StaticString, _ index: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    guard length <= FieldTexts.longestWord else { return nil }
    let field = unsafe fields + index
    let target = unsafe field.pointee.start + field.pointee.nameCount
    unsafe target[0] = UInt8(ascii: "\"")
    unsafe (target + 1).update(from: word.utf8Start, count: length)
    unsafe target[length + 1] = UInt8(ascii: "\"")
    unsafe field.pointee.value = unsafe UInt64(UInt(bitPattern: word.utf8Start))
    unsafe field.pointee.decimals = FieldTexts.noNumber
    unsafe field.pointee.valueCount = length + 2
    return length + 2
  }
}
