/// What became of a call, as far as it matters for what to do next.
package enum BrokerOutcome<Payload: Sendable>: Sendable {
  /// It was done, and this is what came back.
  case ok(Payload)
  /// It was done, and there is nothing, as in a book before the first order of the day.
  case nothing
  /// It may go well another time. Whether the broker did something is not known.
  case transient(BrokerFailure)
  /// The broker was asked too often; all callers of the group have to wait.
  case rateLimited(BrokerFailure)
  /// The session is not good any more.
  case session(SessionRemedy, BrokerFailure)
  /// The broker understood and refused.
  case rejected(BrokerFailure)
  /// The answer is none that the broker should give.
  case protocolBroken(BrokerFailure)

  /// What is wrong; nil where nothing is.
  package var failure: BrokerFailure? {
    switch self {
    case .ok, .nothing: nil
    case .transient(let failure), .rateLimited(let failure), .session(_, let failure),
      .rejected(let failure), .protocolBroken(let failure):
      failure
    }
  }

  /// The same where it failed, whatever was asked for; nil where it did not.
  func failed<Value: Sendable>() -> BrokerOutcome<Value>? {
    switch self {
    case .ok, .nothing: nil
    case .transient(let failure): .transient(failure)
    case .rateLimited(let failure): .rateLimited(failure)
    case .session(let remedy, let failure): .session(remedy, failure)
    case .rejected(let failure): .rejected(failure)
    case .protocolBroken(let failure): .protocolBroken(failure)
    }
  }

  /// The same with the payload read; one that cannot be read is never nothing.
  func decoded<Value: Sendable>(
    _ read: (Payload) throws(WireFault) -> Value
  ) -> BrokerOutcome<Value> {
    if let failed: BrokerOutcome<Value> = failed() { return failed }
    guard case .ok(let payload) = self else { return .nothing }
    do throws(WireFault) {
      return .ok(try read(payload))
    } catch {
      return .protocolBroken(BrokerFailure(message: error.description))
    }
  }

  /// The same with the payload read, and nothing read too, as where a list was asked for.
  func decodedList<Value: Sendable>(
    _ read: (Payload?) throws(WireFault) -> Value
  ) -> BrokerOutcome<Value> {
    guard case .nothing = self else {
      return decoded { payload throws(WireFault) in try read(payload) }
    }
    do throws(WireFault) {
      return .ok(try read(nil))
    } catch {
      return .protocolBroken(BrokerFailure(message: error.description))
    }
  }
}

extension BrokerOutcome: Equatable where Payload: Equatable {}

/// How a session becomes good again.
package enum SessionRemedy: Sendable, Hashable {
  /// By its refresh token; where that fails, by a login.
  case refresh
  /// By a login.
  case logIn
  /// By a person, who logs in with a browser: there is no other way.
  case person
}

/// What a broker says about a call that failed.
package struct BrokerFailure: Sendable, Hashable {
  /// The broker's code, empty where it gives none.
  package let code: String
  /// What it says, or what is wrong with what it says.
  package let message: String
  /// Whether it does not accept the address that the call came from.
  package let concernsAddress: Bool
  /// How often at the most the call is worth repeating; nil leaves that to who makes it.
  package let mostRepeats: Int?

  package init(
    code: String = "", message: String, concernsAddress: Bool = false, mostRepeats: Int? = nil
  ) {
    self.code = code
    self.message = message
    self.concernsAddress = concernsAddress
    self.mostRepeats = mostRepeats
  }
}
