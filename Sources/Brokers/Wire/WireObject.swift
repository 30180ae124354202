internal import Records

/// An object of an answer, whose fields are read by name.
struct WireObject {
  let value: JSONValue
  /// What holds it in the same document, and where that is.
  private let top: JSONValue
  private let topPlace: String

  /// Where it is, as in `data.fetched[3]`; worked out only where something is wrong.
  private var place: String { topPlace + top.path(to: value) }

  /// Takes a value that must be an object.
  init(_ value: JSONValue, at place: String) throws(WireFault) {
    try self.init(value, below: value, at: place)
  }

  private init(
    _ value: JSONValue, below top: JSONValue, at place: String
  ) throws(WireFault) {
    (self.value, self.top, topPlace) = (value, top, place)
    guard value.kind == .object else {
      throw WireFault(
        field: self.place, reason: value.kind == .null ? .null : .wrong(wanted: "an object"))
    }
  }

  /// The value of a field that must be there.
  func read<Value>(_ type: WireType<Value>, _ name: String) throws(WireFault) -> Value {
    guard let found = value[name] else { throw fault(name, .missing) }
    guard !found.isNothing else { throw fault(name, .null) }
    return try read(type, found, name)
  }

  /// The value of a field that may be missing, null or empty.
  func find<Value>(_ type: WireType<Value>, _ name: String) throws(WireFault) -> Value? {
    guard let found = value[name], !found.isNothing else { return nil }
    return try read(type, found, name)
  }

  /// The value of the first of some fields that is neither missing nor null nor empty.
  func find<Value>(
    _ type: WireType<Value>, firstOf names: [String]
  ) throws(WireFault) -> Value? {
    for name in names {
      if let value = try find(type, name) { return value }
    }
    return nil
  }

  /// The objects of a list that must be there, which may be empty.
  func objects(_ name: String) throws(WireFault) -> [WireObject] {
    guard let found = value[name] else { throw fault(name, .missing) }
    if found.isNothing { return [] }
    let elements = try read(.list, found, name)
    // A list that stands in a text is a document of its own.
    guard found.kind == .list else { return try WireObject.list(elements, at: path(name)) }
    return try elements.map { element throws(WireFault) in
      try WireObject(element, below: top, at: topPlace)
    }
  }

  /// The objects of a list that may be missing, null or empty.
  func list(_ name: String) throws(WireFault) -> [WireObject] {
    value[name] == nil ? [] : try objects(name)
  }

  /// An object in a field; nil where the field is missing, null or empty.
  func object(_ name: String) throws(WireFault) -> WireObject? {
    guard let found = value[name], !found.isNothing else { return nil }
    return try WireObject(found, below: top, at: topPlace)
  }

  /// Says that a field is not what is wanted.
  func fault(_ name: String, _ reason: WireFault.Reason) -> WireFault {
    WireFault(field: path(name), reason: reason)
  }

  private func path(_ name: String) -> String { "\(place).\(name)" }

  private func read<Value>(
    _ type: WireType<Value>, _ found: JSONValue, _ name: String
  ) throws(WireFault) -> Value {
    guard let value = type.read(found) else {
      throw fault(name, .wrong(wanted: type.wanted))
    }
    return value
  }

  /// The elements of a list, each of which must be an object.
  static func list(_ elements: [JSONValue], at place: String) throws(WireFault) -> [WireObject] {
    var objects: [WireObject] = []
    objects.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      objects.append(try WireObject(element, at: "\(place)[\(index)]"))
    }
    return objects
  }
}

extension JSONValue {
  /// Whether it stands for nothing: null or an empty text.
  var isNothing: Bool { kind == .null || isEmptyText }
}
