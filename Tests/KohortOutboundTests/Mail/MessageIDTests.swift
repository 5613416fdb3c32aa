import KohortOutbound
import Testing

struct MessageIDTests {
    @Test(arguments: ["a@b", "0190a6f2-7c1d@localhost", "a.b+c@mail.example.org"])
    func `two dot-atoms make a message id`(text: String) throws {
        #expect(try #require(MessageID(text)).description == text)
    }

    @Test(arguments: ["", "a", "a@", "@b", "a@b@c", "a b@c", "<a@b>", "a@b>\r\nX: y", "a..b@c", ".a@b", "a@b.", "å@b"])
    func `anything else is refused`(text: String) {
        #expect(MessageID(text) == nil)
    }

    @Test func `250 bytes are the limit`() {
        #expect(MessageID(String(repeating: "a", count: 248) + "@b") != nil)
        #expect(MessageID(String(repeating: "a", count: 249) + "@b") == nil)
    }
}
