import KohortCore
import KohortOutbound
import Testing

@Suite(.enabled(if: Python.hasServer, "\(Python.missing)"))
struct CurlMailerFailureTests {
    @Test(arguments: ["--mail", "--rcpt", "--data"])
    func `a reply of 4xx asks to try again, and the next attempt is taken`(command: String) async throws {
        try await SMTPReceiver.run(command, "451 4.7.1 ase.bjork@example.org, try later") { receiver in
            let mailer = try receiver.plain
            let failure = MailFailure(.declined, code: 451, status: "4.7.1")
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .retry(failure))
            #expect(try receiver.mails == [])
            let next = try await mailer.send(.sample())
            #expect(next == .sent)
            #expect(try receiver.mails.count == 1)
        }
    }

    @Test(arguments: ["--mail", "--rcpt", "--data"])
    func `a reply of 5xx is final`(command: String) async throws {
        try await SMTPReceiver.run(command, "550 5.1.1 <ase.bjork@example.org>: no such person") { receiver in
            let failure = MailFailure(.declined, code: 550, status: "5.1.1")
            let outcome = try await receiver.plain.send(.sample())
            #expect(outcome == .refused(failure))
            #expect(try receiver.mails == [])
        }
    }

    @Test(arguments: [("554 ase.bjork@example.org", String?.none), ("554-5.7.1 no\r\n554 5.6.0 never", "5.6.0")])
    func `the server's words are not kept, its codes are`(reply: String, status: String?) async throws {
        try await SMTPReceiver.run("--rcpt", reply) { receiver in
            let failure = MailFailure(.declined, code: 554, status: status)
            let outcome = try await receiver.plain.send(.sample())
            #expect(outcome == .refused(failure))
            #expect(!"\(failure)".contains("ase"))
        }
    }

    @Test(arguments: [("554 5.3.2 no mail here", 554, "5.3.2"), ("421 4.3.2 closing", 421, "4.3.2")])
    func `a greeting that declines is not the mail's fault`(greeting: String, code: Int, status: String) async throws {
        try await SMTPReceiver.run("--greeting", greeting) { receiver in
            let failure = MailFailure(.session, code: code, status: status)
            let outcome = try await receiver.plain.send(.sample())
            #expect(outcome == .retry(failure))
        }
    }

    @Test(arguments: [["--greeting", "none"], ["--stall", "MAIL"], ["--stall", "DATA"]])
    func `a server that hangs is left`(arguments: [String]) async throws {
        try await SMTPReceiver.run(arguments[0], arguments[1]) { receiver in
            let mailer = CurlMailer(server: try receiver.server(security: .none, timeout: .milliseconds(700)))
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .retry(MailFailure(.timeout)))
            #expect(try receiver.mails == [])
        }
    }

    @Test func `a server that asks for the message and does not read it is left`() async throws {
        let text = String(repeating: "lang ", count: 800_000)
        try await SMTPReceiver.run("--deaf") { receiver in
            let mailer = CurlMailer(server: try receiver.server(security: .none, timeout: .milliseconds(700)))
            let outcome = try await mailer.send(.sample(text: text))
            #expect(outcome == .retry(MailFailure(.timeout)))
        }
    }

    @Test func `a mail that was taken counts as sent though the farewell hangs`() async throws {
        try await SMTPReceiver.run("--stall", "QUIT") { receiver in
            let mailer = CurlMailer(server: try receiver.server(security: .none, timeout: .seconds(5)))
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .sent)
            #expect(try receiver.mails.count == 1)
        }
    }

    @Test func `nobody at the port, or no such host, is tried again`() async throws {
        let gone = CurlMailer(server: try MailServer(host: "127.0.0.1", port: 1, security: .none))
        let outcome = try await gone.send(.sample())
        #expect(outcome == .retry(MailFailure(.unreachable)))
        let unknown = CurlMailer(server: try MailServer(host: "mail.invalid"))
        let other = try await unknown.send(.sample())
        #expect(other == .retry(MailFailure(.unresolved)))
    }
}
