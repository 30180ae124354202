#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// A question at the prompt is answered before other programs have loaded their libraries.
  @Suite(.enabled(if: Program.isRelease, "needs the release binary in ANGELX_BINARY"))
  struct StartUpTests {
    @Test func startsWithTheLibrariesOfCAlone() throws {
      // The loader names what it would load, and starts nothing.
      let trace = try Program.run(
        Program.angelx, ["--version"], environment: ["LD_TRACE_LOADED_OBJECTS": "1"]
      ).outputText
      let names = trace.split(separator: "\n").compactMap { line in
        line.split(whereSeparator: \.isWhitespace).first?.split(separator: "/").last
          .map { $0.prefix { $0 != "." && $0 != "-" } }
      }
      #expect(Set(names).isSubset(of: ["linux", "libm", "libc", "ld"]), "\(trace)")
      #expect(names.contains("libc"), "\(trace)")
    }

    /// One search for a text by the standard library's `contains` would bring their engine along.
    @Test func carriesNoRegularExpressions() throws {
      let program = try Data(contentsOf: URL(filePath: Program.angelx))
      #expect(program.range(of: Data("_RegexParser".utf8)) == nil)
    }
  }
#endif
