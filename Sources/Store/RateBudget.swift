package import Scalars

/// A limit on how often something is done, kept in the store so that all processes share it.
///
/// The windows roll: in no span of that length, wherever it begins, is there more than allowed.
package struct RateBudget: Sendable {
  /// So many in so long.
  package struct Window: Sendable, Equatable {
    package let count: Int
    package let milliseconds: Int64

    /// Creates a window.
    package init(_ count: Int, inMilliseconds milliseconds: Int64) {
      self.count = count
      self.milliseconds = milliseconds
    }
  }

  /// What is limited, such as `mail` or a broker's endpoint.
  package let scope: String
  /// All of which hold.
  package let windows: [Window]

  /// Names a limit.
  package init(_ scope: String, _ windows: [Window]) {
    self.scope = scope
    self.windows = windows
  }
}

extension Store {
  /// Takes one out of a budget, if there is one left at this time.
  ///
  /// - Returns: nil when it was taken, else from when on there is one again.
  package func spend(_ budget: RateBudget, at now: Timestamp) throws -> Timestamp? {
    try spend([budget], at: now)
  }

  /// Takes one out of each of several budgets, if all of them have one left at this time.
  ///
  /// - Returns: nil when they were taken, else from when on there may be one in all again.
  package func spend(_ budgets: [RateBudget], at now: Timestamp) throws -> Timestamp? {
    try transaction {
      var latest: Timestamp?
      for budget in budgets {
        // What was spent under a clock that was ahead would hold everybody back until then.
        try change(RateBudgetTable.forgetFuture) { statement in
          try statement.bind(1, budget.scope)
          try statement.bind(2, now.milliseconds + ClockSkew.tolerated)
        }
        for later in [try refusal(of: budget, at: now), try end(ofHold: budget.scope, at: now)] {
          if let later { latest = max(latest ?? later, later) }
        }
      }
      if let latest { return latest }
      for budget in budgets { try take(from: budget, at: now) }
      return nil
    }
  }

  private func take(from budget: RateBudget, at now: Timestamp) throws {
    try put(budget.scope, now)
    let longest = budget.windows.map(\.milliseconds).max() ?? 0
    try sweep(budget.scope, through: now.milliseconds - longest)
  }

  private func put(_ scope: String, _ time: Timestamp) throws {
    try change(RateBudgetTable.spend) { statement in
      try statement.bind(1, scope)
      try statement.bind(2, time.milliseconds)
    }
  }

  private func sweep(_ scope: String, through milliseconds: Int64) throws {
    try change(RateBudgetTable.sweep) { statement in
      try statement.bind(1, scope)
      try statement.bind(2, milliseconds)
    }
  }

  // MARK: Holds

  /// No hold is longer; one that seems to be was made under another clock.
  private static let longestHold: Int64 = 3_600_000

  /// Lets nobody take anything out of a budget before a time, as where a server asks for that.
  ///
  /// Of several holds the one that ends last counts.
  package func hold(_ scope: String, until end: Timestamp, at now: Timestamp) throws {
    try transaction {
      try sweep(Self.scope(ofHold: scope), through: now.milliseconds)
      try put(Self.scope(ofHold: scope), end)
    }
  }

  private func end(ofHold scope: String, at now: Timestamp) throws -> Timestamp? {
    guard let end = try latest(Self.scope(ofHold: scope), before: 0), end > now,
      (end - now).milliseconds <= Self.longestHold
    else { return nil }
    return end
  }

  private static func scope(ofHold scope: String) -> String { "\(scope) held" }

  private func refusal(of budget: RateBudget, at now: Timestamp) throws -> Timestamp? {
    var latest: Timestamp?
    for window in budget.windows {
      // The one that must have left the window before another one fits in.
      guard let blocking = try self.latest(budget.scope, before: window.count - 1) else { continue }
      let free = Timestamp(milliseconds: blocking.milliseconds + window.milliseconds)
      if free > now { latest = max(latest ?? free, free) }
    }
    return latest
  }

  /// When the latest of a scope was, before so many later ones.
  private func latest(_ scope: String, before count: Int) throws -> Timestamp? {
    try with(RateBudgetTable.nth) { statement in
      try statement.bind(1, scope)
      try statement.bind(2, count)
      return try statement.step() ? Timestamp(milliseconds: statement.whole(0)) : nil
    }
  }

  /// How many more fit into the fullest window of a budget at this time.
  package func left(of budget: RateBudget, at now: Timestamp) throws -> Int {
    var left = Int.max
    for window in budget.windows {
      let spent = try with(RateBudgetTable.spentSince) { statement in
        try statement.bind(1, budget.scope)
        try statement.bind(2, now.milliseconds - window.milliseconds)
        return try statement.step() ? Int(statement.whole(0)) : 0
      }
      left = min(left, window.count - spent)
    }
    return max(0, left)
  }
}
