import Crypto
import KohortCore
import KohortWeb
import NIOCore
import Synchronization

/// Public pages as they were rendered for visitors who are not signed in. They hold until the tenant's next commit, or
/// the end of the day: a call closes at midnight with no commit at all.
final class PageCache: Sendable {
    /// What a page depends on beside the tenant's data.
    struct Key: Hashable, Sendable {
        /// With the query.
        let path: String
        let language: Language
        /// Today, as the tenant's calendar has it.
        let date: LocalDate
    }

    /// A page, and a tag of its content.
    struct Kept: Sendable {
        let html: ByteBuffer
        let tag: EntityTag

        init(_ html: ByteBuffer) {
            self.html = html
            let digest = SHA256.hash(data: html.readableBytesView)
            tag = EntityTag(digest.prefix(12).map { String($0, radix: 16) }.joined(separator: "."))
        }
    }

    private struct Shelf {
        let version: UInt64
        var pages: [Key: Kept] = [:]
    }

    /// In bytes of HTML, over all tenants. Addresses with made-up queries must not fill the memory.
    private let limit: Int
    private let state = Mutex<(shelves: [TenantID: Shelf], bytes: Int)>(([:], 0))

    init(limit: Int = 32 << 20) { self.limit = limit }

    /// The page that was kept at this version, or the one that `render` makes, which is kept from now on.
    func page(
        _ key: Key, of tenant: TenantID, at version: UInt64, render: () async throws -> ByteBuffer
    ) async throws -> Kept {
        if let kept = find(key, tenant, version) { return kept }
        let kept = Kept(try await render())
        keep(kept, key, tenant, version)
        return kept
    }

    private func find(_ key: Key, _ tenant: TenantID, _ version: UInt64) -> Kept? {
        state.withLock { state in
            guard let shelf = state.shelves[tenant], shelf.version == version else { return nil }
            return shelf.pages[key]
        }
    }

    private func keep(_ kept: Kept, _ key: Key, _ tenant: TenantID, _ version: UInt64) {
        state.withLock { state in
            var shelf = state.shelves[tenant] ?? Shelf(version: version)
            if shelf.version > version { return }
            if shelf.version < version {
                state.bytes -= shelf.pages.values.reduce(0) { $0 + $1.html.readableBytes }
                shelf = Shelf(version: version)
            }
            if state.bytes + kept.html.readableBytes > limit {
                (state.shelves, state.bytes, shelf) = ([:], 0, Shelf(version: version))
            }
            let before = shelf.pages.updateValue(kept, forKey: key)
            state.bytes += kept.html.readableBytes - (before?.html.readableBytes ?? 0)
            state.shelves[tenant] = shelf
        }
    }
}
