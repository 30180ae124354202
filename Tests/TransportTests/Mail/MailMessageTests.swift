import Foundation
import Scalars
import TestSupport
import Testing

@testable import Transport

@Suite struct MailMessageTests {
  private func mail(
    from sender: String = "a@b", to recipients: [String] = ["c@d"], subject: String = "s",
    text: String = "t"
  ) -> Mail {
    var random = SplitMix64(seed: 1)
    let date = Timestamp(milliseconds: 1_795_168_800_000)
    return Mail(
      from: sender, to: recipients, subject: subject, text: text, date: date,
      identifier: MailIdentifier(date: date, using: &random))
  }

  @Test func isWrittenAsTheStandardSays() throws {
    let message = try mail(to: ["c@d", "e@f"], subject: "₹", text: "a\n₹").message(host: "h")
    let identifier = mail().identifier.text
    #expect(
      String(decoding: message, as: UTF8.self)
        == [
          "Date: Fri, 20 Nov 2026 15:30:00 +0530", "From: <a@b>", "To: <c@d>,", " <e@f>",
          "Message-ID: <\(identifier)>", "Subject: =?utf-8?B?4oK5?=", "MIME-Version: 1.0",
          "Content-Type: text/plain; charset=utf-8",
          "Content-Transfer-Encoding: quoted-printable", "Auto-Submitted: auto-generated", "", "a",
          "=E2=82=B9", "",
        ].joined(separator: "\r\n"))
  }

  @Test(arguments: ["a\r\nBcc: x@y", "a\nb", "a\rb", "a\0b", "a\tb", "a\u{85}b", "\u{7F}"])
  func refusesASubjectOfMoreThanALine(subject: String) {
    #expect(throws: TransportError.unsendable(host: "h", .header)) {
      try mail(subject: subject).message(host: "h")
    }
  }

  @Test(arguments: [
    "", "a b", "a@b>\r\nRCPT TO:<x@y", "a@b\n", "<a@b>", "a@b,c@d", "ä@b", "a@b\0", "a\"b@c",
    String(repeating: "a", count: 255),
  ])
  func refusesAddressesThatWouldBeMore(address: String) {
    #expect(throws: TransportError.unsendable(host: "h", .mailAddress)) {
      try mail(from: address).message(host: "h")
    }
    #expect(throws: TransportError.unsendable(host: "h", .mailAddress)) {
      try mail(to: ["a@b", address]).message(host: "h")
    }
  }

  @Test func refusesAMailToNobody() {
    #expect(throws: TransportError.unsendable(host: "h", .noRecipient)) {
      try mail(to: []).message(host: "h")
    }
  }

  @Test func isToldApartByTheSeedAndTheDate() {
    let date = Timestamp(milliseconds: 1_795_168_800_000)
    let later = Timestamp(milliseconds: 1_795_168_800_001)
    let made = [(date, 1), (date, 1), (date, 2), (later, 1)].map { date, seed in
      var random = SplitMix64(seed: UInt64(seed))
      return MailIdentifier(date: date, using: &random)
    }
    #expect(made[0] == made[1] && made[0] != made[2] && made[0] != made[3])
  }

  @Test func showsNothingOfItself() {
    Canary.expectNone(in: mail(subject: Canary.text, text: Canary.text))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func base64IsThatOfFoundation(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for count in 0..<50 {
      let bytes = random.bytes(count)
      #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func linesStayShort(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let scalars = (0..<200).map { _ in
        ["a", "=", " ", "₹", "\t", "\n", ".", "न"][Int.random(in: 0..<8, using: &random)]
      }
      let text = scalars.joined()
      let lines = QuotedPrintable.bytes(text).split(
        separator: 0x0A, omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= 77 })
      let subject = text.replacing("\n", with: " ").replacing("\t", with: " ")
      let words = EncodedWords.text(subject).split(separator: "\r\n ")
      #expect(words.allSatisfy { $0.utf8.count <= 75 || words.count == 1 })
    }
  }
}
