package import Configuration
package import Scalars
package import Store

/// Where alerts are raised: kept in the store once for each crossing, and handed to the handlers.
///
/// Nothing that goes wrong with an alert keeps the command that raised it from going on; it is told in the
/// outcomes.
package struct AlertDesk {
  /// How the use of a handler ended.
  package enum State: String, Sendable {
    case sent, failed
    /// It has been used as often as it may be; what is left waits.
    case held
  }

  /// What became of alerts at one handler.
  package struct Outcome: Equatable, Sendable {
    /// The handler, or `store`.
    package let handler: String
    package let state: State
    package let failure: AlertFailure?

    /// The outcome, which also says that alerts are never told.
    fileprivate func givingUp(_ count: Int) -> Self {
      guard let failure else { return self }
      let what = count == 1 ? "an alert is" : "\(count) alerts are"
      return Self(
        handler: handler, state: state,
        failure: AlertFailure(
          "\(failure.problem); \(what) given up after many tries", remedy: failure.remedy))
    }
  }

  private let store: Store
  private let handlers: [any AlertHandler]
  private let isOff: (AlertKind) -> Bool

  /// Opens the desk.
  package init(_ store: Store, _ handlers: [any AlertHandler], _ settings: Settings) {
    self.store = store
    self.handlers = handlers
    let isOff = !settings.isOn("ALERTS_ENABLED")
    let kindsOff = Set(
      AlertKind.allCases.filter { $0.switchKey.map { !settings.isOn($0) } ?? false })
    self.isOff = { kind in kind != .test && (isOff || kindsOff.contains(kind)) }
  }

  /// Raises an alert; one of a kind that stands is raised once until it is ended.
  ///
  /// - Parameters:
  ///   - subject: What it is about, such as an account or a broker.
  ///   - message: One line for people.
  /// - Returns: what became of it; nothing where it is switched off or stands already.
  @discardableResult
  package func raise(
    _ kind: AlertKind, _ subject: String, _ message: String, value: Double? = nil,
    threshold: Double? = nil, at now: Timestamp
  ) -> [Outcome] {
    if isOff(kind) { return [] }
    let alert = AlertRecord(
      kind: kind.rawValue, subject: subject, severity: kind.severity, message: message,
      value: value, threshold: threshold, raisedAt: now)
    let telling = handlers.filter { kind == .test || alert.severity >= $0.leastSeverity }
    do {
      guard try store.raise(alert, stands: kind.stands, for: telling.map(\.name)) != nil else {
        return []
      }
    } catch {
      // An alert that cannot be kept may repeat itself; that is better than silence.
      return [Self.outcome("store", error)] + telling.map { tell([alert], by: $0, at: now) }
    }
    return deliver(at: now)
  }

  /// Has every handler tell of what it has still to tell of, also of what failed before or was too much then.
  @discardableResult
  package func deliver(at now: Timestamp) -> [Outcome] {
    handlers.flatMap { deliver(by: $0, at: now) }
  }

  /// Ends an alert that stands, so that the next crossing raises another one.
  @discardableResult
  package func end(_ kind: AlertKind, _ subject: String, at now: Timestamp) -> [Outcome] {
    do {
      try store.endAlert(kind.rawValue, subject, at: now)
      return []
    } catch {
      return [Self.outcome("store", error)]
    }
  }

  /// Raises and ends the alerts of an account by where its figures stand.
  package func judge(
    _ standings: [AlertThresholds.Standing], of account: String, at now: Timestamp
  ) -> [Outcome] {
    standings.flatMap { standing in
      guard standing.isReached else { return end(standing.kind, account, at: now) }
      return raise(
        standing.kind, account, standing.message, value: standing.value,
        threshold: standing.threshold, at: now)
    }
  }

  // MARK: Delivery

  private func deliver(by handler: any AlertHandler, at now: Timestamp) -> [Outcome] {
    var outcomes: [Outcome] = []
    do {
      while try store.hasDueDeliveries(by: handler.name, at: now) {
        if let budget = handler.budget, try store.spend(budget, at: now) != nil {
          return outcomes + [Self.held(handler.name)]
        }
        let alerts = try store.takeDeliveries(
          by: handler.name, atMost: handler.mostAtOnce, at: now)
        if alerts.isEmpty { break }
        let outcome = tell(alerts, by: handler, at: now)
        let givenUp = try store.endDeliveries(
          of: alerts, by: handler.name, failure: outcome.failure?.problem, at: now)
        outcomes.append(givenUp == 0 ? outcome : outcome.givingUp(givenUp))
        // The next one would fail as well; it is tried again another time.
        if outcome.state == .failed { break }
      }
      return outcomes
    } catch {
      return outcomes + [Self.outcome("store", error)]
    }
  }

  private static func held(_ name: String) -> Outcome {
    Outcome(
      handler: name, state: .held,
      failure: AlertFailure(
        "it has been used as often within an hour as it may be",
        remedy: "what waits is told later; rate_limit in ALERT_HANDLERS sets the limit"))
  }

  private func tell(
    _ alerts: [AlertRecord], by handler: any AlertHandler, at now: Timestamp
  ) -> Outcome {
    do throws(AlertFailure) {
      try handler.deliver(alerts, at: now)
      return Outcome(handler: handler.name, state: .sent, failure: nil)
    } catch {
      return Outcome(handler: handler.name, state: .failed, failure: error)
    }
  }

  private static func outcome(_ name: String, _ error: any Error) -> Outcome {
    let failure =
      (error as? StoreError).map { AlertFailure($0.problem, remedy: $0.remedy) }
      ?? AlertFailure("\(error)", remedy: "look at the store")
    return Outcome(handler: name, state: .failed, failure: failure)
  }
}

extension AlertThresholds.Standing {
  fileprivate var message: String {
    func percent(_ value: Double) -> String {
      Number(binary: value)?.rounded(.toNearestAwayFromZero, decimals: 2).description ?? "?"
    }
    let what =
      switch kind {
      case .drawdown: "the drawdown"
      case .marginWarning, .marginUsage: "the use of margin"
      default: "the loss of the day, in percent of its limit,"
      }
    return "\(what) is \(percent(value)) %, and \(percent(threshold)) % is the threshold"
  }
}
