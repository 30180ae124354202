/// What can be at a path, with the words for it.
package enum FileNature: String, Sendable, CaseIterable {
  case file = "a file"
  case folder = "a folder"
  case pipe = "a named pipe"
  case socket = "a socket"
  case device = "a device"
  case link = "a symbolic link"
  case linkToNothing = "a symbolic link that leads to nothing"
}
