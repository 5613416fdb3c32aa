import Crypto
import KohortCore
import KohortWeb
import NIOCore
import Synchronization

/// Public pages, and public answers of the API, as they were made for visitors who are not signed in. They hold until the
/// tenant's next commit, or the end of the day: a call closes at midnight with no commit at all.
final class PublicCache: Sendable {
    /// What an answer depends on beside the tenant's data.
    struct Key: Hashable, Sendable {
        /// With the query.
        let path: String
        let language: Language
        /// Today, as the tenant's calendar has it.
        let date: LocalDate
    }

    /// An answer's body, and a tag of its content.
    struct Kept: Sendable {
        let body: ByteBuffer
        let tag: EntityTag

        init(_ body: ByteBuffer) {
            self.body = body
            let digest = SHA256.hash(data: body.readableBytesView)
            tag = EntityTag(String(hexadecimal: digest.prefix(12)))
        }
    }

    private struct Shelf {
        let version: UInt64
        var answers: [Key: Kept] = [:]
    }

    /// In bytes of bodies, over all tenants. Addresses with made-up queries must not fill the memory.
    private let limit: Int
    private let state = Mutex<(shelves: [TenantID: Shelf], bytes: Int)>(([:], 0))

    init(limit: Int = 32 << 20) { self.limit = limit }

    /// The answer that was kept at this version, or the one that `make` makes, which is kept from now on.
    func answer(
        _ key: Key, of tenant: TenantID, at version: UInt64, make: () async throws -> ByteBuffer
    ) async throws -> Kept {
        if let kept = find(key, tenant, version) { return kept }
        let kept = Kept(try await make())
        keep(kept, key, tenant, version)
        return kept
    }

    private func find(_ key: Key, _ tenant: TenantID, _ version: UInt64) -> Kept? {
        state.withLock { state in
            guard let shelf = state.shelves[tenant], shelf.version == version else { return nil }
            return shelf.answers[key]
        }
    }

    private func keep(_ kept: Kept, _ key: Key, _ tenant: TenantID, _ version: UInt64) {
        let size = kept.body.readableBytes
        state.withLock { state in
            if let shelf = state.shelves[tenant], shelf.version != version {
                if shelf.version > version { return }
                state.bytes -= shelf.answers.values.reduce(0) { $0 + $1.body.readableBytes }
                state.shelves[tenant] = nil
            }
            if state.bytes + size > limit { state = ([:], 0) }
            // In place: a shelf taken out of the dictionary would be copied whole for each answer put on it.
            let before = state.shelves[tenant, default: Shelf(version: version)].answers.updateValue(kept, forKey: key)
            state.bytes += size - (before?.body.readableBytes ?? 0)
        }
    }
}
