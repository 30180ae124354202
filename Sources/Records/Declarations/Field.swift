import Scalars

/// A field of a record: declared once, wherever it occurs.
///
/// The name means the same in every kind of record, so an expression, a column and a page of the
/// manual can speak of it without saying whose it is.
public struct Field: Sendable, Equatable {
  /// The name in JSON, in CSV headers and in expressions.
  public let name: String
  /// What its values mean.
  public let type: FieldType
  /// The unit of the value, empty where it has none.
  public let unit: String
  /// With how many decimals it is written where it is computed; nil for as many as it needs.
  public let decimals: Int?
  /// One sentence for the manual.
  public let meaning: String
  /// Other names under which the field is read, unless the record is of a kind without the field.
  public let otherNames: [String]
  /// Other names that are words of every day: the field is read under them only in records of a kind
  /// that has it, for in others they are likely to mean something else.
  public let everydayNames: [String]

  /// Declares a field.
  public init(
    _ name: String, _ type: FieldType, unit: String = "", decimals: Int? = nil, _ meaning: String,
    otherNames: [String] = [], everydayNames: [String] = []
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.decimals = decimals
    self.meaning = meaning
    self.otherNames = otherNames
    self.everydayNames = everydayNames
  }

  /// All names under which the field may be read beside its own.
  public var aliases: [String] { otherNames + everydayNames }

  /// The field of this name among all that are declared; nil for a field that is the user's own.
  ///
  /// Other names of a field are not looked at.
  public static func named(_ name: String) -> Field? {
    // A question at the prompt asks for so few that it would wait for any table to be made of them.
    for group in groups {
      for field in group where field.name == name { return field }
    }
    return nil
  }
}

extension Field {
  /// The name of the declared field that a name was probably meant to be.
  public static func nearest(to name: String) -> String? {
    Scalars.nearest(to: name, in: all.map(\.name))
  }
}
