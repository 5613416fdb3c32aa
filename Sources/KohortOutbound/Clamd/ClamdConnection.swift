import Glibc

/// One connection to a clamd. Its calls block, each for at most the seconds that were given.
struct ClamdConnection: Sendable {
    private static let longestAnswer = 1024
    private let descriptor: Int32

    init(to address: ClamdAddress, seconds: Int) throws(ClamdSilent) {
        let opened =
            switch address.place {
            case .socket(let path): Self.connected(path: path, seconds)
            case .port(let host, let port): Self.connected(host: host, port, seconds)
            }
        guard let descriptor = opened else { throw ClamdSilent() }
        self.descriptor = descriptor
    }

    private static func connected(host: String, _ port: Int, _ seconds: Int) -> Int32? {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0 else { return nil }
        defer { freeaddrinfo(found) }
        var entry = found
        while let tried = entry?.pointee {
            if let descriptor = connected(tried.ai_family, tried.ai_addr, tried.ai_addrlen, seconds) {
                return descriptor
            }
            entry = tried.ai_next
        }
        return nil
    }

    private static func connected(path: String, _ seconds: Int) -> Int32? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connected(AF_UNIX, $0, size, seconds) }
        }
    }

    private static func connected(
        _ family: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t, _ seconds: Int
    ) -> Int32? {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            _ = setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        if connect(descriptor, address, size) == 0 { return descriptor }
        _ = Glibc.close(descriptor)
        return nil
    }

    func close() { _ = Glibc.close(descriptor) }

    func send(_ bytes: [UInt8]) throws(ClamdSilent) {
        var rest = bytes[...]
        while !rest.isEmpty {
            // Somebody who hangs up must not end the process by SIGPIPE.
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { throw ClamdSilent() }
            rest = rest.dropFirst(sent)
        }
    }

    /// What is said up to the zero that ends it.
    func answer() throws(ClamdSilent) -> String {
        var said: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 256)
        while said.count < Self.longestAnswer {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { throw ClamdSilent() }
            said += piece[..<count]
            if let end = said.firstIndex(of: 0) { return String(decoding: said[..<end], as: UTF8.self) }
        }
        throw ClamdSilent()
    }
}
