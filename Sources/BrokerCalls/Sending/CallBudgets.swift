package import Brokers
internal import Scalars
package import Store

/// How often the calls of a broker may be made, kept in the store for all processes together.
package final class CallBudgets {
  /// So many calls in a second, a minute and an hour; nil sets no limit.
  package struct Limits: Sendable, Equatable {
    package var perSecond: Int?
    package var perMinute: Int?
    package var perHour: Int?

    /// Creates limits.
    package init(perSecond: Int? = nil, perMinute: Int? = nil, perHour: Int? = nil) {
      self.perSecond = perSecond
      self.perMinute = perMinute
      self.perHour = perHour
    }

    /// The windows of a part of these limits.
    ///
    /// Less than one call in a span is one in a longer span: calls do not arrive as far apart as they
    /// were sent.
    func windows(fraction: Double) -> [RateBudget.Window] {
      [(perSecond, 1000.0), (perMinute, 60_000), (perHour, 3_600_000)].compactMap { limit, span in
        guard let limit else { return nil }
        let part = Double(limit) * fraction
        return RateBudget.Window(
          max(1, Int(part)), inMilliseconds: Int64((part < 1 ? span / part : span).rounded(.up)))
      }
    }
  }

  /// What a configuration allows of a broker.
  package struct Rules: Sendable {
    /// The limits of the broker for groups of calls, by their names in the configuration.
    package var ofGroups: [String: Limits] = [:]
    /// Groups that are counted with another one.
    package var sharing: [String: String] = [:]
    /// The part of them that is used.
    package var fraction = 0.7
    /// The user's own limit for all calls together.
    package var ceiling = Limits()

    /// Begins with nothing limited.
    package init() {}
  }

  private let store: Store
  private let rules: Rules
  /// What stands before the name of each group: limits count for an account.
  private let prefix: String
  /// How often in a row a group was told that it asked too often.
  private var refusals: [String: Int] = [:]
  /// Until when the groups that were refused last are left alone.
  private var holds: [String: Timestamp] = [:]

  /// Opens the budgets of an account at a broker.
  package init(in store: Store, of broker: BrokerID, account: String, _ rules: Rules) {
    self.store = store
    self.rules = rules
    prefix = "\(broker.rawValue)/\(account)"
  }

  /// Takes a call of a group out of its budget.
  ///
  /// - Returns: nil when it was taken, else from when on it may be tried again.
  func spend(_ group: LimitGroup, at now: Timestamp) throws -> Timestamp? {
    try store.spend([budget(of: group), overall], at: now)
  }

  /// How many calls of a group are left at a time.
  func left(of group: LimitGroup, at now: Timestamp) throws -> Int {
    min(
      try store.left(of: budget(of: group), at: now), try store.left(of: overall, at: now))
  }

  private func budget(of group: LimitGroup) -> RateBudget {
    let shared = rules.sharing[group.setting]
    let limits = rules.ofGroups[shared ?? group.setting] ?? Limits()
    return RateBudget(
      "\(prefix)/\(shared ?? group.name)", limits.windows(fraction: rules.fraction))
  }

  private var overall: RateBudget {
    RateBudget(prefix, rules.ceiling.windows(fraction: 1))
  }

  // MARK: What the broker says

  /// So many refusals in a row are one block of the group.
  private static let mostRefusals = 3
  /// After so many blocks nothing more is tried.
  private static let mostBlocks = 3
  private static let block = TimeSpan(milliseconds: 60_000)

  /// Takes in that a call of a group was let through.
  func noteSuccess(of group: LimitGroup) { refusals[group.name] = nil }

  /// Takes in that the broker was asked too often: nobody asks for a while.
  ///
  /// - Parameter wait: for how long it asks to be left alone; nil where it does not say.
  /// - Returns: whether it is worth trying again at all.
  func noteRefusal(of group: LimitGroup, wait: Int64?, at now: Timestamp) throws -> Bool {
    // What was on its way already when it was refused says nothing new.
    if let hold = holds[group.name], now < hold { return true }
    let count = refusals[group.name, default: 0] + 1
    refusals[group.name] = count
    let pause: TimeSpan
    if let wait {
      pause = TimeSpan(milliseconds: wait * 1000)
    } else if count.isMultiple(of: Self.mostRefusals) {
      pause = Self.block
    } else {
      // Beyond the second in which the limit was reached.
      pause = TimeSpan(milliseconds: 1000 << Int64(count % Self.mostRefusals))
    }
    holds[group.name] = now + pause
    try store.hold(budget(of: group).scope, until: now + pause, at: now)
    return count < Self.mostRefusals * Self.mostBlocks
  }
}
