import KohortCore

/// Scheme, host and port of a web address (RFC 6454), as browsers send it in `Origin`.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
    package let scheme: String
    /// In lower case; an IPv6 address in brackets.
    package let host: String
    package let port: Int

    /// Reads `http://127.0.0.1:8080` or `https://kohort.example`; nil for anything with a path, user or other scheme.
    package init?(_ text: String) {
        guard let (scheme, rest) = Self.scheme(text), let (host, port) = Self.hostAndPort(rest) else { return nil }
        guard Self.isHost(host), let port = port.map({ Self.number($0) }) ?? Self.usualPort[scheme] else { return nil }
        (self.scheme, self.host, self.port) = (scheme, host.lowercased(), port)
    }

    package var isLoopback: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

    package var description: String {
        port == Self.usualPort[scheme] ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }

    private static let usualPort = ["http": 80, "https": 443]

    private static func scheme(_ text: String) -> (String, Substring)? {
        for scheme in usualPort.keys where text.lowercased().hasPrefix(scheme + "://") {
            return (scheme, text.dropFirst(scheme.count + 3))
        }
        return nil
    }

    private static func hostAndPort(_ text: Substring) -> (Substring, Substring?)? {
        let hostEnd =
            text.firstIndex(of: "]").map { text.index(after: $0) } ?? text.firstIndex(of: ":") ?? text.endIndex
        let rest = text[hostEnd...]
        if rest.isEmpty { return (text[..<hostEnd], nil) }
        return rest.first == ":" ? (text[..<hostEnd], rest.dropFirst()) : nil
    }

    private static func isHost(_ host: Substring) -> Bool {
        let isAddress = host.first == "[" && host.last == "]"
        let inner = isAddress ? host.dropFirst().dropLast() : host
        return !inner.isEmpty
            && inner.utf8.allSatisfy { byte in
                PercentEncoding.isUnreserved(byte) && byte != UInt8(ascii: "~")
                    || isAddress && byte == UInt8(ascii: ":")
            }
    }

    private static func number(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
    }
}
