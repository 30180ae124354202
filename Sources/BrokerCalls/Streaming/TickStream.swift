package import Brokers
package import Scalars
package import Transport

/// Ticks of many instruments from the stream of one broker, over as many connections as it takes.
///
/// A connection that is lost is made anew, after a pause that grows; until ticks come again there is
/// a gap, which is told of. Nothing is given up but a login that is refused again and again, or what is
/// not the protocol.
package final class TickStream {
  /// What a read has brought.
  package struct Haul: Sendable {
    package var ticks: [StreamTick] = []
    package var gaps: [StreamGap] = []
    /// What the broker complains of.
    package var complaints: [BrokerFailure] = []
    /// What went wrong and will be tried again.
    package var setbacks: [CallFailure] = []

    /// Begins with nothing.
    package init() {}

    /// Whether there is anything beside ticks.
    package var hasNews: Bool { !(gaps.isEmpty && complaints.isEmpty && setbacks.isEmpty) }

    /// Forgets all of it, but for the room.
    package mutating func removeAll() {
      ticks.removeAll(keepingCapacity: true)
      if hasNews { (gaps, complaints, setbacks) = ([], [], []) }
    }
  }

  /// The instruments, the most wanted first.
  package let instruments: [ListedInstrument]
  /// What has come of it so far.
  package internal(set) var figures = StreamFigures()

  let door: FeedDoor
  let rules: StreamRules
  let feed: any BrokerFeed
  private let places: [FeedToken: Int]
  let silence: Duration
  var lanes: [StreamLane]
  var random: any RandomNumberGenerator
  private var batch = TickBatch()
  /// The instruments of which a tick has come since their connection was made.
  private var isFresh: [Bool]

  /// Prepares a stream; nothing is asked yet.
  ///
  /// - Parameter wanted: the instruments, the most wanted first; those that have no stream, or for which
  ///   the broker allows no connection, are left out.
  package init(_ door: FeedDoor, of wanted: [ListedInstrument], _ rules: StreamRules) {
    let feed = door.broker.feed
    let allowed = min(
      rules.mostConnections, feed.rules.mostConnections, door.mostConnections ?? .max)
    let known = wanted.compactMap { instrument in
      feed.token(of: instrument).map { (token: $0, instrument: instrument) }
    }.prefix(allowed * feed.rules.mostInstruments)
    self.door = door
    self.feed = feed
    self.rules = rules
    instruments = known.map(\.instrument)
    places = Dictionary(
      known.enumerated().map { ($0.element.token, $0.offset) }, uniquingKeysWith: { old, _ in old })
    lanes = stride(from: 0, to: instruments.count, by: feed.rules.mostInstruments).map { start in
      StreamLane(places: start..<min(start + feed.rules.mostInstruments, known.count))
    }
    silence = min(rules.silence, feed.rules.silence)
    random = door.random
    isFresh = Array(repeating: true, count: instruments.count)
  }

  package var broker: BrokerID { door.broker.id }
  /// The passing of time, by which the waits of a read are counted.
  package var pauses: Pauses { door.clock.pauses }
  /// The time of day.
  package var now: Timestamp { door.clock.now }
  /// How many connections there are.
  package var connections: Int { lanes.count { $0.socket != nil } }

  // MARK: The beginning

  /// Makes the first connection, without which there is no stream; the others may come later.
  ///
  /// - Parameter limit: how long it may take, with all that is tried.
  /// - Throws: ``CallFailure`` where it is not made however often it is tried.
  package func open(within limit: Duration) throws {
    let end = pauses.now() + limit
    guard !lanes.isEmpty else {
      throw CallFailure(.refused, broker, "none of what is wanted has ticks")
    }
    while lanes[0].socket == nil {
      do {
        try connect(0, within: min(.seconds(60), limit))
      } catch let failure as CallFailure {
        let isWorthIt = [.unavailable, .tryLater, .notTheProtocol].contains(failure.kind)
        lanes[0].failures += 1
        let pause = rules.patience.pause(after: lanes[0].failures, using: &random)
        guard isWorthIt, lanes[0].failures < rules.patience.tries, pauses.now() + pause < end else {
          throw failure
        }
        pauses.sitOut(pause)
        if pauses.isInterrupted() { throw CallFailure.interrupted }
      }
    }
  }

  func connect(_ index: Int, within limit: Duration) throws {
    let places = lanes[index].places
    lanes[index].socket = try door.open(for: Array(instruments[places]), within: limit)
    lanes[index].since = pauses.now()
    lanes[index].nextBeat = lanes[index].since + beatPause
    for place in places { isFresh[place] = true }
  }

  // MARK: Reading

  /// Reads what has come, and waits for it as long as there is nothing.
  ///
  /// - Parameter end: when the stream ends, beyond which no connection is waited for.
  /// - Throws: ``CallFailure`` where the stream cannot go on; what came before is in the haul.
  package func read(
    into haul: inout Haul, within limit: Duration, before end: Duration
  ) throws {
    let deadline = pauses.now() + limit
    try mend(&haul, before: end)
    beat()
    var hasRead = false
    for index in lanes.indices where lanes[index].socket != nil {
      if drain(index, &haul) { hasRead = true }
      noticeSilence(index)
    }
    if !hasRead { wait(until: deadline) }
  }

  /// Takes what has come over one connection, up to so many messages; says whether there was any.
  private func drain(_ index: Int, _ haul: inout Haul) -> Bool {
    guard let socket = lanes[index].socket else { return false }
    var count = 0
    var loss: String?
    reading: while count < rules.messagesTogether {
      do throws(TransportError) {
        switch try socket.receive(within: .zero) {
        case .message(let message):
          feed.read(message, into: &batch)
          count += 1
        case .nothing: break reading
        case .ended(let end): loss = end.words
        }
      } catch {
        // What broke the protocol of sockets has left the connection as well.
        loss = error.problem
      }
      if loss != nil { break }
    }
    if count > 0 { deliver(from: index, count, &haul) }
    if let loss { lose(index, loss) }
    return count > 0 || loss != nil
  }

  private func deliver(from index: Int, _ messages: Int, _ haul: inout Haul) {
    let arrival = now
    figures.messages += messages
    // Words and beats say nothing of whether ticks come, and a tick without a price does.
    let hasTick = batch.ticks.contains { places[$0.token] != nil }
    if hasTick, let gap = lanes[index].prove(at: arrival) {
      figures.note(gap)
      haul.gaps.append(gap)
    }
    for tick in batch.ticks {
      guard let place = places[tick.token], let made = StreamTick(tick, of: place, at: arrival)
      else {
        figures.strays += 1
        continue
      }
      figures.ticks += 1
      haul.ticks.append(made)
      // The first tick tells how things stand, however long they have.
      if !isFresh[place], let time = tick.time {
        figures.lags.add(milliseconds: (arrival - time).milliseconds)
      }
      isFresh[place] = false
    }
    figures.faults.merge(batch.faults, uniquingKeysWith: +)
    haul.complaints += batch.complaints.map { door.cover.failure($0) }
    batch.removeAll()
  }

  private func wait(until deadline: Duration) {
    let sockets = lanes.compactMap(\.socket)
    let next = lanes.map { lane in
      guard let socket = lane.socket else { return lane.nextTry }
      return min(
        socket.lastHeard + silence, feed.rules.beat == nil ? .seconds(1 << 40) : lane.nextBeat)
    }.min()
    let limit = min(deadline, next ?? deadline) - pauses.now()
    guard limit > .zero, !pauses.isInterrupted() else { return }
    if sockets.isEmpty {
      pauses.pause(min(limit, Pauses.step))
    } else {
      WebSocket.wait(for: sockets, within: min(limit, Pauses.step))
    }
  }

  // MARK: The end

  /// Takes leave of the broker, and gives the gaps that lasted until now.
  package func close() -> [StreamGap] {
    var gaps: [StreamGap] = []
    for index in lanes.indices {
      if let gap = lanes[index].endGap(at: now) {
        figures.note(gap)
        gaps.append(gap)
      }
      lanes[index].socket?.close(within: Self.longestLeave)
      lanes[index].socket = nil
    }
    return gaps
  }

  private static let longestLeave = Duration.milliseconds(300)
}
