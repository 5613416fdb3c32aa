import KohortOutbound
import Testing

struct MailCredentialsTests {
    @Test func `the password shows in no description`() throws {
        let credentials = try #require(MailCredentials(user: "kohort", password: "hemmelig"))
        let server = try MailServer(host: "localhost", credentials: credentials)
        var dumped = ""
        dump(server, to: &dumped)
        #expect(!"\(server) \(String(reflecting: server)) \(dumped)".contains("hemmelig"))
    }

    @Test func `what SMTP cannot carry is refused`() {
        for wrong in ["", "a\0b", "a\r\nb", String(repeating: "x", count: 1001)] {
            #expect(MailCredentials(user: wrong, password: "secret") == nil)
            #expect(MailCredentials(user: "kohort", password: wrong) == nil)
        }
        #expect(MailCredentials(user: "kohort", password: String(repeating: "ø", count: 500)) != nil)
    }
}
