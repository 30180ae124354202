extension Settings {
  /// A member of a dictionary of declared members; where it was left out, as its defaults have it.
  public func member(_ name: String, of key: String) -> WrittenValue? {
    if let set = members(key).first(where: { $0.name.text == name })?.value { return set }
    guard case .record(let declared) = self[key].key.shape,
      let member = declared.first(where: { $0.name == name })
    else { return nil }
    var check = ShapeCheck(key: key, isWorkedOut: true)
    let nothing = WrittenValue(.dictionary([]), at: Place(file: "default"))
    return check.read(nothing, as: member.shape)
  }
}
