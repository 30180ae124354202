import Foundation
import TestSupport
import Testing

/// However much comes in, memory stays small.
///
/// The inputs are too large for an unoptimised program.
@Suite(.enabled(if: Program.isRelease, "needs the release binary in ANGELX_BINARY"))
struct MemoryTests {
  /// An input that goes on and on, as a line of the shell writes it.
  struct Load: Sendable, CustomTestStringConvertible {
    let name: String
    let line: String
    var options: [String] = []
    /// How the run ends.
    var status: Int32 = 0

    var testDescription: String { name }
  }

  static let loads = [
    Load(
      name: "rows",
      line: #"yes '{"kind":"tick","ts":1795168798,"symbol":"A","ltp":1.5}' | head -n 400000"#),
    Load(
      name: "a table of empty rows", line: "yes '{}' | head -n 400000",
      options: ["--all", "--format", "table", "--fields", "a,b,c,d,e,f,strike"]),
    Load(name: "broken lines", line: "yes bad | head -n 400000", status: 65),
    Load(
      name: "a line of 40 MB", line: #"head -c 40000000 /dev/zero | tr '\0' x; echo"#, status: 65
    ),
    Load(name: "40 MB of line ends", line: #"head -c 40000000 /dev/zero | tr '\0' '\n'"#),
    Load(name: "40 MB of blanks", line: #"head -c 40000000 /dev/zero | tr '\0' ' '"#),
    Load(
      name: "40 MB of blanks in braces",
      line: #"printf '{'; head -c 40000000 /dev/zero | tr '\0' ' '; echo"#, status: 65),
    Load(
      name: "blanks in an array", line: #"printf '['; head -c 40000000 /dev/zero | tr '\0' ' '"#),
  ]

  @Test(arguments: loads, [false, true])
  func staysSmall(_ load: Load, isCompressed: Bool) throws {
    let arguments = ["filter", "--jobs", "2", "--where", "strike == 4242"] + load.options
    let running = try RunningProgram(Program.angelx, arguments)
    let line = "{ \(load.line); echo '{\"strike\":4242}'; }" + (isCompressed ? " | gzip -1" : "")
    let bytes = try Program.shell(line).output
    running.feed(bytes)
    // The row stands last, so when it comes everything before it has been read. A packed input or an
    // array may wait for its end before it says so.
    if !isCompressed && !load.line.contains("[") {
      while let row = running.line(within: 60), !row.contains("4242") {}
    } else {
      usleep(2_000_000)
    }
    if let peak = running.peakMemory { #expect(peak < 32 << 20, "\(peak) bytes") }
    try running.endInput()
    while running.line(within: 60) != nil {}
    #expect(running.status(within: 60) == (load.line.contains("[") ? 65 : load.status))
  }
}
