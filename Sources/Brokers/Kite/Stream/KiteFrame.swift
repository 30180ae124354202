/// A binary frame of Kite's stream: big-endian, with ticks of many instruments.
package enum KiteFrame {
  /// Reads a frame; a single byte only says that the line stands.
  package static func read(_ frame: Span<UInt8>, into batch: inout TickBatch) {
    if frame.count == 1 { return }
    guard frame.count >= 2 else { return batch.note(TickFault.length) }
    var place = 2
    var rest = BigEndian.whole16(frame, at: 0)
    while rest > 0 {
      guard place &+ 2 <= frame.count else { return batch.note(TickFault.length) }
      let start = place &+ 2
      let end = start &+ Int(BigEndian.whole16(frame, at: place))
      guard end <= frame.count else { return batch.note(TickFault.length) }
      do throws(TickFault) {
        batch.add(try KiteTick.tick(frame.extracting(start..<end)))
      } catch {
        batch.note(error)
      }
      place = end
      rest &-= 1
    }
    if place < frame.count { batch.note(TickFault.length) }
  }
}
