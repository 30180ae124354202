internal import Brokers
internal import Scalars
internal import Transport

/// One connection of a stream, and what becomes of it.
struct StreamLane {
  /// Which of the instruments it tells of.
  let places: Range<Int>
  /// Nil while there is none.
  var socket: WebSocket?
  /// Since when there is one.
  var since = Duration.zero
  /// Whether a tick has come over this connection.
  var isProven = false
  /// Since when nothing has come, and why; nil where all is well.
  var loss: (from: Timestamp, reason: String)?
  /// How often in a row it was lost or not made, without a tick or a life of some length in between.
  var failures = 0
  /// How often in a row it was not made for a reason that time alone does not mend.
  var refusals = 0
  /// When it is tried again, and when the broker is told again that somebody is there.
  var nextTry = Duration.zero
  var nextBeat = Duration.zero

  init(places: Range<Int>) { self.places = places }

  /// A connection over which something has come for so long is none that was refused in other words.
  private static let lifeOfSuccess = Duration.seconds(10)

  /// Notes that a tick has come, and gives the gap that it ends.
  mutating func prove(at now: Timestamp) -> StreamGap? {
    if isProven { return nil }
    isProven = true
    (failures, refusals) = (0, 0)
    return endGap(at: now)
  }

  /// The gap that lasts, which ends here.
  mutating func endGap(at now: Timestamp) -> StreamGap? {
    guard let loss else { return nil }
    self.loss = nil
    return StreamGap(
      from: loss.from, until: max(now, loss.from), reason: loss.reason, places: places)
  }

  /// Notes that it was not made.
  mutating func miss(at now: Timestamp) {
    failures += 1
    loss = loss ?? (now, "no connection was made")
  }

  /// Leaves the connection, over which something came for so long and then nothing for so long.
  mutating func lose(
    _ reason: String, after life: Duration, silentFor silence: Duration, at now: Timestamp
  ) {
    if life >= Self.lifeOfSuccess { (failures, refusals) = (0, 0) }
    socket = nil
    isProven = false
    failures += 1
    // What was lost before it had brought anything only goes on with the gap.
    if loss == nil {
      let from = now - TimeSpan(milliseconds: Int64(silence / .milliseconds(1)))
      loss = (from, reason)
    }
  }
}

extension SocketEnd {
  /// Why nothing comes any more, in words.
  var words: String {
    switch self {
    case .closed(let close): "the broker hung up\(close.code.map { " (\($0))" } ?? "")"
    case .cut, .unanswered: "the connection was cut"
    }
  }
}
