import KohortCore
import Testing

struct EmailAddressTests {
    @Test(arguments: [
        "kim@example.com", "kim.lund+tag@mail.example.com", "o'neil@example.com", "a@b.se", "1@2.se",
        "KIM@Example.COM", "{kim}@x-y.example",
    ])
    func `a plain address is read as it is written`(text: String) throws {
        #expect(try #require(EmailAddress(text)).text == text)
    }

    @Test(arguments: [
        "kim@example.com\r\nBcc: x@example.com", "kim@example.com\r\n", "kim\r\n@example.com", "kim@example.com\n",
        "kim@example.com\r", "kim@example.com\u{0}", "kim\u{0}@example.com", "kim@exam\u{0}ple.com",
        "kim@example.com\t",
    ])
    func `a control character is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test(arguments: [
        "e\u{301}@example.com", "kim@\u{301}example.com", "kim@example.com\u{301}", "kim@example.\u{301}com",
        "kim.\u{301}@example.com", "kim@example\u{200D}.com", "åsa@example.com", "kim@exåmple.com", "ｋim@example.com",
    ])
    func `a combining mark or a letter beyond ASCII is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test(arguments: [
        "", "@", "kim", "kim@", "@example.com", "kim@lund@example.com", "kim@@example.com", "kim lund@example.com",
        "kim@example .com", "<kim@example.com>", "kim@example.com,a@example.com", "\"kim\"@example.com",
        ".kim@example.com", "kim.@example.com", "kim..lund@example.com", "kim@example", "kim@example.c",
        "kim@.example.com", "kim@example.com.", "kim@example..com", "kim@-example.com", "kim@example-.com",
        "kim@exam_ple.com", "kim@[127.0.0.1]",
    ])
    func `what is not of the form local@domain is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test(arguments: [(61, true), (62, false)])
    func `an address has 254 bytes at most`(lastLabel: Int, isAddress: Bool) {
        let labels = [63, 63, lastLabel].map { String(repeating: "b", count: $0) }
        let text = String(repeating: "a", count: 64) + "@" + labels.joined(separator: ".")
        #expect(text.utf8.count == 193 + lastLabel)
        #expect((EmailAddress(text) != nil) == isAddress)
    }

    @Test(arguments: [(64, 63, true), (65, 63, false), (64, 64, false)])
    func `a local part has 64 bytes and a label 63 at most`(local: Int, label: Int, isAddress: Bool) {
        let text = String(repeating: "a", count: local) + "@" + String(repeating: "b", count: label) + ".se"
        #expect((EmailAddress(text) != nil) == isAddress)
    }

    @Test func `spaces around an address are trimmed`() throws {
        #expect(try #require(EmailAddress("  kim@example.com ")).text == "kim@example.com")
    }

    @Test func `addresses that differ in case alone are the same one`() throws {
        let written = try #require(EmailAddress("Kim@Example.COM"))
        let lower = try #require(EmailAddress("kim@example.com"))
        #expect(written == lower)
        #expect(Set([written, lower]).count == 1)
        #expect(written.description == "Kim@Example.COM")
        #expect(written.key == "kim@example.com")
        #expect(try written != #require(EmailAddress("kim@example.org")))
    }

    @Test func `an address is stored as written, and what is none is not read back`() throws {
        let address = try #require(EmailAddress("Kim@example.com"))
        #expect(try stored(address) == "\"Kim@example.com\"")
        #expect(try read("\"Kim@example.com\"", as: EmailAddress.self).text == "Kim@example.com")
        #expect(throws: DecodingError.self) { try read("\"kim@example.com\\r\\n\"", as: EmailAddress.self) }
    }
}
