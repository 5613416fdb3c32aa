import KohortCore
import KohortOutbound
import Testing

/// Against real servers: what arrives, and what the sender is told when it does not.
@Suite(.enabled(if: Python.hasServer, "\(Python.missing)"))
struct CurlMailerTests {
    @Test func `a mail arrives whole, with one recipient`() async throws {
        try await SMTPReceiver.run { receiver in
            let bounces = try Mail.address("b+0190a6f2@kohort.example")
            let outcome = try await receiver.plain.send(.sample(bounces: bounces))
            #expect(outcome == .sent)
            #expect(
                try receiver.mails == [
                    .sample.delivered(from: "b+0190a6f2@kohort.example", to: "ase.bjork@example.org")
                ])
            #expect(receiver.wire.hasPrefix("EHLO kohort.example\r\n"))
            #expect(receiver.wire.contains("\r\n..punktum"))
            #expect(receiver.commands.filter { $0.hasPrefix("RCPT") } == ["RCPT TO:<ase.bjork@example.org>"])
        }
    }

    @Test func `a long text of dots arrives as it was`() async throws {
        let text = String(repeating: ".\n..\n.. .\n", count: 20_000)
        try await SMTPReceiver.run { receiver in
            let outcome = try await receiver.plain.send(.sample(text: text))
            #expect(outcome == .sent)
            #expect(try receiver.mails.map { $0.parts[0][1] } == [text.replacing("\n", with: "\r\n")])
        }
    }

    @Test func `many mails at once each go to their own`() async throws {
        try await SMTPReceiver.run { receiver in
            let mailer = try receiver.plain
            let outcomes = await withTaskGroup(of: MailOutcome?.self) { group in
                for number in 0..<20 {
                    group.addTask { try? await mailer.send(.sample(subject: "Number \(number)")) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes == Array(repeating: .sent, count: 20))
            let subjects = try receiver.mails.compactMap { mail in mail.headers.first { $0[0] == "Subject" }?[1] }
            #expect(Set(subjects) == Set((0..<20).map { "Number \($0)" }))
        }
    }

    @Test(arguments: ["Kari\r\nBcc: evil@example.net", "Kari\r\n.\r\nMAIL FROM:<evil@example.net>", "Kari\nX: y", "\0"])
    func `a line break in a name or subject puts nothing on the wire`(text: String) async throws {
        try await SMTPReceiver.run { receiver in
            let mailer = try receiver.plain
            let mails = try [Mail.sample(subject: text), .sample(to: text), .sample(from: text)]
            for mail in mails {
                #expect(await mailer.send(mail) == .refused(MailFailure(.unwritable)))
            }
            #expect(receiver.wire == "")
        }
    }

    @Test func `lines of SMTP in a text stay text`() async throws {
        let text = "x\r\n.\r\nRSET\r\nMAIL FROM:<evil@example.net>\r\n"
        try await SMTPReceiver.run { receiver in
            let outcome = try await receiver.plain.send(.sample(text: text))
            #expect(outcome == .sent)
            #expect(try receiver.mails.map { $0.parts[0][1] } == [text])
            #expect(receiver.commands.filter { $0.hasPrefix("MAIL") }.count == 1)
        }
    }
}

extension SMTPReceiver {
    /// Without encryption.
    var plain: CurlMailer {
        get throws { CurlMailer(server: try server(security: .none)) }
    }

    func server(
        host: String = "localhost", security: MailServer.Security, credentials: MailCredentials? = nil,
        authorities: String? = nil, timeout: Duration = .seconds(20)
    ) throws -> MailServer {
        try MailServer(
            host: host, port: port, security: security, credentials: credentials, authorities: authorities,
            localName: "kohort.example", connectTimeout: min(timeout, .seconds(10)), timeout: timeout)
    }

    /// What was sent outside of messages.
    var commands: [String] {
        var inMessage = false
        return wire.split(separator: "\r\n", omittingEmptySubsequences: false).compactMap { line in
            defer { inMessage = inMessage ? line != "." : line == "DATA" }
            return inMessage ? nil : String(line)
        }
    }
}
