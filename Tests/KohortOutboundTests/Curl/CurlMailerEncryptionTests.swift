import KohortCore
import KohortOutbound
import Testing

@Suite(.enabled(if: Python.hasServer, "\(Python.missing)"))
struct CurlMailerEncryptionTests {
    @Test func `STARTTLS with an authority that is trusted carries the mail`() async throws {
        try await SMTPReceiver.run("--starttls") { receiver in
            let mailer = CurlMailer(server: try receiver.server(security: .startTLS, authorities: receiver.authority))
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .sent)
            #expect(
                try receiver.mails == [.sample.delivered(from: "post@kohort.example", to: "ase.bjork@example.org")])
            #expect(receiver.commands.prefix(3) == ["EHLO kohort.example", "STARTTLS", "EHLO kohort.example"])
        }
    }

    @Test func `TLS from the first byte carries the mail`() async throws {
        try await SMTPReceiver.run("--smtps") { receiver in
            let mailer = CurlMailer(server: try receiver.server(security: .tls, authorities: receiver.authority))
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .sent)
            #expect(try receiver.mails.count == 1)
        }
    }

    @Test func `a certificate that nobody vouches for gets no mail`() async throws {
        try await SMTPReceiver.run("--starttls") { receiver in
            let mailer = CurlMailer(server: try receiver.server(security: .startTLS))
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .retry(MailFailure(.certificate)))
            #expect(receiver.commands == ["EHLO kohort.example", "STARTTLS", ""])
        }
    }

    @Test func `a certificate for another host gets no mail`() async throws {
        try await SMTPReceiver.run("--starttls") { receiver in
            let mailer = CurlMailer(
                server: try receiver.server(
                    host: "127.0.0.1", security: .startTLS, authorities: receiver.authority))
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .retry(MailFailure(.certificate)))
            #expect(receiver.commands == ["EHLO kohort.example", "STARTTLS", ""])
        }
    }

    @Test func `a server that offers no encryption gets no mail where it is required`() async throws {
        try await SMTPReceiver.run { receiver in
            let mailer = CurlMailer(server: try receiver.server(security: .startTLS))
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .retry(MailFailure(.encryption)))
            #expect(receiver.commands == ["EHLO kohort.example", ""])
        }
    }

    @Test func `an authority file that is not there is trouble with the certificate`() async throws {
        try await SMTPReceiver.run("--starttls") { receiver in
            let mailer = CurlMailer(
                server: try receiver.server(security: .startTLS, authorities: receiver.authority + ".missing"))
            let outcome = try await mailer.send(.sample())
            #expect(outcome == .retry(MailFailure(.certificate)))
        }
    }

    @Test func `user and password are shown to the server, and a wrong one is not the mail's fault`() async throws {
        try await SMTPReceiver.run("--starttls", "--password", "right horse") { receiver in
            let right = try await receiver.signedIn("right horse").send(.sample())
            let wrong = try await receiver.signedIn("wrong").send(.sample())
            let none = try await receiver.signedIn(nil).send(.sample())
            #expect(right == .sent)
            #expect(wrong == .retry(MailFailure(.signIn, code: 535, status: "5.7.8")))
            #expect(none == .retry(MailFailure(.signIn, code: 530, status: "5.7.0")))
            #expect(try receiver.mails.count == 1)
        }
    }
}

extension SMTPReceiver {
    fileprivate func signedIn(_ password: String?) throws -> CurlMailer {
        let credentials = password.flatMap { MailCredentials(user: "kohort", password: $0) }
        return CurlMailer(
            server: try server(security: .startTLS, credentials: credentials, authorities: authority))
    }
}
