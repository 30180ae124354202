import Files
import Foundation
import Operations
import Scalars
import TestSupport
import Testing

@Suite struct KillSwitchTests {
  static let facts = KillSwitch.Facts(
    who: "ravi", when: Timestamp(milliseconds: 1_763_000_000_000), why: "feed \"frozen\"\n")
  static let others = KillSwitch.Facts(
    who: "asha", when: Timestamp(milliseconds: 1_763_000_001_000), why: "later")

  @Test func isOffWhereThereIsNothing() throws {
    let scratch = try Scratch()
    #expect(KillSwitch(home: scratch.path).state == .off)
    #expect(KillSwitch(home: scratch("missing")).state == .off)
    #expect(try KillSwitch(home: scratch.path).release(reason: "calm") == .off)
  }

  @Test func keepsTheFirstThatSetsIt() throws {
    let scratch = try Scratch()
    let home = KillSwitch(home: scratch.path)
    #expect(try home.set(Self.facts))
    #expect(try !home.set(Self.others))
    #expect(home.state == .on(Self.facts))
    #expect(
      try scratch.text("KILL")
        == #"{"who":"ravi","when":"2025-11-13T07:43:20+05:30","why":"feed \"frozen\"\n"}"# + "\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: home.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func saysWhatItReleases() throws {
    let scratch = try Scratch()
    let home = KillSwitch(home: scratch.path)
    _ = try home.set(Self.facts)
    for reason in ["", " ", "\t\n"] {
      #expect(throws: KillSwitchError.emptyReason) { try home.release(reason: reason) }
    }
    #expect(home.state.isOn)
    #expect(try home.release(reason: "feed is back") == .on(Self.facts))
    #expect(home.state == .off)
    #expect(try home.set(Self.others))
    #expect(try home.release(reason: "again") == .on(Self.others))
    #expect(try scratch.names == ["KILL.released"])
  }

  @Test(arguments: [
    "", "\n", "stop", "{}", "[]", #"{"who":"a","when":"today","why":"b"}"#,
    #"{"who":"a","when":"2025-11-13T07:43:20+05:30"}"#, "\u{0}\u{0}",
    #"{"who":"a","when":"2025-11-13T07:43:20+05:30","why":"b""#,
  ])
  func isOnWhateverStandsThere(text: String) throws {
    let scratch = try Scratch()
    try scratch.put("KILL", text)
    let home = KillSwitch(home: scratch.path)
    guard case .onForUnknownReason = home.state else {
      Issue.record("\(home.state)")
      return
    }
    #expect(try !home.set(Self.facts))
    #expect(try home.release(reason: "it was a mistake").isOn)
    #expect(home.state == .off)
  }

  @Test func isOnWhateverHasItsName() throws {
    let scratch = try Scratch()
    let home = KillSwitch(home: scratch.path)
    unsafe mkdir(home.path, 0o700)
    #expect(home.state == .onForUnknownReason("it is a folder"))
    #expect(try home.release(reason: "no folder").isOn)
    try scratch.link("KILL", to: "nowhere")
    #expect(home.state == .onForUnknownReason("it is a symbolic link"))
    #expect(try !home.set(Self.facts))
    unsafe unlink(home.path)
    unsafe mkfifo(home.path, 0o600)
    #expect(home.state == .onForUnknownReason("it is no file"))
  }

  @Test(arguments: [EACCES, EIO, ENOTDIR, EMFILE])
  func isOnWhereItCannotBeRead(code: Int32) throws {
    let scratch = try Scratch()
    _ = try KillSwitch(home: scratch.path).set(Self.facts)
    var blind = SystemCalls.real
    blind.statusOfName = { _ throws(Errno) in throw Errno(code) }
    var shut = SystemCalls.real
    shut.open = { _, _, _ throws(Errno) in throw Errno(code) }
    for calls in [blind, shut] {
      #expect(
        KillSwitch(home: scratch.path, calls: calls).state
          == .onForUnknownReason(Errno(code).description))
    }
  }

  @Test(arguments: 0..<8)
  func isOnOnceSettingItHasBegun(position: Int) throws {
    let scratch = try Scratch()
    let script = CallScript(at: position, .once(Errno(ENOSPC)))
    do {
      _ = try KillSwitch(home: scratch.path, calls: script.calls).set(Self.facts)
    } catch {
      let isOn = KillSwitch(home: scratch.path).state.isOn
      #expect(isOn == (error.code == "cannot-write"), "\(error)")
    }
  }

  @Test(arguments: 0..<12)
  func staysOnWhereReleasingFails(position: Int) throws {
    let scratch = try Scratch()
    _ = try KillSwitch(home: scratch.path).set(Self.facts)
    let script = CallScript(at: position, .death(partial: 0))
    _ = try? KillSwitch(home: scratch.path, calls: script.calls).release(reason: "calm")
    #expect(try !scratch.names.isEmpty)
    let isOn = KillSwitch(home: scratch.path).state == .on(Self.facts)
    #expect(isOn != (try scratch.names == ["KILL.released"]))
  }
}
