internal import Files
package import Scalars
package import Store

extension MetricsPage.Metric {
  static let operations = Self(
    "angelx_operations_last_day", .gauge, "How often an operation was done in the last 24 hours.")
  static let duration = Self(
    "angelx_operation_duration_seconds", .gauge,
    "How long an operation took in the last 24 hours, by quantile.")
  static let longest = Self(
    "angelx_operation_longest_seconds", .gauge,
    "How long the longest of an operation took in the last 24 hours.")
  static let alerts = Self(
    "angelx_alerts_last_day", .gauge, "How many alerts were raised in the last 24 hours.")
  static let cacheHits = Self(
    "angelx_cache_hits_total", .counter, "How often the cache had an answer.")
  static let cacheMisses = Self(
    "angelx_cache_misses_total", .counter, "How often a question had to be asked.")
  static let slow = Self(
    "angelx_slow_statements_total", .counter,
    "How often a statement of the store took longer than SLOW_QUERY_THRESHOLD_MS.")
  static let brokerCalls = Self(
    "angelx_broker_calls_last_day", .gauge,
    "How many calls of a broker ended so in the last 24 hours.")
  static let brokerDuration = Self(
    "angelx_broker_call_duration_seconds", .gauge,
    "How long a call of a broker took in the last 24 hours, by quantile.")
  static let brokerFailures = Self(
    "angelx_broker_failures_in_row", .gauge,
    "How many calls of a broker have failed since the last success.")
  static let brokerState = Self(
    "angelx_broker_state", .gauge, "The state of a broker: 1 for the one that it is in, else 0.")
  static let bytes = Self("angelx_store_bytes", .gauge, "How large the store is.")
  static let killSwitch = Self(
    "angelx_kill_switch", .gauge, "Whether the kill switch is on: 1 or 0.")
  static let written = Self(
    "angelx_metrics_timestamp_seconds", .gauge,
    "When these metrics were made, in seconds since 1970 in UTC.")
}

extension MetricsPage {
  private static let day: Int64 = 86_400_000

  /// The metrics of a store and of its home at a time.
  package init(
    of store: Store, _ rules: StateRules, killSwitchIsOn: Bool, at now: Timestamp
  ) throws {
    self.init()
    let start = Timestamp(milliseconds: now.milliseconds - Self.day)
    try addLatencies(store, from: start, to: now)
    for broker in try store.calledBrokers() {
      let calls = try store.calls(of: broker, since: start)
      add(BrokerHealth(calls, rules, killSwitchIsOn: killSwitchIsOn, at: now), of: broker)
    }
    for (severity, count) in try store.alertCounts(from: start, to: now).sorted(by: {
      $0.key < $1.key
    }) {
      add(.alerts, [("severity", severity.rawValue)], Double(count))
    }
    for (kind, uses) in try store.cacheUses().sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add(.cacheHits, [("kind", kind.rawValue)], Double(uses.hits))
      add(.cacheMisses, [("kind", kind.rawValue)], Double(uses.misses))
    }
    for slow in try store.slowStatements().sorted(by: { $0.statement < $1.statement }) {
      add(.slow, [("statement", slow.statement)], Double(slow.count))
    }
    if let size = try? SystemCalls.real.statusOfTarget(store.path).size {
      add(.bytes, [], Double(size))
    }
    add(.killSwitch, [], killSwitchIsOn ? 1 : 0)
    add(.written, [], Double(now.milliseconds) / 1000)
  }

  private mutating func add(_ health: BrokerHealth, of broker: String) {
    let label = (name: "broker", value: broker)
    let failed = health.failures.values.reduce(0, +)
    add(.brokerCalls, [label, ("outcome", "success")], Double(health.calls - failed))
    for failure in BrokerCall.Failure.allCases {
      let count = health.failures[failure] ?? 0
      add(.brokerCalls, [label, ("outcome", failure.rawValue)], Double(count))
    }
    add(.brokerFailures, [label], Double(health.failuresInRow))
    for state in SystemState.allCases {
      add(.brokerState, [label, ("state", state.rawValue)], health.ground.state == state ? 1 : 0)
    }
    guard let figures = health.figures else { return }
    let quantiles = [("0.5", figures.p50), ("0.95", figures.p95), ("0.99", figures.p99)]
    for (quantile, milliseconds) in quantiles {
      add(.brokerDuration, [label, ("quantile", quantile)], milliseconds / 1000)
    }
  }

  private mutating func addLatencies(
    _ store: Store, from start: Timestamp, to end: Timestamp
  ) throws {
    for operation in try store.operations() {
      var durations: [Int64] = []
      try store.latencies(of: operation, from: start, to: end) {
        durations.append($0.durationMicroseconds)
      }
      guard let figures = LatencyFigures(microseconds: durations) else { continue }
      let label = (name: "operation", value: operation)
      add(.operations, [label], Double(figures.count))
      let quantiles = [("0.5", figures.p50), ("0.95", figures.p95), ("0.99", figures.p99)]
      for (quantile, milliseconds) in quantiles {
        add(.duration, [label, ("quantile", quantile)], milliseconds / 1000)
      }
      add(.longest, [label], figures.max / 1000)
    }
  }
}
