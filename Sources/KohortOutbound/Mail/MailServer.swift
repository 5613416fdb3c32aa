import KohortCore

/// The server that takes the mail: a relay or a submission service, and how it is spoken to.
package struct MailServer: Hashable, Sendable {
    package enum Security: String, Sendable, CaseIterable {
        /// TLS by STARTTLS, required: without it no mail is sent (port 587, RFC 6409).
        case startTLS = "starttls"
        /// TLS from the first byte (port 465, RFC 8314).
        case tls
        /// No encryption; for a relay on the same machine or network only.
        case none
    }

    package let host: String
    package let port: Int
    package let security: Security
    package let credentials: MailCredentials?
    /// A PEM file of the authorities to trust instead of the system's.
    package let authorities: String?
    /// What this machine calls itself in EHLO; its host name unless given.
    package let localName: String?
    package let connectTimeout: Duration
    /// For one mail from name look-up to the server's last reply.
    package let timeout: Duration

    /// Refuses what cannot be used, with the setting that is wrong.
    package init(
        host: String, port: Int = 587, security: Security = .startTLS, credentials: MailCredentials? = nil,
        authorities: String? = nil, localName: String? = nil,
        connectTimeout: Duration = .seconds(10), timeout: Duration = .seconds(20)
    ) throws(MailServerProblem) {
        guard Self.isHost(host) else { throw .host }
        guard (1...65535).contains(port) else { throw .port }
        guard localName.map(Self.isHost) ?? true else { throw .localName }
        guard credentials == nil || security != .none else { throw .passwordInClear }
        guard .milliseconds(1) <= connectTimeout, connectTimeout <= timeout, timeout <= .seconds(600) else {
            throw .timeout
        }
        self.host = host
        self.port = port
        self.security = security
        self.credentials = credentials
        self.authorities = authorities
        self.localName = localName
        self.connectTimeout = connectTimeout
        self.timeout = timeout
    }

    /// A host name or an IPv4 or IPv6 address: nothing that could change a URL's meaning.
    private static func isHost(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isAlphanumeric || "-.:".utf8.contains($0) }
    }

    /// `smtp://host:port/localname`, as curl reads it.
    var url: String {
        let scheme = security == .tls ? "smtps" : "smtp"
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(name):\(port)/\(localName ?? "")"
    }
}

/// Which setting of a mail server cannot be used.
package enum MailServerProblem: String, Error, Sendable {
    /// Not a host name or address of at most 253 bytes.
    case host
    /// Not 1–65535.
    case port
    case localName = "local_name"
    /// A password with no encryption to carry it.
    case passwordInClear = "password_in_clear"
    /// Not 1 ms ≤ connect timeout ≤ timeout ≤ 600 s.
    case timeout
}
