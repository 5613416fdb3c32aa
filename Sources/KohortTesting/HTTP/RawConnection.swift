import Foundation

/// One connection to this machine whose bytes the test writes itself, on a thread of its own.
package enum RawConnection {
    package struct Heard: Hashable, Sendable {
        package let text: String
        /// Whether the other side ended the connection, within ten seconds of silence.
        package let isClosed: Bool
    }

    /// Sends, and listens until the other side ends the connection; `endsSending` ends our half at once.
    package static func exchange(port: Int, _ text: String, endsSending: Bool = false) async -> Heard {
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

    private static func connected(to port: Int) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        let isConnected = withUnsafeBytes(of: &address) {
            connect(descriptor, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count)) == 0
        }
        if isConnected { return descriptor }
        close(descriptor)
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
