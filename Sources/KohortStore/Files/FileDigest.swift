import Crypto
import KohortCore

/// The hash and size of a content that arrives piece by piece.
package struct FileDigest: Sendable {
    private var hash = SHA256()
    private var size: Int64 = 0

    package init() {}

    package mutating func append(_ bytes: [UInt8]) {
        hash.update(data: bytes)
        size += Int64(bytes.count)
    }

    /// What has arrived so far, as one file.
    package var file: StoredFile {
        StoredFile(hash: String(hexadecimal: hash.finalize()), size: size)
    }
}

extension StoredFile {
    /// Whether a text can be a hash: 64 lower-case hexadecimal digits.
    package static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
}
