import TestSupport
import Testing

@testable import Transport

@Suite struct FrameWriterTests {
  private func frame(_ kind: FrameKind, _ content: [UInt8], mask: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    FrameWriter.append(kind, content, mask: mask, to: &bytes)
    return bytes
  }

  /// RFC 6455, 5.7.
  @Test func isTheOneOfTheStandard() {
    let hello = Array("Hello".utf8)
    #expect(
      frame(.text, hello, mask: 0x37FA_213D) == [
        0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58,
      ])
    #expect(
      frame(.pong, hello, mask: 0x37FA_213D) == [
        0x8A, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58,
      ])
  }

  @Test(
    arguments: [
      (0, [0x82, 0x80]), (125, [0x82, 0xFD]), (126, [0x82, 0xFE, 0, 126]),
      (65_535, [0x82, 0xFE, 0xFF, 0xFF]), (65_536, [0x82, 0xFF, 0, 0, 0, 0, 0, 1, 0, 0]),
    ] as [(Int, [UInt8])])
  func theLengthIsInItsShortestForm(length: Int, head: [UInt8]) {
    let content = [UInt8](repeating: 0x55, count: length)
    let bytes = frame(.binary, content, mask: 0)
    #expect(bytes == head + [0, 0, 0, 0] + content)
  }

  @Test func isAddedToWhatIsThere() {
    var bytes: [UInt8] = [7]
    FrameWriter.append(.close, SocketClose.content(1000), mask: 0x0102_0304, to: &bytes)
    #expect(bytes == [7, 0x88, 0x82, 1, 2, 3, 4, 0x03 ^ 1, 0xE8 ^ 2])
  }
}
