import KohortCore

/// The line that parts a multipart body, from the Content-Type's `boundary`.
struct MultipartBoundary: Hashable, Sendable {
    /// What stands between two parts: CR LF, two hyphens and the boundary.
    let delimiter: [UInt8]

    /// Nil unless the boundary is 1–70 of the characters that RFC 2046, 5.1.1 allows, and ends in no space.
    init?(_ mediaType: HeaderValue) {
        guard let boundary = mediaType.parameters["boundary"] else { return nil }
        let bytes = Array(boundary.utf8)
        guard (1...70).contains(bytes.count), bytes.allSatisfy(Self.isAllowed), bytes.last != UInt8(ascii: " ") else {
            return nil
        }
        delimiter = Array("\r\n--".utf8) + bytes
    }

    private static let symbols = Set("'()+_,-./:=? ".utf8)

    private static func isAllowed(_ byte: UInt8) -> Bool {
        PercentEncoding.isUnreserved(byte) && byte != UInt8(ascii: "~") || symbols.contains(byte)
    }
}
