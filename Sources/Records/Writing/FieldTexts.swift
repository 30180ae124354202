import Scalars

/// The texts of added fields, each with its comma, its name and the value that it had last.
///
/// A value is written behind its name, where both are copied from at once; and one that a field has again,
/// as rates, times and words mostly are, is not written anew.
@safe
struct FieldTexts: ~Copyable {
  /// The room for a value: that of a number, and what is copied too much.
  private static let room = 48
  /// The longest word that is kept.
  private static let longestWord = 16

  /// What is kept of a field.
  private struct Field {
    var nameCount = 0
    /// How many bytes the value has; zero where there is none as yet.
    var valueCount = 0
    /// The bits of the number, or where the word stands.
    var value: UInt64 = 0
    /// The decimals of the number.
    var decimals = FieldTexts.noNumber
  }

  /// In place of decimals: the value is a word.
  private static var noNumber: Int { -2 }
  /// In place of decimals: as many as it takes.
  private static var shortest: Int { -1 }

  private let count: Int
  private let fields: UnsafeMutablePointer<Field>
  private let memory: UnsafeMutablePointer<UInt8>
  /// How far the text of one field is from that of the next.
  private let stride: Int

  init(_ names: [String]) {
    let texts = names.map { Array(",\"\($0)\":".utf8) }
    count = texts.count
    stride = (texts.map(\.count).max() ?? 0) + FieldTexts.room
    unsafe memory = .allocate(capacity: max(count, 1) * stride)
    unsafe memory.initialize(repeating: 0, count: count * stride)
    unsafe fields = .allocate(capacity: max(count, 1))
    unsafe fields.initialize(repeating: Field(), count: count)
    for (index, text) in texts.enumerated() {
      unsafe fields[index].nameCount = text.count
      for (place, byte) in text.enumerated() { unsafe memory[index * stride + place] = byte }
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
      start: memory + index &* stride, count: fields[index].nameCount &+ valueCount)
  }

  /// Writes a finite number behind the name of its field and returns how many bytes it has.
  @inline(__always)
  func write(_ value: Double, decimals: Int?, _ index: Int) -> Int {
    precondition(index >= 0 && index < count, "no such added field")
    let (bits, digits) = (value.bitPattern, decimals ?? FieldTexts.shortest)
    let field = unsafe fields + index
    if unsafe field.pointee.value == bits && field.pointee.decimals == digits {
      return unsafe field.pointee.valueCount
    }
    let target = unsafe memory + index &* stride + field.pointee.nameCount
    let written =
      if digits >= 0 {
        unsafe DigitWriter.write(value, decimals: digits, to: target)
      } else {
        unsafe DigitWriter.writeShortest(value, to: target)
      }
    unsafe (field.pointee.value, field.pointee.decimals) = (bits, digits)
    unsafe field.pointee.valueCount = written
    return written
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
    let target = unsafe memory + index * stride + field.pointee.nameCount
    unsafe target[0] = UInt8(ascii: "\"")
    unsafe (target + 1).update(from: word.utf8Start, count: length)
    unsafe target[length + 1] = UInt8(ascii: "\"")
    unsafe field.pointee.value = unsafe UInt64(UInt(bitPattern: word.utf8Start))
    unsafe field.pointee.decimals = FieldTexts.noNumber
    unsafe field.pointee.valueCount = length + 2
    return length + 2
  }
}
