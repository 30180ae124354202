/// The value of an added field, in as many bytes as a number has: a number, one of the field's words, null,
/// or none, so that the record's own stays.
///
/// What is none stands in the bits of a double that is no number. Arithmetic makes no such bits.
@frozen
public struct AddedValue: Sendable {
  @usableFromInline let bits: UInt64

  @inlinable
  init(bits: UInt64) {
    self.bits = bits
  }

  /// A number; null where it is not finite.
  @inlinable
  public init(_ number: Double) {
    bits = number.bitPattern
  }

  /// A word, by its place among those of the field.
  @inlinable
  public static func word(_ place: Int) -> AddedValue {
    AddedValue(bits: firstWord &+ UInt64(truncatingIfNeeded: place))
  }

  /// No value.
  @inlinable public static var null: AddedValue { AddedValue(.nan) }

  /// That of the record, which must have one.
  @inlinable public static var kept: AddedValue { AddedValue(bits: 0x7FFD_0000_0000_0000) }

  @inlinable static var firstWord: UInt64 { 0x7FFE_0000_0000_0000 }

  /// What no field has.
  static var nothing: AddedValue { AddedValue(bits: .max) }

  /// The number; not a number where it is something else.
  @inlinable
  public var number: Double { Double(bitPattern: bits) }

  /// The place of the word; nil where it is none.
  public var word: Int? {
    bits &>> 48 == AddedValue.firstWord &>> 48 ? Int(bits & 0xFFFF_FFFF_FFFF) : nil
  }
}

extension AddedValue: Equatable {}
