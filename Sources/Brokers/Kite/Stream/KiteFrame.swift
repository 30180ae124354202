internal import Market
internal import Scalars

/// A binary frame of Kite's stream: big-endian, with ticks of many instruments.
package struct KiteFrame: Sendable {
  /// The ticks, in their order.
  package private(set) var ticks: [BrokerTick] = []
  /// What was no tick, and how often; it costs its neighbours nothing.
  package private(set) var faults: [TickFault: Int] = [:]
  /// Whether the frame only says that the line stands.
  package let isHeartbeat: Bool

  /// Reads a frame.
  ///
  /// - Parameters:
  ///   - bytes: the frame.
  ///   - indices: how the indices are known that were asked for: their numbers do not say on which
  ///     exchange they are.
  package init(_ bytes: Span<UInt8>, indices: [KiteToken: InstrumentKey] = [:]) {
    isHeartbeat = bytes.count == 1
    if !isHeartbeat { read(bytes, indices) }
  }

  private mutating func read(_ bytes: Span<UInt8>, _ indices: [KiteToken: InstrumentKey]) {
    guard bytes.count >= 2 else { return note(.length) }
    var place = 2
    for _ in 0..<BigEndian.whole16(bytes, at: 0) {
      guard place + 2 <= bytes.count else { return note(.length) }
      let end = place + 2 + Int(BigEndian.whole16(bytes, at: place))
      guard end <= bytes.count else { return note(.length) }
      take(bytes.extracting((place + 2)..<end), indices)
      place = end
    }
    if place < bytes.count { note(.length) }
  }

  private mutating func take(_ packet: Span<UInt8>, _ indices: [KiteToken: InstrumentKey]) {
    do throws(TickFault) {
      ticks.append(try KiteTick.tick(packet, indices))
    } catch {
      note(error)
    }
  }

  private mutating func note(_ fault: TickFault) { faults[fault, default: 0] += 1 }
}
