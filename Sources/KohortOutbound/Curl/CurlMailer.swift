import CCurl
import KohortCore

/// Sends mail over SMTP with libcurl, one connection a mail, on threads of its own.
package struct CurlMailer: Mailer {
    private let server: MailServer
    private let threads: BlockingThreads

    /// `threads` is how many mails are under way at most; the others wait their turn.
    package init(server: MailServer, threads: Int = 2) {
        self.server = server
        self.threads = BlockingThreads(count: max(1, threads))
    }

    /// Returns within about the server's timeout once begun; cancelling does not cut it short.
    package func send(_ mail: Mail) async -> MailOutcome {
        do {
            let message = try MIMEMessage(mail)
            return await threads.run { [server] in Self.deliver(message, of: mail, to: server) }
        } catch {
            return .refused(MailFailure(.unwritable))
        }
    }

    private static func deliver(_ message: MIMEMessage, of mail: Mail, to server: MailServer) -> MailOutcome {
        do {
            let handle = try CurlHandle()
            try configure(handle, for: server)
            return MailOutcome(
                ccurl_deliver(
                    handle.raw, mail.bounces.text, mail.to.address.text, message.bytes, message.bytes.count))
        } catch {
            return .retry(MailFailure(.local))
        }
    }

    private static func configure(_ handle: borrowing CurlHandle, for server: MailServer) throws(CurlError) {
        try handle.set(CURLOPT_URL, to: server.url)
        try handle.set(CURLOPT_PROTOCOLS_STR, to: "smtp,smtps")
        // Empty, not unset: curl would take one from the environment.
        try handle.set(CURLOPT_PROXY, to: "")
        // Signals are the process's, and their handlers are not safe with threads.
        try handle.set(CURLOPT_NOSIGNAL, to: 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, to: server.connectTimeout)
        try handle.set(CURLOPT_TIMEOUT_MS, to: server.timeout)
        // The total does not count while curl says goodbye; this bounds the wait for each reply, in whole seconds.
        try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, to: max(1, Int(server.timeout / .seconds(1))))
        try secure(handle, for: server)
    }

    private static func secure(_ handle: borrowing CurlHandle, for server: MailServer) throws(CurlError) {
        let encryption = server.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try handle.set(CURLOPT_USE_SSL, to: Int(encryption.rawValue))
        try handle.set(CURLOPT_SSLVERSION, to: CURL_SSLVERSION_TLSv1_2)
        try handle.set(CURLOPT_SSL_VERIFYPEER, to: 1)
        try handle.set(CURLOPT_SSL_VERIFYHOST, to: 2)
        try handle.trust(server.authorities)
        if let credentials = server.credentials {
            try handle.set(CURLOPT_USERNAME, to: credentials.user)
            try handle.set(CURLOPT_PASSWORD, to: credentials.password)
        }
    }
}
