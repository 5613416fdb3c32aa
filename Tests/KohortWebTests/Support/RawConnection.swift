import Foundation

/// One connection to this machine whose bytes the test writes itself, on a thread of its own.
enum RawConnection {
    struct Heard: Hashable, Sendable {
        let text: String
        /// Whether the other side ended the connection, within ten seconds of silence.
        let isClosed: Bool
    }

    /// Sends, and listens until the other side ends the connection; `endsSending` ends our half at once.
    static func exchange(port: Int, _ text: String, endsSending: Bool = false) async -> Heard {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: blocking(port, text, endsSending)) }
        }
    }

    private static func blocking(_ port: Int, _ text: String, _ endsSending: Bool) -> Heard {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard connect(descriptor, to: port) else { return Heard(text: "", isClosed: true) }
        let bytes = Array(text.utf8)
        send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        if endsSending { shutdown(descriptor, Int32(SHUT_WR)) }
        return listen(descriptor)
    }

    private static func connect(_ descriptor: Int32, to port: Int) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func listen(_ descriptor: Int32) -> Heard {
        var heard: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 {
                heard += buffer.prefix(count)
            } else {
                return Heard(text: String(decoding: heard, as: UTF8.self), isClosed: count == 0 || errno == ECONNRESET)
            }
        }
    }
}
