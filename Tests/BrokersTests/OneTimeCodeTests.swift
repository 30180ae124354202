import Brokers
import Scalars
import Testing
import Transport

@Suite struct OneTimeCodeTests {
  private static let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

  /// RFC 6238's table for SHA-1, cut to six digits.
  static let vectors: [(seconds: Int64, code: String)] = [
    (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ]

  @Test(arguments: vectors)
  func makesTheCodesOfTheStandard(seconds: Int64, code: String) throws {
    let maker = try #require(OneTimeCode(secret: Secret(Self.secret)))
    let time = Timestamp(milliseconds: seconds * 1000)
    #expect(maker.code(at: time).revealed == Array(code.utf8))
    // The last millisecond of the window has the same code, and the next one another.
    let last = time + OneTimeCode.left(at: time) - TimeSpan(milliseconds: 1)
    #expect(maker.code(at: last).revealed == Array(code.utf8))
    let next = time + OneTimeCode.left(at: time)
    #expect(maker.code(at: next).revealed != Array(code.utf8))
  }

  @Test(arguments: [
    "gezd gnbv gy3t qojq gezd gnbv gy3t qojq", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ======",
    "GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ",
  ])
  func readsSecretsAsAppsShowThem(text: String) throws {
    let maker = try #require(OneTimeCode(secret: Secret(text)))
    #expect(maker.code(at: Timestamp(milliseconds: 59_000)).revealed == Array("287082".utf8))
    #expect("\(maker)".contains("287082") == false)
    #expect(!"\(maker)".contains("["))
  }

  @Test(arguments: ["", "   ", "====", "GEZD0NBV", "GEZD1NBV", "GEZDGNBVG", "GEZ€", "GEZ=DGNB"])
  func refusesWhatIsNoSecret(text: String) {
    #expect(OneTimeCode(secret: Secret(text)) == nil)
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI======"),
  ])
  func readsBase32(plain: String, coded: String) {
    #expect(Base32.bytes(Array(coded.utf8)) == Array(plain.utf8))
    #expect(Base32.bytes(Array(coded.utf8.filter { $0 != 0x3D })) == Array(plain.utf8))
  }

  @Test(arguments: [
    (0, 30_000, 0), (1, 29_999, 0), (26_999, 3001, 0), (27_000, 3000, 0), (27_001, 2999, 2999),
    (29_999, 1, 1), (30_000, 30_000, 0), (-1, 1, 1), (-30_000, 30_000, 0),
  ])
  func waitsWhereTheWindowIsNearlyOver(now: Int64, left: Int64, wait: Int64) {
    let time = Timestamp(milliseconds: now)
    #expect(OneTimeCode.left(at: time).milliseconds == left)
    #expect(OneTimeCode.wait(at: time).milliseconds == wait)
  }

  @Test func usesNoWindowTwice() {
    let time = Timestamp(milliseconds: 65_000)
    let window = OneTimeCode.number(at: time)
    #expect(OneTimeCode.wait(at: time, used: window).milliseconds == 25_000)
    #expect(OneTimeCode.wait(at: time, used: window - 1).milliseconds == 0)
  }
}
