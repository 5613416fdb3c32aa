import KohortOutbound
import Testing

struct MailFailureTests {
    @Test func `a failure is described by its codes`() {
        #expect(MailFailure(.declined, code: 550, status: "5.1.1").description == "declined 550 5.1.1")
        #expect(MailFailure(.signIn, code: 535).description == "sign_in 535")
        #expect(MailFailure(.timeout).description == "timeout")
    }
}
