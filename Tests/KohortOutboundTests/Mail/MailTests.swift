import KohortCore
import KohortOutbound
import Testing

struct MailTests {
    @Test func `failed deliveries go to the sender unless told otherwise`() throws {
        let elsewhere = try #require(EmailAddress("b+0190a6f2@kohort.example"))
        #expect(try Mail.sample().bounces == Mail.sample().from.address)
        #expect(try Mail.sample(bounces: elsewhere).bounces == elsewhere)
    }
}
