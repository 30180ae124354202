public import Scalars

extension Day {
  /// Reads a day as Angel One writes it, such as `23NOV2026`; nil where it is none.
  public init?(brokerText text: String) {
    var cursor = SymbolCursor(Array(text.utf8)[...])
    guard let day = cursor.number(digits: 2), let month = cursor.month(),
      let year = cursor.number(digits: 4), cursor.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a day as exchanges wrote it in their older files, such as `25-JUL-2024`; nil where it is none.
  public init?(exchangeText text: String) {
    var cursor = SymbolCursor(Array(text.uppercased().utf8)[...])
    guard let day = cursor.number(digits: 2), cursor.take("-"), let month = cursor.month(),
      cursor.take("-"), let year = cursor.number(digits: 4), cursor.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as Angel One writes it.
  public var brokerText: String {
    let name = SymbolCursor.months[month - 1]
    return "\(day < 10 ? "0" : "")\(day)\(name)\(year)"
  }
}
