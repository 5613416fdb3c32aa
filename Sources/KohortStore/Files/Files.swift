import KohortCore

/// A tenant's files for asynchronous callers: the blocking calls run on threads of their own.
package struct Files: Sendable {
    private let storage: any FileStorage
    private let threads: Threads

    package init(_ storage: any FileStorage, on threads: Threads) { (self.storage, self.threads) = (storage, threads) }

    package func begin() async throws -> Upload {
        let draft = try await threads.run { [storage] _ in try storage.begin() }
        return Upload(draft: draft, threads: threads)
    }

    package func read(_ hash: String, offset: Int64 = 0, count: Int = 1 << 16) async throws -> [UInt8]? {
        try await threads.run { [storage] _ in try storage.read(hash, offset: offset, count: count) }
    }

    package func remove(_ hash: String) async throws {
        try await threads.run { [storage] _ in try storage.remove(hash) }
    }

    /// Keeps a content from the sweep for as long as if it had just arrived; false when it is not there.
    package func renew(_ hash: String) async throws -> Bool {
        try await threads.run { [storage] _ in try storage.renew(hash) }
    }

    func hashes(before instant: Instant) async throws -> [String] {
        try await threads.run { [storage] _ in try storage.hashes(before: instant) }
    }

    func remove(_ hash: String, before instant: Instant) async throws -> Bool {
        try await threads.run { [storage] _ in try storage.remove(hash, before: instant) }
    }

    func removeDrafts(before instant: Instant) async throws {
        try await threads.run { [storage] _ in try storage.removeDrafts(before: instant) }
    }

    /// A file that is arriving; `finish` makes it durable, `discard` forgets it.
    package struct Upload: Sendable {
        private let draft: any FileDraft
        private let threads: Threads

        fileprivate init(draft: any FileDraft, threads: Threads) { (self.draft, self.threads) = (draft, threads) }

        package func append(_ bytes: [UInt8]) async throws {
            try await threads.run { [draft] _ in try draft.append(bytes) }
        }

        package func finish() async throws -> StoredFile { try await threads.run { [draft] _ in try draft.finish() } }
        package func discard() { threads.submit { [draft] _ in draft.discard() } }
    }
}
