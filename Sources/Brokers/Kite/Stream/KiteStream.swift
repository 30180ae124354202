internal import Records

/// What is said to Kite's stream of ticks, and what it says in words.
package enum KiteStream {
  /// How much a tick is to say.
  package enum Mode: String, CaseIterable, Sendable {
    case last = "ltp"
    /// What comes where nothing was said.
    case quote
    /// With the order book.
    case full
  }

  /// The most instruments of a connection.
  package static let mostInstruments = 3000

  /// A message that begins to ask for ticks.
  package static func subscription(_ tokens: [KiteToken]) -> String {
    message("subscribe", numbers(tokens))
  }

  /// A message that ends it.
  package static func cancellation(_ tokens: [KiteToken]) -> String {
    message("unsubscribe", numbers(tokens))
  }

  /// A message that says how much ticks are to say.
  package static func choice(of mode: Mode, _ tokens: [KiteToken]) -> String {
    message("mode", .list([.text(mode.rawValue), numbers(tokens)]))
  }

  private static func numbers(_ tokens: [KiteToken]) -> JSONPart {
    .list(tokens.map { .whole(Int64($0.number)) })
  }

  private static func message(_ action: String, _ value: JSONPart) -> String {
    JSONPart.object(["a": .text(action), "v": value]).json
  }

  /// What a text of the stream is.
  package enum Text: Sendable {
    /// An order changed.
    case order(BrokerOrder)
    /// A complaint.
    case complaint(BrokerFailure)
    /// Something for people.
    case notice(String)
    /// A kind that is not known; it is left alone.
    case other(kind: String)
  }

  /// Reads a text.
  package static func text(_ bytes: [UInt8]) throws(WireFault) -> Text {
    guard let root = try? JSONDocument(bytes).root else {
      throw WireFault(field: "message", reason: .wrong(wanted: "JSON"))
    }
    let fields = try WireObject(root, at: "message")
    let kind = try fields.read(.text, "type")
    switch kind {
    case "order":
      guard let row = try fields.object("data") else { throw fields.fault("data", .missing) }
      return .order(try KiteDecoding.order(row))
    case "error": return .complaint(BrokerFailure(message: try words(fields)))
    case "message": return .notice(try words(fields))
    default: return .other(kind: kind)
    }
  }

  private static func words(_ fields: WireObject) throws(WireFault) -> String {
    AnswerText(Array(try fields.read(.text, "data").utf8)).excerpt
  }
}
