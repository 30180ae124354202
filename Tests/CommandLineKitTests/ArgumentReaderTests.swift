import CommandLineKit
import Testing
import TestSupport

@Suite struct ArgumentReaderTests {
  /// A line of words and what it sets.
  struct Case: CustomTestStringConvertible {
    let line: String
    let settled: [String: String]
    var testDescription: String { line }

    init(_ line: String, _ settled: [String: String]) {
      self.line = line
      self.settled = settled
    }
  }

  static let cases = [
    Case("pick", [:]),
    Case("pick --head 3", ["--head": "3"]),
    Case("pick --head=3", ["--head": "3"]),
    Case("pick -n 3", ["--head": "3"]),
    Case("pick -n3", ["--head": "3"]),
    Case("pick -ar", ["--all": "true", "--reverse": "true"]),
    Case("pick -arn3", ["--all": "true", "--reverse": "true", "--head": "3"]),
    Case("pick -arn 3 c", ["--all": "true", "--reverse": "true", "--head": "3", "CRATE": "c"]),
    Case("pick -wear", ["--where": "ear"]),
    Case("pick -wx==2", ["--where": "x==2"]),
    Case("pick --all=false", ["--all": "false"]),
    Case("pick --all --all", ["--all": "true"]),
    Case("pick c --all d", ["--all": "true", "CRATE": "c d"]),
    Case("pick -- --all -n", ["CRATE": "--all -n"]),
    Case("pick - -a", ["CRATE": "-", "--all": "true"]),
    Case("pick --offset -5", ["--offset": "-5"]),
    Case("pick --offset=-5 -7", ["--offset": "-5", "CRATE": "-7"]),
    Case("pick --least .25", ["--least": "0.25"]),
    Case("pick --config -", ["--config": "-"]),
    Case("pick -w a -w b --where=c=d", ["--where": "a b c=d"]),
    Case("pick --kinds pear,apple", ["--kinds": "pear,apple"]),
    Case("pick --kinds pear --kinds apple,plum", ["--kinds": "pear,apple,plum"]),
    Case("press juice --size 64K tub", ["PRODUCT": "juice", "TANK": "tub", "--size": "64K"]),
  ]

  @Test(arguments: cases)
  func reads(_ case: Case) {
    #expect(answer(`case`.line).settled == `case`.settled)
  }

  @Test(arguments: [
    ("--where", "-delta > 0.3"), ("-w", "-strike < 0"), ("-w", "-a > 0"), ("-w", "-n > 0"),
    ("-w", "-x"), ("--where", "--weight > -5"), ("-w", "-(a)"), ("--where", "-"), ("-w", "---"),
    ("--where", "-.5 < x"),
  ])
  func aValueMayBeginWithAHyphen(option: String, value: String) {
    let settled = answer(words: ["pick", option, value, "-a", "crate"]).settled
    #expect(settled == ["--where": value, "--all": "true", "CRATE": "crate"])
  }

  @Test func blanksAroundTheNamesOfAListAreNoPartOfThem() {
    let answer = answer(words: ["pick", "--kinds", " pear, apple ,plum"])
    #expect(answer.settled == ["--kinds": "pear,apple,plum"])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func orderOfOptionsNeverMatters(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let groups = [
      "--head 3", "-a", "--kinds=pear", "-w x", "--offset -2", "-j9", "--quiet", "crate",
    ]
    let plain = answer("pick " + groups.joined(separator: " ")).settled
    #expect(plain?.count == groups.count)
    let shuffled = groups.shuffled(using: &random).joined(separator: " ")
    #expect(answer("pick " + shuffled).settled == plain)
  }
}
