import BrokerCalls
import Brokers
import CommandLineKit
import Configuration
import Files
import Market
import Operations
import Scalars
import Store
import Transport

/// `validate-config --online`: whether every broker of the configuration accepts its login.
struct BrokerSessionCheck {
  private let options: ValidateConfig.Options
  private let settings: Settings
  private let surroundings: Surroundings

  init(
    _ options: ValidateConfig.Options, _ settings: Settings, _ surroundings: Surroundings
  ) {
    self.options = options
    self.settings = settings
    self.surroundings = surroundings
  }

  /// What there is to say: of each broker that can log in a note or an error.
  func findings() throws -> [Finding] {
    try BrokerSettings.all(settings).flatMap { broker in
      guard broker.missing.isEmpty else {
        return [
          finding(.note, broker, "no login: \(broker.missing.joined(separator: ", ")) not set")
        ]
      }
      return try findings(of: broker)
    }
  }

  private func findings(of broker: BrokerSettings) throws -> [Finding] {
    var problems: [Finding] = []
    do {
      let desk = try desk(broker) { failure in
        problems.append(finding(.warning, broker, failure.problem, fix: failure.remedy))
      }
      try desk.checkSession(at: broker.id)
      try desk.finish()
      return problems + [finding(.note, broker, "accepts the session")]
    } catch let failure as CallFailure {
      return problems + [finding(.error, broker, failure.problem, fix: failure.remedy)]
    }
  }

  private func desk(
    _ broker: BrokerSettings, saying say: @escaping (CallFailure) -> Void
  ) throws -> BrokerDesk {
    let home = try options.places.home(surroundings.environment)
    try home.make()
    let store = try Store(
      path: options.places.store(settings, surroundings.environment), access: .creating,
      limits: StoreLimits(settings))
    return try BrokerDesk(
      .network(
        store, sessions: home.sessions, WebRules(settings, userAgent: Version.userAgent),
        RunClock(startingAt: options.common.now, pauses: .real), recording: nil),
      [broker], settings, .builtIn, longestAge: TimeSpan(milliseconds: 0),
      run: "\(WallClock.milliseconds)-check", random: { SystemRandomNumberGenerator() }, saying: say
    )
  }

  private func finding(
    _ severity: Finding.Severity, _ broker: BrokerSettings, _ message: String, fix: String? = nil
  ) -> Finding {
    let key = settings["BROKERS"].isSet ? "BROKERS" : "BROKER_NAME"
    return Finding(
      severity, "online", key: key, at: settings[key].place, "\(broker.id.rawValue): \(message)",
      fix: fix)
  }
}
