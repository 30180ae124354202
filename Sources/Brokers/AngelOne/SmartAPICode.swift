/// A code with which SmartAPI says why it did not do something.
package struct SmartAPICode: Sendable {
  /// What a code calls for.
  package enum Act: Sendable, Hashable {
    /// A login, and the call once more.
    case logIn
    /// A refresh, and the call once more.
    case refresh
    /// The call once more, later, if it only reads.
    case retry
    /// Nothing: the request or the account is at fault.
    case stop
    /// Nothing: what was asked for is not there. A list of such things is empty.
    case notFound
    /// Nothing: there is no data.
    case noData
    /// The login once more, in another window of the one-time code.
    case nextWindow
    /// To ask no more for one instrument.
    case dropToken
    /// To ask for one instrument once more.
    case retryToken
  }

  package let code: String
  /// What the broker means by it.
  package let text: String
  package let act: Act

  private init(_ code: String, _ text: String, _ act: Act) {
    self.code = code
    self.text = text
    self.act = act
  }

  /// The code of a name; nil for one that is not known.
  package static func named(_ code: String) -> SmartAPICode? { byCode[code] }

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// All that are known.
  package static let all: [SmartAPICode] = [
    SmartAPICode("AG8001", "Invalid Token", .logIn),
    SmartAPICode("AG8002", "Token Expired", .refresh),
    SmartAPICode("AG8003", "Token missing", .logIn),
    SmartAPICode("AG8004", "invalid or missing API key", .stop),
    SmartAPICode("AB8050", "Invalid Refresh Token", .logIn),
    SmartAPICode("AB8051", "Refresh Token Expired", .logIn),
    SmartAPICode("AB1000", "Invalid Email Or Password", .stop),
    SmartAPICode("AB1001", "Invalid Email", .stop),
    SmartAPICode("AB1002", "Invalid Password Length", .stop),
    SmartAPICode("AB1003", "Client Already Exists", .stop),
    // Also for a malformed body and for a range of dates the wrong way round.
    SmartAPICode("AB1004", "Something Went Wrong, Please Try After Sometime", .retry),
    SmartAPICode("AB1005", "User Type Must Be USER", .stop),
    SmartAPICode("AB1006", "Client is blocked for trading", .stop),
    SmartAPICode("AB1007", "AMX Error", .stop),
    SmartAPICode("AB1008", "Invalid Order Variety", .stop),
    SmartAPICode("AB1009", "Symbol Not Found", .stop),
    SmartAPICode("AB1010", "AMX Session Expired", .logIn),
    SmartAPICode("AB1011", "Client not login", .logIn),
    SmartAPICode("AB1012", "Invalid Product Type", .stop),
    SmartAPICode("AB1013", "Order not found", .notFound),
    SmartAPICode("AB1014", "Trade not found", .notFound),
    SmartAPICode("AB1015", "Holding not found", .notFound),
    SmartAPICode("AB1016", "Position not found", .notFound),
    SmartAPICode("AB1017", "Position conversion failed", .stop),
    SmartAPICode("AB1018", "Failed to get symbol details", .stop),
    SmartAPICode("AB1031", "Old Password Mismatch", .stop),
    SmartAPICode("AB1032", "User Not Found", .stop),
    SmartAPICode("AB1050", "Invalid TOTP", .nextWindow),
    SmartAPICode("AB2000", "Error not specified", .retry),
    // Also for a range of candles that is too long.
    SmartAPICode("AB2001", "Internal Error, Please Try After Sometime", .retry),
    SmartAPICode("AB2002", "ROBO order is blocked", .stop),
    SmartAPICode("AB4008", "ordertag too long", .stop),
    SmartAPICode("AB4018", "Symbol token cannot be empty", .dropToken),
    SmartAPICode("AB4030", "Unable to fetch market data", .retryToken),
    SmartAPICode("AB4036", "token under cautionary listing", .stop),
    SmartAPICode("AB9000", "GTT: internal error", .retry),
    SmartAPICode("AB9001", "GTT: invalid parameters", .stop),
    SmartAPICode("AB9002", "GTT: invalid method", .stop),
    SmartAPICode("AB9003", "GTT: invalid client id", .stop),
    SmartAPICode("AB9004", "GTT: invalid size of the status list", .stop),
    SmartAPICode("AB9005", "GTT: session", .stop),
    SmartAPICode("AB9006", "GTT: invalid quantity", .stop),
    SmartAPICode("AB9007", "GTT: invalid disclosed quantity", .stop),
    SmartAPICode("AB9008", "GTT: invalid price", .stop),
    SmartAPICode("AB9009", "GTT: invalid trigger price", .stop),
    SmartAPICode("AB9010", "GTT: invalid exchange segment", .stop),
    SmartAPICode("AB9011", "GTT: invalid symbol token", .stop),
    SmartAPICode("AB9012", "GTT: invalid trading symbol", .stop),
    SmartAPICode("AB9013", "GTT: invalid rule id", .stop),
    SmartAPICode("AB9014", "GTT: invalid side", .stop),
    SmartAPICode("AB9015", "GTT: invalid product", .stop),
    SmartAPICode("AB9016", "GTT: invalid period", .stop),
    SmartAPICode("AB9017", "GTT: invalid page", .stop),
    SmartAPICode("AB9018", "GTT: invalid count", .stop),
    SmartAPICode("AB9019", "no data", .noData),
  ]
}
