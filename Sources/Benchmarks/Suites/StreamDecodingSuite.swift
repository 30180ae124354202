import Brokers
import Market

extension Suite {
  /// Ticks out of the binary frames of both brokers' streams, of every kind that there is.
  package static let streamDecoding = Suite(
    name: "stream-decode", measures: "ticks out of the frames of a stream",
    yardstick: "a copy of the bytes of the same frames",
    entries: MadeFrames.Form.allCases.map { form in
      Entry(
        part: form.rawValue,
        Requirement(3_000_000, .perSecond, besideYardstickOf: form.referenceNanoseconds))
    }
  ) { _, _ in
    { entry in
      guard let form = entry.part.flatMap(MadeFrames.Form.init) else {
        preconditionFailure("every part is a form of frames")
      }
      let frames = MadeFrames.frames(InMemory.ticks, of: form)
      return Pair(
        subject: FrameDecoding(frames, of: form),
        yardstick: FrameCopying(frames, operations: InMemory.ticks))
    }
  }
}

extension InMemory {
  /// Frames of so many ticks stay in a cache of the processor.
  static let ticks = 1024
}

/// Reads frames, ten of them together as a stream does it.
final class FrameDecoding: Contender {
  let operations = InMemory.ticks
  private let frames: [[UInt8]]
  private let form: MadeFrames.Form
  private var batch = TickBatch()

  init(_ frames: [[UInt8]], of form: MadeFrames.Form) {
    self.frames = frames
    self.form = form
  }

  /// So many frames are read before what they brought is passed on.
  private static let together = 10

  func run() -> Double {
    // Nobody else has it meanwhile, so that nobody need look whether somebody has.
    var batch = TickBatch()
    swap(&batch, &self.batch)
    defer { swap(&batch, &self.batch) }
    var sum: Int64 = 0
    for number in frames.indices {
      if number.isMultiple(of: Self.together) { sum &+= Self.collect(&batch) }
      let frame = frames[number]
      if form.isOfKite {
        KiteFrame.read(frame.span, into: &batch)
      } else {
        SmartAPITick.read(frame.span, into: &batch)
      }
    }
    return Double(sum &+ Self.collect(&batch))
  }

  /// The sum of the prices of a batch, which is forgotten.
  private static func collect(_ batch: inout TickBatch) -> Int64 {
    var sum: Int64 = 0
    for tick in batch.ticks { sum &+= tick.last?.paise ?? tick.bid?.price.paise ?? 0 }
    batch.removeAll()
    return sum
  }
}

/// Copies frames, one after the other, to where each of them takes the place of the one before.
final class FrameCopying: Contender {
  let operations: Int
  private let frames: [[UInt8]]
  private var copy: [UInt8] = []

  init(_ frames: [[UInt8]], operations: Int) {
    self.frames = frames
    self.operations = operations
  }

  func run() -> Double {
    var copy: [UInt8] = []
    swap(&copy, &self.copy)
    defer { swap(&copy, &self.copy) }
    var sum = 0
    for number in frames.indices {
      copy.removeAll(keepingCapacity: true)
      copy.append(contentsOf: frames[number])
      sum &+= Int(copy[copy.count - 1])
    }
    return Double(sum)
  }
}
