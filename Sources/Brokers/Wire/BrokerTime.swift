internal import Scalars

/// The times that brokers write in their own ways, mostly IST without a word of it.
enum BrokerTime {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads `21-Jun-2023 10:46:10`.
  static func time(_ text: Span<UInt8>) -> Timestamp? {
    guard text.count == 20, text[2] == UInt8(ascii: "-"), text[6] == UInt8(ascii: "-"),
      text[11] == UInt8(ascii: " "),
      let day = number(text, 0..<2), let month = month(text, 3..<6),
      let year = number(text, 7..<11), let date = Day(year: year, month: month, day: day),
      let second = secondOfDay(text.extracting(12..<20))
    else { return nil }
    return Timestamp(date, second: second)
  }

  /// Reads `13:27:53`, the second of a day.
  static func secondOfDay(_ text: Span<UInt8>) -> Int? {
    guard text.count == 8, text[2] == UInt8(ascii: ":"), text[5] == UInt8(ascii: ":"),
      let hour = number(text, 0..<2), let minute = number(text, 3..<5),
      let second = number(text, 6..<8), hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Reads `2021-06-08 15:45:56`, which is IST.
  static func plainTime(_ text: Span<UInt8>) -> Timestamp? {
    guard text.count == 19, text[10] == UInt8(ascii: " "),
      let day = try? Day(text: text.extracting(0..<10)),
      let second = secondOfDay(text.extracting(11..<19))
    else { return nil }
    return Timestamp(day, second: second)
  }

  /// Reads `2019-12-04T09:15:00+0530`, with the colon of the offset or without it.
  static func shortOffsetTime(_ text: Span<UInt8>) -> Timestamp? {
    var bytes = text.indices.map { text[$0] }
    if bytes.count == 24 { bytes.insert(UInt8(ascii: ":"), at: 22) }
    return try? Timestamp(rfc3339: bytes.span)
  }

  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private static func month(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let name = range.map { text[$0] | 0x20 }
    return months.firstIndex { $0.utf8.elementsEqual(name) }.map { $0 + 1 }
  }
}

extension Timestamp {
  /// The instant of a second of a day in IST.
  init(_ day: Day, second: Int) {
    self.init(day, hour: second / 3600, minute: second / 60 % 60, second: second % 60)
  }
}
