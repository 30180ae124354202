/// Memory for the texts of one record whose escapes had to be resolved.
///
/// Texts stay where they are until the next record is begun, however many there are: a stretch of
/// memory that is full is left alone and another one is begun. A text that is asked for again is
/// found again, so a record costs no more than the fields of it that are read.
@safe
struct TextArena: ~Copyable {
  /// A stretch of memory; it never moves while texts are in it.
  @safe
  private struct Chunk {
    let memory: UnsafeMutablePointer<UInt8>
    let capacity: Int

    init(capacity: Int) {
      unsafe memory = .allocate(capacity: capacity)
      self.capacity = capacity
    }
  }

  /// A text that was kept, and the bytes that it was made of.
  @safe
  private struct Text {
    let source: UnsafePointer<UInt8>
    let bytes: UnsafeBufferPointer<UInt8>
  }

  private static let leastCapacity = 1024

  private var chunks: [Chunk] = []
  /// The chunk that is being filled, and how many bytes of it are taken.
  private var current = 0
  private var taken = 0
  private var texts: [Text] = []

  deinit {
    for chunk in chunks { unsafe chunk.memory.deallocate() }
  }

  /// Forgets all texts; their memory is used again.
  @inline(__always)
  mutating func removeAll() {
    if texts.isEmpty { return }
    texts.removeAll(keepingCapacity: true)
    current = 0
    taken = 0
  }

  /// The text that was made of the bytes at this place of the record, if it was kept.
  func text(of source: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    for text in texts where unsafe text.source == source { return unsafe text.bytes }
    return nil
  }

  /// Keeps a text that was made of the bytes at `source`.
  mutating func keep(
    _ bytes: [UInt8], of source: UnsafePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    makeRoom(for: bytes.count + JSONScan.padding)
    let start = unsafe chunks[current].memory + taken
    unsafe bytes.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress {
        unsafe start.update(from: first, count: bytes.count)
      }
    }
    // Some scans look a little past the end of a text.
    unsafe (start + bytes.count).update(repeating: 0, count: JSONScan.padding)
    taken += bytes.count + JSONScan.padding
    let text = unsafe UnsafeBufferPointer(start: UnsafePointer(start), count: bytes.count)
    unsafe texts.append(Text(source: source, bytes: text))
    return unsafe text
  }

  /// Makes `current` a chunk with so many bytes free.
  private mutating func makeRoom(for count: Int) {
    if current < chunks.count && taken + count <= chunks[current].capacity { return }
    if current < chunks.count && taken > 0 { current += 1 }
    taken = 0
    let capacity = max(TextArena.leastCapacity, count * 2)
    if current == chunks.count {
      chunks.append(Chunk(capacity: capacity))
    } else if chunks[current].capacity < count {
      // No text of this record is in it yet.
      unsafe chunks[current].memory.deallocate()
      chunks[current] = Chunk(capacity: capacity)
    }
  }
}
