import Brokers
import Market
import Scalars
import Testing

@Suite struct AccountTests {
  @Test(arguments: [
    #"["NSE","BSE","NFO"]"#, #""[\"NSE\",\"BSE\",\"NFO\"]""#, #""[ \"NSE\", \"BSE\", \"NFO\" ]""#,
  ])
  func readsListsThatAreTexts(exchanges: String) throws {
    let data = try json(
      #"{"clientcode":"A1","name":"X Y","email":"","mobileno":"","exchanges":\#(exchanges),"products":[],"brokerid":"B2C"}"#
    )
    let profile = try SmartAPIDecoding.profile(data)
    #expect(profile.exchanges == ["NSE", "BSE", "NFO"] && profile.products.isEmpty)
    #expect(profile.clientCode == "A1" && profile.name == "X Y")
  }

  @Test(arguments: [#""NSE,BSE""#, "7", "{}", "[{}]", #""{}""#, #""[1,]""#])
  func refusesWhatIsNoList(exchanges: String) throws {
    let data = try json(#"{"clientcode":"A1","exchanges":\#(exchanges)}"#)
    #expect(throws: WireFault.self) { try SmartAPIDecoding.profile(data) }
  }

  /// The figures of a live account.
  private static let funds = """
    {"net":"2198702.25","availablecash":"2198702.25","availableintradaypayin":"0.00","availablelimitmargin":"0.00",
    "collateral":"0.00","m2munrealized":"0.00","m2mrealized":"0.00","utiliseddebits":"1697.17","utilisedspan":null,
    "utilisedoptionpremium":null,"utilisedpayout":"2042102.03"}
    """

  @Test func keepsRawFieldsBesideDerivedOnes() throws {
    let funds = try SmartAPIDecoding.funds(json(Self.funds))
    #expect(funds.fields.count == 11 && funds.fields[0].name == "net")
    #expect(funds["utiliseddebits"] == paise(169_717) && funds["utilisedspan"] == nil)
    let derived = try #require(funds.derived)
    #expect(derived.available == paise(219_870_225) && derived.pledged == paise(15_660_022))
    #expect(derived.cash == paise(204_379_920))
    let part = try SmartAPIDecoding.funds(
      json(Self.funds.replacing(#""utilisedpayout":"2042102.03""#, with: #""utilisedpayout":null"#))
    )
    #expect(part.derived == nil && part["net"] == paise(219_870_225))
  }

  @Test(arguments: [
    ("{}", "availablecash"), (#"{"availablecash":null}"#, "availablecash"),
    (#"{"availablecash":"1.005"}"#, "availablecash"), (#"{"availablecash":1,"net":"x"}"#, "net"),
    (#"{"availablecash":"99999999999999999999"}"#, "availablecash"),
    (#"{"availablecash":1000000000000000}"#, "availablecash"),
  ])
  func fundsThatCannotBeReadAreNotZero(text: String, field: String) throws {
    let data = try json(text)
    #expect {
      try SmartAPIDecoding.funds(data)
    } throws: {
      ($0 as? WireFault)?.field == "data.\(field)"
    }
  }

  @Test func readsAMargin() throws {
    let margin = try SmartAPIDecoding.margin(
      json(
        """
        {"totalMarginRequired":29612.35,"marginComponents":{"netPremium":5060.0,"spanMargin":0.0,
        "marginBenefit":79876.5,"deliveryMargin":0.0,"nonNFOMargin":0.0,"totOptionsPremium":10100.123},
        "marginBreakup":[],"optionsBuy":{"totOptionsPremium":1.0,"optionDetails":[]}}
        """))
    #expect(margin.total == (try number("29612.35")))
    #expect(margin["marginBenefit"] == (try number("79876.5")) && margin["spanMargin"] == Number(0))
    #expect(margin["totOptionsPremium"] == (try number("10100.123")))
    #expect(throws: WireFault(field: "data.totalMarginRequired", reason: .missing)) {
      try SmartAPIDecoding.margin(json("{}"))
    }
  }

  @Test func readsCharges() throws {
    let charges = try SmartAPIDecoding.charges(
      json(
        """
        {"summary":{"total_charges":3.0796,"trade_value":16000,"breakup":[
        {"name":"Angel One Brokerage","amount":0.0,"msg":"","breakup":[]},
        {"name":"External Charges","amount":2.976,"msg":"","breakup":[
        {"name":"Exchange Transaction Charges","amount":0.56,"msg":"","breakup":[]},
        {"name":"Stamp Duty","amount":2.4,"msg":""},{"name":"SEBI Fees","amount":"0.016"},
        {"name":"A Fee of Tomorrow","amount":0}]},
        {"name":"Taxes","amount":0.1036,"breakup":[{"name":"GST","amount":0.1036}]}]},"charges":[]}
        """))
    #expect(charges.total == (try number("3.0796")) && charges.tradeValue == Number(16_000))
    #expect(charges.items.map(\.name) == ["Angel One Brokerage", "External Charges", "Taxes"])
    #expect(charges.named("SEBI Fees")?.amount == (try number("0.016")))
    #expect(charges.named("A Fee of Tomorrow") != nil && charges.named("STT") == nil)
    #expect(throws: WireFault(field: "data.summary", reason: .missing)) {
      try SmartAPIDecoding.charges(json(#"{"charges":[]}"#))
    }
  }
}
