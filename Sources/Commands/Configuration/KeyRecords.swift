import Configuration

/// The keys of the configuration, their values and their differences as records.
enum KeyRecords {
  /// All keys as they are declared, with those that are no longer used behind the ones of their group.
  static func declared() -> MadeRecords {
    var records = MadeRecords([
      .init("key"), .init("group"), .init("expected"), .init("unit"), .init("default"),
      .init("frozen"), .init("secret"), .init("other_names"), .init("meaning"),
    ])
    for group in KeyGroup.all {
      for key in group.keys {
        records.add([
          .text(key.name), .text(group.title), .text(key.shape.wanted),
          key.shape.unit.isEmpty ? .null : .text(key.shape.unit), .text(key.standard),
          .boolean(key.isFrozen), .boolean(key.isSecret), .texts(key.otherNames),
          .text(key.meaning),
        ])
      }
      for key in group.retired {
        records.add([
          .text(key.name), .text(group.title), .text("no longer used"), .null, .null,
          .boolean(false), .boolean(false), .texts([]), .text(key.instead),
        ])
      }
    }
    return records
  }

  /// The value of each key with who has set it.
  static func effective(_ settings: Settings) -> MadeRecords {
    var records = MadeRecords([.init("key"), .init("value"), .init("source"), .init("group")])
    for group in KeyGroup.all {
      for setting in group.keys.map({ settings[$0] }) {
        records.add([
          .text(setting.key.name), .text(setting.shown), .text(setting.source.description),
          .text(group.title),
        ])
      }
    }
    return records
  }

  /// The keys that differ between two configurations.
  static func differences(_ first: Settings, _ second: Settings) -> MadeRecords {
    var records = MadeRecords([
      .init("key"), .init("first"), .init("second"), .init("first_source"), .init("second_source"),
    ])
    for (one, other) in zip(first.all, second.all) where one.value != other.value {
      records.add([
        .text(one.key.name), .text(one.shown), .text(other.shown),
        .text(one.source.description), .text(other.source.description),
      ])
    }
    return records
  }
}
