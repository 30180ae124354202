package import Store

/// What alerts are about, each declared once.
package enum AlertKind: String, CaseIterable, Sendable {
  case tradeEntry = "trade_entry"
  case tradeExit = "trade_exit"
  case positionChange = "position_change"
  case lossLimit = "loss_limit"
  case dailyLoss = "daily_loss"
  case drawdown
  case marginWarning = "margin_warning"
  case marginUsage = "margin_usage"
  case marginCall = "margin_call"
  case systemError = "system_error"
  case brokerDisconnect = "broker_disconnect"
  case latencyViolation = "latency_violation"
  case test

  /// How grave it is.
  package var severity: AlertRecord.Severity {
    switch self {
    case .tradeEntry, .tradeExit, .positionChange, .test: .info
    case .dailyLoss, .drawdown, .marginWarning, .latencyViolation: .warning
    case .marginUsage, .systemError, .brokerDisconnect: .alert
    case .lossLimit, .marginCall: .critical
    }
  }

  /// Whether it stands until it is over, so that there is one for each crossing; the others tell of a moment.
  package var stands: Bool {
    switch self {
    case .tradeEntry, .tradeExit, .positionChange, .systemError, .test: false
    case .latencyViolation, .lossLimit, .dailyLoss, .drawdown, .marginWarning, .marginUsage,
      .marginCall,
      .brokerDisconnect:
      true
    }
  }

  /// The key of the configuration that switches it; nil where there is none.
  var switchKey: String? {
    switch self {
    case .tradeEntry: "ALERT_ON_TRADE_ENTRY"
    case .tradeExit: "ALERT_ON_TRADE_EXIT"
    case .positionChange: "ALERT_ON_POSITION_CHANGE"
    case .lossLimit: "ALERT_ON_LOSS_LIMIT_HIT"
    case .marginWarning, .marginUsage, .marginCall: "ALERT_ON_MARGIN_CALL"
    case .systemError: "ALERT_ON_SYSTEM_ERROR"
    case .brokerDisconnect: "ALERT_ON_BROKER_DISCONNECT"
    case .latencyViolation: "ALERT_ON_LATENCY_VIOLATION"
    case .dailyLoss, .drawdown, .test: nil
    }
  }
}
