/// Why a zip archive is refused.
package enum ZipFault: Error, Equatable, Sendable {
  /// The archive stops before its end.
  case cut
  /// The checksum or the length that the archive names does not belong to the data.
  case wrongData
  /// The archive breaks the format; the text says where.
  case malformed(String)
  /// The file in it is encrypted.
  case encrypted
  /// The file in it was packed by another method than deflate.
  case unknownMethod(Int)
  /// The file in it is stored, and nothing before it says where it ends.
  case unknownLength(isLong: Bool)
  /// It is a zip64 archive that does not say how long its file is.
  case noLongLength
  /// It holds more than one file.
  case severalFiles
  /// It holds no file.
  case noFile
  /// Something stands behind the archive.
  case somethingFollows
  /// It is the document of an office program.
  case document
  /// More comes out than is allowed.
  case limit(GzipFault)
}

extension ZipFault: CustomStringConvertible {
  /// What is wrong, in plain words.
  package var description: String {
    switch self {
    case .cut: "the file ends in the middle of the archive"
    case .wrongData: "the checksum or the length does not match the data"
    case .malformed(let detail): "the archive is damaged (\(detail))"
    case .encrypted: "the file in it is encrypted"
    case .unknownMethod(let number): "the file in it is packed by method \(number)"
    case .severalFiles: "it holds more than one file"
    case .unknownLength(let isLong):
      "the file in it is stored, and its length stands only behind it"
        + (isLong ? ", as a zip64 one" : "")
    case .noLongLength: "it is of the zip64 form, and the length of its file is missing"
    case .noFile: "it is an archive without a file"
    case .somethingFollows: "something follows the archive"
    case .document: "this is a spreadsheet or another document, and no table in text"
    case .limit(let fault): fault.description
    }
  }

  /// What the user can do about it.
  var remedy: String {
    switch self {
    case .cut, .wrongData, .malformed, .noLongLength: "fetch or create the file again"
    case .encrypted, .unknownMethod, .unknownLength: "unpack it and name what was in it"
    case .severalFiles: "unpack it and name the files that are meant"
    case .noFile, .somethingFollows: "check what it is"
    case .document: "save it as CSV"
    case .limit(let fault): fault.remedy
    }
  }
}
