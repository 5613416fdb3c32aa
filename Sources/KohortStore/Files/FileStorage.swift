import KohortCore

/// A file's content by its SHA-256: 64 lower-case hexadecimal digits. The same content is stored once.
package struct StoredFile: Hashable, Sendable, Codable {
    package let hash: String
    /// In bytes.
    package let size: Int64

    package init(hash: String, size: Int64) { (self.hash, self.size) = (hash, size) }
}

/// Where a tenant's files lie: a folder beside the database, or rows in it. All calls block.
package protocol FileStorage: Sendable {
    /// Opens a place for a file that arrives piece by piece.
    func begin() throws -> any FileDraft
    /// A piece of a file's content, at most `count` bytes from `offset`; empty at its end, nil when there is no such
    /// file.
    func read(_ hash: String, offset: Int64, count: Int) throws -> [UInt8]?
    func remove(_ hash: String) throws

    /// The contents that arrived before an instant and were not renewed since.
    func hashes(before instant: Instant) throws -> [String]
    /// Counts a content's age from now on; false when there is no such content.
    func renew(_ hash: String) throws -> Bool
    /// Removes a content unless it arrived again or was renewed since the instant; answers whether it did. Nothing
    /// comes between the look and the removal.
    func remove(_ hash: String, before instant: Instant) throws -> Bool
    /// Removes what began to arrive before an instant and never ended.
    func removeDrafts(before instant: Instant) throws
}

/// A file that is arriving. It is nobody's until a command refers to it.
package protocol FileDraft: Sendable {
    func append(_ bytes: [UInt8]) throws
    /// Makes the content durable under its hash: file and folder are synced before it returns.
    func finish() throws -> StoredFile
    func discard()
}
