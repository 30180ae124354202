import CommandLineKit
import Configuration

/// A configuration file to begin with: every key with what it does, commented out at its default.
enum StartingFile {
  static var text: String {
    var text = """
      # The configuration of angelx: lines of KEY = value.
      #
      # Every key stands here with its default, commented out. Take away the # of a line to change it;
      # what is left as it is follows the defaults of later versions. Secrets belong in a file that only
      # you can read (chmod 600), or into variables such as ANGELX_BROKER_PIN.

      """
    for group in KeyGroup.all {
      text += "\n# \(String(repeating: "=", count: 8)) \(group.title)\n"
      for key in group.keys {
        text += "\n" + comment(key.meaning) + "# Expected: \(key.shape.wanted)\(unit(of: key)).\n"
        text += "#\(key.name) = \(key.standard)\n"
      }
    }
    return text
  }

  private static func unit(of key: Key) -> String {
    key.shape.unit.isEmpty ? "" : " (\(key.shape.unit))"
  }

  private static func comment(_ paragraph: String) -> String {
    paragraph.wrapped(toWidth: 98).map { "# \($0)\n" }.joined()
  }
}
