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

    /// Posts a body to a path. Nil when nobody listens on the socket.
    package func post(_ path: String, _ body: Data) async -> Answer? {
        await threads.run { [socket] in
            guard let handle = try? CurlHandle() else { return nil }
            do {
                try handle.set(CURLOPT_UNIX_SOCKET_PATH, to: socket)
                try handle.set(CURLOPT_URL, to: "http://localhost" + path)
                try handle.set(CURLOPT_PROXY, to: "")
                try handle.set(CURLOPT_NOSIGNAL, to: 1)
            } catch { return nil }
            return Self.exchange(handle, body)
        }
    }

    private static func exchange(_ handle: borrowing CurlHandle, _ body: Data) -> Answer? {
        let answer = body.withUnsafeBytes { bytes in
            ccurl_post_json(
                handle.raw, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, answerLimit)
        }
        defer { free(answer.body) }
        guard answer.result == CURLE_OK else { return nil }
        return Answer(status: answer.status, body: answer.body.map { Data(bytes: $0, count: answer.count) } ?? Data())
    }
}
