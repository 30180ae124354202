import Market
import Scalars

extension CrossCheck {
  /// What quantities come to in lots of what is traded.
  mutating func checkMarket() {
    if settings.list("UNDERLYINGS").isEmpty {
      warn(
        "underlying", "UNDERLYINGS", "is empty: no size is checked against a lot",
        fix: "name what is traded, as in ['NIFTY']")
    }
    var seen: Set<String> = []
    for value in settings.list("UNDERLYINGS") {
      guard let name = value.text else { continue }
      guard seen.insert(name).inserted else {
        warn("underlying", "UNDERLYINGS", "names \(quoted(name)) twice", fix: "take one out")
        continue
      }
      let underlyings = circumstances.tables.underlyings
      guard underlyings.named(name)?.strikes != nil else {
        let near = nearest(to: name, in: underlyings.tradedNames).map { "did you mean '\($0)'?" }
        refuse(
          "underlying", "UNDERLYINGS", "\(quoted(name)) is no underlying that is traded",
          fix: near ?? "known are \(underlyings.tradedNames.joined(separator: ", "))")
        continue
      }
      checkLots(of: name)
    }
    checkSymbols()
  }

  private mutating func checkLots(of name: String) {
    guard let lot = currentLot(of: name), let most = settings.number("MAX_QUANTITY"),
      let base = settings.number(baseKey)
    else { return }
    let units = Number(lot)
    if most < units {
      warn(
        "lots", "MAX_QUANTITY",
        "is \(most), less than a lot of \(name), \(lot): nothing can ever trade",
        fix: "raise it to \(4 * lot) or more")
      return
    }
    if let lots = settings.number("MAX_LOTS"), lots < Number(4), settings["MAX_LOTS"].isSet {
      warn(
        "lots", "MAX_LOTS", "is \(lots): a reduction often leaves no lot",
        fix: "4 or more leave room")
    }
    if base < Number(4 * lot) {
      let lots = base.divided(by: units)?.rounded(.floor, decimals: 2) ?? Number(0)
      // What nobody chose is no mistake of anybody's, and a check that finds none is silent.
      let isChosen = settings[baseKey].isSet || settings["UNDERLYINGS"].isSet
      report(
        isChosen ? .warning : .note, "lots", baseKey,
        "is \(base), \(lots) times the lot of \(name), \(lot): a reduction often leaves none",
        fix: "\(4 * lot) or more leave room")
    }
    let quantities = Set([baseKey, "MAX_QUANTITY"]).sorted()
    for key in quantities {
      guard let quantity = settings.number(key), let lots = quantity.divided(by: units),
        !lots.isWhole
      else { continue }
      let whole = lots.rounded(.floor) * units ?? quantity
      report(
        .note, "lots", key,
        "is \(quantity), no multiple of the lot of \(name), \(lot); \(whole) is traded")
    }
    checkFreeze(of: name, most)
  }

  private mutating func checkFreeze(of name: String, _ most: Number) {
    guard settings["MAX_QUANTITY"].isSet,
      let freeze = try? circumstances.tables.freezes.quantity(of: name, on: circumstances.today),
      most > Number(freeze.units)
    else { return }
    report(
      .note, "lots", "MAX_QUANTITY",
      "is \(most); orders on \(name) above \(freeze.units) are cut into slices")
  }

  /// The lot of the contracts of an underlying that expire next; nil where the tables do not know it.
  func currentLot(of name: String) -> Int64? {
    let (tables, today) = (circumstances.tables, circumstances.today)
    guard let next = try? tables.expiries.coming(of: name, from: today) else { return nil }
    return (try? tables.lots.lot(of: name, expiring: next.day, on: today))?.units
  }

  private mutating func checkSymbols() {
    let reader = SymbolReader(circumstances.tables)
    for value in settings.list("CACHE_PRELOAD_SYMBOLS") {
      guard let symbol = value.text else { continue }
      do throws(SymbolProblem) {
        checkListing(of: symbol, try reader.contract(of: symbol))
      } catch {
        refuse(
          "symbol", "CACHE_PRELOAD_SYMBOLS", "\(quoted(symbol)): \(error.message)", fix: error.hint)
      }
    }
  }

  private mutating func checkListing(of symbol: String, _ resolved: ResolvedSymbol) {
    let (contract, key) = (resolved.contract, "CACHE_PRELOAD_SYMBOLS")
    if case .notListed(let nearest) = resolved.listing {
      let days = nearest.map(\.description).joined(separator: " and ")
      warn(
        "symbol", key,
        "\(quoted(symbol)): no contracts on \(contract.underlying) expire on \(contract.expiry)",
        fix: days.isEmpty ? nil : "the nearest are \(days)")
    } else if contract.expiry < circumstances.today {
      report(.note, "symbol", key, "\(quoted(symbol)) expired on \(contract.expiry)")
    }
  }
}
