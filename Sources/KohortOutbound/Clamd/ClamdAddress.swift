/// Where a clamd listens: `/run/clamav/clamd.ctl`, or `127.0.0.1:3310`, `clamd:3310`, `[::1]:3310`.
package struct ClamdAddress: Hashable, Sendable {
    enum Place: Hashable {
        case socket(path: String)
        case port(host: String, Int)
    }

    /// A socket's name has no more room.
    private static let longestPath = 107
    let place: Place

    package init?(_ text: String) {
        if text.hasPrefix("/") {
            guard text.utf8.count <= Self.longestPath else { return nil }
            place = .socket(path: text)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        let host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        guard !host.isEmpty, isBracketed || !host.contains(":") else { return nil }
        place = .port(host: String(isBracketed ? host.dropFirst().dropLast() : host), port)
    }
}
