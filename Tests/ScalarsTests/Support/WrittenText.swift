/// What a writer leaves in memory, having checked that it stays within its room.
///
/// - Returns: The text, or `nil` when a byte outside the room was touched.
func written(room: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) -> String? {
  let guardByte: UInt8 = 0xAA
  let margin = 16
  var bytes = [UInt8](repeating: guardByte, count: room + 2 * margin)
  let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else { return -1 }
    return unsafe write(start + margin)
  }
  let isWithinRoom =
    (0...room).contains(count)
    && bytes.prefix(margin).allSatisfy { $0 == guardByte }
    && bytes.suffix(margin).allSatisfy { $0 == guardByte }
  return isWithinRoom ? String(decoding: bytes[margin..<margin + count], as: UTF8.self) : nil
}
