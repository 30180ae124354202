import Expressions
import Scalars

/// A field's value as tests write it, and what an expression came to.
enum Sample: Equatable {
  case null, other
  case boolean(Bool)
  case number(String)
  case text(String)
  case time(String)
  case day(String)
  /// The sentence of the error that explains the failure.
  case failure(String)
}

extension Sample: ExpressibleByBooleanLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByNilLiteral
{
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(String(value)) }
  init(nilLiteral: ()) { self = .null }
}

/// The values of a record, with the memory of their texts.
@safe
final class Slots {
  private(set) var values: [Value] = []
  private let texts: UnsafeMutableBufferPointer<UInt8>
  private var end = 0

  init(_ samples: [Sample]) throws {
    let size = samples.reduce(0) { sum, sample in
      if case .text(let text) = sample { sum + text.utf8.count } else { sum }
    }
    unsafe texts = .allocate(capacity: size)
    for sample in samples { values.append(try value(of: sample)) }
  }

  deinit {
    unsafe texts.deallocate()
  }

  private func value(of sample: Sample) throws -> Value {
    switch sample {
    case .null, .failure: .null
    case .other: .other
    case .boolean(let boolean): .boolean(boolean)
    case .number(let text): .number(try number(text))
    case .time(let text): .time(try time(text))
    case .day(let text): .day(try day(text))
    case .text(let text): .text(keep(text))
    }
  }

  private func keep(_ text: String) -> BorrowedText {
    let range = end..<end + text.utf8.count
    end = range.upperBound
    let place = unsafe UnsafeMutableBufferPointer(rebasing: texts[range])
    _ = unsafe place.initialize(from: text.utf8)
    return unsafe BorrowedText(UnsafeBufferPointer(place))
  }
}

func number(_ text: String) throws -> Number {
  try Number(text: Array(text.utf8).span)
}

func time(_ text: String) throws -> Timestamp {
  try Timestamp(rfc3339: Array(text.utf8).span, assumingIST: false)
}

func day(_ text: String) throws -> Day {
  try Day(text: Array(text.utf8).span)
}

extension Expression {
  /// Compiles with the declared types of some fields.
  init(
    _ source: String, types: [String: ValueType],
    words: [String: [FieldDeclaration.Word]] = [:], expecting expected: ValueType? = nil
  ) throws(ExpressionError) {
    try self.init(source, expecting: expected) { path in
      types[path.description].map { FieldDeclaration($0, words: words[path.description] ?? []) }
    }
  }

  /// Whether the expression comes to `expected` for a record with these fields.
  ///
  /// Values are compared as values: numbers by their worth, not by how they are written.
  func comes(to expected: Sample, with record: [String: Sample] = [:]) throws -> Bool {
    let slots = try Slots(fields.map { record[$0.path.description] ?? .null })
    let value = evaluate(slots.values.span)
    return switch (value, expected) {
    case (.null, .null), (.other, .other): true
    case (.boolean(let found), .boolean(let wanted)): found == wanted
    case (.number(let found), .number(let wanted)): try found == number(wanted)
    case (.text(let found), .text(let wanted)): found.description == wanted
    case (.time(let found), .time(let wanted)): try found == time(wanted)
    case (.day(let found), .day(let wanted)): try found == day(wanted)
    case (.failure(let failure), .failure(let wanted)): error(for: failure).sentence == wanted
    default: false
    }
  }
}
