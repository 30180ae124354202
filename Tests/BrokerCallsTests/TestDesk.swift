import BrokerCalls
import Brokers
import Configuration
import Files
import Market
import Scalars
import Store
import TestSupport
import Testing
import Transport

/// What it takes to ask the fake brokers within a test: a home, a configuration and a clock.
final class TestDesk {
  let brokers: FakeBrokers
  let home: Scratch
  let settings: Settings
  private(set) var warnings: [CallFailure] = []

  /// Limits that never hold anybody up, and pauses that nobody notices.
  static let hurried = """
    API_RETRY_DELAY_SECONDS = 0.05
    RATE_BUDGET_FRACTION = 1
    \(FakeBrokers.unlimited)
    """

  /// Sets up a desk.
  ///
  /// - Parameters:
  ///   - key: a key that holds another value than the brokers know.
  init(
    _ brokers: FakeBrokers, in home: Scratch? = nil, _ more: String = hurried,
    replacing key: String? = nil, with value: String = ""
  ) throws {
    self.brokers = brokers
    self.home = try home ?? Scratch()
    var reading = SettingsReading(processors: 2)
    let lines = try brokers.configuration(more).split(separator: "\n").map { line in
      key.map { line.hasPrefix("\($0) = ") } == true ? "\(key ?? "") = '\(value)'" : line
    }
    reading.add(file: Array(lines.joined(separator: "\n").utf8), name: "angelx.conf")
    settings = reading.settings()
    #expect(settings.findings.filter { $0.severity == .error }.isEmpty)
  }

  /// A clock that goes with that of the brokers.
  private func clock() throws -> RunClock {
    RunClock(startingAt: try Timestamp(rfc3339: Array(brokers.now().utf8).span))
  }

  /// A desk that asks brokers.
  func desk(
    _ ids: [BrokerID] = [.angelOne], recording: String? = nil, longestAge: Int64 = 0,
    deadline: Duration = .seconds(2)
  ) throws -> BrokerDesk {
    var rules = WebRules(userAgent: "angelx/test")
    rules.authorities = settings.text("CA_FILE")
    rules.limits.total = deadline
    let store = try Store(path: home("angelx.db"), access: .creating)
    return try desk(
      .network(store, sessions: home("sessions"), rules, clock(), recording: recording), ids,
      longestAge: longestAge)
  }

  /// A desk that gives the answers of a recording.
  func replay(_ folder: String, _ ids: [BrokerID] = [.angelOne]) throws -> BrokerDesk {
    try desk(.recording(folder, from: nil), ids, longestAge: 0)
  }

  private func desk(
    _ source: BrokerDesk.Source, _ ids: [BrokerID], longestAge: Int64
  ) throws -> BrokerDesk {
    try BrokerDesk(
      source, BrokerSettings.all(settings, chosen: ids), settings, .builtIn,
      longestAge: TimeSpan(milliseconds: longestAge),
      run: "test-\(UInt64.random(in: 0...UInt64.max))", random: { SplitMix64(seed: 1) }
    ) { [self] in warnings.append($0) }
  }
}

extension BrokerDesk {
  /// Quotes of the options of NIFTY nearest to some strikes, by whatever broker answers.
  func quotes(_ count: Int = 120) throws -> (broker: BrokerID, [Quote]) {
    try router.ask({ _ in LimitGroup.AngelOne.quotes }) { line in
      let rows = try shelf.listing(of: line).instruments(of: "NIFTY")
        .filter { $0.kind == .option }.prefix(count)
      let answers = try line.answers(to: line.broker.quotes(Array(rows), .full, batch: nil))
      return (line.broker.id, answers.flatMap(\.value.quotes))
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// Leaves a test out where the fake brokers cannot run.
  static var needsBrokers: Self {
    .enabled(if: TestServers.haveBrokers, "python3-websockets or openssl is not installed")
  }
}
