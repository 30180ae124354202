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
    try transaction {
      // What was spent under a clock that was ahead would hold everybody back until then.
      try change(RateBudgetTable.forgetFuture) { statement in
        try statement.bind(1, budget.scope)
        try statement.bind(2, now.milliseconds + ClockSkew.tolerated)
      }
      if let later = try refusal(of: budget, at: now) { return later }
      try change(RateBudgetTable.spend) { statement in
        try statement.bind(1, budget.scope)
        try statement.bind(2, now.milliseconds)
      }
      let longest = budget.windows.map(\.milliseconds).max() ?? 0
      try change(RateBudgetTable.sweep) { statement in
        try statement.bind(1, budget.scope)
        try statement.bind(2, now.milliseconds - longest)
      }
      return nil
    }
  }

  private func refusal(of budget: RateBudget, at now: Timestamp) throws -> Timestamp? {
    var latest: Timestamp?
    for window in budget.windows {
      // The one that must have left the window before another one fits in.
      let blocking = try with(RateBudgetTable.nth) { statement -> Int64? in
        try statement.bind(1, budget.scope)
        try statement.bind(2, window.count - 1)
        return try statement.step() ? statement.whole(0) : nil
      }
      guard let blocking else { continue }
      let free = Timestamp(milliseconds: blocking + window.milliseconds)
      if free > now { latest = max(latest ?? free, free) }
    }
    return latest
  }
}
