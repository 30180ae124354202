import Scalars

extension CrossCheck {
  /// What belongs to development and stands in production.
  mutating func checkEnvironment() {
    if settings.isOn("QUIET"), settings.isOn("VERBOSE") {
      refuse("contradiction", "QUIET", "is True, and so is VERBOSE", fix: "keep one of them")
    }
    guard circumstances.isProduction else { return }
    if settings.isOn("VERBOSE") {
      warn("production", "VERBOSE", "is True, which is meant for development")
    }
    if !settings.isOn("ALERTS_ENABLED") {
      warn("production", "ALERTS_ENABLED", "is False: nobody is told of anything")
    }
    if !settings.isOn("CONFIG_FREEZE") {
      warn("production", "CONFIG_FREEZE", "is False: settings may change while the market is open")
    }
  }
}
