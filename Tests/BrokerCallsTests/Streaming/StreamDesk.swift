import BrokerCalls
import Brokers
import Files
import Market
import Scalars
import TestSupport
import Testing
import Transport

/// Streams of the fake brokers within a test, with pauses that nobody notices.
struct StreamDesk {
  let desk: TestDesk

  /// One login serves all tests of a suite: a code of the app is good once.
  init(_ shared: (brokers: FakeBrokers, home: Scratch)) throws {
    desk = try TestDesk(shared.brokers, in: shared.home)
    try desk.brokers.limit(false)
    try desk.brokers.order("")
    for id in BrokerID.allCases { try logIn(id) }
  }

  private func logIn(_ id: BrokerID) throws {
    let names = (try? Folder.names(in: desk.home("sessions"))) ?? []
    if names.contains(where: { $0.hasPrefix(id.rawValue) }) { return }
    let token = KiteRequestToken.self
    switch id {
    case .angelOne: try desk.desk().logIn(at: .angelOne)
    case .kite:
      try desk.desk([.kite]).logIn(
        at: .kite, token: token.init(pasted: Secret(desk.brokers.redirect())))
    }
  }

  /// Rules with short pauses.
  static func rules(_ change: (inout StreamRules) -> Void = { _ in }) -> StreamRules {
    var rules = StreamRules()
    rules.patience.pause = .milliseconds(50)
    rules.silence = .seconds(2)
    change(&rules)
    return rules
  }

  /// A stream of the index and some options, not opened yet.
  func stream(
    _ id: BrokerID, options: Int = 6, _ rules: StreamRules = rules()
  ) throws -> TickStream {
    let asked = try desk.desk([id])
    let wanted = try asked.router.ask({ _ in LimitGroup.AngelOne.quotes }) { line in
      let rows = try asked.shelf.listing(of: line).instruments(of: "NIFTY")
      let near = rows.filter { $0.kind == .option }.sorted { $0.distance < $1.distance }
      return rows.filter { $0.kind == .index } + near.prefix(options)
    }
    return TickStream(try #require(asked.feedDoor(at: id)), of: wanted, rules)
  }

  /// Orders a fault of the stream of a broker.
  func order(_ kind: String, of id: BrokerID, count: Int = 0, times: Int = 1) throws {
    let name = id == .kite ? "kite-stream" : "smart-stream"
    try desk.brokers.order(
      "{\"broker\":\"\(name)\",\"kind\":\"\(kind)\",\"count\":\(count),\"times\":\(times)}")
  }
}

extension ListedInstrument {
  /// How far it is from where the fake market is, and from today; what is near has been traded.
  fileprivate var distance: Int64 {
    let days = Int64(expiry?.daysSince1970 ?? 0) * 1_000_000
    return days + abs((strike?.paise ?? 0) / 100 - 22_650)
  }
}

/// All that a stream has brought.
struct Brought {
  var ticks: [StreamTick] = []
  var gaps: [StreamGap] = []
  var complaints: [BrokerFailure] = []
  var setbacks: [CallFailure] = []

  /// How many instruments there was a tick of.
  var places: Int { Set(ticks.map(\.place)).count }
}

extension TickStream {
  /// Reads until enough has come; a test that waits for what never comes ends after some seconds.
  @discardableResult
  func brought(until isEnough: (Brought) -> Bool) throws -> Brought {
    var brought = Brought()
    var haul = Haul()
    let end = pauses.now() + .seconds(10)
    while !isEnough(brought), pauses.now() < end {
      try read(into: &haul, within: .milliseconds(100), before: end)
      brought.ticks += haul.ticks
      brought.gaps += haul.gaps
      brought.complaints += haul.complaints
      brought.setbacks += haul.setbacks
      haul.removeAll()
    }
    return brought
  }
}
