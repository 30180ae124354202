import Scalars

extension CrossCheck {
  /// The simulated brokers, and when they are down.
  mutating func checkPaperBrokers() {
    checkRates("PAPER_BROKERS")
    let brokers = settings.members("PAPER_BROKERS")
    if settings["PAPER_BROKERS"].isSet,
      brokers.allSatisfy({ $0.value["enabled"]?.content == .boolean(false) })
    {
      refuse("brokers", "PAPER_BROKERS", "no broker is enabled")
    }
    for broker in brokers { checkOutages(of: broker) }
  }

  /// A time at which a broker goes down or is back: of every day, or once.
  private enum OutageTime {
    case daily(ClockTime)
    case once(Timestamp)

    init?(_ value: WrittenValue) {
      guard let text = value.text else { return nil }
      if let time = ClockTime(text) {
        self = .daily(time)
      } else if let moment = try? Timestamp(rfc3339: text.utf8.span) {
        self = .once(moment)
      } else {
        return nil
      }
    }
  }

  private mutating func checkOutages(of broker: WrittenValue.Entry) {
    var lastDaily: ClockTime?
    var lastOnce: Timestamp?
    for row in broker.value["outages"]?.elements ?? [] {
      let ends = row.elements
      guard ends.count == 2, let from = OutageTime(ends[0]), let to = OutageTime(ends[1]) else {
        continue
      }
      let isInOrder: Bool
      switch (from, to) {
      case (.daily(let from), .daily(let to)):
        isInOrder = from < to && lastDaily.map { $0 <= from } ?? true
        lastDaily = to
      case (.once(let from), .once(let to)):
        isInOrder = from < to && lastOnce.map { $0 <= from } ?? true
        lastOnce = to
      case (.daily, .once), (.once, .daily):
        refuseOutage(row, of: broker, "is from a time of every day to one moment, or the other way")
        continue
      }
      if !isInOrder {
        refuseOutage(row, of: broker, "ends before it begins, or begins before the one above ends")
      }
    }
  }

  private mutating func refuseOutage(
    _ row: WrittenValue, of broker: WrittenValue.Entry, _ problem: String
  ) {
    let ends = row.elements.compactMap(\.text).joined(separator: " to ")
    refuse("outages", "PAPER_BROKERS", "the outage \(ends) of \(broker.name.spelling) \(problem)")
  }
}
