import Expressions
import Testing

/// A source that must not compile, with the column of the caret and the whole sentence.
struct ErrorCase: CustomTestStringConvertible, Sendable {
  var source: String
  var column: Int
  var sentence: String

  init(_ source: String, _ column: Int, _ sentence: String) {
    self.source = source
    self.column = column
    self.sentence = sentence
  }

  var testDescription: String { source }

  /// The declared types of the fields that the cases name.
  static let types: [String: ValueType] = [
    "strike": .number, "bid": .number, "ask": .number, "right": .text, "symbol": .text,
    "ts": .time, "expiry": .day, "checks": .other, "passed": .boolean,
  ]

  /// The words of the fields that are a choice of few.
  static let words: [String: [FieldDeclaration.Word]] = [
    "right": [
      .init("CE", otherSpellings: ["C", "CALL"]), .init("PE", otherSpellings: ["P", "pe"]),
    ]
  ]

  /// Compiles the source and compares what is said.
  func verify(expecting expected: ValueType? = nil) {
    let error = #expect(throws: ExpressionError.self) {
      try Expression(source, types: Self.types, words: Self.words, expecting: expected)
    }
    #expect(error?.column == column)
    #expect(error?.sentence == sentence)
    #expect(error?.source == source)
  }
}
