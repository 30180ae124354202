import Scalars

/// What a reader checks a field's value against: the field's type, in a form that is read without
/// touching any counted reference.
struct FieldRule: Sendable {
  /// The type without what it carries.
  enum Shape: UInt8, Sendable {
    case undeclared
    case text
    case symbol
    case choice
    case price
    case strike
    case money
    case number
    case quantity
    case integer
    case time
    case day
    case boolean
    case list
    case object
  }

  let shape: Shape
  /// The least and the most of a number.
  var least = Int64.min
  var most = Int64.max
  /// How many decimals a number without a sign may have to be right for sure; below zero for none.
  private var sureDecimals = -1
  /// What its digits must come to at least for that.
  private var sureLeast: Int64 = 0

  init(_ type: FieldType?) {
    switch type {
    case nil: shape = .undeclared
    case .text: shape = .text
    case .symbol: shape = .symbol
    case .choice: shape = .choice
    case .price: shape = .price
    case .strike: shape = .strike
    case .money: shape = .money
    case .number(let least, let most):
      shape = .number
      self.least = least ?? .min
      self.most = most ?? .max
    case .quantity: shape = .quantity
    case .integer: shape = .integer
    case .time: shape = .time
    case .day: shape = .day
    case .boolean: shape = .boolean
    case .list: shape = .list
    case .object: shape = .object
    }
    switch shape {
    case .price, .money: sureDecimals = 2
    case .strike: (sureDecimals, sureLeast) = (2, 1)
    case .number where least <= 0 && most == .max: sureDecimals = 15
    case .quantity, .integer: sureDecimals = 0
    default: break
    }
  }

  /// Whether a number is right for the field.
  func allows(_ number: Number) -> Bool {
    guard shape != .number else { return isBetween(number) }
    guard case .exact(let decimal) = number else { return false }
    switch shape {
    case .price: return decimal.scaled(toDecimals: 2).map { $0 >= 0 } ?? false
    case .strike: return decimal.scaled(toDecimals: 2).map { $0 > 0 } ?? false
    case .money: return decimal.scaled(toDecimals: 2) != nil
    case .quantity: return decimal.scaled(toDecimals: 0).map { $0 >= 0 } ?? false
    case .integer: return decimal.scaled(toDecimals: 0) != nil
    default: return false
    }
  }

  /// Whether a value is a number that may be right for the field at the first glance.
  @inline(__always)
  func maySurelyAllow(_ value: ValueSpan) -> Bool { Int(value.decimals) <= sureDecimals }

  /// Whether a number that may be right at the first glance is.
  @inline(__always)
  func surelyAllows(_ number: NumberScan.Short) -> Bool { number.significand >= sureLeast }

  private func isBetween(_ number: Number) -> Bool {
    if least != .min, number < .exact(ExactDecimal(least)) { return false }
    if most != .max, number > .exact(ExactDecimal(most)) { return false }
    return true
  }
}

/// The spellings of the words of one field, by their bytes.
struct ChoiceTable: Sendable {
  /// The longest spelling: as many bytes as fit a machine word.
  static let longestSpelling = 8

  private struct Spelling: Sendable {
    let key: UInt64
    let word: Int32
    let isWord: Bool
  }

  /// The words as angelx writes them.
  let words: [[UInt8]]
  private let spellings: [Spelling]

  init(_ choices: [FieldType.Choice]) {
    words = choices.map { Array($0.word.utf8) }
    spellings = choices.enumerated().flatMap { index, choice in
      ([choice.word] + choice.spellings).map { spelling in
        precondition(
          spelling.utf8.count <= ChoiceTable.longestSpelling, "\(spelling) is too long a word")
        return Spelling(
          key: ChoiceTable.key(spelling), word: Int32(index), isWord: spelling == choice.word)
      }
    }
  }

  /// Which word a text is, and whether it is written as angelx writes it.
  @inline(__always)
  func word(_ text: UnsafeBufferPointer<UInt8>) -> (index: Int, isWord: Bool)? {
    guard let start = text.baseAddress, 1...ChoiceTable.longestSpelling ~= text.count else {
      return nil
    }
    let key = unsafe JSONScan.word(at: start) & .max &>> UInt64(64 &- 8 &* text.count)
    for spelling in spellings where spelling.key == key {
      return (Int(spelling.word), spelling.isWord)
    }
    return nil
  }

  private static func key(_ text: String) -> UInt64 {
    text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Which texts a field's type allows.
enum FieldText {
  /// The most characters that a symbol may have.
  static let longestSymbol = 64

  /// Whether the text is one of `A–Z 0–9 & _ - .` alone: nothing that a terminal, a file system, a
  /// spreadsheet or a database could take for anything else.
  static func isSymbol(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.isEmpty && text.count <= longestSymbol else { return false }
    return unsafe text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }
}
