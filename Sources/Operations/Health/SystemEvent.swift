package import Scalars
package import Store

/// What the state of the system depends on.
package enum SystemEvent: Sendable, Equatable {
  /// A call of the broker succeeded.
  case callSucceeded
  /// A call of the broker failed.
  case callFailed
  /// Prices of a symbol are needed from now on.
  case subscribed(String)
  /// Prices of a symbol are not needed any more.
  case unsubscribed(String)
  /// The latest price of a subscribed symbol is of this age.
  case age(of: String, TimeSpan)
  /// The session with the broker is of this age.
  case sessionAge(TimeSpan)
  /// There is no session with the broker, nor does anything need one.
  case sessionEnded
  /// The kill switch is on, or is not.
  case killSwitch(isOn: Bool)
  /// Somebody with a reason has released what was stopped.
  case released

  /// What a call that was kept means.
  package init(_ call: BrokerCall) {
    self = call.failure == nil ? .callSucceeded : .callFailed
  }
}
