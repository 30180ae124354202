import Files
import Foundation
import TestSupport
import Testing

/// Archives are made by the `zip` module of Python's library, which is none of ours.
@Suite struct ZipReaderTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// An archive, made by lines of Python in which `z` is the archive and `text` what belongs in it.
  private func archive(_ text: [UInt8], _ lines: String, to stream: Bool = false) throws -> [UInt8]
  {
    try Data(text).write(to: scratch.url.appending(path: "text"))
    let opening =
      stream
      ? "zipfile.ZipFile(Pipe(), 'w', zipfile.ZIP_DEFLATED)"
      : "zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED)"
    let script = """
      import zipfile
      text = open('text', 'rb').read()
      class Pipe:
          # Cannot go back, so lengths stand behind the data.
          def __init__(self): self.file = open('a.zip', 'wb')
          def write(self, bytes): return self.file.write(bytes)
          def flush(self): self.file.flush()
      z = \(opening)
      \(lines.replacing("\n", with: "\n"))
      z.close()
      """
    try Data(script.utf8).write(to: scratch.url.appending(path: "make.py"))
    let result = try Program.shell("python3 make.py", in: scratch.url)
    try #require(result.status == 0, "\(result.errorText)")
    return Array(try Data(contentsOf: scratch.url.appending(path: "a.zip")))
  }

  private static func fault(_ reading: Reading) -> ZipFault? {
    guard case .refusedZip(_, _, let fault) = reading.error else { return nil }
    return fault
  }

  @Test(arguments: [
    "z.writestr('a.csv', text)",
    "z.writestr('a.csv', text, compress_type=zipfile.ZIP_STORED)",
    "z.writestr('folder/', b''); z.writestr('folder/a.csv', text)",
    "z.comment = b'a comment PK'; z.writestr('a.csv', text)",
  ])
  func readsTheOneFile(lines: String) throws {
    var random = SplitMix64(seed: 1)
    for text in [[], Array("a,b\n1,2\n".utf8), random.lines(20_000)] {
      let bytes = try archive(text, lines)
      for (piece, buffer) in [(Int.max, 4096), (1, 4096), (3, 1), (100, 7)] {
        #expect(try Reading(bytes, piece: piece, buffer: buffer) == Reading(bytes: text))
      }
    }
  }

  @Test func readsWhatWasWrittenIntoAPipe() throws {
    var random = SplitMix64(seed: 2)
    let text = random.lines(5000)
    let bytes = try archive(text, "z.writestr('a.csv', text)", to: true)
    for piece in [Int.max, 1, 100] {
      #expect(try Reading(bytes, piece: piece) == Reading(bytes: text))
    }
  }

  @Test(arguments: [
    ("z.writestr('a', text); z.writestr('b', text)", ZipFault.severalFiles),
    ("z.writestr('[Content_Types].xml', text); z.writestr('xl/a', text)", .document),
    ("z.writestr('a', text, compress_type=zipfile.ZIP_BZIP2)", .unknownMethod(12)),
    ("z.writestr('folder/', b'')", .noFile),
  ])
  func refuses(lines: String, expected: ZipFault) throws {
    let reading = try Reading(try archive(Array("a,b\n1,2\n".utf8), lines))
    #expect(Self.fault(reading) == expected)
    #expect(reading.error?.exitClass == .damagedInput)
  }

  @Test func everyCutIsSeen() throws {
    for isStream in [false, true] {
      let text = Array("a,b\n1,2\n3,4\n".utf8)
      let bytes = try archive(text, "z.writestr('a.csv', text)", to: isStream)
      for length in 4..<bytes.count {
        let reading = try Reading(Array(bytes[..<length]))
        #expect(Self.fault(reading) == .cut, "\(length) of \(bytes.count)")
        #expect(text.starts(with: reading.bytes))
      }
    }
  }

  @Test func everyChangedByteOfTheDataIsSeen() throws {
    var random = SplitMix64(seed: 3)
    let text = random.lines(200)
    let bytes = try archive(text, "z.writestr('a.csv', text)")
    let start = 30 + "a.csv".utf8.count
    let length = Int(bytes[18]) + Int(bytes[19]) << 8
    for place in start..<start + length {
      var broken = bytes
      broken[place] ^= 1
      let fault = Self.fault(try Reading(broken))
      #expect(fault != nil && fault != .noFile, "\(place)")
    }
  }

  @Test func whatStandsBehindTheFileIsNeverPassedOver() throws {
    let text = Array("a,b\n1,2\n".utf8)
    let one = try archive(text, "z.writestr('a.csv', text)")
    #expect(Self.fault(try Reading(one + one)) == .somethingFollows)
    #expect(Self.fault(try Reading(one + [0x0A])) == .somethingFollows)
    let two = try archive(text, "z.writestr('a.csv', text); z.writestr('b.csv', text)")
    let second = 30 + "a.csv".utf8.count + Int(two[18])
    #expect(Array(two[second..<second + 2]) == Array("PK".utf8))
    var damaged = two
    damaged[second] = 0x58
    #expect(Self.fault(try Reading(damaged)) == .malformed("directory"))
    damaged = two
    damaged.insert(contentsOf: [0, 0], at: second)
    #expect(Self.fault(try Reading(damaged)) == .malformed("directory"))
    // The directory of the first file alone, or one that names a file more.
    let other = try archive(text, "z.writestr('a.csv', text); z.writestr('b/', b'')")
    let start = 30 + "a.csv".utf8.count + Int(one[18])
    let otherEnd = try #require(
      other.indices.dropLast(3).first { Array(other[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    let mixed = Array(one[..<start]) + Array(other[otherEnd...])
    #expect(Self.fault(try Reading(mixed)) == .malformed("its directory is of other files"))
  }

  @Test func limitsHold() throws {
    let bytes = try archive(Array(repeating: 0x30, count: 1 << 21), "z.writestr('a.csv', text)")
    let long = try Reading(bytes, limits: GzipLimits(output: 1000))
    #expect(Self.fault(long) == .limit(.tooLong(limit: 1000)))
    let bomb = try Reading(bytes, limits: GzipLimits(expansion: 10))
    #expect(Self.fault(bomb) == .limit(.expandsTooMuch(limit: 10)))
  }

  @Test(arguments: ["P", "PK", "PK\u{3}", "PKX,1\n", "P\n", "PK\u{3}\u{5}"])
  func whatOnlyBeginsLikeAnArchiveIsPlain(text: String) throws {
    let bytes = Array(text.utf8)
    for (piece, buffer) in [(Int.max, 4096), (1, 4096), (1, 1), (2, 1)] {
      #expect(try Reading(bytes, piece: piece, buffer: buffer) == Reading(bytes: bytes))
    }
  }
}
