/// Unpacks the members of a gzip stream one after the other.
///
/// An end is reported only where the last member's trailer was read and found right. The bytes
/// handed out before a cut or damage are the same for every size of buffer; the error follows when
/// the next ones are asked for.
@safe
struct GzipReader: ~Copyable {
  /// The two bytes that every member begins with.
  static let magic: (first: UInt8, second: UInt8) = (0x1F, 0x8B)
  /// The most compressed bytes held at a time.
  static let capacity = 256 << 10

  private enum Stage {
    case member, betweenMembers, padding, ended
  }

  private let limits: GzipLimits
  private let compressed: UnsafeMutableRawBufferPointer
  private var unread: Range<Int>
  private var inflater: Inflater
  private var stage = Stage.member
  private var produced = 0
  /// Whether bytes may come out without reading more of the file.
  private var mayHoldMore = true
  /// The first byte that came out, kept for the step that brings the second.
  private var firstByte: UInt8 = 0
  private var failure: FileError?

  /// The compressed bytes that were read from the file and not used yet.
  var waiting: Int {
    unread.count
  }

  /// Starts with the bytes by which the stream was recognised, at most ``capacity`` of them.
  init(head: UnsafeRawBufferPointer, limits: GzipLimits) throws(Errno) {
    inflater = try Inflater()
    self.limits = limits
    unsafe compressed = .allocate(byteCount: Self.capacity, alignment: 16)
    unsafe compressed.copyMemory(from: head)
    unread = 0..<head.count
  }

  deinit {
    unsafe compressed.deallocate()
  }

  /// Unpacks at least one byte into the buffer; 0 is the end of the whole stream.
  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer, from intake: inout Intake
  ) throws(FileError) -> Int {
    if let failure { throw failure }
    do {
      while true {
        switch stage {
        case .member:
          let count = unsafe try inflate(into: buffer, from: &intake)
          if count > 0 { return count }
        case .betweenMembers: try startNextMember(from: &intake)
        case .padding: try skipPadding(from: &intake)
        case .ended: return 0
        }
      }
    } catch {
      failure = error
      throw error
    }
  }
}

extension GzipReader {
  /// Takes one step inside a member; 0 bytes when the step only moved on.
  private mutating func inflate(
    into buffer: UnsafeMutableRawBufferPointer, from intake: inout Intake
  ) throws(FileError) -> Int {
    if unread.isEmpty, !mayHoldMore, try !refill(from: &intake) {
      throw fault(.cut, intake)
    }
    let step = unsafe inflater.inflate(
      UnsafeRawBufferPointer(rebasing: compressed[unread]), into: buffer)
    unread = (unread.lowerBound + step.consumed)..<unread.upperBound
    mayHoldMore = step.produced == buffer.count
    if step.outcome == .memberEnd { stage = .betweenMembers }
    unsafe try refuseNesting(in: buffer, of: step.produced, intake)
    let (count, problem) = verdict(on: step, intake)
    produced += step.produced
    guard let problem else { return count }
    guard count > 0 else { throw problem }
    failure = problem
    return count
  }

  /// Looks at the first two bytes of all that comes out, which may come in two steps.
  private mutating func refuseNesting(
    in buffer: UnsafeMutableRawBufferPointer, of count: Int, _ intake: borrowing Intake
  ) throws(FileError) {
    for index in 0..<min(count, max(0, 2 - produced)) {
      let byte = unsafe buffer[index]
      if firstByte == Self.magic.first, byte == Self.magic.second { throw fault(.nested, intake) }
      firstByte = byte
    }
  }

  /// Says how many of the new bytes may be handed out, and what follows them.
  private func verdict(
    on step: Inflater.Step, _ intake: borrowing Intake
  ) -> (count: Int, problem: FileError?) {
    let used = intake.taken - waiting
    if let breach = limits.breach(output: produced + step.produced, compressed: used) {
      let room = limits.output.map { max($0 - produced, 0) } ?? .max
      return (min(step.produced, room), fault(breach, intake))
    }
    return switch step.outcome {
    case .unfinished, .memberEnd: (step.produced, nil)
    case .fault(let reason): (step.produced, fault(explained(reason), intake))
    case .outOfMemory:
      (step.produced, .cannotRead(path: intake.name, reason: .outOfMemory))
    }
  }

  /// A header that is none, after a complete member, is better called what it is.
  private func explained(_ reason: GzipFault) -> GzipFault {
    reason == .malformed("incorrect header check") ? .trailingGarbage : reason
  }

  private func fault(_ reason: GzipFault, _ intake: borrowing Intake) -> FileError {
    .refusedGzip(path: intake.name, offset: intake.taken - waiting, fault: reason)
  }

  private mutating func startNextMember(from intake: inout Intake) throws(FileError) {
    if unread.isEmpty, try !refill(from: &intake) {
      stage = .ended
      return
    }
    switch unsafe compressed[unread.lowerBound] {
    case Self.magic.first:
      inflater.startMember()
      stage = .member
    case 0:
      stage = .padding
    default:
      throw fault(.trailingGarbage, intake)
    }
  }

  /// Accepts the zero bytes with which tapes and block devices fill their last block.
  private mutating func skipPadding(from intake: inout Intake) throws(FileError) {
    if let place = unread.first(where: { unsafe compressed[$0] != 0 }) {
      unread = place..<unread.upperBound
      throw fault(.trailingGarbage, intake)
    }
    unread = 0..<0
    if try !refill(from: &intake) { stage = .ended }
  }

  /// Reads more of the file over the bytes that were used up; false at its end.
  private mutating func refill(from intake: inout Intake) throws(FileError) -> Bool {
    let count = unsafe try intake.read(into: compressed)
    unread = 0..<count
    return count > 0
  }
}
