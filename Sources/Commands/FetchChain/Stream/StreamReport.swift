import BrokerCalls
import Brokers
import CommandLineKit
import Files
import Scalars

/// What is said of a stream while it goes on, each thing once, and of all of it at the end.
struct StreamReport {
  private let fetch: BrokerFetch
  private let broker: BrokerID
  private let began = WallClock.milliseconds * 1000
  private let start = MonotonicClock.seconds
  /// What was said already, by its kind, and by its code or its words.
  private var said: Set<[String]> = []
  private var hasSaidThatMoreIsLeftOut = false

  init(_ fetch: BrokerFetch, of broker: BrokerID) {
    self.fetch = fetch
    self.broker = broker
  }

  /// More different complaints are not said: whoever sends them has gone mad.
  private static let mostSaid = 32

  /// Says what a read has brought beside ticks.
  mutating func tell(_ haul: TickStream.Haul, _ figures: StreamFigures) {
    for gap in haul.gaps { warn(of: gap) }
    for complaint in haul.complaints {
      let code = complaint.code.isEmpty ? "" : " (\(complaint.code))"
      let name = complaint.code.isEmpty ? Self.withoutNumbers(complaint.message) : complaint.code
      guard isNew(["complaint", name]) else { continue }
      fetch.warn("\(broker.rawValue) complains: \(ForeignText.printable(complaint.message))\(code)")
    }
    for setback in haul.setbacks
    where isNew(["setback", "\(setback.kind)", Self.withoutNumbers(setback.problem)]) {
      fetch.log.report(Diagnostic(setback, .warning, command: FetchChain.facts.name))
    }
    for words in figures.faults.keys.map(\.words).sorted() where isNew(["fault", words]) {
      fetch.warn("\(broker.rawValue): \(words); it is left out")
    }
  }

  /// Says that there was a time without ticks.
  func warn(of gap: StreamGap) {
    fetch.log.report(
      Diagnostic(
        .warning, command: FetchChain.facts.name, code: "gap",
        "\(broker.rawValue): no ticks for \(gap.length): \(gap.reason)"))
  }

  private mutating func isNew(_ kind: [String]) -> Bool {
    if said.contains(kind) { return false }
    guard said.count < Self.mostSaid else {
      if !hasSaidThatMoreIsLeftOut {
        fetch.warn("\(broker.rawValue): more goes wrong, in other ways; it is not said any more")
      }
      hasSaidThatMoreIsLeftOut = true
      return false
    }
    said.insert(kind)
    return true
  }

  /// What is the same in messages that differ in a number alone.
  private static func withoutNumbers(_ message: String) -> String {
    message.filter { !$0.isNumber }
  }

  // MARK: The end

  /// Says what has come of the stream, and notes how long it took.
  func finish(_ relay: TickRelay, _ figures: StreamFigures) {
    let seconds = MonotonicClock.seconds - start
    fetch.surroundings.notes.add(
      "stream", began: began, seconds: seconds, records: relay.relayed)
    if let lag = figures.lags.percentile(95) {
      fetch.surroundings.notes.add(
        "stream_lag", began: began, seconds: Double(lag) / 1000, records: figures.lags.count)
    }
    fetch.note(summary(relay, figures, seconds: seconds))
  }

  private func summary(_ relay: TickRelay, _ figures: StreamFigures, seconds: Double) -> String {
    func number(_ count: Int) -> String { IndianNumber.grouped(String(count)) }
    func some(_ count: Int, _ what: String) -> String? {
      count == 0 ? nil : "\(number(count)) \(what)"
    }
    let rate = seconds > 0 ? Int(Double(figures.ticks) / seconds) : 0
    let length = TimeSpan(milliseconds: Int64(seconds * 10) * 100)
    let parts = [
      "\(number(figures.ticks)) ticks from \(broker.rawValue) in \(length), \(number(rate)) a second",
      "\(number(relay.relayed)) written",
      some(relay.superseded, "were replaced by newer ones"),
      some(relay.duplicates, "said nothing new"),
      some(figures.unreadable, "could not be read"),
      some(figures.strays, "without a price or of something else"),
      some(figures.reconnections, figures.reconnections == 1 ? "reconnection" : "reconnections"),
      some(figures.gaps, (figures.gaps == 1 ? "gap" : "gaps") + " of \(figures.missed)"),
      figures.lags.percentile(50).flatMap { half in
        figures.lags.percentile(95).map { "half of them within \(half) ms, 95 % within \($0) ms" }
      },
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }
}

extension TickFault {
  /// What is wrong with what came, in the words of a message.
  fileprivate var words: String {
    switch self {
    case .mode: "a frame of a kind that is not known"
    case .length: "a frame of a length that no frame of its kind has"
    case .exchange: "a tick of an exchange that is not known"
    case .token: "a tick of no instrument"
    case .price: "a tick with a price that is none"
    case .quantity: "a tick with a quantity that is none"
    case .side: "a level that is neither of buyers nor of sellers"
    case .text: "a text that means nothing"
    }
  }
}
