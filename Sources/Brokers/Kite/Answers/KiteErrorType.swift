/// The kind of an error of Kite, by which it is judged before the status of HTTP is looked at.
package struct KiteErrorType: Sendable {
  /// What an error calls for.
  package enum Act: Sendable, Hashable {
    /// A login by a person.
    case logIn
    /// Nothing: the request, the account or the subscription is at fault.
    case stop
    /// To wait, longer each time, and to repeat what only reads.
    case backOff
    /// To repeat what only reads.
    case retry
    /// To repeat what only reads, once.
    case retryOnce
  }

  package let name: String
  package let act: Act

  private init(_ name: String, _ act: Act) {
    self.name = name
    self.act = act
  }

  /// The kind of a name; nil for one that is not known.
  package static func named(_ name: String) -> KiteErrorType? { all.first { $0.name == name } }

  /// All that are known.
  package static let all: [KiteErrorType] = [
    KiteErrorType("TokenException", .logIn),
    // No subscription, or not the right to do this.
    KiteErrorType("PermissionException", .stop),
    KiteErrorType("UserException", .stop),
    KiteErrorType("InputException", .stop),
    KiteErrorType("OrderException", .stop),
    KiteErrorType("MarginException", .stop),
    KiteErrorType("HoldingException", .stop),
    KiteErrorType("NetworkException", .backOff),
    KiteErrorType("DataException", .retry),
    KiteErrorType("GeneralException", .retryOnce),
  ]
}
