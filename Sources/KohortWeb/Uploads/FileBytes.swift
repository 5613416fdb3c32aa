/// A file as its kind is told from: any stretch of it, read when asked for.
package struct FileBytes: Sendable {
    package let count: Int
    private let read: @Sendable (Range<Int>) async throws -> [UInt8]

    /// `read` is asked only for ranges within `0..<count`.
    package init(count: Int, _ read: @escaping @Sendable (Range<Int>) async throws -> [UInt8]) {
        (self.count, self.read) = (count, read)
    }

    package init(_ bytes: [UInt8]) { self.init(count: bytes.count) { Array(bytes[$0]) } }

    /// As much of the range as the file has.
    func bytes(_ range: Range<Int>) async throws -> [UInt8] {
        let range = range.clamped(to: 0..<count)
        return range.isEmpty ? [] : try await read(range)
    }

    func starts(with text: [UInt8]) async throws -> Bool { try await bytes(0..<text.count) == text }
}
