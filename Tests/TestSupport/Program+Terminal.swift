package import Foundation

extension Program {
  /// Runs a line of the shell at a terminal of its own, in which `angelx` is the program under test.
  ///
  /// - Returns: as output all that was seen at the terminal.
  package static func terminal(
    _ line: String, environment: [String: String] = [:], in folder: URL = Checkout.root
  ) throws -> Result {
    guard let python = TestServers.pythons.first else { throw CocoaError(.fileNoSuchFile) }
    let script = """
      import os, pty, subprocess, sys
      main, side = pty.openpty()
      program = subprocess.Popen(["/bin/sh", "-c", sys.argv[1]], stdin=side, stdout=side, stderr=side)
      os.close(side)
      while True:
          try:
              seen = os.read(main, 65536)
          except OSError:
              break
          if not seen:
              break
          os.write(1, seen)
      sys.exit(program.wait())
      """
    var surroundings = environment
    let own = URL(filePath: angelx).deletingLastPathComponent().path
    surroundings["PATH"] = "\(own):/usr/local/bin:/usr/bin:/bin"
    surroundings["TERM"] = "xterm"
    return try run(python, ["-c", script, line], environment: surroundings, in: folder)
  }
}
