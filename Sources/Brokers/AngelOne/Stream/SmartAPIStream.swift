internal import Records

/// What is said to SmartAPI's stream of ticks, and what it says in words.
package enum SmartAPIStream {
  /// How much a tick is to say.
  package enum Mode: UInt8, CaseIterable, Sendable {
    case last = 1
    case quote, snapshot
    /// Twenty levels of the order book and nothing else; for shares of NSE alone.
    case depth
  }

  /// What is sent so that the line stays open, and what comes back.
  package static let (beat, echo) = ("ping", "pong")

  /// A message that begins to ask for ticks, or ends it.
  ///
  /// - Parameters:
  ///   - keys: the instruments; those of a segment that has no stream are left out.
  ///   - id: up to ten letters and digits that come back with a complaint.
  package static func request(
    _ keys: [InstrumentKey], _ mode: Mode, isOn: Bool, id: String
  ) -> String {
    let lists = ExchangeSegment.allCases.compactMap { segment -> JSONPart? in
      let tokens = keys.filter { $0.segment == segment }.map { JSONPart.text($0.token) }
      guard let number = segment.streamNumber, !tokens.isEmpty else { return nil }
      return .object(["exchangeType": .whole(Int64(number)), "tokens": .list(tokens)])
    }
    return JSONPart.object([
      "correlationID": .text(id), "action": .whole(isOn ? 1 : 0),
      "params": .object(["mode": .whole(Int64(mode.rawValue)), "tokenList": .list(lists)]),
    ]).json
  }

  /// A complaint: the request that it is about, and what is wrong with it; nil for any other text.
  package static func complaint(_ text: [UInt8]) -> (id: String, failure: BrokerFailure)? {
    guard let root = try? JSONDocument(text).root,
      let fields = try? WireObject(root, at: "message"),
      let code = try? fields.read(.text, "errorCode")
    else { return nil }
    let id = try? fields.find(.text, "correlationID")
    let message = try? fields.find(.text, "errorMessage")
    return (id ?? "", BrokerFailure(code: code, message: message ?? ""))
  }
}

extension ExchangeSegment {
  /// The number by which the stream knows it.
  var streamNumber: UInt8? {
    switch self {
    case .nse: 1
    case .nfo: 2
    case .bse: 3
    case .bfo: 4
    case .mcx: 5
    case .ncdex: 7
    case .cds: 13
    case .nco, .bcd: nil
    }
  }

  /// The segment of such a number.
  init?(streamNumber: UInt8) {
    switch streamNumber {
    case 1: self = .nse
    case 2: self = .nfo
    case 3: self = .bse
    case 4: self = .bfo
    case 5: self = .mcx
    case 7: self = .ncdex
    case 13: self = .cds
    default: return nil
    }
  }
}
