private import Scalars

/// The time at a server, as it says it in the headers of an answer.
package enum ServerDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let longWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The seconds since 1970 in UTC by the `Date` of an answer; nil where there is none or nonsense.
  package static func seconds(of answer: WebAnswer) -> Int64? {
    answer.headers["Date"].flatMap(seconds)
  }

  /// The seconds since 1970 in UTC of a date in one of the three forms of RFC 9110, 5.6.7; nil for
  /// anything else.
  ///
  /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
  package static func seconds(_ text: String) -> Int64? {
    guard text.utf8.count <= 40 else { return nil }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    switch words.count {
    case 6 where words[5] == "GMT": return usual(words)
    case 4 where words[3] == "GMT": return old(words)
    case 5, 6: return ofC(words)
    default: return nil
    }
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func usual(_ words: [Substring]) -> Int64? {
    guard let weekday = place(of: words[0], in: weekdays, closing: ",") else { return nil }
    return seconds(
      weekday, day: number(words[1], digits: 2), month: words[2],
      year: number(words[3], digits: 4), time: words[4])
  }

  /// `Sunday, 06-Nov-94 08:49:37 GMT`.
  private static func old(_ words: [Substring]) -> Int64? {
    let parts = words[1].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let short = number(parts[2], digits: 2),
      let weekday = place(of: words[0], in: longWeekdays, closing: ",")
    else { return nil }
    // Of the two years that it may be, the one that has such a weekday is at most one.
    for century in [2000, 1900] {
      let found = seconds(
        weekday, day: number(parts[0], digits: 2), month: parts[1], year: century + short,
        time: words[2])
      if let found { return found }
    }
    return nil
  }

  /// `Sun Nov  6 08:49:37 1994`.
  private static func ofC(_ words: [Substring]) -> Int64? {
    var words = words
    let isPadded = words.count == 6 && words[2].isEmpty
    if isPadded { words.remove(at: 2) }
    guard words.count == 5, let weekday = place(of: words[0], in: weekdays, closing: "") else {
      return nil
    }
    return seconds(
      weekday, day: number(words[2], digits: isPadded ? 1 : 2), month: words[1],
      year: number(words[4], digits: 4), time: words[3])
  }

  private static func seconds(
    _ weekday: Int, day: Int?, month: Substring, year: Int?, time: Substring
  ) -> Int64? {
    guard let day, let year, let month = place(of: month, in: months, closing: ""),
      let date = Day(year: year, month: month + 1, day: day),
      Weekday.allCases.firstIndex(of: date.weekday) == weekday,
      let second = secondOfDay(time)
    else { return nil }
    return Int64(date.daysSince1970) * 86_400 + Int64(second)
  }

  /// `08:49:37`; a leap second counts as the one before it.
  private static func secondOfDay(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = number(parts[0], digits: 2),
      let minute = number(parts[1], digits: 2), let second = number(parts[2], digits: 2),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + min(second, 59)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  private static func place(
    of word: Substring, in names: [String], closing: String
  ) -> Int? {
    names.firstIndex { $0 + closing == word }
  }
}
