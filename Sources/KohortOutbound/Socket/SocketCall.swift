import CCurl
import Foundation

/// One JSON exchange with a daemon on this machine over its Unix socket.
package struct SocketCall: Sendable {
    /// What the daemon answered.
    package struct Answer: Sendable {
        /// The HTTP status.
        package let status: Int
        package let body: Data
    }

    private static let answerLimit = 256 << 20
    private let socket: String
    private let threads = BlockingThreads(count: 1)

    package init(socket: String) { self.socket = socket }

    /// Posts a body to a path. Nil when nobody listens on the socket; throws `SocketBroken` when somebody did and there
    /// is no whole answer, since what was asked for may have been done.
    package func post(_ path: String, _ body: Data) async throws -> Answer? {
        try await threads.run { [socket] in
            Result {
                let handle = try CurlHandle()
                try handle.set(CURLOPT_UNIX_SOCKET_PATH, to: socket)
                try handle.set(CURLOPT_URL, to: "http://localhost" + path)
                try handle.set(CURLOPT_PROXY, to: "")
                try handle.set(CURLOPT_NOSIGNAL, to: 1)
                return try Self.exchange(handle, body)
            }
        }.get()
    }

    private static func exchange(_ handle: borrowing CurlHandle, _ body: Data) throws -> Answer? {
        let answer = body.withUnsafeBytes { bytes in
            ccurl_post_json(
                handle.raw, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, answerLimit)
        }
        defer { free(answer.body) }
        if answer.result == CURLE_COULDNT_CONNECT { return nil }
        guard answer.result == CURLE_OK else { throw SocketBroken(code: Int(answer.result.rawValue)) }
        return Answer(status: answer.status, body: answer.body.map { Data(bytes: $0, count: answer.count) } ?? Data())
    }
}

/// The daemon broke off in the middle of an exchange.
package struct SocketBroken: Error, Hashable {
    /// curl's.
    package let code: Int
}
