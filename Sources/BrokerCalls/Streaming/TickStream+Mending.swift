internal import Brokers
internal import Scalars
internal import Transport

/// How lines are kept, noticed to be lost, and made anew.
extension TickStream {
  var beatPause: Duration { min(FeedRules.beatPause, silence / 2) }

  /// Shows the broker that somebody is there.
  func beat() {
    guard let beat = feed.rules.beat else { return }
    for index in lanes.indices {
      guard let socket = lanes[index].socket, pauses.now() >= lanes[index].nextBeat else {
        continue
      }
      lanes[index].nextBeat = pauses.now() + beatPause
      do throws(TransportError) {
        try socket.send(beat)
      } catch {
        lose(index, "the connection was cut")
      }
    }
  }

  func noticeSilence(_ index: Int) {
    guard let socket = lanes[index].socket, pauses.now() - socket.lastHeard >= silence else {
      return
    }
    lose(index, "nothing came for \(silence.words)")
    // The other side does not listen; it is told for good manners alone.
    socket.close(within: .zero)
  }

  func lose(_ index: Int, _ reason: String) {
    let heard = lanes[index].socket?.lastHeard ?? pauses.now()
    lanes[index].lose(
      reason, after: heard - lanes[index].since, silentFor: max(.zero, pauses.now() - heard),
      at: now)
    lanes[index].nextTry =
      pauses.now() + rules.patience.pause(after: lanes[index].failures, using: &random)
  }

  /// Makes anew what was lost, where it is time for it.
  func mend(_ haul: inout Haul, before end: Duration) throws {
    for index in lanes.indices where lanes[index].socket == nil {
      guard pauses.now() >= lanes[index].nextTry else { continue }
      do {
        try connect(index, within: max(.seconds(1), end - pauses.now()))
        if lanes[index].loss != nil { figures.reconnections += 1 }
      } catch let failure as CallFailure {
        try bear(failure, of: index)
        haul.setbacks.append(failure)
      }
    }
  }

  /// Goes on after a connection was not made, unless that helps nobody.
  private func bear(_ failure: CallFailure, of index: Int) throws {
    switch failure.kind {
    case .unavailable, .tryLater, .refused: break
    case .login, .notTheProtocol:
      lanes[index].refusals += 1
      if lanes[index].refusals >= rules.patience.tries { throw failure }
    case .interrupted, .configuration, .notListed, .notRecorded, .damagedRecording: throw failure
    }
    lanes[index].miss(at: now)
    lanes[index].nextTry =
      pauses.now() + rules.patience.pause(after: lanes[index].failures, using: &random)
  }
}

extension Duration {
  /// The length as people say it, such as `20s`.
  fileprivate var words: String {
    TimeSpan(milliseconds: Int64(self / .milliseconds(1))).description
  }
}
