/// What a field's value means, and so which values are right for it.
public enum FieldType: Sendable, Equatable {
  /// Any text.
  case text
  /// A name of a market, contract or broker: `A–Z 0–9 & _ -`, at most 64 of them.
  case symbol
  /// One of a few words; each may be written in other ways too.
  case choice([Choice])
  /// A market price: rupees, not negative, in whole paise.
  case price
  /// A strike: rupees above zero, in whole paise.
  case strike
  /// An amount of money: rupees with a sign, in whole paise.
  case money
  /// A number from `least` to `most`, where they are given.
  case number(least: Int64? = nil, most: Int64? = nil)
  /// A whole number that is not negative.
  case quantity
  /// A whole number with a sign.
  case integer
  /// A moment: RFC 3339 with offset, or seconds or milliseconds since 1970.
  case time
  /// A calendar day, `2026-11-24`.
  case day
  /// `true` or `false`.
  case boolean
  /// A JSON array.
  case list
  /// A JSON object.
  case object

  /// One word that a ``FieldType/choice(_:)`` field may have.
  public struct Choice: Sendable, Equatable {
    /// The word as angelx writes it.
    public let word: String
    /// Other spellings that are read as the same.
    public let spellings: [String]

    /// Creates a word with its other spellings.
    public init(_ word: String, _ spellings: String...) {
      self.word = word
      self.spellings = spellings
    }
  }

  /// The right value in words, as an error says it and the manual lists it.
  public var wanted: String {
    switch self {
    case .text: "a text"
    case .symbol: "a name of A-Z 0-9 & _ - . with at most 64 characters"
    case .choice(let choices):
      choices.count == 1
        ? choices[0].word : "one of \(choices.map(\.word).joined(separator: ", "))"
    case .price: "a price in rupees, not negative, in whole paise"
    case .strike: "a price above 0 in whole paise"
    case .money: "an amount in rupees, in whole paise"
    case .number(let least, let most): FieldType.words(least: least, most: most)
    case .quantity: "a whole number, not negative"
    case .integer: "a whole number"
    case .time: "a time such as 2026-11-20T15:29:58+05:30, or seconds or milliseconds since 1970"
    case .day: "a day such as 2026-11-24"
    case .boolean: "true or false"
    case .list: "a list"
    case .object: "an object"
    }
  }

  private static func words(least: Int64?, most: Int64?) -> String {
    switch (least, most) {
    case (nil, nil): "a number"
    case (let least?, nil): "a number of at least \(least)"
    case (nil, let most?): "a number of at most \(most)"
    case (let least?, let most?): "a number from \(least) to \(most)"
    }
  }

  /// Whether the value is a number, so that tables align it to the right.
  public var isNumeric: Bool {
    switch self {
    case .price, .strike, .money, .number, .quantity, .integer: true
    case .text, .symbol, .choice, .time, .day, .boolean, .list, .object: false
    }
  }

  /// Whether the value is an amount of rupees.
  public var isRupees: Bool {
    switch self {
    case .price, .strike, .money: true
    default: false
    }
  }
}
