/// Unpacks the one file of a zip archive, as exchanges publish theirs.
///
/// What macOS adds of its own is checked and passed over: it is no second file.
/// An end is reported only where the data had the checksum and the length that the archive names, and the
/// archive was read to its end. An archive of several files is refused: which one is meant nobody said.
@safe
struct ZipReader: ~Copyable {
  private enum Stage {
    case start, packed, stored(left: Int), behindFile, directory, ended
  }

  private let limits: GzipLimits
  private var packed: PackedBytes
  private var inflater: Inflater
  private var stage = Stage.start
  private var entry: ZipEntry?
  private var sum = DataSum()
  /// How many bytes came out of all files.
  private var produced = 0
  private var failure: FileError?
  /// Whether a file was read.
  private var hasFile = false
  /// How many files and folders there were, and how many of them the directory has named so far.
  private var entries = 0
  private var listed = 0

  /// The packed bytes that were read and not used yet.
  var waiting: Int { packed.count }

  /// Starts with the bytes by which the archive was recognised.
  init(head: UnsafeRawBufferPointer, limits: GzipLimits) throws(Errno) {
    inflater = try Inflater(.bare)
    self.limits = limits
    unsafe packed = PackedBytes(head)
  }

  /// Unpacks at least one byte into the buffer; 0 is the end of the archive.
  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer, from intake: inout Intake
  ) throws(FileError) -> Int {
    if let failure { throw failure }
    do {
      while true {
        let count: Int
        switch stage {
        case .start: count = try begin(from: &intake)
        case .packed: count = unsafe try inflate(into: buffer, from: &intake)
        case .stored(let left):
          count = unsafe try copy(left, into: buffer, from: &intake)
        case .behindFile: count = try checkEnd(from: &intake)
        case .directory: count = try readDirectory(from: &intake)
        case .ended: return 0
        }
        if count > 0 { return count }
      }
    } catch {
      failure = error
      throw error
    }
  }
}

extension ZipReader {
  private func fault(_ fault: ZipFault, _ intake: borrowing Intake) -> FileError {
    .refusedZip(path: intake.name, offset: intake.taken - waiting, fault: fault)
  }

  private mutating func need(_ count: Int, from intake: inout Intake) throws(FileError) {
    if try !packed.fill(to: count, from: &intake) { throw fault(.cut, intake) }
  }

  /// Reads what stands before a file, or finds that no file follows.
  private mutating func begin(from intake: inout Intake) throws(FileError) -> Int {
    try need(4, from: &intake)
    guard packed.number(at: 0, as: UInt32.self) == ZipEntry.signature else {
      if !hasFile { try refuseEmpty(from: &intake) }
      stage = .directory
      return 0
    }
    try need(ZipEntry.fixedSize, from: &intake)
    let size = ZipEntry.size(of: packed)
    guard size <= PackedBytes.capacity else { throw fault(.malformed("header"), intake) }
    try need(size, from: &intake)
    let entry = ZipEntry(packed)
    if let problem = entry.problem { throw fault(problem, intake) }
    packed.drop(size)
    entries += 1
    if entry.isFolder {
      try need(entry.packedLength, from: &intake)
      packed.drop(entry.packedLength)
      return 0
    }
    if !entry.isOfMacOS {
      if hasFile { throw fault(.severalFiles, intake) }
      hasFile = true
    }
    sum = DataSum()
    inflater.startMember()
    stage = entry.isStored ? .stored(left: entry.length) : .packed
    self.entry = entry
    return 0
  }

  /// Refuses an archive in which no file stands before what comes behind the files.
  private mutating func refuseEmpty(from intake: inout Intake) throws(FileError) {
    if ZipDirectoryPart(packed.number(at: 0, as: UInt32.self)) == .end {
      try need(ZipDirectoryPart.end.fixedSize, from: &intake)
    }
    throw fault(.noFile, intake)
  }

  /// Whether what comes out of the present file is nobody's.
  private var passesOver: Bool { entry?.isOfMacOS ?? false }

  private mutating func inflate(
    into buffer: UnsafeMutableRawBufferPointer, from intake: inout Intake
  ) throws(FileError) -> Int {
    let step = unsafe inflater.inflate(packed.bytes, into: buffer)
    packed.drop(step.consumed)
    switch step.outcome {
    case .unfinished:
      if step.produced == 0, step.consumed == 0 { try need(packed.count + 1, from: &intake) }
    case .memberEnd: stage = .behindFile
    case .fault(let reason): try fail(fault(.malformed("\(reason)"), intake), after: step.produced)
    case .outOfMemory:
      try fail(.cannotRead(path: intake.name, reason: .outOfMemory), after: step.produced)
    }
    return unsafe try count(UnsafeRawBufferPointer(rebasing: buffer[..<step.produced]), intake)
  }

  /// Fails now, or once the bytes that came out before were handed over.
  private mutating func fail(_ error: FileError, after produced: Int) throws(FileError) {
    failure = error
    if produced == 0 || passesOver { throw error }
  }

  private mutating func copy(
    _ left: Int, into buffer: UnsafeMutableRawBufferPointer, from intake: inout Intake
  ) throws(FileError) -> Int {
    if left == 0 {
      stage = .behindFile
      return 0
    }
    try need(1, from: &intake)
    let size = min(left, packed.count, buffer.count)
    unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: packed.bytes[..<size]))
    packed.drop(size)
    stage = .stored(left: left - size)
    return unsafe try count(UnsafeRawBufferPointer(rebasing: buffer[..<size]), intake)
  }

  /// Takes in what came out; what is beyond the limits is refused.
  private mutating func count(
    _ bytes: UnsafeRawBufferPointer, _ intake: borrowing Intake
  ) throws(FileError) -> Int {
    unsafe sum.add(bytes)
    produced += bytes.count
    let used = intake.taken - waiting
    if let breach = limits.breach(output: produced, compressed: used) {
      throw fault(.limit(breach), intake)
    }
    return passesOver ? 0 : bytes.count
  }

  /// Compares what came out with what the archive says of it, before or behind the data.
  private mutating func checkEnd(from intake: inout Intake) throws(FileError) -> Int {
    guard let entry else { return 0 }
    if entry.hasDescriptor {
      // Its longest form; less is left only where the archive is cut or its directory is.
      _ = try packed.fill(to: ZipDescriptor.most, from: &intake)
      guard let size = ZipDescriptor.size(in: packed, of: sum) else {
        throw fault(packed.count < ZipDescriptor.most ? .cut : .wrongData, intake)
      }
      packed.drop(size)
    } else if !entry.agrees(with: sum) {
      throw fault(.wrongData, intake)
    }
    stage = .start
    return 0
  }

  /// Reads one part of what stands behind the files; all of it must be there, and nothing may follow.
  private mutating func readDirectory(from intake: inout Intake) throws(FileError) -> Int {
    try need(4, from: &intake)
    guard let part = ZipDirectoryPart(packed.number(at: 0, as: UInt32.self)) else {
      throw fault(.malformed("directory"), intake)
    }
    try need(part.fixedSize, from: &intake)
    let size = part.size(packed)
    guard size <= PackedBytes.capacity else { throw fault(.malformed("directory"), intake) }
    try need(size, from: &intake)
    packed.drop(size)
    switch part {
    case .file: listed += 1
    case .longEnd, .longEndPlace: break
    case .end:
      if listed != entries { throw fault(.malformed("its directory is of other files"), intake) }
      if try packed.fill(to: 1, from: &intake) { throw fault(.somethingFollows, intake) }
      stage = .ended
    }
    return 0
  }
}
