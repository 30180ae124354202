internal import Market
internal import Records
internal import Scalars

/// What a field is to be read as, in all the spellings that brokers use for it.
struct WireType<Value>: Sendable {
  /// What a message says is wanted.
  let wanted: String
  /// Reads a value that is neither null nor an empty text; nil where it is something else.
  let read: @Sendable (JSONValue) -> Value?
}

extension WireType<String> {
  /// A text, or the text of a number.
  static let text = WireType(wanted: "a text") { value in
    value.kind == .text || value.kind == .number ? value.text : nil
  }
}

extension WireType<Number> {
  /// A number, or a text that is a plain decimal.
  static let number = WireType(wanted: "a number") { value in
    switch value.kind {
    case .number: value.withBytes { try? Number(text: $0) }
    case .text: value.withBytes(plainNumber)
    default: nil
    }
  }

  /// Digits, a point and a sign, with the blank that SmartAPI puts behind the sign.
  private static func plainNumber(_ text: Span<UInt8>) -> Number? {
    for index in text.indices where text[index] | 0x20 == UInt8(ascii: "e") { return nil }
    let minus = UInt8(ascii: "-")
    guard text.count > 1, text[0] == minus, text[1] == 0x20 else { return try? Number(text: text) }
    var start = 1
    while start < text.count, text[start] == 0x20 { start += 1 }
    var plain = [minus]
    for index in start..<text.count { plain.append(text[index]) }
    return try? Number(text: plain.span)
  }
}

extension WireType<Money> {
  /// An amount of whole paise, written in rupees.
  static let money = WireType(wanted: "an amount of whole paise") { value in
    guard case .exact(let rupees)? = WireType<Number>.number.read(value) else { return nil }
    // A thousand times what any account holds, so that sums of a few never overflow.
    return Money(rupees: rupees).flatMap { $0.paise.magnitude < 100_000_000_000_000_000 ? $0 : nil }
  }

  /// A sum that the broker did not round, to the nearest paisa.
  static let sum = WireType(wanted: "an amount") { value in
    guard let rupees = WireType<Number>.number.read(value),
      case .exact(let rounded) = rupees.rounded(.toNearestAwayFromZero, decimals: 2)
    else { return nil }
    return Money(rupees: rounded).flatMap {
      $0.paise.magnitude < 100_000_000_000_000_000 ? $0 : nil
    }
  }

  /// The same, and not below zero.
  static let price = WireType(wanted: "a price of whole paise from 0 on") { value in
    money.read(value).flatMap { $0.paise >= 0 ? $0 : nil }
  }
}

extension WireType<Int64> {
  /// A whole number, also with decimals that are zeros.
  static let whole = WireType(wanted: "a whole number") { value in
    guard case .exact(let number)? = WireType<Number>.number.read(value) else { return nil }
    return number.scaled(toDecimals: 0).flatMap {
      $0.magnitude < 1_000_000_000_000_000_000 ? $0 : nil
    }
  }

  /// A whole number that is not below zero.
  static let count = WireType(wanted: "a whole number from 0 on") { value in
    whole.read(value).flatMap { $0 >= 0 ? $0 : nil }
  }
}

extension WireType<Int> {
  /// A time without a date, such as `09:16:39`, as the second of its day.
  static let secondOfDay = WireType(wanted: "a time such as 09:16:39") { value in
    value.kind == .text ? value.withBytes(BrokerTime.secondOfDay) : nil
  }
}

extension WireType<Bool> {
  /// A boolean, or a text that spells one.
  static let flag = WireType(wanted: "true or false") { value in
    switch value.kind {
    case .true: true
    case .false: false
    case .text: value.isWritten("true") ? true : value.isWritten("false") ? false : nil
    default: nil
    }
  }
}

extension WireType<[JSONValue]> {
  /// A list, or a text that holds one.
  static let list = WireType(wanted: "a list") { value in
    switch value.kind {
    case .list: value.elements
    case .text:
      (try? JSONDocument(value.bytes)).flatMap { inner in
        inner.root.kind == .list ? inner.root.elements : nil
      }
    default: nil
    }
  }
}

extension WireType<[String]> {
  /// A list of texts, or a text that holds one.
  static let texts = WireType(wanted: "a list of texts") { value in
    WireType<[JSONValue]>.list.read(value).flatMap { elements in
      let texts = elements.compactMap(WireType<String>.text.read)
      return texts.count == elements.count ? texts : nil
    }
  }
}

extension WireType<Timestamp> {
  /// A date and a time of SmartAPI, such as `21-Jun-2023 10:46:10`.
  static let time = WireType(wanted: "a time such as 21-Jun-2023 10:46:10") { value in
    value.kind == .text ? value.withBytes(BrokerTime.time) : nil
  }

  /// A date and a time of Kite, such as `2021-06-08 15:45:56`.
  static let plainTime = WireType(wanted: "a time such as 2021-06-08 15:45:56") { value in
    value.kind == .text ? value.withBytes(BrokerTime.plainTime) : nil
  }

  /// The same where the colon is missing in the offset, as Kite writes it.
  static let shortOffsetTime = WireType(wanted: "a time such as 2019-12-04T09:15:00+0530") {
    value in
    value.kind == .text ? value.withBytes(BrokerTime.shortOffsetTime) : nil
  }

  /// A date and a time with its offset.
  static let standardTime = WireType(wanted: "a time such as 2023-09-06T11:15:00+05:30") { value in
    value.kind == .text ? value.withBytes { try? Timestamp(rfc3339: $0) } : nil
  }
}

extension WireType<Day> {
  /// A day of SmartAPI, such as `23NOV2026`.
  static let day = WireType(wanted: "a day such as 23NOV2026") { value in
    value.kind == .text ? Day(brokerText: value.text) : nil
  }
}

extension WireType<OptionRight> {
  static let right = WireType(wanted: "CE or PE") { value in
    value.kind == .text ? OptionRight(rawValue: value.text) : nil
  }
}

extension WireType<TradeSide> {
  static let side = WireType(wanted: "BUY or SELL") { value in
    value.kind == .text ? TradeSide(rawValue: value.text) : nil
  }
}

extension WireType<ExchangeSegment> {
  static let segment = WireType(wanted: "the name of an exchange") { value in
    value.kind == .text ? ExchangeSegment(name: value.text) : nil
  }
}
