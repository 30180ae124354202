private import Files

/// Unpacks a body that comes as gzip, piece by piece.
@safe
struct BodyUnpacking: ~Copyable {
  /// How a piece ended.
  enum Outcome: Equatable {
    case fine, unwanted, damaged
  }

  private var inflater: Inflater
  private var room = [UInt8](repeating: 0, count: 64 << 10)
  /// Whether all that came so far ends where a packed stream ends, its checksum found right.
  private(set) var isWhole = false

  init?() {
    guard let inflater = try? Inflater() else { return nil }
    self.inflater = inflater
  }

  /// Unpacks a piece and hands on what is in it, until no more is wanted.
  mutating func unpack(
    _ piece: UnsafeRawBufferPointer, handOn: (Span<UInt8>) -> Bool
  ) -> Outcome {
    var rest = unsafe piece
    while true {
      if isWhole {
        guard unsafe !rest.isEmpty else { return .fine }
        inflater.startMember()
        isWhole = false
      }
      let step = unsafe room.withUnsafeMutableBytes { bytes in
        unsafe inflater.inflate(rest, into: bytes)
      }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(step.consumed))
      if step.produced > 0, !handOn(room.span.extracting(..<step.produced)) { return .unwanted }
      switch step.outcome {
      case .memberEnd: isWhole = true
      case .fault, .outOfMemory: return .damaged
      case .unfinished:
        // A full buffer may hide more; an unfilled one has given all that there is.
        if unsafe rest.isEmpty, step.produced < room.count { return .fine }
      }
    }
  }
}
