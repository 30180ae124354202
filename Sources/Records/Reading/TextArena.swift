/// Memory for the texts of one record whose escapes had to be resolved.
///
/// Texts of one record stay where they are until the next record is begun.
@safe
struct TextArena: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init() {
    capacity = 1024
    unsafe memory = .allocate(capacity: 1024)
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// Forgets all texts and makes room for those of a record of this length.
  ///
  /// A text is never longer than its escaped form, so nothing has to move before the next record.
  mutating func begin(recordLength: Int) {
    count = 0
    guard recordLength + JSONScan.padding > capacity else { return }
    unsafe memory.deallocate()
    capacity = recordLength * 2 + JSONScan.padding
    unsafe memory = .allocate(capacity: capacity)
  }

  /// Keeps a text.
  mutating func keep(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    precondition(count + bytes.count <= capacity, "begin(recordLength:) was not called")
    let start = unsafe memory + count
    for (offset, byte) in bytes.enumerated() { unsafe start[offset] = byte }
    count += bytes.count
    return unsafe UnsafeBufferPointer(start: start, count: bytes.count)
  }
}
