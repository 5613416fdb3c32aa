import Configuration
import KohortCore
import KohortOutbound

/// Where mail goes out: the `kohort.mail` settings. Without a host mail waits in the outbox.
package struct MailSettings: Sendable {
    package var server: MailServer
    /// Who mail comes from where a consortium has no sender of its own.
    package var from: EmailAddress

    init?(_ reader: ConfigReader) throws {
        guard let host = reader.string(forKey: "host") else { return nil }
        let security = reader.string(forKey: "security", default: MailServer.Security.startTLS.rawValue)
        guard let security = MailServer.Security(rawValue: security) else {
            let allowed = MailServer.Security.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsProblem(key: "mail.security", found: security, allowed: allowed)
        }
        let address = reader.string(forKey: "from", default: "")
        guard let from = EmailAddress(address) else {
            throw SettingsProblem(key: "mail.from", found: address, allowed: "an email address")
        }
        self.from = from
        do {
            server = try MailServer(
                host: host, port: try Settings.number(reader, "port", of: "mail", default: 587, in: 1...65_535),
                security: security, credentials: Self.credentials(reader),
                authorities: reader.string(forKey: "authorities"), localName: reader.string(forKey: "localName"))
        } catch let problem as MailServerProblem {
            throw SettingsProblem(key: "mail", found: host, allowed: "\(problem)")
        }
    }

    private static func credentials(_ reader: ConfigReader) -> MailCredentials? {
        guard let user = reader.string(forKey: "user"),
            let password = reader.string(forKey: "password", isSecret: true)
        else { return nil }
        return MailCredentials(user: user, password: password)
    }
}
