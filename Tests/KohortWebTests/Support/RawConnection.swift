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
        guard let descriptor = connected(to: port) else { return Heard(text: "", isClosed: true) }
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let bytes = Array(text.utf8)
        send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        if endsSending { shutdown(descriptor, Int32(SHUT_WR)) }
        return listen(descriptor)
    }

    /// Hummingbird's test server listens at `localhost`, which on a new Debian is `::1` before it is 127.0.0.1.
    private static func connected(to port: Int) -> Int32? {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo("localhost", String(port), &hints, &found) == 0 else { return nil }
        defer { freeaddrinfo(found) }
        var next = found
        while let address = next?.pointee {
            let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
            if connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return descriptor }
            close(descriptor)
            next = address.ai_next
        }
        return nil
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
