import Brokers
import Market
import Records
import Scalars
import Testing
import Transport

/// What an answer of SmartAPI means.
func outcome(
  _ body: String, status: Int = 200, _ kind: SmartAPIAnswer.Kind = .single
) -> BrokerOutcome<JSONValue> {
  SmartAPIAnswer.outcome(status: status, body: Array(body.utf8), for: kind)
}

/// The value that a text of JSON is.
func json(_ text: String) throws -> JSONValue {
  try JSONDocument(Array(text.utf8)).root
}

/// A day such as `2026-11-20`.
func day(_ text: String) throws -> Day { try Day(text: Array(text.utf8).span) }

/// An instant such as `2026-11-20T15:29:58+05:30`.
func time(_ text: String) throws -> Timestamp { try Timestamp(rfc3339: Array(text.utf8).span) }

/// A decimal.
func number(_ text: String) throws -> Number { try Number(text: Array(text.utf8).span) }

/// An amount, by its rupees and paise without the point.
func paise(_ count: Int64) -> Money { Money(paise: count) }

/// What a request sends along.
func body(_ request: BrokerRequest) -> String? {
  request.body.map { String(decoding: $0.revealed, as: UTF8.self) }
}
