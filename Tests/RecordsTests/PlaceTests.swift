import Records
import Testing

/// A fault is where the line and the column say, counted from 1 in the whole input, in bytes.
@Suite struct PlaceTests {
  static let faults: [(String, [String])] = [
    ("{\"strike\":\"x\"}\n", ["1:12"]),
    ("\u{FEFF}{\"strike\":\"x\"}\n", ["1:12"]),
    ("\n  {\"strike\":1,}\n\t{\"strike\":1,}\n", ["2:15", "3:14"]),
    ("{\"kind\":\"quote\"}\n", ["1"]),
    ("[{\"a\":1},{\"strike\":\"x\"}]", ["1:21"]),
    (
      " [{\"ltp\":1,\n \"strike\":\"y\"}, {\"strike\":0}\n,{\"strike\":0}]",
      ["2:12", "2:27", "3:12"]
    ),
    ("[\n{\"a\":[1,\r\n\n2,]},,{\"a\"\n:1} x]", ["4:3", "4:6", "5:5"]),
    ("[{\"kind\":\n\"quote\"}]", ["1"]),
    ("[{\"a\":1,\n\"b\"", ["2:4"]),
    ("note,strike\n\"c\nd\",x\n", ["3:4"]),
    ("note,strike\r\n\"c\r\n\r\nd\",\"x\"\r\n\r\nabc\"\r\n1\r\n", ["4:5", "6:4", "7"]),
    ("\n\nnote,strike\n1,x\n", ["4:3"]),
    ("\"a\nb\",strike\n1,x\n", ["3:3"]),
    ("strike,a\n₹5,\u{1}\n", ["2:6"]),
  ]

  @Test(arguments: faults)
  func isThatOfTheFault(text: String, places: [String]) throws {
    // An array that is cut off is refused as a whole, after what could be read of it.
    let whole = text.hasPrefix("[") && !text.hasSuffix("]") ? text + "}]" : text
    #expect(try outcome(of: whole.utf8, fields: ["strike"]).places == places)
  }

  @Test(arguments: faults)
  func isTheSameHoweverTheInputIsDivided(text: String, places: [String]) throws {
    let whole = try outcome(of: (text + "\n]").utf8, fields: ["strike"])
    for size in 1...text.utf8.count {
      let found = try outcome(of: (text + "\n]").utf8, fields: ["strike"], size: size)
      #expect(found.places == whole.places, "pieces of \(size)")
    }
  }
}
