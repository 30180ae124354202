internal import CZlib

/// The length and the checksum of bytes that go by, as zip and gzip define it.
struct DataSum {
  private(set) var length = 0
  private(set) var checksum: UInt32 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    length += bytes.count
    checksum = unsafe UInt32(
      truncatingIfNeeded: crc32_z(UInt(checksum), start, z_size_t(bytes.count)))
  }
}
