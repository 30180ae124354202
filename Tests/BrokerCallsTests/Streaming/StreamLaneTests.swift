import Scalars
import Testing

@testable import BrokerCalls

/// What counts as a success of a connection, after which it is tried again soon.
struct StreamLaneTests {
  private let now = Timestamp(milliseconds: 1_000_000)

  private func lost(_ lives: Duration...) -> StreamLane {
    var lane = StreamLane(places: 0..<3)
    for life in lives { lane.lose("test", after: life, silentFor: .zero, at: now) }
    return lane
  }

  @Test func aShortLifeWithoutATickIsNone() {
    #expect(lost(.zero, .seconds(1), .seconds(9)).failures == 3)
  }

  @Test func aLifeOfSomeLengthIsOne() {
    #expect(lost(.zero, .zero, .seconds(10)).failures == 1, "it was lost once since")
    #expect(lost(.zero, .seconds(60), .zero).failures == 2)
  }

  @Test func aTickIsOneAndEndsTheGap() {
    var lane = lost(.zero, .zero)
    let later = now + TimeSpan(milliseconds: 5000)
    let gap = lane.prove(at: later)
    #expect(gap == StreamGap(from: now, until: later, reason: "test", places: 0..<3))
    let another = lane.prove(at: later)
    #expect(another == nil && lane.failures == 0)
    lane.lose("test", after: .zero, silentFor: .zero, at: later)
    #expect(lane.failures == 1)
  }
}
