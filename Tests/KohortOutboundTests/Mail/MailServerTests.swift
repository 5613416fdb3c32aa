import Testing

@testable import KohortOutbound

struct MailServerTests {
    @Test func `the address names scheme, host, port and this machine`() throws {
        #expect(try MailServer(host: "smtp.example.org").url == "smtp://smtp.example.org:587/")
        #expect(
            try MailServer(host: "::1", port: 465, security: .tls, localName: "kohort.example.org").url
                == "smtps://[::1]:465/kohort.example.org")
    }

    @Test(arguments: [
        "", "a b", "a/b", "a@b", "a?b", "a#b", "a%2Fb", "a\r\nb", "å.example", String(repeating: "a", count: 254),
    ])
    func `a name that would change the address is refused`(name: String) {
        #expect(throws: MailServerProblem.host) { try MailServer(host: name) }
        #expect(throws: MailServerProblem.localName) { try MailServer(host: "localhost", localName: name) }
    }

    @Test func `ports run from 1 to 65535`() {
        for port in [0, -1, 65536] {
            #expect(throws: MailServerProblem.port) { try MailServer(host: "localhost", port: port) }
        }
        for port in [1, 65535] {
            #expect(throws: Never.self) { try MailServer(host: "localhost", port: port) }
        }
    }

    @Test func `a password never goes unencrypted`() throws {
        let credentials = try #require(MailCredentials(user: "kohort", password: "secret"))
        #expect(throws: MailServerProblem.passwordInClear) {
            try MailServer(host: "localhost", security: .none, credentials: credentials)
        }
        #expect(throws: Never.self) { try MailServer(host: "localhost", credentials: credentials) }
    }

    @Test func `timeouts are positive, in order and at most ten minutes`() {
        let wrong: [(Duration, Duration)] = [
            (.zero, .seconds(1)), (.seconds(2), .seconds(1)), (.seconds(1), .seconds(601)),
        ]
        for (connect, total) in wrong {
            #expect(throws: MailServerProblem.timeout) {
                try MailServer(host: "localhost", connectTimeout: connect, timeout: total)
            }
        }
        #expect(throws: Never.self) {
            try MailServer(host: "localhost", connectTimeout: .milliseconds(1), timeout: .seconds(600))
        }
    }
}
