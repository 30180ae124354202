/// UTF-8 bytes that live somewhere else: in the record that is being read, or in an expression.
///
/// Making one is the unsafe act: whoever makes it promises that the bytes outlive it. Reading it
/// afterwards is safe. It is two words and never allocates.
@frozen
@safe
public struct BorrowedText {
  @usableFromInline let start: UnsafePointer<UInt8>?

  /// How many bytes there are.
  public let count: Int

  /// Borrows `bytes`, which must stay where they are, unchanged, for as long as this value is used.
  @inlinable
  @unsafe
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe start = bytes.baseAddress
    count = bytes.count
  }

  /// Calls `body` with the bytes.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    return try unsafe body(bytes.span)
  }
}

extension BorrowedText: CustomStringConvertible {
  /// A copy of the bytes as a string; what is not UTF-8 is replaced.
  public var description: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

// MARK: Comparing

extension BorrowedText {
  /// Whether both have the same bytes.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && right.agrees(with: left, at: 0)
  }

  /// Whether the bytes of the left come first, compared as unsigned numbers from the first on.
  public static func < (left: Self, right: Self) -> Bool {
    guard let first = unsafe left.start, let second = unsafe right.start else {
      return left.count < right.count
    }
    for index in 0..<Swift.min(left.count, right.count)
    where unsafe first[index] != second[index] {
      return unsafe first[index] < second[index]
    }
    return left.count < right.count
  }

  /// Whether the first bytes are those of `prefix`.
  @inlinable
  public func starts(with prefix: Self) -> Bool {
    count >= prefix.count && prefix.agrees(with: self, at: 0)
  }

  /// Whether the last bytes are those of `suffix`.
  @inlinable
  public func ends(with suffix: Self) -> Bool {
    count >= suffix.count && suffix.agrees(with: self, at: count - suffix.count)
  }

  /// Whether the bytes of `part` occur anywhere, one after the other.
  ///
  /// An empty part occurs in every text.
  @inlinable
  public func contains(_ part: Self) -> Bool {
    guard count >= part.count else { return false }
    return (0...(count - part.count)).contains { part.agrees(with: self, at: $0) }
  }

  /// Whether all our bytes are found in `other` from `offset` on, where it has that many.
  @inlinable
  func agrees(with other: Self, at offset: Int) -> Bool {
    guard let mine = unsafe start, let theirs = unsafe other.start else { return true }
    var index = 0
    while index < count {
      guard unsafe mine[index] == theirs[offset &+ index] else { return false }
      index &+= 1
    }
    return true
  }
}

extension BorrowedText: Comparable {}
