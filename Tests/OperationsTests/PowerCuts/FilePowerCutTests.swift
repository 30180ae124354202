import Foundation
import Operations
import TestSupport
import Testing

@testable import writers

/// What a power cut at any moment leaves of files that are replaced, raised or lowered as a whole.
struct FilePowerCutTests {
  @Test func aFileThatIsReplacedIsTheOldOneOrTheNewOneWhole() throws {
    let folder = try Scratch.inMemory()
    let recording = try Recording("replace", "out.csv", in: folder)
    #expect(recording.said == ["1", "2", "3"])
    let contents = [nil] + (1...3).map { Data(FileWriter.content($0).utf8) }
    let findings = PowerCuts(of: recording).check(chancesEach: 400, seed: 6) { state in
      guard let number = contents.firstIndex(of: state.files["out.csv"]) else { return "is cut" }
      return number < state.said.count ? "is older than what was acknowledged" : nil
    }
    #expect(findings.examples == [:])
    #expect(findings.states > 300)
  }

  @Test func theSwitchThatStopsTradingStaysAsItWasAcknowledged() throws {
    let folder = try Scratch.inMemory()
    let recording = try Recording("kill", in: folder)
    #expect(recording.said == ["set", "released"])
    let findings = try PowerCuts(of: recording).check(chancesEach: 10, seed: 7) { state in
      let home = try Scratch.inMemory()
      try state.write(to: home)
      let found = KillSwitch(home: home.path).state
      switch state.said.count {
      case 0: return nil
      case 1:
        // It may be about to be released, and then its facts stay under another name.
        if found == .on(KillWriter.facts) { return nil }
        try? FileManager.default.moveItem(
          atPath: home(KillSwitch.releasedName), toPath: home(KillSwitch.name))
        let isLowered = KillSwitch(home: home.path).state == .on(KillWriter.facts)
        return found == .off && isLowered ? nil : "has lost who set it"
      default: return found == .off ? nil : "is on again"
      }
    }
    #expect(findings.examples == [:])
    #expect(findings.states > 5)
  }
}
