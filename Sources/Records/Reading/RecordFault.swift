public import Scalars

/// Everything that can be wrong with one record, with the sentence that says so.
public enum RecordFault: Sendable, Equatable {
  // JSON
  case notAnObject
  case cutOff
  case unclosedString
  case wantsKey
  case unquotedKey
  case singleQuotes
  case wantsColon
  case wantsComma
  case trailingComma
  case wantsValue
  case notANumber
  case numberOutOfRange
  case badEscape
  case badUTF8
  case controlCharacter
  case comment
  case textAfterRecord
  case duplicateKey
  case tooDeep
  case tooManyFields
  case emptyElement
  // CSV
  case cellCount(found: Int, header: Int)
  case repeatedHeader
  case strayQuote
  case textAfterQuote
  // Fields
  /// A record of the kind must have the field; `marks` are the fields that it was taken for one by,
  /// where its kind was not named.
  case missing(kind: String, marks: [String])
  case wrongType(wanted: String)
  /// A number with commas between its digits; `plain` is the same without.
  case commasInNumber(wanted: String, plain: String)
  case badTime(TimestampError)
  /// The work of the command cannot be done on the record; the text says why.
  case cannotBeJudged(String)
  /// The command cannot use the record, for a reason of its own.
  case refused(code: String, message: String, hint: String?)
  // Framing
  case tooLong(limit: Int)

  /// A short stable name of the fault, for machines that read the messages.
  public var code: String {
    switch self {
    case .notAnObject: "not-an-object"
    case .cutOff: "cut-off"
    case .unclosedString: "unclosed-string"
    case .wantsKey: "wants-key"
    case .unquotedKey: "unquoted-key"
    case .singleQuotes: "single-quotes"
    case .wantsColon: "wants-colon"
    case .wantsComma: "wants-comma"
    case .trailingComma: "trailing-comma"
    case .wantsValue: "wants-value"
    case .notANumber: "not-a-number"
    case .numberOutOfRange: "number-out-of-range"
    case .badEscape: "bad-escape"
    case .badUTF8: "bad-utf8"
    case .controlCharacter: "control-character"
    case .comment: "comment"
    case .textAfterRecord: "text-after-record"
    case .duplicateKey: "duplicate-key"
    case .tooDeep: "too-deep"
    case .tooManyFields: "too-many-fields"
    case .emptyElement: "empty-element"
    case .cellCount: "cell-count"
    case .repeatedHeader: "repeated-header"
    case .strayQuote: "stray-quote"
    case .textAfterQuote: "text-after-quote"
    case .missing: "missing"
    case .wrongType, .commasInNumber: "wrong-type"
    case .badTime: "bad-time"
    case .cannotBeJudged: "cannot-be-judged"
    case .refused(let code, _, _): code
    case .tooLong: "too-long"
    }
  }

  /// What is wrong, in words; what was found and where is added by whoever prints it.
  public var message: String {
    switch self {
    case .notAnObject: "a record must be a JSON object, {…}"
    case .cutOff: "the record ends in the middle"
    case .unclosedString: "a string is not closed"
    case .wantsKey: "expected a field name in double quotes"
    case .unquotedKey: "a field name has no quotes"
    case .singleQuotes: "a string is in single quotes"
    case .wantsColon: "expected a colon after the field name"
    case .wantsComma: "expected a comma or the closing bracket"
    case .trailingComma: "a comma stands before the closing bracket"
    case .wantsValue: "expected a value"
    case .notANumber: "expected a JSON number"
    case .numberOutOfRange: "the number is too large or too small for a double"
    case .badEscape: "the backslash begins no JSON escape"
    case .badUTF8: "the bytes are not UTF-8"
    case .controlCharacter: "a control character stands in a text as it is"
    case .comment: "JSON has no comments"
    case .textAfterRecord: "something follows the record"
    case .duplicateKey: "the field is there twice"
    case .tooDeep: "the value is nested more than \(RecordLimits.depth) levels deep"
    case .tooManyFields: "the record has more than \(RecordLimits.members) fields"
    case .emptyElement: "a record is missing between two commas"
    case .cellCount(let found, let header):
      "the row has \(found) \(found == 1 ? "cell" : "cells"), the header has \(header)"
    case .repeatedHeader: "the header is repeated here"
    case .strayQuote: "a quote stands inside a cell without quotes"
    case .textAfterQuote: "something follows the closing quote of a cell"
    case .missing(let kind, let marks):
      RecordFault.article(kind) + " \(kind) needs this field"
        + (marks.isEmpty
          ? "" : "; the record is taken for one because it has \(marks.joined(separator: ", "))")
    case .wrongType(let wanted), .commasInNumber(let wanted, _): "expected \(wanted)"
    case .badTime(.missingOffset): "the time has no offset from UTC"
    case .badTime(let error): error.description
    case .cannotBeJudged(let reason): reason
    case .refused(_, let message, _): message
    case .tooLong(let limit): "the record is longer than \(limit) bytes"
    }
  }

  private static func article(_ noun: String) -> String {
    noun.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
  }

  /// What to do about it, where the message does not say so already.
  public var remedy: String? {
    switch self {
    case .wantsValue: "a string, a number, true, false, null, […] or {…}"
    case .notANumber: "write it like -12.5 or 1e3"
    case .unquotedKey, .singleQuotes: "use double quotes"
    case .trailingComma, .comment, .emptyElement: "remove it"
    case .textAfterRecord: "write one record a line"
    case .commasInNumber(_, let plain): "write it without commas, \(plain)"
    case .badUTF8: "convert the input first"
    case .controlCharacter: "escape it"
    case .strayQuote: "quote the whole cell and double the quote"
    case .badTime(.missingOffset): "write it as in 15:29:58+05:30, or give --assume-ist"
    case .refused(_, _, let hint): hint
    case .tooLong: "raise --max-line if it is meant"
    default: nil
    }
  }
}

/// The limits that keep a hostile record from costing more than an ordinary one.
public enum RecordLimits {
  /// How deep values may be nested.
  public static let depth = 32
  /// How many fields a record may have, those of nested objects included.
  public static let members = 4096
}
