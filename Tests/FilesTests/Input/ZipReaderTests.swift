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

  /// Lines that write the text with lengths of eight bytes, as a file beyond 4 GiB has them.
  private static func long(_ method: String = "zipfile.ZIP_DEFLATED") -> String {
    "i = zipfile.ZipInfo('a.csv'); i.compress_type = \(method)\n"
      + "with z.open(i, 'w', force_zip64=True) as f: f.write(text)"
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
    long(), long("zipfile.ZIP_STORED"),
    "z.writestr('__MACOSX/', b''); z.writestr('a.csv', text); z.writestr('__MACOSX/._a.csv', 'x' * 999)",
    "z.writestr('__MACOSX/._a.csv', b'', compress_type=zipfile.ZIP_STORED); z.writestr('a.csv', text)",
    "z.writestr('__MACOSX/._a.csv', text, compress_type=zipfile.ZIP_STORED); z.writestr('a.csv', text)",
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
    ("z.writestr('folder/', b'')", .noFile), ("pass", .noFile),
    ("z.comment = b'nothing'", .noFile), ("z.writestr('__MACOSX/._a.csv', text)", .noFile),
    ("z.writestr('a', text); z.writestr('__MACOSX/a', text); z.writestr('b', text)", .severalFiles),
    ("z.writestr('a', text); z.writestr('MACOSX/a', text)", .severalFiles),
  ])
  func refuses(lines: String, expected: ZipFault) throws {
    let reading = try Reading(try archive(Array("a,b\n1,2\n".utf8), lines))
    #expect(Self.fault(reading) == expected)
    #expect(reading.error?.exitClass == .damagedInput)
  }

  @Test(arguments: [
    long(), "z.writestr('a.csv', text); z.writestr('__MACOSX/._a.csv', text)",
    "z.writestr('__MACOSX/._a.csv', text); z.writestr('a.csv', text)",
  ])
  func readsWhatLongAndForeignOnesWroteIntoAPipe(lines: String) throws {
    var random = SplitMix64(seed: 4)
    let text = random.lines(3000)
    let bytes = try archive(text, lines, to: true)
    for (piece, buffer) in [(Int.max, 4096), (1, 4096), (100, 7)] {
      #expect(try Reading(bytes, piece: piece, buffer: buffer) == Reading(bytes: text))
    }
  }

  @Test func aStoredFileOfUnknownLengthIsNamedForWhatItIs() throws {
    let lines = Self.long("zipfile.ZIP_STORED")
    let long = try Reading(try archive(Array("a,b\n".utf8), lines, to: true))
    #expect(Self.fault(long) == .unknownLength(isLong: true))
    #expect(long.error?.problem.contains("zip64") == true)
    let plain = lines.replacing("force_zip64=True", with: "force_zip64=False")
    let short = try Reading(try archive(Array("a,b\n".utf8), plain, to: true))
    #expect(Self.fault(short) == .unknownLength(isLong: false))
  }

  @Test(arguments: ["zipfile.ZIP_DEFLATED", "zipfile.ZIP_STORED"])
  func lengthsOfEightBytesCountWhereTheirPlacesSendThere(method: String) throws {
    let text = Array("a,b\n1,2\n".utf8)
    var bytes = try archive(text, Self.long(method))
    let mark = 30 + "a.csv".utf8.count
    #expect(Array(bytes[mark..<mark + 4]) == [1, 0, 16, 0])
    for place in 18..<26 { bytes[place] = 0xFF }
    for piece in [Int.max, 1] { #expect(try Reading(bytes, piece: piece) == Reading(bytes: text)) }
    // Another mark, a block that is too short, and one that reaches beyond its end.
    for (place, byte) in [(mark, 2), (mark + 2, 8), (mark + 2, 17)] as [(Int, UInt8)] {
      var broken = bytes
      broken[place] = byte
      let reading = try Reading(broken)
      #expect(Self.fault(reading) == .noLongLength)
      #expect(reading.error?.problem.contains("zip64") == true)
    }
    // A length that is not that of the data.
    bytes[mark + 4] += 1
    #expect(Self.fault(try Reading(bytes)) != nil)
  }

  @Test func whatIsPassedOverIsCheckedAndCountsForTheLimits() throws {
    let text = Array(repeating: UInt8(ascii: "0"), count: 1 << 21)
    let lines = "z.writestr('a.csv', b'1'); z.writestr('__MACOSX/._a.csv', text)"
    let bytes = try archive(text, lines)
    #expect(try Reading(bytes) == Reading(bytes: Array("1".utf8)))
    let long = try Reading(bytes, limits: GzipLimits(output: 1000))
    #expect(Self.fault(long) == .limit(.tooLong(limit: 1000)))
    let start = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) })
    var broken = bytes
    broken[start + 14] ^= 1
    #expect(Self.fault(try Reading(broken)) == .wrongData)
  }

  @Test func anArchiveOfNothingIsOneAlsoWhenItIsCut() throws {
    let bytes = try archive([], "pass")
    #expect(bytes.count == 22)
    for length in 4..<bytes.count {
      #expect(Self.fault(try Reading(Array(bytes[..<length]))) == .cut)
    }
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
