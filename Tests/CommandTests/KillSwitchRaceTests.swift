import Foundation
import TestSupport
import Testing

/// The kill switch and its record, with several processes at once.
struct KillSwitchRaceTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// The events of the log, in its order.
  private func events() throws -> [String] {
    try scratch.text("home/audit.jsonl").split(separator: "\n").map { line in
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return entry?["event"] as? String ?? ""
    }
  }

  @Test func theLogSaysWhatTheSwitchIs() throws {
    _ = try Program.shell(
      """
      for number in 1 2 3 4 5; do
        angelx validate-config --home home --kill "reason $number" &
        angelx validate-config --home home --release "reason $number" > released.$number &
      done
      wait
      """, in: scratch.url)
    var isOn = false
    for event in try events() {
      switch event {
      case "kill_switch_set":
        #expect(!isOn)
        isOn = true
      case "kill_switch_released":
        #expect(isOn)
        isOn = false
      default: #expect(event == "kill_switch_set_again" && isOn)
      }
    }
    #expect(FileManager.default.fileExists(atPath: scratch("home/KILL")) == isOn)
    #expect(try events().count { $0.hasPrefix("kill_switch_set") } == 5)
    let check = try Program.shell("angelx validate-config --home home --log-check", in: scratch.url)
    #expect(check.status == 0, "\(check.outputText)")
  }

  @Test func nobodyIsAskedWhoHeIs() throws {
    let account = try Program.shell("id -un", in: scratch.url).outputText
    let run = try Program.shell(
      "angelx validate-config --home home --kill x",
      environment: ["USER": "nobody", "LOGNAME": "me"],
      in: scratch.url)
    #expect(run.status == 0)
    let name = account.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try scratch.text("home/audit.jsonl").contains("\"who\":\"\(name)\""))
  }
}
