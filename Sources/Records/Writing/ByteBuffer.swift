import Scalars

/// Bytes that grow at the end and are used again and again.
///
/// It holds what a worker has to say before it is written, so appending must cost next to nothing:
/// the memory only ever grows.
@safe
public struct ByteBuffer: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes are held.
  public private(set) var count = 0

  /// Creates an empty buffer with room for some bytes.
  public init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    unsafe memory = .allocate(capacity: self.capacity)
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// Whether nothing is held.
  public var isEmpty: Bool { count == 0 }

  /// Forgets the bytes and keeps their memory.
  public mutating func removeAll() {
    count = 0
  }

  /// Appends one byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe memory[count] = byte
    count += 1
  }

  /// Appends bytes.
  @inline(__always)
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (memory + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Appends two stretches of bytes and one byte more, none of which is its own.
  @inline(__always)
  mutating func append(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, _ last: UInt8
  ) {
    reserve(one.count + other.count + 1)
    unsafe put(one)
    unsafe put(other)
    unsafe memory[count] = last
    count &+= 1
  }

  /// Appends bytes that there is room for.
  @inline(__always)
  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    unsafe UnsafeMutableRawPointer(memory + count).copyMemory(from: start, byteCount: bytes.count)
    count &+= bytes.count
  }

  /// The place behind the last byte, with room for so many more.
  @inline(__always)
  mutating func room(for more: Int) -> UnsafeMutablePointer<UInt8> {
    reserve(more)
    return unsafe memory + count
  }

  /// Takes bytes in that were written behind the last one.
  mutating func take(_ more: Int) {
    precondition(more >= 0 && count + more <= capacity, "no room was asked for")
    count += more
  }

  /// Appends bytes.
  public mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends a text of the program's own.
  @inline(__always)
  public mutating func append(_ text: StaticString) {
    unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text.
  public mutating func append(text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// Appends a whole number.
  public mutating func append(_ value: Int64) {
    reserve(DigitWriter.integerRoom)
    count += unsafe DigitWriter.write(value, to: memory + count)
  }

  /// Appends what another buffer holds.
  public mutating func append(_ other: borrowing ByteBuffer) {
    unsafe append(UnsafeBufferPointer(start: other.memory, count: other.count))
  }

  /// The bytes as a text.
  public var text: String { unsafe withBytes { unsafe String(decoding: $0, as: UTF8.self) } }

  /// Gives the bytes to `body`.
  public borrowing func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeBufferPointer(start: memory, count: count))
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(to: count + more) }
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let larger = max(capacity * 2, needed)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe fresh.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = unsafe fresh
    capacity = larger
  }
}
