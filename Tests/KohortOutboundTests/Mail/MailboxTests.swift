import KohortCore
import KohortOutbound
import Testing

struct MailboxTests {
    @Test func `an empty name is none`() throws {
        let address = try #require(EmailAddress("kari@example.org"))
        #expect(Mailbox(address, name: "") == Mailbox(address))
        #expect(Mailbox(address, name: "Kari").name == "Kari")
    }
}
