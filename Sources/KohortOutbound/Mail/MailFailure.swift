/// Why a mail was not sent, in codes alone: a server's own words may quote the recipient and are not kept.
package struct MailFailure: Hashable, Sendable, Codable, CustomStringConvertible {
    package enum Cause: String, Sendable, Codable, CaseIterable {
        /// A header value of the mail holds a control character.
        case unwritable
        /// The server's host name does not resolve.
        case unresolved
        /// No connection, or none that lasted.
        case unreachable
        case timeout
        /// The server offers no encryption, or none that works.
        case encryption
        /// The server's certificate is not trusted, or is for another host.
        case certificate
        /// The server did not accept the user and password, or wants some.
        case signIn = "sign_in"
        /// The server declined to talk before any mail was named.
        case session
        /// The server declined the sender, the recipient or the message.
        case declined
        /// A fault on this side: memory, or a setting that curl does not take.
        case local
    }

    package let cause: Cause
    /// The SMTP reply code (RFC 5321 §4.2), such as 550.
    package let code: Int?
    /// The enhanced status code (RFC 3463), such as `5.1.1`.
    package let status: String?

    package init(_ cause: Cause, code: Int? = nil, status: String? = nil) {
        self.cause = cause
        self.code = code
        self.status = status
    }

    /// For logs: `declined 550 5.1.1`.
    package var description: String {
        [cause.rawValue, code.map(String.init), status].compactMap(\.self).joined(separator: " ")
    }
}
