import CommandLineKit
import Scalars
import Testing
import TestSupport

@Suite struct ArgumentValueTests {
  @Test(arguments: [
    ("0", 0), ("4096", 4096), ("64K", 65_536), ("64k", 65_536), ("1M", 1 << 20), ("2G", 2 << 30),
    ("1T", 1 << 40), ("8388607T", 8_388_607 << 40),
  ])
  func readsASize(text: String, bytes: Int) {
    #expect(ByteSize(argument: text)?.bytes == bytes)
  }

  @Test(arguments: ["", "K", "-1", "1.5M", "1KB", "1 K", "8388608T", "٣", "0x10"])
  func refusesASize(text: String) {
    #expect(ByteSize(argument: text) == nil)
  }

  @Test func negativeSizeTraps() async {
    await #expect(processExitsWith: .failure) { _ = ByteSize(bytes: -1) }
  }

  @Test(arguments: ["1", "-5", "0.5", "1e3", ".5", "-2.25E-1"])
  func readsADouble(text: String) {
    #expect(Double(argument: text) == Double(text))
  }

  @Test(arguments: [
    "", "nan", "inf", "-infinity", "0x10", "1e999", "1,5", " 1", "1 ", "1_000", "e",
  ])
  func refusesADouble(text: String) {
    #expect(Double(argument: text) == nil)
  }

  @Test(arguments: ["", "1.0", "9223372036854775808", "1 ", "0x1", "one"])
  func refusesAWholeNumber(text: String) {
    #expect(Int(argument: text) == nil)
  }

  @Test(
    arguments: [
      ("1", true), ("TRUE", true), ("on", true), ("yes", true), ("0", false), ("False", false),
      ("off", false), ("no", false), ("", nil), ("2", nil),
    ] as [(String, Bool?)])
  func readsATruth(text: String, truth: Bool?) {
    #expect(Bool(argument: text) == truth)
  }

  @Test func readsTimesAndNumbers() {
    #expect(Day(argument: "2026-11-20")?.argument == "2026-11-20")
    #expect(Day(argument: "20/11/2026") == nil)
    let time = "2026-11-20T15:29:58+05:30"
    #expect(Timestamp(argument: time)?.argument == time)
    #expect(Timestamp(argument: "2026-11-20T15:29:58") == nil)
    #expect(TimeSpan(argument: "1h30m")?.argument == "1h30m")
    #expect(TimeSpan(argument: "90") == nil)
    #expect(ExactDecimal(argument: "24500.50")?.argument == "24500.50")
    #expect(ExactDecimal(argument: "0.1234567890123456789") == nil)
    #expect(Number(argument: "1.50")?.argument == "1.50")
    #expect(Number(argument: "1e3") == Number(1000))
    #expect(Number(argument: "") == nil)
  }

  @Test func saysWhatItWants() {
    let wanted: [any ArgumentValue.Type] = [
      Day.self, Timestamp.self, TimeSpan.self, Number.self, ExactDecimal.self, Int.self,
      Double.self, String.self, Bool.self, ByteSize.self, PathArgument.self,
    ]
    let texts = wanted.map { $0.wanted }
    #expect(texts.allSatisfy { $0.first?.isLowercase == true && !$0.hasSuffix(".") })
    #expect(DiagnosticLog.Format.wanted == "one of text, json")
  }

  @Test func readsAPath() {
    #expect(PathArgument(argument: "") == nil)
    #expect(PathArgument(argument: "-")?.path == "-")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func whatIsWrittenReadsBack(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let bits = Int.random(in: 0...62, using: &random)
      let size = ByteSize(bytes: .random(in: 0...(1 << bits), using: &random))
      #expect(ByteSize(argument: size.argument) == size)
      let number = Double.random(in: -1e9...1e9, using: &random)
      #expect(Double(argument: number.argument) == number)
    }
  }
}
