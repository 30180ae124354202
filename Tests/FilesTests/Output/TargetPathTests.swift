import Files
import Testing

@Suite struct TargetPathTests {
  @Test(arguments: [
    ("file", ".", "file", "other"), ("/file", "/", "file", "/other"),
    ("a/file", "a", "file", "a/other"), ("/a/b/file", "/a/b", "file", "/a/b/other"),
    ("./file", ".", "file", "other"),
  ])
  func findsFolderAndName(path: String, folder: String, name: String, other: String) {
    let target = TargetPath(path)
    #expect(target.folder == folder)
    #expect(target.name == name)
    #expect(target.path == path)
    #expect(target.beside("other") == other)
  }

  @Test func namesTemporaryFilesSoThatTheyAreRecognised() {
    let target = TargetPath("out/report.html")
    let path = target.temporaryPath(unique: 0xAB)
    #expect(path == "out/.report.html.angelx-00000000000000ab.tmp")
    #expect(target.isTemporary(TargetPath(path).name))
    #expect(TargetPath(target.temporaryPath(unique: .max)).name.hasSuffix("-ffffffffffffffff.tmp"))
  }

  @Test(arguments: [
    "report.html", ".report.html.angelx-.tmp", ".report.html.angelx-00000000000000AB.tmp",
    ".report.html.angelx-00000000000000ab", ".report.htm.angelx-00000000000000ab.tmp",
    ".report.html.angelx-00000000000000ab.tmp2", ".report.html.angelx-000000000000000ab.tmp",
  ])
  func takesNoOtherNameForATemporaryFile(name: String) {
    #expect(!TargetPath("out/report.html").isTemporary(name))
  }

  @Test(arguments: [("n", 255), ("₹", 85), ("🧾", 63)])
  func cutsLongNamesBetweenCharacters(character: String, count: Int) {
    let name = String(repeating: character, count: count)
    let temporary = TargetPath(TargetPath(name).temporaryPath(unique: 1)).name
    #expect(temporary.utf8.count <= 255)
    #expect(temporary.hasPrefix("." + String(repeating: character, count: 50)))
    #expect(TargetPath(name).isTemporary(temporary))
  }
}
