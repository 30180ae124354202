/// The packed bytes of an input that were read and not used yet.
///
/// A reader may ask for so many bytes in one piece, as the headers of an archive need.
@safe
struct PackedBytes: ~Copyable {
  /// The most bytes held at a time.
  static let capacity = 256 << 10

  private let memory: UnsafeMutableRawBufferPointer
  private var range: Range<Int>

  /// Starts with bytes that were read already, at most ``capacity`` of them.
  init(_ head: UnsafeRawBufferPointer) {
    unsafe memory = .allocate(byteCount: Self.capacity, alignment: 16)
    unsafe memory.copyMemory(from: head)
    range = 0..<head.count
  }

  deinit {
    unsafe memory.deallocate()
  }

  var count: Int { range.count }

  /// The bytes themselves, until the next change.
  var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: memory[range]) }

  /// Leaves behind the first bytes.
  mutating func drop(_ count: Int) {
    range = (range.lowerBound + count)..<range.upperBound
  }

  /// Reads until there are so many bytes, or until the end of the input; few enough to be held.
  ///
  /// - Returns: Whether there are so many.
  mutating func fill(to wanted: Int, from intake: inout Intake) throws(FileError) -> Bool {
    precondition(wanted <= Self.capacity, "no reader asks for more than is held")
    while range.count < wanted {
      if range.lowerBound > 0 {
        unsafe memory.copyMemory(from: bytes)
        range = 0..<range.count
      }
      let free = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[range.upperBound...])
      let count = unsafe try intake.read(into: free)
      if count == 0 { return false }
      range = range.lowerBound..<(range.upperBound + count)
    }
    return true
  }

  /// A number of two, four or eight bytes, the lowest first.
  func number<Width: FixedWidthInteger & UnsignedInteger>(at place: Int, as: Width.Type) -> Width {
    unsafe Width(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Width.self))
  }
}
