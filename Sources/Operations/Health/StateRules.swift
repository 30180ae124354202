package import Configuration
package import Scalars

/// The limits from which the state of the system follows.
package struct StateRules: Sendable, Equatable {
  /// So many failed calls in a row pause trading.
  package var failures = 3
  /// How long the pause lasts from the last failure; at exactly this age it is over.
  package var pause = TimeSpan(milliseconds: 30_000)
  /// So many recoveries in a row that fail stop everything.
  package var attempts = 3
  /// The greatest age of a price that is fresh.
  package var freshness = TimeSpan(milliseconds: 10_000)
  /// The greatest age of a session that needs no refresh.
  package var session = TimeSpan(milliseconds: 240 * 60_000)

  /// Of so many latest calls none may have failed.
  package static let window = 5

  /// The limits that hold where nobody sets others.
  package init() {}

  /// The limits of a configuration.
  package init(_ settings: Settings) {
    self.init()
    if let count = settings.number("MAX_BROKER_FAILURES") { failures = Int(count.clamped) }
    if let count = settings.number("MAX_RECOVERY_ATTEMPTS") { attempts = Int(count.clamped) }
    // Ages are whole milliseconds. One is past a limit when it is past the milliseconds that lie
    // in it, and it has reached one when it has reached those that cover it.
    if let seconds = settings.number("RECOVERY_WAIT_SECONDS") {
      pause = seconds.span(of: 1000, .ceiling)
    }
    if let seconds = settings.number("DATA_STALENESS_THRESHOLD") {
      freshness = seconds.span(of: 1000, .floor)
    }
    if let minutes = settings.number("SESSION_REFRESH_INTERVAL") {
      session = minutes.span(of: 60_000, .floor)
    }
  }
}

extension Number {
  /// So many units of milliseconds, some thirty thousand years at most.
  fileprivate func span(of unit: Int64, _ rule: RoundingRule) -> TimeSpan {
    let product = self * Number(unit) ?? Number(Self.most)
    return TimeSpan(milliseconds: product.rounded(rule).clamped)
  }

  /// The whole number that it is, or the largest that anything here needs.
  fileprivate var clamped: Int64 {
    let most = Self.most
    if self >= Number(most) { return most }
    return Int64(doubleValue)
  }

  /// Below it every whole number is a double.
  private static var most: Int64 { 1 << 50 }
}
