import KohortOutbound
import Testing

struct MailIDTests {
    @Test(arguments: ["a@b", "0190a6f2-7c1d@localhost", "a.b+c@mail.example.org"])
    func `two dot-atoms make a message id`(text: String) throws {
        #expect(try #require(MailID(text)).description == text)
    }

    @Test(arguments: ["", "a", "a@", "@b", "a@b@c", "a b@c", "<a@b>", "a@b>\r\nX: y", "a..b@c", ".a@b", "a@b.", "å@b"])
    func `anything else is refused`(text: String) {
        #expect(MailID(text) == nil)
    }

    @Test func `250 bytes are the limit`() {
        #expect(MailID(String(repeating: "a", count: 248) + "@b") != nil)
        #expect(MailID(String(repeating: "a", count: 249) + "@b") == nil)
    }
}
