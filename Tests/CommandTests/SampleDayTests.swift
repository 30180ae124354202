import Foundation
import TestSupport
import Testing

/// The sample day runs from any folder, here with the program that is built already.
@Suite struct SampleDayTests {
  @Test(arguments: ["out", "./a b/out", "/absolute"])
  func theResultsGoWhereTheCallerSays(folder: String) throws {
    let scratch = try Scratch()
    try scratch.put(
      "bin/swift",
      """
      #!/bin/sh
      for word; do last=$word; done
      if [ "$last" = --show-bin-path ]; then dirname '\(Program.angelx)'; fi
      """, permissions: 0o755)
    let named = folder.hasPrefix("/") ? scratch.path + folder : folder
    let day = Checkout.root.appending(path: "Samples/day").path
    let result = try Program.run(
      "/bin/sh", [day, named],
      environment: ["PATH": "\(scratch("bin")):/usr/local/bin:/usr/bin:/bin"], in: scratch.url)
    #expect(result.status == 0, "\(result.errorText)")
    let place = folder.hasPrefix("/") ? String(folder.dropFirst()) : folder
    #expect(try scratch.text("\(place)/liquid.jsonl").count > 1_000)
    #expect(try scratch.text("\(place)/narrow.csv").hasPrefix("kind,"))
    #expect(try scratch.text("\(place)/greeks.jsonl").contains(#""iv_status":"ok""#))
    #expect(try scratch.text("\(place)/wings.csv").hasPrefix("symbol,price,iv,"))
    #expect(try scratch.text("\(place)/scenarios.csv").count > 1_000)
  }
}
