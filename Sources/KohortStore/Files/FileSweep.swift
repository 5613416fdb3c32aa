import KohortCore

/// Takes away the content that no row refers to: of forms that were refused or never sent, and of rows that are gone.
/// A command refers to content in the request that brought or renewed it; content that is younger than the grace stays,
/// so that none is taken from under a request at work.
package struct FileSweep: Sendable {
    package static let grace = Duration.seconds(24 * 60 * 60)
    private static let largestQuestion = 500
    private let store: Store
    private let files: Files

    package init(_ store: Store, _ files: Files) { (self.store, self.files) = (store, files) }

    /// Answers how many contents were removed.
    @discardableResult package func run(at now: Instant) async throws -> Int {
        let oldest = now.adding(.zero - Self.grace)
        try await files.removeDrafts(before: oldest)
        var old = try await files.hashes(before: oldest)[...]
        var removed = 0
        while !old.isEmpty {
            removed += try await sweep(Array(old.prefix(Self.largestQuestion)), before: oldest, at: now)
            old = old.dropFirst(Self.largestQuestion)
        }
        return removed
    }

    private func sweep(_ hashes: [String], before oldest: Instant, at now: Instant) async throws -> Int {
        let used = try await store.fetch(FilesInUse(hashes: hashes), by: .system, at: now)
        var removed = 0
        for hash in hashes where !used.contains(hash) {
            if try await files.remove(hash, before: oldest) { removed += 1 }
        }
        return removed
    }
}
