package import Brokers
package import Configuration
package import Market
package import Operations
package import Scalars
package import Store
package import Transport

/// Everything that it takes to ask brokers, put together for one run.
package final class BrokerDesk {
  /// Where a run gets its answers from.
  package enum Source {
    /// The brokers, whose sessions lie in a folder; calls go into a recording where that is named.
    case network(Store, sessions: String, WebRules, RunClock, recording: String?)
    /// A recording, from a time on.
    case recording(String, from: Timestamp?)
  }

  package let router: BrokerRouter
  package let shelf: InstrumentShelf
  private let notes: CallNotes
  private let cache: AnswerCache?
  private let store: Store?
  private let courier: any Courier
  private let network: (rules: WebRules, clock: RunClock)?
  private let random: () -> any RandomNumberGenerator
  private let all: [BrokerSettings]
  private let keepers: [BrokerID: (keeper: SessionKeeper, sender: CallSender)]
  private let lines: [BrokerID: BrokerLine]

  /// Puts a desk together; nothing is asked yet.
  ///
  /// - Parameters:
  ///   - brokers: the brokers that may be asked.
  ///   - longestAge: the greatest age of an answer that is given again.
  ///   - asksNobody: whether all that is wanted is what is known without asking, so that brokers may be
  ///     among them whose keys are missing.
  ///   - run: what tells this run from all others.
  ///   - say: is told of what went wrong and is no failure of the run.
  package init(
    _ source: Source, _ brokers: [BrokerSettings], _ settings: Settings, _ tables: MarketTables,
    longestAge: TimeSpan, asksNobody: Bool = false, run: String,
    random: @escaping () -> any RandomNumberGenerator,
    saying say: @escaping (CallFailure) -> Void
  ) throws {
    let notes = CallNotes(run: run)
    let rules = StateRules(settings)
    let patience = Patience(settings)
    let cache = Self.cache(source, settings, longestAge: longestAge)
    let courier = try Self.courier(source, brokers, random: random(), saying: say)
    var keepers: [BrokerID: (keeper: SessionKeeper, sender: CallSender)] = [:]
    var routes: [BrokerRouter.Route] = []
    var lines: [BrokerID: BrokerLine] = [:]
    for broker in brokers {
      let sender: CallSender
      var history = CallHistory(rules)
      switch source {
      case .recording: sender = CallSender(broker.unnamed, courier, nil, nil, notes)
      case .network where asksNobody && !broker.missing.isEmpty:
        sender = CallSender(broker.unnamed, courier, nil, nil, notes)
      case .network(let store, let sessions, _, _, _):
        let (asked, login) = try broker.named()
        let budgets = CallBudgets(
          in: store, of: broker.id, account: broker.account, broker.budgets)
        sender = CallSender(asked, courier, budgets, cache, notes, hiding: broker.secrets)
        let keeper = SessionKeeper(
          in: sessions, of: broker.id, account: broker.account, login, refreshAge: rules.session)
        sender.hide { keeper.secrets }
        keepers[broker.id] = (keeper, sender)
        for call in try store.latestCalls(of: broker.id.rawValue, most: Self.remembered) {
          history.note(call)
        }
      }
      let line = BrokerLine(sender, keepers[broker.id]?.keeper, patience, random: random())
      lines[broker.id] = line
      routes.append(BrokerRouter.Route(line, priority: broker.priority, history))
    }
    let sessions = keepers.values.map(\.keeper)
    (courier as? RecordingCourier)?.hide { sessions.flatMap(\.secrets) }
    if case .network(let store, _, let rules, let clock, _) = source {
      self.store = store
      network = (rules, clock)
    } else {
      store = nil
      network = nil
    }
    self.random = random
    self.notes = notes
    self.cache = cache
    self.courier = courier
    self.keepers = keepers
    self.lines = lines
    all = brokers
    router = BrokerRouter(routes, BrokerRouter.Policy(settings), notes, saying: say)
    shelf = InstrumentShelf(in: store, tables) { query, broker in
      try (courier as? RecordingCourier)?.holdsAnswer(to: query.request, of: broker) == false
    } saying: { problem in
      say(CallFailure(.refused, nil, problem))
    }
  }

  /// So many calls of before say how a broker is.
  private static let remembered = 32

  private static func courier(
    _ source: Source, _ brokers: [BrokerSettings], random: any RandomNumberGenerator,
    saying say: (CallFailure) -> Void
  ) throws -> any Courier {
    switch source {
    case .recording(let folder, let start):
      return try ReplayingCourier(folder, startingAt: start, saying: say)
    case .network(_, _, let rules, let clock, let recording):
      let addresses = Dictionary(uniqueKeysWithValues: brokers.map { ($0.id, $0.addresses) })
      let live = LiveCourier(rules, to: addresses, clock, random: random)
      guard let recording else { return live }
      return try RecordingCourier(live, into: recording) { brokers.flatMap(\.secrets) }
    }
  }

  private static func cache(
    _ source: Source, _ settings: Settings, longestAge: TimeSpan
  ) -> AnswerCache? {
    guard case .network(let store, _, _, _, _) = source else { return nil }
    return AnswerCache(in: store, CacheRules(settings), longestAge: longestAge)
  }

  /// What time it is.
  package var now: Timestamp { courier.now }

  /// How long calls have waited for the limits of brokers, in all.
  package var paused: Duration { (courier as? LiveCourier)?.waited ?? .zero }

  /// From now on runs the time that a command may spend on the network.
  package func restartDeadline() {
    lines.values.forEach { $0.restartDeadline() }
  }

  /// Lets time pass.
  package func pause(_ duration: Duration) throws { try courier.pause(duration) }

  /// How many lines of the recording that is replayed were none.
  package var brokenLines: Int { (courier as? ReplayingCourier)?.brokenLines ?? 0 }

  /// How many calls there were, of all brokers.
  package var calls: [CallNotes.Note] { notes.all }

  /// What the configuration says of a broker that is asked.
  package func settings(of broker: BrokerID) -> BrokerSettings? { all.first { $0.id == broker } }

  // MARK: Sessions

  /// Has a broker log in now, whether there is a session or not.
  package func logIn(at broker: BrokerID, token: KiteRequestToken? = nil) throws {
    guard let (keeper, sender) = keepers[broker] else { return }
    guard let token else {
      _ = try keeper.session(by: sender)
      return
    }
    guard let settings = settings(of: broker) else { return }
    let session = try KiteLogin(settings.kite).session(token, by: sender)
    try keeper.keep(session, at: courier.now)
  }

  /// Makes sure that a broker accepts the session that is kept, or else a new one: it says whose it is.
  package func checkSession(at broker: BrokerID) throws {
    guard let line = lines[broker] else { return }
    _ = try line.answers(to: [line.broker.profile])
  }

  /// Ends the session at a broker.
  package func logOut(at broker: BrokerID) throws {
    guard let (keeper, sender) = keepers[broker] else { return }
    try keeper.end(by: sender)
  }

  // MARK: Instruments

  /// What the first of the brokers lists, of which that is known already; nil where one has to be asked.
  package func knownListing() throws -> (BrokerID, InstrumentListing)? {
    for broker in all {
      if let line = lines[broker.id], let listing = try shelf.knownListing(of: line) {
        return (broker.id, listing)
      }
    }
    return nil
  }

  // MARK: Health

  /// How a broker is.
  package struct Report {
    package let broker: BrokerID
    /// The keys that it lacks; while there are any, nothing else is known of it.
    package let missing: [String]
    package let health: BrokerHealth
    /// When its session ends; nil where there is none.
    package let sessionEnd: Timestamp?
    /// How many calls for quotes may be made at once; nil where none may.
    package let callsLeft: Int?

    /// Whether it may be asked for something to trade on.
    package var allowsEntries: Bool { missing.isEmpty && health.ground.state.allowsEntries }
  }

  /// How the brokers are, by what was kept of the calls of a day.
  package func reports(_ rules: StateRules, killSwitchIsOn: Bool) throws -> [Report] {
    guard let store else { return [] }
    return try all.map { broker in
      let (keeper, sender) = (keepers[broker.id]?.keeper, keepers[broker.id]?.sender)
      let session = try keeper?.span(at: now)
      let calls = try store.calls(
        of: broker.id.rawValue, since: now - TimeSpan(milliseconds: Self.day))
      return Report(
        broker: broker.id, missing: broker.missing,
        health: BrokerHealth(
          calls, rules, killSwitchIsOn: killSwitchIsOn,
          sessionAge: session?.began.map { now - $0 }, at: now),
        sessionEnd: session?.end,
        callsLeft: try sender.map {
          try $0.budgets?.left(of: $0.broker.quoteLimit, at: courier.limitTime) ?? .max
        })
    }
  }

  private static let day: Int64 = 86_400_000

  // MARK: Streams

  /// What opens connections to the stream of a broker; nil in a recording, which has none.
  package func feedDoor(at broker: BrokerID) -> FeedDoor? {
    guard let network, let (keeper, sender) = keepers[broker], let settings = settings(of: broker)
    else { return nil }
    return FeedDoor(
      address: settings.feed, mostConnections: settings.streamConnections, keeper, sender, notes,
      network.rules, network.clock, random: random)
  }

  // MARK: The end

  /// Keeps how the calls of the run went.
  package func finish() throws {
    guard let store else { return }
    try cache?.finish(at: now)
    for broker in all {
      let calls = notes.all.filter { $0.broker == broker.id }.map(\.call)
      try store.keep(calls, of: broker.id.rawValue)
    }
  }
}

extension Patience {
  /// That of a configuration.
  package init(_ settings: Settings) {
    self.init()
    if let count = settings.number("API_RETRY_ATTEMPTS")?.doubleValue { tries = Int(count) }
    if let seconds = settings.number("API_RETRY_DELAY_SECONDS")?.doubleValue {
      pause = .seconds(seconds)
    }
    if let seconds = settings.number("COMMAND_DEADLINE_SECONDS")?.doubleValue {
      deadline = TimeSpan(milliseconds: Int64(seconds * 1000))
    }
  }
}

extension BrokerRouter.Policy {
  /// That of a configuration.
  package init(_ settings: Settings) {
    self.init()
    failsOver = settings.isOn("BROKER_FAILOVER_ENABLED")
    balances = settings.isOn("BROKER_LOAD_BALANCE")
  }
}
