/// What some messages of a stream have brought, read together; its memory is used again and again.
package struct TickBatch: Sendable {
  /// The ticks, in their order.
  package private(set) var ticks: [BrokerTick] = []
  /// What was no tick, and how often; it costs its neighbours nothing.
  package private(set) var faults: [TickFault: Int] = [:]
  /// What the broker complains of.
  package private(set) var complaints: [BrokerFailure] = []

  /// Begins with nothing.
  package init() {}

  @inline(__always)
  mutating func add(_ tick: BrokerTick) { ticks.append(tick) }

  mutating func note(_ fault: TickFault) { faults[fault, default: 0] += 1 }

  mutating func note(_ complaint: BrokerFailure) { complaints.append(complaint) }

  /// Forgets all of it, but for the room.
  package mutating func removeAll() {
    ticks.removeAll(keepingCapacity: true)
    if !faults.isEmpty { faults = [:] }
    if !complaints.isEmpty { complaints = [] }
  }
}
