import KohortStore

/// How long an employer binds itself (KS11-17).
package enum Contract: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case permanent, temporary
}
